//! Types as DDL and CAST write them.

use super::{CompileError, Dialect, DialectKind};
use crate::sql::types::{Affinity, Type, TypeKind, TypePlace};
use std::rc::Rc;

fn sized(name: &str, length: Option<u32>) -> String {
    match length {
        Some(length) if length > 0 => format!("{name}({length})"),
        _ => name.to_owned(),
    }
}

fn string(name: &str, length: Option<u32>, collation: Option<&str>, dialect: &Dialect) -> String {
    let mut text = sized(name, length);
    if let Some(collation) = collation {
        text += " COLLATE ";
        // MySQL's names of collations in types need no quotes.
        text += &if dialect.kind == DialectKind::Mysql { collation.to_owned() } else { dialect.quote(collation, None) };
    }
    text
}

fn numeric(name: &str, precision: Option<u32>, scale: Option<u32>) -> String {
    match (precision, scale) {
        (None, _) => name.to_owned(),
        (Some(precision), None) => format!("{name}({precision})"),
        (Some(precision), Some(scale)) => format!("{name}({precision}, {scale})"),
    }
}

/// What `with_variant()` puts in the place of a type for this dialect.
fn variant(ty: &Type, dialect: &Dialect) -> Option<Type> {
    let variants = ty.variants.borrow();
    let of = |name: &str| variants.iter().find(|(it, _)| &**it == name).map(|(_, ty)| ty.clone());
    of(dialect.name).or_else(|| if dialect.kind == DialectKind::Sqlite { None } else { of("*") })
}

/// A type in DDL.
///
/// # Errors
/// For the NULL type.
pub(super) fn type_text(ty: &Type, dialect: &Dialect) -> Result<String, CompileError> {
    type_text_at(ty, TypePlace::Alone, dialect)
}

/// The same for a type that may be spelled as its place has it.
///
/// # Errors
/// As [`type_text`].
pub(super) fn type_text_at(ty: &Type, place: TypePlace<'_>, dialect: &Dialect) -> Result<String, CompileError> {
    use DialectKind as D;
    if let Some(variant) = variant(ty, dialect) {
        return type_text_at(&variant, place, dialect);
    }
    let of_place = matches!(&ty.kind, TypeKind::Verbatim { ddl, .. } if ddl.is_empty());
    if let Some(processor) = ty.processor.as_ref().filter(|_| of_place)
        && let Some(text) = processor.spec(place).map_err(CompileError::Host)?
    {
        return Ok(text);
    }
    let kind = dialect.kind;
    if kind == D::Oracle
        && let Some(text) = oracle_type(ty)
    {
        return Ok(text);
    }
    Ok(match &ty.kind {
        TypeKind::Null if dialect.is_stringify => "NULL".to_owned(),
        TypeKind::Null => {
            return Err(CompileError::compile(
                "Can't generate DDL for NullType(); did you forget to specify a type on this Column?",
            ));
        }
        TypeKind::Integer => "INTEGER".to_owned(),
        TypeKind::SmallInteger => "SMALLINT".to_owned(),
        TypeKind::BigInteger => "BIGINT".to_owned(),
        TypeKind::Boolean { .. } => if kind == D::Mysql { "BOOL" } else { "BOOLEAN" }.to_owned(),
        TypeKind::Numeric { precision, scale, .. } => numeric("NUMERIC", *precision, *scale),
        TypeKind::Float { precision, .. } => match (kind, precision) {
            (D::Postgresql | D::Mysql, Some(precision)) => format!("FLOAT({precision})"),
            _ => "FLOAT".to_owned(),
        },
        TypeKind::Double { .. } => if kind == D::Postgresql { "DOUBLE PRECISION" } else { "DOUBLE" }.to_owned(),
        TypeKind::String { length: None, .. } if kind == D::Mysql => {
            return Err(CompileError::compile("VARCHAR requires a length on dialect mysql"));
        }
        TypeKind::String { length, collation, .. } => string("VARCHAR", *length, collation.as_deref(), dialect),
        TypeKind::Text { length, collation } => string("TEXT", *length, collation.as_deref(), dialect),
        TypeKind::Date => "DATE".to_owned(),
        TypeKind::Time { timezone } => match kind {
            D::Postgresql => format!("TIME {} TIME ZONE", if *timezone { "WITH" } else { "WITHOUT" }),
            _ => "TIME".to_owned(),
        },
        TypeKind::DateTime { timezone } => match kind {
            D::Postgresql => format!("TIMESTAMP {} TIME ZONE", if *timezone { "WITH" } else { "WITHOUT" }),
            _ => "DATETIME".to_owned(),
        },
        TypeKind::Interval => if kind == D::Postgresql { "INTERVAL" } else { "DATETIME" }.to_owned(),
        TypeKind::LargeBinary { length } => match kind {
            D::Postgresql => "BYTEA".to_owned(),
            D::Mysql => sized("BLOB", *length),
            _ => "BLOB".to_owned(),
        },
        TypeKind::Enum { values, length, name, .. } => match (kind, name) {
            (D::Postgresql, Some(name)) => dialect.quote(name, None),
            (D::Postgresql, None) => {
                return Err(CompileError::compile("PostgreSQL Enum type requires a name."));
            }
            (D::Mysql, _) => {
                let values: Vec<_> = values.iter().map(|it| super::literal::quoted(it, dialect)).collect();
                format!("ENUM({})", values.join(","))
            }
            _ => sized("VARCHAR", Some(length.unwrap_or_else(|| longest(values)))),
        },
        TypeKind::Json => "JSON".to_owned(),
        TypeKind::Uuid { native, .. } => {
            if *native && dialect.supports_native_uuid { "UUID" } else { "CHAR(32)" }.to_owned()
        }
        TypeKind::Tuple(_) => "NULL".to_owned(),
        TypeKind::JsonIndex { .. } => "JSON".to_owned(),
        TypeKind::JsonPath => "JSONPathType()".to_owned(),
        TypeKind::Verbatim { ddl, .. } => ddl.to_string(),
        TypeKind::Unsupported(name) => return Err(no_such_type(name, dialect)),
        TypeKind::Refused(error) => return Err(error.clone()),
    })
}

/// A type that Oracle names in its own way.
fn oracle_type(ty: &Type) -> Option<String> {
    let characters = |length: Option<u32>| match length {
        Some(length) if length > 0 => format!("VARCHAR2({length} CHAR)"),
        _ => "VARCHAR2".to_owned(),
    };
    Some(match &ty.kind {
        TypeKind::BigInteger => "NUMBER(19)".to_owned(),
        TypeKind::Double { .. } => "DOUBLE PRECISION".to_owned(),
        TypeKind::String { length, .. } => characters(*length),
        TypeKind::Text { .. } => "CLOB".to_owned(),
        TypeKind::DateTime { .. } => "DATE".to_owned(),
        TypeKind::Interval => "INTERVAL DAY TO SECOND".to_owned(),
        TypeKind::Enum { values, length, .. } => {
            format!("VARCHAR({} CHAR)", length.unwrap_or_else(|| longest(values)))
        }
        _ => return None,
    })
}

/// The text of a type in Oracle's CAST: strings need a length there, unless they are VARCHAR2 by name.
pub(super) fn oracle_cast_type(ty: &Type, text: String) -> String {
    let variants = ty.variants.borrow();
    let by_name = variants
        .iter()
        .any(|(name, it)| &**name == "*" && matches!(&it.kind, TypeKind::Verbatim { ddl, .. } if &**ddl == "VARCHAR2"));
    let length = match &ty.kind {
        _ if by_name || ty.processor.as_ref().is_some_and(|it| it.is_own()) => return text,
        TypeKind::String { length, .. } => *length,
        TypeKind::Enum { values, length, .. } => Some(length.unwrap_or_else(|| longest(values))),
        _ => return text,
    };
    format!("VARCHAR2({} CHAR)", length.filter(|it| *it > 0).unwrap_or(4000))
}

fn longest(values: &[Rc<str>]) -> u32 {
    values.iter().map(|it| it.chars().count()).max().and_then(|it| u32::try_from(it).ok()).unwrap_or(0)
}

/// Whether the database has this Enum as a type of its own.
pub(super) fn is_native_enum(ty: &Type, dialect: &Dialect) -> bool {
    let is_text = |it: Type| matches!(&it.kind, TypeKind::Verbatim { ddl, .. } if ddl.starts_with("VARCHAR"));
    match variant(ty, dialect) {
        Some(it) if matches!(it.kind, TypeKind::Enum { .. }) => is_native_enum(&it, dialect),
        found => dialect.supports_native_enum && !found.is_some_and(is_text),
    }
}

/// The dialect has no type of this name.
fn no_such_type(name: &str, dialect: &Dialect) -> CompileError {
    let compiler = match dialect.kind {
        DialectKind::Sqlite => "sqlite.base.SQLiteTypeCompiler",
        DialectKind::Postgresql => "postgresql.base.PGTypeCompiler",
        DialectKind::Mysql => "mysql.base.MySQLTypeCompiler",
        DialectKind::Oracle => "oracle.base.OracleTypeCompiler",
        DialectKind::Default => "default.DefaultTypeCompiler",
    };
    CompileError::UnsupportedCompilation(format!(
        "Compiler <sqlalchemy.dialects.{compiler} object at 0x7f0000000000> can't render element of type {name}"
    ))
}

/// A type in CAST; `None` where the dialect has no such CAST.
///
/// # Errors
/// As [`type_text`].
pub(super) fn cast_type(ty: &Type, dialect: &Dialect) -> Result<Option<String>, CompileError> {
    if dialect.kind != DialectKind::Mysql {
        return type_text_at(ty, TypePlace::Cast, dialect).map(Some);
    }
    if ty.affinity() == Affinity::Json {
        return Ok(Some("JSON".to_owned()));
    }
    // What a type of MySQL is in CAST, which is not what it is in CREATE TABLE.
    let in_cast = ty.variants.borrow().iter().find(|(it, _)| &**it == "mysql cast").map(|(_, ty)| ty.clone());
    if let Some(in_cast) = in_cast {
        return match &in_cast.kind {
            TypeKind::Verbatim { ddl, .. } => Ok(Some(ddl.to_string())),
            TypeKind::Refused(error) => Err(error.clone()),
            _ => Ok(None),
        };
    }
    let own = variant(ty, dialect);
    if let Some(own) = own.as_ref().filter(|it| !matches!(it.kind, TypeKind::Verbatim { .. })) {
        return cast_type(own, dialect);
    }
    if let Some(TypeKind::Verbatim { ddl, .. }) = own.as_ref().map(|it| &it.kind) {
        let is_enum = matches!(ty.kind, TypeKind::Enum { .. });
        if ddl.contains("UNSIGNED") && ty.affinity() == Affinity::Integer {
            return Ok(Some("UNSIGNED INTEGER".to_owned()));
        }
        if is_enum && ddl.starts_with("VARCHAR") {
            return Ok(Some(ddl.replacen("VARCHAR", "CHAR", 1)));
        }
    }
    Ok(match &ty.kind {
        TypeKind::Interval => Some("DATETIME".to_owned()),
        TypeKind::Numeric { precision, scale, .. } => Some(numeric("DECIMAL", *precision, *scale)),
        TypeKind::String { length, .. } | TypeKind::Text { length, .. } => Some(sized("CHAR", *length)),
        TypeKind::LargeBinary { .. } => Some("BINARY".to_owned()),
        TypeKind::Json => Some("JSON".to_owned()),
        _ => match ty.affinity() {
            Affinity::Integer => Some("SIGNED INTEGER".to_owned()),
            Affinity::Date => Some("DATE".to_owned()),
            Affinity::Time => Some("TIME".to_owned()),
            Affinity::DateTime => Some("DATETIME".to_owned()),
            _ => None,
        },
    })
}

/// PostgreSQL writes the type behind a parameter: `%(x)s::INTEGER`.
pub(super) fn bind_cast(ty: &Type, dialect: &Dialect) -> Option<String> {
    if let Some(variant) = variant(ty, dialect) {
        return bind_cast(&variant, dialect);
    }
    match &ty.kind {
        TypeKind::Null | TypeKind::Tuple(_) | TypeKind::Boolean { .. } | TypeKind::LargeBinary { .. } => None,
        TypeKind::Float { .. } | TypeKind::Double { .. } | TypeKind::Numeric { .. } => None,
        // With a length it is written as the plain type, without the collation.
        TypeKind::String { length: Some(_), .. } | TypeKind::Text { length: Some(_), .. } => Some("VARCHAR".to_owned()),
        TypeKind::String { collation, .. } | TypeKind::Text { collation, .. } => {
            Some(string("VARCHAR", None, collation.as_deref(), dialect))
        }
        TypeKind::Interval | TypeKind::Enum { .. } => None,
        TypeKind::Verbatim { affinity: Affinity::Null, ddl } => {
            let ddl: &str = ddl;
            let casts = ddl.ends_with("RANGE")
                || ddl.ends_with(']')
                || matches!(ddl, "CITEXT" | "REGCONFIG" | "JSONB" | "UUID")
                || ddl.starts_with("INTERVAL")
                || ddl.starts_with("BIT");
            casts.then(|| ddl.to_owned())
        }
        TypeKind::Verbatim {
            affinity: Affinity::Numeric | Affinity::Float | Affinity::Boolean | Affinity::Binary,
            ..
        } => None,
        TypeKind::JsonPath => None,
        TypeKind::JsonIndex { is_int } => Some(if *is_int { "INT" } else { "TEXT" }.to_owned()),
        _ => type_text(ty, dialect).ok(),
    }
}

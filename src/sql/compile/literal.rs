//! Values written into the text.

use super::binds::LITERAL_ITEM;
use super::{BindInfo, CompileError, Compiler, Dialect, DialectKind, Kw};
use crate::sql::expr::{Bind, BindValue};
use crate::sql::types::{Affinity, Type, TypeKind};
use crate::sql::value::Value;
use std::borrow::Cow;

/// A string in single quotes.
pub(super) fn quoted(text: &str, dialect: &Dialect) -> String {
    let mut text = text.replace('\'', "''");
    if dialect.kind == DialectKind::Mysql {
        text = text.replace('\\', "\\\\");
    }
    if dialect.doubles_percents() {
        text = text.replace('%', "%%");
    }
    format!("'{text}'")
}

/// The error for a value that its type cannot write.
fn not_rendered(value: &Value, ty: &str) -> CompileError {
    CompileError::compile(format!(
        "Could not render literal value \"{}\" with datatype {ty}; see parent stack trace for more detail.",
        value.repr()
    ))
}

/// A value as SQL: `render_literal_value`.
pub(super) fn literal_text(value: &Value, ty: &Type, dialect: &Dialect) -> Result<String, CompileError> {
    if value.is_null() {
        return Ok("NULL".to_owned());
    }
    let failed = || {
        not_rendered(value, &super::types::type_text(ty, &Dialect::default_()).unwrap_or_else(|_| "NULL".to_owned()))
    };
    if matches!(ty.kind, TypeKind::JsonIndex { .. } | TypeKind::JsonPath) {
        return json_index(value, ty, dialect).ok_or_else(failed);
    }
    if matches!(ty.kind, TypeKind::Json) {
        return Err(no_renderer(value, "JSON"));
    }
    if matches!(ty.kind, TypeKind::Tuple(_)) {
        let name = super::custom::compile_hook().map(|it| it.type_repr(ty));
        return Err(no_renderer(value, &name.unwrap_or_else(|| "TupleType".to_owned())));
    }
    if ty.affinity() == Affinity::Array {
        let failed = || not_rendered(value, "ARRAY");
        let items = value.items().ok_or_else(failed)?;
        if items.iter().any(Value::is_null) {
            return Err(failed());
        }
        let item = |it: &Value| match it.items() {
            Some(_) => literal_text(it, ty, dialect),
            None => literal_text(it, &crate::sql::build::type_of_value(it), dialect),
        };
        let items = items.iter().map(item).collect::<Result<Vec<_>, _>>()?;
        let word = if dialect.kind == DialectKind::Postgresql { "ARRAY" } else { "" };
        return Ok(format!("{word}[{}]", items.join(", ")));
    }
    let is_own = ty.processor.as_ref().is_some_and(|it| it.is_own());
    if let Value::Host(object) = value
        && !is_own
    {
        match (&ty.kind, dialect.kind) {
            (TypeKind::DateTime { .. } | TypeKind::Date | TypeKind::Time { .. }, kind)
                if kind != DialectKind::Sqlite =>
            {
                let text = object.display();
                let part = match ty.kind {
                    TypeKind::Date => text.split(' ').next(),
                    TypeKind::Time { .. } => text.rsplit(' ').next(),
                    _ => None,
                };
                let text = quoted(part.unwrap_or(&text), dialect);
                return Ok(if kind == DialectKind::Oracle { oracle_moment(&text, &ty.kind) } else { text });
            }
            (TypeKind::Interval, DialectKind::Postgresql) => {
                let seconds = object.seconds().ok_or_else(failed)?;
                return Ok(format!("make_interval(secs=>{})", crate::util::pyrepr::float_repr(seconds)));
            }
            (TypeKind::Interval, DialectKind::Oracle) => {
                let seconds = object.seconds().ok_or_else(failed)?;
                return Ok(format!("NUMTODSINTERVAL({}, 'SECOND')", crate::util::pyrepr::float_repr(seconds)));
            }
            (TypeKind::Interval, _) => return Err(failed()),
            (TypeKind::Integer | TypeKind::SmallInteger | TypeKind::BigInteger, _) => {
                let number = object.display();
                let whole = number.split('.').next().unwrap_or_default();
                let digits = whole.trim_start_matches('-');
                let is_number = !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit());
                return if is_number { Ok(whole.to_owned()) } else { Err(failed()) };
            }
            _ => {}
        }
    }
    if let TypeKind::Uuid { native: true, as_uuid: true } = ty.kind
        && dialect.supports_native_uuid
    {
        return Ok(quoted(&value.display(), dialect));
    }
    let own_literal = ty.processor.as_ref().map_or(Ok(None), |it| it.literal(value, dialect.name));
    if matches!((&own_literal, &ty.kind), (Ok(None), TypeKind::Verbatim { affinity: Affinity::Null, .. })) {
        return Err(no_renderer(value, &super::types::type_text(ty, &Dialect::default_())?));
    }
    let mut value = value.clone();
    if let Some(processor) = &ty.processor {
        match own_literal {
            Ok(Some(text)) => {
                let inner = text.strip_prefix('\'').and_then(|it| it.strip_suffix('\''));
                return Ok(match inner {
                    Some(inner) => format!("'{}'", spelled(inner, &ty.kind, dialect)),
                    None => text,
                });
            }
            Ok(None) => value = processor.bind(&value).map_err(|_| failed())?,
            Err(_) => return Err(failed()),
        }
    }
    Ok(match (&value, &ty.kind) {
        (Value::Bool(it), TypeKind::Integer | TypeKind::SmallInteger | TypeKind::BigInteger) => {
            u8::from(*it).to_string()
        }
        #[allow(clippy::cast_possible_truncation)]
        (Value::Float(it), TypeKind::Integer | TypeKind::SmallInteger | TypeKind::BigInteger) => {
            (it.trunc() as i64).to_string()
        }
        (Value::Int(_) | Value::Float(_) | Value::Bool(_), TypeKind::String { .. } | TypeKind::Text { .. })
            if !is_own =>
        {
            return Err(failed());
        }
        (Value::Text(_), TypeKind::Boolean { .. }) if !is_own => return Err(failed()),
        (Value::Text(it), TypeKind::Numeric { .. }) if !is_own && it.trim().parse::<f64>().is_err() => {
            return Err(failed());
        }
        (Value::Bool(_), _) if matches!(ty.affinity(), Affinity::Float | Affinity::Numeric) => value.repr(),
        (Value::Bool(it), _) => {
            let names = if dialect.has_boolean_words() { ["false", "true"] } else { ["0", "1"] };
            names[usize::from(*it)].to_owned()
        }
        (Value::Int(it), TypeKind::Boolean { .. }) if dialect.has_boolean_words() => {
            (if *it == 0 { "false" } else { "true" }).to_owned()
        }
        (Value::Int(it), _) => it.to_string(),
        (Value::Float(it), _) => crate::util::pyrepr::float_repr(*it),
        (Value::Text(it), _) if ty.affinity() == Affinity::Integer => match it.trim().parse::<i64>() {
            Ok(number) => number.to_string(),
            Err(_) => return Err(failed()),
        },
        (Value::List(_), _) if ty.affinity() == Affinity::Integer => return Err(failed()),
        (Value::Text(it), kind @ (TypeKind::DateTime { .. } | TypeKind::Date))
            if dialect.kind == DialectKind::Oracle =>
        {
            oracle_moment(&quoted(&spelled(it, kind, dialect), dialect), kind)
        }
        (Value::Text(it), kind) => quoted(&spelled(it, kind, dialect), dialect),
        (Value::Bytes(it), _) => quoted(std::str::from_utf8(it).map_err(|_| failed())?, dialect),
        (Value::Null, _) => "NULL".to_owned(),
        (Value::List(_) | Value::Host(_), TypeKind::Null) => {
            return Err(no_renderer(&value, "NULL"));
        }
        (Value::List(_), _) => return Err(failed()),
        (Value::Host(it), _) if ty.affinity() == Affinity::Integer && it.items().is_some() => return Err(failed()),
        (Value::Host(it), kind) => match it.odd_text() {
            Some(text) => quoted(&spelled(&text, kind, dialect), dialect),
            None => it.display(),
        },
    })
}

/// A key, index or path of JSON as each database writes it.
fn json_index(value: &Value, ty: &Type, dialect: &Dialect) -> Option<String> {
    match (dialect.kind, value) {
        (DialectKind::Sqlite | DialectKind::Mysql | DialectKind::Oracle, _) => {
            Some(quoted(&crate::sql::types::json_path_text(value), dialect))
        }
        (_, Value::Int(index)) => Some(index.to_string()),
        (_, Value::Text(key)) => Some(quoted(key, dialect)),
        (DialectKind::Postgresql, other) if matches!(ty.kind, TypeKind::JsonPath) => {
            let parts: Vec<_> = other.items()?.iter().map(Value::display).collect();
            Some(quoted(&format!("{{{}}}", parts.join(", ")), dialect))
        }
        _ => None,
    }
}

/// A date or a moment as Oracle reads it.
fn oracle_moment(text: &str, kind: &TypeKind) -> String {
    match kind {
        TypeKind::DateTime { .. } if text.contains('.') => {
            format!("TO_TIMESTAMP({text}, 'YYYY-MM-DD HH24:MI:SS.FF')")
        }
        TypeKind::DateTime { .. } => format!("TO_DATE({text}, 'YYYY-MM-DD HH24:MI:SS')"),
        TypeKind::Date => format!("TO_DATE({text}, 'YYYY-MM-DD')"),
        _ => text.to_owned(),
    }
}

fn no_renderer(value: &Value, ty: &str) -> CompileError {
    CompileError::compile(format!(
        "No literal value renderer is available for literal value \"{}\" with datatype {ty}",
        value.repr()
    ))
}

/// Values come as SQLite stores them; the other dialects write some of them otherwise.
fn spelled<'a>(text: &'a str, kind: &TypeKind, dialect: &Dialect) -> Cow<'a, str> {
    match kind {
        TypeKind::DateTime { .. } | TypeKind::Time { .. } if dialect.kind != DialectKind::Sqlite => {
            text.strip_suffix(".000000").unwrap_or(text).into()
        }
        _ => text.into(),
    }
}

/// An IN list written out.
pub(super) fn expanding_literal(items: &[Value], bind: &BindInfo, dialect: &Dialect) -> Result<String, CompileError> {
    list_text(items, &bind.ty, "", bind.negated, dialect)
}

fn list_text(
    items: &[Value],
    ty: &Type,
    around: &str,
    negated: bool,
    dialect: &Dialect,
) -> Result<String, CompileError> {
    let values = if dialect.tuple_in_values { "VALUES " } else { "" };
    if items.is_empty() {
        let set = super::expand::empty_set(ty, negated, dialect);
        return Ok(if matches!(ty.kind, TypeKind::Tuple(_)) { format!("{values}{set}") } else { set });
    }
    if super::expand::are_rows(items, ty) {
        let rows = items
            .iter()
            .map(|row| {
                let Some(cells) = row.items() else { return literal_text(row, ty, dialect) };
                let width = if let TypeKind::Tuple(types) = &ty.kind { types.len() } else { cells.len() };
                let cells = cells
                    .iter()
                    .take(width)
                    .enumerate()
                    .map(|(index, cell)| {
                        let ty = match &ty.kind {
                            TypeKind::Tuple(types) => types.get(index).cloned(),
                            _ => None,
                        };
                        literal_text(cell, &ty.unwrap_or_else(|| crate::sql::build::type_of_value(cell)), dialect)
                    })
                    .collect::<Result<Vec<_>, _>>()?;
                Ok(format!("({})", cells.join(", ")))
            })
            .collect::<Result<Vec<_>, CompileError>>()?;
        return Ok(format!("{values}{}", rows.join(", ")));
    }
    let items = items.iter().map(|it| {
        let text = literal_text(it, ty, dialect)?;
        Ok(if around.is_empty() { text } else { around.replace(LITERAL_ITEM, &text) })
    });
    Ok(items.collect::<Result<Vec<_>, CompileError>>()?.join(", "))
}

impl Compiler {
    /// A parameter's value in the text: `render_literal_bindparam`. `around`: what is around each item of a list.
    pub(super) fn literal_bind(
        &mut self,
        bind: &Bind,
        ty: &Type,
        around: &str,
        kw: &Kw<'_>,
    ) -> Result<String, CompileError> {
        let given = match &bind.key {
            crate::sql::expr::Name::Given(name) => self.params.get(&name.text).cloned(),
            crate::sql::expr::Name::Anon { .. } => None,
        };
        if matches!(bind.value, BindValue::Required) && given.is_none() {
            return Ok("NULL".to_owned());
        }
        let value = given.map_or_else(|| bind.value.resolve(), Ok)?;
        if bind.expanding {
            let items = value.items().unwrap_or_default();
            return list_text(&items, ty, around, kw.is_negated_in, &self.dialect);
        }
        literal_text(&value, ty, &self.dialect)
    }
}

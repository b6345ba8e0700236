//! SQL types: what a column or expression holds, how DDL spells it, how values are processed.
//!
//! Processing that needs the host language (dates, decimals, enums, a user's own types) is a
//! [`TypeProcessor`] that the host attaches.

use super::value::{HostError, HostSlot, Value};
use std::cell::RefCell;
use std::fmt::Debug;
use std::rc::Rc;

/// A shared type.
pub type Type = Rc<TypeNode>;

/// What a type is, in SQLAlchemy's generic names.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum TypeKind {
    Null,
    Integer,
    SmallInteger,
    BigInteger,
    Boolean {
        create_constraint: bool,
        name: Option<Rc<str>>,
    },
    /// `Numeric`, `DECIMAL`
    Numeric {
        precision: Option<u32>,
        scale: Option<u32>,
        as_decimal: bool,
    },
    /// `Float` (DDL `FLOAT`)
    Float {
        precision: Option<u32>,
        as_decimal: bool,
    },
    /// `Double` (DDL `DOUBLE`)
    Double {
        as_decimal: bool,
    },
    String {
        length: Option<u32>,
        collation: Option<Rc<str>>,
        /// `Unicode`, the type of text beyond ASCII.
        is_unicode: bool,
    },
    Text {
        length: Option<u32>,
        collation: Option<Rc<str>>,
    },
    Date,
    Time {
        timezone: bool,
    },
    DateTime {
        timezone: bool,
    },
    Interval,
    LargeBinary {
        length: Option<u32>,
    },
    Enum {
        values: Rc<[Rc<str>]>,
        length: Option<u32>,
        create_constraint: bool,
        name: Option<Rc<str>>,
    },
    Json,
    /// A key or an index of JSON.
    JsonIndex {
        is_int: bool,
    },
    /// A path of keys and indexes of JSON.
    JsonPath,
    /// A dialect has no type of this name.
    Unsupported(Rc<str>),
    /// A dialect cannot write it: the error is raised when it is to.
    Refused(super::error::SqlError),
    Uuid {
        native: bool,
        /// Values are `uuid.UUID`, not text.
        as_uuid: bool,
    },
    Tuple(Rc<[Type]>),
    /// An upper-case or user type: DDL is this text, such as `VARCHAR(10)` or `TIMESTAMP`.
    Verbatim {
        ddl: Rc<str>,
        affinity: Affinity,
    },
}

/// How the operators treat a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Affinity {
    Null,
    Integer,
    Numeric,
    Float,
    String,
    Boolean,
    Date,
    Time,
    DateTime,
    Interval,
    Binary,
    Enum,
    Json,
    Uuid,
    Tuple,
    Array,
}

/// One type object.
#[derive(Debug)]
pub struct TypeNode {
    /// What it is.
    pub kind: TypeKind,
    /// The host's part in processing values, if any.
    pub processor: Option<Rc<dyn TypeProcessor>>,
    /// `with_variant()`: the type that a dialect gets instead; `*`: every dialect but SQLite.
    pub variants: RefCell<Vec<(Rc<str>, Type)>>,
    /// The host's object for this type.
    pub host: HostSlot,
}

/// The host's part in processing values of a type.
pub trait TypeProcessor: Debug {
    /// Program value to database value, before it is sent. Never returns [`Value::Host`] unless the
    /// driver shall refuse it.
    ///
    /// # Errors
    /// The host's exception; the engine wraps it in StatementError.
    fn bind(&self, value: &Value) -> Result<Value, HostError>;
    /// Database value to program value.
    ///
    /// # Errors
    /// The host's exception, passed on as it is.
    fn result(&self, value: Value) -> Result<Value, HostError>;
    /// SQL text of a literal, for `literal_binds`; `None` where the type has no own form.
    ///
    /// # Errors
    /// The host's exception.
    fn literal(&self, _value: &Value, _dialect: &str) -> Result<Option<String>, HostError> {
        Ok(None)
    }
    /// The same for an engine whose dialect converts otherwise; `engine`: the host's object of the engine.
    fn for_engine(&self, _engine: &HostSlot) -> Option<Rc<dyn TypeProcessor>> {
        None
    }
    /// `should_evaluate_none`: None is a value of its own, and not the lack of one.
    fn evaluates_none(&self) -> bool {
        false
    }
    /// SQL around a parameter of the type, for the dialect of this name: `bind_expression()`.
    ///
    /// # Errors
    /// The host's exception.
    fn bind_expression(
        &self,
        _bind: &super::expr::Expr,
        _dialect: &str,
    ) -> Result<Option<super::expr::Expr>, HostError> {
        Ok(None)
    }
    /// SQL around a column of the type in the columns of a statement: `column_expression()`.
    ///
    /// # Errors
    /// The host's exception.
    fn column_expression(
        &self,
        _column: &super::expr::Expr,
        _dialect: &str,
    ) -> Result<Option<super::expr::Expr>, HostError> {
        Ok(None)
    }
    /// The type's text, where it depends on where it stands: `get_col_spec(type_expression=)`.
    ///
    /// # Errors
    /// The host's exception.
    fn spec(&self, _place: TypePlace<'_>) -> Result<Option<String>, HostError> {
        Ok(None)
    }
    /// Whether it is a type of the program's own.
    fn is_own(&self) -> bool {
        false
    }
    /// `coerce_compared_value()`: the type of a value that stands against an expression of this type.
    fn compared(&self, _op: Option<&super::operators::Op>, _value: &Value) -> Compared {
        Compared::ByAffinity
    }
    /// What stands for the type in a statement's cache key.
    fn cache_key(&self) -> TypeCacheKey {
        TypeCacheKey::Instance
    }
    /// The host's object for the type, where the type itself does not hold it.
    fn host_object(&self) -> Option<&dyn std::any::Any> {
        None
    }
    /// Whether [`Self::bind`] does anything.
    fn binds(&self) -> bool {
        true
    }
    /// Whether [`Self::result`] does anything.
    fn has_result(&self) -> bool {
        true
    }
}

/// Where the name of a type stands.
#[derive(Clone, Copy, Debug)]
pub enum TypePlace<'a> {
    /// The definition of a column.
    Column(&'a super::schema::ColumnRef),
    /// CAST.
    Cast,
    /// By itself.
    Alone,
}

/// What type a value gets that is compared with an expression.
#[derive(Clone, Debug)]
pub enum Compared {
    /// Its own, or the expression's where that is of the same kind.
    ByAffinity,
    /// The expression's.
    Same,
    /// This one.
    As(Type),
}

/// What stands for a type in a statement's cache key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypeCacheKey {
    /// This type object and no other.
    Instance,
    /// All types of this number are alike.
    Same(u64),
    /// A statement with it is never cached.
    Never,
}

impl TypeNode {
    /// A type without host processing.
    pub fn new(kind: TypeKind) -> Type {
        Rc::new(Self { kind, processor: None, variants: RefCell::default(), host: HostSlot::default() })
    }

    /// A type that the host takes part in.
    pub fn with_processor(kind: TypeKind, processor: Rc<dyn TypeProcessor>) -> Type {
        Rc::new(Self { kind, processor: Some(processor), variants: RefCell::default(), host: HostSlot::default() })
    }

    /// How the operators treat it.
    pub fn affinity(&self) -> Affinity {
        match &self.kind {
            TypeKind::Null => Affinity::Null,
            TypeKind::Integer | TypeKind::SmallInteger | TypeKind::BigInteger => Affinity::Integer,
            TypeKind::Boolean { .. } => Affinity::Boolean,
            TypeKind::Numeric { .. } => Affinity::Numeric,
            TypeKind::Float { .. } | TypeKind::Double { .. } => Affinity::Float,
            TypeKind::String { .. } | TypeKind::Text { .. } => Affinity::String,
            TypeKind::Date => Affinity::Date,
            TypeKind::Time { .. } => Affinity::Time,
            TypeKind::DateTime { .. } => Affinity::DateTime,
            TypeKind::Interval => Affinity::Interval,
            TypeKind::LargeBinary { .. } => Affinity::Binary,
            TypeKind::Enum { .. } => Affinity::Enum,
            TypeKind::Json => Affinity::Json,
            TypeKind::JsonIndex { .. } | TypeKind::JsonPath => Affinity::Null,
            TypeKind::Uuid { .. } => Affinity::Uuid,
            TypeKind::Tuple(_) => Affinity::Tuple,
            TypeKind::Verbatim { affinity, .. } => *affinity,
            TypeKind::Unsupported(_) | TypeKind::Refused(_) => Affinity::Null,
        }
    }

    /// Whether PostgreSQL calls it so: `JSONB`, `HSTORE`.
    pub fn is_spelled(&self, name: &str) -> bool {
        let is = |kind: &TypeKind| matches!(kind, TypeKind::Verbatim { ddl, .. } if &**ddl == name);
        is(&self.kind) || self.variants.borrow().iter().any(|(dialect, ty)| &**dialect == "postgresql" && is(&ty.kind))
    }

    /// Whether nothing is known of it.
    pub fn is_null(&self) -> bool {
        matches!(self.kind, TypeKind::Null)
    }
}

thread_local! {
    static COMMON: [Type; 7] = [
        TypeNode::new(TypeKind::Null),
        TypeNode::new(TypeKind::Integer),
        TypeNode::new(TypeKind::String { length: None, collation: None, is_unicode: false }),
        TypeNode::new(TypeKind::Boolean { create_constraint: false, name: None }),
        TypeNode::new(TypeKind::Float { precision: None, as_decimal: false }),
        TypeNode::new(TypeKind::Double { as_decimal: false }),
        TypeNode::new(TypeKind::LargeBinary { length: None }),
    ];
}

/// `NULLTYPE`
pub fn null_type() -> Type {
    COMMON.with(|it| it[0].clone())
}
/// `INTEGERTYPE`
pub fn integer_type() -> Type {
    COMMON.with(|it| it[1].clone())
}
/// `STRINGTYPE`
pub fn string_type() -> Type {
    COMMON.with(|it| it[2].clone())
}
/// `BOOLEANTYPE`
pub fn boolean_type() -> Type {
    COMMON.with(|it| it[3].clone())
}
/// `Float()`
pub fn float_type() -> Type {
    COMMON.with(|it| it[4].clone())
}
/// `Double()`, the type of a Python float.
pub fn double_type() -> Type {
    COMMON.with(|it| it[5].clone())
}
/// `LargeBinary()`
pub fn binary_type() -> Type {
    COMMON.with(|it| it[6].clone())
}

/// A key, an index or a path of JSON as the functions of SQLite and MySQL take it: `$."key"[0]`.
pub fn json_path_text(value: &Value) -> String {
    let part = |value: &Value| match value {
        Value::Int(index) => format!("[{index}]"),
        other => format!(".\"{}\"", other.display()),
    };
    match value.items() {
        Some(parts) => format!("${}", parts.iter().map(part).collect::<String>()),
        None => format!("${}", part(value)),
    }
}

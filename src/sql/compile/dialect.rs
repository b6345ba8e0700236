//! What differs between databases: options of a dialect and its reserved words.

use super::words;

/// Which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum DialectKind {
    Default,
    Sqlite,
    Postgresql,
    Mysql,
    Oracle,
}

/// How parameters stand in the SQL text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParamStyle {
    /// `:name`
    Named,
    /// `?`
    Qmark,
    /// `%(name)s`
    Pyformat,
    /// `%s`
    Format,
    /// `:1`
    Numeric,
    /// `$1`
    NumericDollar,
}

impl ParamStyle {
    /// By the name that the DB-API gives it.
    pub fn by_name(name: &str) -> Option<Self> {
        Some(match name {
            "named" => Self::Named,
            "qmark" => Self::Qmark,
            "pyformat" => Self::Pyformat,
            "format" => Self::Format,
            "numeric" => Self::Numeric,
            "numeric_dollar" => Self::NumericDollar,
            _ => return None,
        })
    }
    /// Whether parameters have numbers.
    pub fn is_numeric(self) -> bool {
        matches!(self, Self::Numeric | Self::NumericDollar)
    }
}

/// A dialect: options only, no behaviour.
#[derive(Clone, Debug)]
#[allow(missing_docs, clippy::struct_excessive_bools)]
pub struct Dialect {
    pub name: &'static str,
    pub kind: DialectKind,
    pub paramstyle: ParamStyle,
    /// The stand-in of `str(statement)`.
    pub is_stringify: bool,
    pub supports_alter: bool,
    pub supports_native_boolean: bool,
    pub supports_native_enum: bool,
    pub supports_native_uuid: bool,
    pub supports_default_values: bool,
    pub supports_default_metavalue: bool,
    pub default_metavalue_token: &'static str,
    pub supports_empty_insert: bool,
    pub supports_multivalues_insert: bool,
    pub supports_sequences: bool,
    pub supports_identity_columns: bool,
    pub use_insertmanyvalues: bool,
    pub insert_returning: bool,
    pub update_returning: bool,
    pub delete_returning: bool,
    pub insert_null_pk_still_autoincrements: bool,
    pub postfetch_lastrowid: bool,
    pub favor_returning_over_lastrowid: bool,
    pub insertmanyvalues_implicit_sentinel: bool,
    pub tuple_in_values: bool,
    pub div_is_floordiv: bool,
    pub inline_comments: bool,
    pub supports_comments: bool,
    pub max_identifier_length: usize,
    /// `create_engine(label_length=)`
    pub label_length: Option<usize>,
    pub insertmanyvalues_page_size: usize,
    pub insertmanyvalues_max_parameters: usize,
}

impl Dialect {
    /// `StrCompileDialect`, what `str(statement)` uses.
    pub fn default_() -> Self {
        Self {
            name: "default",
            kind: DialectKind::Default,
            paramstyle: ParamStyle::Named,
            is_stringify: true,
            supports_alter: true,
            supports_native_boolean: true,
            supports_native_enum: false,
            supports_native_uuid: false,
            supports_default_values: false,
            supports_default_metavalue: false,
            default_metavalue_token: "DEFAULT",
            supports_empty_insert: true,
            supports_multivalues_insert: true,
            supports_sequences: true,
            supports_identity_columns: true,
            use_insertmanyvalues: false,
            insert_returning: true,
            update_returning: true,
            delete_returning: true,
            insert_null_pk_still_autoincrements: false,
            postfetch_lastrowid: true,
            favor_returning_over_lastrowid: false,
            insertmanyvalues_implicit_sentinel: false,
            tuple_in_values: false,
            div_is_floordiv: true,
            inline_comments: false,
            supports_comments: false,
            max_identifier_length: 9999,
            label_length: None,
            insertmanyvalues_page_size: 1000,
            insertmanyvalues_max_parameters: 32700,
        }
    }

    /// `DefaultDialect`: what every database can do.
    pub fn plain() -> Self {
        Self {
            is_stringify: false,
            supports_native_boolean: false,
            supports_multivalues_insert: false,
            supports_sequences: false,
            supports_identity_columns: false,
            insert_returning: false,
            update_returning: false,
            delete_returning: false,
            ..Self::default_()
        }
    }

    /// `DefaultDialect` itself: what `str()` writes is another.
    pub fn is_plain(&self) -> bool {
        self.kind == DialectKind::Default && !self.is_stringify
    }

    /// An option that a program may set, by name.
    pub fn flag(&mut self, name: &str) -> Option<&mut bool> {
        Some(match name {
            "supports_native_boolean" => &mut self.supports_native_boolean,
            "supports_default_values" => &mut self.supports_default_values,
            "supports_default_metavalue" => &mut self.supports_default_metavalue,
            "supports_empty_insert" => &mut self.supports_empty_insert,
            "supports_multivalues_insert" => &mut self.supports_multivalues_insert,
            "insert_returning" => &mut self.insert_returning,
            "update_returning" => &mut self.update_returning,
            "delete_returning" => &mut self.delete_returning,
            "postfetch_lastrowid" => &mut self.postfetch_lastrowid,
            "favor_returning_over_lastrowid" => &mut self.favor_returning_over_lastrowid,
            "tuple_in_values" => &mut self.tuple_in_values,
            "div_is_floordiv" => &mut self.div_is_floordiv,
            _ => return None,
        })
    }

    /// SQLite through Python's `sqlite3`.
    pub fn sqlite() -> Self {
        Self {
            name: "sqlite",
            kind: DialectKind::Sqlite,
            paramstyle: ParamStyle::Qmark,
            is_stringify: false,
            supports_alter: false,
            supports_native_boolean: false,
            supports_default_values: true,
            supports_default_metavalue: true,
            default_metavalue_token: "NULL",
            supports_empty_insert: false,
            supports_sequences: false,
            supports_identity_columns: false,
            use_insertmanyvalues: true,
            insert_null_pk_still_autoincrements: true,
            tuple_in_values: true,
            ..Self::default_()
        }
    }

    /// PostgreSQL through psycopg.
    pub fn postgresql() -> Self {
        Self {
            name: "postgresql",
            kind: DialectKind::Postgresql,
            paramstyle: ParamStyle::Pyformat,
            is_stringify: false,
            supports_native_enum: true,
            supports_native_uuid: true,
            supports_default_values: true,
            supports_default_metavalue: true,
            supports_empty_insert: false,
            use_insertmanyvalues: true,
            postfetch_lastrowid: false,
            favor_returning_over_lastrowid: true,
            insertmanyvalues_implicit_sentinel: true,
            supports_comments: true,
            max_identifier_length: 63,
            label_length: None,
            ..Self::default_()
        }
    }

    /// MySQL through mysqlclient.
    pub fn mysql() -> Self {
        Self {
            name: "mysql",
            kind: DialectKind::Mysql,
            paramstyle: ParamStyle::Format,
            is_stringify: false,
            supports_native_boolean: false,
            supports_native_enum: true,
            supports_default_metavalue: true,
            supports_sequences: false,
            supports_identity_columns: false,
            insert_returning: false,
            update_returning: false,
            delete_returning: false,
            insert_null_pk_still_autoincrements: true,
            div_is_floordiv: false,
            inline_comments: true,
            supports_comments: true,
            max_identifier_length: 255,
            label_length: None,
            ..Self::default_()
        }
    }

    /// Oracle through python-oracledb.
    pub fn oracle() -> Self {
        Self {
            name: "oracle",
            kind: DialectKind::Oracle,
            is_stringify: false,
            supports_default_metavalue: true,
            supports_empty_insert: false,
            supports_multivalues_insert: false,
            postfetch_lastrowid: false,
            div_is_floordiv: false,
            supports_comments: true,
            max_identifier_length: 128,
            ..Self::default_()
        }
    }

    /// Whether the words `true` and `false` are known; else there are 1 and 0.
    pub fn has_boolean_words(&self) -> bool {
        match self.kind {
            DialectKind::Mysql => true,
            DialectKind::Oracle => false,
            _ => self.supports_native_boolean,
        }
    }

    /// The length of names of indexes and constraints.
    pub fn max_schema_name_length(&self) -> usize {
        if self.kind == DialectKind::Mysql { 64 } else { self.max_identifier_length }
    }

    /// Whether the WITH of an `INSERT ... SELECT` stands before the SELECT.
    pub fn cte_follows_insert(&self) -> bool {
        matches!(self.kind, DialectKind::Mysql | DialectKind::Oracle)
    }

    /// A name behind what it renames in FROM.
    pub fn as_alias(&self, text: &str, name: &str) -> String {
        if self.kind == DialectKind::Oracle { format!("{text} {name}") } else { format!("{text} AS {name}") }
    }

    /// A parameter's name as the driver takes it. `late`: one that becomes several when the statement runs.
    pub fn bind_name(&self, name: &str, late: bool) -> String {
        if self.kind != DialectKind::Oracle {
            return escaped(name, |c| match c {
                '.' | '[' | ']' | ' ' => '_',
                other => other,
            });
        }
        let is_odd = |it: &str| it.starts_with(|c: char| c.is_ascii_digit() || c == '_');
        let must_quote = is_odd(name)
            || name.starts_with('$')
            || has_illegal_characters(name)
            || words::is_reserved(self.kind, &name.to_lowercase());
        if must_quote && !late {
            return format!("\"{name}\"");
        }
        let name = escaped(name, |c| match c {
            '.' | '[' | ']' | ' ' | '\\' | '/' | '?' => 'C',
            other => other,
        });
        if is_odd(&name) { format!("D{name}") } else { name }
    }

    /// Whether parameters are positional.
    pub fn is_positional(&self) -> bool {
        !matches!(self.paramstyle, ParamStyle::Named | ParamStyle::Pyformat)
    }

    /// Whether `%` is written twice.
    pub fn doubles_percents(&self) -> bool {
        matches!(self.paramstyle, ParamStyle::Pyformat | ParamStyle::Format)
    }

    /// A name, in quotes where it needs them; `force` decides when given.
    pub fn quote(&self, name: &str, force: Option<bool>) -> String {
        match force {
            Some(false) => name.to_owned(),
            Some(true) => self.quote_identifier(name),
            None if self.requires_quotes(name) => self.quote_identifier(name),
            None => name.to_owned(),
        }
    }

    /// A name in quotes.
    pub fn quote_identifier(&self, name: &str) -> String {
        let mark = if self.kind == DialectKind::Mysql { '`' } else { '"' };
        let mut out = String::with_capacity(name.len() + 2);
        out.push(mark);
        for c in name.chars() {
            out.push(c);
            if c == mark || (c == '%' && self.doubles_percents()) {
                out.push(c);
            }
        }
        out.push(mark);
        out
    }

    /// Whether a name cannot stand without quotes.
    pub fn requires_quotes(&self, name: &str) -> bool {
        name.is_empty()
            || name.starts_with(|c: char| c.is_ascii_digit() || c == '$')
            || (self.kind == DialectKind::Oracle && name.starts_with('_'))
            || has_illegal_characters(name)
            || name.chars().any(char::is_uppercase)
            || words::is_reserved(self.kind, name)
    }
}

/// A name without the characters that drivers stumble over: `bindname_escape_characters`.
fn escaped(name: &str, more: impl Fn(char) -> char) -> String {
    let one = |c| match c {
        '%' => 'P',
        '(' => 'A',
        ')' => 'Z',
        ':' => 'C',
        other => more(other),
    };
    name.chars().map(one).collect()
}

/// Whether a name has characters that need quotes.
pub(super) fn has_illegal_characters(name: &str) -> bool {
    name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '$')
}

//! Spelling statements as SQL text, per dialect. Mirrors `sql/compiler.py` and `sql/crud.py`.
//!
//! [`compile`] gives a [`Compiled`]: the text, the parameters in it, the columns of its result and what
//! an INSERT, UPDATE or DELETE needs before and after it runs.

mod binds;
mod compiled;
mod crud;
mod crud_tables;
mod crud_values;
mod cte;
mod custom;
mod ddl;
mod dialect;
mod dml;
mod expand;
mod expr;
mod froms;
mod literal;
mod operators;
mod oracle;
mod select;
mod text;
mod types;
mod words;

pub use compiled::{
    BindInfo, Compiled, DmlFacts, DmlKind, ExpandedState, InsertManyValues, ResultColumn, SlotKey, StatementKind,
    Warning,
};
pub use custom::{CompileHook, FLAGS, Flags, Node, Running, compile_hook, set_compile_hook, without_host};
pub use ddl::compile_ddl;
pub use dialect::{Dialect, DialectKind, ParamStyle};
pub use expand::{Expanded, Params, pending_warnings};

pub use super::error::SqlError as CompileError;
pub(in crate::sql) use text::text_binds;
pub use words::reserved_words;

use super::ddl::DdlElement;
use super::dml::Dml;
use super::expr::{Expr, Query, TextClause};
use super::labels::{AnonKey, AnonMap, LabelText};
use super::select::{Compound, Select};
use crate::sql::quoted_name::QuotedName;
use compiled::Facts;
use indexmap::IndexMap;
use std::collections::HashMap;
use std::rc::Rc;

/// Anything that can be compiled.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Statement {
    Select(Rc<Select>),
    Compound(Rc<Compound>),
    Text(Rc<TextClause>),
    Dml(Rc<Dml>),
    Ddl(DdlElement),
    /// An expression by itself.
    Expr(Expr),
    /// A FROM object by itself.
    From(super::selectable::From),
    /// A function or other expression to be executed: `SELECT expr`.
    Function(Expr),
    /// What its host alone knows how to write.
    Custom(Rc<super::expr::Host>),
}

impl From<&Query> for Statement {
    fn from(query: &Query) -> Self {
        match query {
            Query::Select(it) => Self::Select(it.clone()),
            Query::Compound(it) => Self::Compound(it.clone()),
            Query::Text(it) => Self::Text(it.clone()),
        }
    }
}

/// From schema (or none) to schema.
pub type SchemaTranslateMap = IndexMap<Option<Rc<str>>, Option<Rc<str>>>;

/// How to compile.
#[derive(Clone, Debug, Default)]
pub struct CompileOptions {
    /// Keys of the parameters of the execution, for INSERT and UPDATE.
    pub column_keys: Option<Vec<Rc<str>>>,
    /// The statement will run once for each of several parameter sets.
    pub for_executemany: bool,
    /// Values are written into the text.
    pub literal_binds: bool,
    /// IN lists are written out at once.
    pub render_postcompile: bool,
    /// `schema_translate_map`: from schema (or none) to schema.
    pub schema_translate_map: Option<SchemaTranslateMap>,
    /// Places for schemas instead, which a map fills later; whether no schema gets one too.
    pub schema_places: Option<bool>,
    /// Warn about FROM objects that nothing joins.
    pub linting: bool,
}

/// DDL of a type, such as `VARCHAR(30)`.
///
/// # Errors
/// `CompileError` for a type that the dialect cannot spell.
pub fn type_ddl(ty: &super::types::Type, dialect: &Dialect) -> Result<String, CompileError> {
    types::type_text(ty, dialect)
}

/// Compiles a statement.
///
/// # Errors
/// What SQLAlchemy raises for it: mostly `CompileError`.
pub fn compile(statement: &Statement, dialect: &Dialect, options: &CompileOptions) -> Result<Compiled, CompileError> {
    if let Statement::Ddl(element) = statement {
        return compile_ddl(element, dialect, options);
    }
    let mut compiler = Compiler::new(dialect, options);
    let text = compiler.statement(statement)?;
    compiler.finish(text, statement)
}

/// The FROM objects of a select with its joins set up, those that stand inside of others left out.
///
/// # Errors
/// As when it is compiled.
pub fn final_froms(select: &Rc<Select>) -> Result<Vec<super::selectable::From>, CompileError> {
    let (dialect, options) = (Dialect::default_(), CompileOptions::default());
    let mut compiler = Compiler::new(&dialect, &options);
    let (froms, _) = compiler.select_froms(select)?;
    compiler.display_froms(select, &froms, false, false)
}

/// A type as messages show it.
pub(in crate::sql) fn type_name(ty: &super::types::Type) -> String {
    types::type_text(ty, &Dialect::default_()).unwrap_or_else(|_| "NULL".to_owned())
}

/// Where an expression stands: what the reference passes along as keyword arguments.
#[derive(Clone, Copy)]
#[allow(clippy::struct_excessive_bools)]
struct Kw<'k> {
    within_columns: bool,
    within_label: bool,
    literal_binds: bool,
    literal_execute: bool,
    include_table: bool,
    use_schema: bool,
    asfrom: bool,
    lateral: bool,
    within_aggregate: bool,
    in_operator: bool,
    is_negated_in: bool,
    insert_into: bool,
    /// The CTE is written in the statement that is being written.
    nest_cte: bool,
    /// Inside a DML statement that is a CTE.
    dml_cte: bool,
    is_upsert_set: bool,
    /// Inside the `bind_expression()` of a type.
    skip_bind_expression: bool,
    compound_index: Option<usize>,
    /// The label that renders as its name only.
    render_label: Option<&'k Expr>,
    /// The CTE being written, by id.
    visiting_cte: Option<u32>,
    /// The alias being written, by id of what it renames.
    enclosing_alias_of: Option<u32>,
}

impl Default for Kw<'_> {
    fn default() -> Self {
        Self {
            within_columns: false,
            within_label: false,
            literal_binds: false,
            literal_execute: false,
            include_table: true,
            use_schema: true,
            asfrom: false,
            lateral: false,
            within_aggregate: false,
            in_operator: false,
            is_negated_in: false,
            insert_into: false,
            nest_cte: false,
            dml_cte: false,
            is_upsert_set: false,
            skip_bind_expression: false,
            compound_index: None,
            render_label: None,
            visiting_cte: None,
            enclosing_alias_of: None,
        }
    }
}

/// One statement that is being written, innermost last.
#[derive(Default)]
struct StackEntry {
    /// Ids of FROM objects of this and all enclosing selects.
    correlate: Vec<u32>,
    /// Ids of this one's own.
    asfrom: Vec<u32>,
    /// Columns by label, for ORDER BY: filled when first asked.
    labels: Option<select::LabelSource>,
    need_result_map_for_compound: bool,
    /// Number of columns of the first select of a set operation, and how many it says it has.
    first_columns: Option<usize>,
}

/// The state of one compilation.
struct Compiler {
    dialect: Dialect,
    options: CompileOptions,
    binds: IndexMap<Rc<str>, BindInfo>,
    bind_names: HashMap<super::expr::Name, Rc<str>>,
    /// Parameters whose text is known, inside of what their types put around them.
    written_binds: HashMap<u32, String>,
    anon: AnonMap,
    truncated: HashMap<(char, LabelText), Rc<str>>,
    truncated_counters: HashMap<char, u32>,
    stack: Vec<StackEntry>,
    result_columns: Vec<ResultColumn>,
    ordered_columns: bool,
    textual_ordered_columns: bool,
    loose_column_name_matching: bool,
    ad_hoc_textual: bool,
    is_plain_text: bool,
    ctes: cte::Ctes,
    /// Names of tables with a schema that others without one share.
    ambiguous_names: HashMap<Rc<str>, AnonKey>,
    /// Parameters met since this was set, for INSERT's values.
    accumulate: Option<Vec<Rc<str>>>,
    /// Columns that values of the INSERT or UPDATE being written copy from, by key.
    target_copies: Option<IndexMap<Rc<str>, Expr>>,
    facts: Facts,
    linter: Option<froms::FromLinter>,
    /// Hints of the FROM objects that are being written.
    from_hints: Vec<(u32, Rc<str>)>,
    warnings: Vec<Warning>,
    /// The DML statement that is being written, for places in the cache key.
    dml_address: usize,
    local_ids: u32,
    nested: Option<crate::sql::select::Nested>,
    /// What `params()` of the statements said so far.
    params: IndexMap<Rc<str>, super::value::Value>,
    overrides: Option<Rc<[Rc<str>]>>,
    /// The next node is written without asking the host.
    plain: bool,
}

impl Compiler {
    fn new(dialect: &Dialect, options: &CompileOptions) -> Self {
        Self {
            dialect: dialect.clone(),
            options: options.clone(),
            binds: IndexMap::new(),
            bind_names: HashMap::new(),
            written_binds: HashMap::new(),
            anon: AnonMap::default(),
            truncated: HashMap::new(),
            truncated_counters: HashMap::new(),
            stack: Vec::new(),
            result_columns: Vec::new(),
            ordered_columns: true,
            textual_ordered_columns: false,
            loose_column_name_matching: false,
            ad_hoc_textual: false,
            is_plain_text: false,
            ctes: cte::Ctes::default(),
            ambiguous_names: HashMap::new(),
            accumulate: None,
            target_copies: None,
            facts: Facts::default(),
            linter: None,
            from_hints: Vec::new(),
            warnings: Vec::new(),
            dml_address: 0,
            local_ids: u32::MAX,
            nested: None,
            params: IndexMap::new(),
            overrides: custom::overrides(),
            plain: false,
        }
    }

    /// The text of a whole statement, its parameters still marked.
    fn statement(&mut self, statement: &Statement) -> Result<String, CompileError> {
        let kw = Kw { literal_binds: self.options.literal_binds, ..Kw::default() };
        Ok(match statement {
            Statement::Select(select) => self.select(select, &kw)?,
            Statement::Compound(compound) => self.compound(compound, &kw)?,
            Statement::Text(text) => self.text_statement(text, &kw)?,
            Statement::Dml(dml) => self.dml(dml, None, &kw)?,
            Statement::Expr(expr) => self.expr(expr, &kw)?,
            Statement::From(from) => self.lone_from(from, &kw)?,
            Statement::Function(expr) => {
                let columns = vec![super::select::SelectItem::Expr(expr.clone())];
                self.select(&Rc::new(Select { columns, ..Select::default() }), &kw)?
            }
            Statement::Custom(_) => self.dispatch(&Node::Statement(statement.clone()), &kw)?.unwrap_or_default(),
            Statement::Ddl(_) => String::new(),
        })
    }

    /// Takes up the `params()` of a statement; those of statements around it win.
    fn collect(&mut self, params: &IndexMap<Rc<str>, super::value::Value>) {
        for (name, value) in params {
            self.params.entry(name.clone()).or_insert_with(|| value.clone());
        }
    }

    /// A number for a made-up name that only this compilation has.
    fn local_id(&mut self) -> u32 {
        self.local_ids -= 1;
        self.local_ids
    }

    /// The text of a name: one that the program gave stands as it is, one that was made is shortened.
    fn given_or_label_text(&mut self, class: char, name: &LabelText) -> QuotedName {
        match name {
            LabelText::Plain(text) => text.clone(),
            made => self.label_text(class, made),
        }
    }

    /// The text of a label, shortened to what the dialect allows.
    fn label_text(&mut self, class: char, label: &LabelText) -> QuotedName {
        let max = self.dialect.label_length.unwrap_or(self.dialect.max_identifier_length).saturating_sub(6);
        if let LabelText::Plain(text) = label
            && text.len() <= max
        {
            return text.clone();
        }
        let key = (class, label.clone());
        if let Some(text) = self.truncated.get(&key) {
            return text.clone().into();
        }
        let mut text = self.anon.apply(label);
        if text.chars().count() > max {
            let counter = self.truncated_counters.entry(class).or_insert(0);
            *counter += 1;
            text = format!("{}_{counter:x}", text.chars().take(max).collect::<String>()).into();
        }
        self.truncated.insert(key, text.clone());
        text.into()
    }

    fn quote(&self, name: &str) -> String {
        self.dialect.quote(name, None)
    }

    fn quote_name(&self, name: &QuotedName) -> String {
        self.dialect.quote(name, name.quote)
    }

    fn warn(&mut self, category: &'static str, text: String) {
        self.warnings.push(Warning { category, text: text.into() });
    }
}

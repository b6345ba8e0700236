//! The outcome of compiling.

use super::expand::Piece;
use crate::sql::cache_key::CacheKey;
use crate::sql::expr::{BindValue, Expr};
use crate::sql::schema::ColumnRef;
use crate::sql::types::Type;
use crate::sql::value::Value;
use indexmap::IndexMap;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// A compiled statement.
#[derive(Clone, Debug)]
#[allow(clippy::struct_excessive_bools)]
pub struct Compiled {
    /// The SQL text; IN lists stand as `__[POSTCOMPILE_name]`.
    pub sql: Rc<str>,
    /// Names of the parameters in the order in which they stand, a repeated one each time.
    pub positions: Vec<Rc<str>>,
    /// The same as indexes into `binds`.
    pub position_indexes: Vec<usize>,
    /// By name, in the order in which they were met.
    pub binds: IndexMap<Rc<str>, BindInfo>,
    /// Columns of the result, for SELECT and RETURNING.
    pub result_columns: Vec<ResultColumn>,
    /// They correspond to the result's by position.
    pub ordered_columns: bool,
    /// `text().columns()` with positional columns.
    pub textual_ordered_columns: bool,
    /// They correspond by name only.
    pub loose_column_name_matching: bool,
    /// Some column is textual.
    pub ad_hoc_textual: bool,
    /// What sort of statement it is.
    pub kind: StatementKind,
    /// What INSERT, UPDATE and DELETE need around them.
    pub dml: DmlFacts,
    /// Some parameter is written out only when the statement runs.
    pub has_postcompile: bool,
    /// The key under which it may be cached; set by [`Compiled::set_cache_key`].
    pub cache_key: RefCell<Option<Rc<CacheKey>>>,
    /// What `params()` of the statement says.
    pub params: IndexMap<Rc<str>, Value>,
    /// Warnings to give when it is compiled.
    pub(super) warnings: Vec<Warning>,
    /// They were given.
    pub(super) warned: Cell<bool>,
    pub(super) pieces: Vec<Piece>,
    pub(super) dialect: super::Dialect,
    /// For each parameter the place of its value in the cache key, if it has one.
    pub(super) slots: RefCell<Vec<Option<usize>>>,
    /// Its lists are written out already.
    pub rendered: Option<Rc<ExpandedState>>,
}

/// A statement whose lists are written out, as programs ask for it.
#[derive(Clone, Debug)]
pub struct ExpandedState {
    /// The SQL text.
    pub sql: Rc<str>,
    /// Values by name.
    pub parameters: IndexMap<Rc<str>, Value>,
    /// Names in the order in which they stand, where that matters.
    pub positions: Option<Vec<Rc<str>>>,
    /// The names that each list became.
    pub expansion: Vec<(Rc<str>, Vec<Rc<str>>)>,
}

/// A warning, by class of `sqlalchemy.exc`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Warning {
    pub category: &'static str,
    pub text: Rc<str>,
}

/// The sort of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum StatementKind {
    Select,
    Text,
    Dml(DmlKind),
    Ddl,
    Expr,
}

/// The three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum DmlKind {
    Insert,
    Update,
    Delete,
}

/// One parameter.
#[derive(Clone, Debug)]
pub struct BindInfo {
    /// Its value as the statement has it.
    pub value: BindValue,
    /// Its type.
    pub ty: Type,
    /// An IN list.
    pub expanding: bool,
    /// Written into the text when executed.
    pub literal_execute: bool,
    /// A value must be given.
    pub required: bool,
    /// The name by which a value may be given, where it differs.
    pub key: Rc<str>,
    /// Where the cache key has its value.
    pub slot: Option<SlotKey>,
    /// Its name was made up.
    pub unique: bool,
    /// It stands for a column of INSERT or UPDATE.
    pub is_crud: bool,
    /// Inside `NOT IN`.
    pub negated: bool,
    /// What stands around each item of an IN list.
    pub around: Option<(Rc<str>, Rc<str>)>,
}

/// What a parameter's value is found by in a cache key.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SlotKey {
    /// A made-up name.
    Anon(u32),
    /// A given name.
    Given(Rc<str>),
    /// The n-th plain value of the DML statement at this address.
    Assigned(usize, u32),
}

/// One column of a result.
#[derive(Clone, Debug)]
pub struct ResultColumn {
    /// Its name in the SQL; `None` for textual ones.
    pub keyname: Option<Rc<str>>,
    /// The name that rows show.
    pub name: Rc<str>,
    /// The expressions by which rows can be asked for it: the selected one first.
    pub targets: Vec<Expr>,
    /// The strings by which rows can be asked for it.
    pub names: Vec<Rc<str>>,
    /// Its type.
    pub ty: Type,
}

/// What INSERT, UPDATE and DELETE need before and after they run. Mirrors what `crud.py` leaves on the
/// compiler.
#[derive(Clone, Debug, Default)]
pub struct DmlFacts {
    /// Columns whose default is computed before INSERT and bound under the column's key.
    pub insert_prefetch: Vec<ColumnRef>,
    /// The same for later rows of a multi-row VALUES: column, parameter name.
    pub multi_prefetch: Vec<(ColumnRef, Rc<str>)>,
    /// Columns whose onupdate is computed before UPDATE.
    pub update_prefetch: Vec<ColumnRef>,
    /// Columns of further tables of an UPDATE that `onupdate` fills, and the names of their parameters.
    pub joined_prefetch: Vec<(ColumnRef, Rc<str>)>,
    /// Columns whose value only the database knows afterwards.
    pub postfetch: Vec<ColumnRef>,
    /// Columns that RETURNING was added for.
    pub implicit_returning: Vec<ColumnRef>,
    /// The key comes from the cursor's `lastrowid`.
    pub postfetch_lastrowid: bool,
    /// The program asked for RETURNING itself.
    pub has_returning: bool,
    /// No defaults are computed one by one.
    pub inline: bool,
    /// For batches of INSERT .. RETURNING.
    pub insertmanyvalues: Option<InsertManyValues>,
    /// How many columns at the end of the result are sentinels.
    pub sentinel_columns: usize,
    /// `INSERT .. FROM SELECT`
    pub is_from_select: bool,
    /// Several VALUES in the statement itself.
    pub has_multi_values: bool,
}

/// How an INSERT .. VALUES is made longer.
#[derive(Clone, Debug)]
pub struct InsertManyValues {
    /// `DEFAULT VALUES`
    pub is_default_expr: bool,
    /// What stands in the parentheses behind VALUES, as in the text.
    pub single_values_expr: Rc<str>,
    /// Names of the parameters inside, in order.
    pub values_params: Vec<Rc<str>>,
    /// `RETURNING` rows must come in the order of the parameters.
    pub sort_by_parameter_order: bool,
    /// ON CONFLICT is there.
    pub includes_upsert_behaviors: bool,
    /// Columns by which the rows can be put in order, if any serve.
    pub sentinel_columns: Option<Vec<ColumnRef>>,
    /// Parameters that hold the sentinels' values, when they come from the program.
    pub sentinel_param_keys: Option<Vec<Rc<str>>>,
    /// The sentinel is made by the database.
    pub implicit_sentinel: bool,
    /// `INSERT .. SELECT .. FROM (VALUES ..) AS imp_sen`, with a counter behind each row.
    pub embed_values_counter: bool,
    /// SET of ON CONFLICT has parameters that differ by row.
    pub has_upsert_bound_parameters: bool,
}

impl InsertManyValues {
    /// The text for `count` rows.
    pub fn sql_for(&self, sql: &str, count: usize) -> String {
        let single = format!("({})", self.single_values_expr);
        let with_counter = |row: usize| {
            if self.embed_values_counter { format!("({}, {row})", self.single_values_expr) } else { single.clone() }
        };
        let rows: Vec<String> = (0..count).map(with_counter).collect();
        sql.replacen(&single, &rows.join(", "), 1)
    }
}

/// Collected while compiling.
#[derive(Default)]
pub(super) struct Facts {
    pub(super) kind: Option<DmlKind>,
    pub(super) dml: DmlFacts,
}

impl Compiled {
    /// The same with parameters of parts that were compiled afterwards.
    #[must_use]
    pub fn with_binds(&self, binds: IndexMap<Rc<str>, BindInfo>) -> Self {
        Self { binds, ..self.clone() }
    }
    /// Links the statement's cache key, so that values of another statement with the same key can be
    /// filled in.
    pub fn set_cache_key(&self, key: Rc<CacheKey>) {
        let slots = self.binds.values().map(|it| it.slot.as_ref().and_then(|slot| key.place_of(slot))).collect();
        *self.slots.borrow_mut() = slots;
        *self.cache_key.borrow_mut() = Some(key);
    }

    /// A parameter's name as the driver takes it.
    pub fn sent_name(&self, name: &str) -> String {
        let late = self.binds.get(name).is_some_and(|it| it.expanding || it.literal_execute);
        self.dialect.bind_name(name, late)
    }

    /// Whether its parameters stand by position.
    pub fn is_positional(&self) -> bool {
        self.dialect.is_positional()
    }

    /// The warnings that were not given yet: a statement that is found again says nothing.
    pub fn take_warnings(&self) -> &[Warning] {
        if self.warned.replace(true) { &[] } else { &self.warnings }
    }

    /// The values of the parameters, in the order of `binds`.
    ///
    /// `given`: values of the execution by name or key. `extracted`: the cache key of the statement that is
    /// executed, when this was compiled for another one with the same key. `group`: which parameter set it
    /// is, for the message.
    ///
    /// # Errors
    /// `InvalidRequestError` for a required parameter without a value; the host's exception of a value
    /// that is asked of it.
    pub fn construct_values(
        &self,
        given: Option<&IndexMap<Rc<str>, Value>>,
        extracted: Option<&CacheKey>,
        group: Option<usize>,
    ) -> Result<Vec<Value>, super::CompileError> {
        let collected = extracted.map_or(&self.params, |it| &it.params);
        let slots = self.slots.borrow();
        let mut values = Vec::with_capacity(self.binds.len());
        for (index, (name, bind)) in self.binds.iter().enumerate() {
            let by_name = |it: &'_ IndexMap<Rc<str>, Value>| it.get(&bind.key).or_else(|| it.get(name)).cloned();
            if let Some(value) = given.and_then(by_name).or_else(|| by_name(collected)) {
                values.push(value);
                continue;
            }
            let other = extracted.and_then(|key| slots.get(index).copied().flatten().and_then(|it| key.value(it)));
            // As the reference: what was compiled says whether a value is needed, and whether it is asked for,
            // of whichever statement it stands for now.
            if bind.required {
                let group = group.map(|it| format!(", in parameter group {it}")).unwrap_or_default();
                return Err(super::CompileError::MissingBind(format!(
                    "A value is required for bind parameter {}{group}",
                    crate::util::pyrepr::str_repr(&bind.key)
                )));
            }
            let value = match other {
                Some(BindValue::Callable(_)) if !matches!(bind.value, BindValue::Callable(_)) => Value::Null,
                Some(other) => other.resolve()?,
                None => bind.value.resolve()?,
            };
            values.push(value);
        }
        Ok(values)
    }

    /// The values by name: `construct_params`.
    ///
    /// # Errors
    /// As [`Compiled::construct_values`].
    pub fn construct_params(
        &self,
        given: Option<&IndexMap<Rc<str>, Value>>,
    ) -> Result<IndexMap<Rc<str>, Value>, super::CompileError> {
        let values = self.construct_values(given, None, None)?;
        Ok(self.binds.keys().cloned().zip(values).collect())
    }

    /// The values that the statement has by itself, required ones as `None`: `compiled.params`.
    pub fn params(&self) -> IndexMap<Rc<str>, Value> {
        let value = |name: &Rc<str>, bind: &BindInfo| match self.params.get(&bind.key).or_else(|| self.params.get(name))
        {
            Some(value) => value.clone(),
            None => bind.value.resolve().unwrap_or(Value::Null),
        };
        self.binds.iter().map(|(name, bind)| (name.clone(), value(name, bind))).collect()
    }
}

impl BindValue {
    /// The value, asked of the host if need be; `None` for a required one.
    ///
    /// # Errors
    /// The host's exception.
    pub fn resolve(&self) -> Result<Value, super::CompileError> {
        Ok(match self {
            Self::Required => Value::Null,
            Self::Value(value) => value.clone(),
            Self::Callable(callable) => callable()?,
        })
    }
}

impl std::fmt::Display for Compiled {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.sql)
    }
}

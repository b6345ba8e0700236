//! Running ORM selects and making instances of their rows. Mirrors `orm/loading.py` and the executing half of
//! `orm/context.py`.
//!
//! Called by the session and the host for statements with entities, and by loader strategies. Rows are read
//! when they are fetched, as in the reference: second statements run then, not when the query is executed.

mod cache_token;
pub mod commit;
pub mod from_statement;
pub mod get;
pub mod instance;
mod minimal;
mod polymorphic;
pub mod post_load;
pub mod refresh;
mod subclass;

use super::context::{self, CompileOptions, CompileState};
use super::errors::{OrmError, OrmResult};
use super::host::ConnectionFor;
use super::identity::IdentityKey;
use super::mapper::MapperId;
use super::properties::PropertyId;
use super::query_entity::QueryEntity;
use super::session::Session;
use super::state::{Object, StateRef};
use super::strategies::SubqueryOrigin;
use crate::engine::driver::DbValue;
use crate::engine::execute::{CACHE_TOKEN, RowLog};
use crate::engine::hooks::Replaced;
use crate::engine::process::{ResultProcessor, result_processor};
use crate::engine::{Connection, CursorResult, Options, ParameterSets, announce};
use crate::sql::compile::Statement;
use crate::sql::expr::{EntityTag, Expr};
use crate::sql::select::{ForUpdate, PluginItem, Select};
use crate::sql::types::Type;
use crate::sql::value::Value;
use indexmap::IndexMap;
use instance::{InstanceProcessor, QueryContext, Root};
use post_load::PostLoads;
use std::any::Any;
use std::rc::Rc;

pub use from_statement::execute_from_statement;
pub use get::{Found, from_identity_map, load_by_key, load_on_pk_identity};
pub use refresh::{load_expired, load_scalar_attributes};

/// Parameters of a statement.
pub type Parameters = ParameterSets;

/// Values by which related rows are found; equal values hash alike.
pub type Key = IdentityKey;

/// A key of these values.
pub fn key_of(values: Vec<Value>) -> Key {
    IdentityKey { mapper: MapperId(0), values: values.into() }
}

/// How a statement is loaded.
#[derive(Clone, Debug)]
#[allow(missing_docs, clippy::struct_excessive_bools)]
pub struct LoadOptions {
    /// Instances that are in the session already take the row's values.
    pub populate_existing: bool,
    /// Rows are fetched in parts of this many.
    pub yield_per: Option<usize>,
    pub autoflush: bool,
    /// Who listens to executions has heard of it.
    pub is_announced: bool,
    /// It came from a legacy `Query`.
    pub legacy_query: bool,
    /// The instance that is refreshed.
    pub refresh_state: Option<Object>,
    /// The program asked for the refresh: attributes that it named are loaded at once.
    pub is_user_refresh: bool,
    /// Options of the call, after those of the statement.
    pub extra_options: Vec<PluginItem>,
    pub execution_options: Options,
    /// What the host said on where the statement is to be sent; `None` is by its entities.
    pub bind_arguments: Option<Rc<dyn Any>>,
    pub for_update: Option<ForUpdate>,
    pub compile: CompileOptions,
    /// Eager loaders also run for instances that are complete.
    pub invoke_all_eagers: bool,
    /// The instance whose attribute is loaded.
    pub lazy_loaded_from: Option<StateRef>,
    /// Second statements of the query on whose behalf this one runs.
    pub top: Option<Rc<PostLoads>>,
    /// `recursion_depth` that is left, by relationship.
    pub recursion: IndexMap<PropertyId, i32>,
    pub subquery: Option<Rc<SubqueryOrigin>>,
}

impl Default for LoadOptions {
    fn default() -> Self {
        Self {
            populate_existing: false,
            yield_per: None,
            autoflush: true,
            is_announced: false,
            legacy_query: false,
            refresh_state: None,
            is_user_refresh: false,
            extra_options: Vec::new(),
            execution_options: Options::default(),
            bind_arguments: None,
            for_update: None,
            compile: CompileOptions::default(),
            invoke_all_eagers: true,
            lazy_loaded_from: None,
            top: None,
            recursion: IndexMap::new(),
            subquery: None,
        }
    }
}

/// One entry of a row.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Cell {
    /// An instance; `None` where an outer join found nothing.
    Entity(Option<Object>),
    Value(Value),
    Bundle(Vec<Cell>, Rc<dyn Any>),
}

/// What an entry of the rows is, for telling rows apart.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Column {
    /// By identity.
    Entity(EntityTag),
    /// By value.
    Value(Expr),
    Bundle,
}

/// The rows of an ORM statement. They are read when they are fetched.
pub struct OrmRows {
    /// Names of the entries; an empty one has none.
    pub keys: Vec<Rc<str>>,
    /// What the entries are.
    pub columns: Vec<Column>,
    /// Joined eager loads of collections repeat rows: the program must call `unique()`.
    pub needs_unique: bool,
    /// The statement selects one entity and nothing else.
    pub single_entity: bool,
    /// The statement selects some entity: a legacy `Query` removes duplicates then.
    pub has_entities: bool,
    /// `yield_per` of the statement.
    pub yield_per: Option<usize>,
    /// What the statement did beside returning rows, where it was an INSERT, UPDATE or DELETE.
    pub outcome: Option<from_statement::Outcome>,
    context: Rc<QueryContext>,
    processors: Vec<Processor>,
    source: RowSource,
    is_top: bool,
    done: bool,
}

impl std::fmt::Debug for OrmRows {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OrmRows").field("keys", &self.keys).finish_non_exhaustive()
    }
}

enum Processor {
    Entity(Box<InstanceProcessor>),
    Value(usize),
    Bundle(Vec<Processor>, Rc<dyn Any>),
}

/// The rows that are read.
struct RowSource {
    cells: Cells,
    width: usize,
    next: usize,
    log: Option<RowLog>,
}

enum Cells {
    /// Of a result: processed by type when they are read.
    Raw(Vec<DbValue>, Vec<ResultProcessor>),
    /// Of results that were read already.
    Read(Vec<Value>),
}

impl RowSource {
    fn new(result: CursorResult, types: Option<&[Option<Type>]>) -> Self {
        let width = result.state.columns.len();
        let own = |index: usize| result.compiled().and_then(|it| it.result_columns.get(index)).map(|it| &it.ty);
        let processors = (0..width)
            .map(|index| {
                let given = types.and_then(|it| it.get(index)).and_then(Option::as_ref);
                given.or_else(|| own(index)).map_or(ResultProcessor::Plain, result_processor)
            })
            .collect();
        Self { cells: Cells::Raw(result.state.cells, processors), width, next: 0, log: result.row_log }
    }

    fn len(&self) -> usize {
        let cells = match &self.cells {
            Cells::Raw(cells, _) => cells.len(),
            Cells::Read(values) => values.len(),
        };
        cells / self.width.max(1)
    }

    fn next_row(&mut self, row: &mut Vec<Value>) -> OrmResult<bool> {
        if self.width == 0 || self.next >= self.len() {
            return Ok(false);
        }
        row.clear();
        let place = self.next * self.width..(self.next + 1) * self.width;
        match &self.cells {
            Cells::Raw(cells, processors) => {
                for (cell, processor) in cells[place].iter().zip(processors) {
                    row.push(processor.apply(cell)?);
                }
            }
            Cells::Read(values) => row.extend_from_slice(&values[place]),
        }
        self.next += 1;
        if let Some(log) = &self.log {
            log.row(row.iter().map(Value::repr));
        }
        Ok(true)
    }
}

/// Executes an ORM select. Options of the statement's own `execution_options` count too.
///
/// # Errors
/// What compiling the select, the autoflush and the statement raise.
pub fn execute_select(
    session: &Rc<Session>,
    select: &Select,
    params: &Parameters,
    options: &LoadOptions,
) -> OrmResult<OrmRows> {
    let mut load = options.clone();
    let mark = select.mark.shared();
    select.mark.set();
    let mut select = Select { mark, ..select.clone() };
    select.options.append(&mut load.extra_options);
    load.read_execution_options(&select);
    run(session, &Rc::new(select), Some(params), load)
}

impl LoadOptions {
    /// Takes over what the execution options of the statement and of the call say.
    pub fn read_execution_options(&mut self, select: &Select) {
        let find =
            |name: &str| self.execution_options.get(name).or_else(|| select.execution_options.get(name)).cloned();
        let truth = |value: &Value| !matches!(value, Value::Null | Value::Bool(false) | Value::Int(0));
        let (populate, autoflush, yield_per) = (find("populate_existing"), find("autoflush"), find("yield_per"));
        if let Some(value) = populate {
            self.populate_existing = truth(&value);
        }
        if let Some(value) = autoflush {
            self.autoflush = truth(&value);
        }
        if let Some(Value::Int(count)) = yield_per {
            self.yield_per = usize::try_from(count).ok().filter(|it| *it > 0);
        }
    }
}

/// Compiles and executes a select.
///
/// # Errors
/// As [`execute_select`].
pub fn run(
    session: &Rc<Session>,
    select: &Rc<Select>,
    params: Option<&Parameters>,
    mut load: LoadOptions,
) -> OrmResult<OrmRows> {
    let changed = if load.is_announced { None } else { session.host.before_load(session, select, &load)? };
    let select = changed.as_ref().unwrap_or(select);
    if load.autoflush {
        session.autoflush_now()?;
    }
    let wanted = load.bind_arguments.as_ref().map_or(ConnectionFor::Select(select), ConnectionFor::Arguments);
    let conn = session.connection(wanted)?;
    load.compile.legacy = load.legacy_query;
    load.compile.for_refresh = load.refresh_state.is_some();
    let told = told(&conn, &Statement::Select(select.clone()), params, &load)?;
    let (replaced, params) = match &told {
        Some((Statement::Select(select), params)) => (Some(select), Some(params)),
        _ => (None, params),
    };
    let select = replaced.unwrap_or(select);
    let plan = Rc::new(context::compile(select, load.compile.clone())?);
    for warning in &plan.warnings {
        session.host.warn(warning)?;
    }
    load.execution_options.insert(CACHE_TOKEN.into(), Value::text(cache_token::of(select, &load)));
    select.mark.set();
    let statement = Statement::Select(Rc::new(plan.statement.clone()));
    let result = send(&conn, &statement, params, &load)?;
    told_after(&conn, &Statement::Select(select.clone()), params, &load, &result)?;
    let context = QueryContext::new(session, plan, load, params.cloned(), None);
    OrmRows::new(context, RowSource::new(result, None))
}

/// Tells listeners of a statement that is about to be sent; gives what is to be sent in its place.
fn told(
    conn: &Rc<Connection>,
    statement: &Statement,
    params: Option<&Parameters>,
    load: &LoadOptions,
) -> OrmResult<Replaced> {
    Ok(announce::before_execute(conn, statement, params.unwrap_or(&ParameterSets::None), &load.execution_options)?)
}

/// The same once it was sent.
fn told_after(
    conn: &Rc<Connection>,
    statement: &Statement,
    params: Option<&Parameters>,
    load: &LoadOptions,
    result: &CursorResult,
) -> OrmResult<()> {
    let params = params.unwrap_or(&ParameterSets::None);
    Ok(announce::after_execute(conn, statement, params, &load.execution_options, result)?)
}

/// Sends a statement over a connection.
pub(super) fn send(
    conn: &Rc<Connection>,
    statement: &Statement,
    params: Option<&Parameters>,
    load: &LoadOptions,
) -> OrmResult<CursorResult> {
    let none = ParameterSets::None;
    Ok(crate::engine::execute(conn, statement, params.unwrap_or(&none), &load.execution_options)?)
}

/// The instances of a select of one entity, each once.
///
/// # Errors
/// As [`execute_select`].
pub fn load_objects(session: &Rc<Session>, select: Rc<Select>, load: LoadOptions) -> OrmResult<Vec<Object>> {
    let mut rows = run(session, &select, None, load)?;
    let mut seen = std::collections::HashSet::new();
    let mut objects = Vec::new();
    for row in rows.all()? {
        if let Some(Cell::Entity(Some(object))) = row.into_iter().next()
            && seen.insert(object.state.id)
        {
            objects.push(object);
        }
    }
    Ok(objects)
}

impl OrmRows {
    fn new(context: Rc<QueryContext>, source: RowSource) -> OrmResult<Self> {
        let plan = context.plan.clone();
        let mut processors = Vec::with_capacity(plan.entities.len());
        let mut has_entities = false;
        for entity in &plan.entities {
            processors.push(processor(&context, &plan, entity, &mut has_entities)?);
        }
        if context.load.yield_per.is_some() && (context.requires_buffering.get() || context.requires_uniquing.get()) {
            return Err(OrmError::invalid(
                "Can't use yield_per with eager loaders that require uniquing or row buffering, e.g. joinedload() \
                 against collections or subqueryload().  Consider the selectinload() strategy for better flexibility \
                 in loading objects.",
            ));
        }
        let columns = plan.entities.iter().map(column_of).collect();
        Ok(Self {
            keys: plan.entities.iter().map(QueryEntity::label).collect(),
            columns,
            needs_unique: plan.multi_row_eager_loaders,
            single_entity: matches!(plan.entities[..], [QueryEntity::Mapper { .. }]),
            has_entities,
            yield_per: context.load.yield_per,
            outcome: None,
            is_top: context.load.top.is_none(),
            processors,
            source,
            context,
            done: false,
        })
    }

    /// Whether a legacy `Query` asked for them.
    pub fn legacy_query(&self) -> bool {
        self.context.load.legacy_query
    }

    /// All rows that are left.
    ///
    /// # Errors
    /// What loading raises.
    pub fn all(&mut self) -> OrmResult<Vec<Vec<Cell>>> {
        let mut rows = Vec::with_capacity(self.source.len());
        match self.yield_per {
            Some(size) => {
                while let Some(part) = self.part(size)? {
                    rows.extend(part);
                }
            }
            None => rows.extend(self.read(usize::MAX)?),
        }
        self.done = true;
        Ok(rows)
    }

    /// The next rows, at most `size`; `None` when there are no more. Second statements run for each part.
    ///
    /// # Errors
    /// What loading raises.
    pub fn part(&mut self, size: usize) -> OrmResult<Option<Vec<Vec<Cell>>>> {
        if self.done {
            return Ok(None);
        }
        let rows = self.read(size)?;
        if rows.is_empty() {
            self.done = true;
            return Ok(None);
        }
        Ok(Some(rows))
    }

    fn read(&mut self, size: usize) -> OrmResult<Vec<Vec<Cell>>> {
        let is_part = size != usize::MAX;
        let mut rows = Vec::new();
        let mut row = Vec::with_capacity(self.source.width);
        while rows.len() < size && self.source.next_row(&mut row)? {
            let mut cells = Vec::with_capacity(self.processors.len());
            for processor in &self.processors {
                cells.push(processor.cell(&self.context, &row)?);
            }
            rows.push(cells);
        }
        self.context.finish_collections()?;
        if self.is_top && !(is_part && rows.is_empty()) {
            self.context.post_loads().run(is_part)?;
        }
        Ok(rows)
    }
}

impl Processor {
    fn cell(&self, context: &Rc<QueryContext>, row: &[Value]) -> OrmResult<Cell> {
        Ok(match self {
            Self::Entity(processor) => Cell::Entity(processor.instance(context, row)?),
            Self::Value(index) => Cell::Value(row[*index].clone()),
            Self::Bundle(parts, maker) => {
                let cells = parts.iter().map(|it| it.cell(context, row)).collect::<OrmResult<_>>()?;
                Cell::Bundle(cells, maker.clone())
            }
        })
    }
}

fn column_of(entity: &QueryEntity) -> Column {
    match entity {
        QueryEntity::Mapper { entity, .. } => Column::Entity(entity.tag()),
        QueryEntity::Column { expr, .. } => Column::Value(expr.clone()),
        QueryEntity::Bundle { .. } => Column::Bundle,
    }
}

fn processor(
    context: &Rc<QueryContext>,
    plan: &CompileState,
    entity: &QueryEntity,
    has_entities: &mut bool,
) -> OrmResult<Processor> {
    Ok(match entity {
        QueryEntity::Mapper { entity, .. } => {
            let root = if std::mem::replace(has_entities, true) {
                Root::default()
            } else {
                Root {
                    only_load_props: plan.options.only_load_props.clone(),
                    refresh: context.load.refresh_state.clone(),
                }
            };
            let path = super::path::EntityPath::root(entity.tag());
            Processor::Entity(Box::new(InstanceProcessor::new(context, entity.mapper(), &path, Some(root))?))
        }
        QueryEntity::Column { expr, index, .. } => {
            let place = context.index_of(context::Slot::Primary(*index)).ok_or_else(|| {
                OrmError::NoSuchColumn(format!("Could not locate column in row for column '{}'", describe(expr)))
            })?;
            Processor::Value(place)
        }
        QueryEntity::Bundle { parts, maker, .. } => {
            let parts = parts.iter().map(|it| processor(context, plan, it, has_entities)).collect::<OrmResult<_>>()?;
            Processor::Bundle(parts, maker.clone())
        }
    })
}

/// A column as messages name it: `plant.id`.
pub(super) fn describe(expr: &crate::sql::expr::Expr) -> String {
    match expr.as_column() {
        Some(column) => match column.owner_table() {
            Some(table) => format!("{}.{}", table.name, column.name()),
            None => column.name().to_string(),
        },
        None => crate::sql::labels::proxy_key(expr).map(|it| it.to_string()).unwrap_or_default(),
    }
}

/// How messages show an instance that has no session to ask.
pub fn detached_str(state: &StateRef) -> String {
    state.describe()
}

//! The statements of `persistence`, built and sent through the engine.

use super::errors::OrmResult;
use super::persistence::Place;
use super::unitofwork::UnitOfWork;
use crate::engine::execute::CACHE_TOKEN;
use crate::engine::{CursorResult, Options, ParameterSets, announce, execute};
use crate::sql::build::{and_, operate};
use crate::sql::compile::DialectKind;
use crate::sql::compile::Statement;
use crate::sql::dml::{Assigned, AssignedKey, Delete, Dml, DmlCommon, Insert, Update};
use crate::sql::expr::{Bind, Expr, ExprKind};
use crate::sql::operators::Op;
use crate::sql::schema::{ColumnDefault, ColumnRef, TableRef};
use crate::sql::value::Value;
use indexmap::IndexMap;
use std::rc::Rc;

/// Values of one row by column key.
pub(super) type Row = IndexMap<Rc<str>, Value>;

/// What a statement did, per parameter set.
#[derive(Debug, Default)]
pub(super) struct DmlOutcome {
    /// Rows touched; -1 when the driver does not say.
    pub(super) row_count: i64,
    /// Primary keys of inserted rows.
    pub(super) primary_keys: Vec<Vec<Value>>,
    /// Parameters with client-side defaults filled in.
    pub(super) parameters: Vec<Row>,
    /// Columns whose client-side default was filled in.
    pub(super) prefetch: Vec<ColumnRef>,
    /// Columns whose value only the database knows.
    pub(super) postfetch: Vec<ColumnRef>,
    /// Columns that were asked back, with their values.
    pub(super) returned: Vec<Vec<(ColumnRef, Value)>>,
}

/// `table_column`, the parameter name of a key in an UPDATE's WHERE.
pub(super) fn label(column: &ColumnRef) -> Rc<str> {
    crate::sql::labels::tablename_plus_col(&Expr::column(column)).unwrap_or_else(|| column.name())
}

/// Columns whose value the server makes on UPDATE.
pub(super) fn server_onupdates(table: &TableRef) -> Vec<ColumnRef> {
    table
        .columns
        .borrow()
        .values()
        .filter(|it| {
            it.schema.as_ref().is_some_and(|it| {
                let is_sql = matches!(it.onupdate.borrow().as_deref(), Some(ColumnDefault::Clause(_)));
                is_sql || it.server_onupdate.get() || it.computed.borrow().is_some()
            })
        })
        .cloned()
        .collect()
}

fn send(uow: &UnitOfWork, dml: Dml, sets: Vec<Row>) -> OrmResult<DmlOutcome> {
    // A flush has cached statements of its own, apart from the program's.
    let options: Options = [(CACHE_TOKEN.into(), Value::text("flush"))].into_iter().collect();
    let conn = uow.connection()?;
    // One set in a list is an executemany of one: sent as a plain execute.
    let parameters = match sets.len() {
        0 => ParameterSets::None,
        1 => ParameterSets::One(sets.into_iter().next().unwrap_or_default()),
        _ => ParameterSets::Many(sets),
    };
    let mut statement = Statement::Dml(Rc::new(dml));
    let mut parameters = parameters;
    if let Some(replaced) = announce::before_execute(&conn, &statement, &parameters, &options)? {
        (statement, parameters) = replaced;
    }
    let result = execute(&conn, &statement, &parameters, &options)?;
    announce::after_execute(&conn, &statement, &parameters, &options, &result)?;
    outcome(result)
}

fn outcome(result: CursorResult) -> OrmResult<DmlOutcome> {
    let context = result.context.clone();
    let mut outcome = DmlOutcome {
        row_count: result.state.row_count,
        primary_keys: result.inserted_primary_key_rows,
        parameters: context.all_parameters(),
        ..DmlOutcome::default()
    };
    if let Some(compiled) = &context.compiled {
        outcome.prefetch.extend(compiled.dml.insert_prefetch.iter().cloned());
        outcome.prefetch.extend(compiled.dml.update_prefetch.iter().cloned());
        outcome.postfetch.extend(compiled.dml.postfetch.iter().cloned());
    }
    if let Some((columns, rows)) = result.returned_defaults {
        let engine = &context.connection.engine;
        for row in rows {
            let mut values = Vec::with_capacity(columns.len());
            for (column, cell) in columns.iter().zip(row) {
                values.push((column.clone(), engine.result_processor(&column.ty()).apply(&cell)?));
            }
            outcome.returned.push(values);
        }
    }
    Ok(outcome)
}

fn returning_defaults(columns: &[ColumnRef]) -> DmlCommon {
    DmlCommon {
        return_defaults_columns: columns.to_vec(),
        return_defaults: !columns.is_empty(),
        sort_by_parameter_order: !columns.is_empty(),
        ..DmlCommon::default()
    }
}

fn insert(table: &TableRef, values: &[(ColumnRef, Expr)], returning: &[ColumnRef]) -> Dml {
    Dml::Insert(Insert {
        of: DialectKind::Default,
        table: table.clone(),
        values: assigned(values),
        multi_values: Vec::new(),
        from_select: None,
        include_defaults: true,
        inline: false,
        on_conflict: Vec::new(),
        common: returning_defaults(returning),
    })
}

fn assigned(values: &[(ColumnRef, Expr)]) -> Vec<(AssignedKey, Assigned)> {
    values.iter().map(|(column, expr)| (AssignedKey::Column(column.clone()), Assigned::Expr(expr.clone()))).collect()
}

/// INSERT of many rows; `returning`: columns whose values are needed back, in the order of the rows.
pub(super) fn insert_many(
    uow: &UnitOfWork,
    table: &TableRef,
    sets: Vec<Row>,
    returning: &[ColumnRef],
) -> OrmResult<DmlOutcome> {
    send(uow, insert(table, &[], returning), sets)
}

/// INSERT of one row, some of whose values may be SQL.
pub(super) fn insert_one(
    uow: &UnitOfWork,
    table: &TableRef,
    row: Row,
    values: &[(ColumnRef, Expr)],
    returning: &[ColumnRef],
) -> OrmResult<DmlOutcome> {
    send(uow, insert(table, values, returning), vec![row])
}

/// `column = :name`
fn equals_parameter(column: &ColumnRef, name: Rc<str>) -> OrmResult<Expr> {
    let bind = Expr::new(ExprKind::Bind(Bind::to_be_given(name)), column.ty());
    Ok(operate(Op::Eq, &Expr::column(column), &bind.into())?)
}

/// UPDATE by primary key (and version).
pub(super) fn update(
    uow: &UnitOfWork,
    at: &Place,
    sets: Vec<Row>,
    values: &[(ColumnRef, Expr)],
    returning: &[ColumnRef],
) -> OrmResult<DmlOutcome> {
    let mut where_ = Vec::new();
    for column in at.primary_key().iter().chain(&at.version()) {
        where_.push(equals_parameter(column, label(column))?);
    }
    let common = if returning.is_empty() { DmlCommon::default() } else { returning_defaults(returning) };
    let update = Update {
        table: at.table.clone(),
        values: assigned(values),
        ordered: false,
        where_: vec![and_(&where_)],
        common,
    };
    send(uow, Dml::Update(update), sets)
}

/// DELETE by primary key (and version); gives the number of rows.
pub(super) fn delete(uow: &UnitOfWork, at: &Place, sets: Vec<Row>) -> OrmResult<i64> {
    let mut where_ = Vec::new();
    for column in at.primary_key().iter().chain(&at.version()) {
        where_.push(equals_parameter(column, column.key())?);
    }
    let delete =
        || Dml::Delete(Delete { table: at.table.clone(), where_: vec![and_(&where_)], common: DmlCommon::default() });
    if at.version().is_some() {
        let mut matched = 0;
        for set in sets {
            matched += send(uow, delete(), vec![set])?.row_count;
        }
        return Ok(matched);
    }
    Ok(send(uow, delete(), sets)?.row_count)
}

/// DELETE of rows of a secondary table.
pub(super) fn delete_secondary(uow: &UnitOfWork, table: &TableRef, sets: Vec<Row>) -> OrmResult<i64> {
    let where_ = secondary_criteria(table, &sets, "")?;
    let delete = Delete { table: table.clone(), where_: vec![where_], common: DmlCommon::default() };
    Ok(send(uow, Dml::Delete(delete), sets)?.row_count)
}

/// UPDATE of rows of a secondary table, found by their `old_` values.
pub(super) fn update_secondary(uow: &UnitOfWork, table: &TableRef, sets: Vec<Row>) -> OrmResult<i64> {
    let where_ = secondary_criteria(table, &sets, "old_")?;
    let update = Update {
        table: table.clone(),
        values: Vec::new(),
        ordered: false,
        where_: vec![where_],
        common: DmlCommon::default(),
    };
    Ok(send(uow, Dml::Update(update), sets)?.row_count)
}

fn secondary_criteria(table: &TableRef, sets: &[Row], prefix: &str) -> OrmResult<Expr> {
    let given = sets.first();
    let mut where_ = Vec::new();
    for column in table.columns.borrow().values() {
        if given.is_some_and(|it| it.contains_key(&column.key())) {
            where_.push(equals_parameter(column, format!("{prefix}{}", column.key()).into())?);
        }
    }
    Ok(and_(&where_))
}

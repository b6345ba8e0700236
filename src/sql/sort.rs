//! Tables in the order of their foreign keys. Mirrors `sort_tables` of `sql/ddl.py`.

use super::error::SqlError;
use super::schema::{Constraint, ConstraintKind, TableRef};
use super::schema_ops::referred_table;
use crate::util::topological;
use std::collections::HashSet;
use std::rc::Rc;

/// Tables in order, each with the foreign key constraints that go into its CREATE TABLE; and the
/// constraints that must be added afterwards.
#[derive(Debug, Default)]
pub struct Sorted {
    /// In order.
    pub tables: Vec<(TableRef, Vec<Rc<Constraint>>)>,
    /// For ALTER TABLE.
    pub remaining: Vec<Rc<Constraint>>,
    /// A warning about cycles, if there are any.
    pub warning: Option<String>,
}

/// What to do with a foreign key constraint.
pub type Filter<'f> = dyn Fn(&Rc<Constraint>) -> Option<bool> + 'f;

/// `sort_tables_and_constraints`. `tables`: in the order in which independent ones shall come out.
///
/// `filter`: `Some(true)` puts a constraint aside, `Some(false)` keeps it whatever happens.
///
/// # Errors
/// A foreign key that names nothing; a cycle that no constraint can be taken out of.
pub fn sort_tables_and_constraints(
    tables: &[TableRef],
    filter: Option<&Filter<'_>>,
    extra: &[(TableRef, TableRef)],
) -> Result<Sorted, SqlError> {
    let mut edges: Vec<(u32, u32)> = extra.iter().map(|(a, b)| (a.id, b.id)).collect();
    for table in tables {
        edges.extend(table.dependencies.borrow().iter().filter_map(|it| Some((it.upgrade()?.id, table.id))));
    }
    let fixed = edges.len();
    let mut remaining: Vec<Rc<Constraint>> = Vec::new();
    for table in tables {
        for constraint in table.foreign_key_constraints() {
            let aside = match &constraint.kind {
                ConstraintKind::ForeignKey { options, .. } => options.use_alter,
                _ => false,
            };
            if aside || filter.and_then(|it| it(&constraint)) == Some(true) {
                remaining.push(constraint);
                continue;
            }
            if let Some(target) = referred_table(&constraint)?
                && target.id != table.id
                && !edges.contains(&(target.id, table.id))
            {
                edges.push((target.id, table.id));
            }
        }
    }
    let ids: Vec<u32> = tables.iter().map(|it| it.id).collect();
    let mut warning = None;
    let order = match topological::sort(&edges, &ids) {
        Ok(order) => order,
        Err(_) => {
            let cycles: HashSet<u32> = topological::find_cycles(&edges, &ids).into_iter().collect();
            let mut names: Vec<String> =
                tables.iter().filter(|it| cycles.contains(&it.id)).map(|it| it.key().to_string()).collect();
            names.sort();
            warning = Some(format!(
                "Cannot correctly sort tables; there are unresolvable cycles between tables \"{}\", which is usually \
                 caused by mutually dependent foreign key constraints.  Foreign key constraints involving these tables \
                 will not be considered; this warning may raise an error in a future release.",
                names.join(", ")
            ));
            for table in tables.iter().filter(|it| cycles.contains(&it.id)) {
                for constraint in table.foreign_key_constraints() {
                    if filter.and_then(|it| it(&constraint)) == Some(false) {
                        continue;
                    }
                    if let Some(target) = referred_table(&constraint)?
                        && target.id != table.id
                    {
                        let mut place = 0;
                        edges.retain(|it| {
                            place += 1;
                            place <= fixed || *it != (target.id, table.id)
                        });
                    }
                    if !remaining.iter().any(|it| Rc::ptr_eq(it, &constraint)) {
                        remaining.push(constraint);
                    }
                }
            }
            topological::sort(&edges, &ids).map_err(|cycle| {
                SqlError::CircularDependency(format!("Circular dependency detected. ({:?})", cycle.0))
            })?
        }
    };
    let sorted = order
        .into_iter()
        .filter_map(|id| tables.iter().find(|it| it.id == id))
        .map(|table| {
            let kept = table
                .foreign_key_constraints()
                .into_iter()
                .filter(|it| !remaining.iter().any(|r| Rc::ptr_eq(r, it)))
                .collect();
            (table.clone(), kept)
        })
        .collect();
    Ok(Sorted { tables: sorted, remaining, warning })
}

/// `sort_tables`: the tables in order; the second part is a warning about cycles.
///
/// # Errors
/// As [`sort_tables_and_constraints`].
pub fn sort_tables(tables: &[TableRef]) -> Result<(Vec<TableRef>, Option<String>), SqlError> {
    let sorted = sort_tables_and_constraints(tables, None, &[])?;
    Ok((sorted.tables.into_iter().map(|it| it.0).collect(), sorted.warning))
}

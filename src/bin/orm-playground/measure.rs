//! `measure`: how long compiling takes, as JSON, for `./x bench`. The same SELECT as in
//! `tools/bench/compile.py`: 20 columns of four tables, three joins, two criteria.

use orm_playground::{
    engine::cache::{CompiledCache, Key},
    sql::{
        build::{self, Operand},
        cache_key::cache_key,
        compile::{CompileOptions, Dialect, Statement, compile},
        expr::Expr,
        operators::Op,
        schema::{ColumnNode, ForeignKey, ForeignKeyOptions, ForeignKeyTarget, MetaData, SchemaColumn, TableRef},
        schema_ops,
        select::{JoinSetup, JoinTarget, Select, SelectItem},
        selectable::From,
        types::{integer_type, string_type},
        value::{HostSlot, Value},
    },
};
use std::{cell::RefCell, hint::black_box, rc::Rc, time::Instant};

const ROUNDS: u32 = 20_000;

pub(crate) fn measure(arguments: &[&str]) -> Result<u8, String> {
    if let Some(other) = arguments.first() {
        return Err(format!("measure: unexpected {other}"));
    }
    let metadata = Rc::new(MetaData::default());
    let statement = statement(&metadata).map_err(|error| error.to_string())?;
    let dialect = Dialect::sqlite();
    let make = || compile(&statement, &dialect, &CompileOptions { linting: true, ..CompileOptions::default() });
    let key_of = |hash| Key {
        statement: hash,
        column_keys: Vec::new(),
        for_executemany: false,
        translate: String::new(),
        token: String::new(),
    };
    let cache = CompiledCache::new(500);
    let key = cache_key(&statement).ok_or("measure: the statement has no key")?;
    let compiled = Rc::new(make().map_err(|error| error.to_string())?);
    compiled.set_cache_key(Rc::new(key.clone()));
    cache.put(key_of(key.hash), compiled, 0);
    let cached = best(|| {
        let key = cache_key(&statement)?;
        let found = cache.get(&key_of(key.hash))?;
        found.compiled.construct_values(None, Some(&key), None).ok().map(drop)
    });
    let scratch = best(|| make().ok().map(drop));
    println!("{}", serde_json::json!({ "cached": cached, "scratch": scratch }));
    Ok(0)
}

/// Seconds of one call: the best of five rounds.
fn best(call: impl Fn() -> Option<()>) -> f64 {
    let round = || {
        let start = Instant::now();
        for _ in 0..ROUNDS {
            black_box(call());
        }
        start.elapsed().as_secs_f64() / f64::from(ROUNDS)
    };
    (0..5).map(|_| round()).fold(f64::INFINITY, f64::min)
}

/// `metadata` must outlive the statement.
fn statement(metadata: &Rc<MetaData>) -> Result<Statement, orm_playground::sql::error::SqlError> {
    let names = ["country", "city", "street", "house"];
    let mut tables: Vec<TableRef> = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let table = schema_ops::new_table(metadata, name, None, None, None)?;
        let column = |name: &str, ty, target: Option<String>| {
            let schema = SchemaColumn::default();
            schema.primary_key.set(name == "id");
            if let Some(target) = target {
                schema.foreign_keys.borrow_mut().push(Rc::new(ForeignKey {
                    target: ForeignKeyTarget::from(&*target),
                    parent: RefCell::default(),
                    constraint: RefCell::default(),
                    options: ForeignKeyOptions::default(),
                    host: HostSlot::default(),
                }));
            }
            schema_ops::append_column(&table, &ColumnNode::new(name, ty, Some(schema)), None, false)
        };
        column("id", integer_type(), None)?;
        column("name", string_type(), None)?;
        column("code", string_type(), None)?;
        column("size", integer_type(), None)?;
        let parent = index.checked_sub(1).map(|it| format!("{}.id", names[it]));
        column("parent_id", integer_type(), parent)?;
        tables.push(table);
    }
    let column = |table: &TableRef, name: &str| table.column(name).map(|it| Expr::column(&it));
    let mut select = Select { from_: vec![From::Table(tables[0].clone())], ..Select::default() };
    for table in &tables {
        select.columns.extend(table.columns.borrow().values().map(|it| SelectItem::Expr(Expr::column(it))));
    }
    for table in &tables[1..] {
        let target = JoinTarget::From(From::Table(table.clone()));
        select.joins.push(JoinSetup {
            target,
            onclause: None,
            left: None,
            columns: None,
            is_outer: false,
            full: false,
        });
    }
    let (first, last) = (&tables[0], &tables[3]);
    let criteria = [
        column(first, "name").map(|it| build::operate(Op::Eq, &it, &Operand::Value(Value::text("x")))),
        column(last, "size").map(|it| build::operate(Op::Gt, &it, &Operand::Value(Value::Int(3)))),
    ];
    for criterion in criteria.into_iter().flatten() {
        select.where_.push(criterion?);
    }
    Ok(Statement::Select(Rc::new(select)))
}

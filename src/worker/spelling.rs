//! How other databases would get a statement, and what its parameters are: told once for each text that is sent.
//!
//! Nothing is sent to such a database: the statement is compiled again, for its dialect.

use crate::{
    engine::{
        Value,
        context::ExecutionContext,
        events::{EngineEvent, StatementEvent},
    },
    protocol::{Event, OtherDatabase, Parameter, Spelling},
    sql::compile::{CompileOptions, Compiled, Dialect, Statement, compile, type_ddl, without_host},
};
use std::{collections::HashMap, rc::Rc};

/// So many texts are told.
const MOST_TEXTS: usize = 5_000;

type Other = (OtherDatabase, Result<Compiled, String>);

/// What was told.
#[derive(Debug, Default)]
pub(super) struct Spellings {
    /// By the text that was sent.
    told: HashMap<Rc<str>, u32>,
    /// By the address of what was compiled; that is kept, so that nothing else takes its address.
    others: HashMap<*const Compiled, (Rc<Compiled>, Vec<Other>)>,
}

impl Spellings {
    /// The event to tell, if `event` brings a text that is new.
    pub(super) fn take(&mut self, event: &EngineEvent) -> Option<Event> {
        match event {
            EngineEvent::StatementCompiled { compiled, statement, options } => {
                if self.others.len() < MOST_TEXTS {
                    self.others.insert(Rc::as_ptr(compiled), (Rc::clone(compiled), others(statement, options)));
                }
                None
            }
            EngineEvent::StatementStarted(started) => self.tell(started),
            _ => None,
        }
    }

    /// The number that was told for a text.
    pub(super) fn number_of(&self, sql: &str) -> Option<u32> {
        self.told.get(sql).copied()
    }

    fn tell(&mut self, started: &StatementEvent) -> Option<Event> {
        let (compiled, others) = self.others.get(&Rc::as_ptr(started.context.compiled.as_ref()?))?;
        if self.told.len() >= MOST_TEXTS || self.told.contains_key(&started.sql) {
            return None;
        }
        let number = u32::try_from(self.told.len() + 1).ok()?;
        self.told.insert(started.sql.clone(), number);
        let parameters = parameters(&started.context, compiled);
        let others = others.iter().map(|it| spelling(it, &started.context, compiled)).collect();
        Some(Event::StatementSpelled { number, parameters, others })
    }
}

fn others(statement: &Statement, options: &CompileOptions) -> Vec<Other> {
    let options = CompileOptions { linting: false, ..options.clone() };
    let databases = [(OtherDatabase::Postgresql, Dialect::postgresql()), (OtherDatabase::Mysql, Dialect::mysql())];
    let compiled = |dialect: &Dialect| match without_host(|| compile(statement, dialect, &options)) {
        Some(done) => done.map_err(|error| error.to_string()),
        None => Err("The program writes SQL itself (@compiles); that is not asked for again.".to_owned()),
    };
    databases.into_iter().map(|(database, dialect)| (database, compiled(&dialect))).collect()
}

/// Values in the order of another compilation's parameters.
fn values_for(other: &Compiled, context: &ExecutionContext, compiled: &Compiled) -> Vec<Value> {
    let values = context.values.borrow();
    let row = values.first();
    let value = |name: &Rc<str>| row?.get(compiled.binds.get_index_of(name)?).cloned();
    other.binds.keys().map(|name| value(name).unwrap_or(Value::Null)).collect()
}

fn spelling((database, other): &Other, context: &ExecutionContext, compiled: &Compiled) -> Spelling {
    let text = other.as_ref().map_err(Clone::clone).and_then(|other| {
        let expanded = other.expand(&values_for(other, context, compiled)).map_err(|error| error.to_string())?;
        Ok(expanded.sql.to_string())
    });
    let is_error = text.is_err();
    Spelling { database: *database, text: text.unwrap_or_else(|message| message), is_error }
}

/// The parameters of one set, in the order in which they were sent.
fn parameters(context: &ExecutionContext, compiled: &Compiled) -> Vec<Parameter> {
    let dialect = &context.connection.engine.dialect;
    let Ok(expanded) = compiled.expand(&values_for(compiled, context, compiled)) else { return Vec::new() };
    let parameter = |(name, _, ty): &(Rc<str>, Value, _)| Parameter {
        name: name.to_string(),
        type_name: type_ddl(ty, dialect).unwrap_or_default(),
    };
    expanded.params.iter().map(parameter).collect()
}

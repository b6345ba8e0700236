//! A host of instances in plain Rust, for testing the ORM without Python: an instance is a map of values.

use orm_playground::engine::cache::CompiledCache;
use orm_playground::engine::clock::Clock;
use orm_playground::engine::connection::Engine;
use orm_playground::engine::dbapi::DbapiConnection;
use orm_playground::engine::driver::Driver;
use orm_playground::engine::events::{EngineEvent, Hub, SentParameters};
use orm_playground::engine::hooks::HookList;
use orm_playground::engine::native::NativeDriver;
use orm_playground::engine::pool::{Alone, Creator, Echo, PlainConnection, Pool, PoolKind, PoolOptions, ResetOnReturn};
use orm_playground::orm::errors::OrmResult;
use orm_playground::orm::host::{Host, InstanceRef};
use orm_playground::orm::identity::IdentityKey;
use orm_playground::orm::mapper::Mapper;
use orm_playground::orm::properties::{ColumnProperty, Property, PropertyKind};
use orm_playground::orm::relationships::{Declared, Lazy, Relationship};
use orm_playground::orm::session::{Bind, Session};
use orm_playground::orm::state::{InstanceState, Object, StateRef};
use orm_playground::orm::strategies::{Loaded, load_attribute};
use orm_playground::orm::{configure, loading, passive::PassiveFlag};
use orm_playground::sql::expr::{Expr, ExprKind};
use orm_playground::sql::schema::{ColumnNode, ForeignKey, ForeignKeyTarget, MetaData, SchemaColumn, TableRef};
use orm_playground::sql::schema_ops;
use orm_playground::sql::types::{integer_type, string_type};
use orm_playground::sql::value::{HostError, HostSlot, Value};
use std::any::Any;
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::{Rc, Weak};

/// One instance.
#[derive(Default)]
pub(crate) struct Instance {
    values: RefCell<HashMap<Rc<str>, Slot>>,
    state: RefCell<Weak<InstanceState>>,
}

#[derive(Clone)]
enum Slot {
    Value(Value),
    Object(Option<Object>),
    Collection(Vec<Object>),
}

#[derive(Clone)]
struct WeakInstance(Weak<Instance>);

impl std::fmt::Debug for WeakInstance {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("WeakInstance")
    }
}

impl InstanceRef for WeakInstance {
    fn is_alive(&self) -> bool {
        self.0.strong_count() > 0
    }
    fn address(&self) -> usize {
        0
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// The host.
#[derive(Default)]
pub(crate) struct PlainHost {
    /// Warnings given.
    pub(crate) warnings: RefCell<Vec<String>>,
}

fn instance(state: &InstanceState) -> Option<Rc<Instance>> {
    state.instance.get()?.as_any().downcast_ref::<WeakInstance>()?.0.upgrade()
}

impl PlainHost {
    fn slot(&self, state: &InstanceState, prop: &Property) -> Option<Slot> {
        instance(state)?.values.borrow().get(&prop.key).cloned()
    }
    fn put(&self, state: &InstanceState, prop: &Property, slot: Slot) {
        if let Some(it) = instance(state) {
            it.values.borrow_mut().insert(prop.key.clone(), slot);
        }
    }
}

impl Host for PlainHost {
    fn create(&self, mapper: &Rc<Mapper>) -> OrmResult<Object> {
        let state = InstanceState::new(mapper);
        let strong = Rc::new(Instance::default());
        *strong.state.borrow_mut() = Rc::downgrade(&state);
        let _ = state.instance.set(Box::new(WeakInstance(Rc::downgrade(&strong))));
        Ok(Object { state, strong })
    }
    fn object(&self, state: &StateRef) -> Option<Object> {
        instance(state).map(|strong| Object { state: state.clone(), strong })
    }
    fn hold(&self, state: &InstanceState) {
        *state.held.borrow_mut() = instance(state).map(|it| it as Rc<dyn Any>);
    }
    fn release(&self, state: &InstanceState) {
        *state.held.borrow_mut() = None;
    }
    fn get(&self, state: &InstanceState, prop: &Property) -> Option<Value> {
        match self.slot(state, prop)? {
            Slot::Value(value) => Some(value),
            _ => None,
        }
    }
    fn set(&self, state: &InstanceState, prop: &Property, value: Value) {
        self.put(state, prop, Slot::Value(value));
    }
    fn has(&self, state: &InstanceState, prop: &Property) -> bool {
        self.slot(state, prop).is_some()
    }
    fn remove(&self, state: &InstanceState, prop: &Property) {
        if let Some(it) = instance(state) {
            it.values.borrow_mut().remove(&prop.key);
        }
    }
    fn clause_of(&self, _value: &Value) -> Option<Expr> {
        None
    }
    fn get_object(&self, state: &InstanceState, prop: &Property) -> Option<Option<Object>> {
        match self.slot(state, prop)? {
            Slot::Object(object) => Some(object),
            _ => None,
        }
    }
    fn set_object(&self, state: &InstanceState, prop: &Property, object: Option<&Object>) {
        self.put(state, prop, Slot::Object(object.cloned()));
    }
    fn get_collection(&self, state: &InstanceState, prop: &Property) -> Option<Vec<Object>> {
        match self.slot(state, prop)? {
            Slot::Collection(members) => Some(members),
            _ => None,
        }
    }
    fn set_collection(&self, state: &InstanceState, prop: &Property, members: &[Object]) -> OrmResult<()> {
        self.put(state, prop, Slot::Collection(members.to_vec()));
        Ok(())
    }
    fn append(&self, state: &InstanceState, prop: &Property, member: &Object) -> OrmResult<()> {
        let mut members = self.get_collection(state, prop).unwrap_or_default();
        members.push(member.clone());
        self.set_collection(state, prop, &members)
    }
    fn discard(&self, state: &InstanceState, prop: &Property, member: &Object) -> OrmResult<()> {
        let mut members = self.get_collection(state, prop).unwrap_or_default();
        members.retain(|it| it != member);
        self.set_collection(state, prop, &members)
    }
    fn identity_key_str(&self, mapper: &Mapper, _key: &IdentityKey) -> String {
        mapper.class_name.to_string()
    }
    fn warn(&self, message: &str) -> OrmResult<()> {
        self.warnings.borrow_mut().push(message.to_owned());
        Ok(())
    }
    fn describe(&self, _error: &HostError) -> String {
        "error".to_owned()
    }
}

/// A database in memory, and the statements that were sent to it.
pub(crate) struct World {
    /// The host.
    pub(crate) host: Rc<PlainHost>,
    /// The engine.
    pub(crate) engine: Rc<Engine>,
    /// SQL and parameters, each on one line.
    pub(crate) log: Rc<RefCell<Vec<String>>>,
    /// Keeps the tables.
    pub(crate) metadata: Rc<MetaData>,
}

fn shown(sent: &SentParameters) -> String {
    match sent {
        SentParameters::Positional(values) => {
            format!("[{}]", values.iter().map(Value::repr).collect::<Vec<_>>().join(", "))
        }
        SentParameters::Named(_) | SentParameters::Many(_) => "[...]".to_owned(),
    }
}

impl World {
    /// An empty database.
    pub(crate) fn new() -> Self {
        let hub = Hub::new(Rc::new(Clock::default()));
        let log: Rc<RefCell<Vec<String>>> = Rc::default();
        let sink = log.clone();
        hub.set_listener(Some(Rc::new(move |event: &EngineEvent| {
            if let EngineEvent::StatementStarted(it) = event {
                sink.borrow_mut().push(format!("{} {}", it.sql.replace('\n', " "), shown(&it.parameters)));
            }
        })));
        let options = PoolOptions {
            kind: PoolKind::Static,
            size: 5,
            max_overflow: 10,
            timeout_seconds: 30.0,
            recycle_seconds: -1.0,
            pre_ping: false,
            use_lifo: false,
            store_traceback: false,
            reset_on_return: ResetOnReturn::Rollback,
            echo: Echo::Off,
            logging_name: None,
        };
        let hooks = Rc::new(HookList::default());
        let pool_hub = hub.clone();
        let creator: Creator = Rc::new(move |_| {
            let driver = NativeDriver::default().open(":memory:").expect("a database in memory opens");
            Ok(PlainConnection::pooled(DbapiConnection::new(driver, &pool_hub, None, None)))
        });
        let pool = Pool::new(options, creator, Rc::new(Alone), hub.clone(), hooks.clone());
        let engine = Rc::new(Engine {
            dialect: Rc::new(orm_playground::sql::compile::Dialect::sqlite()),
            linting: true,
            database: ":memory:".into(),
            hub,
            pool: Rc::new(RefCell::new(pool)),
            echo: Cell::new(Echo::Off),
            hide_parameters: false,
            logging_name: None,
            options: RefCell::default(),
            cache: CompiledCache::new(500),
            hooks,
            isolation_level: None,
            skip_autocommit_rollback: false,
            page_size: 1000,
            own_processors: false,
            use_insertmanyvalues: true,
            host: HostSlot::default(),
        });
        Self { host: Rc::default(), engine, log, metadata: Rc::default() }
    }

    /// A new session.
    pub(crate) fn session(&self) -> Rc<Session> {
        Session::new(self.host.clone(), Some(Bind::Engine(self.engine.clone())))
    }

    /// Runs SQL text, one statement a line.
    pub(crate) fn script(&self, sql: &str) {
        let session = self.session();
        let conn = session.connection(orm_playground::orm::host::ConnectionFor::Anything).expect("connects");
        for line in sql.lines().filter(|it| !it.trim().is_empty()) {
            let text = Expr::text(line);
            let ExprKind::Text(text) = text.kind() else { unreachable!("it is text") };
            let statement = orm_playground::sql::compile::Statement::Text(text.clone());
            orm_playground::engine::execute(&conn, &statement, &Default::default(), &Default::default())
                .expect("the script runs");
        }
        session.commit().expect("commits");
        self.log.borrow_mut().clear();
    }

    /// A table: `name type [pk] [table.column]` a column; types are `int` and `str`.
    pub(crate) fn table(&self, name: &str, columns: &[&str]) -> TableRef {
        let table = schema_ops::new_table(&self.metadata, name, None, None, None).expect("a new name");
        for column in columns {
            let words: Vec<&str> = column.split(' ').collect();
            let ty = if words[1] == "int" { integer_type() } else { string_type() };
            let schema = SchemaColumn::default();
            let mut target = None;
            for word in &words[2..] {
                if *word == "pk" {
                    schema.primary_key.set(true);
                } else {
                    target = Some(*word);
                }
            }
            let node = ColumnNode::new(words[0], ty, Some(schema));
            if let Some(target) = target {
                let key = Rc::new(ForeignKey {
                    target: ForeignKeyTarget::from(target),
                    parent: RefCell::new(Rc::downgrade(&node)),
                    constraint: RefCell::default(),
                    options: Default::default(),
                    host: HostSlot::default(),
                });
                node.schema.as_ref().expect("it has one").foreign_keys.borrow_mut().push(key);
            }
            schema_ops::append_column(&table, &node, None, false).expect("a new column");
        }
        table
    }
}

/// A mapper of all columns of a table. `deferred`: columns that are.
pub(crate) fn map(class_name: &str, table: &TableRef, deferred: &[&str]) -> Rc<Mapper> {
    let mapper = Mapper::new(class_name, "test", table.clone(), table.primary_key());
    for (key, column) in table.columns.borrow().iter() {
        let property = ColumnProperty {
            is_query_expression: false,
            columns: vec![column.clone()],
            expression: None,
            deferred: Cell::new(deferred.contains(&&**key)),
            group: None,
            raise_load: false,
            active_history: false.into(),
            expire_on_flush: true.into(),
        };
        mapper.add_property(key, PropertyKind::Column(property));
    }
    mapper
}

/// Adds a relationship.
pub(crate) fn relate(mapper: &Rc<Mapper>, key: &str, lazy: Lazy, declared: Declared) -> Rc<Property> {
    let relationship = Relationship {
        is_forced: Cell::new(false),
        argument: HostSlot::default(),
        aliased: RefCell::default(),
        lazy: Cell::new(lazy),
        collection_class: HostSlot::default(),
        declared: OnceCell::from(declared),
        joins: OnceCell::new(),
        reverse: RefCell::default(),
    };
    let prop = mapper.add_property(key, PropertyKind::Relationship(Box::new(relationship)));
    // As declared classes have them: before the columns.
    let mut props = mapper.props.borrow_mut();
    let before = props.values().filter(|it| it.as_relationship().is_some()).count() - 1;
    let last = props.len() - 1;
    props.move_index(last, before);
    prop
}

/// Works the joins out.
pub(crate) fn configure_all(relationships: &[(&Rc<Property>, &Rc<Mapper>)]) {
    for (prop, target) in relationships {
        configure::configure(prop, target, &|_| Ok(())).expect("the tables tell how they join");
    }
    for (prop, _) in relationships {
        configure::link_back_populates(prop).expect("the other side is there");
    }
}

/// The value of a column attribute as a program reads it.
pub(crate) fn value(object: &Object, key: &str) -> Value {
    let state = &object.state;
    let prop = state.mapper.property(key).expect("an attribute");
    let session = state.session().expect("a session");
    if session.host.get(state, &prop).is_none() {
        if state.is_expired(key) && !loading::refresh::is_deferred(&prop) {
            loading::load_expired(state, PassiveFlag::OFF).expect("refreshes");
        } else {
            load_attribute(state, &prop, PassiveFlag::OFF).expect("loads");
        }
    }
    session.host.get(state, &prop).unwrap_or(Value::Null)
}

/// The related objects as a program reads them.
pub(crate) fn related(object: &Object, key: &str) -> OrmResult<Vec<Object>> {
    let state = &object.state;
    let prop = state.mapper.property(key).expect("an attribute");
    let session = state.session().expect("a session");
    let host = &session.host;
    if !host.has(state, &prop) {
        let loaded = load_attribute(state, &prop, PassiveFlag::OFF)?;
        if !matches!(loaded, Loaded::WasSet) {
            loading::commit::set_committed_value(state, &prop, loaded)?;
        }
    }
    Ok(match host.get_collection(state, &prop) {
        Some(members) => members,
        None => host.get_object(state, &prop).flatten().into_iter().collect(),
    })
}

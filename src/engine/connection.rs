//! Engine and connection: statements, transactions, savepoints. Mirrors `engine/base.py`.
//!
//! Compiled statements are executed in `execute`; this file knows SQL text and parameters only.

use super::cache::CompiledCache;
use super::context::{CurrentContext, ExecutionContext};
use super::dbapi::{CursorState, DbapiConnection};
use super::error::{DbapiError, EngineError, FailedStatement};
use super::events::{EngineEvent, Hub, LogLevel, SentParameters, StatementEvent, StatementOutcome, TransactionEvent};
use super::execute::CursorResult;
use super::hooks::{HookList, SavepointStatement};
use super::isolation::set_isolation_level;
use super::pool::{Checkout, Echo, Pool, Reason};
use super::reprs;
use super::transaction::Transaction;
use crate::sql::compile::Dialect;
use crate::sql::value::{HostSlot, Value};
use indexmap::IndexMap;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

/// Execution options by name.
pub type Options = IndexMap<Rc<str>, Value>;

/// An engine: a pool, a compiled cache, settings.
#[derive(Debug)]
pub struct Engine {
    /// `create_engine("sqlite:///name")`: the name, or `:memory:`.
    pub database: Rc<str>,
    /// The run's hub.
    pub hub: Rc<Hub>,
    /// The pool; replaced by `dispose()`, shared with engines made by `execution_options()`.
    pub pool: Rc<RefCell<Rc<Pool>>>,
    /// `echo=`
    pub echo: Cell<Echo>,
    /// `hide_parameters=`
    pub hide_parameters: bool,
    /// `logging_name=`
    pub logging_name: Option<Rc<str>>,
    /// Execution options of every connection.
    pub options: RefCell<Options>,
    /// Compiled statements.
    pub cache: Rc<CompiledCache>,
    /// Who listens.
    pub hooks: Rc<HookList>,
    /// `create_engine(isolation_level=)`
    pub isolation_level: Option<Rc<str>>,
    /// `skip_autocommit_rollback=`
    pub skip_autocommit_rollback: bool,
    /// What statements are compiled for.
    pub dialect: Rc<Dialect>,
    /// `enable_from_linting=`
    pub linting: bool,
    /// `insertmanyvalues_page_size=`
    pub page_size: usize,
    /// `use_insertmanyvalues=`
    pub use_insertmanyvalues: bool,
    /// `create_engine(json_serializer=)` and its kin: types convert as its dialect says.
    pub own_processors: bool,
    /// The host's object.
    pub host: HostSlot,
}

/// A connection of an engine.
pub struct Connection {
    /// Its engine.
    pub engine: Rc<Engine>,
    me: Weak<Connection>,
    checkout: RefCell<Option<Rc<Checkout>>>,
    /// Whether its lines are logged; asked once, as the reference does.
    pub(super) is_logged: bool,
    can_reconnect: Cell<bool>,
    in_begin: Cell<bool>,
    allow_autobegin: Cell<bool>,
    savepoint_count: Cell<u32>,
    /// Options of this connection.
    pub options: RefCell<Options>,
    isolation_changed: Cell<bool>,
    pub(super) transaction: RefCell<Option<Rc<Transaction>>>,
    pub(super) nested: RefCell<Option<Rc<Transaction>>>,
    /// The `with` block of a transaction that is open.
    pub(super) context: RefCell<Option<Rc<Transaction>>>,
    /// Listeners of this connection alone.
    pub hooks: HookList,
    /// What is being executed.
    pub current: RefCell<Option<Rc<ExecutionContext>>>,
    /// The host's object.
    pub host: HostSlot,
}

impl std::fmt::Debug for Connection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Connection")
    }
}

type Done<T = ()> = Result<T, EngineError>;

impl Engine {
    /// A new connection, taken from the pool.
    ///
    /// # Errors
    /// The library's when it cannot be opened; the pool's.
    pub fn connect(self: &Rc<Self>) -> Done<Rc<Connection>> {
        let checkout = self.raw_connection().map_err(|error| match error {
            EngineError::Driver(orig) => EngineError::Dbapi { orig, failed: self.failed(None, None, false) },
            other => other,
        })?;
        let options = self.options.borrow().clone();
        let conn = Rc::new_cyclic(|me| Connection {
            engine: self.clone(),
            me: me.clone(),
            checkout: RefCell::new(Some(checkout)),
            is_logged: self.is_logged(LogLevel::Info),
            can_reconnect: Cell::new(true),
            in_begin: Cell::new(false),
            allow_autobegin: Cell::new(true),
            savepoint_count: Cell::new(0),
            options: RefCell::new(options.clone()),
            isolation_changed: Cell::new(false),
            transaction: RefCell::default(),
            nested: RefCell::default(),
            context: RefCell::default(),
            hooks: HookList::default(),
            current: RefCell::default(),
            host: HostSlot::default(),
        });
        if !options.is_empty() {
            conn.set_options(&options)?;
        }
        for hook in self.hooks.all() {
            hook.engine_connect(&conn).map_err(EngineError::Host)?;
        }
        Ok(conn)
    }

    /// A connection of the pool.
    ///
    /// # Errors
    /// As [`Self::connect`].
    pub fn raw_connection(&self) -> Done<Rc<Checkout>> {
        let pool = self.pool.borrow().clone();
        pool.connect()
    }

    /// Closes the idle connections and starts a new pool.
    pub fn dispose(&self) {
        let pool = self.pool.borrow().clone();
        let _ = pool.dispose();
        *self.pool.borrow_mut() = pool.recreate();
    }

    fn logger(&self) -> String {
        match &self.logging_name {
            Some(name) => format!("sqlalchemy.engine.Engine.{name}"),
            None => "sqlalchemy.engine.Engine".to_owned(),
        }
    }

    /// Whether lines of this level are logged.
    pub fn is_logged(&self, level: LogLevel) -> bool {
        let echo = self.echo.get();
        (echo != Echo::Off || self.hub.may_log()) && self.hub.is_logged(&self.logger(), level, echo)
    }

    /// Writes a line to the engine's log.
    pub fn log(&self, level: LogLevel, message: &str) {
        self.hub.log(&self.logger(), level, self.echo.get(), message);
    }

    fn failed(
        &self,
        statement: Option<Rc<str>>,
        parameters: Option<Rc<SentParameters>>,
        many: bool,
    ) -> FailedStatement {
        FailedStatement {
            statement,
            parameters,
            hide_parameters: self.hide_parameters,
            many,
            connection_invalidated: false,
        }
    }
}

impl Connection {
    fn rc(&self) -> Rc<Self> {
        self.me.upgrade().expect("a connection is only used through its Rc")
    }

    pub(super) fn hook_list(&self) -> Vec<Rc<dyn super::hooks::Hooks>> {
        let mut hooks = self.hooks.all();
        hooks.extend(self.engine.hooks.all());
        hooks
    }

    /// Writes a line to the engine's log, behind the connection's `logging_token`.
    fn log_at(&self, level: LogLevel, message: &str) {
        match self.option("logging_token") {
            Some(token) if token != Value::Null => {
                self.engine.log(level, &format!("[{}] {message}", token.display()));
            }
            _ => self.engine.log(level, message),
        }
    }

    fn log(&self, message: &str) {
        self.log_at(LogLevel::Info, message);
    }

    /// Writes a line about a row that was received, where `echo="debug"` asks for it.
    pub fn log_debug(&self, message: &str) {
        self.log_at(LogLevel::Debug, message);
    }

    fn log_parameters(&self, parameters: &SentParameters, stats: &str) {
        if self.engine.hide_parameters {
            self.log(&format!("[{stats}] [SQL parameters hidden due to hide_parameters=True]"));
        } else {
            self.log(&format!("[{stats}] {}", reprs::parameters_repr(parameters)));
        }
    }

    /// Whether it was closed.
    pub fn is_closed(&self) -> bool {
        self.checkout.borrow().is_none() && !self.can_reconnect.get()
    }
    /// Whether the database connection was lost and not replaced yet.
    pub fn is_invalidated(&self) -> bool {
        match &*self.checkout.borrow() {
            Some(checkout) => checkout.dbapi().is_none() && !checkout.is_detached() && self.can_reconnect.get(),
            None => self.can_reconnect.get(),
        }
    }
    /// Whether a transaction is open.
    pub fn in_transaction(&self) -> bool {
        self.transaction.borrow().as_ref().is_some_and(|it| it.is_active())
    }
    /// Whether a savepoint is open.
    pub fn in_nested_transaction(&self) -> bool {
        self.nested.borrow().as_ref().is_some_and(|it| it.is_active())
    }
    /// The transaction, if one began.
    pub fn get_transaction(&self) -> Option<Rc<Transaction>> {
        self.transaction.borrow().clone()
    }
    /// The innermost savepoint.
    pub fn get_nested_transaction(&self) -> Option<Rc<Transaction>> {
        self.nested.borrow().clone()
    }

    /// The pool's connection; opened anew after an invalidation.
    ///
    /// # Errors
    /// `ResourceClosedError` when closed; `PendingRollbackError` after an invalidation inside a transaction.
    pub fn checkout(&self) -> Done<Rc<Checkout>> {
        if let Some(checkout) = self.checkout.borrow().clone() {
            return Ok(checkout);
        }
        if self.can_reconnect.get() {
            if self.transaction.borrow().is_some() {
                return Err(self.invalid_transaction());
            }
            let checkout = self.engine.raw_connection()?;
            *self.checkout.borrow_mut() = Some(checkout.clone());
            return Ok(checkout);
        }
        Err(EngineError::closed())
    }

    /// The database connection.
    ///
    /// # Errors
    /// As [`Self::checkout`].
    pub fn dbapi(&self) -> Done<Rc<DbapiConnection>> {
        self.checkout()?.dbapi().ok_or_else(EngineError::closed)
    }

    fn has_valid_dbapi(&self) -> bool {
        self.checkout.borrow().as_ref().is_some_and(|it| it.dbapi().is_some())
    }

    pub(super) fn invalid_transaction(&self) -> EngineError {
        let savepoint = if self.nested.borrow().is_some() { "savepoint " } else { "" };
        EngineError::core(
            "PendingRollbackError",
            format!(
                "Can't reconnect until invalid {savepoint}transaction is rolled back.  Please rollback() \
                 fully before proceeding"
            ),
            Some("8s2b"),
        )
    }

    /// Changes options; `isolation_level` acts on the database connection.
    ///
    /// # Errors
    /// `InvalidRequestError` for an isolation level inside a transaction, `ArgumentError` for an unknown one.
    pub fn set_options(&self, options: &Options) -> Done {
        for (key, value) in options {
            self.options.borrow_mut().insert(key.clone(), value.clone());
        }
        let Some(level) = options.get("isolation_level") else { return Ok(()) };
        if self.in_transaction() {
            return Err(EngineError::invalid_request(
                "This connection has already initialized a SQLAlchemy Transaction() object via begin() or \
                 autobegin; isolation_level may not be altered unless rollback() or commit() is called first.",
            ));
        }
        let Value::Text(level) = level else { return Ok(()) };
        if !self.isolation_changed.replace(true)
            && let Some(record) = self.checkout()?.record()
        {
            let default = self.engine.isolation_level.clone().unwrap_or_else(|| "SERIALIZABLE".into());
            record.on_check_in(Box::new(move |conn| {
                if let Some(dbapi) = conn.dbapi() {
                    let _ = set_isolation_level(&dbapi, &default);
                }
            }));
        }
        set_isolation_level(&*self.dbapi()?, level)
    }

    /// An option of this connection, or that its engine had when it connected.
    pub fn option(&self, name: &str) -> Option<Value> {
        self.options.borrow().get(name).cloned()
    }

    // Transactions

    /// `begin()`
    ///
    /// # Errors
    /// `InvalidRequestError` when one is open already.
    pub fn begin(&self) -> Done<Rc<Transaction>> {
        if self.transaction.borrow().is_some() {
            return Err(EngineError::invalid_request(
                "This connection has already initialized a SQLAlchemy Transaction() object via begin() or \
                 autobegin; can't call begin() here unless rollback() or commit() is called first.",
            ));
        }
        self.check_context()?;
        self.begin_impl()?;
        let transaction = Transaction::root(self.rc());
        *self.transaction.borrow_mut() = Some(transaction.clone());
        Ok(transaction)
    }

    /// `begin_nested()`
    ///
    /// # Errors
    /// Those of the SAVEPOINT.
    pub fn begin_nested(&self) -> Done<Rc<Transaction>> {
        if self.transaction.borrow().is_none() {
            self.autobegin()?;
        }
        self.check_context()?;
        let name = self.savepoint_impl()?;
        let previous = self.nested.borrow().clone();
        let transaction = Transaction::nested(self.rc(), name, previous);
        *self.nested.borrow_mut() = Some(transaction.clone());
        Ok(transaction)
    }

    fn autobegin(&self) -> Done {
        if self.allow_autobegin.get() && !self.in_begin.get() {
            self.begin()?;
        }
        Ok(())
    }

    /// `commit()`: nothing without a transaction.
    ///
    /// # Errors
    /// The library's; `PendingRollbackError`.
    pub fn commit(&self) -> Done {
        let transaction = self.transaction.borrow().clone();
        transaction.map_or(Ok(()), |it| it.commit())
    }

    /// `rollback()`: nothing without a transaction.
    ///
    /// # Errors
    /// The library's.
    pub fn rollback(&self) -> Done {
        let transaction = self.transaction.borrow().clone();
        transaction.map_or(Ok(()), |it| it.rollback())
    }

    fn emit_transaction(&self, event: TransactionEvent) {
        let hub = &self.engine.hub;
        if hub.is_listened() {
            let connection = self.checkout.borrow().as_ref().and_then(|it| it.dbapi()).map_or(0, |it| it.number);
            hub.emit(&EngineEvent::Transaction {
                connection,
                event,
                place: hub.place(),
                causes: hub.causes(),
                at_micros: hub.clock.now_micros(),
            });
        }
    }

    fn begin_impl(&self) -> Done {
        if self.is_logged {
            self.log(if self.is_autocommit() {
                "BEGIN (implicit; DBAPI should not BEGIN due to autocommit mode)"
            } else {
                "BEGIN (implicit)"
            });
        }
        self.in_begin.set(true);
        self.emit_transaction(TransactionEvent::Begin);
        // As in the reference, nothing begins by itself any more after a listener failed here.
        self.tell(|hook, conn| hook.begin(conn))?;
        let opened = self.checkout().map(|_| ()).map_err(|it| self.handled(None, it));
        self.in_begin.set(false);
        opened
    }

    /// What becomes of an error: listeners may replace it, and outside of a transaction all is rolled back.
    pub(super) fn handled(&self, context: Option<&Rc<ExecutionContext>>, error: EngineError) -> EngineError {
        let conn = self.rc();
        let replaced = self.hook_list().iter().find_map(|it| it.handle_error(&conn, context, &error));
        if !self.is_invalidated() && !self.in_transaction() {
            // As in the reference, the error that is told is the first.
            let _ = self.rollback_impl();
        }
        replaced.unwrap_or(error)
    }

    /// `begin_twophase()`, which SQLite has not: what is done before and after it is refused.
    ///
    /// # Errors
    /// `InvalidRequestError` when a transaction is open.
    pub fn refuse_twophase(&self) -> Done {
        if self.transaction.borrow().is_some() {
            return Err(EngineError::invalid_request(
                "Cannot start a two phase transaction when a transaction is already in progress.",
            ));
        }
        self.rollback_impl()
    }

    fn tell(
        &self,
        call: impl Fn(&dyn super::hooks::Hooks, &Rc<Connection>) -> Result<(), crate::sql::value::HostError>,
    ) -> Done {
        for hook in self.hook_list() {
            call(&*hook, &self.rc()).map_err(EngineError::Host)?;
        }
        Ok(())
    }

    pub(super) fn rollback_impl(&self) -> Done {
        self.emit_transaction(TransactionEvent::Rollback);
        self.tell(|hook, conn| hook.rollback(conn))?;
        if !self.has_valid_dbapi() {
            return Ok(());
        }
        if self.is_logged {
            self.log(match (self.is_autocommit(), self.engine.skip_autocommit_rollback) {
                (false, _) => "ROLLBACK",
                (true, true) => "ROLLBACK will be skipped by skip_autocommit_rollback",
                (true, false) => {
                    "ROLLBACK using DBAPI connection.rollback(); set skip_autocommit_rollback to prevent fully"
                }
            });
        }
        let dbapi = self.dbapi()?;
        self.engine.hub.clock.round_trip();
        dbapi.rollback().map_err(|orig| self.handled(None, self.wrap(orig, None, None, false)))
    }

    pub(super) fn commit_impl(&self) -> Done {
        self.emit_transaction(TransactionEvent::Commit);
        self.tell(|hook, conn| hook.commit(conn))?;
        if self.is_logged {
            self.log(if self.is_autocommit() {
                "COMMIT using DBAPI connection.commit(), has no effect due to autocommit mode"
            } else {
                "COMMIT"
            });
        }
        let dbapi = self.dbapi()?;
        self.engine.hub.clock.round_trip();
        dbapi.commit().map_err(|orig| self.handled(None, self.wrap(orig, None, None, false)))
    }

    fn savepoint_impl(&self) -> Done<Rc<str>> {
        self.emit_transaction(TransactionEvent::Savepoint);
        self.tell(|hook, conn| hook.savepoint(conn))?;
        let number = self.savepoint_count.get() + 1;
        self.savepoint_count.set(number);
        let name: Rc<str> = format!("sa_savepoint_{number}").into();
        self.execute_savepoint(SavepointStatement::Make, &name)?;
        Ok(name)
    }

    pub(super) fn rollback_to_savepoint_impl(&self, name: &Rc<str>) -> Done {
        self.emit_transaction(TransactionEvent::RollbackToSavepoint(name.clone()));
        self.tell(|hook, conn| hook.rollback_savepoint(conn, name))?;
        if self.has_valid_dbapi() {
            self.execute_savepoint(SavepointStatement::RollbackTo, name)?;
        }
        Ok(())
    }

    pub(super) fn release_savepoint_impl(&self, name: &Rc<str>) -> Done {
        self.emit_transaction(TransactionEvent::ReleaseSavepoint(name.clone()));
        self.tell(|hook, conn| hook.release_savepoint(conn, name))?;
        self.execute_savepoint(SavepointStatement::Release, name)
    }

    fn execute_savepoint(&self, statement: SavepointStatement, name: &str) -> Done {
        self.tell(|hook, conn| hook.savepoint_statement(conn, statement, name, None))?;
        let sql: Rc<str> = format!("{} {name}", statement.words()).into();
        let options = self.options.borrow().clone();
        let done = self.execute_text(sql, SentParameters::empty(), options, "no key 0.00005s")?;
        self.tell(|hook, conn| hook.savepoint_statement(conn, statement, name, Some(&done.context)))
    }

    // Statements

    /// `_trans_ctx_check`: refuses work in a `with` block whose transaction is over.
    pub(super) fn check_context(&self) -> Done {
        let context = self.context.borrow().clone();
        match context {
            Some(context) if !context.is_active() => Err(EngineError::invalid_request(
                "Can't operate on closed transaction inside context manager.  Please complete the context \
                 manager before emitting further commands.",
            )),
            _ => Ok(()),
        }
    }

    /// What every execution checks first: open, no failed transaction, a transaction begun.
    ///
    /// # Errors
    /// `ResourceClosedError`, `PendingRollbackError`, `InvalidRequestError`.
    pub fn prepare_execution(
        &self,
        sql: &Rc<str>,
        parameters: impl FnOnce() -> Option<Rc<SentParameters>>,
    ) -> Done<Rc<DbapiConnection>> {
        let dbapi = self.dbapi()?;
        // The reference makes its cursor here.
        if dbapi.is_closed() {
            let orig = DbapiError::closed_database();
            return Err(self.handled(None, self.wrap(orig, Some(sql.clone()), parameters(), false)));
        }
        let inactive = |it: &RefCell<Option<Rc<Transaction>>>| it.borrow().as_ref().is_some_and(|it| !it.is_active());
        if inactive(&self.transaction) || inactive(&self.nested) {
            return Err(self.invalid_transaction());
        }
        self.check_context()?;
        if self.transaction.borrow().is_none() {
            self.autobegin()?;
        }
        Ok(dbapi)
    }

    /// `exec_driver_sql`; `options`: those of this call.
    ///
    /// # Errors
    /// The library's.
    pub fn exec_driver_sql(&self, sql: &str, parameters: SentParameters, options: &Options) -> Done<CursorResult> {
        let mut all = self.options.borrow().clone();
        all.extend(options.clone());
        self.execute_text(sql.into(), parameters, all, "raw sql")
    }

    /// Sends SQL text after the usual checks. `stats`: what the log shows before the parameters.
    fn execute_text(
        &self,
        sql: Rc<str>,
        parameters: SentParameters,
        options: Options,
        stats: &str,
    ) -> Done<CursorResult> {
        self.prepare_execution(&sql, || Some(Rc::new(parameters.clone())))?;
        let conn = self.rc();
        let context = ExecutionContext::text(&conn, sql.clone(), &parameters, options);
        let _current = CurrentContext::set(self, &context);
        let state = self.send(&context, sql, parameters, stats, context.is_many, false)?;
        Ok(CursorResult::of_text(context.clone(), state))
    }

    /// Sends SQL text: events, log, the library. `many` is told to the events; `shorten`: the log and
    /// errors show a long statement shortened (batches of insertmanyvalues).
    ///
    /// # Errors
    /// The library's.
    pub(super) fn send(
        &self,
        context: &Rc<ExecutionContext>,
        sql: Rc<str>,
        parameters: SentParameters,
        stats: &str,
        many: bool,
        shorten: bool,
    ) -> Done<CursorState> {
        let dbapi = self.dbapi()?;
        let (mut sql, mut parameters) = (sql, Rc::new(parameters));
        let hub = &self.engine.hub;
        let started_micros = hub.clock.now_micros();
        let number = hub.next_statement();
        // Told before a listener of the program may rewrite it, as the recorder of the cases hears it.
        if hub.is_listened() {
            hub.emit(&EngineEvent::StatementStarted(StatementEvent {
                number,
                connection: dbapi.number,
                context: context.clone(),
                sql: sql.clone(),
                parameters: parameters.clone(),
                many,
                causes: hub.causes(),
                place: hub.place(),
                started_micros,
            }));
        }
        let hooks = self.hook_list();
        for hook in &hooks {
            let changed =
                hook.before_cursor_execute(&self.rc(), context, &sql, &parameters, many).map_err(EngineError::Host)?;
            if let Some((new_sql, new_parameters)) = changed {
                (sql, parameters) = (new_sql, Rc::new(new_parameters));
            }
        }
        if self.is_logged {
            if shorten {
                self.log(&reprs::long_statement(&sql));
            } else {
                self.log(&sql);
            }
            self.log_parameters(&parameters, stats);
        }
        context.sends(&sql, &parameters);
        hub.clock.round_trip();
        let mut instead = None;
        for hook in &hooks {
            instead = hook.do_execute(context, &sql, &parameters).map_err(EngineError::Host)?;
            if instead.is_some() {
                break;
            }
        }
        let result = instead.map_or_else(|| dbapi.execute(&sql, &parameters), Ok);
        if hub.is_listened() {
            let elapsed_micros = hub.clock.now_micros() - started_micros;
            let outcome = match &result {
                Ok(state) => StatementOutcome {
                    row_count: if state.columns.is_empty() {
                        u64::try_from(state.row_count).unwrap_or(0)
                    } else {
                        state.len() as u64
                    },
                    returns_rows: !state.columns.is_empty(),
                    elapsed_micros,
                    error: None,
                },
                Err(error) => StatementOutcome {
                    row_count: 0,
                    returns_rows: false,
                    elapsed_micros,
                    error: Some(error.message.to_string()),
                },
            };
            hub.emit(&EngineEvent::StatementFinished(number, outcome));
        }
        let state = result.map_err(|orig| {
            let shown = if shorten { reprs::long_statement(&sql).into() } else { sql.clone() };
            let error = self.wrap(orig, Some(shown), Some(parameters.clone()), many && !shorten);
            self.handled(Some(context), error)
        })?;
        context.received(&state);
        for hook in &hooks {
            hook.after_cursor_execute(&self.rc(), context, &sql, &parameters, many).map_err(EngineError::Host)?;
        }
        Ok(state)
    }

    pub(super) fn failed(
        &self,
        statement: Option<Rc<str>>,
        parameters: Option<Rc<SentParameters>>,
        many: bool,
    ) -> FailedStatement {
        self.engine.failed(statement, parameters, many)
    }

    pub(super) fn wrap(
        &self,
        orig: DbapiError,
        statement: Option<Rc<str>>,
        parameters: Option<Rc<SentParameters>>,
        many: bool,
    ) -> EngineError {
        let mut failed = self.failed(statement, parameters, many);
        if orig.is_disconnect() {
            // This connection and all others of the pool are replaced.
            failed.connection_invalidated = true;
            self.lose(Some(Reason::Dbapi(&orig)), true);
        }
        EngineError::Dbapi { orig, failed }
    }

    /// The database connection is lost; `whole_pool`: with it all of the pool.
    pub fn lose(&self, reason: Option<Reason<'_>>, whole_pool: bool) {
        let checkout = self.checkout.borrow_mut().take();
        if let Some(checkout) = checkout {
            if whole_pool {
                checkout.pool.clone().invalidate(&checkout, reason, true);
            } else {
                let _ = checkout.invalidate(false, reason);
            }
        }
    }

    // Ends

    /// `close()`: rolls back what is open and gives the connection back.
    ///
    /// # Errors
    /// The library's, of the rollback; it is closed all the same.
    pub fn close(&self) -> Done {
        let transaction = self.transaction.borrow().clone();
        let was_reset = transaction.is_some();
        let closed = transaction.map_or(Ok(()), |it| it.close());
        let checkout = self.checkout.borrow_mut().take();
        let given_back = checkout.map_or(Ok(()), |it| it.close(was_reset));
        self.can_reconnect.set(false);
        closed.and(given_back)
    }

    /// `invalidate()`
    ///
    /// # Errors
    /// `ResourceClosedError` when closed; that of a listener.
    pub fn invalidate(&self, reason: Option<Reason<'_>>) -> Done {
        if self.is_invalidated() {
            return Ok(());
        }
        if self.is_closed() {
            return Err(EngineError::closed());
        }
        let checkout = self.checkout.borrow_mut().take();
        checkout.map_or(Ok(()), |it| it.invalidate(false, reason).map(|_| ()))
    }

    /// `detach()`
    ///
    /// # Errors
    /// `ResourceClosedError`; `InvalidRequestError` after an invalidation.
    pub fn detach(&self) -> Done {
        if self.is_closed() {
            return Err(EngineError::closed());
        }
        let checkout = self.checkout.borrow().clone();
        match checkout {
            Some(checkout) => checkout.detach(),
            None => Err(EngineError::invalid_request("Can't detach an invalidated Connection")),
        }
    }

    /// Begins nothing by itself (the ORM's autobegin=False).
    pub fn set_allow_autobegin(&self, allowed: bool) {
        self.allow_autobegin.set(allowed);
    }
}

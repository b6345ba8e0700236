"""Engine and Connection. Shells over the native engine."""

import contextlib

import _sqlalchemy as _n

from .. import exc, util
from ..sql.column_defaults import DefaultGenerator


class Transaction(_n.TransactionObject):
    def __bool__(self):
        return True


class RootTransaction(Transaction):
    is_nested = False


class NestedTransaction(Transaction):
    nested = True


class TwoPhaseTransaction(RootTransaction):
    pass


class Connection(_n.ConnectionObject):
    _execution_context = None
    _sqla_logger_namespace = "sqlalchemy.engine.Connection"
    _is_autocommit = False

    def __new__(cls, engine, connection=None):
        util.refuse("Connection", connection=connection)
        made = engine.connect()
        if cls is not Connection:
            made.__class__ = cls
        return made

    def __init__(self, *args, **kw):
        pass

    @property
    def engine(self):
        return _n.conn_call(self, "engine")

    @property
    def dialect(self):
        return self.engine.dialect

    @property
    def closed(self):
        return _n.conn_call(self, "closed")

    @property
    def invalidated(self):
        return _n.conn_call(self, "invalidated")

    @property
    def connection(self):
        return _n.conn_checkout(self)

    @property
    def info(self):
        return self.connection.info

    @property
    def default_isolation_level(self):
        return "SERIALIZABLE"

    def get_isolation_level(self):
        return _n.conn_call(self, "get_isolation_level")

    def execution_options(self, **opt):
        listeners = self._listeners("set_connection_execution_options")
        for fn in listeners:
            fn(self, opt)
        if "isolation_level" in opt:
            self.dialect._check_isolation_level(opt["isolation_level"].replace("_", " ").upper())
        _n.conn_set_options(self, opt)
        return self

    def get_execution_options(self):
        return util.immutabledict(_n.conn_call(self, "options"))

    _execution_options = property(get_execution_options)

    def begin(self):
        return _n.conn_call(self, "begin")

    def begin_nested(self):
        return _n.conn_call(self, "begin_nested")

    def begin_twophase(self, xid=None):
        _n.conn_call(self, "refuse_twophase")
        raise NotImplementedError()

    def recover_twophase(self):
        raise NotImplementedError()

    def commit_prepared(self, xid, recover=False):
        raise NotImplementedError()

    rollback_prepared = commit_prepared

    def commit(self):
        _n.conn_call(self, "commit")

    def rollback(self):
        _n.conn_call(self, "rollback")

    def close(self):
        _n.conn_call(self, "close")

    def invalidate(self, exception=None):
        _n.conn_invalidate(self, exception)

    def detach(self):
        _n.conn_call(self, "detach")

    def in_transaction(self):
        return _n.conn_call(self, "in_transaction")

    def in_nested_transaction(self):
        return _n.conn_call(self, "in_nested_transaction")

    def get_transaction(self):
        return _n.conn_call(self, "get_transaction")

    def get_nested_transaction(self):
        return _n.conn_call(self, "get_nested_transaction")

    def _listeners(self, name):
        from ..event import _engine_listeners
        return _engine_listeners(self, name)

    def execute(self, statement, parameters=None, *, execution_options=None):
        if not parameters and parameters.__class__ in (list, tuple):
            util.warn_deprecated("Empty parameter sequence passed to execute(). This use is deprecated and will raise an "
                                 "exception in a future SQLAlchemy release", "2.1")
        if isinstance(statement, DefaultGenerator):
            util.warn_deprecated("Using the .execute() method to invoke a DefaultGenerator object is deprecated; please "
                                 "use the .scalar() method.", "2.0")
        return self._run(statement, parameters, execution_options)

    def _run(self, statement, parameters, execution_options):
        from .. import event
        if not event._active:
            return _n.conn_execute(self, statement, parameters, execution_options)
        return event._execute(self, statement, parameters, execution_options)

    def scalar(self, statement, parameters=None, *, execution_options=None):
        if isinstance(statement, DefaultGenerator):
            return self._run(statement, parameters, execution_options)
        return self.execute(statement, parameters, execution_options=execution_options).scalar()

    def scalars(self, statement, parameters=None, *, execution_options=None):
        return self.execute(statement, parameters, execution_options=execution_options).scalars()

    def exec_driver_sql(self, statement, parameters=None, execution_options=None):
        if isinstance(parameters, list) and parameters and not isinstance(parameters[0], (dict, tuple)):
            raise exc.ArgumentError("List argument must consist only of tuples or dictionaries")
        if parameters is not None and not isinstance(parameters, (list, tuple, dict)) and not hasattr(
                parameters, "keys"):
            raise exc.ArgumentError("mapping or sequence expected for parameters")
        return _n.conn_exec_driver_sql(self, statement, parameters, execution_options)

    def schema_for_object(self, obj):
        schemas = self.get_execution_options().get("schema_translate_map") or {}
        return schemas.get(obj.schema, obj.schema)

    def _run_ddl_visitor(self, visit, checkfirst):
        visit(self, checkfirst)

    def __enter__(self):
        return self

    def __exit__(self, type_, value, traceback):
        self.close()


class Engine(_n.EngineObject):
    logging_name = _option_parent = _echo = None
    hide_parameters = False

    @property
    def engine(self):
        return self

    @property
    def name(self):
        return self.dialect.name

    @property
    def driver(self):
        return self.dialect.driver

    @property
    def echo(self):
        return self._echo

    @echo.setter
    def echo(self, value):
        self._echo = value
        _n.engine_set_echo(self, value)

    @property
    def pool(self):
        return self._pools[0]

    def connect(self):
        return _n.engine_connect(self)

    @contextlib.contextmanager
    def begin(self):
        with self.connect() as conn:
            with conn.begin():
                yield conn

    def _run_ddl_visitor(self, visit, checkfirst):
        with self.begin() as conn:
            visit(conn, checkfirst)

    def raw_connection(self):
        return _n.engine_raw_connection(self)

    def dispose(self, close=True):
        if close:
            self.pool.dispose()
        self._pools[0] = self.pool.recreate()
        _n.engine_set_pool(self, self.pool)
        from ..event import _fire
        _fire(self, "engine_disposed", self)

    def execution_options(self, **opt):
        made = OptionEngine.__new__(OptionEngine)
        made.__dict__.update(self.__dict__)
        made.__dict__.pop("_event_table", None)
        made._option_parent = self
        _n.engine_with_options(self, made, {})
        made.update_execution_options(**opt)
        return made

    def update_execution_options(self, **opt):
        from ..event import _engine_listeners
        for fn in _engine_listeners(self, "set_engine_execution_options"):
            fn(self, opt)
        _n.engine_update_options(self, opt)

    def get_execution_options(self):
        return util.immutabledict(_n.engine_attr(self, "options"))

    @util.memoized_property
    def _compiled_cache(self):
        return _CompiledCache(self) if self._query_cache_size else None

    def clear_compiled_cache(self):
        _n.engine_clear_cache(self)

    def __repr__(self):
        return "Engine(%r)" % (self.url,)


class _CompiledCache(util.LRUCache):
    """What the native cache tells."""

    __module__ = util.LRUCache.__module__

    def __init__(self, engine):
        super().__init__(engine._query_cache_size)
        self.__dict__["_engine"] = engine

    def __len__(self):
        return _n.engine_attr(self._engine, "cache_len")

    def clear(self):
        _n.engine_clear_cache(self._engine)


_CompiledCache.__name__ = "LRUCache"


class OptionEngine(Engine):
    pass

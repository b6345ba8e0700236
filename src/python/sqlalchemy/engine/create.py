"""`create_engine`."""

import _sqlalchemy as _n

from .. import exc
from .base import Engine
from .url import make_url

_POOL_OPTIONS = {
    "QueuePool": {"pool_size", "max_overflow", "pool_timeout", "pool_recycle", "pool_use_lifo", "pool_reset_on_return",
                  "pool_logging_name", "pool_pre_ping"},
}
_COMMON_POOL = {"pool_recycle", "pool_reset_on_return", "pool_logging_name", "pool_pre_ping"}
_KNOWN = {"echo", "echo_pool", "hide_parameters", "logging_name", "execution_options", "isolation_level",
          "query_cache_size", "insertmanyvalues_page_size", "use_insertmanyvalues", "skip_autocommit_rollback", "creator",
          "enable_from_linting", "label_length", "max_identifier_length", "supports_native_boolean"}
_REFUSED = ("pool", "plugins", "json_serializer", "json_deserializer", "native_datetime", "module", "paramstyle")
# What sqlite3.connect() takes. One thread and no cache of its own: the first three change nothing here.
_HARMLESS_CONNECT_ARGS = {"check_same_thread", "cached_statements", "timeout", "uri", "isolation_level"}
_REFUSED_CONNECT_ARGS = {"autocommit", "database", "detect_types", "factory"}


def _check_connect_args(connect_args):
    for name, value in connect_args.items():
        if name in _REFUSED_CONNECT_ARGS and not (name == "detect_types" and value == 0):
            raise NotImplementedError(f"connect_args with {name!r} are not part of the playground")
        if name not in _HARMLESS_CONNECT_ARGS | _REFUSED_CONNECT_ARGS:
            raise TypeError(f"{name!r} is an invalid keyword argument for Connection()")


def create_engine(url, **kwargs):
    from ..dialects import _load
    from .. import pool as _pool
    if "strategy" in kwargs:
        raise exc.ArgumentError("unknown strategy: %r" % kwargs["strategy"])
    given = set(kwargs)
    u = make_url(url)
    dialect = _load(u)
    if dialect.name != "sqlite":
        dialect.import_dbapi()
    for name in _REFUSED:
        if kwargs.pop(name, None):
            raise NotImplementedError(f"create_engine({name}=) is not part of the playground")
    if not kwargs.pop("future", True):
        raise exc.ArgumentError("The 'future' parameter passed to create_engine() may only be set to True.")
    kwargs.pop("implicit_returning", True)
    if kwargs.pop("server_side_cursors", False):
        raise exc.ArgumentError(f"Dialect {dialect} does not support server side cursors")
    connect_args = dict(kwargs.pop("connect_args", {}) or {})
    _check_connect_args(connect_args)
    pool_events = kwargs.pop("pool_events", None) or ()
    database = u.database or ":memory:"
    in_memory = database == ":memory:" or u.query.get("mode") == "memory" or database.startswith("file::memory:")
    poolclass = kwargs.pop("poolclass", None)
    if poolclass is None:
        poolclass = _pool.SingletonThreadPool if in_memory else _pool.QueuePool
    allowed = set(_COMMON_POOL)
    if poolclass is _pool.QueuePool:
        allowed |= {"pool_size", "max_overflow", "pool_timeout", "pool_use_lifo"}
    elif poolclass is _pool.SingletonThreadPool:
        allowed |= {"pool_size"}
    if poolclass.__name__ == "AsyncAdaptedQueuePool":
        raise exc.ArgumentError("Pool class AsyncAdaptedQueuePool cannot be used with asyncio engine")
    settings = {"poolclass": poolclass.__name__}
    unknown = []
    for key, value in kwargs.items():
        if key in _KNOWN:
            settings[key] = value
        elif key in allowed:
            settings[key] = value
        else:
            unknown.append(key)
    if unknown:
        raise TypeError(
            "Invalid argument(s) %s sent to create_engine(), using configuration %s/%s/%s.  Please check that the "
            "keyword arguments are appropriate for this combination of components." % (
                ",".join("'%s'" % k for k in unknown), dialect.__class__.__name__, poolclass.__name__, "Engine"))
    level = settings.get("isolation_level")
    if level is not None and level.upper().replace("_", " ") not in ("SERIALIZABLE", "READ UNCOMMITTED", "AUTOCOMMIT"):
        raise exc.ArgumentError(
            f"Invalid value '{level}' for isolation_level. Valid isolation levels for 'sqlite' are READ UNCOMMITTED, "
            "SERIALIZABLE, AUTOCOMMIT")
    if "isolation_level" in connect_args:
        driver_level = connect_args["isolation_level"]
        settings["sqlite_isolation_level"] = "__none__" if driver_level is None else driver_level
    engine = Engine.__new__(Engine)
    engine.url = u
    engine.dialect = dialect
    dialect._engine = None
    engine.logging_name = kwargs.get("logging_name")
    engine.hide_parameters = bool(kwargs.get("hide_parameters"))
    engine._pool_class = poolclass
    _n.engine_init(engine, database, settings)
    for listener, name in pool_events:
        from .. import event
        event.listen(engine.pool, name, listener)
    return engine


def engine_from_config(configuration, prefix="sqlalchemy.", **kwargs):
    options = {key[len(prefix):]: value for key, value in configuration.items() if key.startswith(prefix)}
    for key in ("echo", "echo_pool", "pool_pre_ping", "hide_parameters"):
        if isinstance(options.get(key), str):
            options[key] = options[key].lower() in ("true", "yes", "on", "1", "t", "y")
    for key in ("pool_size", "max_overflow", "pool_recycle", "pool_timeout"):
        if isinstance(options.get(key), str):
            options[key] = int(options[key])
    options.update(kwargs)
    url = options.pop("url")
    return create_engine(url, **options)


def create_mock_engine(url, executor, **kw):
    from ..dialects import _load

    class MockConnection:
        def __init__(self, dialect, execute):
            self._dialect = dialect
            self.execute = execute

        engine = property(lambda self: self)
        dialect = property(lambda self: self._dialect)
        name = property(lambda self: self._dialect.name)

        def connect(self, **kwargs):
            return self

    return MockConnection(_load(make_url(url)), executor)


def create_pool_from_url(url, **kwargs):
    raise NotImplementedError("create_pool_from_url() is not part of the playground")

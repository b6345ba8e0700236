"""`create_engine`."""

import _sqlalchemy as _n

from .. import exc, util
from .._run import remembers
from .base import Engine
from .default import EMPTY_IN_STRATEGY
from .mock import create_mock_engine
from .url import make_url

# What the dialect and the engine take; the engine is told under the same names.
_KNOWN = {"echo", "hide_parameters", "logging_name", "execution_options", "isolation_level", "query_cache_size",
          "insertmanyvalues_page_size", "use_insertmanyvalues", "skip_autocommit_rollback", "enable_from_linting",
          "label_length", "max_identifier_length", "supports_native_boolean", "paramstyle"}
# Of these, what the dialect shows.
_DIALECT = ("label_length", "max_identifier_length", "insertmanyvalues_page_size", "use_insertmanyvalues",
            "skip_autocommit_rollback", "supports_native_boolean", "paramstyle")
_REFUSED = ("native_datetime",)
# What sqlite3.connect() takes. One thread and no cache of its own: the first three change nothing here.
_HARMLESS_CONNECT_ARGS = {"check_same_thread", "cached_statements", "timeout", "uri", "isolation_level", "factory"}
_REFUSED_CONNECT_ARGS = {"autocommit", "database", "detect_types"}

_POOL = {"echo": "echo_pool", "logging_name": "pool_logging_name", "timeout": "pool_timeout", "recycle": "pool_recycle",
         "events": "pool_events", "reset_on_return": "pool_reset_on_return", "pre_ping": "pool_pre_ping",
         "use_lifo": "pool_use_lifo"}
_COMMON_POOL = ("recycle", "echo", "logging_name", "reset_on_return", "events", "pre_ping")


def _pool_arguments(poolclass):
    """The names that a pool class takes, as the reference reads them from its signatures."""
    names = list(_COMMON_POOL)
    if hasattr(poolclass, "checkedin"):
        names += ["pool_size", "max_overflow", "timeout", "use_lifo"]
    elif poolclass._kind == "SingletonThreadPool":
        names += ["pool_size"]
    return names


def _check_connect_args(connect_args):
    for name, value in connect_args.items():
        if name in _REFUSED_CONNECT_ARGS and not (name == "detect_types" and value == 0):
            raise NotImplementedError(f"connect_args with {name!r} are not part of the playground")
        if name not in _HARMLESS_CONNECT_ARGS | _REFUSED_CONNECT_ARGS:
            raise TypeError(f"{name!r} is an invalid keyword argument for Connection()")


_said = []
remembers(_said)


def _dialect_of(u):
    """`(dialect, served)`; `served`: the class of a server's dialect whose database is an embedded one."""
    from ..dialects import _load
    wanted = _load(u)
    if u.get_backend_name() == "sqlite" or not _n.serves_urls():
        return _with_dbapi(wanted), None
    place = u.render_as_string(hide_password=True)
    if place not in _said:
        import sys
        _said.append(place)
        print(f"{place} is served from the playground's embedded SQLite database.", file=sys.stderr)
    return _with_dbapi(_load(make_url("sqlite://"))), wanted


def _with_dbapi(class_):
    dbapi = class_.import_dbapi()
    dialect = class_()
    dialect.dbapi = dbapi
    return dialect


def _make_pool(u, dialect, served, kwargs):
    connect_args = dict(kwargs.pop("connect_args", {}) or {})
    if served is not None:
        # A database of its own for each server and name, that lives as long as the files.
        name = u.set(drivername=u.get_backend_name(), username="", password="", query={}).render_as_string()
        cargs, cparams, connect_args = ["/" + name.replace("/", "_")], {"check_same_thread": False}, {}
    else:
        cargs, cparams = dialect.create_connect_args(u)
    _check_connect_args(connect_args)
    cparams = {**cparams, **connect_args}
    pool = kwargs.pop("pool", None)
    if pool is not None:
        pool._set_dialect(dialect)
        return pool

    def connect(connection_record=None):
        if dialect._event_table:
            mutable_cargs, mutable_cparams = list(cargs), dict(cparams)
            for fn, _, _ in dialect._event_table.get("do_connect", ()):
                connection = fn(dialect, connection_record, mutable_cargs, mutable_cparams)
                if connection is not None:
                    return connection
            return dialect.connect(*mutable_cargs, **mutable_cparams)
        return dialect.connect(*cargs, **cparams)

    creator = kwargs.pop("creator", connect)
    poolclass = kwargs.pop("poolclass", None)
    if poolclass is None:
        if served is not None:
            from ..dialects import _pool_class
            poolclass = _pool_class(u, served)
        else:
            poolclass = dialect.get_pool_class(u)
    given = {"dialect": dialect}
    for name in _pool_arguments(poolclass):
        key = _POOL.get(name, name)
        if key in kwargs:
            given[name] = kwargs.pop(key)
    return poolclass(creator, **given)


def _warn_of_deprecated(kwargs):
    if "strategy" in kwargs:
        util.warn_deprecated(
            "The create_engine.strategy keyword is deprecated, and the only argument accepted is 'mock'; please use "
            "create_mock_engine() going forward.  For general customization of create_engine which may have been "
            "accomplished using strategies, see CreateEnginePlugin.", "1.4")
    if "empty_in_strategy" in kwargs:
        util.warn_deprecated(EMPTY_IN_STRATEGY, "1.4")
    if "implicit_returning" in kwargs:
        util.warn_deprecated("The create_engine.implicit_returning parameter is deprecated and will be removed in a "
                             "future release. ", "2.0")


def create_engine(url, **kwargs):
    _warn_of_deprecated(kwargs)
    if "strategy" in kwargs:
        strategy = kwargs.pop("strategy")
        if strategy == "mock":
            return create_mock_engine(url, **kwargs)
        raise exc.ArgumentError("unknown strategy: %r" % strategy)
    # Without effect, in the reference too: the module that the URL names comes in the place of `dbapi`.
    for name in ("empty_in_strategy", "implicit_returning", "dbapi"):
        kwargs.pop(name, None)
    u = make_url(url)
    plugins = util.to_list(u.query.get("plugin", []))
    plugins.extend(kwargs.pop("plugins", ()))
    for plugin in plugins:
        raise exc.NoSuchModuleError(f"Can't load plugin: sqlalchemy.plugins:{plugin}")
    dialect, served = _dialect_of(u)
    if kwargs.get("paramstyle") in ("numeric", "numeric_dollar"):
        raise NotImplementedError("create_engine(paramstyle=) with numbers is not part of the playground")
    module = kwargs.pop("module", None)
    if module is not None and getattr(module, "connect", None) is not dialect.dbapi.connect:
        raise NotImplementedError("create_engine(module=) is not part of the playground")
    for name in _REFUSED:
        if kwargs.pop(name, None):
            raise NotImplementedError(f"create_engine({name}=) is not part of the playground")
    dialect._set_server_side_cursors(kwargs.pop("server_side_cursors", False))
    settings = {name: kwargs.pop(name) for name in list(kwargs) if name in _KNOWN}
    for name in ("json_serializer", "json_deserializer"):
        fn = kwargs.pop(name, None)
        if fn is not None:
            setattr(dialect, "_" + name, fn)
            settings["own_processors"] = True
    level = settings.get("isolation_level")
    if level is not None:
        dialect._on_connect_isolation_level = level
    for name in _DIALECT:
        if settings.get(name) is not None:
            setattr(dialect, name, settings[name])
    pool = _make_pool(u, dialect, served, kwargs)
    if pool._is_asyncio is True:
        raise exc.ArgumentError(
            f"Pool class {pool.__class__.__name__} cannot be used with non-asyncio engine", code="pcls")
    if not kwargs.pop("future", True):
        raise exc.ArgumentError("The 'future' parameter passed to create_engine() may only be set to True.")
    if kwargs:
        raise TypeError(
            "Invalid argument(s) %s sent to create_engine(), using configuration %s/%s/%s.  Please check that the "
            "keyword arguments are appropriate for this combination of components." % (
                ",".join("'%s'" % k for k in kwargs), dialect.__class__.__name__, pool.__class__.__name__, "Engine"))
    engine = Engine.__new__(Engine)
    engine.url, engine.dialect = u, dialect
    # Shared by the engines that execution_options() makes.
    engine._pools = [pool]
    engine._echo = settings.get("echo")
    engine.logging_name = settings.get("logging_name")
    engine.hide_parameters = settings.get("hide_parameters", False)
    engine._query_cache_size = settings.get("query_cache_size", 500)
    dialect._event_table = None
    settings["hide_parameters"] = bool(engine.hide_parameters)
    _n.engine_init(engine, u.database or ":memory:", pool, settings)
    dialect._engine = engine
    return engine


def _flag(value):
    if isinstance(value, str):
        value = value.strip().lower()
        if value in ("true", "yes", "on", "y", "t", "1"):
            return True
        if value in ("false", "no", "off", "n", "f", "0"):
            return False
        raise ValueError("String is not true/false: %r" % value)
    return bool(value)


def _flag_or_debug(value):
    return value if value == "debug" else _flag(value)


def _number(value):
    return value if value is None else int(value)


_CONFIG_TYPES = {"pool_timeout": _number, "echo": _flag_or_debug, "echo_pool": _flag_or_debug, "pool_recycle": _number,
                 "pool_size": _number, "max_overflow": _number, "future": _flag}


def engine_from_config(configuration, prefix="sqlalchemy.", **kwargs):
    options = {key[len(prefix):]: value for key, value in configuration.items() if key.startswith(prefix)}
    options.update(kwargs)
    for key, convert in _CONFIG_TYPES.items():
        if key in options:
            options[key] = convert(options[key])
    url = options.pop("url")
    return create_engine(url, **options)


def create_pool_from_url(url, **kwargs):
    for key in _COMMON_POOL + ("timeout", "use_lifo"):
        if key in kwargs:
            kwargs[_POOL[key]] = kwargs.pop(key)
    if "size" in kwargs:
        kwargs["pool_size"] = kwargs.pop("size")
    u = make_url(url)
    dialect, served = _dialect_of(u)
    pool = _make_pool(u, dialect, served, kwargs)
    if kwargs:
        raise TypeError(
            "Invalid argument(s) %s sent to create_engine(), using configuration %s/%s/%s.  Please check that the "
            "keyword arguments are appropriate for this combination of components." % (
                ",".join("'%s'" % k for k in kwargs), dialect.__class__.__name__, pool.__class__.__name__, "Engine"))
    return pool

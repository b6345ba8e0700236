"""Dialects: which database a URL names, and what statements are compiled for."""

from .. import exc


class DefaultDialect:
    name = "default"
    driver = "default"
    _engine = _event_table = _on_connect_isolation_level = None
    is_async = False
    supports_sequences = False
    supports_native_boolean = False
    supports_alter = True
    supports_comments = inline_comments = supports_constraint_comments = False
    supports_native_decimal = False
    positional = False
    paramstyle = "named"
    max_identifier_length = 9999
    default_schema_name = None
    insert_returning = update_returning = delete_returning = True
    supports_sane_rowcount = True
    supports_statement_cache = True

    def __init__(self, *args, **kw):
        pass

    @property
    def dialect_description(self):
        return self.name + "+" + self.driver

    @property
    def identifier_preparer(self):
        from ..sql.compiler import IdentifierPreparer
        return IdentifierPreparer(self)

    def type_descriptor(self, typeobj):
        from ..sql.sqltypes import to_instance
        return to_instance(typeobj)

    def import_dbapi(self):
        return None

    def do_ping(self, dbapi_connection):
        dbapi_connection.execute("SELECT 1")
        return True

    def get_dialect_cls(self, url):
        return type(self)


_SQLITE = []


def _default():
    """The dialect that types are asked with."""
    if not _SQLITE:
        from .sqlite.base import SQLiteDialect_pysqlite
        _SQLITE.append(SQLiteDialect_pysqlite())
    return _SQLITE[0]


def _load(url):
    name = url.drivername
    backend, _, driver = name.partition("+")
    if backend == "sqlite":
        if driver not in ("", "pysqlite"):
            if driver in ("aiosqlite", "pysqlcipher"):
                raise NotImplementedError(f"the driver {driver} is not part of the playground")
            raise exc.NoSuchModuleError(f"Can't load plugin: sqlalchemy.dialects:{backend}.{driver}")
        from .sqlite.base import SQLiteDialect_pysqlite
        return SQLiteDialect_pysqlite()
    if backend in ("postgresql", "mysql", "mariadb", "oracle", "mssql"):
        from importlib import import_module
        if backend in ("oracle", "mssql"):
            raise NotImplementedError(f"the dialect {backend} is not part of the playground")
        module = import_module("sqlalchemy.dialects." + ("mysql" if backend == "mariadb" else backend))
        made = module.dialect()
        made._driver_wanted = driver
        return made
    plugin = f"{backend}.{driver}" if driver else backend
    raise exc.NoSuchModuleError(f"Can't load plugin: sqlalchemy.dialects:{plugin}")


class _Registry:
    def load(self, name):
        from ..engine.url import URL
        return type(_load(URL.create(name)))

    def register(self, *args):
        raise NotImplementedError("registering dialects is not part of the playground")


registry = _Registry()

"""Dialects: which database a URL names, and what statements are compiled for."""

from .. import exc
from ..engine.default import DefaultDialect, StrCompileDialect


_SQLITE = []


def _default():
    """The dialect that types are asked with."""
    if not _SQLITE:
        from .sqlite.base import SQLiteDialect_pysqlite
        _SQLITE.append(SQLiteDialect_pysqlite())
    return _SQLITE[0]


# Drivers of each database, the default one first, with the module that each imports.
_DRIVERS = {
    "sqlite": {"pysqlite": "sqlite3", "pysqlcipher": "pysqlcipher3", "aiosqlite": "aiosqlite"},
    "postgresql": {"psycopg": "psycopg", "psycopg2": "psycopg2", "asyncpg": "asyncpg", "pg8000": "pg8000",
                   "psycopg_async": "psycopg", "psycopg2cffi": "psycopg2cffi"},
    "mysql": {"mysqldb": "MySQLdb", "pymysql": "pymysql", "mysqlconnector": "mysql", "aiomysql": "aiomysql",
              "asyncmy": "asyncmy", "cymysql": "cymysql", "mariadbconnector": "mariadb", "pyodbc": "pyodbc"},
    "mariadb": {"mariadbconnector": "mariadb", "mysqldb": "MySQLdb", "pymysql": "pymysql",
                "mysqlconnector": "mysql", "aiomysql": "aiomysql", "asyncmy": "asyncmy"},
    "oracle": {"oracledb": "oracledb", "cx_oracle": "cx_Oracle"},
    "mssql": {"pyodbc": "pyodbc", "pymssql": "pymssql", "aioodbc": "aioodbc"},
}
_ASYNC = ("asyncpg", "aiomysql", "asyncmy", "aiosqlite", "aioodbc", "psycopg_async")


class _NoDialect(DefaultDialect):
    """A database whose SQL is not part of the playground."""

    def __init__(self, **kw):
        raise NotImplementedError(f"the dialect {self.name} is not part of the playground")


_BY_NAME = {}


def _by_name(name):
    """A dialect of this name, for whom only its name is known."""
    if name not in _BY_NAME:
        if name in (None, "default"):
            _BY_NAME[name] = StrCompileDialect()
        else:
            from importlib import import_module
            _BY_NAME[name] = import_module("sqlalchemy.dialects." + ("mysql" if name == "mariadb" else name)).dialect()
    return _BY_NAME[name]


def _load(url):
    """The class of the dialect that a URL names."""
    backend, _, driver = url.drivername.partition("+")
    drivers = _DRIVERS.get(backend)
    if drivers is None or driver and driver not in drivers:
        plugin = f"{backend}.{driver}" if driver else backend
        raise exc.NoSuchModuleError(f"Can't load plugin: sqlalchemy.dialects:{plugin}")
    driver = driver or next(iter(drivers))
    if backend == "sqlite" and driver == "pysqlite":
        from .sqlite.base import SQLiteDialect_pysqlite
        return SQLiteDialect_pysqlite
    if backend == "sqlite":
        base, prefix = _NoDialect, "SQLiteDialect"
    elif backend == "postgresql":
        from .postgresql import base as module
        base, prefix = module.PGDialect, "PGDialect"
    elif backend in ("mysql", "mariadb"):
        from .mysql import base as module
        base, prefix = module.MySQLDialect, "MySQLDialect"
    elif backend == "oracle":
        from .oracle import base as module
        base, prefix = module.OracleDialect, "OracleDialect"
    else:
        base, prefix = _NoDialect, "MSDialect"
    key = prefix + "_" + driver
    if key not in _CLASSES:
        _CLASSES[key] = base is not _NoDialect and getattr(module, key, None) or type(key, (base,), {
            "name": base.name if base is not _NoDialect else backend, "driver": driver, "_module": drivers[driver],
            "is_async": driver in _ASYNC})
    return _CLASSES[key]


_CLASSES = {}


def _pool_class(url, dialect):
    from .. import pool
    return pool.AsyncAdaptedQueuePool if dialect.is_async else pool.QueuePool


class _Registry:
    def load(self, name):
        from ..engine.url import URL
        return _load(URL.create(name))

    def register(self, *args):
        raise NotImplementedError("registering dialects is not part of the playground")


__all__ = ("mssql", "mysql", "oracle", "postgresql", "sqlite")
registry = _Registry()

"""The SQLite dialect, and its reflection of tables through PRAGMAs."""

import _sqlalchemy as _n

from .. import DefaultDialect


class SQLiteDialect(DefaultDialect):
    supports_alter = False
    name = "sqlite"
    driver = "pysqlite"
    positional = True
    paramstyle = "qmark"
    default_schema_name = "main"
    default_isolation_level = "SERIALIZABLE"

    @property
    def dbapi(self):
        import sqlite3
        return sqlite3

    loaded_dbapi = dbapi

    @property
    def server_version_info(self):
        return tuple(int(p) for p in _n.sqlite_version().split("."))

    def get_isolation_level_values(self, dbapi_connection=None):
        return ["READ UNCOMMITTED", "SERIALIZABLE", "AUTOCOMMIT"]

    def import_dbapi(self):
        return self.dbapi

    @classmethod
    def get_pool_class(cls, url):
        from ... import pool
        return pool.SingletonThreadPool if cls._is_url_memory_db(url) else pool.QueuePool

    @classmethod
    def _is_url_memory_db(cls, url):
        database = url.database or ":memory:"
        return database == ":memory:" or url.query.get("mode") == "memory" or database.startswith("file::memory:")

    def has_table(self, connection, table_name, schema=None, **kw):
        return _table_exists(connection, table_name, schema)


class SQLiteDialect_pysqlite(SQLiteDialect):
    pass


def _pragma(conn, name, argument, schema=None):
    quoted = _n.quote_name(argument, "sqlite", True)
    if schema is not None:
        return conn.exec_driver_sql(f"PRAGMA {_n.quote_name(schema, 'sqlite', True)}.{name}({quoted})").fetchall()
    for prefix in ("PRAGMA main.", "PRAGMA temp."):
        rows = conn.exec_driver_sql(f"{prefix}{name}({quoted})").fetchall()
        if rows:
            return rows
    return []


def _schema_names(conn):
    return [row[1] for row in conn.exec_driver_sql("PRAGMA database_list") if row[1] != "temp"]


def _table_exists(conn, name, schema=None):
    if schema is not None and schema not in _schema_names(conn):
        return False
    return bool(_pragma(conn, "table_info", name, schema))

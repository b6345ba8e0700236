"""The SQLite dialect, and its reflection of tables through PRAGMAs."""

import _sqlalchemy as _n

from .. import DefaultDialect
from ... import exc, util
from ...engine.default import DefaultExecutionContext
from ...sql.compiler import DDLCompiler, GenericTypeCompiler, IdentifierPreparer, SQLCompiler


class SQLiteTypeCompiler(GenericTypeCompiler):
    pass


class SQLiteIdentifierPreparer(IdentifierPreparer):
    pass


class SQLiteCompiler(SQLCompiler):
    pass


class SQLiteDDLCompiler(DDLCompiler):
    pass


class SQLiteExecutionContext(DefaultExecutionContext):
    pass


class SQLiteDialect(DefaultDialect):
    name = "sqlite"
    statement_compiler = SQLiteCompiler
    ddl_compiler = SQLiteDDLCompiler
    execution_ctx_cls = SQLiteExecutionContext
    driver = "pysqlite"
    type_compiler_cls = SQLiteTypeCompiler
    preparer = SQLiteIdentifierPreparer
    default_paramstyle = "qmark"
    default_metavalue_token = "NULL"
    supports_alter = supports_empty_insert = supports_sane_rowcount_returning = False
    supports_cast = supports_default_values = supports_default_metavalue = supports_multivalues_insert = True
    insert_returning = update_returning = delete_returning = update_returning_multifrom = True
    insert_executemany_returning = insert_executemany_returning_sort_by_parameter_order = True
    use_insertmanyvalues = insert_null_pk_still_autoincrements = tuple_in_values = returns_native_bytes = True
    native_datetime = False
    description_encoding = None

    @property
    def colspecs(self):
        from .types import COLSPECS
        return COLSPECS

    @property
    def ischema_names(self):
        from .reflection import _TYPES
        return _TYPES

    def get_isolation_level_values(self, dbapi_connection=None):
        return ["READ UNCOMMITTED", "SERIALIZABLE", "AUTOCOMMIT"]

    @classmethod
    def import_dbapi(cls):
        from sqlite3 import dbapi2
        return dbapi2

    @classmethod
    def get_dialect_pool_class(cls, url):
        return cls.get_pool_class(url)

    @classmethod
    def get_pool_class(cls, url):
        from ... import pool
        if cls._is_url_file_db(url):
            return pool.QueuePool
        if url.query.get("mode") == "memory":
            util.warn_deprecated(
                "Selection of the SingletonThreadPool pool class based on the 'mode=memory' query string argument is "
                "deprecated; a future release will use QueuePool for this URL.  Indicate the intended pool class using "
                "the create_engine.poolclass parameter.", "2.1", code="sqmp")
        return pool.SingletonThreadPool

    @classmethod
    def _is_url_file_db(cls, url):
        return bool(url.database) and url.database != ":memory:" and url.query.get("mode") != "memory"

    def create_connect_args(self, url):
        if url.username or url.password or url.host or url.port:
            raise exc.ArgumentError(
                "Invalid SQLite URL: %s\nValid SQLite URL forms are:\n sqlite:///:memory: (or, sqlite://)\n"
                " sqlite:///relative/path/to/file.db\n sqlite:////absolute/path/to/file.db" % (url,))
        from ...engine.create import _flag
        types = {"uri": _flag, "timeout": float, "isolation_level": str, "detect_types": int,
                 "check_same_thread": _flag, "cached_statements": int}
        query = dict(url.query)
        options = {key: types[key](query.pop(key)) for key in types if key in query}
        # As in the reference, what is text already gets lost on its way to the options.
        options.pop("isolation_level", None)
        filename = url.database or ":memory:"
        if options.get("uri"):
            if query:
                filename += "?" + "&".join(f"{key}={query[key]}" for key in sorted(query))
        else:
            if query:
                util.warn(
                    "Query string argument(s) %s are not accepted by the pysqlite driver and are being ignored; "
                    "SQLite URI arguments require that 'uri=true' also be present in the URL." % (
                        ", ".join("'%s'" % key for key in sorted(query)),), code="squa")
            if filename != ":memory:":
                import os
                filename = os.path.abspath(filename)
        options.setdefault("check_same_thread", not self._is_url_file_db(url))
        return [filename], options

    def connect(self, *cargs, **cparams):
        return self.dbapi.connect(*cargs, **cparams)

    def _prepare_connection(self, dbapi_connection):
        """What the dialect does with each new connection."""
        self.default_schema_name, self.default_isolation_level = "main", "SERIALIZABLE"
        self.server_version_info = tuple(map(int, _n.sqlite_version().split(".")))
        if (self.label_length or 0) > self.max_identifier_length:
            raise exc.ArgumentError(
                "Label length of %d is greater than this dialect's maximum identifier length of %d" % (
                    self.label_length, self.max_identifier_length))
        if self._on_connect_isolation_level is not None:
            self._check_isolation_level(self._on_connect_isolation_level)
        if isinstance(dbapi_connection, _n.SqliteConnection):
            dbapi_connection._prepare(self._on_connect_isolation_level)

    def _check_isolation_level(self, level):
        levels = self.get_isolation_level_values()
        level = level.replace("_", " ").upper()
        if level not in levels:
            raise exc.ArgumentError(
                f"Invalid value {level!r} for isolation_level. Valid isolation levels for {self.name!r} are "
                f"{', '.join(levels)}")

    def is_disconnect(self, e, connection, cursor):
        return isinstance(e, self.dbapi.ProgrammingError) and "Cannot operate on a closed database." in str(e)

    def has_table(self, connection, table_name, schema=None, **kw):
        return _table_exists(connection, table_name, schema)


def _inspected(name):
    def read(self, connection, *args, info_cache=None, **kw):
        from ...inspection import inspect
        return getattr(inspect(connection), name)(*args, **kw)
    return read


for _name in ("columns", "pk_constraint", "foreign_keys", "indexes", "unique_constraints", "check_constraints",
              "table_options", "table_names", "view_names", "temp_table_names", "temp_view_names", "schema_names",
              "view_definition"):
    setattr(SQLiteDialect, "get_" + _name, _inspected("get_" + _name))
SQLiteDialect.has_index, SQLiteDialect.has_schema = _inspected("has_index"), _inspected("has_schema")


class SQLiteDialect_pysqlite(SQLiteDialect):
    __module__ = "sqlalchemy.dialects.sqlite.pysqlite"


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


dialect = SQLiteDialect

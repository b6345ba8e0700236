"""What every dialect has, and what a default function's context argument gives."""

import _sqlalchemy as _n

from .. import exc, util
from ..sql.compiler import (
    DDLCompiler, GenericTypeCompiler, IdentifierPreparer, SQLCompiler, StrSQLCompiler, StrSQLTypeCompiler)
from ..sql.type_api import adapt_type
from .interfaces import CacheStats, Dialect, ExecuteStyle, ExecutionContext


class DefaultExecutionContext(_n.ContextObject, ExecutionContext):
    is_text = is_crud = is_orm_statement = False
    isinsert = property(lambda self: self._kind == "insert")
    isupdate = property(lambda self: self._kind == "update")
    isdelete = property(lambda self: self._kind == "delete")
    isddl = property(lambda self: self._kind == "ddl")
    is_crud = property(lambda self: self._kind in ("insert", "update", "delete"))
    connection = property(lambda self: self.root_connection)
    engine = property(lambda self: self.root_connection.engine)
    dialect = property(lambda self: self.root_connection.dialect)
    cache_hit = property(lambda self: CacheStats[self._cache_hit])

    @util.memoized_property
    def compiled(self):
        made = self._compiled()
        if made is not None:
            made.dialect, made.can_execute, made.execution_options = self.dialect, True, self.execution_options
            made.isinsert, made.isupdate, made.isdelete = self.isinsert, self.isupdate, self.isdelete
        return made

    @util.memoized_property
    def execution_options(self):
        return util.immutabledict(self._options())

    @property
    def execute_style(self):
        return ExecuteStyle.EXECUTEMANY if self.executemany else ExecuteStyle.EXECUTE

    @util.memoized_property
    def _cursor(self):
        return self.root_connection.connection.cursor()

    @property
    def cursor(self):
        cursor, outcome = self._cursor, self._outcome()
        if outcome is not None:
            names, cursor.rowcount, cursor.lastrowid = outcome
            cursor.description = tuple((name, None, None, None, None, None, None) for name in names) or None
            if self.executemany and not names:
                cursor.lastrowid = None
        return cursor

    @property
    def rowcount(self):
        return self.cursor.rowcount

    def get_lastrowid(self):
        return self.cursor.lastrowid

    def no_parameters(self):
        return self.execution_options.get("no_parameters", False)

    def get_current_parameters(self, isolate_multiinsert_groups=True):
        found = self._default_binds()
        if found is None:
            raise exc.InvalidRequestError(
                "get_current_parameters() can only be invoked in the context of a Python side column default function")
        parameters, (name, others) = self.current_parameters, found
        if not isolate_multiinsert_groups or not others:
            return parameters
        row = name.rpartition("_m")[2] if name in others else "0"
        made = {self.current_column.key: parameters[name]}
        for key, value in parameters.items():
            column, mark, number = key.rpartition("_m")
            if mark and number == row and key not in others:
                made[column] = value
        return made


EMPTY_IN_STRATEGY = (
    "The create_engine.empty_in_strategy keyword is deprecated, and no longer has any effect.  All IN expressions are now "
    'rendered using the "expanding parameter" strategy which renders a set of boundexpressions, or an "empty set" SELECT, '
    "at statement executiontime.")

# What a dialect is told, beside the settings that the native code compiles by.
_SETTINGS = ("insertmanyvalues_page_size", "use_insertmanyvalues", "skip_autocommit_rollback", "dbapi")
_COMPILED_BY = ("label_length", "max_identifier_length", "supports_native_boolean")
# What of a dialect's own attributes the native code compiles by, where a program sets them.
_COMPILING = (*_COMPILED_BY, "supports_default_values", "supports_default_metavalue", "supports_empty_insert",
              "supports_multivalues_insert", "insert_returning", "update_returning", "delete_returning",
              "postfetch_lastrowid", "favor_returning_over_lastrowid", "tuple_in_values", "div_is_floordiv")


class DefaultDialect(Dialect):
    """What a database can do. The native code knows it by `name`; these are for programs that ask."""

    name = "default"
    _engine = _event_table = _on_connect_isolation_level = None
    statement_compiler = SQLCompiler
    ddl_compiler = DDLCompiler
    type_compiler_cls = GenericTypeCompiler
    preparer = IdentifierPreparer
    execution_ctx_cls = DefaultExecutionContext
    default_paramstyle = "named"
    max_identifier_length = 9999
    _json_serializer = _json_deserializer = None
    label_length = max_index_name_length = max_constraint_name_length = None
    default_schema_name = server_version_info = dbapi = isolation_level = None
    construct_arguments = None
    is_async = has_terminate = server_side_cursors = supports_server_side_cursors = skip_autocommit_rollback = False
    supports_alter = supports_views = supports_schemas = supports_statement_cache = supports_empty_insert = True
    supports_sane_rowcount = supports_sane_multi_rowcount = supports_sane_rowcount_returning = True
    supports_is_distinct_from = supports_simple_order_by_label = postfetch_lastrowid = div_is_floordiv = True
    supports_for_update_of = supports_sequences = sequences_optional = supports_identity_columns = False
    supports_native_boolean = supports_native_decimal = supports_native_enum = supports_native_uuid = False
    supports_comments = inline_comments = supports_constraint_comments = False
    supports_default_values = supports_default_metavalue = supports_multivalues_insert = False
    insert_returning = update_returning = delete_returning = False
    update_returning_multifrom = delete_returning_multifrom = False
    insert_executemany_returning = insert_executemany_returning_sort_by_parameter_order = False
    update_executemany_returning = delete_executemany_returning = favor_returning_over_lastrowid = False
    use_insertmanyvalues = use_insertmanyvalues_wo_returning = insert_null_pk_still_autoincrements = False
    preexecute_autoincrement_sequences = cte_follows_insert = tuple_in_values = requires_name_normalize = False
    non_native_boolean_check_constraint = True
    returns_native_bytes = False
    insertmanyvalues_page_size = 1000
    insertmanyvalues_max_parameters = 32700
    default_metavalue_token = "DEFAULT"
    default_sequence_base = 1
    colspecs = ischema_names = dbapi_exception_translation_map = util.EMPTY_DICT
    reflection_options = ()
    execute_sequence_format = tuple

    def __init__(self, paramstyle=None, json_serializer=None, json_deserializer=None, **kw):
        util.refuse(type(self).__name__, native_datetime=kw.get("native_datetime"), is_mariadb=kw.get("is_mariadb"))
        self.paramstyle = paramstyle or self.default_paramstyle
        self.positional = self.paramstyle in ("qmark", "format", "numeric", "numeric_dollar")
        self._json_serializer, self._json_deserializer = json_serializer, json_deserializer
        if "empty_in_strategy" in kw:
            util.warn_deprecated(EMPTY_IN_STRATEGY, "1.4")
        self._set_server_side_cursors(kw.get("server_side_cursors", False))
        for name in (*_COMPILED_BY, *_SETTINGS):
            if kw.get(name) is not None:
                setattr(self, name, kw[name])

    def _set_server_side_cursors(self, wanted):
        if wanted != False:
            util.warn_deprecated(
                "The create_engine.server_side_cursors parameter is deprecated and will be removed in a future release.  "
                "Please use the Connection.execution_options.stream_results parameter.", "1.4")
        if wanted:
            if not self.supports_server_side_cursors:
                raise exc.ArgumentError(f"Dialect {self} does not support server side cursors")
            self.server_side_cursors = True

    @property
    def _settings(self):
        told = {name: self.__dict__[name] for name in _COMPILING if name in self.__dict__}
        if self.name == "default":
            told["is_stringify"] = isinstance(self, StrCompileDialect)
        return {"paramstyle": self.paramstyle, **told}

    @property
    def dialect_description(self):
        return self.name + "+" + self.driver

    @util.memoized_property
    def identifier_preparer(self):
        return self.preparer(self)

    @util.memoized_property
    def type_compiler_instance(self):
        return self.type_compiler_cls(self)

    type_compiler = type_compiler_instance

    @property
    def loaded_dbapi(self):
        if self.dbapi is None:
            raise exc.NoDBAPILoaded(
                f"Dialect {self} does not have a Python DBAPI established and cannot be used for actual database "
                "interaction")
        return self.dbapi

    def type_descriptor(self, typeobj):
        return adapt_type(typeobj, self.colspecs)

    def get_dialect_cls(self, url):
        return type(self)

    _module = None

    @classmethod
    def import_dbapi(cls):
        return None if cls._module is None else __import__(cls._module)

    def initialize(self, connection):
        pass

    @classmethod
    def load_provisioning(cls):
        pass

    @classmethod
    def engine_created(cls, engine):
        pass

    @classmethod
    def get_pool_class(cls, url):
        from ..pool import QueuePool
        return QueuePool

    def get_driver_connection(self, connection):
        return connection

    def validate_identifier(self, ident):
        if len(ident) > self.max_identifier_length:
            raise exc.IdentifierError(
                f"Identifier '{ident}' exceeds maximum length of {self.max_identifier_length} characters")

    def denormalize_name(self, name):
        return name

    normalize_name = denormalize_name

    def do_begin(self, dbapi_connection):
        pass

    def do_rollback(self, dbapi_connection):
        dbapi_connection.rollback()

    def do_commit(self, dbapi_connection):
        dbapi_connection.commit()

    def do_close(self, dbapi_connection):
        dbapi_connection.close()

    do_terminate = do_close

    def do_ping(self, dbapi_connection):
        cursor = dbapi_connection.cursor()
        cursor.execute("SELECT 1")
        cursor.close()
        return True

    def do_execute(self, cursor, statement, parameters, context=None):
        cursor.execute(statement, parameters)

    def do_executemany(self, cursor, statement, parameters, context=None):
        cursor.executemany(statement, parameters)

    def do_execute_no_params(self, cursor, statement, context=None):
        cursor.execute(statement)


class StrCompileDialect(DefaultDialect):
    statement_compiler = StrSQLCompiler
    type_compiler_cls = StrSQLTypeCompiler
    supports_sequences = supports_identity_columns = supports_native_boolean = supports_multivalues_insert = True
    insert_returning = update_returning = delete_returning = True
    preexecute_autoincrement_sequences = False

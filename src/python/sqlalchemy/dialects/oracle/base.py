"""The Oracle dialect."""

from .. import DefaultDialect
from ... import util
from ...sql.compiler import DDLCompiler, GenericTypeCompiler, IdentifierPreparer, SQLCompiler


class OracleCompiler(SQLCompiler):
    pass


class OracleDDLCompiler(DDLCompiler):
    pass


class OracleTypeCompiler(GenericTypeCompiler):
    pass


class OracleIdentifierPreparer(IdentifierPreparer):
    pass


class OracleDialect(DefaultDialect):
    name = "oracle"
    statement_compiler = OracleCompiler
    ddl_compiler = OracleDDLCompiler
    type_compiler_cls = OracleTypeCompiler
    preparer = OracleIdentifierPreparer
    max_identifier_length = 128
    supports_comments = supports_native_boolean = supports_sequences = supports_identity_columns = True
    supports_default_metavalue = cte_follows_insert = returns_native_bytes = requires_name_normalize = True
    insert_returning = update_returning = delete_returning = True
    insert_executemany_returning = insert_executemany_returning_sort_by_parameter_order = True
    update_executemany_returning = delete_executemany_returning = True
    supports_simple_order_by_label = sequences_optional = postfetch_lastrowid = div_is_floordiv = False
    supports_empty_insert = False
    reflection_options = ("oracle_resolve_synonyms",)
    execute_sequence_format = list
    use_ansi = enable_offset_fetch = True
    optimize_limits = False
    exclude_tablespaces = ("SYSTEM", "SYSAUX")

    def __init__(self, use_ansi=True, optimize_limits=False, use_binds_for_limits=None, use_nchar_for_unicode=False,
                 enable_offset_fetch=True, **kw):
        util.refuse(type(self).__name__, use_ansi=not use_ansi, enable_offset_fetch=not enable_offset_fetch,
                    optimize_limits=optimize_limits, use_binds_for_limits=use_binds_for_limits,
                    use_nchar_for_unicode=use_nchar_for_unicode)
        super().__init__(**kw)

    @property
    def colspecs(self):
        from .types import COLSPECS
        return COLSPECS


class OracleCompiler_cx_oracle(OracleCompiler):
    __module__ = "sqlalchemy.dialects.oracle.cx_oracle"


class OracleDialect_cx_oracle(OracleDialect):
    __module__ = OracleCompiler_cx_oracle.__module__
    driver = "cx_oracle"
    _module = "cx_Oracle"
    statement_compiler = OracleCompiler_cx_oracle


class OracleDialect_oracledb(OracleDialect_cx_oracle):
    __module__ = "sqlalchemy.dialects.oracle.oracledb"
    driver = "oracledb"
    _module = "oracledb"


dialect = OracleDialect_oracledb

"""The MySQL dialect."""

from .. import DefaultDialect
from ...sql.compiler import DDLCompiler, GenericTypeCompiler, IdentifierPreparer, SQLCompiler


class MySQLCompiler(SQLCompiler):
    pass


class MySQLDDLCompiler(DDLCompiler):
    pass


class MySQLTypeCompiler(GenericTypeCompiler):
    pass


class MySQLIdentifierPreparer(IdentifierPreparer):
    initial_quote = escape_quote = final_quote = "`"


class MySQLDialect(DefaultDialect):
    name = "mysql"
    statement_compiler = MySQLCompiler
    ddl_compiler = MySQLDDLCompiler
    type_compiler_cls = MySQLTypeCompiler
    preparer = MySQLIdentifierPreparer
    default_paramstyle = "format"
    max_identifier_length = 255
    max_index_name_length = max_constraint_name_length = 64
    supports_comments = inline_comments = supports_native_enum = supports_native_decimal = True
    supports_default_metavalue = supports_multivalues_insert = insert_null_pk_still_autoincrements = True
    use_insertmanyvalues = cte_follows_insert = returns_native_bytes = True
    div_is_floordiv = is_mariadb = supports_native_bit = use_mysql_for_share = False
    _backslash_escapes = True
    _module = "MySQLdb"

    @property
    def colspecs(self):
        from .types import COLSPECS
        return COLSPECS

    def get_isolation_level_values(self, dbapi_connection=None):
        return ("SERIALIZABLE", "READ UNCOMMITTED", "READ COMMITTED", "REPEATABLE READ", "AUTOCOMMIT")


class MySQLCompiler_mysqldb(MySQLCompiler):
    __module__ = "sqlalchemy.dialects.mysql.mysqldb"


class MySQLDialect_mysqldb(MySQLDialect):
    __module__ = MySQLCompiler_mysqldb.__module__
    driver = "mysqldb"
    statement_compiler = MySQLCompiler_mysqldb


dialect = MySQLDialect_mysqldb

"""The PostgreSQL dialect."""

from .. import DefaultDialect
from ...sql.compiler import DDLCompiler, GenericTypeCompiler, IdentifierPreparer, SQLCompiler


class PGCompiler(SQLCompiler):
    pass


class PGDDLCompiler(DDLCompiler):
    pass


class PGTypeCompiler(GenericTypeCompiler):
    pass


class PGIdentifierPreparer(IdentifierPreparer):
    def format_type(self, type_, use_schema=True):
        text = self.quote(type_.name)
        if use_schema and type_.schema is not None:
            text = self.quote_schema(type_.schema) + "." + text
        return text


class PGDialect(DefaultDialect):
    name = "postgresql"
    statement_compiler = PGCompiler
    ddl_compiler = PGDDLCompiler
    type_compiler_cls = PGTypeCompiler
    preparer = PGIdentifierPreparer
    default_paramstyle = "pyformat"
    max_identifier_length = 63
    supports_comments = supports_constraint_comments = supports_native_boolean = supports_native_enum = True
    supports_native_uuid = supports_sequences = sequences_optional = supports_identity_columns = True
    supports_default_values = supports_default_metavalue = supports_multivalues_insert = True
    supports_server_side_cursors = preexecute_autoincrement_sequences = returns_native_bytes = True
    insert_returning = update_returning = delete_returning = delete_returning_multifrom = True
    insert_executemany_returning = insert_executemany_returning_sort_by_parameter_order = True
    use_insertmanyvalues = supports_smallserial = True
    supports_empty_insert = postfetch_lastrowid = False
    _module = "psycopg"

    @property
    def colspecs(self):
        from .impls import COLSPECS
        return COLSPECS

    def get_isolation_level_values(self, dbapi_connection=None):
        return ("AUTOCOMMIT", "READ COMMITTED", "READ UNCOMMITTED", "REPEATABLE READ", "SERIALIZABLE")


class PGCompiler_psycopg(PGCompiler):
    __module__ = "sqlalchemy.dialects.postgresql.psycopg"


class PGIdentifierPreparer_psycopg(PGIdentifierPreparer):
    __module__ = PGCompiler_psycopg.__module__


class PGDialect_psycopg(PGDialect):
    __module__ = PGCompiler_psycopg.__module__
    driver = "psycopg"
    statement_compiler = PGCompiler_psycopg
    preparer = PGIdentifierPreparer_psycopg


dialect = PGDialect_psycopg

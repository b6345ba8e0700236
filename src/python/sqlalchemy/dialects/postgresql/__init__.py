"""PostgreSQL: for compiling only."""

from .. import DefaultDialect
from ...sql.sqltypes import ARRAY, BIGINT, BOOLEAN, CHAR, DATE, INTEGER, JSON, NUMERIC, REAL, SMALLINT, TEXT, TIMESTAMP, UUID, VARCHAR
from ..sqlite.dml import Insert, insert


class JSONB(JSON):
    pass


class PGDialect(DefaultDialect):
    supports_comments = supports_constraint_comments = True
    name = "postgresql"
    driver = "psycopg"
    paramstyle = "pyformat"
    supports_native_boolean = True
    _driver_wanted = ""

    def import_dbapi(self):
        __import__(self._driver_wanted or "psycopg")


dialect = PGDialect

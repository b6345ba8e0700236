"""MySQL: for compiling only."""

from .. import DefaultDialect
from ...sql.sqltypes import BIGINT, BOOLEAN, CHAR, DATE, DATETIME, DECIMAL, INTEGER, JSON, NUMERIC, SMALLINT, TEXT, TIMESTAMP, VARCHAR


class MySQLDialect(DefaultDialect):
    supports_comments = inline_comments = True
    name = "mysql"
    driver = "mysqldb"
    paramstyle = "format"
    _driver_wanted = ""

    def import_dbapi(self):
        __import__({"": "MySQLdb", "mysqldb": "MySQLdb"}.get(self._driver_wanted, self._driver_wanted))


dialect = MySQLDialect

"""SQLite."""

from ...sql.sqltypes import (
    BLOB, BOOLEAN, CHAR, DATE, DATETIME, DECIMAL, FLOAT, INTEGER, JSON, NUMERIC, REAL, SMALLINT, TEXT, TIME, TIMESTAMP,
    VARCHAR)
from .base import SQLiteDialect, SQLiteDialect_pysqlite
from .dml import Insert, insert

dialect = SQLiteDialect_pysqlite

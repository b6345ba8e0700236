"""SQLite."""

from ...sql.sqltypes import (
    BLOB, BOOLEAN, CHAR, DECIMAL, FLOAT, INTEGER, JSON, NUMERIC, REAL, SMALLINT, TEXT, TIMESTAMP, VARCHAR)
from .base import SQLiteDialect, SQLiteDialect_pysqlite
from .dml import Insert, insert
from .types import DATE, DATETIME, JSONB, TIME

dialect = SQLiteDialect_pysqlite

"""Oracle: for compiling only."""

from ...sql.sqltypes import BLOB, BOOLEAN, CHAR, CLOB, DOUBLE_PRECISION, NCHAR, NVARCHAR, REAL, VARCHAR
from .base import OracleDialect, OracleDialect_oracledb, dialect
from .types import (
    BFILE, BINARY_DOUBLE, BINARY_FLOAT, DATE, FLOAT, INTERVAL, JSON, LONG, NCLOB, NUMBER, NVARCHAR2, RAW, ROWID,
    TIMESTAMP, VARCHAR2)

"""MySQL: for compiling only."""

from ...sql.sqltypes import BINARY, BLOB, BOOLEAN, DATE, VARBINARY
from .base import MySQLDialect, MySQLDialect_mysqldb, dialect
from .dml import Insert, insert, limit
from .expression import match
from .types import (
    BIGINT, BIT, CHAR, DATETIME, DECIMAL, DOUBLE, ENUM, FLOAT, INET4, INET6, INTEGER, JSON, LONGBLOB, LONGTEXT,
    MEDIUMBLOB, MEDIUMINT, MEDIUMTEXT, NCHAR, NUMERIC, NVARCHAR, REAL, SET, SMALLINT, TEXT, TIME, TIMESTAMP, TINYBLOB, TINYINT,
    TINYTEXT, VARCHAR, YEAR)

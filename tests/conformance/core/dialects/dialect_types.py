"""The dialects' own types: PostgreSQL's, MySQL's and SQLite's, their repr, DDL and CAST text, with_variant and adapting between dialects."""
import re

from sqlalchemy import Boolean, Column, DateTime, Integer, MetaData, String, Table, Text, cast, column
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.schema import CreateTable


def show(source, dialect):
    try:
        t = eval(source)
        print(source, "->", repr(t), "|", t.compile(dialect=dialect), "|", cast(column("c"), t).compile(dialect=dialect))
    except Exception as error:
        print(source, "!!", type(error).__name__, re.sub("0x[0-9a-f]+", "0x", str(error)))


for source in ["ARRAY(Integer)", "ARRAY(Integer, dimensions=2)", "BIT(4)", "BIT(4, varying=True)", "BYTEA()", "CIDR()", "CITEXT()", "DOMAIN('d', Integer)", "DOUBLE_PRECISION()", "DOUBLE_PRECISION(5)", "ENUM('a', 'b', name='e')", "HSTORE()", "INET()", "INT4RANGE()", "INT8MULTIRANGE()", "INTERVAL()", "INTERVAL(fields='DAY TO SECOND', precision=3)", "JSON()", "JSONB()", "JSONPATH()", "MACADDR()", "MONEY()", "NUMRANGE()", "OID()", "REGCLASS()", "REAL()", "TIME(timezone=True)", "TIME(precision=3)", "TIMESTAMP(timezone=True, precision=6)", "TSQUERY()", "TSVECTOR()", "TSTZRANGE()", "DATERANGE()", "UUID()", "UUID(as_uuid=False)", "VARCHAR(5)", "TEXT(collation='C')", "SMALLINT()", "NUMERIC(5, 2)"]:
    show("postgresql." + source, postgresql.dialect())
for source in ["BIGINT(unsigned=True)", "BIGINT(20)", "BIT(3)", "BLOB()", "BOOLEAN()", "CHAR(3, charset='utf8mb4')", "CHAR(3, collation='utf8mb4_bin')", "DATETIME(fsp=6)", "DECIMAL(5, 2, unsigned=True)", "DOUBLE(asdecimal=True)", "DOUBLE(5, 2)", "ENUM('a', 'b''c')", "ENUM('a', charset='latin1')", "FLOAT(5)", "FLOAT(precision=5, scale=2)", "INTEGER(unsigned=True, zerofill=True)", "INTEGER(11)", "JSON()", "LONGBLOB()", "LONGTEXT()", "MEDIUMBLOB()", "MEDIUMINT()", "MEDIUMTEXT(charset='utf8mb4')", "NCHAR(4)", "NVARCHAR(5)", "NUMERIC(5, 2)", "REAL()", "SET('a', 'b')", "SMALLINT(5)", "TEXT(100)", "TIME(fsp=3)", "TIMESTAMP(fsp=2)", "TINYBLOB()", "TINYINT(1)", "TINYINT(unsigned=True)", "TINYTEXT()", "VARBINARY(5)", "VARCHAR(5, collation='x')", "VARCHAR(5, national=True)", "VARCHAR()", "YEAR()", "YEAR(4)"]:
    show("mysql." + source, mysql.dialect())
for source in ["DATE()", "DATETIME(truncate_microseconds=True)", "DATETIME()", "TIME()", "JSON()", "INTEGER()", "REAL()", "TEXT()", "VARCHAR(4)", "BLOB()", "BOOLEAN()", "NUMERIC(4, 2)", "TIMESTAMP()"]:
    show("sqlite." + source, sqlite.dialect())
v = String(50).with_variant(mysql.VARCHAR(50, charset="utf8mb4"), "mysql").with_variant(Text(), "sqlite", "postgresql")
t = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("s", v), Column("b", Boolean().with_variant(mysql.TINYINT(1), "mysql")), Column("j", postgresql.JSONB().with_variant(sqlite.JSON(), "sqlite")), Column("at", DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql")))
for dialect in (sqlite.dialect(), postgresql.dialect(), mysql.dialect()):
    try:
        print(CreateTable(t).compile(dialect=dialect))
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x", str(error)))
print(repr(v), v.dialect_impl(mysql.dialect()), repr(postgresql.JSONB().load_dialect_impl(postgresql.dialect())) if hasattr(postgresql.JSONB(), "load_dialect_impl") else "")


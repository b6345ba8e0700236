"""MySQL's own types and table options: unsigned integers, YEAR, SET, ENUM, TEXT sizes, collations, engine and charset."""
from sqlalchemy import Column, DateTime, ForeignKey, Index, Integer, MetaData, String, Table, func, text
from sqlalchemy.dialects import mysql as my
from sqlalchemy.schema import CreateIndex, CreateTable

metadata = MetaData()
t = Table(
    "t",
    metadata,
    Column("id", my.INTEGER(unsigned=True), primary_key=True),
    Column("tiny", my.TINYINT(1)),
    Column("utiny", my.TINYINT(display_width=3, unsigned=True, zerofill=True)),
    Column("small", my.SMALLINT(unsigned=True)),
    Column("med", my.MEDIUMINT),
    Column("big", my.BIGINT(20, unsigned=True)),
    Column("flag", my.BIT(3)),
    Column("y", my.YEAR),
    Column("colours", my.SET("red", "green", "blue")),
    Column("kind", my.ENUM("a", "b'c", charset="utf8mb4")),
    Column("tt", my.TINYTEXT),
    Column("mt", my.MEDIUMTEXT(collation="utf8mb4_bin")),
    Column("lt", my.LONGTEXT(charset="latin1")),
    Column("tb", my.TINYBLOB),
    Column("mb", my.MEDIUMBLOB),
    Column("lb", my.LONGBLOB),
    Column("vc", my.VARCHAR(20, charset="utf8mb3", collation="utf8_general_ci")),
    Column("ch", my.CHAR(2, ascii=True)),
    Column("nvc", my.NVARCHAR(9)),
    Column("nat", my.VARCHAR(9, national=True)),
    Column("dec", my.DECIMAL(10, 2, unsigned=True)),
    Column("dbl", my.DOUBLE(10, 2, asdecimal=True)),
    Column("fl", my.FLOAT(6, 1)),
    Column("dt", my.DATETIME(fsp=6)),
    Column("ts", my.TIMESTAMP(fsp=3), server_default=text("CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3)")),
    Column("tm", my.TIME(fsp=2)),
    Column("doc", my.JSON),
    Column("made", DateTime, server_default=func.now(), comment="when it's made"),
    mysql_engine="InnoDB",
    mysql_charset="utf8mb4",
    mysql_collate="utf8mb4_unicode_ci",
    mysql_row_format="DYNAMIC",
    mysql_auto_increment="100",
    comment="one table",
)
print(CreateTable(t).compile(dialect=my.dialect()))
for c in t.c:
    print(c.name, repr(c.type))
for index in (
    Index("i1", t.c.vc, mysql_length=10),
    Index("i2", t.c.vc, t.c.tt, mysql_length={"tt": 5}),
    Index("i3", t.c.mt, mysql_prefix="FULLTEXT", mysql_with_parser="ngram"),
    Index("i4", t.c.med, mysql_using="hash"),
    Index("i5", t.c.med.desc(), unique=True),
):
    print(CreateIndex(index).compile(dialect=my.dialect()))
try:
    print(CreateTable(Table("u", MetaData(), Column("s", String))).compile(dialect=my.dialect()))
except Exception as exc:
    print(type(exc).__name__, exc)
for bad in (lambda: my.SET(), lambda: my.SET("a", ""), lambda: my.ENUM(), lambda: Table("z", MetaData(), Column("a", Integer), nodialect_x=1), lambda: Table("z", MetaData(), Column("a", Integer), bogus=1)):
    try:
        print(repr(bad()))
    except Exception as exc:
        print(type(exc).__name__, exc)

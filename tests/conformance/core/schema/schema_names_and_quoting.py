"""MetaData(schema=), Table(schema=), BLANK_SCHEMA, quoted_name, quote=, quote_schema=, and how each is written."""
from sqlalchemy import BLANK_SCHEMA, Column, ForeignKey, Index, Integer, MetaData, Sequence, String, Table, insert, select
from sqlalchemy.dialects import mysql, postgresql
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.sql import quoted_name

m = MetaData(schema="main_schema")
inherits = Table("inherits", m, Column("id", Integer, primary_key=True))
own = Table("own", m, Column("id", Integer, primary_key=True), Column("i", ForeignKey("main_schema.inherits.id")), schema="other")
blank = Table("blank", m, Column("id", Integer, primary_key=True), schema=BLANK_SCHEMA)
print(sorted(m.tables), m.schema, inherits.schema, own.fullname, blank.schema, blank.key)
short = Table("short", m, Column("i", ForeignKey("inherits.id")))
try:
    print(CreateTable(short))
except Exception as exc:
    print(type(exc).__name__, exc)
plain = MetaData()
mixed = Table("MixedCase", plain, Column("ID", Integer, primary_key=True), Column("lower", Integer), Column("select", String(3)), Column("with space", String(3)), Column("per%cent", Integer), Column('quo"te', Integer), Column("col:on", Integer), Column("1st", Integer), Column("naïve", Integer), Column("a.b", Integer), Index("Ix", "ID"))
forced = Table("forced", plain, Column("a", Integer, quote=True), Column("Unquoted", Integer, quote=False), Column(quoted_name("x", True), Integer), quote=True, schema="sch", quote_schema=True)
dotted = Table("t", plain, Column("a", Integer), schema="db.owner")
no = Table(quoted_name("Order", False), plain, Column("a", Integer))
for table in inherits, own, blank, mixed, forced, dotted, no:
    for dialect in None, postgresql.dialect(), mysql.dialect():
        print(CreateTable(table).compile(dialect=dialect))
print(select(mixed))
print(select(mixed).compile(dialect=postgresql.dialect()))
print(insert(mixed).compile(dialect=postgresql.dialect()))
print(insert(mixed))
print(select(forced.c.a, dotted.c.a, own.alias("O")))
print(CreateIndex(list(mixed.indexes)[0]))
q = quoted_name("Name", quote=True)
print(repr(q), q, q.quote, q.lower(), q.upper(), quoted_name("Name", None).lower(), isinstance(q, str), q == "Name", quoted_name(None, True) if False else type(quoted_name("x", None)).__name__, quoted_name(q, None) is q)
print(own.c.i.references(inherits.c.id), repr(own), m.tables["other.own"] is own)

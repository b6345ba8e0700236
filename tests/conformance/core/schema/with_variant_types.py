"""with_variant(): a different type for each database, chained, nested in ARRAY or TypeDecorator, and misuse."""
from sqlalchemy import JSON, BigInteger, Boolean, Column, DateTime, Integer, LargeBinary, MetaData, Numeric, String, Table, Text, create_engine, insert, select
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.schema import CreateTable

pk = BigInteger().with_variant(Integer, "sqlite")
doc = JSON().with_variant(postgresql.JSONB(), "postgresql")
long_text = Text().with_variant(mysql.LONGTEXT(charset="utf8mb4"), "mysql", "mariadb")
when = DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql").with_variant(postgresql.TIMESTAMP(precision=3), "postgresql")
t = Table("t", MetaData(), Column("id", pk, primary_key=True), Column("doc", doc), Column("body", long_text), Column("at", when), Column("n", String(5).with_variant(String(50), "sqlite")))
for dialect in sqlite.dialect(), postgresql.dialect(), mysql.dialect():
    print(CreateTable(t).compile(dialect=dialect))
print(CreateTable(t))
print(repr(pk), repr(doc), repr(when))
print(type(pk).__name__, [type(v).__name__ for v in when._variant_mapping.values()], sorted(when._variant_mapping))
print(type(doc.dialect_impl(postgresql.dialect())).__name__, type(doc.dialect_impl(sqlite.dialect())).__name__)
engine = create_engine("sqlite://")
t.create(engine)
with engine.connect() as conn:
    conn.execute(insert(t).values(doc={"a": [1]}, body="x"))
    print(conn.execute(select(t.c.id, t.c.doc, t.c.doc["a"][0].as_integer())).one())
for bad in (
    lambda: pk.with_variant(String, "sqlite"),
    lambda: Integer().with_variant(pk, "mysql"),
    lambda: Integer().with_variant(String(3)),
    lambda: Integer().with_variant("x", "mysql"),
    lambda: Integer.with_variant(String(), "mysql"),
    lambda: Integer().with_variant(String, "nosuch"),
):
    try:
        print(repr(bad()))
    except Exception as exc:
        print(type(exc).__name__, exc if not isinstance(exc, TypeError) else "")

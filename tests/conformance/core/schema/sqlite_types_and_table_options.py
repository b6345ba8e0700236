"""SQLite's own types, storage formats, WITHOUT ROWID, STRICT, conflict clauses and AUTOINCREMENT."""
import datetime

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, MetaData, PrimaryKeyConstraint, Table, Text, UniqueConstraint, create_engine, insert, select, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

metadata = MetaData()
day = sqlite.DATE(storage_format="%(day)02d/%(month)02d/%(year)04d", regexp=r"(?P<day>\d+)/(?P<month>\d+)/(?P<year>\d+)")
moment = sqlite.DATETIME(storage_format="%(year)04d%(month)02d%(day)02d%(hour)02d%(minute)02d%(second)02d", regexp=r"(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})")
clock = sqlite.TIME(truncate_microseconds=True)
e = Table("e", metadata, Column("id", Integer, primary_key=True), Column("d", day), Column("m", moment), Column("t", clock), Column("x", sqlite.DATETIME(truncate_microseconds=True)))
strict = Table("strict", metadata, Column("a", Integer, primary_key=True), Column("b", Text, unique=True, sqlite_on_conflict_unique="IGNORE"), sqlite_strict=True, sqlite_with_rowid=False)
auto = Table("auto", metadata, Column("id", Integer, primary_key=True), Column("n", Integer, nullable=False, sqlite_on_conflict_not_null="FAIL"), CheckConstraint("n > 0", sqlite_on_conflict="ROLLBACK"), UniqueConstraint("n", sqlite_on_conflict="REPLACE"), sqlite_autoincrement=True)
pk = Table("pk", metadata, Column("a", Integer), Column("b", Integer), PrimaryKeyConstraint("a", "b", sqlite_on_conflict="ABORT"))
col = Table("col", metadata, Column("a", Integer, primary_key=True, sqlite_on_conflict_primary_key="IGNORE"), Column("b", Integer, sqlite_on_conflict_not_null="IGNORE", nullable=False))
index = Index("ix_part", auto.c.n, sqlite_where=auto.c.n > 5)
for table in metadata.sorted_tables:
    print(CreateTable(table).compile(dialect=sqlite.dialect()))
print(CreateIndex(index).compile(dialect=sqlite.dialect()))
print(CreateTable(strict), CreateIndex(index))
engine = create_engine("sqlite://")
metadata.create_all(engine)
with engine.connect() as conn:
    when = datetime.datetime(2024, 2, 29, 13, 5, 9, 123456)
    conn.execute(insert(e).values(d=when.date(), m=when, t=when.time(), x=when))
    print(conn.exec_driver_sql("SELECT * FROM e").one())
    print(conn.execute(select(e)).one())
    conn.execute(insert(strict), [{"a": 1, "b": "x"}, {"a": 2, "b": "x"}])
    print(conn.execute(select(strict)).all())
    conn.execute(insert(auto), [{"n": 4}, {"n": 4}])
    print(conn.execute(select(auto)).all())
    for values in {"d": "2024-01-01"}, {"m": when.date()}, {"t": "noon"}, {"x": 5}:
        try:
            conn.execute(insert(e).values(values))
        except Exception as exc:
            print(type(exc).__name__, str(exc).splitlines()[0])
    conn.execute(text("INSERT INTO e (d, m) VALUES ('what', 'ever')"))
    for c in e.c.d, e.c.m:
        try:
            print(conn.execute(select(c).where(e.c.id == 2)).scalar())
        except Exception as exc:
            print(type(exc).__name__, exc)

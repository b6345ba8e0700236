"""ddl_if() on constraints and indexes, DDL.execute_if() with dialect, list of dialects, callable and state."""
from sqlalchemy import DDL, CheckConstraint, Column, Index, Integer, MetaData, String, Table, UniqueConstraint, create_engine, event
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable, DropIndex

metadata = MetaData()


def only_in_tests(ddl, target, bind, tables=None, state=None, *, dialect, compiler=None, **kw):
    print("   asked:", type(ddl).__name__, type(target).__name__, bind is not None, dialect.name, state, sorted(kw))
    return dialect.name == "sqlite"


t = Table(
    "t",
    metadata,
    Column("a", Integer),
    Column("b", String(9)),
    CheckConstraint("a > 5", name="pg_only").ddl_if(dialect="postgresql"),
    CheckConstraint("a < 99", name="both").ddl_if(dialect=("postgresql", "mysql")),
    UniqueConstraint("b", name="uq_b").ddl_if(callable_=only_in_tests, state={"x": 1}),
    Index("ix_pg", "a").ddl_if(dialect="postgresql"),
    Index("ix_lite", "b").ddl_if(dialect="sqlite"),
)
for dialect in sqlite.dialect(), postgresql.dialect(), mysql.dialect():
    print(dialect.name, CreateTable(t).compile(dialect=dialect))
event.listen(metadata, "after_create", DDL("PRAGMA user_version = 5").execute_if(dialect="sqlite"))
event.listen(metadata, "after_create", DDL("SET search_path TO x").execute_if(dialect="postgresql"))
event.listen(t, "before_create", DDL("PRAGMA application_id = %(n)s", context={"n": 7}).execute_if(dialect=["mysql", "sqlite"]))
event.listen(t, "after_create", DDL("CREATE INDEX ix_%(table)s_x ON %(fullname)s (a)"))
event.listen(t, "after_create", DDL("CREATE VIEW v AS SELECT 1").execute_if(callable_=only_in_tests, state="s"))
event.listen(t, "before_drop", DDL("DROP VIEW v"))
event.listen(t, "after_drop", lambda target, connection, **kw: print("dropped", target.name, sorted(k for k in kw if not k.startswith("_"))))
engine = create_engine("sqlite://", echo=True)
metadata.create_all(engine)
metadata.drop_all(engine)
ddl = DDL("ALTER TABLE %(table)s ADD COLUMN z")
print(ddl.target, ddl.against(t).compile(dialect=sqlite.dialect()))
print(DDL("SELECT 100%% of %(schema)s.%(table)s").against(Table("q", MetaData(), schema="s")).compile(dialect=sqlite.dialect()))
for bad in (lambda: DDL(3), lambda: DDL("x", on="sqlite"), lambda: DDL("x").execute_if(bogus=1), lambda: event.listen(t, "before_nothing", ddl), lambda: DDL("%(nope)s").against(t).compile(dialect=sqlite.dialect()).string, lambda: event.listen(metadata, "before_create", "SQL")):
    try:
        print(bad())
    except Exception as exc:
        print(type(exc).__name__, exc if type(exc).__name__ != "TypeError" else "")

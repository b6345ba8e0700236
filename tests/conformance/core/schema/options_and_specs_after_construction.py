"""Options of dialects written after construction, get_col_spec() by column, copies of Enum, CHECKs by dialect, schema_translate_map of compile()"""

import warnings
from sqlalchemy import *
from sqlalchemy.types import *
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.schema import *
from sqlalchemy.dialects import postgresql as pg, mysql, sqlite
from sqlalchemy.sql import ddl


def show(f):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try:
            print(f())
        except Exception as e:
            print(type(e).__name__, e)
        for x in w:
            print("   W", x.category.__name__, x.message)


class Spec(UserDefinedType):
    cache_ok = True

    def get_col_spec(self, **kw):
        te = kw.get("type_expression")
        return "SPEC(%s)" % (None if te is None else getattr(te, "name", None))


class Bare(UserDefinedType):
    cache_ok = True

    def get_col_spec(self):
        return "BARE"


m = MetaData()
t = Table("t", m, Column("a", Spec), Column("b", Bare), Column("c", Spec, nullable=False))
print(CreateTable(t))
print(CreateTable(t).compile(dialect=pg.dialect()))
print(cast(t.c.a, Spec), cast(column("x"), Spec()))
print(Spec().compile(), str(Spec()), repr(Spec()))
e = Enum(
    "a", "b", name="en", metadata=m, inherit_schema=True, sort_key_function=lambda v: v, values_callable=None
)
a = e.adapt(Enum)
print(a.metadata is m, a.sort_key_function is e.sort_key_function, a.name, a.enums, a is e, a.inherit_schema)
b = e.adapt(pg.ENUM)
print(type(b).__module__, b.name, b.metadata is m, b.enums, b.create_type)
c = e.copy()
print(c.metadata is m, c.name, c.enums)
# options after construction
i = Index("ix", t.c.a)
i.dialect_options["postgresql"]["using"] = "gin"
i.dialect_kwargs["mysql_length"] = 10
print(CreateIndex(i).compile(dialect=pg.dialect()))
print(CreateIndex(i).compile(dialect=mysql.dialect()))
print(dict(i.dialect_kwargs), i.dialect_kwargs["postgresql_using"])
t.dialect_options["sqlite"]["strict"] = True
t.dialect_options["mysql"]["engine"] = "InnoDB"
t.kwargs["postgresql_tablespace"] = "ts"
for d in (sqlite.dialect(), mysql.dialect(), pg.dialect()):
    print(CreateTable(t).compile(dialect=d))
uq = UniqueConstraint("a", "c")
t.append_constraint(uq)
uq.dialect_options["sqlite"]["on_conflict"] = "IGNORE"
uq.dialect_options["postgresql"]["nulls_not_distinct"] = True
print(AddConstraint(uq).compile(dialect=pg.dialect()))
print(CreateTable(t).compile(dialect=sqlite.dialect()))
show(lambda: i.dialect_options["nope"])
show(lambda: i.dialect_options["postgresql"]["nothing"])
show(lambda: i.dialect_kwargs.__setitem__("postgresql_foo", 5))
show(lambda: i.dialect_kwargs.__setitem__("foo", 5))
show(lambda: i.dialect_kwargs.__delitem__("postgresql_using"))
show(lambda: "postgresql_using" in i.dialect_kwargs)
show(lambda: sorted(i.dialect_options["postgresql"]))
show(lambda: Index.argument_for("postgresql", "length", None))
show(lambda: Index("q", t.c.b, postgresql_length=5).dialect_options["postgresql"]["length"])
show(lambda: Index("q", t.c.b, postgresql_lengthy=5))
show(lambda: Index("q", t.c.b, nope_lengthy=5))
# deferrable text
fk = ForeignKey("x.id", deferrable=True, initially="deferred", link_to_name=True)
print(fk.deferrable, fk._copy().deferrable)
cc = CheckConstraint("a > 5", name="ck", deferrable=True, initially="IMMEDIATE")
print(cc.deferrable, cc.copy().deferrable if hasattr(cc, "copy") else "")
u = Table(
    "u", MetaData(), Column("id", Integer), cc, UniqueConstraint("id", deferrable=True, initially="DEFERRED")
)
print(CreateTable(u))
# bare DefaultDialect
v = Table(
    "v",
    MetaData(),
    Column("id", Integer, Identity(), nullable=True),
    Column("f", Boolean(create_constraint=True, name="bk")),
    Column("g", Boolean),
    Column("e", Enum("x", "y", create_constraint=True, name="ek")),
)
for d in (None, DefaultDialect(), pg.dialect(), mysql.dialect(), sqlite.dialect()):
    print(CreateTable(v).compile(dialect=d))
# schema_translate_map
w = Table("w", MetaData(), Column("id", Integer, primary_key=True), schema="one")
x = Table("x", MetaData(), Column("id", Integer, primary_key=True))
for stmt in (
    select(w, x),
    insert(w),
    update(w).where(w.c.id == 4).values(id=5),
    delete(w),
    select(w.alias("q").c.id),
):
    c = stmt.compile(schema_translate_map={"one": "uno", None: "dflt"})
    print(c)
    show(lambda: stmt.compile(schema_translate_map={"one": None}))
    show(lambda: stmt.compile(dialect=pg.dialect(), schema_translate_map={"one": "u[no"}))
print(CreateTable(w).compile(schema_translate_map={"one": "uno", None: "dflt"}))
print(CreateSequence(Sequence("s")).compile(schema_translate_map={None: "z"}))
en = create_engine("sqlite://", echo=True)
with en.connect() as conn:
    conn.exec_driver_sql("attach ':memory:' as uno")
    c2 = conn.execution_options(schema_translate_map={"one": "uno"})
    c2.execute(CreateTable(w))
    c2.execute(insert(w).values(id=1))
    print(c2.execute(select(w)).all())
    show(lambda: conn.execution_options(schema_translate_map={"one": "u[no]"}).execute(select(w)))
    show(lambda: conn.execution_options(schema_translate_map={"[one]": "uno"}).execute(select(w)))

"""Enum: string values, PEP 435 classes, values_callable, omit_aliases, sort, length, native or not, validate_strings, comparisons."""
import enum

from sqlalchemy import Column, Enum, Integer, MetaData, Table, create_engine, insert, select, text
from sqlalchemy.dialects import mysql, postgresql
from sqlalchemy.schema import CreateTable


class Size(enum.Enum):
    S = "small"
    M = "medium"
    ALSO_M = "medium"
    L = "large"


class Prio(enum.IntEnum):
    low = 1
    high = 2


types = {
    "by name": Enum(Size),
    "by value": Enum(Size, values_callable=lambda e: [m.value for m in e], name="size_value"),
    "aliases": Enum(Size, omit_aliases=False),
    "strings": Enum("one", "twelve", name="nums", validate_strings=True),
    "loose": Enum("one", "two", native_enum=False, validate_strings=False),
    "checked": Enum(Prio, native_enum=False, create_constraint=True, name="ck_prio"),
    "long": Enum("a", native_enum=False, length=50),
    "schema": Enum(Size, name="sz", schema="app", inherit_schema=False),
    "meta": Enum("x", name="x", metadata=MetaData()),
}
for label, type_ in types.items():
    print(label, repr(type_), type_.enums, type_.length, type_.name, type_.native_enum, type_.enum_class, type_.python_type.__name__)
    for dialect in None, postgresql.dialect(), mysql.dialect():
        print("   ", " ".join(str(CreateTable(Table("t", MetaData(), Column("c", type_.copy()))).compile(dialect=dialect)).split()))
m = MetaData()
t = Table("t", m, Column("id", Integer, primary_key=True), Column("n", Enum(Size)), Column("v", types["by value"]), Column("s", types["strings"]), Column("w", types["loose"]), Column("p", Enum(Prio)))
engine = create_engine("sqlite://")
m.create_all(engine)
with engine.connect() as conn:
    conn.execute(insert(t).values(n=Size.L, v=Size.ALSO_M, s="one", w="zzz", p=Prio.high))
    print(conn.exec_driver_sql("SELECT * FROM t").one())
    print(conn.execute(select(t.c.n, t.c.v, t.c.s, t.c.p)).one())
    print(conn.execute(select(t.c.id).where(t.c.n == Size.L, t.c.n.in_([Size.S, Size.L]), t.c.v == Size.M)).all(), conn.execute(select(t.c.id).where(t.c.n == "L")).all())
    print(conn.execute(select(t.c.n).where(t.c.n > Size.S).order_by(t.c.n)).scalars().all())
    for values in {"n": "XL"}, {"n": 5}, {"v": "small"}, {"s": "three"}, {"p": 2}, {"p": Size.S}, {"w": 3}:
        try:
            conn.execute(insert(t).values(values))
            print("accepted", values)
        except Exception as exc:
            print(type(exc).__name__, str(exc).splitlines()[0])
    conn.execute(text("UPDATE t SET n = 'XXL', w = 'qq'"))
    for c in t.c.n, t.c.w:
        try:
            print(conn.execute(select(c)).first())
        except Exception as exc:
            print(type(exc).__name__, exc)
print(select(t).where(t.c.n == Size.S).compile(compile_kwargs={"literal_binds": True}))
for bad in (lambda: Enum(), lambda: Enum(1, 2), lambda: Enum("a", "a"), lambda: Enum("abc", length=2, native_enum=False), lambda: Enum(Size, Prio), lambda: Enum("a", nope=1), lambda: CreateTable(Table("z", MetaData(), Column("c", Enum("a")))).compile(dialect=postgresql.dialect())):
    try:
        print(repr(bad()))
    except Exception as exc:
        print(type(exc).__name__, exc)

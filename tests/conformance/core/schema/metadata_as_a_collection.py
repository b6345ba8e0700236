"""MetaData: tables, remove, clear, sorted_tables, info, schema, contains, pickling of names, several MetaData with one name."""
from sqlalchemy import Column, ForeignKey, Integer, MetaData, Sequence, String, Table, create_engine, inspect
from sqlalchemy.exc import SQLAlchemyError

m = MetaData(info={"app": "shop"})
a = Table("a", m, Column("id", Integer, primary_key=True), info={"owner": "x"})
b = Table("b", m, Column("a_id", ForeignKey("a.id")), schema="s")
print(m.info, a.info, b.info, m.schema, repr(m), bool(m))
print(list(m.tables), m.tables["s.b"] is b, "a" in m.tables, "b" in m, "s.b" in m, a in m.tables.values(), m.tables.get("zz"))
print(type(m.tables).__name__, len(m.tables), [t.key for t in m.sorted_tables])
for call in (lambda: m.tables["nope"], lambda: m.tables.__setitem__("x", a), lambda: m.tables.pop("a"), lambda: a in m, lambda: m["a"], lambda: len(m), lambda: list(m), lambda: m.tables.clear()):
    try:
        print(call())
    except Exception as exc:
        print(type(exc).__name__, exc)
other = MetaData()
a2 = Table("a", other, Column("id", Integer, primary_key=True), Column("more", String))
print(a is a2, a == a2, a.c.id == a2.c.id, a.metadata is m, a2.metadata is other, hash(a) == hash(a2))
m.remove(b)
print(list(m.tables), b.metadata is m, [f.target_fullname for f in b.foreign_keys])
m.remove(a)
try:
    m.remove(a)
    print("removed again")
except Exception as exc:
    print(type(exc).__name__, exc)
c = Table("c", m, Column("a_id", Integer, ForeignKey("a.id")))
try:
    print(list(c.foreign_keys)[0].column)
except SQLAlchemyError as exc:
    print(type(exc).__name__, exc)
late = Table("a", m, Column("id", Integer, primary_key=True))
print(list(c.foreign_keys)[0].column is late.c.id, c.c.a_id.references(late.c.id))
m.clear()
print(len(m.tables), m.info)
engine = create_engine("sqlite://")
m.create_all(engine)
print(inspect(engine).get_table_names())
s = Sequence("sq", metadata=m)
print(s.metadata is m, s.name, s.start, s.optional)

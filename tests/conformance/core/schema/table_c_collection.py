"""Table.c: access by name, key, index, slice and list; membership; iteration; what it refuses."""
from sqlalchemy import Column, Integer, MetaData, String, Table, func, literal_column, select, table, column

t = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("first name", String), Column("age", Integer, key="years"), Column("keys", Integer))
other = Table("o", MetaData(), Column("id", Integer))
c = t.c
print(type(c).__name__, len(c), str(c), c.keys(), [str(x) for x in c.values()], [(k, v.name) for k, v in c.items()])
print(c.id is c["id"], c.years is c["years"], c[0] is c.id, c["first name"].name, c["keys"].name)
print([x.name for x in c[0:2]], [x.name for x in c["id", "years"]], type(c[0:1]).__name__, [x.name for x in c[()]])
print("id" in c, "age" in c, "years" in c, c.contains_column(t.c.id), c.contains_column(other.c.id), t.columns is t.c)
print([x.key for x in c], c.get("id") is c.id, c.get("nope"), bool(c), bool(other.c))
print(c == t.c, c.as_readonly() is c, c.compare(t.c) if hasattr(c, "compare") else "", sorted(t.primary_key.columns.keys()))
s = select(t.c.id, t.c.id, func.count(), literal_column("1").label("one"), t.c.years)
print(s.selected_columns.keys(), s.subquery().c.keys(), s.exported_columns.keys() if hasattr(s, "exported_columns") else "", list(s.selected_columns)[3].name)
print(s.subquery("q").c.one, s.subquery("q").c[2].name)
lite = table("lite", column("a"), column("b", Integer))
print(lite.c.keys(), lite.c.a, repr(lite.c.b.type), lite.name, lite.primary_key.columns.keys() if hasattr(lite.primary_key, "columns") else list(lite.primary_key))
print(t.corresponding_column(t.alias("x").c.id), t.alias("x").corresponding_column(t.c.years), t.alias("x").c.years.name)
for call in (
    lambda: c.nope,
    lambda: c.age,
    lambda: c[-1],
    lambda: c["age"],
    lambda: c[9],
    lambda: c["id", "nope"],
    lambda: c[3.5],
    lambda: t.c.id in t.c,
    lambda: c.add(Column("x", Integer)),
    lambda: setattr(c, "z", 1),
    lambda: c.clear(),
    lambda: c.remove(c.id),
    lambda: c.__setitem__("x", 1),
    lambda: s.c,
    lambda: t.nope,
    lambda: hash(c),
):
    try:
        print(call())
    except Exception as exc:
        print(type(exc).__name__, exc)

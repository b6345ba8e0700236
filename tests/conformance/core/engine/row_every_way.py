"""A Row by position, by name, as mapping, as tuple, as dict; compared, hashed, sliced, unpacked; and what it refuses."""
from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, insert, literal, select, text

metadata = MetaData()
city = Table("city", metadata, Column("id", Integer, primary_key=True), Column("name", String), Column("pop", Integer))
engine = create_engine("sqlite://")
metadata.create_all(engine)
with engine.begin() as conn:
    conn.execute(insert(city), [{"name": "Oslo", "pop": 700}, {"name": "Bergen", "pop": 290}])
with engine.connect() as conn:
    row, other = conn.execute(select(city, (city.c.pop * 2).label("double")).order_by(city.c.id)).all()
    print(row, repr(row), str(row), len(row), type(row).__name__, isinstance(row, tuple))
    print(row[0], row[-1], row[1:3], row.name, row.double, getattr(row, "pop"), row[::2])
    print(row._fields, row._asdict(), row._tuple(), row._t, row.t, row.tuple())
    m = row._mapping
    print(type(m).__name__, m, dict(m), m["name"], m[city.c.name], list(m.keys()), list(m.values()), list(m.items()))
    print("name" in m, city.c.pop in m, "nope" in m, len(m), m.get("nope", "default"), m == row._mapping)
    print("Oslo" in row, "name" in row, row.count("Oslo"), row.index(700))
    print(row == (1, "Oslo", 700, 1400), row == row._tuple(), row != other, row < other, other > row, row == [1])
    print(hash(row) == hash(tuple(row)), len({row, tuple(row)}), sorted([other, row])[0].name)
    a, b, *rest = row
    print(a, b, rest, tuple(reversed(row)), max(row[2:]))
    print(row._replace(name="x") if hasattr(row, "_replace") else "no _replace")
    for call in (
        lambda: row.nope,
        lambda: row[9],
        lambda: row["name"],
        lambda: m["nope"],
        lambda: m[0],
        lambda: m[city],
        lambda: row.__setattr__("name", "x"),
        lambda: row.__setitem__(0, 1),
        lambda: row.__delattr__("name"),
        lambda: row + (1,),
        lambda: row * 2,
        lambda: row < "x",
        lambda: row._mapping.__setitem__("a", 1),
        lambda: row.index("x"),
    ):
        try:
            print(call())
        except Exception as exc:
            print(type(exc).__name__, exc)
    odd = conn.execute(select(literal(1).label("count"), literal(2).label("index"), literal(3).label("_hidden"), literal(4).label("class"))).one()
    print(odd, odd.count if not callable(odd.count) else "method", odd._mapping["index"], odd._asdict())
    lone = conn.execute(text("SELECT 1, 2")).one()
    print(lone._fields, lone._asdict(), lone._mapping)

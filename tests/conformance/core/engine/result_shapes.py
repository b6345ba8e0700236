"""mappings(), scalars(), columns(), tuples(), keys(), partitions(), yield_per(), unique(): one result, many shapes."""
from sqlalchemy import create_engine, select, text
from sqlalchemy import Column, Integer, MetaData, String, Table, insert

metadata = MetaData()
t = Table("t", metadata, Column("id", Integer, primary_key=True), Column("k", String), Column("v", Integer))
engine = create_engine("sqlite://")
metadata.create_all(engine)
with engine.begin() as conn:
    conn.execute(insert(t), [{"k": "ab"[i % 2], "v": i // 3} for i in range(7)])


def run():
    return conn.execute(select(t).order_by(t.c.id))


with engine.connect() as conn:
    r = run()
    print(type(r).__name__, r.keys(), list(r.keys()), len(r.keys()), "k" in r.keys(), t.c.v in r.keys(), "x" in r.keys())
    print(type(r.keys()).__name__, r.returns_rows, r.is_insert, r.closed)
    m = run().mappings()
    print(type(m).__name__, m.keys(), m.fetchone(), m.first())
    print(run().mappings().fetchmany(2), run().mappings().columns("v", "k").first())
    s = run().scalars()
    print(type(s).__name__, s.fetchmany(2), s.fetchmany(100), s.fetchmany(1), s.all(), s.first())
    print(run().scalars(1).all(), run().scalars("v").all(), run().scalars(t.c.k).first())
    print(run().columns("v", "k").all(), run().columns(0).first(), run().columns(t.c.k, 0).fetchmany(1))
    print(run().columns("k").unique().all(), run().unique(lambda row: row.v).all(), run().scalars("k").unique().all())
    tu = run().tuples()
    print(type(tu).__name__, tu.first())
    print([len(p) for p in run().partitions(3)], [p for p in run().scalars().partitions(4)], [len(p) for p in run().mappings().partitions(5)])
    print([len(p) for p in run().yield_per(2).partitions()])
    it = iter(run().yield_per(3))
    print(next(it), sum(1 for _ in it))
    with run() as r:
        print(r.fetchone(), next(r), r.fetchmany(2), r.closed)
    print(r.closed)
    for name, call in [
        ("after close", lambda: r.fetchone()),
        ("scalars of unknown", lambda: run().scalars("nope").all()),
        ("columns of unknown", lambda: run().columns("nope").all()),
        ("columns out of range", lambda: run().columns(7).all()),
        ("scalars out of range", lambda: run().scalars(7).all()),
        ("one of many", lambda: run().one()),
        ("one_or_none of many", lambda: run().scalars().one_or_none()),
        ("one of none", lambda: conn.execute(select(t).where(t.c.id > 99)).mappings().one()),
        ("scalar_one of none", lambda: conn.execute(select(t).where(t.c.id > 99)).scalar_one()),
        ("scalar of none", lambda: conn.execute(select(t).where(t.c.id > 99)).scalar()),
        ("rows of DDL", lambda: conn.execute(text("CREATE TABLE u (n)")).all()),
        ("keys of DDL", lambda: conn.execute(text("CREATE TABLE v (n)")).keys()),
        ("scalars of insert", lambda: conn.execute(insert(t).values(v=1)).scalars()),
        ("first of insert", lambda: conn.execute(insert(t).values(v=1)).first()),
        ("partitions after all", lambda: [(r := run()).all() and None, list(r.partitions(2))]),
        ("unique and yield_per", lambda: run().unique().yield_per(2).all()),
    ]:
        try:
            print(name, call())
        except Exception as exc:
            print(name, type(exc).__name__, exc)

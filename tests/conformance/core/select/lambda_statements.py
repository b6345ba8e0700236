"""lambda_stmt: statements built from lambdas that are cached by their code, with values from the closure, added criteria and misuse."""
from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, func, insert, lambda_stmt, select

engine = create_engine("sqlite://", echo=True)
m = MetaData()
t = Table("t", m, Column("id", Integer, primary_key=True), Column("a", Integer), Column("s", String(10)))
with engine.begin() as conn:
    m.create_all(conn)
    conn.execute(insert(t), [{"a": 1, "s": "x"}, {"a": 2, "s": "y"}])


def by_a(value, name=None):
    stmt = lambda_stmt(lambda: select(t.c.id, t.c.s))
    stmt += lambda q: q.where(t.c.a == value)
    if name is not None:
        stmt += lambda q: q.where(t.c.s == name)
    return stmt.add_criteria(lambda q: q.order_by(t.c.id))


with engine.connect() as conn:
    print(conn.execute(by_a(1)).all(), conn.execute(by_a(2)).all(), conn.execute(by_a(2, "y")).all())
    for ids in ([1], [1, 2]):
        stmt = lambda_stmt(lambda: select(t.c.a).where(t.c.id.in_(ids)))
        print(conn.scalars(stmt).all())
    print(conn.scalars(select(t.c.a).where(lambda: t.c.s == "x")).all())
    for bad in (lambda: lambda_stmt(5), lambda: lambda_stmt(lambda: select(t.c.a).where(t.c.id == len("ab"))), lambda: conn.execute(lambda_stmt(lambda: 5))):
        try:
            print(type(bad()).__name__)
        except Exception as error:
            print(type(error).__name__, str(error)[:100])
    print(type(by_a(1)).__name__, by_a(1))

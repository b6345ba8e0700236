"""CTEs around DML: add_cte, INSERT from a CTE, CTEs in UPDATE and DELETE, text of writable CTEs, independent CTEs."""
from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, delete, exists, func, insert, literal, select, update, values, column
from sqlalchemy.dialects import mysql, postgresql

metadata = MetaData()
t = Table("t", metadata, Column("id", Integer, primary_key=True), Column("n", String), Column("v", Integer))
log = Table("log", metadata, Column("id", Integer, primary_key=True), Column("n", String))
engine = create_engine("sqlite://")
metadata.create_all(engine)
big = select(t.c.id, t.c.n).where(t.c.v > 5).cte("big")
nums = select(literal(1).label("i")).cte("nums", recursive=True)
nums = nums.union_all(select(nums.c.i + 1).where(nums.c.i < 4))
moved = delete(t).where(t.c.v < 0).returning(t.c.n).cte("moved")
added = insert(t).values(n="new").returning(t.c.id).cte("added")
statements = [
    insert(log).from_select(["n"], select(big.c.n)),
    insert(t).from_select(["n", "v"], select(literal("i") + func.char(nums.c.i + 64), nums.c.i * 3)),
    update(t).where(t.c.id.in_(select(big.c.id))).values(n=t.c.n + "+"),
    update(t).values(v=select(func.count()).select_from(big).scalar_subquery()).where(exists().where(big.c.id == t.c.id)),
    delete(t).where(t.c.id.in_(select(nums.c.i))),
    insert(log).from_select(["n"], select(moved.c.n)),
    select(added.c.id),
    select(func.count()).select_from(log).add_cte(moved),
    update(log).values(n="x").add_cte(big),
    insert(log).values(n=select(func.max(big.c.n)).scalar_subquery()),
    insert(log).from_select(["n"], select(log.c.n)).add_cte(added),
]
for stmt in statements:
    for dialect in None, postgresql.dialect():
        try:
            print(stmt.compile(dialect=dialect))
        except Exception as exc:
            print(type(exc).__name__, exc)
with engine.connect() as conn:
    for stmt in statements:
        try:
            result = conn.execute(stmt)
            print(result.all() if result.returns_rows else result.rowcount)
        except Exception as exc:
            print(type(exc).__name__, str(exc).splitlines()[0])
    print(conn.execute(select(t).order_by(t.c.id)).all(), conn.execute(select(log)).all())

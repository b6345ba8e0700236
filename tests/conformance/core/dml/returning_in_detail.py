"""RETURNING: expressions, labels, types, sort_by_parameter_order, several calls, exported columns, in CTEs, and where it is refused."""
from sqlalchemy import JSON, Column, Date, Integer, MetaData, Numeric, String, Table, create_engine, delete, func, insert, literal, select, text, type_coerce, update
from sqlalchemy.dialects import mysql, postgresql
import datetime
import decimal

metadata = MetaData()
t = Table("t", metadata, Column("id", Integer, primary_key=True), Column("n", String, key="nk"), Column("d", Date), Column("p", Numeric(6, 2)), Column("j", JSON), Column("s", String, server_default="S"))
o = Table("o", metadata, Column("id", Integer, primary_key=True), Column("t_id", Integer))
engine = create_engine("sqlite://")
metadata.create_all(engine)
with engine.connect() as conn:
    row = conn.execute(insert(t).values(nk="a", d=datetime.date(2024, 5, 6), p=decimal.Decimal("1.25"), j={"x": [1]}).returning(t)).one()
    print(row, row._fields, row._mapping[t.c.nk])
    print(conn.execute(insert(t).values(nk="b").returning(t.c.id, (t.c.id + 100).label("plus"), func.upper(t.c.nk), literal("lit"), t.c.s)).mappings().one())
    print(conn.execute(insert(t).values(nk="c").returning(t.c.id).returning(t.c.nk, t.c.s)).one())
    print(conn.execute(update(t).where(t.c.nk == "a").values(p=t.c.p * 2).returning(t.c.p, t.c.d, t.c.j, t.c.nk + "!")).one())
    print(conn.execute(delete(t).where(t.c.nk == "b").returning(t.c.nk.label("gone"))).scalar_one())
    print(conn.scalars(insert(t).returning(t.c.id), [{"nk": "x"}, {"nk": "y"}]).all(), conn.scalar(insert(t).values(nk="z").returning(t.c.id)))
    print(conn.execute(insert(t).values([{"nk": "m1"}, {"nk": "m2"}]).returning(t.c.id, t.c.nk)).all())
    print(conn.execute(insert(t).from_select(["nk"], select(t.c.nk).where(t.c.id == 1)).returning(t.c.id)).all())
    print(conn.execute(insert(t).values(nk="count").returning(func.length(t.c.nk), select(func.count()).select_from(o).scalar_subquery().label("c"))).all())
    result = conn.execute(insert(t).values(nk="f").returning(t.c.id))
    print(result.returns_rows, result.keys(), result.inserted_primary_key if not result.returns_rows else "", result.fetchone(), result.fetchone(), result.closed)
    try:
        print(conn.execute(insert(t).values(nk="f").returning(t.c.id)).inserted_primary_key)
    except Exception as exc:
        print(type(exc).__name__, exc)
stmt = insert(t).values(nk="q").returning(t.c.id, t.c.nk)
print(stmt.exported_columns.keys(), [c.name for c in stmt.exported_columns], stmt.returning_column_descriptions if hasattr(stmt, "nope") else "")
cte = update(t).values(nk="cte").returning(t.c.id).cte("changed")
print(select(cte.c.id).compile(dialect=postgresql.dialect()))
print(insert(o).from_select(["t_id"], select(cte.c.id)).compile(dialect=postgresql.dialect()))
for dialect in None, postgresql.dialect(), mysql.dialect():
    for s in stmt, update(t).values(nk="u").returning(t.c.id), delete(t).returning(t.c.id), insert(t).values(nk="q"):
        try:
            print(s.compile(dialect=dialect))
        except Exception as exc:
            print(type(exc).__name__, exc)
for bad in (lambda: insert(t).returning(t.c.id).return_defaults(), lambda: insert(t).return_defaults().returning(t.c.id), lambda: update(t).returning(t.c.id, sort_by_parameter_order=True), lambda: insert(t).returning(5), lambda: insert(t).returning(t.c.id, sort_by_parameter_order=True).values([{"nk": 1}]), lambda: insert(t).from_select(["nk"], select(t.c.nk)).returning(t.c.id, sort_by_parameter_order=True)):
    try:
        print(str(bad()).replace("\n", " "))
    except Exception as exc:
        print(type(exc).__name__, exc)

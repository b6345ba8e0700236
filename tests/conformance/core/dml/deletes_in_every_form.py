"""delete(): conditions, correlated subqueries, USING / multi-table text, returning, ctes, many parameter sets, rowcount."""
from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, bindparam, create_engine, delete, exists, func, insert, select, text
from sqlalchemy.dialects import mysql, postgresql

metadata = MetaData()
u = Table("users", metadata, Column("id", Integer, primary_key=True), Column("name", String))
a = Table("addr", metadata, Column("id", Integer, primary_key=True), Column("user_id", ForeignKey("users.id")), Column("mail", String))
doomed = select(u.c.id).where(u.c.name.like("d%")).cte("doomed")
statements = {
    "everything": delete(u),
    "where": delete(u).where(u.c.id == 1, u.c.name != "x"),
    "filter_by": delete(u).filter_by(name="z"),
    "in subquery": delete(a).where(a.c.user_id.in_(select(u.c.id).where(u.c.name == "y"))),
    "not exists": delete(u).where(~exists().where(a.c.user_id == u.c.id)),
    "correlated": delete(u).where(select(func.count(a.c.id)).where(a.c.user_id == u.c.id).scalar_subquery() == 0),
    "cte": delete(u).where(u.c.id.in_(select(doomed.c.id))),
    "using": delete(u).where(u.c.id == a.c.user_id).where(a.c.mail == "x"),
    "using alias": delete(u).where(u.c.id == u.alias("o").c.id + 1),
    "returning": delete(u).where(u.c.id > 2).returning(u.c.id, func.upper(u.c.name)),
    "returning star": delete(a).returning(text("*")),
    "prefix": delete(u).prefix_with("/* hi */"),
    "text where": delete(u).where(text("id = :i").bindparams(i=3)),
    "method": u.delete().where(u.c.id == 1),
    "bind": delete(u).where(u.c.id == bindparam("i")),
}
for label, stmt in statements.items():
    for dialect in None, postgresql.dialect(), mysql.dialect():
        try:
            compiled = stmt.compile(dialect=dialect)
            print(label, "|", str(compiled).replace("\n", " "), "|", compiled.params)
        except Exception as exc:
            print(label, type(exc).__name__, exc)
engine = create_engine("sqlite://")
metadata.create_all(engine)
for label, stmt in statements.items():
    if label == "bind":
        continue
    with engine.connect() as conn:
        conn.execute(insert(u), [{"name": n} for n in ("ann", "y", "dot", "x")])
        conn.execute(insert(a), [{"user_id": i, "mail": m} for i, m in ((1, "x"), (2, "q"), (2, "r"))])
        try:
            result = conn.execute(stmt)
            print(label, result.all() if result.returns_rows else result.rowcount, conn.execute(select(u.c.id)).scalars().all(), conn.scalar(select(func.count(a.c.id))))
        except Exception as exc:
            print(label, type(exc).__name__, str(exc).splitlines()[0])
with engine.connect() as conn:
    conn.execute(insert(u), [{"name": n} for n in ("ann", "y", "dot", "x")])
    print(conn.execute(statements["bind"], [{"i": 1}, {"i": 9}]).rowcount, conn.execute(statements["bind"], {"i": 2}).rowcount)

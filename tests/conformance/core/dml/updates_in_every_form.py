"""update(): expressions, correlated subqueries, UPDATE..FROM, ordered_values, bindparam, returning, aliases, CTEs - run and as text."""
from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, bindparam, case, create_engine, exists, func, insert, literal, select, text, tuple_, update
from sqlalchemy.dialects import mysql, postgresql

metadata = MetaData()
u = Table("users", metadata, Column("id", Integer, primary_key=True), Column("name", String), Column("full", String), Column("n", Integer, onupdate=1))
a = Table("addr", metadata, Column("id", Integer, primary_key=True), Column("user_id", ForeignKey("users.id")), Column("mail", String))
first = select(a.c.mail).where(a.c.user_id == u.c.id).order_by(a.c.id).limit(1).scalar_subquery()
ua = u.alias("o")
cte = select(a.c.user_id, func.count().label("c")).group_by(a.c.user_id).cte("counts")
statements = {
    "plain": update(u),
    "keywords": update(u).values(name="x"),
    "where twice": update(u).where(u.c.id == 1).where(u.c.name != None).values(name="x"),
    "filter_by": update(u).filter_by(id=5).values({"name": "y"}),
    "expression": update(u).values(full=u.c.name + " Smith", n=u.c.n * 2 + 1),
    "column keys": update(u).values({u.c.name: func.upper(u.c.name)}),
    "case": update(u).values(name=case((u.c.id == 1, "one"), else_=u.c.name)),
    "correlated": update(u).values(full=first),
    "exists": update(u).where(exists().where(a.c.user_id == u.c.id)).values(name="has"),
    "in": update(u).where(u.c.id.in_(select(a.c.user_id))).values(name="in"),
    "update from": update(u).where(u.c.id == a.c.user_id).where(a.c.mail.like("a%")).values(full=a.c.mail),
    "update from subquery": update(u).values(n=select(func.count()).subquery("s").c[0]).where(u.c.id == 1),
    "update from alias": update(u).where(u.c.id == ua.c.id + 1).values(name=ua.c.name),
    "update from cte": update(u).where(u.c.id == cte.c.user_id).values(n=cte.c.c),
    "ordered": update(u).ordered_values((u.c.full, u.c.name), ("name", "z")),
    "ordered list": update(u).ordered_values(("n", 4), (u.c.name, "q")),
    "bind": update(u).where(u.c.id == bindparam("uid")).values(name=bindparam("new")),
    "null": update(u).values(name=None, full=text("name || '!'")),
    "prefix": update(u).prefix_with("OR IGNORE", dialect="sqlite").values(name="p"),
    "returning": update(u).where(u.c.id < 3).values(name="r").returning(u.c.id, u.c.name.label("nn")),
    "tuple in": update(u).where(tuple_(u.c.id, u.c.name).in_([(1, "x")])).values(name="t"),
    "chained": update(u).values(name="a").values(full="b"),
    "method": u.update().where(u.c.id == 2).values(name="m"),
    "only where": update(u).where(u.c.id == 3),
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
with engine.connect() as conn:
    conn.execute(insert(u), [{"name": n} for n in ("ann", "bob", "cat")])
    conn.execute(insert(a), [{"user_id": 1, "mail": "a@x"}, {"user_id": 1, "mail": "b@x"}, {"user_id": 2, "mail": "c@x"}])
    for label, stmt in statements.items():
        if label in ("plain", "bind", "only where"):
            continue
        try:
            result = conn.execute(stmt)
            print(label, result.rowcount if not result.returns_rows else result.all(), conn.execute(select(u).order_by(u.c.id)).all())
        except Exception as exc:
            print(label, type(exc).__name__, str(exc).splitlines()[0])
        conn.rollback() if label == "nothing" else None
    print(conn.execute(statements["bind"], [{"uid": 1, "new": "A"}, {"uid": 2, "new": "B"}, {"uid": 9, "new": "C"}]).rowcount)
    print(conn.execute(update(u), {"name": "all"}).rowcount, conn.execute(update(u).where(u.c.id == 1), {"name": "one", "full": "f"}).last_updated_params())

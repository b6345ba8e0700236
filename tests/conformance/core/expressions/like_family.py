"""LIKE and its relatives: wildcards in the value, autoescape, escape characters, case-insensitive forms per database."""
from sqlalchemy import Column, Integer, MetaData, String, Table, bindparam, create_engine, func, insert, literal, not_, select
from sqlalchemy.dialects import mysql, postgresql, sqlite

engine = create_engine("sqlite://")
metadata = MetaData()
t = Table("note", metadata, Column("id", Integer, primary_key=True), Column("body", String(40)), Column("tag", String(10)))
metadata.create_all(engine)
b = t.c.body
expressions = [
    b.like("50%"), b.like("50/%", escape="/"), b.not_like("x_"), b.ilike("ABC%"), b.not_ilike("ABC%", escape="!"), b.startswith("a"), b.startswith("a%b"), b.startswith("a%b", autoescape=True), b.startswith("a/b%", autoescape=True), b.startswith("a^b%", autoescape=True, escape="^"),
    b.endswith("z"), b.endswith("_z", autoescape=True), b.contains("mid"), b.contains("50%", autoescape=True), b.contains("5#", autoescape=True, escape="#"), b.contains(t.c.tag), b.contains(func.upper("x")), b.contains("x" + t.c.tag), b.startswith(t.c.tag, escape="\\"),
    b.icontains("Mid"), b.istartswith("A_", autoescape=True), b.iendswith("Z", escape="^"), b.icontains(t.c.tag), b.like(t.c.tag), b.like(bindparam("pattern")), b.contains(bindparam("part", "q")), ~b.contains("x"), not_(b.startswith("x", autoescape=True)), ~b.icontains("x"), ~b.like("x"), ~b.ilike("x"),
    (b + "x").like("y"), b.like("a" + t.c.tag), func.lower(b).like("q%"), literal("abc").like("a%"), literal("abc").contains(b), b.like(5), t.c.id.like("1%"), b.like(select(t.c.tag).scalar_subquery()), b.regexp_match("^a"), ~b.regexp_match("^a"), b.match("word"), b.notlike("old"), b.notilike("old"),
]
for e in expressions:
    print(str(e.compile(dialect=sqlite.dialect())), dict(e.compile(dialect=sqlite.dialect()).params))
    print("    pg:", e.compile(dialect=postgresql.dialect()))
    print("    my:", e.compile(dialect=mysql.dialect()))
for make in (lambda: b.like(None), lambda: b.startswith(t.c.tag, autoescape=True), lambda: b.contains(5, autoescape=True), lambda: b.like("x", "!!"), lambda: b.like("a", escape="ab").compile(compile_kwargs={"literal_binds": True}), lambda: b.contains(None), lambda: b.contains(None, autoescape=True), lambda: b.startswith(["a"]), lambda: b.contains("x", escape="%", autoescape=True)):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
with engine.begin() as conn:
    conn.execute(insert(t), [{"body": w} for w in ("50% off", "50 off", "a_b", "axb", "A/B", "Été", "été", "", None)])
    for e in (b.contains("%"), b.contains("%", autoescape=True), b.contains("_", autoescape=True), b.startswith("a"), b.ilike("a%"), b.icontains("É"), b.endswith(""), ~b.contains("5"), b.contains("/", autoescape=True), b.not_like("%"), b.like("A_B"), b.startswith("50%", autoescape=True, escape="!")):
        print(e, conn.scalars(select(t.c.id).where(e).order_by(t.c.id)).all())


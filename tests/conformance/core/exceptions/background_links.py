"""Which everyday mistakes carry a "Background on this error" line, and its code."""
from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, create_engine, func, insert, literal, select, text, type_coerce, Numeric, JSON, bindparam, and_, case, exists, union, true
from sqlalchemy.types import TypeDecorator

metadata = MetaData()
t = Table("t", metadata, Column("id", Integer, primary_key=True), Column("n", String))
o = Table("o", metadata, Column("id", Integer, primary_key=True), Column("a", ForeignKey("t.id")), Column("b", ForeignKey("t.id")))
engine = create_engine("sqlite://")
metadata.create_all(engine)
with engine.connect() as conn:
    for label, call in [
        ("not executable", lambda: conn.execute("SELECT 1")),
        ("not executable table", lambda: conn.execute(t)),
        ("select a list", lambda: select([t.c.id])),
        ("select a string", lambda: select("id")),
        ("where a string", lambda: select(t).where("id = 1")),
        ("order by a string", lambda: str(select(t).order_by("no such thing"))),
        ("group by a string", lambda: str(select(t).group_by("id desc"))),
        ("from a select", lambda: select(t).select_from(select(t))),
        ("join ambiguous", lambda: t.join(o)),
        ("join nothing", lambda: t.join(Table("z", MetaData(), Column("id", Integer)))),
        ("bool of a clause", lambda: bool(t.c.id == t.c.n)),
        ("and of clauses", lambda: (t.c.id == 1 and t.c.n == 2) is not None and not (t.c.id < 3)),
        ("in a string", lambda: t.c.id.in_("abc")),
        ("in a number", lambda: t.c.id.in_(5)),
        ("missing bind", lambda: conn.execute(text("SELECT :a"))),
        ("required bind", lambda: conn.execute(select(bindparam("x")))),
        ("no FROM", lambda: conn.execute(select(t.c.id).select_from())),
        ("two rows", lambda: conn.execute(text("SELECT 1 UNION SELECT 2")).one()),
        ("closed result", lambda: conn.execute(insert(t).values(n="x")).all()),
        ("union of unequal", lambda: conn.execute(union(select(t.c.id), select(t.c.id, t.c.n)))),
        ("literal of an object", lambda: str(select(literal(object())).compile(compile_kwargs={"literal_binds": True}))),
        ("render json index", lambda: str(t.c.n["a"])),
        ("op on a number", lambda: select(5 + t.c.nope)),
        ("case without conditions", lambda: case()),
        ("and_ without arguments", lambda: str(and_())),
        ("exists of nothing", lambda: str(exists())),
        ("limit of a string", lambda: select(t).limit("x")),
        ("column of two tables", lambda: conn.execute(select(t, o)).mappings().first()),
        ("cartesian", lambda: conn.execute(select(t, o)).all()),
        ("as_scalar of many", lambda: str(select(t).scalar_subquery())),
        ("compile postgres only", lambda: str(select(t).distinct(t.c.n).compile(engine))),
        ("not supported type", lambda: conn.execute(select(literal(5, JSON)["x"]))),
        ("label without name", lambda: t.c.id.label(None).name is not None),
        ("func attribute", lambda: str(func.a.b.c(1))),
        ("filter_by unknown", lambda: select(t).filter_by(nope=1)),
        ("with_only nothing", lambda: str(select(t).with_only_columns())),
        ("begin twice", lambda: (conn.begin(), conn.begin())),
    ]:
        try:
            value = call()
            print(label, "->", value if isinstance(value, (str, bool, type(None), list)) else type(value).__name__)
        except Exception as exc:
            print(label, "->", type(exc).__name__, getattr(exc, "code", "-"), str(exc).split(" object at 0x")[0])

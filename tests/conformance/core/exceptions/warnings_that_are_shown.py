"""SAWarning, SADeprecationWarning and friends: which calls warn, what they say, turning them into errors."""
import warnings

from sqlalchemy import Column, Float, Integer, MetaData, Numeric, String, Table, and_, column, create_engine, exc, func, insert, literal, null, or_, select, table, text, types
from sqlalchemy.types import TypeDecorator, UserDefinedType


class NoCache(TypeDecorator):
    impl = String


class NoCacheUser(UserDefinedType):
    def get_col_spec(self):
        return "X"


metadata = MetaData()
t = Table("t", metadata, Column("id", Integer, primary_key=True), Column("p", Numeric(5, 2)), Column("nc", NoCache))
o = Table("o", metadata, Column("id", Integer, primary_key=True))
keyless = Table("keyless", metadata, Column("a", String, primary_key=True), Column("b", Integer, autoincrement=False))
engine = create_engine("sqlite://")


def attempt(label, call):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = call()
            result = "ok"
        except Exception as e:
            result = f"{type(e).__name__} {str(e).splitlines()[0]}"
    print(label, "|", result)
    for w in caught:
        print("   ", w.category.__name__, str(w.message).splitlines()[0].split(" between FROM")[0])


with engine.connect() as conn:
    metadata.create_all(conn)
    conn.execute(insert(o), [{"id": 1}, {"id": 2}])
    attempt("decimal", lambda: conn.execute(insert(t).values(p=1)))
    attempt("cartesian", lambda: conn.execute(select(t.c.id, o.c.id)).all())
    attempt("cartesian in subquery", lambda: conn.execute(select(select(t.c.id, o.c.id.label("oid")).subquery())).all())
    attempt("no cache", lambda: conn.execute(select(t.c.nc)).all())
    attempt("no primary key", lambda: conn.execute(insert(keyless).values(b=1)))
    attempt("empty in", lambda: conn.execute(select(t).where(t.c.id.in_([]))).all())
    attempt("and_ empty", lambda: str(and_()))
    attempt("or_ empty", lambda: str(or_()))
    attempt("or_ star empty", lambda: str(or_(*[])))
    attempt("coerce select", lambda: str(select(t).where(t.c.id == select(o.c.id))))
    attempt("coerce in", lambda: str(select(t).where(t.c.id.in_(select(o.c.id).subquery()))))
    attempt("implicit subquery", lambda: select(t).c.id)
    attempt("null in in", lambda: conn.execute(select(t).where(t.c.id.in_([1, None]))).all())
    attempt("unicode bytes", lambda: conn.execute(select(t).where(t.c.nc == b"x")).all())
    attempt("duplicate index", lambda: Table("dup", MetaData(), Column("a", Integer), Column("a", String)))
    attempt("with_only list", lambda: select(t).with_only_columns([t.c.id]))
    attempt("same bind", lambda: str(select(t).where(t.c.id == text(":x")).params(x=1)))
    attempt("generic function", lambda: str(func.now(1, 2)))
    attempt("server default conflict", lambda: Column("x", Integer, server_default="1", default=2))
    attempt("pragma unknown type", lambda: (conn.execute(text("CREATE TABLE odd (a WEIRD)")), Table("odd", MetaData(), autoload_with=conn)))
    attempt("expression index", lambda: (conn.execute(text("CREATE TABLE ei (a)")), conn.execute(text("CREATE INDEX ei_x ON ei (lower(a))")), Table("ei", MetaData(), autoload_with=conn)))
attempt("base warning", lambda: warnings.warn("own", exc.SAWarning))
warnings.simplefilter("error", exc.SAWarning)
with engine.connect() as conn:
    try:
        conn.execute(select(t.c.id, o.c.id))
    except exc.SAWarning as w:
        print("raised", type(w).__name__, str(w).split(" between FROM")[0])

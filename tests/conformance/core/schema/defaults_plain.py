"""Callable defaults that read their context's parameters, SQL and server defaults, onupdate, and what is refused."""
import re
from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, func, insert, select, text, update
from sqlalchemy.schema import ColumnDefault, DefaultClause, FetchedValue


def bare(value):
    return re.sub(r" at 0x[0-9a-f]+", " at 0x...", str(value))


calls = []


def slug(context):
    params = context.get_current_parameters()
    calls.append(sorted(params))
    return params["title"].lower().replace(" ", "-")


def number():
    calls.append("number")
    return len(calls)


def connection_default(context):
    return 3


metadata = MetaData()
post = Table(
    "post",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("title", String, nullable=False),
    Column("slug", String, default=slug, onupdate=lambda ctx: "upd-" + str(ctx.current_parameters.get("title"))),
    Column("n", Integer, default=number),
    Column("q", Integer, default=connection_default),
    Column("kind", String, default="plain", onupdate="edited"),
    Column("up", String, default=func.upper("x"), onupdate=func.lower("Y")),
    Column("srv", String, server_default="s'q", server_onupdate=FetchedValue()),
    Column("expr", Integer, server_default=text("(1 + 2)")),
    Column("sub", Integer, default=select(func.count(text("*"))).select_from(text("post")).scalar_subquery()),
)
engine = create_engine("sqlite://", echo=True)
metadata.create_all(engine)
with engine.begin() as conn:
    r = conn.execute(insert(post).values(title="Hello World"))
    print(r.inserted_primary_key, r.last_inserted_params(), [c.name for c in r.postfetch_cols()], [c.name for c in r.prefetch_cols()])
    conn.execute(insert(post), [{"title": "A B"}, {"title": "C D"}])
    r = conn.execute(update(post).where(post.c.id == 1).values(title="New"))
    print(r.last_updated_params(), [c.name for c in r.postfetch_cols()])
    for row in conn.execute(select(post).order_by(post.c.id)):
        print(row)
print(calls)
c = post.c
print(c.kind.default, bare(c.slug.default), type(c.up.default).__name__, c.srv.server_default, c.kind.onupdate, type(c.srv.server_onupdate).__name__)
print(c.kind.default.is_scalar, c.slug.default.is_callable, c.up.default.is_clause_element, c.kind.default.arg, c.kind.default.column is c.kind, c.kind.onupdate.for_update)
print(repr(c.kind.default), c.expr.server_default.arg, c.srv.server_default.has_argument)
for bad in (
    lambda: Column("x", Integer, default=ColumnDefault(1), server_default=5),
    lambda: Column("x", Integer, default=lambda a, b: 1),
    lambda: Column("x", Integer, server_default=object()),
    lambda: Column("x", Integer, default=FetchedValue()),
    lambda: Column("x", Integer, insert_default=1, default=2),
    lambda: DefaultClause(3),
):
    try:
        print(bare(repr(bad())))
    except Exception as exc:
        print(type(exc).__name__, exc)

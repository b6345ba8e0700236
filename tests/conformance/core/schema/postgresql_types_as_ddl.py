"""PostgreSQL's own types: JSONB, ARRAY, UUID, INET, ranges, TSVECTOR, DOMAIN, ENUM, HSTORE, INTERVAL, BIT and friends."""
from sqlalchemy import Column, Integer, MetaData, String, Table, Text
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.schema import CreateTable

metadata = MetaData()
t = Table(
    "t",
    metadata,
    Column("id", pg.UUID(as_uuid=True), primary_key=True),
    Column("doc", pg.JSONB, nullable=False, server_default="{}"),
    Column("raw", pg.JSON(none_as_null=True)),
    Column("tags", pg.ARRAY(Text)),
    Column("grid", pg.ARRAY(Integer, dimensions=2, as_tuple=True)),
    Column("ip", pg.INET),
    Column("net", pg.CIDR),
    Column("mac", pg.MACADDR),
    Column("mac8", pg.MACADDR8),
    Column("cash", pg.MONEY),
    Column("oid", pg.OID),
    Column("klass", pg.REGCLASS),
    Column("bits", pg.BIT(4)),
    Column("vbits", pg.BIT(8, varying=True)),
    Column("took", pg.INTERVAL(fields="DAY TO SECOND", precision=3)),
    Column("took2", pg.INTERVAL),
    Column("at", pg.TIMESTAMP(timezone=True, precision=2)),
    Column("tm", pg.TIME(timezone=False, precision=1)),
    Column("bin", pg.BYTEA),
    Column("dp", pg.DOUBLE_PRECISION),
    Column("mood", pg.ENUM("sad", "ok", name="mood", create_type=False)),
    Column("search", pg.TSVECTOR),
    Column("query", pg.TSQUERY),
    Column("r4", pg.INT4RANGE),
    Column("r8", pg.INT8RANGE),
    Column("rn", pg.NUMRANGE),
    Column("rd", pg.DATERANGE),
    Column("rts", pg.TSRANGE),
    Column("rtz", pg.TSTZRANGE),
    Column("mr", pg.INT4MULTIRANGE),
    Column("h", pg.HSTORE),
    Column("dom", pg.DOMAIN("positive", Integer, check="VALUE > 0", not_null=True)),
    Column("ci", pg.CITEXT),
    Column("v", String(5, collation="C")),
)
print(CreateTable(t).compile(dialect=pg.dialect()))
for c in t.c:
    print(c.name, repr(c.type))
for name in "JSONB INET ENUM HSTORE BIT TSVECTOR INTERVAL DOMAIN".split():
    print(name, getattr(pg, name).__mro__[1].__name__)
from sqlalchemy import select, func, cast, literal

for stmt in (
    select(t.c.doc["a"], t.c.doc["a"]["b"].astext, t.c.doc[("x", "y")], t.c.doc.contains({"k": 1}), t.c.doc.has_key("z")),
    select(t.c.tags[1], t.c.tags.any("x"), t.c.tags.contains(["a"]), t.c.tags.overlap(["a", "b"]), t.c.tags[1:2], func.array_agg(t.c.ip)),
    select(t.c.h["k"], t.c.h.has_key("a"), t.c.h.keys(), t.c.r4.contains(5), t.c.search.match("fast")),
    select(pg.array([1, 2, 3]), cast(t.c.doc, pg.JSON), pg.aggregate_order_by(t.c.ip, t.c.id.desc()) if False else literal(1)),
    select(t.c.id).distinct(t.c.ip).where(t.c.v.ilike("a%")).with_for_update(skip_locked=True, of=t),
    select(t.c.id).where(t.c.v.regexp_match("^a", "i")),
):
    print(stmt.compile(dialect=pg.dialect()))
try:
    print(CreateTable(t))
except Exception as exc:
    print(type(exc).__name__, exc)

"""Each PostgreSQL type on its own: how it is written in DDL, its repr and its base class."""
from sqlalchemy import Integer, Text
from sqlalchemy.dialects import postgresql as pg

makers = {
    "UUID": lambda: pg.UUID(as_uuid=False), "JSONB": lambda: pg.JSONB(none_as_null=True), "JSON": lambda: pg.JSON(), "ARRAY": lambda: pg.ARRAY(Text, dimensions=2), "INET": lambda: pg.INET(), "CIDR": lambda: pg.CIDR(),
    "MACADDR": lambda: pg.MACADDR(), "MACADDR8": lambda: pg.MACADDR8(), "MONEY": lambda: pg.MONEY(), "OID": lambda: pg.OID(), "REGCLASS": lambda: pg.REGCLASS(), "REGCONFIG": lambda: pg.REGCONFIG(), "BIT": lambda: pg.BIT(3),
    "BIT VARYING": lambda: pg.BIT(9, varying=True), "INTERVAL": lambda: pg.INTERVAL(precision=2, fields="HOUR TO SECOND"), "TIMESTAMP": lambda: pg.TIMESTAMP(timezone=True, precision=0), "TIME": lambda: pg.TIME(precision=4),
    "BYTEA": lambda: pg.BYTEA(), "DOUBLE_PRECISION": lambda: pg.DOUBLE_PRECISION(), "ENUM": lambda: pg.ENUM("a", "b", name="e", schema="s"), "DOMAIN": lambda: pg.DOMAIN("d", Integer, collation="C", default="1", constraint_name="k", check="VALUE > 0"),
    "TSVECTOR": lambda: pg.TSVECTOR(), "TSQUERY": lambda: pg.TSQUERY(), "HSTORE": lambda: pg.HSTORE(), "CITEXT": lambda: pg.CITEXT(), "INT4RANGE": lambda: pg.INT4RANGE(), "INT8RANGE": lambda: pg.INT8RANGE(), "NUMRANGE": lambda: pg.NUMRANGE(),
    "DATERANGE": lambda: pg.DATERANGE(), "TSRANGE": lambda: pg.TSRANGE(), "TSTZRANGE": lambda: pg.TSTZRANGE(), "INT4MULTIRANGE": lambda: pg.INT4MULTIRANGE(), "DATEMULTIRANGE": lambda: pg.DATEMULTIRANGE(), "JSONPATH": lambda: pg.JSONPATH(),
    "SMALLINT": lambda: pg.SMALLINT(), "VARCHAR": lambda: pg.VARCHAR(3), "REAL": lambda: pg.REAL(), "NUMERIC": lambda: pg.NUMERIC(4, 1), "FLOAT": lambda: pg.FLOAT(8), "CHAR": lambda: pg.CHAR(2), "BOOLEAN": lambda: pg.BOOLEAN(), "DATE": lambda: pg.DATE(), "TEXT": lambda: pg.TEXT(), "BIGINT": lambda: pg.BIGINT(),
}
for name, make in makers.items():
    try:
        t = make()
        print(name, "|", t.compile(dialect=pg.dialect()), "|", repr(t), "|", type(t).__mro__[1].__name__)
    except Exception as exc:
        print(name, type(exc).__name__, exc)
for name, make in {"str JSONB": lambda: str(pg.JSONB()), "str INET": lambda: str(pg.INET()), "ENUM no name": lambda: pg.ENUM("a").compile(dialect=pg.dialect()), "ENUM bad": lambda: pg.ENUM(3), "BIT default dialect": lambda: pg.BIT(2).compile()}.items():
    try:
        print(name, make())
    except Exception as exc:
        print(name, type(exc).__name__, exc)

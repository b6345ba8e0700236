"""prefix_with, suffix_with, with_hint, with_statement_hint, comments: on select, insert, update, delete; per dialect and combined."""
import re

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, create_engine, delete, insert, select, text, update
from sqlalchemy.dialects import mysql, postgresql, sqlite

m = MetaData()
t = Table("t", m, Column("id", Integer, primary_key=True), Column("a", Integer))
u = Table("u", m, Column("id", Integer, primary_key=True), Column("t_id", ForeignKey("t.id")))


def show(title, make):
    for d in (None, sqlite.dialect(), postgresql.dialect(), mysql.dialect()):
        try:
            print(title, d.name if d else "default", "->", str(make().compile(dialect=d)).replace("\n", " "))
        except Exception as error:
            print(title, d.name if d else "default", "!!", type(error).__name__, re.sub("0x[0-9a-f]+", "0x", str(error)))


show("prefix", lambda: select(t.c.a).prefix_with("HIGH_PRIORITY"))
show("two prefixes", lambda: select(t.c.a).prefix_with("ONE", "TWO").prefix_with(text("THREE")))
show("prefix for one dialect", lambda: select(t.c.a).prefix_with("SQL_CALC_FOUND_ROWS", dialect="mysql").prefix_with("/* pg */", dialect="postgresql"))
show("prefix and distinct", lambda: select(t.c.a).distinct().prefix_with("STRAIGHT_JOIN", dialect="mysql"))
show("mysql words", lambda: select(t.c.a).prefix_with("SQL_NO_CACHE", "SQL_BIG_RESULT", dialect="mysql").join(u))
show("suffix", lambda: select(t.c.a).where(t.c.a == 1).suffix_with("OPTION (X)").suffix_with("-- mine", dialect="sqlite"))
show("suffix with limit", lambda: select(t.c.a).order_by(t.c.a).limit(1).suffix_with("END"))
show("hint", lambda: select(t).with_hint(t, "USE INDEX (ix_%(name)s)"))
show("hint for mysql", lambda: select(t).with_hint(t, "FORCE INDEX (ix)", "mysql"))
show("hint for alias", lambda: (lambda a: select(a).with_hint(a, "/* %(name)s */"))(t.alias("x")))
show("hint in join", lambda: select(t, u).join(u).with_hint(u, "IGNORE INDEX (q)", "mysql").with_hint(t, "USE INDEX (p)", "mysql"))
show("hint star", lambda: select(t).with_hint(t, "ALL", "*"))
show("statement hint", lambda: select(t).with_statement_hint("/*+ SeqScan(t) */"))
show("statement hints", lambda: select(t).with_statement_hint("FOR X", "postgresql").with_statement_hint("FOR Y"))
show("insert prefix", lambda: insert(t).prefix_with("OR REPLACE", dialect="sqlite").prefix_with("IGNORE", dialect="mysql").values(a=1))
show("update prefix", lambda: update(t).prefix_with("LOW_PRIORITY").values(a=1))
show("delete prefix", lambda: delete(t).prefix_with("QUICK", dialect="mysql").where(t.c.a == 1))
show("insert hint", lambda: insert(t).with_hint("WITH (PAGLOCK)").values(a=1))
show("update hint", lambda: update(t).with_hint("WITH (PAGLOCK)", dialect_name="mysql").values(a=1))
show("delete hint", lambda: delete(t).with_hint("X", selectable=t))
show("percent", lambda: select(t.c.a).prefix_with("/* 100% */").suffix_with("/* %s */"))
show("prefix a column", lambda: select(t.c.a).prefix_with(t.c.a))
show("prefix a number", lambda: select(t.c.a).prefix_with(5))
show("prefix unknown option", lambda: select(t.c.a).prefix_with("X", dialects="mysql"))
show("in subquery", lambda: select(select(t.c.a).prefix_with("INNER_ONE").suffix_with("TAIL").subquery("q")))
show("mysql limit", lambda: update(t).values(a=1).with_dialect_options(mysql_limit=5))
show("mysql update limit", lambda: update(t, mysql_limit=5).values(a=1) if False else delete(t).where(t.c.a > 1).with_dialect_options(mysql_limit=3))
show("for dialect unknown", lambda: update(t).with_dialect_options(nodb_limit=5))
show("option unknown", lambda: update(t).with_dialect_options(mysql_nothing=5))
engine = create_engine("sqlite://", echo=True)
with engine.begin() as conn:
    m.create_all(conn)
    conn.execute(insert(t).prefix_with("OR IGNORE"), [{"id": 1, "a": 1}, {"id": 1, "a": 2}])
    print(conn.execute(select(t).prefix_with("ALL").with_hint(t, "NOT INDEXED", "sqlite")).all())
    print(conn.execute(select(t).suffix_with("-- trailing comment")).all())


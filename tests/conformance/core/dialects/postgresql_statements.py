"""PostgreSQL-only statement forms: DISTINCT ON, aggregate_order_by, FOR UPDATE variants, array_agg, LATERAL, ONLY, UPDATE FROM, DELETE USING."""
import re

from sqlalchemy import Column, Date, ForeignKey, Integer, MetaData, String, Table, all_, and_, any_, case, cast, column, delete, exists, extract, func, insert, literal, literal_column, select, text, true, union_all, update, values
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import aggregate_order_by, array, array_agg, distinct_on

pg = postgresql.dialect()
m = MetaData()
t = Table("t", m, Column("id", Integer, primary_key=True), Column("a", Integer), Column("s", String(10)), Column("d", Date))
u = Table("u", m, Column("id", Integer, primary_key=True), Column("t_id", ForeignKey("t.id")), Column("n", Integer))
c = t.c


def show(title, make, **kw):
    try:
        compiled = make().compile(dialect=pg, **kw)
        print(title, "->", str(compiled).replace("\n", " "), compiled.params)
    except Exception as error:
        print(title, "!!", type(error).__name__, re.sub("0x[0-9a-f]+", "0x", str(error)))


show("distinct_on", lambda: select(c.a, c.s).ext(distinct_on(c.a)).order_by(c.a, c.d.desc()))
show("distinct_on two", lambda: select(t).ext(distinct_on(c.a, func.lower(c.s))))
show("distinct_on twice", lambda: select(t).ext(distinct_on(c.a)).ext(distinct_on(c.s)))
show("aggregate_order_by", lambda: func.array_agg(aggregate_order_by(c.s, c.a.desc())))
show("aggregate_order_by two", lambda: func.string_agg(c.s, aggregate_order_by(literal_column("','"), c.a, c.s.desc())))
show("method", lambda: func.array_agg(c.s).aggregate_order_by(c.a.desc()))
show("array_agg", lambda: array_agg(c.a) == array([1, 2]))
show("array_agg filter", lambda: func.array_agg(c.a).filter(c.a > 1))
show("array of select", lambda: func.array(select(u.c.n).where(u.c.t_id == c.id).scalar_subquery()))
show("string_agg", lambda: func.string_agg(c.s, ", "))
show("aggregate_strings", lambda: func.aggregate_strings(c.s, ", "))
show("filter", lambda: select(func.count().filter(c.a > 1), func.sum(c.a).filter(c.a < 5, c.s == "x").over(partition_by=c.s)))
show("frames", lambda: func.sum(c.a).over(order_by=c.d, range_=(None, 0)))
show("update from", lambda: update(t).values(a=u.c.n).where(c.id == u.c.t_id))
show("update from two", lambda: update(t).values(a=u.c.n + 1, s="x").where(c.id == u.c.t_id, u.c.n > 5))
show("update tuple", lambda: update(t).values({c.a: select(func.max(u.c.n)).scalar_subquery()}))
show("delete using", lambda: delete(t).where(c.id == u.c.t_id))
show("delete using alias", lambda: (lambda x: delete(t).where(c.id == x.c.t_id, x.c.n == 1))(u.alias("x")))
show("insert default values", lambda: insert(t))
show("insert empty", lambda: insert(t).values())
show("insert select on", lambda: postgresql.insert(t).from_select(["a"], select(u.c.n)).on_conflict_do_nothing())
show("only", lambda: select(t).with_hint(t, "ONLY", "postgresql"))
show("only two", lambda: select(t, u).join(u).with_hint(t, "ONLY").with_hint(u, "ONLY"))
show("limit offset", lambda: select(c.a).limit(5).offset(2))
show("fetch ties", lambda: select(c.a).order_by(c.a).fetch(5, with_ties=True))
show("fetch percent", lambda: select(c.a).fetch(5, percent=True))
show("nulls", lambda: select(c.a).order_by(c.a.desc().nulls_last(), c.s.asc().nulls_first()))
show("values", lambda: select(values(column("k", Integer), column("w", String), name="v").data([(1, "x"), (2, None)])))
show("values update", lambda: (lambda v: update(t).values(s=v.c.w).where(c.id == v.c.k))(values(column("k", Integer), column("w", String), name="v").data([(1, "x")])))
show("generate_series", lambda: select(func.generate_series(1, 5).column_valued("n")))
show("unnest ordinality", lambda: (lambda x: select(x.c.v, x.c.o))(func.unnest(array(["a", "b"])).table_valued("v", with_ordinality="o").render_derived(name="z")))
show("json_to_recordset", lambda: select(func.json_to_recordset(literal("[]")).table_valued(column("a", Integer), column("b", String)).render_derived(name="r", with_types=True)))
show("cte dml", lambda: (lambda d: insert(u).from_select(["t_id"], select(d.c.id)))(delete(t).where(c.a == 1).returning(c.id).cte("moved")))
show("cte materialized", lambda: select(select(t).cte("q").prefix_with("NOT MATERIALIZED")))
show("recursive", lambda: (lambda q: select(q.union_all(select(q.c.n + 1).where(q.c.n < 5))))(select(literal(1).label("n")).cte("q", recursive=True)))
show("any array", lambda: select(t).where(c.a == any_(array([1, 2]))))
show("any select", lambda: select(t).where(c.a > all_(select(u.c.n).scalar_subquery())))
show("extract epoch", lambda: extract("epoch", c.d))
show("date trunc", lambda: select(func.date_trunc("month", c.d).label("m"), func.count()).group_by("m").order_by("m"))
show("interval text", lambda: c.d + text("INTERVAL '1 day'"))
show("at time zone", lambda: c.d.op("AT TIME ZONE")("UTC"))
show("exists", lambda: select(exists().where(u.c.t_id == c.id)))
show("is true", lambda: select(t).where((c.a == 1).is_(True), true()))
show("for no key update", lambda: select(t).with_for_update(key_share=True))
show("for key share", lambda: select(t).with_for_update(key_share=True, read=True))
show("ilike all", lambda: c.s.ilike(all_(array(["a%", "b%"]))))
show("quoted percent", lambda: select(literal_column("'50%'"), c.s.label("x%")), compile_kwargs={"literal_binds": True})
show("cast enum", lambda: cast(c.s, postgresql.ENUM("a", "b", name="ab")))
show("cast array", lambda: cast(array([c.a]), postgresql.ARRAY(String)))
show("cast jsonb", lambda: cast(c.s, postgresql.JSONB)["k"].astext)
show("long names", lambda: select(t.alias("x" * 70).c.a.label("y" * 70)))


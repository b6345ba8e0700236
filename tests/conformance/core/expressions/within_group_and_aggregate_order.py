"""WITHIN GROUP, array_agg, string_agg and ORDER BY inside an aggregate, as PostgreSQL, MySQL and SQLite write them."""
import re

from sqlalchemy import Column, Date, Integer, MetaData, Numeric, String, Table, create_engine, func, insert, literal_column, select, text, within_group
from sqlalchemy.dialects import mysql, postgresql, sqlite

t = Table("t", MetaData(), Column("a", Integer), Column("n", Numeric(8, 2)), Column("s", String(10)), Column("d", Date))
a, n, s, d = t.c


def show(source, make):
    try:
        e = make()
        print(source, "->", type(e).__name__, repr(getattr(e, "type", None)))
        for dialect in (None, sqlite.dialect(), postgresql.dialect(), mysql.dialect()):
            try:
                c = e.compile(dialect=dialect)
                print("   ", c, c.params)
            except Exception as error:
                print("   ", type(error).__name__, re.sub(r"0x[0-9a-f]+", "0x", str(error)))
    except Exception as error:
        print(source, "!!", type(error).__name__, error)


show("percentile_cont", lambda: func.percentile_cont(0.5).within_group(n))
show("percentile_disc", lambda: func.percentile_disc(0.25).within_group(d.desc()))
show("percentile array", lambda: func.percentile_cont([0.25, 0.5]).within_group(n, a))
show("mode", lambda: func.mode().within_group(s))
show("rank", lambda: func.rank(5).within_group(a))
show("within_group()", lambda: within_group(func.percentile_cont(0.5), n.desc().nulls_last(), a))
show("within group over", lambda: func.percentile_cont(0.5).within_group(n).over(partition_by=s, order_by=a))
show("within group filter", lambda: func.percentile_cont(0.5).within_group(n).filter(a > 1))
show("filter within group", lambda: func.percentile_cont(0.5).filter(a > 1))
show("nothing", lambda: func.mode().within_group())
show("array_agg", lambda: func.array_agg(a))
show("array_agg of strings", lambda: func.array_agg(s))
show("array_agg distinct", lambda: func.array_agg(a.distinct()))
show("array_agg index", lambda: func.array_agg(a)[1])
show("string_agg", lambda: func.string_agg(s, ", "))
show("aggregate_strings", lambda: func.aggregate_strings(s, ", "))
show("aggregate_strings filter", lambda: func.aggregate_strings(s, ", ").filter(a > 1))
show("aggregate_strings of a number", lambda: func.aggregate_strings(a, "-"))
show("agg order by", lambda: func.string_agg(s, ",").aggregate_order_by(a.desc()))
show("array_agg order by", lambda: func.array_agg(s).aggregate_order_by(a.desc(), s))
show("aggregate_strings order by", lambda: func.aggregate_strings(s, ", ").aggregate_order_by(s.desc()))
show("count order by filter", lambda: func.count(s).aggregate_order_by(s).filter(a > 1))
show("group_concat order by", lambda: func.group_concat(s).aggregate_order_by(a, s.desc()))
show("over", lambda: func.array_agg(s).aggregate_order_by(s).over(partition_by=a))
show("select", lambda: select(a, func.aggregate_strings(s, "; ").aggregate_order_by(s)).group_by(a))
show("cube", lambda: select(a, s, func.count()).group_by(func.cube(a, s)))
show("rollup", lambda: select(a, s, func.grouping(a)).group_by(func.rollup(a, s)))
show("grouping sets", lambda: select(a, s).group_by(func.grouping_sets(a, s, text("()"))))
show("nothing to order by", lambda: func.array_agg(s).aggregate_order_by())
with create_engine("sqlite://").connect() as conn:
    t.metadata.create_all(conn)
    conn.execute(insert(t), [{"a": 1, "s": "z"}, {"a": 1, "s": "b"}, {"a": 2, "s": "c"}])
    print(conn.execute(select(t.c.a, func.aggregate_strings(t.c.s, "/")).group_by(t.c.a)).all())
    print(conn.execute(select(func.group_concat(t.c.s, "+"))).scalar())


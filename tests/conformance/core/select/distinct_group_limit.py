"""distinct (also ON), group_by, having, limit, offset, fetch with ties and percent, slice: text per dialect, replaced and refused."""
import re
import warnings

from sqlalchemy import Column, Integer, MetaData, String, Table, bindparam, create_engine, desc, distinct, func, insert, literal, literal_column, null, select, text
from sqlalchemy.dialects import mysql, postgresql, sqlite

m = MetaData()
t = Table("t", m, Column("id", Integer, primary_key=True), Column("a", Integer), Column("s", String(5)))
engine = create_engine("sqlite://")
m.create_all(engine)
conn = engine.connect()
conn.execute(insert(t), [{"a": k % 3, "s": "xyz"[k % 2]} for k in range(7)])
a, s, i = t.c.a, t.c.s, t.c.id


def show(source, run=True):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        for d in (None, sqlite.dialect(), postgresql.dialect(), mysql.dialect()):
            try:
                c = eval(source).compile(dialect=d)
                print(source, d.name if d else "default", "->", str(c).replace("\n", " "), c.params)
            except Exception as error:
                print(source, d.name if d else "default", "!!", type(error).__name__, re.sub("0x[0-9a-f]+", "0x", str(error)))
        if run:
            try:
                print("    ", conn.execute(eval(source)).all())
            except Exception as error:
                print("    ", type(error).__name__, (str(error).splitlines() or [""])[0])
    for w in seen:
        print("    ", w.category.__name__, str(w.message)[:150])


for source in ["select(a).distinct()", "select(a, s).distinct().order_by(a, s)", "select(a).distinct().distinct()", "select(distinct(a))", "select(a.distinct())", "select(func.count(a.distinct()))", "select(func.count(distinct(a)), func.sum(distinct(a)))", "select(distinct(a), s)", "select(s, distinct(a))",
               "select(a).group_by(a)", "select(a, func.count()).group_by(a).having(func.count() > 2)", "select(a, s).group_by(a).group_by(s)", "select(a).group_by(a).group_by(None)", "select(func.count()).group_by('a')", "select((a + 1).label('n'), func.count()).group_by('n').order_by('n')", "select(func.count()).having(func.count() > 1)", "select(a).group_by(a).having(a > 0, a < 5).having(a != 9)", "select(a).group_by(text('a'))", "select(a).group_by(literal_column('1'))",
               "select(i).order_by(i).limit(2)", "select(i).order_by(i).limit(2).offset(1)", "select(i).order_by(i).offset(5)", "select(i).order_by(i).slice(1, 3)", "select(i).order_by(i).limit(5).slice(0, 2)", "select(i).order_by(i).slice(2, 3).slice(0, 1)", "select(i).order_by(i).limit(5).limit(1)", "select(i).order_by(i).limit(5).limit(None)", "select(i).order_by(i).limit(0)", "select(i).order_by(i).limit(literal(1) + 1)", "select(i).order_by(i).limit(func.abs(-2)).offset(literal_column('1'))", "select(i).order_by(i).limit(bindparam('n', 2))", "select(i).order_by(i).limit(select(func.min(i)).scalar_subquery())", "select(i).order_by(i).limit(True)", "select(i).limit(1).subquery().select()"]:
    show(source)
for source in ["select(i).distinct(a)", "select(i).distinct(a, s).order_by(a)", "select(i).distinct(text('a'))", "select(i).distinct('a')", "select(i).order_by(i).fetch(3)", "select(i).order_by(i).fetch(3, with_ties=True)", "select(i).order_by(i).fetch(50, percent=True)", "select(i).order_by(i).fetch(50, percent=True, with_ties=True).offset(2)", "select(i).fetch(2).offset(1)", "select(i).limit(1).fetch(2)", "select(i).fetch(2).limit(1)", "select(i).fetch(literal(2))", "select(i).group_by(func.rollup(a, s))", "select(i).group_by(func.grouping_sets(a, s))", "select(i).limit('x')", "select(i).limit(1.5)", "select(i).limit(null())", "select(i).limit(-1)", "select(i).offset('1')", "select(i).slice(3, 1)", "select(i).slice(-1, 2)", "select(i).limit(a)", "select(i).group_by(5)", "select(i).group_by('nope')", "select(i).having('x')", "select(i).group_by(desc(a))", "select(i).distinct(5)"]:
    show(source, run=False)
print(select(i).limit(5)._limit, select(i).offset(2)._offset, select(i).limit(5)._limit_clause, select(i)._limit)


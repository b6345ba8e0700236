"""UNION and its kin: ORDER BY, LIMIT, nesting and parentheses, column names, types, self_group, misuse, per database."""
import re

from sqlalchemy import Column, Float, Integer, MetaData, String, Table, Text, cast, column, create_engine, desc, except_, except_all, func, insert, intersect, intersect_all, literal, null, select, text, union, union_all
from sqlalchemy.dialects import mysql, postgresql, sqlite

m = MetaData()
a = Table("a", m, Column("id", Integer, primary_key=True), Column("x", Integer), Column("s", String(5)))
b = Table("b", m, Column("id", Integer, primary_key=True), Column("y", Float), Column("s", Text))
engine = create_engine("sqlite://")
m.create_all(engine)
conn = engine.connect()
conn.execute(insert(a), [{"x": 1, "s": "p"}, {"x": 2, "s": "q"}])
conn.execute(insert(b), [{"y": 2, "s": "q"}, {"y": 3, "s": "r"}])
s1, s2, s3 = select(a.c.x, a.c.s), select(b.c.y, b.c.s), select(literal(9), literal("z"))


def show(source):
    try:
        stmt = eval(source)
        print(source, "->", str(stmt).replace("\n", " "))
        if hasattr(stmt, "compile"):
            print("    ", conn.execute(stmt).all())
    except Exception as error:
        print(source, "!!", type(error).__name__, (re.sub("0x[0-9a-f]+", "0x", str(error)).splitlines() or [""])[0])


for source in [
    "union(s1, s2)", "union_all(s1, s2)", "intersect(s1, s2)", "except_(s1, s2)", "intersect_all(s1, s2)", "except_all(s1, s2)", "s1.union(s2)", "s1.union_all(s2, s3)", "s1.intersect(s2)", "s1.except_(s2)", "s1.union(s2).union(s3)", "union(s1, union_all(s2, s3))", "union(union_all(s1, s2), s3)", "union_all(union(s1, s2).subquery().select(), s3)", "except_(s1, union(s2, s3))", "intersect(union(s1, s2), s3)",
    "union(s1, s2).order_by('x')", "union(s1, s2).order_by(desc('x'))", "union(s1, s2).order_by(a.c.x)", "union(s1, s2).order_by(b.c.y)", "union(s1, s2).order_by('y')", "union(s1, s2).order_by(text('1'))", "union(s1, s2).order_by(literal_column('2'))" if False else "union(s1, s2).order_by(column('s'))", "union(s1, s2).order_by(a.c.x + 1)", "union(s1, s2).order_by(func.lower(a.c.s))", "union(s1, s2).limit(1)", "union(s1, s2).offset(1)", "union(s1, s2).order_by('x').limit(2).offset(1)", "union(s1, s2).slice(1, 2)", "union(s1, s2).fetch(1)", "union(s1.order_by(a.c.x), s2)", "union(s1.limit(1), s2)", "union(s1.limit(1).subquery().select(), s2)", "union(s1.order_by(a.c.x).limit(1), s2.limit(1)).order_by('x')", "union(s1, s2).group_by('x')", "union(s1, s2).distinct()", "union(s1, s2).where(a.c.x == 1)", "union(s1, s2).with_for_update()",
    "union(s1)", "union()", "union(s1, select(a.c.x))", "union(s1, select(b.c.id, b.c.y, b.c.s))", "union(select(a), select(b))", "union(a.select(), b.select())", "union(a, b)", "union('x', s1)", "union(s1, None)", "union([s1, s2])", "union(s1, text('SELECT 1, 2'))", "union(s1, text('SELECT 1, 2').columns(column('x'), column('y')))", "union(select(a.c.x.label('n')), select(b.c.y.label('m')))", "union(select(a.c.x), select(null()))", "union(select(literal(1)), select(literal(2)))", "union(select(literal(1).label('one')), select(literal('two')))", "union(select(a.c.x, a.c.x), select(b.c.y, b.c.id))", "union(select(a.c.id, b.c.id), s2)",
    "union(s1, s2).selected_columns.keys()", "union(s1, s2).exported_columns.keys()", "[str(c.type) for c in union(s1, s2).selected_columns]", "union(s1, s2).subquery().c.keys()", "union(s1, s2).subquery('u').select().where(column('x') > 1)", "(lambda u: select(u.c.x, func.count()).group_by(u.c.x))(union_all(s1, s2).subquery())", "union(s1, s2).cte('c').select()", "union(select(a.c.x), select(b.c.id)).scalar_subquery()", "select(union(select(a.c.x), select(b.c.id)).scalar_subquery())", "select(a).where(a.c.x.in_(union(select(a.c.x), select(b.c.id))))", "union(s1, s2).exists()", "select(union(s1, s2).exists())", "union(s1, s2).self_group()", "union(s1, s2).as_scalar() if hasattr(union(s1, s2), 'as_scalar') else None", "type(union(s1, s2)).__name__, union(s1, s2).keyword.name", "len(union(s1, s2).selects)", "union(s1, s2).alias('al').c.s.type", "union(s1.where(a.c.x == 1), s1.where(a.c.x == 2), s1.where(a.c.x == 3))", "union(s1, s2).union(s3).order_by('x')", "union_all(*[select(literal(k).label('k')) for k in range(4)])", "union(s1.prefix_with('ALL'), s2.distinct())", "union(s1, s2).add_columns(a.c.id)", "union(s1, s2).set_label_style(None)" if False else "union(select(a.c.id.label('q')), select(b.c.id)).order_by('q', 'q')",
]:
    show(source)
for stmt in (union(s1.order_by(a.c.x).limit(1), s2), union(s1, union_all(s2, s3)), except_all(s1, s2).order_by("x").limit(3), union(s1, s2).with_for_update()):
    for d in (postgresql.dialect(), mysql.dialect(), sqlite.dialect()):
        print(d.name, str(stmt.compile(dialect=d)).replace("\n", " "))


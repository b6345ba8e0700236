"""label(): in the select list, WHERE, ORDER BY and GROUP BY; anonymous labels, clashes, quoting and label objects."""
from sqlalchemy import Column, Integer, MetaData, String, Table, asc, case, cast, column, create_engine, desc, func, label, literal, literal_column, select, text, union
from sqlalchemy.dialects import mysql, postgresql

t = Table("t", MetaData(), Column("a", Integer), Column("b", Integer), Column("s", String(10)))
u = Table("u", t.metadata, Column("a", Integer), Column("t_a", Integer))
a, b, s = t.c


def show(source):
    try:
        print(source, "->", str(eval(source)).replace("\n", " "))
    except Exception as error:
        print(source, "!!", type(error).__name__, error)


for source in [
    "select(a.label('x'))", "select(label('x', a))", "select((a + b).label('total'))", "select(a.label('x')).where(a.label('x') > 1)", "select((a + b).label('x')).where((a + b).label('x') > 1)", "select(a.label('x').label('y'))", "select(a.label(None))", "select((a + b).label(None), (a - b).label(None))", "select(label(None, a))", "select(a.label('x'), b.label('x'))", "select(a, u.c.a)", "select(a, a)", "select(a, a.label('a'))", "select(a.label('b'), b)", "select(u.c.a, u.c.t_a, a)",
    "select(a.label('x')).order_by('x')", "select(a.label('x')).order_by(desc('x'))", "select(a.label('x')).order_by(asc('x'), b)", "select(a.label('x')).order_by(a.label('x'))", "(lambda l: select(l).order_by(l))((a + b).label('x'))", "(lambda l: select(l).order_by(l.desc()))((a + b).label('x'))", "(lambda l: select(l).order_by(l + 1))((a + b).label('x'))", "(lambda l: select(l).order_by(-l))((a + b).label('x'))", "(lambda l: select(l).order_by(func.f(l)))((a + b).label('x'))", "(lambda l: select(l).group_by(l))((a + b).label('x'))", "(lambda l: select(l, func.count()).group_by('x').having(l > 1))((a + b).label('x'))", "(lambda l: select(b).order_by(l))((a + b).label('x'))", "(lambda l: select(l).where(l == 5))((a + b).label('x'))", "(lambda l: select(l + 1, l))((a + b).label('x'))", "(lambda l: select(func.f(l), case((l > 1, l))))((a + b).label('x'))", "(lambda l: select(l).order_by(l.nulls_last()))((a + b).label('x'))", "(lambda l: select(l).order_by(l.collate('nocase')))(s.label('x'))",
    "select(a.label('select'))", "select(a.label('Mixed'))", "select(a.label('two words'))", "select(a.label('per%cent'))", "select(a.label('a:b'))", "select(a.label('q\"q'))", "select(a.label('1st'))", "select(a.label('_x'))", "select(a.label(''))", "select(a.label('é'))", "select(a.label('x' * 70))",
    "select(func.max(a))", "select(func.max(a), func.max(b), func.min(a))", "select(func.max(a).label('max_1'), func.max(b))", "select(a + b, a - b)", "select(-a)", "select(cast(a, String), cast(a, Integer))", "select(cast(a + b, String))", "select(func.f())", "select(literal(5), literal('x'))", "select(literal_column('7'), literal_column('8 + 1'))", "select(text('1'), text('2 AS two'))", "select(a == 1, a.is_(None))", "select(case((a == 1, 2)))", "select(a.op('->')('x'))", "select(select(a).scalar_subquery())", "select(select(a).scalar_subquery().label('z'))", "select(select(a).label('z'))", "select(select(a).where(b == 1).label('z')).order_by('z')", "select(func.f(a).label('f')).subquery().select()", "select(a + b).subquery().select()", "select(a + b, b + a).subquery('q').select()", "select(a.label('x')).subquery().c.keys()", "select(a + b, func.f()).subquery().c.keys()", "select(a, u.c.a).subquery().c.keys()", "select(a, a).subquery().c.keys()", "union(select(a.label('x')), select(b)).order_by('x')", "union(select(a.label('x')), select(b)).order_by('b')", "union(select(a), select(b)).order_by(a)", "union(select((a + b).label('x')), select(b)).order_by((a + b).label('x'))",
]:
    show(source)
l = (a + b).label("x")
print(l.name, l.key, l.element, repr(l.type), type(l).__name__, l.foreign_keys, l.primary_key, str(l), l == 5, l.label("y").name, l.self_group())
stmt = select(a.label("select"), a.label("Mixed"), a.label("per%cent"), a.label("x y"))
for d in (postgresql.dialect(), mysql.dialect()):
    print(stmt.compile(dialect=d))
with create_engine("sqlite://").connect() as conn:
    t.metadata.create_all(conn)
    r = conn.execute(select(a.label("Mixed"), b.label("x y"), func.max(a), a + b, -a, select(b).scalar_subquery(), literal(1), func.count(), a, u.c.a).select_from(t.join(u, a == u.c.a)))
    print(list(r.keys()))

"""asc, desc, nulls_first, nulls_last, collate and random in ORDER BY: every order of application and every database."""
from sqlalchemy import Column, Integer, MetaData, String, Table, asc, case, collate, create_engine, desc, distinct, func, insert, literal_column, nulls_first, nulls_last, nullsfirst, nullslast, select, text, union
from sqlalchemy.dialects import mysql, postgresql, sqlite

engine = create_engine("sqlite://")
t = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("a", Integer), Column("s", String(10)))
t.metadata.create_all(engine)
conn = engine.connect()
conn.execute(insert(t), [{"a": 2, "s": "b"}, {"a": None, "s": "B"}, {"a": 1, "s": None}, {"a": 2, "s": "a"}])
i, a, s = t.c


def show(source):
    try:
        stmt = select(i).order_by(*(lambda x: x if isinstance(x, tuple) else (x,))(eval(source)))
        print(f"{source:<52}", str(stmt.compile(dialect=sqlite.dialect())).replace("\n", "").split("ORDER BY")[-1], "|", str(stmt.compile(dialect=postgresql.dialect())).replace("\n", "").split("ORDER BY")[-1], "|", str(stmt.compile(dialect=mysql.dialect())).replace("\n", "").split("ORDER BY")[-1])
        print("      ", conn.scalars(stmt).all())
    except Exception as error:
        print(f"{source:<52}", type(error).__name__, (str(error).splitlines() or [""])[0])


for source in [
    "a", "a.asc()", "a.desc()", "asc(a)", "desc(a)", "a.nulls_first()", "a.nulls_last()", "a.desc().nulls_last()", "a.nulls_last().desc()", "nulls_first(a.desc())", "desc(nulls_first(a))", "nulls_last(desc(a))", "nullsfirst(a)", "nullslast(a)", "a.nullsfirst()", "a.desc().asc()", "a.desc().desc()", "(a + 1).desc()", "(-a).asc()", "desc(a + i)", "(a == 2).desc()", "a.is_(None)", "(a.is_(None), a, i)",
    "s.collate('NOCASE')", "s.collate('NOCASE').desc()", "collate(s, 'nocase').desc().nulls_last()", "s.desc().collate('NOCASE')", "func.lower(s).nulls_last()", "(func.coalesce(a, 0).desc(), i.desc())", "case((a == 2, 0), else_=1)", "case({2: 'x'}, value=a).desc().nulls_first()", "'a'", "'id'", "desc('id')", "asc('a')", "'id desc'", "desc('missing')", "text('a DESC, id')", "literal_column('2')", "literal_column('1').desc()", "1", "None", "(None,)", "(a, None)", "False", "()", "[a, i]", "a.label('x')", "a.label('x').desc()", "i.label('id')", "distinct(a)", "a.distinct()", "func.count()", "func.max(a).over(order_by=i)", "select(a).scalar_subquery()", "select(func.max(a)).scalar_subquery()", "select(a)", "t", "t.c", "a.in_([1, 2])", "a.between(1, 2).desc()", "~(a > 1)", "a & i", "a.op('%')(2)", "a.desc() + 1", "desc(5)", "desc(None)", "nulls_first('id')", "desc('t.id')", "a.desc().label('x')", "func.f(a.desc())",
]:
    show(source)
print(select(a.label("x")).order_by("x", desc("s"), nulls_last(desc("x")), i))
print(select(a.label("x"), s).order_by(asc("x").nulls_first(), "s"))
print(union(select(a), select(i)).order_by(desc("a")), union(select(a), select(i)).order_by(nulls_last(a.desc())))
o = select(i).order_by(a)
print(o.order_by(s), "/", o.order_by(None), "/", o.order_by(None).order_by(s), "/", o.order_by(), "/", o.with_only_columns(s))
print(type(a.desc()).__name__, a.desc().modifier.__name__, a.desc().element is a, type(desc("x")).__name__, repr(a.desc().type))


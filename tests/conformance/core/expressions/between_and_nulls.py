"""between() with symmetric, its negation and grouping; IS, IS DISTINCT FROM and NULL constants per database."""
from sqlalchemy import Boolean, Column, Date, Integer, MetaData, String, Table, and_, between, false, func, literal, not_, null, or_, select, true
from sqlalchemy.dialects import mysql, postgresql, sqlite

t = Table("t", MetaData(), Column("a", Integer), Column("b", Integer), Column("s", String(10)), Column("ok", Boolean))
a, b, s, ok = t.c


def show(source):
    try:
        e = eval(source)
        print(f"{source:<44}", e, "|", *(str(e.compile(dialect=d())) + " |" for d in (sqlite.dialect, postgresql.dialect, mysql.dialect)))
    except Exception as error:
        print(f"{source:<44} {type(error).__name__}: {error}")


for source in [
    "a.between(1, 2)", "a.between(b, b + 1)", "between(a, 1, 2)", "a.between(1, 2, symmetric=True)", "between(5, a, b, symmetric=True)", "~a.between(1, 2)", "~a.between(1, 2, symmetric=True)", "not_(between(a, 1, 2))", "a.between(1, 2) & b.between(3, 4)", "a.between(1, 2) == True", "(a + 1).between(b, 3)",
    "a.between(and_(ok, ok), 3)", "a.between(a.between(1, 2), 3)", "a.between(or_(ok, ok), 3)", "a.between(1, 2) | ok", "literal(5).between(a, b)", "between(5, 1, 10)", "a.between(None, 5)", "a.between(null(), 5)", "s.between('a', 'm')", "a.between(select(b).scalar_subquery(), 5)", "func.f(a).between(1, 2).label('x')",
    "a.is_(None)", "a.is_(null())", "a.is_(True)", "ok.is_(True)", "ok.is_(False)", "ok.is_not(True)", "ok.is_(true())", "ok.is_not(false())", "a.is_(b)", "a.is_('x')", "a.is_(5)", "null().is_(None)", "literal(None).is_(None)", "~a.is_(None)", "~a.is_not(None)", "not_(a == None)", "not_(a != None)", "a == null()", "null() == a", "null() == null()", "null() == None", "null().is_not(null())", "(a == None) == True", "(a == 1).is_(None)", "(a == 1).is_(True)", "and_(a == 1, ok).is_(True)", "(a + b).is_(None)", "a.isnot(None)",
    "a.is_distinct_from(b)", "a.is_distinct_from(None)", "a.is_not_distinct_from(null())", "~a.is_distinct_from(5)", "not_(a.is_not_distinct_from(b))", "a.isnot_distinct_from(1)", "(a == 1).is_distinct_from(ok)", "ok.is_distinct_from(True)", "null().is_distinct_from(a)", "a < None", "a > None", "a <= null()", "a + None == None", "a.in_([None]) == None", "a == [1]", "a == (1, 2)", "a.like(None)", "None == a", "func.coalesce(a, None)", "func.nullif(a, None)", "func.f(None)", "literal(None)", "a.concat(None)", "ok == None", "ok != None", "ok == True", "ok != True", "ok == 1", "ok == 0", "True == ok", "ok < True", "true() == True", "true() == 1", "true().is_(True)", "true() & ok", "select(true())", "select(null())", "select(null().label('n'))", "select(None)", "select(true(), false())", "select(~true())",
]:
    show(source)

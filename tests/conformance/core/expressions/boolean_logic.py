"""and_(), or_(), not_() and & | ~: flattening, constants that vanish, empty lists and single elements."""
import re
import warnings

from sqlalchemy import Boolean, Column, Integer, MetaData, String, Table, and_, column, exists, false, func, literal, not_, null, or_, select, text, true
from sqlalchemy.dialects import mysql, postgresql, sqlite

t = Table("t", MetaData(), Column("a", Integer), Column("b", Integer), Column("s", String), Column("ok", Boolean))
a, b, s, ok = t.c.a, t.c.b, t.c.s, t.c.ok
x, y, z = a == 1, b == 2, s == "z"


def clean(value):
    return re.sub(r"0x[0-9a-f]+", "0x..", str(value))


def show(source):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        try:
            e = eval(source)
            print(f"{source:<48} {e!s:<58} {type(e).__name__}")
        except Exception as error:
            print(f"{source:<48} {type(error).__name__}: {clean(error)}")
    for w in seen:
        print("      ", w.category.__name__, str(w.message)[:200])


for source in [
    "and_(x, y)", "x & y", "or_(x, y)", "x | y", "and_(x, y, z)", "x & y & z", "x & (y & z)", "(x & y) | z", "x & (y | z)", "(x | y) & (z | x)", "x | y & z", "and_(or_(x, y), or_(y, z))",
    "and_(and_(x, y), and_(y, z))", "or_(or_(x, y), z)", "and_(x)", "or_(x)", "and_(or_(x))", "and_(true(), x)", "and_(false(), x)", "or_(true(), x)", "or_(false(), x)", "and_(true())", "or_(false())",
    "and_(true(), true())", "and_(x, true(), y)", "and_(x, false(), y)", "and_(True, x)", "or_(False, x, y)", "and_(x, None)", "and_(x, null())", "and_()", "or_()", "and_(*[])", "or_(False)", "and_(True)",
    "not_(x)", "~x", "not_(and_(x, y))", "~(x | y)", "~~x", "not_(not_(and_(x, y)))", "not_(true())", "~false()", "not_(null())", "not_(ok)", "~ok", "~ok == x", "not_(a)", "not_(a + b)", "not_(s)", "not_(func.f(a))", "~func.f(a)", "not_(literal(True))", "not_(text('a = 1'))",
    "not_(exists().where(x))", "~select(a).exists()", "not_(a.in_([1]))", "not_(a.between(1, 2))", "~s.like('x')", "not_(x == y)", "ok & x", "ok | ok", "and_(ok, x)", "and_(a, b)", "a & b", "a & 5", "text('a = 1') & x", "and_(text('a = 1'), text('b = 2'))", "and_(text('a or b'), x)",
    "or_(text('a and b'), x)", "and_('a = 1', x)", "x & 'b'", "and_(x, 5)", "x & True", "x | False", "and_((x, y))", "and_([x, y])", "and_(q for q in [x, y])", "and_(column('free'), x)", "or_(select(a).scalar_subquery(), x)", "and_(ok.is_(True), ok == True, ok)", "and_(x, x)", "x.and_ if hasattr(x, 'and_') else 'no and_ method'",
    "and_(x, or_(y, and_(z, or_(x, y))))", "not_(or_(and_(x, y), not_(z)))", "func.coalesce(and_(x, y), true())", "(x & y).self_group()", "and_(x, y).label('both')", "(x | y) == True", "(x & y) == (y & x)", "true() == ok", "ok == true()", "ok == false()", "true() != x",
]:
    show(source)
for e in (and_(ok, x), or_(~ok, true()), not_(ok), and_(true(), true()), false(), ok == True, ok.is_(true()), and_(ok, false(), x), or_(literal(True), x)):
    print(" | ".join(str(e.compile(dialect=d())).replace("\n", " ") for d in (sqlite.dialect, postgresql.dialect, mysql.dialect)))
    print(" | ".join(str(select(a).where(e).compile(dialect=d())).replace("\n", " ") for d in (sqlite.dialect, postgresql.dialect, mysql.dialect)))
print([str(q) for q in and_(x, y, z).clauses], and_(x, y).operator.__name__, len(or_(x, y, z).clauses))


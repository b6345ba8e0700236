"""in_() and not_in() with lists, generators, subqueries, literals, tuples, NULLs, nothing at all, and what is refused."""
import datetime
import re

from sqlalchemy import Column, Date, Enum, Integer, MetaData, String, Table, bindparam, column, func, literal, literal_column, null, select, text, tuple_, union, values
from sqlalchemy.dialects import mysql, postgresql, sqlite

t = Table("t", MetaData(), Column("a", Integer), Column("b", Integer), Column("s", String(10)), Column("d", Date), Column("e", Enum("x", "y", name="xy")))
a, b, s, d, en = t.c


def clean(value):
    return re.sub(r"0x[0-9a-f]+", "0x..", str(value))


def show(source):
    try:
        e = eval(source)
        compiled = e.compile()
        print(f"{source:<58} {str(compiled)!r} {compiled.params}")
        try:
            print("     ", repr(str(e.compile(compile_kwargs={"literal_binds": True}))), "|", repr(str(e.compile(dialect=sqlite.dialect(), compile_kwargs={"render_postcompile": True}))))
        except Exception as error:
            print("     ", type(error).__name__, error)
    except Exception as error:
        print(f"{source:<58} {type(error).__name__}: {clean(error)}")


for source in [
    "a.in_([1, 2, 3])", "a.in_((1, 2))", "a.in_({1})", "a.in_(range(3))", "a.in_(x * 2 for x in range(2))", "a.in_({1: 'x'})", "a.in_({1: 'x'}.keys())", "a.in_([])", "a.not_in([])", "~a.in_([])", "s.in_([])", "a.in_([None])", "a.in_([1, None])", "a.not_in([1, None])",
    "a.in_([b])", "a.in_([b, 1])", "a.in_([literal(1), 2])", "a.in_([func.f(b), null()])", "a.in_([literal_column('5')])", "a.in_([text('5')])", "a.in_(select(b))", "a.not_in(select(b).where(b > 1))", "a.in_(select(b).scalar_subquery())", "a.in_(select(a, b))", "a.in_(select(b).subquery())", "a.in_(t)", "a.in_(union(select(a), select(b)))", "a.in_(text('SELECT 1'))", "a.in_(text('(1, 2)'))", "a.in_(select(b).cte())",
    "a.in_(bindparam('ids'))", "a.in_(bindparam('ids', expanding=True))", "a.in_(bindparam('ids', [1, 2], expanding=True))", "a.in_(bindparam('ids', [4, 5]))", "a.in_(bindparam('ids', [1], expanding=True, literal_execute=True))", "a.in_(literal([1, 2]))", "a.in_(func.f(b))", "a.in_(literal_column('(1, 2)'))", "a.in_(null())", "a.in_(b)", "a.in_(5)", "a.in_('abc')", "s.in_('abc')", "s.in_(b'ab')", "a.in_(None)", "a.in_()", "a.in_(1, 2)",
    "s.in_(['x', \"it's\"])", "d.in_([datetime.date(2020, 1, 2)])", "en.in_(['x', 'y'])", "en.in_(['zz'])", "a.in_(['1', 'x'])", "s.in_([1, 2])", "a.in_([1.5, True])", "a.in_([[1, 2]])", "a.in_([(1, 2)])", "(a + b).in_([1])", "a.in_([1]) == True", "a.in_([1]).label('l')", "func.f(a).in_([1])", "literal(1).in_([1, 2])", "literal('x').in_(['y'])", "null().in_([1])", "text('a').in_([1])", "column('q').in_([1, 'x'])", "a.label('l').in_([1])",
    "tuple_(a, b).in_([(1, 2), (3, 4)])", "tuple_(a, b).in_([])", "tuple_(a, b).not_in([])", "tuple_(a, s).in_([[1, 'x']])", "tuple_(a, b).in_(select(a, b))", "tuple_(a, b).in_([tuple_(a, 1)])", "tuple_(a, b).in_([(1,)])", "tuple_(a, b).in_(bindparam('pairs', expanding=True))", "a.in_(values(column('v', Integer), name='vv').data([(1,)]))", "a.notin_([1])", "a.any_() == 1",
]:
    show(source)
for dialect in (postgresql.dialect(), mysql.dialect()):
    for e in (a.in_([1, 2]), a.in_([]), s.not_in([]), tuple_(a, s).in_([(1, "x"), (2, "%")]), tuple_(a, s).in_([]), s.in_(["50%", "x"]), d.in_([datetime.date(2020, 1, 2)]), d.in_([])):
        print(dialect.name, e.compile(dialect=dialect), "|", e.compile(dialect=dialect, compile_kwargs={"render_postcompile": True}), "|", e.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))


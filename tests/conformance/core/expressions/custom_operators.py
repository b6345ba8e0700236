"""op(), bool_op() and custom_op: precedence decides on parentheses, is_comparison and return_type on the type."""
from sqlalchemy import Boolean, Column, Float, Integer, MetaData, String, Table, and_, column, custom_op, func, literal, not_, select
from sqlalchemy.dialects import mysql, postgresql

t = Table("t", MetaData(), Column("a", Integer), Column("b", Integer), Column("s", String))
a, b, s = t.c.a, t.c.b, t.c.s


def show(text):
    try:
        e = eval(text)
        print(f"{text:<62} {e!s:<30} {e.type!r}")
    except Exception as error:
        print(f"{text:<62} {type(error).__name__}: {error}")


for text in [
    "a.op('->')(b)", "a.op('->')(5)", "a.op('%')(5)", "a.op('%%')(5)", "s.op('->>')('k')", "a.op('&')(b).op('|')(1)", "a.op('&')(b.op('|')(1))",
    "a.op('&', precedence=5)(b + 1)", "a.op('&', precedence=10)(b + 1)", "(a + b).op('&', precedence=1)(b)", "(a + b).op('&', precedence=9)(b)", "a + b.op('&')(1)", "a + b.op('&', precedence=9)(1)",
    "a.op('&')(1) + b", "a * b.op('^', precedence=20)(2)", "a.op('^', precedence=20)(b * 2)", "a.op('@>')(b) == True", "a.op('@>', is_comparison=True)(b)", "a.op('=', is_comparison=True)(None)",
    "a.bool_op('@@')(b)", "~a.bool_op('@@')(b)", "not_(a.op('@@')(b))", "not_(a.op('@@', is_comparison=True)(b))", "a.bool_op('@@')(b) & (a == 1)", "and_(a.op('@@')(b), a == 1)", "and_(a.op('or')(b), a == 1)",
    "a.op('#', return_type=Float)(b)", "a.op('#', return_type=Float())(b) + 1", "a.op('#', return_type=Boolean())(b)", "a.op('||', return_type=String)('x') + 'y'", "s.op('+')('x')", "s.op('FOO BAR')('x')",
    "custom_op('~~')(a, b)", "custom_op('~~', precedence=3)(a, b + 1)", "custom_op('~~', is_comparison=True)(a, 5)", "literal(1).op('-')(2)", "func.f(a).op('!')(b)", "column('q').op('<->')('x')",
    "a.op('-')(b.op('-')(1))", "a.op('-', precedence=7)(b) - 1", "a.op('*')(b + 1) * 2", "a.op('in')([1, 2])", "a.op('in')((1, 2))", "a.op('->')(b == 1)", "a.op('->')(b.desc())", "a.op('->')(select(b).scalar_subquery())",
    "a.reverse_op", "a.op('->').left", "a.bool_op('x', precedence=3, python_impl=None)(b)", "a.op('plus', python_impl=lambda x, y: x + y)(3)",
]:
    show(text)
for e in (a.op("%")(5), a.op("->>")("%s"), a.op("%%")(b), a.op("@@")(b) & s.op("~")("x%")):
    for d in (postgresql.dialect(), mysql.dialect()):
        print(d.name, e.compile(dialect=d), e.compile(dialect=d).params)
op = custom_op("@@", precedence=4, is_comparison=True)
print(op.opstring, op.precedence, op.is_comparison, op.__name__, op == custom_op("@@", precedence=4, is_comparison=True), op == custom_op("@@"))
e = op(a, b)
print(e, e.operator is op, e.type)


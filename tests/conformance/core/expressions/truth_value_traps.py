"""Expressions in if, and, or, in, sorted and hash: which raise, and which silently give the wrong thing."""
from sqlalchemy import Boolean, Column, Integer, MetaData, String, Table, and_, column, exists, false, func, literal, null, or_, select, text, true

t = Table("t", MetaData(), Column("a", Integer), Column("b", Integer), Column("s", String), Column("ok", Boolean))
a, b, s, ok = t.c.a, t.c.b, t.c.s, t.c.ok


def show(source):
    try:
        print(f"{source:<44}", eval(source))
    except Exception as error:
        print(f"{source:<44} {type(error).__name__}: {error}")


for source in [
    "bool(a)", "bool(a == 1)", "bool(a == a)", "bool(a == b)", "bool(a != a)", "bool(a != b)", "bool(a < 1)", "bool(a + 1)", "bool(func.f())", "bool(literal(1))", "bool(and_(a == 1, b == 1))", "bool(select(a))",
    "bool(text('1'))", "bool(t)", "bool(true())", "bool(null())", "bool(a.label('x'))", "bool(exists().where(ok))", "not a", "not (a == 1)", "a == 1 and b == 2", "a == a and b == 2", "a == b or b == 2", "a < 1 or b", "1 < a < 5",
    "a in [a, b]", "b in [a, b]", "a in [b]", "a in (1, 2)", "1 in [a, b]", "[a, b].index(b)", "[a, b, a].count(a)", "len({a, b, a})", "{a: 1}[a]", "(a == 1) in [a == 1]", "a in t.c", "'a' in t.c", "'zz' in t.c", "t.c.contains_column(a)",
    "a in {a}", "hash(a) == hash(a)", "sorted([a])", "min(a, b)", "max([a, b])", "any([a == a])", "any([a == 1])", "all([a == 1])", "list(a)", "len(a)", "a[0]", "a[1:2]", "for_ = [q for q in a]", "dict(a=a == 1)['a']", "a.foo", "a.c", "(a == 1).foo", "s.foo", "func.f(a).foo", "a.in_", "select(a).foo", "t.foo", "t.c.foo", "t.c['foo']", "t.columns[0]", "t.c[5]", "t.c[a]", "t.c['a', 'b']", "t.c[0:2]", "t.c[('a',)]", "str(a)", "f'{a}'", "f'{a:>8}'", "'%s' % a", "repr(a)", "repr(column('q'))[:44]", "a @ b", "a is None", "a == None",
]:
    show(source)
try:
    if (a == 1):
        print("never")
except TypeError as error:
    print(type(error).__name__, error)
if a == a:
    print("a == a is taken as true")
if not (a == b):
    print("a == b is taken as false")
print(select(t).where(a == 1 and None if False else b == 2))


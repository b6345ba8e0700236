"""The operators module by hand: precedence, mirror, associativity, operators as functions, operate(), and which operator an expression holds."""
import operator

from sqlalchemy import Column, Integer, MetaData, String, Table, and_
from sqlalchemy.sql import operators
from sqlalchemy.sql.operators import ColumnOperators, Operators, custom_op

t = Table("t", MetaData(), Column("a", Integer), Column("b", Integer), Column("s", String))


def show(source):
    try:
        print(source, "->", str(eval(source)).replace("\n", " "))
    except Exception as error:
        print(source, "!!", type(error).__name__, error)


for source in [
    "operators.is_comparison(operators.eq)", "operators.is_comparison(operators.add)", "operators.is_commutative(operators.eq)", "operators.is_ordering_modifier(operators.desc_op)", "operators.is_precedent(operators.add, operators.mul)", "operators.is_precedent(operators.mul, operators.add)", "operators.mirror(operators.lt).__name__", "operators.is_associative(operators.and_)", "operators.is_natural_self_precedent(operators.add)", "operators.is_boolean(operators.like_op)", "operators.and_ is operator.and_", "operators.eq is operator.eq", "operators.add(t.c.a, 5)", "operators.like_op(t.c.s, 'x')", "operators.in_op(t.c.a, [1])", "operators.desc_op(t.c.a)", "operators.is_(t.c.a, None)", "operator.eq(t.c.a, 5)", "operator.and_(t.c.a == 1, t.c.b == 2)", "operator.neg(t.c.a)", "operator.truediv(t.c.a, 2)", "operator.getitem(t.c.a, 2)", "t.c.a.operate(operators.add, 5)", "t.c.a.operate(operators.like_op, 'x', escape='/')", "t.c.a.reverse_operate(operators.sub, 5)", "t.c.a.operate(operators.nonsense)", "t.c.a.operate(custom_op('@'), 5)", "operators.from_(5)" if False else "isinstance(t.c.a, ColumnOperators), isinstance(t.c.a, Operators), isinstance(t, Operators)", "t.c.a.op('x').opstring if hasattr(t.c.a.op('x'), 'opstring') else type(t.c.a.op('x')).__name__", "operators.json_getitem_op.__name__ if hasattr(operators, 'json_getitem_op') else None", "(t.c.a + 1).operator is operators.add", "(t.c.a == 1).operator is operators.eq", "(t.c.a == 1).negate is operators.ne", "t.c.a.in_([1]).operator is operators.in_op", "(t.c.s + 'x').operator is operators.concat_op", "t.c.a.desc().modifier is operators.desc_op", "(~t.c.a.in_([1])).operator.__name__", "and_(t.c.a == 1, t.c.b == 1).operator is operators.and_", "(-t.c.a).operator is operators.neg", "t.c.a.distinct().operator.__name__", "functools_reduce" if False else "sum([t.c.a, t.c.b])", "max(1, 2)",
]:
    show(source)


"""Criteria of an UPDATE or DELETE as a Python test, for the instances that the session holds."""

import operator

_BINARY = {
    "eq": operator.eq, "ne": operator.ne, "lt": operator.lt, "le": operator.le, "gt": operator.gt, "ge": operator.ge,
    "add": operator.add, "sub": operator.sub, "mul": operator.mul, "truediv": operator.truediv,
    "concat_op": operator.add,
}


class UnevaluatableError(Exception):
    pass


EXPIRED = object()
"""What a test gives for an instance that would have to be loaded to tell."""


def compile_criteria(mapper, criteria):
    """A test of instances: True, EXPIRED, or anything else for no."""
    tests = [compile_expression(mapper, clause) for clause in criteria]
    return lambda obj: _and(test(obj) for test in tests)


def compile_expression(mapper, clause):
    from _sqlalchemy_orm import evaluate_tree

    return _compile(mapper, evaluate_tree(clause))


def _compile(mapper, tree):
    """`tree` is nested tuples: ("column", key), ("value", v), ("binary", op, l, r), ("and", ...), ("not", x)."""
    kind = tree[0]
    if kind == "column":
        if tree[1] is None or all(table.name != tree[2] for table in mapper.tables):
            raise UnevaluatableError(f"Cannot evaluate column: {tree[3]}")
        key = tree[1]
        return lambda obj: obj.__dict__.get(key, EXPIRED)
    if kind == "value":
        value = tree[1]
        return lambda obj: value
    if kind in ("and", "or"):
        parts = [_compile(mapper, part) for part in tree[1:]]
        if kind == "and":
            return lambda obj: _and(part(obj) for part in parts)
        return lambda obj: _or(part(obj) for part in parts)
    if kind == "not":
        inner = _compile(mapper, tree[1])

        def negate(obj):
            value = inner(obj)
            return value if value is None or value is EXPIRED else not value

        return negate
    if kind == "binary":
        return _binary(tree[1], _compile(mapper, tree[2]), _compile(mapper, tree[3]))
    raise UnevaluatableError(f"Cannot evaluate {tree[1]}")


def _and(values):
    seen_none = False
    for value in values:
        if value is EXPIRED:
            return EXPIRED
        if value is None:
            seen_none = True
        elif not value:
            return False
    return None if seen_none else True


def _or(values):
    seen_none = False
    for value in values:
        if value:
            return value if value is EXPIRED else True
        seen_none = seen_none or value is None
    return None if seen_none else False


def _binary(op, left, right):
    if op in ("is", "is_not"):
        def same(obj):
            a, b = left(obj), right(obj)
            if a is EXPIRED or b is EXPIRED:
                return EXPIRED
            return (a == b) == (op == "is")

        return same
    if op in ("in", "not_in"):
        def member(obj):
            value = left(obj)
            if value is None or value is EXPIRED:
                return value
            return (value in right(obj)) == (op == "in")

        return member
    function = _BINARY.get(op)
    if function is None:
        raise UnevaluatableError(f"Cannot evaluate {op}")

    def apply(obj):
        a, b = left(obj), right(obj)
        if a is EXPIRED or b is EXPIRED:
            return EXPIRED
        return None if a is None or b is None else function(a, b)

    return apply

"""Criteria of an UPDATE or DELETE as a Python test, for the instances that the session holds."""

import operator

_BINARY = {
    "eq": operator.eq, "ne": operator.ne, "lt": operator.lt, "le": operator.le, "gt": operator.gt, "ge": operator.ge,
    "add": operator.add, "sub": operator.sub, "mul": operator.mul, "truediv": operator.truediv,
    "concat_op": operator.add,
}


class UnevaluatableError(Exception):
    pass


def compile_criteria(mapper, criteria):
    tests = [compile_expression(mapper, clause) for clause in criteria]
    return lambda obj: all(test(obj) is True for test in tests)


def compile_expression(mapper, clause):
    from _sqlalchemy_orm import evaluate_tree

    return _compile(mapper, evaluate_tree(clause))


def _compile(mapper, tree):
    """`tree` is nested tuples: ("column", key), ("value", v), ("binary", op, l, r), ("and", ...), ("not", x)."""
    kind = tree[0]
    if kind == "column":
        if tree[2] != mapper.local_table.name or tree[1] is None:
            raise UnevaluatableError(f"Cannot evaluate column: {tree[3]}")
        key = tree[1]
        return lambda obj: obj.__dict__[key] if key in obj.__dict__ else getattr(obj, key)
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
            return None if value is None else not value

        return negate
    if kind == "binary":
        return _binary(tree[1], _compile(mapper, tree[2]), _compile(mapper, tree[3]))
    raise UnevaluatableError(f"Cannot evaluate {tree[1]}")


def _and(values):
    seen_none = False
    for value in values:
        if value is None:
            seen_none = True
        elif not value:
            return False
    return None if seen_none else True


def _or(values):
    seen_none = False
    for value in values:
        if value:
            return True
        seen_none = seen_none or value is None
    return None if seen_none else False


def _binary(op, left, right):
    if op == "is":
        return lambda obj: left(obj) == right(obj)
    if op == "is_not":
        return lambda obj: left(obj) != right(obj)
    if op in ("in", "not_in"):
        def member(obj):
            value = left(obj)
            if value is None:
                return None
            return (value in right(obj)) == (op == "in")

        return member
    function = _BINARY.get(op)
    if function is None:
        raise UnevaluatableError(f"Cannot evaluate {op}")

    def apply(obj):
        a, b = left(obj), right(obj)
        return None if a is None or b is None else function(a, b)

    return apply

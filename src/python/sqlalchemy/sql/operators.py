"""Operators: the functions that name them, and the methods that every column-like object has."""

import enum
from operator import (
    add, and_, contains, eq, floordiv, ge, getitem, gt, inv, le, lshift, lt, matmul, mod, mul, ne, neg, or_, pow as pow_,
    rshift, sub, truediv)

import _sqlalchemy as _n

from .. import exc, util
from .._run import remembers

_operate = _n.operate


class OperatorClass(enum.Flag):
    """Which operators a type has; the native code knows the bits."""

    (UNSPECIFIED, BASE, BOOLEAN_ALGEBRA, EQUALITY, ORDERING, INDEXABLE, CONTAINS, CONCATENABLE, STRING_MATCH, MATH,
     BITWISE, DATE_ARITHEMETIC, JSON_GETITEM) = (1 << bit for bit in range(13))
    COMPARISON = EQUALITY | ORDERING
    STRING = BASE | COMPARISON | STRING_MATCH | CONTAINS | CONCATENABLE | INDEXABLE
    INTEGER = BASE | COMPARISON | MATH | BITWISE
    NUMERIC = BASE | COMPARISON | MATH | BITWISE
    BOOLEAN = BASE | COMPARISON | BOOLEAN_ALGEBRA
    BINARY = BASE | COMPARISON | CONTAINS | CONCATENABLE | INDEXABLE
    DATETIME = BASE | COMPARISON | DATE_ARITHEMETIC
    JSON = BASE | COMPARISON | INDEXABLE | JSON_GETITEM
    ARRAY = BASE | COMPARISON | CONTAINS | CONCATENABLE | INDEXABLE
    TUPLE = BASE | COMPARISON | CONTAINS | CONCATENABLE | INDEXABLE
    ANY = STRING | INTEGER | BOOLEAN | DATETIME | JSON


# What the native code calls an operator.
_native = {add: "add", and_: "and", eq: "eq", floordiv: "floordiv", ge: "ge", getitem: "getitem", gt: "gt", inv: "inv",
           le: "le", lshift: "lshift", lt: "lt", matmul: "matmul", mod: "mod", mul: "mul", ne: "ne", neg: "neg", or_: "or",
           pow_: "pow", rshift: "rshift", sub: "sub", truediv: "truediv", contains: "contained"}


def native_name(op):
    return op if op.__class__ is str else _native.get(op)


def op_of(native):
    """The operator of that name."""
    return next((op for op, name in _native.items() if name == native), native)


def _named(name, native, method=None, negated=False):
    """The function that calls a method of its first argument."""
    method = method or native

    def op(a, *args, **kw):
        made = getattr(a, method)(*args, **kw)
        return ~made if negated else made
    op.__name__ = op.__qualname__ = name
    _native[op] = native
    return op


def _placeholder(name):
    def op(*args):
        raise NotImplementedError()
    op.__name__ = op.__qualname__ = name
    return op


in_op, not_in_op = _named("in_op", "in", "in_"), _named("not_in_op", "not_in")
is_, is_not = _named("is_", "is", "is_"), _named("is_not", "is_not")
is_distinct_from = _named("is_distinct_from", "is_distinct_from")
is_not_distinct_from = _named("is_not_distinct_from", "is_not_distinct_from")
like_op, not_like_op = _named("like_op", "like"), _named("not_like_op", "not_like")
ilike_op, not_ilike_op = _named("ilike_op", "ilike"), _named("not_ilike_op", "not_ilike")
startswith_op, endswith_op = _named("startswith_op", "startswith"), _named("endswith_op", "endswith")
istartswith_op, iendswith_op = _named("istartswith_op", "istartswith"), _named("iendswith_op", "iendswith")
contains_op, icontains_op = _named("contains_op", "contains"), _named("icontains_op", "icontains")
between_op, match_op, regexp_match_op = (
    _named("between_op", "between"), _named("match_op", "match"), _named("regexp_match_op", "regexp_match"))
(not_startswith_op, not_endswith_op, not_istartswith_op, not_iendswith_op, not_contains_op, not_icontains_op,
 not_between_op, not_match_op, not_regexp_match_op) = (
    _named(f"not_{name}_op", "not_" + name, name, True) for name in (
        "startswith", "endswith", "istartswith", "iendswith", "contains", "icontains", "between", "match",
        "regexp_match"))
regexp_replace_op, concat_op = _named("regexp_replace_op", "regexp_replace"), _named("concat_op", "concat")
desc_op, asc_op = _named("desc_op", "desc"), _named("asc_op", "asc")
nulls_first_op, nulls_last_op = _named("nulls_first_op", "nulls_first"), _named("nulls_last_op", "nulls_last")
distinct_op, collate = _named("distinct_op", "distinct"), _named("collate", "collate")
any_op, all_op = _named("any_op", "any", "any_"), _named("all_op", "all", "all_")
filter_op = _named("filter_op", "filter")
(bitwise_and_op, bitwise_or_op, bitwise_xor_op, bitwise_not_op, bitwise_lshift_op, bitwise_rshift_op) = (
    _named(f"bitwise_{name}_op", f"bitwise_{name}") for name in ("and", "or", "xor", "not", "lshift", "rshift"))
(exists, is_true, is_false, comma_op, from_, as_, null_op, function_as_comparison_op, json_getitem_op,
 json_path_getitem_op, _asbool) = map(_placeholder, (
     "exists", "is_true", "is_false", "comma_op", "from_", "as_", "null_op", "function_as_comparison_op",
     "json_getitem_op", "json_path_getitem_op", "_asbool"))
isnot, isnot_distinct_from, istrue, isfalse = is_not, is_not_distinct_from, is_true, is_false
notin_op, notlike_op, notilike_op, notbetween_op, notmatch_op = (
    not_in_op, not_like_op, not_ilike_op, not_between_op, not_match_op)
notstartswith_op, notendswith_op, notcontains_op = not_startswith_op, not_endswith_op, not_contains_op
nullsfirst_op, nullslast_op = nulls_first_op, nulls_last_op

_opposites = [(eq, ne), (lt, ge), (gt, le), (is_, is_not), (is_distinct_from, is_not_distinct_from),
              (is_true, is_false), *((globals()[name], globals()["not_" + name]) for name in (
                  "in_op", "like_op", "ilike_op", "startswith_op", "endswith_op", "istartswith_op", "iendswith_op",
                  "contains_op", "icontains_op", "between_op", "match_op", "regexp_match_op"))]
_negations = {**dict(_opposites), **{b: a for a, b in _opposites}}


def _question(name):
    def ask(op):
        if isinstance(op, custom_op):
            return name in ("comparison", "boolean") and op.is_comparison
        return _n.operator_is(getattr(op, "__name__", ""), name)
    return ask


is_comparison, is_commutative, is_associative, is_boolean, is_ordering_modifier, is_natural_self_precedent = map(
    _question, "comparison commutative associative boolean ordering precedent".split())
is_order_by_modifier = is_ordering_modifier


def is_precedent(operator, against):
    return _n.operator_is_precedent(operator.__name__, against.__name__)


def mirror(op):
    return {gt: lt, ge: le, lt: gt, le: ge}.get(op, op)


def _checked(autoescape):
    if autoescape and autoescape is not True:
        import warnings

        warnings.warn("The autoescape parameter is now a simple boolean True/False", exc.SAWarning, stacklevel=2, skip_file_prefixes=util._OURS)
    return autoescape


class custom_op:
    """The operator that `.op()` gives."""

    __name__ = "custom_op"

    def __init__(self, opstring, precedence=0, is_comparison=False, return_type=None, natural_self_precedent=False,
                 eager_grouping=False, python_impl=None, operator_class=OperatorClass.BASE, visit_name=None):
        util.refuse("custom_op", visit_name=visit_name)
        self.operator_class = operator_class
        self.natural_self_precedent = natural_self_precedent
        self.eager_grouping = eager_grouping
        self.opstring = opstring
        self.precedence = precedence
        self.is_comparison = is_comparison
        self.return_type = return_type
        self.python_impl = python_impl

    def __eq__(self, other):
        return isinstance(other, custom_op) and self._key() == other._key()

    def __hash__(self):
        return hash(self._key())

    def _key(self):
        return (self.opstring, self.precedence, self.is_comparison, self.natural_self_precedent, self.eager_grouping,
                self.operator_class, self.return_type)

    def __call__(self, left, right, *other, **kw):
        if isinstance(left, Operators):
            return left.operate(self, right, *other, **kw)
        if hasattr(left, "__clause_element__"):
            return left.__clause_element__().operate(self, right, *other, **kw)
        if self.python_impl:
            return self.python_impl(left, right, *other, **kw)
        raise exc.InvalidRequestError(f"Custom operator {self.opstring!r} can't be used with plain Python objects unless "
                                      "it includes the 'python_impl' parameter.")

    def _apply(self, left, right, result_type=None):
        _used[self._key()[:5]] = self
        return _operate("op", left, right, self.opstring, self.precedence, self.is_comparison,
                        self.return_type if result_type is None else result_type,
                        self.eager_grouping, self.natural_self_precedent, self.operator_class.value)


_used = {}
remembers(_used)


def _custom(*key):
    """The operator of an expression: the very object that made it."""
    return _used.get(key) or custom_op(*key[:3], None, *key[3:])


def apply(op, left, *other, **kw):
    """The expression of an operator, whatever the type of its left side."""
    name = op if op.__class__ is str else _native.get(op)
    if name is not None:
        return _operate(name, left, *other, **kw)
    if isinstance(op, custom_op):
        return op._apply(left, *other, **kw)
    return op(left, *other, **kw)


class Operators:
    __slots__ = ()

    def __and__(self, other):
        return self.operate(and_, other)

    def __or__(self, other):
        return self.operate(or_, other)

    def __invert__(self):
        return self.operate(inv)

    def op(self, opstring, precedence=0, is_comparison=False, return_type=None, python_impl=None,
           operator_class=OperatorClass.BASE, visit_name=None):
        made = custom_op(opstring, precedence, is_comparison, return_type, python_impl=python_impl,
                         operator_class=operator_class, visit_name=visit_name)
        return lambda other: self.operate(made, other)

    def bool_op(self, opstring, precedence=0, python_impl=None):
        return self.op(opstring, precedence=precedence, is_comparison=True, python_impl=python_impl)

    def operate(self, op, *other, **kw):
        raise NotImplementedError(str(op))

    def reverse_operate(self, op, other, **kw):
        raise NotImplementedError(str(op))


class OrderingOperators(Operators):
    __slots__ = ()

    def desc(self):
        return self.operate(desc_op)

    def asc(self):
        return self.operate(asc_op)

    def nulls_first(self):
        return self.operate(nulls_first_op)

    def nulls_last(self):
        return self.operate(nulls_last_op)

    nullsfirst = nulls_first
    nullslast = nulls_last


class ColumnOperators(OrderingOperators):
    __slots__ = ()
    timetuple = None

    def __lt__(self, other):
        return self.operate(lt, other)

    def __le__(self, other):
        return self.operate(le, other)

    def __eq__(self, other):
        return self.operate(eq, other)

    def __ne__(self, other):
        return self.operate(ne, other)

    def __gt__(self, other):
        return self.operate(gt, other)

    def __ge__(self, other):
        return self.operate(ge, other)

    __hash__ = object.__hash__

    def __neg__(self):
        return self.operate(neg)

    def __contains__(self, other):
        raise NotImplementedError("Operator 'contains' is not supported on this expression")

    def __getitem__(self, index):
        return self.operate(getitem, index)

    def __lshift__(self, other):
        return self.operate(lshift, other)

    def __rshift__(self, other):
        return self.operate(rshift, other)

    def __rlshift__(self, other):
        return self.reverse_operate(lshift, other)

    def __rrshift__(self, other):
        return self.reverse_operate(rshift, other)

    def __add__(self, other):
        return self.operate(add, other)

    def __radd__(self, other):
        return self.reverse_operate(add, other)

    def __sub__(self, other):
        return self.operate(sub, other)

    def __rsub__(self, other):
        return self.reverse_operate(sub, other)

    def __mul__(self, other):
        return self.operate(mul, other)

    def __rmul__(self, other):
        return self.reverse_operate(mul, other)

    def __mod__(self, other):
        return self.operate(mod, other)

    def __rmod__(self, other):
        return self.reverse_operate(mod, other)

    def __truediv__(self, other):
        return self.operate(truediv, other)

    def __rtruediv__(self, other):
        return self.reverse_operate(truediv, other)

    def __floordiv__(self, other):
        return self.operate(floordiv, other)

    def __rfloordiv__(self, other):
        return self.reverse_operate(floordiv, other)

    def __matmul__(self, other):
        return self.operate(matmul, other)

    def __rmatmul__(self, other):
        return self.reverse_operate(matmul, other)

    def __pow__(self, other):
        return self.operate(pow_, other)

    def __rpow__(self, other):
        return self.reverse_operate(pow_, other)

    def concat(self, other):
        return self.operate(concat_op, other)

    def like(self, other, escape=None):
        return self.operate(like_op, other, escape=escape)

    def ilike(self, other, escape=None):
        return self.operate(ilike_op, other, escape=escape)

    def not_like(self, other, escape=None):
        return self.operate(not_like_op, other, escape=escape)

    def not_ilike(self, other, escape=None):
        return self.operate(not_ilike_op, other, escape=escape)

    notlike = not_like
    notilike = not_ilike

    def bitwise_xor(self, other):
        return self.operate(bitwise_xor_op, other)

    def bitwise_or(self, other):
        return self.operate(bitwise_or_op, other)

    def bitwise_and(self, other):
        return self.operate(bitwise_and_op, other)

    def bitwise_not(self):
        return self.operate(bitwise_not_op)

    def bitwise_lshift(self, other):
        return self.operate(bitwise_lshift_op, other)

    def bitwise_rshift(self, other):
        return self.operate(bitwise_rshift_op, other)

    def in_(self, other):
        return self.operate(in_op, other)

    def not_in(self, other):
        return self.operate(not_in_op, other)

    notin_ = not_in

    def is_(self, other):
        return self.operate(is_, other)

    def is_not(self, other):
        return self.operate(is_not, other)

    isnot = is_not

    def is_distinct_from(self, other):
        return self.operate(is_distinct_from, other)

    def is_not_distinct_from(self, other):
        return self.operate(is_not_distinct_from, other)

    isnot_distinct_from = is_not_distinct_from

    def startswith(self, other, *, escape=None, autoescape=False):
        return self.operate(startswith_op, other, escape=escape, autoescape=_checked(autoescape))

    def istartswith(self, other, *, escape=None, autoescape=False):
        return self.operate(istartswith_op, other, escape=escape, autoescape=_checked(autoescape))

    def endswith(self, other, *, escape=None, autoescape=False):
        return self.operate(endswith_op, other, escape=escape, autoescape=_checked(autoescape))

    def iendswith(self, other, *, escape=None, autoescape=False):
        return self.operate(iendswith_op, other, escape=escape, autoescape=_checked(autoescape))

    def contains(self, other, *, escape=None, autoescape=False):
        return self.operate(contains_op, other, escape=escape, autoescape=_checked(autoescape))

    def icontains(self, other, *, escape=None, autoescape=False):
        return self.operate(icontains_op, other, escape=escape, autoescape=_checked(autoescape))

    def match(self, other, **kw):
        return self.operate(match_op, other, **kw)

    def regexp_match(self, pattern, flags=None):
        return self.operate(regexp_match_op, pattern, flags=flags)

    def regexp_replace(self, pattern, replacement, flags=None):
        return self.operate(regexp_replace_op, pattern, replacement, flags=flags)

    def collate(self, collation, *, collation_schema=None):
        util.refuse("collate", collation_schema=collation_schema)
        return self.operate(collate, collation)

    def between(self, cleft, cright, symmetric=False):
        return self.operate(between_op, cleft, cright, symmetric=symmetric)

    def distinct(self):
        return self.operate(distinct_op)

    def any_(self):
        return self.operate(any_op)

    def all_(self):
        return self.operate(all_op)

"""Operators: the methods that every column-like object has. Each calls one native function."""

import operator as _op
from operator import add, and_, eq, floordiv, ge, getitem, gt, inv, le, lshift, lt, mod, mul, ne, neg, or_, rshift, sub, truediv

import _sqlalchemy as _n

_operate = _n.operate


def _named(name, method=None):
    method = method or name.removesuffix("_op")

    def op(a, *args, **kw):
        return _operate(method, a, *args, **kw)
    op.__name__ = op.__qualname__ = name
    op.__module__ = __name__
    return op


for _name in """
    in_op not_in_op like_op not_like_op ilike_op not_ilike_op between_op not_between_op concat_op desc_op asc_op
    nulls_first_op nulls_last_op startswith_op not_startswith_op endswith_op not_endswith_op contains_op not_contains_op
    istartswith_op not_istartswith_op iendswith_op not_iendswith_op icontains_op not_icontains_op match_op not_match_op
    regexp_match_op not_regexp_match_op regexp_replace_op collate comma_op distinct_op exists any_op all_op is_true
    is_false is_distinct_from is_not_distinct_from bitwise_and_op bitwise_or_op bitwise_xor_op bitwise_not_op
    bitwise_lshift_op bitwise_rshift_op json_getitem_op json_path_getitem_op filter_op as_ from_ _asbool
""".split():
    globals()[_name] = _named(_name)
is_, is_not = _named("is_", "is"), _named("is_not")


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


class custom_op:
    """The operator that `.op()` gives."""

    __name__ = "custom_op"

    def __init__(self, opstring, precedence=0, is_comparison=False, return_type=None, natural_self_precedent=False,
                 eager_grouping=False, python_impl=None):
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
                self.return_type)

    def __call__(self, left, right, result_type=None, **kw):
        return _operate("op", left, right, self.opstring, self.precedence, self.is_comparison,
                        self.return_type if result_type is None else result_type, self.eager_grouping,
                        self.natural_self_precedent)


class Operators:
    __slots__ = ()

    def __and__(self, other):
        return self.operate("and", other)

    def __or__(self, other):
        return self.operate("or", other)

    def __invert__(self):
        return self.operate("inv")

    def op(self, opstring, precedence=0, is_comparison=False, return_type=None, python_impl=None):
        made = custom_op(opstring, precedence, is_comparison, return_type, python_impl=python_impl)
        return lambda other: self.operate(made, other)

    def bool_op(self, opstring, precedence=0, python_impl=None):
        return self.op(opstring, precedence=precedence, is_comparison=True, python_impl=python_impl)

    def operate(self, op, *other, **kw):
        """`op`: a name such as "eq", or a function of this module."""
        if isinstance(op, str):
            return _operate(op, self, *other, **kw)
        return op(self, *other, **kw)

    def reverse_operate(self, op, other, **kw):
        if isinstance(op, str):
            return _operate("r" + op, self, other, **kw)
        return op(other, self, **kw)


class ColumnOperators(Operators):
    __slots__ = ()
    timetuple = None

    def __lt__(self, other):
        return self.operate("lt", other)

    def __le__(self, other):
        return self.operate("le", other)

    def __eq__(self, other):
        return self.operate("eq", other)

    def __ne__(self, other):
        return self.operate("ne", other)

    def __gt__(self, other):
        return self.operate("gt", other)

    def __ge__(self, other):
        return self.operate("ge", other)

    __hash__ = object.__hash__

    def __neg__(self):
        return self.operate("neg")

    def __contains__(self, other):
        raise NotImplementedError("Operator 'contains' is not supported on this expression")

    def __getitem__(self, index):
        return self.operate("getitem", index)

    def __lshift__(self, other):
        return self.operate("lshift", other)

    def __rshift__(self, other):
        return self.operate("rshift", other)

    def __add__(self, other):
        return self.operate("add", other)

    def __radd__(self, other):
        return self.reverse_operate("add", other)

    def __sub__(self, other):
        return self.operate("sub", other)

    def __rsub__(self, other):
        return self.reverse_operate("sub", other)

    def __mul__(self, other):
        return self.operate("mul", other)

    def __rmul__(self, other):
        return self.reverse_operate("mul", other)

    def __mod__(self, other):
        return self.operate("mod", other)

    def __rmod__(self, other):
        return self.reverse_operate("mod", other)

    def __truediv__(self, other):
        return self.operate("truediv", other)

    def __rtruediv__(self, other):
        return self.reverse_operate("truediv", other)

    def __floordiv__(self, other):
        return self.operate("floordiv", other)

    def __rfloordiv__(self, other):
        return self.reverse_operate("floordiv", other)

    def __matmul__(self, other):
        return self.operate("matmul", other)

    def __rmatmul__(self, other):
        return self.reverse_operate("matmul", other)

    def __pow__(self, other):
        return self.operate("pow", other)

    def __rpow__(self, other):
        return self.reverse_operate("pow", other)

    def concat(self, other):
        return self.operate("concat", other)

    def like(self, other, escape=None):
        return self.operate("like", other, escape=escape)

    def ilike(self, other, escape=None):
        return self.operate("ilike", other, escape=escape)

    def not_like(self, other, escape=None):
        return self.operate("not_like", other, escape=escape)

    def not_ilike(self, other, escape=None):
        return self.operate("not_ilike", other, escape=escape)

    notlike = not_like
    notilike = not_ilike

    def bitwise_xor(self, other):
        return self.operate("bitwise_xor", other)

    def bitwise_or(self, other):
        return self.operate("bitwise_or", other)

    def bitwise_and(self, other):
        return self.operate("bitwise_and", other)

    def bitwise_not(self):
        return self.operate("bitwise_not")

    def bitwise_lshift(self, other):
        return self.operate("bitwise_lshift", other)

    def bitwise_rshift(self, other):
        return self.operate("bitwise_rshift", other)

    def in_(self, other):
        return self.operate("in", other)

    def not_in(self, other):
        return self.operate("not_in", other)

    notin_ = not_in

    def is_(self, other):
        return self.operate("is", other)

    def is_not(self, other):
        return self.operate("is_not", other)

    isnot = is_not

    def is_distinct_from(self, other):
        return self.operate("is_distinct_from", other)

    def is_not_distinct_from(self, other):
        return self.operate("is_not_distinct_from", other)

    isnot_distinct_from = is_not_distinct_from

    def startswith(self, other, *, escape=None, autoescape=False):
        return self.operate("startswith", other, escape=escape, autoescape=autoescape)

    def istartswith(self, other, *, escape=None, autoescape=False):
        return self.operate("istartswith", other, escape=escape, autoescape=autoescape)

    def endswith(self, other, *, escape=None, autoescape=False):
        return self.operate("endswith", other, escape=escape, autoescape=autoescape)

    def iendswith(self, other, *, escape=None, autoescape=False):
        return self.operate("iendswith", other, escape=escape, autoescape=autoescape)

    def contains(self, other, *, escape=None, autoescape=False):
        return self.operate("contains", other, escape=escape, autoescape=autoescape)

    def icontains(self, other, *, escape=None, autoescape=False):
        return self.operate("icontains", other, escape=escape, autoescape=autoescape)

    def match(self, other, **kw):
        return self.operate("match", other)

    def regexp_match(self, pattern, flags=None):
        return self.operate("regexp_match", pattern, flags=flags)

    def regexp_replace(self, pattern, replacement, flags=None):
        return self.operate("regexp_replace", pattern, replacement, flags=flags)

    def desc(self):
        return self.operate("desc")

    def asc(self):
        return self.operate("asc")

    def nulls_first(self):
        return self.operate("nulls_first")

    def nulls_last(self):
        return self.operate("nulls_last")

    nullsfirst = nulls_first
    nullslast = nulls_last

    def collate(self, collation):
        return self.operate("collate", collation)

    def between(self, cleft, cright, symmetric=False):
        return self.operate("between", cleft, cright, symmetric=symmetric)

    def distinct(self):
        return self.operate("distinct")

    def any_(self):
        return self.operate("any")

    def all_(self):
        return self.operate("all")

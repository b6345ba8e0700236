"""Arrays."""

import operator as _operator

import _sqlalchemy as _n

from ...sql import sqltypes
from ...sql.elements import ColumnElement, ExpressionClauseList
from .operators import CONTAINED_BY, CONTAINS, OVERLAP


def Any(other, arrexpr, operator=_operator.eq):
    return arrexpr.any(other, operator)


def All(other, arrexpr, operator=_operator.eq):
    return arrexpr.all(other, operator)


def _by(op):
    def compare(self, other, **kw):
        return op(self.expr, other, result_type=sqltypes.Boolean)
    return compare


class ARRAY(sqltypes.ARRAY):
    class Comparator(sqltypes.ARRAY.Comparator):
        contains, contained_by, overlap = map(_by, (CONTAINS, CONTAINED_BY, OVERLAP))

    comparator_factory = Comparator


class array(ExpressionClauseList):
    """`ARRAY[a, b]`"""

    __visit_name__ = "array"
    stringify_dialect = "postgresql"

    def __new__(cls, *args, **kw):
        return ColumnElement.__new__(cls)

    def __init__(self, clauses, *, type_=None, **kw):
        items = [it if isinstance(it, ColumnElement) else _n.as_element(it) for it in [*clauses]]
        first = sqltypes.to_instance(type_) if type_ is not None else items[0].type if items else sqltypes.NULLTYPE
        if isinstance(first, sqltypes.ARRAY):
            made = ARRAY(first.item_type, dimensions=2 if first.dimensions is None else first.dimensions + 1)
        else:
            made = ARRAY(first)
        self._take(_n.array_literal(items, made))

"""Arrays."""

import operator as _operator

from ...sql import sqltypes
from ...sql.elements import ExpressionClauseList, all_, any_, bindparam
from ...sql.type_api import TypeEngine
from .operators import CONTAINED_BY, CONTAINS, OVERLAP

_MIRRORED = {"lt": "gt", "gt": "lt", "le": "ge", "ge": "le"}


def Any(other, arrexpr, operator=_operator.eq):
    return arrexpr.any(other, operator)


def All(other, arrexpr, operator=_operator.eq):
    return arrexpr.all(other, operator)


class array(ExpressionClauseList):
    def __new__(cls, clauses, *, type_=None, **kw):
        raise NotImplementedError("postgresql.array() is not part of the playground")


def _by(op):
    def compare(self, other, **kw):
        return op(self.expr, other, result_type=sqltypes.Boolean)
    return compare


class ARRAY(sqltypes.ARRAY):
    class Comparator(TypeEngine.Comparator):
        contains, contained_by, overlap = map(_by, (CONTAINS, CONTAINED_BY, OVERLAP))

        def _each(self, modifier, other, operator):
            bound = other if hasattr(other, "__clause_element__") or hasattr(other, "self_group") else bindparam(
                getattr(self.expr, "key", None), other, type_=self.type.item_type, unique=True)
            name = operator.__name__
            return getattr(_operator, _MIRRORED.get(name, name))(modifier(self.expr), bound)

        def any(self, other, operator=_operator.eq):
            return self._each(any_, other, operator)

        def all(self, other, operator=_operator.eq):
            return self._each(all_, other, operator)

    comparator_factory = Comparator

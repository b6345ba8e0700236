"""Constructs that only PostgreSQL has."""

import _sqlalchemy as _n

from ...sql import functions, sqltypes
from ...sql.elements import ColumnElement
from . import types
from .array import ARRAY

class aggregate_order_by(ColumnElement):
    """`target ORDER BY a, b` as the argument of an aggregate function."""

    __visit_name__ = "aggregate_order_by"

    def __new__(cls, target, *order_by):
        return _n.Element.__new__(cls)

    def __init__(self, target, *order_by):
        if not order_by:
            raise TypeError("at least one ORDER BY element is required")
        self._take(_n.ordered_argument(target, list(order_by)))


class ExcludeConstraint:
    def __init__(self, *elements, **kw):
        raise NotImplementedError("postgresql.ExcludeConstraint is not part of the playground")


def array_agg(*arg, **kw):
    kw["_default_array_type"] = ARRAY
    return functions.func.array_agg(*arg, **kw)


class _regconfig_fn(functions.GenericFunction):
    _register = False
    _leading = 1

    def __init__(self, *args, **kwargs):
        args = list(args)
        if self._has_regconfig(args):
            args[0] = _n.bindparam(self.name, args[0], types.REGCONFIG, True, False, False, False, None) if isinstance(
                args[0], str) else args[0]
        super().__init__(*args, **kwargs)

    def _has_regconfig(self, args):
        return len(args) > 1


def _text_search(name, type_):
    globals()[name] = type(_regconfig_fn)(name, (_regconfig_fn,), {"type": type_, "__module__": __name__})


_text_search("to_tsvector", types.TSVECTOR)
for _name in ("to_tsquery", "plainto_tsquery", "phraseto_tsquery", "websearch_to_tsquery"):
    _text_search(_name, types.TSQUERY)


class ts_headline(_regconfig_fn):
    type = sqltypes.TEXT

    def _has_regconfig(self, args):
        return len(args) > 1 and not (isinstance(args[1], ColumnElement) and isinstance(args[1].type, types.TSQUERY))


class DistinctOnClause:
    def __init__(self, distinct_on):
        self._distinct_on = tuple(distinct_on)

    def apply_to_select(self, select_stmt):
        return _n.select_distinct(select_stmt, list(self._distinct_on))


def distinct_on(*expr):
    return DistinctOnClause(expr)

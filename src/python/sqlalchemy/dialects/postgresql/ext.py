"""Constructs that only PostgreSQL has."""

import _sqlalchemy as _n

from ... import exc
from ...sql import coercions, functions, roles, sqltypes
from ...sql.base import ClauseElement, SyntaxExtension
from ...sql.constraints import ColumnCollectionConstraint, _ddl_items
from ...sql.dialect_kwargs import plain_option
from ...sql.elements import ColumnElement, text
from ...sql.schema import Column
from ...sql.visitors import InternalTraversal
from . import types
from .array import ARRAY

class aggregate_order_by(ColumnElement):
    """`target ORDER BY a, b` as the argument of an aggregate function."""

    __visit_name__ = "aggregate_order_by"
    stringify_dialect = "postgresql"

    def __new__(cls, target, *order_by):
        return _n.Element.__new__(cls)

    def __init__(self, target, *order_by):
        if not order_by:
            raise TypeError("at least one ORDER BY element is required")
        self._take(_n.ordered_argument(target, list(order_by)))


class ExcludeConstraint(ColumnCollectionConstraint):
    __visit_name__ = "exclude_constraint"
    inherit_cache = False
    where = None

    def __init__(self, *elements, name=None, deferrable=None, initially=None, info=None, using="gist", where=None, ops={}):
        expressions, operators = zip(*elements)
        self.using, self.ops = using, ops
        if where is not None:
            self.where = text(where) if isinstance(where, str) else where
        _n.constraint_init(self, "exclude", name, [], [using, self.where, plain_option(ops)])
        self._options(deferrable, initially, info, None, {})
        expressions = _ddl_items(expressions)
        self._render_exprs = [(it, it if isinstance(it, str) else getattr(it, "name", None), operator)
                              for it, operator in zip(expressions, operators)]
        self.operators = {name: operator for _, name, operator in self._render_exprs if name is not None}
        self._names = [it for it in expressions if isinstance(it, (str, Column))]
        if not any(isinstance(it, str) for it in expressions):
            self._attach_now(expressions)

    def _set_table(self, table):
        super()._set_table(table)
        self._render_exprs = [(table.c[it] if isinstance(it, str) else it, *rest) for it, *rest in self._render_exprs]
        _n.exclude_elements(self, [it[0] for it in self._render_exprs], [it[2] for it in self._render_exprs])

    def _copy_to(self, table, schema=None):
        return ExcludeConstraint(
            *[(it.key if isinstance(it, Column) else it, operator) for it, _, operator in self._render_exprs],
            name=self.name, deferrable=self.deferrable, initially=self.initially, where=self.where, using=self.using,
            ops=self.ops)


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


_MIXED = "Cannot mix ``select.ext(distinct_on(...))`` and ``select.distinct(...)``"


class DistinctOnClause(SyntaxExtension, ClauseElement):
    stringify_dialect = "postgresql"
    __visit_name__ = "postgresql_distinct_on"
    _traverse_internals = [("_distinct_on", InternalTraversal.dp_clauseelement_tuple)]

    def __init__(self, distinct_on):
        self._distinct_on = tuple(coercions.expect(roles.ByOfRole, it) for it in distinct_on)

    def apply_to_select(self, select_stmt):
        if _n.select_attr(select_stmt, "distinct_on"):
            raise exc.InvalidRequestError(_MIXED)
        _n.set_distinct(select_stmt)
        select_stmt.apply_syntax_extension_point(self._merge_other_distinct, "pre_columns")

    def _merge_other_distinct(self, existing):
        others = [it for it in existing if not isinstance(it, DistinctOnClause)]
        known = [element for it in existing if isinstance(it, DistinctOnClause) for element in it._distinct_on]
        return [*others, DistinctOnClause((*known, *self._distinct_on))]

    def _written(self, compiler, **kw):
        if compiler.dialect.name not in ("postgresql", "default"):
            raise exc.UnsupportedCompilationError(compiler, type(self))
        if not self._distinct_on:
            return None
        return "ON (" + ", ".join(compiler.process(it, **kw) for it in self._distinct_on) + ")"


def distinct_on(*expr):
    return DistinctOnClause(expr)

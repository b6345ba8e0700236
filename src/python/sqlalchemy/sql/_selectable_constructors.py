"""The functions that make SELECT and what it selects from."""

import _sqlalchemy as _n

from .. import exc
from .selectable import CompoundSelect, HasCTE, Select, TableClause, Values


def select(*entities, **kw):
    if kw:
        raise exc.ArgumentError("Additional keyword arguments are not accepted by this function/method.  The presence of "
                                "**kw is for pep-484 typing purposes")
    return Select(*entities)


def _compound(keyword):
    def made(*selects):
        return CompoundSelect(keyword, *selects)
    made.__name__ = keyword
    return made


union, union_all, except_, except_all, intersect, intersect_all = map(
    _compound, ("union", "union_all", "except", "except_all", "intersect", "intersect_all"))


def alias(selectable, name=None, flat=False):
    return selectable.alias(name=name)


def lateral(selectable, name=None):
    return selectable.lateral(name=name)


def tablesample(selectable, sampling, name=None, seed=None):
    return selectable.tablesample(sampling, name=name, seed=seed)


def cte(selectable, name=None, recursive=False):
    if not isinstance(selectable, HasCTE):
        raise exc.ArgumentError("Row returning expression such as a SELECT, a FROM clause, or an INSERT/UPDATE/DELETE with "
                                f"RETURNING expected, got {selectable!r}.")
    return selectable.cte(name=name, recursive=recursive)


def subquery(alias, *args):
    return select(*args).subquery(alias)


def join(left, right, onclause=None, isouter=False, full=False):
    return _n.join(left, right, onclause, isouter, full)


def outerjoin(left, right, onclause=None, full=False):
    return _n.join(left, right, onclause, True, full)


def table(name, *columns, **kw):
    return TableClause(name, *columns, **kw)


def values(*columns, name=None, literal_binds=False):
    return Values(*columns, name=name, literal_binds=literal_binds)

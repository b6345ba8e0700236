"""Questions about expressions and statements, answered by walking through them."""

from . import visitors
from .elements import BindParameter, Grouping, Label, UnaryExpression
from .operators import is_order_by_modifier
from .selectable import Alias, FromClause, Join, TableClause


def find_tables(clause, *, check_columns=False, include_aliases=False, include_joins=False, include_selects=False,
                include_crud=False):
    tables, wanted = [], {"table"}
    if include_selects:
        wanted |= {"select", "compound_select"}
    if include_joins:
        wanted.add("join")
    if include_aliases:
        wanted |= {"alias", "subquery", "tablesample", "lateral"}
    for element in visitors.iterate(clause):
        name = element.__visit_name__
        if name in wanted:
            tables.append(element)
        elif include_crud and name in ("insert", "update", "delete"):
            tables.append(element.table)
        elif check_columns and name == "column" and element.table is not None:
            tables.append(element.table)
    return tables


def bind_values(clause):
    """The values of the bound parameters, in the order in which they are met."""
    return [element.effective_value for element in visitors.iterate(clause) if isinstance(element, BindParameter)]


def clause_is_present(clause, search):
    left = [search]
    while left:
        element = left.pop()
        if clause is element or isinstance(clause, _n.FromObject) and clause == element:
            return True
        if isinstance(element, Join):
            left += [element.left, element.right]
    return False


def tables_from_leftmost(clause):
    if isinstance(clause, Join):
        yield from tables_from_leftmost(clause.left)
        yield from tables_from_leftmost(clause.right)
    else:
        yield clause


def unwrap_order_by(clause):
    """The expressions of an ORDER BY, without labels, parentheses and directions."""
    result, left = [], [clause]
    while left:
        element = left.pop(0)
        if isinstance(element, (Label, Grouping)):
            left.append(element.element)
        elif isinstance(element, UnaryExpression) and is_order_by_modifier(element.modifier):
            left.append(element.element)
        elif not any(element is it for it in result):
            result.append(element)
    return result


class ClauseAdapter(visitors.ReplacingExternalTraversal):
    """Replaces columns by those that correspond to them in another FROM element."""

    def __init__(self, selectable, equivalents=None, include_fn=None, exclude_fn=None):
        self.selectable, self.include_fn, self.exclude_fn = selectable, include_fn, exclude_fn

    def replace(self, elem):
        if isinstance(elem, TableClause) and isinstance(self.selectable, Alias) and self.selectable.element == elem:
            return self.selectable
        if elem.__visit_name__ != "column":
            return None
        if self.include_fn and not self.include_fn(elem) or self.exclude_fn and self.exclude_fn(elem):
            return None
        return self.selectable.corresponding_column(elem)


def reduce_columns(columns, *clauses, only_synonyms=False):
    from ..util import OrderedSet
    from ._selectable_constructors import select
    return OrderedSet(select(*columns).where(*(it for it in clauses if it is not None))
                      .reduce_columns(only_synonyms).selected_columns)


def join_condition(a, b, a_subset=None, consider_as_foreign_keys=None):
    if a_subset is not None or consider_as_foreign_keys is not None:
        raise NotImplementedError("join_condition(a_subset=, consider_as_foreign_keys=) is not part of the playground")
    return a.join(b).onclause

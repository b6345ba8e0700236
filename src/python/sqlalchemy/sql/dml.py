"""INSERT, UPDATE, DELETE."""

import _sqlalchemy as _n

from .. import exc
from .base import ClauseElement, Executable
from .selectable import HasCTE, HasPrefixes


class UpdateBase(_n.StatementObject, HasCTE, HasPrefixes, Executable, ClauseElement):
    is_dml = True

    @property
    def table(self):
        return _n.select_attr(self, "table")

    def returning(self, *cols, sort_by_parameter_order=False):
        return _n.returning(self, list(cols), sort_by_parameter_order)

    def return_defaults(self, *cols, supplemental_cols=None, sort_by_parameter_order=False):
        return _n.return_defaults(self, list(cols), list(supplemental_cols or ()), sort_by_parameter_order)

    def with_hint(self, text, selectable=None, dialect_name="*"):
        raise NotImplementedError("with_hint() of INSERT, UPDATE and DELETE is not part of the playground")

    @property
    def exported_columns(self):
        return _n.columns_of(self)


class ValuesBase(UpdateBase):
    def values(self, *args, **kwargs):
        return _n.dml_values(self, *args, **kwargs)


class Insert(ValuesBase):
    __visit_name__ = "insert"
    is_insert = True

    def __init__(self, table):
        _n.dml_init(self, "insert", table)

    def inline(self):
        return _n.dml_inline(self)

    def from_select(self, names, select, include_defaults=True):
        return _n.from_select(self, list(names), select, include_defaults)


class _Where:
    __slots__ = ()

    def where(self, *whereclause):
        return _n.select_where(self, list(whereclause), False)

    filter = where

    def filter_by(self, **kwargs):
        return _n.filter_by(self, **kwargs)


class Update(_Where, ValuesBase):
    __visit_name__ = "update"
    is_update = True

    def __init__(self, table):
        _n.dml_init(self, "update", table)

    def ordered_values(self, *args):
        return _n.ordered_values(self, list(args))

    def inline(self):
        return self


class Delete(_Where, UpdateBase):
    __visit_name__ = "delete"
    is_delete = True

    def __init__(self, table):
        _n.dml_init(self, "delete", table)

    def using(self, *froms):
        raise NotImplementedError("Delete.using() is not part of the playground")


def insert(table):
    return Insert(table)


def update(table):
    return Update(table)


def delete(table):
    return Delete(table)


def from_dml_column(column):
    raise NotImplementedError("from_dml_column() is not part of the playground")

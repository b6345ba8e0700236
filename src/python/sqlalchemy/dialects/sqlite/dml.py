"""INSERT with ON CONFLICT."""

import _sqlalchemy as _n

from ...sql.dml import Insert as StandardInsert


def _assignments(set_):
    """`set_=` of ON CONFLICT as a dictionary."""
    if isinstance(set_, dict):
        if not set_:
            raise ValueError("set parameter dictionary must not be empty")
        return set_
    if not isinstance(set_, _n.ReadOnlyColumnCollection):
        raise ValueError("set parameter must be a non-empty dictionary or a ColumnCollection such as the `.c.` collection "
                         "of a Table object")
    return dict(set_.items())


class Insert(StandardInsert):
    stringify_dialect = "sqlite"
    inherit_cache = True

    @property
    def excluded(self):
        return _n.columns_under(self, "excluded")

    def on_conflict_do_update(self, index_elements=None, index_where=None, set_=None, where=None):
        return _n.on_conflict(self, "sqlite", index_elements, None, index_where, _assignments(set_), where)

    def on_conflict_do_nothing(self, index_elements=None, index_where=None):
        return _n.on_conflict(self, "sqlite", index_elements, None, index_where, None, None)


def insert(table):
    return Insert(table)

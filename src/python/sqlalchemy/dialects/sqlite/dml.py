"""INSERT with ON CONFLICT."""

import _sqlalchemy as _n

from ...sql.dml import Insert as StandardInsert


class Insert(StandardInsert):
    inherit_cache = True

    def compile(self, bind=None, dialect=None, **kw):
        if dialect is None and bind is None:
            from .. import _default
            dialect = _default()
        return super().compile(bind, dialect, **kw)

    @property
    def excluded(self):
        return _n.excluded(self)

    def on_conflict_do_update(self, index_elements=None, index_where=None, set_=None, where=None, constraint=None):
        if not set_:
            raise ValueError("set parameter must not be empty")
        if not isinstance(set_, dict):
            items = set_.items() if hasattr(set_, "items") else None
            if items is None:
                raise ValueError("set parameter must be a non-empty dictionary or a ColumnCollection such as the "
                                 "`.c.` collection of a Table object")
            set_ = dict(items)
        return _n.on_conflict(self, index_elements, constraint, index_where, set_, where)

    def on_conflict_do_nothing(self, index_elements=None, index_where=None, constraint=None):
        return _n.on_conflict(self, index_elements, constraint, index_where, None, None)


def insert(table):
    return Insert(table)

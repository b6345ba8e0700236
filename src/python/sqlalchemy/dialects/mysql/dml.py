"""INSERT ... ON DUPLICATE KEY UPDATE."""

import _sqlalchemy as _n

from ... import exc, util
from ...sql.dml import Insert as StandardInsert


class Insert(StandardInsert):
    stringify_dialect = "mysql"
    inherit_cache = False

    @property
    def inserted(self):
        return util.ReadOnlyProperties({
            key: _n.function([], "VALUES", [_n.plain_column(c.name, c.type)], c.type)
            for key, c in self.table.c.items()})

    def on_duplicate_key_update(self, *args, **kw):
        if args and kw:
            raise exc.ArgumentError("Can't pass kwargs and positional arguments simultaneously")
        if args:
            if len(args) > 1:
                raise exc.ArgumentError("Only a single dictionary or list of tuples is accepted positionally.")
            values = args[0]
        else:
            values = kw
        ordered = isinstance(values, list) and bool(values) and isinstance(values[0], tuple)
        if ordered:
            values = dict(values)
        if isinstance(values, _n.ReadOnlyColumnCollection):
            values = dict(values.items())
        elif not isinstance(values, dict):
            raise ValueError("update parameter must be a non-empty dictionary or a ColumnCollection such as the `.c.` "
                             "collection of a Table object")
        elif not values:
            raise ValueError("update parameter dictionary must not be empty")
        return _n.on_conflict(self, "mysql_ordered" if ordered else "mysql", None, None, None, values, None)


def insert(table):
    return Insert(table)


def limit(limit):
    raise NotImplementedError("mysql.limit() is not part of the playground")

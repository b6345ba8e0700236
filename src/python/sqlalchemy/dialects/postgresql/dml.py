"""INSERT with ON CONFLICT."""

from ..sqlite.dml import Insert as _Insert


class Insert(_Insert):
    stringify_dialect = "postgresql"
    inherit_cache = False

    def compile(self, bind=None, dialect=None, **kw):
        if dialect is None and bind is None:
            from .base import dialect as postgresql
            dialect = postgresql()
        return super().compile(bind, dialect, **kw)


def insert(table):
    return Insert(table)

"""INSERT ... ON DUPLICATE KEY UPDATE."""

import _sqlalchemy as _n

from ... import exc
from ...sql.base import ClauseElement, SyntaxExtension
from ...sql.dml import Insert as StandardInsert
from ...sql.visitors import InternalTraversal


class Insert(StandardInsert):
    stringify_dialect = "mysql"
    inherit_cache = False

    @property
    def inserted(self):
        return _n.columns_under(self, "inserted")

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


class DMLLimitClause(SyntaxExtension, ClauseElement):
    """LIMIT of UPDATE and DELETE."""

    stringify_dialect = "mysql"
    __visit_name__ = "mysql_dml_limit_clause"
    _traverse_internals = [("_limit_clause", InternalTraversal.dp_clauseelement)]

    def __init__(self, limit):
        self._limit_clause = _n.limit_clause(limit)

    def apply_to_update(self, update_stmt):
        update_stmt.apply_syntax_extension_point(self.append_replacing_same_type, "post_criteria")

    apply_to_delete = apply_to_update

    def _written(self, compiler, **kw):
        if compiler.dialect.name not in ("mysql", "mariadb", "default"):
            raise exc.UnsupportedCompilationError(compiler, type(self))
        kw["literal_execute"] = True
        return f"LIMIT {compiler.process(self._limit_clause, **kw)}"


def limit(limit):
    return DMLLimitClause(limit)

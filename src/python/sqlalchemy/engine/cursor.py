"""Results of statements that were sent."""

import _sqlalchemy as _n

from .. import exc
from .result import Result, result_tuple


class Cursor:
    """`result.cursor`: its description only."""

    arraysize = 1

    def __init__(self, info):
        self.description = [(name, None, None, None, None, None, None) for name in info.column_names()] or None
        self.rowcount = info.rowcount
        self.lastrowid = info.lastrowid


class CursorResult(Result):
    _by_cursor = True

    @property
    def rowcount(self):
        return self._cursor_info.rowcount

    @property
    def lastrowid(self):
        return None if self._cursor_info.is_executemany else self._cursor_info.lastrowid

    @property
    def returns_rows(self):
        return self._state()[2]

    @property
    def connection(self):
        return self.context.root_connection

    @property
    def dialect(self):
        return self.context.dialect

    @property
    def is_insert(self):
        return self._cursor_info.kind == "insert"

    @property
    def cursor(self):
        return None if self._state()[0] else Cursor(self._cursor_info)

    @property
    def context(self):
        return self._cursor_info.context

    def supports_sane_rowcount(self):
        return True

    def supports_sane_multi_rowcount(self):
        return True

    @property
    def inserted_primary_key_rows(self):
        info = self._cursor_info
        if not info.is_compiled:
            raise exc.InvalidRequestError("Statement is not a compiled expression construct.")
        if info.kind != "insert":
            raise exc.InvalidRequestError("Statement is not an insert() expression construct.")
        if info.has_returning:
            raise exc.InvalidRequestError("Can't call inserted_primary_key when returning() is used.")
        names, rows = info.primary_keys()
        make = result_tuple(names)
        return [make(row) for row in rows]

    @property
    def inserted_primary_key(self):
        if self._cursor_info.is_executemany:
            raise exc.InvalidRequestError(
                "This statement was an executemany call; if primary key returning is supported, please use "
                ".inserted_primary_key_rows.")
        rows = self.inserted_primary_key_rows
        return rows[0] if rows else None

    def _checked(self, *kinds):
        info = self._cursor_info
        if not info.is_compiled:
            raise exc.InvalidRequestError("Statement is not a compiled expression construct.")
        if info.kind not in kinds:
            raise exc.InvalidRequestError(
                "Statement is not an %s expression construct." % " or ".join(f"{k}()" for k in kinds))
        return info

    def _params(self, kind):
        info = self._checked(kind)
        sets = info.parameters()
        return sets if info.is_executemany else sets[0]

    def last_inserted_params(self):
        return self._params("insert")

    def last_updated_params(self):
        return self._params("update")

    def postfetch_cols(self):
        return self._checked("insert", "update").columns("postfetch")

    def prefetch_cols(self):
        info = self._checked("insert", "update")
        return info.columns("insert_prefetch" if info.kind == "insert" else "update_prefetch")

    def lastrow_has_defaults(self):
        return bool(self._cursor_info.columns("postfetch"))

    @property
    def returned_defaults_rows(self):
        found = self._cursor_info.returned_defaults()
        if found is None:
            return None
        make = result_tuple(found[0])
        return [make(row) for row in found[1]]

    @property
    def returned_defaults(self):
        if self._cursor_info.is_executemany:
            raise exc.InvalidRequestError(
                "This statement was an executemany call; if return defaults is supported, please use "
                ".returned_defaults_rows.")
        rows = self.returned_defaults_rows
        return rows[0] if rows else None


BufferedRowResultProxy = FullyBufferedResultProxy = LegacyCursorResult = ResultProxy = CursorResult

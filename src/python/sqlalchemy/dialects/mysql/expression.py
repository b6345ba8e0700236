"""MATCH ... AGAINST."""

import _sqlalchemy as _n

from ... import exc
from ...sql.elements import BinaryExpression

_MODES = ("in_boolean_mode", "in_natural_language_mode", "with_query_expansion")


class match(BinaryExpression):
    def __new__(cls, *cols, **kw):
        return _n.Element.__new__(cls)

    def __init__(self, *cols, **kw):
        if not cols:
            raise exc.ArgumentError("columns are required")
        against = kw.pop("against", None)
        if against is None:
            raise exc.ArgumentError("against is required")
        modes = [mode for mode in _MODES if kw.pop(mode, False)]
        if kw:
            raise exc.ArgumentError("unknown arguments: %s" % (", ".join(kw)))
        self._given = cols, against
        self._modes = modes
        self._take(_n.mysql_match(list(cols), against, ",".join(modes)))

    def _with(self, mode):
        cols, against = self._given
        return match(*cols, against=against, **dict.fromkeys([*self._modes, mode], True))

    def in_boolean_mode(self):
        return self._with("in_boolean_mode")

    def in_natural_language_mode(self):
        return self._with("in_natural_language_mode")

    def with_query_expansion(self):
        return self._with("with_query_expansion")

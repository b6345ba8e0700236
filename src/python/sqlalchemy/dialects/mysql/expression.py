"""MATCH ... AGAINST."""

from ... import exc
from ...sql.elements import BinaryExpression


class match(BinaryExpression):
    def __new__(cls, *cols, **kw):
        if not cols:
            raise exc.ArgumentError("columns are required")
        if kw.get("against") is None:
            raise exc.ArgumentError("against is required")
        raise NotImplementedError("mysql.match() is not part of the playground")

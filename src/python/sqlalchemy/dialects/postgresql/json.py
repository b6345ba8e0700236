"""JSON and JSONB with their operators."""

from ...sql import sqltypes
from ...sql.operators import OperatorClass
from .operators import (
    ASTEXT, CONTAINED_BY, CONTAINS, DELETE_PATH, HAS_ALL, HAS_ANY, HAS_KEY, JSONPATH_ASTEXT, PATH_EXISTS, PATH_MATCH)
from .types import _Plain, _pg_type


@_pg_type
class JSONPATH(sqltypes.JSON.JSONPathType):
    __visit_name__ = "JSONPATH"
    _native, _postgresql = _Plain._native, _Plain._postgresql


class JSON(sqltypes.JSON):
    render_bind_cast = True
    astext_type = sqltypes.Text()

    def __init__(self, none_as_null=False, astext_type=None):
        super().__init__(none_as_null=none_as_null)
        if astext_type is not None:
            self.astext_type = astext_type

    class Comparator(sqltypes.JSON.Comparator):
        @property
        def astext(self):
            left, right = self.expr.left, self.expr.right
            op = JSONPATH_ASTEXT if isinstance(getattr(right, "value", None), (list, tuple)) else ASTEXT
            return op(left, right, result_type=self.type.astext_type)

    comparator_factory = Comparator


def _by(op):
    def compare(self, other, **kw):
        return op(self.expr, other, result_type=sqltypes.Boolean)
    return compare


class JSONB(JSON):
    __visit_name__ = "JSONB"
    operator_classes = OperatorClass.JSON | OperatorClass.CONCATENABLE
    _spelled_for = ("postgresql", "sqlite", "mysql", "*")

    def _ddl(self, dialect):
        return None if dialect == "mysql" else "JSONB"

    class Comparator(JSON.Comparator):
        has_key, has_all, has_any = map(_by, (HAS_KEY, HAS_ALL, HAS_ANY))
        contains, contained_by, path_exists, path_match = map(_by, (CONTAINS, CONTAINED_BY, PATH_EXISTS, PATH_MATCH))

        def delete_path(self, array):
            from .array import ARRAY, array as _array
            if not isinstance(array, _array):
                array = _array(array)
            return DELETE_PATH(self.expr, array.cast(ARRAY(sqltypes.TEXT)), result_type=JSONB)

    comparator_factory = Comparator

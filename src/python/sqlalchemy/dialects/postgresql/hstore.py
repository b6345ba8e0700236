"""HSTORE and its functions."""

import _sqlalchemy as _n

from ...sql import sqltypes
from ...sql.functions import GenericFunction
from ...sql.operators import OperatorClass
from ...sql.type_api import TypeEngine
from .array import ARRAY
from .operators import CONTAINED_BY, CONTAINS, HAS_ALL, HAS_ANY, HAS_KEY
from .types import _Plain, _pg_type


def _by(op):
    def compare(self, other, **kw):
        return op(self.expr, other, result_type=sqltypes.Boolean)
    return compare


def _escaped(text, position):
    if text is None and position == "value":
        return "NULL"
    if not isinstance(text, str):
        raise ValueError("%r in %s position is not a string." % (text, position))
    return '"%s"' % text.replace("\\", "\\\\").replace('"', '\\"')


def _serialize_hstore(value):
    return ", ".join(f"{_escaped(key, 'key')}=>{_escaped(item, 'value')}" for key, item in value.items())


@_pg_type
class HSTORE(sqltypes.Indexable, sqltypes.Concatenable, TypeEngine):
    __visit_name__ = "HSTORE"
    operator_classes = (OperatorClass.BASE | OperatorClass.EQUALITY | OperatorClass.CONTAINS | OperatorClass.INDEXABLE
                        | OperatorClass.CONCATENABLE)
    hashable = False
    text_type = sqltypes.Text()
    _native, _postgresql = _Plain._native, _Plain._postgresql

    def __init__(self, text_type=None):
        if text_type is not None:
            self.text_type = text_type

    class Comparator(TypeEngine.Comparator):
        has_key, has_all, has_any, contains, contained_by = map(
            _by, (HAS_KEY, HAS_ALL, HAS_ANY, CONTAINS, CONTAINED_BY))

        def __getitem__(self, index):
            return _n.array_item(self.expr, index, self.type.text_type)

        def defined(self, key):
            return _HStoreDefinedFunction(self.expr, key)

        def delete(self, key):
            return _HStoreDeleteFunction(self.expr, _serialize_hstore(key) if isinstance(key, dict) else key)

        def slice(self, array):
            return _HStoreSliceFunction(self.expr, array)

        def keys(self):
            return _HStoreKeysFunction(self.expr)

        def vals(self):
            return _HStoreValsFunction(self.expr)

        def array(self):
            return _HStoreArrayFunction(self.expr)

        def matrix(self):
            return _HStoreMatrixFunction(self.expr)

    comparator_factory = Comparator

    def bind_processor(self, dialect):
        return lambda value: _serialize_hstore(value) if isinstance(value, dict) else value


class hstore(GenericFunction):
    type = HSTORE()


def _function(class_name, name, type_):
    globals()[class_name] = type(GenericFunction)(
        class_name, (GenericFunction,), {"name": name, "type": type_, "_register": False, "__module__": __name__})


_function("_HStoreDefinedFunction", "defined", sqltypes.Boolean())
_function("_HStoreDeleteFunction", "delete", HSTORE())
_function("_HStoreSliceFunction", "slice", HSTORE())
for _class, _name in (("Keys", "akeys"), ("Vals", "avals"), ("Array", "hstore_to_array"), ("Matrix", "hstore_to_matrix")):
    _function(f"_HStore{_class}Function", _name, ARRAY(sqltypes.Text))

"""The SQL types in capitals: written as they are named. Part of `sqlalchemy.sql.sqltypes`."""

import _sqlalchemy as _n

from .. import exc, util
from .operators import OperatorClass
from .sqltypes import (
    BigInteger, Boolean, Date, DateTime, Double, Float, Integer, JSON, LargeBinary, Numeric, SmallInteger, String, Text,
    Time, Unicode, Uuid, _Binary)
from .type_api import SchemaEventTarget, TypeEngine, to_instance

_MODULE = "sqlalchemy.sql.sqltypes"
_OLD_ANY = (
    "The ARRAY.Comparator.any() and ARRAY.Comparator.all() methods for arrays are deprecated for removal, along with the "
    "PG-specific Any() and All() functions. See any_() and all_() functions for modern use. (deprecated since: 2.1)")


def _sized(text, *sizes):
    sizes = [str(size) for size in sizes if size is not None]
    return f"{text}({', '.join(sizes)})" if sizes else text


def _collated(type_, text, dialect):
    if type_.collation is None:
        return text
    return f"{text} COLLATE {type_.collation if dialect == 'mysql' else _n.quote_name(type_.collation, dialect, None)}"


def _plain(self, dialect):
    return self.__visit_name__.replace("_", " ")


def _characters(self, dialect):
    name = self.__visit_name__
    if dialect == "mysql" and name[0] == "N":
        if name == "NVARCHAR" and not self.length:
            raise exc.CompileError("NVARCHAR requires a length on dialect mysql")
        name = "NATIONAL " + name[1:]
    if dialect == "oracle" and name == "NVARCHAR":
        return _sized("NVARCHAR2", self.length or None)
    return _collated(self, _sized(name, self.length or None), dialect)


def _with_length(self, dialect):
    return _sized(self.__visit_name__, self.length or None)


def _for_oracle(self, dialect):
    """Oracle tells those in capitals from the generic ones."""
    name = self.__visit_name__
    return f"{name}({self.length} CHAR)" if getattr(self, "length", None) and name == "VARCHAR" else name


def _exact(self, dialect):
    return _sized(self.__visit_name__, self.precision, self.precision and self.scale)


def _make(base, spell, *names):
    """Classes that derive from `base`; `spell` gives their text, where it is not that of `base`."""
    for name in names:
        members = {"__visit_name__": name, "__module__": _MODULE}
        if spell is _for_oracle:
            members.update(_ddl=spell, _spelled_for=("oracle",))
        elif spell is not None:
            members.update(_ddl=spell, _spelled_for=("*", "sqlite"))
        globals()[name] = type(base)(name, (base,), members)


_make(Integer, None, "INTEGER")
_make(SmallInteger, None, "SMALLINT")
_make(BigInteger, _for_oracle, "BIGINT")
_make(String, _for_oracle, "VARCHAR")
_make(String, _characters, "CHAR")
_make(Unicode, _characters, "NCHAR", "NVARCHAR")
NVARCHAR._spelled_for = ("*", "sqlite", "oracle")  # noqa: F821
_make(Text, _for_oracle, "TEXT")
_make(Text, _plain, "CLOB")
_make(Float, None, "FLOAT")
_make(Float, _plain, "REAL")
_make(Double, _plain, "DOUBLE", "DOUBLE_PRECISION")
_make(Numeric, None, "NUMERIC")
_make(Numeric, _exact, "DECIMAL")
_make(Date, None, "DATE")
_make(Time, None, "TIME")
_make(DateTime, _plain, "DATETIME")
_make(LargeBinary, lambda self, dialect: _with_length(self, dialect) if dialect == "mysql" else "BLOB", "BLOB")
_make(_Binary, _with_length, "BINARY", "VARBINARY")
_make(Boolean, None, "BOOLEAN")
INT = INTEGER  # noqa: F821


class TIMESTAMP(DateTime):
    __visit_name__ = _dbapi_type = "TIMESTAMP"
    __module__ = _MODULE
    _spelled_for = ("*", "sqlite", "postgresql", "oracle")

    def _ddl(self, dialect):
        if dialect == "oracle":
            return "TIMESTAMP WITH TIME ZONE" if self.timezone else "TIMESTAMP"
        if dialect != "postgresql":
            return "TIMESTAMP"
        return f"TIMESTAMP {'WITH' if self.timezone else 'WITHOUT'} TIME ZONE"


class UUID(Uuid):
    __visit_name__ = "UUID"
    __module__ = _MODULE
    _spelled_for = ("*", "sqlite")
    _ddl = _plain

    def __init__(self, as_uuid=True):
        Uuid.__init__(self, as_uuid, True)


class ARRAY(SchemaEventTarget, TypeEngine):
    operator_classes = OperatorClass.ARRAY
    __visit_name__ = "ARRAY"
    __module__ = _MODULE
    _spelled_for = ("*", "sqlite", "postgresql", "mysql", "oracle")
    python_type = list
    zero_indexes = False

    def __init__(self, item_type, as_tuple=False, dimensions=None, zero_indexes=False):
        if isinstance(item_type, ARRAY):
            raise ValueError("Do not nest ARRAY types; ARRAY(basetype) handles multi-dimensional arrays of basetype")
        self.item_type = to_instance(item_type)
        self.as_tuple, self.dimensions, self.zero_indexes = as_tuple, dimensions, zero_indexes

    @property
    def hashable(self):
        return self.as_tuple

    def _native(self):
        return ("verbatim", "ARRAY", "array")

    def _ddl(self, dialect):
        if dialect == "default":
            return "ARRAY"
        if dialect != "postgresql" or self.item_type.__visit_name__ == "null":
            return None
        from ..dialects.postgresql import dialect as found
        inner = self.item_type.compile(found())
        text, collate, rest = inner.partition(" COLLATE")
        return text + "[]" * (1 if self.dimensions is None else self.dimensions) + collate + rest

    def compare_values(self, x, y):
        return x == y

    def _item(self):
        """The type of `array[i]`."""
        if self.dimensions in (None, 1):
            return self.item_type
        return type(self)(self.item_type, self.as_tuple, self.dimensions - 1, self.zero_indexes)

    class Comparator(TypeEngine.Comparator):
        def __getitem__(self, index):
            type_ = self.type
            shift = int(type_.zero_indexes)
            if isinstance(index, slice):
                if shift:
                    index = slice(index.start + 1, index.stop + 1, index.step)
                return _n.array_slice(self.expr, index.start, index.stop, index.step)
            return _n.array_item(self.expr, index + 1 if shift else index, type_._item())

        def contains(self, *arg, **kw):
            raise NotImplementedError("ARRAY.contains() not implemented for the base ARRAY type; please use the "
                                      "dialect-specific ARRAY type")

        def _each(self, modifier, other, operator):
            name = operator.__name__
            name = {"lt": "gt", "gt": "lt", "le": "ge", "ge": "le"}.get(name, name)
            if not hasattr(other, "__clause_element__") and not hasattr(other, "self_group"):
                other = _n.bindparam(getattr(self.expr, "key", None), other, self.type.item_type, True, False, False, False,
                                     None)
            return _n.operate(name, _n.operate(modifier, self.expr), other)

        def any(self, other, operator=None):
            from operator import eq
            util.warn_deprecated(_OLD_ANY, "2.1")
            return self._each("any", other, operator or eq)

        def all(self, other, operator=None):
            from operator import eq
            util.warn_deprecated(_OLD_ANY, "2.1")
            return self._each("all", other, operator or eq)

    comparator_factory = Comparator


__all__ = [name for name in globals() if name.isupper() and name[0] != "_" and name != "JSON"]

"""PostgreSQL's types but ranges and those with a name."""

from ... import exc
from ...sql import sqltypes
from ...sql.operators import OperatorClass
from ...sql.type_api import NativeForEmulated, TypeEngine
from .bitstring import BitString


def _ddl(self, dialect):
    if dialect == "postgresql":
        return self._postgresql()
    return self.__visit_name__ if dialect == "default" else None


def _pg_type(cls):
    """Only PostgreSQL has the type: `_postgresql()` spells it."""
    cls._ddl = _ddl
    cls._spelled_for = ("postgresql", "*", "sqlite", "mysql")
    return cls


@_pg_type
class _Plain(TypeEngine):
    def _native(self):
        return ("verbatim", self.__visit_name__, "null")

    def _postgresql(self):
        return self.__visit_name__


_COMPARED = OperatorClass.BASE | OperatorClass.COMPARISON


def _named(name, base=(), operators=OperatorClass.UNSPECIFIED):
    return type(TypeEngine)(name, (*base, TypeEngine), {
        "__visit_name__": name, "__module__": __name__, "_native": _Plain._native, "_postgresql": _Plain._postgresql,
        "_ddl": _ddl, "_spelled_for": _Plain._spelled_for, "operator_classes": operators})


class _NetworkAddressTypeMixin:
    _is_user_type = True

    def coerce_compared_value(self, op, value):
        return self


_INTERNET = (_NetworkAddressTypeMixin,)
INET = _named("INET", _INTERNET, _COMPARED)
CIDR = _named("CIDR", _INTERNET, _COMPARED)
MACADDR = _named("MACADDR", _INTERNET, _COMPARED)
MACADDR8 = _named("MACADDR8", _INTERNET, _COMPARED)
MONEY = _named("MONEY")
OID = _named("OID", operators=_COMPARED)
REGCONFIG = _named("REGCONFIG", operators=_COMPARED)
REGCLASS = _named("REGCLASS", operators=_COMPARED)
TSQUERY = _named("TSQUERY", operators=_COMPARED)
TSVECTOR = _named("TSVECTOR", operators=OperatorClass.STRING)


@_pg_type
class BYTEA(sqltypes.LargeBinary):
    __visit_name__ = "BYTEA"

    def _postgresql(self):
        return "BYTEA"


class _Precise:
    def _postgresql(self):
        precision = "" if self.precision is None else f"({self.precision})"
        return f"{self.__visit_name__}{precision} {'WITH' if self.timezone else 'WITHOUT'} TIME ZONE"


@_pg_type
class TIMESTAMP(sqltypes.TIMESTAMP):
    __visit_name__ = "TIMESTAMP"
    _postgresql = _Precise._postgresql

    def __init__(self, timezone=False, precision=None):
        super().__init__(timezone=timezone)
        self.precision = precision


@_pg_type
class TIME(sqltypes.TIME):
    __visit_name__ = "TIME"
    _postgresql = _Precise._postgresql

    def __init__(self, timezone=False, precision=None):
        super().__init__(timezone=timezone)
        self.precision = precision


@_pg_type
class INTERVAL(NativeForEmulated, sqltypes._AbstractInterval):
    __visit_name__ = "INTERVAL"
    native = True

    def __init__(self, precision=None, fields=None):
        self.precision, self.fields = precision, fields

    def _native(self):
        return ("interval",)

    def _postgresql(self):
        text = "INTERVAL" if self.fields is None else "INTERVAL " + self.fields
        return text if self.precision is None else f"{text} ({self.precision})"

    @classmethod
    def adapt_emulated_to_native(cls, impl, **kw):
        return INTERVAL(precision=impl.second_precision)

    @property
    def _type_affinity(self):
        return sqltypes.Interval

    def as_generic(self, allow_nulltype=False):
        return sqltypes.Interval(native=True, second_precision=self.precision)

    def literal_processor(self, dialect):
        return lambda value: f"make_interval(secs=>{value.total_seconds()})"


@_pg_type
class BIT(TypeEngine):
    __visit_name__ = "BIT"
    operator_classes = _COMPARED | OperatorClass.BITWISE
    _native = _Plain._native
    python_type = BitString
    _is_user_type = _asks_compared = True

    def __init__(self, length=None, varying=False):
        self.length = length if varying else length or 1
        self.varying = varying

    def _postgresql(self):
        if not self.varying:
            return f"BIT({self.length})"
        return "BIT VARYING" if self.length is None else f"BIT VARYING({self.length})"

    def bind_processor(self, dialect):
        return lambda value: str(value) if isinstance(value, BitString) else value

    def result_processor(self, dialect, coltype):
        return lambda value: None if value is None else BitString(value)

    def coerce_compared_value(self, op, value):
        return self if isinstance(value, str) else super().coerce_compared_value(op, value)

    class comparator_factory(TypeEngine.Comparator):
        def __lshift__(self, other):
            return self.bitwise_lshift(other)

        def __rshift__(self, other):
            return self.bitwise_rshift(other)

        def __and__(self, other):
            return self.bitwise_and(other)

        def __or__(self, other):
            return self.bitwise_or(other)

        def __invert__(self):
            return self.bitwise_not()


@_pg_type
class CITEXT(sqltypes.TEXT):
    __visit_name__ = "CITEXT"

    def _postgresql(self):
        return "CITEXT"

    def coerce_compared_value(self, op, value):
        return self


class PGUuid(sqltypes.UUID):
    adapt_emulated_to_native = classmethod(lambda cls, impl, **kw: cls(as_uuid=impl.as_uuid))
    adapt_native_to_emulated = NativeForEmulated.adapt_native_to_emulated


PGInet, PGCidr, PGMacAddr, PGMacAddr8, PGInterval, PGBit = INET, CIDR, MACADDR, MACADDR8, INTERVAL, BIT

"""The generic SQL types. Those in capitals are in `uppercase` and Enum is in `enumerated`; this module passes them on."""

import _sqlalchemy as _n

from .. import exc, util
from .operators import OperatorClass, custom_op
from .type_api import (
    NO_ARG, Emulated, ExternalType, NativeForEmulated, NullType, SchemaEventTarget, TypeDecorator, TypeEngine,
    TypeEngineMixin, UserDefinedType, Variant, adapt_type, common_comparators, to_instance)

NullType.__module__ = __name__


def _with_comparator(cls):
    """Gives types a comparator of their own, which does what every type's does."""
    made = type(cls)("Comparator", (TypeEngine.Comparator,), {
        "__module__": __name__, "__qualname__": cls.__name__ + ".Comparator", "__slots__": ()})
    common_comparators.add(made)
    cls.Comparator = cls.comparator_factory = made
    return cls


_with_comparator(NullType)


def _quoted(text, dialect):
    text = text.replace("'", "''")
    if dialect.identifier_preparer._double_percents:
        text = text.replace("%", "%%")
    return f"'{text}'"


@_with_comparator
class Concatenable(TypeEngineMixin):
    pass


class Indexable(TypeEngineMixin):
    class Comparator(TypeEngine.Comparator):
        __slots__ = ()

        def _setup_getitem(self, index):
            raise NotImplementedError()

        def __getitem__(self, index):
            op, index, type_ = self._setup_getitem(index)
            if isinstance(op, custom_op):
                return self.operate(op, index, result_type=type_)
            return _n.indexed(self.expr, op, index, type_)

    comparator_factory = Comparator


@_with_comparator
class HasExpressionLookup(TypeEngineMixin):
    pass


class Integer(HasExpressionLookup, TypeEngine):
    operator_classes = OperatorClass.INTEGER
    __visit_name__ = "integer"
    _dbapi_type = "NUMBER"
    python_type = int
    _literal_value = None

    def _native(self):
        return ("integer",)

    def literal_processor(self, dialect):
        return lambda value: str(int(value))


class SmallInteger(Integer):
    __visit_name__ = "small_integer"

    def _native(self):
        return ("small_integer",)


class BigInteger(Integer):
    __visit_name__ = "big_integer"

    def _native(self):
        return ("big_integer",)


class String(Concatenable, TypeEngine):
    operator_classes = OperatorClass.STRING
    __visit_name__ = "string"
    _dbapi_type = "STRING"
    python_type = str
    _literal_value = None

    def __init__(self, length=None, collation=None, collation_schema=None):
        if collation_schema is not None and collation is None:
            raise exc.ArgumentError("the 'collation_schema' parameter of String requires the 'collation' parameter to "
                                    "also be present")
        util.refuse("String", collation_schema=collation_schema)
        self.length, self.collation, self.collation_schema = length, collation, collation_schema
        if not isinstance(collation, (str, type(None))):
            self._spelled_for = TypeEngine._spelled_for

    def _native(self):
        if not _natural(self.length):
            return ("verbatim", f"VARCHAR({self.length})", "string")
        return ("string", self.length, self.collation)

    def _ddl(self, dialect):
        text = f"VARCHAR({self.length})" if self.length else "VARCHAR"
        return f"{text} COLLATE {self.collation if dialect == 'mysql' else self.collation.lower()}"

    def literal_processor(self, dialect):
        return lambda value: _quoted(value, dialect)


class Text(String):
    __visit_name__ = "text"

    def _native(self):
        return ("text", self.length, self.collation)


class Unicode(String):
    __visit_name__ = "unicode"


class UnicodeText(Text):
    __visit_name__ = "unicode_text"


def _number_text(value):
    _decimal(value)  # raises for what is no number
    return str(value)


def _natural(size):
    return not size or isinstance(size, int) and 0 < size < 1 << 32


def _decimal(value):
    import decimal
    return decimal.Decimal(value)


class NumericCommon(TypeEngineMixin):
    operator_classes = OperatorClass.NUMERIC
    _dbapi_type = "NUMBER"
    _default_decimal_return_scale = 10
    scale = precision = decimal_return_scale = None
    asdecimal = False

    @property
    def python_type(self):
        if self.asdecimal:
            import decimal
            return decimal.Decimal
        return float

    @property
    def _effective_decimal_return_scale(self):
        if self.decimal_return_scale is not None:
            return self.decimal_return_scale
        return self._default_decimal_return_scale if self.scale is None else self.scale

    def bind_processor(self, dialect):
        if dialect.supports_native_decimal:
            return None
        return lambda value: None if value is None else float(value)

    def literal_processor(self, dialect):
        return _number_text

    def result_processor(self, dialect, coltype):
        if not self.asdecimal or dialect.supports_native_decimal:
            return None
        form = "%%.%df" % self._effective_decimal_return_scale
        return lambda value: None if value is None else _decimal(form % value)


class Numeric(NumericCommon, HasExpressionLookup, TypeEngine):
    __visit_name__ = "numeric"
    bind_processor = NumericCommon.bind_processor
    literal_processor = NumericCommon.literal_processor
    result_processor = NumericCommon.result_processor

    def __init__(self, precision=None, scale=None, decimal_return_scale=None, asdecimal=True):
        self.precision, self.scale = precision, scale
        self.decimal_return_scale, self.asdecimal = decimal_return_scale, asdecimal

    def _native(self):
        if not (_natural(self.precision) and _natural(self.scale)):
            sizes = [str(size) for size in (self.precision, self.scale) if size is not None]
            return ("verbatim", f"NUMERIC({', '.join(sizes)})", "numeric")
        return ("numeric", self.precision, self.scale, self.asdecimal)


class Float(NumericCommon, HasExpressionLookup, TypeEngine):
    __visit_name__ = "float"
    bind_processor = NumericCommon.bind_processor
    literal_processor = NumericCommon.literal_processor
    result_processor = NumericCommon.result_processor

    def __init__(self, precision=None, asdecimal=False, decimal_return_scale=None):
        self.precision, self.asdecimal, self.decimal_return_scale = precision, asdecimal, decimal_return_scale

    # What decimal digits are in binary ones Oracle wants to be told.
    _spelled_for = property(lambda self: ("oracle",) if self.precision else ())

    def _ddl(self, dialect):
        name = type(self).__name__
        raise exc.ArgumentError(
            "Oracle Database FLOAT types use 'binary precision', which does not convert cleanly from decimal "
            f"'precision'.  Please specify this type with a separate Oracle Database variant, such as "
            f"{name}(precision={self.precision}).with_variant(oracle.FLOAT(binary_precision="
            f"{int(self.precision / 0.30103)}), 'oracle'), so that the Oracle Database specific 'binary_precision' may "
            "be specified accurately.")

    def _native(self):
        return ("float", self.precision, self.asdecimal)


class Double(Float):
    __visit_name__ = "double"
    # MySQL's own DOUBLE takes the place of the type, and no precision without a scale.
    _spelled_for = property(lambda self: () if self.precision is None else ("mysql", "oracle"))

    def _ddl(self, dialect):
        if dialect == "oracle":
            return f"DOUBLE PRECISION({self.precision})"
        raise exc.ArgumentError("You must specify both precision and scale or omit both altogether.")

    def _spell(self, name, dialect):
        return "DOUBLE" if name == "mysql" and type(self) is Double else super()._spell(name, dialect)

    def _native(self):
        return ("double", self.asdecimal)


class _Moment(HasExpressionLookup, TypeEngine):
    """A date or time: SQLite's text for it is made natively."""

    operator_classes = OperatorClass.DATETIME
    _dbapi_type = "DATETIME"
    _literal_value = None

    def literal_processor(self, dialect):
        if dialect.name == "sqlite":
            process = self.bind_processor(dialect)
            return lambda value: f"'{process(value)}'"
        return lambda value: f"'{value.isoformat()}'".replace("T", " ")


class DateTime(_Moment):
    __visit_name__ = "datetime"

    def __init__(self, timezone=False):
        self.timezone = timezone

    def _native(self):
        return ("datetime", self.timezone)

    @property
    def python_type(self):
        import datetime
        return datetime.datetime


class Date(_Moment):
    __visit_name__ = "date"

    def _native(self):
        return ("date",)

    @property
    def python_type(self):
        import datetime
        return datetime.date


class Time(_Moment):
    __visit_name__ = "time"

    def __init__(self, timezone=False):
        self.timezone = timezone

    def _native(self):
        return ("time", self.timezone)

    @property
    def python_type(self):
        import datetime
        return datetime.time


for _class in (DateTime, Date, Time):
    _class._converts = _class


class _AbstractInterval(HasExpressionLookup, TypeEngine):
    operator_classes = OperatorClass.DATETIME

    @property
    def python_type(self):
        import datetime
        return datetime.timedelta


@_with_comparator
class Interval(Emulated, _AbstractInterval):
    __visit_name__ = "type_decorator"
    impl = DateTime
    _dbapi_type = "DATETIME"

    def __init__(self, native=True, second_precision=None, day_precision=None):
        self.native, self.second_precision, self.day_precision = native, second_precision, day_precision
        if not native or second_precision is not None or day_precision is not None:
            self._spelled_for = ("postgresql", "oracle")

    def _native(self):
        return ("interval",)

    def _ddl(self, dialect):
        if dialect == "oracle":
            from ..dialects.oracle.types import INTERVAL
            return INTERVAL(self.day_precision, self.second_precision)._oracle() if self.native else "DATE"
        if not self.native:
            return "TIMESTAMP WITHOUT TIME ZONE"
        return "INTERVAL" if self.second_precision is None else "INTERVAL (%d)" % self.second_precision

    def repr_struct(self):
        return util.GenericRepr(self, to_inspect=DateTime())

    @property
    def epoch(self):
        import datetime
        return datetime.datetime(1970, 1, 1)

    def bind_processor(self, dialect):
        epoch, inner = self.epoch, _n.type_bind(DateTime())
        return lambda value: inner(None if value is None else epoch + value)

    def result_processor(self, dialect, coltype):
        epoch, inner = self.epoch, _n.type_result(DateTime())
        return lambda value: None if value is None else inner(value) - epoch


class _Binary(TypeEngine):
    operator_classes = OperatorClass.BINARY
    _dbapi_type = "BINARY"
    python_type = bytes
    _type_affinity = property(lambda self: _Binary)
    _generic_type_affinity = property(lambda self: LargeBinary)

    def __init__(self, length=None):
        self.length = length

    def _native(self):
        return ("large_binary", self.length)

    def bind_processor(self, dialect):
        return lambda value: None if value is None else memoryview(value)

    def result_processor(self, dialect, coltype):
        return lambda value: None if value is None else bytes(value)

    def literal_processor(self, dialect):
        return lambda value: "'%s'" % value.decode("utf-8").replace("'", "''")

    def coerce_compared_value(self, op, value):
        return self if isinstance(value, str) else super().coerce_compared_value(op, value)


class LargeBinary(_Binary):
    __visit_name__ = "large_binary"

    def __init__(self, length=None):
        self.length = length


@_with_comparator
class JSON(Indexable, TypeEngine):
    operator_classes = OperatorClass.JSON
    __visit_name__ = "JSON"
    hashable = False
    python_type = object
    NULL = util.symbol("JSON_NULL")

    class JSONElementType(TypeEngine):
        pass

    class JSONIndexType(JSONElementType):
        pass

    class JSONIntIndexType(JSONIndexType):
        __visit_name__ = "json_int_index"

    class JSONStrIndexType(JSONIndexType):
        __visit_name__ = "json_str_index"

    class JSONPathType(JSONElementType):
        __visit_name__ = "json_path"

    def __init__(self, none_as_null=False):
        self.none_as_null = none_as_null

    @property
    def should_evaluate_none(self):
        return not self.none_as_null

    @should_evaluate_none.setter
    def should_evaluate_none(self, value):
        self.none_as_null = not value

    def _native(self):
        return ("json",)

    def bind_processor(self, dialect):
        dumps = dialect._json_serializer
        if dumps is None:
            from json import dumps

        def process(value):
            if value is self.NULL:
                value = None
            elif value is None and self.none_as_null:
                return None
            return dumps(value)
        return process

    def result_processor(self, dialect, coltype):
        loads = dialect._json_deserializer
        if loads is None:
            from json import loads

        def process(value):
            if value is None:
                return None
            return loads(value) if isinstance(value, (str, bytes)) else value
        return process

    def literal_processor(self, dialect):
        process = JSON.bind_processor(self, dialect)
        return lambda value: "'%s'" % process(value).replace("'", "''")


class Uuid(Emulated, TypeEngine):
    operator_classes = OperatorClass.BASE | OperatorClass.COMPARISON
    __visit_name__ = "uuid"
    length = collation = None

    def __init__(self, as_uuid=True, native_uuid=True):
        self.as_uuid, self.native_uuid = as_uuid, native_uuid

    def _native(self):
        return "uuid", self.native_uuid, self.as_uuid

    @property
    def native(self):
        return self.native_uuid

    @property
    def python_type(self):
        import uuid
        return uuid.UUID if self.as_uuid else str

    def coerce_compared_value(self, op, value):
        return self if isinstance(value, str) else super().coerce_compared_value(op, value)

    def bind_processor(self, dialect):
        if self.as_uuid:
            return lambda value: None if value is None else value.hex
        return lambda value: None if value is None else value.replace("-", "")

    def result_processor(self, dialect, coltype):
        from uuid import UUID
        if self.as_uuid:
            return lambda value: None if value is None else UUID(value)
        return lambda value: None if value is None else str(UUID(value))

    def literal_processor(self, dialect):
        if self.as_uuid and dialect.supports_native_uuid and self.native_uuid:
            return lambda value: "'%s'" % str(value).replace("'", "''")
        process = Uuid.bind_processor(self, dialect)
        return lambda value: "'%s'" % process(value).replace("'", "''")


class TupleType(TypeEngine):
    operator_classes = OperatorClass.TUPLE

    def __init__(self, *types):
        self.types = [to_instance(t) for t in types]

    def _native(self):
        return ("tuple", self.types)

    def __str__(self):
        return repr(self)


class PickleType(TypeDecorator):
    impl = LargeBinary
    cache_ok = True

    def __init__(self, protocol=5, pickler=None, comparator=None, impl=None):
        if pickler is None:
            import pickle as pickler
        self.protocol, self.pickler, self.comparator = protocol, pickler, comparator
        super().__init__()
        if impl:
            self.impl = to_instance(impl)

    def process_bind_param(self, value, dialect):
        return None if value is None else self.pickler.dumps(value, self.protocol)

    def process_result_value(self, value, dialect):
        return None if value is None else self.pickler.loads(value)

    def compare_values(self, x, y):
        return self.comparator(x, y) if self.comparator else x == y


from .enumerated import Enum, SchemaType  # noqa: E402


class Boolean(SchemaType, Emulated, TypeEngine):
    operator_classes = OperatorClass.BOOLEAN
    __visit_name__ = "boolean"
    python_type = bool
    native = True
    _bind_value = _result_value = _literal_value = None

    def __init__(self, create_constraint=False, name=None, _create_events=True, _adapted_from=None):
        self.create_constraint, self.name, self._create_events = create_constraint, name, _create_events

    def _native(self):
        return ("boolean", self.create_constraint, self.name)

    def bind_processor(self, dialect):
        number = bool if dialect.supports_native_boolean else int

        def process(value):
            if value in (None, True, False):
                return None if value is None else number(value)
            if isinstance(value, int):
                raise ValueError(f"Value {value!r} is not None, True, or False")
            raise TypeError(f"Not a boolean value: {value!r}")
        return process

    def result_processor(self, dialect, coltype):
        if dialect.supports_native_boolean:
            return None
        return lambda value: None if value is None else bool(value)

    def literal_processor(self, dialect):
        native = dialect.supports_native_boolean and dialect.name != "oracle" or dialect.name == "mysql"
        words = ("false", "true") if native else ("0", "1")
        return lambda value: words[bool(value)]


class MatchType(Boolean):
    pass


NULLTYPE = NullType()
BOOLEANTYPE = Boolean()
STRINGTYPE = String()
INTEGERTYPE = Integer()
MATCHTYPE = MatchType()
NUMERICTYPE = Numeric()
DATETIME_TIMEZONE = DateTime(timezone=True)
TIME_TIMEZONE = Time(timezone=True)

from .uppercase import *  # noqa: E402,F401,F403
from .uppercase import ARRAY  # noqa: E402


def _resolve_object_type(value):
    import enum
    if isinstance(value, enum.Enum):
        return None
    if isinstance(value, str) and not isinstance(value, util.symbol):
        return STRINGTYPE
    if isinstance(value, int):
        return INTEGERTYPE
    if isinstance(value, float):
        return Float()
    if hasattr(value, "__sa_type_engine__"):
        return value.__sa_type_engine__._resolve_for_literal(value)
    return None

"""SQL types: generic ones, upper-case ones, and the user's own."""

import _sqlalchemy as _n

NO_ARG = object()


class TypeEngine(_n.TypeObject):
    __visit_name__ = "type"
    _is_user_type = None
    _variants = {}
    hashable = True
    should_evaluate_none = False

    def _native(self):
        return ("null",)

    def _params(self):
        return ()

    def __repr__(self):
        parts = []
        for name, value, default in self._params():
            if value is not default and value != default:
                parts.append(repr(value) if name is None else f"{name}={value!r}")
        return f"{self.__class__.__name__}({', '.join(parts)})"

    def __str__(self):
        return _n.type_ddl(self, None)

    def compile(self, dialect=None):
        return _n.type_ddl(self, getattr(dialect, "name", None))

    def with_variant(self, type_, *dialect_names):
        made = self.copy()
        made._variants = {**self._variants, **{name: to_instance(type_) for name in dialect_names}}
        if "sqlite" in dialect_names:
            # Values are SQLite's here; the other dialects keep what this type was.
            variant = made._variants.pop("sqlite")
            made._variants.setdefault("*", self)
            made._native = variant._native
            for name in ("_bind_value", "_result_value", "_literal_value"):
                if hasattr(variant, name):
                    setattr(made, name, getattr(variant, name))
        return made

    def copy(self, **kw):
        made = self.__class__.__new__(self.__class__)
        made.__dict__.update(self.__dict__)
        return made

    adapt = None

    def evaluates_none(self):
        made = self.copy()
        made.should_evaluate_none = True
        return made

    def dialect_impl(self, dialect):
        return self

    def coerce_compared_value(self, op, value):
        return self

    def as_generic(self, allow_nulltype=False):
        return self

    @property
    def python_type(self):
        raise NotImplementedError()

    @property
    def _type_affinity(self):
        for cls in self.__class__.__mro__:
            if TypeEngine in cls.__bases__ or cls in _GENERIC:
                return cls
        return self.__class__

    def compare_values(self, x, y):
        return x == y


def to_instance(typeobj):
    if typeobj is None:
        return NULLTYPE
    return typeobj() if isinstance(typeobj, type) else typeobj


class NullType(TypeEngine):
    __visit_name__ = "null"


class Integer(TypeEngine):
    __visit_name__ = "integer"
    python_type = int

    def _native(self):
        return ("integer",)


class SmallInteger(Integer):
    def _native(self):
        return ("small_integer",)


class BigInteger(Integer):
    def _native(self):
        return ("big_integer",)


class String(TypeEngine):
    __visit_name__ = "string"
    python_type = str

    def __init__(self, length=None, collation=None):
        self.length = length
        self.collation = collation

    def _params(self):
        return (("length", self.length, None), ("collation", self.collation, None))

    def _native(self):
        return ("string", self.length, self.collation)


class Text(String):
    __visit_name__ = "text"

    def _native(self):
        return ("text", self.length, self.collation)


class Unicode(String):
    __visit_name__ = "unicode"


class UnicodeText(Text):
    __visit_name__ = "unicode_text"


def _decimal(value):
    import decimal
    return decimal.Decimal(value)


class NumericCommon(TypeEngine):
    _default_decimal_return_scale = 10
    scale = None
    precision = None
    decimal_return_scale = None
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
        if self.scale is not None:
            return self.scale
        return self._default_decimal_return_scale

    def _bind_value(self, value):
        return None if value is None else float(value)

    def _literal_value(self, value):
        return str(value)

    @property
    def _result_value(self):
        if not self.asdecimal:
            return None
        fmt = "%%.%df" % self._effective_decimal_return_scale
        return lambda value: None if value is None else _decimal(fmt % value)


class Numeric(NumericCommon):
    __visit_name__ = "numeric"

    def __init__(self, precision=None, scale=None, decimal_return_scale=None, asdecimal=True):
        self.precision = precision
        self.scale = scale
        self.decimal_return_scale = decimal_return_scale
        self.asdecimal = asdecimal

    def _params(self):
        return (("precision", self.precision, None), ("scale", self.scale, None),
                ("decimal_return_scale", self.decimal_return_scale, None), ("asdecimal", self.asdecimal, True))

    def _native(self):
        return ("numeric", self.precision, self.scale, self.asdecimal)


class Float(NumericCommon):
    __visit_name__ = "float"

    def __init__(self, precision=None, asdecimal=False, decimal_return_scale=None):
        self.precision = precision
        self.asdecimal = asdecimal
        self.decimal_return_scale = decimal_return_scale

    def _params(self):
        return (("precision", self.precision, None), ("asdecimal", self.asdecimal, False),
                ("decimal_return_scale", self.decimal_return_scale, None))

    def _native(self):
        return ("float", self.precision, self.asdecimal)


class Double(Float):
    __visit_name__ = "double"

    def _native(self):
        return ("double", self.asdecimal)


class Boolean(TypeEngine):
    __visit_name__ = "boolean"
    python_type = bool

    def __init__(self, create_constraint=False, name=None):
        self.create_constraint = create_constraint
        self.name = name

    def _params(self):
        return (("create_constraint", self.create_constraint, False), ("name", self.name, None))

    def _native(self):
        return ("boolean", self.create_constraint, self.name)


class _DateTimeBase(TypeEngine):
    def __init__(self, timezone=False):
        self.timezone = timezone

    def _params(self):
        return (("timezone", self.timezone, False),)


class DateTime(_DateTimeBase):
    __visit_name__ = "datetime"

    def _native(self):
        return ("datetime", self.timezone)

    @property
    def python_type(self):
        import datetime
        return datetime.datetime


class Date(TypeEngine):
    __visit_name__ = "date"

    def _native(self):
        return ("date",)

    @property
    def python_type(self):
        import datetime
        return datetime.date


class Time(_DateTimeBase):
    __visit_name__ = "time"

    def _native(self):
        return ("time", self.timezone)

    @property
    def python_type(self):
        import datetime
        return datetime.time


class Interval(TypeEngine):
    __visit_name__ = "interval"

    def __init__(self, native=True, second_precision=None, day_precision=None):
        self.native = native
        self.second_precision = second_precision
        self.day_precision = day_precision

    def _native(self):
        return ("interval",)

    @property
    def python_type(self):
        import datetime
        return datetime.timedelta

    def _bind_value(self, value):
        if value is None:
            return None
        import datetime
        moment = datetime.datetime(1970, 1, 1) + value
        return moment.strftime("%Y-%m-%d %H:%M:%S.%f")

    def _result_value(self, value):
        if value is None:
            return None
        import datetime
        return datetime.datetime.fromisoformat(value) - datetime.datetime(1970, 1, 1)


class _Binary(TypeEngine):
    python_type = bytes

    def __init__(self, length=None):
        self.length = length

    def _params(self):
        return (("length", self.length, None),)

    def _bind_value(self, value):
        return None if value is None else memoryview(value)

    def _result_value(self, value):
        return None if value is None else bytes(value)

    def _literal_value(self, value):
        return "'%s'" % value.decode("utf-8").replace("'", "''")


class LargeBinary(_Binary):
    __visit_name__ = "large_binary"

    def _native(self):
        return ("large_binary", self.length)


class SchemaType:
    pass


class Enum(String, SchemaType):
    __visit_name__ = "enum"

    def __init__(self, *enums, **kw):
        self.native_enum = kw.pop("native_enum", True)
        self.create_constraint = kw.pop("create_constraint", False)
        self.values_callable = kw.pop("values_callable", None)
        self._sort_key_function = kw.pop("sort_key_function", NO_ARG)
        length_arg = kw.pop("length", NO_ARG)
        self._omit_aliases = kw.pop("omit_aliases", True)
        self.validate_strings = kw.pop("validate_strings", False)
        if len(enums) == 1 and hasattr(enums[0], "__members__"):
            self.enum_class = enums[0]
            members = {n: v for n, v in self.enum_class.__members__.items()
                       if not self._omit_aliases or v.name == n}
            values = list(self.values_callable(self.enum_class)) if self.values_callable else list(members)
            objects = list(members.values())
        else:
            self.enum_class = None
            values = objects = list(enums)
        self.enums = values
        self._valid_lookup = dict(zip(objects, values))
        self._object_lookup = dict(zip(values, objects))
        if self.enum_class is not None:
            self._valid_lookup.update((value, self._valid_lookup[self._object_lookup[value]]) for value in values)
        length = max((len(x) for x in values), default=0)
        if length_arg is not NO_ARG:
            if length_arg is not None and length_arg < length:
                raise ValueError("When provided, length must be larger or equal than the length of the longest enum "
                                 "value. %s < %s" % (length_arg, length))
            length = length_arg
        String.__init__(self, length)
        if self.enum_class is not None and values:
            kw.setdefault("name", self.enum_class.__name__.lower())
        self.name = kw.pop("name", None)
        self.schema = kw.pop("schema", None)
        self.metadata = kw.pop("metadata", None)
        for known in ("inherit_schema", "quote", "create_type"):
            kw.pop(known, None)
        if kw:
            raise TypeError(f"Enum() got an unexpected keyword argument '{next(iter(kw))}'")

    def _native(self):
        return ("enum", self.enums, self.length, self.create_constraint, self.name)

    @property
    def python_type(self):
        return self.enum_class or str

    def __repr__(self):
        parts = [repr(value) for value in self.enums]
        if self.name:
            parts.append(f"name={self.name!r}")
        return f"Enum({', '.join(parts)})"

    @property
    def sort_key_function(self):
        return self._db_value_for_lookup if self._sort_key_function is NO_ARG else self._sort_key_function

    def _not_found(self, value):
        import reprlib
        values = self.enums
        shown = ", ".join(_ellipses(v) for v in (values if len(values) < 4 else [*values[:3]]))
        if len(values) >= 4:
            shown += ", ..., " + _ellipses(values[-1]) if len(values) > 4 else ", " + _ellipses(values[-1])
        return LookupError("'%s' is not among the defined enum values. Enum name: %s. Possible values: %s" % (
            value, self.name, shown))

    def _bind_value(self, value):
        if value is None:
            return None
        try:
            return self._valid_lookup[value]
        except (KeyError, TypeError):
            if not self.validate_strings and isinstance(value, str) and not isinstance(value, _enum_base()):
                return value
            raise self._not_found(value) from None

    _db_value_for_lookup = _bind_value

    def _result_value(self, value):
        if value is None:
            return None
        try:
            return self._object_lookup[value]
        except KeyError:
            raise self._not_found(value) from None

    def _literal_value(self, value):
        return "'%s'" % self._bind_value(value).replace("'", "''")


def _ellipses(value):
    value = str(value)
    return value if len(value) <= 11 else value[:8] + ".."


def _enum_base():
    import enum
    return enum.Enum


class JSON(TypeEngine):
    __visit_name__ = "JSON"
    hashable = False
    NULL = type("JSON_NULL", (), {"__repr__": lambda self: "symbol('JSON_NULL')"})()

    def __init__(self, none_as_null=False):
        self.none_as_null = none_as_null

    def _params(self):
        return (("none_as_null", self.none_as_null, False),)

    @property
    def should_evaluate_none(self):
        return not self.none_as_null

    @property
    def python_type(self):
        return dict

    def _native(self):
        return ("json",)

    def _bind_value(self, value):
        import json
        if value is self.NULL:
            value = None
        elif value is None and self.none_as_null:
            return None
        return json.dumps(value)

    def _result_value(self, value):
        import json
        if value is None:
            return None
        return json.loads(value) if isinstance(value, (str, bytes)) else value

    def _literal_value(self, value):
        return "'%s'" % self._bind_value(value).replace("'", "''")


class Uuid(TypeEngine):
    __visit_name__ = "uuid"
    length = None

    def __init__(self, as_uuid=True, native_uuid=True):
        self.as_uuid = as_uuid
        self.native_uuid = native_uuid

    def _params(self):
        return (("as_uuid", self.as_uuid, True), ("native_uuid", self.native_uuid, True))

    def _native(self):
        return ("uuid", self.native_uuid)

    @property
    def python_type(self):
        import uuid
        return uuid.UUID if self.as_uuid else str

    def _bind_value(self, value):
        if value is None:
            return None
        return value.hex if self.as_uuid else value.replace("-", "")

    def _result_value(self, value):
        if value is None:
            return None
        import uuid
        made = uuid.UUID(value)
        return made if self.as_uuid else str(made)

    def _literal_value(self, value):
        return "'%s'" % self._bind_value(value)


class TupleType(TypeEngine):
    __visit_name__ = "tuple"

    def __init__(self, *types):
        self.types = [to_instance(t) for t in types]

    def _native(self):
        return ("tuple", self.types)


class ARRAY(TypeEngine):
    __visit_name__ = "ARRAY"

    def __init__(self, item_type, as_tuple=False, dimensions=None, zero_indexes=False):
        if isinstance(item_type, ARRAY):
            raise ValueError("Do not nest ARRAY types; ARRAY(basetype) handles multi-dimensional arrays of basetype")
        self.item_type = to_instance(item_type)
        self.as_tuple, self.dimensions, self.zero_indexes = as_tuple, dimensions, zero_indexes

    def _native(self):
        brackets = "[]" * (self.dimensions if self.dimensions is not None else 1)
        return ("verbatim", _n.type_ddl(self.item_type, "postgresql") + brackets, "null")


def _sized(name, affinity, base, *fields):
    class Made(base):
        __visit_name__ = name

        def _native(self):
            values = [getattr(self, field) for field in fields if getattr(self, field, None) is not None]
            ddl = name.replace("_", " ")
            if values:
                ddl += "(%s)" % ", ".join(str(v) for v in values)
            if getattr(self, "collation", None):
                ddl += ' COLLATE "%s"' % self.collation
            return ("verbatim", ddl, affinity)

    Made.__name__ = Made.__qualname__ = name
    Made.__module__ = __name__
    return Made


INTEGER = INT = _sized("INTEGER", "integer", Integer)
SMALLINT = _sized("SMALLINT", "integer", SmallInteger)
BIGINT = _sized("BIGINT", "integer", BigInteger)
VARCHAR = _sized("VARCHAR", "string", String, "length")
NVARCHAR = _sized("NVARCHAR", "string", Unicode, "length")
CHAR = _sized("CHAR", "string", String, "length")
NCHAR = _sized("NCHAR", "string", Unicode, "length")
TEXT = _sized("TEXT", "string", Text, "length")
CLOB = _sized("CLOB", "string", Text, "length")
FLOAT = _sized("FLOAT", "float", Float, "precision")
REAL = _sized("REAL", "float", Float)
DOUBLE = _sized("DOUBLE", "float", Double)
DOUBLE_PRECISION = _sized("DOUBLE_PRECISION", "float", Double)
NUMERIC = _sized("NUMERIC", "numeric", Numeric, "precision", "scale")
DECIMAL = _sized("DECIMAL", "numeric", Numeric, "precision", "scale")
DATE = _sized("DATE", "date", Date)
TIME = _sized("TIME", "time", Time)
DATETIME = _sized("DATETIME", "datetime", DateTime)


class TIMESTAMP(DateTime):
    __visit_name__ = "TIMESTAMP"

    def __init__(self, timezone=False):
        super().__init__(timezone)
        self._variants = {"postgresql": DateTime(timezone)}

    def _native(self):
        return ("verbatim", "TIMESTAMP", "datetime")


BLOB = _sized("BLOB", "binary", LargeBinary, "length")
BINARY = _sized("BINARY", "binary", _Binary, "length")
VARBINARY = _sized("VARBINARY", "binary", _Binary, "length")
BOOLEAN = _sized("BOOLEAN", "boolean", Boolean)


class UUID(Uuid):
    __visit_name__ = "UUID"

    def __init__(self, as_uuid=True):
        Uuid.__init__(self, as_uuid, True)


_GENERIC = (Integer, String, Numeric, Float, Boolean, DateTime, Date, Time, Interval, LargeBinary, JSON, Uuid)


class _UserType(TypeEngine):
    cache_ok = None
    _is_user_type = True

    @property
    def _cache_key_number(self):
        if self.cache_ok is None or self.cache_ok is False:
            return -1
        parts = (self.__class__,) + tuple(
            (k, repr(v)) for k, v in sorted(self.__dict__.items()) if not k.startswith("_") and k != "impl")
        known = _UserType._numbers
        return known.setdefault(parts, len(known) + 1)

    _numbers = {}


class UserDefinedType(_UserType):
    def get_col_spec(self, **kw):
        raise NotImplementedError()

    def _native(self):
        return ("verbatim", self.get_col_spec(), "null")

    def _processor(self, name):
        method = getattr(self, name, None)
        if method is None:
            return None
        from ..dialects import _default
        return method(_default()) if name == "bind_processor" else method(_default(), None)

    @property
    def _bind_value(self):
        return self._processor("bind_processor")

    @property
    def _result_value(self):
        return self._processor("result_processor")


class TypeDecorator(_UserType):
    impl = None
    coerce_to_is_types = (type(None),)

    def __init__(self, *args, **kwargs):
        if self.__class__.impl is None:
            raise AssertionError("TypeDecorator implementations require a class-level variable 'impl' which refers to "
                                 "the class of type being decorated")
        impl = self.__class__.impl
        self.impl = impl(*args, **kwargs) if isinstance(impl, type) else impl

    @property
    def impl_instance(self):
        return self.__dict__.get("impl") or to_instance(self.__class__.impl)

    def load_dialect_impl(self, dialect):
        return self.impl_instance

    def process_bind_param(self, value, dialect):
        raise NotImplementedError()

    def process_result_value(self, value, dialect):
        raise NotImplementedError()

    def process_literal_param(self, value, dialect):
        raise NotImplementedError()

    def _impl(self):
        from ..dialects import _default
        return to_instance(self.load_dialect_impl(_default()))

    def _native(self):
        return ("like", self._impl())

    def _overrides(self, name):
        return getattr(self.__class__, name) is not getattr(TypeDecorator, name)

    @property
    def _bind_value(self):
        from ..dialects import _default
        inner = _n.type_bind(self._impl())
        if not self._overrides("process_bind_param"):
            return inner
        dialect = _default()
        return lambda value: inner(self.process_bind_param(value, dialect))

    @property
    def _result_value(self):
        from ..dialects import _default
        inner = _n.type_result(self._impl())
        if not self._overrides("process_result_value"):
            return inner
        dialect = _default()
        return lambda value: self.process_result_value(inner(value), dialect)

    @property
    def python_type(self):
        return self.impl_instance.python_type

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        impl = self.__dict__.get("impl")
        if impl is None:
            raise AttributeError(name)
        return getattr(impl, name)

    def __repr__(self):
        return f"{self.__class__.__name__}({repr(self.impl_instance).partition('(')[2]}"


class PickleType(TypeDecorator):
    impl = LargeBinary
    cache_ok = True

    def __init__(self, protocol=4, pickler=None, comparator=None, impl=None):
        raise NotImplementedError("PickleType is not part of the playground")


class Variant(TypeDecorator):
    pass


NULLTYPE = NullType()
BOOLEANTYPE = Boolean()
STRINGTYPE = String()
INTEGERTYPE = Integer()
MatchType = Boolean
MATCHTYPE = Boolean()
NUMERICTYPE = Numeric()
DATETIME_TIMEZONE = DateTime(timezone=True)
TIME_TIMEZONE = Time(timezone=True)


def _resolve_object_type(value):
    import enum
    if isinstance(value, enum.Enum):
        return Enum(type(value))
    if isinstance(value, str):
        return STRINGTYPE
    if isinstance(value, int):
        return INTEGERTYPE
    if isinstance(value, float):
        return Float()
    return None

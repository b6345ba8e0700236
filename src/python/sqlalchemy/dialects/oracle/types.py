"""Oracle's types."""

from ... import exc
from ...sql import sqltypes
from ...sql.type_api import NO_ARG, NativeForEmulated, TypeEngine


def _ddl(self, dialect):
    if dialect == "oracle":
        return self._oracle()
    if dialect == "mysql cast":
        return _mysql_cast(self)
    return self.__visit_name__ if dialect == "default" else None


def _mysql_cast(self):
    if isinstance(self, sqltypes.String):
        return _sized("CHAR", self.length)
    if isinstance(self, sqltypes.Numeric):
        return self._oracle().replace("NUMBER", "DECIMAL")
    return "BINARY" if isinstance(self, sqltypes._Binary) else None


def _oracle_type(cls):
    """Spelled by `_oracle()` for Oracle, by its name where no database is asked for, and nowhere else."""
    cls._ddl = _ddl
    cls._spelled_for = ("oracle", "*", "sqlite", "postgresql", "mysql", "mysql cast")
    return cls


def _sized(name, length):
    return f"{name}({length})" if length else name


def _make(name, base, spell=lambda self: self.__visit_name__):
    return _oracle_type(type(base)(name, (base,), {"__visit_name__": name, "__module__": __name__, "_oracle": spell}))


RAW = _make("RAW", sqltypes._Binary, lambda self: _sized("RAW", self.length))
BFILE = _make("BFILE", sqltypes.LargeBinary, lambda self: None)  # known by name only
LONG = _make("LONG", sqltypes.Text)
ROWID = _make("ROWID", TypeEngine)
BINARY_DOUBLE = _make("BINARY_DOUBLE", sqltypes.Double, lambda self: _sized("BINARY_DOUBLE", self.precision))
BINARY_FLOAT = _make("BINARY_FLOAT", sqltypes.Float, lambda self: _sized("BINARY_FLOAT", self.precision))
VARCHAR2 = _make("VARCHAR2", sqltypes.VARCHAR,
                 lambda self: f"VARCHAR2({self.length} CHAR)" if self.length else "VARCHAR2")
NVARCHAR2 = sqltypes.NVARCHAR


class NCLOB(sqltypes.Text):
    __visit_name__ = "NCLOB"
    _spelled_for = ("*", "sqlite")

    def _ddl(self, dialect):
        return "NCLOB"


@_oracle_type
class NUMBER(sqltypes.Numeric, sqltypes.Integer):
    __visit_name__ = "NUMBER"

    def __init__(self, precision=None, scale=None, asdecimal=None):
        if asdecimal is None:
            asdecimal = bool(scale and scale > 0)
        super().__init__(precision=precision, scale=scale, asdecimal=asdecimal)

    @property
    def _type_affinity(self):
        return sqltypes.Numeric if self.scale and self.scale > 0 else sqltypes.Integer

    def _oracle(self):
        if self.precision is None:
            return "NUMBER"
        return f"NUMBER({self.precision}{'' if self.scale is None else f', {self.scale}'})"


class FLOAT(sqltypes.FLOAT):
    __visit_name__ = "FLOAT"
    _spelled_for = ("oracle",)

    def __init__(self, binary_precision=None, asdecimal=False, decimal_return_scale=None):
        super().__init__(asdecimal=asdecimal, decimal_return_scale=decimal_return_scale)
        self.binary_precision = binary_precision

    def _ddl(self, dialect):
        return _sized("FLOAT", self.binary_precision)


def _literal_moment(value):
    text, form = value.isoformat().replace("T", " "), "YYYY-MM-DD HH24:MI:SS"
    if getattr(value, "microsecond", None):
        return f"TO_TIMESTAMP('{text}', '{form}.FF')"
    return f"TO_DATE('{text}', '{form}')"


class DATE(sqltypes.DateTime):
    __visit_name__ = "DATE"
    _spelled_for = ("*", "sqlite", "postgresql", "mysql", "mysql cast", "oracle")

    def _ddl(self, dialect):
        return "DATE"

    def literal_processor(self, dialect):
        return _literal_moment


class INTERVAL(NativeForEmulated, sqltypes._AbstractInterval):
    __visit_name__ = "INTERVAL"
    _type_affinity = sqltypes.Interval

    def __init__(self, day_precision=None, second_precision=None):
        self.day_precision, self.second_precision = day_precision, second_precision

    def _oracle(self):
        def sized(size):
            return "" if size is None else f"({size})"
        return f"INTERVAL DAY{sized(self.day_precision)} TO SECOND{sized(self.second_precision)}"

    @classmethod
    def adapt_emulated_to_native(cls, interval, **kw):
        return INTERVAL(interval.day_precision, interval.second_precision)

    def as_generic(self, allow_nulltype=False):
        return sqltypes.Interval(True, self.second_precision, self.day_precision)

    def literal_processor(self, dialect):
        return lambda value: f"NUMTODSINTERVAL({value.total_seconds()}, 'SECOND')"


_oracle_type(INTERVAL)


class TIMESTAMP(sqltypes.TIMESTAMP):
    __visit_name__ = "TIMESTAMP"

    def __init__(self, timezone=False, local_timezone=False):
        if timezone and local_timezone:
            raise exc.ArgumentError("timezone and local_timezone are mutually exclusive")
        super().__init__(timezone=timezone)
        self.local_timezone = local_timezone

    def _ddl(self, dialect):
        if dialect == "oracle" and self.local_timezone:
            return "TIMESTAMP WITH LOCAL TIME ZONE"
        return super()._ddl(dialect)


class JSON(sqltypes.JSON):
    __module__ = "sqlalchemy.dialects.oracle.json"
    _spelled_for = ("oracle",)

    def __init__(self, none_as_null=False, use_blob=NO_ARG):
        super().__init__(none_as_null=none_as_null)
        self.use_blob = use_blob

    def _ddl(self, dialect):
        return "BLOB" if self.use_blob is True else "JSON"


# The classes that Oracle's dialect takes for the generic types.
COLSPECS = {sqltypes.Interval: INTERVAL, sqltypes.DateTime: DATE, sqltypes.JSON: JSON}

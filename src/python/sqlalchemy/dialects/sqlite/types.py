"""SQLite's dates and times, whose stored text can be told."""

import re

from ...sql import sqltypes
from ...sql.functions import func
from ...sql.type_api import own_class


def _format(kind, fields, with_seconds):
    """Classes of one type: as SQLAlchemy stores it, and as the program says."""
    base = {"DATETIME": sqltypes.DateTime, "DATE": sqltypes.Date, "TIME": sqltypes.Time}[kind]

    class Stored(base):
        def __new__(cls, storage_format=None, regexp=None, truncate_microseconds=False, **kw):
            wanted = storage_format is not None or regexp is not None or truncate_microseconds
            return base.__new__(Formatted if cls is Stored and wanted else cls)

        def __init__(self, storage_format=None, regexp=None, truncate_microseconds=False, **kw):
            super().__init__(**kw)

        @property
        def format_is_text_affinity(self):
            return True

    class Formatted(Stored):
        _spelled_for = ("sqlite",)

        def __init__(self, storage_format=None, regexp=None, truncate_microseconds=False, **kw):
            super().__init__(**kw)
            if truncate_microseconds:
                for name, given in (("storage_format", storage_format), ("regexp", regexp)):
                    if given is not None:
                        raise AssertionError(f"You can specify only one of truncate_microseconds or {name}.")
                storage_format = with_seconds
            self._storage_format = storage_format or fields["format"]
            self._reg = None if regexp is None else re.compile(regexp)

        @property
        def format_is_text_affinity(self):
            zeroes = dict.fromkeys("year month day hour minute second microsecond".split(), 0)
            return bool(re.search(r"[^0-9]", self._storage_format % zeroes))

        def _ddl(self, dialect):
            return kind if self.format_is_text_affinity else kind + "_CHAR"

        def bind_processor(self, dialect):
            return lambda value: None if value is None else self._storage_format % fields["values"](value)

        def result_processor(self, dialect, coltype):
            type_ = self.python_type
            return lambda value: None if value is None else _parse(type_, self._reg, value)

        def literal_processor(self, dialect):
            process = self.bind_processor(dialect)
            return lambda value: f"'{process(value)}'"

    for cls in (Stored, Formatted):
        cls.__name__ = cls.__qualname__ = kind
        cls.__module__ = "sqlalchemy.dialects.sqlite.base"
    return Stored


def _parse(type_, reg, value):
    if reg is None:
        return type_.fromisoformat(value)
    try:
        match = reg.match(value)
    except TypeError as error:
        raise ValueError(f"Couldn't parse {type_.__name__} string '{value!r}' - value is not a string.") from error
    if match is None:
        raise ValueError(f"Couldn't parse {type_.__name__} string: '{value}'")
    if reg.groupindex:
        return type_(**{name: int(part) for name, part in match.groupdict(0).items()})
    return type_(*map(int, match.groups(0)))


def _parts(value, names):
    return {name: getattr(value, name) for name in names.split()}


_DAY, _CLOCK = "year month day", "hour minute second microsecond"


def _moment(value):
    import datetime
    if isinstance(value, datetime.datetime):
        return _parts(value, f"{_DAY} {_CLOCK}")
    if isinstance(value, datetime.date):
        return {**_parts(value, _DAY), **dict.fromkeys(_CLOCK.split(), 0)}
    raise TypeError("SQLite DateTime type only accepts Python datetime and date objects as input.")


def _day(value):
    import datetime
    if isinstance(value, datetime.date):
        return _parts(value, _DAY)
    raise TypeError("SQLite Date type only accepts Python date objects as input.")


def _clock(value):
    import datetime
    if isinstance(value, datetime.time):
        return _parts(value, _CLOCK)
    raise TypeError("SQLite Time type only accepts Python time objects as input.")


_SECONDS = "%(hour)02d:%(minute)02d:%(second)02d"
_DATE = "%(year)04d-%(month)02d-%(day)02d"
DATETIME = _format("DATETIME", {"format": f"{_DATE} {_SECONDS}.%(microsecond)06d", "values": _moment},
                   f"{_DATE} {_SECONDS}")
DATE = _format("DATE", {"format": _DATE, "values": _day}, _DATE)
TIME = _format("TIME", {"format": f"{_SECONDS}.%(microsecond)06d", "values": _clock}, _SECONDS)



class JSONB(sqltypes.JSON):
    """JSON that is stored as SQLite's binary form of it."""

    __module__ = "sqlalchemy.dialects.sqlite.json"
    __visit_name__ = "JSONB"
    _spelled_for = ("sqlite", "mysql", "*")

    def _ddl(self, dialect):
        return None if dialect == "mysql" else "JSONB"

    def bind_expression(self, bindvalue):
        return func.jsonb(bindvalue, type_=self)

    def column_expression(self, col):
        return func.json(col, type_=self)


_BASE, _PYSQLITE = "sqlalchemy.dialects.sqlite.base", "sqlalchemy.dialects.sqlite.pysqlite"
# The classes that SQLite's dialect takes for the generic types.
COLSPECS = {
    sqltypes.Date: own_class("_SQLite_pysqliteDate", DATE, _PYSQLITE), sqltypes.DateTime: DATETIME, sqltypes.Time: TIME,
    sqltypes.TIMESTAMP: own_class("_SQLite_pysqliteTimeStamp", DATETIME, _PYSQLITE),
    JSONB: JSONB, sqltypes.JSON: own_class("_SQliteJson", sqltypes.JSON, _BASE)}

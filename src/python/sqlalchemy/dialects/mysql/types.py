"""MySQL's types."""

from ... import exc, util
from ...sql import sqltypes
from ...sql.type_api import NativeForEmulated, TypeEngine, own_class


def _ddl(self, dialect):
    if dialect == "mysql":
        return self._mysql()
    if dialect == "mysql cast":
        return self._mysql_cast()
    generic = getattr(sqltypes, self.__visit_name__, None)
    if generic is None:
        return self.__visit_name__ if dialect == "default" else None
    return util.constructor_copy(self, generic).compile(_Named(dialect))


def _mysql_type(cls):
    """Spelled by `_mysql()` for MySQL, elsewhere as the type in capitals of that name, if there is one."""
    cls._ddl = _ddl
    cls._spelled_for = ("mysql", "mysql cast", "postgresql", "sqlite", "*")
    if not hasattr(cls, "_mysql_cast"):
        cls._mysql_cast = lambda self: None
    return cls


class _Named:
    """As much of a dialect as compiling a type asks of it."""

    def __init__(self, name):
        self.name = name


@_mysql_type
class _NumericCommonType:
    def __init__(self, unsigned=False, zerofill=False, **kw):
        self.unsigned, self.zerofill = unsigned, zerofill
        super().__init__(**kw)

    def _extended(self, *sizes):
        text = self.__visit_name__
        if sizes:
            text += f"({', '.join(map(str, sizes))})"
        return text + (" UNSIGNED" if self.unsigned else "") + (" ZEROFILL" if self.zerofill else "")


class _NumericType(_NumericCommonType, sqltypes.Numeric):
    def __init__(self, unsigned=False, zerofill=False, **kw):
        super().__init__(unsigned, zerofill, **kw)

    def repr_struct(self):
        return util.GenericRepr(self, to_inspect=[_NumericType, _NumericCommonType, sqltypes.Numeric])

    def _mysql(self):
        if self.precision is None:
            return self._extended()
        return self._extended(*([self.precision] if self.scale is None else [self.precision, self.scale]))


    def _mysql_cast(self):
        return self._mysql().replace("NUMERIC", "DECIMAL")


class NUMERIC(_NumericType, sqltypes.NUMERIC):
    __visit_name__ = "NUMERIC"

    def __init__(self, precision=None, scale=None, asdecimal=True, **kw):
        super().__init__(precision=precision, scale=scale, asdecimal=asdecimal, **kw)


class DECIMAL(_NumericType, sqltypes.DECIMAL):
    __visit_name__ = "DECIMAL"

    def __init__(self, precision=None, scale=None, asdecimal=True, **kw):
        super().__init__(precision=precision, scale=scale, asdecimal=asdecimal, **kw)


class _FloatType(_NumericCommonType, sqltypes.Float):
    def __init__(self, precision=None, scale=None, asdecimal=True, **kw):
        if isinstance(self, (REAL, DOUBLE)) and (precision is None) != (scale is None):
            raise exc.ArgumentError("You must specify both precision and scale or omit both altogether.")
        super().__init__(precision=precision, asdecimal=asdecimal, **kw)
        self.scale = scale

    def repr_struct(self):
        return util.GenericRepr(self, to_inspect=[_FloatType, _NumericCommonType, sqltypes.Float])

    def _mysql(self):
        if self.precision is not None and self.scale is not None:
            return self._extended(self.precision, self.scale)
        return self._extended()


class DOUBLE(_FloatType, sqltypes.DOUBLE):
    __visit_name__ = "DOUBLE"

    def __init__(self, precision=None, scale=None, asdecimal=True, **kw):
        super().__init__(precision=precision, scale=scale, asdecimal=asdecimal, **kw)


class REAL(_FloatType, sqltypes.REAL):
    __visit_name__ = "REAL"

    def __init__(self, precision=None, scale=None, asdecimal=True, **kw):
        super().__init__(precision=precision, scale=scale, asdecimal=asdecimal, **kw)


class FLOAT(_FloatType, sqltypes.FLOAT):
    __visit_name__ = "FLOAT"

    def __init__(self, precision=None, scale=None, asdecimal=False, **kw):
        super().__init__(precision=precision, scale=scale, asdecimal=asdecimal, **kw)

    def _mysql(self):
        return self._extended(*(size for size in (self.precision, self.scale) if self.precision and size is not None))


class _IntegerType(_NumericCommonType, sqltypes.Integer):
    def __init__(self, display_width=None, **kw):
        self.display_width = display_width
        super().__init__(**kw)

    def repr_struct(self):
        return util.GenericRepr(self, to_inspect=[_IntegerType, _NumericCommonType, sqltypes.Integer])

    def _mysql(self):
        return self._extended(*([] if self.display_width is None else [self.display_width]))

    def _mysql_cast(self):
        return "UNSIGNED INTEGER" if self.unsigned else "SIGNED INTEGER"


def _integer(name, *bases):
    return type(TypeEngine)(name, (_IntegerType, *bases), {"__visit_name__": name, "__module__": __name__})


INTEGER = _integer("INTEGER", sqltypes.INTEGER)
BIGINT = _integer("BIGINT", sqltypes.BIGINT)
SMALLINT = _integer("SMALLINT", sqltypes.SMALLINT)
TINYINT = _integer("TINYINT")
MEDIUMINT = _integer("MEDIUMINT")


@_mysql_type
class BIT(TypeEngine):
    __visit_name__ = "BIT"

    def __init__(self, length=None):
        self.length = length

    def _mysql(self):
        return "BIT" if self.length is None else f"BIT({self.length})"


@_mysql_type
class YEAR(TypeEngine):
    __visit_name__ = "YEAR"

    def __init__(self, display_width=None):
        self.display_width = display_width

    def _mysql(self):
        return "YEAR" if self.display_width is None else f"YEAR({self.display_width})"


def _fractional(base):
    def __init__(self, timezone=False, fsp=None):
        base.__init__(self, timezone=timezone)
        self.fsp = fsp

    def _mysql(self):
        return f"{base.__name__}({self.fsp})" if self.fsp else base.__name__

    def _mysql_cast(self):
        return "DATETIME" if base is sqltypes.TIMESTAMP else _mysql(self)

    return _mysql_type(type(base)(base.__name__, (base,), {
        "__visit_name__": base.__name__, "__module__": __name__, "__init__": __init__, "_mysql": _mysql,
        "_mysql_cast": _mysql_cast}))


TIME, TIMESTAMP, DATETIME = map(_fractional, (sqltypes.TIME, sqltypes.TIMESTAMP, sqltypes.DATETIME))


@_mysql_type
class _StringType(sqltypes.String):
    def __init__(self, charset=None, collation=None, ascii=False, binary=False, unicode=False, national=False, **kw):
        self.charset = charset
        kw.setdefault("collation", kw.pop("collate", collation))
        self.ascii, self.unicode, self.binary, self.national = ascii, unicode, binary, national
        super().__init__(**kw)

    def repr_struct(self):
        return util.GenericRepr(self, to_inspect=[_StringType, sqltypes.String])

    def _extended(self, text, national=None):
        if self.charset:
            charset = "CHARACTER SET " + self.charset
        else:
            charset = "ASCII" if self.ascii else "UNICODE" if self.unicode else None
        collation = "COLLATE " + self.collation if self.collation else "BINARY" if self.binary else None
        if self.national if national is None else national:
            charset, text = None, "NATIONAL " + text
        return " ".join(part for part in (text, charset, collation) if part is not None)

    def _mysql(self):
        name = self.__visit_name__
        if self.length is not None and name in ("CHAR", "VARCHAR", "NCHAR", "NVARCHAR", "TEXT"):
            return self._extended(f"{name.removeprefix('N')}({self.length})")
        if "VARCHAR" in name:
            raise exc.CompileError(f"{name} requires a length on dialect mysql")
        return self._extended(name.removeprefix("N"))

    def _mysql_cast(self):
        if isinstance(self, (ENUM, SET)):
            return None
        return self._extended("CHAR" if self.length is None else f"CHAR({self.length})", False)


def _with_length(name, base, national):
    def __init__(self, length=None, **kwargs):
        if national:
            kwargs["national"] = True
        _StringType.__init__(self, length=length, **kwargs)
    return type(TypeEngine)(name, (_StringType, base), {
        "__visit_name__": name, "__module__": __name__, "__init__": __init__})


TEXT = _with_length("TEXT", sqltypes.TEXT, False)
VARCHAR = _with_length("VARCHAR", sqltypes.VARCHAR, False)
CHAR = _with_length("CHAR", sqltypes.CHAR, False)
NVARCHAR = _with_length("NVARCHAR", sqltypes.NVARCHAR, True)
NCHAR = _with_length("NCHAR", sqltypes.NCHAR, True)


for _name in ("TINYTEXT", "MEDIUMTEXT", "LONGTEXT"):
    globals()[_name] = type(TypeEngine)(_name, (_StringType,), {
        "__visit_name__": _name, "__module__": __name__, "_mysql": lambda self: self._extended(self.__visit_name__)})
for _name in ("TINYBLOB", "MEDIUMBLOB", "LONGBLOB"):
    globals()[_name] = _mysql_type(type(TypeEngine)(_name, (sqltypes._Binary,), {
        "__visit_name__": _name, "__module__": __name__, "_mysql": lambda self: self.__visit_name__,
        "_mysql_cast": lambda self: "BINARY"}))


def _enumerated(self, name, values):
    values = (value.replace("'", "''").replace("\\", "\\\\").replace("%", "%%") for value in values)
    return self._extended("%s(%s)" % (name, ",".join(f"'{value}'" for value in values)))


class ENUM(NativeForEmulated, sqltypes.Enum, _StringType):
    __visit_name__ = "ENUM"
    __module__ = "sqlalchemy.dialects.mysql.enumerated"
    native_enum = True

    @classmethod
    def adapt_emulated_to_native(cls, impl, **kw):
        return cls(*impl._enums_argument, values_callable=impl.values_callable,
                   validate_strings=impl.validate_strings, **kw)

    def __init__(self, *enums, **kw):
        kw.pop("strict", None)
        strings = {name: kw.pop(name) for name in (
            "charset", "collation", "collate", "ascii", "binary", "unicode", "national") if name in kw}
        self._enum_init(enums, kw)
        _StringType.__init__(self, length=self.length, **strings)
        self._spelled_for = ("mysql", "mysql cast")

    def _ddl(self, dialect):
        return self._mysql_cast() if dialect == "mysql cast" else self._mysql()

    def _mysql(self):
        return _enumerated(self, "ENUM", self.enums)

    def repr_struct(self):
        return util.GenericRepr(self, to_inspect=[ENUM, _StringType, sqltypes.Enum])


class SET(_StringType):
    __visit_name__ = "SET"
    __module__ = "sqlalchemy.dialects.mysql.enumerated"

    def __init__(self, *values, **kw):
        self.retrieve_as_bitwise = kw.pop("retrieve_as_bitwise", False)
        self.values = tuple(values)
        if not self.retrieve_as_bitwise and "" in values:
            raise exc.ArgumentError(
                "Can't use the blank value '' in a SET without setting retrieve_as_bitwise=True")
        kw.setdefault("length", max([len(v) for v in values] + [0]))
        super().__init__(**kw)

    def adapt(self, cls, **kw):
        return util.constructor_copy(self, cls, *self.values, retrieve_as_bitwise=self.retrieve_as_bitwise, **kw)

    def _mysql(self):
        return _enumerated(self, "SET", self.values)

    def repr_struct(self):
        return util.GenericRepr(self, to_inspect=[SET, _StringType], additional_kw=[("retrieve_as_bitwise", False)])


class INET4(TypeEngine):
    __visit_name__ = "INET4"
    __module__ = "sqlalchemy.dialects.mysql.mariadb"
    _spelled_for = ("*", "sqlite", "mysql", "postgresql")

    def _ddl(self, dialect):
        return self.__visit_name__ if dialect in ("default", "mysql") else None


class INET6(INET4):
    __visit_name__ = "INET6"
    __module__ = INET4.__module__


class JSON(sqltypes.JSON):
    __module__ = "sqlalchemy.dialects.mysql.json"


# The classes that MySQL's dialect takes for the generic types.
COLSPECS = {
    _NumericCommonType: _NumericCommonType, sqltypes.Numeric: NUMERIC, sqltypes.Float: FLOAT, sqltypes.Double: DOUBLE,
    sqltypes.Time: TIME, sqltypes.Enum: ENUM, sqltypes.JSON: JSON,
    sqltypes.MatchType: own_class("_MatchType", sqltypes.MatchType, __name__)}

"""Which SQL type a Python annotation stands for, where the program does not say."""

import typing


def _defaults():
    import sys

    from sqlalchemy import types

    known = {
        bool: types.Boolean, bytes: types.LargeBinary, float: types.Double, int: types.Integer, str: types.String,
    }
    # Modules that the program never imported cannot be in its annotations.
    dates = sys.modules.get("datetime")
    if dates is not None:
        known.update({dates.date: types.Date, dates.datetime: types.DateTime, dates.time: types.Time,
                      dates.timedelta: types.Interval})
    decimals = sys.modules.get("decimal")
    if decimals is not None:
        known[decimals.Decimal] = types.Numeric
    uuids = sys.modules.get("uuid")
    if uuids is not None:
        known[uuids.UUID] = types.Uuid
    return known


def exact(python_type):
    """An instance of the type that stands for just this Python type, or None."""
    try:
        found = _defaults().get(python_type)
    except TypeError:
        return None
    return found() if found is not None else None


def find(custom, annotation, inner):
    """An instance of the type for an annotation, or None."""
    for key in (annotation, inner):
        try:
            if key in custom:
                return _instance(custom[key], key)
        except TypeError:
            pass
    found = _by_class(custom, inner)
    if found is not None:
        return found
    from sqlalchemy import types

    literal = typing.get_origin(inner) is typing.Literal
    if literal:
        return _literal_enum(types.Enum, inner)
    enums = __import__("sys").modules.get("enum")
    if enums is not None and isinstance(inner, type) and issubclass(inner, enums.Enum):
        given = custom.get(enums.Enum)
        if given is not None and not isinstance(given, type):
            return given._resolve_for_python_type(inner)
        return types.Enum(inner)
    known = _defaults()
    try:
        if inner in known:
            return known[inner]()
    except TypeError:
        return None
    value = getattr(inner, "__value__", None)
    if value is not None:
        return find(custom, value, value)
    if isinstance(inner, type):
        for base in inner.__mro__[1:]:
            if base in custom:
                return _instance(custom[base], base)
            if base in known and base is not object:
                return known[base]()
    return None


def _by_class(custom, inner):
    origin = typing.get_origin(inner)
    if origin is not None and origin in custom:
        return _instance(custom[origin], origin)
    return None


def _literal_enum(enum_type, inner):
    return enum_type(*typing.get_args(inner), native_enum=False)


def _instance(type_, key):
    return type_() if isinstance(type_, type) else type_

"""Which SQL type a Python annotation stands for, where the program does not say."""

import enum
import sys
import typing

from sqlalchemy.orm import annotations
from sqlalchemy.orm import exc as orm_exc


_usual = {}
_IN_MODULES = {
    "datetime": {"date": "Date", "datetime": "DateTime", "time": "Time", "timedelta": "Interval"},
    "decimal": {"Decimal": "Numeric"}, "uuid": {"UUID": "Uuid"},
}


def _defaults():
    from sqlalchemy import types

    if not _usual:
        _usual.update({
            bool: types.Boolean, bytes: types.LargeBinary, float: types.Double, int: types.Integer, str: types.String,
            type(None): types.NullType})
        _usual[enum.Enum] = _usual[typing.Literal] = types.Enum(enum.Enum)
    for name, known in _IN_MODULES.items():
        # Modules that the program never imported cannot be in its annotations.
        module = sys.modules.get(name)
        if module is not None:
            _usual.update((getattr(module, it), getattr(types, known[it])) for it in known)
    return _usual


def exact(python_type):
    """An instance of the type that stands for just this Python type, or None."""
    try:
        found = _defaults().get(python_type) if python_type is not type(None) else None
    except TypeError:
        return None
    return found() if isinstance(found, type) else found


def find(custom, python_type):
    """An instance of the type for one Python type, or None: of the program's map first, then of the usual ones."""
    flattened, is_class = python_type, False
    if is_generic(python_type):
        if typing.get_origin(python_type) is typing.Literal:
            search = (python_type, typing.Literal)
        else:
            flattened = python_type.__origin__
            search = (python_type,)
    elif isinstance(python_type, type):
        search, is_class = python_type.__mro__, True
    else:
        search = (python_type,)
    for matched_on in search:
        given = _given_for(custom, matched_on)
        if given is not None:
            given = given() if isinstance(given, type) else given
            # Most say no to a class that derives from theirs.
            found = given._resolve_for_python_type(flattened, matched_on, matched_on if is_class else flattened)
            if found is not None:
                return found
    return None


def _given_for(custom, matched_on):
    try:
        given = custom.get(matched_on)
        return _defaults().get(matched_on) if given is None else given
    except TypeError:
        return None


def is_generic(python_type):
    return hasattr(python_type, "__args__") and hasattr(python_type, "__origin__")


def is_alias(python_type):
    """Whether it is what `type X = ...` makes."""
    if is_generic(python_type):
        return typing.get_origin(python_type) is not typing.Annotated and is_alias(python_type.__origin__)
    return type(python_type).__name__ == "TypeAliasType"


class Asked:
    """What a `Mapped[]` annotation asks a type for, step by step: as it stands, through its alias, in its Annotated."""

    def __init__(self, argument):
        self.argument = argument
        self.is_optional = annotations.includes_none(argument)
        self.alias = self.alias_value = self.annotated = self.annotated_type = None
        self.metadata = ()
        type_ = annotations.without_none(argument)[0]
        if is_alias(type_):
            self.alias = type_
            type_ = annotations.without_none(type_.__value__)[0]
            given = typing.get_args(self.alias)
            self.alias_value = type_ = type_[given] if given else type_
        if typing.get_origin(type_) is typing.Annotated:
            self.annotated = type_
            self.annotated_type, *self.metadata = typing.get_args(type_)
            if self.is_optional:
                self.annotated_type = annotations.without_none(self.annotated_type)[0]
        self.type = type_

    def resolve(self, reg, cls, key):
        """The SQL type, or an error that says what was looked for."""
        tried = [it for it in (self.alias, self.type, self.annotated_type) if it is not None]
        for python_type in tried:
            found = find(reg.type_annotation_map, python_type)
            if found is not None:
                return found
        from sqlalchemy.types import TypeEngine

        if isinstance(self.type, TypeEngine) or isinstance(self.type, type) and issubclass(self.type, TypeEngine):
            told = (f"The type provided inside the {key!r} attribute Mapped annotation is the SQLAlchemy type "
                    f"{self.type}. Expected a Python type instead")
        elif _is_a_type(tried[0]):
            if len(tried) == 1:
                detail = "the type object is not resolvable by the registry"
            elif len(tried) == 2:
                detail = f"neither '{tried[0]}' nor '{tried[1]}' are resolvable by the registry"
            else:
                detail = "none of " + ", ".join(f"'{it}'" for it in tried) + " are resolvable by the registry"
            told = (f"Could not locate SQLAlchemy Core type when resolving for Python type indicated by '{tried[0]}' inside "
                    f"the Mapped[] annotation for the {key!r} attribute; {detail}")
        else:
            told = (f"The object provided inside the {key!r} attribute Mapped annotation is not a Python type, it's the "
                    f"object {self.argument!r}. Expected a Python type.")
        raise orm_exc.MappedAnnotationError(told)


def _is_a_type(value):
    modules = ("typing", "typing_extensions")
    return (isinstance(value, type) or typing.get_origin(value) is not None or getattr(value, "__module__", None) in modules
            or type(value).__module__ in modules)

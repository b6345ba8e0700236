"""Tables from classes: `class user_cols(TypedColumns): id: Named[int] = Column(primary_key=True)`."""

import typing

from .. import exc

_T = typing.TypeVar("_T")


class Named(typing.Generic[_T]):
    """The annotation of a column that is named after its attribute."""

    __slots__ = ()


class TypedColumns:
    """The columns of a table as attributes of a class; no object is ever made of it."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise exc.InvalidRequestError("Cannot instantiate a TypedColumns object.")

    def __init_subclass__(cls):
        methods = {name for name, value in cls.__dict__.items() if not _is_dunder(name) and callable(value)}
        if methods:
            raise exc.InvalidRequestError(f"TypedColumns subclasses may not define methods. Found {sorted(methods)}")


def _is_dunder(name):
    return name.startswith("__") and name.endswith("__")


def with_columns_of_class(args):
    """The arguments of a Table after its MetaData, with the columns of a class in the place of the class."""
    if not args or not isinstance(args[0], type):
        return args
    if not issubclass(args[0], TypedColumns):
        raise exc.InvalidRequestError("The ``typed_columns_cls`` argument requires a TypedColumns subclass.")
    if hasattr(args[0], "__mapper__"):
        raise exc.InvalidRequestError(
            "To get a typed table from an ORM class, use the `as_typed_table()` function instead.")
    return (*_columns(args[0]), *args[1:])


def _columns(cls):
    from sqlalchemy.orm.annotations import annotations_of
    from sqlalchemy.util import merge_lists_w_ordering

    columns = {}
    for base in reversed(cls.__mro__):
        if base in TypedColumns.__mro__:
            continue
        annotations = annotations_of(base)
        for name in merge_lists_w_ordering(list(base.__dict__), list(annotations)):
            if not _is_dunder(name):
                columns[name] = _column(cls, base, name, base.__dict__.get(name), annotations.get(name))
    return list(columns.values())


def _column(cls, base, name, given, annotation):
    from .schema import NULL_UNSPECIFIED, Column
    from .sqltypes import NullType

    argument = type_ = None
    if given is not None and not isinstance(given, Column):
        raise exc.ArgumentError(
            f"Unexpected value for attribute '{base.__name__}.{name}'. Expected a Column, not: {type(given)}")
    if given is not None and any(_is_of_no_table(key) for key in given.foreign_keys):
        raise exc.InvalidRequestError(
            f"Column '{base.__name__}.{name}' with foreign key to non-table-bound columns is not supported when using a "
            "TypedColumns. If possible use the qualified string name the column")
    if annotation is not None:
        argument = _argument(cls, base, name, annotation)
        type_ = _type_of(argument)
    if given is None:
        if argument is None:
            raise exc.ArgumentError(
                f"No type information could be extracted from annotation {annotation} for attribute "
                f"'{base.__name__}.{name}'")
        if type_ is None:
            raise exc.ArgumentError(
                f"Could not find a SQL type for type {argument} obtained from annotation {annotation} in attribute "
                f"'{base.__name__}.{name}'")
        return Column(name, type_, nullable=_includes_none(argument))
    column = given._copy()
    if column.key == column.name and column.key != name:
        column.key = name
    if column.name is None:
        column.name = name
    if isinstance(column.type, NullType):
        if type_ is not None:
            column.type = type_
        elif not column.foreign_keys:
            raise exc.ArgumentError(
                f"Python typing annotation is required for attribute '{base.__name__}.{name}' when primary argument(s) "
                "for Column construct are None or not present")
    if argument is not None and given._user_defined_nullable is NULL_UNSPECIFIED and not column.primary_key:
        column.nullable = _includes_none(argument)
    return column


def _is_of_no_table(key):
    target = key.target_column
    return target is not None and getattr(target, "table", None) is None


def _argument(cls, base, name, raw):
    """What stands in the brackets of `Named[...]`; None without brackets."""
    import sys

    from .schema import Column

    annotation = raw
    if isinstance(annotation, typing.ForwardRef):
        annotation = annotation.__forward_arg__
    try:
        if isinstance(annotation, str):
            module = sys.modules.get(base.__module__)
            annotation = eval(annotation, {"Column": Column, "Named": Named, **vars(module)})
    except Exception as error:
        raise exc.ArgumentError(
            f"Could not interpret annotation {raw} for attribute '{cls.__name__}.{name}'") from error
    if isinstance(annotation, type) and issubclass(annotation, (Column, Named)):
        return None
    origin = typing.get_origin(annotation)
    if not isinstance(origin, type) or not issubclass(origin, (Column, Named)):
        raise exc.ArgumentError(
            f"Annotation {raw} for attribute '{cls.__name__}.{name}' is not of type Named/Column[...]")
    return typing.get_args(annotation)[0]


def _includes_none(argument):
    from sqlalchemy.orm.annotations import without_none

    return without_none(argument)[1]


def _type_of(argument):
    if argument is None:
        return None
    from sqlalchemy.orm.annotations import without_none
    from sqlalchemy.orm.type_map import exact

    return exact(without_none(argument)[0])

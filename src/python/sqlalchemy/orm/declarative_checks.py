"""What declarative classes may not say, and what they are warned of."""

import typing

from sqlalchemy import Column, ForeignKey, MetaData, exc, util
from sqlalchemy.orm import annotations as _annotations
from sqlalchemy.orm import exc as orm_exc
from sqlalchemy.orm.base import ORMDescriptor, Unmapped
from sqlalchemy.orm.properties import _MISSING, ColumnProperty, MappedColumn, UnmappedColumn, _Declared
from sqlalchemy.sql.elements import ColumnElement

_RESERVED = {"metadata": "MetaData instance", "registry": "Declarative class registry"}


def check_class(cls):
    if not isinstance(cls, type):
        raise exc.ArgumentError(f"Argument 'cls_' is expected to be of type '{type}', got '{type(cls)}'")


def refuse_dataclass_arguments(cls, attributes):
    for name, value in attributes.items():
        is_column = isinstance(value, MappedColumn)
        told = value.mapping if is_column else getattr(value, "dataclass_options", None) or {}
        given = {option for option in ("init", "repr", "default", "default_factory", "compare", "kw_only", "hash",
                                       "dataclass_metadata")
                 if told.get(option, _MISSING) is not _MISSING} - ({"default"} if is_column else set())
        if isinstance(value, ColumnProperty) and given == {"init"} and told["init"] is False:
            # An expression is read only anyway.
            continue
        if given:
            shown = ", ".join(sorted(repr(it) for it in given - {"compare", "kw_only", "hash"}))
            raise exc.ArgumentError(
                f"Attribute '{name}' on class {cls} includes dataclasses argument(s): {shown} but class does not specify "
                "SQLAlchemy native dataclass configuration.")


def refuse_mapping_of_base(cls, base):
    table = cls.__dict__.get("__table__")
    is_table = "__table__" in cls.__dict__ and not (callable(table) or hasattr(table, "__get__"))
    if is_table or isinstance(cls.__dict__.get("__tablename__"), str):
        raise exc.InvalidRequestError(
            f"Cannot use {base.__name__!r} directly as a declarative base class. Create a Base by creating a subclass of it.")


def require_annotation(cls, name, kind):
    raise exc.ArgumentError(
        f'Python typing annotation is required for attribute "{cls.__name__}.{name}" when primary argument(s) for "{kind}" '
        "construct are None or not present")


def refuse_plain_annotation(cls, base, name, value, annotation):
    """`name: int` of what is to be mapped, or of what may have been meant so."""
    if getattr(cls, "__dataclass_fields__", None) is not None:
        return
    if base is cls:
        is_meant = value is _MISSING or value is None or isinstance(value, _Declared)
        if not is_meant or getattr(cls, "__allow_unmapped__", False) or getattr(cls, "_sa_apply_dc_transforms", None):
            return
    elif not isinstance(value, (_Declared, Column)):
        return
    if isinstance(annotation, str):
        origin = _annotations.origin_of_text(annotation, cls)
    else:
        origin = getattr(annotation, "__origin__", None)
    if origin is typing.ClassVar or isinstance(origin, type) and issubclass(origin, ORMDescriptor):
        return
    raise orm_exc.MappedAnnotationError(
        f'Type annotation for "{cls.__name__}.{name}" can\'t be correctly interpreted for Annotated Declarative Table '
        "form.  ORM annotations should normally make use of the ``Mapped[]`` generic type, or other ORM-compatible "
        "generic type, as a container for the actual type, which indicates the intent that the attribute is mapped. "
        "Class variables that are not intended to be mapped by the ORM should use ClassVar[].  To allow Annotated "
        'Declarative to disregard legacy annotations which don\'t use Mapped[] to pass, set "__allow_unmapped__ = '
        'True" on the class or a superclass this class.', code="zlpr")


def is_reserved(name, value):
    """Whether an attribute takes a name that Declarative uses itself."""
    return name == "registry" and value is not None or name == "metadata" and value is not None and not isinstance(
        value, MetaData)


def warn_of_reserved(name, value):
    if name in _RESERVED and value is not _MISSING and is_reserved(name, value):
        util.warn(f"Attribute name '{name}' should be left reserved for the {_RESERVED[name]} when using a Declarative class.")


def warn_of_expression(cls, name, value):
    if isinstance(value, ColumnElement) and not isinstance(value, Column):
        util.warn(
            f"Attribute '{name}' on class {cls} appears to be a non-schema SQLAlchemy expression object; this won't be part of "
            "the declarative mapping. To map arbitrary expressions, use ``column_property()`` or a similar function such as "
            "``deferred()``, ``query_expression()`` etc. ")


def refuse_bound_foreign_keys(column):
    for it in column.args if isinstance(column, MappedColumn) else column.foreign_keys:
        target = getattr(it, "_colspec", None) if isinstance(it, ForeignKey) else None
        if isinstance(target, MappedColumn):
            target = target.column
        if isinstance(target, Column) and target.table is None:
            raise exc.InvalidRequestError(
                "Columns with foreign keys to non-table-bound columns must be declared as @declared_attr callables on "
                "declarative mixin classes.  For dataclass field() objects, use a lambda:.")


def check_unmapped(cls, base, name, value, wrapper):
    """Unmapped[] and unmapped_column() belong together."""
    if value is _MISSING:
        return
    if wrapper is Unmapped and not isinstance(value, UnmappedColumn):
        raise exc.ArgumentError(f'Attribute "{cls.__name__}.{name}" uses the Unmapped[] annotation, which must be used with '
                                "unmapped_column() or with no value on the right side")
    if wrapper is not Unmapped and isinstance(value, UnmappedColumn):
        raise exc.ArgumentError(
            f'Attribute "{cls.__name__}.{name}" uses unmapped_column() with the {wrapper.__name__}[] annotation; '
            "unmapped_column() must be used with the Unmapped[] annotation")


def check_unmapped_arguments(cls, name, column):
    told = column.mapping
    given = [option for option, is_given in (
        ("deferred", told["deferred"] is not _MISSING), ("deferred_group", told["group"] is not None),
        ("deferred_raiseload", told["raiseload"]), ("active_history", told["active_history"])) if is_given]
    if given:
        raise exc.ArgumentError(f'Attribute "{cls.__name__}.{name}" is not mapped, and does not accept the argument(s) '
                                + ", ".join(map(repr, given)))


def warn_of_same_names(cls, columns_of):
    keys = {}
    for key, columns in columns_of.items():
        for column in columns:
            keys.setdefault(column.name, []).append(key)
    for name, found in keys.items():
        if len(found) > 1 and name is not None:
            util.warn(
                f"On class {cls.__name__!r}, Column object {name!r} named directly multiple times, only one will be used: "
                f"{', '.join(sorted(found))}. Consider using orm.synonym instead")


def warn_of_replaced(mapper, key, value):
    """An attribute that comes after its class was mapped takes the place of another."""
    cls = mapper.class_
    if mapper._has_property(key):
        if dict(mapper._props_quietly()).get(key) == "concrete":
            return
        what = "an existing ORM-mapped attribute"
    elif cls.__dict__.get(key) not in (None, value):
        what = "an existing class-bound attribute of the same name"
    else:
        return
    util.warn_deprecated(
        f"User-placed attribute {cls.__name__}.{key} on {mapper} is replacing {what}.  Behavior is not fully defined in "
        "this case.  This use is deprecated and will raise an error in a future release", "2.0")

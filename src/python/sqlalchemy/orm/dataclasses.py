"""Mapped classes as dataclasses: `MappedAsDataclass`, `mapped_as_dataclass()`, `unmapped_dataclass()`."""

import dataclasses

from sqlalchemy import exc, util
from sqlalchemy.orm import annotations as _annotations
from sqlalchemy.orm.composites import Composite
from sqlalchemy.orm.base import DONT_SET, Unmapped
from sqlalchemy.orm.properties import _MISSING, MappedColumn, _Declared
from sqlalchemy.orm.relationships import RelationshipProperty
from _sqlalchemy_orm import Attribute, set_dont_set

set_dont_set(DONT_SET)
_ARGUMENTS = ("init", "repr", "eq", "order", "unsafe_hash", "match_args", "kw_only", "dataclass_callable")


def note_arguments(cls, given):
    """What a class says of its dataclass, over what its bases say."""
    current = getattr(cls, "_sa_apply_dc_transforms", None) or {}
    told = {name: given.get(name, _MISSING) for name in _ARGUMENTS}
    cls._sa_apply_dc_transforms = {
        name: current.get(name, _MISSING) if value is _MISSING else value for name, value in told.items()}


class MappedAsDataclass:
    """A base or mixin that makes the classes below it dataclasses."""

    def __init_subclass__(
        cls, init=_MISSING, repr=_MISSING, eq=_MISSING, order=_MISSING, unsafe_hash=_MISSING, match_args=_MISSING,
        kw_only=_MISSING, dataclass_callable=_MISSING, **kw,
    ):
        note_arguments(cls, dict(
            init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, match_args=match_args, kw_only=kw_only,
            dataclass_callable=dataclass_callable))
        super().__init_subclass__(**kw)
        if "__mapper__" not in cls.__dict__:
            transform_unmapped(cls)


def unmapped_dataclass(cls=None, **kw):
    def decorate(cls):
        note_arguments(cls, kw)
        transform_unmapped(cls)
        return cls

    return decorate if cls is None else decorate(cls)


def transform_unmapped(cls):
    """A mixin becomes a dataclass; its attributes stay for the classes that will be mapped."""
    found = {}
    for name, annotation in _annotations.annotations_of(cls).items():
        found[name] = (annotation, cls.__dict__.get(name, _MISSING), cls)
    kept = {name: value for name, value in cls.__dict__.items() if not (name.startswith("__") and name.endswith("__"))}
    try:
        _make(cls, found, False)
    finally:
        for name, value in kept.items():
            if name in cls.__dict__:
                delattr(cls, name)
            setattr(cls, name, value)


def transform(cls, attributes, origins):
    """A class about to be mapped becomes a dataclass. Gives the values of attributes that were not set."""
    if "__dataclass_fields__" in cls.__dict__:
        raise exc.InvalidRequestError(
            f"Class {cls} is already a dataclass; ensure that base classes / decorator styles of establishing dataclasses "
            "are not being mixed. This can happen if a class that inherits from 'MappedAsDataclass', even indirectly, is "
            "been mapped with '@registry.mapped_as_dataclass'")
    if "__table__" in cls.__dict__:
        raise exc.InvalidRequestError(
            f"Class {cls} already defines a '__table__'. ORM Annotated Dataclasses do not support a pre-existing "
            "'__table__' element")
    found = {}
    strangers = {}
    # Columns of mixins come first.
    for name, (annotation, origin) in sorted(origins.items(), key=lambda it: it[1][1] is cls or not isinstance(
            attributes.get(it[0]), MappedColumn)):
        value = attributes.get(name, origin.__dict__.get(name, _MISSING))
        if origin is not cls and "__dataclass_fields__" not in origin.__dict__:
            strangers.setdefault(origin, []).append(name)
        if not isinstance(value, Attribute):
            found[name] = (annotation, value, origin)
    for origin, names in strangers.items():
        raise exc.InvalidRequestError(
            f"When transforming {cls} to a dataclass, attribute(s) {', '.join(repr(name) for name in names)} originates "
            f"from superclass {origin}, which is not a dataclass.  When declaring SQLAlchemy Declarative Dataclasses, "
            "ensure that all mixin classes and other superclasses which include attributes are also a subclass of "
            "MappedAsDataclass or make use of the @unmapped_dataclass decorator.", code="dcmx")
    return _make(cls, found, not getattr(cls, "_sa_disable_descriptor_defaults", False))


def _make(cls, found, uses_defaults):
    given = cls._sa_apply_dc_transforms
    own = _annotations.annotations_of(cls)
    swapped = {}
    defaults = {}
    proxies = {}  # of associations: they stay beside what is mapped
    for name, (annotation, value, _) in found.items():
        if _is_unmapped(annotation, cls):
            continue
        swapped[name] = own.get(name, annotation)
        if isinstance(value, _Declared):
            options = _options_of(value)
            if uses_defaults:
                _replace_default(name, value, options, defaults)
            setattr(cls, name, _field(name, options))
        elif value is not _MISSING and name not in cls.__dict__:
            setattr(cls, name, value)
    for name in own:
        value = cls.__dict__.get(name)
        if name not in found and hasattr(value, "dataclass_options"):
            proxies[name] = value
            setattr(cls, name, _field(name, value.dataclass_options))
    first = {}
    for name, annotation in own.items():
        if name in swapped:
            break
        if not _is_unmapped(annotation, cls):
            first[name] = annotation
    merged = {**first, **swapped}
    for name, annotation in own.items():
        if not _is_unmapped(annotation, cls):
            merged.setdefault(name, annotation)
    cls.__annotations__ = merged
    make = given["dataclass_callable"]
    make = dataclasses.dataclass if make is _MISSING else make
    try:
        make(cls, **{
            name: value for name, value in given.items() if value is not _MISSING and name != "dataclass_callable"})
    except (TypeError, ValueError) as error:
        raise exc.InvalidRequestError(
            f"Python dataclasses error encountered when creating dataclass for {cls.__name__!r}: {_as_of_311(error)}. Please refer "
            "to Python dataclasses documentation for additional information.", code="dcte") from error
    finally:
        cls.__annotations__ = own
        for name, proxy in proxies.items():
            setattr(cls, name, proxy)
    made = cls.__dict__.get("__init__")
    if getattr(made, "__qualname__", None) == f"{cls.__qualname__}.__init__" and given["init"] is not False:
        # As messages about wrong arguments name it in the Python that SQLAlchemy's were recorded with.
        made.__qualname__ = "__init__"
        made.__annotations__ = {}
    return defaults


def _as_of_311(error):
    import re

    return re.sub(r"(follows default argument) '.*?'", r"\1", repr(error))


def _is_unmapped(annotation, cls):
    described = _annotations.describe(annotation, cls)
    return described is not None and described.wrapper is Unmapped


_OPTIONS = ("init", "repr", "default", "default_factory", "compare", "kw_only", "hash", "dataclass_metadata")


def _options_of(value):
    told = value.mapping if isinstance(value, MappedColumn) else value.dataclass_options
    return {name: told[name] for name in _OPTIONS if told.get(name, _MISSING) is not _MISSING}


def _replace_default(name, value, options, defaults):
    """A plain default is not set on the instance: reading the attribute gives it."""
    if "default" in options and not callable(options["default"]) and not isinstance(value, Composite):
        defaults[name] = options["default"]
        options["default"] = DONT_SET
    elif isinstance(value, RelationshipProperty) and "default_factory" in options:
        collection = value.options["collection_class"] or list
        if value.options["uselist"] is not False and options["default_factory"] is collection:
            del options["default_factory"]
            options["default"] = DONT_SET


def _field(name, options):
    options = dict(options)
    if "dataclass_metadata" in options:
        options["metadata"] = options.pop("dataclass_metadata")
    default = options.get("default")
    if "default" in options and callable(default):
        util.warn_deprecated(
            f"Callable object passed to the ``default`` parameter for attribute {name!r} in a ORM-mapped Dataclasses "
            "context is ambiguous, and this use will raise an error in a future release.  If this callable is intended to "
            "produce Core level INSERT default values for an underlying ``Column``, use the "
            "``mapped_column.insert_default`` parameter instead.  To establish this callable as providing a default value "
            "for instances of the dataclass itself, use the ``default_factory`` dataclasses parameter.", "2.0")
    elif options.get("init") is False and "default" in options and "default_factory" not in options:
        del options["default"]
        options["default_factory"] = lambda: default
    return dataclasses.field(**options)


def mapped_as_dataclass(registry, *, init=_MISSING, repr=_MISSING, eq=_MISSING, order=_MISSING, unsafe_hash=_MISSING,
                        match_args=_MISSING, kw_only=_MISSING, dataclass_callable=_MISSING):
    return registry.mapped_as_dataclass(
        init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, match_args=match_args, kw_only=kw_only,
        dataclass_callable=dataclass_callable)

"""Registries and bases of declarative classes."""

from sqlalchemy import Column, MetaData, exc
from sqlalchemy.orm import clsregistry
from sqlalchemy.orm import declarative_checks as checks
from sqlalchemy.orm import inheritance
from sqlalchemy.orm.annotations import without_none
from sqlalchemy.orm.decl_base import (
    _is_to_map, _make_mapper, _without_attributes, add_property, declared_attr, map_class)
from sqlalchemy.orm.properties import Synonym, _Declared
from _sqlalchemy_orm import Attribute, construct


def declarative_constructor(self, **kwargs):
    construct(self, kwargs)


declarative_constructor.__name__ = declarative_constructor.__qualname__ = "__init__"


class registry:
    """Mapped classes that know each other by name."""

    def __init__(self, *, metadata=None, class_registry=None, type_annotation_map=None, constructor=declarative_constructor):
        if class_registry is not None:
            raise NotImplementedError("registry(class_registry=) is not part of the playground")
        self.metadata = metadata if metadata is not None else MetaData()
        self.constructor = constructor
        self.type_annotation_map = {}
        self.update_type_annotation_map(type_annotation_map or {})
        self._classes = {}
        self._mappers = []

    @property
    def mappers(self):
        return frozenset(self._mappers)

    def update_type_annotation_map(self, type_annotation_map):
        self.type_annotation_map.update((without_none(it)[0], sql_type) for it, sql_type in type_annotation_map.items())

    def as_declarative_base(self, **kw):
        return lambda cls: self.generate_base(cls=cls, name=cls.__name__, **kw)

    def generate_base(self, mapper=None, cls=object, name="Base", metaclass=None):
        bases = cls if isinstance(cls, tuple) else (cls,)
        body = {"registry": self, "metadata": self.metadata, "__abstract__": True}
        if mapper is not None:
            body["__mapper_cls__"] = mapper
        if isinstance(cls, type):
            body["__doc__"] = cls.__doc__
        if hasattr(cls, "__class_getitem__"):
            body["__class_getitem__"] = lambda cls, key: cls
        if self.constructor is not None:
            body["__init__"] = self.constructor
        return (metaclass or DeclarativeMeta)(name, bases, body)

    def mapped(self, cls):
        checks.check_class(cls)
        map_class(self, cls)
        return cls

    def map_declaratively(self, cls):
        self.mapped(cls)
        return cls.__mapper__

    def map_imperatively(self, class_, local_table=None, **kw):
        checks.check_class(class_)
        inheritance.note_hooks(class_)
        properties = dict(kw.pop("properties", None) or {})
        order = list(properties)
        composed = {key: properties.pop(key) for key, value in list(properties.items()) if hasattr(value, "attrs")}
        mapper = _make_mapper(self, class_, local_table, properties, kw)
        mapper.__dict__["_declared_order"] = order
        for key, value in composed.items():
            from sqlalchemy.orm import composites

            composites.install(class_, mapper, key, value, properties)
        return mapper

    def mapped_as_dataclass(self, cls=None, /, **kw):
        from sqlalchemy.orm import dataclasses

        def decorate(cls):
            dataclasses.note_arguments(cls, kw)
            return self.mapped(cls)

        return decorate if cls is None else decorate(cls)

    def configure(self, cascade=False):
        from sqlalchemy.orm import configuration

        configuration.configure_all(self)

    def dispose(self, cascade=False):
        from sqlalchemy.orm import configuration

        configuration.forget(self)
        for mapper in self._mappers:
            configuration.unmap(mapper)
        self._mappers.clear()
        self._classes.clear()

    def _resolve_name(self, name):
        return clsregistry.resolve(self, name)


class DeclarativeAttributeIntercept(type):
    """Attributes that are set on a mapped class later are mapped, too."""

    def __setattr__(cls, key, value):
        if "__mapper__" not in cls.__dict__:
            type.__setattr__(cls, key, value)
        elif isinstance(value, (_Declared, Column)):
            add_property(cls.__mapper__, key, value)
        elif isinstance(value, Attribute) and value.key != key:
            add_property(cls.__mapper__, key, Synonym(value.key))
        else:
            type.__setattr__(cls, key, value)

    def __delattr__(cls, key):
        if "__mapper__" in cls.__dict__ and isinstance(cls.__dict__.get(key), (Attribute, _Declared, Column)):
            raise NotImplementedError("Can't un-map individual mapped attributes on a mapped class.")
        type.__delattr__(cls, key)


class DeclarativeMeta(DeclarativeAttributeIntercept):
    """The class of what `declarative_base()` gives: it maps the classes that are made of it."""

    def __init__(cls, classname, bases, dict_, **kw):
        reg = getattr(cls, "_sa_registry", None)
        if reg is None:
            reg = cls.__dict__.get("registry")
            if not isinstance(reg, registry):
                raise exc.InvalidRequestError(
                    "Declarative base class has no 'registry' attribute, or registry is not a sqlalchemy.orm.registry() "
                    "object")
            cls._sa_registry = reg
        if _is_to_map(cls):
            map_class(reg, cls)
        type.__init__(cls, classname, bases, dict_)


class DeclarativeBase(metaclass=DeclarativeAttributeIntercept):
    """Base of mapped classes: `class Base(DeclarativeBase): pass`."""

    def __init_subclass__(cls, **kw):
        if DeclarativeBase in cls.__bases__:
            checks.refuse_mapping_of_base(cls, DeclarativeBase)
            _set_up_base(cls)
        elif _is_to_map(cls):
            map_class(cls._sa_registry, cls)
        super().__init_subclass__(**kw)


class DeclarativeBaseNoMeta:
    def __init_subclass__(cls, **kw):
        if DeclarativeBaseNoMeta in cls.__bases__:
            checks.refuse_mapping_of_base(cls, DeclarativeBaseNoMeta)
            _set_up_base(cls)
        elif _is_to_map(cls):
            map_class(cls._sa_registry, cls)
        super().__init_subclass__(**kw)


def _set_up_base(cls):
    metadata, reg = getattr(cls, "metadata", None), getattr(cls, "registry", None)
    type_annotation_map = getattr(cls, "type_annotation_map", None)
    if reg is None:
        reg = cls.registry = registry(metadata=metadata, type_annotation_map=type_annotation_map)
    elif not isinstance(reg, registry):
        raise exc.InvalidRequestError(
            "Declarative base class has a 'registry' attribute that is not an instance of sqlalchemy.orm.registry()")
    elif type_annotation_map is not None:
        raise exc.InvalidRequestError(
            "Declarative base class has both a 'registry' attribute and a type_annotation_map entry.  Per-base "
            "type_annotation_maps are not supported.  Please apply the type_annotation_map to this registry directly.")
    cls._sa_registry = reg
    if "metadata" not in cls.__dict__:
        cls.metadata = reg.metadata
    if getattr(cls, "__init__", object.__init__) is object.__init__:
        cls.__init__ = reg.constructor


def declarative_base(
    *, metadata=None, mapper=None, cls=object, name="Base", class_registry=None, type_annotation_map=None,
    constructor=declarative_constructor, metaclass=None,
):
    return registry(
        metadata=metadata, class_registry=class_registry, type_annotation_map=type_annotation_map,
        constructor=constructor,
    ).generate_base(mapper=mapper, cls=cls, name=name, metaclass=metaclass)


_without_attributes.update((DeclarativeBase, DeclarativeBaseNoMeta))


def configure_mappers():
    """Works out the relationships of every mapper that still waits for it."""
    from sqlalchemy.orm import configuration

    configuration.configure_all()


def clear_mappers():
    from sqlalchemy.orm import configuration

    configuration.clear()


def has_inherited_table(cls):
    return any(getattr(base, "__table__", None) is not None for base in cls.__mro__[1:])


def synonym_for(name, map_column=False):
    from sqlalchemy.orm.properties import synonym

    return lambda fn: synonym(name, map_column=map_column, descriptor=fn)


for _public in (
        registry, DeclarativeAttributeIntercept, DeclarativeMeta, DeclarativeBase, DeclarativeBaseNoMeta, declared_attr):
    _public.__module__ = "sqlalchemy.orm.decl_api"

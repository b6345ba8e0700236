"""The old place of the declarative functions."""

from sqlalchemy import Table, inspect, util
from sqlalchemy._run import remembers
from sqlalchemy.orm import inheritance
from sqlalchemy.orm import DeclarativeBase as DeclarativeBase
from sqlalchemy.orm import declarative_base as _declarative_base
from sqlalchemy.orm import declared_attr as declared_attr
from sqlalchemy.orm import has_inherited_table as has_inherited_table
from sqlalchemy.orm import polymorphic_union
from sqlalchemy.orm.declarative import Deferred


class ConcreteBase:
    """Queries of a class with concrete subclasses read the UNION of all their tables."""

    @classmethod
    def _create_polymorphic_union(cls, mappers, discriminator_name):
        return polymorphic_union(
            {mapper.polymorphic_identity: mapper.local_table for mapper in mappers}, discriminator_name, "pjoin")

    @classmethod
    def __declare_first__(cls):
        mapper = cls.__mapper__
        if mapper._told("has_with_polymorphic"):
            return
        discriminator_name = getattr(cls, "_concrete_discriminator_name", None) or "type"
        union = cls._create_polymorphic_union(list(mapper.self_and_descendants), discriminator_name)
        mapper._set_with_polymorphic(None, union)
        mapper._set_polymorphic_on(union.c[discriminator_name])


class AbstractConcreteBase(ConcreteBase):
    """The same without a table for the base; the base is mapped when all subclasses are known."""

    __no_table__ = True

    @classmethod
    def __declare_first__(cls):
        cls._sa_decl_prepare_nocascade()

    @classmethod
    def _sa_decl_prepare_nocascade(cls):
        if getattr(cls, "__mapper__", None):
            return
        mappers = []
        stack = list(cls.__subclasses__())
        while stack:
            found = stack.pop()
            stack.extend(found.__subclasses__())
            mapper = found.__dict__.get("__mapper__")
            if mapper is not None:
                mappers.append(mapper)
        discriminator_name = getattr(cls, "_concrete_discriminator_name", None) or "type"
        union = cls._create_polymorphic_union(mappers, discriminator_name)
        inheritance.map_deferred(cls, union, discriminator_name, cls.__dict__.get("strict_attrs", False))
        stack = [cls]
        while stack:
            found = stack.pop(0)
            stack.extend(found.__subclasses__())
            mapper = found.__dict__.get("__mapper__")
            if mapper is not None and mapper.concrete and mapper.inherits is None:
                for base in found.__mro__[1:]:
                    if "__mapper__" in base.__dict__:
                        mapper._set_concrete_base(base.__mapper__)
                        break


class DeferredReflection:
    """Subclasses are mapped by `prepare()`, which reflects their tables first."""

    @classmethod
    def _sa_decl_prepare(cls, reg):
        _waiting.append(Deferred(reg, cls))

    @classmethod
    def prepare(cls, bind, **reflect_kw):
        found = sorted((it for it in _waiting if issubclass(it.cls, cls)), key=lambda it: len(it.cls.__mro__))
        with inspect(bind)._on_one_connection() as inspector:
            for config in found:
                _waiting.remove(config)
                if config.local_table is not None:
                    cls._reflect_table(config.local_table, inspector, reflect_kw)
                config.map()

    @classmethod
    def _reflect_table(cls, table, inspector, reflect_kw):
        Table(table.name, table.metadata, extend_existing=True, autoload_replace=False, autoload_with=inspector,
              schema=table.schema, **reflect_kw)


_waiting = []


def declarative_base(*args, **kw):
    util.warn_deprecated_20(
        "The ``declarative_base()`` function is now available as sqlalchemy.orm.declarative_base().")
    return _declarative_base(*args, **kw)


remembers(_waiting)

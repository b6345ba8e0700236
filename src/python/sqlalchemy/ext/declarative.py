"""The old place of the declarative functions."""

from contextlib import nullcontext

from sqlalchemy import Connection, Engine, Table, exc, util
from sqlalchemy._run import remembers
from sqlalchemy.orm import inheritance
from sqlalchemy.orm import DeclarativeBase as DeclarativeBase
from sqlalchemy.orm import declarative_base as _declarative_base
from sqlalchemy.orm import declared_attr as declared_attr
from sqlalchemy.orm import has_inherited_table as has_inherited_table
from sqlalchemy.orm import polymorphic_union
from sqlalchemy.orm import synonym_for as synonym_for
from sqlalchemy.orm import as_declarative as as_declarative
from sqlalchemy.orm.decl_base import Deferred


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
        if not isinstance(bind, (Connection, Engine)):
            raise exc.ArgumentError(f"Expected Engine or Connection, got {bind!r}")
        with nullcontext(bind) if isinstance(bind, Connection) else bind.connect() as conn:
            _reflect(conn, [it.local_table for it in found if it.local_table is not None], reflect_kw)
            secondaries = []
            for config in found:
                _waiting.remove(config)
                config.map()
                for _, declared in config.cls.__mapper__._declared_relationships():
                    secondary = declared.options["secondary"]
                    if isinstance(secondary, str):
                        schema = getattr(config.local_table, "schema", None)
                        secondary = declared.options["secondary"] = Table(secondary, config.cls.metadata, schema=schema)
                    if isinstance(secondary, Table):
                        secondaries.append(secondary)
            _reflect(conn, secondaries, {})


def _reflect(conn, tables, reflect_kw):
    names = {}
    for table in tables:
        names.setdefault((table.metadata, table.schema), []).append(table.name)
    for (metadata, schema), only in names.items():
        metadata.reflect(
            conn, only=list(dict.fromkeys(only)), schema=schema, extend_existing=True, autoload_replace=False, **reflect_kw)


_waiting = []


def declarative_base(*args, **kw):
    util.warn_deprecated_20(
        "The ``declarative_base()`` function is now available as sqlalchemy.orm.declarative_base().")
    return _declarative_base(*args, **kw)


remembers(_waiting)

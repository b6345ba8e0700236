"""Entities: aliases, identity keys, inspection helpers."""

from sqlalchemy import exc, util
from _sqlalchemy_orm import Mapper, aliased as _aliased, aliased_attribute, mapper_of, state_of


class AliasedClass:
    """`aliased(User)`: the class under another name in one statement."""

    def __init__(self, insp, class_):
        self.__dict__["_aliased_insp"] = insp
        self.__dict__["__name__"] = class_.__name__
        self.__dict__["_class"] = class_

    def __getattr__(self, key):
        if key == "__mapper__":
            return self._aliased_insp.mapper
        if key.startswith("__") or key == "_sa_option":
            raise AttributeError(key)
        mapper = self._aliased_insp.mapper
        if mapper._has_property(key):
            attribute = aliased_attribute(self._aliased_insp, key)
            self.__dict__[key] = attribute
            return attribute
        target = getattr(self._class, key)
        getter = getattr(self._class.__dict__.get(key), "__get__", None)
        if getter is not None and not isinstance(target, type(self)):
            try:
                return getter(None, self)
            except TypeError:
                return target
        return target

    def __repr__(self):
        return "<AliasedClass at 0x%x; %s>" % (id(self), self._class.__name__)

    def __str__(self):
        return repr(self)


def aliased(element, alias=None, name=None, flat=False, adapt_on_names=False):
    from sqlalchemy import Table

    if adapt_on_names:
        raise NotImplementedError("aliased(adapt_on_names=True) is not part of the playground yet")
    if isinstance(element, Table):
        return element.alias(name=name, flat=flat)
    class_ = element._class if isinstance(element, AliasedClass) else element.class_ if isinstance(element, Mapper) else element
    if isinstance(element, AliasedClass):
        element = class_
    if mapper_of(class_) is None and hasattr(element, "alias"):
        return element.alias(name=name)
    return AliasedClass(_aliased(element, alias, name), class_)


def identity_key(class_=None, ident=None, *, instance=None, row=None, identity_token=None):
    if class_ is not None:
        mapper = class_mapper(class_)
        if row is None and ident is None:
            raise exc.ArgumentError("ident or row is required")
        if row is not None:
            ident = tuple(row[column] for column in mapper.primary_key)
        values = tuple(ident) if isinstance(ident, (tuple, list)) else (ident,)
        return (mapper.class_, values, identity_token)
    if instance is not None:
        return state_of(instance).mapper.identity_key_from_instance(instance)
    raise exc.ArgumentError("class or instance is required")


def class_mapper(class_, configure=True):
    mapper = mapper_of(class_) if isinstance(class_, type) else None
    if mapper is None:
        if not isinstance(class_, type):
            raise exc.ArgumentError(f"Class object expected, got '{class_!r}'.")
        from sqlalchemy.orm.exc import UnmappedClassError

        raise UnmappedClassError(class_)
    if configure:
        from _sqlalchemy_orm import configure_if_needed

        configure_if_needed()
    return mapper


def object_mapper(instance):
    state = state_of(instance)
    if state is None:
        from sqlalchemy.orm.exc import UnmappedInstanceError

        raise UnmappedInstanceError(instance)
    return state.mapper


def with_parent(instance, prop, from_entity=None):
    util.refuse("with_parent", from_entity=from_entity)
    return prop._relationship_operator("with_parent", instance)


def was_deleted(object_):
    return state_of(object_).was_deleted


class Bundle:
    single_entity = False

    def __init__(self, name, *exprs, **kw):
        raise NotImplementedError("Bundle() is not part of the playground yet")


def polymorphic_union(*args, **kw):
    raise NotImplementedError("polymorphic_union() is not part of the playground yet")


def with_polymorphic(*args, **kw):
    raise NotImplementedError("with_polymorphic() is not part of the playground yet")

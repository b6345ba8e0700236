"""Values that tell their instance when they are changed in place: `MutableDict.as_mutable(JSON)`."""

import weakref

from sqlalchemy import event
from sqlalchemy.orm import Mapper
from sqlalchemy.orm.attributes import flag_modified
from sqlalchemy.types import TypeEngine


class MutableBase:
    @property
    def _parents(self):
        found = self.__dict__.get("_sa_parents")
        if found is None:
            found = self.__dict__["_sa_parents"] = weakref.WeakKeyDictionary()
        return found

    @classmethod
    def coerce(cls, key, value):
        if value is None:
            return None
        raise ValueError("Attribute '%s' does not accept objects of type %s" % (key, type(value)))

    @classmethod
    def _get_listen_keys(cls, attribute):
        return {attribute.key}

    @classmethod
    def _listen_on_attribute(cls, attribute, coerce, parent_cls):
        key = attribute.key
        if parent_cls is not attribute.class_:
            return
        listen_keys = cls._get_listen_keys(attribute)

        def load(state, *args):
            value = state.dict.get(key)
            if value is not None:
                if coerce:
                    value = cls.coerce(key, value)
                    state.dict[key] = value
                value._parents[state] = key

        def load_some(state, context, attrs):
            if not attrs or listen_keys.intersection(attrs):
                load(state)

        def set_(state, value, oldvalue, initiator):
            if value is oldvalue:
                return value
            if not isinstance(value, cls):
                value = cls.coerce(key, value)
            if value is not None:
                value._parents[state] = key
            if isinstance(oldvalue, cls):
                oldvalue._parents.pop(state, None)
            return value

        event.listen(parent_cls, "load", load, raw=True, propagate=True)
        event.listen(parent_cls, "refresh", load_some, raw=True, propagate=True)
        event.listen(parent_cls, "refresh_flush", load_some, raw=True, propagate=True)
        event.listen(attribute, "set", set_, raw=True, retval=True, propagate=True)


class Mutable(MutableBase):
    def changed(self):
        for parent, key in list(self._parents.items()):
            instance = parent.obj()
            if instance is not None:
                flag_modified(instance, key)

    @classmethod
    def associate_with_attribute(cls, attribute):
        cls._listen_on_attribute(attribute, True, attribute.class_)

    @classmethod
    def associate_with(cls, sqltype):
        cls._for_columns(lambda column: isinstance(column.type, sqltype))

    @classmethod
    def as_mutable(cls, sqltype):
        if isinstance(sqltype, type) and issubclass(sqltype, TypeEngine):
            sqltype = sqltype()
        cls._for_columns(lambda column: column.type is sqltype)
        return sqltype

    @classmethod
    def _for_columns(cls, fits):
        def listen(mapper, class_):
            for prop in mapper.column_attrs:
                # A base class listens for its subclasses.
                if prop.parent is mapper and fits(prop.columns[0]):
                    cls.associate_with_attribute(getattr(class_, prop.key))

        event.listen(Mapper, "mapper_configured", listen)


class MutableComposite(MutableBase):
    """The value of a `composite()`: a change of it is one of its columns."""

    def changed(self):
        for parent, key in list(self._parents.items()):
            instance = parent.obj()
            if instance is not None:
                getattr(type(instance), key)._take(instance, self)


def _telling(base, *names):
    """A method for each name that does what the base does, and tells."""
    def make(name):
        inner = getattr(base, name)

        def method(self, *args, **kw):
            given = inner(self, *args, **kw)
            self.changed()
            return given

        method.__name__ = name
        return method

    return {name: make(name) for name in names}


def _in_place(base, name):
    inner = getattr(base, name)

    def method(self, other):
        inner(self, other)
        self.changed()
        return self

    method.__name__ = name
    return method


def _coercing(base):
    @classmethod
    def coerce(cls, key, value):
        if isinstance(value, cls):
            return value
        if isinstance(value, base):
            return cls(value)
        return Mutable.coerce(key, value)

    return coerce


class MutableDict(Mutable, dict):
    """A dictionary that tells."""

    coerce = _coercing(dict)
    locals().update(_telling(dict, "__setitem__", "__delitem__", "update", "setdefault", "pop", "popitem", "clear"))
    __ior__ = _in_place(dict, "__ior__")

    def __getstate__(self):
        return dict(self)

    def __setstate__(self, state):
        dict.update(self, state)


class MutableList(Mutable, list):
    """A list that tells."""

    coerce = _coercing(list)
    locals().update(_telling(
        list, "__setitem__", "__delitem__", "append", "extend", "insert", "pop", "remove", "clear", "sort", "reverse"))
    __hash__ = object.__hash__

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __reduce_ex__(self, proto):
        return self.__class__, (list(self),)


class MutableSet(Mutable, set):
    """A set that tells."""

    coerce = _coercing(set)
    locals().update(_telling(
        set, "add", "remove", "discard", "pop", "clear", "update", "intersection_update", "difference_update",
        "symmetric_difference_update"))
    __ior__, __iand__, __ixor__, __isub__ = (
        _in_place(set, name) for name in ("__ior__", "__iand__", "__ixor__", "__isub__"))
    __hash__ = object.__hash__

    def __reduce_ex__(self, proto):
        return self.__class__, (list(self),)

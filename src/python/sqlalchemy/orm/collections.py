"""Collections of related objects. Each change is told to the ORM before it is made."""

from sqlalchemy import util
from _sqlalchemy_orm import collection_appending, collection_keeping, collection_popping, collection_removing


def _own_state(self):
    """What a subclass of the program's holds; whose collection it is travels with the instance."""
    own = {key: value for key, value in getattr(self, "__dict__", {}).items() if key not in ("_sa_adapter", "keyfunc")}
    return own or None


class InstrumentedList(list):
    """The list that a relationship attribute holds."""

    __slots__ = ("_sa_adapter",)
    __getstate__ = _own_state

    def append(self, item):
        list.append(self, collection_appending(self, item))

    def remove(self, item):
        collection_removing(self, item)
        if item not in self:
            raise ValueError("list.remove(x): x not in list")
        list.remove(self, item)

    def insert(self, index, item):
        list.insert(self, index, collection_appending(self, item))

    def extend(self, items):
        for item in list(items):
            self.append(item)

    def __iadd__(self, items):
        self.extend(items)
        return self

    def index(self, item, *where):
        try:
            return list.index(self, item, *where)
        except ValueError:
            raise ValueError(f"{item!r} is not in list") from None

    def pop(self, index=-1):
        collection_popping(self)
        item = list.pop(self, index)
        collection_removing(self, item)
        return item

    def clear(self):
        for item in self:
            collection_removing(self, item)
        list.clear(self)

    def __setitem__(self, index, value):
        if not isinstance(index, slice):
            existing = self[index]
            if existing is not None:
                collection_removing(self, existing)
            list.__setitem__(self, index, collection_appending(self, value))
            return
        step = index.step or 1
        start, stop = index.start or 0, len(self) if index.stop is None else index.stop
        start, stop = (at + len(self) if at < 0 else at for at in (start, stop))
        if step == 1:
            if value is self:
                return
            for _ in range(start, stop):
                if len(self) > start:
                    del self[start]
            for at, item in enumerate(value):
                self.insert(at + start, item)
            return
        places = range(start, stop, step)
        if len(value) != len(places):
            raise ValueError(
                f"attempt to assign sequence of size {len(value)} to extended slice of size {len(places)}")
        for at, item in zip(places, value):
            self[at] = item

    def __delitem__(self, index):
        for item in self[index] if isinstance(index, slice) else (self[index],):
            collection_removing(self, item)
        list.__delitem__(self, index)


class InstrumentedSet(set):
    """The set that a relationship attribute holds."""

    __slots__ = ("_sa_adapter",)

    def __reduce_ex__(self, protocol):
        return type(self), (list(self),), _own_state(self)

    def add(self, item):
        if item in self:
            collection_keeping(self, item)
        else:
            set.add(self, collection_appending(self, item))

    def discard(self, item):
        if item in self:
            collection_removing(self, item)
            set.discard(self, item)

    def remove(self, item):
        if item in self:
            collection_removing(self, item)
        set.remove(self, item)

    def pop(self):
        collection_popping(self)
        item = set.pop(self)
        collection_removing(self, item)
        return item

    def clear(self):
        for item in list(self):
            self.remove(item)

    def update(self, *others):
        for other in others:
            for item in list(other):
                self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def difference_update(self, *others):
        for other in others:
            for item in list(other):
                self.discard(item)

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def intersection_update(self, *others):
        for item in list(self):
            if not all(item in other for other in others):
                self.discard(item)

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def symmetric_difference_update(self, other):
        for item in list(other):
            if item in self:
                self.discard(item)
            else:
                self.add(item)

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def _sa_add(self, item):
        set.add(self, item)

    def _sa_discard(self, item):
        set.discard(self, item)


class InstrumentedDict(dict):
    """The dictionary that a relationship attribute holds; keys come from a function."""

    __slots__ = ("_sa_adapter", "keyfunc")
    __getstate__ = _own_state

    def _sa_iterator(self):
        return self.values()

    def _sa_add(self, item, initiator):
        dict.__setitem__(self, self.keyfunc(item), item)

    def _sa_discard(self, item):
        for key, value in list(self.items()):
            if value is item:
                dict.__delitem__(self, key)

    def set(self, value):
        self[self.keyfunc(value)] = value

    def remove(self, value):
        key = self.keyfunc(value)
        if self[key] != value:
            from sqlalchemy import exc

            raise exc.InvalidRequestError(
                f"Can not remove '{value}' from collection; key is '{key}'. Collection contains '{self[key]}' for this "
                "key. Possible cause: is the MappedCollection key function based on mutable properties or properties that "
                "only obtain values after flush?")
        del self[key]

    def __setitem__(self, key, value):
        if key in self:
            collection_removing(self, self[key])
        dict.__setitem__(self, key, collection_appending(self, value))

    def __delitem__(self, key):
        if key in self:
            collection_removing(self, self[key])
        dict.__delitem__(self, key)

    def pop(self, key, *default):
        collection_popping(self)
        is_known = key in self
        item = dict.pop(self, key, *default)
        if is_known:
            collection_removing(self, item)
        return item

    def popitem(self):
        collection_popping(self)
        key, item = dict.popitem(self)
        collection_removing(self, item)
        return key, item

    def clear(self):
        for item in self.values():
            collection_removing(self, item)
        dict.clear(self)

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        elif self[key] is default:
            collection_keeping(self, default)
        return self[key]

    def update(self, *args, **kw):
        for key, value in dict(*args, **kw).items():
            if self.get(key, self) is value:
                collection_keeping(self, value)
            else:
                self[key] = value


def factory_for(collection_class):
    """The class or function that makes the instrumented collection for `collection_class=`."""
    if collection_class is None or collection_class is list:
        return InstrumentedList
    if collection_class is set:
        return InstrumentedSet
    if not isinstance(collection_class, type):
        made = collection_class()
        if isinstance(made, (InstrumentedList, InstrumentedSet, InstrumentedDict)):
            return collection_class
        return factory_for(type(made))
    if issubclass(collection_class, (InstrumentedList, InstrumentedSet, InstrumentedDict)):
        return collection_class
    if issubclass(collection_class, list):
        return type(collection_class.__name__, (collection_class, InstrumentedList), {})
    if issubclass(collection_class, set):
        return type(collection_class.__name__, (collection_class, InstrumentedSet), {})
    return _instrumented(collection_class)


class collection:
    """Decorators that say what the methods of a program's own collection class do."""

    @staticmethod
    def appender(fn):
        fn._sa_instrument_role = "appender"
        return fn

    @staticmethod
    def remover(fn):
        fn._sa_instrument_role = "remover"
        return fn

    @staticmethod
    def iterator(fn):
        fn._sa_instrument_role = "iterator"
        return fn

    @staticmethod
    def internally_instrumented(fn):
        fn._sa_instrumented = True
        return fn

    @staticmethod
    def adds(arg):
        return _told("adds", arg)

    @staticmethod
    def replaces(arg):
        return _told("replaces", arg)

    @staticmethod
    def removes(arg):
        return _told("removes", arg)

    @staticmethod
    def removes_return():
        return _told("removes_return", None)


def _told(what, arg):
    def decorate(fn):
        fn._sa_instrument = what, arg
        return fn

    return decorate


_ROLES = (("appender", ("append", "add")), ("remover", ("remove", "discard")), ("iterator", ("__iter__",)))


def _instrumented(cls):
    """A class of the program with methods that tell of the changes they make."""
    from sqlalchemy import exc

    methods = {}
    for base in reversed(cls.__mro__):
        methods.update((name, fn) for name, fn in base.__dict__.items() if callable(fn))
    roles = {fn._sa_instrument_role: name for name, fn in methods.items() if hasattr(fn, "_sa_instrument_role")}
    for role, names in _ROLES:
        if role not in roles:
            roles[role] = next((name for name in names if name in methods), None)
        if roles[role] is None:
            kind = {"appender": "an appender", "remover": "a remover", "iterator": "an iterator"}[role]
            raise exc.ArgumentError(f"Type {cls.__name__} must elect {kind} method to be a collection class")
    iterate = methods[roles["iterator"]]
    body = {"_sa_add": methods[roles["appender"]], "_sa_discard": methods[roles["remover"]],
            "_sa_iterator": lambda self: iter(list(iterate(self)))}
    for role, what in (("appender", "adds"), ("remover", "removes")):
        fn = methods[roles[role]]
        if not hasattr(fn, "_sa_instrument") and not hasattr(fn, "_sa_instrumented"):
            body[roles[role]] = _telling(fn, what, 1)
    for name, fn in methods.items():
        if hasattr(fn, "_sa_instrument"):
            body[name] = _telling(fn, *fn._sa_instrument)
    return type(cls.__name__, (cls,), body)


def _telling(fn, what, arg):
    names = fn.__code__.co_varnames[:fn.__code__.co_argcount] if hasattr(fn, "__code__") else ()
    position = names.index(arg) if isinstance(arg, str) and arg in names else arg

    def method(self, *args, **kw):
        args = list(args)
        at = position - 1 if isinstance(position, int) and position - 1 < len(args) else None
        key = arg if isinstance(arg, str) else names[arg] if arg is not None and arg < len(names) else None
        member = None if what == "removes_return" else args[at] if at is not None else kw.get(key)
        if what in ("adds", "replaces") and member is not None:
            member = collection_appending(self, member)
            if at is not None:
                args[at] = member
            else:
                kw[key] = member
        elif what == "removes" and member is not None:
            collection_removing(self, member)
        elif what == "removes_return":
            collection_popping(self)
        result = fn(self, *args, **kw)
        if what in ("replaces", "removes_return") and result is not None:
            collection_removing(self, result)
        return result

    method.__name__ = method.__qualname__ = fn.__name__
    return method


from .keyed_collections import (  # noqa: E402,F401
    KeyFuncDict, MappedCollection, attribute_keyed_dict, attribute_mapped_collection, column_keyed_dict,
    column_mapped_collection, keyfunc_mapping, mapped_collection)

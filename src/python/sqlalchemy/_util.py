"""What `sqlalchemy.util` has besides, loaded when a program asks for it."""

import threading

from .util import EMPTY_DICT, IdentitySet, ScopedRegistry, memoized_property


class LRUCache(dict):
    """Keeps the newest `capacity` items, and half as many again before it looks."""

    __module__ = "sqlalchemy.util._collections"
    __repr__ = object.__repr__

    def __init__(self, capacity=100, threshold=0.5, size_alert=None):
        self.capacity, self.threshold, self.size_alert = capacity, threshold, size_alert
        self._used, self._count = {}, 0

    def _touch(self, key):
        self._count += 1
        self._used[key] = self._count

    def __getitem__(self, key):
        found = dict.__getitem__(self, key)
        self._touch(key)
        return found

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __setitem__(self, key, value):
        dict.__setitem__(self, key, value)
        self._touch(key)
        if len(self) > self.capacity * (1 + self.threshold):
            if self.size_alert:
                self.size_alert(self)
            for old in sorted(self, key=self._used.get)[:len(self) - self.capacity]:
                del self[old]

    def __delitem__(self, key):
        dict.__delitem__(self, key)
        self._used.pop(key, None)

    @property
    def size_threshold(self):
        return self.capacity * (1 + self.threshold)


class PopulateDict(dict):
    def __init__(self, creator):
        self.creator = creator

    def __missing__(self, key):
        self[key] = found = self.creator(key)
        return found


class OrderedIdentitySet(IdentitySet):
    pass


class ThreadLocalRegistry(ScopedRegistry):
    def __init__(self, createfunc):
        super().__init__(createfunc, threading.get_ident)


class memoized_instancemethod:
    """A method without arguments whose result is kept."""

    def __init__(self, fget, doc=None):
        self.fget, self.__name__ = fget, fget.__name__

    def __get__(self, obj, cls):
        if obj is None:
            return self

        def once(*args, **kw):
            found = self.fget(obj, *args, **kw)
            obj.__dict__[self.__name__] = lambda *args, **kw: found
            return found
        return once


class classproperty(property):
    def __get__(self, obj, cls):
        return self.fget(cls)


class hybridproperty:
    """A property of instances, and of the class."""

    def __init__(self, func):
        self.func = self.clslevel = func

    def __get__(self, instance, owner):
        return self.clslevel(owner) if instance is None else self.func(instance)

    def classlevel(self, func):
        self.clslevel = func
        return self


class hybridmethod(hybridproperty):
    def __get__(self, instance, owner):
        return self.clslevel.__get__(owner, owner.__class__) if instance is None else self.func.__get__(instance, owner)


ro_memoized_property = memoized_property
non_memoized_property = ro_non_memoized_property = property


def asbool(obj):
    from .engine.create import _flag
    return _flag(obj)


def asint(value):
    return value if value is None else int(value)


def bool_or_str(*text):
    return lambda obj: obj if obj in text else asbool(obj)


def to_set(x):
    return set() if x is None else x if isinstance(x, set) else set(x if isinstance(x, (list, tuple, frozenset)) else [x])


def unique_list(seq, hashfunc=None):
    found = {}
    for item in seq:
        found.setdefault(hashfunc(item) if hashfunc else item, item)
    return list(found.values())


def update_copy(d, _new=EMPTY_DICT, **kw):
    return {**d, **_new, **kw}


def has_intersection(set_, iterable):
    return bool(set(set_).intersection(iterable))


def has_dupes(sequence, target):
    return sequence.count(target) > 1


def flatten_iterator(x):
    for item in x:
        if not isinstance(item, (str, bytes)) and hasattr(item, "__iter__"):
            yield from flatten_iterator(item)
        else:
            yield item


def only_once(fn, retry_on_exception):
    done = []

    def go(*args, **kw):
        if not done:
            done.append(True)
            try:
                return fn(*args, **kw)
            except BaseException:
                if retry_on_exception:
                    done.clear()
                raise
    return go


def walk_subclasses(cls):
    seen, left = set(), [cls]
    while left:
        found = left.pop()
        if found not in seen:
            seen.add(found)
            left.extend(found.__subclasses__())
            yield found


def md5_hex(x):
    import hashlib
    return hashlib.md5(x.encode("utf-8"), usedforsecurity=False).hexdigest()

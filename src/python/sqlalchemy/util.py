"""Small things that programs import."""

from . import exc


# What a class that is generic in SQLAlchemy answers to `Select[...]`.
subscript = classmethod(type(list[int]))


# A warning is about the program's line, however deep it is found.
_OURS = ("<frozen sqlalchemy",)


def warn(msg, code=None):
    import warnings

    warnings.warn(exc.SAWarning(msg, code=code) if code else msg, exc.SAWarning, stacklevel=2, skip_file_prefixes=_OURS)


def _warn_here(msg, category):
    """A warning of the engine, of a statement that it compiles."""
    import warnings

    warnings.warn(msg, category, stacklevel=2, skip_file_prefixes=_OURS)


def refuse(what, **arguments):
    """Refuses by name arguments that are not supported; None and False are "not given"."""
    for name, value in arguments.items():
        if value is not None and value is not False:
            raise NotImplementedError(f"{what}({name}{'' if '=' in name else '='}) is not part of the playground")


def warn_deprecated(msg, version, stacklevel=2, code=None):
    import warnings

    made = exc.SADeprecationWarning(msg, code=code)
    made.deprecated_since = version
    warnings.warn(made, stacklevel=stacklevel, skip_file_prefixes=_OURS)


def warn_deprecated_20(msg, category=exc.MovedIn20Warning):
    import warnings

    warnings.warn(f"{msg} (deprecated since: 2.0)", category, stacklevel=2, skip_file_prefixes=_OURS)


def later(module, places):
    """A module's `__getattr__` for names that stand in others of the ORM, which are loaded when they are asked for."""

    def __getattr__(name):
        if name not in places:
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        import importlib

        return getattr(importlib.import_module("sqlalchemy.orm." + places[name]), name)

    return __getattr__


def ellipses_string(value, len_=25):
    return value if len(value) <= len_ else value[:len_] + "..."


class immutabledict(dict):
    def __repr__(self):
        return "immutabledict(%s)" % dict.__repr__(self)

    def _refused(self, *args, **kw):
        raise TypeError("immutabledict object is immutable")

    __setitem__ = __delitem__ = clear = pop = popitem = setdefault = update = _refused

    def union(self, other=None, **kw):
        return immutabledict({**self, **(other or {}), **kw})

    def merge_with(self, *dicts):
        made = dict(self)
        for one in dicts:
            made.update(one or {})
        return immutabledict(made)

    def copy(self):
        return self

    def __or__(self, other):
        return immutabledict(dict.__or__(self, other)) if isinstance(other, dict) else NotImplemented

    def __ror__(self, other):
        return immutabledict(dict.__or__(other, self)) if isinstance(other, dict) else NotImplemented

    __ior__ = _refused

    def __reduce__(self):
        return immutabledict, (dict(self),)


EMPTY_DICT = immutabledict()


class symbol(str):
    def __new__(cls, name, doc=None, canonical=None):
        return str.__new__(cls, name)

    name = property(str.__str__)

    def __repr__(self):
        return f"symbol({str.__repr__(self)})"

    __str__ = __repr__


class OrderedSet:
    """A set that keeps the order in which its members came."""

    def __init__(self, items=()):
        self._items = {self._key(item): item for item in items or ()}

    def _key(self, item):
        return item

    def add(self, item):
        self._items.setdefault(self._key(item), item)

    def discard(self, item):
        self._items.pop(self._key(item), None)

    def remove(self, item):
        del self._items[self._key(item)]

    def insert(self, pos, item):
        if item not in self:
            items = list(self)
            items.insert(pos, item)
            self._items = {self._key(it): it for it in items}

    def pop(self):
        return self._items.popitem()[1]

    def clear(self):
        self._items.clear()

    def copy(self):
        return type(self)(self)

    def update(self, *iterables):
        for items in iterables:
            for item in items:
                self.add(item)
        return self

    __ior__ = update

    def union(self, *other):
        return self.copy().update(*other)

    __or__ = union

    def _those(self, test):
        return type(self)([item for item in self if test(item)])

    def intersection(self, *other):
        others = [type(self)(it) for it in other]
        return self._those(lambda item: all(item in it for it in others))

    __and__ = intersection

    def difference(self, *other):
        others = [type(self)(it) for it in other]
        return self._those(lambda item: not any(item in it for it in others))

    __sub__ = difference

    def symmetric_difference(self, other):
        other = type(self)(other)
        return self.difference(other).update(other.difference(self))

    __xor__ = symmetric_difference

    def issubset(self, other):
        other = type(self)(other)
        return all(item in other for item in self)

    def issuperset(self, other):
        return all(item in self for item in other)

    __le__, __ge__ = issubset, issuperset

    def __contains__(self, item):
        return self._key(item) in self._items

    def __getitem__(self, index):
        return list(self._items.values())[index]

    def __iter__(self):
        return iter(list(self._items.values()))

    def __len__(self):
        return len(self._items)

    def __eq__(self, other):
        return isinstance(other, (set, frozenset, OrderedSet)) and self._items.keys() == type(self)(other)._items.keys()

    __hash__ = None

    def __repr__(self):
        return f"{type(self).__name__}({list(self)!r})"


class IdentitySet(OrderedSet):
    """A set of objects by what they are, not by what they equal."""

    _key = staticmethod(id)

    def __eq__(self, other):
        return isinstance(other, IdentitySet) and self._items.keys() == other._items.keys()

    __hash__ = None


class ReadOnlyProperties:
    def __init__(self, data):
        self.__dict__["_data"] = data

    def __getattr__(self, key):
        try:
            return self._data[key]
        except KeyError:
            raise AttributeError(key)

    def __getitem__(self, key):
        return self._data[key]

    def __iter__(self):
        return iter(list(self._data.values()))

    def __len__(self):
        return len(self._data)

    def __contains__(self, key):
        return key in self._data

    def get(self, key, default=None):
        return self._data.get(key, default)

    def keys(self):
        return list(self._data)

    def values(self):
        return list(self._data.values())

    def items(self):
        return list(self._data.items())


class Properties(ReadOnlyProperties):
    def __setitem__(self, key, value):
        self._data[key] = value

    __setattr__ = __setitem__

    def update(self, value):
        self._data.update(value)

    def clear(self):
        self._data.clear()

    def as_readonly(self):
        return ReadOnlyProperties(self._data)


def to_list(x, default=None):
    if x is None:
        return default
    return list(x) if isinstance(x, (list, tuple, set)) else [x]


class ScopedRegistry:
    def __init__(self, createfunc, scopefunc):
        self.createfunc, self.scopefunc, self.registry = createfunc, scopefunc, {}

    def __call__(self):
        key = self.scopefunc()
        if key not in self.registry:
            self.registry[key] = self.createfunc()
        return self.registry[key]

    def has(self):
        return self.scopefunc() in self.registry

    def set(self, obj):
        self.registry[self.scopefunc()] = obj

    def clear(self):
        self.registry.pop(self.scopefunc(), None)


class memoized_property:
    def __init__(self, fget, doc=None):
        self.fget = fget
        self.__name__ = fget.__name__

    def __get__(self, obj, cls):
        if obj is None:
            return self
        obj.__dict__[self.__name__] = result = self.fget(obj)
        return result





def _signature(fn):
    """Names of the positional parameters without self, their defaults, the name of `*args`."""
    while hasattr(fn, "__func__"):
        fn = fn.__func__
    code = fn.__code__
    names = code.co_varnames[1:code.co_argcount]
    defaults = fn.__defaults__ or ()
    star = code.co_varnames[code.co_argcount + code.co_kwonlyargcount] if code.co_flags & 4 else None
    return names, defaults, star


class GenericRepr:
    """`repr` from what `__init__` takes and the attributes of those names."""

    def __init__(self, obj, additional_kw=(), to_inspect=None, omit_kwarg=()):
        self._obj, self._additional_kw, self._omit_kwarg = obj, additional_kw, omit_kwarg
        self._to_inspect = [obj] if to_inspect is None else to_list(to_inspect)
        self._class_name = None

    def set_class_name(self, class_name):
        self._class_name = class_name
        return self

    def __str__(self):
        obj, missing = self._obj, object()
        positional, keywords, star = [], {}, None
        for i, inspected in enumerate(self._to_inspect):
            init = inspected.__init__
            if not hasattr(init, "__code__") and not hasattr(init, "__func__"):
                continue
            names, defaults, varargs = _signature(init)
            required = names[:len(names) - len(defaults)]
            if i == 0:
                star = varargs
                positional.extend(required)
            else:
                keywords.update((name, missing) for name in required)
            keywords.update(zip(names[len(required):], defaults))
        output = [repr(getattr(obj, name, None)) for name in positional]
        if star is not None and hasattr(obj, star):
            output.extend(repr(value) for value in getattr(obj, star))
        for name, default in [*((k, v) for k, v in keywords.items() if k not in self._omit_kwarg),
                              *self._additional_kw]:
            try:
                value = getattr(obj, name, missing)
            except Exception:
                continue
            if value is not missing and value is not default and not value == default:
                output.append(f"{name}={value!r}")
        return f"{self._class_name or type(obj).__name__}({', '.join(output)})"


def generic_repr(obj, additional_kw=(), to_inspect=None, omit_kwarg=()):
    return str(GenericRepr(obj, additional_kw, to_inspect, omit_kwarg))


def get_cls_kwargs(cls):
    """What `__init__` of a class takes, those of its bases too while it passes `**kw` on."""
    found = set()
    for base in cls.__mro__:
        init = base.__dict__.get("__init__")
        if init is None or not hasattr(init, "__code__"):
            continue
        code = init.__code__
        found.update(code.co_varnames[1:code.co_argcount + code.co_kwonlyargcount])
        if not code.co_flags & 8:
            break
    return found


def constructor_copy(obj, cls, *args, **kw):
    names = get_cls_kwargs(cls)
    kw.update((name, obj.__dict__[name]) for name in names if name not in kw and name in obj.__dict__)
    return cls(*args, **kw)


def __getattr__(name):
    from . import _util
    if hasattr(_util, name) and not name.startswith("_"):
        return getattr(_util, name)
    raise AttributeError(f"module 'sqlalchemy.util' has no attribute {name!r}")


def merge_lists_w_ordering(first, second):
    """Both lists in one, each in its own order; a name in both stands where the two meet."""
    overlap = set(first) & set(second)
    result = []
    current, other = iter(first), iter(second)
    while True:
        for element in current:
            if element in overlap:
                overlap.discard(element)
                other, current = current, other
                break
            result.append(element)
        else:
            result.extend(other)
            return result

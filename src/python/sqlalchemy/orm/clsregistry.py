"""Classes of a registry by name, for text in the arguments of relationships."""

import gc
import weakref

from sqlalchemy import exc, util
from sqlalchemy._run import at_reset

_MULTIPLE = ('Multiple classes found for path "%s" in the registry of this declarative base. Please use a fully '
             "module-qualified path.")


def _alive(refs):
    return [cls for cls in (ref() for ref in refs) if cls is not None]


_replaced, _collect = [], gc.collect


@at_reset
def _forget_replaced():
    """The newest class of a module alone has its name: mappers keep the others alive."""
    for reg, name in _replaced:
        newest = {cls.__module__: cls for cls in _alive(reg._classes.get(name, ()))}
        reg._classes[name] = [weakref.ref(cls) for cls in newest.values()]
    _replaced.clear()
    gc.collect = _collect


def _collect_and_forget(generation=2):
    """`gc.collect()`; what it does by itself, at times that nobody knows, changes no name."""
    found = _collect(generation)
    _forget_replaced()
    return found


def add_class(reg, cls):
    """Registers a class; gives what had its name before. One that is replaced is found until the collector runs."""
    name = cls.__name__
    before = reg._classes.get(name)
    known = _alive(before or ())
    if any(it.__module__ == cls.__module__ for it in known):
        gc.collect = _collect_and_forget
        _replaced.append((reg, name))
        util.warn(
            f"This declarative base already contains a class with the same class name and module name as "
            f"{cls.__module__}.{name}, and will be replaced in the string-lookup table.")
    reg._classes[name] = [weakref.ref(it) for it in (*known, cls)]
    return before


def put_back(reg, cls, before):
    """Nobody finds a class whose mapping was refused."""
    if before is None:
        reg._classes.pop(cls.__name__, None)
    else:
        reg._classes[cls.__name__] = before


def resolve(reg, name):
    """The class of a name, or the module whose classes follow; None for neither."""
    found = _alive(reg._classes.get(name, ()))
    if len(found) > 1:
        raise exc.InvalidRequestError(_MULTIPLE % name)
    if found:
        return found[0]
    return _Module(reg, [name]) if any(name in cls.__module__.split(".") for cls in _all_classes(reg)) else None


def _all_classes(reg):
    for refs in reg._classes.values():
        yield from _alive(refs)


class _Module:
    """A module by its path, or by the last parts of it."""

    def __init__(self, reg, path):
        self._reg, self._path = reg, path

    def __getattr__(self, key):
        here, deeper = [], False
        wanted = [*self._path, key]
        for cls in _all_classes(self._reg):
            path = cls.__module__.split(".")
            if cls.__name__ == key and path[-len(self._path):] == self._path:
                here.append(cls)
            deeper = deeper or any(path[at:at + len(wanted)] == wanted for at in range(len(path)))
        if len(here) > 1:
            raise exc.InvalidRequestError(_MULTIPLE % ".".join(wanted))
        if here:
            return here[0]
        if deeper:
            return _Module(self._reg, wanted)
        raise NameError(f"Module {self._path[-1]!r} has no mapped classes registered under the name {key!r}", name=key)

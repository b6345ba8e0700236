"""Classes of a registry by name, for text in the arguments of relationships."""

from sqlalchemy import exc, util

_MULTIPLE = ('Multiple classes found for path "%s" in the registry of this declarative base. Please use a fully '
             "module-qualified path.")


def add_class(reg, cls):
    """Registers a class; gives what had its name before."""
    name = cls.__name__
    before = known = reg._classes.get(name)
    if known is not None and not isinstance(known, list) and known.__module__ == cls.__module__:
        util.warn(
            f"This declarative base already contains a class with the same class name and module name as "
            f"{cls.__module__}.{name}, and will be replaced in the string-lookup table.")
        known = None
    if known is None:
        reg._classes[name] = cls
    elif isinstance(known, list):
        reg._classes[name] = [*known, cls]
    else:
        reg._classes[name] = [known, cls]
    return before


def put_back(reg, cls, before):
    """Nobody finds a class whose mapping was refused."""
    if before is None:
        reg._classes.pop(cls.__name__, None)
    else:
        reg._classes[cls.__name__] = before


def resolve(reg, name):
    """The class of a name, or the module whose classes follow; None for neither."""
    found = reg._classes.get(name)
    if isinstance(found, list):
        raise exc.InvalidRequestError(_MULTIPLE % name)
    if found is None and any(name in cls.__module__.split(".") for cls in _all_classes(reg)):
        return _Module(reg, [name])
    return found


def _all_classes(reg):
    for found in reg._classes.values():
        yield from found if isinstance(found, list) else (found,)


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

"""`func`: SQL functions by name."""

import _sqlalchemy as _n

from .elements import Function, FunctionElement


class _FunctionGenerator:
    def __init__(self, **opts):
        self.__names = []
        self.opts = opts

    def __getattr__(self, name):
        if name.startswith("__"):
            try:
                return self.__dict__[name]
            except KeyError:
                raise AttributeError(name)
        if name.endswith("_"):
            name = name[:-1]
        made = _FunctionGenerator(**self.opts)
        made.__names = self.__names + [name]
        return made

    def __call__(self, *args, **kw):
        names = self.__names
        if not names:
            raise TypeError("func() takes a function name first")
        type_ = kw.pop("type_", None)
        name = names[-1]
        if len(names) == 1:
            custom = _registry.get(name.lower())
            if custom is not None:
                return custom(*args, **kw)
            if name == "cast":
                return _n.cast(*args)
            if name == "aggregate_strings":
                return _n.function([], name, [args[0], *args[1:]], type_)
        return _n.function(names[:-1], name, list(args), type_)


_registry = {}


class _GenericMeta(type(FunctionElement)):
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        if namespace.get("_is_base"):
            return
        _registry[namespace.get("name", name).lower()] = cls


class GenericFunction(Function, metaclass=_GenericMeta):
    __slots__ = ()
    _is_base = True
    inherit_cache = True
    type = None

    def __new__(cls, *args, **kw):
        type_ = cls.type
        return _n.function([], getattr(cls, "name", cls.__name__) if isinstance(getattr(cls, "name", None), str)
                           else cls.__name__, list(args), type_)

    def __init__(self, *args, **kw):
        pass


func = _FunctionGenerator()
modifier = _FunctionGenerator()


def _known(name):
    return lambda *args, **kw: getattr(func, name)(*args, **kw)


count, sum, max, min, coalesce, now = map(_known, ("count", "sum", "max", "min", "coalesce", "now"))
current_date, current_time, current_timestamp = map(_known, ("current_date", "current_time", "current_timestamp"))
char_length, concat, random, user = map(_known, ("char_length", "concat", "random", "user"))

"""`@compiles`: SQL of the program's own for elements, statements and types."""

import _sqlalchemy as _n

from .. import exc
from .._run import at_reset
from ..sql import type_api
from ..sql.base import ClauseElement


class _Dispatcher:
    def __init__(self):
        self.specs = {}

    def find(self, dialect_name):
        return self.specs.get(dialect_name) or self.specs.get("default")


def compiles(class_, *specs):
    if not issubclass(class_, type_api.TypeEngine) and not hasattr(_n, "compile_overrides"):
        raise NotImplementedError("compiles() of elements and statements is not part of the playground, of types it is")

    def decorate(fn):
        dispatcher = class_.__dict__.get("_compiler_dispatcher")
        if dispatcher is None:
            dispatcher = class_._compiler_dispatcher = _Dispatcher()
            _classes.append(class_)
            _changed(class_, 1)
        for spec in specs or ("default",):
            dispatcher.specs[spec] = fn
        return fn
    return decorate


def deregister(class_):
    if "_compiler_dispatcher" in class_.__dict__:
        del class_._compiler_dispatcher
        _changed(class_, -1)


_overridden = {}
_classes = []


@at_reset
def _reset():
    while _classes:
        deregister(_classes.pop())


def _changed(class_, by):
    """Tells who asks that there are, or are no more, functions for a class of SQLAlchemy's own."""
    if issubclass(class_, type_api.TypeEngine):
        type_api.compiled_types += by
    elif class_.__module__[:11] == "sqlalchemy.":
        name = class_.__visit_name__
        _overridden[name] = _overridden.get(name, 0) + by
        _n.compile_overrides([name for name, count in _overridden.items() if count])


def _dispatcher_of(class_):
    """The functions for a class; a class with a name of its own for visitors does not inherit them."""
    for cls in class_.__mro__:
        if "_compiler_dispatcher" in cls.__dict__:
            return cls.__dict__["_compiler_dispatcher"]
        if "__visit_name__" in cls.__dict__ and cls.__module__[:11] == "sqlalchemy.":
            return None
    return None


type_api.dispatcher_of = _dispatcher_of


class _Running:
    """The compiler that a function gets: what it is given becomes part of the statement that is being compiled."""

    def __init__(self, handle, class_, dialect):
        self._handle, self._class, self.dialect = handle, class_, dialect

    def __repr__(self):
        return f"<{self._class.__module__}.{self._class.__name__} object at 0x7f0000000000>"

    @property
    def preparer(self):
        return self.dialect.identifier_preparer

    @property
    def sql_compiler(self):
        return _Running(self._handle, self.dialect.statement_compiler, self.dialect)

    @property
    def type_compiler(self):
        return self.dialect.type_compiler_instance

    def process(self, obj, **kw):
        if isinstance(obj, type_api.TypeEngine):
            return obj.compile(self.dialect)
        return self._handle.process(obj, kw, False)

    def render_literal_value(self, value, type_):
        from ..sql.compiler import SQLCompiler
        return SQLCompiler.render_literal_value(self, value, type_)

    def __getattr__(self, name):
        if name.startswith("visit_"):
            return lambda element, **kw: self._handle.process(element, kw, True)
        raise AttributeError(f"'{self._class.__name__}' object has no attribute {name!r}")


def _dispatch(element, handle, kw):
    """What the native compiler calls at an element of the program's own, or of an overridden class."""
    from ..dialects import _by_name
    dialect = _by_name(handle.dialect_name)
    is_ddl = isinstance(element, ClauseElement) and element._is_ddl
    compiler = _Running(handle, dialect.ddl_compiler if is_ddl else dialect.statement_compiler, dialect)
    dispatcher = _dispatcher_of(type(element))
    fn = None if dispatcher is None else dispatcher.find(dialect.name)
    if fn is not None:
        return fn(element, compiler, **kw)
    if type(element).__module__[:11] == "sqlalchemy.":
        return handle.process(element, kw, True)
    if dispatcher is None:
        raise exc.UnsupportedCompilationError(compiler, type(element))
    raise exc.UnsupportedCompilationError(
        compiler, type(element), message=f"{type(element)} construct has no default compilation handler.")

"""Statements that lambdas build: what their closures hold becomes bound values of those names."""

from types import CellType, FunctionType, ModuleType

from .. import exc
from .base import Executable
from .elements import bindparam
from .operators import ColumnOperators


class _Value(ColumnOperators):
    """A value of a closure, which may be taken apart further."""

    def __init__(self, name, value, code):
        self._name, self._value, self._code, self._is_bound, self._bound = name, value, code, False, None

    def __clause_element__(self):
        self._is_bound = True
        if self._bound is None:
            expanding = isinstance(self._value, (list, tuple, set, frozenset))
            self._bound = bindparam(self._name, self._value, unique=True, expanding=expanding)
        return self._bound

    def operate(self, op, *other, **kw):
        return self.__clause_element__().operate(op, *other, **kw)

    def reverse_operate(self, op, other, **kw):
        return self.__clause_element__().reverse_operate(op, other, **kw)

    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError(name)
        return _wrapped(name, getattr(self._value, name), self._code)

    def __getitem__(self, key):
        return _wrapped(str(key), self._value[key], self._code)

    def __call__(self, *args, **kw):
        raise _not_invoked(self._name, self._code)


def _not_invoked(name, code):
    return exc.InvalidRequestError(
        f"Can't invoke Python callable {name}() inside of lambda expression argument at {code}; lambda SQL constructs "
        "should not invoke functions from closure variables to produce literal values since the lambda SQL system "
        "normally extracts bound values without actually invoking the lambda or any functions within it.  Call the "
        "function outside of the lambda and assign to a local variable that is used in the lambda as a closure "
        "variable, or set track_bound_values=False if the return value of this function is used in some other way "
        "other than a SQL bound value.")


def _is_sql(value):
    from ..inspection import inspect
    return (hasattr(value, "__clause_element__") or hasattr(value, "is_clause_element")
            or isinstance(value, (ModuleType, type, FunctionType)) or callable(value)
            or inspect(value, raiseerr=False) is not None)


def _is_value(made):
    if isinstance(made, (list, tuple, set)):
        return all(map(_is_value, made))
    return type(made).__module__[:11] != "sqlalchemy." and not _is_sql(made)


def _wrapped(name, value, code):
    if isinstance(value, FunctionType):
        return _checked(name, value, code)
    return value if _is_sql(value) else _Value(name, value, code)


def _checked(name, fn, code):
    """A function that may give SQL, but no value: the lambda is not run each time."""
    def call(*args, **kw):
        made = fn(*args, **kw)
        if _is_value(made):
            raise _not_invoked(name, code)
        return made
    return call


def invoke(fn, *args, track_closure_variables=True):
    """Calls a lambda with its values as bound parameters."""
    code = fn.__code__
    values = [_wrapped(name, cell.cell_contents, code) for name, cell in zip(code.co_freevars, fn.__closure__ or ())]
    names = {name: _wrapped(name, fn.__globals__[name], code) for name in code.co_names if name in fn.__globals__}
    cells = tuple(map(CellType, values))
    made = FunctionType(code, {**fn.__globals__, **names}, fn.__name__, fn.__defaults__, cells)(*args)
    for name, value in zip(code.co_freevars, values):
        if track_closure_variables and isinstance(value, _Value) and not value._is_bound:
            raise exc.InvalidRequestError(
                f"Closure variable named '{name}' inside of lambda callable {code} does not refer to a cacheable SQL "
                "element, and also does not appear to be serving as a SQL literal bound value based on the default SQL "
                "expression returned by the function.   This variable needs to remain outside the scope of a "
                "SQL-generating lambda so that a proper cache key may be generated from the lambda's state.  Evaluate this "
                "variable outside of the lambda, set track_on=[<elements>] to explicitly select closure elements to "
                "track, or set track_closure_variables=False to exclude closure variables from being part of the cache "
                "key.")
    return made


class LambdaElement:
    pass


class StatementLambdaElement(LambdaElement):
    """A statement made by a lambda: it is one of its own kind, too."""

    def __add__(self, other):
        return self.add_criteria(other)

    def add_criteria(self, other, enable_tracking=True, track_on=None, track_closure_variables=True,
                     track_bound_values=True):
        made = invoke(other, self, track_closure_variables=enable_tracking and track_closure_variables and track_on is None)
        return _statement(made, LinkedLambdaElement)

    def spoil(self):
        return self

    @property
    def _resolved(self):
        made = self.execution_options()
        made.__class__ = self._kind
        return made


class LinkedLambdaElement(StatementLambdaElement):
    pass


_classes = {}


def _statement(made, base):
    if not isinstance(made, Executable):
        raise exc.ArgumentError(f"Executable SQL or text() construct expected, got {made!r}.")
    kind = getattr(made, "_kind", None) or type(made)
    if (base, kind) not in _classes:
        _classes[base, kind] = type(base.__name__, (base, kind), {"_kind": kind, "__module__": __name__})
    made = made.execution_options()
    made.__class__ = _classes[base, kind]
    return made


def lambda_stmt(lmb, enable_tracking=True, track_closure_variables=True, track_on=None, global_track_bound_values=True,
                track_bound_values=True, lambda_cache=None):
    made = invoke(lmb, track_closure_variables=enable_tracking and track_closure_variables and track_on is None)
    return _statement(made, StatementLambdaElement)

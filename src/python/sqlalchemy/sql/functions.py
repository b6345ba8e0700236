"""`func`: SQL functions by name, and the classes of those whose type is known."""

import _sqlalchemy as _n

from .. import exc, util
from .._run import at_reset
from . import sqltypes
from .base import Executable
from .elements import ColumnElement, TableValuedColumn, _ordered, _OverMixin, cast, column, extract, literal_column
from .selectable import FromClause, Selectable, TableValuedAlias  # noqa: F401

_registry = {"_default": {}}


def register_function(identifier, fn, package="_default"):
    known = _registry.setdefault(package, {})
    identifier = str(identifier).lower()
    if identifier in known:
        util.warn(f"The GenericFunction '{identifier}' is already registered and is going to be overridden.")
    known[identifier] = fn


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

    def __call__(self, *c, **kwargs):
        if self.opts:
            kwargs = {**self.opts, **kwargs}
        names = self.__names
        count = len(names)
        if 0 < count < 3:
            package, name = names if count == 2 else ("_default", names[0])
            found = _registry.get(package)
            found = found and found.get(name.lower())
            if found is not None:
                return found(*c, **kwargs)
        return Function(names[-1], *c, packagenames=tuple(names[:-1]), **kwargs)


func = _FunctionGenerator()
func.opts = {}
modifier = _FunctionGenerator(group=False)


class FunctionElement(_OverMixin, ColumnElement, Executable, Selectable):
    supports_execution = _is_function = True
    is_selectable = False

    def __init__(self, *clauses):
        # The functions of a program's own; `Function` takes its name first.
        type_ = getattr(type(self), "type", None)
        self._take(_n.function([], getattr(self, "name", ""), list(clauses), type_))

    @property
    def description(self):
        return getattr(self, "name", self.__class__.__name__ + " object")

    def filter(self, *criterion):
        return _n.function_filter(self, list(criterion)) if criterion else self

    def within_group(self, *order_by):
        return _n.within_group(self, _ordered(order_by))

    def aggregate_order_by(self, *order_by):
        return _n.function_order_by(self, _ordered(order_by))

    def select(self):
        from ._selectable_constructors import select
        return select(self)

    def scalar_table_valued(self, name, type_=None):
        return _n.function_member(self, name, type_)

    def as_comparison(self, left_index, right_index):
        made = _n.function_as_comparison(self, left_index, right_index)
        made.sql_function, made.left_index, made.right_index = self, left_index, right_index
        return made

    def within_group_type(self, within_group):
        return None

    def table_valued(self, *expr, **kw):
        name = kw.pop("name", None)
        for c in expr:
            if not isinstance(c, (str, ColumnElement)):
                raise exc.ArgumentError(f"Column expression or string key expected, got {c!r}.")
        columns = [c if isinstance(c, ColumnElement) else column(c) for c in expr]
        ordinality = kw.pop("with_ordinality", None)
        if ordinality:
            columns.append(column(ordinality))
        joins_implicitly = kw.pop("joins_implicitly", False)
        if kw:
            raise TypeError(f"table_valued() got an unexpected keyword argument {next(iter(kw))!r}")
        return _n.table_valued(self, columns, name, ordinality is not None, joins_implicitly, False)

    def column_valued(self, name=None, joins_implicitly=False):
        return self.alias(name, joins_implicitly).column

    def alias(self, name=None, joins_implicitly=False):
        return _n.table_valued(self, [], name, False, joins_implicitly, True)

    def lateral(self, name=None):
        return _n.alias(self, name, "lateral")

    tablesample = FromClause.tablesample

    @property
    def columns(self):
        return _n.collection([(f"%(0 {self.name})s", self)])

    c = columns


class FunctionAsBinary(ColumnElement):
    """A function read as the comparison of two of its arguments."""

    left = property(lambda self: _n.function_operands(self)[0])
    right = property(lambda self: _n.function_operands(self)[1])


class Function(FunctionElement):
    __visit_name__ = "function"

    @property
    def description(self):
        return self.name

    inherit_cache = True
    packagenames = ()
    monotonic = False
    key = None

    def __new__(cls, *args, **kw):
        return _n.Element.__new__(cls)

    def __init__(self, name, *clauses, type_=None, packagenames=None, monotonic=False):
        util.refuse("Function", monotonic=monotonic)
        self._fill(packagenames or (), name, clauses, type_)

    def _fill(self, packages, name, args, type_):
        self._take(_n.function(list(packages), name, list(args), type_))
        if packages:
            self.packagenames = tuple(packages)
        if hasattr(type(self), "type"):
            self.type = _n.element_type(self)


class GenericFunction(Function):
    name = "GenericFunction"
    inherit_cache = coerce_arguments = True
    packagenames = ()

    def __init_subclass__(cls, **kw):
        own = cls.__dict__
        cls.name = name = own.get("name", cls.__name__)
        cls.identifier = identifier = own.get("identifier", name)
        if "__return_type__" in own:
            cls.type = own["__return_type__"]
        if getattr(cls, "_register", True):
            register_function(identifier, cls, own.get("package", "_default"))
        cls._register = True
        super().__init_subclass__(**kw)

    def __init__(self, *args, **kwargs):
        type_ = kwargs.pop("type_", None)
        if type_ is None:
            type_ = getattr(type(self), "type", None)
        if kwargs:
            raise TypeError(f"Function.__init__() got an unexpected keyword argument '{next(iter(kwargs))}'")
        self._fill((), self.name, args, type_)


class AnsiFunction(GenericFunction):
    pass


class CollectionAggregateFunction(GenericFunction):
    _register = False
    _is_collection_aggregate = True


def _type_from_args(args):
    for arg in args:
        if not isinstance(arg.type, sqltypes.NullType):
            return arg.type
    return sqltypes.NULLTYPE


class ReturnTypeFromArgs(GenericFunction):
    def __init__(self, *args, **kwargs):
        if "type_" not in kwargs:
            # The arguments as they will be, their bound values named after the function.
            args = _n.function([], self.name, list(args), None).clauses
            kwargs["type_"] = _type_from_args(args)
        super().__init__(*args, **kwargs)


class ReturnTypeFromOptionalArgs(ReturnTypeFromArgs):
    pass


class OrderedSetAgg(GenericFunction):
    array_for_multi_clause = False

    def within_group_type(self, within_group):
        return within_group.type


class ScalarFunctionColumn(TableValuedColumn):
    __slots__ = ()
    __visit_name__ = "scalar_function_column"


class count(GenericFunction):
    type = sqltypes.Integer()

    def __init__(self, expression=None, **kwargs):
        super().__init__(*(() if expression is None else (expression,)), **kwargs)


class char_length(GenericFunction):
    type = sqltypes.Integer()

    def __init__(self, arg, **kw):
        super().__init__(arg, **kw)


class next_value(GenericFunction):
    type = sqltypes.Integer()

    def __init__(self, seq, **kw):
        from .schema import Sequence
        if not isinstance(seq, Sequence):
            raise AssertionError("next_value() accepts a Sequence object as input.")
        from .elements import text
        if seq.data_type is not None:
            kw.setdefault("type_", seq.data_type)
        super().__init__(*(text(name) for name in (seq.name, seq.schema) if name is not None), **kw)
        self.sequence = seq

    def compare(self, other, **kw):
        return isinstance(other, next_value) and self.sequence.name == other.sequence.name


class array_agg(ReturnTypeFromArgs):
    def __init__(self, *args, **kwargs):
        array = kwargs.pop("_default_array_type", sqltypes.ARRAY)
        args = [_n.as_element(arg) for arg in args]
        if "type_" not in kwargs:
            found = _type_from_args(args)
            kwargs["type_"] = found if isinstance(found, sqltypes.ARRAY) else array(found, dimensions=1)
        super().__init__(*args, **kwargs)


class any_(CollectionAggregateFunction):
    name = identifier = "any"


class all_(CollectionAggregateFunction):
    name = identifier = "all"


def _known(base, type_, names):
    for name in names.split():
        members = {"__module__": __name__}
        if type_ is not None:
            members["type"] = type_
        globals()[name] = type(base)(name, (base,), members)


_known(ReturnTypeFromOptionalArgs, None, "coalesce")
_known(ReturnTypeFromArgs, None, "max min sum pow")
_known(CollectionAggregateFunction, None, "some")
_known(GenericFunction, sqltypes.DateTime(), "now")
_known(GenericFunction, sqltypes.String(), "concat aggregate_strings")
_known(GenericFunction, sqltypes.Integer(), "rank dense_rank")
_known(GenericFunction, sqltypes.Numeric(), "percent_rank cume_dist")
_known(GenericFunction, None, "random cube rollup grouping_sets")
_known(AnsiFunction, sqltypes.DateTime(), "current_timestamp localtime localtimestamp sysdate")
_known(AnsiFunction, sqltypes.String(), "current_user session_user user")
_known(AnsiFunction, sqltypes.Date(), "current_date")
_known(AnsiFunction, sqltypes.Time(), "current_time")
_known(OrderedSetAgg, None, "mode percentile_cont percentile_disc")
percentile_cont.array_for_multi_clause = percentile_disc.array_for_multi_clause = True
register_function("cast", cast)
register_function("extract", extract)


_known = dict(_registry["_default"])


@at_reset
def _reset():
    _registry.clear()
    _registry["_default"] = dict(_known)

"""Column expressions. The classes are shells over the native `Element`; the native code picks them."""

from enum import Enum
from types import GeneratorType

import _sqlalchemy as _n

from .. import exc, util
from .._run import remembers
from .base import ClauseElement, Executable, NO_ARG, _to_list
from .operators import ColumnOperators, _negations, apply, native_name
from .type_api import comparator_of, custom_comparators


class SQLCoreOperations(ColumnOperators):
    __slots__ = ()
    __class_getitem__ = util.subscript


class ColumnElement(_n.Element, SQLCoreOperations, ClauseElement):
    __slots__ = ()
    __visit_name__ = "column_element"

    __eq__ = ColumnOperators.__eq__

    def __hash__(self):
        return _n.element_hash(self)

    def __bool__(self):
        truth = _n.truth(self)
        if truth is None:
            raise TypeError("Boolean value of this clause is not defined")
        return truth

    def __getattr__(self, name):
        if custom_comparators and name[0] != "_" and name != "type":
            comparator = comparator_of(self)
            if comparator is not None:
                if name in dir(comparator):
                    return getattr(comparator, name)
                try:
                    return _n.element_attr(self, name)
                except AttributeError:
                    raise AttributeError(f"Neither {type(self).__name__!r} object nor {type(comparator).__name__!r} object "
                                         f"has an attribute {name!r}") from None
        return _n.element_attr(self, name)

    def operate(self, op, *other, **kw):
        if custom_comparators and op.__class__ is not str:
            comparator = comparator_of(self)
            if comparator is not None:
                return op(comparator, *other, **kw)
        return apply(op, self, *other, **kw)

    def reverse_operate(self, op, other, **kw):
        if custom_comparators and op.__class__ is not str:
            comparator = comparator_of(self)
            if comparator is not None:
                return op(other, comparator, **kw)
        return _n.operate("r" + native_name(op), self, other, **kw)

    def label(self, name=None):
        return _n.operate("label", self, name)

    def cast(self, type_):
        return _n.cast(self, type_)

    @property
    def expression(self):
        return self

    @property
    def comparator(self):
        return self.type.comparator_factory(self)

    @property
    def base_columns(self):
        return frozenset(_n.proxies(self)[-1:])

    @property
    def proxy_set(self):
        return frozenset(_n.proxies(self))

    @property
    def _from_objects(self):
        return _n.from_objects(self)

    @property
    def foreign_keys(self):
        found = _n.element_attr(self, "foreign_keys")
        return found if isinstance(found, set) else frozenset(found)

    def self_group(self, against=None):
        return _n.self_group(self, getattr(against, "__name__", None))

    def shares_lineage(self, othercolumn):
        return _n.shares_lineage(self, othercolumn)

    def as_boolean(self):
        return self._json_cast("boolean", "Boolean")

    def as_string(self):
        return self._json_cast("string", "Unicode")

    def as_integer(self):
        return self._json_cast("integer", "Integer")

    def as_float(self):
        return self._json_cast("float", "Float")

    def as_numeric(self, precision, scale, asdecimal=True):
        return self._json_cast("numeric", "Numeric", precision, scale, asdecimal=asdecimal)

    def as_json(self):
        return self

    def _json_cast(self, kind, type_name, *args, **kw):
        from . import sqltypes
        return _n.json_cast(self, kind, getattr(sqltypes, type_name)(*args, **kw))


class BindParameter(ColumnElement):
    __slots__ = ()
    __visit_name__ = "bindparam"
    inherit_cache = True

    def __repr__(self):
        return f"BindParameter({self.key!r}, {self.value!r}, type_={self.type!r})"

    def render_literal_execute(self):
        return _n.bind_executed_literally(self)


class KeyedColumnElement(ColumnElement):
    __slots__ = ()


class NamedColumn(KeyedColumnElement):
    __slots__ = ()
    is_literal = False

    @property
    def description(self):
        return getattr(self, "name", None)


class ColumnClause(NamedColumn):
    __slots__ = ()
    __visit_name__ = "column"
    is_literal = property(lambda self: _n.element_attr(self, "is_literal"))

    def __new__(cls, text=None, type_=None, is_literal=False, _selectable=None):
        if cls is ColumnClause and text is not None:
            return _n.literal_column(text, type_) if is_literal else _n.plain_column(text, type_)
        return _n.Element.__new__(cls)

    def __init__(self, text=None, type_=None, is_literal=False, _selectable=None):
        if type(self) is not ColumnClause:
            self._take(column(text, type_, is_literal, _selectable))


class Label(NamedColumn):
    __slots__ = ()
    __visit_name__ = "label"
    foreign_keys = frozenset()
    table = None

    @property
    def description(self):
        return self.name


class Null(ColumnElement):
    __slots__ = ()
    __visit_name__ = "null"


class True_(ColumnElement):
    __slots__ = ()
    __visit_name__ = "true"


class False_(ColumnElement):
    __slots__ = ()
    __visit_name__ = "false"


class BinaryExpression(ColumnElement):
    __slots__ = ()
    __visit_name__ = "binary"

    def __new__(cls, left=None, right=None, operator=None, type_=None, negate=None, modifiers=None):
        if operator is None:
            return super().__new__(cls)
        made = apply(operator, left, right, **(modifiers or {}))
        return made if type_ is None else type_coerce(made, type_)

    def __init__(self, *args, **kw):
        pass

    @property
    def negate(self):
        return _negations.get(self.operator)


class IndexExpression(BinaryExpression):
    __slots__ = ()


class Slice(ColumnElement):
    __slots__ = ()
    __visit_name__ = "slice"
    start, stop, step = (property(lambda self, index=index: self.clauses[index]) for index in range(3))

    def __init__(self, start, stop, step, _name=None):
        self._take(_n.array_slice(None, start, stop, step))

    def self_group(self, against=None):
        return self


class UnaryExpression(ColumnElement):
    __slots__ = ()
    __visit_name__ = "unary"

    def __new__(cls, element=None, *, operator=None, modifier=None, type_=None):
        if element is None or cls is not UnaryExpression:
            return super().__new__(cls)
        return _n.unary(element, operator, modifier, type_)

    def __init__(self, *args, **kw):
        pass


class _label_reference(ColumnElement):
    __slots__ = ()
    __visit_name__ = "label_reference"


class _textual_label_reference(ColumnElement):
    __slots__ = ()
    __visit_name__ = "textual_label_reference"


class CollectionAggregate(UnaryExpression):
    __slots__ = ()
    __visit_name__ = "unary"


class ClauseList(_n.Element, ClauseElement):
    __slots__ = ()
    __visit_name__ = "clauselist"

    def __iter__(self):
        return iter(self.clauses)

    def __len__(self):
        return len(self.clauses)

    def __getattr__(self, name):
        if name == "type":
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        return _n.element_attr(self, name)


class ExpressionClauseList(ColumnElement):
    __slots__ = ()
    __visit_name__ = "expression_clauselist"
    __iter__, __len__ = ClauseList.__iter__, ClauseList.__len__


class OrderByList(ClauseList):
    __slots__ = ()
    __visit_name__ = "order_by_list"

    def __init__(self, clauses):
        self._take(_n.order_by_list(list(clauses)))

    def _each(name):
        return lambda self: OrderByList([getattr(it, name)() for it in self.clauses])

    desc, asc, nulls_first, nulls_last = map(_each, ("desc", "asc", "nulls_first", "nulls_last"))

    def self_group(self, against=None):
        return self


class WrapsColumnExpression(ColumnElement):
    """An expression that is labelled by the name of the one inside."""

    __slots__ = ()


class AsBoolean(WrapsColumnExpression, UnaryExpression):
    __slots__ = ()
    wrapped_column_expression = property(lambda self: self.element)


class BooleanClauseList(ExpressionClauseList):
    __slots__ = ()
    and_ = staticmethod(lambda *c: and_(*c))
    or_ = staticmethod(lambda *c: or_(*c))


class Grouping(ColumnElement):
    __slots__ = ()
    __visit_name__ = "grouping"


class Case(ColumnElement):
    __slots__ = ()
    __visit_name__ = "case"


class TypeClause(ClauseElement):
    """The type of a CAST."""

    __visit_name__ = "typeclause"

    def __init__(self, type_):
        self.type = type_

    def _written(self, compiler, **kw):
        return self.type.compile(compiler.dialect)


class Cast(WrapsColumnExpression):
    __slots__ = ()
    __visit_name__ = "cast"
    typeclause = property(lambda self: TypeClause(self.type))
    wrapped_column_expression = property(lambda self: self.clause)


class TryCast(Cast):
    __slots__ = ()
    __visit_name__ = "try_cast"


class TypeCoerce(WrapsColumnExpression):
    __slots__ = ()
    __visit_name__ = "type_coerce"
    wrapped_column_expression = property(lambda self: self.clause)


class Extract(ColumnElement):
    __slots__ = ()
    __visit_name__ = "extract"


class TableValuedColumn(NamedColumn):
    __slots__ = ()
    __visit_name__ = "table_valued_column"

    @property
    def description(self):
        return self.name


class Tuple(ClauseList, ColumnElement):
    __slots__ = ()
    __visit_name__ = "tuple"
    __getattr__ = ColumnElement.__getattr__


class CollationClause(ColumnElement):
    __slots__ = ()
    __visit_name__ = "collation"


class _OverMixin:
    __slots__ = ()

    def over(self, *, partition_by=None, order_by=None, rows=None, range_=None, groups=None, exclude=None):
        return over(self, partition_by=partition_by, order_by=order_by, rows=rows, range_=range_, groups=groups,
                    exclude=exclude)


class FunctionFilter(_OverMixin, ColumnElement):
    __slots__ = ()
    __visit_name__ = "funcfilter"

    def filter(self, *criterion):
        return _n.function_filter(self, list(criterion)) if criterion else self

    def within_group(self, *order_by):
        return _n.within_group(self, _ordered(order_by))


class AggregateOrderBy(_OverMixin, WrapsColumnExpression):
    __slots__ = ()
    __visit_name__ = "aggregateorderby"
    wrapped_column_expression = property(lambda self: self.element)

    def filter(self, *criterion):
        return _n.function_filter(self, list(criterion)) if criterion else self


class WithinGroup(AggregateOrderBy):
    __slots__ = ()
    __visit_name__ = "withingroup"


def aggregate_order_by(element, *order_by):
    return element.aggregate_order_by(*order_by)


class Over(ColumnElement):
    __slots__ = ()
    __visit_name__ = "over"


class TextClause(_n.StatementObject, Executable, ClauseElement):
    def subquery(self, name=None):
        raise NotImplementedError("All SelectStatementRole objects should implement a .subquery() method.")

    __visit_name__ = "textclause"
    key = None

    @property
    def type(self):
        from .sqltypes import NULLTYPE
        return NULLTYPE

    def __invert__(self):
        raise AssertionError

    def __init__(self, text):
        if not isinstance(text, str):
            raise TypeError(f"expected string or bytes-like object, got '{type(text).__name__}'")
        _n.text_init(self, text)

    @property
    def text(self):
        return _n.text_of_clause(self)

    def bindparams(self, *binds, **names_to_values):
        return _n.text_bindparams(self, *binds, **names_to_values)

    def columns(self, *cols, **types):
        positional = bool(cols) and not types
        made = list(cols)
        for name, type_ in types.items():
            made.append(column(name, type_))
        return _n.text_columns(self, made, positional)

    def label(self, name):
        raise NotImplementedError

    def subquery(self, name=None):
        raise NotImplementedError("All SelectStatementRole objects should implement a .subquery() method.")

    def __and__(self, other):
        return and_(self, other)

    def __or__(self, other):
        return or_(self, other)

    def self_group(self, against=None):
        return self


class _IdentifiedClause(Executable, ClauseElement):
    __visit_name__ = "identified"
    _words = None

    def __init__(self, ident):
        self.ident = ident

    def __str__(self):
        return f"{self._words} {_n.quote_name(self.ident, None, None)}"


class SavepointClause(_IdentifiedClause):
    __visit_name__ = "savepoint"
    inherit_cache = False
    _words = "SAVEPOINT"


class RollbackToSavepointClause(_IdentifiedClause):
    __visit_name__ = "rollback_to_savepoint"
    inherit_cache = False
    _words = "ROLLBACK TO SAVEPOINT"


class ReleaseSavepointClause(_IdentifiedClause):
    __visit_name__ = "release_savepoint"
    inherit_cache = False
    _words = "RELEASE SAVEPOINT"


class quoted_name(str):
    quote = None

    def __new__(cls, value, quote=None):
        if value is None:
            raise AssertionError("use quoted_name.construct() for None passthrough")
        if isinstance(value, cls) and quote in (None, value.quote):
            return value
        made = super().__new__(cls, value)
        made.quote = quote if quote is not None else getattr(value, "quote", None)
        return made

    def lower(self):
        return self if self.quote else str.lower(self)

    def upper(self):
        return self if self.quote else str.upper(self)


class conv(quoted_name):
    pass


class _NoneName:
    pass


_NONE_NAME = _NoneName()


# Constructors

def _ordered(items):
    if not items:
        raise TypeError("at least one ORDER BY element is required")
    return list(items)


def _conjunction(name, constant, clauses):
    if not clauses:
        util.warn_deprecated(
            f"Invoking {name}() without arguments is deprecated, and will be disallowed in a future release.   For an "
            f"empty {name}() construct, use '{name}({constant.lower()}(), *args)' or '{name}({constant}, *args)'.", "1.4")
    if len(clauses) == 1 and isinstance(clauses[0], GeneratorType):
        clauses = tuple(clauses[0])
    return getattr(_n, name)(*clauses)


def and_(*clauses):
    return _conjunction("and_", "True", clauses)


def or_(*clauses):
    return _conjunction("or_", "False", clauses)


def not_(clause):
    return _n.not_(clause)


def text(text):
    return TextClause(text)


def column(text, type_=None, is_literal=False, _selectable=None):
    made = _n.literal_column(text, type_) if is_literal else _n.plain_column(text, type_)
    if _selectable is not None:
        _n.set_column_table(made, _selectable)
    return made


def literal_column(text, type_=None):
    return _n.literal_column(text, type_)


def literal(value, type_=None, literal_execute=False):
    if literal_execute:
        return bindparam(None, value, type_=type_, unique=True, literal_execute=True)
    return _n.literal(value, type_)


def bindparam(key, value=NO_ARG, type_=None, unique=False, required=NO_ARG, quote=None, callable_=None,
              expanding=False, isoutparam=False, literal_execute=False):
    util.refuse("bindparam", quote=quote, isoutparam=isoutparam)
    if required is NO_ARG:
        required = value is NO_ARG and callable_ is None
    if value is NO_ARG:
        value = ...
    if key is not None and not unique:
        bool(key)  # A TypeError, for what is no name
    if type_ is not None and not _n.is_sql_type(type_):
        type_._is_tuple_type
    return _n.bindparam(key, value, type_, unique, required, expanding, literal_execute, callable_)


_constants = {}
remembers(_constants)


def _constant(name):
    """There is one of each."""
    found = _constants.get(name)
    if found is None:
        found = _constants[name] = _n.constant(name)
    return found


def null():
    return _constant("null")


def true():
    return _constant("true")


def false():
    return _constant("false")


def label(name, element, type_=None):
    made = _n.as_element(element)
    if type_ is not None:
        made = type_coerce(made, type_)
    return made.label(name)


def cast(expression, type_):
    return _n.cast(expression, type_)


def try_cast(expression, type_):
    return _n.try_cast(expression, type_)


def type_coerce(expression, type_):
    return _n.type_coerce(expression, type_)


def case(*whens, value=None, else_=NO_ARG):
    if len(whens) == 1 and isinstance(whens[0], dict):
        whens = tuple(whens[0].items())
    elif len(whens) == 1 and isinstance(whens[0], list):
        raise exc.ArgumentError(
            'The "whens" argument to case(), when referring to a sequence of items, is now passed as a series of '
            "positional elements, rather than as a list. ")
    pairs = []
    for when in whens:
        condition, result = when
        pairs.append((condition, result))
    return _n.case(pairs, value, ... if else_ is NO_ARG or else_ is None else else_)


def extract(field, expr):
    return _n.extract(str(field), expr)


def tuple_(*clauses, types=None):
    if types is not None:
        if len(types) != len(clauses):
            raise exc.ArgumentError(f"Wrong number of elements for {len(types)}-tuple: {clauses!r} ")
        clauses = [it if hasattr(it, "__clause_element__") or isinstance(it, ColumnElement) else _n.literal(it, type_)
                   for it, type_ in zip(clauses, types)]
    return _n.tuple_(*clauses)


def over(element, partition_by=None, order_by=None, range_=None, rows=None, groups=None, exclude=None):
    given = [(unit, it) for unit, it in (("range", range_), ("rows", rows), ("groups", groups)) if it is not None]
    if exclude is not None and not given:
        raise exc.ArgumentError(
            "'exclude' requires that one of 'rows', 'range_', or 'groups' is also specified")
    if len(given) > 1:
        raise exc.ArgumentError("only one of 'rows', 'range_', or 'groups' may be provided")
    frame = None
    for unit, bounds in given:
        it = FrameClause._parse(bounds, unit != "range")
        frame = (unit, it.lower_type.value, it.lower_bind, it.upper_type.value, it.upper_bind, exclude)
    if not isinstance(element, ColumnElement):
        element = _n.as_element(element)
    return _n.over(element, _to_list(partition_by), _to_list(order_by), frame)


def within_group(element, *order_by):
    return _n.within_group(element, _ordered(order_by))


def funcfilter(func, *criterion):
    return _n.function_filter(func, list(criterion))


def exists(argument=None):
    if argument is None:
        return _n.exists(None)
    from ._selectable_constructors import select
    from .selectable import ScalarSelect, SelectBase
    if not isinstance(argument, (SelectBase, ScalarSelect)):
        argument = select(argument)
    return _n.exists(argument)


def distinct(expr):
    return _n.operate("distinct", _n.as_element(expr))


def _ordering(name):
    def ordered(column):
        if isinstance(column, OrderByList):
            return getattr(column, name)()
        return _n.operate(name, _n.as_column_element(column))
    ordered.__name__ = ordered.__qualname__ = name
    return ordered


desc, asc, nulls_first, nulls_last = map(_ordering, ("desc", "asc", "nulls_first", "nulls_last"))
nullsfirst, nullslast = nulls_first, nulls_last


def any_(expr):
    return _n.operate("any", _n.as_element(expr))


def all_(expr):
    return _n.operate("all", _n.as_element(expr))


def between(expr, lower_bound, upper_bound, symmetric=False):
    return _n.as_element(expr).between(lower_bound, upper_bound, symmetric=symmetric)


def collate(expression, collation, *, collation_schema=None):
    util.refuse("collate", collation_schema=collation_schema)
    return _n.operate("collate", _n.as_element(expression), collation)


def bitwise_not(expr):
    return _n.operate("bitwise_not", _n.as_element(expr))


class FrameClauseType(Enum):
    UNBOUNDED, CURRENT, PRECEDING, FOLLOWING = range(4)


class FrameClause(ClauseElement):
    __visit_name__ = "frame_clause"

    def __init__(self, start, end, start_frame_type, end_frame_type, _validate=True):
        self.lower_bind, self.upper_bind = self._as_literal(start), self._as_literal(end)
        self.lower_type, self.upper_type = FrameClauseType(start_frame_type), FrameClauseType(end_frame_type)
        for name, kind, bind in (("start", self.lower_type, self.lower_bind), ("end", self.upper_type, self.upper_bind)):
            if _validate and bind is not None and kind.value < 2:
                raise exc.ArgumentError(f"Cannot specify a value for {name} with frame type {kind.name}")

    @staticmethod
    def _as_literal(value):
        if value is None or isinstance(value, BindParameter):
            return value
        from .sqltypes import INTEGERTYPE
        return literal(value, INTEGERTYPE) if isinstance(value, int) else literal(value)

    @staticmethod
    def _handle_int(value, coerce_int):
        if value is None:
            return None, FrameClauseType.UNBOUNDED
        if coerce_int:
            try:
                value = int(value)
            except ValueError as err:
                raise exc.ArgumentError("Integer or None expected for values in rows/groups frame") from err
        elif not isinstance(value, int):
            raise exc.ArgumentError(
                "When using a tuple to specify a range only integer or none values are allowed in the range frame. To "
                "specify a different type use the FrameClause directly.")
        if value == 0:
            return None, FrameClauseType.CURRENT
        return abs(value), FrameClauseType.PRECEDING if value < 0 else FrameClauseType.FOLLOWING

    @classmethod
    def _parse(cls, bounds, coerce_int):
        if isinstance(bounds, FrameClause):
            return bounds
        try:
            start, end = bounds
        except (ValueError, TypeError) as err:
            raise exc.ArgumentError("2-tuple expected for range/rows/groups") from err
        start, start_type = cls._handle_int(start, coerce_int)
        end, end_type = cls._handle_int(end, coerce_int)
        return FrameClause(start, end, start_type, end_type, _validate=False)


def _constructs(class_, make):
    """Lets objects of a class be made by the class itself."""
    def __init__(self, *args, **kw):
        self._take(make(*args, **kw))
    class_.__init__ = __init__


def _label(name, element, type_=None):
    return _n.operate("label", _n.as_element(element) if type_ is None else type_coerce(element, type_), name)


for _class, _make in {
    BindParameter: bindparam, Label: _label,
    Case: case, Cast: cast, TryCast: try_cast, TypeCoerce: type_coerce, Extract: extract, Tuple: tuple_, Null: null,
    True_: true, False_: false, Over: over, FunctionFilter: funcfilter, WithinGroup: within_group,
    Grouping: _n.grouping, ClauseList: lambda *clauses: _n.order_by_list(list(clauses)),
}.items():
    _constructs(_class, _make)

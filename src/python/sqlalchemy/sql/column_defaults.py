"""Defaults of columns, computed columns, identities and sequences. Part of `sqlalchemy.sql.schema`."""

from .. import exc, util
from . import dialect_kwargs as _dialect_kwargs
from .base import ClauseElement, Executable
from .constraints import SchemaItem, with_deprecated_copy
from .ddl import CheckFirst
from .elements import ColumnElement


def _info(self):
    return {}


_info.__name__ = "info"


class DefaultGenerator(Executable, SchemaItem):
    info = util.memoized_property(_info)
    _execution_options = util.EMPTY_DICT
    __visit_name__ = "default_generator"
    is_identity = is_sentinel = is_server_default = False
    is_sequence = is_callable = is_scalar = is_clause_element = has_arg = False
    column = None

    def __init__(self, for_update=False):
        self.for_update = for_update

    def get_execution_options(self):
        return self._execution_options

    def execution_options(self, **kw):
        return self._generate()  # it has none, in SQLAlchemy neither

    options = execution_options


class ColumnDefault(DefaultGenerator):
    has_arg = True

    def __new__(cls, arg=None, for_update=False):
        if isinstance(arg, FetchedValue):
            raise exc.ArgumentError("ColumnDefault may not be a server-side default type.")
        if isinstance(arg, (ClauseElement, ColumnElement)) or hasattr(arg, "__clause_element__"):
            cls = ColumnElementColumnDefault
        else:
            cls = CallableColumnDefault if callable(arg) else ScalarElementColumnDefault
        return object.__new__(cls)

    def __init__(self, arg, for_update=False):
        self.for_update, self.arg = for_update, arg

    def __repr__(self):
        return f"{self.__class__.__name__}({self.arg!r})"

    @property
    def _given_arg(self):
        return self.arg

    def compare(self, other):
        return (self.__class__ is other.__class__ and self.for_update == other.for_update
                and self.compare_argument(other._given_arg))

    def _copy(self):
        return ColumnDefault(self._given_arg, self.for_update)


class _InsertSentinelColumnDefault(ColumnDefault):
    is_sentinel = True
    _native = ("sentinel", None)

    def __new__(cls, arg=None, for_update=False):
        return object.__new__(cls)

    def __init__(self, arg=None, for_update=False):
        super().__init__(None)

    def compare_argument(self, argument):
        return argument is None

    def _copy(self):
        return _InsertSentinelColumnDefault()


class ScalarElementColumnDefault(ColumnDefault):
    is_scalar = True
    _native = property(lambda self: ("scalar", self.arg))

    def compare_argument(self, argument):
        return self.arg is argument or (
            not callable(argument) and not isinstance(argument, ClauseElement) and bool(self.arg == argument))


class ColumnElementColumnDefault(ColumnDefault):
    is_clause_element = True
    _native = property(lambda self: ("clause", self.arg))

    def compare_argument(self, argument):
        return isinstance(argument, ClauseElement) and self.arg.compare(argument)


class CallableColumnDefault(ColumnDefault):
    is_callable = True
    _native = property(lambda self: ("callable", self.arg))
    _given_arg = property(lambda self: self._fn)

    def compare_argument(self, argument):
        return argument is self._fn

    def __init__(self, arg, for_update=False):
        self.for_update, self._fn = for_update, arg
        self.arg = _wrap_default(arg)


def _wrap_default(fn):
    """The function as one that takes the execution context."""
    needed = _arguments_needed(fn)
    if needed == 1:
        return fn
    if not needed:
        return _without_context(fn)
    raise exc.ArgumentError("ColumnDefault Python function takes zero or one positional arguments")


def _arguments_needed(fn):
    """How many a function, a class or an object cannot do without; None for what is built in."""
    is_class = isinstance(fn, type)
    if is_class:
        fn = fn.__init__
    elif not hasattr(fn, "__code__") and not hasattr(fn, "__func__"):
        fn = fn.__call__
    code = getattr(getattr(fn, "__func__", fn), "__code__", None)
    if code is None:
        return None
    is_bound = is_class or getattr(fn, "__self__", None) is not None
    return code.co_argcount - is_bound - len(fn.__defaults__ or ())


def _without_context(fn):
    def wrapped(ctx):
        return fn()
    cls = type(fn) if not hasattr(fn, "__name__") else fn
    wrapped.__name__, wrapped.__module__ = cls.__name__, cls.__module__
    wrapped.__qualname__ = getattr(cls, "__qualname__", cls.__name__)
    wrapped.__wrapped__ = fn
    return wrapped


class FetchedValue(SchemaItem):
    info = util.memoized_property(_info)
    is_server_default = True
    reflected = has_argument = is_clause_element = is_identity = False
    column = None

    def __init__(self, for_update=False):
        self.for_update = for_update

    def _as_for_update(self, for_update):
        return self if for_update == self.for_update else self._clone(for_update)

    def _copy(self, **kw):
        return self._clone(self.for_update)

    def _clone(self, for_update):
        made = self.__class__.__new__(self.__class__)
        made.__dict__.update(self.__dict__, column=None, for_update=for_update)
        return made


class DefaultClause(FetchedValue):
    has_argument = True

    def __init__(self, arg, for_update=False, _reflected=False):
        if not isinstance(arg, (str, ClauseElement)):
            raise exc.ArgumentError(
                "Argument 'arg' is expected to be one of type '<class 'str'>' or '<class "
                "'sqlalchemy.sql.elements.ClauseElement'>' or '<class 'sqlalchemy.sql.elements.TextClause'>', got "
                f"'{type(arg)}'")
        self.arg = arg
        self.for_update = for_update
        self.reflected = _reflected

    def __repr__(self):
        return f"DefaultClause({self.arg!r}, for_update={self.for_update!r})"


class Computed(FetchedValue):
    __visit_name__ = "computed_column"

    def __init__(self, sqltext, persisted=None):
        from .elements import text
        self.sqltext = text(sqltext) if isinstance(sqltext, str) else sqltext
        self.persisted = persisted
        self.for_update = True
        self.column = None

    def _copy(self, **kw):
        return Computed(self.sqltext, self.persisted)


class IdentityOptions:
    """How the numbers of an identity or a sequence go on."""

    def _set(self, start, increment, minvalue, maxvalue, nominvalue, nomaxvalue, cycle, cache):
        self.start, self.increment, self.minvalue, self.maxvalue = start, increment, minvalue, maxvalue
        self.nominvalue, self.nomaxvalue, self.cycle, self.cache = nominvalue, nomaxvalue, cycle, cache

    def _text(self):
        words = (("INCREMENT BY %d", self.increment), ("START WITH %d", self.start), ("MINVALUE %d", self.minvalue),
                 ("MAXVALUE %d", self.maxvalue))
        parts = [word % number for word, number in words if number is not None]
        if self.nominvalue is not None:
            parts.append("NO MINVALUE")
        if self.nomaxvalue is not None:
            parts.append("NO MAXVALUE")
        if self.cache is not None:
            parts.append("CACHE %d" % self.cache)
        if self.cycle is not None:
            parts.append("CYCLE" if self.cycle else "NO CYCLE")
        return " ".join(parts)

    def _take_oracle(self, dialect_kw, **given):
        """What only Oracle has; by its older names too."""
        for name, value in given.items():
            if value is not None:
                util.warn_deprecated(f"This parameter is supported only by Oracle Database, use ``oracle_{name}`` "
                                     "instead.", "2.1")
                if "oracle_" + name in dialect_kw:
                    raise exc.ArgumentError(f"Cannot specify both '{name}' and 'oracle_{name}'. Please use only "
                                            f"'oracle_{name}'.")
                dialect_kw["oracle_" + name] = value
        _dialect_kwargs.check(self, dialect_kw)
        self._dialect_kwargs = dialect_kw

    order = property(lambda self: self._dialect_kwargs.get("oracle_order"))


class Identity(_dialect_kwargs.DialectKWArgs, IdentityOptions, FetchedValue):
    __visit_name__ = "identity_column"
    is_identity = True
    on_null = property(lambda self: self._dialect_kwargs.get("oracle_on_null"))

    def __init__(self, always=False, on_null=None, start=None, increment=None, minvalue=None, maxvalue=None,
                 nominvalue=None, nomaxvalue=None, cycle=None, cache=None, order=None, **dialect_kw):
        self._take_oracle(dialect_kw, on_null=on_null, order=order)
        self._set(start, increment, minvalue, maxvalue, nominvalue, nomaxvalue, cycle, cache)
        self.always = always
        self.for_update = False

    def _copy(self, **kw):
        return Identity(self.always, start=self.start, increment=self.increment, minvalue=self.minvalue,
                        maxvalue=self.maxvalue, nominvalue=self.nominvalue, nomaxvalue=self.nomaxvalue,
                        cycle=self.cycle, cache=self.cache, **self._dialect_kwargs)


class Sequence(_dialect_kwargs.DialectKWArgs, IdentityOptions, DefaultGenerator):
    __visit_name__ = "sequence"
    is_sequence = True
    __repr__ = SchemaItem.__repr__

    def __init__(self, name, start=None, increment=None, minvalue=None, maxvalue=None, nominvalue=None, nomaxvalue=None,
                 cycle=None, schema=None, cache=None, order=None, data_type=None, optional=False, quote=None,
                 metadata=None, quote_schema=None, for_update=False, **dialect_kw):
        self._take_oracle(dialect_kw, order=order)
        self.data_type = None
        if data_type is not None:
            from .type_api import to_instance
            self.data_type = to_instance(data_type)
        for argument, value in (("quote", quote), ("quote_schema", quote_schema)):
            if value is not None:
                raise NotImplementedError(f"Sequence({argument}=) is not part of the playground")
        self._set(start, increment, minvalue, maxvalue, nominvalue, nomaxvalue, cycle, cache)
        self.name, self.optional, self.metadata, self.for_update = name, optional, metadata, for_update
        self.schema = schema if schema is not None else metadata.schema if metadata is not None else None
        if metadata is not None:
            self._set_metadata(metadata)

    def _set_metadata(self, metadata):
        self.metadata = metadata
        metadata._register_object(self)
        metadata._sequences[f"{self.schema}.{self.name}" if self.schema else self.name] = self

    def _copy(self):
        return Sequence(self.name, self.start, self.increment, self.minvalue, self.maxvalue, self.nominvalue,
                        self.nomaxvalue, self.cycle, self.schema, self.cache, data_type=self.data_type, optional=self.optional,
                        for_update=self.for_update, **self._dialect_kwargs)

    @property
    def _native(self):
        return "sequence", (self.next_value(), self.optional)

    def next_value(self):
        from .functions import func
        return func.next_value(self)

    def create(self, bind, checkfirst=CheckFirst.SEQUENCES):
        bind._run_ddl_visitor(lambda conn, flag: None, checkfirst)  # SQLite has no sequences: nothing is sent

    drop = create


with_deprecated_copy(Computed)
with_deprecated_copy(Identity)

# Where SQLAlchemy has them: messages show it.
for _class in (DefaultGenerator, ColumnDefault, _InsertSentinelColumnDefault, ScalarElementColumnDefault,
               ColumnElementColumnDefault, CallableColumnDefault, FetchedValue, DefaultClause, Computed,
               IdentityOptions, Identity, Sequence):
    _class.__module__ = "sqlalchemy.sql.schema"

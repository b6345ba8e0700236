"""`TypeEngine`, the base of SQL types, and those that a program derives its own from."""

import _sqlalchemy as _n

from .. import exc, util
from .._run import at_reset
from .operators import ColumnOperators, OperatorClass, apply, native_name
from .visitors import Visitable

NO_ARG = object()

# Types whose `comparator_factory` is not the common one: while there are none, no operator asks.
custom_comparators = []

# How many classes of types have functions of `sqlalchemy.ext.compiler`, which also tells which they are.
compiled_types = 0
dispatcher_of = None


def comparator_of(expr):
    """The comparator of an expression whose type has one of its own."""
    factory = expr.type.comparator_factory
    return None if factory in common_comparators else factory(expr)


class _Comparator(ColumnOperators):
    """Operators of a type: `expr` is the expression, `type` the type."""

    __module__ = "sqlalchemy.sql.type_api"
    __slots__ = ("expr", "type")
    default_comparator = None

    def __init__(self, expr):
        self.expr = expr
        self.type = expr.type

    def __clause_element__(self):
        return self.expr

    def operate(self, op, *other, **kw):
        return apply(op, self.expr, *other, **kw)

    def reverse_operate(self, op, other, **kw):
        return _n.operate("r" + native_name(op), self.expr, other, **kw)


# What does no more than it: classes that are there for their names.
common_comparators = {_Comparator}
_Comparator.__name__ = "Comparator"
_Comparator.__qualname__ = "TypeEngine.Comparator"

class _asks:
    """A conversion that the program's class gives by a method; a type may have one of its own instead."""

    def __init__(self, method, *args):
        self.method, self.args = method, args

    def __get__(self, type_, cls):
        if type_ is None:
            return self
        from ..dialects import _default
        return getattr(type_, self.method)(_default(), *self.args)


_PROCESSORS = (("bind_processor", "_bind_value", _asks("bind_processor")),
               ("result_processor", "_result_value", _asks("result_processor", None)),
               ("literal_processor", "_literal_value", _asks("literal_processor")))


_numbers = {}


def _key_number(type_):
    """Types of one class with the same attributes are alike in a statement's cache key."""
    parts = (type_.__class__,) + tuple(
        (k, repr(v)) for k, v in sorted(type_.__dict__.items()) if not k.startswith("_") and k != "impl")
    return _numbers.setdefault(parts, len(_numbers) + 1)


class TypeEngineMixin:
    __slots__ = ()


class TypeEngine(_n.TypeObject, Visitable):
    Comparator = comparator_factory = _Comparator
    hashable = True
    operator_classes = OperatorClass.UNSPECIFIED
    should_evaluate_none = render_bind_cast = render_literal_cast = False
    sort_key_function = None
    _variant_mapping = util.EMPTY_DICT
    # Dialects for which `_ddl()` spells the type; "*" is every one but SQLite, which is named.
    _spelled_for = ("*", "sqlite", "postgresql", "mysql")
    # What the native code asks for: whether a type is the program's, and how it converts values.
    _is_user_type = _bind_value = _result_value = _literal_value = None
    # The class whose values the native code converts itself, if this is one or derives from one.
    _converts = None

    def __init__(self, *args, **kw):
        if args or kw:
            raise TypeError(f"{type(self).__name__}() takes no arguments" if type(self).__init__ is TypeEngine.__init__
                            else "object.__init__() takes exactly one argument (the instance to initialize)")

    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        own = cls.__dict__
        factory = cls.comparator_factory
        if isinstance(factory, type) and factory not in common_comparators:
            custom_comparators.append(cls)
        for method, name, processor in _PROCESSORS:
            if name not in own and (method in own or cls._converts and method != "literal_processor"
                                    and ("bind_processor" in own or "result_processor" in own)):
                setattr(cls, name, processor)
                if cls.__module__[:11] != "sqlalchemy.":
                    cls._is_user_type = True
        if "_native" in own and "_spelled_for" not in own:
            cls._spelled_for = ()

    _cache_key_number = property(_key_number)
    _has_bind_expression = property(lambda self: self._has_around("bind_expression"))
    _has_column_expression = property(lambda self: self._has_around("column_expression"))

    def _has_around(self, name):
        """Whether the type, or one of its variants, has SQL around parameters or around columns."""
        return (getattr(type(self), name) is not getattr(TypeEngine, name)
                or any(it._has_around(name) for it in self._variant_mapping.values()))

    # Whether the program's class says what a compared value becomes.
    _asks_compared = property(lambda self: type(self).coerce_compared_value.__module__[:11] != "sqlalchemy.")

    def _resolve_for_python_type(self, python_type, matched_on, matched_on_flattened):
        """This type for a Python type that led here by one of its bases; None where only the base would fit."""
        return self if python_type is matched_on_flattened else None

    def _native(self):
        return ("null",)

    _is_plain = False

    def _compiled_by(self, name):
        """The program's function for this type on a dialect."""
        dispatcher = compiled_types and not self._is_plain and dispatcher_of(type(self))
        return dispatcher.find(name) if dispatcher else None

    @property
    def _variants(self):
        found = {name: _Spelled(self, name) for name in self._spelled_for}
        dispatcher = compiled_types and not self._is_plain and dispatcher_of(type(self))
        if dispatcher:
            names = ["*", "sqlite"] if "default" in dispatcher.specs else []
            found.update((name, _Spelled(self, name)) for name in [*dispatcher.specs, *names] if name != "default")
        found.update(self._variant_mapping)
        if "sqlite" in self._variant_mapping:
            # Values are SQLite's here; the other dialects keep what this type was.
            del found["sqlite"]
            found.setdefault("*", self._plain)
        return found

    def _shown(self):
        name = type(self).__name__
        return name if name.isupper() else repr(self)

    def _ddl(self, dialect):
        """How the dialect of this name spells the type; None where it cannot."""
        if dialect == "default":
            return self._shown()
        if not hasattr(self, "__visit_name__"):
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '_compiler_dispatch'")
        return None

    def __repr__(self):
        return str(self.repr_struct())

    def repr_struct(self):
        return util.GenericRepr(self)

    def __str__(self):
        return self.compile()

    def compile(self, dialect=None):
        name = getattr(dialect, "name", "default")
        given = self._variant_mapping.get(name)
        if given is not None:
            return given.compile(dialect)
        fn = self._compiled_by(name)
        if fn is not None:
            if dialect is None:
                from ..engine.default import StrCompileDialect
                dialect = StrCompileDialect()
            return fn(self, dialect.type_compiler_instance)
        return self._spell(name, dialect)

    def _spell(self, name, dialect):
        if name in self._spelled_for or "*" in self._spelled_for and name != "sqlite":
            found = self._ddl(name)
            if found is None:
                raise exc.UnsupportedCompilationError(dialect.type_compiler_instance, self)
            return found
        plain = self
        if compiled_types:
            plain = self.copy()
            plain._is_plain = True
        return _n.type_ddl(plain, None if name == "default" else name)

    def with_variant(self, type_, *dialect_names):
        if not dialect_names:
            raise exc.ArgumentError("At least one dialect name is required")
        for name in dialect_names:
            if name in self._variant_mapping:
                raise exc.ArgumentError(f"Dialect {name!r} is already present in the mapping for this {self!r}")
        made = self.copy()
        type_ = to_instance(type_)
        if type_._variant_mapping:
            raise exc.ArgumentError(
                "can't pass a type that already has variants as a dialect-level type to with_variant()")
        made._variant_mapping = self._variant_mapping.union({name: type_ for name in dialect_names})
        if "sqlite" in dialect_names:
            made._plain = self
            made._native = type_._native
            for name in ("_bind_value", "_result_value", "_literal_value"):
                setattr(made, name, getattr(type_, name))
        return made

    def copy(self, **kw):
        made = self.__class__.__new__(self.__class__)
        made.__dict__.update(self.__dict__)
        return made

    def adapt(self, cls, **kw):
        return util.constructor_copy(self, cls, **kw)

    def copy_value(self, value):
        return value

    def evaluates_none(self):
        made = self.copy()
        made.should_evaluate_none = True
        return made

    def dialect_impl(self, dialect):
        given = self._variant_mapping.get(dialect.name)
        return adapt_type(self, dialect.colspecs) if given is None else given.dialect_impl(dialect)

    def coerce_compared_value(self, op, value):
        found = _n.type_of_value(value)
        if isinstance(found, NullType) or found._type_affinity is self._type_affinity:
            return self
        return found

    def bind_processor(self, dialect):
        return _n.type_bind(self._converts()) if self._converts and dialect.name == "sqlite" else None

    def result_processor(self, dialect, coltype):
        return _n.type_result(self._converts()) if self._converts and dialect.name == "sqlite" else None

    def literal_processor(self, dialect):
        return None

    def bind_expression(self, bindvalue):
        return None

    def column_expression(self, colexpr):
        return None

    # What a driver's module calls such values.
    _dbapi_type = None

    def get_dbapi_type(self, dbapi):
        return self._dbapi_type and getattr(dbapi, self._dbapi_type)

    python_type = object

    @property
    def _type_affinity(self):
        found = self.__class__
        for cls in found.__mro__:
            if cls is TypeEngine:
                break
            if cls.__module__ == "sqlalchemy.sql.sqltypes" and cls.__name__[0] != "_" and "_native" in cls.__dict__:
                found = cls
        return found

    @property
    def _generic_type_affinity(self):
        upper = None
        for cls in self.__class__.__mro__:
            if cls.__module__ in ("sqlalchemy.sql.sqltypes", "sqlalchemy.sql.type_api") and cls is not TypeEngine \
                    and issubclass(cls, TypeEngine) and cls.__name__[0] != "_":
                if not cls.__name__.isupper():
                    return cls
                upper = upper or cls
        return upper or NullType

    def as_generic(self, allow_nulltype=False):
        found = self._generic_type_affinity
        if not allow_nulltype and found is NullType:
            raise NotImplementedError(
                f"Default TypeEngine.as_generic() heuristic method was unsuccessful for {type(self).__module__}."
                f"{type(self).__name__}. A custom as_generic() method must be implemented for this type class.")
        return util.constructor_copy(self, found)

    def compare_against_backend(self, dialect, conn_type):
        return None

    def compare_values(self, x, y):
        return x == y


class NullType(TypeEngine):
    operator_classes = OperatorClass.ANY
    __visit_name__ = "null"
    _spelled_for = ()
    python_type = object

    def coerce_compared_value(self, op, value):
        found = _n.type_of_value(value)
        return self if isinstance(found, NullType) else found


class _Spelled(TypeEngine):
    """How one dialect spells a type."""

    def __init__(self, of, dialect):
        self.of, self.dialect = of, dialect

    def _native(self):
        name = "default" if self.dialect == "*" else self.dialect
        fn = self.of._compiled_by(name)
        try:
            if fn is None:
                text = self.of._ddl(name)
            else:
                from ..dialects import _by_name
                text = fn(self.of, _by_name(name).type_compiler_instance)
        except exc.CompileError as error:
            return ("refused", error.args[0])
        except Exception as error:
            return ("refused", error)
        if text is None:
            return ("null",) if name == "mysql cast" else ("unsupported", self.of._shown())
        return ("verbatim", text, "null")


def to_instance(typeobj, *arg, **kw):
    if typeobj is None:
        return NullType()
    return typeobj(*arg, **kw) if callable(typeobj) else typeobj


def adapt_type(typeobj, colspecs):
    typeobj = to_instance(typeobj)
    for cls in type(typeobj).__mro__[:-1]:
        if cls in colspecs:
            found = colspecs[cls]
            return typeobj if issubclass(type(typeobj), found) else typeobj.adapt(found)
    return typeobj


def own_class(name, base, module):
    """The class that a dialect has in the place of a type."""
    return type(base)(name, (base,), {"__module__": module})


class ExternalType(TypeEngineMixin):
    cache_ok = None
    _is_user_type = True

    @property
    def _cache_key_number(self):
        return _key_number(self) if self.cache_ok else -1

    def _warn_no_cache_key(self):
        if self.cache_ok is None:
            kind = next(cls.__name__ for cls in type(self).__mro__ if cls.__module__[:11] == "sqlalchemy.")
            util.warn(
                f"{kind} {self!r} will not produce a cache key because the ``cache_ok`` "
                "attribute is not set to True.  This can have significant performance implications including some "
                "performance degradations in comparison to prior SQLAlchemy versions.  Set this attribute to True if "
                "this type object's state is safe to use in a cache key, or False to disable this warning.",
                code="cprf")


class UserDefinedType(ExternalType, TypeEngine):
    __visit_name__ = "user_defined"
    ensure_kwarg = "get_col_spec"
    operator_classes = OperatorClass.ANY

    _spelled_for = property(lambda self: () if hasattr(self, "get_col_spec") else TypeEngine._spelled_for)

    def _native(self):
        return ("verbatim", "" if hasattr(self, "get_col_spec") else self._ddl("default"), "null")

    def _ddl(self, dialect):
        if dialect == "default" and not hasattr(self, "get_col_spec"):
            return repr(self)
        return self.get_col_spec()

    def _spec(self, *place):
        """The text of the type where it stands, for a column or in a CAST."""
        spec = getattr(self, "get_col_spec", None)
        if spec is None:
            return None
        code = getattr(getattr(spec, "__func__", None), "__code__", None)
        takes_keywords = code is not None and code.co_flags & 8
        return spec(type_expression=place[0]) if place and takes_keywords else spec()

    def coerce_compared_value(self, op, value):
        return self


class Emulated(TypeEngineMixin):
    native = False

    def adapt(self, cls, **kw):
        if hasattr(cls, "adapt_emulated_to_native"):
            if not self.native:
                return cls.adapt_native_to_emulated(self, **kw)
            return cls.adapt_emulated_to_native(self, **kw)
        return self.adapt_to_emulated(cls, **kw)

    def adapt_to_emulated(self, impltype, **kw):
        return util.constructor_copy(self, impltype, *getattr(self, "_enums_argument", ()), **kw)


class NativeForEmulated(TypeEngineMixin):
    @classmethod
    def adapt_native_to_emulated(cls, impl, **kw):
        return impl.copy()

    @classmethod
    def adapt_emulated_to_native(cls, impl, **kw):
        return cls(**kw)


class SchemaEventTarget(TypeEngineMixin):
    pass


class TypeDecorator(SchemaEventTarget, ExternalType, TypeEngine):
    __visit_name__ = "type_decorator"
    impl = None
    coerce_to_is_types = (type(None),)

    class Comparator(_Comparator):
        __slots__ = ()

    @property
    def comparator_factory(self):
        return self.impl_instance.comparator_factory

    def __init__(self, *args, **kwargs):
        if self.__class__.impl is None:
            raise AssertionError("TypeDecorator implementations require a class-level variable 'impl' which refers to "
                                 "the class of type being decorated")
        self.impl = to_instance(self.__class__.impl, *args, **kwargs)

    @property
    def operator_classes(self):
        return self.impl_instance.operator_classes

    def get_dbapi_type(self, dbapi):
        return self.impl_instance.get_dbapi_type(dbapi)

    @property
    def impl_instance(self):
        return self.__dict__.get("impl") or to_instance(self.__class__.impl)

    def _spec(self, *place):
        spec = getattr(self.impl_instance, "_spec", None)
        return None if spec is None else spec(*place)

    def load_dialect_impl(self, dialect):
        return self.impl_instance

    def type_engine(self, dialect):
        return to_instance(self.load_dialect_impl(dialect))

    def dialect_impl(self, dialect):
        given = self._variant_mapping.get(dialect.name)
        if given is not None:
            return given.dialect_impl(dialect)
        made = self.copy()
        made.impl = self.type_engine(dialect)
        return made

    def process_bind_param(self, value, dialect):
        raise NotImplementedError()

    def process_result_value(self, value, dialect):
        raise NotImplementedError()

    def process_literal_param(self, value, dialect):
        raise NotImplementedError()

    def _impl(self):
        from ..dialects import _default
        return to_instance(self.load_dialect_impl(_default()))

    def _native(self):
        return ("like", self._impl())

    @property
    def _variants(self):
        if not self._overrides("load_dialect_impl"):
            return {**self.impl_instance._variants, **self._variant_mapping}
        from ..dialects import DefaultDialect, mysql, oracle, postgresql
        found = dict(self._impl()._variants)
        for name, dialect in (("*", DefaultDialect), ("postgresql", postgresql.dialect), ("mysql", mysql.dialect),
                              ("oracle", oracle.dialect)):
            try:
                found[name] = to_instance(self.load_dialect_impl(dialect()))
            except Exception:
                pass  # It may not know this one: compiling for it is not asked for yet.
        return {**found, **self._variant_mapping}

    def compile(self, dialect=None):
        if dialect is None:
            from ..dialects import DefaultDialect
            dialect = DefaultDialect()
        given = self._variant_mapping.get(dialect.name)
        return (given or self.type_engine(dialect)).compile(dialect)

    def _overrides(self, name):
        return getattr(self.__class__, name) is not getattr(TypeDecorator, name)

    def bind_processor(self, dialect):
        inner = _n.type_bind(self.type_engine(dialect))
        process = self.process_bind_param
        if not self._overrides("process_bind_param"):
            if not self._overrides("process_literal_param"):
                return inner
            process = self.process_literal_param
        return lambda value: inner(process(value, dialect))

    def result_processor(self, dialect, coltype):
        inner = _n.type_result(self.type_engine(dialect))
        if not self._overrides("process_result_value"):
            return inner
        process = self.process_result_value
        return lambda value: process(inner(value), dialect)

    def literal_processor(self, dialect):
        inner = self.type_engine(dialect).literal_processor(dialect)
        if self._overrides("process_literal_param"):
            process = self.process_literal_param
        elif self._overrides("process_bind_param"):
            process = self.process_bind_param
        else:
            return inner
        if inner is None:
            return lambda value: process(value, dialect)
        return lambda value: inner(process(value, dialect))

    def _has_around(self, name):
        # What an implementation of the program's choice has is only known for a dialect.
        return (self._overrides(name) or self._overrides("load_dialect_impl") or self.impl_instance._has_around(name)
                or any(it._has_around(name) for it in self._variant_mapping.values()))

    def bind_expression(self, bindparam):
        return self.impl_instance.bind_expression(bindparam)

    def column_expression(self, column):
        return self.impl_instance.column_expression(column)

    def coerce_compared_value(self, op, value):
        return self

    def coerce_to_is_type(self, value):
        return isinstance(value, self.coerce_to_is_types)

    def copy(self, **kw):
        made = self.__class__.__new__(self.__class__)
        made.__dict__.update(self.__dict__)
        return made

    @property
    def _type_affinity(self):
        return self.impl_instance._type_affinity

    @property
    def sort_key_function(self):
        return self.impl_instance.sort_key_function

    def compare_values(self, x, y):
        return self.impl_instance.compare_values(x, y)

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        impl = self.__dict__.get("impl")
        if impl is None:
            raise AttributeError(name)
        return getattr(impl, name)

    def repr_struct(self):
        return util.GenericRepr(self, to_inspect=self.impl_instance)


class Variant(TypeDecorator):
    def __init__(self, *arg, **kw):
        raise NotImplementedError("Variant is no longer used in SQLAlchemy; this is a placeholder symbol for "
                                  "backwards compatibility.")


@at_reset
def _reset():
    custom_comparators[:] = [it for it in custom_comparators if it.__module__[:11] == "sqlalchemy."]
    _numbers.clear()

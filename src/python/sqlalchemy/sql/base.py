"""What statements and expressions have in common: compiling, `str()`, execution options."""

import _sqlalchemy as _n

from .. import exc, util
from .cache_key import CacheKey
from .roles import SyntaxExtensionRole
from .visitors import Visitable


class _NoArg:
    def __repr__(self):
        return "_NoArg.NO_ARG"


NO_ARG = _NoArg()


def _flatten(value):
    if value is None:
        return []
    if isinstance(value, (list, tuple)):
        return list(value)
    return [value]


def _to_list(value):
    """`util.to_list`: what can be iterated over is spread."""
    if value is None:
        return []
    if isinstance(value, (str, bytes)) or not hasattr(value, "__iter__"):
        return [value]
    return list(value)


_COMPILE_ARGUMENTS = {"column_keys", "schema_translate_map", "compile_kwargs", "for_executemany", "linting", "cache_key",
                      "render_schema_translate"}


_function = type(lambda: None)


def criteria_of(given):
    """Criteria as a list; a lambda stands for what it builds."""
    for criterion in given:
        if criterion.__class__ is _function:
            from .lambdas import invoke
            return [invoke(it) if it.__class__ is _function else it for it in given]
    return list(given)


class ClauseElement(Visitable):
    __slots__ = ()
    is_clause_element = True
    supports_execution = False
    description = None
    stringify_dialect = "default"
    _is_ddl = False

    def __bool__(self):
        raise TypeError("Boolean value of this clause is not defined")


    def compile(self, bind=None, dialect=None, **kw):
        if dialect is None and bind is not None:
            dialect = bind.dialect
        elif dialect is None and self.stringify_dialect != "default":
            from importlib import import_module
            dialect = import_module("sqlalchemy.dialects." + self.stringify_dialect).dialect()
        for key in kw:
            if key not in _COMPILE_ARGUMENTS:
                raise TypeError(f"Compiled.__init__() got an unexpected keyword argument '{key}'")
        if dialect is not None:
            dialect.statement_compiler, dialect.positional  # raise for what is no dialect
        from .compiler import _arguments
        arguments = _arguments(dialect, kw)
        made = _n.compile_statement(self, *arguments)
        if dialect is None:
            dialect = self._stringify_dialect()
        made.__class__ = dialect.ddl_compiler if self._is_ddl else dialect.statement_compiler
        if kw.get("column_keys") is not None:
            made.column_keys = list(kw["column_keys"])
        made._arguments = arguments
        return made._finish(dialect, self)

    @staticmethod
    def _stringify_dialect(made=[]):
        if not made:
            from ..engine.default import StrCompileDialect
            made.append(StrCompileDialect())
        return made[0]

    def compare(self, other, **kw):
        """Whether the other is the same: its class, its text and its values."""
        if self is other:
            return True
        other.__visit_name__  # An AttributeError, for what is no element
        if type(self) is not type(other):
            return False
        same = _n.compare(self, other)
        if same is not None:
            return same
        mine, its = self.compile(), other.compile()
        return str(mine) == str(its) and mine.params == its.params

    def __str__(self):
        return str(self.compile())

    def __repr__(self):
        friendly = self.description
        if friendly is None:
            return object.__repr__(self)
        return f"<{self.__module__}.{self.__class__.__name__} at 0x7f0000000000; {friendly}>"

    def params(self, *optionaldict, **kwargs):
        return _n.statement_params(self, False, *optionaldict, **kwargs)

    def unique_params(self, *optionaldict, **kwargs):
        return _n.statement_params(self, True, *optionaldict, **kwargs)

    def self_group(self, against=None):
        return self

    def get_children(self, **kw):
        return _n.children(self)

    def _generate_cache_key(self):
        key = _n.cache_key(self)
        return None if key is None else CacheKey(key, [it for it in _iterate(self) if it.__visit_name__ == "bindparam"])


def _iterate(element):
    from .visitors import iterate
    return iterate(element)


class HasSyntaxExtensions:
    """A statement into which elements of vendors or of the program can be put at fixed points."""

    __slots__ = ()
    _position_map = util.EMPTY_DICT

    def ext(self, extension):
        if not isinstance(extension, SyntaxExtension):
            if not isinstance(extension, ClauseElement):
                raise NotImplementedError()
            raise exc.ArgumentError(f"Syntax extension construct expected, got {extension!r}.")
        made = _n.statement_copy(self)
        made._apply_syntax_extension_to_self(extension)
        return made

    def apply_syntax_extension_point(self, apply_fn, position):
        if position not in self._position_map:
            raise ValueError(f"Unknown position {position!r} for {self.__class__} construct; known positions: "
                             f"{', '.join(repr(it) for it in self._position_map)}")
        _n.set_extensions(self, position, list(apply_fn(tuple(_n.extensions_at(self, position)))))


class SyntaxExtension(SyntaxExtensionRole):
    """With `ClauseElement`: something that `ext()` puts into a statement."""

    def append_replacing_same_type(self, existing):
        return [*(it for it in existing if not isinstance(it, type(self))), self]

    def _refuse(self, what):
        raise NotImplementedError(f"Extension {type(self).__name__} cannot be applied to {what}")

    def apply_to_select(self, select_stmt):
        self._refuse("select")

    def apply_to_update(self, update_stmt):
        self._refuse("update")

    def apply_to_delete(self, delete_stmt):
        self._refuse("delete")

    def apply_to_insert(self, insert_stmt):
        self._refuse("insert")


class Executable:
    __slots__ = ()
    supports_execution = True
    is_select = is_insert = is_update = is_delete = is_dml = is_text = False

    def options(self, *options):
        return _n.select_options(self, list(options))

    def execution_options(self, **kw):
        if "isolation_level" in kw:
            raise exc.ArgumentError(
                "'isolation_level' execution option may only be specified on Connection.execution_options(), or "
                "per-engine using the isolation_level argument to create_engine().")
        if "compiled_cache" in kw:
            raise exc.ArgumentError(
                "'compiled_cache' execution option may only be specified on Connection.execution_options(), not per "
                "statement.")
        return _n.statement_options(self, **kw)

    def get_execution_options(self):
        return util.immutabledict(_n.get_statement_options(self))

    _execution_options = property(get_execution_options)


class ColumnSet:
    """Columns in order, each once."""

    def __init__(self, columns=()):
        self._columns = list(columns)

    def contains_column(self, col):
        return any(it is col or hash(it) == hash(col) for it in self._columns)

    __contains__ = contains_column

    def __iter__(self):
        return iter(self._columns)

    def __len__(self):
        return len(self._columns)

    def __bool__(self):
        return bool(self._columns)

    def __repr__(self):
        return f"ColumnSet({self._columns!r})"


class Generative:
    __slots__ = ()

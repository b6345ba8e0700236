"""The outcome of compiling a statement."""

import re
from collections import namedtuple

import _sqlalchemy as _n

from .. import exc, util
from .type_api import TypeEngine


# The value of a parameter of INSERT or UPDATE that comes with the execution.
REQUIRED = util.symbol("REQUIRED")


class ExpandedState(namedtuple("ExpandedState", "statement parameters processors positiontup parameter_expansion")):
    """A statement whose IN lists are written out, with the parameters that it has then."""

    __slots__ = ()

    @property
    def positional_parameters(self):
        if self.positiontup is None:
            raise exc.InvalidRequestError("statement does not use a positional paramstyle")
        return tuple(self.parameters[key] for key in self.positiontup)

    @property
    def additional_parameters(self):
        return self.parameters


def _arguments(dialect, kw=util.EMPTY_DICT):
    """How a statement is compiled, as the native compiler takes it: from the keywords of `compile()`."""
    compile_kwargs = kw.get("compile_kwargs") or {}
    schemas = kw.get("schema_translate_map")
    if schemas and not kw.get("render_schema_translate"):
        schemas = tuple(schemas)  # Places for them are written, which is told by what they are.
    return (getattr(dialect, "name", None), bool(compile_kwargs.get("literal_binds")),
            bool(compile_kwargs.get("render_postcompile")), kw.get("column_keys"), schemas,
            getattr(dialect, "_settings", None))


class Compiled(_n.CompiledObject):
    is_sql = is_ddl = False
    statement = dialect = schema_translate_map = cache_key = compile_state = None
    execution_options = util.EMPTY_DICT
    _arguments = _further = None

    def __init__(self, dialect, statement=None, **kw):
        raise NotImplementedError("making a compiler by its class is not part of the playground: use compile()")

    def _finish(self, dialect, statement):
        """Fills what only Python asks for."""
        self.dialect, self.statement = dialect, statement
        self.can_execute = statement.supports_execution
        if self.can_execute and isinstance(statement, _n.StatementObject):
            self.execution_options = statement._execution_options
        return self

    def __str__(self):
        return self.text()

    @property
    def string(self):
        return self.text()

    @property
    def preparer(self):
        return self.dialect.identifier_preparer

    def process(self, obj, **kwargs):
        """The text of something else; its parameters count on from those of the statement."""
        if self._further is None:
            self._further = _n.compile_further(self.statement, *(self._arguments or _arguments(self.dialect)))
        if isinstance(obj, TypeEngine):
            raise exc.UnsupportedCompilationError(self, type(obj))
        text = self._further.process(obj, kwargs, False)
        _n.CompiledObject.take_binds(self, self._further)
        return self._further.finished(text or "")


class SQLCompiler(Compiled):
    is_sql = True
    isinsert = isupdate = isdelete = False
    column_keys = None

    def _finish(self, dialect, statement):
        self.isinsert = getattr(statement, "is_insert", False)
        self.isupdate = getattr(statement, "is_update", False)
        self.isdelete = getattr(statement, "is_delete", False)
        return super()._finish(dialect, statement)

    @property
    def sql_compiler(self):
        return self

    @property
    def current_executable(self):
        return self.statement

    @property
    def positional(self):
        return self.dialect.positional

    @property
    def label_length(self):
        return self.dialect.label_length or self.dialect.max_identifier_length

    @property
    def params(self):
        values = _n.CompiledObject.params(self, None, False)
        if self.isinsert or self.isupdate:
            for key in self.column_keys or ():
                if key in values and values[key] is None:
                    values[key] = REQUIRED
        return values

    def construct_params(self, params=None, **kw):
        return _n.CompiledObject.params(self, params, True)

    def construct_expanded_state(self, params=None, escape_names=True):
        statement, parameters, positiontup, expansion = self.expanded_state(params)
        return ExpandedState(statement, parameters, {}, positiontup, expansion)

    @property
    def positiontup(self):
        return _n.CompiledObject.positiontup(self) if self.positional else None

    @property
    def binds(self):
        values, keys = self.params, self.made_up_keys()
        found = {}
        for name, type_ in self.bind_types().items():
            bind = _n.bindparam(name, values.get(name), type_, False, False, False, False, None)
            if name in keys:
                found[keys[name]] = bind
            found[name] = bind
        return found

    @property
    def escaped_bind_names(self):
        return util.immutabledict(self.escaped_names())

    @property
    def bind_names(self):
        return {bind: name for name, bind in self.binds.items() if name[:2] != "%("}

    isplaintext = property(lambda self: self.statement.__visit_name__ == "textclause")

    @property
    def _result_columns(self):
        return self.result_names()

    def render_literal_value(self, value, type_):
        if value is None and not type_.should_evaluate_none:
            return "NULL"
        processor = type_.dialect_impl(self.dialect).literal_processor(self.dialect)
        if processor is None:
            raise exc.CompileError(f"No literal value renderer is available for literal value \"{value!r}\" with datatype "
                                   f"{type_}")
        try:
            return processor(value)
        except Exception as error:
            raise exc.CompileError(f"Could not render literal value \"{value!r}\" with datatype {type_}; see parent stack "
                                   "trace for more detail.") from error


class StrSQLCompiler(SQLCompiler):
    pass


class DDLCompiler(Compiled):
    is_ddl = True
    params = None

    def construct_params(self, params=None, **kw):
        return None

    @property
    def sql_compiler(self):
        made = self.dialect.statement_compiler.__new__(self.dialect.statement_compiler)
        made.dialect = self.dialect
        return made

    @property
    def type_compiler(self):
        return self.dialect.type_compiler_instance


class TypeCompiler:
    def __init__(self, dialect):
        self.dialect = dialect

    def process(self, type_, **kw):
        return type_.compile(self.dialect)

    def __getattr__(self, name):
        if name.startswith("visit_"):
            return lambda type_, **kw: type_._spell(self.dialect.name, self.dialect)
        raise AttributeError(f"'{type(self).__name__}' object has no attribute {name!r}")


class GenericTypeCompiler(TypeCompiler):
    pass


class StrSQLTypeCompiler(GenericTypeCompiler):
    pass


class IdentifierPreparer:
    """How a dialect writes names."""

    initial_quote = escape_quote = final_quote = '"'
    omit_schema = False
    illegal_initial_characters = set("0123456789$")
    legal_characters = re.compile(r"^[A-Z0-9_$]+$", re.I)

    def __init__(self, dialect):
        self.dialect = dialect
        self._double_percents = dialect.paramstyle in ("format", "pyformat")

    @property
    def reserved_words(self):
        return set(_n.reserved_words(self.dialect.name))

    def requires_quotes(self, value):
        return _n.requires_quotes(str(value), self.dialect.name)

    _requires_quotes = requires_quotes

    def quote(self, ident):
        return _n.quote_name(str(ident), self.dialect.name, getattr(ident, "quote", None))

    def validate_sql_phrase(self, element, reg):
        if element is not None and not reg.match(element):
            raise exc.CompileError("Unexpected SQL phrase: %r (matching against %r)" % (element, reg.pattern))
        return element

    def quote_identifier(self, value):
        return _n.quote_name(str(value), self.dialect.name, True)

    def quote_schema(self, schema):
        return self.quote(schema)

    format_schema = quote_schema

    def schema_for_object(self, obj):
        return obj.schema

    def format_collation(self, collation_name, schema_name=None):
        text = self.quote(collation_name)
        return text if schema_name is None else self.quote_schema(schema_name) + "." + text

    def format_sequence(self, sequence, use_schema=True):
        text = self.quote(sequence.name)
        if use_schema and sequence.schema is not None and not self.omit_schema:
            text = self.quote_schema(sequence.schema) + "." + text
        return text

    def format_label(self, label, name=None):
        return self.quote(name or label.name)

    def format_alias(self, alias, name=None):
        return self.quote(name or alias.name)

    def format_savepoint(self, savepoint, name=None):
        return self.quote(savepoint if isinstance(savepoint, str) else name or savepoint.ident)

    def format_constraint(self, constraint, _alembic_quote=True):
        name = constraint.name
        if name is None:
            return None
        return self.quote(name) if _alembic_quote else name

    format_index = format_constraint

    def format_table(self, table, use_schema=True, name=None):
        text = self.quote(table.name if name is None else name)
        if use_schema and table.schema and not self.omit_schema:
            text = self.quote_schema(table.schema) + "." + text
        return text

    def format_label_name(self, name, anon_map=None):
        return self.quote(name)

    def format_column(self, column, use_table=False, name=None, table_name=None, use_schema=False, anon_map=None):
        text = self.quote(column.name if name is None else name)
        if not use_table:
            return text
        return self.format_table(column.table, use_schema, table_name) + "." + text

    def format_table_seq(self, table, use_schema=True):
        if not self.omit_schema and use_schema and table.schema:
            return self.quote_schema(table.schema), self.format_table(table, use_schema=False)
        return (self.format_table(table, use_schema=False),)

    def unformat_identifiers(self, identifiers):
        """`"a"."b.c".d` as its names."""
        names, quote, name, inside, i = [], self.final_quote, "", False, 0
        while i < len(identifiers):
            char = identifiers[i]
            if inside and char == quote and identifiers[i + 1:i + 2] == quote:
                name, i = name + quote, i + 1
            elif char == (quote if inside else self.initial_quote):
                inside = not inside
            elif char == "." and not inside:
                names.append(name)
                name = ""
            else:
                name += char
            i += 1
        return [*names, name]

"""The outcome of compiling a statement."""

import _sqlalchemy as _n


class SQLCompiler(_n.CompiledObject):
    def __str__(self):
        return self.text()

    @property
    def string(self):
        return self.text()

    @property
    def params(self):
        return _n.CompiledObject.params(self, None, False)

    def construct_params(self, params=None, **kw):
        return _n.CompiledObject.params(self, params, True)

    @property
    def positional(self):
        return self.positiontup is not None

    @property
    def positiontup(self):
        return _n.CompiledObject.positiontup(self)

    @property
    def binds(self):
        return self.bind_types()

    @property
    def bind_names(self):
        return self.bind_types()


class StrSQLCompiler(SQLCompiler):
    pass


def _of_dialect(name, module):
    return type(SQLCompiler)(name, (SQLCompiler,), {"__module__": f"sqlalchemy.dialects.{module}"})


SQLiteCompiler = _of_dialect("SQLiteCompiler", "sqlite.base")
PGCompiler_psycopg = _of_dialect("PGCompiler_psycopg", "postgresql.psycopg")
MySQLCompiler_mysqldb = _of_dialect("MySQLCompiler_mysqldb", "mysql.mysqldb")
DDLCompiler = Compiled = SQLCompiler


class TypeCompiler:
    def __init__(self, dialect):
        self.dialect = dialect

    def process(self, type_, **kw):
        return type_.compile(self.dialect)


class GenericTypeCompiler(TypeCompiler):
    pass


class StrSQLTypeCompiler(GenericTypeCompiler):
    pass


class IdentifierPreparer:
    """How a dialect writes names."""

    initial_quote = escape_quote = final_quote = '"'
    omit_schema = False
    illegal_initial_characters = frozenset("0123456789$")

    def __init__(self, dialect):
        self.dialect = dialect
        self._double_percents = dialect.paramstyle in ("format", "pyformat")

    def requires_quotes(self, value):
        return _n.requires_quotes(str(value), self.dialect.name)

    _requires_quotes = requires_quotes

    def quote(self, ident, force=None):
        return _n.quote_name(str(ident), self.dialect.name, getattr(ident, "quote", None))

    def quote_identifier(self, value):
        return _n.quote_name(str(value), self.dialect.name, True)

    def quote_schema(self, schema, force=None):
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

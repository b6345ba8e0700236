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
    def positiontup(self):
        return _n.CompiledObject.positiontup(self)

    @property
    def binds(self):
        return self.bind_types()

    @property
    def bind_names(self):
        return self.bind_types()


DDLCompiler = StrSQLCompiler = Compiled = SQLCompiler


class IdentifierPreparer:
    def __init__(self, dialect):
        self.dialect = dialect

    def quote(self, ident, force=None):
        return _n.quote_name(str(ident), self.dialect.name, getattr(ident, "quote", None))

    def quote_identifier(self, value):
        return _n.quote_name(str(value), self.dialect.name, True)

    def format_table(self, table, use_schema=True, name=None):
        made = self.quote(name or table.name)
        if use_schema and table.schema:
            made = self.quote(table.schema) + "." + made
        return made

    def format_column(self, column, **kw):
        return self.quote(column.name)

"""Constraints, foreign keys and indexes. Part of `sqlalchemy.sql.schema`, which passes them on."""

import collections

import _sqlalchemy as _n

from .. import exc, util
from . import dialect_kwargs as _dialect_kwargs
from .base import ClauseElement
from .ddl import CheckFirst, CreateConstraint, DDLIf, _create_index, _drop_index
from .elements import ColumnClause, ColumnElement, TextClause, quoted_name
from .selectable import TableClause
from .visitors import Visitable, iterate, replacement_traverse


class SchemaItem(Visitable):
    __slots__ = ()
    __visit_name__ = "schema_item"

    def __repr__(self):
        return util.generic_repr(self, omit_kwarg=["info"])


class ForeignKeyTarget(collections.namedtuple("ForeignKeyTarget", "schema table_name column_name")):
    """What a foreign key refers to, name by name."""

    __slots__ = ()

    def _tokens_no_dots(self):
        """The names that dots can join; None where they would mislead."""
        schema, table, column = self
        if table is None or "." in table or ("." in column if column is not None else schema):
            return None
        return [it for it in self if it is not None]

    def _as_string(self):
        tokens = self._tokens_no_dots()
        if tokens is not None:
            return ".".join(tokens)
        if not self.table_name:
            reason = ("the target has no table name; a ForeignKey to a Column which is not yet associated with a Table has "
                      "no names to render until that Column is attached")
        elif "." in self.table_name:
            reason = (f"the table name {self.table_name!r} contains a dot, which can't be told apart from the separator "
                      "between a schema name and a table name")
        elif self.column_name is not None:
            reason = (f"the column name {self.column_name!r} contains a dot, which can't be told apart from the separator "
                      "between a table name and a column name")
        else:
            reason = (f"a schema name {self.schema!r} is present with no column name, so the schema name can't be told "
                      "apart from a table name")
        raise exc.InvalidRequestError(
            f"Can't render a single string representation for foreign key target {self._description()}; {reason}.  Use "
            "ForeignKey.target_tokens to receive the schema, table and column names individually.")

    def _description(self):
        tokens = self._tokens_no_dots()
        if tokens:
            return repr(".".join(tokens))
        return f"(schema={self.schema!r}, table_name={self.table_name!r}, column_name={self.column_name!r})"

    @classmethod
    def _from_string(cls, spec):
        *schema, table, column = spec.split(".") if "." in spec else (spec, None)
        return cls(".".join(schema) or None, table, column)

    @classmethod
    def _from_argument(cls, argument):
        if len(argument) not in (2, 3):
            raise exc.ArgumentError("ForeignKey target given as a tuple must have two tokens (table_name, column_name) or "
                                    f"three tokens (schema, table_name, column_name); got {len(argument)}")
        made = cls(*argument) if len(argument) == 3 else cls(None, *argument)
        if not made.table_name:
            raise exc.ArgumentError("ForeignKey target table_name must be a non-empty string")
        return made


class HasConditionalDDL:
    def ddl_if(self, dialect=None, callable_=None, state=None):
        self._ddl_if = DDLIf(dialect, callable_, state)
        if isinstance(self, Constraint):
            _n.constraint_condition(self, self._should_create)
        return self

    def _should_create(self, dialect_name):
        from importlib import import_module
        from .compiler import DDLCompiler
        compiler = DDLCompiler.__new__(DDLCompiler)
        compiler.dialect = import_module(f"sqlalchemy.dialects.{dialect_name}").dialect()
        return self._ddl_if._should_execute(CreateConstraint(self), self, None, compiler=compiler)


def _check_initially(initially):
    if initially is not None and not isinstance(initially, str):
        raise TypeError(f"expected string or bytes-like object, got '{type(initially).__name__}'")


class ForeignKey(_dialect_kwargs.DialectKWArgs, _n.SchemaObject, SchemaItem):
    __visit_name__ = "foreign_key"
    comment = None
    _unvalidated_dialect_kw = util.EMPTY_DICT

    def __init__(self, column, _constraint=None, use_alter=False, name=None, onupdate=None, ondelete=None,
                 deferrable=None, initially=None, link_to_name=False, match=None, info=None, comment=None,
                 _unresolvable=False, **dialect_kw):
        self.comment = comment
        _n.foreign_key_init(self, _target(column),
                            [name, onupdate, ondelete, deferrable, initially, use_alter, match, link_to_name])
        if info:
            self.info = info
        if dialect_kw:
            self._unvalidated_dialect_kw = dialect_kw
        _check_initially(initially)
        # The DDL only asks whether it is true.
        self._deferrable = deferrable

    @util.memoized_property
    def info(self):
        return {}

    @property
    def column(self):
        return _n.foreign_key_column(self)

    @property
    def target_tokens(self):
        return ForeignKeyTarget(*_n.foreign_key_attr(self, "target_tokens"))

    _column_tokens = target_tokens
    deferrable = property(lambda self: self._deferrable)

    @property
    def target_fullname(self):
        return self.target_tokens._as_string()

    def _get_colspec(self, **kw):
        return self.target_fullname

    @property
    def _colspec(self):
        column = self.target_column
        return self.target_tokens._as_string() if column is None else column

    @property
    def target_table_key(self):
        column = self.target_column
        if column is not None and column.table is None:
            return None
        schema, table, _ = self.target_tokens
        return f"{schema}.{table}" if schema else table

    def _copy_tokens(self, schema=None, table_name=None, _is_copy=False):
        from .schema import BLANK_SCHEMA, RETAIN_SCHEMA
        column = self.target_column
        if _is_copy and column is not None and column.table is None:
            raise exc.InvalidRequestError(
                f"Can't copy ForeignKey object which refers to non-table bound Column {column!r}")
        tokens = self.target_tokens
        if schema not in (None, RETAIN_SCHEMA):
            tokens = tokens._replace(schema=None if schema is BLANK_SCHEMA else schema)
        return tokens._replace(table_name=table_name) if table_name else tokens

    def _copy(self, *, schema=None, **kw):
        made = ForeignKey(self._copy_tokens(schema), use_alter=self.use_alter, name=self.name, onupdate=self.onupdate,
                          ondelete=self.ondelete, deferrable=self.deferrable, initially=self.initially,
                          link_to_name=self.link_to_name, match=self.match, comment=self.comment,
                          **self._unvalidated_dialect_kw)
        if self.info:
            made.info = dict(self.info)
        return made

    def references(self, table):
        return table.corresponding_column(self.column) is not None

    def get_referent(self, table):
        return table.corresponding_column(self.column)

    def __repr__(self):
        tokens = self.target_tokens
        plain = tokens._tokens_no_dots()
        return f"ForeignKey({tokens!r})" if plain is None else f"ForeignKey({'.'.join(plain)!r})"


for _name in ("parent", "constraint", "name", "ondelete", "onupdate", "initially", "use_alter", "match",
              "link_to_name", "target_column"):
    setattr(ForeignKey, _name, property(lambda self, name=_name: _n.foreign_key_attr(self, name)))


def _target(argument):
    """What was given as a target: a column, or names."""
    if isinstance(argument, tuple):
        return ForeignKeyTarget._from_argument(argument)
    column = argument.__clause_element__() if hasattr(argument, "__clause_element__") else argument
    if isinstance(column, str):
        return ForeignKeyTarget._from_string(column)
    if not isinstance(column, ColumnClause):
        raise exc.ArgumentError("String column name or Column object for DDL foreign key constraint expected, got "
                                f"{argument!r}.")
    table = column.table
    if table is not None and not isinstance(table, TableClause):
        raise exc.ArgumentError(f"ForeignKey target Column {column!r} is associated with {table!r}, which is not a Table; "
                                "a foreign key may only target a Column of a Table")
    return column


class _ConstraintBase(_dialect_kwargs.DialectKWArgs, _n.SchemaObject, SchemaItem):
    __repr__ = SchemaItem.__repr__
    comment = None
    _allow_multiple_tables = False

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return _n.constraint_attr(self, name)

    @property
    def name(self):
        return _n.constraint_attr(self, "name")

    @name.setter
    def name(self, value):
        _n.constraint_set_name(self, value)

    def _options(self, deferrable, initially, info, comment, dialect_kwargs):
        _dialect_kwargs.check(self, dialect_kwargs)
        if comment is not None:
            self.comment = comment
        if info is not None:
            self._info = info
        if dialect_kwargs:
            self._dialect_kwargs = dialect_kwargs
        _check_initially(initially)
        self._set_deferrable(deferrable, initially)
        self._given = {"deferrable": deferrable, "initially": initially, "info": info, "comment": comment, **dialect_kwargs}
        _n.constraint_options(self, deferrable, initially, {k: _dialect_kwargs.plain_option(v) for k, v in dialect_kwargs.items()})

    @property
    def info(self):
        return self.__dict__.setdefault("_info", {})

    @info.setter
    def info(self, value):
        self._info = value

    def _set_table(self, table):
        pending = self.__dict__.pop("_names", None)
        if pending is not None:
            columns = []
            for item in pending:
                if isinstance(item, str):
                    try:
                        item = table.c[item]
                    except KeyError:
                        raise exc.ConstraintColumnNotFoundError(
                            f"Can't create {self.__class__.__name__} on table '{table.description}': no column named "
                            f"'{item}' is present.") from None
                elif isinstance(item, ColumnClause) and item.key is None:
                    raise exc.ArgumentError("Can't add unnamed column to column collection")
                columns.append(item)
            _n.constraint_set_columns(self, columns)

    def _check_attach(self):
        """A constraint of columns joins their table, as soon as all of them have one."""
        from .schema import Column, Table
        named = [it if isinstance(it, str) else _first_column(it) for it in self.__dict__.get("_names", ())]
        columns = [it for it in named if isinstance(it, Column)]
        waiting = [it for it in columns if not isinstance(it.table, Table)]
        if waiting and len(columns) == sum(it is not None for it in named):
            def attached(column, table):
                waiting[:] = [it for it in waiting if it is not column]
                if not waiting:
                    self._check_attach()

            for column in {id(it): it for it in waiting}.values():
                column.__dict__.setdefault("_on_attach", []).append(attached)
            return
        table = None if self._allow_multiple_tables and len({it.table for it in columns}) > 1 else _table_of(columns)
        if table is not None:
            table._add(self)


def _ddl_items(items):
    """Names and expressions, as a constraint takes them."""
    found = [it.__clause_element__() if hasattr(it, "__clause_element__") else it for it in items]
    for item, given in zip(found, items):
        if not isinstance(item, (str, ColumnElement, TextClause)):
            raise exc.ArgumentError(
                f"String column name or column expression for DDL constraint expected, got {given!r}.")
    return found


def _first_column(expression):
    if isinstance(expression, ColumnClause):
        return expression
    return next((it for it in iterate(expression) if it.__visit_name__ == "column"), None)


def _copy_expression(expression, source, target):
    """An expression over the columns of another table."""
    from .schema import Column
    if target is None or isinstance(expression, TextClause):
        return expression

    def replace(element):
        if isinstance(element, Column) and element.table is source and element.key in source.c:
            return target.c[element.key]

    return replacement_traverse(expression, {}, replace)


def _table_of(columns):
    """The one table of the columns among some items."""
    from .schema import Column, Table
    columns = [it for it in columns if isinstance(it, Column) and isinstance(it.table, Table)]
    others = [it for it in columns[1:] if it.table is not columns[0].table]
    if others:
        raise exc.ArgumentError("Column(s) %s are not part of table '%s'." % (
            ", ".join(f"'{it}'" for it in others), columns[0].table.description))
    return columns[0].table if columns else None


class Constraint(_ConstraintBase, HasConditionalDDL):
    __visit_name__ = "constraint"
    deferrable = initially = None

    def _set_deferrable(self, deferrable, initially):
        self.deferrable, self.initially = deferrable, initially

    @property
    def table(self):
        found = _n.constraint_attr(self, "table")
        if found is None:
            raise exc.InvalidRequestError("This constraint is not bound to a table.  Did you mean to call "
                                          "table.append_constraint(constraint) ?")
        return found

    @property
    def parent(self):
        return self.table

    # Of a type, which makes it again for a copy of its column.
    _type_bound = False

    def _copied(self, made):
        """Fills what is no argument into a copy."""
        if self.info:
            made.info = dict(self.info)
        return made

    # Made for a column, by `primary_key=True` and the like, which is copied with it.
    _column_flag = property(lambda self: "_given" not in self.__dict__)

    def _copy(self, **kw):
        return self._copied(self._copy_to(kw.get("target_table"), kw.get("schema")))


class ColumnCollectionConstraint(Constraint):
    _kind = "unique"

    def _columns_given(self, columns, **kw):
        self._names = _ddl_items(columns)

    def _columns_for(self, table):
        return [_copy_expression(it, self.table, table) for it in self.columns]

    def __contains__(self, column):
        return self.columns.contains_column(column) if not isinstance(column, str) else column in self.columns

    def __iter__(self):
        return iter(self.columns)

    def __len__(self):
        return len(self.columns)

    def contains_column(self, column):
        return self.columns.contains_column(column)

    @property
    def c(self):
        return self.columns


class PrimaryKeyConstraint(ColumnCollectionConstraint):
    __visit_name__ = "primary_key_constraint"

    def __init__(self, *columns, name=None, deferrable=None, initially=None, info=None, comment=None, **kw):
        _n.constraint_init(self, "primary_key", name, [], [])
        self._options(deferrable, initially, info, comment, kw)
        self._columns_given(columns)
        self._check_attach()

    def _copy_to(self, table, schema=None):
        return PrimaryKeyConstraint(*self._columns_for(table), name=self.name, **self.__dict__.get("_given", {}))

    @property
    def _autoincrement_column(self):
        return self.table.autoincrement_column

    @property
    def columns_autoinc_first(self):
        first = self._autoincrement_column
        return list(self.columns) if first is None else [first, *(it for it in self.columns if it is not first)]


class UniqueConstraint(ColumnCollectionConstraint):
    __visit_name__ = "unique_constraint"

    def __init__(self, *columns, name=None, deferrable=None, initially=None, info=None, comment=None, **kw):
        _n.constraint_init(self, "unique", name, [], [])
        self._options(deferrable, initially, info, comment, kw)
        self._columns_given(columns)
        self._check_attach()

    def _copy_to(self, table, schema=None):
        return UniqueConstraint(*self._columns_for(table), name=self.name, **self.__dict__.get("_given", {}))


class CheckConstraint(ColumnCollectionConstraint):
    __visit_name__ = "table_or_column_check_constraint"
    _allow_multiple_tables = True

    def __init__(self, sqltext, name=None, deferrable=None, initially=None, table=None, info=None, comment=None,
                 _autoattach=True, _type_bound=False, **kw):
        from .elements import text
        if isinstance(sqltext, str):
            sqltext = text(sqltext)
        elif sqltext is None:
            from .elements import null
            sqltext = null()
        elif not isinstance(sqltext, ClauseElement) and not hasattr(sqltext, "__clause_element__"):
            raise exc.ArgumentError(f"SQL expression element for DDL constraint expected, got {sqltext!r}.")
        _n.constraint_init(self, "check", name, [], [sqltext, _type_bound])
        self._options(deferrable, initially, info, comment, kw)
        self._sqltext = sqltext
        if _type_bound:
            self._type_bound = True
        if table is not None:
            table._add(self)
        elif _autoattach and isinstance(sqltext, ColumnElement):
            self._names = list(self.columns)
            self._check_attach()

    is_column_level = False

    def _copy_to(self, table, schema=None):
        sqltext = self._sqltext if table is None else _copy_expression(self._sqltext, self.table, table)
        return CheckConstraint(sqltext, name=self.name, _autoattach=False, _type_bound=self._type_bound,
                               **self.__dict__.get("_given", {}))


class ForeignKeyConstraint(ColumnCollectionConstraint):
    __visit_name__ = "foreign_key_constraint"

    def __init__(self, columns, refcolumns, name=None, onupdate=None, ondelete=None, deferrable=None, initially=None,
                 use_alter=False, link_to_name=False, match=None, table=None, info=None, comment=None, **kw):
        columns, refcolumns = list(columns), list(refcolumns)
        if len(columns) != len(refcolumns):
            raise exc.ArgumentError(
                "ForeignKeyConstraint number of constrained columns must match the number of referenced columns.")
        self.comment = comment
        options = [name, onupdate, ondelete, deferrable, initially, use_alter, match, link_to_name]
        keys = [ForeignKey(it, None, use_alter, name, onupdate, ondelete, deferrable, initially, link_to_name, match, **kw)
                for it in refcolumns]
        _n.constraint_init(self, "foreign_key", name, [], [keys, *options])
        self._options(deferrable, initially, info, comment, kw)
        self._columns_given(columns)
        if table is not None:
            table._add(self)
        else:
            self._check_attach()

    def _set_deferrable(self, deferrable, initially):
        pass

    # Of a ForeignKey in a column too, whose constraint is made natively.
    deferrable = property(lambda self: self.elements[0].deferrable)
    initially = property(lambda self: self.elements[0].initially)
    use_alter = property(lambda self: self.elements[0].use_alter)
    link_to_name = property(lambda self: self.elements[0].link_to_name)

    @property
    def column_keys(self):
        columns = self.columns.keys()
        return columns or [c if isinstance(c, str) else c.key for c in self.__dict__.get("_names", ())]

    @property
    def referred_table(self):
        return self.elements[0].column.table

    @property
    def _col_description(self):
        return ", ".join(self.column_keys)

    @property
    def _referred_schema(self):
        return self.elements[0].target_tokens.schema if self.elements else None

    def _set_table(self, table):
        super()._set_table(table)
        keys = {key.target_table_key for key in self.elements}
        if None not in keys and len(keys) > 1:
            first, second = sorted(keys)[:2]
            raise exc.ArgumentError(f"ForeignKeyConstraint on {table.fullname}({self._col_description}) refers to multiple "
                                    f"remote tables: {first} and {second}")

    def _copy_to(self, table, schema=None):
        own = self.table.key
        made = ForeignKeyConstraint(
            [key.parent.key for key in self.elements],
            [key._copy_tokens(schema, table.name if table is not None and key.target_table_key == own else None, True)
             for key in self.elements],
            name=self.name, onupdate=self.onupdate, ondelete=self.ondelete, use_alter=self.use_alter,
            deferrable=self.deferrable, initially=self.initially, link_to_name=self.link_to_name, match=self.match,
            comment=self.comment, **self._dialect_kwargs)
        for key, copy in zip(self.elements, made.elements):
            if key.info:
                copy.info = dict(key.info)
        return made


class Index(_ConstraintBase, HasConditionalDDL):
    __visit_name__ = "index"

    def __init__(self, name, *expressions, unique=False, quote=None, info=None, _table=None, _column_flag=False, **kw):
        self._names = _ddl_items(expressions)
        _dialect_kwargs.check(self, kw)
        self._dialect_kwargs = kw
        if info is not None:
            self._info = info
        if quote is not None:
            name = quoted_name(name, quote)
        # What SQLAlchemy says when it is compiled: a list would be taken for the pairs of a dictionary there.
        if isinstance(length := kw.get("mysql_length"), (list, tuple)):
            raise TypeError(f"%d format: a real number is required, not {type(length).__name__}")
        options = {key: _dialect_kwargs.plain_option(value) for key, value in kw.items()}
        _n.index_init(self, name, unique, options)
        if _table is not None:
            _table._add(self)
        elif self._names:
            self._check_attach()

    @property
    def expressions(self):
        pending = self.__dict__.get("_names")
        return _n.constraint_attr(self, "expressions") if pending is None else list(pending)

    @property
    def parent(self):
        return self.table

    @property
    def c(self):
        return self.columns

    def create(self, bind, checkfirst=CheckFirst.NONE):
        _create_index(bind, self, checkfirst)

    def drop(self, bind, checkfirst=CheckFirst.NONE):
        _drop_index(bind, self, checkfirst)

    def __repr__(self):
        return "Index(%s)" % ", ".join(
            [repr(self.name)] + [repr(e) for e in self.expressions] + (["unique=True"] if self.unique else []))


def with_deprecated_copy(cls):
    """Gives a class its older `copy()`."""
    def copy(self, **kw):
        util.warn_deprecated(f"The {cls.__name__}.copy() method is deprecated and will be removed in a future release. "
                             "(deprecated since: 1.4)", "1.4")
        return self._copy(**kw)

    cls.copy = copy
    return cls


for _class in (ForeignKey, Constraint, ColumnCollectionConstraint, CheckConstraint, ForeignKeyConstraint):
    with_deprecated_copy(_class)

# Where SQLAlchemy has them: messages show it.
for _class in (SchemaItem, HasConditionalDDL, ForeignKey, Constraint, ColumnCollectionConstraint, PrimaryKeyConstraint,
               UniqueConstraint, CheckConstraint, ForeignKeyConstraint, Index):
    _class.__module__ = "sqlalchemy.sql.schema"

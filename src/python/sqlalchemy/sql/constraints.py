"""Constraints, foreign keys and indexes. Part of `sqlalchemy.sql.schema`, which passes them on."""

import collections

import _sqlalchemy as _n

from .. import exc, util
from . import dialect_kwargs as _dialect_kwargs
from .base import ClauseElement
from .ddl import CheckFirst, CreateConstraint, DDLIf, _create_index, _drop_index, _plain_option
from .elements import ColumnElement, TextClause, quoted_name
from .visitors import Visitable


class SchemaItem(Visitable):
    __slots__ = ()
    __visit_name__ = "schema_item"

    def __repr__(self):
        return util.generic_repr(self, omit_kwarg=["info"])


ForeignKeyTarget = collections.namedtuple("ForeignKeyTarget", "schema table_name column_name")


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


def _target_text(target):
    """A target given as `(table, column)` or `(schema, table, column)`, as text."""
    if not isinstance(target, tuple):
        return target
    if len(target) not in (2, 3):
        raise exc.ArgumentError("ForeignKey target given as a tuple must have two tokens (table_name, column_name) or three "
                                f"tokens (schema, table_name, column_name); got {len(target)}")
    return ".".join(target)


class ForeignKey(_n.SchemaObject, SchemaItem):
    __visit_name__ = "foreign_key"

    def __init__(self, column, _constraint=None, use_alter=False, name=None, onupdate=None, ondelete=None,
                 deferrable=None, initially=None, link_to_name=False, match=None, info=None, comment=None,
                 _unresolvable=False, **dialect_kw):
        _check_constraint_kwargs(self, "ForeignKeyConstraint", dialect_kw)
        self.comment = comment
        target = _target_text(column)
        if hasattr(target, "__clause_element__"):
            target = target.__clause_element__()
        self._colspec = target
        _n.foreign_key_init(
            self, target, [name, onupdate, ondelete, deferrable, initially, use_alter, match, link_to_name])
        self.link_to_name = link_to_name
        self.info = info or {}

    @property
    def column(self):
        return _n.foreign_key_column(self)

    @property
    def target_fullname(self):
        return _n.foreign_key_attr(self, "target_fullname")

    def _get_colspec(self, **kw):
        return self.target_fullname

    def _tokens(self):
        """Schema, table and column of the target."""
        target = self._colspec
        if isinstance(target, str):
            *schema, table, column = target.split(".") if "." in target else (target, None)
            return ".".join(schema) or None, table, column
        if target.table is None:
            raise exc.InvalidRequestError(f"Can't copy ForeignKey object which refers to non-table bound Column {target!r}")
        return target.table.schema, target.table.name, target.key

    @property
    def target_tokens(self):
        target = self._colspec
        if not isinstance(target, str) and target.table is None:
            return ForeignKeyTarget(None, target.key, None)
        return ForeignKeyTarget(*self._tokens())

    @property
    def target_table_key(self):
        if not isinstance(self._colspec, str) and self._colspec.table is None:
            return None
        schema, table, _ = self._tokens()
        return f"{schema}.{table}" if schema else table

    def _copy(self, *, schema=None, **kw):
        return ForeignKey(_target(self, schema), use_alter=self.use_alter, name=self.name, onupdate=self.onupdate,
                          ondelete=self.ondelete, deferrable=self.deferrable, initially=self.initially,
                          link_to_name=self.link_to_name, match=self.match, comment=self.comment, info=dict(self.info))

    copy = _copy

    @property
    def target_column(self):
        return None if isinstance(self._colspec, str) else self._colspec

    @property
    def parent(self):
        return _n.foreign_key_attr(self, "parent")

    @property
    def constraint(self):
        return _n.foreign_key_attr(self, "constraint")

    name = property(lambda self: _n.foreign_key_attr(self, "name"))
    ondelete = property(lambda self: _n.foreign_key_attr(self, "ondelete"))
    onupdate = property(lambda self: _n.foreign_key_attr(self, "onupdate"))
    initially = property(lambda self: _n.foreign_key_attr(self, "initially"))
    deferrable = property(lambda self: _n.foreign_key_attr(self, "deferrable"))
    use_alter = property(lambda self: _n.foreign_key_attr(self, "use_alter"))
    match = property(lambda self: _n.foreign_key_attr(self, "match"))

    def references(self, table):
        return self.column.table is table

    def get_referent(self, table):
        return table.corresponding_column(self.column)

    def __repr__(self):
        return f"ForeignKey({self.target_fullname!r})"



def _target(key, schema, table_name=None):
    """The target of a foreign key's copy: in another schema, or of another table."""
    from .schema import BLANK_SCHEMA, RETAIN_SCHEMA
    if not isinstance(key._colspec, str) and key._colspec.table is None and table_name is None:
        return key._colspec
    old_schema, table, column = key._tokens()
    if schema is None or schema is RETAIN_SCHEMA:
        schema = old_schema
    elif schema is BLANK_SCHEMA:
        schema = None
    table = table_name or table
    return ".".join(it for it in (schema, table, column) if it is not None)


class _ConstraintBase(_dialect_kwargs.DialectKWArgs, _n.SchemaObject, SchemaItem):
    __repr__ = SchemaItem.__repr__
    comment = None

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
            self.dialect_kwargs = dialect_kwargs
        self._set_deferrable(deferrable, initially)
        self._given = {"deferrable": deferrable, "initially": initially, "info": info, "comment": comment, **dialect_kwargs}
        _n.constraint_options(self, deferrable, initially, {k: _plain_option(v) for k, v in dialect_kwargs.items()})

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
                columns.append(item)
            _n.constraint_set_columns(self, columns)

    def _attach_now(self, columns):
        """A constraint of real columns joins their table at once."""
        table = _table_of(columns)
        if table is not None:
            table._add(self)


def _ddl_items(items):
    """Names and expressions, as a constraint takes them."""
    found = [it.__clause_element__() if hasattr(it, "__clause_element__") else it for it in items]
    for item in found:
        if not isinstance(item, (str, ClauseElement)):
            raise exc.ArgumentError(
                f"String column name or column expression for DDL constraint expected, got {item!r}.")
    return found


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

    def _copy_to(self, table, schema=None):
        return None

    def _copied(self, made):
        """Fills what is no argument into a copy."""
        if self.info:
            made.info = dict(self.info)
        return made

    def copy(self, **kw):
        return self._copy_to(kw.get("target_table"), kw.get("schema"))

    _copy = copy


class ColumnCollectionConstraint(Constraint):
    _kind = "unique"

    def _columns_given(self, columns, **kw):
        self._names = columns = _ddl_items(columns)
        return columns

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
        self._attach_now(self._columns_given(columns))

    def _copy_to(self, table, schema=None):
        if "_given" not in self.__dict__:
            return None  # `primary_key=True` of columns
        return self._copied(PrimaryKeyConstraint(*[c.key for c in self.columns], name=self.name, **self._given))

    @property
    def columns_autoinc_first(self):
        return list(self.columns)


class UniqueConstraint(ColumnCollectionConstraint):
    __visit_name__ = "unique_constraint"

    def __init__(self, *columns, name=None, deferrable=None, initially=None, info=None, comment=None, **kw):
        _n.constraint_init(self, "unique", name, [], [])
        self._options(deferrable, initially, info, comment, kw)
        self._attach_now(self._columns_given(columns))

    def _copy_to(self, table, schema=None):
        if "_given" not in self.__dict__:
            return None  # `unique=True` of a column, which is copied with it
        return self._copied(UniqueConstraint(*[c.key for c in self.columns], name=self.name, **self._given))


class CheckConstraint(ColumnCollectionConstraint):
    __visit_name__ = "table_or_column_check_constraint"

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
            columns = list(self.columns)
            if len({it.table for it in columns}) == 1:
                self._attach_now(columns)

    is_column_level = False

    def _copy_to(self, table, schema=None):
        if self._type_bound:
            return None
        return self._copied(CheckConstraint(self._sqltext if isinstance(self._sqltext, TextClause) else str(
            self._sqltext.compile(compile_kwargs={"literal_binds": True})), name=self.name, **self.__dict__.get("_given", {})))


class ForeignKeyConstraint(ColumnCollectionConstraint):
    __visit_name__ = "foreign_key_constraint"

    def __init__(self, columns, refcolumns, name=None, onupdate=None, ondelete=None, deferrable=None, initially=None,
                 use_alter=False, link_to_name=False, match=None, table=None, info=None, comment=None, **kw):
        columns, refcolumns = list(columns), [_target_text(it) for it in refcolumns]
        if len(set(map(str, columns))) != len(set(map(str, refcolumns))) and len(columns) != len(refcolumns):
            raise exc.ArgumentError(
                "ForeignKeyConstraint number of constrained columns must match the number of referenced columns.")
        _n.constraint_init(self, "foreign_key", name, [],
                           [refcolumns, name, onupdate, ondelete, deferrable, initially, use_alter, match, link_to_name])
        self._options(deferrable, initially, info, comment, kw)
        self._columns_given(columns)
        if table is not None:
            table._add(self)
        else:
            self._attach_now(columns)

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
    def _referred_schema(self):
        return self.elements[0]._tokens()[0] if self.elements else None

    def _copy_to(self, table, schema=None):
        targets = []
        for key in self.elements:
            own, (of, name, _) = self.table, key._tokens()
            is_own = table is not None and name == own.name and (of or own.metadata.schema) == own.schema
            targets.append(_target(key, schema, table.name if is_own else None))
        made = ForeignKeyConstraint(
            self.column_keys, targets, name=self.name, onupdate=self.onupdate, ondelete=self.ondelete,
            use_alter=self.use_alter, deferrable=self.deferrable, initially=self.initially,
            link_to_name=self.elements[0].link_to_name, match=self.match, comment=self.comment, **self.dialect_kwargs)
        for key, copy in zip(self.elements, made.elements):
            copy.info = dict(key.info)
        return self._copied(made)


def _check_constraint_kwargs(owner, construct, kwargs):
    if kwargs:
        raise NotImplementedError(f"{type(owner).__name__}({next(iter(kwargs))}=) is not part of the playground: "
                                  f"give it to {construct}")


class Index(_ConstraintBase, HasConditionalDDL):
    __visit_name__ = "index"

    def __init__(self, name, *expressions, unique=False, quote=None, info=None, _table=None, _column_flag=False, **kw):
        expressions = _ddl_items(expressions)
        _table_of(expressions)
        names_only = all(isinstance(e, str) for e in expressions) and bool(expressions)
        _dialect_kwargs.check(self, kw)
        self.dialect_kwargs = kw
        if info is not None:
            self._info = info
        if quote is not None:
            name = quoted_name(name, quote)
        options = {key: _plain_option(value) for key, value in kw.items()}
        self._expressions_given = expressions
        _n.index_init(self, name, [] if names_only else expressions, unique, options)
        if names_only:
            self._names = expressions
        if _table is not None:
            _table._add(self)
        elif not names_only:
            table = _n.index_table(self)
            if table is not None:
                table._add(self)

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


# Where SQLAlchemy has them: messages show it.
for _class in (SchemaItem, HasConditionalDDL, ForeignKey, Constraint, ColumnCollectionConstraint, PrimaryKeyConstraint,
               UniqueConstraint, CheckConstraint, ForeignKeyConstraint, Index):
    _class.__module__ = "sqlalchemy.sql.schema"

"""Constraints, foreign keys and indexes. Part of `sqlalchemy.sql.schema`, which passes them on."""

import _sqlalchemy as _n

from .. import exc
from . import dialect_kwargs as _dialect_kwargs
from .ddl import CheckFirst, _create_index, _drop_index
from .elements import ColumnElement, TextClause, quoted_name


class SchemaItem:
    __slots__ = ()
    __visit_name__ = "schema_item"


class HasConditionalDDL:
    def ddl_if(self, dialect=None, callable_=None, state=None):
        raise NotImplementedError("ddl_if() is not part of the playground")

class ForeignKey(_n.SchemaObject, SchemaItem):
    __visit_name__ = "foreign_key"

    def __init__(self, column, _constraint=None, use_alter=False, name=None, onupdate=None, ondelete=None,
                 deferrable=None, initially=None, link_to_name=False, match=None, info=None, comment=None,
                 _unresolvable=False, **dialect_kw):
        _check_constraint_kwargs(self, "ForeignKeyConstraint", dialect_kw)
        self.comment = comment
        target = column
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

class _ConstraintBase(_n.SchemaObject, SchemaItem):
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
        self._given = {"deferrable": deferrable, "initially": initially, "info": info, "comment": comment, **dialect_kwargs}
        _n.constraint_options(self, deferrable, initially, dialect_kwargs)

    @property
    def info(self):
        return self.__dict__.setdefault("_info", {})

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

    def _column_set(self, column):
        pass

    def _attach_now(self, columns):
        """A constraint of real columns joins their table at once."""
        for column in columns:
            if isinstance(column, ColumnElement) and getattr(column, "table", None) is not None:
                from .schema import Table
                table = column.table
                if isinstance(table, Table):
                    table._add(self)
                    return


class Constraint(_ConstraintBase, HasConditionalDDL):
    def _copy_to(self, table):
        return None


class ColumnCollectionConstraint(Constraint):
    _kind = "unique"

    def _columns_given(self, columns, **kw):
        columns = [c.__clause_element__() if hasattr(c, "__clause_element__") else c for c in columns]
        self._names = columns
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

    def __repr__(self):
        return "PrimaryKeyConstraint(%s)" % ", ".join(
            [repr(c) for c in self.columns] + ([f"name={self.name!r}"] if self.name else []))

    def _copy_to(self, table):
        if "_given" not in self.__dict__:
            return None  # `primary_key=True` of columns
        return PrimaryKeyConstraint(*[c.key for c in self.columns], name=self.name, **self._given)

    @property
    def columns_autoinc_first(self):
        return list(self.columns)


class UniqueConstraint(ColumnCollectionConstraint):
    __visit_name__ = "unique_constraint"

    def __init__(self, *columns, name=None, deferrable=None, initially=None, info=None, comment=None, **kw):
        _n.constraint_init(self, "unique", name, [], [])
        self._options(deferrable, initially, info, comment, kw)
        self._attach_now(self._columns_given(columns))

    def _copy_to(self, table):
        if "_given" not in self.__dict__:
            return None  # `unique=True` of a column, which is copied with it
        return UniqueConstraint(*[c.key for c in self.columns], name=self.name, **self._given)

    def __repr__(self):
        return "UniqueConstraint(%s)" % ", ".join(
            [repr(c) for c in self.columns] + ([f"name={self.name!r}"] if self.name else []))


class CheckConstraint(ColumnCollectionConstraint):
    __visit_name__ = "table_or_column_check_constraint"

    def __init__(self, sqltext, name=None, deferrable=None, initially=None, table=None, info=None, comment=None,
                 _autoattach=True, **kw):
        from .elements import text
        if isinstance(sqltext, str):
            sqltext = text(sqltext)
        _n.constraint_init(self, "check", name, [], [sqltext])
        self._options(deferrable, initially, info, comment, kw)
        self._sqltext = sqltext
        if table is not None:
            table._add(self)
        elif _autoattach and isinstance(sqltext, ColumnElement):
            self._attach_now(list(self.columns))

    def _column_set(self, column):
        self._is_column_level = True

    def _copy_to(self, table):
        return CheckConstraint(self._sqltext if isinstance(self._sqltext, TextClause) else str(
            self._sqltext.compile(compile_kwargs={"literal_binds": True})), name=self.name, **self.__dict__.get("_given", {}))

    def __repr__(self):
        return f"CheckConstraint({self.sqltext!r}" + (f", name={self.name!r})" if self.name else ")")


class ForeignKeyConstraint(ColumnCollectionConstraint):
    __visit_name__ = "foreign_key_constraint"

    def __init__(self, columns, refcolumns, name=None, onupdate=None, ondelete=None, deferrable=None, initially=None,
                 use_alter=False, link_to_name=False, match=None, table=None, info=None, comment=None, **kw):
        columns, refcolumns = list(columns), list(refcolumns)
        if len(set(map(str, columns))) != len(set(map(str, refcolumns))) and len(columns) != len(refcolumns):
            raise exc.ArgumentError(
                "ForeignKeyConstraint number of constrained columns must match the number of referenced columns.")
        _n.constraint_init(self, "foreign_key", name, [],
                           [refcolumns, name, onupdate, ondelete, deferrable, initially, use_alter, match, link_to_name])
        self._options(deferrable, initially, info, comment, kw)
        self.link_to_name = link_to_name
        self._columns_given(columns)
        if table is not None:
            table._add(self)
        else:
            self._attach_now(columns)

    @property
    def column_keys(self):
        return [c.key for c in self.columns]

    @property
    def referred_table(self):
        return self.elements[0].column.table

    def _copy_to(self, table):
        if len(self.elements) < 2:
            return None
        return ForeignKeyConstraint(self.column_keys, [fk.target_fullname for fk in self.elements], name=self.name,
                                    ondelete=self.ondelete, onupdate=self.onupdate, use_alter=self.use_alter,
                                    link_to_name=self.link_to_name, match=self.match, **self.__dict__.get("_given", {}))

    def __repr__(self):
        return "ForeignKeyConstraint(%r, %r)" % (self.column_keys, [fk.target_fullname for fk in self.elements])


def _plain_option(value):
    """Mappings as keys and values in turn, columns by name: what the compiler takes."""
    if isinstance(value, dict):
        return [str(it) for pair in value.items() for it in pair]
    if isinstance(value, (list, tuple)):
        return [it if isinstance(it, str) else it.name for it in value]
    return value


def _check_constraint_kwargs(owner, construct, kwargs):
    if kwargs:
        raise NotImplementedError(f"{type(owner).__name__}({next(iter(kwargs))}=) is not part of the playground: "
                                  f"give it to {construct}")


class Index(_ConstraintBase, HasConditionalDDL):
    __visit_name__ = "index"

    def __init__(self, name, *expressions, unique=False, quote=None, info=None, _table=None, _column_flag=False, **kw):
        expressions = [e.__clause_element__() if hasattr(e, "__clause_element__") else e for e in expressions]
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

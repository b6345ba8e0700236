"""DDL statements, and `create_all` / `drop_all`."""

import collections
import enum

import _sqlalchemy as _n

from .. import exc, util
from . import dialect_kwargs as dialect_kwargs_
from .base import ClauseElement, Executable


class CheckFirst(enum.Flag):
    NONE = 0
    TABLES = 2  # not 1, which True would equal
    VIEWS = enum.auto()
    INDEXES = enum.auto()
    SEQUENCES = enum.auto()
    TYPES = enum.auto()
    ALL = TABLES | VIEWS | INDEXES | SEQUENCES | TYPES

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, bool):
            return cls.ALL if value else cls.NONE
        return super()._missing_(value)


class DDLIf(collections.namedtuple("DDLIf", "dialect callable_ state")):
    """A condition of `execute_if()` or `ddl_if()`."""

    def _should_execute(self, ddl, target, bind, compiler=None, **kw):
        dialect = bind.dialect if bind is not None else compiler.dialect
        names = (self.dialect,) if isinstance(self.dialect, str) else self.dialect
        if isinstance(names, (tuple, list, set)) and dialect.name not in names:
            return False
        return self.callable_ is None or bool(
            self.callable_(ddl, target, bind, state=self.state, dialect=dialect, compiler=compiler, **kw))


class BaseDDLElement(_n.StatementObject, ClauseElement):
    _is_ddl = True
    element = None
    target = None


class ExecutableDDLElement(Executable, BaseDDLElement):
    _ddl_if = None

    def against(self, target):
        self.target = target
        return self

    def execute_if(self, dialect=None, callable_=None, state=None):
        self._ddl_if = DDLIf(dialect, callable_, state)
        return self

    def _should_execute(self, target, bind, **kw):
        return self._ddl_if is None or self._ddl_if._should_execute(self, target, bind, **kw)

    def _invoke_with(self, bind):
        if self._should_execute(self.target, bind):
            return bind.execute(self)

    def __call__(self, target, bind, **kw):
        self.against(target)._invoke_with(bind)


DDLElement = ExecutableDDLElement


class _CreateDropBase(ExecutableDDLElement):
    """A statement whose text is known when it is made."""

    def __init__(self, element, text):
        self.element = element
        _n.ddl_init(self, "text", text, False, {})


class DDL(ExecutableDDLElement):
    __visit_name__ = "ddl"

    def __init__(self, statement, context=None):
        if not isinstance(statement, str):
            raise exc.ArgumentError(f"Expected a string or unicode SQL statement, got '{statement!r}'")
        self.statement = statement
        self.context = context or {}
        self.against(None)

    def _fill(self, *names):
        """The text, asked for when it is compiled; `names`: the table, its schema and both."""
        return self.statement % {**dict(zip(("table", "schema", "fullname"), names)), **self.context}

    def against(self, target):
        self.target = target
        _n.ddl_init(self, "template", target if isinstance(target, _n.FromObject) else None, False, None)
        return self

    def __repr__(self):
        return "<%s@0x7f0000000000; %r>" % (type(self).__name__, self.statement)


class CreateTable(ExecutableDDLElement):
    __visit_name__ = "create_table"

    def __init__(self, element, include_foreign_key_constraints=None, if_not_exists=False):
        element.columns  # An AttributeError, for what is no table
        self.element = self.target = element
        self.if_not_exists = if_not_exists
        self.include_foreign_key_constraints = include_foreign_key_constraints
        _n.ddl_init(self, "create_table", element, if_not_exists,
                    {"foreign_keys": None if include_foreign_key_constraints is None
                     else list(include_foreign_key_constraints)})

    def to_metadata(self, metadata, table):
        return self.__class__(table, if_not_exists=self.if_not_exists)

    @property
    def columns(self):
        return [CreateColumn(column) for column in self.element.columns]


def _simple(name, kind):
    class Made(ExecutableDDLElement):
        __visit_name__ = kind

        def __init__(self, element, if_exists=False, if_not_exists=False, cascade=False, **kw):
            self.element = self.target = element
            self._ddl_if = getattr(element, "_ddl_if", None)
            self.if_exists, self.if_not_exists, self.cascade = if_exists, if_not_exists, cascade
            _n.ddl_init(self, kind, element, if_exists or if_not_exists, {"cascade": cascade, **kw})

        def to_metadata(self, metadata, table):
            return self.__class__(table, if_exists=self.if_exists)

    Made.__name__ = Made.__qualname__ = name
    Made.__module__ = __name__
    return Made


DropTable = _simple("DropTable", "drop_table")
CreateIndex = _simple("CreateIndex", "create_index")
DropIndex = _simple("DropIndex", "drop_index")


class AddConstraint(ExecutableDDLElement):
    __visit_name__ = "add_constraint"

    def __init__(self, element, *, isolate_from_table=True):
        self.element = element
        _n.ddl_init(self, "add_constraint", element, False, {"isolate_from_table": isolate_from_table})


class DropConstraint(ExecutableDDLElement):
    __visit_name__ = "drop_constraint"

    def __init__(self, element, *, cascade=False, if_exists=False, isolate_from_table=None):
        self.element, self.cascade, self.if_exists = element, cascade, if_exists
        if isolate_from_table is not None:
            util.warn_deprecated("The ``isolate_from_table`` is deprecated and it be removed in a future release.", "2.1")
        _n.ddl_init(self, "drop_constraint", element, if_exists,
                    {"cascade": cascade, "isolate_from_table": bool(isolate_from_table),
                     "shown": repr(element) if element.name is None else ""})


CreateSchema = _simple("CreateSchema", "create_schema")
DropSchema = _simple("DropSchema", "drop_schema")
SetTableComment = _simple("SetTableComment", "set_table_comment")
DropTableComment = _simple("DropTableComment", "drop_table_comment")
SetColumnComment = _simple("SetColumnComment", "set_column_comment")
DropColumnComment = _simple("DropColumnComment", "drop_column_comment")


class SetConstraintComment(ExecutableDDLElement):
    def __init__(self, element):
        self.element = element
        _n.ddl_init(self, "set_constraint_comment", element, False, {"comment": element.comment})


DropConstraintComment = _simple("DropConstraintComment", "drop_constraint_comment")


class CreateConstraint(BaseDDLElement):
    """What functions of `ddl_if()` get for a constraint."""

    def __init__(self, element):
        self.element = element


class CreateSequence(ExecutableDDLElement):
    __visit_name__ = "create_sequence"

    def __init__(self, element, if_not_exists=False):
        self.element = element
        self.if_not_exists = if_not_exists
        _n.ddl_init(self, "create_sequence", element.name, if_not_exists, {
            "options": element._text(), "schema": element.schema, "order": element.order, "data_type": element.data_type})


class DropSequence(ExecutableDDLElement):
    __visit_name__ = "drop_sequence"

    def __init__(self, element, if_exists=False):
        self.element, self.if_exists = element, if_exists
        _n.ddl_init(self, "drop_sequence", element.name, if_exists, {"schema": element.schema})


class CreateColumn(BaseDDLElement):
    __visit_name__ = "create_column"

    def __init__(self, element):
        self.element = element
        _n.ddl_init(self, "create_column", element, False, None)


class _Selectable(dialect_kwargs_.DialectKWArgs, ExecutableDDLElement):
    def _make(self, kind, selectable, name, flag, metadata, schema, **kw):
        from .schema import Column, MetaData, Table
        self.selectable = selectable
        self.name = self.table_name = name
        metadata = self.metadata = metadata if metadata is not None else MetaData()
        self.schema = schema
        for option, value in kw.items():
            if option != "with":
                setattr(self, option, value)
        columns = [Column(c.name, c.type) for c in selectable.subquery().c]
        self.table = Table(name, metadata, *columns, schema=schema)
        self.element = self.table
        self.table._creator_ddl = self
        self._made_of = kind, flag, {"query": selectable, **kw}
        self._ready()

    def _ready(self):
        kind, flag, parts = self._made_of
        _n.ddl_init(self, kind, self.table, flag, parts)

    def to_metadata(self, metadata, table):
        made = self.__class__.__new__(self.__class__)
        made.__dict__.update(self.__dict__, metadata=metadata, table=table, element=table, schema=table.schema)
        made._ready()
        return made


class CreateView(_Selectable):
    def __init__(self, selectable, view_name, *, metadata=None, schema=None, or_replace=False, temporary=False,
                 materialized=False, **dialect_kwargs):
        dialect_kwargs_.check(self, dialect_kwargs)
        self._dialect_kwargs = dialect_kwargs
        self._make("create_view", selectable, view_name, dialect_kwargs.get("sqlite_if_not_exists", False), metadata, schema, or_replace=or_replace,
                   temporary=temporary, materialized=materialized, **{"with": dialect_kwargs_.plain_option(dialect_kwargs.get("postgresql_with"))})
        self.table._dropper_ddl = DropView(self.table, materialized=materialized)


class DropView(ExecutableDDLElement):
    def __init__(self, element, *, if_exists=False, materialized=False):
        self.element = element.table if isinstance(element, CreateView) else element
        self.if_exists, self.materialized = if_exists, materialized
        _n.ddl_init(self, "drop_view", self.element, if_exists, {"materialized": materialized})

    def to_metadata(self, metadata, table):
        return self.__class__(table, if_exists=self.if_exists, materialized=self.materialized)


class CreateTableAs(_Selectable):
    def __init__(self, selectable, into, *, metadata=None, schema=None, temporary=False, if_not_exists=False,
                 **dialect_kwargs):
        dialect_kwargs_.check(self, dialect_kwargs)
        self._dialect_kwargs, self.if_not_exists = dialect_kwargs, if_not_exists
        self._make("create_table_as", selectable, into, if_not_exists, metadata, schema, temporary=temporary)




def _has_table(conn, name, schema):
    from ..dialects.sqlite.base import _table_exists
    return _table_exists(conn, name, schema)


class _DDLRunner:
    """What creates or drops: listeners get it as `_ddl_runner`."""

    def __init__(self, connection, checkfirst, tables):
        self.dialect, self.connection = connection.dialect, connection
        self.checkfirst, self.tables = checkfirst, tables
        self.memo = {}

    def types_of(self, table):
        """Types of a table's columns that are objects of the database, each once."""
        if self.dialect.name != "postgresql":
            return
        from ..dialects.postgresql.named_types import named_type
        for column in table.columns:
            found = named_type(column.type, self.dialect)
            if found is not None and found.create_type and self.memo.setdefault((found.schema, found.name), found) is found:
                yield found

    def sequences(self, found):
        """Those of the sequences that the database has to be told of."""
        if not self.dialect.supports_sequences:
            return []
        return [it for it in found if it is not None and getattr(it, "is_sequence", False)
                and not (self.dialect.sequences_optional and it.optional)]

    def fire(self, target, name, **kw):
        from ..event import _fire
        _fire(target, name, target, self.connection, _ddl_runner=self, **kw)


class SchemaGenerator(_DDLRunner):
    def create_index(self, index):
        if index.name is None:
            raise AssertionError()
        self.fire(index, "before_create")
        CreateIndex(index)._invoke_with(self.connection)
        self.fire(index, "after_create")


class SchemaDropper(_DDLRunner):
    def drop_index(self, index):
        self.fire(index, "before_drop")
        self.connection.execute(DropIndex(index))
        self.fire(index, "after_drop")


def _is_unchecked(table, flag):
    return not flag & (CheckFirst.VIEWS if table.is_view else CheckFirst.TABLES)


def _create_all(bind, metadata, tables, checkfirst):
    _create(bind, metadata, metadata.tables.values() if tables is None else tables, checkfirst, True)


def _create(bind, metadata, tables, checkfirst, whole):
    """Creates tables; `whole` when the metadata does it, whose events are then told too."""
    def run(conn, flag):
        missing = [table for table in tables
                   if _is_unchecked(table, flag) or not _has_table(conn, table.name, conn.schema_for_object(table))]
        # A cycle is no obstacle: SQLite takes foreign keys to tables that are not there yet.
        collection, remaining, warning = _n.sort_for_ddl(metadata, missing, "create")
        supports_alter = conn.dialect.supports_alter
        made = [table for table, keys in collection]
        runner = SchemaGenerator(conn, flag, made)
        if whole:
            runner.fire(metadata, "before_create", tables=made, checkfirst=flag)
            owned = {id(column.default) for table in metadata.tables.values() for column in table.columns}
            for sequence in runner.sequences(it for it in metadata._sequences.values() if id(it) not in owned):
                conn.execute(CreateSequence(sequence))
        for table, keys in collection:
            runner.fire(table, "before_create", checkfirst=flag, _is_metadata_operation=whole)
            for type_ in runner.types_of(table):
                conn.execute(type_._CREATE(type_))
            for sequence in runner.sequences(column.default for column in table.columns):
                conn.execute(CreateSequence(sequence))
            creator = table._creator_ddl
            conn.execute(CreateTable(table, keys if supports_alter else None) if creator is None else creator)
            for index in _indexes(table):
                runner.create_index(index)
            if conn.dialect.supports_comments and not conn.dialect.inline_comments:
                if table.comment is not None:
                    conn.execute(SetTableComment(table))
                for column in table.columns:
                    if column.comment is not None:
                        conn.execute(SetColumnComment(column))
            runner.fire(table, "after_create", checkfirst=flag, _is_metadata_operation=whole)
        for constraint in remaining if supports_alter else ():
            conn.execute(AddConstraint(constraint))
        if whole:
            runner.fire(metadata, "after_create", tables=made, checkfirst=flag)

    bind._run_ddl_visitor(run, CheckFirst(checkfirst))


def _has_index(conn, index):
    from ..inspection import inspect
    name, schema = index.table.name, index.table.schema
    return _has_table(conn, name, schema) and any(
        it["name"] == index.name for it in inspect(conn).get_indexes(name, schema=schema))


def _create_index(bind, index, checkfirst):
    def run(conn, flag):
        if not flag & CheckFirst.INDEXES or not _has_index(conn, index):
            SchemaGenerator(conn, flag, None).create_index(index)

    bind._run_ddl_visitor(run, CheckFirst(checkfirst))


def _drop_index(bind, index, checkfirst):
    def run(conn, flag):
        if not flag & CheckFirst.INDEXES or _has_index(conn, index):
            SchemaDropper(conn, flag, None).drop_index(index)

    bind._run_ddl_visitor(run, CheckFirst(checkfirst))


def _indexes(table):
    return _n.table_indexes(table)


def _drop_all(bind, metadata, tables, checkfirst):
    _drop(bind, metadata, metadata.tables.values() if tables is None else tables, checkfirst, True)


def _drop(bind, metadata, tables, checkfirst, whole):
    """Drops tables; `whole` as for `_create`."""
    def run(conn, flag):
        present = [t for t in tables if _is_unchecked(t, flag) or _has_table(conn, t.name, conn.schema_for_object(t))]
        supports_alter = conn.dialect.supports_alter
        remaining = ()
        try:
            ordered, remaining, warning = _n.sort_for_ddl(metadata, present, "drop_alter" if supports_alter else "drop")
            collection = [table for table, keys in reversed(ordered)]
        except exc.CircularDependencyError as error:
            problem = ("Can't sort tables for DROP; an unresolvable foreign key dependency exists between tables: "
                       + ", ".join(sorted(table.fullname for table in _in_cycles(present))))
            if supports_alter:
                raise exc.CircularDependencyError(
                    error.args[0], error.cycles, error.edges, msg=problem + ".  Please ensure that the ForeignKey and "
                    "ForeignKeyConstraint objects involved in the cycle have names so that they can be dropped using "
                    "DROP CONSTRAINT.") from error
            util.warn(
                problem + "; and backend does not support ALTER.  To restore at least a partial sort, apply use_alter=True "
                "to ForeignKey and ForeignKeyConstraint objects involved in the cycle to mark these as known cycles that "
                "will be ignored.")
            collection = present
        runner = SchemaDropper(conn, flag, collection)
        if whole:
            runner.fire(metadata, "before_drop", tables=collection, checkfirst=flag)
        for constraint in remaining if supports_alter else ():
            conn.execute(DropConstraint(constraint))
        for table in collection:
            runner.fire(table, "before_drop", checkfirst=flag, _is_metadata_operation=whole)
            conn.execute(DropTable(table) if table._dropper_ddl is None else table._dropper_ddl)
            if not whole:
                for sequence in runner.sequences(column.default for column in table.columns):
                    conn.execute(DropSequence(sequence))
                for type_ in runner.types_of(table):
                    if type_.metadata is None:
                        conn.execute(type_._DROP(type_))
            runner.fire(table, "after_drop", checkfirst=flag, _is_metadata_operation=whole)
        if whole:
            for sequence in runner.sequences(metadata._sequences.values()):
                conn.execute(DropSequence(sequence))
            for table in collection:
                for type_ in runner.types_of(table):
                    conn.execute(type_._DROP(type_))
            runner.fire(metadata, "after_drop", tables=collection, checkfirst=flag)

    bind._run_ddl_visitor(run, CheckFirst(checkfirst))


def _in_cycles(tables):
    """Tables from which foreign keys lead back to them."""
    refers = {table: {fk.column.table for fk in table.foreign_keys} - {table} for table in tables}

    def reaches_itself(start):
        seen, left = set(), list(refers[start])
        while left:
            table = left.pop()
            if table is start:
                return True
            if table not in seen:
                seen.add(table)
                left.extend(refers.get(table, ()))
        return False

    return [table for table in tables if reaches_itself(table)]


def sort_tables(tables, skip_fn=None, extra_dependencies=None):
    tables = list(tables)
    if not tables:
        return []
    extra = [it for pair in extra_dependencies or () for it in pair]
    ordered, _, warning = _n.sort_for_ddl(tables[0].metadata, tables, "create", skip_fn, extra)
    if warning:
        util.warn(warning)
    return [table for table, keys in ordered]


def sort_tables_and_constraints(tables, filter_fn=None, extra_dependencies=None, _warn_for_cycles=False):
    tables = list(tables)
    if not tables:
        return [(None, [])]
    extra = [it for pair in extra_dependencies or () for it in pair]
    ordered, remaining, warning = _n.sort_for_ddl(tables[0].metadata, tables, "filter", filter_fn, extra)
    if warning and _warn_for_cycles:
        util.warn(warning)
    return [*((table, set(keys)) for table, keys in ordered), (None, list(remaining))]

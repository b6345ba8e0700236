"""MetaData, Table, Column, constraints. Shells over the native schema objects."""

import _sqlalchemy as _n

from .. import exc, util
from . import dialect_kwargs as _dialect_kwargs
from ._annotated_cols import with_columns_of_class
from .base import NO_ARG
from .column_defaults import (
    CallableColumnDefault, ColumnDefault, ColumnElementColumnDefault, Computed, DefaultClause, DefaultGenerator,
    FetchedValue, Identity, IdentityOptions, ScalarElementColumnDefault, Sequence, _InsertSentinelColumnDefault)
from .constraints import (
    CheckConstraint, ColumnCollectionConstraint, Constraint, ForeignKey, ForeignKeyConstraint, ForeignKeyTarget,
    HasConditionalDDL, Index, PrimaryKeyConstraint, SchemaItem, UniqueConstraint, _copy_expression,
    with_deprecated_copy)
from .ddl import CheckFirst, CreateView, _create, _create_all, _drop, _drop_all
from .elements import ColumnClause, conv, quoted_name
from .selectable import FromClause, TableClause
from .enumerated import SchemaType
from .type_api import SchemaEventTarget


class _Symbol:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"symbol({self.name!r})"


BLANK_SCHEMA = _Symbol("BLANK_SCHEMA")
RETAIN_SCHEMA = _Symbol("RETAIN_SCHEMA")
NULL_UNSPECIFIED = _Symbol("NULL_UNSPECIFIED")
_NONE_NAME = _Symbol("NONE_NAME")


class Column(_dialect_kwargs.DialectKWArgs, ColumnClause, SchemaItem):
    __visit_name__ = "column"
    inherit_cache = True
    # Of a column of an alias or a subquery too.
    default = onupdate = server_default = server_onupdate = computed = identity = doc = None
    constraints = frozenset()
    _misnamed = ()

    def __new__(cls, *args, **kw):
        return _n.Element.__new__(cls)

    def __init__(self, *args, name=None, type_=None, autoincrement="auto", default=NO_ARG, insert_default=NO_ARG,
                 doc=None, key=None, index=None, unique=None, info=None, nullable=NULL_UNSPECIFIED, onupdate=None,
                 primary_key=False, server_default=None, server_onupdate=None, quote=None, system=False, comment=None,
                 insert_sentinel=False, _omit_from_statements=False, _proxies=None, **dialect_kwargs):
        args = list(args)
        if args and (isinstance(args[0], str) or args[0] is None):
            if name is not None:
                raise exc.ArgumentError("May not pass name positionally and as a keyword.")
            name = args.pop(0)
        if args and _n.is_sql_type(args[0]):
            if type_ is not None:
                raise exc.ArgumentError("May not pass type_ positionally and as a keyword.")
            type_ = args.pop(0)
        elif args and args[0] is None:
            args.pop(0)
        if default is not NO_ARG and insert_default is not NO_ARG:
            raise exc.ArgumentError(
                "The 'default' and 'insert_default' parameters of Column are mutually exclusive")
        if insert_default is not NO_ARG:
            default = insert_default
        if isinstance(name, quoted_name) and quote is None:
            quote = name.quote
        elif name is None and quote is not None:
            raise exc.ArgumentError("Explicit 'name' is required when sending 'quote' argument")
        if isinstance(autoincrement, str) and autoincrement not in ("auto", "ignore_fk"):
            self.__dict__["autoincrement"] = autoincrement
        options = {"primary_key": primary_key, "autoincrement": autoincrement, "index": index, "unique": unique,
                   "comment": comment, "system": system, "insert_sentinel": insert_sentinel,
                   "omitted": _omit_from_statements}
        self._insert_sentinel, self._omit_from_statements = insert_sentinel, _omit_from_statements
        if nullable is not NULL_UNSPECIFIED:
            options["nullable"] = nullable
        else:
            options["nullable_default"] = not primary_key
        self._user_defined_nullable = nullable
        self.default = self.onupdate = self.server_default = self.server_onupdate = None
        self.computed = self.identity = None
        self.doc = doc
        self.info = info if info is not None else {}
        self.constraints = set()
        if isinstance(index, str) or isinstance(unique, str):
            self._misnamed = [it for it in (
                ("index", "To create indexes with a specific name, create an explicit Index object external to the Table."),
                ("unique", "To create unique constraints or indexes with a specific name, append an explicit "
                 "UniqueConstraint to the Table's list of elements, or create an explicit Index object external to the "
                 "Table.")) if isinstance({"index": index, "unique": unique}[it[0]], str)]
        _dialect_kwargs.check(self, dialect_kwargs)
        self._dialect_kwargs = options["dialect_kwargs"] = dialect_kwargs
        foreign_keys, pending = [], []
        for arg in args:
            if isinstance(arg, ForeignKey):
                foreign_keys.append(arg)
            elif isinstance(arg, Computed):
                if server_default is not None or server_onupdate is not None or self.identity is not None:
                    raise exc.ArgumentError(
                        "A generated column cannot specify a server_default or a server_onupdate argument")
                self.computed = self.server_default = self.server_onupdate = arg
                arg.column = self
                options["computed"] = (arg.sqltext, arg.persisted)
            elif isinstance(arg, Identity):
                if server_default is not None or server_onupdate is not None or self.computed is not None:
                    raise exc.ArgumentError("A column with an Identity object cannot specify a server_default or a "
                                            "server_onupdate argument")
                if autoincrement is False:
                    raise exc.ArgumentError("A column with an Identity object cannot specify autoincrement=False")
                arg.column = self
                self.identity = self.server_default = arg
                options["identity"] = (arg.always, arg._text(), arg.on_null, arg.order)
                if "nullable_default" in options:
                    options["nullable_default"] = False
            elif isinstance(arg, Constraint):
                pending.append(arg)
            elif isinstance(arg, (ColumnDefault, Sequence)):
                if arg.for_update:
                    onupdate = arg
                else:
                    default = arg
            elif isinstance(arg, FetchedValue):
                if arg.for_update:
                    server_onupdate = arg
                else:
                    server_default = arg
            elif arg is None or _is_schema_event(arg):
                continue
            else:
                raise exc.ArgumentError(
                    "'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got %r" % (arg,))
        if default is not NO_ARG and default is not None or default is None and insert_default is None:
            if default is not None:
                self.default = default if isinstance(default, DefaultGenerator) else ColumnDefault(default)
                if self.default.is_sentinel:
                    if not insert_sentinel:
                        raise exc.ArgumentError("The _InsertSentinelColumnDefault may only be applied to a Column marked "
                                                "as insert_sentinel=True")
                    if not options.get("nullable", options.get("nullable_default")):
                        raise exc.ArgumentError("The _InsertSentinelColumnDefault may only be applied to a Column that is "
                                                "nullable")
                self.default.column = self
                options["default"] = self.default._native
        if onupdate is not None:
            self.onupdate = onupdate if isinstance(onupdate, DefaultGenerator) else ColumnDefault(onupdate, True)
            self.onupdate.column = self
            options["onupdate"] = self.onupdate._native
        if server_default is not None:
            if isinstance(server_default, FetchedValue):
                server_default = server_default._as_for_update(False)
            else:
                server_default = DefaultClause(server_default)
            self.server_default = server_default
            server_default.column = self
            options["server_default"] = server_default.arg if server_default.has_argument else True
        if server_onupdate is not None:
            if isinstance(server_onupdate, FetchedValue):
                server_onupdate = server_onupdate._as_for_update(True)
            else:
                server_onupdate = DefaultClause(server_onupdate, for_update=True)
            self.server_onupdate = server_onupdate
            server_onupdate.column = self
            options["server_onupdate"] = True
        _n.column_init(self, name, key if key is not None else name, type_, quote, options)
        for fk in foreign_keys:
            _n.column_add_foreign_key(self, fk)
        self._pending = pending

    def __str__(self):
        if self.name is None:
            return "(no name)"
        table = self.table
        if table is not None and getattr(table, "named_with_column", False):
            return table.description + "." + self.name
        return self.name

    def __setattr__(self, name, value):
        if name in ("name", "key", "type", "nullable", "primary_key", "comment", "index", "unique"):
            _n.column_set(self, name, value)
        else:
            object.__setattr__(self, name, value)

    def references(self, column):
        return any(fk.column.shares_lineage(column) for fk in self.foreign_keys)

    def append_foreign_key(self, fk):
        _n.column_add_foreign_key(self, fk)

    @property
    def _constructor(self):
        return self.__class__

    def _copy(self, **kw):
        if any(key.constraint is not None for key in self.foreign_keys):
            made = self._copy_without_keys(**kw)
        else:
            made = self.__class__.__new__(self.__class__)
            for name, value in self.__dict__.items():
                if name != "_on_attach":
                    object.__setattr__(made, name, value)
            made.constraints = set()
            for name in ("default", "onupdate", "server_default", "server_onupdate"):
                if getattr(self, name) is not None:
                    copy = getattr(self, name)._copy()
                    object.__setattr__(made, name, copy)
                    copy.column = made
            _n.column_copy(made, self)
            if isinstance(self.type, SchemaType):
                made.type = self.type.copy(**kw)
        made.info = dict(self.info)
        return made

    def _copy_without_keys(self, **kw):
        """A copy whose foreign keys come with the constraints of its table."""
        def copy(item):
            return None if item is None else item._copy()

        default, type_ = self.server_default, self.type
        is_item = isinstance(default, (Computed, Identity))
        made = self._constructor(
            self.name, type_.copy(**kw) if isinstance(type_, SchemaEventTarget) else type_, *([copy(default)] if is_item else ()),
            key=self.key, primary_key=self.primary_key, unique=self.unique, system=self.system, index=self.index,
            autoincrement=self.autoincrement, default=copy(self.default), onupdate=copy(self.onupdate),
            server_default=None if is_item else copy(default),
            server_onupdate=None if is_item else copy(self.server_onupdate), doc=self.doc, comment=self.comment,
            **self._dialect_kwargs)
        made.nullable = self.nullable
        return made

    def __repr__(self):
        parts = []
        if self.key != self.name:
            parts.append("key")
        if self.primary_key:
            parts.append("primary_key")
        if not self.nullable:
            parts.append("nullable")
        if self.onupdate:
            parts.append("onupdate")
        if self.default:
            parts.append("default")
        if self.server_default:
            parts.append("server_default")
        if getattr(self, "comment", None):
            parts.append("comment")
        table = self.table
        return "Column(%s)" % ", ".join(
            [repr(self.name)] + [repr(self.type)] + [repr(fk) for fk in self.foreign_keys if fk is not None]
            + [repr(c) for c in self.constraints]
            + [(table is not None and "table=<%s>" % table.description or "table=None")]
            + ["%s=%s" % (k, repr(getattr(self, k))) for k in parts])


with_deprecated_copy(Column)


def _is_schema_event(arg):
    return hasattr(arg, "_set_parent_with_dispatch")


class Table(_dialect_kwargs.DialectKWArgs, TableClause, SchemaItem):
    __visit_name__ = "table"
    named_with_column = True

    def __new__(cls, *args, **kw):
        if not args and not kw:
            return _n.FromObject.__new__(cls)
        if len(args) < 2:
            raise TypeError("Table() takes at least two positional-only arguments 'name', and 'metadata'")
        if len(args) > 2 and isinstance(args[2], type):
            with_columns_of_class(args[2:])
        elif "typed_columns_cls" in kw:
            raise TypeError("The ``typed_columns_cls`` argument may be passed only positionally")
        if args[0] is None:
            raise AssertionError("use quoted_name.construct() for None passthrough")
        name, metadata = str(args[0]), args[1]
        schema = kw.get("schema")
        if schema is None:
            schema = metadata.schema
        elif schema is BLANK_SCHEMA:
            schema = None
        if kw.get("keep_existing") and kw.get("extend_existing"):
            raise exc.ArgumentError("keep_existing and extend_existing are mutually exclusive.")
        key = f"{schema}.{name}" if schema else name
        known = metadata.tables.get(key)
        if "mustexist" in kw:
            util.warn_deprecated("Deprecated alias of Table.must_exist", "1.4")
        if known is not None:
            if not kw.get("keep_existing") and not kw.get("extend_existing") and len(args) > 2:
                raise exc.InvalidRequestError(
                    f"Table '{key}' is already defined for this MetaData instance.  Specify 'extend_existing=True' "
                    "to redefine options and columns on an existing Table object.")
            return known
        if kw.get("must_exist", kw.get("mustexist")):
            raise exc.InvalidRequestError(f"Table '{key}' not defined")
        return _n.FromObject.__new__(cls)

    def __init__(self, name, metadata, *args, schema=None, quote=None, quote_schema=None, autoload_with=None,
                 autoload_replace=True, keep_existing=False, extend_existing=False, resolve_fks=True,
                 include_columns=None, implicit_returning=None, comment=None, info=None, listeners=None, prefixes=None,
                 sqlite_autoincrement=None, must_exist=False, mustexist=False, _no_init=True, _extend_on=None,
                 _reflect_info=None, **kw):
        args = with_columns_of_class(args)
        if self.__dict__.get("metadata") is not None:
            if not extend_existing:
                return
            if schema and schema is not BLANK_SCHEMA and schema != self.schema:
                raise exc.ArgumentError(
                    f"Can't change schema of existing table from '{self.schema}' to '{schema}'")
            if quote is not None or quote_schema is not None:
                raise exc.ArgumentError("Can't redefine 'quote' or 'quote_schema' arguments")
            if comment is not None:
                _n.table_set(self, "comment", comment)
            if info is not None:
                self.info = info
            if implicit_returning is not None:
                self.implicit_returning = implicit_returning
            if include_columns is not None:
                for column in list(self.c):
                    if column.name not in include_columns:
                        _n.table_remove_column(self, column)
            if autoload_with is not None:
                from ..engine.reflection import _reflect_table
                kept = () if autoload_replace else [column.name for column in self.c]
                _reflect_table(self, autoload_with, include_columns, kept, resolve_fks, _extend_on, _reflect_info)
            for arg in args:
                self._add(arg, replace=True)
            return
        quote_schema = getattr(schema, "quote", quote_schema)
        if isinstance(name, quoted_name) and quote is None:
            quote = name.quote
        self.metadata = metadata
        self.info = info if info is not None else {}
        self.dispatch_table = {}
        from ..event import _fire, _schema
        _fire(self, "before_parent_attach", self, metadata)
        _n.table_init(self, str(name), metadata, "" if schema is BLANK_SCHEMA else schema, quote, quote_schema)
        if _schema:
            self._tell_of(self.primary_key)
        if comment is not None:
            _n.table_set(self, "comment", comment)
        if prefixes:
            _n.table_set(self, "prefixes", prefixes)
        if sqlite_autoincrement is not None:
            _n.table_set(self, "sqlite_autoincrement", sqlite_autoincrement)
        if implicit_returning is not None:
            self.implicit_returning = implicit_returning
        for event_name, fn in listeners or ():
            from ..event import listen
            listen(self, event_name, fn)
        try:
            _dialect_kwargs.check(self, kw)
            self._dialect_kwargs = kw if sqlite_autoincrement is None else {
                "sqlite_autoincrement": sqlite_autoincrement, **kw}
            for key, value in kw.items():
                _n.table_set(self, key, _dialect_kwargs.plain_option(value))
            if autoload_with is not None:
                from ..engine.reflection import _reflect_table
                _reflect_table(self, autoload_with, include_columns, (), resolve_fks, _extend_on, _reflect_info)
            for arg in args:
                self._add(arg, autoload_with is not None or extend_existing or keep_existing)
        except BaseException:
            metadata.remove(self)
            raise
        _fire(self, "after_parent_attach", self, metadata)

    def _add(self, item, replace=False, index=None):
        if item is None:
            return
        if hasattr(item, "_make_table_item"):
            item = item._make_table_item(self)
        if isinstance(item, Column):
            from ..event import _fire, _schema
            _fire(item, "before_parent_attach", item, self)
            known = self._items() if _schema else ()
            for flag, object_ in item._misnamed:
                raise exc.ArgumentError(f"The '{flag}' keyword argument on Column is boolean only. {object_}")
            if getattr(item, "_insert_sentinel", False) and any(
                    getattr(it, "_insert_sentinel", False) for it in self.columns):
                raise exc.ArgumentError("a Table may have only one explicit sentinel column")
            if item.key is None and item.name:
                item.key = item.name
            _n.table_append_column(self, item, index, replace)
            made = [it for it in self._items() if it not in known] if _schema else ()
            for constraint in made:
                if not isinstance(constraint, ForeignKeyConstraint):
                    self._tell_of(constraint)
            for key in item.foreign_keys:
                if key._unvalidated_dialect_kw:
                    key.constraint._options(key.deferrable, key.initially, None, key.comment, key._unvalidated_dialect_kw)
            if item.identity is not None and isinstance(item.default or item.onupdate, Sequence):
                raise exc.ArgumentError("An column cannot specify both Identity and Sequence.")
            for default in (item.default, item.onupdate):
                if isinstance(default, Sequence):
                    default._set_metadata(self.metadata)
            type_ = item.type
            if isinstance(type_, SchemaType):
                type_._set_table(item, self)
            self._add_check_of(type_, item)
            for given in {id(it): it for it in type_._variant_mapping.values()}.values():
                self._add_check_of(given, item)
            _fire(item, "after_parent_attach", item, self)
            for constraint in made:
                if isinstance(constraint, ForeignKeyConstraint):
                    self._tell_of(constraint)
            for attached in item.__dict__.pop("_on_attach", ()):
                attached(item, self)
            for constraint in item.__dict__.pop("_pending", ()):
                if isinstance(constraint, CheckConstraint):
                    item.constraints.add(constraint)
                    constraint.is_column_level = True
                    _n.column_add_check(item, constraint, self)
                else:
                    constraint._names = [item]
                    self._add(constraint)
        elif isinstance(item, (Constraint, Index)):
            from ..event import _fire
            _fire(item, "before_parent_attach", item, self)
            if isinstance(item, Index) and item.table is not None and item.table is not self:
                raise exc.ArgumentError(f"Index '{item.name}' is against table '{item.table.description}', and cannot be "
                                        f"associated with table '{self.description}'.")
            item._set_table(self)
            _n.table_append_constraint(self, item)
            _fire(item, "after_parent_attach", item, self)
        elif hasattr(item, "__clause_element__"):
            self._add(item.__clause_element__(), replace, index)
        else:
            raise exc.ArgumentError(
                "'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got %r" % (item,))

    def _items(self):
        return [*_n.table_indexes(self), *_n.from_attr(self, "_constraint_list")]

    def _tell_of(self, constraint):
        """What a column or the table brought along joins it as well."""
        from ..event import _fire
        _fire(constraint, "before_parent_attach", constraint, self)
        _fire(constraint, "after_parent_attach", constraint, self)

    def _add_check_of(self, type_, column):
        """The values that a type allows; of one with variants, for the databases where it stands."""
        if not getattr(type_, "create_constraint", False):
            return
        from .elements import type_coerce
        from .sqltypes import Integer, String
        is_enum, variants = hasattr(type_, "enums"), column.type._variant_mapping
        plain = type_coerce(column, String() if is_enum else Integer())
        check = CheckConstraint(plain.in_(type_.enums if is_enum else [0, 1]), name=type_.name, _autoattach=False,
                                _type_bound=True)
        if variants:
            _n.constraint_condition(check, lambda dialect: variants.get(dialect, column.type) is type_)
        self._add(check)

    def append_column(self, column, *, replace_existing=False):
        self.insert_column(column, None, replace_existing=replace_existing)

    def insert_column(self, column, index, *, replace_existing=False):
        try:
            self._append(column, replace_existing, index)
        except exc.DuplicateColumnError as error:
            raise exc.DuplicateColumnError(
                f"{error.args[0]} Specify replace_existing=True to Table.append_column() or Table.insert_column() to "
                "replace an existing column.") from None

    def append_constraint(self, constraint):
        self._append(constraint)

    def _append(self, item, replace=False, index=None):
        if not isinstance(item, SchemaItem) and not hasattr(item, "__clause_element__") and not hasattr(
                item, "_make_table_item"):
            raise AttributeError(f"'{type(item).__name__}' object has no attribute '_set_parent_with_dispatch'")
        self._add(item, replace, index)

    _creator_ddl = _dropper_ddl = None

    def set_creator_ddl(self, ddl):
        self._creator_ddl = ddl

    def set_dropper_ddl(self, ddl):
        self._dropper_ddl = ddl

    @property
    def is_view(self):
        return isinstance(self._creator_ddl, CreateView)

    schema, primary_key, foreign_keys = (
        property(lambda self, name=name: _n.from_attr(self, name)) for name in ("schema", "primary_key", "foreign_keys"))

    @property
    def autoincrement_column(self):
        return _n.from_attr(self, "autoincrement_column")

    def __eq__(self, other):
        return self is other

    __hash__ = FromClause.__hash__

    def __str__(self):
        return self.fullname

    def __repr__(self):
        return "Table(%s)" % ", ".join(
            [repr(self.name)] + [repr(self.metadata)] + [repr(x) for x in self.columns]
            + ["%s=%s" % (k, repr(getattr(self, k))) for k in ["schema"]])

    def add_is_dependent_on(self, table):
        _n.table_depends_on(self, table)

    def create(self, bind, checkfirst=CheckFirst.TYPES):
        _create(bind, self.metadata, [self], checkfirst, False)

    def drop(self, bind, checkfirst=CheckFirst.NONE):
        _drop(bind, self.metadata, [self], checkfirst, False)

    @property
    def implicit_returning(self):
        return _n.from_attr(self, "implicit_returning")

    @implicit_returning.setter
    def implicit_returning(self, value):
        _n.table_set(self, "implicit_returning", value)

    def to_metadata(self, metadata, schema=RETAIN_SCHEMA, referred_schema_fn=None, name=None):
        if name is None:
            name = self.name
        schema = self.schema if schema is RETAIN_SCHEMA else metadata.schema if schema is None else schema
        key = f"{schema}.{name}" if schema else name
        if key in metadata.tables:
            import warnings
            warnings.warn(f"Table '{self.description}' already exists within the given MetaData - not copying.",
                          exc.SAWarning)
            return metadata.tables[key]
        made = Table(name, metadata, *[c._copy(schema=schema, _to_metadata=metadata) for c in self.columns], schema=schema, comment=self.comment,
                     **self._dialect_kwargs)
        if self._creator_ddl is not None:
            made._creator_ddl = self._creator_ddl.to_metadata(metadata, made)
        if self._dropper_ddl is not None:
            made._dropper_ddl = self._dropper_ddl.to_metadata(metadata, made)
        for constraint in _n.from_attr(self, "_constraint_list"):
            target_schema = schema
            if isinstance(constraint, ForeignKeyConstraint):
                referred = constraint._referred_schema
                if referred_schema_fn:
                    target_schema = referred_schema_fn(self, schema, constraint, referred)
                elif referred != self.schema:
                    target_schema = None
            elif constraint._type_bound or constraint._column_flag:
                continue
            made._add(constraint._copy(schema=target_schema, target_table=made))
        for index in self.indexes:
            if "_dialect_kwargs" in index.__dict__:  # it was not made by `index=True`
                Index(index.name, *[_copy_expression(it, self, made) for it in index.expressions],
                      unique=index.unique, _table=made, **index._dialect_kwargs)
        made.info = dict(self.info)
        if self.primary_key.info:
            made.primary_key.info = dict(self.primary_key.info)
        return made

    def tometadata(self, *args, **kw):
        util.warn_deprecated("Table.tometadata() is renamed to Table.to_metadata() (deprecated since: 1.4)", "1.4")
        return self.to_metadata(*args, **kw)


class FacadeDict(dict):
    """`metadata.tables`: cannot be changed from outside."""

    def __repr__(self):
        return "FacadeDict(%s)" % dict.__repr__(self)

    def _refused(self, *args, **kw):
        raise TypeError("FacadeDict object is immutable")

    __setitem__ = __delitem__ = clear = pop = popitem = setdefault = update = _refused


DEFAULT_NAMING_CONVENTION = util.immutabledict({"ix": "ix_%(column_0_label)s"})


class MetaData(_n.SchemaObject, SchemaItem):
    __visit_name__ = "metadata"

    def __init__(self, schema=None, quote_schema=None, naming_convention=None, info=None):
        if schema is not None and not isinstance(schema, str):
            raise exc.ArgumentError(f"expected schema argument to be a string, got {type(schema)}.")
        self.schema = schema if schema is None or quote_schema is None else quoted_name(schema, quote_schema)
        self.info = info if info is not None else {}
        self.naming_convention = util.immutabledict(naming_convention or DEFAULT_NAMING_CONVENTION)
        kinds = {Index: "ix", PrimaryKeyConstraint: "pk", CheckConstraint: "ck", UniqueConstraint: "uq",
                 ForeignKeyConstraint: "fk"}
        convention = {kinds.get(key): value for key, value in self.naming_convention.items() if key in kinds}
        convention.update((key, value) for key, value in self.naming_convention.items() if isinstance(key, str))
        _n.metadata_init(self, schema, getattr(schema, "quote", quote_schema), convention)
        self._sequences = {}
        self._objects = {}

    @property
    def tables(self):
        made = FacadeDict()
        for key, table in _n.metadata_tables(self).items():
            dict.__setitem__(made, key, table)
        return made

    @property
    def schemas(self):
        found = [table.schema for table in self.tables.values() if table.schema]
        return tuple(dict.fromkeys([*found, self.schema] if self.schema else found))

    def get_schema_objects(self, kind, *, schema=NO_ARG):
        if schema is NO_ARG:
            schema = self.schema
        return tuple(it for it in self._objects if isinstance(it, kind) and it.schema == schema)

    def get_schema_object_by_name(self, kind, name, *, schema=NO_ARG):
        for found in self.get_schema_objects(kind, schema=schema):
            if getattr(found, "name", None) == name:
                return found
        return None

    def _register_object(self, obj):
        self._objects[obj] = None

    @property
    def sorted_tables(self):
        return _n.sorted_tables(self)

    def __contains__(self, table_or_key):
        key = table_or_key if isinstance(table_or_key, str) else table_or_key.key
        return key in _n.metadata_tables(self)

    def __repr__(self):
        return "MetaData()"

    def clear(self):
        _n.metadata_remove(self, None)
        self._sequences.clear()
        self._objects.clear()

    def remove(self, table):
        _n.metadata_remove(self, table.key)

    def _remove_table(self, name, schema):
        _n.metadata_remove(self, f"{schema}.{name}" if schema else name)

    def create_all(self, bind, tables=None, checkfirst=CheckFirst.ALL):
        _create_all(bind, self, tables, checkfirst)

    def drop_all(self, bind, tables=None, checkfirst=CheckFirst.ALL):
        _drop_all(bind, self, tables, checkfirst)

    def reflect(self, bind, schema=None, views=False, only=None, extend_existing=False, autoload_replace=True,
                resolve_fks=True, **dialect_kwargs):
        util.refuse("MetaData.reflect", **dialect_kwargs)
        from ..engine.reflection import _reflect_metadata
        _reflect_metadata(self, bind, schema, views, only, extend_existing, autoload_replace, resolve_fks)


class ThreadLocalMetaData(MetaData):
    pass


def insert_sentinel(name=None, type_=None, *, default=None, omit_from_statements=True):
    from .sqltypes import INTEGERTYPE
    return Column(name, INTEGERTYPE if type_ is None else type_,
                  default=_InsertSentinelColumnDefault() if default is None else default,
                  insert_sentinel=True, _omit_from_statements=omit_from_statements)

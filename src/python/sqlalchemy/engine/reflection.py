"""Reading a SQLite database's tables back: `inspect(engine)`, `MetaData.reflect`, `autoload_with`."""

import contextlib
import enum

import _sqlalchemy as _n

from .. import exc, util
from ..dialects.sqlite import reflection as _sqlite
from ..dialects.sqlite.base import _pragma, _schema_names
from ..sql.elements import quoted_name


class ObjectKind(enum.Flag):
    TABLE = 1
    VIEW = 2
    MATERIALIZED_VIEW = 4
    ANY_VIEW = VIEW | MATERIALIZED_VIEW
    ANY = TABLE | VIEW | MATERIALIZED_VIEW


class ObjectScope(enum.Flag):
    DEFAULT = 1
    TEMPORARY = 2
    ANY = DEFAULT | TEMPORARY


def _single(kind):
    def get(self, table_name, schema=None, **kw):
        util.refuse(f"Inspector.get_{kind}", **kw)
        with self._connection() as conn:
            return self._read(conn)(kind, table_name, schema)
    get.__name__ = f"get_{kind}"
    return get


def _multi(kind):
    def get(self, schema=None, filter_names=None, kind=ObjectKind.TABLE, scope=ObjectScope.DEFAULT, **kw):
        util.refuse(f"Inspector.get_multi_{what}", **kw)
        with self._connection() as conn:
            return self._several(conn, what, schema, filter_names, kind, scope)
    what = kind
    get.__name__ = f"get_multi_{kind}"
    return get


def _deprecated(name):
    util.warn_deprecated(
        f"The {name}() method on Inspector is deprecated and will be removed in a future release.  Please use the "
        "sqlalchemy.inspect() function on an Engine or Connection in order to acquire an Inspector.", "1.4",
        stacklevel=4)


class Inspector:
    def __init__(self, bind):
        _deprecated("__init__")
        self.bind, self.info_cache = bind, {}

    @classmethod
    def from_engine(cls, bind):
        _deprecated("from_engine")
        return cls._construct(bind)

    @classmethod
    def _construct(cls, bind):
        made = cls.__new__(cls)
        made.bind, made.info_cache = bind, {}
        return made

    @property
    def engine(self):
        return self.bind.engine

    @property
    def dialect(self):
        return self.bind.engine.dialect

    @property
    def default_schema_name(self):
        return "main"

    def clear_cache(self):
        self.info_cache.clear()

    @contextlib.contextmanager
    def _connection(self):
        from .base import Engine
        if isinstance(self.bind, Engine):
            with self.bind.connect() as conn:
                yield conn
        else:
            yield self.bind

    def _cached(self, key, make):
        found = self.info_cache.get(key)
        if found is None:
            found = self.info_cache[key] = make()
        return found

    def _read(self, conn):
        """Reads once what is asked of a table. The name of a `Table` is not the same as that name as a string."""
        def read(kind, name, schema):
            key = (name, name.quote) if isinstance(name, quoted_name) else name
            return self._cached((kind, key, schema), lambda: getattr(_sqlite, kind)(conn, read, name, schema))
        return read

    def _several(self, conn, what, schema, filter_names, kind, scope):
        if filter_names and scope is ObjectScope.ANY and kind is ObjectKind.ANY:
            names = filter_names
        else:
            names = []
            for included, temporary in ((ObjectScope.DEFAULT in scope, False), (ObjectScope.TEMPORARY in scope, True)):
                for asked, object_type in ((ObjectKind.TABLE, "table"), (ObjectKind.VIEW, "view")):
                    if included and asked in kind:
                        names += self._names(conn, object_type, schema, temporary, of_several=True)
        read, out = self._read(conn), {}
        for name in names:
            if not filter_names or name in filter_names:
                try:
                    out[schema, name] = read(what, name, schema)
                except exc.NoSuchTableError:
                    pass
        return out

    def _names(self, conn, kind, schema, temp, internal=False, of_several=False):
        # In the reference, too, `internal` does not count for what is remembered, and names of temporary objects are
        # read once more for several tables at once.
        return self._cached((kind, temp, schema, temp and of_several),
                            lambda: _sqlite.names(conn, kind, None if temp else schema, temp, internal))

    def _schemas(self, conn):
        return self._cached("schemas", lambda: _schema_names(conn))

    def get_schema_names(self, **kw):
        util.refuse("Inspector.get_schema_names", **kw)
        with self._connection() as conn:
            return self._schemas(conn)

    def get_table_names(self, schema=None, sqlite_include_internal=False, **kw):
        util.refuse("Inspector.get_table_names", **kw)
        with self._connection() as conn:
            return self._names(conn, "table", schema, False, sqlite_include_internal)

    def get_temp_table_names(self, sqlite_include_internal=False, **kw):
        util.refuse("Inspector.get_temp_table_names", **kw)
        with self._connection() as conn:
            return self._names(conn, "table", None, True, sqlite_include_internal)

    def get_view_names(self, schema=None, sqlite_include_internal=False, **kw):
        util.refuse("Inspector.get_view_names", **kw)
        with self._connection() as conn:
            return self._names(conn, "view", schema, False, sqlite_include_internal)

    def get_temp_view_names(self, sqlite_include_internal=False, **kw):
        util.refuse("Inspector.get_temp_view_names", **kw)
        with self._connection() as conn:
            return self._names(conn, "view", None, True, sqlite_include_internal)

    def get_materialized_view_names(self, schema=None, **kw):
        raise NotImplementedError()

    get_sequence_names = get_materialized_view_names
    get_table_comment, get_multi_table_comment = _single("table_comment"), _multi("table_comment")

    get_view_definition = _single("view_definition")
    get_columns, get_multi_columns = _single("columns"), _multi("columns")
    get_pk_constraint, get_multi_pk_constraint = _single("pk_constraint"), _multi("pk_constraint")
    get_foreign_keys, get_multi_foreign_keys = _single("foreign_keys"), _multi("foreign_keys")
    get_indexes, get_multi_indexes = _single("indexes"), _multi("indexes")
    get_unique_constraints, get_multi_unique_constraints = _single("unique_constraints"), _multi("unique_constraints")
    get_check_constraints, get_multi_check_constraints = _single("check_constraints"), _multi("check_constraints")
    get_table_options, get_multi_table_options = _single("table_options"), _multi("table_options")

    def has_table(self, table_name, schema=None, **kw):
        util.refuse("Inspector.has_table", **kw)
        with self._connection() as conn:
            return self._has(conn, table_name, schema)

    def has_multi_table(self, table_names, schema=None, **kw):
        return {(schema, name): self.has_table(name, schema, **kw) for name in table_names}

    def _has(self, conn, name, schema):
        return self._cached(
            ("has_table", name, schema),
            lambda: (schema is None or schema in self._schemas(conn)) and bool(_pragma(conn, "table_info", name, schema)))

    def has_schema(self, schema_name, **kw):
        return schema_name in self.get_schema_names(**kw)

    def has_index(self, table_name, index_name, schema=None, **kw):
        util.refuse("Inspector.has_index", **kw)
        with self._connection() as conn:
            return self._has(conn, table_name, schema) and any(
                it["name"] == index_name for it in self._read(conn)("indexes", table_name, schema))

    def has_sequence(self, sequence_name, schema=None, **kw):
        raise NotImplementedError()

    def sort_tables_on_foreign_key_dependency(self, consider_schemas=(None,), **kw):
        """Tables, each after those it refers to, with the names of its foreign keys; what closes a circle is last."""
        depends, names, apart = {}, {}, []
        for schema in consider_schemas:
            for key, found in self.get_multi_foreign_keys(schema, **kw).items():
                names[key] = list(dict.fromkeys(it["name"] for it in found))
                depends[key] = {(it["referred_schema"], it["referred_table"]) for it in found} - {key}
        ordered = []
        while len(ordered) < len(names):
            ready = [key for key in names if key not in ordered and not depends[key].difference(ordered) & set(names)]
            if not ready:
                for key in names:
                    if key not in ordered and depends[key].difference(ordered) & set(names):
                        apart += [(key, name) for name in names[key]]
                        names[key], depends[key] = [], set()
            ordered += ready
        return [(key, [(key, name) for name in names[key]]) for key in ordered] + [(None, apart)]

    def get_sorted_table_and_fkc_names(self, schema=None, **kw):
        return [(key[1] if key else None, [(it[0][1], it[1]) for it in found])
                for key, found in self.sort_tables_on_foreign_key_dependency((schema,), **kw)]

    @contextlib.contextmanager
    def _on_one_connection(self):
        with self._connection() as conn:
            inspector = Inspector._construct(conn)
            inspector.info_cache = self.info_cache
            yield inspector

    def reflect_table(self, table, include_columns, exclude_columns=(), resolve_fks=True, _extend_on=None,
                      _reflect_info=None):
        if _extend_on is not None:
            if table in _extend_on:
                return
            _extend_on.add(table)
        key = table.schema, table.name
        if _reflect_info is None or key not in _reflect_info["columns"]:
            _reflect_info = _read_all(self, key[0], [quoted_name(table.name)], ObjectKind.ANY, _reflect_info)
        if key not in _reflect_info["columns"]:
            raise exc.NoSuchTableError(table.name)
        _fill(table, self, {what: found.get(key) or () for what, found in _reflect_info.items()}, include_columns,
              exclude_columns, resolve_fks, _extend_on, _reflect_info)


_REFLECTED = ("columns", "pk_constraint", "foreign_keys", "indexes", "unique_constraints", "check_constraints",
              "table_options")


def _read_all(inspector, schema, names, kind, into=None):
    """Everything of several tables: kind after kind, and nothing more when there are no columns."""
    into = {what: {} for what in _REFLECTED} if into is None else into
    for what in _REFLECTED:
        found = getattr(inspector, "get_multi_" + what)(schema, names, kind, ObjectScope.ANY)
        into[what].update(found)
        if what == "columns" and not found:
            break
    return into


def _fill(table, inspector, info, include_columns, exclude_columns, resolve_fks, extend_on, read):
    """Columns, keys, constraints and indexes of a table, as the database has them."""
    # By the names in the database; listeners may change name and key.
    found = {}
    for column in info["columns"]:
        _fill_column(table, inspector, column, include_columns, exclude_columns, found)
    for key, value in dict(info["table_options"]).items():
        table._dialect_kwargs = {**table._dialect_kwargs, key: value}
        _n.table_set(table, key, value)
    pk = info["pk_constraint"]
    if pk:
        columns = [found[c] for c in pk["constrained_columns"] if c in found and c not in exclude_columns]
        _n.table_set_primary_key(table, columns, pk["name"])
    _fill_foreign_keys(table, inspector, info["foreign_keys"], include_columns, exclude_columns, resolve_fks, found,
                       extend_on, read)
    _fill_constraints(table, info, include_columns, exclude_columns, found)


def _fill_column(table, inspector, info, include_columns, exclude_columns, found):
    from ..event import _fire
    from ..sql.elements import text
    from ..sql.schema import Column, Computed, DefaultClause, FetchedValue
    original = info["name"]
    _fire(table.metadata, "column_reflect", inspector, table, info)
    _fire(table, "column_reflect", inspector, table, info)
    name = info["name"]
    if include_columns and name not in include_columns or name in exclude_columns:
        return
    args = []
    default = info.get("default")
    if default is not None and "computed" not in info:
        if not isinstance(default, FetchedValue):
            default = DefaultClause(text(default) if isinstance(default, str) else default)
        args.append(default)
    if "computed" in info:
        args.append(Computed(info["computed"]["sqltext"], info["computed"]["persisted"]))
    options = {key: info[key] for key in ("nullable", "autoincrement", "quote", "info", "key", "comment") if key in info}
    column = found[original] = Column(name, info["type"], *args, **options)
    if column.key in table.primary_key.columns:
        column.primary_key = True
    table._add(column, True)


def _left_out(names, include_columns, exclude_columns):
    return (exclude_columns and set(names).intersection(exclude_columns)
            or include_columns and set(names).difference(include_columns))


def _fill_foreign_keys(table, inspector, keys, include_columns, exclude_columns, resolve_fks, found, extend_on, read):
    from ..sql.schema import BLANK_SCHEMA, ForeignKeyConstraint, Table
    for key in keys:
        constrained = [found[c].key if c in found else c for c in key["constrained_columns"]]
        if (exclude_columns and set(constrained).intersection(exclude_columns)
                or include_columns and set(constrained).difference(include_columns)):
            continue
        schema, referred = key["referred_schema"], key["referred_table"]
        if resolve_fks:
            Table(referred, table.metadata, schema=BLANK_SCHEMA if schema is None else schema,
                  autoload_with=inspector.bind, _extend_on=extend_on, _reflect_info=read)
        try:
            table._add(ForeignKeyConstraint(constrained, [(schema, referred, c) for c in key["referred_columns"]], key["name"],
                                            link_to_name=True, **key["options"]))
        except exc.ConstraintColumnNotFoundError:
            util.warn(f"On reflected table {table.name}, skipping reflection of foreign key constraint {key['name']}; "
                      f"one or more subject columns within name(s) {', '.join(constrained)} are not present in the table")


def _fill_constraints(table, info, include_columns, exclude_columns, found):
    from ..sql.schema import CheckConstraint, Index, UniqueConstraint

    def columns_of(what, names):
        columns = []
        for name in names:
            column = found.get(name, table.c.get(name))
            if column is None:
                util.warn(what % (name, table.name))
            else:
                columns.append(column)
        return columns

    for index in info["indexes"]:
        if include_columns and not set(index["column_names"]).issubset(include_columns):
            continue
        columns = columns_of("index key '%s' was not located in columns for table '%s'", index["column_names"])
        Index(index["name"], *columns, unique=bool(index["unique"]), _table=table, **index["dialect_options"])
    for unique in info["unique_constraints"]:
        if include_columns and not set(unique["column_names"]).issubset(include_columns):
            continue
        columns = columns_of("unique constraint key '%s' was not located in columns for table '%s'",
                             unique["column_names"])
        table._add(UniqueConstraint(*columns, name=unique["name"]))
    for check in info["check_constraints"]:
        table._add(CheckConstraint(check["sqltext"], name=check["name"]))


def _inspector(bind):
    from ..inspection import inspect
    return inspect(bind)._on_one_connection()


def _reflect_table(table, bind, include_columns, exclude_columns, resolve_fks, extend_on=None, read=None):
    with _inspector(bind) as inspector:
        inspector.reflect_table(table, include_columns, exclude_columns, resolve_fks, extend_on, read)


def _reflect_metadata(metadata, bind, schema, views, only, extend_existing, autoload_replace, resolve_fks):
    from ..sql.schema import Table
    with _inspector(bind) as inspector:
        if schema is None:
            schema = metadata.schema
        available, kind = list(inspector.get_table_names(schema)), ObjectKind.TABLE
        if views:
            kind = ObjectKind.ANY
            available += inspector.get_view_names(schema)
        current = set(metadata.tables)

        def wanted(name, full):
            return extend_existing or full not in current

        if only is None or callable(only):
            load = [name for name in available if wanted(name, f"{schema}.{name}" if schema else name)
                    and (only is None or only(name, metadata))]
        else:
            missing = [name for name in only if name not in available]
            if missing:
                raise exc.InvalidRequestError(
                    "Could not reflect: requested table(s) not available in %r%s: (%s)" % (
                        bind.engine, f" schema '{schema}'" if schema else "", ", ".join(missing)))
            load = [name for name in only if wanted(name, name)]
        read, extend_on = _read_all(inspector, schema, load, kind), set()
        for name in load:
            try:
                Table(name, metadata, autoload_with=inspector, extend_existing=extend_existing,
                      autoload_replace=autoload_replace, resolve_fks=resolve_fks, _extend_on=extend_on,
                      _reflect_info=read, **({} if schema is None else {"schema": schema}))
            except exc.UnreflectableTableError as error:
                util.warn(f"Skipping table {name}: {error}")

"""Reading a SQLite database's tables back: `inspect(engine)`, `MetaData.reflect`, `autoload_with`."""

import contextlib
import enum

import _sqlalchemy as _n

from .. import exc, util
from ..dialects.sqlite import reflection as _sqlite
from ..dialects.sqlite.base import _pragma, _schema_names, _table_exists


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


class Inspector:
    def __init__(self, bind):
        self.bind = bind
        self.info_cache = {}

    @classmethod
    def _construct(cls, bind):
        return cls(bind)

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

    def _read(self, conn):
        """Reads once what is asked of a table, on this connection."""
        cache = self.info_cache

        def read(kind, name, schema):
            key = (kind, name, schema)
            if key not in cache:
                cache[key] = getattr(_sqlite, kind)(conn, read, name, schema)
            return cache[key]
        return read

    def _several(self, conn, what, schema, filter_names, kind, scope):
        if filter_names and scope is ObjectScope.ANY and kind is ObjectKind.ANY:
            names = filter_names
        else:
            names = []
            for included, temporary in ((ObjectScope.DEFAULT in scope, False), (ObjectScope.TEMPORARY in scope, True)):
                for asked, object_type in ((ObjectKind.TABLE, "table"), (ObjectKind.VIEW, "view")):
                    if included and asked in kind:
                        names += self._names(object_type, schema, temporary, conn)
        read, out = self._read(conn), {}
        for name in names:
            if not filter_names or name in filter_names:
                try:
                    out[schema, name] = read(what, name, schema)
                except exc.NoSuchTableError:
                    pass
        return out

    def _names(self, kind, schema, temp, conn=None):
        key = (kind, schema, temp)
        if key not in self.info_cache:
            with contextlib.nullcontext(conn) if conn is not None else self._connection() as conn:
                self.info_cache[key] = _sqlite.names(conn, kind, schema, temp)
        return list(self.info_cache[key])

    def get_schema_names(self):
        if "schemas" not in self.info_cache:
            with self._connection() as conn:
                self.info_cache["schemas"] = _schema_names(conn)
        return list(self.info_cache["schemas"])

    def get_table_names(self, schema=None):
        return self._names("table", schema, False)

    def get_temp_table_names(self):
        return self._names("table", None, True)

    def get_view_names(self, schema=None):
        return self._names("view", schema, False)

    def get_temp_view_names(self):
        return self._names("view", None, True)

    def get_materialized_view_names(self, schema=None, **kw):
        raise NotImplementedError()

    get_sequence_names = get_table_comment = get_multi_table_comment = get_materialized_view_names

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

    def _has(self, conn, name, schema):
        if schema is None:
            return _table_exists(conn, name)
        if "schemas" not in self.info_cache:
            self.info_cache["schemas"] = _schema_names(conn)
        return schema in self.info_cache["schemas"] and bool(_pragma(conn, "table_info", name, schema))

    def has_schema(self, schema_name):
        return schema_name in self.get_schema_names()

    def has_index(self, table_name, index_name, schema=None, **kw):
        with self._connection() as conn:
            try:
                self._read(conn)("indexes", table_name, schema)
            except exc.NoSuchTableError:
                return False
            return any(it["name"] == index_name for it in self._read(conn)("indexes", table_name, schema))

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

    def reflect_table(self, table, include_columns, exclude_columns=(), resolve_fks=True):
        _fill(table, self, include_columns, exclude_columns, resolve_fks)


def _prefetch(inspector, names, schema):
    """Reads what is needed of several tables, kind after kind as the reference does."""
    for read in (inspector.get_columns, inspector.get_pk_constraint, inspector.get_foreign_keys,
                 inspector.get_indexes, inspector.get_unique_constraints, inspector.get_check_constraints):
        for name in names:
            read(name, schema)


def _fill(table, inspector, include_columns=None, exclude_columns=(), resolve_fks=True):
    """Columns, keys, constraints and indexes of a table, as the database has them."""
    _prefetch(inspector, [table.name], table.schema)
    name, schema = table.name, table.schema
    # By the names in the database; listeners may change name and key.
    found = {}
    for info in inspector.get_columns(name, schema):
        _fill_column(table, inspector, dict(info), include_columns, exclude_columns, found)
    pk = inspector.get_pk_constraint(name, schema)
    columns = [found[c] for c in pk["constrained_columns"] if c in found and c not in exclude_columns]
    _n.table_set_primary_key(table, columns, pk["name"])
    _fill_foreign_keys(table, inspector, include_columns, exclude_columns, resolve_fks, found)
    _fill_constraints(table, inspector, include_columns, exclude_columns, found)


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


def _fill_foreign_keys(table, inspector, include_columns, exclude_columns, resolve_fks, found):
    from ..sql.schema import ForeignKeyConstraint, Table
    for key in inspector.get_foreign_keys(table.name, table.schema):
        constrained = [found[c].key if c in found else c for c in key["constrained_columns"]]
        if _left_out(constrained, include_columns, exclude_columns):
            continue
        referred = key["referred_table"]
        full = f"{key['referred_schema']}.{referred}" if key["referred_schema"] else referred
        if resolve_fks and full not in table.metadata.tables:
            _load(Table, referred, table.metadata, key["referred_schema"], inspector)
        if any(c not in table.c for c in constrained):
            continue
        table._add(ForeignKeyConstraint(
            constrained, [f"{full}.{c}" for c in key["referred_columns"]], name=key["name"], link_to_name=True,
            **key["options"]))


def _fill_constraints(table, inspector, include_columns, exclude_columns, found):
    from ..sql.schema import CheckConstraint, Index, UniqueConstraint
    name, schema = table.name, table.schema

    def columns_of(names):
        if _left_out(names, include_columns, exclude_columns):
            return None
        columns = [found.get(c, table.c.get(c)) for c in names]
        return None if any(it is None for it in columns) else columns

    for index in inspector.get_indexes(name, schema):
        columns = columns_of(index["column_names"])
        if columns is not None:
            Index(index["name"], *columns, unique=bool(index["unique"]))
    for unique in inspector.get_unique_constraints(name, schema):
        columns = columns_of(unique["column_names"])
        if columns is not None:
            table._add(UniqueConstraint(*columns, name=unique["name"]))
    for check in inspector.get_check_constraints(name, schema):
        table._add(CheckConstraint(check["sqltext"], name=check["name"]))


def _load(cls, name, metadata, schema, inspector, extend=False, resolve_fks=True):
    made = cls(name, metadata, schema=schema, **({"extend_existing": True} if extend else {}))
    try:
        _fill(made, inspector, resolve_fks=resolve_fks)
    except BaseException:
        metadata.remove(made)
        raise
    return made


@contextlib.contextmanager
def _inspector(bind):
    from .base import Engine
    if isinstance(bind, Inspector):
        yield bind
    elif isinstance(bind, Engine):
        with bind.connect() as conn:
            yield Inspector(conn)
    else:
        from ..inspection import inspect
        yield inspect(bind)


def _reflect_table(table, bind, include_columns=None, exclude_columns=(), resolve_fks=True):
    with _inspector(bind) as inspector:
        _fill(table, inspector, include_columns, exclude_columns, resolve_fks)


def _reflect_metadata(metadata, bind, schema, views, only, extend_existing, resolve_fks):
    from ..sql.schema import Table
    if schema is None:
        schema = metadata.schema
    with _inspector(bind) as inspector:
        available = inspector.get_table_names(schema)
        if views:
            available = available + inspector.get_view_names(schema)
        if only is None:
            wanted = available
        elif callable(only):
            wanted = [name for name in available if only(name, metadata)]
        else:
            missing = [name for name in only if name not in available]
            if missing:
                raise exc.InvalidRequestError(
                    "Could not reflect: requested table(s) not available in %r%s: (%s)" % (
                        bind.engine, f" schema '{schema}'" if schema else "", ", ".join(missing)))
            wanted = list(only)
        if not views:
            inspector.get_temp_table_names()  # SQLAlchemy asks for them too, and takes none
        _prefetch(inspector, [name for name in wanted if (f"{schema}.{name}" if schema else name)
                              not in metadata.tables or extend_existing], schema)
        for name in wanted:
            full = f"{schema}.{name}" if schema else name
            if full in metadata.tables and not extend_existing:
                continue
            try:
                _load(Table, name, metadata, schema, inspector, extend_existing, resolve_fks)
            except exc.UnreflectableTableError:
                continue

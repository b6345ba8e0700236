"""Reading a SQLite database's tables back: `inspect(engine)`, `MetaData.reflect`, `autoload_with`."""

import contextlib
import re

import _sqlalchemy as _n

from .. import exc, util
from ..sql import sqltypes as _t

_TYPES = {
    "BIGINT": _t.BIGINT, "BLOB": _t.BLOB, "BOOL": _t.BOOLEAN, "BOOLEAN": _t.BOOLEAN, "CHAR": _t.CHAR, "DATE": _t.DATE,
    "DATE_CHAR": _t.DATE, "DATETIME": _t.DATETIME, "DATETIME_CHAR": _t.DATETIME, "DOUBLE": _t.DOUBLE,
    "DOUBLE_PRECISION": _t.DOUBLE_PRECISION, "DECIMAL": _t.DECIMAL, "FLOAT": _t.FLOAT, "INT": _t.INTEGER,
    "INTEGER": _t.INTEGER, "JSON": _t.JSON, "NUMERIC": _t.NUMERIC, "REAL": _t.REAL, "SMALLINT": _t.SMALLINT,
    "TEXT": _t.TEXT, "TIME": _t.TIME, "TIME_CHAR": _t.TIME, "TIMESTAMP": _t.TIMESTAMP, "VARCHAR": _t.VARCHAR,
    "NVARCHAR": _t.NVARCHAR, "_TEXT": _t.TEXT,
}


def _resolve_type(text):
    match = re.match(r"([\w ]+)(\(.*?\))?", text)
    name, args = (match.group(1), match.group(2)) if match else ("", "")
    name = name.strip()
    if name in _TYPES:
        found = _TYPES[name]
    elif "INT" in name:
        found = _t.INTEGER
    elif "CHAR" in name or "CLOB" in name or "TEXT" in name:
        found = _t.TEXT
    elif "BLOB" in name or not name:
        found = _t.NullType
    elif "REAL" in name or "FLOA" in name or "DOUB" in name:
        found = _t.REAL
    else:
        found = _t.NUMERIC
    if args:
        numbers = [int(a) for a in re.findall(r"(\d+)", args)]
        try:
            return found(*numbers)
        except TypeError:
            return found()
    return found()


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

    def _cached(self, key, call):
        if key not in self.info_cache:
            with self._connection() as conn:
                self.info_cache[key] = call(conn)
        return self.info_cache[key]

    def get_schema_names(self):
        from ..dialects.sqlite.base import _schema_names
        return self._cached(("schemas",), _schema_names)

    def _names(self, kind, schema=None, temp=False):
        def read(conn):
            master = "sqlite_temp_master" if temp else "sqlite_master"
            if schema is not None:
                master = f"{_n.quote_name(schema, 'sqlite', True)}.{master}"
            sql = (f"SELECT name FROM {master} WHERE type='{kind}' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' "
                   "ORDER BY name")
            return [row[0] for row in conn.exec_driver_sql(sql)]
        return list(self._cached((kind, schema, temp), read))

    def get_table_names(self, schema=None):
        return self._names("table", schema)

    def get_temp_table_names(self):
        return self._names("table", None, True)

    def get_view_names(self, schema=None):
        return self._names("view", schema)

    def get_temp_view_names(self):
        return self._names("view", None, True)

    def get_sorted_table_and_fkc_names(self, schema=None):
        raise NotImplementedError("get_sorted_table_and_fkc_names() is not part of the playground")

    def get_view_definition(self, view_name, schema=None):
        def read(conn):
            rows = conn.exec_driver_sql(
                "SELECT sql FROM  (SELECT * FROM sqlite_master UNION ALL   SELECT * FROM sqlite_temp_master) WHERE "
                "name = ? AND type='view'", (view_name,)).fetchall()
            if not rows:
                raise exc.NoSuchTableError(view_name)
            return rows[0][0]
        return self._cached(("view_definition", view_name, schema), read)

    def has_table(self, table_name, schema=None, **kw):
        util.refuse("Inspector.has_table", **kw)
        from ..dialects.sqlite.base import _table_exists
        with self._connection() as conn:
            return _table_exists(conn, table_name, schema)

    def has_schema(self, schema_name):
        return schema_name in self.get_schema_names()

    def _pragma(self, conn, name, table, schema):
        from ..dialects.sqlite.base import _pragma
        return _pragma(conn, name, table, schema)

    def _sql(self, conn, table, schema):
        if schema is not None:
            quoted = _n.quote_name(schema, "sqlite", True)
            sql = (f"SELECT sql FROM  (SELECT * FROM {quoted}.sqlite_master UNION ALL   SELECT * FROM "
                   f"{quoted}.sqlite_temp_master) WHERE name = ? AND type in ('table', 'view')")
        else:
            sql = ("SELECT sql FROM  (SELECT * FROM sqlite_master UNION ALL   SELECT * FROM sqlite_temp_master) WHERE "
                   "name = ? AND type in ('table', 'view')")
        try:
            row = conn.exec_driver_sql(sql, (table,)).fetchone()
        except exc.DBAPIError:
            sql = (f"SELECT sql FROM {_n.quote_name(schema, 'sqlite', True)}.sqlite_master WHERE name = ? AND type in "
                   "('table', 'view')")
            row = conn.exec_driver_sql(sql, (table,)).fetchone()
        if row is None:
            raise exc.NoSuchTableError(f"{schema}.{table}" if schema else table)
        return row[0]

    def get_columns(self, table_name, schema=None, **kw):
        util.refuse("Inspector.get_columns", **kw)
        def read(conn):
            columns, pk = [], {}
            for row in self._pragma(conn, "table_xinfo", table_name, schema):
                _, name, type_, notnull, default, primary, hidden = row[:7]
                if hidden == 1:
                    continue
                if primary:
                    pk[name] = primary
                column = {"name": name, "type": _resolve_type((type_ or "").upper()), "nullable": not notnull,
                          "default": default, "primary_key": primary}
                if hidden in (2, 3):
                    column["computed"] = {"sqltext": "", "persisted": hidden == 3}
                columns.append(column)
            if not columns:
                from ..dialects.sqlite.base import _table_exists
                if not _table_exists(conn, table_name, schema):
                    raise exc.NoSuchTableError(f"{schema}.{table_name}" if schema else table_name)
            return columns
        return [dict(c) for c in self._cached(("columns", table_name, schema), read)]

    def get_pk_constraint(self, table_name, schema=None, **kw):
        util.refuse("Inspector.get_pk_constraint", **kw)
        columns = self.get_columns(table_name, schema)

        def read(conn):
            sql = self._sql(conn, table_name, schema)
            match = re.search(r"CONSTRAINT +(?:\"(.+?)\"|(\w+)) +PRIMARY KEY", sql or "", re.I)
            name = (match.group(1) or match.group(2)) if match else None
            keys = sorted((c for c in columns if c["primary_key"]), key=lambda c: c["primary_key"])
            return {"constrained_columns": [c["name"] for c in keys], "name": name}
        return dict(self._cached(("pk", table_name, schema), read))

    def get_foreign_keys(self, table_name, schema=None, **kw):
        util.refuse("Inspector.get_foreign_keys", **kw)
        def read(conn):
            found = {}
            for row in self._pragma(conn, "foreign_key_list", table_name, schema):
                number, _, referred, local, remote = row[:5]
                key = found.setdefault(number, {
                    "name": None, "constrained_columns": [], "referred_schema": schema, "referred_table": referred,
                    "referred_columns": [], "options": {}, "_missing": False})
                key["constrained_columns"].append(local)
                if remote:
                    key["referred_columns"].append(remote)
                else:
                    key["_missing"] = True
                for option, value in (("onupdate", row[5]), ("ondelete", row[6])):
                    if value and value != "NO ACTION":
                        key["_" + option] = value
            sql = self._sql(conn, table_name, schema)
            pattern = (r'(?:CONSTRAINT +(?:"(.+?)"|(\w+)) +)?FOREIGN KEY *\( *(.+?) *\) +REFERENCES +'
                       r'(?:(?:"(.+?)")|([a-z0-9_]+)) *\( *((?:(?:"[^"]+"|[a-z0-9_]+) *(?:, *)?)+)\) *'
                       r'((?:ON (?:DELETE|UPDATE) (?:SET NULL|SET DEFAULT|CASCADE|RESTRICT|NO ACTION) *)*)')
            named = []
            for match in re.finditer(pattern, sql or "", re.I):
                quoted, plain, columns, table_q, table_p, referred, actions = match.groups()
                options = {}
                for event, action in re.findall(r"ON (DELETE|UPDATE) (SET NULL|SET DEFAULT|CASCADE|RESTRICT|NO ACTION)",
                                                actions or "", re.I):
                    if action.upper() != "NO ACTION":
                        options["on" + event.lower()] = action.upper()
                named.append((quoted or plain, [c.strip().strip('"') for c in columns.split(",")],
                              table_q or table_p, options))
            out = []
            for number in sorted(found, reverse=True):
                key = found[number]
                if key.pop("_missing"):
                    key["referred_columns"] = self._referred_pk(conn, key["referred_table"], schema)
                ons = {o: key.pop("_" + o) for o in ("onupdate", "ondelete") if "_" + o in key}
                for name, columns, table, options in named:
                    if columns == key["constrained_columns"] and table == key["referred_table"]:
                        key["name"] = name
                        key["options"] = options
                out.append(key)
            return out
        return [dict(k) for k in self._cached(("fks", table_name, schema), read)]

    def _referred_pk(self, conn, table, schema):
        rows = self._pragma(conn, "table_info", table, schema)
        return [row[1] for row in sorted((r for r in rows if r[5]), key=lambda r: r[5])]

    def _indexes(self, conn, table_name, schema, auto):
        out = []
        for row in self._pragma(conn, "index_list", table_name, schema):
            name, unique = row[1], row[2]
            if not auto and name.startswith("sqlite_autoindex"):
                continue
            columns = [r[2] for r in self._pragma(conn, "index_info", name, schema)]
            if None in columns:
                continue
            out.append({"name": name, "column_names": columns, "unique": unique, "dialect_options": {}})
        out.sort(key=lambda d: d["name"] or "~")
        if not out:
            from ..dialects.sqlite.base import _table_exists
            if not _table_exists(conn, table_name, schema):
                raise exc.NoSuchTableError(table_name)
        return out

    def get_indexes(self, table_name, schema=None, **kw):
        util.refuse("Inspector.get_indexes", **kw)
        return [dict(i) for i in self._cached(
            ("indexes", table_name, schema), lambda conn: self._indexes(conn, table_name, schema, False))]

    def get_unique_constraints(self, table_name, schema=None, **kw):
        util.refuse("Inspector.get_unique_constraints", **kw)
        def read(conn):
            automatic = [i for i in self._indexes(conn, table_name, schema, True)
                         if i["name"].startswith("sqlite_autoindex")]
            sql = self._sql(conn, table_name, schema)
            out = []
            wanted = [i["column_names"] for i in automatic]
            for match in re.finditer(r'(?:CONSTRAINT +(?:"(.+?)"|(\w+)) +)?UNIQUE *\((.+?)\)', sql or "", re.I):
                columns = [c.strip().strip('"') for c in match.group(3).split(",")]
                if columns in wanted:
                    out.append({"name": match.group(1) or match.group(2), "column_names": columns})
            for match in re.finditer(r'(?:^|\n|,|\()\s*(?:"(.+?)"|([a-z0-9_]+)) +[a-z0-9_ ]+?(?:\([\d, ]*\))?[a-z ]*? +UNIQUE(?! *\()',
                                     sql or "", re.I):
                columns = [match.group(1) or match.group(2)]
                if columns in wanted and not any(o["column_names"] == columns for o in out):
                    out.append({"name": None, "column_names": columns})
            self.info_cache[("sql", table_name, schema)] = sql
            return out
        return [dict(u) for u in self._cached(("uniques", table_name, schema), read)]

    def get_check_constraints(self, table_name, schema=None, **kw):
        util.refuse("Inspector.get_check_constraints", **kw)
        def read(conn):
            sql = self.info_cache.get(("sql", table_name, schema))
            if sql is None:
                sql = self._sql(conn, table_name, schema)
            out = []
            for match in re.finditer(r'(?:CONSTRAINT +(?:"(.+?)"|(\w+)) +)?CHECK *\(', sql or "", re.I):
                depth, at = 1, match.end()
                while at < len(sql) and depth:
                    depth += {"(": 1, ")": -1}.get(sql[at], 0)
                    at += 1
                out.append({"sqltext": sql[match.end():at - 1].strip(), "name": match.group(1) or match.group(2)})
            out.sort(key=lambda d: d["name"] or "~")
            return out
        return [dict(c) for c in self._cached(("checks", table_name, schema), read)]

    def get_table_comment(self, table_name, schema=None, **kw):
        raise NotImplementedError("comments are not part of SQLite")

    def get_table_options(self, table_name, schema=None, **kw):
        util.refuse("Inspector.get_table_options", **kw)
        return {}

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
        return None if None in columns else columns

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
        yield Inspector(bind)


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

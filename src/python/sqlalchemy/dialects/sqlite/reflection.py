"""What SQLite's PRAGMAs and the texts of its CREATE statements tell of a table.

Each reader takes the connection, a function that reads something else of a table (once an inspector), the name and the
schema of the table.
"""

import re

import _sqlalchemy as _n

from ... import exc, util
from ...sql import sqltypes as _t
from .base import _pragma, _table_exists

_TYPES = {name: getattr(_t, name) for name in (
    "BIGINT BLOB BOOLEAN CHAR DATE DATETIME DOUBLE DOUBLE_PRECISION DECIMAL FLOAT INTEGER JSON NUMERIC REAL SMALLINT "
    "TEXT TIME TIMESTAMP VARCHAR NVARCHAR").split()}
_TYPES.update(BOOL=_t.BOOLEAN, DATE_CHAR=_t.DATE, DATETIME_CHAR=_t.DATETIME, INT=_t.INTEGER, TIME_CHAR=_t.TIME,
              _TEXT=_t.TEXT)


_CATALOGUES = ("sqlite_schema", "sqlite_master", "sqlite_temp_schema", "sqlite_temp_master")


def _full(name, schema):
    return f"{schema}.{name}" if schema else name


def _resolve_type(text):
    match = re.match(r"([\w ]+)(\(.*?\))?", text)
    name, args = match.groups() if match else ("", None)
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
    if args is None:
        return found()
    numbers = re.findall(r"\d+", args)
    try:
        return found(*map(int, numbers))
    except TypeError:
        util.warn(f"Could not instantiate type {found} with reflected arguments {numbers}; using no arguments.")
        return found()


def _prefix(schema):
    return "" if schema is None else _n.quote_name(schema, "sqlite", True) + "."


def names(conn, kind, schema=None, temp=False, internal=False):
    master = _prefix(schema) + ("sqlite_temp_master" if temp else "sqlite_master")
    condition = "" if internal else " AND name NOT LIKE 'sqlite~_%' ESCAPE '~'"
    return [row[0] for row in conn.exec_driver_sql(
        f"SELECT name FROM {master} WHERE type='{kind}'{condition} ORDER BY name")]


def _own_statement(conn, name, prefix, condition):
    """From the catalogue of one schema."""
    return conn.exec_driver_sql(
        f"SELECT sql FROM {prefix}sqlite_master WHERE name = ? AND type{condition}", (str(name),)).fetchone()


def _statement(conn, name, prefix, condition):
    """From that of temporary objects, too."""
    try:
        return conn.exec_driver_sql(
            f"SELECT sql FROM  (SELECT * FROM {prefix}sqlite_master UNION ALL   SELECT * FROM "
            f"{prefix}sqlite_temp_master) WHERE name = ? AND type{condition}", (str(name),)).fetchone()
    except exc.DBAPIError:
        return _own_statement(conn, name, prefix, condition)


def view_definition(conn, read, name, schema):
    find = _statement if schema is None else _own_statement
    row = find(conn, name, _prefix(schema), "='view'")
    if row is None:
        raise exc.NoSuchTableError(_full(name, schema))
    return row[0]


def table_sql(conn, read, name, schema):
    row = _statement(conn, name, _prefix(schema), " in ('table', 'view')")
    if row is None and name not in _CATALOGUES:
        raise exc.NoSuchTableError(_prefix(schema) + name)
    return row and row[0] or ""


def table_comment(conn, read, name, schema):
    raise NotImplementedError()


def _must_exist(conn, name, schema):
    if not _table_exists(conn, name, schema):
        raise exc.NoSuchTableError(_full(name, schema))


def columns(conn, read, name, schema):
    out, text = [], None
    for row in _pragma(conn, "table_xinfo", name, schema):
        _, column, type_, not_null, default, primary_key, hidden = row[:7]
        if hidden == 1:
            continue
        type_ = type_.upper()
        if hidden:
            type_ = type_.replace("GENERATED", "").replace("ALWAYS", "").strip()
        found = {"name": column, "type": _resolve_type(type_), "nullable": not not_null,
                 "default": None if default is None else str(default), "primary_key": primary_key}
        if hidden:
            if text is None:
                text = read("table_sql", name, schema)
                match = re.match(
                    r"create table .*?\((.*)\)(?:\s*,?\s*(?:WITHOUT\s+ROWID|STRICT))*$", text.strip(), re.S | re.I)
                assert match, f"create table not found in {text}"
                text = match[1].strip()
            match = re.search(re.escape(column) + r"[^,]*\s+GENERATED\s+ALWAYS\s+AS\s+\((.*)\)", text, re.I)
            found["computed"] = {"sqltext": match[1] if match else "", "persisted": hidden == 3}
        out.append(found)
    if not out:
        _must_exist(conn, name, schema)
    return out


def _inside(text, start):
    """The text from behind a parenthesis to the one that closes it."""
    depth = 1
    for at in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if not depth:
            return text[start:at]
    return text[start:]


def _listed(text):
    """The names in `a, "b c"`."""
    return [quoted or plain for quoted, plain in re.findall(r'(?:"(.+?)")|([a-z0-9_]+)', text, re.I)]


def pk_constraint(conn, read, name, schema):
    text = table_sql(conn, read, name, schema)
    keys = sorted((c for c in read("columns", name, schema) if c["primary_key"]), key=lambda c: c["primary_key"])
    if not keys:
        return {"name": None, "constrained_columns": []}
    match = re.search(r'CONSTRAINT\s+(?:"(.+?)"|(\w+))\s+PRIMARY\s+KEY', text, re.I)
    return {"constrained_columns": [c["name"] for c in keys], "name": match and (match.group(1) or match.group(2))}


_ACTION = r"(?:SET\s+NULL|SET\s+DEFAULT|CASCADE|RESTRICT|NO\s+ACTION)"
_NAME = r'(?:"[^"]+"|[a-z0-9_]+)'
_FOREIGN_KEY = (
    r'(?:CONSTRAINT\s+(?:"(.+?)"|(\w+))\s+)?FOREIGN\s+KEY\s*\(\s*(.+?)\s*\)\s+REFERENCES\s+(?:"(.+?)"|([a-z0-9_]+))'
    rf"\s*\(\s*({_NAME}(?:(?:\s*,\s*|\s+){_NAME})*\s*)\)\s*((?:ON\s+(?:DELETE|UPDATE)\s+{_ACTION}\s*)*)"
    r"((?:NOT\s+)?DEFERRABLE)?(?:\s+INITIALLY\s+(DEFERRED|IMMEDIATE))?")


def foreign_keys(conn, read, name, schema):
    found = {}
    for row in _pragma(conn, "foreign_key_list", name, schema):
        number, _, referred, local, remote = row[:5]
        key = found.get(number)
        if key is None:
            referred_columns = []
            if not remote:
                try:
                    referred_columns = list(read("pk_constraint", referred, schema)["constrained_columns"])
                except exc.NoSuchTableError:
                    pass
            key = found[number] = {
                "name": None, "constrained_columns": [], "referred_schema": schema, "referred_table": referred,
                "referred_columns": referred_columns, "options": {}}
        key["constrained_columns"].append(local)
        if remote:
            key["referred_columns"].append(remote)
    by_signature = {(*key["constrained_columns"], key["referred_table"], *key["referred_columns"]): key
                    for key in found.values()}
    out = []
    for match in re.finditer(_FOREIGN_KEY, table_sql(conn, read, name, schema), re.I):
        quoted, plain, constrained, table_quoted, table_plain, referred, actions, deferrable, initially = match.groups()
        signature = (*_listed(constrained), table_quoted or table_plain, *_listed(referred))
        if signature not in by_signature:
            util.warn(f"WARNING: SQL-parsed foreign key constraint '{signature}' could not be located in PRAGMA "
                      f"foreign_keys for table {name}")
            continue
        options = {}
        for event, action in re.findall(rf"ON\s+(DELETE|UPDATE)\s+({_ACTION})", actions, re.I):
            action = " ".join(action.upper().split())
            if action != "NO ACTION":
                options["on" + event.lower()] = action
        if deferrable:
            options["deferrable"] = "NOT" not in deferrable.upper()
        if initially:
            options["initially"] = initially.upper()
        key = by_signature.pop(signature)
        key["name"], key["options"] = quoted or plain, options
        out.append(key)
    return [*out, *by_signature.values()]


def _all_indexes(conn, name, schema, automatic):
    out = []
    for row in _pragma(conn, "index_list", name, schema):
        if not automatic and row[1].startswith("sqlite_autoindex"):
            continue
        index = {"name": row[1], "column_names": [], "unique": row[2], "dialect_options": {}}
        out.append(index)
        if row[4]:
            sql = conn.exec_driver_sql(
                f"SELECT sql FROM {_prefix(schema)}sqlite_master WHERE name = ? AND type = 'index'", (row[1],)).scalar()
            match = re.search(r"\)\s+where\s+(.+)", sql, re.I)
            if match is None:
                util.warn(f"Failed to look up filter predicate of partial index {row[1]}")
            else:
                from ...sql.elements import text
                index["dialect_options"]["sqlite_where"] = text(match.group(1))
    for index in list(out):
        index["column_names"] = [row[2] for row in _pragma(conn, "index_info", index["name"], schema)]
        if None in index["column_names"]:
            util.warn(f"Skipped unsupported reflection of expression-based index {index['name']}")
            out.remove(index)
    out.sort(key=lambda d: d["name"] or "~")
    if not out:
        _must_exist(conn, name, schema)
    return out


def indexes(conn, read, name, schema):
    return _all_indexes(conn, name, schema, False)


def indexes_and_automatic(conn, read, name, schema):
    return _all_indexes(conn, name, schema, True)


_INLINE_UNIQUE = (r'(?:(".+?")|(?:[\[`])?([a-z0-9_]+)(?:[\]`])?)[\t ]+[a-z0-9_]+(?:[\t ]+[a-z0-9_]+)*?[\t ]+UNIQUE')


def unique_constraints(conn, read, name, schema):
    automatic = {tuple(index["column_names"]) for index in read("indexes_and_automatic", name, schema)
                 if index["name"].startswith("sqlite_autoindex")}
    text = read("table_sql", name, schema)
    parsed = [(quoted or plain or None, _listed(listed)) for quoted, plain, listed in re.findall(
        r'(?:CONSTRAINT\s+(?:"(.+?)"|(\w+))\s+)?UNIQUE\s*\((.+?)\)', text, re.I)]
    parsed += [(None, _listed(quoted or plain)) for quoted, plain in re.findall(_INLINE_UNIQUE, text, re.I)]
    out = []
    for constraint, listed in parsed:
        if tuple(listed) in automatic:
            automatic.remove(tuple(listed))
            out.append({"name": constraint, "column_names": listed})
    return out


_CHECK = (r"""(?<![A-Za-z0-9_])(?:CONSTRAINT\s+("(?:[^"]|"")+"|'(?:[^']|'')+'|\[(?:[^\]]|\]\])+\]|`(?:[^`]|``)+`|\S+)\s+)?"""
          r"CHECK\s*\(")


def check_constraints(conn, read, name, schema):
    text = read("table_sql", name, schema)
    out = []
    for match in re.finditer(_CHECK, text, re.I):
        constraint = match.group(1)
        if constraint and constraint[0] in "\"'`[":
            constraint = constraint[1:-1]
        out.append({"sqltext": _inside(text, match.end()).strip(), "name": constraint})
    out.sort(key=lambda d: d["name"] or "~")
    return out


def table_options(conn, read, name, schema):
    text = read("table_sql", name, schema)
    ending = re.search(r"\)(?:\s*,?\s*(?:(WITHOUT\s+ROWID)|(STRICT)))*\s*$", text.strip(), re.I)
    out = {}
    if ending and ending.group(1):
        out["sqlite_with_rowid"] = False
    if ending and ending.group(2):
        out["sqlite_strict"] = True
    return out

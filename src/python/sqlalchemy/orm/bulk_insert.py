"""INSERT of many rows of a mapper: `session.execute(insert(User), [...])` and `bulk_insert_mappings()`."""

from sqlalchemy import exc
from sqlalchemy.engine.result import rows_result
from _sqlalchemy_orm import assigned_values, has_upsert, has_returning


def execute(session, mapper, statement, params, execution_options, bind_arguments, connection):
    """The rows are grouped by what they give; each group is a statement of each table."""
    from sqlalchemy.orm.bulk import load_options

    rows = _own_rows(mapper, params if isinstance(params, (list, tuple)) else [params])
    render_nulls = bool({**statement.get_execution_options(), **execution_options}.get("render_nulls"))
    tables = mapper._told("persistence_tables")
    if len(tables) > 1:
        if has_upsert(statement):
            raise exc.InvalidRequestError(
                "bulk INSERT with a 'post values' clause (typically upsert) not supported for multi-table "
                f"mapper {mapper}")
        return _insert_into_tables(session, connection, mapper, rows, render_nulls, statement, execution_options)
    [(_, columns, _)] = tables
    records = _records(mapper, columns, rows, render_nulls, _parameter_names(mapper, statement, rows[0]))
    if not has_returning(statement):
        for start, end in _alike(records):
            connection.execute(statement, _sent(records[start:end]), execution_options=execution_options or None)
        return rows_result([], [], needs_unique=False, closed=True)
    options = {**load_options(execution_options), "bind_arguments": bind_arguments, "bulk": True}
    keys, found = [], []
    for start, end in _alike(records):
        keys, part, _ = session._load_dml(statement, _sent(records[start:end]), options)
        found.extend(part)
    return rows_result(keys, found, needs_unique=False)


def insert_mappings(session, connection, mapper, rows, return_defaults, render_nulls):
    """With `return_defaults` the rows take their keys."""
    tables = mapper._told("persistence_tables")
    rows = _own_rows(mapper, rows, is_copied=not return_defaults)
    for place in range(len(tables)):
        _insert_into_table(
            connection, mapper, tables[place], rows, render_nulls, returns_keys=return_defaults or len(tables) > 1)


def _own_rows(mapper, rows, is_copied=True):
    """Copies, with the columns of composites in their place."""
    rows = [dict(row) for row in rows] if is_copied else rows
    composites = mapper.composites
    for key in composites.keys():
        attribute = getattr(mapper.class_, key)
        for row in rows:
            if key in row:
                row.update(zip(attribute.keys, attribute._values(row.pop(key))))
    return rows


def _parameter_names(mapper, statement, row):
    """Those of the statement's own parameters that rows give values for."""
    from sqlalchemy.sql import visitors

    if all(mapper._has_property(name) for name in row):
        return ()
    return [it.key for it in visitors.iterate(statement) if it.__visit_name__ == "bindparam" and it.key in row]


def _records(mapper, columns, rows, render_nulls, names=()):
    """What is sent of each row to the table of these columns. None is not, unless it is asked for or means something."""
    kept = {name for name, column in columns if column.type.should_evaluate_none}
    keys = {name: column.key for name, column in columns}
    fixed = {keys[name]: value for name, value in mapper._told("identity_value").items() if name in keys}
    version, makes_version = mapper.version_id_col, mapper.version_id_generator
    if makes_version is False or not any(column is version for _, column in columns):
        version = None
    records = []
    for row in rows:
        record = dict(fixed)
        for name, value in row.items():
            if name in keys and (value is not None or render_nulls or name in kept):
                record[keys[name]] = value
        if version is not None:
            record[version.key] = makes_version(None)
        for name in names:
            record[name] = row[name]
        records.append(record)
    return records


def _alike(records):
    """Runs of records with the same keys."""
    start = 0
    for end in range(1, len(records) + 1):
        if end == len(records) or records[end].keys() != records[start].keys():
            yield start, end
            start = end


def _sent(records):
    return records if len(records) > 1 else records[0]


def _insert_into_tables(session, connection, mapper, rows, render_nulls, statement, execution_options):
    """A statement's rows into several tables, those of the bases first; each takes the key of the one before."""
    from sqlalchemy.orm.bulk import load_options

    wanted = session._returned_columns(statement) if has_returning(statement) else ()
    returned = [[None] * len(wanted) for _ in rows]
    for told in mapper._told("persistence_tables"):
        _insert_into_table(
            connection, mapper, told, rows, render_nulls, returns_keys=True, statement=statement, wanted=wanted,
            returned=returned, options=execution_options or None)
    if not wanted:
        return rows_result([], [], needs_unique=False, closed=True)
    keys, found, _ = session._load_returned(statement, returned, load_options(execution_options))
    return rows_result(keys, found, needs_unique=False)


def _insert_into_table(
    connection, mapper, told, rows, render_nulls, returns_keys, statement=None, wanted=(), returned=(), options=None,
):
    """`told`: a table, its columns by attribute, and the attributes that take values of it."""
    from sqlalchemy import insert

    table, columns, equated = told
    names = () if statement is None else _parameter_names(mapper, statement, rows[0])
    records = _records(mapper, columns, rows, render_nulls, names)
    primary_key = table.primary_key
    version = mapper.version_id_col
    made = insert(table)
    fixed = {} if statement is None else {
        column.key: value for column, value in assigned_values(statement) if getattr(column, "table", None) is table}
    if fixed:
        made = made.values(fixed)
    own = [(place, column) for place, column in enumerate(wanted) if _is_stored_in(column, table, columns)]
    defaults = [] if statement is not None else [column for _, column in columns if _is_made_by_the_database(column)]
    for start, end in _alike(records):
        part = records[start:end]
        lacks_default = returns_keys and table.implicit_returning and any(it.key not in part[0] for it in defaults)
        if not wanted and not (returns_keys and (lacks_default or any(it.key not in part[0] for it in primary_key))):
            connection.execute(made, _sent(part), execution_options=options)
        else:
            is_many = bool(wanted) or table.implicit_returning and len(part) > 1
            sent = made
            if wanted:
                sent = sent.return_defaults(
                    *mapper.primary_key, supplemental_cols=[it for _, it in own] or mapper.primary_key)
            elif lacks_default:
                sent = sent.return_defaults(*defaults, sort_by_parameter_order=True)
            if version is not None:
                sent = sent.return_defaults(version, sort_by_parameter_order=True)
            elif is_many:
                sent = sent.return_defaults(*primary_key, sort_by_parameter_order=True)
            if is_many:
                result = connection.execute(sent, _sent(part), execution_options=options)
                _take_primary_key(primary_key, columns, rows[start:end], result.inserted_primary_key_rows)
                for row, found in zip(returned[start:end], result.mappings() if wanted else ()):
                    for place, column in own:
                        row[place] = found[column]
            else:
                for row, record in zip(rows[start:end], part):
                    result = connection.execute(sent, record, execution_options=options)
                    _take_primary_key(primary_key, columns, [row], [result.inserted_primary_key])
        for source, target in equated if returns_keys else ():
            for row in rows[start:end]:
                if row.get(source) is not None:
                    row.setdefault(target, row[source])


def _is_made_by_the_database(column):
    return column.server_default is not None or column.default is not None and column.default.is_clause_element


def _is_stored_in(column, table, columns):
    """Whether an expression of RETURNING is one of a table's; what names no column is of every table."""
    from sqlalchemy.sql import visitors

    named = [it for it in visitors.iterate(column) if it.__visit_name__ == "column"]
    return not named or any(it is known for it in named for _, known in columns)


def _take_primary_key(primary_key, columns, rows, keys):
    names = {id(column): name for name, column in columns}
    for row, key in zip(rows, keys):
        for column, value in zip(primary_key, key):
            name = names.get(id(column))
            if name is not None and row.get(name) is None:
                row[name] = value

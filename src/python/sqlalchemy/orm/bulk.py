"""INSERT, UPDATE and DELETE of entities: `session.execute(update(User), [...])` and its kin."""

from sqlalchemy import exc
from sqlalchemy.engine.result import rows_result
from sqlalchemy.orm import bulk_insert, evaluator, results
from sqlalchemy.orm.attributes import instance_state
from _sqlalchemy_orm import assigned_values, has_returning, statement_parts, with_columns, with_criteria


def execute(session, mapper, statement, params, execution_options, bind_arguments=None):
    kind = type(statement).__name__.lower()
    options = {**statement.get_execution_options(), **execution_options}
    strategy = options.get("dml_strategy", "auto")
    if kind == "insert" and strategy not in ("raw", "bulk", "orm", "auto"):
        raise exc.ArgumentError("Valid strategies for ORM insert strategy are 'raw', 'orm', 'bulk', 'auto")
    if kind != "insert" and strategy not in ("orm", "auto", "bulk", "core_only"):
        raise exc.ArgumentError(
            f"Valid strategies for ORM {kind.upper()} strategy are 'orm', 'auto', 'bulk', 'core_only'")
    execution_options = results.combined_options(session, statement.get_execution_options(), execution_options)
    is_many = isinstance(params, (list, tuple))
    if strategy == "bulk" and not (params if kind == "insert" else is_many):
        raise exc.InvalidRequestError('Can\'t use "bulk" ORM insert strategy without passing separate parameters')
    if kind != "delete":
        statement = with_columns(statement)
    flushes = session.autoflush and options.get("autoflush", True)
    if strategy in ("raw", "core_only"):
        if flushes:
            session._autoflush()
        return _connection(session, bind_arguments).execute(
            statement, params, execution_options=execution_options or None)
    if flushes:
        session._autoflush()
    if kind == "insert":
        if params and strategy != "orm":
            return bulk_insert.execute(
                session, mapper, statement, params, execution_options, bind_arguments, _connection(session, bind_arguments))
        if has_returning(statement):
            return _returning(session, statement, params, execution_options, bind_arguments)
        return _connection(session, bind_arguments).execute(
            statement, params, execution_options=execution_options or None)
    _check_synchronize(options)
    if is_many and strategy != "orm":
        how = options.get("synchronize_session", "auto")
        if how == "fetch":
            raise exc.InvalidRequestError(
                "The 'fetch' synchronization strategy is not available for 'bulk' ORM updates (i.e. multiple parameter sets)")
        if kind == "delete":
            raise exc.InvalidRequestError(
                "Bulk ORM DELETE not supported right now. Statement may be invoked at the Core level using "
                "session.connection().execute(stmt, parameters)")
        return _update_by_key(session, mapper, statement, params, how, execution_options, bind_arguments)
    return _update_or_delete(session, mapper, statement, params, execution_options, bind_arguments)


def _connection(session, bind_arguments):
    return session._connection_for_bind(session.get_bind(**(bind_arguments or {})))


def _connection_of(session, mapper):
    return session._connection_for_bind(session.get_bind(mapper.base_mapper))


def _column_keys(mapper):
    return {name: mapper._describe(name)["columns"][0].key for name, kind in mapper._props() if kind == "column"}


def _returning(
    session, statement, given, execution_options, bind_arguments, synchronize=lambda keys, sent: None, keyed=False,
):
    options = {**load_options(execution_options), "bind_arguments": bind_arguments}
    if keyed:
        options["keyed"] = True
    keys, rows, _ = session._load_dml(statement, given, options, synchronize)
    return rows_result(keys, rows, needs_unique=False)


def load_options(execution_options):
    return {"populate_existing": bool(execution_options.get("populate_existing")), "autoflush": False,
            "execution_options": execution_options}


def _check_synchronize(options):
    if options.get("synchronize_session", "auto") not in ("auto", "evaluate", "fetch", False, None):
        raise exc.ArgumentError(
            "Valid strategies for session synchronization are 'auto', 'evaluate', 'fetch', False")


def _update_by_key(session, mapper, statement, params, how, execution_options, bind_arguments):
    keys = _column_keys(mapper)
    primary = [mapper._key_for_column(column) for column in mapper.primary_key]
    if how and statement_parts(statement)[0]:
        raise exc.InvalidRequestError(
            "bulk synchronize of persistent objects not supported when using bulk update with additional WHERE criteria right "
            "now.  add synchronize_session=None execution option to bypass synchronize of persistent objects.")
    rows = [dict(entry) for entry in params]
    for entry in rows:
        missing = [name for name in primary if entry.get(name) is None]
        if missing:
            columns = ", ".join(str(mapper._describe(name)["columns"][0]) for name in missing)
            raise exc.InvalidRequestError(
                f"No primary key value supplied for column(s) {columns}; per-row ORM Bulk UPDATE by Primary Key requires that "
                "records contain primary key values", code="bupq")
    _update_rows(_connection(session, bind_arguments), mapper, statement, rows, execution_options)
    for entry in rows if how else ():
        found = session._lookup(mapper, [entry[name] for name in primary])
        if found is not None:
            _take(session, found, {name: lambda _, value=value: value for name, value in entry.items()
                                   if name in keys and name not in primary})
    return rows_result([], [], needs_unique=False, closed=True)


def _update_rows(connection, mapper, statement, rows, execution_options=None):
    primary = [mapper._key_for_column(column) for column in mapper.primary_key]
    version = mapper.version_id_col
    if version is not None:
        for row in rows:
            row[mapper._key_for_column(version)]
    for table, columns, _ in mapper._told("persistence_tables"):
        _update_table(connection, mapper, statement, table, columns, rows, primary, execution_options)


def _update_table(connection, mapper, statement, table, columns, rows, primary, options):
    """UPDATE by primary key of what the rows have for one table."""
    from sqlalchemy import bindparam, update

    is_own = table is mapper.local_table
    is_checked = not statement_parts(statement)[0]
    where = with_criteria(statement, False) if is_own else update(table)
    names = []
    for name, column in columns:
        if column in table.primary_key:
            where = where.where(column == bindparam(f"{table.name}_{column.name}", type_=column.type))
            names.append((name, f"{table.name}_{column.name}"))
    changes = [
        {column.key: row[name] for name, column in columns if name in row and name not in primary} for row in rows]
    version = mapper.version_id_col
    version = next((entry for entry in columns if entry[1] is version), None)
    if version is not None:
        name, column = version
        where = where.where(column == bindparam(f"{table.name}_{column.name}", type_=column.type))
        names.append((name, f"{table.name}_{column.name}"))
        for change, row in zip(changes, rows):
            generator = mapper.version_id_generator
            change[column.key] = row[name] if generator is False else generator(row[name])
    start = 0
    for end in range(1, len(rows) + 1):
        if end < len(rows) and set(changes[end]) == set(changes[start]):
            continue
        sent = [{**change, **{key: row[name] for name, key in names}}
                for change, row in zip(changes[start:end], rows[start:end])]
        if changes[start]:
            runs = [sent] if version is None and len(sent) > 1 else sent
            matched = sum(connection.execute(where, run, execution_options=options or None).rowcount for run in runs)
            if is_checked and matched != len(sent):
                from sqlalchemy.orm.exc import StaleDataError

                raise StaleDataError(
                    f"UPDATE statement on table '{table.description}' expected to update {len(sent)} row(s); "
                    f"{matched} were matched.")
        start = end


def _update_or_delete(session, mapper, statement, params, execution_options, bind_arguments):
    options = dict(execution_options)
    options = {**statement.get_execution_options(), **options}
    how = options.get("synchronize_session", "auto")
    statement = with_criteria(statement, True)
    if type(statement).__name__.lower() == "update":
        _refuse_other_tables(mapper, statement)
    matched = []
    unknown = []
    is_delete = type(statement).__name__.lower() == "delete"
    if how in ("auto", "evaluate"):
        try:
            test = evaluator.compile_criteria(mapper, statement_parts(statement)[0])
            for obj in session._instances("all"):
                if isinstance(obj, mapper.class_) and not instance_state(obj).expired:
                    found = test(obj)
                    if found is evaluator.EXPIRED:
                        unknown.append(obj)
                    if found is True or found is evaluator.EXPIRED:
                        matched.append(obj)
        except evaluator.UnevaluatableError as error:
            if how == "evaluate":
                raise exc.InvalidRequestError(
                    f'Could not evaluate current criteria in Python: "{error}". Specify \'fetch\' or False for the '
                    "synchronize_session execution option.") from error
            how = "fetch"
    if how == "fetch" and results.events._listeners.get("do_orm_execute"):
        from sqlalchemy.orm import execution

        execution.before_fetch(session, mapper, statement, statement_parts(statement)[0], bind_arguments)

    def synchronize(keys, sent):
        if how == "fetch":
            found = [session._lookup(mapper, list(key)) for key in keys]
            matched.extend(obj for obj in found if obj is not None)
        if how and not is_delete:
            _apply(session, mapper, statement, matched, sent)
        for obj in matched if how and is_delete else ():
            if any(obj is other for other in unknown):
                session.expire(obj)
            else:
                session._forget_deleted(obj)

    if has_returning(statement):
        return _returning(session, statement, params, execution_options, bind_arguments, synchronize, keyed=how == "fetch")
    sent = statement.return_defaults(*mapper.primary_key) if how == "fetch" else statement
    result = _connection(session, bind_arguments).execute(sent, params or {}, execution_options=execution_options)
    synchronize(how == "fetch" and result.returned_defaults_rows or (), result._cursor_info.parameters()[0])
    return result


def _refuse_other_tables(mapper, statement):
    others = []
    for column, _ in assigned_values(statement):
        table = None if isinstance(column, str) else column.table
        if table is not mapper.local_table and mapper.inherits is not None and table in mapper.tables:
            if repr(table.name) not in others:
                others.append(repr(table.name))
    if others:
        raise exc.CompileError(
            "Backend does not support additional tables in the SET clause; cannot include columns from table(s) "
            f"{', '.join(others)} in SET clause")


def _apply(session, mapper, statement, matched, sent):
    """The instances take what an UPDATE set with the parameters `sent`."""
    from _sqlalchemy_orm import set_committed_value

    tests = _value_tests(mapper, statement)
    columns = [entry for _, columns, _ in mapper._told("persistence_tables") for entry in columns]
    computed = {name: sent[column.key] for name, column in columns
                if column.onupdate is not None and name not in tests and column.key in sent}
    fetched = [name for name, column in columns if name not in tests and name not in computed and (
        column.server_onupdate is not None or column.onupdate is not None)]
    for obj in matched:
        for name, value in computed.items():
            set_committed_value(obj, name, value)
        stale = [name for name in fetched if name in obj.__dict__]
        if stale:
            session.expire(obj, stale)
        _take(session, obj, tests)


def _take(session, obj, tests):
    """The loaded attributes of an instance take new values; what was changed before is read again."""
    from _sqlalchemy_orm import set_committed_value

    unmodified = instance_state(obj).unmodified
    expired = []
    for name, test in tests.items():
        if name not in obj.__dict__:
            continue
        if test is None or name not in unmodified:
            expired.append(name)
            continue
        value = test(obj)
        if value is not evaluator.EXPIRED:
            set_committed_value(obj, name, value)
    if expired:
        session.expire(obj, expired)


def _value_tests(mapper, statement):
    """What gives each assigned attribute its value; None where that cannot be told here."""
    tests = {}
    for column, value in assigned_values(statement):
        if isinstance(column, str):
            raise exc.InvalidRequestError(
                f"Attribute name not found, can't be synchronized back to objects: {column!r}")
        try:
            name = mapper._key_for_column(column)
        except KeyError:
            continue
        tests[name] = None
        if hasattr(value, "__clause_element__") or hasattr(value, "compile"):
            try:
                tests[name] = evaluator.compile_expression(mapper, value)
            except evaluator.UnevaluatableError:
                pass
        else:
            tests[name] = lambda _, value=value: value
    return tests


# The bulk methods of the session

def insert_mappings(session, mapper, mappings, return_defaults, render_nulls):
    rows = mappings if isinstance(mappings, list) else list(mappings)
    if rows:
        connection = _connection_of(session, mapper)
        bulk_insert.insert_mappings(session, connection, mapper, rows, return_defaults, render_nulls)


def save_objects(session, objects, return_defaults, update_changed_only, preserve_order):
    from sqlalchemy.orm.session import expect_state
    from sqlalchemy.orm.util import object_mapper

    found = [(object_mapper(expect_state(obj)), instance_state(obj), obj) for obj in objects]
    if not preserve_order:
        found.sort(key=lambda entry: (id(entry[0]), entry[1].key is not None))
    start = 0
    for end in range(1, len(found) + 1):
        mapper, is_update = found[start][0], found[start][1].key is not None
        if end < len(found) and (found[end][0], found[end][1].key is not None) == (mapper, is_update):
            continue
        part = found[start:end]
        if is_update:
            update_mappings(session, mapper, [
                _changes(mapper, state, obj) if update_changed_only else _loaded(mapper, obj) for _, state, obj in part])
        else:
            rows = [_loaded(mapper, obj) for _, _, obj in part]
            bulk_insert.insert_mappings(session, _connection_of(session, mapper), mapper, rows, return_defaults, False)
            if return_defaults:
                _take_keys(mapper, rows, [obj for _, _, obj in part])
        start = end


def _loaded(mapper, obj):
    return {name: obj.__dict__[name] for name, kind in mapper._props() if kind == "column" and name in obj.__dict__}


def _changes(mapper, state, obj):
    version = mapper.version_id_col
    keys = {mapper._key_for_column(column) for column in (*mapper.primary_key, *([] if version is None else [version]))}
    return {name: value for name, value in _loaded(mapper, obj).items() if name in keys or state._history(name)[0]}


def _take_keys(mapper, rows, objects):
    from _sqlalchemy_orm import make_transient, set_committed_value

    for row, obj in zip(rows, objects):
        for column in mapper.primary_key:
            name = mapper._key_for_column(column)
            if row.get(name) is not None:
                set_committed_value(obj, name, row[name])
        make_transient(obj, True)


def update_mappings(session, mapper, mappings):
    """UPDATE by primary key of the rows that change something."""
    from sqlalchemy import update

    keys = {mapper._key_for_column(column) for column in mapper.primary_key}
    rows = [dict(row) for row in mappings]
    connection = _connection_of(session, mapper)
    start = 0
    for end in range(1, len(rows) + 1):
        if end < len(rows) and set(rows[end]) == set(rows[start]):
            continue
        if set(rows[start]) - keys:
            _update_rows(connection, mapper, update(mapper.class_), rows[start:end])
        start = end

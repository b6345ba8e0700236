"""Executing statements in a session: with entities through the loader, without on the connection."""

from sqlalchemy import exc, util
from sqlalchemy.engine.result import ChunkedIteratorResult, rows_result
from sqlalchemy.inspection import inspect
from sqlalchemy.orm import events
from sqlalchemy.sql.base import Executable
from sqlalchemy.sql.elements import ClauseElement, ColumnElement, TextClause
from sqlalchemy.sql.selectable import SelectBase
from _sqlalchemy_orm import Mapper, configure_for, mapper_of
from _sqlalchemy_orm import has_entities, dml_entity


def mapper_for(entity):
    if isinstance(entity, Mapper):
        return entity
    mapper = mapper_of(entity) if isinstance(entity, type) else None
    if mapper is None:
        if isinstance(inspect(entity), ClauseElement):
            raise AttributeError(f"{type(entity).__name__!r} object has no attribute 'is_mapper'")
        raise exc.ArgumentError(f"Expected mapped class or mapper, got: {entity!r}")
    configure_for(entity)
    return mapper


def identity(mapper, ident):
    """Primary key values in the mapper's order."""
    keys = mapper.primary_key
    for composite in mapper.composites:
        if type(ident) is composite.composite_class:
            ident = getattr(mapper.class_, composite.key)._values(ident)
    values = ident if isinstance(ident, (tuple, list, dict)) else [ident]
    if len(values) != len(keys):
        raise exc.InvalidRequestError(
            "Incorrect number of values in identifier to formulate primary key for session.get(); primary key columns are "
            "%s" % ",".join("'%s'" % column for column in keys))
    if not isinstance(values, dict):
        return list(values)
    names = [mapper._key_for_column(column) for column in keys]
    # Synonyms of the key's names count where the names themselves are missing.
    synonyms = {}
    if not set(names).issubset(values):
        for name, kind in mapper._props():
            if kind == "synonym":
                synonyms.setdefault(mapper._describe(name)["name"], []).append(name)
    try:
        return [next(values[it] for it in (name, *synonyms.get(name, ())) if it in values) for name in names]
    except StopIteration as error:
        raise exc.InvalidRequestError(
            "Incorrect names of values in identifier to formulate primary key for session.get(); primary key attribute "
            "names are %s (synonym names are also accepted)" % ",".join(f"'{name}'" for name in names)) from error


def execute(session, statement, params, execution_options, bind_arguments=None):
    if isinstance(statement, str):
        refuse_text(statement)
    if not isinstance(statement, (Executable, FromStatement)):
        is_class = isinstance(statement, type)
        element = statement.__clause_element__() if hasattr(statement, "__clause_element__") and not is_class else statement
        if isinstance(element, Executable):
            raise exc.ObjectNotExecutableError(statement)
        resolved = f" object resolved from {statement!r} object" if element is not statement else ""
        raise exc.ArgumentError(f"Executable SQL or text() construct expected, got {element!r}{resolved}.")
    if bind_arguments or session._routes:
        from sqlalchemy.orm import routing

        bind_arguments = routing.arguments(session, statement, bind_arguments)
    if events._listeners.get("do_orm_execute"):
        from sqlalchemy.orm import execution

        return execution.execute(
            session, statement, params, execution_options, bind_arguments,
            lambda *given: _execute(session, *given))
    return _execute(session, statement, params, execution_options, bind_arguments)


def _execute(session, statement, params, execution_options, bind_arguments):
    if isinstance(statement, FromStatement):
        return statement._execute(session, params, execution_options, bind_arguments)
    if not has_entities(statement):
        entity = dml_entity(statement)
        if entity is not None:
            from sqlalchemy.orm import bulk

            return bulk.execute(session, entity, statement, params, execution_options, bind_arguments)
        if session.autoflush:
            session._autoflush()
        options = dict(session.execution_options, **execution_options)
        connection = session._connection_for_bind(session.get_bind(**(bind_arguments or {})))
        if options:
            return connection.execute(statement, params, execution_options=options)
        return connection.execute(statement, params)
    return load(session, statement, params, execution_options, False, bind_arguments)


def load(session, statement, params, execution_options, legacy, bind_arguments=None, loads=util.EMPTY_DICT):
    """`loads`: what a legacy Query says on loading, which are no execution options there."""
    from _sqlalchemy_orm import statement_options

    own = statement_options(statement)
    given = combined_options(session, own, execution_options)
    options = {**own, **given, **loads}
    keys, rows, needs_unique = session._load(statement, params, _load_options(options, given, bind_arguments, legacy))
    return _result(keys, rows, needs_unique, options, statement)


def combined_options(session, own, execution_options):
    """What a call says beside the statement: the session's options where the statement has none, then the call's."""
    if not session.execution_options:
        return execution_options
    return {**{key: value for key, value in session.execution_options.items() if key not in own}, **execution_options}


def _load_options(options, given, bind_arguments, legacy=False):
    return {
        "populate_existing": bool(options.get("populate_existing")), "autoflush": options.get("autoflush", True),
        "legacy_query": legacy, "yield_per": options.get("yield_per") or 0, "bind_arguments": bind_arguments,
        "execution_options": given}


def _result(keys, rows, needs_unique, options, statement=None):
    count = options.get("yield_per")
    if not count:
        return rows_result(keys, rows, needs_unique=needs_unique, statement=statement)
    result = ChunkedIteratorResult.__new__(ChunkedIteratorResult)
    result._init_rows(keys, _stream(rows))
    return result.yield_per(count)


def _stream(parts):
    """Rows as they are asked for; second statements run for each part."""
    while True:
        part = parts.next_part()
        if part is None:
            return
        yield from part


def _check_rows(statement):
    """What from_statement() takes."""
    element = statement.__clause_element__() if hasattr(statement, "__clause_element__") else statement
    if isinstance(element, type) or not isinstance(element, ClauseElement):
        raise NotImplementedError()
    if isinstance(element, ColumnElement):
        resolved = f" object resolved from {statement!r} object" if element is not statement else ""
        raise exc.ArgumentError(
            "Row returning expression such as a SELECT, a FROM clause, or an INSERT/UPDATE/DELETE with RETURNING expected, "
            f"got {element!r}{resolved}.")
    if not isinstance(element, Executable):
        raise AttributeError(f"{type(element).__name__!r} object has no attribute 'is_select'")


def check_select(statement):
    """What Query.from_statement() takes."""
    element = statement.__clause_element__() if hasattr(statement, "__clause_element__") else statement
    if isinstance(element, (SelectBase, TextClause)):
        return
    if isinstance(statement, str):
        refuse_text(statement)
    resolved = f"{element!r} object resolved from {statement!r} object" if element is not statement else repr(element)
    raise exc.ArgumentError(f"SELECT construct or equivalent text() construct expected, got {resolved}.")


def refuse_text(text):
    shown = util.ellipses_string(text)
    raise exc.ArgumentError(f"Textual SQL expression {shown!r} should be explicitly declared as text({shown!r})")


class FromStatement:
    """`select(User).from_statement(text(...))`"""

    is_select = property(lambda self: self.statement.is_select)

    def __init__(self, select, statement, is_checked=True):
        if not is_checked:
            _check_rows(statement)
        self.select = select
        self.statement = statement
        self._execution_options = {}

    def execution_options(self, **kw):
        made = FromStatement(self.select, self.statement)
        made._execution_options = {**self._execution_options, **kw}
        return made

    def options(self, *options):
        # Criteria reach into the statement that is given, too.
        criteria = [it for it in options if getattr(it, "_is_criteria_option", False)]
        statement = self.statement.options(*criteria) if criteria else self.statement
        return FromStatement(self.select.options(*options), statement)

    def params(self, *given, **kw):
        made = FromStatement(self.select, self.statement.params(*given, **kw))
        made._execution_options = self._execution_options
        return made

    def _loading(self, select):
        """The same rows, as what another SELECT says."""
        made = FromStatement(select, self.statement)
        made._execution_options = select.get_execution_options()
        return made

    def get_execution_options(self):
        return dict(self._execution_options)

    def compile(self, *args, **kw):
        return self.statement.compile(*args, **kw)

    @property
    def column_descriptions(self):
        return self.select.column_descriptions

    def _execute(self, session, params, execution_options, bind_arguments=None, loads=util.EMPTY_DICT):
        from _sqlalchemy_orm import with_columns, with_criteria

        own = self.get_execution_options()
        options = {**own, **combined_options(session, own, execution_options)}
        keys, rows, needs_unique = session._load_from_statement(
            self.select, with_columns(with_criteria(self.statement, True)), params,
            _load_options({**options, **loads}, options, bind_arguments))
        return _result(keys, rows, needs_unique, {**options, **loads})

    def __str__(self):
        return str(self.statement)


FromStatement.__module__ = "sqlalchemy.orm.context"

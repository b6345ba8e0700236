"""`do_orm_execute`: listeners see each statement of a session before it is sent, and may answer in its place."""

from sqlalchemy import exc
from sqlalchemy.orm import events, routing
from sqlalchemy.sql._selectable_constructors import select as _select


class ORMExecuteState:
    """One execution of a statement, as listeners see and change it."""

    def __init__(self, session, statement, parameters, execution_options, bind_arguments, todo, told, run):
        self.session = session
        self.statement = statement
        self.parameters = parameters
        self.local_execution_options = dict(execution_options)
        self.bind_arguments = dict(bind_arguments or {})
        self._todo = todo
        self._index = 0
        self._update = {}
        self._told = told
        self._run = run

    @property
    def execution_options(self):
        return {**_options_of(self.statement), **self.local_execution_options}

    def update_execution_options(self, **opts):
        self.local_execution_options.update(opts)
        self._update.update(opts)

    def invoke_statement(self, statement=None, params=None, execution_options=None, bind_arguments=None):
        if statement is None:
            statement = self.statement
        parameters = self.parameters
        if params and isinstance(parameters, list):
            if not isinstance(params, list) or len(params) != len(parameters):
                raise exc.InvalidRequestError(
                    "Can't apply executemany parameters to executemany parameters of a different length")
            parameters = [{**old, **new} for old, new in zip(parameters, params)]
        elif params:
            parameters = {**(parameters or {}), **params}
        options = {**self.local_execution_options, **self._update, **(execution_options or {})}
        rest = self._todo[self._index + 1:]
        bound = {**self.bind_arguments, **(bind_arguments or {})}
        return _listened(self.session, statement, parameters, options, bound, rest, self._told, self._run)

    def _kind(self):
        return type(self.statement).__name__

    is_select = property(lambda self: getattr(self.statement, "is_select", False))
    is_insert = property(lambda self: self._kind() == "Insert")
    is_update = property(lambda self: self._kind() == "Update")
    is_delete = property(lambda self: self._kind() == "Delete")
    is_from_statement = property(lambda self: self._kind() == "FromStatement")
    is_executemany = property(lambda self: isinstance(self.parameters, list))
    is_orm_statement = property(lambda self: self._told["mapper"] is not None or self._told["is_orm"])
    is_column_load = property(lambda self: self._told["kind"] == "column")
    is_relationship_load = property(lambda self: self._told["kind"] == "relationship")

    @property
    def lazy_loaded_from(self):
        if not self.is_select:
            raise exc.InvalidRequestError(
                "This ORM execution is not against a SELECT statement so there are no load options.")
        return self._told["lazy_loaded_from"]

    bind_mapper = property(lambda self: self._told["mapper"])

    @property
    def all_mappers(self):
        if self.is_select or self.is_from_statement:
            seen = []
            for told in getattr(self.statement, "column_descriptions", ()):
                entity = told.get("entity")
                if entity is not None:
                    from sqlalchemy import inspect

                    mapper = inspect(entity).mapper
                    if mapper not in seen:
                        seen.append(mapper)
            return seen
        return [self.bind_mapper] if self.bind_mapper is not None else []

    @property
    def user_defined_options(self):
        return [option for option in getattr(self.statement, "_with_options", ()) if getattr(
            option, "_is_user_defined", False)]


def _options_of(statement):
    read = getattr(statement, "get_execution_options", None)
    return dict(read()) if read is not None else {}


def _listened(session, statement, params, options, bind_arguments, todo, told, run):
    """Asks the listeners in turn; the first that gives a result ends it."""
    state = ORMExecuteState(session, statement, params, options, bind_arguments, todo, told, run)
    for index, entry in enumerate(todo):
        state._index = index
        answer = entry.call("do_orm_execute", state)
        if answer is not None:
            return answer
    return run(state.statement, state.parameters, {**options, **state._update}, state.bind_arguments)


def execute(session, statement, params, execution_options, bind_arguments, run, legacy=False):
    """`Session.execute()` past those who listen."""
    todo = events.listeners_of_session("do_orm_execute", session)
    if not todo:
        return run(statement, params, execution_options, bind_arguments)
    own = {key: value for key, value in session.execution_options.items() if key not in _options_of(statement)}
    mapper, is_orm = subject(statement)
    if not bind_arguments:
        bind_arguments = routing.arguments(session, statement, None)
    told = {"mapper": mapper, "is_orm": is_orm or legacy, "kind": None, "lazy_loaded_from": None}
    return _listened(session, statement, params, {**own, **execution_options}, bind_arguments, todo, told, run)


def subject(statement):
    from _sqlalchemy_orm import dml_entity, has_entities, is_over_entities, plugin_subject

    found = dml_entity(statement)
    if found is None:
        found = plugin_subject(getattr(statement, "select", statement))
    return found, found is not None or has_entities(statement) or is_over_entities(statement)


def before_fetch(session, mapper, statement, criteria, bind_arguments):
    """Those who listen hear of the SELECT that 'fetch' would need without RETURNING."""
    todo = events.listeners_of_session("do_orm_execute", session)
    if todo:
        select = _select(*mapper.primary_key).where(*criteria)
        told = {"mapper": mapper, "is_orm": True, "kind": None, "lazy_loaded_from": None}
        _listened(session, select, None, {}, bind_arguments or {}, todo, told, lambda *given: None)


def loading(session, statement, kind, mapper, lazy_loaded_from, options):
    """A loader's own SELECT past those who listen; gives the statement to send."""
    todo = events.listeners_of_session("do_orm_execute", session)
    told = {"mapper": mapper, "is_orm": True, "kind": kind, "lazy_loaded_from": lazy_loaded_from}
    found = []
    given = {**{key: value for key, value in session.execution_options.items()}, **options}

    def run(statement, params, options, bind_arguments):
        found.append(statement)

    # What an instance is read by are parameters there.
    params = None if kind == "relationship" else dict(statement.compile().params)
    answer = _listened(session, statement, params, given, {}, todo, told, run)
    if answer is not None or not found:
        raise NotImplementedError("a do_orm_execute listener that answers a loader's statement is not part of the playground")
    return found[-1]

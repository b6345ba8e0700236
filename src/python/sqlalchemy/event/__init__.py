"""Listening to events: `listen`, `listens_for`, `remove`, `contains`.

Listeners of engines, connections and pools go to the native hooks as dictionaries of lists; those of
schema objects are kept on the objects; the ORM registers its own targets.
"""

import _sqlalchemy as _n

from .. import exc, util
from .._run import at_reset

CANCEL = object()
NO_RETVAL = object()
RETVAL = object()

_active = False
_tables = {}
_schema = []


@at_reset
def _reset():
    global _active
    _active = False
    _tables.clear()
    _schema.clear()


_ENGINE = {"before_execute", "after_execute", "before_cursor_execute", "after_cursor_execute", "handle_error",
           "engine_connect", "set_connection_execution_options", "set_engine_execution_options", "engine_disposed",
           "begin", "rollback", "commit", "savepoint", "rollback_savepoint", "release_savepoint", "do_connect",
           "do_execute", "do_executemany", "do_execute_no_params",
           "do_execute", "do_executemany", "do_execute_no_params", "begin_twophase", "prepare_twophase"}
_POOL = {"connect", "first_connect", "checkout", "checkin", "reset", "close", "detach", "invalidate",
         "soft_invalidate", "close_detached"}
_SCHEMA = {"before_create", "after_create", "before_drop", "after_drop", "before_parent_attach",
           "after_parent_attach", "column_reflect"}
_UNSUPPORTED = {"begin_twophase", "prepare_twophase"}


def _orm(target):
    """The ORM's own events, if it was imported and the target is not Core's."""
    import sys
    if "sqlalchemy.orm" in sys.modules and _kind(target) is None:
        from sqlalchemy.orm import events
        return events
    return None


def _kind(target):
    from ..engine.base import Connection, Engine
    from ..pool import Pool
    if isinstance(target, (Engine, Connection)) or target is Engine or target is Connection:
        return "engine"
    if isinstance(target, Pool) or isinstance(target, type) and issubclass(target, Pool):
        return "pool"
    from ..sql.schema import SchemaItem
    if isinstance(target, SchemaItem) or isinstance(target, type) and issubclass(target, SchemaItem):
        return "schema"
    from ..dialects import DefaultDialect
    if isinstance(target, DefaultDialect):
        return "engine"
    return None


def _refuse(target, name):
    return exc.InvalidRequestError(f"No such event '{name}' for target '{target}'")


def _table_of(target):
    """The dictionary of listeners of an engine, connection or pool, or of a class of them; made and
    registered when new."""
    global _active
    from ..dialects import DefaultDialect
    from ..pool import Pool
    _active = True
    if isinstance(target, type):
        key = target if issubclass(target, Pool) else None
        table = _tables.get(key)
        if table is None:
            table = _tables[key] = {}
            _n.add_hooks(key, table)
        return table
    table = target.__dict__.get("_event_table")
    if table is None:
        table = target.__dict__["_event_table"] = {}
        if not isinstance(target, DefaultDialect):
            _n.add_hooks(target, table)
        elif target._engine is not None:
            _n.add_hooks(target._engine, table)
    return table


def listen(target, identifier, fn, **kw):
    retval = kw.pop("retval", False)
    once = kw.pop("once", False)
    insert = kw.pop("insert", False)
    named = kw.pop("named", False)
    orm = _orm(target)
    propagate = kw.pop("propagate", None)
    if orm is not None and orm.listen(
            target, identifier, fn, propagate=propagate, retval=retval, once=once, insert=insert, named=named, **kw):
        return
    kind = _kind(target)
    if kind is None:
        raise _refuse(target, identifier)
    if kw:
        raise NotImplementedError(f"listen({next(iter(kw))}=) is not part of the playground")
    if identifier in _UNSUPPORTED:
        raise NotImplementedError(f"the event {identifier!r} is not part of the playground")
    if kind == "schema":
        if identifier not in _SCHEMA:
            raise _refuse(target, identifier)
        if not callable(fn):
            raise TypeError(f"Can't inspect callable: {fn}")
        _schema.append([target, identifier, fn, once])
        return
    if identifier not in _ENGINE and identifier not in _POOL:
        raise _refuse(target, identifier)
    if identifier in _ENGINE:
        # As in the reference, an engine's listeners are never put in front of others.
        insert = False
        if retval and identifier not in ("before_execute", "before_cursor_execute", "handle_error"):
            raise exc.ArgumentError(
                "Only the 'before_execute', 'before_cursor_execute' and 'handle_error' engine event listeners accept "
                "the 'retval=True' argument.")
    call = fn
    if identifier == "reset" and _positional(fn) == 2:
        def call(dbapi_connection, connection_record, reset_state):
            return fn(dbapi_connection, connection_record)
    if identifier == "do_connect" and not isinstance(target, type):
        target = getattr(target, "dialect", target)
    if once:
        inner_once = call
        done = []

        def call(*a, **k):
            if not done:
                done.append(1)
                return inner_once(*a, **k)
    if named:
        inner, names = call, _NAMES.get(identifier, ())

        def call(*a):
            return inner(**dict(zip(names, a)))
    listeners = _table_of(target).setdefault(identifier, [])
    item = (call, retval, fn)
    if insert:
        listeners.insert(0, item)
    else:
        listeners.append(item)


def _positional(fn):
    code = getattr(getattr(fn, "__func__", fn), "__code__", None)
    return None if code is None else code.co_argcount - hasattr(fn, "__func__")


_NAMES = {
    "before_cursor_execute": ("conn", "cursor", "statement", "parameters", "context", "executemany"),
    "after_cursor_execute": ("conn", "cursor", "statement", "parameters", "context", "executemany"),
    "connect": ("dbapi_connection", "connection_record"),
    "checkout": ("dbapi_connection", "connection_record", "connection_proxy"),
    "checkin": ("dbapi_connection", "connection_record"),
    "begin": ("conn",), "commit": ("conn",), "rollback": ("conn",),
}


def listens_for(target, identifier, *args, **kw):
    def decorate(fn):
        listen(target, identifier, fn, *args, **kw)
        return fn
    return decorate


def remove(target, identifier, fn):
    orm = _orm(target)
    if orm is not None and orm.remove(target, identifier, fn) is not None:
        return
    if _kind(target) == "schema":
        for item in list(_schema):
            if item[0] is target and item[1] == identifier and item[2] is fn:
                _schema.remove(item)
                return
        raise exc.InvalidRequestError(f"No listeners found for event {target} / {identifier!r} / {fn} ")
    listeners = _table_of(target).get(identifier, [])
    for item in list(listeners):
        if item[2] is fn:
            listeners.remove(item)
            return
    raise exc.InvalidRequestError(
        f"No listeners found for event {target} / {identifier!r} / {fn} ")


def contains(target, identifier, fn):
    orm = _orm(target)
    if orm is not None:
        found = orm.contains(target, identifier, fn)
        if found is not None:
            return found
    if _kind(target) == "schema":
        return any(i[0] is target and i[1] == identifier and i[2] is fn for i in _schema)
    return any(item[2] is fn for item in _table_of(target).get(identifier, []))


def _fire(target, name, *args, **kw):
    """Calls the listeners of a schema object's class, and its own."""
    if _schema:
        heard = [item for item in _schema if item[1] == name and isinstance(item[0], type) and isinstance(target, item[0])]
        heard += [item for item in _schema if item[1] == name and item[0] is target]
        for item in heard:
            if item[3]:
                _schema.remove(item)
            item[2](*args, **kw)
    if name == "engine_disposed" and _active:
        for fn in _engine_listeners(target, name):
            fn(*args)


def _items(target, name):
    """Listeners of a connection or an engine, in the order in which they hear."""
    found = []
    if not _active:
        return found
    tables = []
    if "engine" in target.__dict__ or not isinstance(target, _n.EngineObject):
        tables.append(target.__dict__.get("_event_table"))
        target = target.engine
    while target._option_parent is not None:
        tables.append(target.__dict__.get("_event_table"))
        target = target._option_parent
    tables += [_tables.get(None), target.__dict__.get("_event_table")]
    for table in tables:
        if table:
            found.extend(table.get(name, ()))
    return found


def _engine_listeners(target, name):
    return [item[0] for item in _items(target, name)]


def _options_of(conn, statement=None, given=None):
    options = getattr(statement, "_execution_options", None) or util.EMPTY_DICT
    return options.merge_with(conn.get_execution_options(), given)


def _execute(conn, statement, parameters, execution_options):
    from ..sql.functions import FunctionElement
    if isinstance(statement, FunctionElement):
        statement = statement.select()
    multiparams, params = _distill(parameters)
    options = _options_of(conn, statement, execution_options)
    for fn, retval, _ in _items(conn, "before_execute"):
        result = fn(conn, statement, multiparams, params, options)
        if retval:
            statement, multiparams, params = result
            parameters = multiparams or params or None
    result = _n.conn_execute(conn, statement, parameters, execution_options)
    for fn, retval, _ in _items(conn, "after_execute"):
        fn(conn, statement, multiparams, params, options, result)
    return result


def _distill(parameters):
    if isinstance(parameters, (list, tuple)):
        return ([], parameters[0]) if len(parameters) == 1 else (list(parameters), {})
    return (() if parameters is None else []), parameters or {}


def _handle_error(conn, error, statement, parameters, context):
    """Asks the listeners of "handle_error"; what is to be raised then."""
    if conn.get_execution_options().get("skip_user_error_events"):
        return error
    from ..engine.interfaces import ExceptionContextImpl
    wrapped = error if isinstance(error, exc.StatementError) else None
    is_disconnect = wrapped is not None and wrapped.connection_invalidated
    if wrapped is not None:
        orig, statement, parameters = wrapped.orig or wrapped, wrapped.statement, wrapped.params
    else:
        orig = error
    told = ExceptionContextImpl(
        connection=conn, engine=conn.engine, dialect=conn.engine.dialect, statement=statement, parameters=parameters,
        original_exception=orig, sqlalchemy_exception=wrapped, execution_context=context,
        is_disconnect=is_disconnect, invalidate_pool_on_disconnect=True, is_pre_ping=False)
    raised = None
    for fn in _engine_listeners(conn, "handle_error"):
        try:
            made = fn(told)
        except Exception as problem:
            raised = problem
            break
        if made is not None:
            told.chained_exception = raised = made
    if told.is_disconnect and not is_disconnect:
        if wrapped is not None:
            wrapped.connection_invalidated = True
        _n.conn_lost(conn, orig, bool(told.invalidate_pool_on_disconnect))
    if raised is None:
        return error
    raised.__cause__ = orig
    return raised

"""Listeners of sessions, mappers, instances and attributes; asked by the native code when there are any."""

import sys

from sqlalchemy._run import remembers
from sqlalchemy.util import refuse, symbol

_listeners = {}
_attribute_listeners = {}
remembers(_listeners, _attribute_listeners)
_MAPPER = {
    "before_insert", "after_insert", "before_update", "after_update", "before_delete", "after_delete", "instrument_class",
    "after_mapper_constructed", "before_mapper_configured", "mapper_configured", "before_configured", "after_configured",
}
_TRANSITIONS = {
    "transient_to_pending", "pending_to_transient", "pending_to_persistent", "persistent_to_transient",
    "persistent_to_deleted", "deleted_to_detached", "deleted_to_persistent", "persistent_to_detached",
    "detached_to_persistent", "loaded_as_persistent", "before_attach", "after_attach",
}
_SESSION = {
    "before_flush", "after_flush", "after_flush_postexec", "before_commit", "after_commit", "after_rollback",
    "after_soft_rollback", "after_begin", "after_transaction_create", "after_transaction_end", "do_orm_execute",
    "after_bulk_update", "after_bulk_delete",
} | _TRANSITIONS
# Names that SQLAlchemy knows and that are never called here.
_UNHEARD = {"translate_row"}
_INSTRUMENTATION = {"attribute_instrument", "class_instrument", "class_uninstrument"}
_INSTANCE = {"load", "expire", "refresh", "refresh_flush", "init", "first_init", "init_failure", "pickle", "unpickle"}
_QUERY = {"before_compile", "before_compile_update", "before_compile_delete"}
_REGISTRY = {"before_configured", "after_configured"}
_ATTRIBUTE = {"set", "append", "remove", "bulk_replace", "modified", "init_scalar"}
_UNHEARD_OF_ATTRIBUTES = {"init_collection", "dispose_collection", "append_wo_mutation"}
_NAMES = {
    "before_flush": ("session", "flush_context", "instances"), "after_flush": ("session", "flush_context"),
    "after_flush_postexec": ("session", "flush_context"), "after_begin": ("session", "transaction", "connection"),
    "after_soft_rollback": ("session", "previous_transaction"), "do_orm_execute": ("orm_execute_state",),
    "after_transaction_create": ("session", "transaction"), "after_transaction_end": ("session", "transaction"),
    "load": ("target", "context"), "pickle": ("target", "state_dict"), "unpickle": ("target", "state_dict"), "refresh": ("target", "context", "attrs"),
    "refresh_flush": ("target", "flush_context", "attrs"), "init": ("target", "args", "kwargs"),
    "set": ("target", "value", "oldvalue", "initiator"), "append": ("target", "value", "initiator"),
    "remove": ("target", "value", "initiator"), "bulk_replace": ("target", "values", "initiator"),
    "before_compile": ("query",), "before_compile_update": ("query", "update_context"),
    "before_compile_delete": ("query", "delete_context"), "modified": ("target", "initiator"), "init_scalar": ("target", "value", "dict_"), "expire": ("target", "attrs"),
}


class Listener:
    __slots__ = ("target", "fn", "once", "propagate", "raw", "retval", "named", "is_early")

    def __init__(self, target, fn, once, propagate, raw, retval, named):
        self.target, self.fn, self.once, self.propagate = target, fn, once, propagate
        self.raw, self.retval, self.named = raw, retval, named

    def hears(self, mapper):
        """Whether the listener of a class is meant for instances of a mapper's class."""
        class_ = mapper.class_
        return self.target is object or class_ is self.target or self.propagate and issubclass(class_, self.target)

    def call(self, name, *args):
        if self.named:
            names = _NAMES.get(name) or (("session",) if name in _SESSION and len(args) == 1 else
                                         ("session", "instance") if name in _SESSION else ("mapper", "connection", "target"))
            return self.fn(**dict(zip(names, args)))
        return self.fn(*args)


def _kind_of(target, name):
    """`(listened to, known names)` of a target that is the ORM's."""
    from sqlalchemy.orm.scoping import scoped_session
    from sqlalchemy.orm.decl_api import registry
    from sqlalchemy.orm.session import Session, sessionmaker
    from _sqlalchemy_orm import Mapper

    if isinstance(target, scoped_session):
        target = target.session_factory
        if not isinstance(target, sessionmaker) and not (isinstance(target, type) and issubclass(target, Session)):
            from sqlalchemy import exc

            raise exc.ArgumentError("Session event listen on a scoped_session requires that its creation callable is "
                                    "associated with the Session class.")
    if isinstance(target, sessionmaker):
        target = target.class_
    query = sys.modules.get("sqlalchemy.orm.query")
    if query is not None and isinstance(target, type) and issubclass(target, query.Query):
        return target, _QUERY
    if isinstance(target, registry):
        return target, _REGISTRY
    if target is registry:
        return target, ()
    known = _MAPPER | _INSTANCE | _INSTRUMENTATION
    if name in _REGISTRY and not (isinstance(target, type) and issubclass(target, Mapper)):
        known = known - _REGISTRY
    if name not in known and (
            isinstance(target, Session) or isinstance(target, type) and issubclass(target, Session)):
        return target, _SESSION
    if isinstance(target, Mapper):
        return target.class_, known
    if isinstance(target, type):
        if issubclass(target, Mapper):
            return object, known
        if name in known or "__mapper__" in dir(target) or "_sa_registry" in dir(target):
            return target, known
    elif name in _MAPPER:
        raise AttributeError(f"{type(target).__name__!r} object has no attribute 'dispatch'")
    return None, ()


def listen(target, name, fn, propagate=None, once=False, raw=False, retval=False, named=False, insert=False,
           active_history=False, restore_load_context=False, **kw):
    """Registers a listener; False when the target is not the ORM's."""
    from _sqlalchemy_orm import Attribute, set_listened

    from sqlalchemy.orm.interfaces import MapperProperty

    if isinstance(target, MapperProperty):
        target = getattr(target.parent.class_, target.key)
    if isinstance(target, Attribute):
        if name not in _ATTRIBUTE:
            if name not in _UNHEARD_OF_ATTRIBUTES:
                raise AttributeError(name)
            raise NotImplementedError(f"attribute event {name!r} is not part of the playground yet")
        refuse("listen", include_key=kw.pop("include_key", None))
        if active_history:
            target.parent.mapper._set_active_history(target.key)
        entry = Listener(target.class_, fn, once, propagate, raw, retval, named)
        # Validators are set up with the mapper: who listened before that is asked before them.
        entry.is_early = not target.parent.mapper.configured
        _register(_attribute_listeners.setdefault((target.key, name), []), entry, insert)
        set_listened(None)
        return True
    given = target
    target, known = _kind_of(target, name)
    if target is None:
        return False
    if name in _INSTRUMENTATION:
        propagate = propagate is not False
    if name not in known:
        if name in _UNHEARD and known is not _SESSION:
            raise NotImplementedError(f"event {name!r} is not part of the playground yet")
        raise _unknown(given, name)
    entry = Listener(target, fn, once, propagate, raw, retval, named)
    _register(_listeners.setdefault(name, []), entry, insert)
    set_listened(name)
    if name in ("init", "first_init", "init_failure"):
        from _sqlalchemy_orm import all_mappers

        for mapper in all_mappers():
            wrap_init(mapper)
    return True


def _unknown(target, name):
    from sqlalchemy import exc

    return exc.InvalidRequestError(f"No such event {name!r} for target '{target}'")


def _register(found, entry, insert):
    """A function listens once to an event of a target, however often it is told to."""
    if any(other.target is entry.target and other.fn is entry.fn for other in found):
        return
    found.insert(0, entry) if insert else found.append(entry)


class UOWTransaction:
    """One flush, as its listeners see it."""

    def __init__(self, session):
        self.session = session


class QueryContext:
    """One load, as its listeners see it."""

    def __init__(self, session):
        self.session = session


QueryContext.__module__ = "sqlalchemy.orm.context"
UOWTransaction.__module__ = "sqlalchemy.orm.unitofwork"


def _registered(target, name):
    from _sqlalchemy_orm import Attribute

    if isinstance(target, Attribute):
        return target.class_, _attribute_listeners.get((target.key, name), [])
    return _kind_of(target, name)[0], _listeners.get(name, [])


def remove(target, name, fn):
    """Whether it was removed; None when the target is not the ORM's."""
    target, found = _registered(target, name)
    if target is None:
        return None
    for entry in list(found):
        if entry.target is target and entry.fn is fn:
            found.remove(entry)
            return True
    from sqlalchemy import exc

    raise exc.InvalidRequestError(f"No listeners found for event {target} / {name!r} / {fn} ")


def contains(target, name, fn):
    """Whether it listens; None when the target is not the ORM's."""
    given = target
    target, found = _registered(target, name)
    if target is None:
        return None
    if not found and name not in _kind_of(given, name)[1] and not hasattr(given, "property"):
        raise _unknown(given, name)
    return any(entry.target is target and entry.fn is fn for entry in found)


def listeners_of_session(name, session):
    return [entry for entry in _listeners.get(name, ())
            if entry.target is session or isinstance(entry.target, type) and isinstance(session, entry.target)]


def fire(name, session, mapper, instance, *extra):
    found = _listeners.get(name)
    if not found:
        return
    if name in _SESSION:
        args = (session,)
        if name == "before_flush":
            session.__dict__["_flush_context"] = context = UOWTransaction(session)
            args = (session, context, *extra)
        elif name in ("after_flush", "after_flush_postexec"):
            args = (session, session.__dict__.get("_flush_context") or UOWTransaction(session))
        elif name in _TRANSITIONS:
            args = (session, instance)
        elif extra:
            args = (session, *extra)
        for entry in listeners_of_session(name, session):
            _once(found, entry)
            entry.call(name, *args)
        return
    for entry in list(found):
        if not entry.hears(mapper):
            continue
        _once(found, entry)
        target = _subject(entry, instance)
        if name == "refresh_flush":
            entry.call(name, target, session.__dict__.get("_flush_context") or UOWTransaction(session), *extra)
        elif name == "expire":
            entry.call(name, target, *extra)
        elif name in _INSTANCE:
            # A merged instance was loaded by no query.
            context = None if name == "load" and extra else QueryContext(session)
            entry.call(name, target, context, *(
                frozenset(attrs) if isinstance(attrs, set) else attrs for attrs in extra if name != "load"))
        else:
            entry.call(name, mapper, session._connection(), target)


def fire_mapper(name, mapper, *args):
    """`mapper_configured` and its kin."""
    found = _listeners.get(name, ())
    for entry in list(found):
        if mapper is None or entry.hears(mapper):
            _once(found, entry)
            entry.call(name, *(args if isinstance(entry.target, type) else (entry.target,)))


class BulkUD:
    """`Query.update()` or `Query.delete()`, as its listeners see it."""

    def __init__(self, query, values, update_kwargs):
        self.query, self.values, self.update_kwargs = query, values, update_kwargs


def compiled(name, query, *told):
    """The Query, or what listeners put in its place."""
    found = _listeners.get(name)
    context = BulkUD(query, *told) if found and told else None
    for entry in list(found or ()):
        if isinstance(query, entry.target):
            _once(found, entry)
            answer = entry.call(name, query, *((context,) if told else ()))
            if entry.retval and answer is not None:
                query = answer
                if context is not None:
                    context.query = query
    return query


def fire_pickling(name, mapper, instance, told):
    for entry in list(_listeners.get(name, ())):
        if entry.hears(mapper):
            entry.call(name, _subject(entry, instance), told)


def _once(found, entry):
    if entry.once and entry in found:
        found.remove(entry)


def _subject(entry, instance):
    if not entry.raw:
        return instance
    from _sqlalchemy_orm import state_of

    return state_of(instance)


def wrap_init(mapper):
    """`__init__` of a class tells the listeners of `init`, once they are there."""
    if not any(_listeners.get(name) for name in ("init", "first_init", "init_failure")):
        return
    cls = mapper.class_
    inner = cls.__init__
    if getattr(inner, "_sa_wraps", None) is cls:
        return

    def __init__(self, *args, **kw):
        if type(self) is not cls:
            return inner(self, *args, **kw)
        for name in ("first_init", "init"):
            found = _listeners.get(name, ())
            for entry in list(found):
                if entry.hears(mapper):
                    if name == "first_init":
                        if cls.__dict__.get("_sa_first_init"):
                            continue
                        entry.call(name, mapper, cls)
                    else:
                        _once(found, entry)
                        entry.call(name, _subject(entry, self), args, kw)
            if name == "first_init":
                type.__setattr__(cls, "_sa_first_init", True)
        try:
            return inner(self, *args, **kw)
        except BaseException:
            for entry in list(_listeners.get("init_failure", ())):
                if entry.hears(mapper):
                    entry.call("init_failure", _subject(entry, self), args, kw)
            raise

    __init__._sa_wraps = cls
    __init__.__doc__ = getattr(inner, "__doc__", None)
    type.__setattr__(cls, "__init__", __init__)


OP_REMOVE, OP_APPEND, OP_REPLACE, OP_BULK_REPLACE, OP_MODIFIED = map(
    symbol, "REMOVE APPEND REPLACE BULK_REPLACE MODIFIED".split())


class AttributeEventToken:
    """Where a change of an attribute came from."""

    def __init__(self, class_, key, op):
        self.class_ = class_
        self.key = key
        self.op = op

    @property
    def impl(self):
        return getattr(self.class_, self.key)

    parent_token = impl


def _attribute_entries(instance, key, name, is_early=None):
    found = _attribute_listeners.get((key, name), ())
    for entry in list(found):
        if is_early is not None and entry.is_early is not is_early:
            continue
        if type(instance) is entry.target or entry.propagate and isinstance(instance, entry.target):
            _once(found, entry)
            yield entry


def fire_set(instance, key, value, old, initiator):
    """Validators and listeners of a scalar; gives the value to set."""
    return _validated(instance, key, _ask_set(instance, key, value, old, initiator, True), initiator)


def fire_set_late(instance, key, value, old, initiator):
    return _ask_set(instance, key, value, old, initiator, False)


def _ask_set(instance, key, value, old, initiator, is_early):
    token = AttributeEventToken(type(instance), initiator, OP_REPLACE)
    for entry in _attribute_entries(instance, key, "set", is_early):
        given = entry.call("set", _subject(entry, instance), value, old, token)
        if entry.retval:
            value = given
    return value


def fire_bulk_replace(instance, key, value, initiator):
    """The same of a collection that is replaced as a whole; its members are heard of one by one."""
    token = AttributeEventToken(type(instance), key, OP_BULK_REPLACE)
    members = list(value.values() if isinstance(value, dict) else value)
    for entry in _attribute_entries(instance, key, "bulk_replace", True):
        entry.call("bulk_replace", _subject(entry, instance), members, token)
    checked = [_validated(instance, key, member, initiator) for member in members]
    for entry in _attribute_entries(instance, key, "bulk_replace", False):
        entry.call("bulk_replace", _subject(entry, instance), checked, token)
    if isinstance(value, dict):
        return dict(zip(value, checked))
    return type(value)(checked) if isinstance(value, set) else checked


# Who came before the mapping was configured hears of a change before the other side does, who came later after it.

def _ask_append(instance, key, member, token, is_early):
    for entry in _attribute_entries(instance, key, "append", is_early):
        given = entry.call("append", _subject(entry, instance), member, token)
        if entry.retval:
            member = given
    return member


def fire_bulk_append(instance, key, member, initiator):
    return _ask_append(instance, key, member, AttributeEventToken(type(instance), key, OP_BULK_REPLACE), True)


def fire_bulk_append_late(instance, key, member, initiator):
    return _ask_append(instance, key, member, AttributeEventToken(type(instance), key, OP_BULK_REPLACE), False)


def fire_append(instance, key, member, initiator):
    """Gives the member to append."""
    token = AttributeEventToken(type(instance), initiator, OP_APPEND)
    return _validated(instance, key, _ask_append(instance, key, member, token, True), initiator)


def fire_append_late(instance, key, member, initiator):
    return _ask_append(instance, key, member, AttributeEventToken(type(instance), initiator, OP_APPEND), False)


def _tell_remove(instance, key, member, initiator, is_early):
    if initiator != key:
        # Sets and dictionaries look first whether they have what an echo takes out.
        held = instance.__dict__.get(key)
        if isinstance(held, set) and member not in held or isinstance(held, dict) and member not in held.values():
            return False
    token = AttributeEventToken(type(instance), initiator, OP_REMOVE)
    for entry in _attribute_entries(instance, key, "remove", is_early):
        entry.call("remove", _subject(entry, instance), member, token)
    return True


def fire_remove(instance, key, member, initiator):
    if not _tell_remove(instance, key, member, initiator, True):
        return
    validators = getattr(type(instance), "__sa_validators__", None)
    if validators and key in validators:
        fn, include_removes, include_backrefs = validators[key]
        if include_removes and (include_backrefs or initiator == key):
            fn(instance, key, member, True)


def fire_remove_late(instance, key, member, initiator):
    _tell_remove(instance, key, member, initiator, False)


def fire_init_scalar(instance, key):
    """The value of an attribute that was read before it was set."""
    from sqlalchemy.orm.base import NO_VALUE

    value = None
    for entry in _attribute_entries(instance, key, "init_scalar"):
        given = entry.call("init_scalar", _subject(entry, instance), value, instance.__dict__)
        if entry.retval and given is not NO_VALUE:
            value = given
    return value


def fire_modified(instance, key):
    token = AttributeEventToken(type(instance), key, OP_MODIFIED)
    for entry in _attribute_entries(instance, key, "modified"):
        entry.call("modified", _subject(entry, instance), token)


def _validated(instance, key, value, initiator):
    validators = getattr(type(instance), "__sa_validators__", None)
    if not validators or key not in validators:
        return value
    fn, include_removes, include_backrefs = validators[key]
    if not include_backrefs and initiator != key:
        return value
    return fn(instance, key, value, False) if include_removes else fn(instance, key, value)


def validates(*names, include_removes=False, include_backrefs=True):
    def decorate(fn):
        fn.__sa_validators__ = names, include_removes, include_backrefs
        return fn

    return decorate


def reconstructor(fn):
    """The method runs when an instance is loaded."""
    fn.__sa_reconstructor__ = True
    return fn

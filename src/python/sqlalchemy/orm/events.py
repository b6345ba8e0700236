"""Listeners of sessions, mappers, instances and attributes; asked by the native code when there are any."""

from sqlalchemy.util import refuse

_listeners = {}
_set_listeners = []
_MAPPER = {"before_insert", "after_insert", "before_update", "after_update", "before_delete", "after_delete"}
_TRANSITIONS = {
    "transient_to_pending", "pending_to_transient", "pending_to_persistent", "persistent_to_transient",
    "persistent_to_deleted", "deleted_to_detached", "deleted_to_persistent", "persistent_to_detached",
    "detached_to_persistent",
}
_SESSION = {
    "before_flush", "after_flush", "after_flush_postexec", "before_commit", "after_commit", "after_rollback",
    "after_soft_rollback", "after_begin",
} | _TRANSITIONS
_INSTANCE = {"load", "refresh"}


def listen(target, name, fn, propagate=False, **kw):
    """Registers a listener; False when the target is not the ORM's."""
    from _sqlalchemy_orm import Attribute, Mapper, set_listened

    if isinstance(target, Attribute):
        if name != "set":
            raise NotImplementedError(f"attribute event {name!r} is not part of the playground yet")
        _set_listeners.append((target.class_, target.key, fn, bool(kw.get("retval"))))
        set_listened(False, True)
        return True
    from sqlalchemy.orm.session import Session, sessionmaker

    if isinstance(target, sessionmaker):
        target = target.class_
    is_session = isinstance(target, Session) or isinstance(target, type) and issubclass(target, Session)
    is_mapped = isinstance(target, type) and not is_session and ("__mapper__" in dir(target) or target.__dict__.get("_sa_registry")
                                                              or propagate)
    if isinstance(target, Mapper):
        target, is_mapped = target.class_, True
    if target is Mapper:
        target, is_mapped = object, True
    if not is_session and not is_mapped:
        return False
    known = _SESSION if is_session else _MAPPER | _INSTANCE
    if name not in known:
        raise NotImplementedError(f"event {name!r} is not part of the playground yet")
    _listeners.setdefault(name, []).append((target, fn, bool(kw.get("once")), propagate))
    set_listened(True, False)
    return True


def remove(target, name, fn):
    found = _listeners.get(name, [])
    for entry in list(found):
        if entry[0] is target and entry[1] is fn:
            found.remove(entry)
            return True
    return False


def contains(target, name, fn):
    return any(entry[0] is target and entry[1] is fn for entry in _listeners.get(name, ()))


def fire(name, session, mapper, instance):
    found = _listeners.get(name)
    if not found:
        return
    for entry in list(found):
        target, fn, once, propagate = entry
        if name in _SESSION:
            if session is None or not (target is session or isinstance(target, type) and isinstance(session, target)):
                continue
            if name == "before_flush":
                fn(session, None, None)
            elif name in ("after_flush", "after_flush_postexec"):
                fn(session, None)
            elif name == "after_begin":
                fn(session, session.get_transaction(), session._connection())
            elif name == "after_soft_rollback":
                fn(session, session.get_transaction())
            elif name in _TRANSITIONS:
                fn(session, instance)
            else:
                fn(session)
        elif isinstance(instance, target) and (
                propagate or target is object or "__mapper__" not in target.__dict__ or mapper.class_ is target):
            if name in _INSTANCE:
                fn(instance, None) if name == "load" else fn(instance, None, None)
            else:
                fn(mapper, session._connection(), instance)
        else:
            continue
        if once:
            found.remove(entry)


def fire_set(instance, key, value):
    for class_, name, fn, retval in list(_set_listeners):
        if name == key and isinstance(instance, class_):
            given = fn(instance, value, instance.__dict__.get(key), None)
            if retval:
                value = given
    validators = getattr(type(instance), "__sa_validators__", None)
    if validators and key in validators:
        fn, include_removes, _ = validators[key]
        members = value if isinstance(value, (list, set)) else None
        if members is not None:
            checked = [_validate(fn, instance, key, member, include_removes) for member in members]
            return type(value)(checked) if isinstance(value, set) else checked
        value = _validate(fn, instance, key, value, include_removes)
    return value


def _validate(fn, instance, key, value, include_removes):
    return fn(instance, key, value, False) if include_removes else fn(instance, key, value)


def fire_append(instance, key, member):
    """Validators of a collection; gives the member to append."""
    validators = getattr(type(instance), "__sa_validators__", None)
    if validators and key in validators:
        fn, include_removes, _ = validators[key]
        return _validate(fn, instance, key, member, include_removes)
    return member


def validates(*names, include_removes=False, include_backrefs=True):
    refuse("validates", **{"include_backrefs=False": not include_backrefs})

    def decorate(fn):
        fn.__sa_validators__ = names, include_removes, include_backrefs
        return fn

    return decorate


def reset():
    """Forgets all listeners, between runs."""
    _listeners.clear()
    _set_listeners.clear()

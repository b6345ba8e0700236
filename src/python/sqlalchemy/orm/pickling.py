"""Mapped instances through `pickle`: what their states know travels beside their values."""

import weakref

from sqlalchemy.orm import events
from _sqlalchemy_orm import make_transient, set_committed_value, state_of


def reduce_state(state):
    instance = state.obj()
    mapper = state.mapper
    told = {
        "instance": instance,
        "dict": {key: value for key, value in instance.__dict__.items() if key != "_sa_instance_state"},
        "changed": {key: _old(state, mapper, key) for key in state._committed_keys() if state.has_identity},
    }
    if state.has_identity:
        told["key"] = state.identity_key
    events.fire_pickling("pickle", mapper, instance, told)
    return _new_state, (instance,), told, None, None, _restore


def _old(state, mapper, key):
    _, unchanged, deleted = state._history(key)
    old = [*unchanged, *deleted]
    return old if _is_collection(mapper, key) else old[:1]


def _is_collection(mapper, key):
    return mapper._has_property(key) and mapper._describe(key).get("uselist")


def _new_state(instance):
    return state_of(instance)


def _restore(state, told):
    instance, mapper = told["instance"], state.mapper
    values, now = told["dict"], instance.__dict__
    now.update(values)
    if "key" not in told:
        changed = [key for key in values if mapper._has_property(key) and mapper._describe(key).get("direction")]
        for key in changed:
            del now[key]
    else:
        changed = told["changed"]
        for key, old in changed.items():
            now.pop(key, None)
            if old and not _is_collection(mapper, key):
                now[key] = old[0]
        names = [mapper._key_for_column(column) for column in mapper.primary_key]
        for name, value in zip(names, told["key"][1]):
            now[name] = value
        make_transient(instance, True)
        for key, old in changed.items():
            if _is_collection(mapper, key):
                set_committed_value(instance, key, old)
        for name in names:
            if name not in values:
                del now[name]
    for key in changed:
        if key in values:
            is_collection = _is_collection(mapper, key)
            setattr(instance, key, _plain(values[key]) if is_collection else values[key])
    for key, value in values.items():
        if _is_collection(mapper, key):
            now[key] = value
            value._sa_adapter = (weakref.ref(instance), key)
            if hasattr(type(value), "keyfunc"):
                value.keyfunc = mapper.get_property(key).collection_class().keyfunc
    events.fire_pickling("unpickle", mapper, instance, told)


def _plain(collection):
    kind = next(kind for kind in (list, set, dict) if isinstance(collection, kind))
    return kind(collection)

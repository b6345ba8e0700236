"""`Session.merge`: copies a given instance onto the persistent one of its identity."""

from sqlalchemy import exc
from _sqlalchemy_orm import configure_if_needed, set_committed_value, state_of


def merge(session, instance, load, options):
    return merge_all(session, (instance,), load, options)[0]


def merge_all(session, instances, load, options):
    configure_if_needed()
    if session.autoflush and load:
        session._autoflush()
    was = session.autoflush
    session.autoflush = False
    try:
        done = {}
        return [_merge(session, instance, load, options, done) for instance in instances]
    finally:
        session.autoflush = was


def _merge(session, instance, load, options, done):
    state = state_of(instance)
    if state is None:
        from sqlalchemy.orm.exc import UnmappedInstanceError

        raise UnmappedInstanceError(instance)
    if id(instance) in done:
        return done[id(instance)]
    mapper = state.mapper
    key = state.key
    key_is_persistent = True
    if key is None:
        if not load:
            raise exc.InvalidRequestError(
                "merge() with load=False option does not support objects transient (i.e. unpersisted) objects.  flush() all "
                "changes on mapped instances before merging with load=False.")
        values = mapper.primary_key_from_instance(instance)
        key_is_persistent = all(value is not None for value in values)
    else:
        values = list(key[1])
    if instance in session and key is not None:
        done[id(instance)] = instance
        return instance
    merged = session._lookup(mapper, list(values)) if key_is_persistent else None
    is_new = False
    if merged is None:
        if key_is_persistent and load:
            merged = session._get(mapper, list(values), False, options, False)
        elif not load:
            if state.modified:
                raise exc.InvalidRequestError(
                    "merge() with load=False option does not support objects marked as 'dirty'.  flush() all changes on "
                    "mapped instances before merging with load=False.")
            merged = mapper.class_.__new__(mapper.class_)
            for name, kind in mapper._props():
                if kind == "column" and name in instance.__dict__:
                    set_committed_value(merged, name, instance.__dict__[name])
            from _sqlalchemy_orm import make_transient

            make_transient(merged, True)
            session.add(merged)
    if merged is None:
        merged = mapper.class_.__new__(mapper.class_)
        state_of(merged)
        is_new = True
        session.add(merged)
    done[id(instance)] = merged
    if merged is instance:
        return merged
    if not load:
        return merged
    version = mapper.version_id_col
    if version is not None and not is_new:
        name = mapper._key_for_column(version)
        if name in instance.__dict__ and name in merged.__dict__ and instance.__dict__[name] != merged.__dict__[name]:
            from sqlalchemy.orm.exc import StaleDataError

            raise StaleDataError(
                f"Version id '{instance.__dict__[name]}' on merged state {state_of(merged)._describe()} does not match "
                f"existing version '{merged.__dict__[name]}'. Leave the version attribute unset when merging to update the "
                "most recent version.")
    for name, kind in mapper._props():
        if kind == "column":
            if name in instance.__dict__:
                value = instance.__dict__[name]
                if is_new or name not in merged.__dict__ and not is_new or merged.__dict__.get(name) != value:
                    if getattr(merged, name) != value or is_new:
                        setattr(merged, name, value)
        elif kind == "relationship":
            _merge_relationship(session, mapper, name, instance, merged, load, options, done)
    return merged


def _merge_relationship(session, mapper, name, instance, merged, load, options, done):
    told = mapper._describe(name)
    if told["viewonly"] or not mapper._cascades(name, "merge") or name not in instance.__dict__:
        return
    if told["uselist"]:
        current = instance.__dict__[name]
        members = current.values() if isinstance(current, dict) else current
        getattr(merged, name)
        copies = [_merge(session, member, load, options, done) for member in list(members)]
        if isinstance(current, dict):
            setattr(merged, name, dict(zip(current, copies)))
        else:
            setattr(merged, name, type(current)(copies) if isinstance(current, set) else copies)
        return
    member = instance.__dict__[name]
    copy = None if member is None else _merge(session, member, load, options, done)
    getattr(merged, name)
    setattr(merged, name, copy)

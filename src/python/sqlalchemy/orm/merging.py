"""`Session.merge`: copies a given instance onto the persistent one of its identity."""

from sqlalchemy import exc, util
from sqlalchemy.orm import events
from _sqlalchemy_orm import (
    configure_for, copy_load_options, expire_unmerged, load_for_merge, make_transient, set_committed_value, state_of)


def merge(session, instance, load, options):
    return merge_all(session, (instance,), load, options)[0]


def merge_all(session, instances, load, options):
    for instance in instances:
        configure_for(type(instance))
    if session.autoflush and load:
        session._autoflush()
    was = session.autoflush
    session.autoflush = False
    try:
        run = _Merge(session, load, options)
        return [run.merge(instance) for instance in instances]
    finally:
        session.autoflush = was


class _Merge:
    """One call: what it has copied, by instance and by key, and the relationships that it came along."""

    def __init__(self, session, load, options):
        self.session, self.load, self.options = session, load, options
        self.done = {}
        self.by_key = {}
        self.came_along = set()

    def merge(self, instance):
        state = state_of(instance)
        if state is None:
            from sqlalchemy.orm.exc import UnmappedInstanceError

            raise UnmappedInstanceError(instance)
        if id(instance) in self.done:
            return self.done[id(instance)][1]
        mapper, key = state.mapper, state.key
        if key is None:
            if state.pending and state.session is self.session:
                util.warn(
                    f"Instance {state._describe()} is already pending in this Session yet is being merged again; this is "
                    "probably not what you want to do")
            if not self.load:
                raise exc.InvalidRequestError(
                    "merge() with load=False option does not support objects transient (i.e. unpersisted) objects.  flush() "
                    "all changes on mapped instances before merging with load=False.")
            names = [mapper._key_for_column(column) for column in mapper.primary_key]
            values = [instance.__dict__.get(name) for name in names]
            given = sum(value is not None for value in values)
            is_known = all(name in instance.__dict__ for name in names) and (
                given == len(values) or given and mapper.allow_partial_pks)
        else:
            values = list(key[1])
            is_known = True
        merged, is_new = self._find(instance, state, values, is_known)
        # The instance is kept: its id must not come back.
        self.done[id(instance)] = instance, merged
        if is_known:
            self.by_key[self._identity(mapper, values)] = merged
        if merged is not instance:
            if self.load and not is_new:
                _check_version(mapper, instance, merged)
            copy_load_options(instance, merged)
            for name, kind in mapper._props():
                if kind == "column":
                    self._column(name, instance, merged)
                elif kind == "relationship":
                    self._relationship(mapper, name, instance, merged)
        if is_new and events._listeners.get("load"):
            events.fire("load", self.session, mapper, merged, None)
        return merged

    @staticmethod
    def _identity(mapper, values):
        return mapper.base_mapper, tuple(values)

    def _find(self, instance, state, values, is_known):
        """`(the instance to copy to, whether it is new)`"""
        session, mapper = self.session, state.mapper
        merged = session._lookup(mapper, values) if is_known else None
        if merged is not None:
            return merged, False
        if is_known:
            merged = self.by_key.get(self._identity(mapper, values))
            if merged is None and self.load:
                merged = session._get(mapper, values, False, self.options, False, None, None)
            if merged is not None:
                return merged, False
        merged = mapper.class_.__new__(mapper.class_)
        if self.load:
            state_of(merged)
            session.add(merged, _warn=False)
            return merged, True
        if state.modified:
            raise exc.InvalidRequestError(
                "merge() with load=False option does not support objects marked as 'dirty'.  flush() all changes on "
                "mapped instances before merging with load=False.")
        for name, kind in mapper._props():
            if kind == "column" and name in instance.__dict__:
                set_committed_value(merged, name, instance.__dict__[name])
        make_transient(merged, True)
        session.add(merged, _warn=False)
        return merged, True

    def _column(self, name, instance, merged):
        state = state_of(merged)
        if not state.mapper._has_property(name) and (
                name in instance.__dict__ or state.has_identity and name not in merged.__dict__):
            # The row is of another class of the hierarchy.
            raise KeyError(name)
        if name in instance.__dict__:
            if self.load:
                setattr(merged, name, instance.__dict__[name])
            else:
                set_committed_value(merged, name, instance.__dict__[name])
        elif state_of(merged).has_identity and name not in merged.__dict__:
            expire_unmerged(merged, name)

    def _relationship(self, mapper, name, instance, merged):
        told = mapper._describe(name)
        if self.load and self.came_along and any(
                (id(instance), told["mapper"]._describe(key)["parent"], key) in self.came_along for key in told["reverse"]):
            return
        if name not in instance.__dict__ or not mapper._cascades(name, "merge"):
            return
        current = instance.__dict__[name]
        members = _members(current) if told["uselist"] else [] if current is None else [current]
        copies = []
        if told["uselist"] and self.load:
            load_for_merge(merged, name)
        for member in members:
            self.came_along.add((id(member), told["parent"], name))
            copies.append(self.merge(member))
        if not told["uselist"]:
            value = copies[0] if copies else None
        elif isinstance(current, dict):
            value = dict(zip(current, copies))
        else:
            value = type(current)(copies) if isinstance(current, set) else copies
        if self.load:
            setattr(merged, name, value)
        else:
            set_committed_value(merged, name, value)


def _members(collection):
    return list(collection.values() if isinstance(collection, dict) else collection)


def _check_version(mapper, instance, merged):
    version = mapper.version_id_col
    if version is None:
        return
    name = mapper._key_for_column(version)
    if name in instance.__dict__ and name in merged.__dict__ and instance.__dict__[name] != merged.__dict__[name]:
        from sqlalchemy.orm.exc import StaleDataError

        raise StaleDataError(
            f"Version id '{instance.__dict__[name]}' on merged state {state_of(merged)._describe()} does not match "
            f"existing version '{merged.__dict__[name]}'. Leave the version attribute unset when merging to update the "
            "most recent version.")

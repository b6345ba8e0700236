"""`Session` and its kin: arguments in, calls of the native session, results out."""

import itertools
import sys
import weakref

from sqlalchemy import exc, util
from _sqlalchemy_orm import SessionBase, TransactionBase, make_transient as _make_transient, mapper_of, object_session, state_of
from sqlalchemy.orm import results
from sqlalchemy.sql.column_defaults import DefaultGenerator

_DEFAULT_OPTIONS = {}
_numbers = itertools.count(1)
_sessions = weakref.WeakValueDictionary()


class SessionTransaction(TransactionBase):
    @property
    def parent(self):
        return self._parent

    def connection(self, bindkey, execution_options=None, **kwargs):
        return self._connection_for_bind(self.session.get_bind(bindkey, **kwargs), execution_options)

    def bound_connection(self, bindkey=None, **kwargs):
        bind = self.session.get_bind(bindkey, **kwargs)
        found = self._bound(bind)
        if found is None:
            raise exc.InvalidRequestError(f"This transaction has not acquired a connection for bind {bind!r}")
        return found

    def __enter__(self):
        self._enter()
        return self

    def __exit__(self, type_, value, traceback):
        try:
            if not self.is_active:
                if self._is_open:
                    self.close()
            elif type_ is None:
                try:
                    self.commit()
                except BaseException:
                    if self._is_open:
                        self.rollback()
                    raise
            else:
                self.rollback()
        finally:
            self._leave()
        return False


class _SessionContext:
    """`with sessionmaker.begin() as session`"""

    def __init__(self, session):
        self.session = session

    def __enter__(self):
        self.session.__enter__()
        self.transaction = self.session.begin()
        self.transaction.__enter__()
        return self.session

    def __exit__(self, type_, value, traceback):
        try:
            self.transaction.__exit__(type_, value, traceback)
        finally:
            self.session.close()
        return False


class _NoAutoflush:
    def __init__(self, session):
        self.session = session

    def __enter__(self):
        self.was = self.session.autoflush
        self.session.autoflush = False
        return self.session

    def __exit__(self, *error):
        self.session.autoflush = self.was


class IdentitySet:
    """Instances by identity, in order."""

    __module__ = "sqlalchemy.util._collections_cy"

    def __init__(self, members):
        self._members = list(members)

    def __contains__(self, item):
        return any(item is member for member in self._members)

    def __iter__(self):
        return iter(self._members)

    def __len__(self):
        return len(self._members)

    def __bool__(self):
        return bool(self._members)

    def __eq__(self, other):
        return isinstance(other, IdentitySet) and {id(m) for m in self} == {id(m) for m in other}

    __hash__ = None

    def __repr__(self):
        return f"IdentitySet({self._members!r})"

    def union(self, other):
        return IdentitySet(self._members + [m for m in other if m not in self])


def _for_update(given):
    """What says how rows are locked; SQLite's statements do not show it."""
    if given is None or isinstance(given, bool):
        return bool(given)
    if not isinstance(given, dict):
        raise TypeError(f"ForUpdateArg() argument after ** must be a mapping, not {type(given).__name__}")
    for name in given:
        if name not in ("nowait", "read", "of", "skip_locked", "key_share"):
            raise TypeError(f"ForUpdateArg.__init__() got an unexpected keyword argument {name!r}")
    return given


def _check_names(instance, names):
    state = state_of(instance) if names else None
    if state is not None:
        for name in names:
            if not state.mapper._has_property(name) and name not in state.mapper.composites:
                raise KeyError(name)


def _with_keys(session, instance, names):
    """Where relationships are refreshed, the row of the instance is read for its key."""
    state = state_of(instance)
    keys = [key for key in map(state.mapper._key_for_column, state.mapper.primary_key) if key not in names]
    changed = {key for key in keys if any(state._history(key)[::2])}
    if changed and not session.autoflush:
        raise exc.InvalidRequestError(
            f"Please flush pending primary key changes on attributes {changed} for mapper {state.mapper} before proceeding "
            "with a refresh")
    if not changed and any(state.mapper._has_property(name) and "direction" in state.mapper._describe(name) for name in names):
        return [*keys, *names]
    return names


class Session(SessionBase):
    def __init__(
        self, bind=None, *, autoflush=True, future=True, expire_on_commit=True, autobegin=True, twophase=False,
        binds=None, enable_baked_queries=True, info=None, query_cls=None, autocommit=False,
        join_transaction_mode="conditional_savepoint", close_resets_only=True, execution_options=None,
    ):
        if autocommit:
            raise exc.ArgumentError("autocommit=True is no longer supported")
        if not future:
            raise exc.ArgumentError("The 'future' parameter passed to Session() may only be set to True.")
        if twophase:
            raise NotImplementedError("Session(twophase=True): SQLite has no two-phase transactions")
        self._open(autoflush, expire_on_commit, autobegin, join_transaction_mode)
        self.binds = util.immutabledict()
        self.bind = bind
        for key, value in (binds or {}).items():
            self._add_bind(key, value)
        self.info = dict(info) if info else {}
        self._query_cls = query_cls
        self._close_resets_only = bool(close_resets_only)
        self.execution_options = util.immutabledict(execution_options or {})
        if execution_options:
            self._flag("prepares", True)
        self.hash_key = next(_numbers)
        _sessions[self.hash_key] = self

    autoflush = property(lambda self: self._flag("autoflush", None), lambda self, value: self._flag("autoflush", bool(value)))
    expire_on_commit = property(
        lambda self: self._flag("expire_on_commit", None), lambda self, value: self._flag("expire_on_commit", bool(value)))

    _flushing = property(lambda self: self._flag("flushing", None))

    @property
    def bind(self):
        return self._bind

    @bind.setter
    def bind(self, bind):
        self._bind = bind
        self._set_bind(bind, bool(self.binds) or type(self).get_bind is not Session.get_bind)

    def __enter__(self):
        return self

    def __exit__(self, type_, value, traceback):
        self.close()

    def __contains__(self, instance):
        return self._contains(instance)

    def __iter__(self):
        return iter(list(self._instances("new")) + list(self._instances("all")))

    @property
    def no_autoflush(self):
        return _NoAutoflush(self)

    @property
    def identity_map(self):
        from sqlalchemy.orm.identity import _WeakInstanceDict

        return _WeakInstanceDict(self)

    @property
    def new(self):
        return IdentitySet(self._instances("new"))

    @property
    def dirty(self):
        return IdentitySet(self._instances("dirty"))

    @property
    def deleted(self):
        return IdentitySet(self._instances("deleted"))

    def add_all(self, instances):
        self._warn_in_flush("Session.add_all()")
        for instance in instances:
            self.add(instance, _warn=False)

    def delete(self, instance):
        self._warn_in_flush("Session.delete()")
        self._delete(instance)

    def _delete(self, instance):
        never_loaded = sys.modules.get("sqlalchemy.orm.writeonly")
        if never_loaded is not None and state_of(instance) is not None:
            never_loaded.forget_flushed()
            never_loaded.check_delete(instance)
        super().delete(instance)

    def delete_all(self, instances):
        self._warn_in_flush("Session.delete_all()")
        for instance in instances:
            self._delete(instance)

    def expire(self, instance, attribute_names=None):
        _check_names(instance, attribute_names)
        self._expire(instance, attribute_names)

    def refresh(self, instance, attribute_names=None, with_for_update=None):
        if with_for_update == {}:
            raise exc.ArgumentError(
                "with_for_update should be the boolean value True, or a dictionary with options.  A blank dictionary is "
                "ambiguous.")
        _check_names(instance, attribute_names)
        if attribute_names:
            attribute_names = _with_keys(self, instance, attribute_names)
        self._refresh(instance, attribute_names, _for_update(with_for_update))

    def flush(self, objects=None):
        if objects is not None:
            util.warn_deprecated("The `objects` parameter of `Session.flush` is deprecated", "2.1")
        self._flush(objects)

    def begin(self, nested=False):
        return self._begin(nested)

    def begin_nested(self):
        return self._begin(True)

    def get_transaction(self):
        return self._transaction(False)

    def get_nested_transaction(self):
        return self._transaction(True)

    def close(self):
        self._close()
        if not self._close_resets_only:
            self._flag("closed", True)

    def reset(self):
        self._close()

    def invalidate(self):
        self._invalidate()
        if not self._close_resets_only:
            self._flag("closed", True)

    def connection(self, bind_arguments=None, execution_options=None):
        if not bind_arguments:
            bind = self.get_bind()
        else:
            bind = bind_arguments.pop("bind", None)
            if bind is None:
                bind = self.get_bind(**bind_arguments)
        return self._connection_for_bind(bind, execution_options)

    def _add_bind(self, key, bind):
        from sqlalchemy.orm import routing

        self.binds = util.immutabledict({**self.binds, **routing.targets(key, bind)})
        self.bind = self.bind

    def bind_mapper(self, mapper, bind):
        self._add_bind(mapper, bind)

    def bind_table(self, table, bind):
        self._add_bind(table, bind)

    def get_bind(self, mapper=None, *, clause=None, bind=None, **kw):
        if bind:
            return bind
        if not self.binds and self.bind:
            return self.bind
        from sqlalchemy.orm import routing

        return routing.find(self, mapper, clause)

    def execute(self, statement, params=None, *, execution_options=_DEFAULT_OPTIONS, bind_arguments=None):
        return results.execute(self, statement, params, execution_options, bind_arguments)

    def scalars(self, statement, params=None, *, execution_options=_DEFAULT_OPTIONS, bind_arguments=None):
        return self.execute(
            statement, params, execution_options=execution_options, bind_arguments=bind_arguments).scalars()

    def scalar(self, statement, params=None, *, execution_options=_DEFAULT_OPTIONS, bind_arguments=None):
        if isinstance(statement, DefaultGenerator):
            bind = self.get_bind(clause=statement, **(bind_arguments or {}))
            return self._connection_for_bind(bind).scalar(statement, params or {}, execution_options=execution_options)
        return self.execute(
            statement, params, execution_options=execution_options, bind_arguments=bind_arguments).scalar()

    def get(
        self, entity, ident, *, options=None, populate_existing=False, with_for_update=None, identity_token=None,
        execution_options=_DEFAULT_OPTIONS, bind_arguments=None,
    ):
        util.refuse("Session.get", identity_token=identity_token)
        if populate_existing:
            execution_options = {**execution_options, "populate_existing": True}
        mapper = results.mapper_for(entity)
        if bind_arguments:
            from sqlalchemy import select

            bind_arguments = {**bind_arguments, "clause": select(mapper), "mapper": mapper}
        return self._get(
            mapper, results.identity(mapper, ident), bool(execution_options.get("populate_existing")), options,
            _for_update(with_for_update), bind_arguments or None,
            results.combined_options(self, util.EMPTY_DICT, execution_options))

    def get_one(self, entity, ident, **kw):
        found = self.get(entity, ident, **kw)
        if found is None:
            raise exc.NoResultFound("No row was found when one was required")
        return found

    def merge(self, instance, *, load=True, options=None):
        from sqlalchemy.orm import merging

        self._warn_in_flush("Session.merge()")
        return merging.merge(self, instance, load, options)

    def merge_all(self, instances, *, load=True, options=None):
        from sqlalchemy.orm import merging

        self._warn_in_flush("Session.merge_all()")
        return merging.merge_all(self, instances, load, options)

    def is_modified(self, instance, include_collections=True):
        state = state_of(instance)
        if state is None:
            from sqlalchemy.orm.exc import UnmappedInstanceError

            raise UnmappedInstanceError(instance)
        from sqlalchemy.orm.attributes import known_history

        for key, kind in state.mapper._props():
            if kind == "relationship" and not include_collections and state.mapper._describe(key)["uselist"]:
                continue
            added, _, deleted = known_history(state, key) if kind != "synonym" else ((), (), ())
            if added or deleted:
                return True
        return False

    def query(self, *entities, **kw):
        from sqlalchemy.orm.query import Query

        return (self._query_cls or Query)(entities, self, **kw)

    def bulk_save_objects(self, objects, return_defaults=False, update_changed_only=True, preserve_order=True):
        from sqlalchemy.orm import bulk

        bulk.save_objects(self, objects, return_defaults, update_changed_only, preserve_order)

    def bulk_insert_mappings(self, mapper, mappings, return_defaults=False, render_nulls=False):
        from sqlalchemy.orm import bulk

        bulk.insert_mappings(self, results.mapper_for(mapper), mappings, return_defaults, render_nulls)

    def bulk_update_mappings(self, mapper, mappings):
        from sqlalchemy.orm import bulk

        bulk.update_mappings(self, results.mapper_for(mapper), mappings)

    def enable_relationship_loading(self, obj):
        self._enable_relationship_loading(obj)

    def prepare(self):
        raise exc.InvalidRequestError(
            "'twophase' mode not enabled, or not root transaction; can't prepare.")

    @staticmethod
    def object_session(instance):
        return object_session(instance)

    @classmethod
    def identity_key(cls, class_=None, ident=None, *, instance=None, row=None, identity_token=None):
        from sqlalchemy.orm.util import identity_key

        return identity_key(class_, ident, instance=instance, row=row, identity_token=identity_token)


class sessionmaker:
    __class_getitem__ = util.subscript
    def __init__(
        self, bind=None, *, class_=Session, autoflush=True, expire_on_commit=True, info=None, **kw,
    ):
        kw["bind"] = bind
        kw["autoflush"] = autoflush
        kw["expire_on_commit"] = expire_on_commit
        if info is not None:
            kw["info"] = info
        self.kw = kw
        self.class_ = type(class_.__name__, (class_,), {})

    def begin(self):
        return _SessionContext(self())

    def __call__(self, **local_kw):
        for key, value in self.kw.items():
            if key == "info" and "info" in local_kw:
                merged = dict(value)
                merged.update(local_kw["info"])
                local_kw["info"] = merged
            else:
                local_kw.setdefault(key, value)
        return self.class_(**local_kw)

    def configure(self, **new_kw):
        self.kw.update(new_kw)

    def __repr__(self):
        kw = ", ".join(f"{key}={value!r}" for key, value in self.kw.items())
        return f"{type(self).__name__}(class_={self.class_.__name__!r}, {kw})"


def expect_state(instance):
    if state_of(instance) is None:
        instance._sa_instance_state  # An AttributeError
    return instance


def make_transient(instance):
    _make_transient(expect_state(instance), False)


def make_transient_to_detached(instance):
    _make_transient(expect_state(instance), True)


def close_all_sessions():
    for session in list(_sessions.values()):
        session.close()


__getattr__ = util.later(__name__, {
    "ORMExecuteState": "execution",
})

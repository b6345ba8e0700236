"""Collections that are never loaded as a whole: `lazy="write_only"` and `lazy="dynamic"`.

What is added and removed waits in a collection of its own until the flush; what is in the database is asked for by
statements."""

import weakref

from sqlalchemy import bindparam, delete, exc, insert, select, update, util
from sqlalchemy._run import remembers
from sqlalchemy.engine.result import rows_result
from sqlalchemy.orm.interfaces import ONETOMANY
from sqlalchemy.orm.query import Query
from sqlalchemy.util import warn
from _sqlalchemy_orm import object_session, set_committed_value, state_of

open_collections = []
"""`(weak instance, key)` of collections that hold what waits, or what waited before the last flush."""


def forget_flushed():
    """Collections without changes are not loaded, as before."""
    for entry in list(open_collections):
        instance, key = entry[0](), entry[1]
        if instance is not None and key in instance.__dict__:
            added, _, deleted = state_of(instance)._history(key)
            if added or deleted:
                continue
            del instance.__dict__[key]
        open_collections.remove(entry)


def check_delete(instance):
    """A deletion would have to load what cannot be loaded."""
    mapper = state_of(instance).mapper
    for key, prop in mapper.__dict__.get("_never_loaded", {}).items():
        if prop.lazy == "write_only" and not prop.options["passive_deletes"]:
            attribute = f"{prop.parent.class_.__name__}.{key}"
            raise exc.InvalidRequestError(
                f"Attribute {attribute} can't load the existing state from the database for this operation; full iteration "
                f"is not permitted.  If this is a delete operation, configure passive_deletes=True on the {attribute} "
                "relationship in order to resolve this error.")


def install(mapper):
    """Puts the descriptors of such relationships on a class."""
    found = dict(getattr(mapper.inherits, "__dict__", {}).get("_never_loaded", {}))
    found.update(mapper.__dict__.get("_never_loaded", {}))
    mapper.__dict__["_never_loaded"] = found
    for key, prop in found.items():
        attribute = mapper.class_.__dict__.get(key)
        if attribute is not None and not isinstance(attribute, NeverLoaded):
            type.__setattr__(mapper.class_, key, NeverLoaded(attribute, prop))


class NeverLoaded:
    """The attribute as a class has it; instances give what writes to the collection."""

    is_attribute = True

    def __init__(self, attribute, prop):
        self.attribute, self.prop, self.key = attribute, prop, attribute.key

    def __get__(self, instance, owner):
        if instance is None:
            return self.attribute
        forget_flushed()
        if self.prop.lazy == "dynamic":
            return self._appender()(self, instance)
        return WriteOnlyCollection(self, instance)

    def __set__(self, instance, members):
        forget_flushed()
        if state_of(instance).has_identity:
            if self.prop.lazy != "dynamic":
                raise exc.InvalidRequestError(
                    f'Collection "{self.attribute}" does not support implicit iteration; collection replacement operations '
                    "can't be used")
            kept = {id(member) for member in members}
            for member in list(AppenderQuery(self, instance)):
                if id(member) not in kept:
                    self.change(instance, "remove", member)
            was = {id(member) for member in self.waiting(instance)}
            for member in members:
                if id(member) not in was:
                    self.change(instance, "append", member)
            return
        type(self.attribute).__set__(self.attribute, instance, list(members))

    def _appender(self):
        chosen = self.prop.options["query_class"]
        if chosen is None:
            return AppenderQuery
        known = self.__dict__.get("_made")
        if known is None:
            name = "Appender" + chosen.__name__
            known = self._made = type(name, (AppenderQuery, chosen), {"query_class": chosen, "__module__": __name__})
        return known

    def waiting(self, instance):
        return list(state_of(instance)._history(self.key)[0])

    def change(self, instance, how, member):
        """Adds or removes a member in what waits for the flush."""
        state = state_of(instance)
        if not state.has_identity:
            getattr(self.attribute.__get__(instance, type(instance)), how)(member)
            return
        added, _, deleted = state._history(self.key)
        is_known = any(member is other for other in added)
        if how == "append" and is_known:
            return
        # To be removed a member must have been there.
        gone = [*deleted, *([member] if how == "remove" and not is_known else ())]
        if self.key not in instance.__dict__ or len(gone) != len(deleted):
            set_committed_value(instance, self.key, list(gone))
            collection = instance.__dict__[self.key]
            for other in deleted:
                collection.remove(other)
            for other in added:
                collection.append(other)
        getattr(instance.__dict__[self.key], how)(member)
        if not any(entry[0]() is instance and entry[1] == self.key for entry in open_collections):
            open_collections.append((weakref.ref(instance), self.key))


class _Writer:
    def _add(self, items):
        for item in items:
            self._attribute.change(self.instance, "append", item)

    def add(self, item):
        self._add([item])

    def add_all(self, iterator):
        self._add(iterator)

    def remove(self, item):
        self._attribute.change(self.instance, "remove", item)


def _criteria(attribute, instance):
    """`(WHERE, FROM, ORDER BY)` of what is in the collection."""
    from sqlalchemy.orm import configuration

    prop = attribute.prop
    order = prop.options["order_by"]
    order = [] if order is False or order is None else configuration._Lookup(prop.parent, prop.key).expressions(order)
    froms = (prop.mapper.class_, prop.secondary) if prop.secondary is not None else ()
    return attribute.attribute._relationship_operator("of_parent", instance), froms, order


class WriteOnlyCollection(_Writer):
    """What an instance has for `lazy="write_only"`."""

    __slots__ = ("_attribute", "instance")
    __class_getitem__ = util.subscript

    def __init__(self, attribute, instance):
        self._attribute, self.instance = attribute, instance

    def __iter__(self):
        raise TypeError(
            "WriteOnly collections don't support iteration in-place; to query for collection items, use the select() method "
            "to produce a SQL statement and execute it with session.scalars().")

    def _statement(self, make):
        where, _, _ = _criteria(self._attribute, self.instance)
        return make(self._attribute.prop.mapper.class_).where(where)

    def select(self):
        where, froms, order = _criteria(self._attribute, self.instance)
        statement = select(self._attribute.prop.mapper.class_).where(where)
        if froms:
            statement = statement.select_from(*froms)
        return statement.order_by(*order) if order else statement

    def insert(self):
        prop = self._attribute.prop
        if prop.direction is not ONETOMANY:
            raise exc.InvalidRequestError(
                "Write only bulk INSERT only supported for one-to-many collections; for many-to-many, use a separate bulk "
                "INSERT along with add_all().")
        mapper = state_of(self.instance).mapper
        values = {}
        for source, column in prop.synchronize_pairs:
            name = mapper._key_for_column(source)
            values[column.key] = bindparam(None, callable_=lambda name=name: getattr(self.instance, name))
        return insert(prop.mapper.class_).values(**values)

    def update(self):
        return self._statement(update)

    def delete(self):
        return self._statement(delete)


class AppenderQuery(_Writer, Query):
    """What an instance has for `lazy="dynamic"`: a query that takes members, too."""

    query_class = None

    def __init__(self, attribute, instance):
        self._attribute, self.instance = attribute, instance
        Query.__init__(self, attribute.prop.mapper.class_, object_session(instance))

    @property
    def _statement(self):
        """With the criteria of the instance as it is now: a flush may have come in between."""
        where, froms, order = _criteria(self._attribute, self.instance)
        statement = self.__dict__["_all"].where(where)
        if froms:
            statement = statement.select_from(*froms)
        return statement.order_by(*order) if order else statement

    @_statement.setter
    def _statement(self, statement):
        self.__dict__["_all"] = statement

    def _with(self, statement, *called, **changed):
        if self.session is None:
            from sqlalchemy.orm.exc import DetachedInstanceError

            raise DetachedInstanceError(
                f"Parent instance {state_of(self.instance)._describe()} is not bound to a Session, and no contextual "
                f"session is established; lazy load operation of attribute '{self._attribute.key}' cannot proceed")
        chosen = self.query_class or self.session._query_cls or Query
        made = chosen.__new__(chosen)
        made.__dict__.update(
            {key: value for key, value in self.__dict__.items() if key not in ("_attribute", "instance", "_all")})
        return made._with(statement, *called, **changed)

    def _is_waiting(self):
        """Whether there is nothing but what waits: the instance is new, or its session was left."""
        if self.session is not None and self.session.autoflush and self.instance in self.session:
            self.session._autoflush()
        return self.session is None or not state_of(self.instance).has_identity

    def _run(self):
        if not self._is_waiting():
            return Query._run(self)
        state = state_of(self.instance)
        if state.detached:
            warn(f"Instance {state._describe()} is detached, dynamic relationship cannot return a correct result.   This "
                 "warning will become a DetachedInstanceError in a future release.")
        rows = [(member,) for member in self._attribute.waiting(self.instance)]
        return rows_result([self._attribute.prop.mapper.class_.__name__], rows).scalars()

    def __getitem__(self, item):
        return self._attribute.waiting(self.instance)[item] if self._is_waiting() else Query.__getitem__(self, item)

    def count(self):
        return len(self._attribute.waiting(self.instance)) if self._is_waiting() else Query.count(self)

    def append(self, item):
        self._add([item])

    def extend(self, iterator):
        self._add(iterator)


remembers(open_collections)

"""Mapped attributes in expressions, history, and functions on attributes."""

from typing import NamedTuple

from sqlalchemy import exc, util
from sqlalchemy.inspection import inspect
from sqlalchemy.orm import comparators
from sqlalchemy.orm.events import OP_APPEND, OP_BULK_REPLACE, OP_MODIFIED, OP_REMOVE, OP_REPLACE
from sqlalchemy.orm.base import (
    ATTR_EMPTY, NEVER_SET, NO_VALUE, PASSIVE_NO_FETCH, PASSIVE_NO_INITIALIZE, PASSIVE_NO_RESULT, PASSIVE_OFF,
    LoaderCallableStatus, PassiveFlag)
from sqlalchemy.sql.elements import Null
from sqlalchemy.sql.sqltypes import ARRAY
from sqlalchemy.sql.operators import ColumnOperators, native_name, op_of
from _sqlalchemy_orm import AliasedInsp, Attribute, flag_modified, set_committed_value, state_of


class QueryableAttribute(Attribute, ColumnOperators):
    """An attribute of a mapped class or of an alias of one."""

    __class_getitem__ = util.subscript
    is_attribute = True
    inherit_cache = True

    @property
    def expression(self):
        return self.__clause_element__()

    @property
    def expressions(self):
        return list(self.property.columns)

    @property
    def prop(self):
        from sqlalchemy.orm.inspection import property_of

        return property_of(self.parent.mapper, self.key)

    @property
    def type(self):
        if self._is_relationship:
            raise AttributeError("type")
        return self.__clause_element__().type

    @property
    def comparator(self):
        own = self._own_comparator()
        return self if own is None else own

    def _own_comparator(self):
        return comparators.of(self) if comparators.factories else None

    @property
    def info(self):
        found = None if self._is_relationship else getattr(self.property.columns[0], "info", None)
        return self.property.info if found is None else found

    def operate(self, name, *other, **kw):
        own = self._own_comparator()
        if own is not None:
            return comparators.apply(own, name, *other, **kw)
        if self._is_relationship:
            return self._compared(native_name(name), *other, **kw)
        if other and isinstance(other[0], type) and hasattr(other[0], "__mapper__"):
            raise exc.ArgumentError(f"SQL expression element or literal value expected, got {other[0]!r}.")
        return self.__clause_element__().operate(name, *other, **kw)

    def _compared(self, name, *other, **kw):
        if name not in ("eq", "ne"):
            raise NotImplementedError(op_of(name))
        if isinstance(other[0], Null):
            other = (None,)
        if other[0] is not None:
            if self.property.uselist:
                raise exc.InvalidRequestError(
                    "Can't compare a collection to an object or collection; use contains() to test for membership.")
            if name == "ne" and state_of(other[0]) is None:
                other[0]._sa_instance_state  # An AttributeError
            self._expect_instance(other[0])
        return self._relationship_operator(name, *other, **kw)

    def _expect_instance(self, other):
        if state_of(other) is None:
            raise exc.ArgumentError(
                "Mapped instance expected for relationship comparison to object.   Classes, queries and other SQL "
                f"elements are not accepted in this context; for comparison with a subquery, use {self}.has(**criteria).")

    def reverse_operate(self, name, other, **kw):
        return self.__clause_element__().reverse_operate(name, other, **kw)

    def of_type(self, entity):
        inspect(entity)  # For what is nothing that is mapped
        made = self._relationship_operator("of_type", entity)
        made.__dict__["_of_type"] = entity
        return made

    def and_(self, *criteria):
        if not self._is_relationship:
            return self
        made = self._relationship_operator("and", *criteria)
        made.__dict__.update(self.__dict__)
        return made

    def any(self, *criterion, **kw):
        if not self._is_relationship and isinstance(self.type, ARRAY):
            return self.__clause_element__().any(*(criterion or (None,)), **kw)
        own = self._own_comparator()
        if own is not None:
            return own.any(*criterion, **kw)
        return self._exists("any", criterion, kw)

    def _relationship_operator(self, name, /, *args, **kw):
        if not self._is_relationship:
            class_ = type(self.__clause_element__()).__name__
            raise AttributeError(f"Neither 'Annotated{class_}' object nor 'Comparator' object has an attribute {name!r}")
        return Attribute._relationship_operator(self, name, *args, **kw)

    def _exists(self, name, criterion, kw):
        if kw and comparators.factories:
            more, kw = comparators.keywords(self, kw)
            criterion += more
        if len(criterion) == 1 and criterion[0] is None:
            criterion = ()
        return self._relationship_operator(name, *criterion, **kw)

    def has(self, *criterion, **kw):
        own = self._own_comparator()
        if own is not None:
            return own.has(*criterion, **kw)
        return self._exists("has", criterion, kw)

    def _contains(self, other):
        if self.property.uselist:
            self._expect_instance(other)
        return self._relationship_operator("contains", other)

    def contains(self, other, **kw):
        own = self._own_comparator()
        if own is not None:
            return own.contains(other, **kw)
        if self._is_relationship:
            return self._contains(other)
        return self.__clause_element__().contains(other, **kw)

    def label(self, name):
        return self.__clause_element__().label(name)

    def __str__(self):
        parent = self.parent
        return f"{f'aliased({parent.class_.__name__})' if isinstance(parent, AliasedInsp) else self.class_.__name__}.{self.key}"

    def __eq__(self, other):
        return self.operate("eq", other)

    def __ne__(self, other):
        return self.operate("ne", other)

    def is_(self, other):
        return self.operate("is", other)

    def is_not(self, other):
        return self.operate("is_not", other)

    isnot = is_not

    def _refuse_in(self):
        raise NotImplementedError(
            "in_() not yet supported for relationships.  For a simple many-to-one, use in_() against the set of foreign "
            "key values.")

    def in_(self, other):
        own = self._own_comparator()
        if own is not None:
            return own.in_(other)
        if self._is_relationship:
            self._refuse_in()
        return self.__clause_element__().in_(other)

    def __hash__(self):
        return id(self)

    def __getattr__(self, name):
        if name.startswith("__") or name in ("_sa_option", "_aliased_insp"):
            raise AttributeError(name)
        if name in ("entity", "mapper") and self._is_relationship:
            return getattr(self.property, name)
        own = self._own_comparator()
        if own is not None and hasattr(type(own), name):
            return getattr(own, name)
        try:
            if own is None and self._is_relationship and not name.startswith("_") and not hasattr(ColumnOperators, name):
                raise AttributeError(name)
            return getattr(self.__clause_element__(), name)
        except AttributeError:
            raise AttributeError(
                f"Neither '{type(self).__name__}' object nor '{'Comparator' if own is None else type(own).__name__}' object "
                f"associated with {self} has an attribute '{name}'") from None

    property = prop


class InstrumentedAttribute(QueryableAttribute):
    """The attribute as a mapped class has it."""


def _doc(attribute):
    prop = attribute.property
    if prop.doc is not None or attribute._is_relationship:
        return prop.doc
    return getattr(prop.columns[0], "doc", None)


InstrumentedAttribute.__doc__ = property(_doc)


class _Nowhere:
    """The attribute of a synonym for a name that its class lacks: it fails when it is used."""

    def __init__(self, owner, key, name):
        self.class_, self.key, self._name = owner, key, name

    def __getattr__(self, name):
        return getattr(getattr(self.class_, self._name), name)

    def __str__(self):
        return f"{self.class_.__name__}.{self.key}"


class SynonymDescriptor:
    """Another name for an attribute."""

    is_attribute = True

    def __init__(self, key, name, descriptor=None):
        self.key = key
        self.name = name
        self.descriptor = descriptor

    def __get__(self, instance, owner):
        if instance is not None and self.descriptor is not None:
            return self.descriptor.__get__(instance, owner)
        if instance is not None:
            return getattr(instance, self.name)
        return getattr(owner, self.name) if hasattr(owner, self.name) else _Nowhere(owner, self.key, self.name)

    def __set__(self, instance, value):
        if self.descriptor is not None:
            return self.descriptor.__set__(instance, value)
        setattr(instance, self.name, value)

    def __delete__(self, instance):
        delattr(instance, self.name)


class ConcreteInherited:
    """An attribute of a base class that a class with a table of its own does not map."""

    def __init__(self, key, mapper):
        self.key = key
        self.mapper = mapper

    def _refuse(self):
        raise AttributeError(
            f"Concrete {self.mapper} does not implement attribute {self.key!r} at the instance level.  Add this property "
            f"explicitly to {self.mapper}.")

    def __get__(self, instance, owner):
        if instance is None:
            return self
        self._refuse()

    def __set__(self, instance, value):
        self._refuse()

    def __delete__(self, instance):
        self._refuse()


class History(NamedTuple):
    added: tuple
    unchanged: tuple
    deleted: tuple

    def __bool__(self):
        return bool(self.added or self.deleted)

    def empty(self):
        return not (self.added or self.deleted or self.unchanged)

    def sum(self):
        return list(self.added) + list(self.unchanged) + list(self.deleted)

    def non_deleted(self):
        return list(self.added) + list(self.unchanged)

    def non_added(self):
        return list(self.unchanged) + list(self.deleted)

    def has_changes(self):
        return bool(self.added or self.deleted)


def known_history(state, key):
    """Changes of an attribute; what waits for a collection that is not loaded is none yet."""
    if key not in state.dict and state.mapper._has_property(key):
        told = state.mapper._describe(key)
        if told.get("uselist") and state.has_identity:
            return (), (), ()
    return state._history(key)


def _history(lists, state=None, key=None, loads=False):
    if state is not None and state.mapper._has_property(key) and state.mapper._describe(key).get("uselist"):
        # A collection that was changed has three lists, another one what it holds, if it is there.
        is_there = key in state.dict
        if is_there and key in state._committed_keys():
            return History(*map(list, lists))
        return History((), list(lists[1]) if is_there or loads else (), ())
    return History(*[items if items else () for items in lists])


def get_history(obj, key, passive=PASSIVE_OFF):
    from sqlalchemy.orm.inspection import state_composite

    state = state_of(obj)
    composite = state_composite(state, key)
    if composite is not None:
        return composite.get_history(state)
    loads = bool(passive & PassiveFlag.CALLABLES_OK and passive & PassiveFlag.SQL_OK)
    if loads and key not in obj.__dict__:
        getattr(obj, key)
    return _history(state._history(key), state, key, loads)


def get_attribute(instance, key):
    return getattr(instance, key)


def set_attribute(instance, key, value, initiator=None):
    util.refuse("set_attribute", initiator=initiator)
    setattr(instance, key, value)


def del_attribute(instance, key):
    delattr(instance, key)


def flag_dirty(instance):
    raise NotImplementedError("flag_dirty() is not part of the playground yet")


def instance_state(instance):
    return instance.__dict__["_sa_instance_state"]


def instance_dict(instance):
    return instance.__dict__


__getattr__ = util.later(__name__, {
    "AttributeEventToken": "events",
})

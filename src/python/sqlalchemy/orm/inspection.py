"""`inspect(Model)`: attributes, relationships and keys of a mapper, as named objects."""

import enum

from sqlalchemy import exc


class RelationshipDirection(enum.Enum):
    ONETOMANY = 1
    MANYTOONE = 2
    MANYTOMANY = 3


ONETOMANY = RelationshipDirection.ONETOMANY
MANYTOONE = RelationshipDirection.MANYTOONE
MANYTOMANY = RelationshipDirection.MANYTOMANY


class MapperProperty:
    def __init__(self, mapper, key):
        self._mapper = mapper
        self.key = key
        self.info = {}

    @property
    def parent(self):
        return self._mapper._describe(self.key)["parent"]

    @property
    def class_attribute(self):
        return getattr(self._mapper.class_, self.key)

    def __str__(self):
        return f"{self.parent.class_.__name__}.{self.key}"

    def __repr__(self):
        return f"<{type(self).__name__} at 0x{id(self):x}; {self.key}>"


class ColumnAttr(MapperProperty):
    @property
    def columns(self):
        return list(self._mapper._describe(self.key)["columns"]) or [self.expression]

    @property
    def expression(self):
        return self._mapper._describe(self.key)["expression"]

    @property
    def deferred(self):
        return self._mapper._describe(self.key)["deferred"]


ColumnAttr.__name__ = "MappedColumn"


class RelationshipAttr(MapperProperty):
    def _told(self, name):
        return self._mapper._describe(self.key)[name]

    @property
    def direction(self):
        return RelationshipDirection[self._told("direction")]

    @property
    def mapper(self):
        return self._told("mapper")

    @property
    def entity(self):
        return self._told("mapper")

    @property
    def argument(self):
        return self._told("mapper").class_

    uselist = property(lambda self: self._told("uselist"))
    secondary = property(lambda self: self._told("secondary"))
    primaryjoin = property(lambda self: self._told("primaryjoin"))
    secondaryjoin = property(lambda self: self._told("secondaryjoin"))
    back_populates = property(lambda self: self._told("back_populates"))
    viewonly = property(lambda self: self._told("viewonly"))
    local_remote_pairs = property(lambda self: self._told("local_remote_pairs"))

    @property
    def local_columns(self):
        return {left for left, _ in self._told("local_remote_pairs")}

    @property
    def remote_side(self):
        return {right for _, right in self._told("local_remote_pairs")}


RelationshipAttr.__name__ = "RelationshipProperty"


class SynonymAttr(MapperProperty):
    @property
    def name(self):
        return self._mapper._describe(self.key)["name"]


_KINDS = {"column": ColumnAttr, "expression": ColumnAttr, "relationship": RelationshipAttr, "synonym": SynonymAttr,
          "concrete": MapperProperty}


class ReadOnlyProperties:
    """Named objects in order: by attribute, by key, iterated as values."""

    def __init__(self, items):
        object.__setattr__(self, "_items", items)

    def __getattr__(self, key):
        try:
            return self._items[key]
        except KeyError:
            raise AttributeError(key) from None

    def __getitem__(self, key):
        return self._items[key]

    def __iter__(self):
        return iter(list(self._items.values()))

    def __len__(self):
        return len(self._items)

    def __contains__(self, key):
        return key in self._items

    def keys(self):
        return list(self._items)

    def values(self):
        return list(self._items.values())

    def items(self):
        return list(self._items.items())

    def get(self, key, default=None):
        return self._items.get(key, default)


def property_of(mapper, key):
    for name, kind in mapper._props():
        if name == key:
            return _KINDS[kind](mapper, key)
    raise exc.InvalidRequestError(f"Mapper '{mapper}' has no property '{key}'.")


def _select(mapper, *kinds):
    return ReadOnlyProperties({
        name: _KINDS[kind](mapper, name) for name, kind in mapper._props() if not kinds or kind in kinds})


def attrs(mapper):
    return _select(mapper)


def column_attrs(mapper):
    return _select(mapper, "column", "expression")


def relationships(mapper):
    return _select(mapper, "relationship")


def synonyms(mapper):
    return _select(mapper, "synonym")


def columns(mapper):
    return ReadOnlyProperties({
        name: mapper._describe(name)["columns"][0] for name, kind in mapper._props() if kind == "column"})


def descriptors(mapper):
    found = {}
    for name, _ in mapper._props():
        found[name] = getattr(mapper.class_, name)
    for base in mapper.class_.__mro__:
        for name, value in base.__dict__.items():
            if getattr(value, "is_attribute", False) and name not in found:
                found[name] = value
    return ReadOnlyProperties(found)


class AttributeState:
    """One attribute of one instance: `inspect(obj).attrs.name`."""

    def __init__(self, state, key):
        self.state = state
        self.key = key

    @property
    def value(self):
        return getattr(self.state.object, self.key)

    @property
    def loaded_value(self):
        from sqlalchemy.orm.attributes import NO_VALUE

        return self.state.dict.get(self.key, NO_VALUE)

    @property
    def history(self):
        from sqlalchemy.orm.attributes import _history

        return _history(self.state._history(self.key))

    def load_history(self):
        from sqlalchemy.orm.attributes import get_history

        return get_history(self.state.object, self.key)


def attribute_states(state):
    return ReadOnlyProperties({name: AttributeState(state, name) for name, kind in state.mapper._props() if kind != "synonym"})


def inspect_orm(subject):
    """The mapper of a class, the state of an instance, the entity of an alias; None for anything else."""
    from _sqlalchemy_orm import Attribute, Mapper, configure_if_needed, mapper_of, state_of

    if isinstance(subject, type):
        mapper = mapper_of(subject)
        if mapper is not None:
            configure_if_needed()
        return mapper
    if isinstance(subject, (Mapper, Attribute)):
        return subject
    insp = getattr(subject, "__dict__", {}).get("_aliased_insp")
    if insp is not None:
        return insp
    return state_of(subject)

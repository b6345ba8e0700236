"""`comparator_factory=`: a program's own class for the operators of an attribute, and what such classes derive from."""

import operator

from sqlalchemy._run import remembers
from sqlalchemy.orm.interfaces import PropComparator
from sqlalchemy.sql import operators

factories = {}
"""By mapper and key. While there are none, no attribute asks."""
remembers(factories)

_by_name = {"eq": operator.eq, "ne": operator.ne, "is": operators.is_, "is_not": operators.is_not}


class _Comparator(PropComparator):
    """The operators of one attribute; what a derived class leaves alone does what the attribute does."""

    _attribute = None

    def __init__(self, prop, parentmapper, adapt_to_entity=None):
        self.prop = self.property = prop
        self._parententity = adapt_to_entity or parentmapper
        self._parentmapper = parentmapper
        self._adapt_to_entity = adapt_to_entity

    key = property(lambda self: self.prop.key)
    adapter = property(lambda self: None)

    def operate(self, op, *other, **kw):
        return op(self.__clause_element__(), *other, **kw)

    def reverse_operate(self, op, other, **kw):
        return op(other, self.__clause_element__(), **kw)

    def __clause_element__(self):
        return self._attribute.__clause_element__()


class ColumnComparator(_Comparator):
    @property
    def expressions(self):
        return list(self.prop.columns)


class RelationshipComparator(_Comparator):
    entity = property(lambda self: self.prop.entity)
    mapper = property(lambda self: self.prop.mapper)

    def __eq__(self, other):
        return self._attribute._compared("eq", other)

    def __ne__(self, other):
        return self._attribute._compared("ne", other)

    __hash__ = object.__hash__

    def any(self, *criterion, **kw):
        return self._attribute._exists("any", criterion, kw)

    def has(self, *criterion, **kw):
        return self._attribute._exists("has", criterion, kw)

    def contains(self, other, **kw):
        return self._attribute._contains(other)

    def of_type(self, entity):
        return self._attribute.of_type(entity)

    def and_(self, *criteria):
        return self._attribute.and_(*criteria)

    def in_(self, other):
        return self._attribute._refuse_in()


class CompositeComparator(_Comparator):
    def _asked(name):
        return lambda self, other: self._attribute._compare(name, other)

    __eq__, __ne__, __lt__, __le__, __gt__, __ge__ = map(_asked, ("eq", "ne", "lt", "le", "gt", "ge"))
    __hash__ = object.__hash__
    del _asked

    @property
    def expressions(self):
        return list(self._attribute._columns)


def register(mapper, key, factory):
    factories[mapper, key] = factory


def of(attribute):
    """The comparator of an attribute whose class is the program's, or None."""
    parent = attribute.parent
    mapper = parent.mapper
    for owner in mapper.iterate_to_root():
        factory = factories.get((owner, attribute.key))
        if factory is not None:
            made = factory(attribute.property, mapper, None if parent is mapper else parent)
            made._attribute = attribute
            return made
    return None


def keywords(attribute, given):
    """`any(name="x")`, where the program's class compares `name`: criteria for those, and the rest."""
    entity = attribute.__dict__.get("_of_type") or attribute.property.mapper.class_
    own = {key for mapper in attribute.property.mapper.iterate_to_root() for owner, key in factories if owner is mapper}
    criteria = tuple(getattr(entity, key) == value for key, value in given.items() if key in own)
    return criteria, {key: value for key, value in given.items() if key not in own}


def apply(comparator, op, *other, **kw):
    if isinstance(op, str):
        op = _by_name[op]
    return op(comparator, *other, **kw)


for _name, _class in (
        ("ColumnProperty", ColumnComparator), ("RelationshipProperty", RelationshipComparator),
        ("CompositeProperty", CompositeComparator)):
    _class.__name__, _class.__qualname__ = "Comparator", _name + ".Comparator"

"""What all attributes of a mapped class have in common."""

import enum

from sqlalchemy import util
from sqlalchemy.sql.operators import ColumnOperators


class RelationshipDirection(enum.Enum):
    ONETOMANY = 1
    MANYTOONE = 2
    MANYTOMANY = 3


ONETOMANY = RelationshipDirection.ONETOMANY
MANYTOONE = RelationshipDirection.MANYTOONE
MANYTOMANY = RelationshipDirection.MANYTOMANY


class PropComparator(ColumnOperators):
    """Base of what an attribute of a class does in SQL."""

    __class_getitem__ = util.subscript

class MapperProperty:
    """An attribute of a mapper: `Model.x.property`. Before it is mapped it holds what the program wrote."""

    __class_getitem__ = util.subscript
    is_property = True
    is_mapper = is_attribute = is_selectable = False
    _mapper = key = doc = None

    @property
    def info(self):
        return self.__dict__.setdefault("_info", {})

    comparator_factory = None

    def _attach(self, mapper, key):
        self._mapper = mapper
        self.key = key
        if "comparator_factory" in self.__dict__:
            from sqlalchemy.orm import comparators

            comparators.register(mapper, key, self.comparator_factory)
        return self

    def _compare_by(self, factory):
        if factory is not None:
            self.comparator_factory = factory
        return self

    def _told(self, name):
        if self._mapper is None:
            raise AttributeError(name)
        return self._mapper._describe(self.key)[name]

    @property
    def parent(self):
        return self._told("parent")

    @property
    def class_attribute(self):
        return getattr(self.parent.class_, self.key)

    def __str__(self):
        if self._mapper is None:
            return repr(self)
        return f"{self.parent.class_.__name__}.{self.key}"

    def __repr__(self):
        return "<%s at 0x%x; %s>" % (type(self).__name__, id(self), self.key if self.key is not None else "no key")

"""Annotations that name mapped attributes."""

import enum
from typing import Generic, TypeVar

_T_co = TypeVar("_T_co", covariant=True)


class LoaderCallableStatus(enum.Enum):
    """What reading an attribute without loading gives in place of a value."""

    PASSIVE_NO_RESULT = 0
    PASSIVE_CLASS_MISMATCH = 1
    ATTR_WAS_SET = 2
    ATTR_EMPTY = 3
    NO_VALUE = 4
    NEVER_SET = NO_VALUE


PASSIVE_NO_RESULT, ATTR_EMPTY, NO_VALUE = (
    LoaderCallableStatus.PASSIVE_NO_RESULT, LoaderCallableStatus.ATTR_EMPTY, LoaderCallableStatus.NO_VALUE)
NEVER_SET = NO_VALUE


class _DontSet:
    """A default that leaves the attribute alone."""

    def __repr__(self):
        return "<LoaderCallableStatus.DONT_SET: 5>"


DONT_SET = _DontSet()


class SQLCoreOperations(Generic[_T_co]):
    __slots__ = ()


class ORMDescriptor(Generic[_T_co]):
    __slots__ = ()


class _MappedAnnotationBase(Generic[_T_co]):
    __slots__ = ()


class _MappedBase(ORMDescriptor[_T_co], _MappedAnnotationBase[_T_co]):
    __slots__ = ()


class Mapped(_MappedBase[_T_co]):
    __slots__ = ()


class DynamicMapped(_MappedAnnotationBase[_T_co]):
    __slots__ = ()


class WriteOnlyMapped(_MappedAnnotationBase[_T_co]):
    __slots__ = ()


class Unmapped(_MappedAnnotationBase[_T_co]):
    __slots__ = ()

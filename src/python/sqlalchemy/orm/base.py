"""Annotations that name mapped attributes."""

from typing import Generic, TypeVar

_T_co = TypeVar("_T_co", covariant=True)


class _DontSet:
    """A default that leaves the attribute alone."""

    def __repr__(self):
        return "<LoaderCallableStatus.DONT_SET: 5>"


DONT_SET = _DontSet()


class SQLCoreOperations(Generic[_T_co]):
    __slots__ = ()


class _MappedAnnotationBase(Generic[_T_co]):
    __slots__ = ()


class _MappedBase(_MappedAnnotationBase[_T_co]):
    __slots__ = ()


class Mapped(_MappedBase[_T_co]):
    __slots__ = ()


class DynamicMapped(_MappedAnnotationBase[_T_co]):
    __slots__ = ()


class WriteOnlyMapped(_MappedAnnotationBase[_T_co]):
    __slots__ = ()


class Unmapped(_MappedAnnotationBase[_T_co]):
    __slots__ = ()

"""Annotations that name mapped attributes."""

import enum
from typing import Generic, TypeVar

from sqlalchemy import util

_T_co = TypeVar("_T_co", covariant=True)


class LoaderCallableStatus(enum.Enum):
    """What reading an attribute without loading gives in place of a value."""

    PASSIVE_NO_RESULT = 0
    PASSIVE_CLASS_MISMATCH = 1
    ATTR_WAS_SET = 2
    ATTR_EMPTY = 3
    NO_VALUE = 4
    NEVER_SET = NO_VALUE
    DONT_SET = 5  # A default that leaves the attribute alone


PASSIVE_NO_RESULT, PASSIVE_CLASS_MISMATCH, ATTR_WAS_SET, ATTR_EMPTY, NO_VALUE, DONT_SET = LoaderCallableStatus
NEVER_SET = NO_VALUE


class PassiveFlag(enum.IntFlag):
    """What reading an attribute may do."""

    NO_CHANGE = 0
    CALLABLES_OK = 1
    SQL_OK = 2
    RELATED_OBJECT_OK = 4
    INIT_OK = 8
    NON_PERSISTENT_OK = 16
    LOAD_AGAINST_COMMITTED = 32
    NO_AUTOFLUSH = 64
    NO_RAISE = 128
    DEFERRED_HISTORY_LOAD = 256
    INCLUDE_PENDING_MUTATIONS = 512
    PASSIVE_OFF = 31
    PASSIVE_RETURN_NO_VALUE = 23
    PASSIVE_NO_INITIALIZE = 22
    PASSIVE_NO_FETCH = 29
    PASSIVE_NO_FETCH_RELATED = 27
    PASSIVE_ONLY_PERSISTENT = 15
    PASSIVE_MERGE = 159


globals().update(PassiveFlag.__members__)


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


__getattr__ = util.later(__name__, {
    "instance_state": "attributes", "instance_dict": "attributes", "object_mapper": "util", "class_mapper": "util",
    "RelationshipDirection": "interfaces", "ONETOMANY": "interfaces", "MANYTOONE": "interfaces",
    "MANYTOMANY": "interfaces",
})

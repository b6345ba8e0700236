"""Exceptions of the ORM."""

from sqlalchemy import exc as sa_exc
from sqlalchemy.exc import MultipleResultsFound as MultipleResultsFound
from sqlalchemy.exc import NoResultFound as NoResultFound

NO_STATE = (AttributeError, KeyError)


class StaleDataError(sa_exc.SQLAlchemyError):
    pass


ConcurrentModificationError = StaleDataError


class FlushError(sa_exc.SQLAlchemyError):
    pass


class MappedAnnotationError(sa_exc.ArgumentError):
    pass


class UnmappedError(sa_exc.InvalidRequestError):
    pass


class ObjectDereferencedError(sa_exc.SQLAlchemyError):
    pass


class DetachedInstanceError(sa_exc.SQLAlchemyError):
    code = "bhk3"


def _name_of(cls):
    return f"{cls.__module__}.{cls.__name__}" if hasattr(cls, "__module__") else getattr(cls, "__name__", repr(cls))


class UnmappedInstanceError(UnmappedError):
    def __init__(self, obj, msg=None):
        if not msg:
            msg = f"Class '{_name_of(type(obj))}' is not mapped"
            if isinstance(obj, type):
                msg += f"; was a class ({_name_of(obj)}) supplied where an instance was required?"
        UnmappedError.__init__(self, msg)


class UnmappedClassError(UnmappedError):
    def __init__(self, cls, msg=None):
        if not msg:
            msg = f"Class '{_name_of(cls)}' is not mapped"
        UnmappedError.__init__(self, msg)


class ObjectDeletedError(sa_exc.InvalidRequestError):
    pass


class UnmappedColumnError(sa_exc.InvalidRequestError):
    pass


class LoaderStrategyException(sa_exc.InvalidRequestError):
    pass

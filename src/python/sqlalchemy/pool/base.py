"""The pool classes: names to choose by, and views of an engine's pool."""

import _sqlalchemy as _n

from .. import exc


class ManagesConnection:
    pass


class ConnectionPoolEntry(ManagesConnection):
    pass


class PoolProxiedConnection(ManagesConnection):
    pass


class PoolResetState:
    transaction_was_reset = terminate_only = asyncio_safe = False


class _Record(ConnectionPoolEntry):
    """`connection_record` of pool events."""

    def __init__(self, dbapi_connection):
        self.dbapi_connection = dbapi_connection
        self.info = {}
        self.record_info = {}

    @property
    def driver_connection(self):
        return self.dbapi_connection


_records = {}


def _record_for(dbapi_connection):
    number = dbapi_connection._number()
    if number not in _records:
        _records[number] = _Record(dbapi_connection)
    return _records[number]


class _ConnectionFairy(_n.CheckoutObject, PoolProxiedConnection):
    @property
    def dbapi_connection(self):
        return self._dbapi()

    driver_connection = connection = dbapi_connection

    @property
    def info(self):
        return _record_for(self._dbapi()).info

    @property
    def record_info(self):
        return _record_for(self._dbapi()).record_info

    @property
    def is_valid(self):
        return self._dbapi() is not None

    def cursor(self, *args, **kw):
        return self._dbapi().cursor(*args, **kw)

    def commit(self):
        self._dbapi().commit()

    def rollback(self):
        self._dbapi().rollback()

    def close(self):
        self._close()

    def detach(self):
        self._detach()

    def invalidate(self, e=None, soft=False):
        self._invalidate(soft, None if e is None else f"{e.__class__.__name__}:{e}")

    def __getattr__(self, name):
        dbapi = self._dbapi()
        if dbapi is None:
            raise AttributeError(name)
        return getattr(dbapi, name)


class Pool:
    def __init__(self, *args, **kw):
        raise NotImplementedError(f"a {self.__class__.__name__} without an engine is not part of the playground")


class QueuePool(Pool): pass
class AsyncAdaptedQueuePool(QueuePool): pass
class SingletonThreadPool(Pool): pass
class NullPool(Pool): pass
class StaticPool(Pool): pass
class AssertionPool(Pool): pass


class _EnginePool:
    """Methods of `engine.pool`; the class that is shown is the pool's own."""

    @staticmethod
    def _of(engine):
        cls = engine._pool_class
        made = object.__new__(_VIEWS.setdefault(cls, type(cls.__name__, (_View, cls), {"__module__": "sqlalchemy.pool.impl"})))
        made._native_engine = engine
        return made


_VIEWS = {}


class _View:
    def _get(self, name):
        return _n.engine_attr(self._native_engine, "pool_" + name)

    def status(self):
        return self._get("status")

    def size(self):
        return self._get("size")

    def checkedin(self):
        return self._get("checkedin")

    def checkedout(self):
        return self._get("checkedout")

    def overflow(self):
        return self._get("overflow")

    def connect(self):
        return _n.engine_raw_connection(self._native_engine)

    def dispose(self):
        _n.engine_dispose(self._native_engine, True)

    def recreate(self):
        raise NotImplementedError("Pool.recreate() is not part of the playground")

    def __eq__(self, other):
        return isinstance(other, _View) and other._native_engine is self._native_engine

    __hash__ = object.__hash__

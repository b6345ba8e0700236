"""The kinds of pool."""

from .base import Pool


class QueuePool(Pool):
    _kind = "QueuePool"
    _is_asyncio = False

    def __init__(self, creator, pool_size=5, max_overflow=10, timeout=30.0, use_lifo=False, **kw):
        self._init(creator, dict(pool_size=pool_size, max_overflow=max_overflow, timeout=timeout, use_lifo=use_lifo),
                   **kw)

    size, checkedin, checkedout, overflow = (
        Pool._size, Pool._checkedin, Pool._checkedout, Pool._get_overflow)

    def timeout(self):
        return self._own["timeout"]


class AsyncAdaptedQueuePool(QueuePool):
    _kind = "AsyncAdaptedQueuePool"
    _is_asyncio = True


class SingletonThreadPool(Pool):
    _kind = "SingletonThreadPool"
    _is_asyncio = False

    def __init__(self, creator, pool_size=5, **kw):
        self.size = pool_size
        self._init(creator, dict(pool_size=pool_size), **kw)


class NullPool(Pool):
    _kind = "NullPool"


class StaticPool(Pool):
    _kind = "StaticPool"


class AssertionPool(Pool):
    _kind = "AssertionPool"

    def __init__(self, creator, *, store_traceback=True, **kw):
        self._init(creator, dict(store_traceback=store_traceback), **kw)


FallbackAsyncAdaptedQueuePool = AsyncAdaptedQueuePool

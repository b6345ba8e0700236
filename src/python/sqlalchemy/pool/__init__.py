"""Connection pools."""

from .base import (
    AssertionPool, AsyncAdaptedQueuePool, NullPool, Pool, PoolProxiedConnection, PoolResetState, QueuePool,
    SingletonThreadPool, StaticPool, _ConnectionFairy, _EnginePool, ManagesConnection, ConnectionPoolEntry)

FallbackAsyncAdaptedQueuePool = AsyncAdaptedQueuePool

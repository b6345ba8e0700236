"""Connection pools."""

from .base import (
    ConnectionPoolEntry, ManagesConnection, Pool, PoolProxiedConnection, PoolResetState, _ConnectionFairy,
    _ConnectionRecord)
from .impl import (
    AssertionPool, AsyncAdaptedQueuePool, FallbackAsyncAdaptedQueuePool, NullPool, QueuePool, SingletonThreadPool,
    StaticPool)

"""Names that programs import for annotations."""


import enum


class CacheStats(enum.Enum):
    CACHE_HIT, CACHE_MISS, CACHING_DISABLED, NO_CACHE_KEY, NO_DIALECT_SUPPORT = range(5)


class ExecuteStyle(enum.IntEnum):
    EXECUTE, EXECUTEMANY, INSERTMANYVALUES = range(3)


class Dialect: pass
class ExecutionContext: pass
class CreateEnginePlugin: pass
class AdaptedConnection: pass
class TypeCompiler: pass
class Compiled: pass
class DBAPIConnection: pass
class DBAPICursor: pass
class BindTyping: pass


class ExceptionContext:
    """What `handle_error` listeners get; `chained_exception` is there once a listener gave one."""


class ExceptionContextImpl(ExceptionContext):
    def __init__(self, **kw):
        self.__dict__.update(kw)

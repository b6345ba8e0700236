"""Names that programs import for annotations."""


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
    """What `handle_error` listeners get."""

    def __init__(self, **kw):
        self.__dict__.update(kw)

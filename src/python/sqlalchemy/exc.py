"""Exceptions: the hierarchy, texts and codes of SQLAlchemy."""

_version_token = "21"


class HasDescriptionCode:
    code = None

    def __init__(self, *arg, **kw):
        code = kw.pop("code", None)
        if code is not None:
            self.code = code
        super().__init__(*arg, **kw)

    _what_are_we = "error"

    def _code_str(self):
        if not self.code:
            return ""
        return f"(Background on this {self._what_are_we} at: https://sqlalche.me/e/{_version_token}/{self.code})"

    def __str__(self):
        message = super().__str__()
        if self.code:
            message = "%s %s" % (message, self._code_str())
        return message


class SQLAlchemyError(HasDescriptionCode, Exception):
    def _message(self):
        if len(self.args) == 1:
            text = self.args[0]
            return text.decode("utf-8", "backslashreplace") if isinstance(text, bytes) else str(text)
        return str(self.args)

    def _sql_message(self):
        message = self._message()
        if self.code:
            message = "%s %s" % (message, self._code_str())
        return message

    def __str__(self):
        return self._sql_message()


class EmulatedDBAPIException(Exception):
    def __init__(self, message, orig=None):
        super().__init__(message)
        self.orig = orig

    @property
    def driver_exception(self):
        if self.orig is None:
            raise ValueError("No original exception is present.  Was this EmulatedDBAPIException constructed without a driver error?")
        return self.orig


class ArgumentError(SQLAlchemyError): pass
class DuplicateColumnError(ArgumentError): pass


class ObjectNotExecutableError(ArgumentError):
    def __init__(self, target):
        super().__init__(f"Not an executable object: {target!r}")
        self.target = target

    def __reduce__(self):
        return self.__class__, (self.target,)


class NoSuchModuleError(ArgumentError): pass
class NoForeignKeysError(ArgumentError): pass
class AmbiguousForeignKeysError(ArgumentError): pass
class ConstraintColumnNotFoundError(ArgumentError): pass


class CircularDependencyError(SQLAlchemyError):
    def __init__(self, message, cycles=(), edges=(), msg=None, code=None):
        if msg is not None:
            message = msg
        elif cycles:
            message += " (%s)" % ", ".join(repr(s) for s in cycles)
        SQLAlchemyError.__init__(self, message, code=code)
        self.cycles = cycles
        self.edges = edges

    def __reduce__(self):
        return (self.__class__, (None, self.cycles, self.edges, self.args[0]),
                {"code": self.code} if self.code is not None else {})


class CompileError(SQLAlchemyError): pass


class UnsupportedCompilationError(CompileError):
    code = "l7de"

    def __init__(self, compiler, element_type, message=None):
        super().__init__("Compiler %r can't render element of type %s%s" % (
            compiler, element_type, ": %s" % message if message else ""))
        self.compiler = compiler
        self.element_type = element_type
        self.message = message

    def __reduce__(self):
        return self.__class__, (self.compiler, self.element_type, self.message)


def _unsupported_compilation(message):
    made = UnsupportedCompilationError.__new__(UnsupportedCompilationError, message)
    SQLAlchemyError.__init__(made, message)
    return made


class IdentifierError(SQLAlchemyError): pass


class DisconnectionError(SQLAlchemyError):
    invalidate_pool = False


class InvalidatePoolError(DisconnectionError):
    invalidate_pool = True


class TimeoutError(SQLAlchemyError): pass
class InvalidRequestError(SQLAlchemyError): pass
class IllegalStateChangeError(InvalidRequestError): pass
class NoInspectionAvailable(InvalidRequestError): pass
class NoDBAPILoaded(InvalidRequestError): pass
class PendingRollbackError(InvalidRequestError): pass
class ResourceClosedError(InvalidRequestError): pass
class NoSuchColumnError(InvalidRequestError, KeyError): pass
class AmbiguousColumnError(InvalidRequestError): pass
class NoResultFound(InvalidRequestError): pass
class MultipleResultsFound(InvalidRequestError): pass
class NoReferenceError(InvalidRequestError): pass


class AwaitRequired(InvalidRequestError):
    code = "xd1r"


class MissingGreenlet(InvalidRequestError):
    code = "xd2s"


class NoReferencedTableError(NoReferenceError):
    def __init__(self, message, tname):
        NoReferenceError.__init__(self, message)
        self.table_name = tname

    def __reduce__(self):
        return self.__class__, (self.args[0], self.table_name)


class NoReferencedColumnError(NoReferenceError):
    def __init__(self, message, tname, cname):
        NoReferenceError.__init__(self, message)
        self.table_name = tname
        self.column_name = cname

    def __reduce__(self):
        return self.__class__, (self.args[0], self.table_name, self.column_name)


class NoSuchTableError(InvalidRequestError): pass
class UnreflectableTableError(InvalidRequestError): pass
class UnboundExecutionError(InvalidRequestError): pass
class DontWrapMixin: pass


class StatementError(SQLAlchemyError):
    statement = None
    params = None
    orig = None
    ismulti = None
    connection_invalidated = False

    def __init__(self, message, statement, params, orig, hide_parameters=False, code=None, ismulti=None):
        SQLAlchemyError.__init__(self, message, code=code)
        self.statement = statement
        self.params = params
        self.orig = orig
        self.ismulti = ismulti
        self.hide_parameters = hide_parameters
        self.detail = []

    def __reduce__(self):
        return self.__class__, (self.args[0], self.statement, self.params, self.orig, self.hide_parameters,
                                self.__dict__.get("code"), self.ismulti), {"detail": self.detail}

    def add_detail(self, msg):
        self.detail.append(msg)

    def _sql_message(self):
        details = [self._message()]
        if self.statement:
            details.append("[SQL: %s]" % self.statement)
            if self.params:
                if self.hide_parameters:
                    details.append("[SQL parameters hidden due to hide_parameters=True]")
                else:
                    from _sqlalchemy import repr_params
                    details.append("[parameters: %s]" % repr_params(self.params, self.ismulti))
        code_str = self._code_str()
        if code_str:
            details.append(code_str)
        return "\n".join(["(%s)" % det for det in self.detail] + details)


class DBAPIError(StatementError):
    code = "dbapi"

    @classmethod
    def instance(cls, statement, params, orig, dbapi_base_err, hide_parameters=False,
                 connection_invalidated=False, dialect=None, ismulti=None):
        if isinstance(orig, DontWrapMixin) or not isinstance(orig, Exception):
            return orig
        if isinstance(orig, SQLAlchemyError) or not isinstance(orig, dbapi_base_err):
            return _wrap_statement_error(orig, statement, params, hide_parameters, ismulti)
        for super_ in orig.__class__.__mro__:
            found = globals().get(super_.__name__)
            if found is not None and issubclass(found, DBAPIError):
                cls = found
                break
        return cls(statement, params, orig, hide_parameters, connection_invalidated, code=cls.code, ismulti=ismulti)

    def __init__(self, statement, params, orig, hide_parameters=False, connection_invalidated=False,
                 code=None, ismulti=None):
        try:
            text = str(orig)
        except Exception as e:
            text = "Error in str() of DB-API-generated exception: " + str(e)
        StatementError.__init__(
            self, "(%s.%s) %s" % (orig.__class__.__module__, orig.__class__.__name__, text),
            statement, params, orig, hide_parameters, code=code, ismulti=ismulti)
        self.connection_invalidated = connection_invalidated

    def __reduce__(self):
        return self.__class__, (self.statement, self.params, self.orig, self.hide_parameters,
                                self.connection_invalidated, self.__dict__.get("code"), self.ismulti), {
                                    "detail": self.detail}

    @property
    def driver_exception(self):
        if self.orig is None:
            raise ValueError("No original exception is present.  Was this DBAPIError constructed without a driver error?")
        if isinstance(self.orig, EmulatedDBAPIException):
            return self.orig.driver_exception
        return self.orig


def _wrap_statement_error(orig, statement, params, hide_parameters, ismulti):
    if isinstance(orig, DontWrapMixin) or not isinstance(orig, Exception) or not statement:
        return orig
    if isinstance(orig, StatementError):
        return orig
    name = "%s.%s" % (orig.__class__.__module__, orig.__class__.__name__)
    if isinstance(orig, SQLAlchemyError):
        return StatementError("(%s) %s" % (name, orig.args[0]), statement, params, orig,
                              hide_parameters=hide_parameters, code=orig.code, ismulti=ismulti)
    return StatementError("(%s) %s" % (name, orig), statement, params, orig,
                          hide_parameters=hide_parameters, ismulti=ismulti)


class InterfaceError(DBAPIError):
    code = "rvf5"


class DatabaseError(DBAPIError):
    code = "4xp6"


class DataError(DatabaseError):
    code = "9h9h"


class OperationalError(DatabaseError):
    code = "e3q8"


class IntegrityError(DatabaseError):
    code = "gkpj"


class InternalError(DatabaseError):
    code = "2j85"


class ProgrammingError(DatabaseError):
    code = "f405"


class NotSupportedError(DatabaseError):
    code = "tw8g"


class SADeprecationWarning(HasDescriptionCode, DeprecationWarning):
    deprecated_since = None
    _what_are_we = "warning"


class Base20DeprecationWarning(SADeprecationWarning):
    deprecated_since = "1.4"

    def __str__(self):
        return super().__str__() + " (Background on SQLAlchemy 2.0 at: https://sqlalche.me/e/b8d9)"


class LegacyAPIWarning(Base20DeprecationWarning): pass
class MovedIn20Warning(Base20DeprecationWarning): pass


class SATestSuiteWarning(Warning):
    pass


class SAPendingDeprecationWarning(PendingDeprecationWarning):
    deprecated_since = None


class SAWarning(HasDescriptionCode, RuntimeWarning):
    _what_are_we = "warning"

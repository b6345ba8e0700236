"""Every class of sqlalchemy.exc: its bases, its code, and how an instance prints."""
from sqlalchemy import exc

for name in sorted(n for n in dir(exc) if not n.startswith("_")):
    cls = getattr(exc, name)
    if not isinstance(cls, type) or not issubclass(cls, (Exception, Warning)) or not cls.__module__.startswith("sqlalchemy"):
        continue
    print(name, [b.__name__ for b in cls.__bases__], getattr(cls, "code", "-"), issubclass(cls, exc.SQLAlchemyError))
for cls in exc.SQLAlchemyError, exc.ArgumentError, exc.InvalidRequestError, exc.NoResultFound, exc.CompileError, exc.TimeoutError, exc.ObjectNotExecutableError, exc.NoSuchModuleError, exc.PendingRollbackError:
    for args, kw in [((), {}), (("one",), {}), (("one", 2), {}), (("text",), {"code": "abcd"})]:
        try:
            e = cls(*args, **kw)
            print(cls.__name__, repr(str(e)), e.args, e.code)
        except TypeError as err:
            print(cls.__name__, args, kw, "TypeError")
for make in (
    lambda: exc.NoSuchTableError("users"),
    lambda: exc.NoForeignKeysError("m"),
    lambda: exc.AmbiguousForeignKeysError("m"),
    lambda: exc.CircularDependencyError("loop", ["a", "b"], [("a", "b")]),
    lambda: exc.CircularDependencyError("loop", ["a"], [], msg="given"),
    lambda: exc.NoReferencedTableError("m", "t"),
    lambda: exc.NoReferencedColumnError("m", "t", "c"),
    lambda: exc.UnsupportedCompilationError("compiler", int),
    lambda: exc.UnsupportedCompilationError("compiler", int, "more"),
    lambda: exc.UnreflectableTableError("m"),
    lambda: exc.DuplicateColumnError("m"),
    lambda: exc.ResourceClosedError("m"),
    lambda: exc.MultipleResultsFound("m"),
    lambda: exc.InvalidatePoolError("m"),
    lambda: exc.DisconnectionError("m"),
    lambda: exc.IllegalStateChangeError("m"),
    lambda: exc.AwaitRequired("m"),
    lambda: exc.MissingGreenlet("m"),
    lambda: exc.IdentifierError("m"),
    lambda: exc.NoInspectionAvailable("m"),
    lambda: exc.ConstraintColumnNotFoundError("m"),
    lambda: exc.SADeprecationWarning("m", code="x1"),
    lambda: exc.SAWarning("m"),
    lambda: exc.MovedIn20Warning("m"),
):
    try:
        e = make()
        print(type(e).__name__, repr(str(e)), {k: v for k, v in sorted(vars(e).items())}, isinstance(e, KeyError), isinstance(e, LookupError))
    except Exception as err:
        print(type(err).__name__)

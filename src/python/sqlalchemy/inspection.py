"""`inspect`."""

from . import exc

_orm = []


def register(inspector):
    """The ORM's inspector: returns None for what is not its own."""
    _orm.append(inspector)


def inspect(subject, raiseerr=True):
    from .engine.base import Connection, Engine
    if isinstance(subject, (Engine, Connection)):
        from .engine.reflection import Inspector
        return Inspector._construct(subject)
    if type(subject).__module__ == "sqlalchemy.engine.reflection":
        return subject
    for inspector in _orm:
        found = inspector(subject)
        if found is not None:
            return found
    import sys
    if "sqlalchemy.orm" in sys.modules:
        from .orm import inspection
        look = getattr(inspection, "inspect_orm", None)
        if look is not None:
            found = look(subject)
            if found is not None:
                return found
        origin = getattr(subject, "__origin__", None)
        if isinstance(origin, type):
            # A generic class with its arguments
            return inspect(origin, raiseerr)
    from .sql.base import ClauseElement
    from .sql.schema import SchemaItem
    if isinstance(subject, (ClauseElement, SchemaItem)):
        return subject
    if raiseerr:
        raise exc.NoInspectionAvailable(
            "No inspection system is available for object of type %s" % type(subject))
    return None

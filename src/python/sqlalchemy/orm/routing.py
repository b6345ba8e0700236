"""Which engine a session of several uses: by class, by table, by statement."""

from sqlalchemy import exc
from sqlalchemy.inspection import inspect
from sqlalchemy.orm.exc import UnmappedClassError
from sqlalchemy.sql import visitors
from sqlalchemy.sql.selectable import TableClause
from _sqlalchemy_orm import Mapper


def targets(key, bind):
    """What is looked up for one entry of `Session.binds`."""
    try:
        found = inspect(key)
    except exc.NoInspectionAvailable as error:
        if isinstance(key, type):
            return {key: bind}
        raise exc.ArgumentError(f"Not an acceptable bind target: {key}") from error
    if isinstance(found, TableClause):
        return {found: bind}
    if isinstance(found, Mapper):
        return {found.class_: bind, **{table: bind for table in _all_tables(found)}}
    raise exc.ArgumentError(f"Not an acceptable bind target: {key}")


def _all_tables(mapper):
    return [table for it in mapper.base_mapper.self_and_descendants for table in it.tables]


def find(session, mapper, clause):
    """`Session.get_bind()` where it takes more than a look at `Session.bind`."""
    if mapper is None and clause is None:
        if session.bind:
            return session.bind
        raise exc.UnboundExecutionError(
            "This session is not bound to a single Engine or Connection, and no context was provided to locate a binding.")
    if mapper is not None:
        try:
            mapper = inspect(mapper)
        except exc.NoInspectionAvailable as error:
            if isinstance(mapper, type):
                raise UnmappedClassError(mapper) from error
            raise
    given = clause
    binds = session.binds
    if binds:
        if mapper is not None:
            for class_ in mapper.class_.__mro__:
                if class_ in binds:
                    return binds[class_]
            if clause is None:
                given = clause = mapper.persist_selectable
        if clause is not None:
            from sqlalchemy.orm.execution import subject

            found = subject(clause)[0]
            for class_ in found.class_.__mro__ if found is not None else ():
                if class_ in binds:
                    return binds[class_]
            parts = (clause,) if hasattr(clause, "get_children") else (clause.select, clause.statement)
            for element in (element for part in parts for element in visitors.iterate(part)):
                if element in binds:
                    return binds[element]
    if session.bind:
        return session.bind
    context = []
    if mapper is not None:
        context.append(f"mapper {mapper}")
    if given is not None:
        context.append("SQL expression")
    raise exc.UnboundExecutionError(f"Could not locate a bind configured on {', '.join(context)} or this Session.")


def arguments(session, statement, bind_arguments):
    """What `get_bind()` is asked with for a statement."""
    from sqlalchemy.orm.execution import subject

    mapper, is_orm = subject(statement)
    if not is_orm:
        return {"clause": statement, **(bind_arguments or {})}
    found = {**(bind_arguments or {}), "clause": statement}
    if mapper is not None:
        found["mapper"] = mapper
    return found

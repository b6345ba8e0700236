"""Attributes of a class body: what the annotation of each adds to what stands at its right."""

from collections.abc import Collection

from sqlalchemy import Column, Identity, exc, util
from sqlalchemy.orm import annotations as _annotations
from sqlalchemy.orm import declarative_checks as checks
from sqlalchemy.orm import exc as orm_exc
from sqlalchemy.orm import inheritance, type_map
from sqlalchemy.orm.base import DynamicMapped, Unmapped, WriteOnlyMapped
from sqlalchemy.orm.properties import (
    _MISSING, ColumnProperty, MappedColumn, Synonym, UnmappedColumn, _Declared, mapped_column, unmapped_column)
from sqlalchemy.orm.relationships import RelationshipProperty
from _sqlalchemy_orm import name_column


def with_annotation(reg, cls, base, name, value, raw):
    """The attribute of a name, with what its annotation adds; `_MISSING` when it is none."""
    described = _annotations.describe(raw, cls) if raw is not _MISSING else None
    if value is _MISSING and "__table__" in cls.__dict__ and (base is not cls or described is not None):
        # The table has its columns.
        return _MISSING
    if described is None:
        if raw is not _MISSING:
            checks.refuse_plain_annotation(cls, base, name, value, raw)
        if isinstance(value, tuple) and len(value) == 1 and isinstance(value[0], (_Declared, Column)):
            util.warn(
                f"Ignoring declarative-like tuple value of attribute '{name}': possibly a copy-and-paste error with a "
                "comma accidentally placed at the end of the line?")
            return _MISSING
        if isinstance(value, MappedColumn):
            if value.type is None and not value.has_foreign_key and value.__dict__.get("_column") is None:
                checks.require_annotation(cls, name, "MappedColumn")
            inheritance.use_existing_column(cls, name, value)
            value.make_column(name, None, None)
            return value
        if isinstance(value, RelationshipProperty) and value.argument is None:
            checks.require_annotation(cls, name, "Relationship")
        if isinstance(value, Column):
            if value.name is None:
                name_column(value, name, None)
            return value
        if isinstance(value, _Declared) and hasattr(value, "attrs"):
            from sqlalchemy.orm import composites

            return composites.declare(reg, cls, name, value, None)
        if isinstance(value, ColumnProperty):
            return _with_plain_columns(name, value)
        return value if isinstance(value, _Declared) else _MISSING
    checks.check_unmapped(cls, base, name, value, described.wrapper)
    if isinstance(value, RelationshipProperty):
        if described.wrapper in (DynamicMapped, WriteOnlyMapped):
            value.options["lazy"] = "dynamic" if described.wrapper is DynamicMapped else "write_only"
            value.options["uselist"] = True
        return _annotated_relationship(cls, name, value, described)
    if isinstance(value, ColumnProperty):
        return _with_plain_columns(name, value)
    if isinstance(value, Synonym):
        return value
    if isinstance(value, _Declared) and not isinstance(value, MappedColumn):
        from sqlalchemy.orm import composites

        return composites.declare(reg, cls, name, value, described)
    if value is not _MISSING and not isinstance(value, (MappedColumn, Column)):
        if isinstance(value, _Declared) or not _is_plain_default(value):
            return _MISSING
    if isinstance(value, Column):
        if value.name is None:
            name_column(value, name, None)
        return value
    is_bare = not isinstance(value, MappedColumn)
    if is_bare:
        value = unmapped_column() if described.wrapper is Unmapped else mapped_column()
    made = _annotated_column(reg, cls, name, value, described, is_bare)
    if isinstance(made, UnmappedColumn):
        checks.check_unmapped_arguments(cls, name, made)
    return made


def _is_plain_default(value):
    return isinstance(value, (int, float, str, bytes, bool, type(None)))


def _annotated_relationship(cls, name, value, described):
    target, collection, _ = _annotations.related(described.argument, described.namespace, cls)
    options = value.options
    if options["collection_class"] is None and isinstance(collection, type) and getattr(
            collection, "__abstractmethods__", None) and issubclass(collection, Collection):
        raise exc.ArgumentError(
            f"Collection annotation type {collection} cannot be instantiated; please provide an explicit 'collection_class' "
            "parameter (e.g. list, set, etc.) to the relationship() function to accompany this annotation")
    if collection is not None and not (isinstance(collection, type) and issubclass(collection, Collection)):
        collection = None
    if value.argument is None:
        value.argument = target
    if collection is not None:
        if options["collection_class"] is None:
            if collection is list:
                options["annotated_list"] = True
            else:
                options["collection_class"] = collection
    elif options["uselist"] is None:
        options["uselist"] = False
    return value


def _annotated_column(reg, cls, name, column, described, is_bare):
    argument = _annotations.resolve_deeply(described.argument, described.namespace, cls)
    unknown = _annotations.unresolved(argument)
    if unknown is not None and argument is not unknown and is_bare:
        raise NameError(f"Could not de-stringify annotation {unknown!r}")
    return annotate_column(reg, cls, name, column, argument, described.raw)


def annotate_column(reg, cls, name, column, argument, raw):
    """The column with the type and nullability of a Python type, and what Annotated brings."""
    asked = type_map.Asked(argument)
    if _annotations.unresolved(argument) is not None:
        if column.type is None and not column.has_foreign_key:
            raise orm_exc.MappedAnnotationError(
                f'Could not resolve all types within mapped annotation: "{raw}".  Ensure all types are written correctly and '
                "are imported within the module in use.")
        asked.metadata = ()
    for extra in asked.metadata:
        if isinstance(extra, MappedColumn):
            column = column.merged(extra)
            if any(isinstance(it, Identity) for it in extra.args):
                # It comes after the annotation has told.
                asked.is_optional = False
            break
        if isinstance(extra, _Declared):
            raise NotImplementedError(
                f"Use of the '{type(extra).__name__.removeprefix('_').removesuffix('Declared')}' construct inside of an Annotated object is not yet supported.")
    type_ = None
    if column.type is None and not column.has_foreign_key:
        type_ = asked.resolve(reg, cls, name)
    if not inheritance.use_existing_column(cls, name, column):
        column.make_column(name, type_, asked.is_optional)
    return column


def _with_plain_columns(name, value):
    """`deferred(mapped_column(...))`: the annotation says nothing of the column."""
    for column in value.given:
        if isinstance(column, MappedColumn) and column.__dict__.get("_column") is None:
            column.make_column(name, None, None)
    value.given = tuple(column.column if isinstance(column, MappedColumn) else column for column in value.given)
    return value

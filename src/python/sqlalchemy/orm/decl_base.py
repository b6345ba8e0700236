"""Maps classes from their bodies: tables, columns, attributes. Runs once a class."""

import typing

from sqlalchemy import Column, MetaData, Table, TypedColumns, exc, util
from sqlalchemy.orm import annotations as _annotations
from sqlalchemy.orm import clsregistry
from sqlalchemy.orm import declarative_checks as checks
from sqlalchemy.orm import inheritance
from sqlalchemy.orm.decl_attributes import with_annotation
from sqlalchemy.orm.properties import (
    _MISSING, ColumnProperty, MappedColumn, QueryExpression, Synonym, UnmappedColumn, _Declared)
from sqlalchemy.orm.relationships import RelationshipProperty
from sqlalchemy.orm.interfaces import MapperProperty
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.util import merge_lists_w_ordering
from _sqlalchemy_orm import Attribute, configure_for, name_column, request_configure

NEVER_LOADED = ("write_only", "dynamic")
NATIVE_LAZY = (
    "select", True, "joined", False, "subquery", "selectin", "immediate", "raise", "raise_on_sql", "noload", None)
_NOT_ATTRIBUTES = frozenset({
    "__module__", "__qualname__", "__doc__", "__dict__", "__weakref__", "__annotations__", "__annotate__",
    "__annotate_func__", "__annotations_cache__", "__conditional_annotations__", "__firstlineno__",
    "__static_attributes__", "__init__", "__table__", "__tablename__", "__table_args__", "__mapper_args__",
    "__abstract__", "__allow_unmapped__", "registry", "metadata", "__orig_bases__", "__parameters__", "__slots__",
    "__mapper__", "__classcell__", "__concrete__", "__declare_first__", "__declare_last__", "__no_table__", "strict_attrs", "type_annotation_map", "_sa_registry",
})

_without_attributes = {object, typing.Generic}
_scanned = {}
"""What the functions below gave for a class that is being mapped: each is asked once."""


class declared_attr:
    """A class-level function of a mixin that gives an attribute for each class."""

    __class_getitem__ = util.subscript

    def __init__(self, fn, cascading=False):
        self.fget = getattr(fn, "__func__", fn)
        self.__doc__ = getattr(self.fget, "__doc__", None)

    def __get__(self, instance, owner):
        made = _scanned.get(owner)
        if made is None:
            name = self.fget.__name__
            if getattr(owner, "__mapper__", None) is None and not (name.startswith("__") and name.endswith("__")):
                util.warn(f"Unmanaged access of declarative attribute {name} from non-mapped class {owner.__name__}")
            return self.fget(owner)
        if self not in made:
            made[self] = self.fget(owner)
        return made[self]

    @classmethod
    def directive(cls, fn):
        return cls(fn)


class _Cascading(declared_attr):
    """One that is asked for every class of a hierarchy."""


declared_attr.cascading = _Cascading


def _is_to_map(cls):
    return not cls.__dict__.get("__abstract__") and not issubclass(cls, TypedColumns)


def _is_mapped(cls):
    """Whether a class is mapped, or will be."""
    return "__mapper__" in cls.__dict__ or "_sa_deferred" in cls.__dict__


def _class_option(cls, name):
    """`__tablename__` and its kin: of the class, or of a base that is not mapped itself."""
    for base in cls.__mro__:
        is_mapped = base is not cls and _is_mapped(base)
        if name in base.__dict__:
            value = base.__dict__[name]
            # What a mapped base says is its own, unless it says it for each class.
            if is_mapped and not isinstance(value, declared_attr):
                continue
            if isinstance(value, declared_attr):
                if isinstance(value, _Cascading):
                    util.warn(f"@declared_attr.cascading is not supported on the {name} attribute on class {cls}.  This "
                              "attribute invokes for subclasses in any case.")
                return value.fget(cls)
            if isinstance(value, classmethod):
                return value.__func__(cls)
            return value
    return None


def map_class(reg, cls):
    """Builds the table and the mapper of a declarative class."""
    inheritance.note_hooks(cls)
    known = clsregistry.add_class(reg, cls)
    if inheritance.is_deferred(cls):
        return
    prepare = getattr(cls, "_sa_decl_prepare", None)
    try:
        if prepare is None:
            _map(reg, cls)
        else:
            prepare(reg)
    except BaseException:
        clsregistry.put_back(reg, cls, known)
        raise


class Deferred:
    """A class that has its table and is mapped later."""

    def __init__(self, reg, cls):
        self.reg, self.cls = reg, cls
        _scanned[cls] = {}
        try:
            self.attributes, orders = _collect(reg, cls, inheritance.mapped_base(cls), {})
        finally:
            del _scanned[cls]
        table, name = _class_option(cls, "__table__"), _class_option(cls, "__tablename__")
        cls._sa_deferred = True
        if table is None and name is not None:
            table = cls.__table__ = _make_table(reg, cls, name, self.attributes, orders)
        self.local_table = table

    def map(self):
        _map(self.reg, self.cls)


def _map(reg, cls):
    _scanned[cls] = {}
    try:
        _map_scanned(reg, cls)
    finally:
        del _scanned[cls]


def _map_scanned(reg, cls):
    mapped_base = inheritance.mapped_base(cls)
    origins = {}
    copied = {}
    attributes, orders = _collect(reg, cls, mapped_base, origins, copied)
    defaults = {}
    if getattr(cls, "_sa_apply_dc_transforms", None) is not None:
        from sqlalchemy.orm import dataclasses

        defaults = dataclasses.transform(cls, attributes, origins)
    else:
        checks.refuse_dataclass_arguments(cls, attributes)
    table = cls.__dict__.get("__table__")
    if table is None:
        table = _class_option(cls, "__table__")
    tablename = _class_option(cls, "__tablename__")
    if table is None and tablename is not None:
        made = _make_table(reg, cls, tablename, attributes, orders)
    else:
        made = None
    has_own_table = "__table__" in cls.__dict__
    if made is not None and not has_own_table:
        # `__mapper_args__` of a mixin may ask for it.
        cls.__table__ = made
    mapper_args = dict(_class_option(cls, "__mapper_args__") or {})
    for name in ("version_id_col", "polymorphic_on"):
        if name in mapper_args:
            mapper_args[name] = copied.get(id(mapper_args[name]), mapper_args[name])
    if "primary_key" in mapper_args:
        mapper_args["primary_key"] = [copied.get(id(it), it) for it in util.to_list(mapper_args["primary_key"])]
    if getattr(cls, "__concrete__", False):
        mapper_args.setdefault("concrete", True)
    if mapped_base is not None:
        mapper_args.setdefault("inherits", mapped_base)
    if table is None and made is None:
        if mapped_base is None or mapper_args.get("concrete"):
            raise exc.InvalidRequestError(
                f"Class {cls!r} does not have a __table__ or __tablename__ specified and does not inherit from an "
                "existing table-mapped class.")
        inheritance.add_columns_to_base(cls, mapped_base.__mapper__, attributes, orders)
    elif table is None:
        table = made
    else:
        for value in attributes.values():
            for column in _columns_in(value):
                if not table.c.contains_column(column) and not (isinstance(value, ColumnProperty) and column.table is not None):
                    raise exc.ArgumentError(f"Can't add additional column {column.key!r} when specifying __table__")
    unmapped = [key for key, value in attributes.items() if isinstance(value, UnmappedColumn)]
    if unmapped:
        mapper_args["exclude_properties"] = [
            *mapper_args.get("exclude_properties", ()), *(attributes.pop(key).column.key for key in unmapped)]
        for key in unmapped:
            if key in cls.__dict__:
                delattr(cls, key)
    if mapper_args.get("column_prefix"):
        inheritance.put_prefix(attributes, mapper_args["column_prefix"])
    order = list(attributes)
    composed = {key: attributes.pop(key) for key, value in list(attributes.items()) if hasattr(value, "attrs")}
    mapper = _make_mapper(reg, cls, table, attributes, mapper_args)
    mapper.__dict__["_made_table"] = not has_own_table
    if composed:
        mapper.__dict__["_declared_order"] = [
            key for key in order if not isinstance(attributes.get(key), (MappedColumn, Column))]
    for key, value in composed.items():
        from sqlalchemy.orm import composites

        composites.install(cls, mapper, key, value, attributes)
    for key, value in defaults.items():
        mapper._set_default(key, value)
    if table is not None and table is not cls.__dict__.get("__table__"):
        cls.__table__ = table


def _columns_in(value):
    if isinstance(value, MappedColumn):
        return (value.column,)
    if isinstance(value, Column):
        return (value,)
    if isinstance(value, ColumnProperty):
        return tuple(column for column in value.columns if isinstance(column, Column))
    if hasattr(value, "attrs"):
        from sqlalchemy.orm import composites

        return tuple(composites.columns_of(value))
    return ()


def _collect(reg, cls, mapped_base=None, origins=None, copied=None):
    """Attributes of the class and its unmapped bases by key, and the sort orders of columns.

    `copied` gets by the id of what a mixin holds what the class has of it.
    """
    collected = {}
    orders = {}
    copied = {} if copied is None else copied
    fixed = cls.__dict__.get("__table__")
    late = []
    for base in cls.__mro__:
        if base in _without_attributes:
            continue
        if base is not cls and _is_mapped(base):
            continue
        is_local = base is cls
        # What a mapped base has taken over already comes with its mapper.
        is_taken = mapped_base is not None and not is_local and issubclass(mapped_base, base)
        raw = _annotations.annotations_of(base)
        told = _field_metadata(cls, base)
        names = merge_lists_w_ordering(list(base.__dict__), list(raw))
        copies, ready = {}, set()
        if not is_local and not is_taken:
            for name, value in base.__dict__.items():
                if isinstance(value, (MappedColumn, Column)) and name not in collected and name not in cls.__dict__:
                    if fixed is not None and (value.name or name) in fixed.c:
                        continue
                    checks.refuse_bound_foreign_keys(value)
                    # Functions that follow may use it as the class's own.
                    copied[id(value)] = copies[name] = value.copy() if isinstance(value, MappedColumn) else value._copy()
                    type.__setattr__(cls, name, copies[name])
            if raw and any(isinstance(value, declared_attr) for value in base.__dict__.values()):
                for name, annotation in raw.items():
                    if name in base.__dict__ or name in collected or name in cls.__dict__:
                        continue
                    made = with_annotation(reg, cls, base, name, _MISSING, annotation)
                    if isinstance(made, MappedColumn):
                        copies[name], ready = made, {*ready, name}
                        type.__setattr__(cls, name, made)
        for name in names:
            if name.startswith(("__", "_sa_")) or name in collected or name in _NOT_ATTRIBUTES and not (
                    is_local and checks.is_reserved(name, base.__dict__.get(name))):
                continue
            if not is_local and name in cls.__dict__ and name not in copies:
                continue
            value = base.__dict__.get(name, _MISSING)
            original = None
            annotation = raw.get(name, _MISSING)
            if name in told:
                value, annotation = told[name], _MISSING
                if isinstance(value, type(lambda: None)):
                    value = value()
                elif not is_local and isinstance(value, (MappedColumn, Column)):
                    value = value.copy() if isinstance(value, MappedColumn) else value._copy()
            if is_taken and not isinstance(value, _Cascading):
                continue
            if isinstance(value, declared_attr):
                told_type = getattr(value.fget, "__annotations__", {}).get("return", _MISSING)
                # What the class itself declares so says nothing by its annotation.
                annotation = _MISSING if is_local else told_type
                if is_local and isinstance(value, _Cascading):
                    util.warn("Use of @declared_attr.cascading only applies to Declarative 'mixin' and 'abstract' classes.  "
                              f"Currently, this flag is ignored on mapped class {cls}")
                original, value = value, value.__get__(None, cls)
                copied[id(original)] = value
                if not isinstance(value, (_Declared, Column, Attribute)):
                    # What is not mapped is the class's as it stands.
                    type.__setattr__(cls, name, value)
                elif isinstance(value, (MapperProperty, Column)) and getattr(value, "doc", None) is None:
                    value.doc = original.__doc__
                if isinstance(value, Column) and value.name is None:
                    name_column(value, name, None)
            elif name in copies:
                value = copies[name]
            elif not is_local and name not in told and isinstance(value, (MappedColumn, Column)):
                continue
            elif not is_local and name not in told and isinstance(value, MapperProperty):
                raise exc.InvalidRequestError(
                    "Mapper properties (i.e. deferred,column_property(), relationship(), etc.) must be declared as "
                    "@declared_attr callables on declarative mixin classes.  For dataclass field() objects, use a lambda:")
            if is_local:
                checks.warn_of_reserved(name, value)
            if original is None:
                checks.warn_of_expression(base, name, value)
            elif isinstance(value, ColumnElement) and not isinstance(value, Column):
                late.append((name, value))
            if name not in ready:
                value = with_annotation(reg, cls, base, name, value, annotation)
            if value is not _MISSING:
                collected[name] = value
                if origins is not None and annotation is not _MISSING:
                    origins[name] = (annotation, base)
                if isinstance(value, MappedColumn):
                    orders[name] = value.mapping["sort_order"]
            elif is_local and origins is not None and annotation is not _MISSING and not hasattr(
                    base.__dict__.get(name), "dataclass_options"):
                # A dataclass has it in its place.
                origins[name] = (annotation, base)
    for name, value in late:
        checks.warn_of_expression(cls, name, value)
    return collected, orders


def _field_metadata(cls, base):
    """What the fields of a dataclass say under `__sa_dataclass_metadata_key__`."""
    key = getattr(cls, "__sa_dataclass_metadata_key__", None)
    fields = base.__dict__.get("__dataclass_fields__")
    if key is None or fields is None:
        return {}
    return {name: field.metadata[key] for name, field in fields.items()
            if key in field.metadata and name in base.__dict__.get("__annotations__", getattr(base, "__annotations__", {}))}


def _make_table(reg, cls, tablename, attributes, orders):
    table_args = _class_option(cls, "__table_args__")
    args, kwargs = (), {}
    if isinstance(table_args, dict):
        kwargs = table_args
    elif isinstance(table_args, tuple):
        if table_args and isinstance(table_args[-1], dict):
            args, kwargs = table_args[:-1], table_args[-1]
        else:
            args = table_args
    elif table_args is not None:
        raise exc.ArgumentError("__table_args__ value must be a tuple, dict, or None")
    checks.warn_of_same_names(cls, {
        key: _columns_in(value) for key, value in attributes.items() if not hasattr(value, "attrs")})
    columns = []
    for key, value in attributes.items():
        if isinstance(value, MappedColumn):
            columns.append((orders.get(key, 0), value.column))
        elif isinstance(value, Column):
            columns.append((0, value))
        elif isinstance(value, ColumnProperty):
            for column in value.columns:
                if isinstance(column, Column) and column.table is None:
                    if column.name is None:
                        name_column(column, key, None)
                    columns.append((0, column))
        elif hasattr(value, "attrs"):
            columns.extend((0, column) for column in _columns_in(value) if column.table is None)
    columns.sort(key=lambda pair: pair[0])
    for option, given in (("autoload_with", cls.__dict__.get("__autoload_with__")), ("autoload", cls.__dict__.get("__autoload__"))):
        if given:
            kwargs = {**kwargs, option: given}
    metadata = getattr(cls, "metadata", None)
    if not isinstance(metadata, MetaData):
        metadata = reg.metadata
    table_class = getattr(cls, "__table_cls__", None) or Table
    return table_class(tablename, metadata, *[column for _, column in columns], *args, **kwargs)


def _find_validators(mapper, cls):
    found, reconstructors = {}, []
    attributes = {name: value for base in reversed(cls.__mro__) for name, value in base.__dict__.items()}
    for _, value in sorted(attributes.items()):
        if getattr(value, "__sa_reconstructor__", False):
            reconstructors.append(value)
        told = getattr(value, "__sa_validators__", None)
        if told is None or isinstance(told, dict):
            continue
        names, include_removes, include_backrefs = told
        for name in names:
            if name in found:
                raise exc.InvalidRequestError(
                    f"A validation function for mapped attribute {name!r} on mapper {mapper} already exists.")
            found[name] = (value, include_removes, include_backrefs)
    mapper.validators = util.immutabledict({
        name: (fn, {"include_removes": include_removes, "include_backrefs": include_backrefs})
        for name, (fn, include_removes, include_backrefs) in found.items()})
    if found:
        from _sqlalchemy_orm import set_listened

        cls.__sa_validators__ = found
        set_listened(None)
    for fn in reconstructors:
        from sqlalchemy.orm import events

        events.listen(cls, "load", lambda target, context, fn=fn: fn(target))


def _bare_init(self):
    """What a class without a constructor has."""


_bare_init.__name__ = _bare_init.__qualname__ = "__init__"


def _instrument_init(reg, cls):
    init = cls.__init__
    if init is object.__init__:
        type.__setattr__(cls, "__init__", reg.constructor or _bare_init)
    elif hasattr(init, "__code__"):
        # Messages about wrong arguments name the instrumented one.
        init.__qualname__ = "__init__"


def _make_mapper(reg, cls, table, attributes, mapper_args):
    if reg._classes.get(cls.__name__) is None:
        clsregistry.add_class(reg, cls)
    mapper = inheritance.make_mapper(reg, cls, table, attributes, mapper_args)
    _find_validators(mapper, cls)
    reg._mappers.append(mapper)
    _instrument_init(reg, cls)
    request_configure(mapper)
    from sqlalchemy.orm import events

    events.wrap_init(mapper)
    events.fire_mapper("instrument_class", mapper, mapper, cls)
    events.fire_mapper("class_instrument", mapper, cls)
    events.fire_mapper("after_mapper_constructed", mapper, mapper, cls)
    return mapper


def _add_property(mapper, key, value):
    known = value.key if isinstance(value, MapperProperty) else None
    if known is not None and known != key:
        util.warn(
            f"ORM mapped property {mapper.class_.__name__}.{known} being assigned to attribute {key!r} is already associated "
            f"with attribute {known!r}. The attribute will be de-associated from {known!r}.")
    if isinstance(value, MappedColumn):
        m = value.mapping
        deferred = m["deferred"]
        mapper.add_column(key, [value.column], deferred=deferred is True or (
                              deferred is _MISSING and bool(m["group"] or m["raiseload"])),
                          group=m["group"], raiseload=m["raiseload"], active_history=m["active_history"])
    elif isinstance(value, Column):
        mapper.add_column(key, [value])
    elif isinstance(value, ColumnProperty):
        columns = [c.column if isinstance(c, MappedColumn) else c for c in value.columns]
        if isinstance(value, QueryExpression):
            mapper.add_expression(key, columns[0], query_expression=True)
        elif isinstance(columns[0], Column):
            mapper.add_column(key, columns, deferred=value.deferred, group=value.group, raiseload=value.raiseload,
                              active_history=value.active_history)
        else:
            mapper.add_expression(key, columns[0], deferred=value.deferred, group=value.group, raiseload=value.raiseload,
                                  stays_in_flush=not value.expire_on_flush)
    elif isinstance(value, (list, tuple)) and value and all(isinstance(it, (Column, MappedColumn)) for it in value):
        mapper.add_column(key, [it.column if isinstance(it, MappedColumn) else it for it in value])
    elif isinstance(value, RelationshipProperty):
        if value.options["lazy"] not in NATIVE_LAZY:
            value.lazy = value.options["lazy"]
            if value.lazy not in NEVER_LOADED:
                # Such words fail when configured.
                value.options["lazy"] = "select"
        if value.lazy in NEVER_LOADED:
            mapper.__dict__.setdefault("_never_loaded", {})[key] = value
        mapper.add_relationship(key, value)
    elif isinstance(value, Synonym):
        _add_synonym(mapper, key, value)
    else:
        raise exc.ArgumentError(f"{value!r} is no attribute that can be mapped")
    if isinstance(value, MapperProperty):
        mapper._property_objects[key] = value._attach(mapper, key)
    else:
        mapper._property_objects.pop(key, None)


def _add_synonym(mapper, key, value):
    table = mapper.local_table
    if value.map_column:
        if key not in table.c:
            raise exc.ArgumentError(
                f"Can't compile synonym '{key}': no column on table '{table.name}' named '{key}'")
        _add_property(mapper, value.name, ColumnProperty((table.c[key],)))
    known = mapper.class_.__dict__.get(key)
    if value.descriptor is None and known is not None and hasattr(known, "__get__") and not isinstance(
            known, (Attribute, _Declared)):
        value.descriptor = known
    mapper.add_synonym(key, value.name, value.descriptor)


def add_property(mapper, key, value):
    """An attribute that comes after its class was mapped."""
    cls = mapper.class_
    if isinstance(value, (Column, MappedColumn)) or isinstance(value, ColumnProperty):
        table = mapper.local_table
        for column in _columns_in(value):
            if column.table is None:
                if not isinstance(table, Table):
                    raise exc.InvalidRequestError(
                        f"Cannot add a new attribute to mapped class {cls.__name__!r} because it's not mapped against a "
                        "table.")
                if isinstance(value, MappedColumn):
                    value.make_column(key, None, None)
                elif not column.name:
                    name_column(column, key, None)
                table.append_column(column, replace_existing=True)
    if isinstance(value, UnmappedColumn):
        return
    if hasattr(value, "attrs") and isinstance(value, _Declared):
        from sqlalchemy.orm import composites

        composites.install(cls, mapper, key, value, {})
        return
    if not isinstance(value, Synonym):
        checks.warn_of_replaced(mapper, key, value)
    _add_property(mapper, key, value)
    if isinstance(value, RelationshipProperty):
        inheritance.install_never_loaded(mapper)
        request_configure(mapper)
        if mapper.configured:
            configure_for(cls)

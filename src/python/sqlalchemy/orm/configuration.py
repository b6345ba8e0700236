"""Relationship arguments as objects: names, lambdas and text looked up when all classes are known."""

import re
import weakref

from sqlalchemy import exc, util
from sqlalchemy._run import at_reset
from sqlalchemy.orm import exc as orm_exc
from _sqlalchemy_orm import AliasedInsp, Mapper, put_back_unconfigured, reversed_join, take_unconfigured

_failed = {}
_written = weakref.WeakKeyDictionary()
"""Columns that relationships write to, each with `[(relationship, the column it copies from)]`."""


@at_reset
def clear():
    _failed.clear()
    _written.clear()
    from sqlalchemy.orm import inheritance

    inheritance.clear_hooks()
    from _sqlalchemy_orm import all_mappers

    take_unconfigured()
    for mapper in all_mappers():
        if mapper.registry is not None:
            mapper.registry._mappers.clear()
            mapper.registry._classes.clear()
        unmap(mapper)


def unmap(mapper):
    """The class is as it was before it was mapped."""
    from sqlalchemy.orm.attributes import InstrumentedAttribute

    from sqlalchemy.orm import events

    if mapper.__dict__.get("_is_unmapped"):
        return
    mapper.__dict__["_is_unmapped"] = True
    cls = mapper.class_
    events.fire_mapper("class_uninstrument", mapper, cls)
    for key, value in list(cls.__dict__.items()):
        if isinstance(value, InstrumentedAttribute) or key == "__mapper__":
            type.__delattr__(cls, key)
    if mapper.__dict__.get("_made_table") and "__table__" in cls.__dict__:
        type.__delattr__(cls, "__table__")
    mapper._dispose()


def forget(registry):
    """A registry that is disposed of fails no more."""
    _failed.pop(id(registry), None)
    put_back_unconfigured([mapper for mapper in take_unconfigured() if mapper.registry is not registry])


def configure_all(only=None):
    """Configures the mappers that wait: all, or those of one registry and of those that it refers to."""
    from sqlalchemy.orm import inheritance

    inheritance.run_hooks("__declare_first__")
    waiting = take_unconfigured()
    if not waiting:
        return
    asked = [mapper for mapper in waiting if only is None or mapper.registry is only]
    batch = [mapper for mapper in asked if id(mapper.registry) not in _failed]
    others = [mapper for mapper in waiting if mapper not in batch]
    from sqlalchemy.orm import events

    events.fire_mapper("before_configured", None)
    if batch:
        try:
            _configure(batch, others)
        finally:
            put_back_unconfigured(others + [mapper for mapper in batch if not mapper.configured])
    else:
        put_back_unconfigured(others)
    failed = next((mapper.registry for mapper in reversed(asked) if id(mapper.registry) in _failed), None)
    if failed is not None:
        _, mapper, error = _failed[id(failed)]
        raise exc.InvalidRequestError(
            "One or more mappers failed to initialize - can't proceed with initialization of other mappers. Triggering "
            f"mapper: '{mapper}'. Original exception was: {error}")
    inheritance.run_hooks("__declare_last__")
    events.fire_mapper("after_configured", None)


def _configure(batch, others):
    """`batch` takes over those of `others` whose registries its relationships lead to."""
    from sqlalchemy.orm import events, inheritance

    pending_backrefs = []
    at_work = None
    try:
        for mapper in batch:
            at_work = mapper
            inheritance.set_late_polymorphic(mapper)
        for mapper in batch:
            at_work = mapper
            for key, declared in list(mapper._declared_relationships()):
                target = _declare(mapper, key, declared, pending_backrefs)
                if target is not None and target in others:
                    batch.extend(other for other in others if other.registry is target.registry)
                    others[:] = [other for other in others if other.registry is not target.registry]
        for mapper, key, declared in pending_backrefs:
            _declare(mapper, key, declared, [])
            if mapper not in batch:
                mapper._configure(key)
                mapper._link(key)
        for mapper in batch:
            at_work = mapper
            for key, _ in mapper._declared_relationships():
                mapper._configure(key)
        for mapper in batch:
            at_work = mapper
            for key, _ in mapper._declared_relationships():
                mapper._link(key)
        checked = set()
        for mapper in batch:
            at_work = mapper
            for key, declared in mapper._declared_relationships():
                _check_options(declared)
                _check_overlaps(declared, checked)
            # Who listens to an attribute from here hears of changes before the other side does.
            if events._listeners.get("attribute_instrument") and not mapper.__dict__.get("_was_configured"):
                _tell_instrumented(mapper)
            mapper._set_configured()
            # A relationship that comes later configures its mapper again.
            if not mapper.__dict__.get("_was_configured"):
                mapper.__dict__["_was_configured"] = True
                events.fire_mapper("mapper_configured", mapper, mapper, mapper.class_)
    except BaseException as error:
        _failed[id(at_work.registry)] = (at_work.registry, at_work, error)
        raise


def _check_options(prop):
    if prop.passive_deletes == "all" and (prop.cascade.delete or prop.cascade.delete_orphan):
        raise exc.ArgumentError(
            f"On {prop}, can't set passive_deletes='all' in conjunction with 'delete' or 'delete-orphan' cascade")
    from sqlalchemy.orm.decl_base import NATIVE_LAZY, NEVER_LOADED

    if prop.lazy not in NATIVE_LAZY + NEVER_LOADED:
        from sqlalchemy.orm.exc import LoaderStrategyException

        raise LoaderStrategyException(f"Can't find strategy {prop.strategy_key} for {prop}")
    if prop.lazy in NEVER_LOADED and (not prop.uselist or prop.direction.name == "MANYTOONE"):
        raise exc.InvalidRequestError(
            f"On relationship {prop}, 'dynamic' loaders cannot be used with many-to-one/one-to-one relationships and/or "
            "uselist=False.")


def _tell_instrumented(mapper):
    from sqlalchemy.orm import events

    for key, kind in mapper._props_quietly():
        if kind in ("synonym", "concrete") or mapper._describe(key)["parent"] is not mapper:
            continue
        for heir in mapper.self_and_descendants:
            if heir._has_property(key) and heir._describe(key)["parent"] is mapper:
                events.fire_mapper("attribute_instrument", heir, heir.class_, key, getattr(heir.class_, key))


def _check_overlaps(prop, checked):
    """A backref is there before what it is the backref of."""
    backref = prop.options["backref"]
    if backref is not None and prop._mapper is not None:
        name = backref[0] if isinstance(backref, tuple) else backref
        for other in prop._reverse_property:
            if other.key == name:
                _check_overlaps(other, checked)
    if id(prop) not in checked:
        checked.add(id(prop))
        _warn_of_overlaps(prop)


def _warn_of_overlaps(prop):
    """Two relationships that write the same column from different ones, and do not know of each other."""
    if prop.options["viewonly"] or prop._mapper is None:
        return
    for source, column in [*prop.synchronize_pairs, *prop.secondary_synchronize_pairs]:
        writers = _written.setdefault(column, [])
        others = [(other, theirs) for other, theirs in writers if _conflicts(prop, other)]
        if others:
            util.warn(
                f"relationship '{prop}' will copy column {source} to column {column}, which conflicts with relationship(s): "
                + ", ".join(sorted(f"'{other}' (copies {theirs} to {column})" for other, theirs in others))
                + ". If this is not the intention, consider if these relationships should be linked with back_populates, or "
                "if viewonly=True should be applied to one or more if they are read-only. For the less common case that "
                "foreign key constraints are partially overlapping, the orm.foreign() annotation can be used to isolate the "
                "columns that should be written towards.   To silence this warning, add the parameter 'overlaps=\"%s\"' to "
                "the '%s' relationship." % (",".join(sorted({other.key for other, _ in others})), prop), code="qzyx")
        writers.append((prop, source))


def _conflicts(prop, other):
    if other is prop or other.key in prop.overlaps or prop.key in other.overlaps or "__*" in prop.overlaps | other.overlaps:
        return False
    if other in prop._reverse_property:
        return False
    ends, other_ends = (prop.parent, prop.mapper), (other.parent, other.mapper)
    if any(end.is_sibling(other_end) for end in ends for other_end in other_ends):
        return False
    return prop.key != other.key or prop.parent.base_mapper is not other.parent.base_mapper


def _declare(mapper, key, declared, backrefs):
    if mapper._is_declared(key):
        return None
    look_up = _Lookup(mapper, key)
    options = declared.options
    target, aliased = look_up.target(declared.argument)
    declared.aliased = aliased
    if options["secondaryjoin"] is not None and options["secondary"] is None:
        raise exc.ArgumentError(
            f"Property {mapper.class_.__name__}.{key} specified with secondary join condition but no secondary argument")
    order_by = options["order_by"]
    order_by = [] if order_by is False or order_by is None else look_up.expressions(order_by)
    primaryjoin, secondaryjoin = look_up.expression(options["primaryjoin"]), look_up.expression(options["secondaryjoin"])
    values = dict(
        aliased=aliased,
        secondary=look_up.table(options["secondary"]), primaryjoin=primaryjoin, secondaryjoin=secondaryjoin,
        foreign_keys=look_up.columns(options["foreign_keys"]), remote_side=look_up.columns(options["remote_side"]),
        order_by=order_by,
        uselist=options["uselist"], back_populates=options["back_populates"], viewonly=options["viewonly"],
        single_parent=options["single_parent"], post_update=options["post_update"],
        passive_deletes=options["passive_deletes"], passive_updates=options["passive_updates"],
        innerjoin=bool(options["innerjoin"]), join_depth=options["join_depth"],
        active_history=options["active_history"], omit_join=options["omit_join"],
        distinct_target_key=options["distinct_target_key"], load_on_pending=bool(options["load_on_pending"]),
        any_subtype=not options["enable_typechecks"],
        cascade=sorted(declared.cascade),
    )
    backref = options["backref"]
    if backref is not None:
        name, extra = backref if isinstance(backref, tuple) else (backref, {})
        values["back_populates"] = name
        backrefs.append(_make_backref(mapper, key, declared, target, name, dict(extra), values))
    mapper._declare(key, target, values)
    return target


def _make_backref(mapper, key, declared, target, name, extra, values):
    from sqlalchemy.orm.relationships import relationship

    if target._has_property(name):
        raise exc.ArgumentError(
            f"Error creating backref '{name}' on relationship '{mapper.class_.__name__}.{key}': property of that name "
            f"exists on mapper '{target}'")
    options = declared.options
    if options["secondary"] is not None:
        extra.setdefault("secondary", options["secondary"])
        extra.setdefault("primaryjoin", values["secondaryjoin"])
        extra.setdefault("secondaryjoin", values["primaryjoin"])
    else:
        join = values["primaryjoin"]
        if join is None and values["aliased"] is not None:
            from sqlalchemy.sql._selectable_constructors import join as join_of

            join = join_of(mapper.local_table, values["aliased"]).onclause
        extra.setdefault("primaryjoin", join if join is None else reversed_join(join, mapper))
    extra.setdefault("foreign_keys", values["foreign_keys"] or None)
    extra.setdefault("viewonly", options["viewonly"])
    extra.setdefault("post_update", options["post_update"])
    extra.setdefault("passive_updates", options["passive_updates"])
    reverse = relationship(mapper.class_, back_populates=key, **extra)
    from sqlalchemy.orm.decl_base import _add_property

    _add_property(target, name, reverse)
    from sqlalchemy.orm import inheritance

    inheritance.install_never_loaded(target)
    return target, name, reverse


def _table(metadata, name):
    """The table of a name, in the schema that its MetaData has; or the schema whose tables follow."""
    default = metadata.schema
    if default is not None and "." not in name:
        qualified = f"{default}.{name}"
        if qualified in metadata.tables:
            return metadata.tables[qualified]
        if name in metadata.tables:
            util.warn_deprecated(
                f"The string '{name}' was resolved to the non-schema-qualified table '{name}', however the MetaData object has "
                f"a default schema of '{default}'. In a future version of SQLAlchemy, this unqualified name will be resolved "
                f"as '{qualified}'. To reference a table without a schema, use the Table object directly.", "2.1")
    found = metadata.tables.get(name)
    if found is None and any(table.schema == name for table in metadata.tables.values()):
        return _Schema(metadata, name)
    return found


class _Schema:
    def __init__(self, metadata, name):
        self._metadata, self._name = metadata, name

    def __getattr__(self, key):
        return self._metadata.tables[f"{self._name}.{key}"]


class _Names(dict):
    """What text in a relationship's arguments may name: classes, tables, functions."""

    def __init__(self, mapper, key, text, is_name, is_table=False):
        self.is_table = is_table
        self.mapper, self.key, self.text, self.is_name = mapper, key, text, is_name

    def __missing__(self, name):
        for metadata in (self.mapper.local_table.metadata, self.mapper.registry.metadata) if self.is_table else ():
            found = _table(metadata, name)
            if found is not None:
                return found
        found = self.mapper.registry._resolve_name(name)
        if found is not None:
            return found
        for metadata in (self.mapper.local_table.metadata, self.mapper.registry.metadata):
            found = _table(metadata, name)
            if found is not None:
                return found
        import sqlalchemy

        if name in ("foreign", "remote"):
            from sqlalchemy.orm import relationships

            return getattr(relationships, name)
        if hasattr(sqlalchemy, name):
            return getattr(sqlalchemy, name)
        generic = re.match(r"(.+)\[(.+)\]", self.text) if self.is_name else None
        if not self.is_name:
            name = f"name {name!r} is not defined"
        if generic is not None:
            target = generic[2].strip("'")
            raise exc.InvalidRequestError(
                f'When initializing mapper {self.mapper}, expression "relationship({self.text!r})" seems to be using a '
                "generic class as the argument to relationship(); please state the generic argument using an annotation, "
                f"e.g. \"{self.key}: Mapped[{generic[1]}['{target}']] = relationship()\"")
        raise exc.InvalidRequestError(
            f"When initializing mapper {self.mapper}, expression {self.text!r} failed to locate a name ({name!r}). If this "
            f"is a class name, consider adding this relationship() to the {self.mapper.class_!r} class after both dependent "
            "classes have been defined.")


class _Lookup:
    def __init__(self, mapper, key):
        self.mapper = mapper
        self.key = key

    def _evaluate(self, text, is_name=False):
        names = _Names(self.mapper, self.key, text, is_name)
        try:
            return eval(text, {"__builtins__": {}}, names)
        except (exc.SQLAlchemyError, NotImplementedError):
            raise
        except NameError as error:
            return names[error.name]
        except AttributeError as error:
            if isinstance(error.obj, type) and "__mapper__" in dir(error.obj):
                raise AttributeError(
                    f"Class {error.obj!r} does not have a mapped column named {error.name!r}") from None
            raise

    def _plain(self, value):
        if callable(value) and not isinstance(value, type) and not hasattr(value, "__clause_element__"):
            value = value()
        if isinstance(value, str):
            value = self._evaluate(value)
        return value

    def target(self, argument):
        if argument is None:
            raise exc.ArgumentError(
                f"relationship '{self.mapper.class_.__name__}.{self.key}' expects a class or a mapper argument (received: "
                f"<class 'NoneType'>)")
        if isinstance(argument, str):
            found = self._evaluate(argument, True)
        elif callable(argument) and not isinstance(argument, type) and not isinstance(argument, Mapper):
            found = argument()
        else:
            found = argument
        if isinstance(found, Mapper):
            return found, None
        if isinstance(getattr(found, "_aliased_insp", found), AliasedInsp):
            return getattr(found, "_aliased_insp", found).mapper, found
        mapper = found.__dict__.get("__mapper__") if isinstance(found, type) else None
        if mapper is None and isinstance(found, type):
            from _sqlalchemy_orm import mapper_of

            mapper = mapper_of(found)
        if mapper is None and isinstance(found, type):
            raise orm_exc.UnmappedClassError(found)
        if mapper is None:
            raise exc.ArgumentError(
                f"relationship '{self.key}' expects a class or a mapper argument (received: {type(found)})")
        return mapper, None

    def table(self, value):
        if isinstance(value, str):
            found = _table(self.mapper.local_table.metadata, value)
            return _Names(self.mapper, self.key, value, True, True)[value] if found is None else found
        value = self._plain(value)
        if isinstance(value, type) and "__mapper__" in value.__dict__:
            raise exc.ArgumentError(
                f"secondary argument {value} passed to to relationship() {self.mapper.class_.__name__}.{self.key} must be a "
                "Table object or other FROM clause; can't send a mapped class directly as rows in 'secondary' are persisted "
                "independently of a class that is mapped to that same table.")
        return value

    def expression(self, value):
        value = self._plain(value)
        return value

    def expressions(self, value):
        value = self._plain(value)
        if isinstance(value, (list, tuple)):
            return [self._plain(item) for item in value]
        return [value]

    def columns(self, value):
        if value is None:
            return []
        found = []
        for item in self.expressions(value):
            if hasattr(item, "__clause_element__"):
                item = item.__clause_element__()
            found.append(item)
        return found

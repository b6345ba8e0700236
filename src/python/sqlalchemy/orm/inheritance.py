"""Mapping classes below other mapped classes: tables, arguments, and what a class takes over."""

from sqlalchemy import Column, Table, exc, util
from sqlalchemy.orm.properties import _MISSING, ColumnProperty, MappedColumn, _Declared
from sqlalchemy.orm.mapper import Mapper
from _sqlalchemy_orm import Attribute, mapper_of


def mapped_base(cls):
    """The class that a declarative class inherits its mapping from, or None."""
    found = []
    for base in cls.__bases__:
        nearest = next((it for it in base.__mro__ if "__mapper__" in it.__dict__), None)
        if nearest is not None and nearest not in found:
            found.append(nearest)
    if len(found) > 1:
        raise exc.InvalidRequestError(f"Class {cls} has multiple mapped bases: {found!r}")
    return found[0] if found else None


def use_existing_column(cls, name, value):
    """`use_existing_column=True`: the column that another subclass has put into the base's table."""
    if not value.mapping.get("use_existing"):
        return False
    from sqlalchemy.orm.decl_base import _class_option

    base = mapped_base(cls)
    if base is None or "__table__" in cls.__dict__ or _class_option(cls, "__tablename__") is not None:
        # A table of its own has its own columns.
        return False
    key = value.name if value.name is not None else name
    known = base.__mapper__.local_table.c.get(key)
    if known is None:
        return False
    value.__dict__["_column"] = known
    return True


def add_columns_to_base(cls, base, attributes, orders):
    """A class without a table puts its columns into that of its base."""
    from sqlalchemy.orm.decl_base import _class_option, _columns_in

    if "__table_args__" in cls.__dict__ and cls.__dict__["__table_args__"]:
        raise exc.ArgumentError("Can't place __table_args__ on an inherited class with no table.")
    table = base.local_table
    columns = []
    for key, value in attributes.items():
        for column in _columns_in(value):
            if column.table is None or isinstance(value, MappedColumn):
                columns.append((orders.get(key, 0), column))
    columns.sort(key=lambda pair: pair[0])
    if columns and not isinstance(table, Table):
        raise exc.ArgumentError(
            f"Can't declare columns on single-table-inherited subclass {cls}; superclass {base.class_} is not mapped to a "
            "Table")
    for _, column in columns:
        known = table.c.get(column.name)
        if known is not None:
            if known is column or column.table is table:
                continue
            raise exc.ArgumentError(
                f"Column '{column}' on class {cls.__name__} conflicts with existing column '{known}'.  If using Declarative, "
                "consider using the use_existing_column parameter of mapped_column() to resolve conflicts.")
        if column.primary_key:
            raise exc.ArgumentError("Can't place primary key columns on an inherited class with no table.")
        table.append_column(column)


_ARGUMENTS = {
    "eager_defaults", "version_id_col", "primary_key", "confirm_deleted_rows", "batch", "properties", "inherits",
    "inherit_condition", "concrete", "polymorphic_on", "polymorphic_identity", "polymorphic_abstract", "polymorphic_load",
    "with_polymorphic", "exclude_properties", "include_properties", "version_id_generator", "column_prefix",
    "legacy_is_orphan", "allow_partial_pks", "always_refresh", "passive_updates", "passive_deletes",
}

_KNOWN = {"inherit_foreign_keys"}
"""What SQLAlchemy takes and the playground does not yet."""


def make_mapper(reg, cls, table, attributes, given):
    for option in given:
        if option not in _ARGUMENTS:
            if option not in _KNOWN:
                raise TypeError(f"Mapper.__init__() got an unexpected keyword argument {option!r}")
            raise NotImplementedError(f"__mapper_args__ {option!r} ({cls.__name__}) is not part of the playground yet")
    if "__mapper__" in cls.__dict__:
        raise exc.ArgumentError(f"Class '{cls}' already has a primary mapper defined. ")
    if getattr(cls, "__mapper_cls__", None) is not None:
        raise NotImplementedError(f"__mapper_cls__ ({cls.__name__}) is not part of the playground")
    if table is not None and not hasattr(table, "primary_key"):
        raise exc.ArgumentError(
            f"FROM expression, such as a Table or alias() object expected for argument 'local_table'; got {table!r}.")
    args = {key: plain(value) for key, value in given.items()}
    if args.get("column_prefix"):
        named = [plain(it) for value in attributes.values()
                 for it in (value.columns if isinstance(value, ColumnProperty) else [value])]
        for column in table.c:
            if not any(column is other for other in named):
                attributes[args["column_prefix"] + column.key] = column
    base = args.get("inherits")
    if base is not None and not isinstance(base, Mapper):
        found = mapper_of(base)
        if found is None:
            raise exc.ArgumentError(f"Mapped class expected for inherits, got {base!r}")
        base = found
    if base is None and table is None:
        raise exc.ArgumentError(f"Mapper 'Mapper[{cls.__name__}(None)]' does not have a persist_selectable specified.")
    if base is not None and not issubclass(cls, base.class_):
        raise exc.ArgumentError(f"Class '{cls.__name__}' does not inherit from '{base.class_.__name__}'")
    if args.get("polymorphic_load") and args.get("concrete"):
        raise exc.ArgumentError("polymorphic_load is not currently supported with concrete table inheritance")
    if base is None and (args.get("polymorphic_load") is not None):
        args.pop("polymorphic_load")
    on = args.get("polymorphic_on")
    if isinstance(on, ColumnProperty):
        on = next((key for key, value in attributes.items() if value is on), on)
    if on is not None and not isinstance(on, str) and not hasattr(on, "compile") and not hasattr(on, "__clause_element__"):
        raise exc.ArgumentError(
            f"Column expression or string key expected for argument 'polymorphic_on'; got {type(on)!r}.")
    primary_key = args.get("primary_key")
    if primary_key is not None:
        primary_key = [_mapped_column(attributes, table, plain(key)) for key in util.to_list(primary_key)]
    elif base is None or args.get("concrete"):
        _check_primary_key(cls, table, args)
    mapper = Mapper(
        cls, table, primary_key, inherits=base, inherit_condition=args.get("inherit_condition"),
        concrete=args.get("concrete", False), polymorphic_on=on, polymorphic_identity=args.get("polymorphic_identity"),
        polymorphic_abstract=args.get("polymorphic_abstract", False), polymorphic_load=args.get("polymorphic_load"),
        version_id_col=_version_column(attributes, table, base, args.get("version_id_col")),
        version_id_generator=args.get("version_id_generator"), passive_updates=args.get("passive_updates", True),
        passive_deletes=args.get("passive_deletes", False),
        eager_defaults=args.get("eager_defaults", "auto"), confirm_deleted_rows=args.get("confirm_deleted_rows", True),
        batch=args.get("batch", True), legacy_is_orphan=args.get("legacy_is_orphan", False),
        allow_partial_pks=args.get("allow_partial_pks", True), always_refresh=args.get("always_refresh", False), registry=reg)
    of_base = args if base is None else base.__dict__
    mapper.__dict__.update({name: of_base.get(name, usual) for name, usual in (
        ("passive_updates", True), ("passive_deletes", False))})
    for name, usual in (("legacy_is_orphan", False), ("allow_partial_pks", True), ("always_refresh", False), ("batch", True),
                        ("confirm_deleted_rows", True)):
        mapper.__dict__.setdefault(name, args.get(name, usual))
    _set_with_polymorphic(mapper, args.get("with_polymorphic"))
    _add_attributes(mapper, base if not args.get("concrete") else None, attributes, args.get("properties"))
    mapper._finish_properties(*_taken_over(cls, mapper, base, args, attributes))
    cls.__mapper__ = mapper
    mapper._set_polymorphic_on(on)
    install_never_loaded(mapper)
    return mapper


def put_prefix(attributes, prefix):
    """`column_prefix` of columns that a declarative class has under their own names."""
    for key, value in list(attributes.items()):
        del attributes[key]
        is_own = isinstance(value, (MappedColumn, Column)) and plain(value).key == key and not any(
            getattr(value, "mapping", {}).get(option) is True for option in ("deferred", "active_history"))
        attributes[prefix + key if is_own else key] = value


def _left_out(args):
    """Whether `exclude_properties` or `include_properties` leave a name out."""
    excluded = {getattr(key, "key", key) for key in args.get("exclude_properties") or ()}
    included = args.get("include_properties")
    if included is not None:
        included = {getattr(key, "key", key) for key in included}
    return lambda name: name in excluded or included is not None and name not in included


def _check_primary_key(cls, table, args):
    keys = list(getattr(table, "primary_key", ()))
    left_out = _left_out(args)
    if keys and all(left_out(column.key) for column in keys):
        raise exc.ArgumentError(
            f"Mapper Mapper[{cls.__name__}({table.description})] could not assemble any primary key columns for mapped table "
            f"'{table.description}'")


def install_never_loaded(mapper):
    if "_never_loaded" in mapper.__dict__ or mapper.inherits is not None and "_never_loaded" in mapper.inherits.__dict__:
        from sqlalchemy.orm import writeonly

        writeonly.install(mapper)


def plain(value):
    return value.column if isinstance(value, MappedColumn) else value


def _mapped_column(attributes, table, key):
    if not isinstance(key, str):
        return key
    value = attributes.get(key)
    if isinstance(value, ColumnProperty) and len(value.columns) == 1:
        value = value.columns[0]
    if isinstance(value, (MappedColumn, Column)):
        return plain(value)
    if value is not None:
        raise exc.ArgumentError(
            f"Can't determine primary_key column '{key}'; property does not refer to a single mapped Column")
    if table is not None and key in table.c:
        return table.c[key]
    raise exc.ArgumentError(f"Can't determine primary_key column '{key}' - no attribute is mapped to this name.")


def _version_column(attributes, table, base, version):
    if isinstance(version, str):
        value = attributes.get(version)
        return plain(value) if value is not None else table.c[version]
    return version


def _set_with_polymorphic(mapper, given):
    if given is None:
        return
    if given == "*":
        mapper._set_with_polymorphic(None, None)
    elif isinstance(given, (tuple, list)):
        classes, selectable = given if isinstance(given[0], (str, tuple, list)) else (given, None)
        classes = None if classes == "*" else list(classes)
        if all(isinstance(it, Mapper) or mapper_of(it) is not None for it in classes or ()):
            mapper._set_with_polymorphic(classes, selectable)
        else:
            # Classes that are mapped later are looked up when the mappers are configured.
            mapper.__dict__["_late_polymorphic"] = classes, selectable
    else:
        raise exc.ArgumentError(f"Invalid setting for with_polymorphic: {given!r}")


def set_late_polymorphic(mapper):
    late = mapper.__dict__.pop("_late_polymorphic", None)
    if late is not None:
        mapper._set_with_polymorphic(*late)


def _add_attributes(mapper, base, attributes, properties):
    from sqlalchemy.orm.decl_base import _add_property

    for key, value in attributes.items():
        if isinstance(value, MappedColumn):
            m = value.mapping
            deferred = m["deferred"] is True or (m["deferred"] is _MISSING and bool(m["group"] or m["raiseload"]))
            if not deferred and not m["active_history"] and key == value.column.key:
                continue
        elif isinstance(value, Column) and key == value.key:
            continue
        if base is not None and isinstance(value, (MappedColumn, Column)) and base._has_property(key):
            told = base._describe_quietly(key)
            if told:
                mapper.add_column(key, [plain(value), *told])
                continue
        _add_property(mapper, key, value)
    for key, value in (properties or {}).items():
        _add_property(mapper, key, value)


def _taken_over(cls, mapper, base, args, attributes):
    """`(names that the class does not take over, names that it inherits without mapping them)`"""
    excluded = set()
    implemented = set()
    candidates = {column.key for column in mapper._told("persist_selectable").c}
    inherited = dict(base._props_quietly()) if base is not None else {}
    candidates.update(inherited)
    for name in candidates:
        if name in attributes:
            continue
        for owner in cls.__mro__:
            if name in owner.__dict__:
                value = owner.__dict__[name]
                if value is not None and _is_of_the_program(value) and (name in inherited or owner is cls):
                    excluded.add(name)
                break
    if base is not None and not args.get("concrete"):
        if "exclude_properties" not in args and "include_properties" not in args:
            own = {plain(value).key for value in attributes.values() if isinstance(value, (MappedColumn, Column))}
            # Columns of siblings, here and in the tables of the bases above.
            siblings = {column.key for column in base.local_table.c if not base._maps_column(column)}
            siblings.update(getattr(base, "exclude_properties", None) or ())
            mapper.exclude_properties = siblings - own
            excluded.update(mapper.exclude_properties)
    elif base is not None:
        for name in inherited:
            for owner in cls.__mro__:
                if name in owner.__dict__:
                    if isinstance(owner.__dict__[name], Attribute) and owner is not cls:
                        implemented.add(name)
                    break
    if args.get("exclude_properties"):
        mapper.exclude_properties = {getattr(key, "key", key) for key in args["exclude_properties"]}
        excluded.update(mapper.exclude_properties)
    left_out = _left_out(args)
    excluded.update(name for name in candidates if left_out(name))
    for name, value in attributes.items():
        if isinstance(value, MappedColumn) and left_out(name):
            util.warn_deprecated(
                f"Attribute {name!r} declared on class {cls} is excluded from the mapping by the exclude_properties / "
                "include_properties mapper arguments; excluding attributes that are declared on the class is deprecated, and "
                "does not reliably remove them from the mapping.  To declare a column that is part of the Table but is not "
                "mapped, use the Unmapped[] annotation with unmapped_column().", "2.1.5")
    return excluded, implemented


def _is_of_the_program(value):
    from sqlalchemy.orm.decl_base import declared_attr
    from sqlalchemy.sql.elements import ColumnElement

    return not isinstance(value, (Attribute, _Declared, Column, ColumnElement, declared_attr))


_hooks = {"__declare_first__": [], "__declare_last__": []}


def note_hooks(cls):
    """`__declare_first__` and `__declare_last__` of a class or of an unmapped base run when mappers are configured."""
    for name, waiting in _hooks.items():
        for base in cls.__mro__:
            if base is not cls and "__mapper__" in base.__dict__:
                continue
            if name in base.__dict__:
                waiting.append(getattr(cls, name))
                break


def run_hooks(name):
    waiting, _hooks[name] = _hooks[name], []
    for hook in waiting:
        hook()


def clear_hooks():
    for waiting in _hooks.values():
        waiting.clear()


def is_deferred(cls):
    """Whether the class is mapped later, by a hook of its base."""
    return any("_sa_decl_prepare_nocascade" in base.__dict__ for base in cls.__bases__)


def map_deferred(cls, table, discriminator, strict):
    """Maps an abstract base of concrete classes to the UNION of their tables."""
    from sqlalchemy.orm.decl_base import _class_option, _collect, _make_mapper, _scanned

    reg = cls._sa_registry
    _scanned[cls] = {}
    try:
        attributes, _ = _collect(reg, cls)
    finally:
        del _scanned[cls]
    given = dict(_class_option(cls, "__mapper_args__") or {})
    properties = {}
    declared = set()
    for key, value in attributes.items():
        if isinstance(value, (MappedColumn, Column)):
            column = plain(value)
            if key == column.key:
                declared.add(key)
            else:
                properties[key] = table.c[column.key]
        else:
            properties[key] = value
    given["polymorphic_on"] = table.c[discriminator]
    given["polymorphic_abstract"] = True
    if strict:
        given["include_properties"] = {column.key for column in table.primary_key} | declared | {discriminator}
        given["with_polymorphic"] = ("*", table)
    for key in list(attributes):
        if key in cls.__dict__:
            delattr(cls, key)
    return _make_mapper(reg, cls, table, properties, given)

"""Column attributes as a class body holds them: `mapped_column()`, `column_property()`, `synonym()`."""

from sqlalchemy import Column, exc, util
from sqlalchemy.orm.comparators import ColumnComparator
from sqlalchemy.orm.interfaces import MapperProperty
from sqlalchemy.util import refuse
from sqlalchemy.sql.operators import ColumnOperators
from _sqlalchemy_orm import name_column

_MISSING = object()
_MERGED = frozenset({
    "nullable", "primary_key", "default", "server_default", "onupdate", "server_onupdate", "index", "unique", "comment",
    "autoincrement", "info", "system", "doc",
})
"""What a Column takes over from the one in Annotated."""


class _Declared:
    """Common base, so that the scan knows its own."""


class MappedColumn(_Declared, ColumnOperators):
    """`mapped_column()`: a Column that may still lack its name and type, and how it is mapped."""

    __class_getitem__ = util.subscript
    __hash__ = object.__hash__

    def __init__(self, name, type_, args, options, mapping):
        self.name = name
        self.type = type_
        self.args = args
        self.options = options
        self.mapping = mapping

    def __clause_element__(self):
        return self.column

    def operate(self, name, *other, **kw):
        return self.column.operate(name, *other, **kw)

    def reverse_operate(self, name, other, **kw):
        return self.column.reverse_operate(name, other, **kw)

    @property
    def column(self):
        found = self.__dict__.get("_column")
        if found is None:
            found = self.__dict__["_column"] = self.make_column(None, None, None)
        return found

    def make_column(self, name, type_, nullable):
        """The Column; what the program wrote wins over what the annotation says."""
        known = self.__dict__.get("_column")
        if known is not None:
            name_column(known, name, type_ if self.type is None and not self.has_foreign_key else None)
            if nullable is not None and "nullable" not in self.options:
                known.nullable = nullable
            return known
        options = dict(self.options)
        if nullable is not None:
            options.setdefault("nullable", nullable)
        given = [self.name if self.name is not None else name]
        kind = self.type if self.type is not None else type_
        if kind is not None:
            given.append(kind)
        if given[0] is None:
            given.pop(0)
        column = self.__dict__["_column"] = Column(*given, *self.args, **options)
        return column

    @property
    def has_foreign_key(self):
        return any(type(arg).__name__ == "ForeignKey" for arg in self.args)

    def copy(self):
        """A fresh one, for a mixin used by several classes."""
        args = tuple(arg._copy() if hasattr(arg, "_copy") else arg for arg in self.args)
        return type(self)(self.name, self.type, args, dict(self.options), dict(self.mapping))

    def merged(self, other):
        """This one, with what `other` (from Annotated) says where this says nothing."""
        if other.name is not None or "key" in other.options:
            util.warn_deprecated("Can't use the 'key' or 'name' arguments in Annotated with mapped_column(); this will be "
                                 "ignored", "2.0.22")
        given = {option: value for option, value in other.options.items() if option in _MERGED}
        if "info" in given and "info" in self.options:
            given["info"] = {**self.options["info"], **given["info"]}
        if self.mapping["default"] is not _MISSING:
            given.pop("default", None)
        mapping = dict(self.mapping)
        for option in ("deferred", "group", "raiseload", "active_history", "sort_order", "use_existing"):
            if not mapping[option] or mapping[option] is _MISSING:
                mapping[option] = other.mapping[option]
        if any(other.mapping[option] is not _MISSING for option in _DATACLASS_OPTIONS if option != "default"):
            for option in _DATACLASS_OPTIONS:
                if other.mapping[option] is not _MISSING:
                    util.warn_deprecated(
                        f"Argument '{option}' is a dataclass argument and cannot be specified within a mapped_column() "
                        "bundled inside of an Annotated object", "2.0.22")
        return type(self)(
            self.name, self.type if self.type is not None else other.type, other.copy().args + self.args,
            {**given, **self.options, **{name: given[name] for name in ("info",) if name in given}}, mapping)


_DATACLASS_OPTIONS = (
    "init", "repr", "default", "default_factory", "compare", "kw_only", "hash", "dataclass_metadata")


def mapped_column(
    __name_pos=None, __type_pos=None, /, *args, init=_MISSING, repr=_MISSING, default=_MISSING,
    default_factory=_MISSING, compare=_MISSING, kw_only=_MISSING, hash=_MISSING, dataclass_metadata=_MISSING,
    nullable=_MISSING, primary_key=False, deferred=_MISSING, deferred_group=None, deferred_raiseload=None,
    use_existing_column=False, name=None, type_=None, autoincrement=_MISSING, doc=None, key=None, index=None,
    unique=None, info=None, onupdate=_MISSING, insert_default=_MISSING, server_default=None, server_onupdate=None,
    active_history=False, quote=None, system=False, comment=None, sort_order=_MISSING, **kw,
):
    from sqlalchemy.types import TypeEngine

    given = [arg for arg in (__name_pos, __type_pos) if arg is not None]
    given.extend(args)
    if given and isinstance(given[0], str):
        if name is not None:
            raise exc.ArgumentError("May not pass name positionally and as a keyword.")
        name = given.pop(0)
    if given and (isinstance(given[0], TypeEngine) or isinstance(given[0], type) and issubclass(given[0], TypeEngine)):
        if type_ is not None:
            raise exc.ArgumentError("May not pass type_ positionally and as a keyword.")
        type_ = given.pop(0)
    options = dict(kw)
    if default is not _MISSING and insert_default is not _MISSING:
        raise exc.ArgumentError("The 'default' and 'insert_default' parameters of Column are mutually exclusive")
    if insert_default is not _MISSING:
        options["default"] = insert_default
    elif default is not _MISSING and default is not None:
        options["default"] = default
    for option, value, unset in (
        ("nullable", nullable, _MISSING), ("primary_key", primary_key, False), ("autoincrement", autoincrement, _MISSING),
        ("doc", doc, None), ("key", key, None), ("index", index, None), ("unique", unique, None), ("info", info, None),
        ("onupdate", onupdate, _MISSING), ("server_default", server_default, None),
        ("server_onupdate", server_onupdate, None), ("quote", quote, None), ("system", system, False),
        ("comment", comment, None),
    ):
        if value is not unset:
            options[option] = value
    if quote is not None and name is None:
        raise exc.ArgumentError("Explicit 'name' is required when sending 'quote' argument")
    mapping = {
        "deferred": deferred, "group": deferred_group, "raiseload": bool(deferred_raiseload),
        "active_history": active_history, "sort_order": 0 if sort_order is _MISSING else sort_order,
        "init": init, "repr": repr, "default": default, "default_factory": default_factory, "compare": compare,
        "kw_only": kw_only, "hash": hash, "use_existing": use_existing_column, "dataclass_metadata": dataclass_metadata,
    }
    return MappedColumn(name, type_, tuple(given), options, mapping)


class UnmappedColumn(MappedColumn):
    """`unmapped_column()`: a column of the table that is no attribute of the class."""


def unmapped_column(*args, **kw):
    made = mapped_column(*args, **kw)
    return UnmappedColumn(made.name, made.type, made.args, made.options, made.mapping)


class ColumnProperty(MapperProperty, _Declared, ColumnOperators):
    """An attribute over columns or an expression: `column_property()`, or what a plain column becomes."""

    __hash__ = object.__hash__
    instrument = True
    expire_on_flush = True
    Comparator = comparator_factory = ColumnComparator

    def __init__(self, columns, deferred=False, group=None, raiseload=False, active_history=False, attributes=None):
        self.given = columns
        self.deferred = deferred
        self.group = group
        self.raiseload = raiseload
        self.active_history = active_history
        self.dataclass_options = attributes or {}

    @property
    def columns(self):
        if self._mapper is None:
            return self.given
        return list(self._told("columns")) or [self._told("expression")]

    @property
    def expression(self):
        return self.columns[0]

    @property
    def strategy_key(self):
        return (("deferred", bool(self.deferred)), ("instrument", True))

    def __clause_element__(self):
        return self.expression

    def operate(self, name, *other, **kw):
        return _operable(self.expression).operate(name, *other, **kw)

    def reverse_operate(self, name, other, **kw):
        return _operable(self.expression).reverse_operate(name, other, **kw)


def _operable(value):
    return value.scalar_subquery() if hasattr(value, "scalar_subquery") else value


class MappedSQLExpression(ColumnProperty):
    """What `column_property()` gives."""


def column_property(
    column, *additional_columns, group=None, deferred=False, raiseload=False, comparator_factory=None, init=_MISSING,
    repr=_MISSING, default=_MISSING, default_factory=_MISSING, compare=_MISSING, kw_only=_MISSING, active_history=False,
    expire_on_flush=True, info=None, doc=None, hash=_MISSING, dataclass_metadata=_MISSING,
):
    is_column = isinstance(column, (Column, MappedColumn))
    attributes = {"init": init if is_column or init is not _MISSING else False, "repr": repr, "default": default,
                  "default_factory": default_factory, "compare": compare, "kw_only": kw_only, "hash": hash,
                  "dataclass_metadata": dataclass_metadata}
    made = MappedSQLExpression((column,) + additional_columns, deferred, group, raiseload, active_history, attributes)
    made.expire_on_flush = expire_on_flush
    made._compare_by(comparator_factory)
    if info is not None:
        made.info.update(info)
    if doc is not None:
        made.doc = doc
    return made


class QueryExpression(ColumnProperty):
    """What `query_expression()` gives."""


def query_expression(
    default_expr=None, *, repr=_MISSING, compare=_MISSING, expire_on_flush=True, info=None, doc=None,
    dataclass_metadata=_MISSING,
):
    from sqlalchemy import null

    made = QueryExpression((null() if default_expr is None else default_expr,), attributes={
        "init": False, "repr": repr, "compare": compare, "dataclass_metadata": dataclass_metadata})
    if info is not None:
        made.info.update(info)
    made.doc = doc
    return made


def deferred(column, *additional_columns, group=None, raiseload=False, **kw):
    return column_property(column, *additional_columns, group=group, deferred=True, raiseload=raiseload, **kw)


class Synonym(MapperProperty, _Declared):
    """Another name for an attribute; `descriptor` is what instances have under it."""

    dataclass_options = {}

    def __init__(self, name, map_column=None, descriptor=None):
        self.name = name
        self.map_column = map_column
        self.descriptor = descriptor

    def __str__(self):
        return repr(self)


SynonymProperty = Synonym


def synonym(name, *, map_column=None, descriptor=None, comparator_factory=None, info=None, doc=None, init=_MISSING,
            repr=_MISSING, default=_MISSING, default_factory=_MISSING, compare=_MISSING, kw_only=_MISSING, hash=_MISSING,
            dataclass_metadata=_MISSING):
    refuse("synonym", comparator_factory=comparator_factory)
    made = Synonym(name, map_column, descriptor)
    made.dataclass_options = {
        "init": init, "repr": repr, "default": default, "default_factory": default_factory, "compare": compare,
        "kw_only": kw_only, "hash": hash, "dataclass_metadata": dataclass_metadata}
    if info is not None:
        made.info.update(info)
    made.doc = doc
    return made


__getattr__ = util.later(__name__, {
    "CompositeProperty": "composites", "RelationshipProperty": "relationships",
})

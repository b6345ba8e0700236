"""`relationship()`: what a program wrote, and once mapped what was worked out."""

from sqlalchemy import exc, util
from sqlalchemy.orm.comparators import RelationshipComparator
from sqlalchemy.orm.interfaces import MapperProperty, RelationshipDirection
from sqlalchemy.orm.properties import _MISSING, _Declared
from _sqlalchemy_orm import marked


class CascadeOptions(frozenset):
    """`cascade=` as a set of words, with an attribute for each."""

    _ALL = {"save-update", "merge", "refresh-expire", "expunge", "delete"}
    VIEWONLY = frozenset({"merge", "expunge", "refresh-expire"})

    def __new__(cls, value_list):
        if value_list is None or isinstance(value_list, str):
            value_list = {word.strip() for word in (value_list or "").split(",")} - {""}
        words = set(value_list)
        unknown = words - cls._ALL - {"all", "none", "delete-orphan"}
        if unknown:
            raise exc.ArgumentError("Invalid cascade option(s): %s" % ", ".join(repr(word) for word in sorted(unknown)))
        if "all" in words:
            words |= cls._ALL
        if "none" in words:
            words.clear()
        words.discard("all")
        made = super().__new__(cls, words)
        for word in cls._ALL | {"delete-orphan"}:
            setattr(made, word.replace("-", "_"), word in words)
        if made.delete_orphan and not made.delete:
            util.warn("The 'delete-orphan' cascade option requires 'delete'.")
        return made

    def __repr__(self):
        return "CascadeOptions('%s')" % ",".join(sorted(self))


def _mark(expr, is_foreign):
    element = expr.__clause_element__() if hasattr(expr, "__clause_element__") else expr
    return marked(element, is_foreign)


def foreign(expr):
    """In a relationship's join: the column holds the reference."""
    return _mark(expr, True)


def remote(expr):
    """In a relationship's join: the column is on the target's side."""
    return _mark(expr, False)


class RelationshipProperty(MapperProperty, _Declared):
    """A relationship."""

    Comparator = comparator_factory = RelationshipComparator

    def __init__(self, argument, options):
        self.argument = argument
        self.options = options
        self.doc = options.get("doc")
        if options.get("info") is not None:
            self.info.update(options["info"])
        cascade = CascadeOptions(options["cascade"])
        self.cascade = CascadeOptions(cascade & CascadeOptions.VIEWONLY) if options["viewonly"] else cascade
        overlaps = options.get("overlaps")
        self.overlaps = {word.strip() for word in overlaps.split(",")} if overlaps else set()

    @property
    def dataclass_options(self):
        return self.options["attributes"]

    def __getattr__(self, name):
        if name in _AS_WRITTEN:
            return self.__dict__["options"][name]
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def with_options(self, argument, **changed):
        """The same again, for another class."""
        made = type(self)(argument, {**self.options, **changed})
        return made._compare_by(self.__dict__.get("comparator_factory"))

    @property
    def collection_class(self):
        found = self.options["collection_class"]
        return list if found is None and self.options.get("annotated_list") else found

    @property
    def direction(self):
        return RelationshipDirection[self._told("direction")]

    mapper = property(lambda self: self._told("mapper"))
    entity = property(lambda self: self._told("entity"))
    uselist = property(lambda self: self.options["uselist"] if self._mapper is None else self._told("uselist"))
    secondary = property(lambda self: self._told("secondary"))
    primaryjoin = property(lambda self: self._told("primaryjoin"))
    secondaryjoin = property(lambda self: self._told("secondaryjoin"))
    back_populates = property(
        lambda self: self.options["back_populates"] if self._mapper is None else self._told("back_populates"))
    local_remote_pairs = property(lambda self: () if self._mapper is None else self._told("local_remote_pairs"))
    synchronize_pairs = property(lambda self: self._told("synchronize_pairs"))
    secondary_synchronize_pairs = property(lambda self: self._told("secondary_synchronize_pairs"))
    @property
    def target(self):
        entity = self.entity
        return entity.selectable if entity.is_aliased_class else entity.persist_selectable


    @property
    def local_columns(self):
        return set(self._told("local_columns"))

    @property
    def remote_side(self):
        return set(self._told("remote_columns"))

    @property
    def _reverse_property(self):
        return {self.mapper.get_property(key) for key in self._told("reverse")}

    @property
    def strategy_key(self):
        return (("lazy", self.lazy),)


_AS_WRITTEN = frozenset({
    "lazy", "viewonly", "passive_deletes", "passive_updates", "post_update", "active_history", "innerjoin", "join_depth",
    "single_parent", "omit_join", "sync_backref", "backref", "order_by", "load_on_pending", "distinct_target_key",
    "query_class", "enable_typechecks",
})


class Relationship(RelationshipProperty):
    """A relationship that was declared with an annotation."""


class _RelationshipDeclared(Relationship):
    """What `relationship()` gives."""


def relationship(
    argument=None, secondary=None, *, uselist=None, collection_class=None, primaryjoin=None, secondaryjoin=None,
    back_populates=None, order_by=False, backref=None, overlaps=None, post_update=False, cascade="save-update, merge",
    viewonly=False, init=_MISSING, repr=_MISSING, default=_MISSING, default_factory=_MISSING, compare=_MISSING,
    kw_only=_MISSING, hash=_MISSING, lazy="select", passive_deletes=False, passive_updates=True, active_history=False,
    enable_typechecks=True, foreign_keys=None, remote_side=None, join_depth=None, comparator_factory=None,
    single_parent=False, innerjoin=False, distinct_target_key=None, load_on_pending=False, query_class=None, info=None,
    omit_join=None, sync_backref=None, dataclass_metadata=_MISSING, doc=None,
):
    if back_populates and backref:
        raise exc.ArgumentError("backref and back_populates keyword arguments are mutually exclusive")
    if viewonly:
        persistent = (("passive_deletes", passive_deletes, False), ("passive_updates", passive_updates, True),
                      ("active_history", active_history, False))
        for name, value, unset in persistent:
            if value != unset:
                util.warn(
                    f"Setting {name} on relationship() while also setting viewonly=True does not make sense, as a "
                    "viewonly=True relationship does not perform persistence operations. This configuration may raise an "
                    "error in a future release.")
        if sync_backref:
            raise exc.ArgumentError("sync_backref and viewonly cannot both be True")
    if omit_join:
        util.warn(
            "setting omit_join to True is not supported; selectin loading of this relationship may not work correctly if "
            "this flag is set explicitly.  omit_join optimization is automatically detected for conditions under which it "
            "is supported.")
    options = dict(
        secondary=secondary, uselist=uselist, collection_class=collection_class, primaryjoin=primaryjoin,
        secondaryjoin=secondaryjoin, back_populates=back_populates, order_by=order_by, backref=backref,
        post_update=post_update, cascade=cascade, viewonly=viewonly, lazy=lazy, passive_deletes=passive_deletes,
        passive_updates=passive_updates, active_history=active_history, foreign_keys=foreign_keys,
        remote_side=remote_side, join_depth=join_depth, single_parent=single_parent, innerjoin=innerjoin,
        omit_join=omit_join, sync_backref=sync_backref, load_on_pending=load_on_pending, query_class=query_class,
        distinct_target_key=distinct_target_key, enable_typechecks=enable_typechecks, info=info, doc=doc,
        overlaps=overlaps,
        attributes={"init": init, "repr": repr, "default": default, "default_factory": default_factory,
                    "compare": compare, "kw_only": kw_only, "hash": hash, "dataclass_metadata": dataclass_metadata},
    )
    return _RelationshipDeclared(argument, options)._compare_by(comparator_factory)


def dynamic_loader(argument=None, **kw):
    return relationship(argument, **{**kw, "lazy": "dynamic"})


def backref(name, **kwargs):
    return name, kwargs

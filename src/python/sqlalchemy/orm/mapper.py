"""`Mapper`: what `inspect(Model)` gives; its work is native."""

from sqlalchemy import util
from _sqlalchemy_orm import Mapper as _Native


def _told(name):
    return property(lambda self: self._told(name))


class Mapper(_Native):
    """The mapper of a class: its tables, its attributes, its place among the classes it inherits from."""

    __class_getitem__ = util.subscript
    is_aliased_class = False
    inherits = _told("inherits")
    base_mapper = _told("base_mapper")
    self_and_descendants = _told("self_and_descendants")
    with_polymorphic_mappers = _told("with_polymorphic_mappers")
    single = _told("single")
    concrete = _told("concrete")
    polymorphic_abstract = _told("polymorphic_abstract")
    polymorphic_identity = _told("polymorphic_identity")
    polymorphic_load = _told("polymorphic_load")
    polymorphic_on = _told("polymorphic_on")
    polymorphic_map = _told("polymorphic_map")
    inherit_condition = _told("inherit_condition")
    persist_selectable = _told("persist_selectable")
    selectable = _told("selectable")
    tables = _told("tables")

    @property
    def _property_objects(self):
        return self.__dict__.setdefault("_known_properties", {})

    def add_property(self, key, prop):
        """Maps another attribute."""
        from sqlalchemy.orm import decl_base

        decl_base.add_property(self, key, prop)

    def add_properties(self, dict_of_properties):
        for key, value in dict_of_properties.items():
            self.add_property(key, value)

    @property
    def version_id_col(self):
        return next(iter(self._told("version_id_col")), None)

    @property
    def version_id_generator(self):
        found = self._told("version_id_generator")
        return (lambda old: (old or 0) + 1) if found is None else found

    def iterate_to_root(self):
        return iter(self._told("iterate_to_root"))

    def polymorphic_iterator(self):
        return iter(self.self_and_descendants)

    def is_sibling(self, other):
        return self.base_mapper is other.base_mapper and not self.isa(other) and not other.isa(self)

    def has_property(self, key):
        return self._has_property(key) or key in self.composites

    @property
    def composites(self):
        from sqlalchemy.orm import composites, inspection

        found = {}
        for cls in reversed(self.class_.__mro__):
            found.update((key, value.property) for key, value in cls.__dict__.items() if isinstance(
                value, composites.CompositeAttribute))
        return inspection.ReadOnlyProperties(found)

    def identity_key_from_primary_key(self, primary_key, identity_token=None):
        return self.base_mapper.class_, tuple(primary_key), identity_token

    def identity_key_from_row(self, row, identity_token=None, adapter=None):
        return self.identity_key_from_primary_key([row._mapping[column] for column in self.primary_key], identity_token)

    @property
    def iterate_properties(self):
        return iter(self.attrs)


Mapper.__module__ = "sqlalchemy.orm.mapper"


__getattr__ = util.later(__name__, {
    "configure_mappers": "declarative", "reconstructor": "events", "validates": "events", "class_mapper": "util",
    "object_mapper": "util",
})

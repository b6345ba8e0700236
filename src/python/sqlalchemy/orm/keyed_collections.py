"""Dictionaries whose keys come from their members. Part of `sqlalchemy.orm.collections`, which passes them on."""

from operator import attrgetter

from sqlalchemy import exc, util
from sqlalchemy.orm.base import NO_VALUE
from sqlalchemy.orm.collections import InstrumentedDict

# The key of a member whose attribute is None; NO_VALUE is that of one that never had any.
_Missing = util.symbol("Missing")
_SKIP = object()


class KeyFuncDict(InstrumentedDict):
    __slots__ = ("ignore_unpopulated_attribute",)
    __module__ = "sqlalchemy.orm.mapped_collection"

    def __init__(self, keyfunc, *args, ignore_unpopulated_attribute=False):
        self.keyfunc = keyfunc
        self.ignore_unpopulated_attribute = ignore_unpopulated_attribute

    def _key(self, value, initiator):
        key = self.keyfunc(value)
        if key is not NO_VALUE and key is not _Missing:
            return key
        if self.ignore_unpopulated_attribute:
            return _SKIP
        if key is NO_VALUE:
            shown = f"<{type(value).__name__} at {hex(id(value))}>"
            raise exc.InvalidRequestError(
                f"In event triggered from population of attribute '{initiator}' (potentially from a backref), can't "
                f"populate value in KeyFuncDict; dictionary key derived from {shown} is not populated. Ensure appropriate "
                f"state is set up on the {shown} object before assigning to the {initiator} attribute. To skip this "
                "assignment entirely, Set the \"ignore_unpopulated_attribute=True\" parameter on the mapped collection "
                "factory.")
        util.warn(
            f"Attribute keyed dictionary value for attribute '{initiator}' was None; this will raise in a future release. "
            "To skip this assignment entirely, Set the \"ignore_unpopulated_attribute=True\" parameter on the mapped "
            "collection factory.")
        return None

    def _sa_add(self, item, initiator):
        key = self._key(item, initiator)
        if key is not _SKIP:
            dict.__setitem__(self, key, item)

    def _sa_displaced(self, item, initiator):
        key = self.keyfunc(item)
        return self.get(None if key is _Missing else key)

    def _sa_can_discard(self, item, initiator):
        key = self._key(item, initiator)
        return key in self and self._expect(key, item)

    def _expect(self, key, value):
        if self[key] != value:
            raise exc.InvalidRequestError(
                f"Can not remove '{value}': collection holds '{self[key]}' for key '{key}'. Possible cause: is the "
                "KeyFuncDict key function based on mutable properties or properties that only obtain values after flush?")
        return True

    def set(self, value):
        key = self._key(value, "unknown relationship")
        if key is not _SKIP:
            self[key] = value

    def remove(self, value):
        key = self._key(value, "unknown relationship")
        if key is not _SKIP and self._expect(key, value):
            del self[key]


class _MKeyfuncMapped(KeyFuncDict):
    """What `attribute_keyed_dict()` and its kin make."""

    __slots__ = ()
    __module__ = "sqlalchemy.orm.mapped_collection"


MappedCollection = KeyFuncDict


def keyfunc_mapping(keyfunc, *, ignore_unpopulated_attribute=False):
    return lambda: _MKeyfuncMapped(keyfunc, ignore_unpopulated_attribute=ignore_unpopulated_attribute)


def attribute_keyed_dict(attr_name, *, ignore_unpopulated_attribute=False):
    getter = attrgetter(attr_name)

    def key_of(item):
        key = getter(item)
        if key is not None:
            return key
        from _sqlalchemy_orm import mapper_of
        if not mapper_of(type(item))._has_property(attr_name):
            return _Missing
        key = item.__dict__.get(attr_name, NO_VALUE)
        return _Missing if key is None else key

    return keyfunc_mapping(key_of, ignore_unpopulated_attribute=ignore_unpopulated_attribute)


def column_keyed_dict(mapping_spec, *, ignore_unpopulated_attribute=False):
    columns = util.to_list(mapping_spec)

    def key_of(item):
        from _sqlalchemy_orm import key_for_column
        key = [getattr(item, key_for_column(item, column)) for column in columns]
        if len(key) > 1:
            return tuple(key)
        return _Missing if key[0] is None else key[0]

    return keyfunc_mapping(key_of, ignore_unpopulated_attribute=ignore_unpopulated_attribute)


mapped_collection = keyfunc_mapping
attribute_mapped_collection = attribute_keyed_dict
column_mapped_collection = column_keyed_dict

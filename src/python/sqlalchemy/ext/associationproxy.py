"""`association_proxy()`: an attribute of related objects seen as one of one's own."""

import operator
from typing import TypeVar

from sqlalchemy import exc, or_
from sqlalchemy.orm import class_mapper
from sqlalchemy.orm.base import ORMDescriptor
from sqlalchemy.orm.relationships import RelationshipProperty
from sqlalchemy.sql.operators import ColumnOperators

_T = TypeVar("_T")
_MISSING = object()


def association_proxy(
    target_collection, attr, *, creator=None, getset_factory=None, proxy_factory=None, proxy_bulk_set=None, info=None,
    cascade_scalar_deletes=False, create_on_none_assignment=False, init=_MISSING, repr=_MISSING, default=_MISSING,
    default_factory=_MISSING, compare=_MISSING, kw_only=_MISSING, hash=_MISSING, dataclass_metadata=_MISSING,
):
    made = AssociationProxy(
        target_collection, attr, creator, getset_factory, proxy_factory, proxy_bulk_set, info, cascade_scalar_deletes,
        create_on_none_assignment)
    told = {"init": init, "repr": repr, "default": default, "default_factory": default_factory, "compare": compare,
            "kw_only": kw_only, "hash": hash, "dataclass_metadata": dataclass_metadata}
    made.dataclass_options = {name: value for name, value in told.items() if value is not _MISSING}
    return made


class AssociationProxy(ORMDescriptor[_T]):
    """The descriptor on the class."""

    is_attribute = True
    dataclass_options = {}

    def __init__(self, target_collection, attr, creator=None, getset_factory=None, proxy_factory=None, proxy_bulk_set=None,
                 info=None, cascade_scalar_deletes=False, create_on_none_assignment=False):
        self.target_collection = target_collection
        self.value_attr = attr
        self.creator = creator
        self.getset_factory = getset_factory
        self.proxy_factory = proxy_factory
        self.proxy_bulk_set = proxy_bulk_set
        self.info = dict(info or {})
        self.cascade_scalar_deletes = cascade_scalar_deletes
        if cascade_scalar_deletes and create_on_none_assignment:
            raise exc.ArgumentError(
                "The cascade_scalar_deletes and create_on_none_assignment parameters are mutually exclusive.")
        self.create_on_none_assignment = create_on_none_assignment
        self.key = "_%s_%s_%s" % (type(self).__name__, target_collection, id(self))
        self._by_class = {}

    def __get__(self, instance, owner):
        if owner is None:
            return self
        found = self.for_class(owner, instance)
        if found is None:
            return self
        return found if instance is None else found.get(instance)

    def __set__(self, instance, values):
        self.for_class(type(instance), instance).set(instance, values)

    def __delete__(self, instance):
        self.for_class(type(instance), instance).delete(instance)

    def for_class(self, class_, obj=None):
        found = self._by_class.get(class_)
        if found is None:
            owner = self._owner_of(class_, obj)
            if owner is None:
                return None
            found = AssociationProxyInstance.for_proxy(self, owner, obj)
            self._by_class[class_] = found
        return found

    def _owner_of(self, target_cls, obj):
        if obj is not None and hasattr(target_cls, "_class"):
            target_cls = target_cls._class
        try:
            mapper = class_mapper(target_cls)
        except exc.SQLAlchemyError:
            return None
        if not mapper.has_property(self.target_collection):
            return target_cls
        return mapper.get_property(self.target_collection).parent.class_

    def __repr__(self):
        return "AssociationProxy(%r, %r)" % (self.target_collection, self.value_attr)


class AssociationProxyInstance(ColumnOperators):
    """The proxy as one class has it."""

    is_attribute = True
    __hash__ = object.__hash__

    def __init__(self, parent, owning_class, target_class, value_attr):
        self.parent = parent
        self.key = parent.key
        self.owning_class = owning_class
        self.target_collection = parent.target_collection
        self.target_class = target_class
        self.value_attr = value_attr
        self.collection_class = None

    @classmethod
    def for_proxy(cls, parent, owning_class, parent_instance):
        prop = class_mapper(owning_class).get_property(parent.target_collection)
        if not isinstance(prop, RelationshipProperty):
            raise NotImplementedError("association proxy to a non-relationship intermediary is not supported")
        target_class = prop.mapper.class_
        try:
            target = getattr(target_class, parent.value_attr)
        except AttributeError as error:
            if parent_instance is None:
                raise AttributeError(
                    f"Association proxy {owning_class.__name__}.{parent.target_collection} refers to an attribute "
                    f"'{parent.value_attr}' that is not directly mapped on class {target_class} and therefore cannot operate "
                    "in this form since we don't know what kind of object would be returned.") from error
            return ColumnAssociationProxyInstance(parent, owning_class, target_class, parent.value_attr)
        is_object = isinstance(target, AssociationProxyInstance) or getattr(target, "_is_relationship", False)
        made = ObjectAssociationProxyInstance if is_object else ColumnAssociationProxyInstance
        return made(parent, owning_class, target_class, parent.value_attr)

    @property
    def _prop(self):
        return class_mapper(self.owning_class).get_property(self.target_collection)

    @property
    def _comparator(self):
        return getattr(self.owning_class, self.target_collection)

    local_attr = _comparator

    @property
    def remote_attr(self):
        return getattr(self.target_class, self.value_attr)

    @property
    def attr(self):
        return (self.local_attr, self.remote_attr)

    @property
    def scalar(self):
        return not self._prop.uselist

    @property
    def _chained(self):
        attribute = self.remote_attr
        return attribute if isinstance(attribute, AssociationProxyInstance) else None

    @property
    def _target_is_object(self):
        return self._chained is not None or getattr(self.remote_attr, "_is_relationship", False)

    @property
    def _value_is_scalar(self):
        if self._chained is not None:
            return self._chained.scalar
        return not (self._target_is_object and self.remote_attr.property.uselist)

    def _exists(self, attribute, criterion=None, **kwargs):
        criteria = () if criterion is None else (criterion,)
        of_many = attribute.property.uselist
        return attribute.any(*criteria, **kwargs) if of_many else attribute.has(*criteria, **kwargs)

    def _criterion_exists(self, criterion=None, is_has=False, **kwargs):
        if self._chained is not None:
            return self._exists(self._comparator, self._chained._criterion_exists(criterion, **kwargs))
        if self._target_is_object:
            inner = self._exists(self.remote_attr, criterion, **kwargs)
        elif kwargs:
            raise exc.ArgumentError("Can't apply keyword arguments to column-targeted association proxy; use ==")
        elif is_has and criterion is not None:
            raise exc.ArgumentError("Non-empty has() not allowed for column-targeted association proxy; use ==")
        else:
            inner = criterion
        return self._exists(self._comparator, inner)

    def any(self, criterion=None, **kwargs):
        if self._chained is None and self.scalar and (not self._target_is_object or self._value_is_scalar):
            raise exc.InvalidRequestError("'any()' not implemented for scalar attributes. Use has().")
        return self._criterion_exists(criterion, False, **kwargs)

    def has(self, criterion=None, **kwargs):
        if self._chained is None and (not self.scalar or (self._target_is_object and not self._value_is_scalar)):
            raise exc.InvalidRequestError("'has()' not implemented for collections. Use any().")
        return self._criterion_exists(criterion, True, **kwargs)

    # Instances

    def _accessors(self):
        if self.parent.getset_factory is not None:
            return self.parent.getset_factory(self.collection_class, self)
        getter = operator.attrgetter(self.value_attr)
        name = self.value_attr
        if self.collection_class is dict:
            return getter, lambda target, key, value: setattr(target, name, value)
        return getter, lambda target, value: setattr(target, name, value)

    def get(self, obj):
        if self.scalar:
            target = getattr(obj, self.target_collection)
            return None if target is None else self._accessors()[0](target)
        known = obj.__dict__.get(self.key)
        if known is not None and known[0] == id(obj) and known[1] == id(self):
            return known[2]
        collection_class, proxy = self._new(lambda: getattr(obj, self.target_collection))
        setattr(obj, self.key, (id(obj), id(self), proxy))
        return proxy

    def _new(self, lazy):
        creator = self.parent.creator or self.target_class
        collection = lazy()
        kinds = {list: _AssociationList, dict: _AssociationDict, set: _AssociationSet}
        kind = next((kind for kind in kinds if isinstance(collection, kind)), None)
        if kind is None:
            raise exc.ArgumentError(
                f'could not guess which interface to use for collection_class "{type(collection).__name__}" backing '
                f'"{self.target_collection}"; specify a proxy_factory and proxy_bulk_set manually')
        self.collection_class = kind
        if self.parent.proxy_factory is not None:
            return kind, self.parent.proxy_factory(lazy, creator, self.value_attr, self)
        getter, setter = self._accessors()
        return kind, kinds[kind](lazy, creator, getter, setter, self)

    def set(self, obj, values):
        if self.scalar:
            creator = self.parent.creator or self.target_class
            target = getattr(obj, self.target_collection)
            if target is None:
                if values is None and not self.parent.create_on_none_assignment:
                    return
                setattr(obj, self.target_collection, creator(values))
            else:
                self._accessors()[1](target, values)
                if values is None and self.parent.cascade_scalar_deletes:
                    setattr(obj, self.target_collection, None)
            return
        proxy = self.get(obj)
        if proxy is not values:
            if self.parent.proxy_bulk_set is not None:
                proxy.clear()
                self.parent.proxy_bulk_set(proxy, values)
            else:
                proxy._bulk_replace(values)

    def delete(self, obj):
        if self.scalar:
            target = getattr(obj, self.target_collection)
            if target is not None:
                delattr(target, self.value_attr)
        delattr(obj, self.target_collection)

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, self.parent)


class ObjectAssociationProxyInstance(AssociationProxyInstance):
    """One whose values are objects."""

    def contains(self, other, **kw):
        chained = self._chained
        if chained is not None:
            return self._exists(
                self._comparator, chained.contains(other) if not chained.scalar else chained == other)
        if self.scalar and not self._value_is_scalar:
            return self._comparator.has(self.remote_attr.contains(other))
        if self.scalar:
            raise exc.InvalidRequestError("contains() doesn't apply to a scalar object endpoint; use ==")
        return self._exists(self._comparator, None, **{self.value_attr: other})

    def __eq__(self, other):
        found = self._comparator.has(**{self.value_attr: other})
        return or_(found, self._comparator == None) if other is None else found  # noqa: E711

    def __ne__(self, other):
        return self._comparator.has(self.remote_attr != other)


class ColumnAssociationProxyInstance(AssociationProxyInstance):
    """One whose values are column values."""

    def __eq__(self, other):
        found = self._criterion_exists(self.remote_attr.operate("eq", other))
        return or_(found, self._comparator == None) if other is None else found  # noqa: E711

    def operate(self, op, *other, **kw):
        return self._criterion_exists(self.remote_attr.operate(op, *other, **kw))


class _AssociationCollection:
    def __init__(self, lazy_collection, creator, getter, setter, parent):
        self.lazy_collection = lazy_collection
        self.creator = creator
        self.getter = getter
        self.setter = setter
        self.parent = parent

    col = property(lambda self: self.lazy_collection())

    def __len__(self):
        return len(self.col)

    def __bool__(self):
        return bool(self.col)

    def _get(self, target):
        return self.getter(target)

    def _create(self, value):
        return self.creator(value)

    def _set(self, target, value):
        self.setter(target, value)

    def __hash__(self):
        raise TypeError("%s objects are unhashable" % type(self).__name__)


def _plain(kind, *names):
    """Comparisons and the like on a plain copy."""
    def make(name):
        inner = getattr(kind, name)

        def method(self, *args):
            return inner(kind(self), *[kind(arg) if isinstance(arg, _AssociationCollection) else arg for arg in args])

        method.__name__ = name
        return method

    return {name: make(name) for name in names}


class _AssociationList(_AssociationCollection):
    locals().update(_plain(list, "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__add__", "__mul__",
                           "__repr__", "index", "count", "__reversed__"))
    __rmul__ = __mul__  # noqa: F821

    def copy(self):
        return list(self)

    def __radd__(self, other):
        return list(other) + list(self)

    def __getitem__(self, index):
        found = self.col[index]
        return [self._get(member) for member in found] if isinstance(index, slice) else self._get(found)

    def __setitem__(self, index, value):
        if not isinstance(index, slice):
            self._set(self.col[index], value)
            return
        start, stop, step = index.indices(len(self))
        places = list(range(start, stop, step))
        values = list(value)
        if step == 1:
            for _ in places:
                del self[start]
            for offset, item in enumerate(values):
                self.insert(start + offset, item)
            return
        if len(values) != len(places):
            raise ValueError(
                f"attempt to assign sequence of size {len(values)} to extended slice of size {len(places)}")
        for place, item in zip(places, values):
            self._set(self.col[place], item)

    def __delitem__(self, index):
        del self.col[index]

    def __contains__(self, value):
        return any(self._get(member) == value for member in self.col)

    def __iter__(self):
        for member in self.col:
            yield self._get(member)

    def append(self, value):
        self.col.append(self._create(value))

    def extend(self, values):
        for value in list(values):
            self.append(value)

    def insert(self, index, value):
        self.col.insert(index, self._create(value))

    def pop(self, index=-1):
        return self.getter(self.col.pop(index))

    def remove(self, value):
        for index, known in enumerate(self):
            if known == value:
                del self.col[index]
                return
        raise ValueError("value not in list")

    def reverse(self):
        raise NotImplementedError

    sort = reverse

    def clear(self):
        del self.col[0 : len(self.col)]

    def __iadd__(self, values):
        self.extend(values)
        return self

    def _bulk_replace(self, values):
        self.clear()
        self.extend(values)


class _AssociationDict(_AssociationCollection):
    locals().update(_plain(dict, "__eq__", "__ne__", "__repr__"))

    def _create(self, key, value):
        return self.creator(key, value)

    def _set(self, target, key, value):
        self.setter(target, key, value)

    def __getitem__(self, key):
        return self._get(self.col[key])

    def __setitem__(self, key, value):
        if key in self.col:
            self._set(self.col[key], key, value)
        else:
            self.col[key] = self._create(key, value)

    def __delitem__(self, key):
        del self.col[key]

    def __contains__(self, key):
        return key in self.col

    def __iter__(self):
        return iter(self.col)

    def clear(self):
        self.col.clear()

    def get(self, key, default=None):
        return self[key] if key in self.col else default

    def setdefault(self, key, default=None):
        if key not in self.col:
            self.col[key] = self._create(key, default)
            return default
        return self[key]

    def keys(self):
        return self.col.keys()

    def items(self):
        return [(key, self._get(member)) for key, member in self.col.items()]

    def values(self):
        return [self._get(member) for member in self.col.values()]

    def pop(self, key, *default):
        if default and key not in self.col:
            return default[0]
        return self._get(self.col.pop(key))

    def popitem(self):
        key, member = self.col.popitem()
        return key, self._get(member)

    def update(self, *args, **kw):
        for key, value in dict(*args, **kw).items():
            self[key] = value

    def copy(self):
        return dict(self.items())

    def _bulk_replace(self, values):
        known = set(self)
        added = [key for key in values if key not in known]
        for key, value in values.items():
            if key in added or key in known:
                self[key] = value
        for key in known - set(values):
            del self[key]


class _AssociationSet(_AssociationCollection):
    locals().update(_plain(set, "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__or__", "__and__", "__sub__",
                           "__xor__", "__repr__", "union", "difference", "intersection", "symmetric_difference", "issubset",
                           "issuperset", "isdisjoint"))

    def copy(self):
        return set(self)

    def __contains__(self, value):
        return any(self._get(member) == value for member in self.col)

    def __iter__(self):
        for member in self.col:
            yield self._get(member)

    def add(self, value):
        if value not in self:
            self.col.add(self._create(value))

    def discard(self, value):
        for member in self.col:
            if self._get(member) == value:
                self.col.discard(member)
                break

    def remove(self, value):
        for member in self.col:
            if self._get(member) == value:
                self.col.discard(member)
                return
        raise KeyError(value)

    def pop(self):
        if not self.col:
            raise KeyError("pop from an empty set")
        return self._get(self.col.pop())

    def update(self, *others):
        for other in others:
            for value in other:
                self.add(value)

    def clear(self):
        self.col.clear()

    def __ior__(self, other):
        self.update(other)
        return self

    def _keep(self, wanted):
        have = set(self)
        for value in have - wanted:
            self.remove(value)
        for value in wanted - have:
            self.add(value)

    def difference_update(self, other):
        for value in other:
            self.discard(value)

    def intersection_update(self, other):
        self._keep(set(self).intersection(other))

    def symmetric_difference_update(self, other):
        self._keep(set(self).symmetric_difference(other))

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def _bulk_replace(self, values):
        existing = set(self)
        constants = existing.intersection(values or ())
        additions = set(values or ()).difference(constants)
        for member in values or ():
            if member in additions:
                self.add(member)
            elif member in constants:
                self.add(member)
        for member in existing.difference(constants):
            self.remove(member)

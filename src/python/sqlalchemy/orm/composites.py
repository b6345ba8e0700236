"""`composite()`: several columns as one Python value."""

import dataclasses
import operator
import typing
import weakref

from sqlalchemy import Column, and_, exc, not_, util
from sqlalchemy._run import remembers
from sqlalchemy.orm import annotations as _annotations
from sqlalchemy.orm import comparators
from sqlalchemy.orm.comparators import CompositeComparator
from sqlalchemy.orm.interfaces import MapperProperty
from sqlalchemy.orm.properties import _MISSING, MappedColumn, _Declared
from sqlalchemy.sql.operators import ColumnOperators
from _sqlalchemy_orm import clause_list, state_of

_seen = {}
"""What the attributes were when a value was made of them, by instance."""


class Composite(MapperProperty, _Declared):
    """What `composite()` says, and once it is mapped `Model.attribute.property`."""

    def __init__(self, class_, attrs, options, dataclass_options):
        self.class_ = class_
        self.attrs = attrs
        self.options = options
        self.dataclass_options = dataclass_options
        self.is_optional = False
        self.return_none_on = _MISSING

    Comparator = comparator_factory = CompositeComparator
    active_history = property(lambda self: self.options["active_history"])
    group = property(lambda self: self.options["group"])
    deferred = property(lambda self: self.options["deferred"])
    composite_class = property(lambda self: self.class_)
    parent = property(lambda self: self._mapper)

    @property
    def props(self):
        return [self._mapper.get_property(key) for key in self.keys]

    @property
    def columns(self):
        return [prop.columns[0] for prop in self.props]

    def get_history(self, state):
        from sqlalchemy.orm.attributes import History, _history, known_history

        parts = [_history(known_history(state, key), state, key) for key in self.keys]
        new = self.class_(*[part.non_deleted()[0] if part.non_deleted() else None for part in parts])
        if not any(part.has_changes() for part in parts):
            return History((), [new], ())
        return History([new], (), [self.class_(*[part.deleted[0] if part.deleted else None for part in parts])])


CompositeProperty = Composite


def composite(
    _class_or_attr=None, *attrs, group=None, deferred=False, raiseload=False, comparator_factory=None,
    active_history=False, init=_MISSING, repr=_MISSING, default=_MISSING, default_factory=_MISSING, compare=_MISSING,
    kw_only=_MISSING, hash=_MISSING, info=None, doc=None, return_none_on=_MISSING, column_template=None, **kw,
):
    if kw:
        raise exc.ArgumentError("Additional keyword arguments are not accepted by this function/method.  The presence of "
                                "**kw is for pep-484 typing purposes")
    if column_template is not None:
        try:
            column_template % "x"
        except (TypeError, ValueError) as error:
            raise exc.ArgumentError(f"column_template {column_template!r} is not a valid template; expected a string "
                                    "containing exactly one '%s' placeholder") from error
    if isinstance(_class_or_attr, (Column, MappedColumn, str)) or hasattr(_class_or_attr, "__clause_element__"):
        attrs = (_class_or_attr, *attrs)
        _class_or_attr = None
    made = Composite(
        _class_or_attr, attrs,
        {"group": group, "deferred": deferred, "raiseload": raiseload, "active_history": active_history},
        {"init": init, "repr": repr, "default": default, "default_factory": default_factory, "compare": compare,
         "kw_only": kw_only, "hash": hash})
    made.return_none_on = return_none_on
    made._compare_by(comparator_factory)
    made.column_template = column_template
    if info is not None:
        made.info.update(info)
    return made


def declare(reg, cls, name, value, described):
    """Names and types of a composite's columns, from its annotation and the fields of its class."""
    if described is not None:
        argument = _annotations.resolve(described.argument, described.namespace, cls)
        argument, _ = _annotations.split_annotated(argument)
        inner, value.is_optional = _annotations.without_none(argument)
        inner = _annotations.resolve(inner, described.namespace, cls)
        if value.class_ is None:
            value.class_ = inner
    if not isinstance(value.class_, type) and not callable(value.class_):
        raise exc.ArgumentError("Composite class could not be determined from annotation; please provide it explicitly")
    if dataclasses.is_dataclass(value.class_):
        hints = typing.get_type_hints(value.class_)
        kinds = [(field.name, hints.get(field.name)) for field in dataclasses.fields(value.class_)]
        if len(value.attrs) > len(kinds):
            raise exc.ArgumentError(
                f"number of composite attributes {len(value.attrs)} exceeds that of the number of attributes in class "
                f"{value.class_.__name__} {len(kinds)}")
        from sqlalchemy.orm.properties import mapped_column

        template = value.column_template
        value.attrs += tuple(
            mapped_column() if template is None else mapped_column(template % name) for name, _ in kinds[len(value.attrs):])
    else:
        if value.column_template is not None:
            raise exc.ArgumentError("column_template is only supported when composite_class is a dataclass")
        kinds = [(None, None)] * len(value.attrs)
        if any(isinstance(it, (MappedColumn, Column)) and _name_of(it) is None for it in value.attrs):
            raise exc.ArgumentError("Composite class column arguments must be named unless a dataclass is used")
    from sqlalchemy.orm.decl_attributes import annotate_column

    made = []
    for attr, (field, kind) in zip(value.attrs, kinds):
        if isinstance(attr, MappedColumn):
            if kind is None:
                attr.make_column(field, None, None)
            else:
                attr = annotate_column(reg, cls, field, attr, kind, kind)
        made.append(attr)
    value.attrs = (*made, *value.attrs[len(kinds):])
    return value


def _name_of(attr):
    if isinstance(attr, MappedColumn) and attr.name is None:
        return getattr(attr.__dict__.get("_column"), "name", None)
    return attr.name


def columns_of(value):
    """The columns that a composite brings itself."""
    return [attr.column if isinstance(attr, MappedColumn) else attr
            for attr in value.attrs if isinstance(attr, (MappedColumn, Column))]


def install(cls, mapper, key, value, attributes):
    keys = []
    for attr in value.attrs:
        if isinstance(attr, str):
            keys.append(attr)
            continue
        named = next((name for name, other in attributes.items() if other is attr), None)
        if named is not None:
            keys.append(named)
        else:
            column = attr.column if isinstance(attr, MappedColumn) else attr
            keys.append(mapper._key_for_column(column))
    value.keys = tuple(keys)
    setattr(cls, key, CompositeAttribute(cls, key, value._attach(mapper, key)))


def _all_none(*values):
    return all(value is None for value in values)


class CompositeAttribute(ColumnOperators):
    """The attribute as the class has it; in expressions it stands for its columns."""

    is_attribute = True
    __hash__ = object.__hash__

    def __init__(self, owner, key, value):
        self.class_ = owner
        self.key = self.name = key
        self.property = self.prop = value
        self.composite_class = value.class_
        self.returns_none = value.return_none_on
        if self.returns_none is _MISSING:
            self.returns_none = _all_none if value.is_optional else None
        self.keys = value.keys

    info = property(lambda self: self.property.info)
    parent = property(lambda self: self.property.parent)

    @property
    def comparator(self):
        own = self._own_comparator()
        return self if own is None else own

    def _own_comparator(self):
        return comparators.of(self) if comparators.factories else None

    expression = property(lambda self: self.__clause_element__())

    def __get__(self, instance, owner):
        if instance is None:
            return self if owner is self.class_ else self._of(owner)
        if any(key not in instance.__dict__ for key in self.keys):
            # Expired, and the value with the columns.
            instance.__dict__.pop(self.key, None)
        values = tuple(getattr(instance, key) for key in self.keys)
        known = _seen.get(id(instance))
        if self.key in instance.__dict__ and known is not None and known[1].get(self.key) == values:
            return instance.__dict__[self.key]
        if self.returns_none is not None and self.returns_none(*values):
            instance.__dict__.pop(self.key, None)
            return None
        made = instance.__dict__[self.key] = self.composite_class(*values)
        self._remember(instance, values)
        self._adopt(instance, made)
        return made

    def _adopt(self, instance, value):
        """A mutable value knows whose it is."""
        parents = getattr(value, "_parents", None)
        if parents is not None:
            parents[state_of(instance)] = self.key

    def __set__(self, instance, value):
        from sqlalchemy.orm.base import DONT_SET

        if value is DONT_SET:
            return
        values = (None,) * len(self.keys) if value is None else self._values(value)
        for key, part in zip(self.keys, values):
            setattr(instance, key, part)
        instance.__dict__[self.key] = value
        self._remember(instance, tuple(values))
        if value is not None:
            self._adopt(instance, value)

    def __delete__(self, instance):
        for key in self.keys:
            delattr(instance, key)
        instance.__dict__.pop(self.key, None)

    def _take(self, instance, value):
        """The columns follow a value that was changed in place."""
        values = tuple(self._values(value))
        self._remember(instance, values)
        for key, part in zip(self.keys, values):
            setattr(instance, key, part)

    def _remember(self, instance, values):
        number = id(instance)
        if number not in _seen:
            _seen[number] = (weakref.ref(instance, lambda _: _seen.pop(number, None)), {})
        _seen[number][1][self.key] = values

    def _values(self, value):
        if value is None:
            return (None,) * len(self.keys)
        told = getattr(value, "__composite_values__", None) if not isinstance(value, CompositeAttribute) else None
        if told is not None:
            return tuple(told())
        if not dataclasses.is_dataclass(value) or isinstance(value, CompositeAttribute):
            raise exc.InvalidRequestError(
                f"Composite class {self.composite_class.__name__} is not a dataclass and does not define a "
                "__composite_values__() method; can't get state")
        return tuple(getattr(value, field.name) for field in dataclasses.fields(value))

    def _of(self, owner):
        made = CompositeAttribute.__new__(CompositeAttribute)
        made.__dict__.update(self.__dict__)
        made.class_ = owner
        return made

    @property
    def _columns(self):
        return [getattr(self.class_, key) for key in self.keys]

    @property
    def _sa_bundle(self):
        return (self.key, *self._columns)

    def _make_value(self, values):
        if self.returns_none is not None and self.returns_none(*values):
            return None
        return self.composite_class(*values)

    def _bulk_update_tuples(self, value):
        return list(zip(self._columns, self._values(value)))

    def __clause_element__(self):
        return clause_list(self._columns)

    def _asked(name):
        def ask(self, other):
            own = self._own_comparator()
            return self._compare(name, other) if own is None else getattr(operator, name)(own, other)
        return ask

    __eq__, __ne__, __lt__, __le__, __gt__, __ge__ = map(_asked, ("eq", "ne", "lt", "le", "gt", "ge"))
    del _asked

    def _compare(self, name, other):
        others = self._values(other)
        return and_(*[column.operate(name, part) for column, part in zip(self._columns, others)])

    def __str__(self):
        return f"{self.class_.__name__}.{self.key}"

    def __getattr__(self, name):
        own = None if name[:2] == "__" or name == "parent" else self._own_comparator()
        if own is not None and hasattr(type(own), name):
            return getattr(own, name)
        raise AttributeError(f"Neither 'property' object nor '{'Comparator' if own is None else type(own).__name__}' object "
                             f"associated with {self} has an attribute {name!r}")


remembers(_seen)

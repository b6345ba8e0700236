"""`inspect(Model)`: attributes, relationships and keys of a mapper, as named objects."""

from sqlalchemy import TextClause, exc
from sqlalchemy.orm.interfaces import MapperProperty
from sqlalchemy.orm.properties import ColumnProperty, Synonym
from _sqlalchemy_orm import Attribute


class ReadOnlyProperties:
    """Named objects in order: by attribute, by key, iterated as values."""

    __module__ = "sqlalchemy.util._collections"

    def __init__(self, items):
        object.__setattr__(self, "_items", items)

    def __getattr__(self, key):
        try:
            return self._items[key]
        except KeyError:
            raise AttributeError(key) from None

    def __getitem__(self, key):
        return self._items[key]

    def __iter__(self):
        return iter(list(self._items.values()))

    def __len__(self):
        return len(self._items)

    def __contains__(self, key):
        return key in self._items

    def keys(self):
        return list(self._items)

    def values(self):
        return list(self._items.values())

    def items(self):
        return list(self._items.items())

    def get(self, key, default=None):
        return self._items.get(key, default)


def property_of(mapper, key):
    for name, kind in mapper._props():
        if name == key:
            return _property(mapper, key, kind)
    found = mapper.composites.get(key)
    if found is not None:
        return found
    raise exc.InvalidRequestError(
        f"Mapper '{mapper}' has no property '{key}'.  If this property was indicated from other mappers or configure events, "
        "ensure registry.configure() has been called.")


def _property(mapper, key, kind):
    """The property object: that of the declaration, or one made when it is first asked for. Subclasses share it."""
    owner = mapper._describe(key)["parent"]
    known = owner._property_objects
    found = known.get(key)
    if found is None:
        if kind == "synonym":
            found = Synonym(owner._describe(key)["name"])
        elif kind == "concrete":
            found = MapperProperty()
        else:
            told = owner._describe(key)
            found = ColumnProperty((), told["deferred"], told["group"], told["raiseload"], told["active_history"])
        known[key] = found._attach(owner, key)
    return found


def _select(mapper, *kinds):
    return ReadOnlyProperties({
        name: _property(mapper, name, kind) for name, kind in mapper._props() if not kinds or kind in kinds})


def attrs(mapper):
    found = _select(mapper)
    composites = mapper.composites
    if not composites:
        return found
    # They stand among what the mapping names, before the columns that the table adds.
    order = mapper.__dict__.get("_declared_order", ())
    waiting = [key for key in order if key in composites] or composites.keys()
    items = {}
    for key, prop in found.items():
        while waiting and (key not in order or order.index(waiting[0]) < order.index(key)):
            name = waiting.pop(0)
            items[name] = composites[name]
        items[key] = prop
    return ReadOnlyProperties(items)


def column_attrs(mapper):
    return _select(mapper, "column", "expression")


def relationships(mapper):
    return _select(mapper, "relationship")


def synonyms(mapper):
    return _select(mapper, "synonym")


def columns(mapper):
    found = {}
    for name, kind in mapper._props():
        if kind in ("column", "expression"):
            told = mapper._describe(name)
            found[name] = told["columns"][0] if told["columns"] else told["expression"]
    return ReadOnlyProperties(found)


def descriptors(mapper):
    """What classes hold that speaks for attributes, in the order of their bodies; the base's place counts."""
    found = {}
    owners = {}
    mro = mapper.class_.__mro__
    for cls, inherited in zip(mro, mro[1:]):
        for key in cls.__dict__:
            owner = owners.setdefault(key, cls)
            value = owner.__dict__[key]
            if key not in inherited.__dict__ and getattr(type(value), "is_attribute", False):
                found[key] = value
    return ReadOnlyProperties(found)


class AttributeState:
    """One attribute of one instance: `inspect(obj).attrs.name`."""

    def __init__(self, state, key):
        self.state = state
        self.key = key

    @property
    def value(self):
        return getattr(self.state.object, self.key)

    @property
    def loaded_value(self):
        from sqlalchemy.orm.attributes import NO_VALUE

        return self.state.dict.get(self.key, NO_VALUE)

    @property
    def history(self):
        from sqlalchemy.orm.attributes import _history, known_history

        composite = state_composite(self.state, self.key)
        if composite is not None:
            return composite.get_history(self.state)
        return _history(known_history(self.state, self.key), self.state, self.key)

    def load_history(self):
        from sqlalchemy.orm.attributes import get_history

        return get_history(self.state.object, self.key)


def state_composite(state, key):
    """The composite of this name, if it is one."""
    return None if state.mapper._has_property(key) else state.mapper.composites.get(key)


def attribute_states(state):
    synonyms = {name for name, kind in state.mapper._props() if kind == "synonym"}
    return ReadOnlyProperties({
        name: AttributeState(state, name) for name in state.mapper.attrs.keys() if name not in synonyms})


def unmodified(state):
    """Keys of the attributes that have not changed."""
    return {name for name, kind in state.mapper._props() if kind != "synonym"}.difference(state._committed_keys())


def unmodified_intersection(state, keys):
    return unmodified(state).intersection(keys)


def inspect_orm(subject):
    """The mapper of a class, the state of an instance, the entity of an alias; None for anything else."""
    from _sqlalchemy_orm import Attribute, Mapper, configure_for, mapper_of, state_of

    if isinstance(subject, type):
        mapper = mapper_of(subject)
        if mapper is not None:
            configure_for(subject)
        return mapper
    if isinstance(subject, (Mapper, Attribute)):
        return subject
    insp = getattr(subject, "__dict__", {}).get("_aliased_insp")
    if insp is not None:
        return insp
    return state_of(subject)


def describe_columns(items):
    """`column_descriptions` of a SELECT with entities among its columns."""
    return [_describe_column(item) for item in items]


def describe_query(statement):
    """`Query.column_descriptions`: as those of its SELECT, but that tables are their columns and only what has a
    name of its own is named."""
    import _sqlalchemy as _n

    from sqlalchemy.sql.functions import FunctionElement
    from sqlalchemy.sql.selectable import FromClause

    found = []
    for item in _n.select_attr(statement, "columns_clause_items"):
        if isinstance(item, FromClause) and not isinstance(item, FunctionElement):
            found.extend(describe_columns(item.c))
            continue
        told = _describe_column(item)
        expr = told["expr"]
        if isinstance(expr, FunctionElement) or (
                not isinstance(expr, type) and not hasattr(expr, "_aliased_insp") and not _is_named(expr)):
            told["name"] = None
        found.append(told)
    return found


def _is_named(item):
    from sqlalchemy import Column, ColumnClause, Label
    from sqlalchemy.orm.util import Bundle
    from sqlalchemy.sql.elements import BindParameter

    return isinstance(item, (Column, ColumnClause, Label, Bundle, BindParameter, Attribute))


def _describe_column(item):
    from sqlalchemy.orm.util import AliasedClass, Bundle, alias_of
    from _sqlalchemy_orm import AliasedInsp

    if isinstance(item, AliasedInsp):
        item = alias_of(item)
    if isinstance(item, AliasedClass):
        return {"name": item._aliased_insp.name, "type": item._class, "aliased": True, "expr": item, "entity": item}
    if isinstance(item, type):
        return {"name": item.__name__, "type": item, "aliased": False, "expr": item, "entity": item}
    if isinstance(item, Bundle):
        entity = _entity_of(item.exprs[0]) if item.exprs else None
        return {"name": item.name, "type": type(item), "aliased": isinstance(entity, AliasedClass), "expr": item,
                "entity": entity}
    if isinstance(item, Attribute) and getattr(item, "_is_relationship", False):
        expression = item.__clause_element__()
        return {"name": None, "type": getattr(expression, "type", None), "aliased": False, "expr": expression, "entity": None}
    entity = _entity_of(item)
    if isinstance(item, TextClause):
        return {"name": None, "type": item.type, "aliased": False, "expr": item, "entity": None}
    if entity is None:
        from _sqlalchemy_orm import attribute_of

        entity, key = attribute_of(item) or (None, None)
        if key is not None:
            item = getattr(entity, key)
    name = getattr(item, "key", None) or getattr(item, "name", None) or "_no_label"
    return {"name": "_no_label" if name[:2] == "%(" else name, "type": getattr(item, "type", None), "aliased": isinstance(entity, AliasedClass), "expr": item, "entity": entity}


def describe_entity(mapper):
    """`entity_description` of an INSERT, UPDATE or DELETE of an entity."""
    return {"name": mapper.class_.__name__, "type": mapper.class_, "expr": mapper.class_, "entity": mapper.class_,
            "table": mapper.local_table}


def _entity_of(item):
    """The class or alias that an attribute belongs to; of other expressions that of the first column in them."""
    from _sqlalchemy_orm import Attribute

    if isinstance(item, Attribute):
        from sqlalchemy.orm.util import alias_of

        parent = item.parent
        return alias_of(parent) if hasattr(parent, "_tag") else parent.class_
    return None

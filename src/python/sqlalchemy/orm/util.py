"""Entities: aliases, identity keys, inspection helpers."""

import weakref

from sqlalchemy import exc, util
from _sqlalchemy_orm import AliasedInsp as AliasedInsp
from _sqlalchemy_orm import (
    Attribute, Mapper, aliased as _aliased, aliased_attribute, clause_list, mapper_of, polymorphic_parts, state_of,
    with_polymorphic as _with_polymorphic)


_aliases = weakref.WeakValueDictionary()


def alias_of(insp):
    """The `AliasedClass` of its inspection: the program's own, while that lives."""
    found = _aliases.get(insp._tag)
    return AliasedClass(insp, insp.mapper.class_) if found is None else found


class AliasedClass:
    """`aliased(User)`: the class under another name in one statement."""

    def __init__(self, insp, class_):
        _aliases[insp._tag] = self
        self.__dict__["_aliased_insp"] = insp
        self.__dict__["__name__"] = f"aliased({class_.__name__})"
        self.__dict__["_class"] = class_

    def __getattr__(self, key):
        if key == "__mapper__":
            return self._aliased_insp.mapper
        if key.startswith("__") or key == "_sa_option":
            raise AttributeError(key)
        mapper = self._aliased_insp.mapper
        if mapper._has_property(key):
            synonym_of = mapper._synonym_of(key)
            if synonym_of is not None:
                return getattr(self, synonym_of)
            attribute = aliased_attribute(self._aliased_insp, key)
            self.__dict__[key] = attribute
            return attribute
        target = getattr(self._class, key)
        getter = getattr(self._class.__dict__.get(key), "__get__", None)
        if getter is not None and not isinstance(target, type(self)):
            try:
                return getter(None, self)
            except TypeError:
                return target
        return target

    def __repr__(self):
        return "<AliasedClass at 0x%x; %s>" % (id(self), self._class.__name__)

    def __str__(self):
        return str(self._aliased_insp)


def aliased(element, alias=None, name=None, flat=False, adapt_on_names=False):
    from sqlalchemy import Table

    if isinstance(element, Table):
        return element.alias(name=name, flat=flat)
    class_ = element._class if isinstance(element, AliasedClass) else element.class_ if isinstance(element, Mapper) else element
    if isinstance(element, AliasedClass) and alias is not None:
        element = class_
    if mapper_of(class_) is None and hasattr(element, "alias"):
        return element.alias(name=name)
    return _with_parts(AliasedClass(_aliased(element, alias, name, bool(flat), bool(adapt_on_names)), class_))


def _with_parts(made):
    """The entity, with those of the subclasses that it loads as attributes."""
    for subclass, part in polymorphic_parts(made._aliased_insp):
        made.__dict__[subclass.__name__] = AliasedClass(part, subclass)
    return made


def identity_key(class_=None, ident=None, *, instance=None, row=None, identity_token=None):
    if class_ is not None:
        mapper = class_mapper(class_)
        if row is None and ident is None:
            raise exc.ArgumentError("ident or row is required")
        if row is not None:
            ident = tuple(row._mapping[column] for column in mapper.primary_key)
        values = tuple(ident) if isinstance(ident, (tuple, list)) else (ident,)
        return (mapper.class_, values, identity_token)
    if instance is not None:
        return state_of(instance).mapper.identity_key_from_instance(instance)
    raise exc.ArgumentError("class or instance is required")


def class_mapper(class_, configure=True):
    mapper = mapper_of(class_) if isinstance(class_, type) else None
    if mapper is None:
        if not isinstance(class_, type):
            raise exc.ArgumentError(f"Class object expected, got '{class_!r}'.")
        from sqlalchemy.orm.exc import UnmappedClassError

        raise UnmappedClassError(class_)
    if configure:
        from _sqlalchemy_orm import configure_for

        configure_for(class_)
    return mapper


def object_mapper(instance):
    state = state_of(instance)
    if state is None:
        from sqlalchemy.orm.exc import UnmappedInstanceError

        raise UnmappedInstanceError(instance)
    return state.mapper


def with_parent(instance, prop, from_entity=None):
    util.refuse("with_parent", from_entity=from_entity)
    if isinstance(prop, str):
        raise exc.ArgumentError("with_parent() accepts class-bound mapped attributes, not strings")
    from sqlalchemy.orm.interfaces import MapperProperty

    if isinstance(prop, MapperProperty):
        prop = getattr(prop.parent.class_, prop.key)
    if not isinstance(prop, Attribute):
        prop._with_parent  # An AttributeError
    if not prop._is_relationship:
        raise exc.ArgumentError(f"Expected relationship property for with_parent(), got {prop.property}")
    if instance is None:
        raise AssertionError()
    prop._expect_instance(instance)
    return prop._relationship_operator("with_parent", instance)


def join(left, right, onclause=None, isouter=False, full=False):
    """The join of two entities, or of an entity to a join."""
    from sqlalchemy import literal_column, select

    statement = select(literal_column("1")).select_from(left)
    given = () if onclause is None else (onclause,)
    return statement.join(right, *given, isouter=isouter, full=full).get_final_froms()[0]


def outerjoin(left, right, onclause=None, full=False):
    return join(left, right, onclause, True, full)


def was_deleted(object_):
    return state_of(object_).was_deleted


class Bundle:
    """`Bundle("name", A.x, A.y)`: several columns of a row as one value."""

    __class_getitem__ = util.subscript
    single_entity = False
    is_bundle = True

    def __init__(self, name, *exprs, **kw):
        self.name = self._label = name
        self.exprs = exprs
        self.single_entity = kw.pop("single_entity", self.single_entity)
        if kw:
            raise TypeError(f"Bundle() got an unexpected keyword argument {next(iter(kw))!r}")

    @property
    def _labels(self):
        return [getattr(expr, "key", None) or expr.name for expr in self.exprs]

    @property
    def c(self):
        from sqlalchemy.orm.inspection import ReadOnlyProperties

        return ReadOnlyProperties(dict(zip(self._labels, self.exprs)))

    columns = c

    def __clause_element__(self):
        return clause_list(list(self.exprs))

    @property
    def _sa_bundle(self):
        return (self.name, *self.exprs)

    def label(self, name):
        made = type(self).__new__(type(self))
        made.__dict__.update(self.__dict__)
        made.name = name
        return made

    def create_row_processor(self, query, procs, labels):
        from sqlalchemy.engine.result import rows_result

        return lambda row: rows_result(labels, [tuple(proc(row) for proc in procs)], needs_unique=False).one()

    def _make_value(self, values):
        from operator import itemgetter

        process = self.create_row_processor(None, [itemgetter(index) for index in range(len(values))], self._labels)
        return process(values)


class DictBundle(Bundle):
    """A bundle whose value is a dictionary."""

    def create_row_processor(self, query, procs, labels):
        return lambda row: dict(zip(labels, (proc(row) for proc in procs)))


def with_polymorphic(
    base, classes, selectable=False, flat=False, polymorphic_on=None, aliased=False, innerjoin=False,
    adapt_on_names=False, name=None, _use_mapper_path=False,
):
    if adapt_on_names:
        raise NotImplementedError("with_polymorphic(adapt_on_names=True) is not part of the playground yet")
    if selectable not in (None, False) and flat:
        raise exc.ArgumentError(
            "the 'flat' and 'selectable' arguments cannot be passed simultaneously to with_polymorphic()")
    class_ = base.class_ if isinstance(base, Mapper) else base
    if isinstance(classes, str):
        named = None
    else:
        named = list(classes) if isinstance(classes, (list, tuple, set)) else [classes]
    insp = _with_polymorphic(base, named, selectable, bool(flat), polymorphic_on, bool(aliased), bool(innerjoin), name)
    return _with_parts(AliasedClass(insp, class_))


def polymorphic_union(table_map, typecolname, aliasname="p_union", cast_nulls=True):
    """The tables of concrete classes as one, with a column that tells them apart."""
    from sqlalchemy import cast, literal_column, null, select, type_coerce, union_all

    keys = []
    maps = {}
    types = {}
    for key in table_map:
        table = table_map[key]
        found = {}
        for column in table.c:
            if column.key == typecolname:
                raise exc.InvalidRequestError(
                    f"Polymorphic union can't use '{typecolname}' as the discriminator column due to mapped column "
                    f"{column!r}; please apply the 'typecolname' argument; this is available on ConcreteBase as "
                    "'_concrete_discriminator_name'")
            if column.key not in types:
                keys.append(column.key)
            found[column.key] = column
            types[column.key] = column.type
        maps[table] = found

    def pick(name, table):
        if name in maps[table]:
            return maps[table][name]
        if cast_nulls:
            return cast(null(), types[name]).label(name)
        return type_coerce(null(), types[name]).label(name)

    parts = []
    for kind, table in table_map.items():
        columns = [pick(name, table) for name in keys]
        if typecolname is not None:
            text = "NULL" if kind is None else repr(kind) if isinstance(kind, (int, float)) else (
                "'" + str(kind).replace("'", "''") + "'")
            columns.append(literal_column(text).label(typecolname))
        parts.append(select(*columns).select_from(table))
    return union_all(*parts).alias(aliasname)


__getattr__ = util.later(__name__, {
    "CascadeOptions": "relationships",
})

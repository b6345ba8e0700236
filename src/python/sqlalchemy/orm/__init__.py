"""The ORM's public names."""

import copyreg

from sqlalchemy.orm import exc as exc
from sqlalchemy.orm.attributes import InstrumentedAttribute as InstrumentedAttribute
from sqlalchemy.orm.attributes import QueryableAttribute as QueryableAttribute
from sqlalchemy.orm.base import DynamicMapped as DynamicMapped
from sqlalchemy.orm.base import Mapped as Mapped
from sqlalchemy.orm.base import Unmapped as Unmapped
from sqlalchemy.orm.base import WriteOnlyMapped as WriteOnlyMapped
from sqlalchemy.orm.collections import (
    attribute_keyed_dict, attribute_mapped_collection, column_keyed_dict, column_mapped_collection, keyfunc_mapping,
    mapped_collection)
from sqlalchemy.orm.declarative import (
    DeclarativeBase, DeclarativeBaseNoMeta, DeclarativeMeta, clear_mappers, configure_mappers, declarative_base, declared_attr,
    has_inherited_table, registry, synonym_for)
from sqlalchemy.orm.events import reconstructor, validates
from sqlalchemy.orm.interfaces import MANYTOMANY, MANYTOONE, ONETOMANY, MapperProperty, PropComparator, RelationshipDirection
from sqlalchemy.orm.properties import (
    ColumnProperty, MappedColumn, MappedSQLExpression, Synonym, SynonymProperty, column_property, deferred, mapped_column,
    query_expression, synonym, unmapped_column)
from sqlalchemy.orm.relationships import Relationship, RelationshipProperty, backref, foreign, relationship, remote
from sqlalchemy.orm.session import (
    Session, SessionTransaction, close_all_sessions, make_transient, make_transient_to_detached, object_session,
    sessionmaker)
from sqlalchemy.orm.strategy_options import (
    Load, contains_eager, defaultload, defer, immediateload, joinedload, lazyload, load_only, noload, raiseload,
    selectin_polymorphic, selectinload, subqueryload, undefer, undefer_group, with_expression, with_loader_criteria)
from sqlalchemy.orm.util import (
    AliasedClass, Bundle, DictBundle, aliased, class_mapper, join, object_mapper, outerjoin, polymorphic_union, was_deleted,
    with_parent, with_polymorphic)
from sqlalchemy.orm.mapper import Mapper as Mapper
from _sqlalchemy_orm import InstanceState, install_hook

install_hook()


def _reduce_state(state):
    from sqlalchemy.orm import pickling

    return pickling.reduce_state(state)


copyreg.pickle(InstanceState, _reduce_state)

_LATER = {
    "Query": "query", "scoped_session": "scoping", "MappedAsDataclass": "dataclasses", "composite": "composites",
    "mapped_as_dataclass": "dataclasses", "unmapped_dataclass": "dataclasses",
    "declarative_mixin": "decl_api", "as_declarative": "decl_api", "as_typed_table": "decl_api", "add_mapped_attribute": "decl_api",
    "ORMExecuteState": "execution", "Composite": "composites", "CompositeProperty": "composites",
    "AttributeEventToken": "events", "ORMDescriptor": "base", "QueryContext": "events", "UOWTransaction": "events",
    "PassiveFlag": "base", "IdentityMap": "identity", "LoaderCallableStatus": "base",
    "KeyFuncDict": "collections", "MappedCollection": "collections", "FromStatement": "results", "NO_VALUE": "base",
    "CascadeOptions": "relationships", "AttributeState": "inspection", "WriteOnlyCollection": "writeonly", "AppenderQuery": "writeonly", "dynamic_loader": "relationships",
}


__all__ = sorted(
    {name for name in globals() if not name.startswith("_")} | {name for name, module in _LATER.items() if module})


def __getattr__(name):
    if name in _LATER and _LATER[name]:
        import importlib

        try:
            module = importlib.import_module(f"sqlalchemy.orm.{_LATER[name]}")
        except ModuleNotFoundError:
            raise NotImplementedError(f"sqlalchemy.orm.{name} is not part of the playground yet") from None
        return getattr(module, name)
    if name in _LATER:
        return _missing(name)
    raise AttributeError(f"module 'sqlalchemy.orm' has no attribute '{name}'")


def _missing(name):
    def refuse(*args, **kw):
        raise NotImplementedError(f"sqlalchemy.orm.{name} is not part of the playground yet")

    refuse.__name__ = name
    return refuse

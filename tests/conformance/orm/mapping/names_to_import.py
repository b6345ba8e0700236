"""Names that the modules of the ORM give."""

from sqlalchemy.orm import AttributeEventToken, ORMDescriptor, PassiveFlag, QueryContext, UOWTransaction
from sqlalchemy.orm.attributes import PASSIVE_NO_INITIALIZE, PASSIVE_OFF, LoaderCallableStatus
from sqlalchemy.orm.base import class_mapper, instance_state, object_mapper, RelationshipDirection
from sqlalchemy.orm.decl_api import (
    DeclarativeBase,
    DeclarativeMeta,
    MappedAsDataclass,
    declarative_base,
    declared_attr,
)
from sqlalchemy.orm.descriptor_props import Composite, CompositeProperty, Synonym, SynonymProperty
from sqlalchemy.orm.dynamic import AppenderQuery
from sqlalchemy.orm.mapper import Mapper, configure_mappers, reconstructor, validates
from sqlalchemy.orm.properties import RelationshipProperty
from sqlalchemy.orm.query import AliasedClass, FromStatement
from sqlalchemy.orm.scoping import ScopedSession
from sqlalchemy.orm.session import ORMExecuteState
from sqlalchemy.orm.util import AliasedInsp, CascadeOptions
from sqlalchemy import orm

for its, name in (
    (orm, "DeclarativeMeta"),
    (orm, "DeclarativeBase"),
    (orm, "MappedAsDataclass"),
    (orm, "declared_attr"),
):
    print(name, getattr(its, name) is globals()[name])
print(list(LoaderCallableStatus))
print([(name, int(it)) for name, it in PassiveFlag.__members__.items()])
print(PASSIVE_NO_INITIALIZE is orm.base.PASSIVE_NO_INITIALIZE, PASSIVE_OFF == 31)

"""Tables with schemas, named in the strings of relationships."""

from sqlalchemy import Column, Integer, ForeignKey, Table
from sqlalchemy.orm import declarative_base, relationship, configure_mappers

Base = declarative_base()


class User(Base):
    __tablename__ = "users"
    __table_args__ = {"schema": "fooschema"}
    id = Column(Integer, primary_key=True)
    props = relationship(
        "Prop",
        secondary="fooschema.user_to_prop",
        primaryjoin="User.id==fooschema.user_to_prop.c.user_id",
        secondaryjoin="fooschema.user_to_prop.c.prop_id==Prop.id",
        backref="users",
    )


class Prop(Base):
    __tablename__ = "props"
    __table_args__ = {"schema": "fooschema"}
    id = Column(Integer, primary_key=True)


t = Table(
    "user_to_prop",
    Base.metadata,
    Column("user_id", Integer, ForeignKey("fooschema.users.id")),
    Column("prop_id", Integer, ForeignKey("fooschema.props.id")),
    schema="fooschema",
)
configure_mappers()
print(User.props.property.secondary is t)
import warnings

warnings.simplefilter("always")
warnings.showwarning = lambda m, c, *a, **k: print(c.__name__, m)
from sqlalchemy import Column, Integer, ForeignKey, Table, MetaData, BLANK_SCHEMA
from sqlalchemy.orm import declarative_base, relationship, configure_mappers


def go(schema):
    Base = declarative_base(metadata=MetaData(schema="sch"))

    class User(Base):
        __tablename__ = "users"
        id = Column(Integer, primary_key=True)
        props = relationship("Prop", secondary="user_to_prop")

    class Prop(Base):
        __tablename__ = "props"
        id = Column(Integer, primary_key=True)
        users = relationship(
            "User",
            secondary="user_to_prop",
            primaryjoin="Prop.id==user_to_prop.c.prop_id",
            secondaryjoin="user_to_prop.c.user_id==User.id",
            viewonly=True,
        )

    t = Table(
        "user_to_prop",
        Base.metadata,
        Column("user_id", Integer, ForeignKey("sch.users.id")),
        Column("prop_id", Integer, ForeignKey("sch.props.id")),
        schema=schema,
    )
    try:
        configure_mappers()
        print(User.props.property.secondary is t)
    except Exception as e:
        print(type(e).__name__, e)
    Base.registry.dispose()


go(None)
go(BLANK_SCHEMA)

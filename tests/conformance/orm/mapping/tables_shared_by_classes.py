"""Tables shared by classes."""
from sqlalchemy import Column, Integer, String, Table, create_engine, inspect, select
from sqlalchemy.orm import DeclarativeBase, Session


class Base(DeclarativeBase):
    pass


t = Table("t", Base.metadata, Column("id", Integer, primary_key=True), Column("a", String), Column("b", String))


class Narrow(Base):
    __table__ = t
    __mapper_args__ = {"include_properties": ["id", "a"]}


class Wide(Base):
    __table__ = t
    first = t.c.a


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add(Narrow(id=1, a="x"))
    session.flush()
    print(session.get(Wide, 1).first, inspect(Narrow).attrs.keys(), inspect(Wide).attrs.keys())
    session.add(Wide(id=2, first="p", b="q"))
    session.commit()
    print([n.a for n in session.scalars(select(Narrow).order_by(Narrow.id))])

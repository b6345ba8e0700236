"""Mapper primary key and views."""
from sqlalchemy import Column, Integer, String, Table, create_engine, inspect, select
from sqlalchemy.orm import DeclarativeBase, Session


class Base(DeclarativeBase):
    pass


log = Table("log", Base.metadata, Column("day", String), Column("line", Integer), Column("text", String))


class Entry(Base):
    __table__ = log
    __mapper_args__ = {"primary_key": [log.c.day, log.c.line]}


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([Entry(day="mo", line=1, text="a"), Entry(day="mo", line=2, text="b"), Entry(day="tu", line=1, text="c")])
    session.commit()
    e = session.get(Entry, ("mo", 2))
    e.text = "z"
    session.delete(session.get(Entry, ("tu", 1)))
    session.commit()
    print([(x.day, x.line, x.text) for x in session.scalars(select(Entry))], inspect(Entry).primary_key)

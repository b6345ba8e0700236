"""An attribute that was never set, of a class with a base, after a flush."""

from sqlalchemy import Column, Integer, String, create_engine
from sqlalchemy.orm import DeclarativeBase, Session


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id = Column(Integer, primary_key=True)
    type = Column(String)
    x = Column(String)
    y = Column(String)
    __mapper_args__ = {"polymorphic_on": "type", "polymorphic_identity": "a"}


class B(A):
    __mapper_args__ = {"polymorphic_identity": "b"}


e = create_engine("sqlite://")
Base.metadata.create_all(e)
for cls in (A, B):
    with Session(e) as s:
        a = cls(x="1")
        s.add(a)
        s.flush()
        s.expunge_all()
        try:
            print(a.x, a.y)
        except Exception as ex:
            print(type(ex).__name__, ex)
    with Session(e) as s:
        a = cls(x="1")
        s.add(a)
        s.flush()
        try:
            print(a.x, a.y)
        except Exception as ex:
            print(type(ex).__name__, ex)

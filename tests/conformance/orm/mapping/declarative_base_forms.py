"""Declarative base forms."""
import re
from sqlalchemy import Column, ForeignKey, Integer, String, create_engine
from sqlalchemy.orm import Session, declarative_base, declared_attr, relationship


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


class Common:
    def __repr__(self):
        return f"{type(self).__name__} {self.id}"

    @declared_attr
    def __tablename__(cls):
        return "t_" + cls.__name__.lower()


Base = declarative_base(cls=Common, name="Root")


class A(Base):
    id = Column(Integer, primary_key=True)
    name = Column(String(10), nullable=False)
    bs = relationship("B", back_populates="a", order_by="desc(B.id)")


class B(Base):
    id = Column(Integer, primary_key=True)
    a_id = Column(Integer, ForeignKey("t_a.id"))
    a = relationship("A", back_populates="bs", primaryjoin="A.id == B.a_id")


print(Base.__name__, A.__table__.name, A.registry is Base.registry, Base.metadata is A.metadata)
engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add(A(id=1, name="x", bs=[B(), B()]))
    session.commit()
    print(session.get(A, 1), session.get(A, 1).bs)
other = declarative_base(metadata=Base.metadata, constructor=None)


class C(other):
    __tablename__ = "c"
    id = Column(Integer, primary_key=True)


tried(lambda: C(id=1))
print(C().id)

"""passive_updates and passive_deletes of joined inheritance."""

from sqlalchemy import *
from sqlalchemy.orm import *


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[str] = mapped_column(primary_key=True)
    type: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "type", "polymorphic_identity": "a", "passive_updates": False}


class B(A):
    __tablename__ = "b"
    id: Mapped[str] = mapped_column(ForeignKey("a.id"), primary_key=True)
    x: Mapped[int]
    __mapper_args__ = {"polymorphic_identity": "b"}


class C(Base):
    __tablename__ = "c"
    id: Mapped[str] = mapped_column(primary_key=True)
    type: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "type", "polymorphic_identity": "c", "passive_deletes": True}


class D(C):
    __tablename__ = "d"
    id: Mapped[str] = mapped_column(ForeignKey("c.id", ondelete="CASCADE"), primary_key=True)
    x: Mapped[int]
    __mapper_args__ = {"polymorphic_identity": "d"}


class P(Base):
    __tablename__ = "p"
    __mapper_args__ = {"column_prefix": "_"}
    id = Column(Integer, primary_key=True)
    name = Column(String)


print(
    sorted(P.__mapper__.attrs.keys()),
    B.__mapper__.passive_updates,
    D.__mapper__.passive_deletes,
    A.__mapper__.passive_deletes,
)
e = create_engine("sqlite://")
from sqlalchemy import event


@event.listens_for(e, "connect")
def f(c, r):
    c.execute("pragma foreign_keys=on")


Base.metadata.create_all(e)
s = Session(e)


def go(f):
    try:
        print(f())
    except Exception as ex:
        print(type(ex).__name__, str(ex)[:300])
        s.rollback()


s.add(D(id="1", x=3))
s.commit()
d = s.scalars(select(C)).one()
s.delete(d)
go(lambda: s.commit())
s.add(D(id="2", x=3))
s.commit()
s.expunge_all()
d = s.get(D, "2")
s.delete(d)
go(lambda: s.commit())
print(s.execute(text("select count(*) from d")).scalar())
s.add(B(id="1", x=3))
s.commit()
b = s.get(B, "1")
b.id = "9"
go(lambda: s.commit())
e2 = create_engine("sqlite://")
Base.metadata.create_all(e2)
s = Session(e2)
s.add(B(id="1", x=3))
s.commit()
b = s.get(B, "1")
b.id = "9"
go(lambda: s.commit())
print(s.execute(text("select * from b")).all())

"""load_on_pending, enable_relationship_loading(), dynamic_loader(), query_class, distinct_target_key, enable_typechecks=False, update_args."""

from sqlalchemy import *
from sqlalchemy.orm import *


class Base(DeclarativeBase):
    pass


class MyQuery(Query):
    def big(self):
        return self.filter(B.id > 1)


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    bs: Mapped[list["B"]] = relationship(back_populates="a")
    dyn = dynamic_loader("B", viewonly=True, order_by="B.id")
    dyn2 = relationship("B", lazy="dynamic", query_class=MyQuery, viewonly=True)
    sub = relationship("B", lazy="subquery", distinct_target_key=True, viewonly=True)


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int | None] = mapped_column(ForeignKey("a.id"))
    a: Mapped[A] = relationship(back_populates="bs", load_on_pending=True)
    a2 = relationship(A, viewonly=True)
    cs = relationship("C", load_on_pending=True)


class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    b_id: Mapped[int | None] = mapped_column(ForeignKey("b.id"))


class X(Base):
    __tablename__ = "x"
    id: Mapped[int] = mapped_column(primary_key=True)
    ys = relationship("Y", enable_typechecks=False)
    zs = relationship("Y", overlaps="ys")


class Y(Base):
    __tablename__ = "y"
    id: Mapped[int] = mapped_column(primary_key=True)
    x_id: Mapped[int | None] = mapped_column(ForeignKey("x.id"))


class Z(Y):
    __tablename__ = "z"
    id: Mapped[int] = mapped_column(ForeignKey("y.id"), primary_key=True)


e = create_engine("sqlite://")
Base.metadata.create_all(e)
s = Session(e)


def go(f):
    try:
        print(f())
    except Exception as ex:
        print(type(ex).__name__, str(ex)[:300])


s.add(A(id=1, name="x", bs=[B(id=5), B(id=1)]))
s.add(C(b_id=77))
s.commit()
b = B(a_id=1)
s.add(b)
with s.no_autoflush:
    go(lambda: b.a.name)
    go(lambda: b.a2)
    go(lambda: len(b.cs))
b = B(id=77)
s.add(b)
with s.no_autoflush:
    go(lambda: len(b.cs))
    go(lambda: b.a)
s.rollback()
b2 = B(a_id=1)
go(lambda: b2.a)
b2 = B(a_id=1)
s.enable_relationship_loading(b2)
go(lambda: b2.a.name)
go(lambda: b2 in s)
go(lambda: b2.a2.name)
go(lambda: s.enable_relationship_loading(object()))
go(lambda: inspect(b2).session is s)
go(lambda: (inspect(b2).transient, inspect(b2).pending, inspect(b2).detached))
b3 = B(id=77)
s.enable_relationship_loading(b3)
go(lambda: len(b3.cs))
s2 = Session(e)
s.flush()
go(lambda: b2.id)
s.rollback()
a = s.get(A, 1)
go(lambda: [x.id for x in a.dyn])
go(lambda: type(a.dyn2).__name__)
go(lambda: [x.id for x in a.dyn2.big()])
go(lambda: type(a.dyn2.big()).__name__)
go(lambda: [b.id for b in a.sub])
go(lambda: isinstance(a.dyn2, MyQuery))
go(lambda: a.dyn.filter(B.id == 5).count())
x = X(ys=[Z()])
s.add(x)
go(s.flush)
s.rollback()
x = X(zs=[Z()])
s.add(x)
go(s.flush)
s.rollback()
go(lambda: s.query(A).update({"name": "k"}, update_args={"mysql_limit": 5}))
go(lambda: s.query(A).delete(delete_args={"mysql_limit": 5}))
go(lambda: s.query(A).delete(delete_args={"zz": 5}))

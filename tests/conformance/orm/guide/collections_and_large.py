"""Collections and large."""
from sqlalchemy import ForeignKey, create_engine, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship, with_parent
from typing import List, Optional


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    q: Mapped[Optional[int]]
    bs: Mapped[List["B"]] = relationship(back_populates="a", order_by="B.id")
    cs: Mapped[List["C"]] = relationship(order_by="C.id")


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int] = mapped_column(ForeignKey("a.id"))
    x: Mapped[Optional[int]]
    y: Mapped[Optional[int]]
    a: Mapped[A] = relationship(back_populates="bs")
    ds: Mapped[List["D"]] = relationship(order_by="D.id")


class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int] = mapped_column(ForeignKey("a.id"))


class D(Base):
    __tablename__ = "d"
    id: Mapped[int] = mapped_column(primary_key=True)
    b_id: Mapped[int] = mapped_column(ForeignKey("b.id"))
    name: Mapped[Optional[str]]


engine = create_engine("sqlite://", echo=True)
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([A(id=1, q=1, bs=[B(id=1, x=1, ds=[D(id=1, name="d")]), B(id=2, x=2)], cs=[C(id=1)]), A(id=2, q=2, bs=[B(id=3, y=1)]), A(id=3)])
    session.commit()


with Session(engine) as session:
    a = session.get(A, 1)
    print(len(a.bs), [b.id for b in a.bs[:1]])
    stmt = select(B).where(with_parent(a, A.bs)).order_by(B.id)
    print([b.id for b in session.scalars(stmt)])
    print([b.id for b in session.scalars(select(B).where(B.a == a).order_by(B.id))], session.scalar(select(func.count()).select_from(B).where(B.a_id == a.id)))
    for part in session.scalars(select(B).order_by(B.id)).partitions(2):
        print([b.id for b in part])
    b = a.bs.pop(0)
    a.bs.insert(0, b)
    print(session.is_modified(a))
    session.flush()

"""Raiseload variants."""
from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Load, Mapped, Session, defaultload, joinedload, lazyload, mapped_column, raiseload, relationship
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
    def run(title, *opts):
        print(title)
        session.expunge_all()
        a = session.scalars(select(A).options(*opts).order_by(A.id)).unique().first()
        for step in (lambda: a.bs, lambda: a.cs, lambda: a.bs[0].ds, lambda: a.bs[0].a):
            try:
                print(type(step()).__name__)
            except Exception as error:
                print(type(error).__name__, error)

    run("all", raiseload("*"))
    run("joined then all", joinedload(A.bs), raiseload("*"))
    run("one path", joinedload(A.bs).raiseload("*"))
    run("one", raiseload(A.cs))
    run("sql only", raiseload(A.bs, sql_only=True))
    run("all but defaultload", defaultload(A.bs).raiseload(B.ds))
    run("Load", Load(A).raiseload("*"))
    run("lazyload", lazyload(A.bs).raiseload(B.ds))

"""Eager with queries."""
from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, aliased, contains_eager, joinedload, mapped_column, relationship, selectinload, subqueryload
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
    def run(stmt):
        session.expunge_all()
        for a in session.scalars(stmt).unique():
            print(a.id, [b.id for b in a.bs])

    run(select(A).options(joinedload(A.bs)).join(A.bs).where(B.x == 1))
    run(select(A).join(A.bs).options(contains_eager(A.bs)).where(B.x == 1))
    run(select(A).join(A.bs).where(B.x == 1).options(contains_eager(A.bs)).execution_options(populate_existing=True))
    run(select(A).options(joinedload(A.bs)).order_by(A.id).limit(1))
    run(select(A).options(subqueryload(A.bs)).order_by(A.id).limit(1))
    run(select(A).options(selectinload(A.bs)).order_by(A.id).limit(1))
    al = aliased(B)
    run(select(A).outerjoin(al, A.bs).options(contains_eager(A.bs.of_type(al))).order_by(A.id, al.id))
    sub = select(B).where(B.x != None).subquery()
    ba = aliased(B, sub)
    run(select(A).join(A.bs.of_type(ba)).options(contains_eager(A.bs.of_type(ba))))

"""Which criteria of relationships are one statement to the cache"""

from sqlalchemy import *
from sqlalchemy.orm import *
from typing import *


class Base(DeclarativeBase):
    pass


t = Table("ab", Base.metadata, Column("a_id", ForeignKey("a.id")), Column("d_id", ForeignKey("d.id")))


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    q: Mapped[Optional[int]]
    bs: Mapped[List["B"]] = relationship(back_populates="a", order_by="B.id")
    cs: Mapped[List["B"]] = relationship(viewonly=True, order_by="B.id")
    ds: Mapped[List["D"]] = relationship(secondary=t, back_populates="as_")


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int] = mapped_column(ForeignKey("a.id"))
    a: Mapped[A] = relationship(back_populates="bs")


class D(Base):
    __tablename__ = "d"
    id: Mapped[int] = mapped_column(primary_key=True)
    as_: Mapped[List["A"]] = relationship(secondary=t, back_populates="ds")


engine = create_engine("sqlite://", echo=True)
Base.metadata.create_all(engine)
with Session(engine) as s:
    s.add_all([A(id=1, q=1, bs=[B(id=1), B(id=2)], ds=[D(id=1)]), A(id=2)])
    s.commit()
    a = s.get(A, 1)
    b = s.get(B, 1)
    d = s.get(D, 1)
    a2 = s.get(A, 2)
    for stmt in (
        select(B).where(with_parent(a, A.bs)),
        select(B).where(with_parent(a2, A.bs)),
        select(B).where(with_parent(a, A.cs)),
        select(B).where(B.a == a),
        select(B).where(B.a == a2),
        select(B).where(B.a_id == 1),
        select(B).where(a.id == B.a_id),
        select(B).where(B.a.has()),
        select(B).where(B.a.has(A.id == 1)),
        select(B).where(B.a.has(A.id == 1)),
        select(A).where(A.bs.any()),
        select(A).where(A.cs.any()),
        select(A).where(A.bs.any(B.id == 1)),
        select(A).where(A.bs.contains(b)),
        select(A).where(A.cs.contains(b)),
        select(A).where(A.ds.contains(d)),
        select(D).where(D.as_.contains(a)),
        select(D).where(with_parent(a, A.ds)),
        select(D).where(with_parent(a2, A.ds)),
        select(B).where(B.a == None),
        select(B).where(B.a != None),
        select(B).where(B.a != a),
        select(B).join(B.a),
        select(B).join(A.bs),
        select(B).join(A),
        select(B).join(A, A.id == B.a_id),
        select(A).join(A.bs),
        select(A).join(B),
        select(A).join(B, A.bs),
        select(A).join(A.cs),
        select(A).join(A.ds),
        select(A).join(A.ds),
        select(B).where(B.a.expression if hasattr(B.a, "expression") else true()),
        select(aliased(B)).where(B.id == 1),
        select(A).options(joinedload(A.bs)),
        select(A).options(joinedload(A.cs)),
        select(A).options(joinedload(A.bs)),
        select(A).options(selectinload(A.ds)),
        select(A).options(selectinload(A.ds)),
        select(A).options(subqueryload(A.bs)),
        select(A).options(subqueryload(A.cs)),
    ):
        s.execute(stmt).unique().all()
    s.expire_all()
    a.bs
    a.cs
    a.ds
    b.a
    d.as_
    a2.bs
    a2.cs

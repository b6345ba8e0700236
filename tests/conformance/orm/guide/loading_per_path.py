"""Loading per path."""
from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Load, Mapped, Session, defaultload, immediateload, joinedload, lazyload, load_only, mapped_column, relationship, selectinload
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
        for a in session.scalars(select(A).options(*opts).order_by(A.id)).unique():
            print(a.id, [(b.id, [d.id for d in b.ds]) for b in a.bs], [c.id for c in a.cs])

    run("lazy", lazyload(A.bs).subqueryload(B.ds))
    run("joined", joinedload(A.bs).joinedload(B.ds))
    run("default", defaultload(A.bs).joinedload(B.ds))
    run("options", joinedload(A.bs).options(joinedload(B.ds).load_only(D.name)))
    run("separate", joinedload(A.bs), selectinload(A.cs))
    run("and", selectinload(A.bs.and_(B.x > 1)))
    run("several", selectinload(A.bs).options(load_only(B.x), joinedload(B.ds)), defaultload(A.cs))
    run("innerjoin", joinedload(A.bs, innerjoin=False).joinedload(B.ds, innerjoin=True))
    run("load", Load(A).subqueryload(A.bs), Load(A).joinedload(A.cs))
    run("immediate", immediateload(A.bs).immediateload(B.ds))

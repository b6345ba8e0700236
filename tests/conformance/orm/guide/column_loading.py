"""Column loading."""
from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import Bundle, DeclarativeBase, Load, Mapped, Session, defer, load_only, mapped_column, relationship, selectinload, undefer
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
    def run(title, stmt):
        print(title)
        session.expunge_all()
        for obj in session.scalars(stmt).unique():
            print(sorted(k for k in obj.__dict__ if not k.startswith("_")))

    run("load_only", select(B).options(load_only(B.x)))
    run("several entities", select(B).join(B.a).options(load_only(B.x), Load(A).load_only(A.q)))
    run("defer", select(B).options(defer(B.x), defer(B.y)))
    run("related", select(A).options(selectinload(A.bs).load_only(B.y)))
    run("raise", select(B).options(defer(B.x, raiseload=True)))
    run("wild", select(B).options(defer("*"), undefer(B.y)))
    print(session.execute(select(A, B).join(A.bs).options(Load(A).load_only(A.id), Load(B).defer(B.x)).order_by(B.id)).first()[1].y)
    bundle = Bundle("b1", B.id, B.x)
    print([row.b1.x for row in session.execute(select(bundle, A.q).join(A).order_by(B.id))])

"""Three levels joined."""
from sqlalchemy import ForeignKey, create_engine, func, insert, select, update
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from typing import Optional


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    a: Mapped[Optional[int]]
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "a"}


class B(A):
    __tablename__ = "b"
    b_id: Mapped[int] = mapped_column(ForeignKey("a.id"), primary_key=True)
    b: Mapped[Optional[int]]
    __mapper_args__ = {"polymorphic_identity": "b"}


class C(B):
    __tablename__ = "c"
    c_id: Mapped[int] = mapped_column(ForeignKey("b.b_id"), primary_key=True)
    c: Mapped[Optional[int]] = mapped_column(default=9)
    __mapper_args__ = {"polymorphic_identity": "c"}


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([C(id=3, a=1, b=2, c=3), B(id=2, a=1, b=2), A(id=1, a=1), C(a=5)])
    session.commit()
    session.expunge_all()
    for o in session.scalars(select(A).order_by(A.id)):
        print(type(o).__name__, o.a, getattr(o, "b", None), getattr(o, "c", None))
    c = session.get(C, 3)
    c.a, c.c = 10, 30
    session.commit()
    print(session.execute(select(C.id, C.a, C.b, C.c, C.b_id, C.c_id).order_by(C.id)).all())
    session.execute(update(C).values(c=0))
    session.delete(c)
    session.commit()
    print(session.scalars(select(func.count(B.id))).one())
    print(session.execute(insert(C).returning(C.id), [{"a": 1, "b": 2, "c": 3}]).all() if False else "", select(B).where(B.a == 1))

"""Lazy options in the mapping."""
from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    joined: Mapped[list["B"]] = relationship(lazy="joined", viewonly=True, order_by="B.id")
    selectin: Mapped[list["B"]] = relationship(lazy="selectin", viewonly=True, order_by="B.id")
    never: Mapped[list["B"]] = relationship(lazy="raise", viewonly=True)
    on_sql: Mapped[list["B"]] = relationship(lazy="raise_on_sql", viewonly=True)
    bs: Mapped[list["B"]] = relationship(order_by="B.id")


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int] = mapped_column(ForeignKey("a.id"))
    a: Mapped[A] = relationship(lazy="raise_on_sql", viewonly=True)
    inner: Mapped[A] = relationship(lazy="joined", innerjoin=True, viewonly=True)


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([A(id=1, bs=[B(id=1), B(id=2)]), A(id=2)])
    session.commit()
    session.expunge_all()
    for a in session.scalars(select(A).order_by(A.id)).unique():
        print(a.id, len(a.joined), len(a.selectin))
        for name in ("never", "on_sql"):
            try:
                print(getattr(a, name))
            except Exception as error:
                print(type(error).__name__, error)
    session.expunge_all()
    b = session.get(B, 1)
    print(b.inner.id, b.a.id)
    session.expunge_all()
    print(session.get(A, 2).joined)

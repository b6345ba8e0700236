"""Cascade delete and passive."""
from sqlalchemy import ForeignKey, create_engine, event, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from typing import Optional


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"

    id: Mapped[int] = mapped_column(primary_key=True)
    bs: Mapped[list["B"]] = relationship(cascade="all, delete", order_by="B.id")
    cs: Mapped[list["C"]] = relationship(passive_deletes=True, cascade="all")
    ds: Mapped[list["D"]] = relationship(passive_deletes="all")


class B(Base):
    __tablename__ = "b"

    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[Optional[int]] = mapped_column(ForeignKey("a.id"))
    es: Mapped[list["E"]] = relationship(cascade="all", order_by="E.id")


class C(Base):
    __tablename__ = "c"

    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[Optional[int]] = mapped_column(ForeignKey("a.id", ondelete="CASCADE"))


class D(Base):
    __tablename__ = "d"

    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[Optional[int]] = mapped_column(ForeignKey("a.id", ondelete="SET NULL"))


class E(Base):
    __tablename__ = "e"

    id: Mapped[int] = mapped_column(primary_key=True)
    b_id: Mapped[Optional[int]] = mapped_column(ForeignKey("b.id"))


engine = create_engine("sqlite://")


@event.listens_for(engine, "connect")
def on(conn, record):
    conn.execute("PRAGMA foreign_keys=ON")


Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add(A(id=1, bs=[B(id=1, es=[E(id=1), E(id=2)]), B(id=2)], cs=[C(id=1), C(id=2)], ds=[D(id=1)]))
    session.commit()
    a = session.get(A, 1)
    session.get(C, 1)
    print(len(a.cs[:1]))
    session.delete(a)
    session.commit()
    print([session.execute(select(func.count()).select_from(t)).scalar() for t in Base.metadata.sorted_tables])
    print(session.execute(select(D.id, D.a_id)).all())

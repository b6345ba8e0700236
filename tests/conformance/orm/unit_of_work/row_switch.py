"""Row switch."""
from sqlalchemy import ForeignKey, create_engine, select, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from typing import Optional


class Base(DeclarativeBase):
    pass


class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[Optional[str]]
    note: Mapped[Optional[str]] = mapped_column(default="dflt")
    child: Mapped[Optional["C"]] = relationship(back_populates="p", cascade="all, delete-orphan")


class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(ForeignKey("p.id"), primary_key=True)
    text: Mapped[Optional[str]]
    p: Mapped[P] = relationship(back_populates="child")


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    p = P(id=1, name="a", note="n", child=C(text="x"))
    session.add(p)
    session.commit()
    p.child = C(text="y")
    session.commit()
    print(session.execute(select(C.id, C.text)).all())
    session.delete(p)
    session.add(P(id=1, name="b", child=C(text="z")))
    session.commit()
    print(session.execute(select(P.name, P.note, C.text).join(P.child)).all())

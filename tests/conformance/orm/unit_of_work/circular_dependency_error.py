"""Circular dependency error."""
from sqlalchemy import ForeignKey, create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from typing import Optional


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    b_id: Mapped[Optional[int]] = mapped_column(ForeignKey("b.id", name="f1"))
    b: Mapped[Optional["B"]] = relationship(foreign_keys=b_id)


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[Optional[int]] = mapped_column(ForeignKey("a.id", name="f2"))
    a: Mapped[Optional[A]] = relationship(foreign_keys=a_id)


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    a = A(id=1, b=B(id=1))
    session.add(a)
    session.commit()
    b2 = B(id=2, a=a)
    session.add(b2)
    session.commit()
    a.b.a = a
    session.commit()
    print(a.b.a is a)
    x, y = A(id=5), B(id=5)
    x.b, y.a = y, x
    session.add(x)
    try:
        session.flush()
    except Exception as error:
        print(type(error).__name__, str(error).split("(")[0])

"""Redefined classes."""
import gc
import warnings
from sqlalchemy import ForeignKey, create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from typing import Optional

gc.disable()  # when it runs decides what the name means


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)


with warnings.catch_warnings(record=True) as found:
    warnings.simplefilter("always")
    try:
        class A(Base):
            __tablename__ = "a"
            id: Mapped[int] = mapped_column(primary_key=True)
            name: Mapped[str]
    except Exception as error:
        print(type(error).__name__, error)

    class A(Base):
        __tablename__ = "a"
        __table_args__ = {"extend_existing": True}
        id: Mapped[int] = mapped_column(primary_key=True)
        name: Mapped[Optional[str]]

    class C(Base):
        __tablename__ = "c"
        id: Mapped[int] = mapped_column(primary_key=True)
        a_id: Mapped[int] = mapped_column(ForeignKey("a.id"))
        a: Mapped["A"] = relationship()

engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add(C(id=1, a=A(name="x")))
    session.commit()
    print(session.get(C, 1).a.name)
print([str(w.message) for w in found])

"""Active history and info."""
from sqlalchemy import Column, Integer, create_engine, inspect
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, column_property, mapped_column
from typing import Optional


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"

    id: Mapped[int] = mapped_column(primary_key=True)
    x: Mapped[Optional[int]] = mapped_column(active_history=True, info={"ui": "spin"})
    y: Mapped[Optional[int]] = mapped_column(doc="the y")
    z = column_property(Column(Integer, info={"c": 1}), active_history=True, info={"p": 2}, doc="zed")


print(A.x.info, A.__table__.c.x.info, A.z.info, A.__table__.c.z.info, A.y.__doc__, A.z.__doc__, A.z.property.doc)
engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    a = A(id=1, x=1, y=1, z=1)
    session.add(a)
    session.commit()
    a.y = 2
    print(inspect(a).attrs.y.history)
    a.x = 2
    print(inspect(a).attrs.x.history)
    session.commit()
    a.z = 1
    print(inspect(a).attrs.z.history, session.is_modified(a))

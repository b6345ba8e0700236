"""mapped_column() inside deferred() and column_property()"""

from sqlalchemy import *
from sqlalchemy.orm import *


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    big: Mapped[str | None] = deferred(mapped_column(String), group="g")
    big3 = deferred(mapped_column(Integer))
    big4 = deferred(Column("b4", Integer), raiseload=True)
    c: Mapped[int] = column_property(mapped_column(Integer), active_history=True)
    two = column_property(Column(Integer), deferred=True)


print(A.__table__.c.keys(), A.__table__.c.big.nullable, A.__table__.c.c.nullable)
print(select(A))


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    big: Mapped[str] = deferred(mapped_column(), group="g")


print(repr(B.__table__.c.big))
try:
    Base.metadata.create_all(create_engine("sqlite://"))
except Exception as x:
    print(type(x).__name__, x)

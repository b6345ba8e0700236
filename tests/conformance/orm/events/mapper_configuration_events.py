"""Mapper configuration events."""
import re
from sqlalchemy import ForeignKey, event
from sqlalchemy.orm import DeclarativeBase, Mapped, Mapper, configure_mappers, mapped_column


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


seen = []
event.listen(Mapper, "instrument_class", lambda m, c: seen.append(("instrument", c.__name__)))
event.listen(Mapper, "mapper_configured", lambda m, c: seen.append(("configured", c.__name__)))
event.listen(Mapper, "before_configured", lambda: seen.append("before"))
event.listen(Mapper, "after_configured", lambda: seen.append("after"))


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)


class B(A):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(ForeignKey("a.id"), primary_key=True)


print(seen)
configure_mappers()
configure_mappers()
print(seen)


@event.listens_for(Base, "attribute_instrument", propagate=True)
def attr(cls, key, inst):
    print("attribute", cls.__name__, key, type(inst).__name__)


class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]

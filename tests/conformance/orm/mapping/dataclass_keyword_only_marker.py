"""dataclasses.KW_ONLY among mapped attributes."""

import dataclasses
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, MappedAsDataclass


class Base(MappedAsDataclass, DeclarativeBase):
    pass


class Child(Base):
    __tablename__ = "child"
    a: Mapped[int] = mapped_column(primary_key=True)
    b: Mapped[int] = mapped_column(default=1)
    _: dataclasses.KW_ONLY
    c: Mapped[int]


print(Child(1, c=5))
import dataclasses
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, MappedAsDataclass


class Base(MappedAsDataclass, DeclarativeBase):
    pass


class Mixin(MappedAsDataclass):
    a: Mapped[int] = mapped_column(primary_key=True)
    b: Mapped[int] = mapped_column(default=1)


class Child(Mixin, Base):
    __tablename__ = "child"
    _: dataclasses.KW_ONLY
    c: Mapped[int]


print(Child(1, c=5))

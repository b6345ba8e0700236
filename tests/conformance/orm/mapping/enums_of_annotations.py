"""Enum and Literal in annotations, and Enum in type_annotation_map."""

import enum
from typing import Literal
from sqlalchemy import Enum, String, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, Session


class Color(enum.Enum):
    red = 1
    blue = 2


class Kind(str, enum.Enum):
    a = "x"


class IK(enum.IntEnum):
    a = 1


S = Literal["to-do", "done"]


def go(label, ann, type_map):
    class Base(DeclarativeBase):
        type_annotation_map = type_map

    try:

        class T(Base):
            __tablename__ = "t"
            id: Mapped[int] = mapped_column(primary_key=True)
            data: Mapped[ann]

        t = T.__table__.c.data.type
        print(
            label,
            repr(t),
            getattr(t, "name", None),
            getattr(t, "native_enum", None),
            getattr(t, "length", None),
        )
    except Exception as e:
        print(label, type(e).__name__, e)


go("1", Color, {})
go("2", Color, {enum.Enum: Enum(enum.Enum)})
go("3", Color, {enum.Enum: Enum(enum.Enum, native_enum=False)})
go("4", Color, {enum.Enum: Enum(enum.Enum, native_enum=False, length=50)})
go("5", Color, {enum.Enum: Enum(enum.Enum, values_callable=lambda e: [i.name + "!" for i in e])})
go("6", Color, {Color: String(4)})
go("7", Color, {enum.Enum: Enum(enum.Enum, name="nm")})
go("8", Color, {enum.Enum: Enum})
go("9", Color, {enum.Enum: String(9)})
go("10", Kind, {})
go("11", IK, {})
go("12", Kind, {str: String(7)})
go("13", Kind, {enum.Enum: Enum(enum.Enum, native_enum=False)})
go("L1", S, {})
go("L2", S, {Literal: Enum(enum.Enum, native_enum=False)})
go("L3", S, {S: Enum(enum.Enum, native_enum=False)})
go("L4", S, {S: String(50)})
go("L5", Literal["a", 17, False], {})
go("L6", Literal[1, 2], {})
go("L7", Literal["a", None], {})
go("L8", S, {enum.Enum: Enum(enum.Enum, native_enum=False)})
go("L9", S, {Literal: String(3)})
import enum
from typing import Literal
from sqlalchemy import Enum, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, Session


class Color(enum.Enum):
    red = 1
    blue = 2


class Base(DeclarativeBase):
    type_annotation_map = {enum.Enum: Enum(enum.Enum, native_enum=False, create_constraint=True)}


class T(Base):
    __tablename__ = "t"
    id: Mapped[int] = mapped_column(primary_key=True)
    color: Mapped[Color]
    s: Mapped[Literal["x", "y"]]


e = create_engine("sqlite://")
Base.metadata.create_all(e)
with Session(e) as s:
    s.add(T(color=Color.red, s="x"))
    s.commit()
    print(s.scalars(select(T)).one().color)

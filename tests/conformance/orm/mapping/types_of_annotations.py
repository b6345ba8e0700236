"""The SQL type of an annotation: unions, aliases, generic types, and what is no type."""

from decimal import Decimal
from typing import Union, Optional
from sqlalchemy import String, Numeric, Float
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


def go(label, alias, type_map):
    class Base(DeclarativeBase):
        type_annotation_map = type_map

    try:

        class T(Base):
            __tablename__ = "t"
            id: Mapped[int] = mapped_column(primary_key=True)
            data: Mapped[alias]

        c = T.__table__.c.data
        print(label, repr(c.type), c.nullable)
    except Exception as e:
        print(label, type(e).__name__)


U = Union[float, Decimal]
go("a", U, {U: Numeric(10, 2)})
go("b", Optional[U], {U: Numeric(10, 2)})
go("c", Optional[U], {Optional[U]: Numeric(10, 2)})
go("d", U, {Optional[U]: Numeric(10, 2)})
go("e", float | Decimal, {U: Numeric(10, 2)})
go("f", float | Decimal | None, {U: Numeric(10, 2)})
go("g", Decimal | float, {U: Numeric(10, 2)})
go("h", float, {Optional[float]: Numeric(10, 2)})
go("i", Optional[float], {Optional[float]: Numeric(10, 2)})
go("j", Optional[float], {float: Numeric(10, 2)})
from sqlalchemy import BigInteger, Column, Integer, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


def go(label, ann):
    class Base(DeclarativeBase):
        pass

    try:

        class T(Base):
            __tablename__ = "t"
            id: Mapped[int] = mapped_column(primary_key=True)
            data: Mapped[ann]

        c = T.__table__.c.data
        print(label, repr(c.type), c.nullable)
    except Exception as e:
        print(label, type(e).__name__, e)


go("type", BigInteger)
go("inst", BigInteger())
go("string", String)
go("col", Column("q", BigInteger))

go("obj", 5)


class Foo:
    pass


go("foo", Foo)
try:
    from typing import TypeAliasType
except ImportError:
    from typing_extensions import TypeAliasType
from typing import Union, Optional
from sqlalchemy import String, Numeric
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

Plain = TypeAliasType("Plain", str)
Opt = TypeAliasType("Opt", Optional[str])
Chain = TypeAliasType("Chain", Plain)
OptIn = TypeAliasType("OptIn", Union[str, int, None])
num = TypeAliasType("num", float)


def go(label, alias, type_map):
    class Base(DeclarativeBase):
        type_annotation_map = type_map

    try:

        class T(Base):
            __tablename__ = "t"
            id: Mapped[int] = mapped_column(primary_key=True)
            data: Mapped[alias]

        c = T.__table__.c.data
        print(label, repr(c.type), c.nullable)
    except Exception as e:
        print(label, type(e).__name__, e)


go("plain", Plain, {})
go("opt", Opt, {})
go("chain", Chain, {})
go("opt in map", Opt, {Opt: String(9)})
go("opt, str in map", Opt, {str: String(9)})
go("plain, str in map", Plain, {str: String(9)})
go("chain, inner alias in map", Chain, {Plain: String(9)})
go("chain, str in map", Chain, {str: String(9)})
go("Optional[alias]", Optional[Plain], {Plain: String(5)})
go("alias|None", Optional[num], {})
go("OptIn in map", OptIn, {OptIn: String(9)})
from typing import Dict, Any, List, NewType
from sqlalchemy import String, JSON, Integer
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class sub(int):
    pass


class strsub(str):
    pass


nt = NewType("nt", str)


def go(label, alias, type_map):
    class Base(DeclarativeBase):
        type_annotation_map = type_map

    try:

        class T(Base):
            __tablename__ = "t"
            id: Mapped[int] = mapped_column(primary_key=True)
            data: Mapped[alias]

        print(label, repr(T.__table__.c.data.type))
    except Exception as e:
        print(label, type(e).__name__, e)


go("dict[str,str] / dict", dict[str, str], {dict: JSON})
go("Dict[str,str] / dict", Dict[str, str], {dict: JSON})
go("dict[str,Any] / same", dict[str, Any], {dict[str, Any]: JSON})
go("dict / dict", dict, {dict: JSON})
go("list[str] / list", list[str], {list: JSON})
go("list", list, {})
go("sub / int", sub, {int: Integer})
go("sub", sub, {})
go("sub/sub", sub, {sub: Integer})
go("strsub", strsub, {})
go("nt", nt, {})
go("nt", nt, {nt: String(7)})
go("nt str", nt, {str: String(7)})
go("object", object, {object: String})

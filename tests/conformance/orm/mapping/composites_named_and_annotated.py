"""Columns of a composite need names, and its class may stand in Annotated."""

import dataclasses
from typing import Annotated
from sqlalchemy import select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, composite


class Base(DeclarativeBase):
    pass


class Address:
    def __init__(self, street: int, state: str):
        pass


try:

    class User(Base):
        __tablename__ = "user"
        id: Mapped[int] = mapped_column(primary_key=True)
        address: Mapped[Address] = composite(mapped_column(), mapped_column("zip"))

    print("ok")
except Exception as e:
    print(type(e).__name__, e)
import dataclasses
from typing import Annotated
from sqlalchemy import select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, composite


class Base(DeclarativeBase):
    pass


@dataclasses.dataclass
class Address2:
    street: str
    zip_: str


try:

    class User2(Base):
        __tablename__ = "user2"
        id: Mapped[int] = mapped_column(primary_key=True)
        address: Mapped[Annotated[Address2, "foo"]] = composite(mapped_column(), mapped_column("zip"))

    print(select(User2))
except Exception as e:
    print(type(e).__name__, e)

"""Identity in Annotated, and what may be NULL."""

from typing import Annotated, Optional
from sqlalchemy import Identity, String, ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.schema import CreateTable

ident = Annotated[int, mapped_column(Identity())]
opt = Optional[ident]


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    x: Mapped[ident]
    y: Mapped[opt]
    z: Mapped[Optional[int]] = mapped_column(Identity())
    w: Mapped[Optional[ident]] = mapped_column()
    v: Mapped[Optional[ident]] = mapped_column(nullable=True)


for c in A.__table__.c:
    print(c.name, c.nullable)

"""Annotated and type annotation map."""
import datetime
import uuid
from decimal import Decimal
from sqlalchemy import CreateTable, DateTime, ForeignKey, JSON, LargeBinary, Numeric, String, table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from typing import Annotated, Any, Optional, Union


intpk = Annotated[int, mapped_column(primary_key=True)]
str50 = Annotated[str, 50]
amount = Annotated[Decimal, 12]
required = Annotated[str, mapped_column(String(15), nullable=False, index=True)]
owner_fk = Annotated[int, mapped_column(ForeignKey("owner.id"))]


class Base(DeclarativeBase):
    type_annotation_map = {str50: String(50), amount: Numeric(12, 2), datetime.datetime: DateTime(timezone=True), dict[str, Any]: JSON, bytes: LargeBinary(100)}


class Owner(Base):
    __tablename__ = "owner"

    id: Mapped[intpk]
    name: Mapped[required]
    nick: Mapped[Optional[str50]]


class Thing(Base):
    __tablename__ = "thing"

    id: Mapped[intpk]
    title: Mapped[str50] = mapped_column(comment="t")
    cost: Mapped[Optional[amount]]
    made: Mapped[datetime.datetime | None]
    data: Mapped[dict[str, Any]]
    blob: Mapped[bytes] = mapped_column(nullable=True)
    owner_id: Mapped[owner_fk]
    second: Mapped[Optional[owner_fk]]
    flag: Mapped[Union[bool, None]]
    ratio: Mapped[float]
    uid: Mapped[Optional[uuid.UUID]]
    day: Mapped[Optional[datetime.date]]
    span: Mapped[Optional[datetime.timedelta]]
    at: Mapped[Optional[datetime.time]]


from sqlalchemy.schema import CreateTable

for table in Base.metadata.sorted_tables:
    print(CreateTable(table))
print([(c.name, repr(c.type), c.nullable) for c in Thing.__table__.c])

"""An association proxy that a declared_attr gives."""

from typing import List
from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, declared_attr
from sqlalchemy.ext.associationproxy import association_proxy, AssociationProxy


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    thing_id: Mapped[int] = mapped_column(ForeignKey("thing.id"))


class Mixin:
    id: Mapped[int] = mapped_column(primary_key=True)

    @declared_attr
    def users(cls) -> Mapped[List[User]]:
        return relationship(User)

    @declared_attr
    def user_ids(cls) -> AssociationProxy[List[int]]:
        return association_proxy("users", "id")


class Thing(Mixin, Base):
    __tablename__ = "thing"


t1 = Thing()
t1.users.extend([User(id=1), User(id=2)])
print(t1.user_ids)

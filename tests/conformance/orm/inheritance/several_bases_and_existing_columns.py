"""Several mapped bases, use_existing_column with a table of its own, hooks of imperative classes."""

from sqlalchemy import Column, Integer, String, ForeignKey
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id = Column(Integer, primary_key=True)


class B(Base):
    __tablename__ = "b"
    id = Column(Integer, primary_key=True)


try:

    class C(A, B):
        __tablename__ = "c"
        id = Column(Integer, ForeignKey("b.id"), primary_key=True)

except Exception as e:
    print(type(e).__name__, e)
"""single inheritance below joined, use_existing_column in a joined subclass"""
import warnings

warnings.simplefilter("always")
warnings.showwarning = lambda m, c, *a, **k: print(c.__name__, m)
from sqlalchemy import select, ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    extra: Mapped[int] = mapped_column(use_existing_column=True)


class B(A):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(ForeignKey("a.id"), primary_key=True)
    extra: Mapped[int] = mapped_column(use_existing_column=True)


print(select(A))
print(select(B))
from sqlalchemy import Column, Integer, Table
from sqlalchemy.orm import registry, configure_mappers

reg = registry()


class Model:
    @classmethod
    def __declare_first__(cls):
        print("first", cls.__name__)

    @classmethod
    def __declare_last__(cls):
        print("last", cls.__name__)


reg.map_imperatively(Model, Table("t1", reg.metadata, Column("id", Integer, primary_key=True)))
configure_mappers()

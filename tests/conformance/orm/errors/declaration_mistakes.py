"""Declaration mistakes."""
import re
from sqlalchemy import Column, ForeignKey, Integer, create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, configure_mappers, mapped_column, registry, relationship, synonym


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


def attempt(build):
    class Base(DeclarativeBase):
        pass

    print(build.__name__)
    tried(lambda: build(Base))


def no_table(Base):
    class A(Base):
        id: Mapped[int] = mapped_column(primary_key=True)


def no_key(Base):
    class A(Base):
        __tablename__ = "a"
        x: Mapped[int]


def plain_annotation(Base):
    class A(Base):
        __tablename__ = "a"
        id: int = mapped_column(primary_key=True)


def unknown_type(Base):
    class Foo:
        pass

    class A(Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True)
        x: Mapped[Foo]


def unresolvable(Base):
    class A(Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True)
        x: Mapped["Nothing"] = mapped_column()


def list_type(Base):
    class A(Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True)
        x: Mapped[list[int]]


def no_type(Base):
    class A(Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True)
        x = mapped_column()


def twice(Base):
    class A(Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True)

    class B(Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True)


def reserved(Base):
    class A(Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True)
        registry: Mapped[int]


def bad_args(Base):
    class A(Base):
        __tablename__ = "a"
        __table_args__ = "x"
        id: Mapped[int] = mapped_column(primary_key=True)


def bad_name(Base):
    class A(Base):
        __tablename__ = 5
        id: Mapped[int] = mapped_column(primary_key=True)


def tuple_value(Base):
    class A(Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True),


def fk_missing(Base):
    class A(Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True)
        b_id: Mapped[int] = mapped_column(ForeignKey("b.id"))

    Base.metadata.create_all(create_engine("sqlite://"))


def mixin_fk_column(Base):
    class M:
        b_id = Column(Integer, ForeignKey("b.id"))
        rel = relationship("B")

    class A(M, Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True)


def unknown_keyword(Base):
    class A(Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True, nope=1)


def relationship_no_target(Base):
    class A(Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True)
        x = relationship()

    configure_mappers()


def synonym_nowhere(Base):
    class A(Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True)
        x = synonym("zzz")

    print(A.x)


def pair(Base):
    class A(Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True)
        x: Mapped[int | str]


for build in (no_table, no_key, plain_annotation, unknown_type, unresolvable, list_type, no_type, twice, reserved, bad_args, bad_name, tuple_value, fk_missing, mixin_fk_column, unknown_keyword, relationship_no_target, synonym_nowhere, pair):
    attempt(build)

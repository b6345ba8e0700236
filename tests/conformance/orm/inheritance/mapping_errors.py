"""Mapping errors."""
import re
from sqlalchemy.orm import DeclarativeBase, Mapped, configure_mappers, mapped_column


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


def attempt(build):
    class Base(DeclarativeBase):
        pass

    def run():
        build(Base)
        configure_mappers()

    tried(run)
    Base.registry.dispose()


def base(Base, **args):
    class A(Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True)
        kind: Mapped[str]
        __mapper_args__ = args

    return A


def no_fk(Base):
    class B(base(Base)):
        __tablename__ = "b"
        id: Mapped[int] = mapped_column(primary_key=True)


def bad_on(Base):
    base(Base, polymorphic_on="nope")


def no_identity(Base):
    class B(base(Base, polymorphic_on="kind", polymorphic_identity="a")):
        pass


def same_identity(Base):
    class B(base(Base, polymorphic_on="kind", polymorphic_identity="a")):
        __mapper_args__ = {"polymorphic_identity": "a"}


def conflict(Base):
    A = base(Base, polymorphic_on="kind", polymorphic_identity="a")

    class B(A):
        x: Mapped[int] = mapped_column(nullable=True)
        __mapper_args__ = {"polymorphic_identity": "b"}

    class C(A):
        x: Mapped[int] = mapped_column(nullable=True)
        __mapper_args__ = {"polymorphic_identity": "c"}


def pk(Base):
    class B(Base):
        __tablename__ = "b"
        x: Mapped[int]


def nothing(Base):
    class B(Base):
        id: Mapped[int] = mapped_column(primary_key=True)


def bad_arg(Base):
    base(Base, nope=1)


def with_poly(Base):
    base(Base, with_polymorphic="everything")


for build in (no_fk, bad_on, no_identity, same_identity, conflict, pk, nothing, bad_arg, with_poly):
    print(build.__name__)
    attempt(build)

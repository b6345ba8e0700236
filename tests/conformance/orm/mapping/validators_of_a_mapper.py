"""Two validators of one attribute; what a mapper says of its validators."""

import re
from sqlalchemy import *
from sqlalchemy.orm import *


class Base(DeclarativeBase):
    pass


e = create_engine("sqlite://")


def t(fn):
    try:
        r = str(fn())
    except Exception as x:
        r = f"{type(x).__name__}: {x}"
    print(re.sub("0x[0-9a-f]+", "0x", str(r)))


def go():
    class A(Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True)
        name: Mapped[str]

        @validates("name")
        def one(self, k, v):
            return v

        @validates("id", "name")
        def two(self, k, v):
            return v

    return A(name="x").name


t(go)


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)

    @validates("id", include_backrefs=False)
    def v(self, k, v):
        return v


t(lambda: dict(inspect(B).validators).keys())

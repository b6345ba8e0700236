"""allow_partial_pks=False: merge() and rows whose key is NULL in part."""

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


class B(Base):
    __tablename__ = "b"
    a: Mapped[str] = mapped_column(primary_key=True)
    b: Mapped[str | None] = mapped_column(primary_key=True)
    __mapper_args__ = {"allow_partial_pks": False}


class C(Base):
    __tablename__ = "c"
    a: Mapped[str] = mapped_column(primary_key=True)
    b: Mapped[str | None] = mapped_column(primary_key=True)


Base.metadata.create_all(e)
s = Session(e)
s.merge(B(a="x", b=None))
print("--")
s.expunge_all()
s.merge(C(a="x", b=None))
s.expunge_all()
t(lambda: s.get(B, ("x", None)))
t(lambda: s.get(C, ("x", None)))
t(lambda: s.execute(select(B).from_statement(text("select 'x' as a, null as b"))).all())
t(lambda: s.execute(select(C).from_statement(text("select 'x' as a, null as b"))).all()[0])

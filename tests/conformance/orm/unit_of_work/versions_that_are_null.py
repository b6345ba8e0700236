"""Version columns with no version: INSERT, UPDATE and DELETE."""

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


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    vid: Mapped[int | None] = mapped_column()
    data: Mapped[str]
    __mapper_args__ = {"version_id_col": vid, "version_id_generator": lambda v: None}


Base.metadata.create_all(e)
s = Session(e)
a = A(data="d1")
s.add(a)
t(lambda: s.commit())
s.rollback()


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    vid: Mapped[int | None] = mapped_column()
    data: Mapped[str]
    __mapper_args__ = {"version_id_col": vid, "version_id_generator": False}


Base.metadata.create_all(e)
b = B(data="d1")
s.add(b)
t(lambda: s.commit())
s.rollback()
s.execute(insert(A.__table__).values(id=5, vid=None, data="x"))
s.execute(insert(B.__table__).values(id=5, vid=None, data="x"))
s.commit()
a = s.get(A, 5)
a.data = "z"
t(lambda: s.commit())
s.rollback()
b = s.get(B, 5)
b.data = "z"
t(lambda: s.commit())
s.rollback()
b = s.get(B, 5)
s.delete(b)
t(lambda: s.commit())

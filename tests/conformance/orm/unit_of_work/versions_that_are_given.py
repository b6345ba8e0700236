"""An expired version that the program sets is read first."""

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
    vid: Mapped[int] = mapped_column()
    data: Mapped[str]
    __mapper_args__ = {"version_id_col": vid, "version_id_generator": False}


Base.metadata.create_all(e)
s = Session(e)
a = A(vid=1, data="d1")
s.add(a)
s.commit()
a.vid = 2
a.data = "d2"
t(lambda: s.commit())
t(lambda: (a.vid, a.data))

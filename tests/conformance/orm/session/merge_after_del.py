"""merge() of an instance whose attribute was deleted, with the attribute left out."""

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


class U(Base):
    __tablename__ = "u"
    id: Mapped[int] = mapped_column(primary_key=True)
    data: Mapped[str | None]


Base.metadata.create_all(e)
s = Session(e, autoflush=False)
u = U(id=3, data="foo")
s.add(u)
s.flush()
del u.data
v = s.merge(U(id=3))
print("data" in v.__dict__)
print(v.data)

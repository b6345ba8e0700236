"""Columns with onupdate and server_onupdate after an ORM-enabled UPDATE."""

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
    data: Mapped[str]
    value: Mapped[str] = mapped_column(server_onupdate=FetchedValue())
    stamp: Mapped[str | None] = mapped_column(onupdate=func.lower("Z"))
    py: Mapped[str | None] = mapped_column(onupdate=lambda: "p")


Base.metadata.create_all(e)
s = Session(e)
for how in ("auto", "fetch", "evaluate", False):
    s.query(A).delete()
    o = [A(id=i, data="d", value="v", stamp="s", py="o") for i in (1, 2)]
    s.add_all(o)
    s.flush()
    s.execute(update(A).values(data="d2"), execution_options={"synchronize_session": how})
    print(how, [sorted(x.__dict__)[1:] for x in o], [x.py for x in o])
    s.rollback()

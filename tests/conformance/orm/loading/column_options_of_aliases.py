"""load_only() and defer() after a loader along of_type(alias)."""

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
    bs: Mapped[list["B"]] = relationship()


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id = mapped_column(ForeignKey("a.id"))
    data: Mapped[str | None]
    other: Mapped[str | None]


Base.metadata.create_all(e)
s = Session(e)
s.add(A(bs=[B()]))
s.commit()
s.close()
bb = aliased(B)
for o in (
    selectinload(A.bs.of_type(bb)).options(load_only(bb.data)),
    selectinload(A.bs.of_type(bb)).load_only(bb.data),
    selectinload(A.bs).options(load_only(B.data)),
    joinedload(A.bs.of_type(bb)).options(load_only(bb.data)),
    joinedload(A.bs.of_type(bb)).options(defer(bb.data)),
    joinedload(A.bs).options(defer(B.data)),
):
    a = s.scalars(select(A).options(o)).unique().one()
    print(sorted(inspect(a.bs[0]).unloaded))
    s.close()

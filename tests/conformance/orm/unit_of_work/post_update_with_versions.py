"""post_update rows are found by their version, too."""

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


class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column()
    by_id: Mapped[int | None] = mapped_column(ForeignKey("u.id"))
    by: Mapped[U | None] = relationship(post_update=True)
    __mapper_args__ = {"version_id_col": version_id}


Base.metadata.create_all(e)
s = Session(e)
p = P(by=U())
s.add(p)
t(lambda: s.commit())
t(lambda: (p.version_id, p.by_id))
s.delete(p)
t(lambda: s.commit())

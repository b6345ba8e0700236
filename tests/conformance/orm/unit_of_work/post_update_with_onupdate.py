"""What onupdate makes of a row in a post_update comes back; what is given is kept."""

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


n = iter(range(100))


class U(Base):
    __tablename__ = "u"
    id: Mapped[int] = mapped_column(primary_key=True)


class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("u.id"))
    by: Mapped[U | None] = relationship(post_update=True)
    counter: Mapped[int | None] = mapped_column(onupdate=lambda: next(n))
    stamp: Mapped[str | None] = mapped_column(onupdate=func.lower("X"))


Base.metadata.create_all(e)
s = Session(e, expire_on_commit=False)
p = P(by=U())
s.add(p)
s.commit()
print(p.counter, p.stamp)
p2 = P(by=U(), counter=50, stamp="own")
s.add(p2)
s.commit()
print(p2.counter, p2.stamp)

"""References that are taken away without having been read."""

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


class J(Base):
    __tablename__ = "j"
    id: Mapped[int] = mapped_column(primary_key=True)
    ports: Mapped[list["Po"]] = relationship(back_populates="jack")


class Po(Base):
    __tablename__ = "po"
    id: Mapped[int] = mapped_column(primary_key=True)
    j_id = mapped_column(ForeignKey("j.id"))
    jack: Mapped[J | None] = relationship(back_populates="ports")


Base.metadata.create_all(e)
s = Session(e)
a, b = Po(), Po()
j = J(ports=[a, b])
s.add(j)
s.commit()
j.ports = [a]
s.commit()
print(s.execute(text("select * from po")).all())
j.ports.remove(a)
s.commit()
print(s.execute(text("select * from po")).all())
j.ports = [a, b]
s.commit()
a.jack = None
s.commit()
print(s.execute(text("select * from po")).all())
k = J(ports=[b])
s.add(k)
s.commit()
print(s.execute(text("select * from po")).all())
j.ports.append(b)
s.commit()
print(s.execute(text("select * from po")).all())
del b.jack
s.commit()
print(s.execute(text("select * from po")).all())

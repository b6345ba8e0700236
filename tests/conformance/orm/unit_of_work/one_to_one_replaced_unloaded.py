"""An object of a one-to-one relationship is replaced without having been read."""

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
    port: Mapped["Po | None"] = relationship(back_populates="jack", uselist=False)


class Po(Base):
    __tablename__ = "po"
    id: Mapped[int] = mapped_column(primary_key=True)
    j_id = mapped_column(ForeignKey("j.id"))
    jack: Mapped[J | None] = relationship(back_populates="port")


Base.metadata.create_all(e)
s = Session(e)
p = Po()
j = J(port=p)
s.add(j)
s.commit()
q = Po()
j.port = q
s.commit()
print(p.j_id, q.j_id)
s.close()
j = s.get(J, 1)
q = s.get(Po, 2)
del j.port
s.commit()
print(q.j_id, j.port)
s.close()
j = s.get(J, 1)
a = Po(jack=j)
s.add(a)
s.commit()
s.close()
j = s.get(J, 1)
b = Po()
b.jack = j
s.add(b)
s.commit()
print(s.execute(text("select * from po")).all())
s.close()
b = s.scalars(select(Po).where(Po.j_id == 1)).first()
b.jack = None
s.commit()
print(s.execute(text("select * from po")).all())
s.close()
b = s.scalars(select(Po).where(Po.j_id != None)).first()
b and s.delete(b.jack)
s.commit()
print(s.execute(text("select * from po")).all())

"""version_id_generator=False: versions that the program or the database counts."""

from sqlalchemy import *
from sqlalchemy.orm import *
from sqlalchemy.orm.exc import StaleDataError
import uuid


class Base(DeclarativeBase):
    pass


class V(Base):
    __tablename__ = "v"
    id: Mapped[int] = mapped_column(primary_key=True)
    ver: Mapped[int] = mapped_column(default=1)
    name: Mapped[str]
    __mapper_args__ = {"version_id_col": ver, "version_id_generator": False}


class W(Base):
    __tablename__ = "w"
    id: Mapped[int] = mapped_column(primary_key=True)
    ver = mapped_column(Integer, server_default=text("5"), server_onupdate=FetchedValue())
    name: Mapped[str]
    __mapper_args__ = {"version_id_col": ver, "version_id_generator": False}


e = create_engine("sqlite://")
Base.metadata.create_all(e)
s = Session(e)


def go(f):
    try:
        print(f())
    except Exception as ex:
        print(type(ex).__name__, str(ex)[:300])


v = V(name="a", ver=10)
s.add(v)
s.commit()
print(v.ver)
v.name = "b"
s.commit()
print(v.ver)
v.name = "c"
v.ver = 11
s.commit()
print(v.ver)
s.execute(update(V.__table__).values(ver=77))
v.name = "d"
go(lambda: s.commit())
s.rollback()
print(v.ver, v.name)
s.delete(v)
s.commit()
w = W(name="x")
s.add(w)
s.flush()
print(w.ver)
w.name = "y"
s.flush()
print(w.ver)
s.delete(w)
s.flush()
w2 = [W(name="p"), W(name="q")]
s.add_all(w2)
s.commit()
print([i.ver for i in w2])
w2[0].name = "z"
w2[1].name = "zz"
s.commit()
print([i.ver for i in w2])
s.execute(update(W).values(name="k"))
s.commit()
go(lambda: s.bulk_update_mappings(W, [{"id": 1, "name": "m", "ver": 5}]))
go(lambda: s.bulk_insert_mappings(W, [{"id": 9, "name": "m"}]))
s.commit()

"""Keyed dictionaries: keys that are not populated, that are None, of several columns, of functions."""
from sqlalchemy import *
from sqlalchemy.orm import *
class Base(DeclarativeBase): pass
class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    bs: Mapped[dict[str, "B"]] = relationship(collection_class=attribute_keyed_dict("data"), back_populates="a")
class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int] = mapped_column(ForeignKey("a.id"))
    data: Mapped[str]
    a: Mapped["A"] = relationship(back_populates="bs")
def t(f):
    try: print(f())
    except Exception as x: print(type(x).__name__, str(x).replace(hex(id(x)),""))
import re
def t(f):
    try: print(re.sub("0x[0-9a-f]+","0x",str(f())))
    except Exception as x: print(type(x).__name__, re.sub("0x[0-9a-f]+","0x",str(x)))
a1=A()
t(lambda: B(a=a1, data="the key")); t(lambda: a1.bs); t(lambda: B(data="k2", a=a1)); t(lambda: a1.bs)
def f():
    b=B(); b.a=a1; b.data="q"; return a1.bs
t(f)
t(lambda: a1.bs.update({"x": B(data="y")})); t(lambda: a1.bs.__setitem__("z", B(data="w"))); t(lambda: a1.bs.set(B(data="s"))); t(lambda: sorted(a1.bs))
t(lambda: setattr(a1,"bs",{"p":B(data="p2")})); t(lambda: a1.bs.remove(B(data="none"))); t(lambda: a1.bs.set(B())); t(lambda: A(bs={"m":B(data="m")}).bs)
from sqlalchemy.orm.collections import attribute_keyed_dict as akd, column_keyed_dict, keyfunc_mapping, KeyFuncDict, MappedCollection
class Base2(DeclarativeBase): pass
class N(Base2):
    __tablename__ = "n"
    id: Mapped[int] = mapped_column(primary_key=True)
    ms: Mapped[dict[str, "M"]] = relationship(collection_class=akd("data", ignore_unpopulated_attribute=True), back_populates="n")
class M(Base2):
    __tablename__ = "m"
    id: Mapped[int] = mapped_column(primary_key=True)
    n_id: Mapped[int] = mapped_column(ForeignKey("n.id"))
    data: Mapped[str] = mapped_column(nullable=True)
    k: Mapped[int] = mapped_column(nullable=True)
    n: Mapped["N"] = relationship(back_populates="ms")
N.two = relationship(M, collection_class=column_keyed_dict([M.__table__.c.data, M.__table__.c.k]), viewonly=True)
N.one = relationship(M, collection_class=column_keyed_dict(M.__table__.c.k), viewonly=True)
N.fn = relationship(M, collection_class=keyfunc_mapping(lambda m: (m.data or "")+"!"), viewonly=True)
n=N(id=1); t(lambda: M(n=n)); t(lambda: n.ms); t(lambda: M(n=n, data=None)); t(lambda: n.ms); M(data="d", n=n, k=4, id=1); M(data="e", n=n, id=2); t(lambda: sorted(n.ms))
e=create_engine("sqlite://"); Base2.metadata.create_all(e); s=Session(e); s.add(n); s.commit()
t(lambda: sorted(n.ms)); t(lambda: list(n.two)); t(lambda: sorted(n.fn)); t(lambda: isinstance(n.ms, KeyFuncDict) and MappedCollection is KeyFuncDict)
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always"); t(lambda: list(n.one))
    print(len(w))
n2=N(id=2); m=M(data="x"); n2.ms.set(m); m.data="y"; t(lambda: n2.ms.remove(m)); m.data="x"; t(lambda: n2.ms.remove(m)); t(lambda: n2.ms); t(lambda: N(ms={"q":M()}).ms); t(lambda: N(ms=[M()]))

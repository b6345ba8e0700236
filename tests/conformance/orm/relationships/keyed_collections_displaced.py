"""Members of a keyed dictionary that others take the place of, and collections that are set with something that is no member."""

from typing import Dict, List, Optional

from sqlalchemy import ForeignKey, create_engine, event, inspect, select
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    Session,
    attribute_keyed_dict,
    attributes,
    mapped_column,
    relationship,
)


class Base(DeclarativeBase):
    pass


class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[Dict[str, "C"]] = relationship(back_populates="p", collection_class=attribute_keyed_dict("k"))


class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    pid: Mapped[Optional[int]] = mapped_column(ForeignKey("p.id"))
    k: Mapped[str]
    p: Mapped[Optional[P]] = relationship(back_populates="cs")

    def __repr__(self):
        return f"C({self.k}, {self.id})"


@event.listens_for(P.cs, "append")
def _(target, value, initiator):
    print("append", value, initiator.key)


@event.listens_for(P.cs, "remove")
def _(target, value, initiator):
    print("remove", value, initiator.key)


@event.listens_for(C.p, "set")
def _(target, value, old, initiator):
    print("set", target, value is not None, initiator.key)


def show(f):
    try:
        print("ok", f())
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
session = Session(engine)
p = P(id=1)
a, b, c = C(id=1, k="a"), C(id=2, k="a"), C(id=3, k="c")
print("-- a back reference's new member takes the key of another")
a.p = p
b.p = p
print(p.cs, a.p is p, b.p is p)
c.p = p
c.p = None
print(p.cs)


def replace(members):
    p.cs = members


print("-- a dictionary in place of one that has another member for a key")
show(lambda: replace({"a": a}))
print(p.cs, a.p is p, b.p is p)
show(lambda: replace({"a": a, "c": c}))
print(p.cs, c.p is p)
p.cs["a"] = b
print(p.cs, a.p, b.p is p)
p.cs.update(a=a)
p.cs.setdefault("a", b)
print(p.cs, b.p)
print("-- a key that changed")
c.k = "other"
c.p = None
print(p.cs)
show(lambda: p.cs.remove(c))
b.k = "c"
show(lambda: p.cs.remove(b))
print(attributes.OP_REMOVE, attributes.OP_APPEND.name, attributes.OP_BULK_REPLACE)
session.add(a)
session.commit()
d = C(id=9, k="a")
print(p.cs)
d.p = p
print(p.cs, inspect(p).attrs.cs.history)
session.commit()
print(session.execute(select(C.id, C.pid).order_by(C.id)).all())


class L(Base):
    __tablename__ = "l"
    id: Mapped[int] = mapped_column(primary_key=True)
    ms: Mapped[List["M"]] = relationship(back_populates="l")


class M(Base):
    __tablename__ = "m"
    id: Mapped[int] = mapped_column(primary_key=True)
    lid: Mapped[Optional[int]] = mapped_column(ForeignKey("l.id"))
    l: Mapped[Optional[L]] = relationship(back_populates="ms")

    def __repr__(self):
        return f"M({self.id})"


print("-- a list with something that is no member")
Base.metadata.create_all(engine)


def put(target, members):
    target.ms = members


for bad in (5, "x", object, [M(id=8)]):
    one = L(id=1, ms=[M(id=1)])
    old = one.ms
    show(lambda: put(one, [M(id=2), M(id=3), bad, M(id=4)]))
    print(one.ms, old, [m.l is one for m in one.ms], old[0].l is one, inspect(one).attrs.ms.history)
    show(lambda: put(one, bad))
    print(one.ms)
one = L(id=1, ms=[M(id=1)])
session.add(one)
session.commit()
show(lambda: put(one, [M(id=2), 5]))
print(one.ms, list(session.new), one in session.dirty)
show(session.commit)
print(one.ms)

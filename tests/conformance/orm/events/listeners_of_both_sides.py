"""What listeners hear of collections and of the other sides, and in which order: they came after the configuration."""
import re
from sqlalchemy import Column, ForeignKey, Table, create_engine, select, inspect, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, Session, attribute_keyed_dict


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


class Base(DeclarativeBase):
    pass


pt = Table("pt", Base.metadata, Column("p", ForeignKey("p.id"), primary_key=True), Column("t", ForeignKey("t.id"), primary_key=True))


class Named:
    def __repr__(self):
        return self.name or "?"


class C(Named, Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    orders: Mapped[list["O"]] = relationship(back_populates="c", order_by="O.id")
    notes: Mapped[set["N"]] = relationship(back_populates="c")
    by_name: Mapped[dict[str, "D"]] = relationship(back_populates="c", collection_class=attribute_keyed_dict("name"), cascade="all, delete-orphan")


class O(Named, Base):
    __tablename__ = "o"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    c_id: Mapped[int | None] = mapped_column(ForeignKey("c.id"))
    c: Mapped[C | None] = relationship(back_populates="orders")


class N(Named, Base):
    __tablename__ = "n"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    c_id: Mapped[int | None] = mapped_column(ForeignKey("c.id"))
    c: Mapped[C | None] = relationship(back_populates="notes")


class D(Named, Base):
    __tablename__ = "d"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    c_id: Mapped[int | None] = mapped_column(ForeignKey("c.id"))
    c: Mapped[C | None] = relationship(back_populates="by_name")


class P(Named, Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    ts: Mapped[list["T"]] = relationship(secondary=pt, back_populates="ps", order_by="T.id")


class T(Named, Base):
    __tablename__ = "t"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    ps: Mapped[list["P"]] = relationship(secondary=pt, back_populates="ts", order_by="P.id")


for attr in (C.orders, O.c, C.notes, C.by_name, D.c, P.ts, T.ps):
    name = str(attr)
    if attr.property.uselist:
        event.listen(attr, "append", lambda t, v, i, name=name: print("   append", name, t, v))
        event.listen(attr, "remove", lambda t, v, i, name=name: print("   remove", name, t, v))
        event.listen(attr, "bulk_replace", lambda t, v, i, name=name: print("   bulk_replace", name, t, list(v)))
    else:
        event.listen(attr, "set", lambda t, v, o, i, name=name: print("   set", name, t, v, o if isinstance(o, Base) else None))

engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
c, d = C(name="c"), C(name="d")
o, q, r = O(name="o"), O(name="q"), O(name="r")
steps = [
    lambda: c.orders.extend([o, o, q]), lambda: c.orders.remove(o), lambda: c.orders.append(o), lambda: c.orders.pop(), lambda: c.orders.pop(),
    lambda: c.orders.extend([o, o]), lambda: c.orders.__setitem__(0, o), lambda: c.orders.__setitem__(0, r), lambda: c.orders.__delitem__(0),
    lambda: c.orders.__setitem__(slice(0, 2), [q, q]), lambda: c.orders.__setitem__(slice(None, None, -1), list(c.orders)), lambda: c.orders.__setitem__(slice(0, 4, 2), [o]),
    lambda: c.orders.__delitem__(slice(0, 2)), lambda: setattr(c, "orders", [o, o]), lambda: setattr(c, "orders", [o]), lambda: setattr(o, "c", d), lambda: setattr(o, "c", c),
    lambda: c.orders.append(o), lambda: setattr(o, "c", None), lambda: c.orders.clear(), lambda: c.orders.insert(-1, r), lambda: c.orders.remove(q), lambda: c.orders.index(q),
    lambda: c.orders.__setitem__(9, q), lambda: c.orders.pop(9), lambda: c.orders.__setitem__(slice(0, 1), c.orders), lambda: c.orders.reverse(), lambda: c.orders.__imul__(2), lambda: c.orders.copy(),
]
for step in steps:
    tried(step)
    h = inspect(c).attrs.orders.history
    print(c.orders, d.orders, o.c, q.c, r.c, h)
n, m = N(name="n"), N(name="m")
for step in [lambda: c.notes.add(n), lambda: c.notes.add(n), lambda: c.notes.discard(m), lambda: c.notes.update({n, m}) if False else c.notes.add(m), lambda: c.notes.remove(n), lambda: c.notes.remove(n),
             lambda: c.notes.pop(), lambda: c.notes.pop(), lambda: setattr(n, "c", c), lambda: setattr(n, "c", c), lambda: c.notes.clear(), lambda: setattr(c, "notes", {n})]:
    tried(step)
    print(sorted(map(repr, c.notes)), n.c, m.c)
x, y, z = D(name="x"), D(name="y"), D(name="x")
for step in [lambda: c.by_name.set(x), lambda: c.by_name.set(z), lambda: c.by_name.__setitem__("y", y), lambda: c.by_name.__setitem__("y", y), lambda: c.by_name.pop("y"), lambda: c.by_name.pop("y", 5),
             lambda: c.by_name.pop("y"), lambda: c.by_name.setdefault("y", y), lambda: c.by_name.setdefault("y", x), lambda: c.by_name.popitem(), lambda: c.by_name.update({"x": z, "q": y}),
             lambda: c.by_name.__delitem__("nope"), lambda: c.by_name.clear()]:
    tried(step)
    print(sorted(map(repr, c.by_name.items())), x.c, y.c, z.c)
p, t = P(name="p"), T(name="t")
for step in [lambda: p.ts.append(t), lambda: p.ts.append(t), lambda: p.ts.remove(t), lambda: setattr(t, "ps", [p, p]), lambda: p.ts.pop(), lambda: setattr(p, "ts", [t]), lambda: setattr(p, "ts", []), lambda: t.ps.clear(),
             lambda: setattr(p, "ts", [t, t]), lambda: p.ts.__delitem__(0), lambda: t.ps.__delitem__(0)]:
    tried(step)
    print(p.ts, t.ps)
with Session(engine) as s:
    c.orders = [o, q, o]
    p.ts = [t]
    s.add_all([c, p])
    s.commit()
    print(c.orders, o.c)
    c.orders.append(o)
    c.orders.remove(o)
    s.commit()
    print(c.orders, o.c, p.ts, t.ps)
    p.ts.append(t)
    tried(lambda: s.flush())
    s.rollback()
    p.ts.extend([t, t])
    p.ts.pop()
    tried(lambda: s.flush())
    s.rollback()
    s.expire_all()
    t.ps.remove(p)
    t.ps.append(p)
    s.commit()
    print(p.ts)

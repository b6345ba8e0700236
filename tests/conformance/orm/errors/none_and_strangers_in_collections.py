"""None and members of other classes in collections."""
import re
from sqlalchemy import Column, ForeignKey, Table, create_engine, select, inspect, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, Session, attribute_keyed_dict


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


class Base(DeclarativeBase):
    def __repr__(self):
        return type(self).__name__


pt = Table("pt", Base.metadata, Column("p", ForeignKey("p.id"), primary_key=True), Column("t", ForeignKey("t.id"), primary_key=True))


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    bs: Mapped[list["B"]] = relationship(back_populates="a")
    plain: Mapped[list["B"]] = relationship(viewonly=True)
    tags: Mapped[list["T2"]] = relationship(back_populates="a")
    ones: Mapped[set["S"]] = relationship()


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int | None] = mapped_column(ForeignKey("a.id"))
    a: Mapped[A | None] = relationship(back_populates="bs")


class T2(Base):
    __tablename__ = "t2"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int | None] = mapped_column(ForeignKey("a.id"))
    a: Mapped[A | None] = relationship(back_populates="tags")


class S(Base):
    __tablename__ = "s"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int | None] = mapped_column(ForeignKey("a.id"))


class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    ts: Mapped[list["T"]] = relationship(secondary=pt, back_populates="ps")


class T(Base):
    __tablename__ = "t"
    id: Mapped[int] = mapped_column(primary_key=True)
    ps: Mapped[list["P"]] = relationship(secondary=pt, back_populates="ts")


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as s:
    for make in (lambda: A(bs=[None]), lambda: A(bs=[B(), None]), lambda: A(ones={None}), lambda: P(ts=[None]), lambda: P(ts=[T(), None, T()]), lambda: A(bs=None), lambda: A(tags=[B()]), lambda: A(ones={B()})):
        tried(lambda: s.add(make()))
        tried(lambda: s.flush())
        s.rollback()
    a = A()
    s.add(a)
    s.commit()
    a.bs.append(None)
    print(a.bs, s.is_modified(a), s.dirty, inspect(a).attrs.bs.history)
    tried(lambda: s.flush())
    print(s.is_active)
    s.rollback()
    print(a.bs)
    a.bs.append(None)
    a.bs.remove(None)
    tried(lambda: s.flush())
    a.bs.insert(0, None)
    a.bs[0] = B()
    tried(lambda: s.flush())
    print(a.bs, a.bs[0].a)
    a.bs.append(None)
    tried(lambda: s.commit())
    s.rollback()
    a.ones.add(None)
    tried(lambda: s.commit())
    s.rollback()
a = A()
tried(lambda: a.bs.append(T2()))
print(a.bs, a.tags)
tried(lambda: a.bs.append(S()))
print(a.bs)
tried(lambda: a.bs.extend([B(), T2(), B()]))
print(a.bs)
tried(lambda: setattr(a, "bs", [B(), T2()]))
print(a.bs)
tried(lambda: a.tags.append(B()))
tried(lambda: setattr(T2(), "a", B()))
tried(lambda: setattr(B(), "a", P()))
tried(lambda: setattr(B(), "a", "x"))
tried(lambda: setattr(B(), "a", B))
tried(lambda: a.bs.append(B))
tried(lambda: a.bs.append(5))
tried(lambda: a.bs.remove(5))
tried(lambda: a.bs.insert(0, object))
tried(lambda: a.bs.__setitem__(0, 7))
tried(lambda: a.bs.extend("ab"))
tried(lambda: a.ones.add(1))
tried(lambda: a.ones.update([1]))
tried(lambda: setattr(a, "ones", [S()]))
tried(lambda: setattr(a, "ones", {1}))
tried(lambda: setattr(a, "bs", {B()}))
tried(lambda: setattr(a, "bs", None))
tried(lambda: setattr(a, "bs", (x for x in [B()])))
tried(lambda: setattr(a, "bs", {"a": B()}))
tried(lambda: a.plain.append(B()))
with Session(engine) as s:
    a = A(ones={B()})
    tried(lambda: s.add(a))
    tried(lambda: s.flush())

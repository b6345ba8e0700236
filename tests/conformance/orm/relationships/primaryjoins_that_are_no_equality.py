"""Primary joins that are no equality, and remote()/foreign() on one of two occurrences of a column."""
import re, warnings
from sqlalchemy import ForeignKey, Table, Column, Integer, String, create_engine, select, and_, or_, func, cast, literal, ForeignKeyConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship, aliased, joinedload, selectinload, subqueryload, immediateload, foreign, remote, with_parent, contains_eager, backref, configure_mappers

warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest: print(category.__name__, message)


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


class Base(DeclarativeBase):
    pass


class Element(Base):
    __tablename__ = "element"
    path: Mapped[str] = mapped_column(primary_key=True)
    descendants: Mapped[list["Element"]] = relationship(
        primaryjoin=lambda: remote(foreign(Element.path)).like(Element.path.concat("/%")), viewonly=True, order_by=lambda: Element.path)
    ancestors: Mapped[list["Element"]] = relationship(
        primaryjoin=lambda: foreign(Element.path).like(remote(Element.path).concat("/%")), viewonly=True, order_by="Element.path")


class Shift(Base):
    __tablename__ = "shift"
    id: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[int]
    end: Mapped[int]
    calls: Mapped[list["Call"]] = relationship(
        primaryjoin="and_(foreign(Call.at) >= Shift.start, Call.at < Shift.end)", viewonly=True, order_by="Call.id")
    calls2: Mapped[list["Call"]] = relationship(
        primaryjoin="foreign(Call.at).between(Shift.start, Shift.end)", viewonly=True, order_by="Call.id")
    late: Mapped[list["Call"]] = relationship(
        primaryjoin=lambda: Shift.end < foreign(Call.at), viewonly=True, order_by="Call.id.desc()")


class Call(Base):
    __tablename__ = "call"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[int]
    name: Mapped[str]
    shift: Mapped[Shift | None] = relationship(
        primaryjoin=lambda: and_(foreign(Call.at) >= Shift.start, foreign(Call.at) < Shift.end), viewonly=True)
    person: Mapped["Person | None"] = relationship(primaryjoin=lambda: func.lower(foreign(Call.name)) == func.lower(remote(Person.name)), viewonly=True)


class Person(Base):
    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    calls: Mapped[list[Call]] = relationship(primaryjoin=lambda: func.lower(remote(foreign(Call.name))) == func.lower(Person.name), viewonly=True, order_by="Call.id")
    namesakes: Mapped[list["Person"]] = relationship(
        primaryjoin=lambda: and_(remote(foreign(func.lower(Person.name))) == func.lower(Person.name), remote(Person.id) != Person.id), viewonly=True)


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as s:
    s.add_all([Element(path=p) for p in ("/a", "/a/b", "/a/b/c", "/d", "/d/e")])
    s.add_all([Shift(id=1, start=0, end=10), Shift(id=2, start=10, end=20)])
    s.add_all([Call(id=i, at=at, name=n) for i, at, n in [(1, 3, "Ann"), (2, 10, "bob"), (3, 15, "ANN"), (4, 30, "cy")]])
    s.add_all([Person(id=1, name="ann"), Person(id=2, name="Bob"), Person(id=3, name="ANN")])
    s.commit()
for cls, keys in ((Element, ("descendants", "ancestors")), (Shift, ("calls", "calls2", "late")), (Call, ("shift", "person")), (Person, ("calls", "namesakes"))):
    for key in keys:
        attr = getattr(cls, key)
        prop = attr.property
        print(prop, prop.direction.name, prop.uselist, prop.primaryjoin, sorted(map(str, prop.local_columns)), sorted(map(str, prop.remote_side)),
              [(str(a), str(b)) for a, b in prop.local_remote_pairs], [(str(a), str(b)) for a, b in prop.synchronize_pairs])
        show = lambda o: [getattr(x, "id", getattr(x, "path", None)) for x in (o if isinstance(o, list) else [o])]
        with Session(engine) as s:
            for o in s.scalars(select(cls)).all():
                print(key, show([o]), show(getattr(o, key)))
        # The columns of a subqueryload are a set: with one of them only it is the same every time.
        loads = (joinedload, selectinload, subqueryload) if len(prop.local_columns) == 1 else (joinedload, selectinload)
        for load in loads:
            with Session(engine) as s:
                tried(lambda: [(show([o]), show(getattr(o, key))) for o in s.scalars(select(cls).options(load(attr))).unique()])
        with Session(engine) as s:
            tried(lambda: s.execute(select(cls).join(attr)).unique().all() and None)
            other = aliased(prop.mapper.class_)
            tried(lambda: len(s.execute(select(cls, other).join(attr.of_type(other))).all()))
            al = aliased(cls)
            tried(lambda: len(s.execute(select(al).outerjoin(getattr(al, key))).all()))
            tried(lambda: len(s.scalars(select(cls).where(attr.any() if prop.uselist else attr.has())).all()))
            tried(lambda: len(s.scalars(select(al).where(~(getattr(al, key).any() if prop.uselist else getattr(al, key).has()))).all()))
            one = s.scalars(select(cls)).first()
            tried(lambda: len(s.scalars(select(prop.mapper.class_).where(with_parent(one, attr))).all()))
            two = s.scalars(select(prop.mapper.class_)).first()
            tried(lambda: len(s.scalars(select(cls).where(attr.contains(two) if prop.uselist else attr == two)).all()))
            tried(lambda: len(s.scalars(select(cls).where(~attr.contains(two) if prop.uselist else attr != two)).all()))
            tried(lambda: len(s.scalars(select(cls).where(attr == None)).all()))

"""Relationships to aliased classes: joins across tables, and rows picked by a window function."""
import re, warnings
from sqlalchemy import ForeignKey, and_, create_engine, func, select, inspect, join
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, aliased, mapped_column, relationship, selectinload, joinedload, subqueryload, immediateload, contains_eager, with_parent, lazyload, defaultload, configure_mappers

warnings.simplefilter("always")
# The FROM objects that a warning of a cartesian product names come in any order.
warnings.showwarning = lambda message, category, *rest: print(
    category.__name__, "cartesian" if "cartesian" in str(message) else message)


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


class Base(DeclarativeBase):
    def __repr__(self):
        return f"{type(self).__name__}{self.id}"


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    b_id: Mapped[int | None] = mapped_column(ForeignKey("b.id"))


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    some_c_id: Mapped[int | None]
    cs: Mapped[list["C"]] = relationship(order_by="C.id")


class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    b_id: Mapped[int | None] = mapped_column(ForeignKey("b.id"))
    value: Mapped[int]


class D(Base):
    __tablename__ = "d"
    id: Mapped[int] = mapped_column(primary_key=True)
    c_id: Mapped[int | None] = mapped_column(ForeignKey("c.id"))
    b_id: Mapped[int | None] = mapped_column(ForeignKey("b.id"))


j = join(B, D, D.b_id == B.id).join(C, C.id == D.c_id)
B_viacd = aliased(B, j, flat=True)
A.b = relationship(B_viacd, primaryjoin=A.b_id == j.c.b_id)
part = select(C, func.row_number().over(order_by=C.value, partition_by=C.b_id).label("index")).alias()
top = aliased(C, part)
B.top = relationship(top, primaryjoin=and_(top.b_id == B.id, part.c.index < 3), viewonly=True, order_by=top.value.desc())
B.first = relationship(lambda: top, primaryjoin=lambda: and_(top.b_id == B.id, part.c.index == 1), viewonly=True, uselist=False)
C2 = aliased(C)
B.plain = relationship(C2, primaryjoin=and_(B.id == C2.b_id, C2.value > 1), viewonly=True)
D2 = aliased(D, name="dd")
C.d = relationship(D2, primaryjoin=C.id == D2.c_id, viewonly=True)
nested = aliased(B, select(B).where(B.id < 3).subquery())
C.nb = relationship(nested, viewonly=True)

engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as s:
    s.add_all([B(id=i) for i in (1, 2, 3)] + [C(id=i, b_id=1 + i % 3, value=i % 5) for i in range(1, 12)])
    s.flush()
    s.add_all([D(id=1, c_id=1, b_id=1), D(id=2, c_id=2, b_id=1), D(id=3, c_id=4, b_id=2), A(id=1, b_id=1), A(id=2, b_id=3), A(id=3)])
    s.commit()
for cls, key in ((A, "b"), (B, "top"), (B, "first"), (B, "plain"), (C, "d"), (C, "nb")):
    attr = getattr(cls, key)
    tried(lambda: (str(attr.property), str(attr.property.mapper), str(attr.property.entity), attr.property.direction.name, attr.property.uselist, str(attr.property.primaryjoin)))
    tried(lambda: [(str(a), str(b)) for a, b in attr.property.local_remote_pairs] + sorted(map(str, attr.property.remote_side)))
    al = attr.property.entity
    with Session(engine) as s:
        tried(lambda: [(o, getattr(o, key)) for o in s.scalars(select(cls).order_by(cls.id))])
    for load in (joinedload, selectinload, subqueryload, immediateload):
        with Session(engine) as s:
            tried(lambda: [(o, getattr(o, key)) for o in s.scalars(select(cls).order_by(cls.id).options(load(attr))).unique()])
    with Session(engine) as s:
        tried(lambda: s.execute(select(cls.id).join(attr).order_by(cls.id)).all())
        tried(lambda: sorted(map(str, s.execute(select(cls, al).join(attr).order_by(cls.id)).all())))
        tried(lambda: s.execute(select(cls).outerjoin(attr).options(contains_eager(attr)).order_by(cls.id)).unique().all())
        other = aliased(cls)
        tried(lambda: s.execute(select(other.id).join(getattr(other, key)).order_by(other.id)).all())
        tried(lambda: s.scalars(select(cls).where(attr.any() if attr.property.uselist else attr.has())).all())
        tried(lambda: s.scalars(select(cls).where(~(attr.any() if attr.property.uselist else attr.has()))).all())
        o = s.scalars(select(cls).order_by(cls.id)).first()
        tried(lambda: s.scalars(select(attr.property.mapper.class_).where(with_parent(o, attr))).all())
        t = s.scalars(select(attr.property.mapper.class_)).first()
        tried(lambda: s.scalars(select(cls).where(attr.contains(t) if attr.property.uselist else attr == t)).all())
        tried(lambda: s.scalars(select(cls).where(attr == None)).all())
        tried(lambda: s.query(cls).join(attr).count())
with Session(engine) as s:
    tried(lambda: s.execute(select(B.id, top.id).join(B.top).where(top.value > 0).order_by(B.id, top.id)).all())
    tried(lambda: s.scalars(select(B).where(B.top.any(top.value > 3))).all())
    tried(lambda: s.scalars(select(B).where(B.top.any(value=0))).all())
    tried(lambda: s.scalars(select(B).where(B.first.has(top.value == 0))).all())
    tried(lambda: [(b, b.top, [c.d for c in b.top]) for b in s.scalars(select(B).options(selectinload(B.top).joinedload(top.d)))])
    tried(lambda: [(b, b.top) for b in s.scalars(select(B).options(selectinload(B.top).joinedload(C.d)))])
    tried(lambda: [(b, b.top) for b in s.scalars(select(B).options(joinedload(B.top).selectinload(top.d))).unique()])
    tried(lambda: [(b, b.top) for b in s.scalars(select(B).options(selectinload(B.top).load_only(top.value)))])
    tried(lambda: [(b, b.top) for b in s.scalars(select(B).options(selectinload(B.top.and_(top.value > 1))))])
    tried(lambda: [(c, c.nb and c.nb.cs) for c in s.scalars(select(C).options(selectinload(C.nb).selectinload(nested.cs)))])
    tried(lambda: s.execute(select(B.id).join(B.top.of_type(C2))).all())
    tried(lambda: s.execute(select(B.id).join(C2, B.top)).all())
    tried(lambda: s.execute(select(B.id).join(C, B.top)).all())
    tried(lambda: s.execute(select(B.id).join(B.top).join(top.d)).all())
    tried(lambda: s.execute(select(A.id).join(A.b).join(B_viacd.cs)).all())
    b = s.get(B, 1)
    tried(lambda: s.refresh(b, ["top"]))
    print(b.top)
    b.top.append(C(id=99, value=9))
    tried(lambda: s.flush())
    s.rollback()
    a = s.get(A, 1)
    a.b = s.get(B, 3)
    tried(lambda: s.flush())
    s.rollback()

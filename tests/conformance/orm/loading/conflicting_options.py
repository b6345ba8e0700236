"""Which options about one attribute go together"""

from sqlalchemy import *
from sqlalchemy.orm import *


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    n: Mapped[str]
    bs: Mapped[list["B"]] = relationship()


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int] = mapped_column(ForeignKey("a.id"))
    x: Mapped[str] = mapped_column(deferred=True)
    cs: Mapped[list["C"]] = relationship()


class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    b_id: Mapped[int] = mapped_column(ForeignKey("b.id"))


e = create_engine("sqlite://")
Base.metadata.create_all(e)
s = Session(e)
al = aliased(B)


def t(*o, q=None):
    try:
        s.scalars((select(A) if q is None else q).options(*o)).unique().all()
        print("ok")
    except Exception as x:
        print(type(x).__name__, x)


t(joinedload(A.bs), selectinload(A.bs))
t(joinedload(A.bs), joinedload(A.bs, innerjoin=True))
t(joinedload(A.bs), joinedload(A.bs))
t(selectinload(A.bs), selectinload(A.bs, recursion_depth=2))
t(lazyload(A.bs), raiseload(A.bs))
t(raiseload(A.bs), raiseload(A.bs, sql_only=True))
t(immediateload(A.bs), subqueryload(A.bs))
t(noload(A.bs), immediateload(A.bs))
t(defer(A.n), undefer(A.n))
t(defer(A.n), load_only(A.n))
t(undefer(A.n), load_only(A.n))
t(defer(A.n), defer(A.n, raiseload=True))
t(load_only(A.id), load_only(A.n))
t(load_only(A.n), load_only(A.n, raiseload=True))
t(joinedload(A.bs).selectinload(B.cs), joinedload(A.bs).joinedload(B.cs))
t(joinedload(A.bs).selectinload(B.cs), defaultload(A.bs).joinedload(B.cs))
t(contains_eager(A.bs), joinedload(A.bs), q=select(A).join(A.bs))
t(contains_eager(A.bs), contains_eager(A.bs, alias=al), q=select(A).join(A.bs))
t(contains_eager(A.bs, B.cs), joinedload(A.bs), q=select(A).join(A.bs).join(B.cs))
t(raiseload("*"), joinedload(A.bs))
t(joinedload(A.bs), raiseload("*"))
t(lazyload("*"), raiseload("*"))
t(Load(A).raiseload("*"), Load(A).lazyload("*"), selectinload(A.bs).raiseload("*"))
t(selectinload(A.bs).undefer(B.x), selectinload(A.bs).defer(B.x))
t(selectinload(A.bs).load_only(B.id), selectinload(A.bs).undefer(B.x))
aa = aliased(A)
t(joinedload(aa.bs), lazyload(aa.bs), q=select(aa))
t(joinedload(A.bs.of_type(al)), lazyload(A.bs))
t(selectinload(A.bs).options(joinedload(B.cs), lazyload(B.cs)))
t(selectinload(A.bs.and_(B.id > 2)), selectinload(A.bs))
t(selectinload(A.bs), selectinload(A.bs.and_(B.id > 2)))
q = s.query(A).options(joinedload(A.bs)).options(lazyload(A.bs))
try:
    q.all()
except Exception as x:
    print(type(x).__name__, x)

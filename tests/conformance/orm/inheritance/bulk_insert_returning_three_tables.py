"""The same over three tables, with a version, values of the statement's own and rows of several shapes."""

from sqlalchemy import *
from sqlalchemy.orm import *


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    type: Mapped[str]
    version: Mapped[int] = mapped_column()
    __mapper_args__ = {
        "polymorphic_on": "type",
        "polymorphic_identity": "a",
        "version_id_col": version.column,
    }


class B(A):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(ForeignKey("a.id"), primary_key=True)
    b: Mapped[str | None]
    __mapper_args__ = {"polymorphic_identity": "b"}


class C(B):
    __tablename__ = "c"
    cid: Mapped[int] = mapped_column(ForeignKey("b.id"), primary_key=True)
    c: Mapped[int | None] = mapped_column(default=5)
    __mapper_args__ = {"polymorphic_identity": "c"}


e = create_engine("sqlite://")
Base.metadata.create_all(e)


def run(stmt, rows, **kw):
    with Session(e) as s:
        try:
            print(s.execute(stmt, rows, **kw).all())
        except Exception as x:
            print(type(x).__name__, x)
        s.rollback()


A.__repr__ = (
    lambda self: f"{type(self).__name__}({self.id},{self.name},{getattr(self,'b',None)},{getattr(self,'c',None)},{self.version})"
)
run(insert(C).returning(C), [{"name": "x", "b": "b1"}, {"name": "y", "b": "b2", "c": 9}, {"b": "b3"}])
run(insert(C).returning(C.cid, C.id, C.c), [{"name": "x", "b": "b1"}, {"name": "y", "b": "b2", "c": 9}])
run(insert(B).returning(B), [{"id": 7, "name": "x", "b": "b1"}, {"id": 5, "name": "y", "b": "b2"}])
run(insert(B).values(b="fixed").returning(B), [{"name": "x"}, {"name": "y"}])
run(insert(A).returning(A), [{"name": "x"}, {"name": "z"}])
with Session(e) as s:
    s.execute(insert(B).values(b="fixed"), [{"name": "x"}, {"name": "y"}])
    print(s.scalars(select(B)).all())
    s.execute(insert(B), [{"id": 100, "name": "x"}, {"name": "y"}])
    print(s.scalars(select(B)).all())
    s.execute(insert(C), {"name": "x"})
    s.execute(insert(C), [{"name": "x"}])
    print(s.scalars(select(C)).all())
    x = s.scalars(insert(C).returning(C), {"name": "x"}).one()
    print(x in s, x)
    s.execute(update(C).where(C.id == x.id).values(c=3))
    print(x)

"""Statements of write-only collections, with a table between and without; results of UPDATE and DELETE by strategy of synchronization."""
from sqlalchemy import *
from sqlalchemy.orm import *
class Base(DeclarativeBase): pass
at=Table("at",Base.metadata,Column("a",ForeignKey("a.id"),primary_key=True),Column("b",ForeignKey("b.id"),primary_key=True))
class A(Base):
    __tablename__="a"
    id: Mapped[int]=mapped_column(primary_key=True)
    bs: WriteOnlyMapped["B"]=relationship(secondary=at, order_by="B.id", passive_deletes=True)
    cs: WriteOnlyMapped["C"]=relationship(passive_deletes=True)
class B(Base):
    __tablename__="b"
    id: Mapped[int]=mapped_column(primary_key=True)
    n: Mapped[int]
class C(Base):
    __tablename__="c"
    id: Mapped[int]=mapped_column(primary_key=True)
    a_id: Mapped[int]=mapped_column(ForeignKey("a.id"))
    n: Mapped[int]
e=create_engine("sqlite://"); Base.metadata.create_all(e); s=Session(e)
a=A(bs=[B(n=1),B(n=2)],cs=[C(n=1),C(n=3)]); s.add(a); s.commit()
print(a.bs.select()); print(a.bs.update().values(n=B.n+1)); print(a.bs.delete()); print(a.cs.select(), a.cs.update(), a.cs.delete())
print(a.bs.select().with_only_columns(B.id)); print(select(B.id).where(with_parent(a, A.bs)))
for st in (a.bs.update().values(n=B.n+1), a.bs.update().values(n=5), a.cs.update().values(n=C.n+1), a.cs.update().values(n=9), a.cs.delete(), update(B).values(n=7).execution_options(synchronize_session="fetch"), update(B).values(n=7).returning(B.id), update(B).values(n=7).execution_options(synchronize_session=False), insert(B).values(n=3), insert(B).returning(B), update(B).values(n=8).where(B.n.op("%")(2)==0)):
    try:
        r=s.execute(st); print(type(r).__name__, r.rowcount if type(r).__name__=="CursorResult" else r.all())
    except Exception as x: print(type(x).__name__, x)
print(s.scalars(a.bs.select()).all()[0].n, s.scalars(a.cs.select()).all())

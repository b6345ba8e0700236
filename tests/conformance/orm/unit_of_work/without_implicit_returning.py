"""Table(implicit_returning=False): keys by lastrowid, defaults asked for beforehand or fetched afterwards, in Core and in a flush"""
from sqlalchemy import *
from sqlalchemy.orm import *
e = create_engine("sqlite://", echo=True)
class Base(DeclarativeBase):
    pass
class A(Base):
    __tablename__ = "a"
    __table_args__ = {"implicit_returning": False}
    id: Mapped[int] = mapped_column(primary_key=True)
    x: Mapped[str] = mapped_column(server_default="d")
    y: Mapped[int] = mapped_column(default=func.abs(-3))
    z: Mapped[int] = mapped_column(default=1, onupdate=func.abs(-4))
class K(Base):
    __tablename__ = "k"
    __table_args__ = {"implicit_returning": False}
    id: Mapped[str] = mapped_column(primary_key=True, default=func.upper("pk"))
    v: Mapped[int]
class E(Base):
    __tablename__ = "e"
    __table_args__ = {"implicit_returning": False}
    __mapper_args__ = {"eager_defaults": True}
    id: Mapped[int] = mapped_column(primary_key=True)
    x: Mapped[str] = mapped_column(server_default="d")
    z: Mapped[int] = mapped_column(default=1, onupdate=func.abs(-4))
class V(Base):
    __tablename__ = "v"
    __table_args__ = {"implicit_returning": False}
    id: Mapped[int] = mapped_column(primary_key=True)
    n: Mapped[int]
    version: Mapped[int]
    __mapper_args__ = {"version_id_col": version}
Base.metadata.create_all(e)
print(A.__table__.implicit_returning, A.__table__.to_metadata(MetaData()).implicit_returning, select(A).implicit_returning if hasattr(select(A), "implicit_returning") else None, A.__table__.alias().implicit_returning)
with Session(e) as s:
    a, b = A(), A(x="own")
    s.add_all([a, b]); s.flush(); print(a.id, b.id, sorted(k for k in a.__dict__ if k[0] != "_"), a.x, a.y, b.x)
    s.add(K(v=1)); s.flush(); print(s.scalars(select(K)).one().id)
    g, h = E(), E(); s.add_all([g, h]); s.flush(); print(sorted(k for k in g.__dict__ if k[0] != "_"), g.x)
    a.x = "q"; g.x = "r"; h.x = "r"; s.flush(); print(sorted(k for k in a.__dict__ if k[0] != "_"), a.z, g.z)
    s.add_all([A(id=70), A(id=71)]); s.flush()
    v, w = V(n=1), V(n=2); s.add_all([v, w]); s.flush(); v.n = 5; s.flush(); print(v.version, w.id)
    s.commit()
    print(s.execute(update(A).where(A.x == "q").values(y=9), execution_options={"synchronize_session": "fetch"}).rowcount, a.y)
    print(s.execute(delete(A).where(A.x == "own"), execution_options={"synchronize_session": "fetch"}).rowcount, b in s)
    print(s.execute(update(A).where(A.id == a.id).values(y=10)).rowcount, a.y)
    print(s.execute(insert(A).returning(A.id), [{"x": "1"}, {"x": "2"}]).all())
    s.execute(insert(A), [{"x": "3"}, {"x": "4"}])
t = A.__table__
with e.begin() as c:
    r = c.execute(insert(t).values(x="z")); print(r.inserted_primary_key, r.returned_defaults)
    r = c.execute(insert(t).values(x="z").return_defaults()); print(r.inserted_primary_key, r.returned_defaults)
    r = c.execute(update(t).where(t.c.id == 1).values(x="z").return_defaults(t.c.z)); print(r.returned_defaults)
    r = c.execute(delete(t).where(t.c.id == 1).return_defaults(t.c.z)); print(r.returned_defaults)
    print(c.execute(insert(t).values(x="z").returning(t.c.y)).scalar())
    t.implicit_returning = True
    r = c.execute(insert(t).values(x="zz").return_defaults()); print(r.returned_defaults)

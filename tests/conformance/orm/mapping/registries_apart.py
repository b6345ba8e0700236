"""A registry whose configuration fails does not keep others from working."""
from sqlalchemy import *
from sqlalchemy.orm import *
def t(f):
    try: print(f())
    except Exception as x: print(type(x).__name__, str(x)[:150])
class Base(DeclarativeBase): pass
class A(Base):
    __tablename__="a"
    id: Mapped[int]=mapped_column(primary_key=True)
    bs: Mapped[list["Nope"]]=relationship()
class Base2(DeclarativeBase): pass
class B(Base2):
    __tablename__="b"
    id: Mapped[int]=mapped_column(primary_key=True)
    cs: Mapped[list["C"]]=relationship(back_populates="b")
class C(Base2):
    __tablename__="c"
    id: Mapped[int]=mapped_column(primary_key=True)
    b_id: Mapped[int]=mapped_column(ForeignKey("b.id"))
    b: Mapped[B]=relationship(back_populates="cs")
e=create_engine("sqlite://"); Base2.metadata.create_all(e)
t(lambda: select(B)); t(lambda: select(A)); t(lambda: A()); t(lambda: select(B).join(B.cs)); t(lambda: select(B.cs)); t(lambda: B.cs.any()); t(lambda: B.cs.property)
s=Session(e)
def run():
    s.add(B(cs=[C()])); s.commit()
    return s.scalars(select(B).options(selectinload(B.cs))).all()[0].cs[0].b.id, s.get(B,1).cs[0].b_id, s.query(C).filter(C.b.has(B.id==1)).count(), inspect(B).relationships.keys(), s.execute(select(func.count()).select_from(B).join(C)).scalar(), s.execute(update(C).values(b_id=1)).rowcount, s.merge(B(id=1)).id
t(run)
t(lambda: s.scalars(select(A)).all()); t(lambda: inspect(A).relationships.keys()); t(lambda: s.get(A,1)); t(lambda: s.query(A).all()); t(lambda: configure_mappers()); t(lambda: A.bs.property); t(lambda: select(A).join(A.bs)); t(lambda: s.execute(select(A.id)).all()); t(lambda: aliased(A))
t(run)

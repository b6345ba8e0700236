"""join() of entities that goes on, merge_frozen_result(), expressions of an attribute over two columns, old places of names."""
from sqlalchemy import *
from sqlalchemy.orm import *
import re
def t(f):
    try: print(re.sub("0x[0-9a-f]+","0x",str(f())))
    except Exception as x: print(type(x).__name__, re.sub("0x[0-9a-f]+","0x",str(x)))
class Base(DeclarativeBase): pass
class A(Base):
    __tablename__="a"
    id: Mapped[int]=mapped_column(primary_key=True)
    n: Mapped[int]=mapped_column(default=1)
class D(Base):
    __tablename__="d"
    id: Mapped[int]=mapped_column(primary_key=True)
    a_id: Mapped[int]=mapped_column(ForeignKey("a.id"))
class C(Base):
    __tablename__="c"
    id: Mapped[int]=mapped_column(primary_key=True)
    d_id: Mapped[int]=mapped_column(ForeignKey("d.id"))
t(lambda: join(A, D, D.a_id==A.id).join(C, C.d_id==D.id)); t(lambda: join(A,D).join(C)); t(lambda: join(A,D).outerjoin(C)); t(lambda: outerjoin(A,D).join(C, isouter=True, full=True)); t(lambda: select(aliased(A, join(A,D).join(C), flat=True))); t(lambda: A.__table__.join(D)); t(lambda: select(A).select_from(A.__table__.join(D).join(C)))
e=create_engine("sqlite://"); Base.metadata.create_all(e); s=Session(e); s.add(A(n=5)); s.commit()
t(lambda: type(s.identity_map).__name__); t(lambda: type(s.execute(select(A)).freeze()).__name__); t(lambda: s.execute(select(A)).freeze()().all()); t(lambda: type(s.scalars(select(A)).freeze() if hasattr(s.scalars(select(A)),"freeze") else None).__name__)
from sqlalchemy.orm import loading
def fr():
    f=s.execute(select(A)).freeze()
    s2=Session(e)
    m=loading.merge_frozen_result(s2, select(A), f, load=False)
    r=m(); return type(m).__name__, [x.n for x in r.scalars().all()], len(list(s2.identity_map.values()))
t(fr)
class U(Base):
    __table__=join(A.__table__, D.__table__)
    id=column_property(A.__table__.c.id, D.__table__.c.a_id)
    did=D.__table__.c.id
t(lambda: U.id.expressions); t(lambda: A.n.expressions); t(lambda: U.id.property.columns); t(lambda: U.id.expression)
t(lambda: inspect(A).all_orm_descriptors.keys()); t(lambda: type(inspect(A).attrs).__name__)
from sqlalchemy.ext.declarative import declarative_base, declared_attr, as_declarative, synonym_for, DeferredReflection
from sqlalchemy.future import select as sel2, create_engine as ce2
t(lambda: sel2 is select); 
from typing_extensions import Annotated
from sqlalchemy.orm import CompositeProperty, LoaderCallableStatus

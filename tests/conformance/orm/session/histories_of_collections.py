"""Histories of collections, set, changed, loaded and flushed."""
from sqlalchemy import *
from sqlalchemy.orm import *
class Base(DeclarativeBase):
    def __repr__(self):
        return type(self).__name__

class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    bs: Mapped[list["B"]] = relationship(back_populates="a")
    one: Mapped["B"] = relationship(viewonly=True, uselist=False)
class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int | None] = mapped_column(ForeignKey("a.id"))
    a: Mapped[A | None] = relationship(back_populates="bs")
def h(a, key="bs"):
    print(inspect(a).attrs[key].history, attributes.get_history(a, key))
a = A(bs=[B()]); h(a)
a = A(); h(a); a.bs; h(a); a.bs.append(B()); h(a); a.bs.clear(); h(a); a.bs = [B()]; h(a)
a = A(); a.bs; a.bs = [B()]; h(a); a.bs.append(B()); h(a)
a = A(); b = B(a=a); h(a); h(b, "a")
a = A(bs=[]); h(a); a.bs.append(B()); h(a)
e = create_engine("sqlite://")
Base.metadata.create_all(e)
with Session(e) as s:
    a = A(bs=[B()]); s.add(a); h(a); s.flush(); h(a); s.commit(); h(a)
    a = s.get(A, 1)
    h(a); a.bs.append(B()); h(a); s.flush(); h(a); a.bs = []; h(a); s.rollback(); 
    a = s.scalars(select(A)).first()
    if a:
        h(a)
    a = A(id=5); s.add(a); s.commit(); B(a=a); print(inspect(a).attrs.bs.history); h(a)
    a = A(id=6); s.add(a); s.flush(); h(a); a.bs.append(B()); h(a)

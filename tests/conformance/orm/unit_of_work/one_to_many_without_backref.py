"""One to many without backref."""
from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from typing import Optional


class Base(DeclarativeBase):
    pass


class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[list["C"]] = relationship(order_by="C.id")


class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[Optional[int]] = mapped_column(ForeignKey("p.id"))
    name: Mapped[Optional[str]]


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    c1, c2, c3 = C(id=1), C(id=2), C(name="auto")
    p, q = P(id=1, cs=[c1, c2]), P(cs=[c3])
    session.add_all([p, q])
    session.flush()
    c1.name = "both"
    p.cs.remove(c1)
    q.cs.append(c1)
    session.flush()
    print(c1.p_id, q.id)
    q.cs = []
    c2.p_id = q.id
    session.flush()
    session.expire_all()
    print([c.id for c in p.cs], [c.id for c in q.cs])
    session.delete(q)
    session.commit()
    print(session.execute(select(C.id, C.p_id)).all())

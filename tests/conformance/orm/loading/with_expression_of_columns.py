"""with_expression() of ordinary, deferred and expression attributes."""
import re
from sqlalchemy import ForeignKey, create_engine, select, inspect, literal, func
from sqlalchemy.orm import *

class Base(DeclarativeBase):
    pass

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    age: Mapped[int] = mapped_column(deferred=True)
    ex: Mapped[int] = query_expression()
    os: Mapped[list["O"]] = relationship(back_populates="c")

class O(Base):
    __tablename__ = "o"
    id: Mapped[int] = mapped_column(primary_key=True)
    c_id: Mapped[int] = mapped_column(ForeignKey("c.id"))
    c: Mapped[C] = relationship(back_populates="os")

engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as s:
    s.add_all([C(id=1, name="x", age=4, os=[O(id=1)])])
    s.commit()
ca = aliased(C)
for ent, opts in [(C, lambda: [with_expression(C.name, C.id)]), (C, lambda: [with_expression(C.name, C.id + 5)]), (C, lambda: [with_expression(C.name, literal("q"))]), (C, lambda: [with_expression(C.age, func.abs(-3))]),
        (ca, lambda: [with_expression(ca.name, ca.id + 1)]), (O, lambda: [joinedload(O.c).with_expression(C.name, C.name + "!")]), (O, lambda: [selectinload(O.c).with_expression(C.name, C.name + "!")]),
        (C, lambda: [with_expression(C.id, C.id + 5)]), (C, lambda: [with_expression(C.name, C.id + 5), with_expression(C.ex, C.id + 6)]), (C, lambda: [with_expression(C.ex, None)]), (C, lambda: [with_expression("ex", C.id)])]:
    with Session(engine) as s:
        try:
            rows = s.scalars(select(ent).options(*opts())).unique().all()
            for o in rows:
                o = o.c if ent is O else o
                print(o.id, o.name, o.age, o.ex)
                o.age = 7
                s.flush()
                s.expire(o)
                print(o.name)
                s.rollback()
        except Exception as error:
            print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)))

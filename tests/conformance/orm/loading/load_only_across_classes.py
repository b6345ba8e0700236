"""load_only() and its kin with attributes of several classes, of others, of none."""
import re
from sqlalchemy import ForeignKey, create_engine, select, inspect
from sqlalchemy.orm import *

class Base(DeclarativeBase):
    pass

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    age: Mapped[int]
    os: Mapped[list["O"]] = relationship(back_populates="c")

class O(Base):
    __tablename__ = "o"
    id: Mapped[int] = mapped_column(primary_key=True)
    c_id: Mapped[int] = mapped_column(ForeignKey("c.id"))
    placed: Mapped[str]
    note: Mapped[str]
    c: Mapped[C] = relationship(back_populates="os")

class Emp(Base):
    __tablename__ = "emp"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    name: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "e"}

class Mgr(Emp):
    __tablename__ = "mgr"
    id: Mapped[int] = mapped_column(ForeignKey("emp.id"), primary_key=True)
    title: Mapped[str]
    __mapper_args__ = {"polymorphic_identity": "m"}

engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as s:
    s.add_all([C(id=1, name="x", age=4, os=[O(id=1, placed="p", note="n")]), Mgr(id=1, name="q", title="t"), Emp(id=2, name="w")])
    s.commit()
ca, oa = aliased(C), aliased(O)
tests = {
 "C": [lambda: [load_only(O.placed)], lambda: [load_only(O.placed, O.note)], lambda: [load_only(C.name, O.placed)], lambda: [load_only(O.placed, C.name)], lambda: [Load(O).load_only(O.placed)],
       lambda: [Load(C).load_only(O.placed)], lambda: [Load(C).load_only(C.name, O.placed)], lambda: [defer(O.placed)], lambda: [undefer(O.placed)], lambda: [Load(C).defer(O.placed)], lambda: [joinedload(C.os).load_only(C.name)],
       lambda: [joinedload(C.os).load_only(O.placed, C.name)], lambda: [selectinload(C.os).load_only(C.name)], lambda: [joinedload(C.os).defer(C.name)], lambda: [load_only(ca.name)], lambda: [load_only(O.placed, raiseload=True)],
       lambda: [load_only(O.placed), load_only(C.name)], lambda: [load_only(C.name), load_only(O.placed)], lambda: [load_only(Emp.name)], lambda: [load_only(Mgr.title)], lambda: [defer("*"), undefer(C.name)], lambda: [Load(C).load_only()], lambda: [load_only()], lambda: [load_only(C.name, "age")],
       lambda: [load_only("*")], lambda: [load_only(C)], lambda: [load_only(C.name.label("x"))], lambda: [load_only(C.__table__.c.name)], lambda: [undefer("*")], lambda: [joinedload(C.os).load_only("*")], lambda: [defer(O)], lambda: [undefer_group("x")], lambda: [Load(O).undefer_group("x")],
       lambda: [defaultload(C.os).load_only(O.note), joinedload(C.os)], lambda: [load_only(5)], lambda: [load_only(None)]],
 "ca": [lambda: [load_only(C.name)], lambda: [load_only(ca.name)], lambda: [load_only(O.placed)], lambda: [Load(ca).load_only(ca.name)], lambda: [Load(ca).load_only(C.name)], lambda: [Load(C).load_only(ca.name)]],
 "C,O": [lambda: [load_only(O.placed)], lambda: [load_only(C.name, O.placed)], lambda: [load_only(O.placed, C.name)], lambda: [load_only(Emp.name)], lambda: [Load(C).load_only(C.name), Load(O).load_only(O.note)]],
 "Emp": [lambda: [load_only(Mgr.title)], lambda: [load_only(Emp.name)], lambda: [load_only(Mgr.name)], lambda: [load_only(Mgr.title, Emp.name)], lambda: [Load(Mgr).load_only(Mgr.title)], lambda: [defer(Mgr.title)], lambda: [selectin_polymorphic(Emp, [Mgr]), load_only(Mgr.title)], lambda: [load_only(O.placed)]],
 "Mgr": [lambda: [load_only(Emp.name)], lambda: [load_only(Mgr.name)], lambda: [load_only(Mgr.title)], lambda: [load_only(Emp.name, Mgr.title)], lambda: [Load(Emp).load_only(Emp.name)], lambda: [load_only(O.placed)]],
}
froms = {"C": [C], "ca": [ca], "C,O": [C, O], "Emp": [Emp], "Mgr": [Mgr]}
for key, makes in tests.items():
    for i, make in enumerate(makes):
        with Session(engine) as s:
            try:
                rows = s.execute(select(*froms[key]).options(*make())).unique().all()
                print(key, i, [sorted(k for k in o.__dict__ if k[0] != "_") for row in rows for o in row])
                print("   ", [sorted(k for k in o.__dict__ if k[0] != "_") for row in rows for x in row if isinstance(x, C) and "os" in x.__dict__ for o in x.os])
            except Exception as error:
                print(key, i, type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)))

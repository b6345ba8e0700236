"""Columns in the metadata of dataclass fields, column_descriptions of attributes and bundles, entity_description, NewType."""
from dataclasses import dataclass, field
from typing import List, NewType
from sqlalchemy import *
from sqlalchemy.orm import *
import re
def t(f):
    try: print(re.sub("0x[0-9a-f]+","0x",str(f())))
    except Exception as x: print(type(x).__name__, re.sub("0x[0-9a-f]+","0x",str(x)))
mr=registry()
@mr.mapped
@dataclass
class User:
    __tablename__ = 'user'
    __sa_dataclass_metadata_key__ = 'sa'
    id: int = field(init=False, metadata={'sa': Column(Integer, primary_key=True)})
    name: str = field(default=None, metadata={'sa': Column(String(50))})
    addresses: List["Address"] = field(default_factory=list, metadata={'sa': relationship('Address')})
    note: str = "plain"
@mr.mapped
@dataclass
class Address:
    __tablename__ = 'address'
    __sa_dataclass_metadata_key__ = 'sa'
    id: int = field(init=False, metadata={'sa': Column(Integer, primary_key=True)})
    user_id: int = field(init=False, metadata={'sa': Column(ForeignKey('user.id'))})
    email_address: str = field(default=None, metadata={'sa': Column(String(50))})
t(lambda: User("n", [Address("e")])); t(lambda: User.__table__.c.keys()); t(lambda: User.__mapper__.attrs.keys()); t(lambda: select(User))
e=create_engine("sqlite://"); mr.metadata.create_all(e)
with Session(e) as s:
    s.add(User("x", [Address("a@b")])); s.commit(); t(lambda: s.scalars(select(User)).one()); t(lambda: s.scalars(select(User)).one().addresses[0].email_address)
@dataclass
class Mix:
    __tablename__ = "mx"
    __sa_dataclass_metadata_key__ = "sa"
    id: int = field(init=False, metadata={"sa": Column(Integer, primary_key=True)})
@dataclass
class AMix:
    __sa_dataclass_metadata_key__ = "sa"
    aid: int = field(init=False, metadata={"sa": lambda: Column(ForeignKey("user.id"))})
@mr.mapped
class Final(Mix, AMix): pass
@mr.mapped
class Final2(Mix, AMix): __tablename__="f2"
t(lambda: (Final.__table__.c.keys(), Final2.__table__.c.keys(), Final.__table__.c.id is Final2.__table__.c.id))
class Base(DeclarativeBase): pass
class U(Base):
    __tablename__="u"
    id: Mapped[int]=mapped_column(primary_key=True)
    n: Mapped[str]
u2=aliased(U, name="u2")
for st in (select(U), select(U.id), select(U.id, u2), select(u2.id, func.count(U.id), literal(1)), select(U.n.label("q")), select(Bundle("b", U.id, U.n))):
    t(lambda: [(d["name"], d["type"], d["aliased"], d["entity"], type(d["expr"]).__name__) for d in st.column_descriptions])
for st in (insert(U), update(U), delete(U), insert(U.__table__)):
    t(lambda: st.entity_description)
t(lambda: [(d["name"], d["type"], d["aliased"], d["entity"], type(d["expr"]).__name__) for d in insert(U).returning(U.id, U.n).returning_column_descriptions])
nstr=NewType("nstr", str)
def nt(m):
    class B2(DeclarativeBase): type_annotation_map=m
    class Q(B2):
        __tablename__="q"
        id: Mapped[nstr]=mapped_column(primary_key=True)
    return Q.__table__.c.id.type
t(lambda: nt({})); t(lambda: nt({nstr: String(30)}))

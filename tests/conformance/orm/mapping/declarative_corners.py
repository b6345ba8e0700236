"""Dataclass arguments inside Annotated, functions of mixins over its columns and table, __table_cls__, excluded keys, module-qualified names, column templates of composites."""
import warnings, dataclasses
from typing import Annotated, Optional
from sqlalchemy import *
from sqlalchemy.orm import *
warnings.simplefilter("always")
import re
def t(f):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try: print(re.sub("0x[0-9a-f]+","0x",str(f())))
        except Exception as x: print(type(x).__name__, re.sub("0x[0-9a-f]+","0x",str(x)))
        for x in w: print("  W", type(x.message).__name__, x.message)
def a():
    intpk = Annotated[int, mapped_column(init=False, primary_key=True)]
    reg = registry()
    @reg.mapped_as_dataclass
    class User:
        __tablename__ = "u"
        id: Mapped[intpk]
    return User()
t(a)
def a2():
    intpk = Annotated[int, mapped_column(init=False, primary_key=True)]
    class Base(MappedAsDataclass, DeclarativeBase): pass
    class User(Base):
        __tablename__ = "u"
        id: Mapped[intpk] = mapped_column(init=False)
        n: Mapped[Annotated[Optional[str], mapped_column(default="x", kw_only=True)]] = mapped_column(default=None)
    return User(n="q"), User.__table__.c.n.default
t(a2)
def b():
    class M:
        @declared_attr
        def __mapper_args__(cls): return {"exclude_properties": [c.key for c in cls.__table__.c if c.info.get("x")]}
    class Base(DeclarativeBase): pass
    class S(M, Base):
        __tablename__ = "s"
        id = mapped_column(Integer, primary_key=True)
        data = mapped_column(String)
        no = mapped_column(String, info={"x": True})
    return S.__mapper__.attrs.keys(), hasattr(S, "no")
t(b)
def c():
    class AutoTable:
        @declared_attr
        def __tablename__(cls): return cls.__name__
        @classmethod
        def __table_cls__(cls, *arg, **kw):
            for obj in arg[1:]:
                if (isinstance(obj, Column) and obj.primary_key) or isinstance(obj, PrimaryKeyConstraint): return Table(*arg, **kw)
            return None
    class Base(DeclarativeBase): pass
    class Person(AutoTable, Base): id = mapped_column(Integer, primary_key=True)
    class Employee(Person): employee_name = mapped_column(String)
    class Other(AutoTable, Base):
        oid = mapped_column(Integer, primary_key=True)
    return Employee.__mapper__.local_table.c.keys(), Employee.__mapper__.single, Other.__table__.name
t(c)
def d():
    class Base(DeclarativeBase): pass
    class SM:
        x: Mapped[int]
        y: Mapped[int]
        @declared_attr
        def x_plus_y(cls) -> Mapped[int]: return column_property(cls.x + cls.y)
    class S(SM, Base):
        __tablename__ = "something"
        id: Mapped[int] = mapped_column(primary_key=True)
    class S2(SM, Base):
        __tablename__ = "s2"
        id: Mapped[int] = mapped_column(primary_key=True)
    return select(S.x_plus_y), select(S), select(S2.x_plus_y), S.__table__.c.keys()
t(lambda: "\n".join(map(str, d())))
def e():
    class Base(DeclarativeBase): pass
    class U(Base):
        __table__ = Table("u", Base.metadata, Column("user_id", Integer, primary_key=True), Column("n", String), Column("o", String))
        __mapper_args__ = {"include_properties": ["n", "o"]}
    return U.__mapper__.attrs.keys()
t(e)
def e2():
    class Base(DeclarativeBase): pass
    class U(Base):
        __table__ = Table("u", Base.metadata, Column("user_id", Integer, primary_key=True), Column("n", String), schema="sch")
        __mapper_args__ = {"exclude_properties": ["user_id"]}
    return U.__mapper__.attrs.keys()
t(e2)
def g():
    class Base(DeclarativeBase): pass
    class B(Base):
        __tablename__ = "b"
        __module__ = "one"
        id: Mapped[int] = mapped_column(primary_key=True)
    keep = B
    class B(Base):
        __module__ = "two"
        __tablename__ = "b2"
        id: Mapped[int] = mapped_column(primary_key=True)
    class A(Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True)
        b_id: Mapped[int] = mapped_column(ForeignKey("b.id"))
        b = relationship("B")
    return A()
t(g)
def g2():
    class Base(DeclarativeBase): pass
    class B(Base):
        __tablename__ = "b"
        __module__ = "pkg.one"
        id: Mapped[int] = mapped_column(primary_key=True)
    keep = B
    class B(Base):
        __module__ = "pkg.two"
        __tablename__ = "b2"
        id: Mapped[int] = mapped_column(primary_key=True)
    class A(Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True)
        b_id: Mapped[int] = mapped_column(ForeignKey("b.id"))
        b = relationship("pkg.one.B")
        c = relationship("one.B", viewonly=True)
    return A.b.property.mapper, A.c.property.mapper
t(g2)
@dataclasses.dataclass
class Address:
    street: str
    city: Optional[str]
def h():
    class Base(DeclarativeBase): pass
    class P(Base):
        __tablename__ = "p"
        id: Mapped[int] = mapped_column(primary_key=True)
        home: Mapped[Address] = composite(Address, column_template="home_%s")
        work: Mapped[Optional[Address]] = composite(column_template="work_%s")
    return P.__table__.c.keys(), [c.nullable for c in P.__table__.c], P.__mapper__.attrs.keys(), select(P.home), P(home=Address("s", "c")).home_street
t(h)
def h2():
    class Base(DeclarativeBase): pass
    class P(Base):
        __tablename__ = "p"
        id: Mapped[int] = mapped_column(primary_key=True)
        home: Mapped[Address] = composite(mapped_column("x"), mapped_column("y"), column_template="home_%s")
    return P.__table__.c.keys()
t(h2)
t(lambda: composite(Address, nope=5))

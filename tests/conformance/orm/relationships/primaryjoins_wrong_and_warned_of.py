"""Configuration errors and warnings of joins that are no equality."""
import re, warnings
from sqlalchemy import ForeignKey, Table, Column, Integer, String, create_engine, select, and_, or_, func, cast, literal, ForeignKeyConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship, foreign, remote, backref, configure_mappers, registry, clear_mappers

warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest: print(category.__name__, message)


def attempt(name, self_referential=False, fk=False, **kw):
    class Base(DeclarativeBase):
        pass

    class A(Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True)
        x: Mapped[int]
        y: Mapped[int] = mapped_column(ForeignKey("a.id")) if self_referential and fk else mapped_column()
        bs = relationship("A" if self_referential else "B", **kw)

    class B(Base):
        __tablename__ = "b"
        id: Mapped[int] = mapped_column(primary_key=True)
        a_id: Mapped[int] = mapped_column(ForeignKey("a.id")) if fk else mapped_column()
        z: Mapped[int]

    class C(Base):
        __tablename__ = "c"
        id: Mapped[int] = mapped_column(primary_key=True)
        a_id: Mapped[int]
        b_id: Mapped[int]

    try:
        configure_mappers()
        p = A.bs.property
        print(name, p.direction.name, p.uselist, p.primaryjoin, p.secondaryjoin, sorted(map(str, p.local_columns)), sorted(map(str, p.remote_side)),
              [(str(a), str(b)) for a, b in p.local_remote_pairs], [(str(a), str(b)) for a, b in p.synchronize_pairs],
              [(str(a), str(b)) for a, b in p.secondary_synchronize_pairs or []])
        for r in p._reverse_property:
            print("   reverse", r.direction.name, r.primaryjoin, [(str(a), str(b)) for a, b in r.local_remote_pairs], [(str(a), str(b)) for a, b in r.synchronize_pairs])
    except Exception as error:
        print(name, type(error).__name__, error)
    finally:
        Base.registry.dispose()


attempt("1", primaryjoin="A.id < B.a_id")
attempt("2", primaryjoin="A.id < foreign(B.a_id)")
attempt("3", primaryjoin="A.id < foreign(B.a_id)", viewonly=True)
attempt("4", primaryjoin="foreign(A.id) < B.a_id", viewonly=True)
attempt("5", primaryjoin="A.id == B.a_id")
attempt("6", primaryjoin="A.id == B.a_id", viewonly=True)
attempt("7", primaryjoin="A.id == B.a_id", foreign_keys="B.a_id")
attempt("8", primaryjoin="A.id == B.a_id", foreign_keys="A.id")
attempt("9", primaryjoin="A.id == foreign(remote(B.a_id))", backref="a")
attempt("10", primaryjoin="and_(A.id == foreign(B.a_id), B.z > 5)", backref="a")
attempt("11", primaryjoin="and_(A.id == foreign(B.a_id), foreign(A.x) == B.z)")
attempt("12", primaryjoin="foreign(A.x) == foreign(B.z)")
attempt("13", primaryjoin="func.lower(A.x) == func.lower(foreign(B.z))")
attempt("14", primaryjoin="func.lower(A.x) == func.lower(foreign(B.z))", viewonly=True)
attempt("15", primaryjoin="A.x == remote(A.y)", viewonly=True)
attempt("16", primaryjoin="foreign(A.x) == remote(A.y)", viewonly=True)
attempt("17", primaryjoin="foreign(A.x) == 5", viewonly=True)
attempt("18", primaryjoin="foreign(B.z) == 5", viewonly=True)
attempt("19", self_referential=True, primaryjoin="A.x == A.y")
attempt("20", self_referential=True, primaryjoin="A.x == foreign(A.y)")
attempt("21", self_referential=True, primaryjoin="remote(A.x) == foreign(A.y)", backref="others")
attempt("22", self_referential=True, primaryjoin="A.x == A.y", foreign_keys="A.y", remote_side="A.x")
attempt("23", self_referential=True, fk=True)
attempt("24", self_referential=True, fk=True, remote_side="A.id")
attempt("25", self_referential=True, fk=True, primaryjoin="func.abs(A.id) == A.y")
attempt("26", self_referential=True, fk=True, primaryjoin="and_(A.id == A.y, A.x > 5)")
attempt("27", self_referential=True, primaryjoin="foreign(A.x) < A.y", viewonly=True)
attempt("28", self_referential=True, primaryjoin="remote(foreign(A.x)) < A.y", viewonly=True)
attempt("29", self_referential=True, primaryjoin="remote(foreign(A.x)) == A.x", viewonly=True)
attempt("30", self_referential=True, primaryjoin="foreign(A.x) == A.x", viewonly=True)
attempt("31", secondary="c", primaryjoin="A.id == C.a_id", secondaryjoin="B.id == C.b_id")
attempt("32", secondary="c", primaryjoin="A.id < C.a_id", secondaryjoin="B.id == C.b_id")
attempt("33", secondary="c", primaryjoin="A.id < C.a_id", secondaryjoin="B.id == C.b_id", viewonly=True)
attempt("34", secondary="c", primaryjoin="A.id == C.a_id", secondaryjoin="B.id > C.b_id")
attempt("35", secondary="c", primaryjoin="A.id == C.a_id", secondaryjoin="B.id > foreign(C.b_id)")
attempt("36", secondary="c", primaryjoin="A.id == foreign(C.a_id)", secondaryjoin="B.id == C.b_id")
attempt("37", secondary="c", primaryjoin="A.id == foreign(C.a_id)", secondaryjoin="foreign(B.id) == C.b_id", viewonly=True)
attempt("38", primaryjoin="B.a_id == remote(A.id)", fk=True)
attempt("39", primaryjoin="remote(A.id) == foreign(B.a_id)")
attempt("40", primaryjoin="A.id + 1 == foreign(B.a_id)")
attempt("41", primaryjoin="A.id + 1 == foreign(B.a_id)", viewonly=True)
attempt("42", primaryjoin="or_(A.id == foreign(B.a_id), A.x == foreign(B.z))", backref="a")
attempt("43", primaryjoin="A.id == foreign(C.a_id)", viewonly=True)
attempt("44", primaryjoin="and_(A.id == foreign(C.a_id), C.b_id == B.id)", viewonly=True)
attempt("45", primaryjoin="A.id == B.a_id", fk=True, remote_side="A.id")
attempt("46", primaryjoin="A.id == foreign(B.a_id)", uselist=False)
attempt("47", primaryjoin="foreign(A.x) == B.id")
attempt("48", primaryjoin="func.abs(foreign(A.x)) == func.abs(B.id)", viewonly=True)
attempt("49", primaryjoin="foreign(A.x).op('&', is_comparison=True)(B.id)", viewonly=True)
attempt("50", primaryjoin="foreign(A.x).op('&')(B.id) != 0", viewonly=True)
attempt("51", primaryjoin="foreign(A.x).in_([1, 2])", viewonly=True)
attempt("52", primaryjoin="A.id == foreign(B.a_id)", backref=backref("a", lazy="joined", uselist=False))
attempt("53", primaryjoin="~(A.id == foreign(B.a_id))", viewonly=True)

"""Configuration errors."""
import re
from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, configure_mappers, relationship


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


def attempt(title, build):
    class Base(DeclarativeBase):
        pass

    print(title)

    def run():
        build(Base)
        configure_mappers()

    tried(run)
    Base.registry.dispose()


def two(Base, fk="a.id", a=None, b=None, **extra):
    class A(Base):
        __tablename__ = "a"
        id = Column(Integer, primary_key=True)
        other = Column(Integer)
        if a is not None:
            bs = a

    class B(Base):
        __tablename__ = "b"
        id = Column(Integer, primary_key=True)
        a_id = Column(Integer, *([ForeignKey(fk)] if fk else []))
        second_id = Column(Integer, *([ForeignKey("a.id")] if extra.get("second") else []))
        if b is not None:
            a = b


attempt("no fk", lambda Base: two(Base, fk=None, a=relationship("B")))
attempt("no fk, primaryjoin", lambda Base: two(Base, fk=None, a=relationship("B", primaryjoin="A.id == B.a_id")))
attempt("two fks", lambda Base: two(Base, second=True, a=relationship("B")))
attempt("unknown class", lambda Base: two(Base, a=relationship("Bee")))
attempt("unknown table", lambda Base: two(Base, a=relationship("B", secondary="nope")))
attempt("wrong back_populates", lambda Base: two(Base, a=relationship("B", back_populates="zzz")))
attempt("both many to one", lambda Base: two(Base, a=relationship("B", back_populates="a", uselist=False, primaryjoin="A.other == B.id", foreign_keys="A.other"), b=relationship("A", back_populates="bs")))
attempt("delete-orphan", lambda Base: two(Base, b=relationship("A", cascade="all, delete-orphan")))
attempt("bad cascade", lambda Base: two(Base, a=relationship("B", cascade="all, sometimes")))
attempt("backref and back_populates", lambda Base: two(Base, a=relationship("B", backref="a", back_populates="a")))
attempt("bad lazy", lambda Base: two(Base, a=relationship("B", lazy="now")))
attempt("bad primaryjoin", lambda Base: two(Base, a=relationship("B", primaryjoin="A.nope == B.a_id")))
attempt("constant primaryjoin", lambda Base: two(Base, a=relationship("B", primaryjoin="A.id == 5")))
attempt("back_populates not relationship", lambda Base: two(Base, a=relationship("B", back_populates="a_id")))
attempt("viewonly back_populates", lambda Base: two(Base, a=relationship("B", back_populates="a", viewonly=True, sync_backref=True), b=relationship("A", back_populates="bs")))
attempt("order_by", lambda Base: two(Base, a=relationship("B", order_by="B.zzz")))
attempt("argument of wrong kind", lambda Base: two(Base, a=relationship(5)))
attempt("secondaryjoin without secondary", lambda Base: two(Base, a=relationship("B", secondaryjoin="A.id == B.a_id")))
attempt("collection on scalar", lambda Base: two(Base, b=relationship("A", collection_class=set)))
attempt("passive_deletes all", lambda Base: two(Base, a=relationship("B", passive_deletes="all", cascade="all")))

"""Which class a name means when classes are refused, replaced and collected"""

import gc, warnings
from typing import *
from sqlalchemy import *
from sqlalchemy.orm import *


def fresh():
    class Base(DeclarativeBase):
        pass

    return Base


def case(label, f):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try:
            print(label, f())
        except Exception as e:
            print(label, type(e).__name__, e)
        for x in w:
            print("   W", x.message)


def refused_then_right(collect):
    Base = fresh()
    try:

        class P(Base):
            __tablename__ = "p"
            id: Mapped[int]

    except Exception as e:
        print(type(e).__name__)
    if collect:
        gc.collect()

    class P(Base):
        __tablename__ = "p2"
        id: Mapped[int] = mapped_column(primary_key=True)

    class C(Base):
        __tablename__ = "c"
        id: Mapped[int] = mapped_column(primary_key=True)
        p_id = mapped_column(ForeignKey("p2.id"))
        p: Mapped["P"] = relationship()

    configure_mappers()
    return inspect(C).relationships.p.mapper.class_ is P


def redefined(collect):
    Base = fresh()

    class P(Base):
        __tablename__ = "p"
        id: Mapped[int] = mapped_column(primary_key=True)

    class P(Base):
        __tablename__ = "p"
        __table_args__ = {"extend_existing": True}
        id: Mapped[int] = mapped_column(primary_key=True)

    if collect:
        gc.collect()

    class C(Base):
        __tablename__ = "c"
        id: Mapped[int] = mapped_column(primary_key=True)
        p_id = mapped_column(ForeignKey("p.id"))
        p: Mapped["P"] = relationship()

    configure_mappers()
    return inspect(C).relationships.p.mapper.class_ is P


def thrice():
    Base = fresh()
    keep = []
    for n in range(3):

        class P(Base):
            __tablename__ = f"p{n}"
            id: Mapped[int] = mapped_column(primary_key=True)

        keep.append(P)
    return len(list(Base.registry.mappers))


def used_before():
    Base = fresh()

    class P(Base):
        __tablename__ = "p"
        id: Mapped[int] = mapped_column(primary_key=True)

    class C(Base):
        __tablename__ = "c"
        id: Mapped[int] = mapped_column(primary_key=True)
        p_id = mapped_column(ForeignKey("p.id"))
        p: Mapped["P"] = relationship()

    configure_mappers()

    class P(Base):
        __tablename__ = "p"
        __table_args__ = {"extend_existing": True}
        id: Mapped[int] = mapped_column(primary_key=True)

    configure_mappers()
    return inspect(C).relationships.p.mapper.class_ is P


case("refused", lambda: refused_then_right(False))
clear_mappers()
case("refused, collected", lambda: refused_then_right(True))
clear_mappers()
case("redefined", lambda: redefined(False))
clear_mappers()
case("redefined, collected", lambda: redefined(True))
clear_mappers()
case("thrice", thrice)
clear_mappers()
case("used", used_before)

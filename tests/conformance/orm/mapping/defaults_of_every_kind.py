"""Defaults of every kind."""
from sqlalchemy import Computed, create_engine, func, select, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from typing import Optional


class Base(DeclarativeBase):
    pass


counter = iter(range(100, 200))


def from_context(context):
    return context.get_current_parameters()["a"] + 1


class Row(Base):
    __tablename__ = "row"

    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[int] = mapped_column(default=5)
    b: Mapped[int] = mapped_column(default=lambda: next(counter))
    c: Mapped[int] = mapped_column(default=from_context)
    d: Mapped[int] = mapped_column(default=select(func.coalesce(func.max(text("id")), 0)).select_from(text("row")).scalar_subquery())
    e: Mapped[str] = mapped_column(server_default="srv")
    f: Mapped[int] = mapped_column(default=1, onupdate=lambda: next(counter))
    g: Mapped[Optional[str]] = mapped_column(onupdate=func.upper("upd"))
    h: Mapped[int] = mapped_column(Computed("a * 2"))


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    r, s = Row(), Row(a=7, e="mine")
    session.add_all([r, s])
    session.flush()
    print([r.a, r.b, r.c, r.d, r.e, r.f, r.g, r.h])
    print([s.a, s.b, s.c, s.d, s.e, s.f, s.g, s.h])
    r.a = 50
    session.flush()
    print([r.a, r.b, r.c, r.d, r.e, r.f, r.g, r.h])
    session.commit()
    s.f = 0
    session.commit()
    print(s.f, s.g)

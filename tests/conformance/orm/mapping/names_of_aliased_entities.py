"""How with_polymorphic() and aliased() entities are shown, loaders of other attributes, synonyms of aliased classes and in values, what filter_by() looked at."""

import re
from typing import List, Optional

from sqlalchemy import (
    ForeignKey,
    create_engine,
    func,
    insert,
    literal,
    select,
    union,
    update,
    delete,
    exists,
    event,
)
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    Session,
    aliased,
    column_property,
    defer,
    joinedload,
    load_only,
    mapped_column,
    query_expression,
    relationship,
    selectinload,
    synonym,
    undefer,
    with_expression,
    with_polymorphic,
)
from sqlalchemy import inspect


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    t: Mapped[str]
    n: Mapped[Optional[str]]
    e: Mapped[Optional[int]] = query_expression()
    xs: Mapped[List["X"]] = relationship(back_populates="a")
    other = synonym("n")
    __mapper_args__ = dict(polymorphic_on="t", polymorphic_identity="a")


class B(A):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(ForeignKey("a.id"), primary_key=True)
    __mapper_args__ = dict(polymorphic_identity="b")


class S(A):
    s: Mapped[Optional[str]]
    __mapper_args__ = dict(polymorphic_identity="s")


class X(Base):
    __tablename__ = "x"
    id: Mapped[int] = mapped_column(primary_key=True)
    aid: Mapped[int] = mapped_column(ForeignKey("a.id"))
    a: Mapped[A] = relationship(back_populates="xs")


def show(f):
    try:
        print("ok", re.sub("0x[0-9a-f]+", "0x", str(f())))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


engine = create_engine("sqlite://", echo=True)
Base.metadata.create_all(engine)
print("-- how they are shown")
for it in (
    with_polymorphic(A, [B]),
    with_polymorphic(A, "*"),
    with_polymorphic(B, []),
    with_polymorphic(B, "*"),
    with_polymorphic(A, []),
    with_polymorphic(A, [S], aliased=True),
    with_polymorphic(A, [B], flat=True),
    aliased(B),
    aliased(A, flat=True),
    with_polymorphic(X, []),
    with_polymorphic(A, [A]),
):
    for make in (
        str,
        repr,
        lambda it: str(inspect(it)),
        lambda it: repr(inspect(it)),
        lambda it: it.__name__,
        lambda it: it.id,
    ):
        show(lambda: make(it))

print("-- loaders that are not for the attribute: told when the statement runs")
session = Session(engine)
for option in (
    with_expression(A.xs, A.id),
    undefer(A.xs),
    defer(A.xs),
    load_only(A.xs),
    joinedload(A.n),
    selectinload(A.n),
    with_expression(A.e, A.id),
    joinedload(A.xs).joinedload(X.aid),
):
    stmt = select(A).options(option)
    show(lambda: str(stmt))
    show(lambda: session.scalars(stmt).all())
    session.rollback()
    show(lambda: session.query(A).options(option).all())
    session.rollback()

print("-- another name of an attribute")
al = aliased(A)
show(lambda: select(al.other))
show(lambda: select(al.id).where(al.other == "x").order_by(al.other.desc()))
show(lambda: update(A).values(other="x"))
show(lambda: update(A).values({"other": "x", A.t: "y"}))
show(lambda: insert(A).values(other="x"))
show(lambda: select(al).filter_by(other="x"))
session.execute(insert(A).values(other="x", t="a"))
session.execute(update(A).where(A.other == "x").values(other="y"))
print(session.scalars(select(A.other)).all())

print("-- what filter_by() looked at")
T = A.__table__
for stmt in (
    select(A),
    select(A.id),
    select(al),
    select(al.id),
    select(func.count(A.id)),
    select(func.max(al.id)),
    select(T),
    select(T.alias("other")),
    select(T.alias()),
    select(select(A.id).subquery()),
    update(A),
    delete(A),
    update(T),
    select(exists(A.id)),
    select(func.json_each("x").table_valued("q")),
    select(literal(1)),
):
    show(lambda: stmt.filter_by(nothing="x"))


@event.listens_for(session, "do_orm_execute")
def _(state):
    print("all mappers", state.all_mappers)


session.execute(union(select(A.id), select(X.id)))

"""Loader options of the ORM on statements with and without entities."""

from sqlalchemy import ForeignKey, create_engine, delete, func, insert, select, text, update
from sqlalchemy.orm import (
    DeclarativeBase,
    Load,
    Mapped,
    Session,
    defer,
    joinedload,
    lazyload,
    load_only,
    mapped_column,
    raiseload,
    relationship,
    selectinload,
    undefer_group,
    with_loader_criteria,
)


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    bs: Mapped[list["B"]] = relationship()


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int] = mapped_column(ForeignKey("a.id"))


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
session = Session(engine)
session.add(A(id=1))
session.commit()
a = A.__table__
options = [
    lambda: selectinload(A.bs),
    lambda: joinedload(A.bs),
    lambda: load_only(A.id),
    lambda: raiseload("*"),
    lambda: defer(A.id),
    lambda: with_loader_criteria(A, A.id == 7),
    lambda: Load(A).lazyload(A.bs),
    lambda: undefer_group("x"),
    lambda: lazyload("*"),
]
statements = [
    lambda: select(a),
    lambda: select(A.id),
    lambda: select(func.count()),
    lambda: select(func.count()).select_from(A),
    lambda: select(a.c.id),
    lambda: select(a).union(select(a)),
    lambda: text("select 1"),
    lambda: insert(a).values(id=None),
    lambda: update(a).values(id=8).where(a.c.id == 3),
    lambda: delete(a).where(a.c.id == 9),
]
for option in options:
    for statement in statements:
        try:
            made = statement().options(option())
            print(made)
            rows = session.execute(made)
            print(rows.all() if made.is_select else rows.rowcount)
        except Exception as error:
            print(type(error).__name__, error)
        session.rollback()
for statement in (select(A, B), select(A, A.id), select(A.id)):
    try:
        print(statement.options(undefer_group("x")))
    except Exception as error:
        print(type(error).__name__, error)

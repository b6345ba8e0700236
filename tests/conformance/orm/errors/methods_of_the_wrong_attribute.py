"""Methods of relationships on columns and of columns on relationships, with_parent() of whatever, column_descriptions of expressions."""

import re
from typing import List

from sqlalchemy import ARRAY, ForeignKey, Integer, func, select, true, case, cast, String, exists, null
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    Session,
    aliased,
    column_property,
    mapped_column,
    relationship,
    with_parent,
)


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    n: Mapped[str]
    numbers = mapped_column(ARRAY(Integer))
    more = column_property(id + 1)
    xs: Mapped[List["X"]] = relationship(back_populates="a")


class X(Base):
    __tablename__ = "x"
    id: Mapped[int] = mapped_column(primary_key=True)
    aid: Mapped[int] = mapped_column(ForeignKey("a.id"))
    a: Mapped[A] = relationship(back_populates="xs")


def show(label, f):
    try:
        print(label, "ok", re.sub("0x[0-9a-f]+", "0x", str(f())))
    except Exception as e:
        print(label, type(e).__name__, re.sub("0x[0-9a-f]+", "0x", str(e)))


al = aliased(A)
print("-- what relationships have, of columns")
for attribute in (A.id, A.n, A.numbers, A.more, al.n, al.numbers, A.__table__.c.n):
    for name in ("any", "has", "all", "any_", "of_type", "contains"):
        args = {"any": (5,), "all": (5,), "of_type": (A,), "contains": ("x",)}.get(name, ())
        show(name, lambda: getattr(attribute, name)(*args))
show("and_", lambda: A.id.and_(A.n == "x"))

print("-- what columns have, of relationships")
for attribute in (A.xs, X.a):
    for name in (
        "is_",
        "is_not",
        "in_",
        "not_in",
        "like",
        "startswith",
        "__lt__",
        "__add__",
        "has",
        "any",
        "contains",
        "of_type",
    ):
        for value in (None, 5, "x", [1]):
            if (name, value) not in (("contains", None), ("of_type", None)):
                show(f"{attribute} {name} {value}", lambda: getattr(attribute, name)(value))
    for name in ("__eq__", "__ne__"):
        for value in (None, 5, A(id=3), X(id=3), A):
            show(f"{attribute} {name}", lambda: getattr(attribute, name)(value))
    show("has", lambda: attribute.has(A.id == 1))
    show("any", lambda: attribute.any(A.id == 1))

print("-- with_parent()")
for prop in (A.n, A.xs, X.a, A.__table__.c.n, A, 5, "xs", A.__mapper__.attrs.xs):
    for instance in (A(id=1), 5, None, "x"):
        if instance is not None or prop is A.xs:
            show("with_parent", lambda: with_parent(instance, prop))

print("-- column_descriptions")
session = Session()
for it in (
    select(A.id).scalar_subquery(),
    exists(A.id),
    select(A.id).scalar_subquery().label("q"),
    func.now(),
    null(),
    select(func.max(A.id)).scalar_subquery(),
    case((A.id == 1, 2)),
    A.id + 1,
    cast(A.id, String),
    A.n.collate("x"),
    A.id.desc(),
    A.id.distinct(),
    A.id.in_([1]),
    true(),
    A.__table__,
    al,
):
    show(
        "told", lambda: [(d["name"], d["type"], d["aliased"]) for d in session.query(it).column_descriptions]
    )

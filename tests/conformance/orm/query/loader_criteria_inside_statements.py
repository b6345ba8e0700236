"""with_loader_criteria() inside of statements: subqueries, correlation, single-table classes, aliases, UPDATE and DELETE."""

from sqlalchemy import *
from sqlalchemy.orm import *


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str] = mapped_column(default="a")
    bs: Mapped[list["B"]] = relationship(back_populates="a", lazy="selectin")
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "a"}


class A2(A):
    __mapper_args__ = {"polymorphic_identity": "a2"}


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int] = mapped_column(ForeignKey("a.id"))
    n: Mapped[int] = mapped_column(default=0)
    a: Mapped[A] = relationship(back_populates="bs")


e = create_engine("sqlite://")
Base.metadata.create_all(e)
s = Session(e)
s.add_all([A(name="x", bs=[B(n=1), B(n=2)]), A2(name="y", bs=[B(n=1)]), A(name="z")])
s.commit()


def go(f):
    try:
        print(f())
    except Exception as ex:
        print(type(ex).__name__, str(ex)[:300])


for value in (1, 2):
    crit = with_loader_criteria(B, B.n == value)
    ca = with_loader_criteria(A, lambda c: c.name != "z", include_aliases=True)
    for st in (
        lambda: select(A.name).where(A.bs.any()),
        lambda: select(select(B.n).subquery()),
        lambda: select(A2.name).where(A2.id.in_(select(B.a_id))),
        lambda: select(func.count()).select_from(select(A2).join(A2.bs).subquery()),
        lambda: select(aliased(A).name),
        lambda: select(select(aliased(A, name="q")).cte("k")),
        lambda: select(
            A.name, select(func.count(B.id)).where(B.a_id == A.id).correlate(A).scalar_subquery().label("n")
        ),
        lambda: select(select(B.id, A.id.label("aid")).where(B.a_id == A.id).subquery()),
        lambda: select(A.name).where(exists().where(B.a_id == A.id)),
        lambda: select(A.name).where(~exists(select(B).where(B.a_id == A.id).correlate(A))),
        lambda: select(B.id).where(B.a.of_type(A2).has()),
        lambda: union(select(A.name), select(B.n)),
        lambda: select(select(A.id).union(select(B.a_id)).subquery()),
        lambda: select(select(A.id).where(A.id.in_(select(B.a_id))).subquery()),
        lambda: select(A.name)
        .having(func.count(A.id) > select(func.count(B.id)).scalar_subquery())
        .group_by(A.name),
        lambda: select(exists().where(A.id == B.a_id)),
        lambda: select(A.name).join(select(B).subquery(), true()),
        lambda: select(literal(1)).where(A.bs.any(B.n > 0)),
    ):
        go(lambda: s.execute(st().options(crit, ca)).all())
        go(lambda: str(st().options(crit, ca)))
    go(
        lambda: s.execute(
            update(A)
            .where(A.bs.any())
            .values(name=A.name + "!")
            .options(crit, ca)
            .execution_options(synchronize_session=False)
        ).rowcount
    )
    go(lambda: s.execute(delete(B).where(B.a_id.in_(select(A2.id))).options(crit, ca)).rowcount)
    go(
        lambda: s.execute(
            update(A2).values(name="n").options(with_loader_criteria(A, A.name != "q"))
        ).rowcount
    )
    go(lambda: s.execute(update(B).values(n=B.n).options(crit)).rowcount)

    s.rollback()

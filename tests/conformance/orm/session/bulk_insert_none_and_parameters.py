"""What a bulk INSERT sends of None, with render_nulls, and of a statement's own parameters."""

from sqlalchemy import *
from sqlalchemy.orm import *


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    l: Mapped[str | None] = mapped_column("ell", server_default="sd")
    n: Mapped[int | None] = mapped_column(default=4)
    j: Mapped[dict | None] = mapped_column(JSON)
    k: Mapped[dict | None] = mapped_column(JSON(none_as_null=True))
    e: Mapped[int | None] = mapped_column(Integer().evaluates_none(), server_default="3")


e = create_engine("sqlite://")
Base.metadata.create_all(e)


def show(f):
    with Session(e) as s:
        try:
            r = f(s)
            print(r if isinstance(r, list) else type(r).__name__)
        except Exception as x:
            print(type(x).__name__, str(x)[:300])
        for row in s.execute(text("select * from a")):
            print("  ", tuple(row))
        s.rollback()


show(lambda s: s.execute(insert(A), [{"l": None}, {"l": "x", "n": None}, {"n": 5}]))
show(lambda s: s.execute(insert(A), {"l": None, "n": None}))
show(lambda s: s.execute(insert(A), [{"l": None, "n": None, "j": None, "k": None, "e": None}]))
show(lambda s: s.execute(insert(A).execution_options(render_nulls=True), [{"l": None, "n": None}]))
show(lambda s: s.execute(insert(A), [{"l": None, "n": None}], execution_options={"render_nulls": True}))
show(lambda s: s.bulk_insert_mappings(A, [{"l": None, "n": None, "j": None, "k": None, "e": None}]))
show(
    lambda s: s.bulk_insert_mappings(
        A, [{"l": None, "n": None, "j": None, "k": None, "e": None}], render_nulls=True
    )
)
show(lambda s: s.bulk_save_objects([A(l=None, n=None, j=None, k=None, e=None), A(l="x")]))
show(lambda s: s.execute(insert(A).values(l=bindparam("foo")), [{"foo": "a", "n": 1}, {"foo": "b", "n": 2}]))
show(
    lambda s: s.execute(
        insert(A).values(l=func.upper(bindparam("foo"))), [{"foo": "a", "n": 1}, {"foo": "b", "n": 2}]
    )
)
show(lambda s: s.scalars(insert(A).returning(A.l), [{"l": None}, {"l": "x", "n": None}, {"n": 5}]).all())
show(lambda s: s.execute(insert(A).execution_options(dml_strategy="orm"), {"l": None, "n": 6}))
show(lambda s: s.execute(insert(A).values([{"l": None}, {"l": "x"}])))
show(lambda s: s.execute(insert(A), [{"nope": 1, "l": "x"}]))
show(lambda s: s.execute(insert(A), [{}]))
show(lambda s: s.execute(insert(A), [{"id": None, "l": "u"}]))

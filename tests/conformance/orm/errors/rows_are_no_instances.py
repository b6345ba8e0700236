"""Rows and other objects where instances are expected, and what messages call them."""

from sqlalchemy import create_engine, inspect, select, text
from sqlalchemy.engine import Row, RowMapping
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, class_mapper, mapped_column, object_session


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    n: Mapped[str]


def show(f):
    try:
        print("ok", f())
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
session = Session(engine)
session.add(A(n="x"))
session.commit()
row = session.execute(select(A.id, A.n)).one()
entity_row = session.execute(select(A)).one()
with engine.connect() as conn:
    result = conn.execute(text("SELECT 1 AS x, 2 AS y"))
    plain = result.one()
mapping = plain._mapping
print(Row, RowMapping, type(row), type(mapping), Row.__module__, Row.__qualname__)
for it in (
    row,
    entity_row,
    plain,
    mapping,
    result,
    [row],
    (1,),
    session.new,
    inspect(A).attrs,
    5,
    "x",
    None,
    A,
):
    for name in ("add", "delete", "refresh", "expire", "merge", "expunge", "is_modified"):
        show(lambda: getattr(session, name)(it))
    session.rollback()
    show(lambda: session.add_all([it]))
    show(lambda: it in session)
    show(lambda: object_session(it))
    show(lambda: class_mapper(type(it)))
for it in ([1], result, 5, {}, "x"):
    show(lambda: session.bulk_save_objects([it]))

print("-- what messages call them")
show(lambda: plain + 5)
show(lambda: plain < 5)
show(lambda: plain(3))
show(lambda: plain["x"])
show(lambda: plain.z)
show(lambda: mapping["z"])
show(lambda: mapping.x)
show(lambda: mapping.z)
show(lambda: mapping < 5)
show(lambda: mapping > {})
show(lambda: (mapping == {"x": 1, "y": 2}, mapping != {}))
show(lambda: setattr(plain, "x", 5))
show(lambda: int(plain))
show(lambda: -plain)
show(lambda: plain.append(3))


def assign(it, key):
    it[key] = 5


def remove(it, key):
    del it[key]


show(lambda: assign(plain, 0))
show(lambda: remove(plain, 0))
show(lambda: assign(mapping, "x"))


class Own(Row):
    pass


print(Own, Own.__mro__[1])
print(inspect(Base.metadata) is Base.metadata, inspect(A.__table__) is A.__table__)

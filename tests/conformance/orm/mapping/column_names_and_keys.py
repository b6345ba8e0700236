"""Column names and keys."""
from sqlalchemy import Column, Integer, String, create_engine, inspect, label, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from typing import Optional


class Base(DeclarativeBase):
    pass


class Thing(Base):
    __tablename__ = "thing"

    ident = mapped_column("thing_id", Integer, primary_key=True)
    label: Mapped[str] = mapped_column("thing label", String(20), key="lab")
    note: Mapped[Optional[str]] = mapped_column("Note")
    hidden = Column("_h", Integer, default=3)


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
print(Thing.__table__.c.keys(), [c.name for c in Thing.__table__.c])
print(inspect(Thing).columns.keys(), inspect(Thing).column_attrs.keys())
print(select(Thing), select(Thing.label, Thing.ident).order_by(Thing.note))
with Session(engine) as session:
    session.add(Thing(ident=7, label="x"))
    session.commit()
    thing = session.get(Thing, 7)
    print(thing.ident, thing.label, thing.note, thing.hidden)
    thing.label = "y"
    session.commit()
    print(session.execute(select(Thing.label, Thing.hidden)).all(), session.execute(select(Thing.__table__)).mappings().all())

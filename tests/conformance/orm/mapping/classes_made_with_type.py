"""Classes made with type."""
from sqlalchemy import Boolean, ForeignKey, Integer, String, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Session, mapped_column, relationship


class Base(DeclarativeBase):
    pass


def make(name, **columns):
    body = {"__tablename__": name.lower(), "id": mapped_column(Integer, primary_key=True)}
    body.update({key: mapped_column(kind) for key, kind in columns.items()})
    return type(name, (Base,), body)


Fruit = make("Fruit", name=String, weight=Integer)
Stone = make("Stone", hard=Boolean)
Fruit.ripe = mapped_column(Boolean, default=False)
Fruit.stone_id = mapped_column(ForeignKey("stone.id"))
Fruit.stone = relationship(Stone, backref="fruits")
print(Fruit.__table__.c.keys(), Fruit.__mapper__)
engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add(Fruit(name="plum", weight=3, stone=Stone(hard=True)))
    session.commit()
    print([(f.name, f.ripe, f.stone.hard, f.stone.fruits[0].name) for f in session.scalars(select(Fruit))])

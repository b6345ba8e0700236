"""Long chains."""
from sqlalchemy import ForeignKey, Integer, create_engine
from sqlalchemy.orm import DeclarativeBase, Session, mapped_column, relationship


class Base(DeclarativeBase):
    pass


classes = []
for n in range(6):
    body = {"__tablename__": f"t{n}", "id": mapped_column(Integer, primary_key=True)}
    if n:
        body["up_id"] = mapped_column(ForeignKey(f"t{n - 1}.id"))
        body["up"] = relationship(f"T{n - 1}", backref="downs")
    classes.append(type(f"T{n}", (Base,), body))
engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    leaf = None
    objs = [cls(id=10 * n) for n, cls in enumerate(classes)]
    for low, high in zip(objs[1:], objs):
        low.up = high
    session.add(objs[3])
    print(len(session.new))
    session.commit()
    for obj in reversed(objs):
        session.delete(obj)
        session.flush()
    session.commit()

"""What keys values() of an ORM-enabled UPDATE and Query.update() take."""

import re
from sqlalchemy import *
from sqlalchemy.orm import *


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    age: Mapped[int] = mapped_column("age_int")

    def __repr__(self):
        return f"User({self.id}, {self.name}, {self.age})"


e = create_engine("sqlite://")
Base.metadata.create_all(e)
s = Session(e)
s.execute(
    insert(User),
    [
        {"id": 1, "name": "john", "age": 25},
        {"id": 2, "name": "jack", "age": 47},
        {"id": 3, "name": "jill", "age": 29},
    ],
)
s.commit()


def t(fn):
    try:
        r = str(fn())
    except Exception as x:
        r = f"{type(x).__name__}: {x}"
    print(re.sub("0x[0-9a-f]+", "0x", str(r)))


us = s.query(User).all()
t(lambda: s.execute(update(User).values(age_int=5)))
s.rollback()
t(lambda: s.execute(update(User).values({"age": 5})).rowcount)
s.rollback()
t(lambda: s.execute(update(User).values({User.__table__.c.age_int: 5})).rowcount)
print([u.age for u in us])
s.rollback()
t(lambda: s.query(User).update({column("name"): "m"}, synchronize_session="evaluate"))
print([u.name for u in us])
s.rollback()


class Thing:
    def __clause_element__(self):
        return User.name.__clause_element__()


t(lambda: s.query(User).update({Thing(): "m"}, synchronize_session="evaluate"))
print([u.name for u in us])
s.rollback()
t(lambda: s.execute(update(User).values([("age", 3)])))
t(lambda: s.execute(insert(User), [{"age_int": 3, "name": "k"}]))
t(lambda: s.execute(insert(User).values(age_int=3, name="z")))
t(lambda: s.execute(insert(User), [{"nope": 3, "name": "k", "age": 4}]))
t(lambda: s.execute(update(User), [{"id": 1, "nope": 4}]))
t(lambda: s.execute(update(User).values(nope=3)))
t(lambda: s.query(User).update({"nope": 3}))
t(lambda: s.query(User).update({"age_int": 3}))

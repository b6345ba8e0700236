"""UPDATE and DELETE with RETURNING and synchronize_session='fetch': instances first take the values, then the rows are read."""

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


us = s.scalars(select(User)).all()
t(
    lambda: s.execute(
        update(User)
        .where(User.age > 26)
        .values(age=User.age - 10)
        .execution_options(synchronize_session="fetch")
        .returning(User, User.name)
    ).all()
)
print(us)
t(
    lambda: s.execute(
        delete(User)
        .where(User.age > 26)
        .execution_options(synchronize_session="fetch")
        .returning(User, User.name)
    ).all()
)
print([u in s for u in us])
t(
    lambda: s.execute(
        delete(User).where(User.age > 16).execution_options(synchronize_session="fetch").returning(User.name)
    ).all()
)
print([u in s for u in us])

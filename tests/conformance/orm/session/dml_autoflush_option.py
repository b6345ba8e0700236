"""The execution option autoflush=False of INSERT, UPDATE, DELETE, SELECT and Core statements."""

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


a = User(name="p", age=1)
s.add(a)
s.execute(insert(User).values(name="x", age=2), execution_options={"autoflush": False})
print(inspect(a).pending)
s.execute(update(User).values(age=2), execution_options={"autoflush": False})
print(inspect(a).pending)
s.execute(delete(User).where(User.id == 99), execution_options={"autoflush": False})
print(inspect(a).pending)
s.execute(select(User.id), execution_options={"autoflush": False})
print(inspect(a).pending)
s.execute(insert(User), [{"name": "x", "age": 2}], execution_options={"autoflush": False})
print(inspect(a).pending)
s.execute(text("select 1"), execution_options={"autoflush": False})
print(inspect(a).pending)
s.execute(select(User.__table__), execution_options={"autoflush": False})
print(inspect(a).pending)

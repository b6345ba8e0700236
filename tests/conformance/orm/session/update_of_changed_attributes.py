"""Attributes with pending changes are expired by an ORM-enabled UPDATE."""

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


s.autoflush = False
us = s.query(User).order_by(User.id).all()
us[0].age = 50
us[1].age = 37
s.execute(
    update(User).where(User.age > 28).values(age=User.age - 10),
    execution_options={"synchronize_session": "evaluate"},
)
print([s.is_modified(u) for u in us], [u.age for u in us])
s.rollback()
us[0].age = 50
s.execute(update(User), [{"id": 1, "age": 5}, {"id": 2, "age": 6}])
print([s.is_modified(u) for u in us], [u.age for u in us])

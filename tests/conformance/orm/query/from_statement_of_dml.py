"""from_statement() of INSERT and UPDATE with RETURNING."""

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
t(
    lambda: s.scalars(
        select(User).from_statement(update(User).where(User.id < 3).values(age=User.age + 5).returning(User))
    ).all()
)
print(us)
s.rollback()
t(
    lambda: s.scalars(
        select(User)
        .from_statement(update(User).where(User.id < 3).values(age=User.age + 5).returning(User))
        .execution_options(populate_existing=True)
    ).all()
)
t(lambda: s.scalars(select(User).from_statement(insert(User).values(name="n", age=4).returning(User))).all())
t(lambda: s.scalars(select(User).from_statement(delete(User).where(User.id == 1).returning(User))).all())

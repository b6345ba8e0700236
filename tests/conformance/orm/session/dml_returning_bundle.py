"""Bundles and expressions in RETURNING of entities."""

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


for how in ("auto", "evaluate", "fetch", False):
    t(
        lambda: s.execute(
            update(User)
            .where(User.age > 26)
            .values(age=User.age - 1)
            .returning(Bundle("b", User.id, User.age), User.name),
            execution_options={"synchronize_session": how},
        ).all()
    )
t(
    lambda: s.execute(
        insert(User).returning(User.name, Bundle("b", User.id, User.age)),
        [{"name": "x", "age": 1}, {"name": "y", "age": 2}],
    ).all()
)
t(
    lambda: s.execute(
        delete(User).where(User.id > 1).returning(Bundle("b", User.id, User.age), User.name)
    ).all()
)
t(
    lambda: s.execute(
        insert(User).returning(User, func.upper(User.name, type_=String)), [{"name": "d3", "age": 3}]
    ).all()
)
t(
    lambda: s.execute(
        insert(User).returning(func.upper(User.name)), [{"name": "d3", "age": 3}, {"name": "d4", "age": 3}]
    ).all()
)

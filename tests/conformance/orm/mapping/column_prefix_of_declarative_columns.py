"""column_prefix and columns that a declarative class has under their own names."""

from sqlalchemy import *
from sqlalchemy.orm import *


class Base(DeclarativeBase):
    pass


class P(Base):
    __tablename__ = "p"
    __mapper_args__ = {"column_prefix": "_"}
    id = Column(Integer, primary_key=True)
    name = mapped_column(String)
    age: Mapped[int]
    other = Column("oth", String)
    dd = deferred(Column(String))


print(
    sorted(P.__mapper__.attrs.keys()),
    sorted(k for k in P.__dict__ if not k.startswith("__") and k != "_sa_class_manager" and k != "metadata"),
)
print(select(P._id, P._name))
p = P(_id=3)
print(p._id, hasattr(P, "id"))

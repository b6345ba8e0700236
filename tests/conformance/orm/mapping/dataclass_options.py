"""Dataclass options."""
import dataclasses
import re
from sqlalchemy import ForeignKey, create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, Session, mapped_column, relationship
from typing import Optional


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


class Base(MappedAsDataclass, DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    name: Mapped[str]
    nick: Mapped[Optional[str]] = mapped_column(default=None, repr=False)
    rank: Mapped[int] = mapped_column(default=5, kw_only=True)
    tags: Mapped[list["Tag"]] = relationship(default_factory=list, back_populates="user", order_by="Tag.id")


class Tag(Base, kw_only=True, order=True):
    __tablename__ = "tag"

    id: Mapped[int] = mapped_column(init=False, primary_key=True, compare=False)
    word: Mapped[str]
    user_id: Mapped[Optional[int]] = mapped_column(ForeignKey("user.id"), init=False, repr=False, compare=False)
    user: Mapped[Optional[User]] = relationship(default=None, back_populates="tags", repr=False, compare=False)


u = User("ann", rank=7)
print(u, u == User("ann", rank=7), u == User("ann"))
t = Tag(word="x", user=u)
print(u, Tag(word="a") < Tag(word="b"))
tried(lambda: Tag("x"))
tried(lambda: User())
tried(lambda: User("a", id=3))
print([f.name for f in dataclasses.fields(User)], dataclasses.asdict(Tag(word="q")))
engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add(u)
    session.commit()
    print(u, t)
    v = dataclasses.replace(Tag(word="z"), word="w")
    print(v)

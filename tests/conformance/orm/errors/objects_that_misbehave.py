"""Objects that misbehave."""
import re
from sqlalchemy import ForeignKey, create_engine, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from typing import Optional


class Base(DeclarativeBase):
    pass


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


class Odd(Base):
    __tablename__ = "odd"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey("odd.id"))
    kids: Mapped[list["Odd"]] = relationship(order_by="Odd.id")

    def __init__(self, **kw):
        super().__init__(**kw)
        if self.name == "init":
            raise RuntimeError("init failed")

    def __eq__(self, other):
        return isinstance(other, Odd) and self.name == other.name

    def __hash__(self):
        return hash(self.name)


class Never(Base):
    __tablename__ = "never"
    id: Mapped[int] = mapped_column(primary_key=True)

    def __hash__(self):
        raise TypeError("no hash")

    def __eq__(self, other):
        raise TypeError("no eq")

    def __bool__(self):
        raise TypeError("no bool")


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    tried(lambda: Odd(name="init"))
    a, b = Odd(id=1, name="same"), Odd(id=2, name="same")
    session.add_all([a, b])
    session.flush()
    a.kids.append(b)
    a.kids.append(Odd(id=3, name="same"))
    session.commit()
    print([k.id for k in a.kids], a == b, a in session, b in session.identity_map.values())
    a.kids.remove(b)
    session.commit()
    print([k.id for k in a.kids])
    n = Never(id=1)
    tried(lambda: session.add(n))
    tried(session.flush)
    tried(lambda: n in session)
    tried(lambda: session.delete(n))
    tried(session.commit)
    print(session.scalars(select(func.count(Never.id))).one())

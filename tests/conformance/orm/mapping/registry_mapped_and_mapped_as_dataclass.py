"""Registry mapped and mapped as dataclass."""
import re
from sqlalchemy import Column, ForeignKey, Integer, String, Table, create_engine, select
from sqlalchemy.orm import Mapped, Session, mapped_column, registry, relationship
from typing import Optional


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


reg = registry(type_annotation_map={str: String(40)})


@reg.mapped
class A:
    __tablename__ = "a"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    bs: Mapped[list["B"]] = relationship()


@reg.mapped_as_dataclass
class B:
    __tablename__ = "b"

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    a_id: Mapped[Optional[int]] = mapped_column(ForeignKey("a.id"), default=None)
    word: Mapped[str] = mapped_column(default="w")


@reg.mapped_as_dataclass(unsafe_hash=True, repr=False)
class C:
    __table__ = Table("c", reg.metadata, Column("id", Integer, primary_key=True))

    id: Mapped[int]


print(B(), A(name="x", bs=[B(word="q")]).bs, A.__table__.c.name.type)
tried(lambda: A(nope=1))
engine = create_engine("sqlite://")
reg.metadata.create_all(engine)
with Session(engine) as session:
    session.add(A(id=1, name="n", bs=[B(), B(word="z")]))
    session.commit()
    print(session.scalars(select(B).order_by(B.id)).all())
print(sorted(str(m) for m in reg.mappers))

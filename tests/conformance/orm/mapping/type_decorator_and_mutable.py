"""Type decorator and mutable."""
from sqlalchemy import JSON, String, TypeDecorator, create_engine, select
from sqlalchemy.ext.mutable import MutableDict, MutableList
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.orm.attributes import flag_modified
from typing import Optional


class Base(DeclarativeBase):
    pass


from sqlalchemy.types import TypeDecorator


class Words(TypeDecorator):
    impl = String
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return None if value is None else ",".join(value)

    def process_result_value(self, value, dialect):
        return None if value is None else value.split(",")

    def coerce_compared_value(self, op, value):
        return String()


class Page(Base):
    __tablename__ = "page"

    id: Mapped[int] = mapped_column(primary_key=True)
    words: Mapped[Optional[list]] = mapped_column(MutableList.as_mutable(Words))
    data: Mapped[dict] = mapped_column(MutableDict.as_mutable(JSON), default=dict)
    plain: Mapped[Optional[dict]] = mapped_column(JSON)


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    p = Page(id=1, words=["a"], data={"k": 1}, plain={"z": 1})
    session.add(p)
    session.commit()
    p.words.append("b")
    p.data["n"] = [1]
    p.plain["z"] = 2
    session.commit()
    print(p.words, p.data, p.plain)
    p.words += ["c"]
    p.data.update(m=2)
    del p.data["k"]
    p.plain = dict(p.plain, q=3)
    session.commit()
    print(p.words, p.data, p.plain)
    flag_modified(p, "plain")
    session.commit()
    print(session.scalars(select(Page.id).where(Page.words.like("%b%"))).all(), type(p.words).__name__)

"""Inserts of defaults and nulls."""
from sqlalchemy import JSON, create_engine, null, select, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from typing import Optional


class Base(DeclarativeBase):
    pass


class T(Base):
    __tablename__ = "t"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[Optional[int]]
    b: Mapped[Optional[int]] = mapped_column(default=5)
    c: Mapped[Optional[int]] = mapped_column(server_default="7")
    d: Mapped[Optional[dict]] = mapped_column(JSON)
    e: Mapped[Optional[dict]] = mapped_column(JSON(none_as_null=True))


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([T(), T(a=None, b=None, c=None, d=None, e=None), T(b=null(), c=null(), d=null()), T(d={}, e={}), T(d=JSON.NULL)])
    session.flush()
    print(session.execute(text("select * from t")).all())
    t = session.get(T, 1)
    t.d, t.b = None, None
    session.flush()
    print(session.execute(text("select * from t where id=1")).all(), [x.d for x in session.scalars(select(T))])

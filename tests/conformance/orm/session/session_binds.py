"""Session binds."""
import re
from sqlalchemy import create_engine, select, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)


one, two = create_engine("sqlite://"), create_engine("sqlite://")
Base.metadata.create_all(one)
Base.metadata.create_all(two)
with Session(binds={A: one, B: two}) as session:
    session.add_all([A(id=1), B(id=2)])
    session.commit()
    print(session.get_bind(A) is one, session.get_bind(B) is two)
    print(session.scalars(select(A.id)).all(), session.scalars(select(B.id)).all())
    print(session.execute(text("select id from a"), bind_arguments={"mapper": A}).all())
    tried(lambda: session.execute(text("select 1")))
with two.connect() as conn:
    print(conn.execute(select(A.__table__)).all(), conn.execute(select(B.__table__)).all())


class Routing(Session):
    def get_bind(self, mapper=None, clause=None, **kw):
        return two if mapper and mapper.class_ is B else one


with Routing() as session:
    print(session.scalars(select(A.id)).all(), session.scalars(select(B.id)).all())

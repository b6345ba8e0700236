"""Primary key changes."""
import re
from sqlalchemy import ForeignKey, create_engine, inspect, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class P(Base):
    __tablename__ = "p"
    code: Mapped[str] = mapped_column(primary_key=True)
    cs: Mapped[list["C"]] = relationship(back_populates="p", cascade="all", passive_updates=False, order_by="C.n")


class C(Base):
    __tablename__ = "c"
    code: Mapped[str] = mapped_column(ForeignKey("p.code"), primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True)
    p: Mapped[P] = relationship(back_populates="cs")


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    p = P(code="a", cs=[C(n=1), C(n=2)])
    session.add(p)
    session.commit()
    p.code = "b"
    session.commit()
    print(session.execute(select(C.code, C.n)).all(), inspect(p.cs[0]).identity)
    p.cs.append(C(n=3))
    p.code = "z"
    session.commit()
    print(session.execute(select(C.code, C.n)).all())
    c = p.cs[0]
    p.cs.remove(c)
    try:
        session.flush()
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0])

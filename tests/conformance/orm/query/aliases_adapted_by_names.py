"""aliased(adapt_on_names=True): attributes find the columns of their names, and warnings of those that find none."""

import warnings
from sqlalchemy import *
from sqlalchemy.orm import *


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    up = column_property(func.upper(literal_column("name")))
    bs: Mapped[list["B"]] = relationship()


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int | None] = mapped_column(ForeignKey("a.id"))


e = create_engine("sqlite://")
Base.metadata.create_all(e)
s = Session(e)
s.add(A(id=1, name="x", bs=[B()]))
s.commit()
warnings.simplefilter("always")
warnings.showwarning = lambda m, *a, **k: print("W", m)


def go(f):
    try:
        print(f())
    except Exception as ex:
        print(type(ex).__name__, str(ex)[:300])


sub = select(literal(5).label("id"), literal("q").label("name")).subquery()
al = aliased(A, sub, adapt_on_names=True)
go(lambda: s.execute(select(al.id, al.name)).all())
go(lambda: select(al))
go(lambda: [x.name for x in s.scalars(select(al))])
al2 = aliased(A, sub)
go(lambda: str(select(al2.id)))
sub = select(A.id, func.upper(A.name).label("name")).subquery()
al = aliased(A, sub, adapt_on_names=True)
go(lambda: select(al.id, al.name).where(al.name == "X"))
s.expunge_all()
go(lambda: [x.name for x in s.scalars(select(al))])
al3 = aliased(A, sub)
go(lambda: select(al3.name))
go(lambda: select(aliased(A, select(A.id).subquery(), adapt_on_names=True)))
go(lambda: select(al.name).join(al.bs))
go(lambda: select(al).order_by(al.name))
t = text("select 1 as id, 'z' as name").columns(column("id"), column("name")).subquery("tt")
al = aliased(A, t, adapt_on_names=True)
s.expunge_all()
go(lambda: [(x.id, x.name) for x in s.scalars(select(al))])

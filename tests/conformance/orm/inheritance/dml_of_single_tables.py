"""UPDATE and DELETE of classes that share a table, and with loader criteria: which rows they are about."""

from sqlalchemy import *
from sqlalchemy.orm import *


class Base(DeclarativeBase):
    pass


class Emp(Base):
    __tablename__ = "emp"
    id: Mapped[int] = mapped_column(primary_key=True)
    type: Mapped[str]
    name: Mapped[str | None]
    __mapper_args__ = {"polymorphic_on": "type", "polymorphic_identity": "emp"}


class Mgr(Emp):
    __mapper_args__ = {"polymorphic_identity": "m"}


e = create_engine("sqlite://")
Base.metadata.create_all(e)
s = Session(e)
s.add_all([Mgr(name="a"), Emp(name="b"), Mgr(name="c")])
s.commit()
s.execute(update(Mgr), [{"id": 1, "name": "x"}, {"id": 3, "name": "y"}])
s.bulk_update_mappings(Mgr, [{"id": 1, "name": "z"}])
s.execute(update(Mgr).where(or_(Mgr.id == 1, Mgr.id == 2)).values(name="q"))
s.execute(
    update(Mgr)
    .values(name="q")
    .options(with_loader_criteria(Emp, lambda cls: cls.id != 99, include_aliases=True))
)
s.execute(delete(Mgr).where(Mgr.name == "zz").options(with_loader_criteria(Mgr, Mgr.id != 98)))
s.execute(delete(Mgr).where(Mgr.name == "zz"), execution_options={"synchronize_session": "fetch"})
print(s.execute(select(Emp.name).order_by(Emp.id)).all())
with e.connect() as c:
    print(c.execute(update(Mgr).values(name="core")).rowcount)
    print(c.execute(delete(Mgr)).rowcount)
print(update(Mgr).values(name="x"))
print(delete(Mgr).where(Mgr.id == 2))
for m in s.scalars(update(Mgr).values(name="r").returning(Mgr)):
    print(m.name)
print(s.scalars(select(Mgr).from_statement(update(Mgr).values(name="t").returning(Mgr))).all()[0].name)
print(s.query(Mgr).update({"name": "k"}), s.query(Mgr).filter(Mgr.id == 1).delete())
s.bulk_save_objects(s.scalars(select(Mgr)).all(), update_changed_only=False)

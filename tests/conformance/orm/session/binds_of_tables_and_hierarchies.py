"""A table and a hierarchy have engines of their own, the rest has the session's."""
import re
from sqlalchemy import *
from sqlalchemy.orm import *

def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())

class Base(DeclarativeBase):
    pass

class Emp(Base):
    __tablename__ = "emp"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "e"}

class Mgr(Emp):
    __tablename__ = "mgr"
    id: Mapped[int] = mapped_column(ForeignKey("emp.id"), primary_key=True)
    title: Mapped[str]
    __mapper_args__ = {"polymorphic_identity": "m"}

class Log(Base):
    __tablename__ = "log"
    id: Mapped[int] = mapped_column(primary_key=True)
    emp_id: Mapped[int]
    emp: Mapped[Emp] = relationship(primaryjoin="foreign(Log.emp_id) == Emp.id", viewonly=True)

one, two, three = (create_engine("sqlite://") for _ in range(3))
Base.metadata.create_all(one); Base.metadata.create_all(two)
with Session(three, binds={Emp: one, Log.__table__: two}) as s:
    print(sorted(str(getattr(k, "__name__", k)) for k in s.binds))
    s.add_all([Mgr(id=1, title="t"), Emp(id=2), Log(id=1, emp_id=1)])
    s.commit()
    print([(type(x).__name__, x.id) for x in s.scalars(select(Emp).order_by(Emp.id))])
    log = s.scalars(select(Log)).one()
    print(type(log.emp).__name__, log.emp.title)
    s.refresh(log); s.expire(log); print(log.emp_id)
    print(type(s.merge(Emp(id=2))).__name__)
    print(s.query(Log).update({"emp_id": 2}), s.query(Log).filter(Log.id == 5).delete(), s.query(Emp).filter_by(id=1).one().title, s.query(Mgr.title).all())
    tried(lambda: s.execute(text("select 1")).scalar())
    tried(lambda: s.execute(select(func.count()).select_from(Log.__table__)).scalar())
    tried(lambda: s.execute(select(literal(1))).scalar())
    tried(lambda: s.execute(insert(Log.__table__).values(id=8, emp_id=8)).rowcount)
    tried(lambda: s.execute(select(Log.id, Emp.id).join(Emp, Log.emp_id == Emp.id)).all())
    tried(lambda: s.execute(select(Emp.id).where(Emp.id.in_(select(Log.emp_id)))).all())
    tried(lambda: s.scalars(select(Log).execution_options(yield_per=1)).all()[0].id)
    tried(lambda: s.scalars(select(Log).from_statement(text("select * from log"))).all()[0].id)
    tried(lambda: len(s.get_transaction().connections))
    tried(lambda: s.get_bind(Mgr) is one)
    tried(lambda: s.get_bind(clause=Log.__table__) is two)
    tried(lambda: s.get_bind() is three)
    with s.begin_nested():
        s.add(Log(id=77, emp_id=1)); s.flush()
        s.add(Emp(id=77)); s.flush()
        tried(lambda: len(s.get_nested_transaction().connections))
        s.get_nested_transaction().rollback()
    tried(lambda: s.scalars(select(Log.id)).all())
    s.add(Log(id=1, emp_id=4))
    tried(lambda: s.commit())
    tried(lambda: s.execute(select(Emp)).all())
    s.rollback()
    tried(lambda: s.scalars(select(Log.id)).all())
    s.invalidate()
    tried(lambda: s.scalars(select(Log.id)).all())
with Session(binds={"x": one}) if False else Session(one) as s:
    tried(lambda: Session(binds={5: one}))
    tried(lambda: Session(binds={"Emp": one}))
    tried(lambda: Session(one, binds={int: two}).get_bind(Emp) is one)
    tried(lambda: Session(one, binds={Base: two}).get_bind(Emp) is two)
    tried(lambda: Session(one, binds={object: two}).get_bind(Emp) is two)
    tried(lambda: scoped_session(sessionmaker(binds={Emp: one})).get_bind(Emp) is one)
    tried(lambda: sessionmaker(one)().get_bind(int))
    tried(lambda: Session(one).get_bind("x"))
    tried(lambda: Session().get_bind("x"))
    tried(lambda: Session(binds={Emp: one}).get_bind(mapper="x"))

"""A get_bind() of the program's own: writes go to another engine than reads."""
import re
from sqlalchemy import ForeignKey, Table, Column, Integer, MetaData, create_engine, select, text, insert, Update, Delete, update, delete, event, func
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship, sessionmaker, aliased, joinedload, selectinload, lazyload


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


class Base(DeclarativeBase):
    pass

ab = Table("ab", Base.metadata, Column("a", ForeignKey("a.id"), primary_key=True), Column("b", ForeignKey("b.id"), primary_key=True))

class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    bs: Mapped[list["B"]] = relationship(secondary=ab, order_by="B.id")


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)


leader = create_engine("sqlite://")
follower = create_engine("sqlite://")
Base.metadata.create_all(leader)
Base.metadata.create_all(follower)
names = {id(leader): "leader", id(follower): "follower"}


class Routing(Session):
    def get_bind(self, mapper=None, clause=None, **kw):
        if self._flushing or isinstance(clause, (Update, Delete)):
            found = leader
        else:
            found = follower
        print("   get_bind", mapper, type(clause).__name__, kw, names[id(found)])
        return found


@event.listens_for(A, "before_insert")
def heard(mapper, connection, target):
    print("before_insert", connection.engine is leader)


with Routing() as session:
    a = A(id=1, name="n", bs=[B(id=1), B(id=2)])
    session.add(a)
    session.flush()
    print("flushed")
    a.name = "m"
    del a.bs[0]
    session.commit()
    print("committed")
    tried(lambda: a.name)
    tried(lambda: session.scalars(select(A)).all())
    tried(lambda: session.execute(update(A).values(name="z")).rowcount)
    tried(lambda: session.execute(delete(B)).rowcount)
    tried(lambda: session.execute(text("select 1"), bind_arguments={"shard": 3}).all())
    tried(lambda: session.connection(bind_arguments={"clause": text("x"), "foo": 1}).engine is follower)
    tried(lambda: session.query(A).filter_by(id=1).first())
    tried(lambda: session.get(A, 1))
    tried(lambda: session.get(A, 1, bind_arguments={"shard": 2}))
    tried(lambda: session.scalar(select(func.count()).select_from(B)))
    tried(lambda: session.execute(select(B.__table__)).all())
    session.add(A(id=1, name="d"))
    tried(lambda: session.flush())
    tried(lambda: session.execute(select(B)))
    session.rollback()
    session.add(A(id=5, name="d"))
    tried(lambda: session.scalars(select(A.name)).all())
    tried(lambda: str(session.query(A)))
with leader.connect() as conn:
    tried(lambda: conn.execute(text("select * from a")).all())


@event.listens_for(Session, "do_orm_execute")
def orm(state):
    print("   orm", sorted(state.bind_arguments), state.bind_mapper)
    if "use" in state.execution_options:
        state.bind_arguments["bind"] = leader


with Session(follower) as session:
    tried(lambda: session.execute(text("select count(*) from a"), execution_options={"use": 1}).all())
    tried(lambda: session.scalars(select(A.name), execution_options={"use": 1}).all())
    tried(lambda: session.scalars(select(A.name)).all())
    tried(lambda: session.scalars(select(A.name), bind_arguments={"bind": leader}).all())
    tried(lambda: len(session.get_transaction().connections))

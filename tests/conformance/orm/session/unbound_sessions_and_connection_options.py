"""Unbound sessions, connections as binds, execution options of a session."""
import re
from sqlalchemy import create_engine, select, text, insert, event, func
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, sessionmaker, scoped_session


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


with Session() as session:
    tried(lambda: session.execute(select(A)))
    tried(lambda: session.execute(select(A.__table__)))
    tried(lambda: session.execute(text("select 1")))
    tried(lambda: session.get(A, 1))
    tried(lambda: session.query(A).all())
    tried(lambda: session.query(A.id, B).all())
    tried(lambda: session.query(func.count()).select_from(A).all())
    tried(lambda: session.connection())
    tried(lambda: session.execute(insert(A).values(id=1)))
    tried(lambda: session.execute(insert(A), [{"id": 1}]))
    session.add(A(id=1))
    tried(lambda: session.flush())
    tried(lambda: session.flush())
    session.rollback()
    session.add(A(id=1))
    tried(lambda: session.commit())
    session.rollback()
    tried(lambda: session.bulk_insert_mappings(A, [{"id": 1}]))
    tried(lambda: session.get_bind())
    tried(lambda: session.get_bind(A))
    tried(lambda: session.get_bind(A, clause=select(A)))
    tried(lambda: str(session.query(A)))
    tried(lambda: session.refresh(A(id=1)))
engine = create_engine("sqlite://")
other = create_engine("sqlite://")
Base.metadata.create_all(engine)
Base.metadata.create_all(other)
session = Session()
session.bind = engine
tried(lambda: session.scalars(select(A)).all())
session.close()
with engine.connect() as conn, other.connect() as conn2:
    with Session(binds={A: conn, B: conn2}) as session:
        session.add_all([A(id=1), B(id=1)])
        session.commit()
        print(conn.in_transaction(), conn2.in_transaction())
    with Session(binds={A: conn, B: engine}) as session:
        tried(lambda: len(session.execute(select(A)).all()))
        tried(lambda: session.execute(select(B)).all())
    with Session(binds={A: engine, B: conn}) as session:
        tried(lambda: len(session.execute(select(A)).all()))
        tried(lambda: session.execute(select(B)).all())
    conn.rollback()
    conn2.rollback()
    outer = conn.begin()
    with Session(conn, join_transaction_mode="create_savepoint") as session:
        session.add(A(id=5))
        session.commit()
        session.add(A(id=6))
        session.rollback()
        print(session.scalars(select(A.id)).all())
    print(conn.execute(select(A.id)).all())
    with Session(conn, join_transaction_mode="rollback_only") as session:
        session.add(A(id=7))
        session.flush()
    print(conn.in_transaction(), outer.is_active, conn.execute(select(A.id)).all())
    with Session(conn, join_transaction_mode="control_fully") as session:
        session.add(A(id=8))
        session.flush()
    print(conn.in_transaction(), outer.is_active)
with Session(engine, execution_options={"flavour": 1, "isolation_level": "SERIALIZABLE"}) as session:
    print(session.execution_options)
    print(session.connection().get_execution_options())
    print(session.connection(execution_options={"x": 1}).get_execution_options())
    tried(lambda: session.execution_options.update({"z": 1}))
with Session(engine) as session:
    print(session.connection(execution_options={"isolation_level": "AUTOCOMMIT"}).get_execution_options())
    session.add(A(id=44))
    session.flush()
    session.rollback()
    print(session.scalars(select(A.id)).all())
with Session(engine) as session:
    session.begin_nested()
    print(session.connection(execution_options={"y": 1}).get_execution_options())
    session.connection(execution_options={"y": 2})
    t = session.get_transaction()
    print(len(t.connections), len(session.get_nested_transaction().connections))
    tried(lambda: t.connection(None).engine is engine)
    tried(lambda: t.bound_connection(bind=other))
    session.commit()
    print(len(t.connections), t.is_active)


class Mine(Session):
    def get_bind(self, mapper=None, **kw):
        return "x"


tried(lambda: Mine().execute(text("select 1")))


class Mine(Session):
    def get_bind(self, mapper=None, **kw):
        raise ValueError("no bind for " + str(mapper))


tried(lambda: Mine().execute(select(A)))
m = Mine()
m.add(A(id=3))
tried(lambda: m.flush())
tried(lambda: m.execute(select(A)))

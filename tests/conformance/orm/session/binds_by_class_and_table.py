"""Vertical partitioning: classes and tables have engines of their own in one session."""
import re
from sqlalchemy import ForeignKey, Table, Column, Integer, MetaData, create_engine, select, text, insert, update, delete, event, func
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship, sessionmaker, aliased, joinedload, selectinload


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


class Base(DeclarativeBase):
    pass


class One(Base):
    __abstract__ = True


class Two(Base):
    __abstract__ = True


class A(One):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    bs: Mapped[list["B"]] = relationship(primaryjoin="A.id == foreign(B.a_id)", viewonly=True, order_by="B.id")


class Sub(A):
    __tablename__ = "sub"
    id: Mapped[int] = mapped_column(ForeignKey("a.id"), primary_key=True)
    x: Mapped[int]


class B(Two):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int]
    a: Mapped[A] = relationship(primaryjoin="foreign(B.a_id) == A.id", viewonly=True)


one, two = create_engine("sqlite://"), create_engine("sqlite://")
Base.metadata.create_all(one, tables=[A.__table__, Sub.__table__])
Base.metadata.create_all(two, tables=[B.__table__])
names = {id(one): "one", id(two): "two"}
make = sessionmaker(binds={One: one, Two: two})
print(sorted(getattr(k, "__name__", str(k)) for k in make().binds), type(make().binds).__name__)
for eng in (one, two):
    # Those of one engine only: the order of the others at the end of a transaction is a set's.
    for what in ("begin", "savepoint", "release_savepoint", "rollback_savepoint", *(("commit", "rollback") if eng is one else ())):
        def heard(conn, *args, what=what, eng=eng):
            print("   ", names[id(eng)], what)
        event.listen(eng, what, heard)
with make() as session:
    session.add(A(id=1, name="x"))
    session.flush()
    session.add(B(id=1, a_id=1))
    session.flush()
    session.rollback()
    print("rolled back")
    session.add(A(id=1, name="x"))
    with session.begin_nested():
        session.add(B(id=1, a_id=1))
    with session.begin_nested() as nested:
        session.scalars(select(A)).all()
        print(len(nested.connections), len(session.get_transaction().connections))
        nested.rollback()
    session.scalars(select(B)).all()
    print(session.get_transaction().bound_connection(A).engine is one)
    session.rollback()
with make.begin() as session:
    session.add(Sub(id=1, name="x", x=3))
with make.begin() as session:
    session.add_all([B(id=1, a_id=1), B(id=2, a_id=1)])
with make() as session:
    a = session.get(A, 1)
    print([b.id for b in a.bs], a.bs[0].a is a)
    print(session.scalars(select(A).options(selectinload(A.bs))).all()[0].bs[0].id)
    tried(lambda: session.scalars(select(A).options(joinedload(A.bs))).unique().all())
    print(session.execute(update(A).values(name="q")).rowcount, session.execute(delete(B).where(B.id == 2)).rowcount)
    print(session.scalars(insert(B).returning(B), [{"id": 7, "a_id": 1}]).all()[0].id)
    session.execute(insert(B), [{"id": 8, "a_id": 1}, {"id": 9, "a_id": 1}])
    session.bulk_insert_mappings(B, [{"id": 18, "a_id": 1}, {"id": 19, "a_id": 1}])
    session.bulk_update_mappings(B, [{"id": 18, "a_id": 2}])
    session.execute(update(B), [{"id": 18, "a_id": 5}])
    session.bulk_save_objects([A(id=88, name="bulk")])
    print(session.query(B).count(), session.query(func.count(A.id)).scalar(), session.query(A.name).all())
    tried(lambda: session.execute(select(B.__table__)).all())
    tried(lambda: session.execute(text("select 1")).all())
    tried(lambda: session.connection())
    tried(lambda: session.get_bind())
    tried(lambda: session.get_bind(A))
    tried(lambda: session.get_bind(A.__mapper__) is one)
    tried(lambda: session.get_bind(aliased(A)) is one)
    tried(lambda: session.get_bind(clause=select(B)) is two)
    tried(lambda: session.get_bind(clause=select(B.__table__)))
    tried(lambda: session.get_bind(clause=text("x")))
    tried(lambda: session.get_bind(int))
    tried(lambda: session.get_bind(5))
    tried(lambda: session.connection(bind_arguments={"mapper": B}).engine is two)
    tried(lambda: session.execute(text("select id from b"), bind_arguments={"bind": two}).all())
    tried(lambda: session.execute(text("select id from a"), bind_arguments={"clause": select(A)}).all())
    tried(lambda: session.get(A, 1, bind_arguments={"bind": two}))
    session.expire_all()
    tried(lambda: session.get(A, 88, bind_arguments={"bind": two}))
    session.bind_table(B.__table__, two)
    tried(lambda: session.execute(select(B.__table__)).all())
    tried(lambda: session.execute(select(func.max(B.__table__.c.id)).select_from(B.__table__.alias())).all())
    tried(lambda: session.bind_table("x", two))
    tried(lambda: session.bind_mapper(5, two))
    tried(lambda: session.bind_table(select(A).subquery(), two))
    session.bind = one
    tried(lambda: session.execute(text("select 1")).all())
    tried(lambda: session.connection().engine is one)
    session.commit()

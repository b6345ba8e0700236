"""Mappers are configured by whatever uses them first."""
from sqlalchemy import *
from sqlalchemy.orm import *
e=create_engine("sqlite://")
def make():
    class Base(DeclarativeBase): pass
    class A(Base):
        __tablename__="a"
        id: Mapped[int]=mapped_column(primary_key=True)
        n: Mapped[int]=mapped_column(default=0)
        bs: Mapped[list["B"]]=relationship(back_populates="a", cascade="all, delete-orphan")
    class B(Base):
        __tablename__="b"
        id: Mapped[int]=mapped_column(primary_key=True)
        a_id: Mapped[int]=mapped_column(ForeignKey("a.id"))
        a: Mapped["A"]=relationship(back_populates="bs")
    Base.metadata.drop_all(e); Base.metadata.create_all(e)
    with e.begin() as c:
        c.execute(text("insert into a (id, n) values (1, 5)")); c.execute(text("insert into b (id, a_id) values (1, 1)"))
    return A, B, Session(e)
for f in (
 lambda A,B,s: s.query(A).update({"n":7}), lambda A,B,s: s.query(A).filter(A.bs.any()).count(), lambda A,B,s: s.query(A.n).all(), lambda A,B,s: s.execute(select(A.n)).all(), lambda A,B,s: s.execute(update(A).values(n=3)).rowcount, lambda A,B,s: s.execute(delete(B)).rowcount,
 lambda A,B,s: s.execute(insert(A).values(n=3)).rowcount, lambda A,B,s: s.scalars(insert(A).returning(A), [{"n":1}]).all()[0].bs, lambda A,B,s: s.bulk_insert_mappings(A, [{"n":1}]), lambda A,B,s: s.get(B,1).a.bs[0].id, lambda A,B,s: s.scalars(select(A).options(selectinload(A.bs))).one().bs[0].a.id, lambda A,B,s: s.scalars(text("select id from a")).all(), lambda A,B,s: s.scalars(select(A).from_statement(text("select * from a"))).one().bs[0].id,
 lambda A,B,s: s.scalars(select(func.count()).select_from(A)).all(), lambda A,B,s: s.execute(select(A.id).join(A.bs)).all(), lambda A,B,s: s.execute(select(A.id).join(B)).all(), lambda A,B,s: s.scalars(select(aliased(A)).join(B)).all()[0].bs[0].id, lambda A,B,s: s.execute(select(Bundle("x", A.id, A.n))).all(), lambda A,B,s: s.execute(select(A.id).where(A.bs.any())).all(), lambda A,B,s: s.execute(select(A.id).where(A.id.in_(select(B.a_id)))).all(), lambda A,B,s: s.execute(select(A.id).union(select(B.id))).all(), lambda A,B,s: s.execute(select(select(A).subquery())).all(), lambda A,B,s: s.scalars(select(A).where(A.id.in_(select(B.a_id).join(B.a)))).one().bs[0].id,
 lambda A,B,s: s.merge(A(id=1)).bs[0].id, lambda A,B,s: s.query(A).options(joinedload(A.bs)).all()[0].bs[0].id, lambda A,B,s: s.query(A).join(A.bs).first().n, lambda A,B,s: s.query(B).filter_by(a_id=1).delete(), lambda A,B,s: [x.key for x in inspect(A).attrs], lambda A,B,s: inspect(A.bs).property.direction.name, lambda A,B,s: A.bs.property.mapper.class_.__name__, lambda A,B,s: str(A.bs == None) if False else str(B.a == None), lambda A,B,s: str(A.bs.of_type(B)), lambda A,B,s: str(select(A).options(defer(A.n))), lambda A,B,s: str(select(with_polymorphic(A, "*"))), lambda A,B,s: A.__mapper__.relationships.keys(), lambda A,B,s: str(join(A, B)), lambda A,B,s: str(join(A, B, A.bs)), lambda A,B,s: s.identity_map.keys(), lambda A,B,s: s.connection(bind_arguments={"mapper": A}).closed, lambda A,B,s: s.query(A).with_entities(A.id).all(), lambda A,B,s: s.query(func.max(A.n)).scalar(), lambda A,B,s: s.query(A, B).join(B.a).all()[0][0].n, lambda A,B,s: s.query(exists().where(B.a_id==A.id)).scalar(), lambda A,B,s: object_session(A()), lambda A,B,s: str(A.bs.contains(B(id=4))), lambda A,B,s: s.scalar(select(A).order_by(A.n)).bs[0].id, lambda A,B,s: A.id.property.columns[0].name, lambda A,B,s: str(select(A.bs)), lambda A,B,s: s.scalars(select(A).options(with_loader_criteria(B, B.id>5), selectinload("*"))).one().bs, lambda A,B,s: s.execute(select(A, B).join(B, A.id==B.a_id)).all()[0][1].a.n, lambda A,B,s: s.scalars(select(B).options(joinedload(B.a, innerjoin=True))).one().a.n,
):
    A,B,s=make()
    try: print(f(A,B,s))
    except Exception as x: print(type(x).__name__, str(x)[:200])
    s.close()

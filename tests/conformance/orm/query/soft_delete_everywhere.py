"""The soft-delete recipe: a do_orm_execute listener whose criteria reach counts, subqueries, CTEs, EXISTS and set operations."""

from sqlalchemy import *
from sqlalchemy.orm import *
from sqlalchemy import event


class Base(DeclarativeBase):
    pass


class Soft:
    deleted: Mapped[bool] = mapped_column(default=False)


class A(Soft, Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    bs: Mapped[list["B"]] = relationship(back_populates="a")


class B(Soft, Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int] = mapped_column(ForeignKey("a.id"))
    a: Mapped[A] = relationship(back_populates="bs")


e = create_engine("sqlite://")
Base.metadata.create_all(e)
Session_ = sessionmaker(e)
with Session_() as s:
    s.add_all([A(name="x", bs=[B(), B(deleted=True)]), A(name="y", deleted=True, bs=[B()]), A(name="z")])
    s.commit()


@event.listens_for(Session_, "do_orm_execute")
def f(st):
    print("EV", st.is_select, st.is_orm_statement, st.is_column_load, st.is_relationship_load)
    if st.is_select and not st.is_column_load and not st.is_relationship_load:
        st.statement = st.statement.options(
            with_loader_criteria(Soft, lambda cls: cls.deleted == False, include_aliases=True)
        )


s = Session_()


def go(f):
    try:
        print(f())
    except Exception as ex:
        print(type(ex).__name__, str(ex)[:300])


go(lambda: s.query(A).count())
go(lambda: s.query(A.id).count())
go(lambda: s.query(A).filter(A.name != "q").count())
go(lambda: s.scalar(select(func.count()).select_from(A)))
go(lambda: s.scalar(select(func.count(A.id))))
sub = select(A).subquery()
go(lambda: s.scalar(select(func.count()).select_from(sub)))
go(lambda: s.execute(select(sub.c.id)).all())
go(lambda: s.execute(select(sub)).all())
al = aliased(A, sub)
go(lambda: s.scalars(select(al.name)).all())
go(lambda: [x.name for x in s.scalars(select(al))])
cte = select(A.id, A.name).cte("c")
go(lambda: s.execute(select(cte.c.name)).all())
go(lambda: s.execute(select(A.name, B.id).join(cte, cte.c.id == A.id).join(A.bs)).all())
go(lambda: s.scalars(select(A.name).where(A.id.in_(select(B.a_id)))).all())
go(lambda: s.scalars(select(A.name).where(A.bs.any())).all())
go(lambda: s.scalars(select(A.name).where(~A.bs.any(B.id > 0))).all())
go(lambda: s.scalars(select(B.id).where(B.a.has(name="y"))).all())
go(lambda: s.execute(select(A.name, select(func.count(B.id)).where(B.a_id == A.id).scalar_subquery())).all())
go(lambda: s.scalar(select(exists().where(A.name == "y"))))

go(lambda: s.scalar(select(literal(1)).where(exists(select(A.id).where(A.name == "y")))))
go(lambda: s.query(s.query(A).filter(A.name == "y").exists()).scalar())
go(lambda: s.scalars(select(A.name).join(A.bs)).all())
go(lambda: s.scalars(select(A.name).outerjoin(A.bs).where(B.id == None)).all())
sub2 = select(A.id, func.count(B.id).label("n")).join(A.bs).group_by(A.id).subquery()
go(lambda: s.execute(select(A.name, sub2.c.n).join(sub2, sub2.c.id == A.id)).all())
go(lambda: s.execute(select(A.name).union(select(A.name))).all())
u = union_all(select(A), select(A)).subquery()
go(lambda: [x.name for x in s.scalars(select(aliased(A, u)))])
go(lambda: [x.name for x in s.scalars(select(A).from_statement(select(A)))])
go(lambda: s.execute(select(A.__table__.c.name)).all())
lat = select(B.id).where(B.a_id == A.id).lateral()
go(
    lambda: str(
        select(A.name, lat.c.id).join(lat, true()).options(with_loader_criteria(B, B.deleted == False))
    )
)
rc = select(A.id).where(A.id == 1).cte("r", recursive=True)
rc = rc.union_all(select(A.id).join(rc, A.id == rc.c.id + 1))
go(lambda: s.execute(select(rc.c.id)).all())
go(lambda: s.query(A).with_entities(func.count()).scalar())
go(lambda: s.query(A).join(A.bs).distinct().count())
go(lambda: s.query(A).limit(2).count())
go(lambda: s.query(func.count(A.id)).scalar())
go(lambda: s.query(sub).all())
go(lambda: s.get(A, 2))
go(lambda: [len(a.bs) for a in s.scalars(select(A))])
go(lambda: s.execute(select(A.name, A.bs.any())).all())
go(
    lambda: s.execute(
        select(A.name).order_by(select(func.count(B.id)).where(B.a_id == A.id).scalar_subquery())
    ).all()
)
go(
    lambda: s.execute(
        update(A)
        .where(A.id.in_(select(B.a_id)))
        .values(name="q")
        .options(with_loader_criteria(B, B.deleted == False))
    ).rowcount
)
go(
    lambda: s.execute(
        update(A).values(name="q").options(with_loader_criteria(A, A.deleted == False))
    ).rowcount
)
go(lambda: s.execute(select(A.name)).all())

"""Secondary with extra and composite."""
from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Integer, String, Table, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, joinedload, mapped_column, relationship, selectinload, subqueryload


class Base(DeclarativeBase):
    pass


link = Table("link", Base.metadata, Column("a_x", Integer), Column("a_y", Integer), Column("b_id", ForeignKey("b.id")), Column("kind", String, default="k"),
             ForeignKeyConstraint(["a_x", "a_y"], ["a.x", "a.y"]))


class A(Base):
    __tablename__ = "a"
    x: Mapped[int] = mapped_column(primary_key=True)
    y: Mapped[int] = mapped_column(primary_key=True)
    bs: Mapped[list["B"]] = relationship(secondary=link, backref="as_", order_by="B.id")


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    a = A(x=1, y=2, bs=[B(id=1), B(id=2)])
    session.add(a)
    session.commit()
    print([b.id for b in a.bs], session.execute(select(link)).all())
    session.expunge_all()
    a = session.scalars(select(A).options(selectinload(A.bs))).one()
    print([b.id for b in a.bs])
    session.expunge_all()
    b = session.scalars(select(B).options(joinedload(B.as_)).where(B.id == 1)).unique().one()
    b.as_.clear()
    session.commit()
    print(session.execute(select(link)).all())
    session.expunge_all()
    print([len(x.bs) for x in session.scalars(select(A).options(subqueryload(A.bs)))])

"""Map to a select."""
from sqlalchemy import Column, Integer, String, Table, create_engine, func, insert, select
from sqlalchemy.orm import DeclarativeBase, Session


class Base(DeclarativeBase):
    pass


sales = Table("sales", Base.metadata, Column("id", Integer, primary_key=True), Column("who", String), Column("amount", Integer))
sub = select(sales.c.who, func.sum(sales.c.amount).label("total")).group_by(sales.c.who).subquery("totals")


class Total(Base):
    __table__ = sub
    __mapper_args__ = {"primary_key": [sub.c.who]}


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.execute(insert(sales), [{"who": "ann", "amount": 3}, {"who": "bob", "amount": 4}, {"who": "ann", "amount": 5}])
    print([(t.who, t.total) for t in session.scalars(select(Total).order_by(Total.total))])
    print(session.get(Total, "ann").total, session.scalars(select(Total.who).where(Total.total > 5)).all())

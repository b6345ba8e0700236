"""Column property forms."""
from sqlalchemy import ForeignKey, alias, create_engine, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, aliased, column_property, mapped_column, relationship, undefer_group


class Base(DeclarativeBase):
    pass


class Item(Base):
    __tablename__ = "item"

    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("purchase.id"))
    price: Mapped[int]


class Purchase(Base):
    __tablename__ = "purchase"

    id: Mapped[int] = mapped_column(primary_key=True)
    first: Mapped[str]
    last: Mapped[str]
    full: Mapped[str] = column_property(first + " " + last)
    shout = column_property(func.upper(last).label("loud"), deferred=True, group="late")
    twice: Mapped[str] = column_property(last + last, deferred=True, group="late")
    items: Mapped[list[Item]] = relationship(order_by=Item.id)


Purchase.total = column_property(
    select(func.sum(Item.price)).where(Item.order_id == Purchase.id).correlate_except(Item).scalar_subquery())
engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    p = Purchase(id=1, first="a", last="b", items=[Item(price=3), Item(price=4)])
    session.add_all([p, Purchase(id=2, first="x", last="y")])
    session.flush()
    print(p.full, p.total)
    session.commit()
    print(p.full, p.total, p.shout, p.twice)
    p.first = "c"
    session.flush()
    print(p.full)
    print(session.execute(select(Purchase.full, Purchase.total, Purchase.shout).order_by(Purchase.total)).all())
    print(session.scalars(select(Purchase.id).where(Purchase.full.like("%y"))).all())
    alias = aliased(Purchase)
    print(select(alias))
    print(select(Purchase).options(undefer_group("late")))

"""Subqueries and ctes of entities."""
from sqlalchemy import Column, ForeignKey, Table, create_engine, cte, exists, func, select, true, union, union_all
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, aliased, mapped_column, relationship
from typing import Optional


class Base(DeclarativeBase):
    pass


product_tag = Table(
    "product_tag", Base.metadata, Column("product_id", ForeignKey("product.id"), primary_key=True),
    Column("tag_id", ForeignKey("tag.id"), primary_key=True))


class Customer(Base):
    __tablename__ = "customer"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    orders: Mapped[list["Order"]] = relationship(back_populates="customer", order_by="Order.id")

    def __repr__(self):
        return f"<{self.name}>"


class Order(Base):
    __tablename__ = "order"

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[Optional[int]] = mapped_column(ForeignKey("customer.id"))
    placed: Mapped[str] = mapped_column(default="today")
    customer: Mapped[Optional["Customer"]] = relationship(back_populates="orders")
    lines: Mapped[list["Line"]] = relationship(back_populates="order", cascade="all, delete-orphan", order_by="Line.position")

    def __repr__(self):
        return f"<order {self.id}>"


class Line(Base):
    __tablename__ = "line"

    order_id: Mapped[int] = mapped_column(ForeignKey("order.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"))
    amount: Mapped[int] = mapped_column(default=1)
    order: Mapped["Order"] = relationship(back_populates="lines")
    product: Mapped["Product"] = relationship()

    def __repr__(self):
        return f"<line {self.order_id}/{self.position}>"


class Product(Base):
    __tablename__ = "product"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    price: Mapped[int]
    tags: Mapped[list["Tag"]] = relationship(secondary=product_tag, back_populates="products", order_by="Tag.id")

    def __repr__(self):
        return f"<{self.name}>"


class Tag(Base):
    __tablename__ = "tag"

    id: Mapped[int] = mapped_column(primary_key=True)
    word: Mapped[str]
    products: Mapped[list["Product"]] = relationship(secondary=product_tag, back_populates="tags", order_by="Product.id")

    def __repr__(self):
        return f"#{self.word}"


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)


with Session(engine) as session:
    tea, cup, pot = Product(id=1, name="tea", price=4), Product(id=2, name="cup", price=7), Product(id=3, name="pot", price=20)
    hot, new = Tag(id=1, word="hot"), Tag(id=2, word="new")
    session.add_all([tea, cup, pot, hot, new])
    session.flush()
    tea.tags = [hot]
    session.flush()
    pot.tags = [hot, new]
    session.flush()
    ann = Customer(id=1, name="ann", orders=[
        Order(id=1, lines=[Line(position=1, product=tea, amount=2), Line(position=2, product=cup)]),
        Order(id=2, placed="monday", lines=[Line(position=1, product=pot)])])
    session.add_all([ann, Customer(id=2, name="bob", orders=[Order(id=3, lines=[Line(position=1, product=tea, amount=9)])]), Customer(id=3, name="cy")])
    session.commit()


def shown(result):
    for row in result:
        print("  ", row)


with Session(engine) as session:
    sub = select(Order.customer_id, func.count().label("n")).group_by(Order.customer_id).subquery()
    shown(session.execute(select(Customer, sub.c.n).outerjoin(sub, Customer.id == sub.c.customer_id).order_by(Customer.id)))
    cheap = select(Product).where(Product.price < 10).subquery("cheap")
    p = aliased(Product, cheap, name="p")
    shown(session.execute(select(p, cheap.c.price).order_by(p.price.desc())))
    cte = select(Line.order_id, func.sum(Line.amount * Product.price).label("total")).join(Line.product).group_by(Line.order_id).cte("totals")
    shown(session.execute(select(Order, cte.c.total).join(cte, cte.c.order_id == Order.id).where(cte.c.total > 10).order_by(Order.id)))
    shown(session.execute(select(Customer.name).where(Customer.id.in_(select(Order.customer_id).where(Order.placed == "monday")))))
    shown(session.execute(select(Customer.name).where(exists(select(Order.id).where(Order.customer_id == Customer.id))).order_by(Customer.id)))
    shown(session.execute(select(Customer.name, select(func.max(Order.id)).where(Order.customer_id == Customer.id).correlate(Customer).scalar_subquery().label("latest")).order_by(Customer.id)))
    lat = select(Order.id, Order.placed).where(Order.customer_id == Customer.id).order_by(Order.id.desc()).limit(1).lateral("l")
    print(select(Customer.name, lat.c.id).join(lat, true()))
    u = union_all(select(Customer.id, Customer.name), select(Product.id, Product.name)).subquery()
    shown(session.execute(select(u.c.name).order_by(u.c.name)))
    ent = aliased(Customer, union(select(Customer).where(Customer.id == 1), select(Customer).where(Customer.name == "cy")).subquery())
    shown(session.scalars(select(ent).order_by(ent.id)))
    shown(session.scalars(select(Customer).from_statement(union(select(Customer).where(Customer.id == 1), select(Customer).where(Customer.name == "cy")).order_by("name"))))

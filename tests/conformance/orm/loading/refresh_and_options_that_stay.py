"""Refresh and options that stay."""
from sqlalchemy import Column, ForeignKey, Table, create_engine, event, inspect, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, defer, lazyload, mapped_column, relationship, selectinload
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


sent = []


@event.listens_for(engine, "before_cursor_execute")
def count(conn, cursor, statement, parameters, context, executemany):
    sent.append(statement)


def cost(title, make):
    sent.clear()
    result = make()
    print(f"{title}: {result} [{len(sent)}]")


with Session(engine) as session:
    c = session.scalars(select(Customer).options(selectinload(Customer.orders).joinedload(Order.lines)).where(Customer.id == 1)).one()
    session.expire(c)
    cost("after expire", lambda: c.name)
    cost("orders", lambda: c.orders)
    session.refresh(c)
    cost("after refresh", lambda: [o.lines for o in c.orders])
    session.expire_all()
    o = session.scalars(select(Order).options(defer(Order.placed), lazyload(Order.customer).defer(Customer.name)).where(Order.id == 1)).one()
    cost("deferred on lazily loaded", lambda: sorted(inspect(o.customer).unloaded))
    session.refresh(o)
    print(sorted(inspect(o).unloaded))

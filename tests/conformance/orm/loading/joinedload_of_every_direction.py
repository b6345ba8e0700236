"""Joinedload of every direction."""
from sqlalchemy import Column, ForeignKey, Table, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, joinedload, mapped_column, relationship
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
    def show(title, stmt):
        session.expunge_all()
        print(title)
        return session.scalars(stmt).unique().all()

    for c in show("one to many", select(Customer).options(joinedload(Customer.orders)).order_by(Customer.id)):
        print(c, c.orders)
    for o in show("many to one", select(Order).options(joinedload(Order.customer)).order_by(Order.id)):
        print(o, o.customer)
    for p in show("many to many", select(Product).options(joinedload(Product.tags)).order_by(Product.id)):
        print(p, p.tags)
    for c in show("chain", select(Customer).options(joinedload(Customer.orders).joinedload(Order.lines).joinedload(Line.product).joinedload(Product.tags)).order_by(Customer.id)):
        print(c, [[(l, l.product, l.product.tags) for l in o.lines] for o in c.orders])
    for c in show("limited", select(Customer).options(joinedload(Customer.orders)).order_by(Customer.name.desc()).limit(2)):
        print(c, c.orders)
    for c in show("criteria", select(Customer).options(joinedload(Customer.orders.and_(Order.id > 1))).order_by(Customer.id)):
        print(c, c.orders)

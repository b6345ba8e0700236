"""Join errors."""
import re
from sqlalchemy import Column, ForeignKey, Table, create_engine, literal, select
from sqlalchemy.orm import DeclarativeBase, Mapped, aliased, mapped_column, relationship
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


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


def text_of(make):
    tried(lambda: str(make()))


text_of(lambda: select(Customer).join(Tag))
text_of(lambda: select(Customer).join("orders"))
text_of(lambda: select(Customer).join(Customer.name))
text_of(lambda: select(Order, Tag).join(Customer))
text_of(lambda: select(Tag).join(Customer.orders))
text_of(lambda: select(Customer).join(Order, Order.lines))
text_of(lambda: select(literal(1)).join(Customer))
text_of(lambda: select(Customer.id).join(5))
text_of(lambda: select(Customer).select_from(Order).join(Customer.orders))
text_of(lambda: select(Customer).filter_by(nope=1))
text_of(lambda: select(Customer).join(Customer.orders).filter_by(placed="x"))
text_of(lambda: select(Customer).order_by("nope"))
text_of(lambda: select(Customer).where("x = 1"))
text_of(lambda: select(Customer).where(Customer))
text_of(lambda: select(Customer).where(Customer.orders))
text_of(lambda: select(Customer.orders))
text_of(lambda: select(Customer()))
text_of(lambda: select(Customer).group_by(Customer.orders))
text_of(lambda: select(Base))
text_of(lambda: aliased(5))
text_of(lambda: aliased(Customer).nope)
text_of(lambda: select(Customer).with_only_columns(Customer.name, Order.id))
text_of(lambda: select(Customer, Order))

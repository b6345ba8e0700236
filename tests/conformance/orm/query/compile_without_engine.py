"""Compile without engine."""
from sqlalchemy import Column, ForeignKey, Table, create_engine, delete, insert, select, update
from sqlalchemy.orm import DeclarativeBase, Mapped, aliased, joinedload, mapped_column, relationship
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


from sqlalchemy.dialects import mysql, postgresql

c = aliased(Customer)
for stmt in (select(Customer).join(Customer.orders).where(Order.placed == "x").limit(3), select(c).options(joinedload(c.orders)), select(Product).where(Product.tags.any()), insert(Customer).values(name="x").returning(Customer), update(Customer).values(name="x").where(Customer.id == 1), delete(Order).where(Order.customer.has(name="q")), select(Customer).with_for_update(of=Customer, nowait=True)):
    for dialect in (None, postgresql.dialect(), mysql.dialect()):
        try:
            compiled = stmt.compile(dialect=dialect)
            print(compiled, compiled.params)
        except Exception as error:
            print(type(error).__name__, error)

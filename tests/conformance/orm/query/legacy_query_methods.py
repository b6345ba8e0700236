"""Legacy query methods."""
import re
from sqlalchemy import Column, ForeignKey, Table, create_engine, func, text
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


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


with Session(engine) as session:
    q = session.query(Customer)
    print(q, q.all(), q.count(), q.first(), q.filter_by(name="ann").one(), q.filter(Customer.id > 1).order_by(Customer.id.desc()).all())
    print(q.get(1), q.filter(Customer.name == "zz").one_or_none(), q.filter(Customer.name == "zz").first(), q.order_by(Customer.id)[1:3], q.order_by(Customer.id)[0], q.order_by(Customer.id).slice(0, 1).all())
    tried(lambda: q.filter(Customer.name == "zz").one())
    tried(q.one)
    tried(lambda: q[-1])
    tried(lambda: q.limit(1).filter(Customer.id == 1))
    tried(lambda: q.limit(1).order_by(Customer.id).all())
    tried(lambda: q.filter_by(nope=1))
    tried(lambda: session.query(Customer, Order).get(1))
    print(session.query(Customer.name, func.count(Order.id)).outerjoin(Customer.orders).group_by(Customer.name).order_by(Customer.name).all())
    print(session.query(Customer.name).order_by(Customer.id).scalar() if False else session.query(func.count(Customer.id)).scalar(), session.query(Customer.id).filter(Customer.id == 1).scalar())
    print(session.query(Customer, Order).join(Order).order_by(Order.id).all(), session.query(Order).join(Order.customer).filter_by(name="bob").all())
    print(session.query(Order).join(Order.lines).join(Line.product).filter(Product.name == "tea").order_by(Order.id).all(), session.query(Order).select_from(Customer).join(Customer.orders).filter(Customer.id == 1).order_by(Order.id).all())
    print(session.query(q.exists()).scalar(), session.query(Order.placed).distinct().order_by(Order.placed).all(), session.query(Customer).with_entities(Customer.id).order_by(Customer.id).all())
    print(session.query(Customer.name.label("n")).order_by("n").limit(1).offset(1).all(), session.query(Order).filter(Order.customer == session.get(Customer, 2)).all(), session.query(Order).with_parent(session.get(Customer, 2)).all())
    sub = session.query(Order.customer_id, func.max(Order.id).label("m")).group_by(Order.customer_id).subquery()
    print(session.query(Customer, sub.c.m).outerjoin(sub, sub.c.customer_id == Customer.id).order_by(Customer.id).all())
    print(session.query(Customer).filter(Customer.id.in_(session.query(Order.customer_id))).order_by(Customer.id).all(), session.query(Customer).filter(session.query(Order).filter(Order.customer_id == Customer.id).exists()).count())
    a = session.query(Customer).filter(Customer.id == 1)
    print(a.union(session.query(Customer).filter(Customer.id == 3)).order_by(Customer.id).all(), a.union_all(a).count(), a.except_(a).all())
    print(session.query(Customer).params(x=2).filter(text("id = :x")).all(), session.query(Customer).from_statement(text("select * from customer where id = 3")).all())
    print([c["name"] for c in session.query(Customer, Order.id).column_descriptions], session.query(Customer).whereclause, q.session is session, session.query(Customer).is_single_entity)
    print(session.query(Product).populate_existing().yield_per(2).order_by(Product.id).all(), list(session.query(Product.id).order_by(Product.id)), session.query(Product).autoflush(False).count())
    print(session.query(Customer).outerjoin(Order, Order.customer_id == Customer.id).filter(Order.id == None).all(), session.query(aliased(Customer, name="cc")).statement)
    print(session.query(Order).reset_joinpoint().count(), session.query(Customer).add_columns(Customer.id).order_by(Customer.id).first(), session.query(Customer).add_entity(Order).join(Order).order_by(Order.id).first(), session.query(Customer).tuples().first())

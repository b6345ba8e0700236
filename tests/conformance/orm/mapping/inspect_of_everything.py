"""Inspect of everything."""
from sqlalchemy import Column, ForeignKey, Table, create_engine, inspect
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, aliased, mapped_column, relationship, was_deleted
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


m = inspect(Product)
print(m.mapper is m, m.class_.__name__, m.local_table.name, m.primary_key, m.columns.keys(), m.attrs.keys())
print([(k, type(p).__name__) for k, p in m.attrs.items()])
print(m.relationships.tags.direction, m.relationships.tags.secondary, m.relationships.tags.mapper, m.relationships.keys())
print(m.get_property("name"), m.get_property_by_column(Product.__table__.c.price), m.has_property("zzz"))
print(m.primary_key_from_instance(Product(id=5)), m.identity_key_from_primary_key((5,)), m.identity_key_from_instance(Product(id=6)))
print(m.is_mapper, m.is_aliased_class, m.isa(m), m.polymorphic_on, m.inherits, m.single, m.concrete, m.base_mapper is m)
print(m.all_orm_descriptors.keys(), m.column_attrs.keys(), m.composites.keys(), m.synonyms.keys())
p = Product(id=1, name="x", price=3)
s = inspect(p)
print(s.transient, s.pending, s.persistent, s.deleted, s.detached, s.key, s.identity, s.session, s.has_identity)
print(s.attrs.name.value, s.attrs.name.history, s.attrs.tags.history, sorted(s.unloaded), s.dict is p.__dict__, s.mapper is m, s.obj() is p, s.object is p)
with Session(engine) as session:
    session.add(p)
    print(s.pending, s.session is session)
    session.flush()
    print(s.persistent, s.key, s.identity, s.identity_key, s.modified, s.expired)
    session.commit()
    print(s.expired, s.expired_attributes == set(m.attrs.keys()) - {"tags"}, sorted(s.unloaded))
    p.name
    p.name = "y"
    print(s.modified, s.attrs.name.history, s.attrs.price.loaded_value, s.unmodified == {"id", "price", "tags"}, s.unmodified_intersection(["price", "name"]))
    session.delete(p)
    session.flush()
    print(s.deleted, s.persistent, s.was_deleted)
print(s.detached, was_deleted(p))
al = inspect(aliased(Product, name="pp"))
print(al.is_aliased_class, al.name, al.mapper is m, al.selectable, al.class_.__name__)
r = inspect(Product.name)
print(r.is_attribute, r.parent is m, r.property, r.key, r.class_.__name__, r.expression)

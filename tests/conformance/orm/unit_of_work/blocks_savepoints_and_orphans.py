"""Failed flushes inside blocks, savepoints that begin again, orphans outside of sessions, expressions set by hand, lists of columns"""

from sqlalchemy import Column, ForeignKey, Integer, String, Table, create_engine, event, select, text
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    Session,
    column_property,
    mapped_column,
    registry,
    relationship,
)


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column()
    shown: Mapped[str] = column_property(name + "!")
    kept: Mapped[str] = column_property(name + "?", expire_on_flush=False)
    orders: Mapped[list["Order"]] = relationship(cascade="all, delete-orphan")


class Order(Base):
    __tablename__ = "order"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    items: Mapped[list["Item"]] = relationship(cascade="all, delete-orphan")


class Item(Base):
    __tablename__ = "item"
    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int | None] = mapped_column(ForeignKey("order.id"))


class Pair(Base):
    __tablename__ = "pair"
    left: Mapped[int] = mapped_column(primary_key=True)
    right: Mapped[int | None] = mapped_column(primary_key=True, nullable=True)


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)

print("flush failed inside a block")
session = Session(engine)
try:
    with session.begin():
        session.add(User(id=1))
        try:
            session.flush()
        except Exception:
            try:
                session.connection()
            except Exception as error:
                print(type(error).__name__, error)
            raise
except Exception as error:
    print(type(error).__name__)
session.close()

print("savepoints that begin again")
with engine.connect() as conn, conn.begin():
    session = Session(conn)
    session.begin_nested()

    @event.listens_for(session, "after_transaction_end")
    def again(session, transaction):
        if transaction.nested and not transaction.parent.nested:
            session.begin_nested()

    session.add(User(id=1, name="a"))
    session.commit()
    print(session.in_transaction(), session.scalars(select(User.name)).all())
    session.rollback()
    session.close()

print("orphans that were never in the session with their parent")
session = Session(engine)
user, order = User(name="u"), Order()
session.add(order)
user.orders.append(order)
user.orders.remove(order)
session.add(user)
print(order in session)
session.flush()
print(order in session)
session.rollback()
order = Order()
session.add(order)
item = Item()
order.items.append(item)
print(item in session)
order.items.remove(item)
print(item in session)
user = User(name="u", orders=[Order(items=[item])])
session.add(user)
user.orders.pop()
print(item in session)
session.rollback()

print("expressions set by hand")
user = User(id=5, name="n")
session.add(user)
session.flush()
print(user.shown, user.kept)
user.name = "m"
session.flush()
print("kept" in user.__dict__, "shown" in user.__dict__, user.shown, user.kept)
user.name, user.shown = "k", "by hand"
session.flush()
print(user.shown)
session.rollback()

print("expressions of objects that change")
user = User(name="p", orders=[Order()])
session.add(user)
print(session.scalars(select(Order).where(Order.user_id == user.id)).all())
session.rollback()
pending = User(name="p", orders=[Order()])
reg = registry()


class Both:
    pass


people = Table("people", reg.metadata, Column("id", Integer, primary_key=True), Column("name", String))
mails = Table(
    "mails",
    reg.metadata,
    Column("mail_id", Integer, primary_key=True),
    Column("people_id", ForeignKey("people.id")),
    Column("mail", String),
)
reg.map_imperatively(Both, people.join(mails), properties={"id": [people.c.id, mails.c.people_id]})
reg.metadata.create_all(engine)
session = Session(engine)
both = Both()
both.name, both.mail = "x", "y"
session.add(both)
session.commit()
print(both.id, both.mail_id, both.name, both.mail)
print(select(Both))
both.mail = "z"
session.commit()
session.delete(both)
session.commit()

"""Autoflush moments."""
from sqlalchemy import ForeignKey, String, create_engine, event, select, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from typing import Optional


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    fullname: Mapped[Optional[str]]
    addresses: Mapped[list["Address"]] = relationship(back_populates="user", cascade="all, delete-orphan", order_by="Address.id")

    def __repr__(self):
        return f"User({self.name!r})"


class Address(Base):
    __tablename__ = "address"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str]
    user_id: Mapped[Optional[int]] = mapped_column(ForeignKey("user_account.id"))
    user: Mapped[Optional["User"]] = relationship(back_populates="addresses")

    def __repr__(self):
        return f"Address({self.email!r})"


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)


sent = []


@event.listens_for(engine, "before_cursor_execute")
def count(conn, cursor, statement, parameters, context, executemany):
    sent.append(statement)


def cost(title, make):
    sent.clear()
    result = make()
    print(f"{title}: {result} [{len(sent)}]")


with Session(engine) as session:
    u = User(name="ann")
    session.add(u)
    cost("query", lambda: session.scalars(select(Address)).all())
    u.name = "bob"
    cost("get miss", lambda: session.get(Address, 99))
    cost("get hit", lambda: session.get(User, 1) is u)
    u.name = "cy"
    with session.no_autoflush:
        cost("no_autoflush", lambda: session.scalars(select(User.name)).all())
    cost("core", lambda: session.execute(text("select name from user_account")).all())
    u.fullname = "x"
    cost("option", lambda: session.execute(select(User.fullname).execution_options(autoflush=False)).all())
    cost("lazy", lambda: u.addresses)
    cost("flush", session.flush)
    cost("flush again", session.flush)
    session.autoflush = False
    u.name = "q"
    cost("off", lambda: session.scalars(select(User.name)).all())
    cost("refresh", lambda: (session.refresh(u), u.name))
    cost("connection", lambda: session.connection().execute(text("select 1")).scalar())
    session.commit()

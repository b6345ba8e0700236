"""Session events."""
from sqlalchemy import ForeignKey, String, create_engine, delete, event, update
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship, sessionmaker
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


with Session(engine) as session:
    session.add_all([
        User(id=1, name="ann", fullname="Ann A", addresses=[Address(id=1, email="ann@a"), Address(id=2, email="ann@b")]),
        User(id=2, name="bob", fullname=None, addresses=[Address(id=3, email="bob@a")]),
        User(id=3, name="cy", fullname="Cy C")])
    session.commit()


Maker = sessionmaker(engine)
for name in ("after_begin", "before_commit", "after_commit", "after_rollback", "after_soft_rollback", "before_flush", "after_flush", "after_flush_postexec", "after_transaction_create", "after_transaction_end", "before_attach", "after_attach", "after_bulk_update", "after_bulk_delete"):
    event.listen(Maker, name, lambda *args, name=name: print(name, [type(a).__name__ for a in args[1:]]))
with Maker() as session:
    session.add(User(name="x"))
    session.commit()
    with session.begin_nested():
        session.add(User(name="y"))
    session.execute(update(User).where(User.id == 1).values(name="z"))
    session.execute(delete(Address))
    session.rollback()
    print("---")
    session.get(User, 1)

"""No autoflush and warnings."""
import re
import warnings
from sqlalchemy import ForeignKey, String, create_engine, event, func, select
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


with Session(engine) as session:
    session.add_all([
        User(id=1, name="ann", fullname="Ann A", addresses=[Address(id=1, email="ann@a"), Address(id=2, email="ann@b")]),
        User(id=2, name="bob", fullname=None, addresses=[Address(id=3, email="bob@a")]),
        User(id=3, name="cy", fullname="Cy C")])
    session.commit()


def warned(make):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        try:
            print(make())
        except Exception as error:
            print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())
    for warning in found:
        print("  warning:", warning.category.__name__, re.sub("0x[0-9a-f]+", "0x..", str(warning.message)).split("(Background")[0].strip())


@event.listens_for(Session, "before_flush")
def before(session, context, instances):
    print("before", len(session.new), len(session.dirty), len(session.deleted))
    for obj in session.new:
        if isinstance(obj, User):
            obj.fullname = obj.name.upper()


@event.listens_for(Session, "after_flush")
def after(session, context):
    print("after", len(session.new), [o.name for o in session.new if isinstance(o, User)])


@event.listens_for(Session, "after_flush_postexec")
def post(session, context):
    print("post", len(session.new))


with Session(engine) as session:
    session.add(User(id=30, name="x"))
    warned(session.commit)
    u = session.get(User, 30)
    u.name = "y"
    session.delete(session.get(User, 3))
    warned(session.flush)
    print(u.fullname)
    session.rollback()


class Audit(Session):
    def flush(self, objects=None):
        print("own flush")
        super().flush(objects)


with Audit(engine) as session:
    session.add(User(name="z"))
    print(session.scalars(select(func.count(User.id))).one())
    session.commit()

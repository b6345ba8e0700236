"""A one-to-one whose value is replaced before it was loaded"""

import warnings
from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    Session,
    mapped_column,
    relationship,
    backref,
    joinedload,
    selectinload,
    make_transient,
)

warnings.simplefilter("always")
warnings.showwarning = lambda m, c, *a, **k: print("warning", c.__name__, m)


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    address: Mapped["Address"] = relationship(back_populates="user", uselist=False)
    card: Mapped["Card"] = relationship(back_populates="user", uselist=False, cascade="all, delete-orphan")
    note: Mapped["Note"] = relationship(uselist=False)


class Address(Base):
    __tablename__ = "address"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    user: Mapped[User | None] = relationship(back_populates="address")

    def __repr__(self):
        return f"Address({self.email!r})"


class Card(Base):
    __tablename__ = "card"
    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str]
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    user: Mapped[User] = relationship(back_populates="card", single_parent=True)


class Note(Base):
    __tablename__ = "note"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    for i in range(1, 8):
        session.add(
            User(
                id=i,
                name=f"u{i}",
                address=Address(id=i, email=f"a{i}"),
                card=Card(id=i, number=f"c{i}"),
                note=Note(id=i),
            )
        )
    session.commit()


def show(session):
    session.flush()
    session.expire_all()
    for a in session.scalars(select(Address).order_by(Address.id)):
        print("  ", a.id, a.user_id)
    for c in session.scalars(select(Card).order_by(Card.id)):
        print("   card", c.id, c.user_id)
    for c in session.scalars(select(Note).order_by(Note.id)):
        print("   note", c.id, c.user_id)
    session.rollback()


def attempt(what, do):
    print(what)
    with Session(engine) as session:
        try:
            do(session)
            show(session)
        except Exception as error:
            print("  !!", type(error).__name__, error)


def unseen(session):
    session.get(User, 1).address = Address(id=20, email="new")


def unseen_backref(session):
    user = session.get(User, 1)
    Address(id=20, email="new", user=user)


def unseen_backref_added(session):
    user = session.get(User, 1)
    session.add(Address(id=20, email="new", user=user))


def unseen_none(session):
    session.get(User, 1).address = None


def unseen_move(session):
    session.get(User, 1).address = session.get(Address, 2)


def unseen_move_backref(session):
    session.get(Address, 2).user = session.get(User, 1)


def unseen_key(session):
    session.get(Address, 2).user_id = 1


def seen_two(session):
    session.get(Address, 2).user_id = 1
    session.flush()
    session.get(User, 1).address


def seen_two_joined(session):
    session.get(Address, 2).user_id = 1
    session.flush()
    session.expire_all()
    session.scalars(select(User).options(joinedload(User.address)).where(User.id == 1)).unique().all()


def seen_two_selectin(session):
    session.get(Address, 2).user_id = 1
    session.flush()
    session.expire_all()
    session.scalars(select(User).options(selectinload(User.address)).where(User.id == 1)).unique().all()


def card(session):
    session.get(User, 1).card = Card(id=20, number="n")


def card_backref(session):
    session.add(Card(id=20, number="n", user=session.get(User, 1)))


def card_move(session):
    session.get(User, 1).card = session.get(Card, 2)


def card_none(session):
    session.get(User, 1).card = None


def card_user_none(session):
    session.get(Card, 1).user = None


def note(session):
    session.get(User, 1).note = Note(id=20)


def note_none(session):
    session.get(User, 1).note = None


def delete_user(session):
    session.delete(session.get(User, 1))


def delete_attribute(session):
    del session.get(User, 1).address


def delete_attribute_loaded(session):
    user = session.get(User, 1)
    user.address
    del user.address


def twice(session):
    user = session.get(User, 1)
    user.address = Address(id=20, email="n")
    user.address = Address(id=21, email="m")


def back_and_forth(session):
    user = session.get(User, 1)
    old = user.address
    user.address = None
    user.address = old


def swap(session):
    one, two = session.get(User, 1), session.get(User, 2)
    one.address, two.address = two.address, one.address


def pending(session):
    user = User(id=30, name="p", address=session.get(Address, 1))
    session.add(user)


def detached(session):
    user = session.get(User, 1)
    session.expunge(user)
    user.address = Address(id=20, email="x")
    session.add(user)


def no_autoflush(session):
    with session.no_autoflush:
        user = session.get(User, 1)
        session.add(Address(id=40, email="z", user_id=1))
        user.address = Address(id=20, email="x")


for do in (
    unseen,
    unseen_backref,
    unseen_backref_added,
    unseen_none,
    unseen_move,
    unseen_move_backref,
    unseen_key,
    seen_two,
    seen_two_joined,
    seen_two_selectin,
    card,
    card_backref,
    card_move,
    card_none,
    card_user_none,
    note,
    note_none,
    delete_user,
    delete_attribute,
    delete_attribute_loaded,
    twice,
    back_and_forth,
    swap,
    pending,
    detached,
    no_autoflush,
):
    attempt(do.__name__, do)

"""Autobegin off, begin() misused, transactions ended inside their context managers, closed for good, merge() without loading"""

import warnings
from sqlalchemy import ForeignKey, create_engine, select, event, text
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    Session,
    mapped_column,
    relationship,
    sessionmaker,
    make_transient,
    make_transient_to_detached,
    object_session,
    raiseload,
    lazyload,
)

warnings.simplefilter("always")
warnings.showwarning = lambda m, c, *a, **k: print("warning", c.__name__, m)


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    addresses: Mapped[list["Address"]] = relationship(back_populates="user")


class Address(Base):
    __tablename__ = "address"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    user: Mapped[User | None] = relationship(back_populates="addresses")


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([User(id=i, name=f"u{i}", addresses=[Address(id=i, email=f"a{i}")]) for i in range(1, 5)])
    session.commit()


def attempt(what, do):
    try:
        print(what, "->", do())
    except Exception as error:
        print(what, "!!", type(error).__name__, str(error).split("0x")[0])


print("autobegin off")
session = Session(engine, autobegin=False)
attempt("execute", lambda: session.execute(select(1)).scalar())
attempt("add", lambda: session.add(User(id=9, name="x")))
attempt("get", lambda: session.get(User, 1))
attempt("flush", lambda: session.flush())
attempt("commit", lambda: session.commit())
attempt("rollback", lambda: session.rollback())
attempt("nested", lambda: session.begin_nested().nested)
session.rollback()
attempt("connection", lambda: session.connection())
with session.begin():
    user = session.get(User, 1)
attempt("lazy", lambda: user.addresses)
attempt("expired", lambda: user.name)
attempt("set", lambda: setattr(user, "name", "y"))
attempt("query", lambda: session.query(User).all())
attempt("delete", lambda: session.delete(user))
attempt("merge", lambda: session.merge(User(id=2, name="m")))
attempt("refresh", lambda: session.refresh(user))
attempt("expire", lambda: session.expire(user))
attempt("expunge", lambda: session.expunge(user))
session.close()

print("begin misuse")
session = Session(engine)
session.begin()
attempt("begin twice", lambda: session.begin())
attempt("begin nested flag", lambda: session.begin(nested=True).nested)
attempt("begin in nested", lambda: session.begin())
session.rollback()
attempt("begin after autobegin", lambda: (session.get(User, 1), session.begin()))
session.rollback()
user = session.get(User, 1)
session.commit()
attempt("begin after change", lambda: (setattr(user, "id", 1), session.in_transaction(), session.begin()))
session.rollback()
trans = session.begin()
trans.commit()
attempt("commit twice", lambda: trans.commit())
attempt("rollback after", lambda: trans.rollback())
attempt("close after", lambda: trans.close())
attempt("is_active", lambda: trans.is_active)
trans = session.begin()
trans.rollback()
attempt("commit after rollback", lambda: trans.commit())
trans = session.begin_nested()
attempt(
    "nested parts",
    lambda: (
        trans.nested,
        trans.parent.nested,
        trans.is_active,
        session.in_nested_transaction(),
        session.get_nested_transaction() is trans,
    ),
)
session.commit()
attempt(
    "after",
    lambda: (
        session.in_transaction(),
        session.in_nested_transaction(),
        session.get_transaction(),
        session.is_active,
    ),
)


def with_begin():
    with session.begin():
        session.add(User(id=20, name="x"))
        session.commit()
        session.add(User(id=21, name="x"))


attempt("commit inside begin", with_begin)
session.rollback()


def with_rollback():
    with session.begin():
        session.rollback()
        session.execute(select(1))


attempt("rollback inside begin", with_rollback)
session.rollback()


def with_close():
    with session.begin():
        session.close()
        session.get(User, 1)


attempt("close inside begin", with_close)
session.close()


def with_nested():
    with session.begin_nested() as nested:
        nested.rollback()
        session.execute(select(1))


attempt("nested rolled back inside", with_nested)
session.rollback()


def with_nested_begin():
    with session.begin():
        with session.begin_nested():
            session.commit()
        session.add(User(id=22, name="x"))


attempt("commit inside nested", with_nested_begin)
session.rollback()
attempt("count", lambda: session.scalars(select(User.id).order_by(User.id)).all())
session.rollback()

print("close resets")
session = Session(engine, close_resets_only=False)
session.get(User, 1)
session.close()
for name, do in (
    ("get", lambda: session.get(User, 1)),
    ("add", lambda: session.add(User(id=30, name="q"))),
    ("execute", lambda: session.execute(select(1))),
    ("begin", lambda: session.begin().is_active),
    ("commit", lambda: session.commit()),
    ("flush", lambda: session.flush()),
    ("query", lambda: session.query(User).all()),
    ("close", lambda: session.close()),
    ("reset", lambda: session.reset()),
    ("rollback", lambda: session.rollback()),
    ("connection", lambda: session.connection()),
):
    attempt(name, do)
attempt("again", lambda: session.get(User, 1))
maker = sessionmaker(engine, close_resets_only=False)
with maker() as session:
    session.get(User, 1)
attempt("maker", lambda: session.get(User, 1))
with maker.begin() as session:
    session.get(User, 1)
attempt("maker begin", lambda: session.get(User, 1))
session = Session(engine, close_resets_only=False)
session.reset()
attempt("reset only", lambda: session.get(User, 1).name)
session.close()

print("merge")
session, other = Session(engine), Session(engine)
user = other.get(User, 1)
attempt("load false dirty", lambda: (setattr(user, "name", "dirty"), session.merge(user, load=False)))
other.rollback()
user = other.get(User, 1)
attempt("load false", lambda: session.merge(user, load=False).name)
attempt("load false transient", lambda: session.merge(User(id=3, name="x"), load=False))
attempt("load false pending", lambda: (other.add(p := User(id=50, name="p")), session.merge(p, load=False)))
other.rollback()
attempt("not an object", lambda: session.merge(3))
attempt("same", lambda: session.merge(u := session.get(User, 2)) is u)
attempt("no key", lambda: (session.merge(User(name="n")) in session.new))
session.rollback()
attempt(
    "options",
    lambda: session.merge(
        User(id=2, name="u2", addresses=[Address(id=2, email="z")]), options=[lazyload(User.addresses)]
    )
    .addresses[0]
    .email,
)
session.rollback()
raising = other.scalars(select(User).options(raiseload(User.addresses)).where(User.id == 3)).one()
attempt("raise loader", lambda: session.merge(raising).name)
attempt("raise loader into raising", lambda: other.merge(User(id=3, name="q", addresses=[])).name)
other.rollback()
session.rollback()
heard = []
event.listen(User, "load", lambda target, context: heard.append(("load", target.id, context is None)))
event.listen(User, "refresh", lambda target, context, attrs: heard.append(("refresh", target.id, attrs)))
session.expunge_all()
session.merge(User(id=4, name="u4"))
print(heard)
del heard[:]
session.expunge_all()
detached = other.get(User, 4)
detached.addresses
other.close()
del heard[:]
session.merge(detached, load=False)
print(heard)
session.close()

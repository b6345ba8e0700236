"""Identity map and expiry: one row, one object, and when it is read again.

A session hands out the same object for the same row, however it was
found. Committing expires what was loaded, because from then on someone
else may have changed the rows.
"""

from sqlalchemy import create_engine, select, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class Account(Base):
    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    owner: Mapped[str]
    balance: Mapped[int]


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)

with Session(engine) as session:
    session.add_all([
        Account(owner="Ada", balance=120),
        Account(owner="Grace", balance=80),
    ])
    session.commit()

with Session(engine) as session:
    by_key = session.get(Account, 1)
    of_ada = select(Account).where(Account.owner == "Ada")
    by_query = session.scalars(of_ada).one()
    print("the same object:", by_key is by_query)

    # Known by its key: no statement.
    session.get(Account, 1)

    # Changed behind the session's back: the loaded value stays as it was.
    session.execute(text("UPDATE account SET balance = 999 WHERE id = 1"))
    print("still", by_key.balance)

    # Loading the row again does not overwrite a loaded attribute either.
    session.scalars(select(Account).order_by(Account.id)).all()
    print("still", by_key.balance)

    # The commit expires every object: the next read asks the database.
    session.commit()
    print("after commit", by_key.balance)
    print("loaded with it:", by_key.owner)

with Session(engine) as session:
    grace = session.get(Account, 2)
    grace.balance += 20
    session.commit()
    print("read anew:", grace.balance)

# Detached now, but everything that is read here was loaded.
print("outside of the session:", grace.owner, grace.balance)

with Session(engine) as other:
    # Another session, another object for the same row.
    print("the same object:", other.get(Account, 2) is grace)

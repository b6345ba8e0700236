"""Write only basics."""
from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, WriteOnlyMapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Account(Base):
    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    entries: WriteOnlyMapped["Entry"] = relationship(cascade="all, delete-orphan", passive_deletes=True, order_by="Entry.id")


class Entry(Base):
    __tablename__ = "entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="cascade"))
    amount: Mapped[int]


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    a = Account(id=1, entries=[Entry(id=1, amount=5)])
    session.add(a)
    session.flush()
    a.entries.add(Entry(id=2, amount=6))
    a.entries.add_all([Entry(id=3, amount=7), Entry(id=4, amount=8)])
    session.commit()
    print(a.entries.select())
    print(session.scalars(a.entries.select().where(Entry.amount > 5)).all()[0].id)
    a.entries.remove(session.get(Entry, 2))
    session.commit()
    session.execute(a.entries.insert().values(amount=9))
    session.execute(a.entries.insert(), [{"amount": 10}, {"amount": 11}])
    session.execute(a.entries.update().values(amount=Entry.amount + 1).where(Entry.amount > 9))
    session.execute(a.entries.delete().where(Entry.amount == 7))
    print(session.scalars(select(Entry.amount).order_by(Entry.id)).all())
    try:
        print(list(a.entries))
    except TypeError as error:
        print(error)

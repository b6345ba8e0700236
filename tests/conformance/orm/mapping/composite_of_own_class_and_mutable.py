"""Composite of own class and mutable."""
from sqlalchemy import create_engine
from sqlalchemy.ext.mutable import MutableComposite
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, composite, mapped_column
from typing import Optional


class Base(DeclarativeBase):
    pass


class Money(MutableComposite):
    def __init__(self, amount, currency):
        self.amount, self.currency = amount, currency

    def __composite_values__(self):
        return self.amount, self.currency

    def __eq__(self, other):
        return isinstance(other, Money) and other.__composite_values__() == self.__composite_values__()

    def __setattr__(self, key, value):
        object.__setattr__(self, key, value)
        self.changed()

    def __repr__(self):
        return f"{self.amount} {self.currency}"


class Account(Base):
    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    amount: Mapped[Optional[int]]
    currency: Mapped[Optional[str]]
    balance: Mapped[Money] = composite("amount", "currency")


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    acc = Account(id=1, balance=Money(10, "EUR"))
    print(acc.amount, acc.currency)
    session.add(acc)
    session.commit()
    acc.balance.amount = 20
    print(acc in session.dirty)
    session.commit()
    print(acc.amount, acc.balance)
    acc.balance = None
    session.commit()
    print(acc.balance, acc.amount)
    empty = Account(id=2)
    print(empty.balance)
    session.add(empty)
    session.commit()
    print(empty.balance)

"""Joined to subclass and several paths."""
from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, aliased, joinedload, mapped_column, relationship
from typing import Optional


class Base(DeclarativeBase):
    pass


class Account(Base):
    __tablename__ = "account"
    id: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    billing_id: Mapped[Optional[int]] = mapped_column(ForeignKey("person.id"))
    owner: Mapped["Person"] = relationship(foreign_keys=[owner_id], back_populates="owned")
    billing: Mapped[Optional["Person"]] = relationship(foreign_keys="Account.billing_id", back_populates="billed")


class Person(Base):
    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    owned: Mapped[list[Account]] = relationship(foreign_keys=Account.owner_id, back_populates="owner")
    billed: Mapped[list[Account]] = relationship(foreign_keys="[Account.billing_id]", back_populates="billing")


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    a, b = Person(id=1, name="a"), Person(id=2, name="b")
    session.add(Account(id=1, owner=a, billing=b))
    session.commit()
    print(len(a.owned), len(a.billed), len(b.billed))
    o, p = aliased(Person, name="o"), aliased(Person, name="p")
    print(session.execute(select(o.name, p.name).select_from(Account).join(Account.owner.of_type(o)).join(p, Account.billing)).all())
    session.expunge_all()
    acc = session.scalars(select(Account).options(joinedload(Account.owner), joinedload(Account.billing))).one()
    print(acc.owner.name, acc.billing.name)

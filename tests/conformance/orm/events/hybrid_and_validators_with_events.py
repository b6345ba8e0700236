"""Hybrid and validators with events."""
from sqlalchemy import create_engine, event, select
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, validates


class Base(DeclarativeBase):
    pass


class Account(Base):
    __tablename__ = "account"
    id: Mapped[int] = mapped_column(primary_key=True)
    _cents: Mapped[int] = mapped_column("cents", default=0)

    @hybrid_property
    def euros(self):
        return self._cents / 100

    @euros.inplace.setter
    def _set(self, value):
        self._cents = int(value * 100)

    @validates("_cents")
    def positive(self, key, value):
        if value < 0:
            raise ValueError("negative")
        return value


@event.listens_for(Account._cents, "set")
def seen(target, value, old, initiator):
    print("cents", value)


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    a = Account(id=1, euros=3.5)
    session.add(a)
    session.commit()
    a.euros = 7
    session.commit()
    print(session.scalars(select(Account.euros).where(Account.euros > 5)).all())
    try:
        a.euros = -1
    except ValueError as error:
        print(error, a._cents)

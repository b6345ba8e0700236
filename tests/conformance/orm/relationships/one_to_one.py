"""One to one."""
import warnings
from sqlalchemy import ForeignKey, create_engine, select, update
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from typing import Optional


class Base(DeclarativeBase):
    pass


class Person(Base):
    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    passport: Mapped[Optional["Passport"]] = relationship(back_populates="person")


class Passport(Base):
    __tablename__ = "passport"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str]
    person_id: Mapped[Optional[int]] = mapped_column(ForeignKey("person.id"))
    person: Mapped[Optional[Person]] = relationship(back_populates="passport")

    def __repr__(self):
        return self.number


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    p = Person(id=1, passport=Passport(id=1, number="A"))
    session.add(p)
    session.commit()
    old = p.passport
    p.passport = Passport(id=2, number="B")
    print(old.person)
    session.commit()
    print(session.execute(select(Passport.id, Passport.person_id).order_by(Passport.id)).all())
    q = Person(id=2)
    p.passport.person = q
    print(p.passport, q.passport)
    session.commit()
    print(p.passport, q.passport)
    p.passport = q.passport
    session.commit()
    print(p.passport, q.passport)
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        session.execute(update(Passport).values(person_id=1))
        session.commit()
        print(p.passport)
        print([str(w.message) for w in found])

"""Hybrid comparator and update expression."""
from sqlalchemy import create_engine, func, select, text, update
from sqlalchemy.ext.hybrid import Comparator, hybrid_property
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from typing import Optional


class Base(DeclarativeBase):
    pass


class CaseInsensitive(Comparator):
    def __eq__(self, other):
        return func.lower(self.__clause_element__()) == func.lower(other)

    def in_(self, others):
        return func.lower(self.__clause_element__()).in_([o.lower() for o in others])


class Word(Base):
    __tablename__ = "word"

    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    first: Mapped[Optional[str]]
    last: Mapped[Optional[str]]

    @hybrid_property
    def ci(self):
        return self.text.lower()

    @ci.comparator
    def ci(cls):
        return CaseInsensitive(cls.text)

    @hybrid_property
    def full(self):
        return f"{self.first} {self.last}"

    @full.inplace.expression
    @classmethod
    def _full(cls):
        return cls.first + " " + cls.last

    @full.inplace.update_expression
    @classmethod
    def _full_update(cls, value):
        first, last = value.split(" ", 1)
        return [(cls.first, first), (cls.last, last)]


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([Word(id=1, text="Tea", first="A", last="B"), Word(id=2, text="CUP", first="C", last="D")])
    session.commit()
    print(session.scalars(select(Word.id).where(Word.ci == "TEA")).all(), session.get(Word, 2).ci)
    print(session.scalars(select(Word.id).where(Word.ci.in_(["cup", "POT"]))).all())
    session.execute(update(Word).values({Word.full: "X Y Z"}).where(Word.id == 1))
    print(session.get(Word, 1).full, session.scalars(select(Word.full).order_by(Word.id)).all())
    session.execute(update(Word).where(Word.full == "C D").values(full="E F"))
    session.commit()
    print([(w.first, w.last) for w in session.scalars(select(Word).order_by(Word.full.desc()))])

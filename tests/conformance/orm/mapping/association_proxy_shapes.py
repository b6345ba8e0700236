"""Association proxy shapes."""
from sqlalchemy import ForeignKey, create_engine, select, text
from sqlalchemy.ext.associationproxy import AssociationProxy, association_proxy
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from typing import Optional


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    links: Mapped[list["Link"]] = relationship(back_populates="user", cascade="all, delete-orphan", order_by="Link.special")
    words: AssociationProxy[list["Word"]] = association_proxy("links", "word", creator=lambda w: Link(word=w, special="s" + w.text))
    texts: AssociationProxy[list[str]] = association_proxy("words", "text")


class Link(Base):
    __tablename__ = "link"

    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), primary_key=True)
    word_id: Mapped[int] = mapped_column(ForeignKey("word.id"), primary_key=True)
    special: Mapped[Optional[str]]
    user: Mapped[User] = relationship(back_populates="links")
    word: Mapped["Word"] = relationship()
    text: AssociationProxy[str] = association_proxy("word", "text")


class Word(Base):
    __tablename__ = "word"

    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]

    def __repr__(self):
        return self.text


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    u = User(name="ann")
    a, b, c = (Word(text=t) for t in "abc")
    u.words.append(a)
    u.words.extend([b, c])
    session.add(u)
    session.commit()
    print(u.words, len(u.words), b in u.words, [l.text for l in u.links], u.texts)
    u.words.remove(b)
    session.commit()
    print(u.words, u.words[0], list(reversed(u.words)))
    print(session.scalars(select(User.name).where(User.words.contains(a))).all())
    print(session.scalars(select(User.name).where(User.words.any(Word.text == "b"))).all())
    print(session.scalars(select(Link.special).where(Link.text == "a")).all(), Link.text != None)

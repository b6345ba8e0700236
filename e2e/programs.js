// Programs that the tests of every browser run, and links to programs. No browser, no test runner.
import { deflateRawSync } from "node:zlib";

/** The fragment of a link, with `#`, that holds a text: format `a` of static/share, which may do without its dictionary. */
export function linkOfText(text) {
  const bytes = Buffer.from(text);
  let hash = 0x811c9dc5;
  for (const it of bytes) hash = Math.imul(hash ^ it, 0x01000193);
  const check = Buffer.from([hash & 255, (hash >> 8) & 255, (hash >> 16) & 255]);
  return `#a${Buffer.concat([deflateRawSync(bytes, { level: 9 }), check]).toString("base64url")}`;
}

/** A link to a program that prints `ran`, titled Sent; with other facts, where given. */
export function link(facts = {}) {
  return linkOfText(JSON.stringify({ v: 1, title: "Sent", files: [{ name: "main.py", text: "print('ran')\n" }], ...facts }));
}

/** A small program with one of each kind of statement. */
export const SHELF = `from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = "author"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    books: Mapped[list["Book"]] = relationship(back_populates="author")


class Book(Base):
    __tablename__ = "book"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    author_id: Mapped[int] = mapped_column(ForeignKey("author.id"))
    author: Mapped[Author] = relationship(back_populates="books")


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)

with Session(engine) as session:
    session.add_all([Author(name=n, books=[Book(title=n + "'s book")]) for n in ("Ada", "Bo")])
    session.commit()
    for author in session.scalars(select(Author).order_by(Author.id)):
        print(author.name, [it.title for it in author.books])
    author.name = "Cy"
    session.delete(session.get(Book, 1))
    session.commit()
`;

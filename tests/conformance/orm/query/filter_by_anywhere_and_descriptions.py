"""Where the filter_by() of a Query looks, what column_descriptions tell, get() by names of the key"""

from sqlalchemy import (
    ForeignKey,
    create_engine,
    select,
    func,
    Table,
    Column,
    Integer,
    String,
    literal,
    text,
    and_,
    column,
)
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    Session,
    aliased,
    mapped_column,
    relationship,
    synonym,
    column_property,
    Bundle,
    with_polymorphic,
    composite,
    registry,
)


class Base(DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = "author"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    title = synonym("name")
    key = synonym("id")
    books: Mapped[list["Book"]] = relationship(back_populates="author")


class Book(Base):
    __tablename__ = "book"
    id: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[str]
    author_id: Mapped[int] = mapped_column(ForeignKey("author.id"))
    author: Mapped[Author] = relationship(back_populates="books")


class Pair(Base):
    __tablename__ = "pair"
    left: Mapped[int] = mapped_column(primary_key=True)
    right_: Mapped[int] = mapped_column("right", primary_key=True)
    right = synonym("right_")


plain = Table("plain", Base.metadata, Column("id", Integer, primary_key=True), Column("what", String))
engine = create_engine("sqlite://")
Base.metadata.create_all(engine)


def attempt(what, make):
    try:
        print(what, "->", make())
    except Exception as error:
        print(what, "!!", type(error).__name__, error)


with Session(engine) as session:
    q = session.query
    a, b = aliased(Author), aliased(Book, name="bk")
    attempt("plain", lambda: q(Author).filter_by(name="x"))
    attempt("column first", lambda: q(Author.name).filter_by(name="x"))
    attempt("function first", lambda: q(func.count(Author.id)).filter_by(name="x"))
    attempt("function and entity", lambda: q(func.count(Author.id), Author).filter_by(name="x"))
    attempt("select_from", lambda: q(func.count(Author.id)).select_from(Author).filter_by(name="x"))
    attempt("select_from other", lambda: q(Book.label).select_from(Author).filter_by(name="x"))
    attempt(
        "select_from join", lambda: q(Book.label).select_from(Author).join(Author.books).filter_by(label="x")
    )
    attempt("joined", lambda: q(Author).join(Author.books).filter_by(label="x"))
    attempt("joined wrong", lambda: q(Author).join(Author.books).filter_by(name="x"))
    attempt("joined back", lambda: q(Author).join(Author.books).reset_joinpoint().filter_by(name="x"))
    attempt("joined of_type", lambda: q(Author).join(Author.books.of_type(b)).filter_by(label="x"))
    attempt("joined alias", lambda: q(Author).join(b, Author.id == b.author_id).filter_by(label="x"))
    attempt("joined table", lambda: q(Author).join(plain, Author.id == plain.c.id).filter_by(what="x"))
    attempt("joined table wrong", lambda: q(Author).join(plain, Author.id == plain.c.id).filter_by(nope="x"))
    sub = select(Book.author_id, Book.label).subquery("sq")
    attempt("joined subquery", lambda: q(Author).join(sub, sub.c.author_id == Author.id).filter_by(label="x"))
    attempt(
        "joined subquery wrong", lambda: q(Author).join(sub, sub.c.author_id == Author.id).filter_by(nope="x")
    )
    attempt("table first", lambda: q(plain).filter_by(what="x"))
    attempt("table column first", lambda: q(plain.c.id).filter_by(what="x"))
    attempt("label", lambda: q(Author.name.label("q")).filter_by(name="x"))
    attempt("alias", lambda: q(a).filter_by(name="x"))
    attempt("alias column", lambda: q(a.name).filter_by(name="x"))
    attempt("synonym", lambda: q(Author).filter_by(title="x"))
    attempt("bundle", lambda: q(Bundle("bn", Author.name)).filter_by(name="x"))
    attempt("expression", lambda: q(Author.id + 5).filter_by(name="x"))
    attempt("text", lambda: q(text("1")).filter_by(name="x"))
    attempt("column", lambda: q(column("z")).filter_by(name="x"))
    attempt("nothing", lambda: q().filter_by(name="x"))
    attempt("relationship", lambda: q(Author).filter_by(books=None))
    attempt("many to one", lambda: q(Book).filter_by(author=Author(id=3)))
    attempt("two entities", lambda: q(Book, Author).filter_by(label="x"))
    attempt("from_statement", lambda: q(Author).from_statement(text("select 1")).filter_by(name="x"))
    attempt("union", lambda: q(Author).union(q(Author)).filter_by(name="x"))
    attempt("select", lambda: select(Author).join(b).filter_by(label="x"))
    print("descriptions")
    e = with_polymorphic(Author, [])
    for query in (
        q(Author),
        q(a),
        q(Author.name),
        q(a.name),
        q(func.count(Author.id)),
        q(Author.name.label("zz")),
        q(plain),
        q(plain.c.what),
        q(sub.c.label),
        q(Bundle("bn", Author.name, Author.id)),
        q(Author, b),
        q(text("a")),
        q(Author.id + 1),
        q(select(Author.id).scalar_subquery().label("ss")),
    ):
        for d in query.column_descriptions:
            print(
                "  ",
                d["name"],
                d["type"] if not isinstance(d["type"], type) else d["type"].__name__,
                d["aliased"],
                getattr(
                    d["entity"], "__name__", type(d["entity"]).__name__ if d["entity"] is not None else None
                ),
                type(d["expr"]).__name__,
                sorted(d),
            )
    for statement in (
        select(Author),
        select(a),
        select(Author.name, func.max(Book.id)),
        select(plain),
        select(plain.c.id, Author),
        select(text("q")),
        select(Bundle("bb", Author.id)),
    ):
        for d in statement.column_descriptions:
            print(
                "  ",
                d["name"],
                d["type"] if not isinstance(d["type"], type) else d["type"].__name__,
                d.get("aliased"),
                getattr(d.get("entity"), "__name__", type(d.get("entity")).__name__),
                type(d["expr"]).__name__,
                list(d),
            )
    print("get")
    session.add_all([Author(id=1, name="one"), Pair(left=1, right_=2)])
    session.commit()
    attempt("name", lambda: session.get(Author, {"id": 1}).name)
    attempt("synonym", lambda: session.get(Author, {"key": 1}).name)
    attempt("wrong", lambda: session.get(Author, {"nope": 1}))
    attempt("many", lambda: session.get(Author, {"id": 1, "name": 2}))
    attempt("pair", lambda: session.get(Pair, {"left": 1, "right_": 2}).left)
    attempt("pair synonym", lambda: session.get(Pair, {"left": 1, "right": 2}).left)
    attempt("pair wrong", lambda: session.get(Pair, {"left": 1, "other": 2}))
    attempt("pair few", lambda: session.get(Pair, {"left": 1}))
    attempt("pair tuple", lambda: session.get(Pair, (1, 2, 3)))
    attempt("query get", lambda: q(Author).get({"key": 1}).name)
    attempt("empty", lambda: session.get(Author, ()))
    attempt("none", lambda: session.get(Author, None))
    attempt("get_one", lambda: session.get_one(Author, {"key": 5}))
    attempt("delete", lambda: session.get_one(Author, {"key": 1}, with_for_update=True).name)

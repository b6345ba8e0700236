"""Records what SQLAlchemy sends for the programs of tests/it/orm_loading.rs: python record.py > expected.txt"""

from sqlalchemy import Column, ForeignKey, Table, create_engine, event, func, select, text
from sqlalchemy.orm import (
    Bundle, DeclarativeBase, Load, Mapped, Session, aliased, contains_eager, defaultload, defer, immediateload,
    joinedload, lazyload, load_only, mapped_column, raiseload, relationship, selectinload, subqueryload, undefer,
    with_parent,
)


class Base(DeclarativeBase):
    pass


book_tag = Table(
    "book_tag",
    Base.metadata,
    Column("book_id", ForeignKey("book.id"), primary_key=True),
    Column("tag_id", ForeignKey("tag.id"), primary_key=True),
)


class Author(Base):
    __tablename__ = "author"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    bio: Mapped[str] = mapped_column(deferred=True)
    books: Mapped[list["Book"]] = relationship(order_by="Book.id", back_populates="author")


class Publisher(Base):
    __tablename__ = "publisher"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Book(Base):
    __tablename__ = "book"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    author_id: Mapped[int] = mapped_column(ForeignKey("author.id"))
    publisher_id: Mapped[int | None] = mapped_column(ForeignKey("publisher.id"))
    author: Mapped[Author] = relationship(back_populates="books")
    publisher: Mapped[Publisher | None] = relationship()
    reviews: Mapped[list["Review"]] = relationship()
    tags: Mapped[list["Tag"]] = relationship(secondary=book_tag, order_by="Tag.name")


class Review(Base):
    __tablename__ = "review"
    id: Mapped[int] = mapped_column(primary_key=True)
    stars: Mapped[int]
    book_id: Mapped[int] = mapped_column(ForeignKey("book.id"))


class Tag(Base):
    __tablename__ = "tag"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Node(Base):
    __tablename__ = "node"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("node.id"))
    children: Mapped[list["Node"]] = relationship(back_populates="parent")
    parent: Mapped["Node | None"] = relationship(back_populates="children", remote_side=[id])


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
log = []


@event.listens_for(engine, "before_cursor_execute")
def note(conn, cursor, statement, parameters, context, executemany):
    log.append(statement.replace("\n", " ") + " " + repr(list(parameters)))


with engine.begin() as conn:
    for line in open(__file__.replace("record.py", "data.sql")):
        if line.strip() and not line.startswith("CREATE"):
            conn.execute(text(line))
log.clear()


def program(name, unique=False):
    def run(fn):
        print("##", name)
        with Session(engine) as s:
            try:
                fn(s)
            except Exception as e:
                log.append(f"{type(e).__name__}: {e}")
        for line in log:
            print(line)
        log.clear()
    return run


def show(*what):
    log.append("-> " + " ".join(str(it) for it in what))


@program("lazy")
def _(s):
    for a in s.scalars(select(Author).order_by(Author.id)):
        show(a.name, [b.title for b in a.books])
    for b in s.scalars(select(Book).order_by(Book.id)):
        show(b.title, b.author.name, b.publisher.name if b.publisher else None)
    show([t.name for t in b.tags])


@program("joined")
def _(s):
    for a in s.scalars(select(Author).options(joinedload(Author.books)).order_by(Author.name)).unique():
        show(a.name, [b.title for b in a.books])
    for b in s.scalars(select(Book).options(joinedload(Book.publisher))):
        show(b.title, b.publisher and b.publisher.name)
    q = select(Book).options(joinedload(Book.author, innerjoin=True), joinedload(Book.tags))
    for b in s.scalars(q).unique():
        show(b.title, b.author.name, [t.name for t in b.tags])


@program("joined nested")
def _(s):
    q = select(Author).options(joinedload(Author.books).joinedload(Book.reviews))
    for a in s.scalars(q).unique():
        show(a.name, [(b.title, [r.stars for r in b.reviews]) for b in a.books])
    q = select(Author).options(joinedload(Author.books).joinedload(Book.publisher, innerjoin=True))
    s.scalars(q).unique().all()
    q = select(Author).options(joinedload(Author.books, innerjoin=True).joinedload(Book.publisher, innerjoin=True))
    s.scalars(q).unique().all()
    q = select(Author).options(joinedload(Author.books).joinedload(Book.tags, innerjoin=True))
    s.scalars(q).unique().all()


@program("joined limit")
def _(s):
    q = select(Author).options(joinedload(Author.books)).order_by(Author.name.desc()).limit(2).offset(1)
    show([a.name for a in s.scalars(q).unique()])
    q = select(Author).options(joinedload(Author.books)).order_by(func.lower(Author.name)).limit(2)
    s.scalars(q).unique().all()
    s.scalars(select(Book).options(joinedload(Book.author)).limit(2)).all()
    s.scalars(select(Book).options(joinedload(Book.author)).distinct()).all()
    s.scalars(select(Author).options(joinedload(Author.books).joinedload(Book.tags)).limit(2)).unique().all()


@program("selectin")
def _(s):
    q = select(Author).options(selectinload(Author.books).selectinload(Book.tags)).order_by(Author.id)
    for a in s.scalars(q):
        show(a.name, [(b.title, [t.name for t in b.tags]) for b in a.books])
    s.expunge_all()
    for b in s.scalars(select(Book).options(selectinload(Book.publisher))):
        show(b.title, b.publisher and b.publisher.name)
    s.expunge_all()
    for b in s.scalars(select(Book).options(selectinload(Book.author).joinedload(Author.books))):
        show(b.title, len(b.author.books))


@program("subquery")
def _(s):
    q = select(Author).where(Author.id < 3).options(subqueryload(Author.books).subqueryload(Book.reviews)).order_by(Author.id)
    for a in s.scalars(q):
        show(a.name, [(b.title, len(b.reviews)) for b in a.books])
    s.expunge_all()
    s.scalars(select(Author).options(subqueryload(Author.books)).order_by(Author.id.desc()).limit(1)).all()
    s.expunge_all()
    for b in s.scalars(select(Book).options(subqueryload(Book.author))):
        show(b.title, b.author.name)
    s.expunge_all()
    for b in s.scalars(select(Book).options(subqueryload(Book.tags))):
        show(b.title, [t.name for t in b.tags])


@program("immediate")
def _(s):
    s.scalars(select(Book).options(immediateload(Book.author))).all()
    s.expunge_all()
    s.scalars(select(Book).options(immediateload(Book.reviews))).all()


@program("contains eager")
def _(s):
    q = select(Author).join(Author.books).where(Book.title != "B2").options(contains_eager(Author.books))
    for a in s.scalars(q).unique():
        show(a.name, [b.title for b in a.books])
    s.expunge_all()
    b = aliased(Book)
    q = select(Author).join(Author.books.of_type(b)).options(contains_eager(Author.books.of_type(b)))
    for a in s.scalars(q).unique():
        show(a.name, [b.title for b in a.books])
    s.scalars(select(Author.name, Book).join(Author.books).options(contains_eager(Book.author))).all()


@program("joins")
def _(s):
    s.execute(select(Author.name, Book.title).join(Author.books)).all()
    s.execute(select(Author.name, Book.title).join(Book)).all()
    s.execute(select(Author.name, Tag.name).join(Author.books).outerjoin(Book.tags)).all()
    b = aliased(Book, name="b")
    s.execute(select(Author, b).join(Author.books.of_type(b)).where(b.title == "B1")).all()
    s.execute(select(Author, b).join(b, Author.id == b.author_id)).all()
    s.execute(select(Book.title).select_from(Author).join(Author.books).join(Book.reviews)).all()
    n = aliased(Node)
    s.execute(select(Node.id, n.id).join(Node.children.of_type(n))).all()
    s.execute(select(Node.id, n.id).join(n, Node.parent)).all()


@program("criteria")
def _(s):
    a = s.get(Author, 1)
    b = s.get(Book, 1)
    t = s.get(Tag, 1)
    s.scalars(select(Book).where(Book.author == a)).all()
    s.scalars(select(Book).where(Book.author != a)).all()
    s.scalars(select(Book).where(Book.publisher == None)).all()
    s.scalars(select(Book).where(Book.publisher != None)).all()
    s.scalars(select(Author).where(Author.books.any(Book.title == "B1"))).all()
    s.scalars(select(Author).where(~Author.books.any())).all()
    s.scalars(select(Book).where(Book.author.has(Author.name == "A"))).all()
    s.scalars(select(Book).where(Book.tags.any(Tag.name == "x"))).all()
    s.scalars(select(Book).where(Book.tags.contains(t))).all()
    s.scalars(select(Book).where(~Book.tags.contains(t))).all()
    s.scalars(select(Author).where(Author.books.contains(b))).all()
    s.scalars(select(Book).where(with_parent(a, Author.books))).all()
    s.scalars(select(Node).where(Node.children.any(Node.id > 2))).all()
    n = aliased(Node)
    s.scalars(select(n).where(n.children.any(Node.id > 2))).all()


@program("columns")
def _(s):
    a = s.scalars(select(Author).where(Author.id == 1)).one()
    show(a.bio)
    s.expunge_all()
    a = s.scalars(select(Author).options(undefer(Author.bio)).where(Author.id == 1)).one()
    show(a.bio)
    s.expunge_all()
    b = s.scalars(select(Book).options(load_only(Book.title)).where(Book.id == 1)).one()
    show(b.title)
    show(b.author_id)
    s.expunge_all()
    b = s.scalars(select(Book).options(defer(Book.title), joinedload(Book.author).load_only(Author.name)).where(Book.id == 1)).one()
    show(b.title, b.author.name)
    s.expire(b)
    show(b.title)


@program("options travel")
def _(s):
    a = s.scalars(select(Author).options(defaultload(Author.books).joinedload(Book.publisher)).where(Author.id == 1)).one()
    show([b.publisher and b.publisher.name for b in a.books])
    s.expunge_all()
    a = s.scalars(select(Author).options(lazyload(Author.books).selectinload(Book.reviews)).where(Author.id == 1)).one()
    show([len(b.reviews) for b in a.books])
    s.expunge_all()
    a = s.scalars(select(Author).options(raiseload("*")).where(Author.id == 1)).one()
    a.books


@program("extra criteria")
def _(s):
    some = Author.books.and_(Book.title != "B2")
    for opt in (selectinload(some), joinedload(some), lazyload(some), subqueryload(some)):
        for a in s.scalars(select(Author).options(opt).order_by(Author.id)).unique():
            show(a.name, [b.title for b in a.books])
        s.expunge_all()
    s.execute(select(Author.name, Book.title).join(some)).all()


@program("aliased")
def _(s):
    a = aliased(Author)
    for x in s.scalars(select(a).options(joinedload(a.books)).order_by(a.name)).unique():
        show(x.name, len(x.books))
    s.expunge_all()
    for x in s.scalars(select(a).options(selectinload(a.books)).order_by(a.name)):
        show(x.name, len(x.books))
    s.expunge_all()
    s.scalars(select(a).options(subqueryload(a.books)).order_by(a.name)).all()


@program("self referential")
def _(s):
    q = select(Node).where(Node.parent_id == None).options(joinedload(Node.children).joinedload(Node.children))
    for n in s.scalars(q).unique():
        show(n.id, [(c.id, [g.id for g in c.children]) for c in n.children])
    s.expunge_all()
    q = select(Node).where(Node.parent_id == None).options(selectinload(Node.children, recursion_depth=2))
    for n in s.scalars(q):
        show(n.id, [(c.id, [g.id for g in c.children]) for c in n.children])
    s.expunge_all()
    n = s.get(Node, 3)
    show(n.parent.id, n.parent.parent.id)


@program("refresh and populate")
def _(s):
    a = s.get(Author, 1)
    s.expire(a)
    show(a.name)
    s.expire(a, ["name"])
    show(a.name)
    show(s.scalars(select(Author).execution_options(populate_existing=True)).first().name)
    list(s.scalars(select(Author).options(joinedload(Author.books))).unique())
    show([b.id for b in a.books])
    s.expire_all()
    show([b.title for b in a.books])


@program("rows")
def _(s):
    show(list(s.execute(select(Author, Book.id, Author.id, func.count()).join(Author.books).group_by(Book.id)).keys()))
    show(list(s.execute(select(Author.id, Book.id, Book.id)).keys()))
    show(list(s.execute(select(Bundle("ab", Author.id, Author.name), Author)).keys()))
    s.query(Author).options(joinedload(Author.books)).limit(1).all()
    s.query(Author, Book.title).join(Author.books).all()


@program("errors")
def _(s):
    for stmt in (
        select(Author).options(joinedload(Book.reviews)),
        select(Author.name).options(joinedload(Author.books)),
        select(Author).join(Tag),
        select(Author).join(Author),
    ):
        try:
            s.execute(stmt)
        except Exception as e:
            show(type(e).__name__, str(e).split(" (Background")[0])

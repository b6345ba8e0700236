"""Execution options of sessions, statements and calls as listeners see them, also of loaders"""

from sqlalchemy import ForeignKey, create_engine, event, select, text, update, insert, delete, func
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    Session,
    joinedload,
    lazyload,
    mapped_column,
    relationship,
    selectinload,
    subqueryload,
    immediateload,
    aliased,
)


class Base(DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = "author"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    bio: Mapped[str] = mapped_column(deferred=True)
    books: Mapped[list["Book"]] = relationship(back_populates="author")


class Book(Base):
    __tablename__ = "book"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    author_id: Mapped[int] = mapped_column(ForeignKey("author.id"))
    author: Mapped[Author] = relationship(back_populates="books")


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
HIDDEN = (
    "_sa_orm_load_options",
    "compiled_cache",
    "sa_top_level_orm_context",
    "_result_disable_adapt_to_context",
    "future_result",
)


def shown(options):
    return {
        k: v for k, v in options.items() if not str(k).startswith(("_sa", "sa_", "(")) and k not in HIDDEN
    }


@event.listens_for(engine, "before_execute")
def before_execute(conn, clause, multiparams, params, execution_options):
    print("  before_execute", shown(execution_options))


@event.listens_for(engine, "before_cursor_execute")
def before_cursor(conn, cursor, statement, parameters, context, executemany):
    print(
        "  ",
        statement.split()[0],
        statement.split("FROM")[-1].strip()[:20].replace("\n", " "),
        shown(context.execution_options),
        shown(conn.get_execution_options()),
    )


with Session(engine) as session:
    session.add_all(
        [Author(name=n, bio=n * 2, books=[Book(title=n + str(i)) for i in range(2)]) for n in "ab"]
    )
    session.commit()

print("execute")
with Session(engine) as session:
    session.execute(select(Author), execution_options={"color": "red"}).all()
    session.execute(
        select(Author).execution_options(color="blue", size=1), execution_options={"color": "red"}
    ).all()
    session.scalars(select(Author.name), execution_options={"x": 1}).all()
    session.scalar(select(func.count(Author.id)), execution_options={"x": 1})
print("session options")
with Session(engine, execution_options={"sess": True, "color": "green"}) as session:
    session.execute(select(Author), execution_options={"color": "red"}).all()
    session.execute(select(Author).execution_options(color="blue", size=1)).all()
    a = session.get(Author, 1)
    session.expire(a)
    a.name
    a.books
    a.bio
    session.execute(text("select 1"))
    session.get(Author, 2, execution_options={"got": 1})
    session.refresh(a)
for loader in (selectinload, subqueryload, joinedload, lazyload, immediateload):
    print(loader.__name__)
    with Session(engine) as session:
        for author in session.scalars(
            select(Author).options(loader(Author.books)).execution_options(mine=[1, 2]),
            execution_options={"call": object},
        ).unique():
            len(author.books), author.bio
print("query")
with Session(engine) as session:
    q = session.query(Author).execution_options(legacy=1)
    print(q.get_execution_options())
    q.all()
    q.first()
    q.count()
    q.filter(Author.id == 1).one()
    q.populate_existing().all()
    q.filter(Author.name == "zz").update({"name": "y"})
    q.filter(Author.name == "zz").delete()
    session.query(aliased(Author)).execution_options(legacy=2).options(selectinload("*")).all()
print("dml")
with Session(engine) as session:
    session.execute(
        update(Author)
        .where(Author.id == 99)
        .values(name="q")
        .execution_options(synchronize_session="fetch", w=1),
        execution_options={"k": 2},
    )
    session.execute(
        insert(Author), [{"name": "u", "bio": "u"}, {"name": "v", "bio": "v"}], execution_options={"k": 3}
    )
    session.scalars(
        insert(Author).returning(Author),
        [{"name": "u", "bio": "u"}, {"name": "v", "bio": "v"}],
        execution_options={"k": 3},
    ).all()
    session.execute(delete(Author).where(Author.id == 99), execution_options={"k": 4})
    session.execute(
        select(Author).from_statement(text("select * from author")), execution_options={"k": 5}
    ).all()
    session.execute(select(Author).from_statement(text("select * from author").execution_options(k=6))).all()
    session.execute(select(Author).from_statement(text("select * from author")).execution_options(k=7)).all()
    session.execute(select(Author).limit(1).union_all(select(Author).limit(1)).execution_options(k=8)).all()
print("flush")
with Session(engine, execution_options={"sess": 1}) as session:
    session.add(Author(name="n", bio="b"))
    session.flush()
    session.rollback()
print("connection")
with engine.connect().execution_options(conn=1) as conn:
    with Session(conn) as session:
        a = session.scalars(select(Author).execution_options(stmt=1)).first()
        a.books
        a.name = "zz"
        session.flush()
with Session(engine) as session:
    session.connection(execution_options={"first": 1})
    session.get(Author, 1).books

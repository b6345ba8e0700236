"""UPDATE by primary key of rows that are gone, and version counters in bulk INSERT and UPDATE."""
from sqlalchemy import ForeignKey, create_engine, insert, select, text, update
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "u"

    id: Mapped[int] = mapped_column(primary_key=True)
    n: Mapped[str]
    k: Mapped[int] = mapped_column(nullable=True)


class Pilot(User):
    __tablename__ = "p"

    id: Mapped[int] = mapped_column(ForeignKey("u.id"), primary_key=True)
    x: Mapped[int]


class Versioned(Base):
    __tablename__ = "v"

    id: Mapped[int] = mapped_column(primary_key=True)
    n: Mapped[str]
    ver: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": ver}


class Named(Base):
    __tablename__ = "w"

    id: Mapped[int] = mapped_column(primary_key=True)
    n: Mapped[str]
    tag: Mapped[str] = mapped_column("the_tag")
    __mapper_args__ = {"version_id_col": tag, "version_id_generator": lambda old: (old or "") + "x"}


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
session = Session(engine)
session.add_all([User(id=1, n="a"), User(id=2, n="b"), Versioned(id=1, n="v"), Pilot(id=5, n="p", x=1)])
session.commit()


def attempt(title, act):
    try:
        result = act()
        print(title, type(result).__name__)
    except Exception as error:
        print(title, type(error).__name__, error)
    session.rollback()


attempt("both there", lambda: session.execute(update(User), [{"id": 1, "n": "x"}, {"id": 2, "n": "y"}]))
attempt("one gone", lambda: session.execute(update(User), [{"id": 1, "n": "x"}, {"id": 9, "n": "y"}]))
attempt("only one", lambda: session.execute(update(User), [{"id": 8, "n": "x"}]))
attempt("two runs", lambda: session.execute(update(User), [{"id": 1, "n": "x"}, {"id": 8, "n": "q", "k": 5}]))
attempt("mappings", lambda: session.bulk_update_mappings(User, [{"id": 1, "n": "z"}, {"id": 9, "n": "z"}]))
attempt("two tables", lambda: session.execute(update(Pilot), [{"id": 5, "n": "z", "x": 4}]))
attempt("two tables, gone", lambda: session.execute(update(Pilot), [{"id": 7, "n": "z", "x": 4}]))
attempt("criteria", lambda: session.execute(
    update(User).where(User.n == "zz"), [{"id": 1, "n": "x"}, {"id": 9, "n": "y"}],
    execution_options={"synchronize_session": None}))

attempt("version", lambda: session.execute(update(Versioned), [{"id": 1, "n": "z", "ver": 1}]))
attempt("version, mappings", lambda: session.bulk_update_mappings(Versioned, [{"id": 1, "n": "z", "ver": 1}]))
attempt("another version", lambda: session.bulk_update_mappings(Versioned, [{"id": 1, "n": "z", "ver": 3}]))
attempt("no version", lambda: session.bulk_update_mappings(Versioned, [{"id": 1, "n": "z"}]))
attempt("version given", lambda: session.execute(insert(Versioned), [{"id": 9, "n": "k", "ver": 7}]))
attempt("of values", lambda: session.execute(insert(Versioned).values(id=9, n="k")))

session.bulk_insert_mappings(Versioned, [{"id": 7, "n": "q"}, {"id": 8, "n": "r"}])
session.execute(update(Versioned), [{"id": 7, "n": "z", "ver": 1}, {"id": 8, "n": "z", "ver": 1}])
session.bulk_update_mappings(Versioned, [{"id": 7, "ver": 2}, {"id": 8, "n": "z", "ver": 2}])
seven = session.get(Versioned, 7)
seven.n = "k"
session.bulk_save_objects([seven])
session.bulk_insert_mappings(Named, [{"id": 1, "n": "q"}])
session.bulk_update_mappings(Named, [{"id": 1, "n": "r", "tag": "x"}])
print(session.execute(select(Versioned.id, Versioned.n, Versioned.ver)).all())
print(session.execute(select(Named.id, Named.n, Named.tag)).all())
session.rollback()

statement = select(User).from_statement(text("select * from u where id = :id"))
print(statement.compile(), statement.compile().params)

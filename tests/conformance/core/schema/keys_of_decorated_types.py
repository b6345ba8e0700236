"""A key that the database makes up comes back as its type has it: inserted_primary_key, RETURNING, a flush."""
from sqlalchemy import Column, Integer, MetaData, Numeric, SmallInteger, Table, TypeDecorator, create_engine, inspect
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Tagged(TypeDecorator):
    impl = Integer
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return None if value is None else int(value[4:])

    def process_result_value(self, value, dialect):
        return None if value is None else f"INT_{value}"


m = MetaData()
t = Table("t", m, Column("x", Tagged, primary_key=True), Column("d", Integer))
e = create_engine("sqlite://")
m.create_all(e)
with e.begin() as connection:
    print(connection.execute(t.insert(), {"d": 1}).inserted_primary_key)
    print(connection.execute(t.insert().values(x="INT_7", d=2)).inserted_primary_key)
    print(connection.execute(t.insert().returning(t.c.x), {"d": 3}).all())
    print(connection.execute(t.insert().return_defaults(), {"d": 4}).inserted_primary_key)


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[str] = mapped_column(Tagged, primary_key=True)
    n: Mapped[int]


Base.metadata.create_all(e)
with Session(e) as session:
    a, b = A(n=1), A(n=2)
    session.add_all([a, b])
    session.commit()
    print(a.id, b.id, session.get(A, "INT_2") is b)
    c = A(n=3)
    session.add(c)
    session.flush()
    print(c.id, inspect(c).identity)

for type_ in (SmallInteger(), Numeric(10, 0), Numeric(10, 2)):
    for wanted in ("auto", True):
        made = Table("n", MetaData(), Column("id", type_, primary_key=True, autoincrement=wanted))
        try:
            print(repr(type_), wanted, made.autoincrement_column)
        except ArgumentError as error:
            print(repr(type_), wanted, error)

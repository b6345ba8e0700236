"""A workshop program: search with optional filters, offset and keyset pages, counting, sorting by a user's choice safely."""
from sqlalchemy import Column, Integer, MetaData, String, Table, and_, asc, create_engine, desc, func, insert, or_, select, true, tuple_
from sqlalchemy.exc import CompileError, SQLAlchemyError

metadata = MetaData()
film = Table("film", metadata, Column("id", Integer, primary_key=True), Column("title", String), Column("year", Integer), Column("genre", String))
engine = create_engine("sqlite://", echo=True)
metadata.create_all(engine)
with engine.begin() as conn:
    conn.execute(insert(film), [{"title": f"Film {chr(65 + i % 26)}{i}", "year": 1990 + i % 4, "genre": ["drama", "comedy", None][i % 3]} for i in range(14)])


def search(title=None, years=None, genre=..., order="title", page=1, size=4):
    stmt = select(film)
    if title:
        stmt = stmt.where(film.c.title.icontains(title, autoescape=True))
    if years:
        stmt = stmt.where(film.c.year.between(*years))
    if genre is not ...:
        stmt = stmt.where(film.c.genre == genre)
    direction = desc if order.startswith("-") else asc
    name = order.lstrip("-")
    if name not in film.c:
        raise ValueError(f"cannot sort by {name}")
    count = select(func.count()).select_from(stmt.subquery())
    stmt = stmt.order_by(direction(film.c[name]), film.c.id).limit(size).offset((page - 1) * size)
    with engine.connect() as conn:
        return conn.scalar(count), conn.execute(stmt).all()


print(search())
print(search(title="a1", order="-year"))
print(search(years=(1990, 1991), genre=None))
print(search(genre="drama", page=2))
print(search(title="100%_"))
for bad in ({"order": "id; DROP TABLE film"}, {"page": 0}, {"size": -1}, {"years": (1990,)}):
    try:
        print(search(**bad))
    except Exception as exc:
        print(type(exc).__name__, exc if isinstance(exc, ValueError) else "")
last = None
while True:
    stmt = select(film.c.year, film.c.id).order_by(film.c.year, film.c.id).limit(5)
    if last:
        stmt = stmt.where(tuple_(film.c.year, film.c.id) > tuple_(*last))
    with engine.connect() as conn:
        rows = conn.execute(stmt).all()
    if not rows:
        break
    last = rows[-1]
    print([tuple(r) for r in rows])
windowed = select(film.c.title, func.count().over().label("total"), func.row_number().over(order_by=film.c.title).label("n")).cte()
with engine.connect() as conn:
    print(conn.execute(select(windowed).where(windowed.c.n.between(3, 5))).all())
    conditions = [film.c.year > 1991, film.c.genre.is_(None)]
    print(conn.scalars(select(film.c.id).where(and_(True, *conditions))).all(), conn.scalars(select(film.c.id).where(or_(False, *conditions)).limit(3)).all())

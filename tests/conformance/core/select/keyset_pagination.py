"""Pages of a list: OFFSET pages, keyset pages with a tuple comparison and with OR, a total in a window, and the cache in the log."""
import datetime

from sqlalchemy import Column, DateTime, Integer, MetaData, String, Table, and_, create_engine, func, insert, or_, select, tuple_

engine = create_engine("sqlite://", echo=True)
m = MetaData()
article = Table("article", m, Column("id", Integer, primary_key=True), Column("title", String(30), nullable=False), Column("published", DateTime, index=True))
m.create_all(engine)
start = datetime.datetime(2024, 5, 1, 12)
with engine.begin() as conn:
    conn.execute(insert(article), [{"title": f"Article {k}", "published": start + datetime.timedelta(hours=k // 2)} for k in range(9)])
base = select(article.c.id, article.c.title, article.c.published).order_by(article.c.published.desc(), article.c.id.desc())


def offset_page(number, size=4):
    return base.limit(size).offset(number * size)


def keyset_page(after=None, size=4):
    stmt = base.limit(size)
    if after is not None:
        stmt = stmt.where(tuple_(article.c.published, article.c.id) < after)
    return stmt


def portable_page(after, size=4):
    when, id_ = after
    return base.limit(size).where(or_(article.c.published < when, and_(article.c.published == when, article.c.id < id_)))


with engine.connect() as conn:
    for number in range(3):
        print([row.id for row in conn.execute(offset_page(number))])
    after = None
    while rows := conn.execute(keyset_page(after)).all():
        print([row.id for row in rows])
        after = (rows[-1].published, rows[-1].id)
    first = conn.execute(keyset_page()).all()
    print([row.id for row in conn.execute(portable_page((first[-1].published, first[-1].id)))])
    counted = base.add_columns(func.count().over().label("total")).limit(2)
    print([(row.id, row.total) for row in conn.execute(counted)])
    print(conn.scalar(select(func.count()).select_from(base.order_by(None).subquery())))
    print(conn.scalar(base.with_only_columns(func.count()).order_by(None)))
    slices = [conn.scalars(base.slice(a, b)).all() for a, b in ((0, 2), (2, 4), (8, 12))]
    print(slices)


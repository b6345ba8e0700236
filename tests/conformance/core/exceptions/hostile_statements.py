"""Deeply nested and very long statements: 2,000 and_, 2,000 chained conditions, 500 unions, long IN lists, many columns, long names."""
from sqlalchemy import Column, Integer, MetaData, String, Table, and_, case, create_engine, func, insert, literal, literal_column, not_, or_, select, text, union_all

metadata = MetaData()
t = Table("t", metadata, Column("id", Integer, primary_key=True), Column("n", Integer))
engine = create_engine("sqlite://")
metadata.create_all(engine)


def attempt(label, call):
    try:
        print(label, call())
    except Exception as exc:
        print(label, type(exc).__name__, str(exc)[:100].splitlines()[0])


with engine.begin() as conn:
    conn.execute(insert(t), [{"n": i} for i in range(300)])
with engine.connect() as conn:
    attempt("flat and_ of 900", lambda: conn.scalar(select(func.count()).where(and_(*[t.c.n != i for i in range(900)])).select_from(t)))
    attempt("flat or_ of 500", lambda: conn.scalar(select(func.count()).select_from(t).where(or_(*[t.c.n == i for i in range(500)]))))

    def chained(n):
        stmt = select(func.count()).select_from(t)
        for i in range(n):
            stmt = stmt.where(t.c.n != i)
        return stmt

    attempt("chained where of 500", lambda: conn.scalar(chained(500)))
    attempt("text of 2000 conditions", lambda: len(str(chained(2000))))

    def nested(n, op):
        clause = t.c.n == 0
        for i in range(1, n):
            clause = op(clause, t.c.n == i)
        return clause

    attempt("nested and_ of 2000", lambda: len(str(nested(2000, and_))))
    attempt("nested or_ of 100", lambda: conn.scalar(select(func.count()).select_from(t).where(nested(100, or_))))
    attempt("sum of 500", lambda: conn.scalar(select(sum((literal(i) for i in range(500)), literal(0)))))
    attempt("in of 2000", lambda: conn.scalar(select(func.count()).select_from(t).where(t.c.n.in_(range(2000)))))
    attempt("union of 400", lambda: len(conn.execute(union_all(*[select(literal_column(str(i))) for i in range(400)])).all()))
    attempt("500 columns", lambda: len(conn.execute(select(*[literal_column(str(i)).label(f"c{i}") for i in range(500)])).one()))
    attempt("case of 400", lambda: conn.scalar(select(case(*[(t.c.n == i, i * 2) for i in range(400)], else_=-1)).where(t.c.n == 399)))
    attempt("300 rows of values", lambda: conn.execute(insert(t).values([{"n": i} for i in range(300)])).rowcount)
    attempt("500 rows executemany", lambda: conn.execute(insert(t), [{"n": i} for i in range(500)]).rowcount)
    attempt("long name", lambda: conn.execute(select(t.c.n.label("x" * 5000)).limit(1)).keys().__len__())
    attempt("long literal", lambda: len(conn.scalar(text("SELECT '" + "y" * 5000 + "'"))))
    attempt("not not not", lambda: str(not_(not_(not_(t.c.n == 1)))))


with engine.connect() as conn:
    attempt("empty statement", lambda: conn.execute(text("")).returns_rows)
    attempt("only a comment", lambda: conn.execute(text("-- nothing")).rowcount)
    attempt("nul in statement", lambda: conn.execute(text("SELECT 1 \x00 SELECT 2")).all())
    attempt("many binds", lambda: conn.execute(text("SELECT " + ", ".join(f":p{i}" for i in range(400))), {f"p{i}": i for i in range(400)}).one()[399])

"""The compiled cache: generated in, cached since, no key, a cache of one's own, a small cache, and switching it off."""
from sqlalchemy import Column, Integer, MetaData, String, Table, bindparam, create_engine, func, insert, literal_column, select, text, update
from sqlalchemy.types import TypeDecorator, UserDefinedType


class Careless(TypeDecorator):
    impl = String
    cache_ok = False


class Points(UserDefinedType):
    cache_ok = True

    def get_col_spec(self, **kw):
        return "POINTS"


metadata = MetaData()
t = Table("t", metadata, Column("id", Integer, primary_key=True), Column("a", String), Column("p", Points()), Column("c", Careless(5)))
engine = create_engine("sqlite://", echo=True)
metadata.create_all(engine)
with engine.connect() as conn:
    for n in 1, 2:
        conn.execute(select(t.c.id).where(t.c.id == n))
        conn.execute(select(t.c.id, t.c.p).limit(n))
        conn.execute(select(t.c.id).where(t.c.id.in_(range(n + 2))))
        conn.execute(select(t.c.c))
        conn.execute(insert(t).values(a=str(n)))
        conn.execute(update(t).where(t.c.id == bindparam("i")).values(a="z"), {"i": n})
        conn.execute(select(func.count()).select_from(t), execution_options={"compiled_cache": None})
        conn.execute(select(literal_column(f"{n}")))
        conn.execute(text("SELECT 1"))
    mine = {}
    conn.execution_options(compiled_cache=mine)
    conn.execute(select(t.c.a))
    conn.execute(select(t.c.a))
    print(len(mine))
off = create_engine("sqlite://", echo=True, query_cache_size=0)
with off.connect() as conn:
    conn.execute(select(1))
    conn.execute(select(1))
engine.clear_compiled_cache()
with engine.connect() as conn:
    conn.execute(select(t.c.id).where(t.c.id == 5))
k = select(t.c.id).where(t.c.id == 5)._generate_cache_key()
print(k == select(t.c.id).where(t.c.id == 6)._generate_cache_key(), [b.value for b in k.bindparams], select(t.c.c)._generate_cache_key())

"""The profiling recipe: events that count statements, keep a stack in conn.info, and find repeated queries."""
import collections

from sqlalchemy import Column, Integer, MetaData, String, Table, bindparam, create_engine, event, insert, select, text
from sqlalchemy.engine import Engine

counts = collections.Counter()
slow = []


@event.listens_for(Engine, "before_cursor_execute")
def before(conn, cursor, statement, parameters, context, executemany):
    conn.info.setdefault("query_start", []).append(len(counts))


@event.listens_for(Engine, "after_cursor_execute")
def after(conn, cursor, statement, parameters, context, executemany):
    conn.info["query_start"].pop(-1)
    counts[statement.split("\n")[0], executemany] += 1
    if context is not None and context.isinsert:
        slow.append((context.compiled is not None, len(context.compiled_parameters), cursor.rowcount))


engine = create_engine("sqlite://")
metadata = MetaData()
t = Table("t", metadata, Column("id", Integer, primary_key=True), Column("n", String))
metadata.create_all(engine)
with engine.begin() as conn:
    conn.execute(insert(t), [{"n": "a"}, {"n": "b"}, {"n": "c"}])
    for i in range(4):
        conn.scalar(select(t.c.n).where(t.c.id == i))
    conn.execute(select(t).where(t.c.id.in_([1, 2])))
    conn.execute(select(t).where(t.c.id.in_([1, 2, 3])))
    conn.execute(insert(t).values(n="d"))
    print(conn.info)
for (statement, many), n in counts.most_common():
    print(n, many, statement)
print(slow)
event.remove(Engine, "before_cursor_execute", before)
event.remove(Engine, "after_cursor_execute", after)
with engine.connect() as conn:
    conn.execute(text("SELECT 1"))
print(sum(counts.values()))

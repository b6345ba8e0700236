"""freeze() replays a result, merge() joins several, IteratorResult and ChunkedIteratorResult are made by hand."""
from sqlalchemy import create_engine, text
from sqlalchemy.engine import IteratorResult, Result, result_tuple
from sqlalchemy.engine.result import ChunkedIteratorResult, SimpleResultMetaData, null_result

engine = create_engine("sqlite://")


def attempt(label, call):
    try:
        print(label, call())
    except Exception as exc:
        print(label, type(exc).__name__, exc)


with engine.connect() as conn:
    frozen = conn.execute(text("SELECT 1 AS a, 2 AS b UNION ALL SELECT 3, 4")).freeze()
    print(type(frozen).__name__, frozen().all(), frozen().scalars().all(), frozen().mappings().all())
    print(frozen.data, type(frozen()).__name__, list(frozen().keys()))
    again = frozen.with_new_rows([(9, 8)])
    print(again().all(), frozen().first())
    frozen_scalars = conn.execute(text("SELECT 5 AS a UNION ALL SELECT 6")).scalars().freeze() if hasattr(Result, "nope") else None
    merged = conn.execute(text("SELECT 1 AS a")).merge(conn.execute(text("SELECT 2 AS a")), conn.execute(text("SELECT 3 AS a")))
    print(type(merged).__name__, merged.keys(), merged.scalars().all())
    attempt("merge other keys", lambda: conn.execute(text("SELECT 1 AS a")).merge(conn.execute(text("SELECT 2 AS z"))).all())
    merged = conn.execute(text("SELECT 1 AS a")).merge(conn.execute(text("SELECT 1 AS a"))).unique()
    print(merged.all(), merged.closed)

meta = SimpleResultMetaData(["x", "y"])
made = IteratorResult(meta, iter([(1, 2), (3, 4), (1, 2)]))
print(made.keys(), made.fetchone(), made.mappings().all())
print(IteratorResult(meta, iter([(1, 2), (3, 4), (1, 2)])).unique().all())
print(IteratorResult(meta, iter([(1, 2), (3, 4)])).columns("y").scalars().all())
attempt("too many", lambda: IteratorResult(meta, iter([(1, 2), (3, 4)])).one())
closed = IteratorResult(meta, iter([(1, 2)]))
closed.close()
print(closed.closed)
attempt("closed", closed.all)
chunked = ChunkedIteratorResult(meta, lambda size: iter([[(1, 2), (3, 4)], [(5, 6)]]))
print(chunked.all())
print([p for p in ChunkedIteratorResult(meta, lambda size: iter([[(i, size)] * (size or 1) for i in range(2)])).yield_per(2).partitions()])
Pair = result_tuple(["left", "right"])
print(Pair((1, 2)), Pair([3, 4]).right, Pair((5, 6))._asdict())
print(null_result().all(), null_result().keys())

"""stream_results, yield_per and max_row_buffer: how rows come in parts and which results can be buffered."""
from sqlalchemy import create_engine, select, text, literal_column
from sqlalchemy.exc import SQLAlchemyError

engine = create_engine("sqlite://")
numbers = text("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10) SELECT i FROM n")
with engine.connect() as conn:
    r = conn.execution_options(stream_results=True).execute(numbers)
    print(type(r).__name__, r.fetchone(), r.fetchmany(3), len(r.all()), r.closed)
    r = conn.execute(numbers, execution_options={"yield_per": 4})
    print([[x.i for x in part] for part in r.partitions()])
    r = conn.execute(numbers, execution_options={"yield_per": 4})
    print([list(part) for part in r.scalars().partitions()], [p for p in conn.execute(numbers).scalars().yield_per(6).partitions()])
    r = conn.execute(numbers.execution_options(yield_per=5))
    print(r.fetchmany(), r.fetchmany(2), r.fetchone(), r.scalars().all())
    r = conn.execute(numbers, execution_options={"stream_results": True, "max_row_buffer": 2})
    for row in r:
        if row.i == 3:
            break
    print(row.i, r.closed, r.fetchone())
    r.close()
    print(r.closed)
    try:
        r.fetchone()
    except SQLAlchemyError as exc:
        print(type(exc).__name__, exc)
    r = conn.execute(numbers)
    r.yield_per(3)
    print([len(p) for p in r.partitions()], r.closed)
    for bad in 0, -1, "x", None:
        try:
            print(repr(bad), [len(p) for p in conn.execute(numbers).partitions(bad)])
        except Exception as exc:
            print(repr(bad), type(exc).__name__, exc if isinstance(exc, SQLAlchemyError) else "")
    r = conn.execute(numbers)
    with r.yield_per(2) as rows:
        print(next(iter(rows.mappings())))
    print(r.closed)
    print(conn.scalars(numbers).partitions(4).__next__(), conn.execute(numbers).unique().fetchmany(2))
    print(conn.execute(select(literal_column("1")).execution_options(stream_results=True)).scalar())

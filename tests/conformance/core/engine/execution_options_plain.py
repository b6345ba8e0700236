"""Execution options of engine, connection, statement and call as the cursor events see them."""
from sqlalchemy import column, create_engine, event, select, text
from sqlalchemy.exc import SQLAlchemyError

engine = create_engine("sqlite://", execution_options={"team": "engine", "a": 1})
seen = []


@event.listens_for(engine, "before_cursor_execute")
def note(conn, cursor, statement, parameters, context, executemany):
    opts = context.execution_options
    seen.append({k: opts[k] for k in sorted(opts)})


print(dict(engine.get_execution_options()))
child = engine.execution_options(team="child", b=2)
print(dict(child.get_execution_options()), dict(engine.get_execution_options()))
with child.connect() as conn:
    print(dict(conn.get_execution_options()))
    same = conn.execution_options(team="connection", c=3)
    print(same is conn, dict(conn.get_execution_options()))
    stmt = select(column("1", is_literal=True)).execution_options(team="statement", d=4)
    print(dict(stmt.get_execution_options()))
    again = stmt.execution_options(d=5)
    print(dict(stmt.get_execution_options()), dict(again.get_execution_options()))
    conn.execute(again)
    conn.execute(again, execution_options={"team": "call"})
    conn.execute(text("SELECT 1"))
    conn.scalar(text("SELECT 1"), {}, execution_options={"team": "scalar"})
    conn.scalars(text("SELECT 1"), execution_options={"team": "scalars"})
for line in seen:
    print(line)
for call in (
    lambda: select(column("x")).execution_options(compiled_cache={}),
    lambda: select(column("x")).execution_options(isolation_level="SERIALIZABLE"),
    lambda: text("x").execution_options(stream_results=True).get_execution_options(),
    lambda: engine.update_execution_options(late=True),
    lambda: dict(engine.get_execution_options()),
    lambda: dict(child.get_execution_options()),
    lambda: select(1).execution_options(3),
):
    try:
        print(call())
    except Exception as exc:
        print(type(exc).__name__, exc if isinstance(exc, SQLAlchemyError) else "")
with engine.connect().execution_options(preserve_rowcount=True) as conn:
    result = conn.execute(text("SELECT 1 UNION SELECT 2"))
    print(result.rowcount, result.context.execution_options["preserve_rowcount"])

"""handle_error: look at the context, replace the exception, chain several handlers, suppress the disconnect flag."""
from sqlalchemy import create_engine, event, text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError, StatementError

engine = create_engine("sqlite://")


class Conflict(Exception):
    pass


@event.listens_for(engine, "handle_error")
def look(ctx):
    print("ctx", type(ctx.original_exception).__name__, type(ctx.sqlalchemy_exception).__name__, getattr(ctx, "chained_exception", None))
    print("   ", ctx.statement, ctx.parameters, ctx.is_disconnect, ctx.invalidate_pool_on_disconnect, ctx.engine is engine, ctx.dialect.name)


@event.listens_for(engine, "handle_error", retval=True)
def translate(ctx):
    if isinstance(ctx.original_exception, engine.dialect.dbapi.IntegrityError):
        return Conflict(f"conflict: {ctx.original_exception}")


@event.listens_for(engine, "handle_error")
def chained(ctx):
    print("   chained", type(getattr(ctx, "chained_exception", None)).__name__)
    if getattr(ctx, "chained_exception", None) is not None:
        raise ValueError("raised by a handler") from getattr(ctx, "chained_exception", None)


with engine.begin() as conn:
    conn.execute(text("CREATE TABLE t (n INTEGER PRIMARY KEY)"))
    conn.execute(text("INSERT INTO t VALUES (1)"))
for sql, params in [
    ("INSERT INTO t VALUES (:n)", {"n": 1}),
    ("SELECT * FROM nope", {}),
    ("SELECT :a", {}),
    ("SELECT :a", {"a": object}),
]:
    try:
        with engine.begin() as conn:
            conn.execute(text(sql), params)
    except (DBAPIError, StatementError) as exc:
        print("caught", type(exc).__name__, str(exc).splitlines()[0])
    except Exception as exc:
        cause = exc.__cause__
        print("caught", type(exc).__name__, exc, "from", type(cause).__name__)
event.remove(engine, "handle_error", chained)
event.remove(engine, "handle_error", look)
try:
    with engine.begin() as conn:
        conn.execute(text("INSERT INTO t VALUES (1)"))
except Conflict as exc:
    print(exc, type(exc.__cause__).__name__)


@event.listens_for(engine, "handle_error")
def disconnect(ctx):
    if "no such table" in str(ctx.original_exception):
        ctx.is_disconnect = True


conn = engine.connect()
try:
    conn.execute(text("SELECT * FROM nope"))
except OperationalError as exc:
    print(exc.connection_invalidated, conn.invalidated)
try:
    conn.execute(text("SELECT 1"))
except Exception as exc:
    print(type(exc).__name__, exc)
conn.rollback()
print(conn.scalar(text("SELECT 1")), conn.invalidated)

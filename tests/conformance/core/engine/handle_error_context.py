"""handle_error: what the context holds for each kind of failure."""
from sqlalchemy import create_engine, event, select, text, column
from sqlalchemy.exc import SQLAlchemyError

engine = create_engine("sqlite://")


@event.listens_for(engine, "handle_error")
def look(ctx):
    print("  original", type(ctx.original_exception).__name__, "| wrapped", type(ctx.sqlalchemy_exception).__name__)
    for name in "chained_exception", "statement", "parameters", "is_disconnect", "invalidate_pool_on_disconnect", "is_pre_ping":
        print("  ", name, getattr(ctx, name, "missing"))
    print("   connection", ctx.connection is not None, "cursor", hasattr(ctx, "cursor"), "context", ctx.execution_context is not None, "engine", ctx.engine is engine, ctx.dialect is engine.dialect)


with engine.connect() as conn:
    for label, call in [
        ("no table", lambda: conn.execute(text("SELECT * FROM nope"))),
        ("no value", lambda: conn.execute(text("SELECT :a"))),
        ("bad type", lambda: conn.execute(text("SELECT :a"), {"a": {}})),
        ("driver", lambda: conn.exec_driver_sql("SELEC")),
        ("many", lambda: conn.execute(text("INSERT INTO nope VALUES (:a)"), [{"a": 1}, {"a": 2}])),
        ("construct", lambda: conn.execute(select(column("x")))),
        ("not executable", lambda: conn.execute("SELECT 1")),
        ("begin twice", lambda: conn.begin()),
    ]:
        print(label)
        try:
            call()
        except SQLAlchemyError as exc:
            print("  caught", type(exc).__name__)

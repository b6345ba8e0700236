"""Events with retval=True: a statement, its parameters or the whole construct are changed before they run."""
from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, event, insert, select, text
from sqlalchemy.exc import SQLAlchemyError

metadata = MetaData()
note = Table("note", metadata, Column("id", Integer, primary_key=True), Column("body", String))
engine = create_engine("sqlite://", echo=True)
metadata.create_all(engine)


def shout(conn, cursor, statement, parameters, context, executemany):
    if executemany:
        parameters = [tuple(str(v).upper() for v in p) for p in parameters]
    elif statement.startswith("INSERT"):
        parameters = tuple(str(v).upper() for v in parameters)
    return statement + " /* seen */", parameters


def only_first(conn, clauseelement, multiparams, params, execution_options):
    if isinstance(clauseelement, type(select(1))):
        clauseelement = clauseelement.limit(1)
    return clauseelement, multiparams, params


event.listen(engine, "before_cursor_execute", shout, retval=True)
event.listen(engine, "before_execute", only_first, retval=True)
with engine.begin() as conn:
    conn.execute(insert(note), {"body": "one"})
    conn.execute(insert(note), [{"body": "two"}, {"body": "three"}])
    print(conn.execute(select(note).order_by(note.c.id)).all())
    print(conn.execute(text("SELECT count(*) FROM note")).scalar())
event.remove(engine, "before_execute", only_first)
event.remove(engine, "before_cursor_execute", shout)
with engine.connect() as conn:
    print(conn.execute(select(note.c.body)).scalars().all())
    local = []
    event.listen(conn, "before_cursor_execute", lambda c, cur, sql, p, ctx, many: local.append(sql))
    conn.execute(text("SELECT 1"))
    print(local)
with engine.connect() as conn:
    conn.execute(text("SELECT 1"))
    print("only on that connection:", local)


def forgot(conn, cursor, statement, parameters, context, executemany):
    pass


for target, name, fn, kw in [
    (engine, "before_cursor_execute", forgot, {"retval": True}),
    (engine, "after_cursor_execute", forgot, {"retval": True}),
    (engine, "no_such_event", forgot, {}),
    ("engine", "begin", forgot, {}),
    (engine, "commit", forgot, {"retval": True}),
]:
    try:
        event.listen(target, name, fn, **kw)
        print("listening", name, event.contains(target, name, fn))
        with engine.connect() as conn:
            conn.execute(text("SELECT 2"))
    except Exception as exc:
        print(name, type(exc).__name__, exc)
    finally:
        if isinstance(target, type(engine)) and name == "before_cursor_execute" and event.contains(target, name, fn):
            event.remove(target, name, fn)
try:
    event.remove(engine, "begin", forgot)
except SQLAlchemyError as exc:
    print(type(exc).__name__, str(exc).split(" at 0x")[0])

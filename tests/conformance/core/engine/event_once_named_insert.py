"""event.listen options: once, insert, named, propagate by class, listens_for on Engine, and propagation to option engines."""
from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import Engine

engine = create_engine("sqlite://")
other = create_engine("sqlite://")
log = []


@event.listens_for(engine, "begin", once=True)
def just_once(conn):
    log.append("once")


@event.listens_for(engine, "begin")
def second(conn):
    log.append("second")


@event.listens_for(engine, "begin", insert=True)
def before_all(conn):
    log.append("inserted")


@event.listens_for(engine, "before_cursor_execute", named=True)
def by_name(**kw):
    log.append(sorted(kw))


@event.listens_for(engine, "after_cursor_execute", named=True)
def some(statement, parameters, **kw):
    log.append((statement, parameters, len(kw)))


@event.listens_for(Engine, "commit")
def any_engine(conn):
    log.append(("any engine", conn.engine is engine))


def flush(label):
    print(label, log)
    log.clear()


for _ in range(2):
    with engine.begin() as conn:
        conn.execute(text("SELECT :n"), {"n": 1})
    flush("run")
with other.begin() as conn:
    conn.execute(text("SELECT 1"))
flush("other engine")
child = engine.execution_options(x=1)
with child.begin():
    pass
flush("child sees parent's listeners")
event.listen(child, "begin", lambda conn: log.append("child only"))
with child.begin():
    pass
flush("child")
with engine.begin():
    pass
flush("parent")
event.remove(Engine, "commit", any_engine)
print(event.contains(Engine, "commit", any_engine), event.contains(engine, "begin", second))


@event.listens_for(engine, "set_connection_execution_options")
def opts(conn, options):
    log.append(dict(options))
    options["added"] = True


@event.listens_for(engine, "engine_connect")
def connected(conn):
    log.append(type(conn).__name__)


with engine.connect().execution_options(team="a") as conn:
    print(dict(conn.get_execution_options()))
flush("options")

"""create_engine(): which arguments are refused for which pool and dialect, and engine_from_config."""
from sqlalchemy import create_engine, engine_from_config, text
from sqlalchemy.pool import NullPool, QueuePool, StaticPool


def attempt(label, call):
    try:
        print(label, call())
    except Exception as exc:
        print(label, type(exc).__name__, exc)


attempt("unknown", lambda: create_engine("sqlite://", nonsense=1))
attempt("two unknown", lambda: create_engine("sqlite://", foo=1, pool_bar=2))
attempt("max_overflow on memory", lambda: create_engine("sqlite://", max_overflow=3))
attempt("pool_size on static", lambda: create_engine("sqlite://", poolclass=StaticPool, pool_size=2))
attempt("null pool", lambda: create_engine("sqlite://", poolclass=NullPool, pool_size=2, max_overflow=1))
attempt("queue pool", lambda: create_engine("sqlite://", poolclass=QueuePool, pool_size=2, max_overflow=1).pool.size())
attempt("json", lambda: create_engine("sqlite://", json_serializer=str))
attempt("paramstyle", lambda: create_engine("sqlite://", paramstyle="nope").connect().execute(text("SELECT :a"), {"a": 1}).all())
attempt("named", lambda: create_engine("sqlite://", paramstyle="named").connect().execute(text("SELECT :a"), {"a": 1}).all())
attempt("echo", lambda: create_engine("sqlite://", echo=False, echo_pool=False, future=True))
attempt("future false", lambda: create_engine("sqlite://", future=False))
attempt("strategy", lambda: create_engine("sqlite://", strategy="threadlocal"))
attempt("encoding", lambda: create_engine("sqlite://", encoding="utf8"))
attempt("convert_unicode", lambda: create_engine("sqlite://", convert_unicode=True))
attempt("query_cache_size", lambda: create_engine("sqlite://", query_cache_size=0))
attempt("label_length", lambda: create_engine("sqlite://", label_length=6).dialect.label_length)
attempt("label_length too long", lambda: create_engine("postgresql+psycopg://", label_length=100, module=__import__("sqlite3")))
attempt("creator", lambda: create_engine("sqlite://", creator=lambda: __import__("sqlite3").connect(":memory:")).connect().scalar(text("SELECT 3")))
attempt("connect_args", lambda: create_engine("sqlite://", connect_args={"nope": 1}).connect())
attempt("insertmanyvalues", lambda: create_engine("sqlite://", use_insertmanyvalues=False, insertmanyvalues_page_size=5).dialect.insertmanyvalues_page_size)
attempt("no url", lambda: create_engine(url=None))
config = {"sqlalchemy.url": "sqlite://", "sqlalchemy.echo": "false", "sqlalchemy.pool_recycle": "50", "sqlalchemy.hide_parameters": "true", "other": "x", "sqlalchemy.pool_pre_ping": "yes"}
engine = engine_from_config(config)
print(engine.url, engine.echo, engine.hide_parameters)
engine = engine_from_config({"db.url": "sqlite://", "db.echo": "0"}, prefix="db.", hide_parameters=True)
print(engine, engine.hide_parameters)
attempt("no url in config", lambda: engine_from_config({"sqlalchemy.echo": "true"}))
attempt("bad int", lambda: engine_from_config({"sqlalchemy.url": "sqlite://", "sqlalchemy.pool_recycle": "soon"}))
attempt("bad bool", lambda: engine_from_config({"sqlalchemy.url": "sqlite://", "sqlalchemy.echo": "perhaps"}))
attempt("unknown in config", lambda: engine_from_config({"sqlalchemy.url": "sqlite://", "sqlalchemy.colour": "red"}))

"""What an Engine can tell about itself: url, dialect, driver, name, pool, dialect flags, compiled cache and inspect()."""
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

engine = create_engine("sqlite://", logging_name="shop", pool_logging_name="shoppool")
print(engine, engine.url, engine.name, engine.driver, engine.echo, engine.hide_parameters, engine.logging_name)
d = engine.dialect
print(type(d).__name__, d.name, d.driver, d.paramstyle, d.positional, d.max_identifier_length, d.label_length)
print(d.supports_alter, d.supports_native_boolean, d.insert_returning, d.update_returning, d.delete_returning, d.use_insertmanyvalues)
print(d.supports_default_values, d.supports_multivalues_insert, d.supports_statement_cache, d.supports_comments, d.supports_sequences)
print(type(d.dbapi).__name__, d.dbapi.__name__, d.default_schema_name, hasattr(d, "default_isolation_level"))
with engine.connect() as conn:
    conn.execute(text("CREATE TABLE t (id INTEGER PRIMARY KEY)"))
    print(d.default_schema_name, d.default_isolation_level, d.server_version_info >= (3, 35))
    print(isinstance(conn, Connection), conn.engine is engine, conn.dialect is d, conn.closed)
    insp = inspect(conn)
    print(type(insp).__name__, insp.get_table_names(), insp.bind is conn, insp.engine is engine, insp.dialect is d)
    print(conn.connection.is_valid, conn.connection.dbapi_connection is conn.connection.driver_connection)
    conn.info["k"] = "v"
    print(conn.info)
    conn.commit()
insp = inspect(engine)
print(type(insp).__name__, insp.get_table_names(), insp.bind is engine, insp.default_schema_name)
print(d.has_table.__name__, inspect(engine).has_table("t"), inspect(engine).has_table("u"))
q = d.identifier_preparer
print(q.quote("order"), q.quote("plain"), q.quote("Mixed"), q.quote_identifier("x"))
for thing in (3, "engine", None, object):
    try:
        print(inspect(thing, raiseerr=False), end=" ")
        inspect(thing)
    except SQLAlchemyError as exc:
        print(type(exc).__name__, exc)
engine.clear_compiled_cache()
print(type(engine.pool).__name__, isinstance(engine, Engine))
conn = Connection(engine)
print(conn.scalar(text("SELECT 1")))
conn.close()

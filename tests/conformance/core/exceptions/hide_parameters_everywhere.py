"""hide_parameters=True: nothing of the values in the log, the error text, or the exception's str; what still leaks."""
from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, insert, select, text
from sqlalchemy.exc import SQLAlchemyError

engine = create_engine("sqlite://", echo=True, hide_parameters=True)
metadata = MetaData()
t = Table("t", metadata, Column("id", Integer, primary_key=True), Column("secret", String, nullable=False, unique=True))
metadata.create_all(engine)


def attempt(call):
    try:
        with engine.begin() as conn:
            call(conn)
    except SQLAlchemyError as exc:
        print(type(exc).__name__, exc)
        print(exc.hide_parameters, exc.params, repr(exc)[:120])


with engine.begin() as conn:
    conn.execute(insert(t), {"secret": "s3cret"})
    print(conn.execute(select(t).where(t.c.secret == "s3cret")).one())
attempt(lambda c: c.execute(insert(t), {"secret": "s3cret"}))
attempt(lambda c: c.execute(insert(t), [{"secret": "a"}, {"secret": "s3cret"}]))
attempt(lambda c: c.execute(insert(t).returning(t.c.id), [{"secret": "b"}, {"secret": "s3cret"}]))
attempt(lambda c: c.execute(text("SELECT :a, :b"), {"a": "s3cret"}))
attempt(lambda c: c.execute(select(t).where(t.c.secret == object)))
attempt(lambda c: c.exec_driver_sql("SELECT ? FROM nope", ("s3cret",)))
attempt(lambda c: c.execute(select(t).where(t.c.secret.in_(["s3cret", {}]))))
plain = create_engine("sqlite://")
with plain.connect() as conn:
    try:
        conn.execute(text("SELECT :a FROM nope"), {"a": "visible"})
    except SQLAlchemyError as exc:
        print(exc)
        exc.hide_parameters = True
        print(exc)

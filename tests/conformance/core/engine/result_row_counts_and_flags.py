"""rowcount, lastrowid, returns_rows, is_insert, context and closing: the flags of a CursorResult after each kind of statement."""
from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, delete, insert, select, text, update
from sqlalchemy.exc import SQLAlchemyError

metadata = MetaData()
t = Table("t", metadata, Column("id", Integer, primary_key=True), Column("a", String, default="d"), Column("b", Integer, onupdate=9))
engine = create_engine("sqlite://")
metadata.create_all(engine)


def flags(label, r):
    print(label, "| rowcount", r.rowcount, "| rows", r.returns_rows, "| insert", r.is_insert, "| closed", r.closed)
    for name in "inserted_primary_key", "inserted_primary_key_rows", "lastrowid", "last_inserted_params", "last_updated_params", "lastrow_has_defaults", "postfetch_cols", "prefetch_cols", "returned_defaults", "returned_defaults_rows", "supports_sane_rowcount", "supports_sane_multi_rowcount":
        try:
            value = getattr(r, name)
            value = value() if callable(value) else value
            print("   ", name, value)
        except SQLAlchemyError as exc:
            print("   ", name, type(exc).__name__, exc)


with engine.connect() as conn:
    flags("insert", conn.execute(insert(t).values(b=1)))
    flags("insert many", conn.execute(insert(t), [{"a": "x"}, {"a": "y"}]))
    flags("insert multi-values", conn.execute(insert(t).values([{"a": "m"}, {"a": "n"}])))
    flags("update", conn.execute(update(t).where(t.c.id > 1).values(a="u")))
    flags("delete", conn.execute(delete(t).where(t.c.id == 1)))
    flags("select", conn.execute(select(t.c.id)))
    flags("select preserve", conn.execute(select(t.c.id), execution_options={"preserve_rowcount": True}))
    flags("text insert", conn.execute(text("INSERT INTO t (a) VALUES ('raw')")))
    flags("ddl", conn.execute(text("CREATE TABLE u (n)")))
    print(conn.execute(insert(t).values(a="i")).context.compiled.string)
    print(conn.execute(insert(t).values(a="i")).context.isinsert, conn.execute(select(t)).context.compiled.positiontup)
    print(type(conn.execute(text("SELECT 1")).cursor).__name__, conn.execute(text("DELETE FROM u")).cursor)

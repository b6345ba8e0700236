"""Temporary tables and views, reflected: statement by statement."""

from sqlalchemy import Column, Integer, MetaData, Table, create_engine, inspect
from sqlalchemy.engine.reflection import ObjectKind, ObjectScope

engine = create_engine("sqlite://", echo=True)


def show(label, f):
    print("##", label)
    try:
        print("ok", f())
    except Exception as e:
        print(type(e).__name__, e)


with engine.connect() as conn:
    conn.exec_driver_sql("CREATE TABLE plain (id INTEGER PRIMARY KEY, n VARCHAR(20) UNIQUE)")
    conn.exec_driver_sql(
        "CREATE TEMP TABLE tt (id INTEGER PRIMARY KEY, n VARCHAR(20) UNIQUE, m INTEGER CHECK (m > 3), "
        "r INTEGER REFERENCES plain(id), CONSTRAINT uq UNIQUE (n, m), CONSTRAINT ck CHECK (m < 100))"
    )
    conn.exec_driver_sql("CREATE INDEX temp.ixt ON tt (m)")
    conn.exec_driver_sql("CREATE TEMP VIEW tv AS SELECT * FROM tt")
    conn.exec_driver_sql('CREATE TEMP TABLE "we ird" ("a b" INTEGER)')
    names = (
        "get_temp_table_names",
        "get_temp_view_names",
        "get_table_names",
        "get_view_names",
        "get_schema_names",
    )
    readers = (
        "get_columns get_pk_constraint get_foreign_keys get_indexes get_unique_constraints get_check_constraints "
        "get_table_options get_table_comment has_table get_view_definition"
    ).split()
    insp = inspect(conn)
    for name in names + names:
        show(name, getattr(insp, name))
    print("-- the names once more for several tables")
    show("columns", lambda: sorted(insp.get_multi_columns(scope=ObjectScope.TEMPORARY)))
    show("columns", lambda: sorted(insp.get_multi_columns(scope=ObjectScope.ANY, kind=ObjectKind.ANY)))
    show("indexes", lambda: insp.get_multi_indexes(scope=ObjectScope.ANY, kind=ObjectKind.ANY))
    show("comments", lambda: inspect(conn).get_multi_table_comment())
    for name in readers:
        for table in ("tt", "tv", "we ird", "plain", "nope"):
            for schema in (None, "temp", "main"):
                insp = inspect(conn)
                show((name, table, schema), lambda: getattr(insp, name)(table, schema=schema))
    show("internal", lambda: inspect(conn).get_table_names(sqlite_include_internal=True))
    show("internal", lambda: inspect(conn).get_temp_table_names(sqlite_include_internal=True))
    show("options", lambda: inspect(conn).get_table_options("sqlite_temp_master"))
    for schema in (None, "temp"):
        show("table", lambda: repr(Table("tt", MetaData(), autoload_with=conn, schema=schema)))
        show("view", lambda: repr(Table("tv", MetaData(), autoload_with=conn, schema=schema)))
        metadata = MetaData()
        show("reflect", lambda: metadata.reflect(conn, schema=schema, views=True))
        print(sorted(metadata.tables))
        metadata = MetaData()
        show("reflect only", lambda: metadata.reflect(conn, schema=schema, only=["tt"]))
        print(sorted(metadata.tables))
    table = Table("tt", MetaData(), Column("id", Integer))
    show("create", lambda: table.create(conn, checkfirst=True))
    show("drop", lambda: table.drop(conn, checkfirst=True))

"""Inspector.get_multi_*: the whole schema in one call, filtered by names, kind and scope."""
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.engine.reflection import ObjectKind, ObjectScope

engine = create_engine("sqlite://")
with engine.begin() as conn:
    for statement in (
        "CREATE TABLE a (id INTEGER PRIMARY KEY, n VARCHAR(5) UNIQUE, CHECK (n <> ''))",
        "CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER NOT NULL REFERENCES a (id))",
        "CREATE INDEX ix_b ON b (a_id)",
        "CREATE VIEW v AS SELECT n FROM a",
        "CREATE TEMP TABLE tmp (x FLOAT)",
    ):
        conn.execute(text(statement))
insp = inspect(engine)


def show(label, result):
    print(label)
    for key in sorted(result, key=str):
        value = result[key]
        if isinstance(value, list) and value and "type" in value[0]:
            value = [(c["name"], repr(c["type"]), c["nullable"]) for c in value]
        print("  ", key, value)


show("columns", insp.get_multi_columns())
show("columns of b", insp.get_multi_columns(filter_names=["b"]))
show("columns of views", insp.get_multi_columns(kind=ObjectKind.VIEW))
show("any kind", insp.get_multi_columns(kind=ObjectKind.ANY, filter_names=["v", "a"]))
show("temporary", insp.get_multi_columns(scope=ObjectScope.TEMPORARY))
show("pk", insp.get_multi_pk_constraint())
show("fk", insp.get_multi_foreign_keys())
show("indexes", insp.get_multi_indexes())
show("unique", insp.get_multi_unique_constraints())
show("check", insp.get_multi_check_constraints())
show("options", insp.get_multi_table_options())
show("schema", insp.get_multi_columns(schema="main", filter_names=["a"]))
show("unknown names", insp.get_multi_columns(filter_names=["zzz"]))
try:
    show("comments", insp.get_multi_table_comment())
except NotImplementedError as exc:
    print("NotImplementedError", exc)
print(list(ObjectKind), list(ObjectScope), ObjectKind.ANY, ObjectKind.TABLE | ObjectKind.VIEW)
print(insp.sort_tables_on_foreign_key_dependency())

"""The Inspector's everyday methods: tables, views, columns, keys, constraints, indexes, temp tables, and what missing things raise."""
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.exc import SQLAlchemyError

engine = create_engine("sqlite://")
script = """
CREATE TABLE dept (id INTEGER PRIMARY KEY, code VARCHAR(4) NOT NULL UNIQUE, budget NUMERIC(10, 2) DEFAULT 0, CONSTRAINT rich CHECK (budget >= 0));
CREATE TABLE emp (
    id INTEGER PRIMARY KEY AUTOINCREMENT, dept_id INTEGER REFERENCES dept (id) ON DELETE CASCADE, boss INTEGER,
    name TEXT NOT NULL DEFAULT 'x y', born DATE, flag BOOLEAN, total INTEGER GENERATED ALWAYS AS (id * 2) STORED,
    odd STRANGE(3), untyped,
    CONSTRAINT uq_name UNIQUE (name, born), CONSTRAINT fk_boss FOREIGN KEY (boss) REFERENCES emp (id) ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE pair (a INTEGER, b VARCHAR, PRIMARY KEY (b, a)) WITHOUT ROWID;
CREATE INDEX ix_born ON emp (born);
CREATE UNIQUE INDEX ix_two ON emp (dept_id, name);
CREATE INDEX ix_part ON emp (name) WHERE name > 'm';
CREATE VIEW rich_dept AS SELECT * FROM dept WHERE budget > 10;
CREATE TEMP TABLE scratch (n INTEGER);
CREATE TEMP VIEW tv AS SELECT 1 AS one;
"""
with engine.begin() as conn:
    for statement in script.strip().split(";\n"):
        conn.execute(text(statement))
insp = inspect(engine)
print(insp.get_schema_names(), insp.default_schema_name, insp.get_table_names(), insp.get_view_names(), insp.get_temp_table_names(), insp.get_temp_view_names())
for table in "dept", "emp", "pair", "rich_dept":
    print("==", table)
    for column in insp.get_columns(table):
        print("  ", {k: (repr(v) if k == "type" else v) for k, v in column.items()})
    print("  pk", insp.get_pk_constraint(table))
    for fk in insp.get_foreign_keys(table):
        print("  fk", fk)
    print("  uq", insp.get_unique_constraints(table))
    print("  ck", insp.get_check_constraints(table))
    for index in insp.get_indexes(table):
        print("  ix", {k: ({a: str(b) for a, b in v.items()} if isinstance(v, dict) else v) for k, v in index.items()})
    print("  options", insp.get_table_options(table))
print(insp.has_table("emp"), insp.has_table("EMP"), insp.has_table("rich_dept"), insp.has_table("no"), insp.has_table("scratch"), insp.has_table("emp", schema="main"))
print(insp.get_view_definition("rich_dept"))
print(insp.get_sorted_table_and_fkc_names())
print(insp.get_unique_constraints("emp") is insp.get_unique_constraints("emp"), insp.get_columns("pair", schema="main")[0]["name"])
with engine.begin() as conn:
    conn.execute(text("CREATE TABLE newer (n)"))
print("newer" in insp.get_table_names())
insp.clear_cache()
print("newer" in insp.get_table_names(), insp.dialect.name, insp.engine is engine)
for name in "get_columns", "get_pk_constraint", "get_foreign_keys", "get_indexes", "get_unique_constraints", "get_check_constraints", "get_view_definition", "get_table_options", "get_table_comment", "get_sequence_names", "get_materialized_view_names":
    try:
        print(name, getattr(insp, name)("nope") if "names" not in name else getattr(insp, name)())
    except Exception as exc:
        print(name, type(exc).__name__, exc)
try:
    insp.get_table_names(schema="nowhere")
except SQLAlchemyError as exc:
    print(type(exc).__name__, str(exc).splitlines()[0])

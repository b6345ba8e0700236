"""A small schema comparison with the Inspector: what the code wants against what the database has."""
from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, String, Table, UniqueConstraint, create_engine, inspect, text

wanted = MetaData()
Table("user", wanted, Column("id", Integer, primary_key=True), Column("email", String(120), nullable=False), Column("age", Integer), UniqueConstraint("email", name="uq_email"))
Table("post", wanted, Column("id", Integer, primary_key=True), Column("user_id", ForeignKey("user.id", name="fk_post_user"), index=True), Column("title", String(50), server_default="untitled"))
Table("tag", wanted, Column("name", String(20), primary_key=True))
engine = create_engine("sqlite://")
with engine.begin() as conn:
    for sql in (
        "CREATE TABLE user (id INTEGER NOT NULL PRIMARY KEY, email VARCHAR(80), name TEXT)",
        "CREATE TABLE post (id INTEGER NOT NULL PRIMARY KEY, user_id INTEGER, title VARCHAR(50) DEFAULT 'none')",
        "CREATE TABLE old (x)",
        "CREATE INDEX ix_user_name ON user (name)",
    ):
        conn.execute(text(sql))
insp = inspect(engine)
have = set(insp.get_table_names())
print("missing tables", sorted(set(wanted.tables) - have), "extra tables", sorted(have - set(wanted.tables)))
for table in wanted.sorted_tables:
    if table.name not in have:
        continue
    columns = {c["name"]: c for c in insp.get_columns(table.name)}
    for column in table.columns:
        found = columns.pop(column.name, None)
        if found is None:
            print(table.name, "lacks", repr(column))
            continue
        if str(found["type"]) != str(column.type):
            print(table.name, column.name, "is", found["type"], "wanted", column.type, type(found["type"]).__name__)
        if found["nullable"] != column.nullable:
            print(table.name, column.name, "nullable", found["nullable"], "wanted", column.nullable)
        default = column.server_default.arg if column.server_default is not None else None
        if found["default"] != default:
            print(table.name, column.name, "default", found["default"], "wanted", default)
    print(table.name, "extra columns", sorted(columns))
    print(table.name, "indexes", sorted(i["name"] for i in insp.get_indexes(table.name)), sorted(i.name for i in table.indexes))
    print(table.name, "foreign keys", [(f["constrained_columns"], f["referred_table"]) for f in insp.get_foreign_keys(table.name)], sorted(f.target_fullname for f in table.foreign_keys))
    print(table.name, "unique", insp.get_unique_constraints(table.name), sorted(str(c.name) for c in table.constraints if isinstance(c, UniqueConstraint)))
    print(table.name, "pk", insp.get_pk_constraint(table.name), table.primary_key.columns.keys())
with engine.begin() as conn:
    conn.execute(text("DROP TABLE old"))
    wanted.create_all(conn)
    print(sorted(inspect(conn).get_table_names()), inspect(conn).has_table("tag"))
print(insp.get_table_names() == sorted(have), inspect(engine).get_table_names())

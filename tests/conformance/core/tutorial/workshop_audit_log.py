"""A workshop program: an audit log kept by engine events, with triggers made in DDL events, and per-connection user names."""
from sqlalchemy import DDL, Column, Integer, MetaData, String, Table, create_engine, delete, event, insert, inspect, select, text, update

metadata = MetaData()
person = Table("person", metadata, Column("id", Integer, primary_key=True), Column("name", String))
audit = Table("audit", metadata, Column("id", Integer, primary_key=True), Column("who", String), Column("what", String))
for verb, row in ("INSERT", "new"), ("DELETE", "old"), ("UPDATE", "new"):
    event.listen(
        person,
        "after_create",
        DDL(f"CREATE TRIGGER person_{verb.lower()} AFTER {verb} ON %(table)s BEGIN INSERT INTO audit (who, what) VALUES ('trigger', '{verb} ' || {row}.name); END").execute_if(dialect="sqlite"),
    )
event.listen(person, "before_drop", DDL("DROP TRIGGER IF EXISTS person_insert"))
engine = create_engine("sqlite://")
statements = []


@event.listens_for(engine, "before_cursor_execute", retval=True)
def comment(conn, cursor, statement, parameters, context, executemany):
    user = conn.get_execution_options().get("user")
    if user and statement.split()[0] in ("INSERT", "UPDATE", "DELETE"):
        statements.append((user, statement.split()[0], executemany, conn.in_nested_transaction()))
        statement += f" /* {user} */"
    return statement, parameters


@event.listens_for(engine, "commit")
def on_commit(conn):
    statements.append(("commit", conn.get_execution_options().get("user")))


metadata.create_all(engine)
with engine.connect().execution_options(user="ann") as conn:
    conn.execute(insert(person), [{"name": "Kim"}, {"name": "Lee"}])
    conn.execute(update(person).where(person.c.name == "Kim").values(name="Kimberley"))
    with conn.begin_nested():
        conn.execute(delete(person).where(person.c.name == "Lee"))
    conn.commit()
    conn.execute(insert(person).values(name="Nobody"))
    conn.rollback()
with engine.execution_options(user="bob").begin() as conn:
    print(conn.execute(insert(person).values(name="Max").returning(person)).all())
with engine.connect() as conn:
    print(conn.execute(select(audit)).all())
    print(conn.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")).scalars().all())
for line in statements:
    print(line)
metadata.drop_all(engine)
print(inspect(engine).get_table_names())

"""Reflection snippets of the Unified Tutorial without overridden columns."""
from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, inspect, select, text, ForeignKey

engine = create_engine("sqlite://")
with engine.begin() as conn:
    conn.execute(text("CREATE TABLE user_account (id INTEGER NOT NULL, name VARCHAR(30), fullname VARCHAR, PRIMARY KEY (id))"))
    conn.execute(text("CREATE TABLE address (id INTEGER NOT NULL, user_id INTEGER NOT NULL, email_address VARCHAR NOT NULL, PRIMARY KEY (id), FOREIGN KEY(user_id) REFERENCES user_account (id))"))
    conn.execute(text("CREATE VIEW user_emails AS SELECT name, email_address FROM user_account JOIN address ON user_account.id = user_id"))
metadata_obj = MetaData()
address = Table("address", metadata_obj, autoload_with=engine)
print([c.name for c in address.columns], "user_account" in metadata_obj.tables)
print(repr(address))
everything = MetaData()
everything.reflect(bind=engine)
print(sorted(everything.tables))
with engine.begin() as conn:
    for table in reversed(everything.sorted_tables):
        print(conn.execute(table.delete()).rowcount)
insp = inspect(engine)
print(insp.get_table_names(), insp.get_view_names())
for name in insp.get_table_names():
    print(name, [(c["name"], repr(c["type"]), c["nullable"], c["default"], c["primary_key"]) for c in insp.get_columns(name)])
    print("  ", insp.get_foreign_keys(name))
metadata_obj = MetaData()
user_table = Table("user_account", metadata_obj)
insp.reflect_table(user_table, None)
print(user_table.c.keys())
reflected = Table("address", MetaData(), autoload_with=engine, include_columns=["id", "email_address"])
print(reflected.c.keys(), reflected.foreign_keys)
generic = MetaData()


from sqlalchemy import event


@event.listens_for(generic, "column_reflect")
def genericize_datatypes(inspector, tablename, column_dict):
    column_dict["type"] = column_dict["type"].as_generic()


print(repr(Table("user_account", generic, autoload_with=engine)))

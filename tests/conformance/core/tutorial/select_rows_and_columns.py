"""The tutorial's first SELECTs: rows, where, columns, label, literal_column and text, with the tutorial's two tables."""
from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, create_engine, func, insert, literal_column, select, text, type_coerce

engine = create_engine("sqlite+pysqlite:///:memory:", echo=True)
metadata_obj = MetaData()
user_table = Table("user_account", metadata_obj, Column("id", Integer, primary_key=True), Column("name", String(30)), Column("fullname", String))
address_table = Table("address", metadata_obj, Column("id", Integer, primary_key=True), Column("user_id", ForeignKey("user_account.id"), nullable=False), Column("email_address", String, nullable=False))
metadata_obj.create_all(engine)
with engine.begin() as conn:
    conn.execute(insert(user_table), [{"name": "spongebob", "fullname": "Spongebob Squarepants"}, {"name": "sandy", "fullname": "Sandy Cheeks"}, {"name": "patrick", "fullname": "Patrick Star"}])
    conn.execute(insert(address_table), [{"user_id": 1, "email_address": "spongebob@sqlalchemy.org"}, {"user_id": 2, "email_address": "sandy@sqlalchemy.org"}, {"user_id": 2, "email_address": "sandy@squirrelpower.org"}])

stmt = select(user_table).where(user_table.c.name == "spongebob")
print(stmt)
with engine.connect() as conn:
    for row in conn.execute(stmt):
        print(row)
print(select(user_table))
print(select(user_table.c.name, user_table.c.fullname))
print(select(user_table.c["name", "fullname"]))
stmt = select(("Username: " + user_table.c.name).label("username")).order_by(user_table.c.name)
with engine.connect() as conn:
    for row in conn.execute(stmt):
        print(f"{row.username}")
stmt = select(text("'some phrase'"), user_table.c.name).order_by(user_table.c.name)
with engine.connect() as conn:
    print(conn.execute(stmt).all())
stmt = select(literal_column("'some phrase'").label("p"), user_table.c.name).order_by(user_table.c.name)
with engine.connect() as conn:
    for row in conn.execute(stmt):
        print(f"{row.p}, {row.name}")
print(user_table.c.name == "squidward")
print(address_table.c.user_id > 10)
print(select(user_table).where(user_table.c.name == "squidward"))
print(select(address_table.c.email_address).where(user_table.c.name == "squidward").where(address_table.c.user_id == user_table.c.id))
print(select(address_table.c.email_address).where(user_table.c.name == "squidward", address_table.c.user_id == user_table.c.id))


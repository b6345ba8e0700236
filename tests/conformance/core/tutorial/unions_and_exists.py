"""The tutorial's UNION, UNION ALL, set operations as subqueries, EXISTS and NOT EXISTS."""
from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, create_engine, exists, func, insert, select, union, union_all

engine = create_engine("sqlite://", echo=True)
metadata_obj = MetaData()
user_table = Table("user_account", metadata_obj, Column("id", Integer, primary_key=True), Column("name", String(30)), Column("fullname", String))
address_table = Table("address", metadata_obj, Column("id", Integer, primary_key=True), Column("user_id", ForeignKey("user_account.id"), nullable=False), Column("email_address", String, nullable=False))
with engine.begin() as conn:
    metadata_obj.create_all(conn)
    conn.execute(insert(user_table), [{"name": "spongebob", "fullname": "S"}, {"name": "sandy", "fullname": "C"}, {"name": "patrick", "fullname": "P"}])
    conn.execute(insert(address_table), [{"user_id": 1, "email_address": "s@x.org"}, {"user_id": 2, "email_address": "sandy@x.org"}, {"user_id": 2, "email_address": "sandy@y.org"}])
stmt1 = select(user_table).where(user_table.c.name == "sandy")
stmt2 = select(user_table).where(user_table.c.name == "spongebob")
u = union_all(stmt1, stmt2)
with engine.connect() as conn:
    print(conn.execute(u).all())
u_subq = u.subquery()
stmt = select(u_subq.c.name, address_table.c.email_address).join_from(address_table, u_subq).order_by(u_subq.c.name, address_table.c.email_address)
with engine.connect() as conn:
    print(conn.execute(stmt).all())
subq = select(func.count(address_table.c.id)).where(user_table.c.id == address_table.c.user_id).group_by(address_table.c.user_id).having(func.count(address_table.c.id) > 1).exists()
with engine.connect() as conn:
    print(conn.execute(select(user_table.c.name).where(subq)).all())
subq = select(address_table.c.id).where(user_table.c.id == address_table.c.user_id).exists()
with engine.connect() as conn:
    print(conn.execute(select(user_table.c.name).where(~subq)).all())
print(union(stmt1, stmt2).order_by("name").limit(1))
print(exists().where(address_table.c.user_id == user_table.c.id))
print(exists(select(address_table.c.id)).select())


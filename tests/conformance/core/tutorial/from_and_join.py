"""The tutorial's explicit FROM clauses and JOINs: join_from, join, select_from, ON clause, outer and full joins, select without FROM."""
from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, create_engine, func, insert, select

engine = create_engine("sqlite://", echo=True)
metadata_obj = MetaData()
user_table = Table("user_account", metadata_obj, Column("id", Integer, primary_key=True), Column("name", String(30)), Column("fullname", String))
address_table = Table("address", metadata_obj, Column("id", Integer, primary_key=True), Column("user_id", ForeignKey("user_account.id"), nullable=False), Column("email_address", String, nullable=False))
print(select(user_table.c.name))
print(select(user_table.c.name, address_table.c.email_address))
print(select(user_table.c.name, address_table.c.email_address).join_from(user_table, address_table))
print(select(user_table.c.name, address_table.c.email_address).join(address_table))
print(select(address_table.c.email_address).select_from(user_table).join(address_table))
print(select(func.count("*")).select_from(user_table))
print(select(address_table.c.email_address).select_from(user_table).join(address_table, user_table.c.id == address_table.c.user_id))
print(select(user_table).join(address_table, isouter=True))
print(select(user_table).join(address_table, full=True))
print(select(user_table).outerjoin(address_table))
with engine.begin() as conn:
    metadata_obj.create_all(conn)
    conn.execute(insert(user_table), [{"name": "spongebob"}, {"name": "sandy"}, {"name": "patrick"}])
    conn.execute(insert(address_table), [{"user_id": 1, "email_address": "s@x.org"}, {"user_id": 2, "email_address": "sandy@x.org"}])
    print(conn.execute(select(user_table.c.name, address_table.c.email_address).join_from(user_table, address_table).order_by(user_table.c.id)).all())
    print(conn.execute(select(user_table.c.name, func.count(address_table.c.id).label("n")).outerjoin(address_table).group_by(user_table.c.id).order_by(user_table.c.id)).mappings().all())
    print(conn.execute(select(func.count("*")).select_from(user_table)).scalar_one())
    print(conn.execute(select(1, func.upper("x"))).one())


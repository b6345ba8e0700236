"""The tutorial's aliases, subqueries and CTEs, with the repr that a reader would print on the way."""
from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, create_engine, func, insert, select

engine = create_engine("sqlite://")
metadata_obj = MetaData()
user_table = Table("user_account", metadata_obj, Column("id", Integer, primary_key=True), Column("name", String(30)), Column("fullname", String))
address_table = Table("address", metadata_obj, Column("id", Integer, primary_key=True), Column("user_id", ForeignKey("user_account.id"), nullable=False), Column("email_address", String, nullable=False))
metadata_obj.create_all(engine)
with engine.begin() as conn:
    conn.execute(insert(user_table), [{"name": "spongebob", "fullname": "S"}, {"name": "sandy", "fullname": "C"}])
    conn.execute(insert(address_table), [{"user_id": 1, "email_address": "s@x.org"}, {"user_id": 2, "email_address": "sandy@x.org"}, {"user_id": 2, "email_address": "sandy@y.org"}])
user_alias_1 = user_table.alias()
user_alias_2 = user_table.alias()
print(select(user_alias_1.c.name, user_alias_2.c.name).join_from(user_alias_1, user_alias_2, user_alias_1.c.id > user_alias_2.c.id))
subq = select(func.count(address_table.c.id).label("count"), address_table.c.user_id).group_by(address_table.c.user_id).subquery()
print(subq)
print(select(subq.c.user_id, subq.c.count))
stmt = select(user_table.c.name, user_table.c.fullname, subq.c.count).join_from(user_table, subq)
print(stmt)
cte = select(func.count(address_table.c.id).label("count"), address_table.c.user_id).group_by(address_table.c.user_id).cte()
print(select(user_table.c.name, user_table.c.fullname, cte.c.count).join_from(user_table, cte))
subq2 = select(func.count(address_table.c.id)).where(user_table.c.id == address_table.c.user_id).scalar_subquery()
print(subq2)
print(subq2 == 5)
print(select(user_table.c.name, subq2.label("address_count")))
stmt = select(user_table.c.name, address_table.c.email_address, select(func.count(address_table.c.id)).where(user_table.c.id == address_table.c.user_id).scalar_subquery().correlate(user_table).label("address_count")).join_from(user_table, address_table).order_by(user_table.c.id, address_table.c.id)
print(stmt)
with engine.connect() as conn:
    print(conn.execute(stmt).all())
subq3 = select(func.count(address_table.c.id).label("address_count"), address_table.c.email_address, address_table.c.user_id).where(user_table.c.id == address_table.c.user_id).lateral()
print(select(user_table.c.name, subq3.c.address_count, subq3.c.email_address).join_from(user_table, subq3).order_by(user_table.c.id, subq3.c.email_address))
try:
    print(select(user_table.c.name, address_table.c.email_address, subq2.label("address_count")).join_from(user_table, address_table))
except Exception as error:
    print(type(error).__name__, str(error).split(" object at ")[0], str(error).split("returned")[-1])
print(select(user_table.c.name).where(user_table.c.id.in_(select(address_table.c.user_id))))


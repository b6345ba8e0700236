"""The tutorial's ORDER BY, GROUP BY, HAVING: aggregates, labels by name, asc and desc, and ordering by an unknown name."""
from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, asc, create_engine, desc, func, insert, select

engine = create_engine("sqlite://")
metadata_obj = MetaData()
user_table = Table("user_account", metadata_obj, Column("id", Integer, primary_key=True), Column("name", String(30)), Column("fullname", String))
address_table = Table("address", metadata_obj, Column("id", Integer, primary_key=True), Column("user_id", ForeignKey("user_account.id"), nullable=False), Column("email_address", String, nullable=False))
metadata_obj.create_all(engine)
with engine.begin() as conn:
    conn.execute(insert(user_table), [{"name": "spongebob", "fullname": "S"}, {"name": "sandy", "fullname": "C"}])
    conn.execute(insert(address_table), [{"user_id": 1, "email_address": "s@x.org"}, {"user_id": 2, "email_address": "sandy@x.org"}, {"user_id": 2, "email_address": "sandy@y.org"}])
print(select(user_table).order_by(user_table.c.name))
print(select(user_table).order_by(user_table.c.fullname.desc()))
count_fn = func.count(user_table.c.id)
print(count_fn)
stmt = select(user_table.c.name, func.count(address_table.c.id).label("count")).join(address_table).group_by(user_table.c.name).having(func.count(address_table.c.id) > 1)
print(stmt)
with engine.connect() as conn:
    print(conn.execute(stmt).all(), conn.execute(stmt).first()._mapping["count"], conn.execute(stmt).first().count)
stmt = select(address_table.c.user_id, func.count(address_table.c.id).label("num_addresses")).group_by("user_id").order_by("user_id", desc("num_addresses"))
print(stmt)
with engine.connect() as conn:
    print(conn.execute(stmt).all())
    for order in ("num_addresses", desc("num_addresses"), asc("user_id"), desc("nothing"), "nothing", "address.user_id"):
        try:
            s = select(address_table.c.user_id, func.count(address_table.c.id).label("num_addresses")).group_by("user_id").order_by(order)
            print(s)
            print(conn.execute(s).all())
        except Exception as error:
            print(type(error).__name__, error)


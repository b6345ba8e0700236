"""Unified Tutorial, "Using SELECT Statements": columns, labels, WHERE, joins, ordering, aggregates, subqueries, CTEs, exists, functions."""
from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, and_, create_engine, desc, func, insert, literal_column, or_, select, text, union_all, lateral, true
from sqlalchemy.dialects import postgresql

metadata_obj = MetaData()
user_table = Table("user_account", metadata_obj, Column("id", Integer, primary_key=True), Column("name", String(30)), Column("fullname", String))
address_table = Table("address", metadata_obj, Column("id", Integer, primary_key=True), Column("user_id", ForeignKey("user_account.id"), nullable=False), Column("email_address", String, nullable=False))
engine = create_engine("sqlite://", echo=True)
metadata_obj.create_all(engine)
with engine.begin() as conn:
    conn.execute(insert(user_table), [{"name": "spongebob", "fullname": "Spongebob Squarepants"}, {"name": "sandy", "fullname": "Sandy Cheeks"}, {"name": "patrick", "fullname": "Patrick Star"}])
    conn.execute(insert(address_table), [{"user_id": 1, "email_address": "spongebob@sqlalchemy.org"}, {"user_id": 2, "email_address": "sandy@sqlalchemy.org"}, {"user_id": 2, "email_address": "sandy@squirrelpower.org"}])
stmt = select(user_table).where(user_table.c.name == "spongebob")
print(stmt)
with engine.connect() as conn:
    for row in conn.execute(stmt):
        print(row)
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
print(user_table.c.name == "squidward", address_table.c.user_id > 10)
print(select(address_table.c.email_address).where(user_table.c.name == "squidward").where(address_table.c.user_id == user_table.c.id))
print(select(address_table.c.email_address).where(and_(or_(user_table.c.name == "squidward", user_table.c.name == "sandy"), address_table.c.user_id == user_table.c.id)))
print(select(user_table).filter_by(name="spongebob", fullname="Spongebob Squarepants"))
print(select(user_table.c.name, address_table.c.email_address).join_from(user_table, address_table))
print(select(address_table.c.email_address).select_from(user_table).join(address_table, user_table.c.id == address_table.c.user_id))
print(select(func.count("*")).select_from(user_table))
print(select(user_table).join(address_table, isouter=True))
print(select(user_table).join(address_table, full=True))
print(select(user_table).order_by(user_table.c.fullname.desc()))
print(func.count(user_table.c.id))
with engine.connect() as conn:
    result = conn.execute(select(user_table.c.name, func.count(address_table.c.id).label("count")).join(address_table).group_by(user_table.c.name).having(func.count(address_table.c.id) > 1))
    print(result.all())
print(select(address_table.c.user_id, func.count(address_table.c.id).label("num_addresses")).group_by("user_id").order_by("user_id", desc("num_addresses")))
user_alias_1, user_alias_2 = user_table.alias(), user_table.alias()
print(select(user_alias_1.c.name, user_alias_2.c.name).join_from(user_alias_1, user_alias_2, user_alias_1.c.id > user_alias_2.c.id))
subq = select(func.count(address_table.c.id).label("count"), address_table.c.user_id).group_by(address_table.c.user_id).subquery()
print(subq)
print(select(subq.c.user_id, subq.c.count))
print(select(user_table.c.name, user_table.c.fullname, subq.c.count).join_from(user_table, subq))
cte = select(func.count(address_table.c.id).label("count"), address_table.c.user_id).group_by(address_table.c.user_id).cte()
print(select(user_table.c.name, user_table.c.fullname, cte.c.count).join_from(user_table, cte))
subq = select(func.count(address_table.c.id)).where(user_table.c.id == address_table.c.user_id).scalar_subquery()
print(subq, subq == 5)
print(select(user_table.c.name, subq.label("address_count")))
try:
    print(select(user_table.c.name, address_table.c.email_address, subq.label("address_count")).join_from(user_table, address_table).order_by(user_table.c.id, address_table.c.id))
except Exception as exc:
    print(type(exc).__name__, str(exc).split(" object at 0x")[0])
subq = select(func.count(address_table.c.id)).where(user_table.c.id == address_table.c.user_id).scalar_subquery().correlate(user_table)
with engine.connect() as conn:
    print(conn.execute(select(user_table.c.name, address_table.c.email_address, subq.label("address_count")).join_from(user_table, address_table).order_by(user_table.c.id, address_table.c.id)).all())
subq = select(func.count(address_table.c.id).label("address_count"), address_table.c.email_address, address_table.c.user_id).where(user_table.c.id == address_table.c.user_id).lateral()
print(select(user_table.c.name, subq.c.address_count, subq.c.email_address).join_from(user_table, subq).order_by(user_table.c.id, subq.c.email_address).compile(dialect=postgresql.dialect()))

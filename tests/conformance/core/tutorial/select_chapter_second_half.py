"""Unified Tutorial, "Using SELECT Statements", second half: unions, EXISTS, SQL functions, windows, table-valued functions, casts."""
from sqlalchemy import JSON, Column, DateTime, ForeignKey, Integer, MetaData, String, Table, cast, column, create_engine, func, insert, select, type_coerce, union_all
from sqlalchemy.dialects import postgresql

metadata_obj = MetaData()
user_table = Table("user_account", metadata_obj, Column("id", Integer, primary_key=True), Column("name", String(30)), Column("fullname", String))
address_table = Table("address", metadata_obj, Column("id", Integer, primary_key=True), Column("user_id", ForeignKey("user_account.id"), nullable=False), Column("email_address", String, nullable=False))
engine = create_engine("sqlite://", echo=True)
metadata_obj.create_all(engine)
with engine.begin() as conn:
    conn.execute(insert(user_table), [{"name": "spongebob", "fullname": "Spongebob Squarepants"}, {"name": "sandy", "fullname": "Sandy Cheeks"}, {"name": "patrick", "fullname": "Patrick Star"}])
    conn.execute(insert(address_table), [{"user_id": 1, "email_address": "spongebob@sqlalchemy.org"}, {"user_id": 2, "email_address": "sandy@sqlalchemy.org"}, {"user_id": 2, "email_address": "sandy@squirrelpower.org"}])
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
    print(conn.execute(select(func.count()).select_from(user_table)).all())
    print(conn.execute(select(func.lower("A String With Much UPPERCASE"))).all())
print(select(func.some_crazy_function(user_table.c.name, 17)))
print(select(func.now()).compile(dialect=postgresql.dialect()))
print(repr(func.now().type), repr(func.max(Column("some_col", Integer)).type), repr(func.concat("x", "y").type), repr(func.upper("lowercase").type), repr(func.count().type))
print(select(func.upper("lowercase") + " suffix"))
print(select(func.json_object('{"a": 1, "b": 2}', type_=JSON)["b"]))
stmt = select(func.row_number().over(partition_by=user_table.c.name), user_table.c.name, address_table.c.email_address).select_from(user_table).join(address_table)
with engine.connect() as conn:
    print(conn.execute(stmt).all())
stmt = select(func.count().over(order_by=user_table.c.name), user_table.c.name, address_table.c.email_address).select_from(user_table).join(address_table)
with engine.connect() as conn:
    print(conn.execute(stmt).all())
print(func.unnest(func.percentile_disc([0.25, 0.5, 0.75, 1]).within_group(user_table.c.name)))
stmt = select(func.count(address_table.c.email_address).filter(user_table.c.name == "sandy"), func.count(address_table.c.email_address).filter(user_table.c.name == "spongebob")).select_from(user_table).join(address_table)
with engine.connect() as conn:
    print(conn.execute(stmt).all())
onetwothree = func.json_each('["one", "two", "three"]').table_valued("value")
stmt = select(onetwothree).where(onetwothree.c.value.in_(["two", "three"]))
with engine.connect() as conn:
    print(conn.execute(stmt).all())
stmt = select(func.json_array_elements('["one", "two"]').column_valued("x"))
print(stmt)
with engine.connect() as conn:
    print(conn.execute(select(cast(user_table.c.id, String))).all())
print(cast("{'a': 'b'}", JSON)["a"])
s = select(type_coerce({"some_key": {"foo": "bar"}}, JSON)["some_key"])
print(s.compile(dialect=postgresql.dialect()))

"""The tutorial's functions chapter: count, lower, now, dialect spellings, return types, JSON functions, windows, WITHIN GROUP, FILTER, table-valued and column-valued."""
from sqlalchemy import JSON, Column, Date, ForeignKey, Integer, MetaData, String, Table, create_engine, func, insert, select, type_coerce
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.types import DateTime

engine = create_engine("sqlite://", echo=True)
metadata_obj = MetaData()
user_table = Table("user_account", metadata_obj, Column("id", Integer, primary_key=True), Column("name", String(30)), Column("fullname", String))
address_table = Table("address", metadata_obj, Column("id", Integer, primary_key=True), Column("user_id", ForeignKey("user_account.id"), nullable=False), Column("email_address", String, nullable=False))
print(select(func.count()).select_from(user_table))
print(select(func.lower("A String With Much UPPERCASE")))
print(select(func.now()))
print(select(func.some_crazy_function(user_table.c.name, 17)))
print(select(func.now()).compile(dialect=postgresql.dialect()))
print(select(func.now()).compile(dialect=sqlite.dialect()))
print(func.now().type)
function_expr = func.json_object('{a, 1, b, "def", c, 3.5}', type_=JSON)
print(select(function_expr["def"]))
m1 = func.max(Column("some_int", Integer))
print(m1.type, func.max(Column("some_str", String)).type, func.current_date().type, func.concat("x", "y").type, func.upper("lowercase").type)
print(select(func.upper("lowercase") + " suffix"))
print(select(func.concat("x", "y")), select(func.concat("x", "y")).compile(dialect=mysql.dialect()))
print(func.current_date(), func.current_timestamp(), func.count(), func.coalesce(None, 5).type)
with engine.begin() as conn:
    metadata_obj.create_all(conn)
    conn.execute(insert(user_table), [{"name": "spongebob"}, {"name": "sandy"}, {"name": "patrick"}])
    conn.execute(insert(address_table), [{"user_id": 1, "email_address": "s@x.org"}, {"user_id": 2, "email_address": "sandy@x.org"}, {"user_id": 2, "email_address": "sandy@y.org"}])
    stmt = select(func.row_number().over(partition_by=user_table.c.name), user_table.c.name, address_table.c.email_address).select_from(user_table).join(address_table).order_by(user_table.c.name, address_table.c.id)
    print(conn.execute(stmt).all())
    stmt = select(func.count().over(order_by=user_table.c.name), user_table.c.name, address_table.c.email_address).select_from(user_table).join(address_table).order_by(address_table.c.id)
    print(conn.execute(stmt).all())
    print(func.unnest(func.percentile_disc([0.25, 0.5, 0.75, 1]).within_group(user_table.c.name)))
    stmt = select(func.count(address_table.c.email_address).filter(user_table.c.name == "sandy"), func.count(address_table.c.email_address).filter(user_table.c.name == "spongebob")).select_from(user_table).join(address_table)
    print(conn.execute(stmt).all())
    onetwothree = func.json_each('["one", "two", "three"]').table_valued("value")
    print(conn.execute(select(onetwothree).where(onetwothree.c.value.in_(["two", "three"]))).all())
stmt = select(func.json_array_elements('["one", "two"]').column_valued("x"))
print(stmt)
print(func.percentile_cont(0.5).within_group(user_table.c.id), func.mode().within_group(user_table.c.name.desc()))
s = type_coerce(func.json_object("a", 1), JSON)["a"]
print(select(s).compile(dialect=mysql.dialect()))


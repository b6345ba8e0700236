"""Unified Tutorial, "Using UPDATE and DELETE Statements"."""
from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, bindparam, create_engine, delete, insert, select, update
from sqlalchemy.dialects import mysql

metadata_obj = MetaData()
user_table = Table("user_account", metadata_obj, Column("id", Integer, primary_key=True), Column("name", String(30)), Column("fullname", String))
address_table = Table("address", metadata_obj, Column("id", Integer, primary_key=True), Column("user_id", ForeignKey("user_account.id"), nullable=False), Column("email_address", String, nullable=False))
some_table = Table("some_table", metadata_obj, Column("x", Integer), Column("y", Integer))
engine = create_engine("sqlite://", echo=True)
metadata_obj.create_all(engine)
with engine.begin() as conn:
    conn.execute(insert(user_table), [{"name": "patrick"}, {"name": "jack"}, {"name": "sandy"}])
    conn.execute(insert(address_table), [{"user_id": 1, "email_address": "patrick@aol.com"}])
stmt = update(user_table).where(user_table.c.name == "patrick").values(fullname="Patrick the Star")
print(stmt)
print(update(user_table).values(fullname="Username: " + user_table.c.name))
stmt = update(user_table).where(user_table.c.name == bindparam("oldname")).values(name=bindparam("newname"))
with engine.begin() as conn:
    conn.execute(
        stmt,
        [
            {"oldname": "jack", "newname": "ed"},
            {"oldname": "wendy", "newname": "mary"},
            {"oldname": "jim", "newname": "jake"},
        ],
    )
scalar_subq = select(address_table.c.email_address).where(address_table.c.user_id == user_table.c.id).order_by(address_table.c.id).limit(1).scalar_subquery()
update_stmt = update(user_table).values(fullname=scalar_subq)
print(update_stmt)
update_stmt = update(user_table).where(user_table.c.id == address_table.c.user_id).where(address_table.c.email_address == "patrick@aol.com").values(fullname="Pat")
print(update_stmt)
update_stmt = (
    update(user_table)
    .where(user_table.c.id == address_table.c.user_id)
    .where(address_table.c.email_address == "patrick@aol.com")
    .values({user_table.c.fullname: "Pat", address_table.c.email_address: "pat@aol.com"})
)
print(update_stmt.compile(dialect=mysql.dialect()))
from sqlalchemy import Values, values

tbl = values(user_table.c.id, user_table.c.fullname, name="my_values").data([(1, "new fullname"), (2, "other")])
print(update(user_table).values(fullname=tbl.c.fullname).where(user_table.c.id == tbl.c.id))
update_stmt = update(some_table).ordered_values((some_table.c.y, 20), (some_table.c.x, some_table.c.y + 10))
print(update_stmt)
stmt = delete(user_table).where(user_table.c.name == "patrick")
print(stmt)
delete_stmt = delete(user_table).where(user_table.c.id == address_table.c.user_id).where(address_table.c.email_address == "patrick@aol.com")
print(delete_stmt.compile(dialect=mysql.dialect()))
with engine.begin() as conn:
    result = conn.execute(update(user_table).values(fullname="Patrick McStar").where(user_table.c.name == "patrick"))
    print(result.rowcount)
update_stmt = update(user_table).where(user_table.c.name == "patrick").values(fullname="Patrick the Star").returning(user_table.c.id, user_table.c.name)
print(update_stmt)
delete_stmt = delete(user_table).where(user_table.c.name == "patrick").returning(user_table.c.id, user_table.c.name)
print(delete_stmt)
with engine.begin() as conn:
    print(conn.execute(delete_stmt).all())

"""The tutorial's WHERE section: several conditions, and_() and or_(), filter_by(), with execution and parameters."""
from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, and_, create_engine, insert, not_, or_, select

engine = create_engine("sqlite://")
metadata_obj = MetaData()
user_table = Table("user_account", metadata_obj, Column("id", Integer, primary_key=True), Column("name", String(30)), Column("fullname", String))
address_table = Table("address", metadata_obj, Column("id", Integer, primary_key=True), Column("user_id", ForeignKey("user_account.id"), nullable=False), Column("email_address", String, nullable=False))
metadata_obj.create_all(engine)
with engine.begin() as conn:
    conn.execute(insert(user_table), [{"name": n} for n in ("squidward", "sandy", "patrick")])
    conn.execute(insert(address_table), [{"user_id": u, "email_address": e} for u, e in ((1, "s@x.org"), (2, "sandy@x.org"), (2, "sandy@y.org"))])

for stmt in (
    select(address_table.c.email_address).where(and_(or_(user_table.c.name == "squidward", user_table.c.name == "sandy"), address_table.c.user_id == user_table.c.id)),
    select(address_table.c.email_address).where(or_(user_table.c.name == "squidward", user_table.c.name == "sandy"), address_table.c.user_id == user_table.c.id),
    select(address_table.c.email_address).where((user_table.c.name == "sandy") & (address_table.c.user_id == user_table.c.id)),
    select(user_table).where((user_table.c.name == "sandy") | ~(user_table.c.id < 3)),
    select(user_table).where(not_(user_table.c.name.in_(["sandy", "patrick"]))),
    select(user_table).filter_by(name="sandy", fullname=None),
    select(user_table).filter_by(name="sandy").filter_by(id=2),
    select(user_table).filter(user_table.c.id.between(2, 3)),
):
    print(stmt)
    print(stmt.compile().params)
    with engine.connect() as conn:
        print(conn.execute(stmt).all())
for wrong in (lambda: select(user_table).filter_by(nickname="x"), lambda: select(user_table).where(user_table.c.nickname == "x"), lambda: select(user_table).where("name = 'sandy'"), lambda: select(user_table).where(user_table.c.name == "a" and user_table.c.id == 1), lambda: select(user_table).where(user_table.c.id < 5 or user_table.c.id > 7)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)


"""SQL defaults of primary keys without RETURNING: a SELECT before the INSERT, without BEGIN, as the log and events see it"""
from sqlalchemy import *
e=create_engine("sqlite://", echo=True)
m=MetaData(); t=Table("t",m,Column("id",Integer,primary_key=True,default=select(func.coalesce(func.max(literal_column("5")),0)+literal(1)).scalar_subquery()),Column("x",String,default=func.upper("a")),implicit_returning=False)
u=Table("u",m,Column("id",String,primary_key=True,default=func.upper("pk")),Column("v",Integer),implicit_returning=False)
d=Table("d",m,Column("id",DateTime,primary_key=True,default=cast(literal("2024-01-02 03:04:05.000000"),DateTime)),Column("v",Integer),implicit_returning=False)
m.create_all(e)
@event.listens_for(e,"before_execute")
def be(conn, clauseelement, multiparams, params, execution_options): print("before", type(clauseelement).__name__, multiparams, params)
@event.listens_for(e,"before_cursor_execute")
def bce(conn, cursor, statement, parameters, context, executemany): print("cursor", repr(statement), parameters, type(context).__name__, executemany, context.isinsert)
with e.connect() as c:
    print(c.execute(insert(t), {"x":"q"}).inserted_primary_key); print(c.execute(insert(u),{"v":1}).inserted_primary_key); print(c.execute(insert(d),{"v":1}).inserted_primary_key)
    for x in (t,u,d): print(c.execute(select(x)).all())
bad=Table("bad",m,Column("id",String,primary_key=True,default=func.nosuch("pk")),Column("v",Integer),implicit_returning=False)
bad.create(e)
with e.connect() as c:
    try: c.execute(insert(bad),{"v":1})
    except Exception as x: print(type(x).__name__, x)

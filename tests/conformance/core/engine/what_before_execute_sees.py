"""before_execute and after_execute: functions arrive as their SELECT, a list of one set as that set"""
from sqlalchemy import *
e=create_engine("sqlite://", echo=True)
m=MetaData(); t=Table("t",m,Column("id",Integer,primary_key=True,default=select(func.coalesce(func.max(literal_column("5")),0)+1).scalar_subquery()),Column("x",String,default=func.upper("a")))
u=Table("u",m,Column("id",String,primary_key=True,default=func.upper("pk")),Column("v",Integer))
m.create_all(e)
log=[]
@event.listens_for(e,"before_execute")
def be(conn, clauseelement, multiparams, params, execution_options): print("before", type(clauseelement).__name__, multiparams, params) if type(clauseelement).__name__ in ("Select", "Insert", "CreateTable", "Function") else None
@event.listens_for(e,"before_cursor_execute")
def bce(conn, cursor, statement, parameters, context, executemany): print("cursor", repr(statement), parameters, type(context).__name__, executemany, context.isinsert)
@event.listens_for(e,"after_cursor_execute")
def ace(conn, cursor, statement, parameters, context, executemany): print("after cursor", repr(statement), cursor is context.cursor)
with e.connect() as c:
    c.execute(insert(t), {"x":"q"}); c.execute(insert(t).values(id=77)); c.execute(insert(u),{"v":1}); 
    r=c.execute(insert(t).values(x="z").returning(t.c.id)) if False else None
    try: c.execute(insert(u), [{"v":1},{"v":2}])
    except Exception as x: print(type(x).__name__, x)
with e.connect() as c:
    c.execute(select(t).where(t.c.x==bindparam("b")), [{"b":1}]); c.execute(insert(t),[{"id":900}]); c.execute(insert(t),[{"id":901},{"id":902}]); c.execute(select(1)); c.execute(func.abs(1)); c.execute(select(1), []); c.execute(select(1), {}); c.scalar(func.count())
    for it in func.abs(-1).over(), func.count().filter(true()), func.listagg("x").within_group(literal_column("1")):
        try:
            c.execute(it)
        except Exception as error:
            print(type(error).__name__, str(error)[:30])

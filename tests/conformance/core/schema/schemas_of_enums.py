"""Enum with quote, schema, metadata and inherit_schema: which schema it gets in which table, copies, CREATE TYPE, and the dialect's arguments of create_mock_engine"""
from sqlalchemy import *
from sqlalchemy.schema import CreateTable
from sqlalchemy.dialects import postgresql, mysql
import warnings; warnings.simplefilter("always")
pg=postgresql.dialect()
def show(f):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try: print(f())
        except Exception as x: print(type(x).__name__, x)
    for it in w: print("   ", type(it.message).__name__, it.message)
m=MetaData(schema="ms")
for kw in ({},{"quote":True},{"quote":False},{"inherit_schema":True},{"inherit_schema":False},{"schema":"q"},{"schema":"q","inherit_schema":True},{"metadata":m},{"metadata":MetaData()},{"metadata":m,"inherit_schema":False},{"schema":"Q","quote":True,"metadata":m}):
    for tm,ts in ((MetaData(),None),(MetaData(),"sc"),(m,None)):
        show(lambda: (kw.get("schema"), str(CreateTable(Table("t%d"%id(kw),tm,Column("e",Enum("a","b",name="My" if "quote" not in kw else "plain",**kw)),schema=ts)).compile(dialect=pg)).replace("\n","").split("e ",1)[1]))
    show(lambda: (lambda e: (e.schema, e.name, getattr(e.name,"quote",None), e.inherit_schema, repr(e), e.compile(dialect=pg)))(Enum("a",name="n",**kw)))
show(lambda: (lambda t: (t.c.e.type.schema, t.to_metadata(MetaData(),schema="other").c.e.type.schema))(Table("t",MetaData(),Column("e",Enum("a",name="n")),schema="s")))
show(lambda: (lambda t: (t.c.e.type.schema, t.to_metadata(MetaData(),schema="other").c.e.type.schema, str(CreateTable(t.to_metadata(MetaData(),schema="other")).compile(dialect=pg))))(Table("t",MetaData(),Column("e",Enum("a",name="n",inherit_schema=True)),schema="s")))
show(lambda: Boolean(name="x",create_constraint=True,_create_events=False))
e=create_mock_engine("postgresql+psycopg://", lambda s,*a,**k: print(str(s.compile(dialect=e.dialect)).strip()))
t=Table("t",MetaData(),Column("e",Enum("a","b",name="n")),Column("f",postgresql.ENUM("a",name="pe",schema="x")),schema="s")
t.metadata.create_all(e); t.metadata.drop_all(e, checkfirst=False)
show(lambda: create_mock_engine("sqlite://", print, paramstyle="named").dialect.paramstyle)
show(lambda: create_mock_engine("sqlite://", print, foo=1).dialect.paramstyle)
show(lambda: create_mock_engine("sqlite://", print, strategy="mock").dialect.paramstyle)

"""Column defaults and sequences executed by themselves: values, functions with and without a context, SQL, what events and the log see, and where they are refused"""
import warnings
warnings.simplefilter("always")
from sqlalchemy import *
e=create_engine("sqlite://", echo=True)
def show(f):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try: print(repr(f()))
        except Exception as x: print(type(x).__name__, x)
    for it in w: print("   ", type(it.message).__name__, it.message)
@event.listens_for(e,"before_execute")
def be(conn, clauseelement, multiparams, params, execution_options): print("before", type(clauseelement).__name__, multiparams, params, execution_options)
@event.listens_for(e,"after_execute")
def ae(conn, clauseelement, multiparams, params, execution_options, result): print("after", type(clauseelement).__name__, type(result).__name__)
with e.connect() as c:
    for d in (ColumnDefault(5), ColumnDefault(lambda: 7), ColumnDefault(lambda ctx: (type(ctx).__name__, ctx.current_parameters if hasattr(ctx,"current_parameters") else None)), ColumnDefault(func.abs(-3)), ColumnDefault(select(literal(4)).scalar_subquery()), ColumnDefault(text("1+1")), Sequence("q"), ColumnDefault(func.nosuch()), ColumnDefault("x")):
        show(lambda: c.scalar(d)); show(lambda: c.execute(d)); show(lambda: c.scalar(d, {"a":1})); show(lambda: c.scalar(d, [{"a":1}], execution_options={"b":2})); show(lambda: c.scalars(d))
    show(lambda: c.in_transaction())
t=Table("t",MetaData(),Column("x",Integer,default=5),Column("y",Integer,default=func.abs(-9)))
with e.connect() as c:
    show(lambda: c.scalar(t.c.x.default)); show(lambda: c.scalar(t.c.y.default)); 
    show(lambda: c.scalar(t.c.y.default.arg))
from sqlalchemy.orm import Session
with Session(e) as s:
    show(lambda: s.scalar(t.c.x.default)); show(lambda: s.scalar(ColumnDefault(func.abs(-9)))); show(lambda: s.execute(Sequence("q"))); show(lambda: s.execute(t.c.x.default))
show(lambda: c.scalar(t.c.x.default))
for d in (ColumnDefault(5), Sequence("q"), FetchedValue(), Identity()):
    show(lambda: str(d)); show(lambda: select(d)); show(lambda: d.compile()); show(lambda: func.f(d)); show(lambda: column("x")==d); show(lambda: insert(t).values(x=d)); show(lambda: str(update(t).values(x=d))); show(lambda: d.execution_options(a=1)); show(lambda: d.options()); show(lambda: text("x").bindparams(x=d)); show(lambda: select(t).limit(d)); show(lambda: case((t.c.x==1,d)))

"""Foreign keys to tuples, views by dialect, plugins, names of comparators in errors, events that are none, functions inside lambdas."""
from sqlalchemy import *
from sqlalchemy.dialects import postgresql, mysql, sqlite
from sqlalchemy.schema import CreateTable, CreateView
import re
def t(f):
    try: print(re.sub("0x[0-9a-f]+","0x",str(f())))
    except Exception as x: print(type(x).__name__, re.sub("0x[0-9a-f]+","0x",str(x)))
m=MetaData()
a=Table("t", m, Column("id", Integer, primary_key=True), schema="my.db")
b=Table("b", m, Column("id", Integer, primary_key=True), Column("x", ForeignKey(("my.db","t","id"))))
t(lambda: b.c.x.references(a.c.id)); t(lambda: list(b.c.x.foreign_keys)); t(lambda: CreateTable(b)); t(lambda: list(b.foreign_keys)[0].target_fullname); t(lambda: list(b.foreign_keys)[0].column is a.c.id)
t(lambda: ForeignKey(("t","id"))); t(lambda: ForeignKey(("a","b","c","d"))); t(lambda: ForeignKey(("x",))); t(lambda: Table("q", m, Column("y", ForeignKey(("t2","id")))).c.y.foreign_keys); t(lambda: Table("q2", m, Column("y", Integer), ForeignKeyConstraint(["y"],[("my.db","t","id")])).foreign_keys)
t2=Table("t2", m, Column("id", Integer, primary_key=True))
t(lambda: list(m.tables["q"].c.y.foreign_keys)[0].column); t(lambda: list(m.tables["q2"].c.y.foreign_keys)[0].column); t(lambda: ForeignKey(5));
v=CreateView(select(t2), "vw", sqlite_if_not_exists=True, metadata=m)
t(lambda: v); t(lambda: v.compile(dialect=sqlite.dialect())); t(lambda: v.compile(dialect=postgresql.dialect())); t(lambda: v.compile(dialect=mysql.dialect()))
u=make_url("sqlite:///x.db?a=1&b=2&a=3"); t(lambda: u.normalized_query); t(lambda: type(u.normalized_query).__name__); t(lambda: u.query)
t(lambda: create_engine("mysql+pymysql://x/y?plugin=foo")); t(lambda: create_engine("sqlite://", plugins=["bar"])); t(lambda: create_engine("sqlite:///?plugin=foo&plugin=q"))
class MyType(TypeDecorator):
    impl=String; cache_ok=True
    class comparator_factory(String.Comparator):
        def log(self): return func.log(self.expr)
tt=table("tt", column("c", MyType), column("d", Integer)); t(lambda: tt.c.c.log()); t(lambda: tt.c.c.nope()); t(lambda: tt.c.d.nope()); t(lambda: column("z").nope)
import sqlalchemy.event as ev
from sqlalchemy.orm import Mapper, Session
t(lambda: ev.listen(Mapper, "before_configure", lambda: 1)); t(lambda: ev.listen(Session, "nope", lambda: 1)); t(lambda: ev.listen(create_engine("sqlite://"), "nope", lambda: 1)); t(lambda: ev.listen(t2, "nope", lambda: 1)); t(lambda: ev.listen(5, "nope", lambda: 1))
x=[5]
def g(): return 5
t(lambda: select(t2).where(lambda: t2.c.id == g())); t(lambda: lambda_stmt(lambda: select(t2).where(t2.c.id == g()))); t(lambda: lambda_stmt(lambda: select(t2).where(t2.c.id == max(1,2)))); t(lambda: lambda_stmt(lambda: select(func.max(1,2))))
t(lambda: type(Sequence("q")).__name__); t(lambda: repr(Sequence("q", start=5))); t(lambda: select(Sequence("q").next_value()))

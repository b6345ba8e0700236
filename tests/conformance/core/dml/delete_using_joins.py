"""DELETE ... USING of joins: what stands for the table, and what WHERE does not add."""
from sqlalchemy import *
from sqlalchemy.dialects import mysql, postgresql, sqlite
m=MetaData(); u=Table("u",m,Column("id",Integer,primary_key=True),Column("n",String)); a=Table("a",m,Column("id",Integer,primary_key=True),Column("uid",ForeignKey("u.id")),Column("e",String)); c=Table("c",m,Column("id",Integer,primary_key=True))
ua=u.alias("ua")
for i,st in enumerate([delete(u).using(u.outerjoin(a)).where(a.c.e=="x"), delete(u).using(a).where(a.c.uid==u.c.id), delete(u).using(a, c).where(a.c.uid==u.c.id), delete(u).using(a.join(c, a.c.id==c.c.id)).where(c.c.id==u.c.id, a.c.e=="z"), delete(u).where(a.c.uid==u.c.id, c.c.id==a.c.id), delete(u).using(u).where(u.c.id==4), delete(u).using(ua).where(ua.c.id==u.c.id), delete(u).using(ua.join(a, ua.c.id==a.c.uid)).where(a.c.id==u.c.id, ua.c.n=="k"), delete(u).prefix_with("IGNORE").using(a).where(a.c.uid==u.c.id), delete(u).using(select(a.c.uid).subquery("s")).where(u.c.id==4), delete(u).using(a).using(a).where(a.c.id==1), delete(u).using(a.join(c, true()), a).where(a.c.id==1), update(u).where(u.c.id==a.c.uid, a.c.id==c.c.id).values(n=c.c.id), delete(u).where(exists().where(a.c.uid==u.c.id))]):
    for d in (None, mysql.dialect(), postgresql.dialect(), sqlite.dialect()):
        try: print(i, str(st.compile(dialect=d)).replace("\n"," "))
        except Exception as x: print(i, type(x).__name__, x)

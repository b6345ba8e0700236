"""with_for_update(): read, nowait, skip_locked, of, key_share on every dialect, where it is dropped, and misuse."""
import re

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, create_engine, insert, select, union
from sqlalchemy.dialects import mysql, postgresql, sqlite

m = MetaData()
t = Table("t", m, Column("id", Integer, primary_key=True), Column("a", Integer))
u = Table("u", m, Column("id", Integer, primary_key=True), Column("t_id", ForeignKey("t.id")))


def show(title, make):
    for d in (None, sqlite.dialect(), postgresql.dialect(), mysql.dialect()):
        try:
            print(title, d.name if d else "default", "->", str(make().compile(dialect=d)).replace("\n", " "))
        except Exception as error:
            print(title, d.name if d else "default", "!!", type(error).__name__, re.sub("0x[0-9a-f]+", "0x", str(error)))


show("plain", lambda: select(t).with_for_update())
show("nowait", lambda: select(t).with_for_update(nowait=True))
show("read", lambda: select(t).with_for_update(read=True))
show("read nowait", lambda: select(t).with_for_update(read=True, nowait=True))
show("skip locked", lambda: select(t).with_for_update(skip_locked=True))
show("key share", lambda: select(t).with_for_update(key_share=True))
show("key share read", lambda: select(t).with_for_update(key_share=True, read=True, skip_locked=True))
show("of table", lambda: select(t, u).join(u).with_for_update(of=u))
show("of column", lambda: select(t, u).join(u).with_for_update(of=t.c.a))
show("of several", lambda: select(t, u).join(u).with_for_update(of=[t, u.c.id], nowait=True))
show("of alias", lambda: (lambda a: select(a).with_for_update(of=a))(t.alias("x")))
show("twice", lambda: select(t).with_for_update(nowait=True).with_for_update(read=True))
show("with limit and order", lambda: select(t).order_by(t.c.a).limit(3).with_for_update())
show("in subquery", lambda: select(select(t).with_for_update().subquery()))
show("in cte", lambda: select(select(t).with_for_update(skip_locked=True).limit(1).cte("job")))
show("in union", lambda: union(select(t.c.id).with_for_update(), select(u.c.id)))
show("group by", lambda: select(t.c.a).group_by(t.c.a).with_for_update())
show("of a text", lambda: select(t).with_for_update(of="t"))
show("of nothing", lambda: select(t).with_for_update(of=[]))
show("of a number", lambda: select(t).with_for_update(of=5))
stmt = select(t).with_for_update(nowait=True, of=t)
print(stmt._for_update_arg.nowait, stmt._for_update_arg.read, stmt._for_update_arg.skip_locked, [str(x) for x in stmt._for_update_arg.of])
engine = create_engine("sqlite://", echo=True)
with engine.begin() as conn:
    m.create_all(conn)
    conn.execute(insert(t), {"a": 1})
    print(conn.execute(select(t).with_for_update(skip_locked=True)).all())
    print(conn.execute(select(t).where(t.c.a == 1).with_for_update()).scalar())


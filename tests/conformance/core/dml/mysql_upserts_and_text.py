"""MySQL: ON DUPLICATE KEY UPDATE, INSERT IGNORE, UPDATE and DELETE over several tables, LIMIT, and how they are written."""
from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, delete, func, insert, select, update
from sqlalchemy.dialects import mysql

metadata = MetaData()
t = Table("t", metadata, Column("id", Integer, primary_key=True), Column("k", String(9)), Column("hits", Integer))
o = Table("o", metadata, Column("id", Integer, primary_key=True), Column("t_id", ForeignKey("t.id")), Column("n", String(5)))
d = mysql.dialect()


def show(label, make):
    try:
        compiled = make().compile(dialect=d)
        print(label, "|", str(compiled).replace("\n", " "), "|", compiled.params)
    except Exception as exc:
        print(label, type(exc).__name__, exc)


show("update two tables", lambda: update(t).where(t.c.id == o.c.t_id).values(hits=1))
show("update both", lambda: update(t).where(t.c.id == o.c.t_id).values({t.c.hits: 1, o.c.n: "x"}))
show("update join", lambda: update(t.join(o)).values({t.c.hits: 1}))
show("delete two tables", lambda: delete(t).where(t.c.id == o.c.t_id))
show("update limit", lambda: update(t).values(hits=1).with_dialect_options(mysql_limit=5))
show("delete limit", lambda: delete(t).with_dialect_options(mysql_limit=5))
show("ignore", lambda: insert(t).prefix_with("IGNORE").values(k="a"))
show("select", lambda: select(t.c.k + "x", func.concat(t.c.k, "y"), t.c.id / 2, t.c.id // 2).limit(3).offset(1))
show("offset only", lambda: select(t).offset(4))
show("for update", lambda: select(t).with_for_update(read=True, nowait=True))
show("locks", lambda: select(t).with_for_update(of=t, skip_locked=True))
show("hints", lambda: select(t).with_hint(t, "USE INDEX (ix)").prefix_with("SQL_NO_CACHE"))
show("match", lambda: select(t).where(t.c.k.match("fast")))
show("regexp", lambda: select(t).where(t.c.k.regexp_match("^a", "i"), t.c.k.regexp_replace("a", "b") == "c"))
show("null safe", lambda: select(t).where(t.c.k.is_distinct_from("x")))
show("cast", lambda: select(func.cast(t.c.k, type_=None) if False else t.c.k.cast(Integer), t.c.id.cast(String), t.c.id.cast(String(4))))
show("group concat", lambda: select(func.group_concat(t.c.k), func.aggregate_strings(t.c.k, ",")))
show("insert", lambda: mysql.insert(t).values(k="a"))
show("duplicate", lambda: (i := mysql.insert(t).values(k="a")).on_duplicate_key_update(k=i.inserted.k))

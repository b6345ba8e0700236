"""Tables with and without a schema of one name, aliases of aliases, words of foreign keys, NULL as a literal."""

from sqlalchemy import *
from sqlalchemy.schema import AddConstraint


def show(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)


t1 = table("some_table", column("id"), column("q"))
t2 = table("some_table", column("id"), column("p"), schema="foo")
t1alias = t1.alias()
t2alias = t2.alias()
subq = select(t1).where(t1.c.id == t2.c.id).subquery()
show(lambda: select(t1, t2))
show(lambda: select(t1, t2).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))
show(lambda: select(t1, t2).join_from(t1, t2, t1.c.id == t2.c.id))
show(lambda: select(t1).where(t1.c.id == t2.c.id))
show(lambda: select(t2).select_from(t2).join(subq, t2.c.id == subq.c.id))
show(lambda: select(t1, subq.c.id).select_from(t1).join(subq, t1.c.id == subq.c.id))
show(lambda: select(t2, t1alias))
show(lambda: select(t1, t2alias))
show(lambda: select(t1.alias("foo").alias("bar").alias()))
show(lambda: select(t1.alias("foo").alias().alias()))
show(lambda: select(select(t1).subquery().alias("foo").alias().alias()))
show(lambda: select(select(t1).subquery("foo").alias().alias()))
show(lambda: select(select(t1).subquery("foo").alias()))
show(lambda: select(t1.alias().alias("x").alias()))
m = MetaData()
a = Table("a", m, Column("q", Integer), Column("r", String))
b = Table("b", m, Column("p", Integer), Column("r", String))
x, y = Table("x", MetaData(), Column("q", Integer)), Table("y", MetaData(), Column("p", Integer))
for kw in ("onupdate", "ondelete", "initially", "match"):
    for phrase in (
        "cascade",
        "SET NULL",
        "SET DEFAULT (a, b)",
        "SET NULL; drop table",
        "x'y",
        "123",
        "",
        "RESTRICT\n",
        "No Action",
        "set_null",
    ):
        show(lambda: AddConstraint(ForeignKeyConstraint([x.c.q], [y.c.p], **{kw: phrase})).compile())
s1 = select(a.c.q).where(a.c.q == b.c.p)
for value in (None, False):
    show(lambda: select(a, b).where(b.c.p == s1.correlate_except(value).scalar_subquery()))
    show(lambda: select(a, b).where(b.c.p == s1.correlate(value).scalar_subquery()))
show(lambda: (select(bindparam("x", 5).render_literal_execute()).compile()))
show(lambda: (a.c.q == None).compile(compile_kwargs={"literal_binds": True}))
show(lambda: (a.c.q > bindparam("z", None)).compile(compile_kwargs={"literal_binds": True}))
show(lambda: a.insert().values(q=None).compile(compile_kwargs={"literal_binds": True}))
show(lambda: a.c.q.in_([None, 1]).compile(compile_kwargs={"literal_binds": True}))
show(lambda: select(exists(select(a)).with_hint(a, "h") if hasattr(exists(select(a)), "with_hint") else 1))

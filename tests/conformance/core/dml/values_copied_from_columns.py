"""from_dml_column(): values that repeat what the statement writes to another column"""

from sqlalchemy import *
from sqlalchemy.dialects import postgresql, mysql, sqlite

m = MetaData()
t = Table(
    "t",
    m,
    Column("id", Integer, primary_key=True),
    Column("name", String),
    Column("descr", String),
    Column("n", Integer),
    Column("at", String, default=func.lower("NOW"), onupdate=func.upper("upd")),
)


def show(f, **kw):
    try:
        c = f().compile(**kw)
        print(c, c.params)
    except Exception as e:
        print(type(e).__name__, e)


for d in (None, sqlite.dialect(), postgresql.dialect()):
    show(lambda: t.insert().values(name="a", descr=from_dml_column(t.c.name)), dialect=d)
    show(lambda: t.insert().values(name="a", descr=from_dml_column(t.c.name) + " x"), dialect=d)
    show(lambda: t.insert().values(descr=from_dml_column(t.c.name)), dialect=d)
    show(lambda: t.insert().values(descr=cast(from_dml_column(t.c.at), Text) + " o clock"), dialect=d)
    show(lambda: t.insert().values(n=func.foo(3), id=from_dml_column(t.c.n) + 5), dialect=d)
    show(
        lambda: t.insert().values(
            [
                {"name": "a", "descr": from_dml_column(t.c.name)},
                {"name": "b", "descr": from_dml_column(t.c.name)},
            ]
        ),
        dialect=d,
    )
    show(lambda: t.update().values(name="b", descr=from_dml_column(t.c.name)), dialect=d)
    show(lambda: t.update().values(descr=from_dml_column(t.c.name)), dialect=d)
    show(
        lambda: t.update().values(
            name=t.c.name + "la", descr=from_dml_column(t.c.name) + " " + cast(from_dml_column(t.c.n), String)
        ),
        dialect=d,
    )
    show(lambda: t.update().values(descr=from_dml_column(t.c.at)).where(t.c.id == 4), dialect=d)
    show(
        lambda: t.insert().values(name="a", descr=from_dml_column(t.c.name)),
        dialect=d,
        compile_kwargs={"literal_binds": True},
    )
show(lambda: select(from_dml_column(t.c.name)))
show(lambda: t.delete().where(t.c.name == from_dml_column(t.c.descr)))
show(lambda: t.insert().values(name=from_dml_column("descr")))
x = from_dml_column(t.c.name)
print(type(x).__name__, x.type, x.column is t.c.name)
e = create_engine("sqlite://", echo=True)
m.create_all(e)
with e.begin() as c:
    c.execute(t.insert().values(n=7, descr=from_dml_column(t.c.name) + "!"), [{"name": "q"}, {"name": "r"}])
    c.execute(t.insert().values(n=7, descr=from_dml_column(t.c.name) + "!", name="z"))
    c.execute(t.insert().values(n=7, descr=from_dml_column(t.c.name) + "?", name="y"))
    c.execute(t.update().values(n=t.c.n + 1, descr=cast(from_dml_column(t.c.n), String)).where(t.c.id > 1))
    print(c.execute(select(t)).all())
    c.execute(t.update().values(descr=from_dml_column(t.c.name)), {"name": "new"})
    print(c.execute(select(t)).all())

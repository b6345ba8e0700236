"""UPDATE of a join, values given twice, CTEs added to VALUES and texts, what INSERT alone takes."""

from sqlalchemy import *
from sqlalchemy.dialects import mysql
from sqlalchemy.engine.default import DefaultDialect


def show(f, dialect=None):
    try:
        it = f()
        print(it.compile(dialect=dialect) if dialect else it)
    except Exception as x:
        print(type(x).__name__, x)


m = MetaData()
users = Table("users", m, Column("id", Integer, primary_key=True), Column("name", String(30)))
addresses = Table(
    "addresses",
    m,
    Column("id", Integer, primary_key=True),
    Column("user_id", ForeignKey("users.id")),
    Column("name", String(30)),
    Column("email", String(50)),
)
j = users.join(addresses)
my = mysql.dialect()
show(lambda: update(j).values(name="newname").where(addresses.c.email == "e1"), my)
show(lambda: update(j).values(name="newname"), my)
show(lambda: update(j).values(email="newname"), my)
show(lambda: update(j).values(name=addresses.c.email), my)
show(lambda: update(j).values({users.c.name: "x"}), my)
show(lambda: update(j).values({addresses.c.email: "x"}), my)
show(
    lambda: update(j).where(addresses.c.email == "e1").values({users.c.id: 10, addresses.c.email: "asdf"}), my
)
show(lambda: update(j).where(addresses.c.email == "e1"), my)
show(lambda: update(j).values(name="x"))
show(
    lambda: users.update()
    .values({users.c.name: "a", addresses.c.name: "b"})
    .where(users.c.id == addresses.c.user_id),
    my,
)
show(lambda: users.update().values([{"id": 1, "name": "n1"}, {"id": 2, "name": "n2"}]))
show(lambda: users.insert().values(id=1, name="d1").values([{"id": 2, "name": "d2"}]))
show(lambda: users.insert().values([{"id": 2, "name": "d2"}]).values(id=1, name="d1"))
for construct in (update, delete):
    for method in ("returning", "return_defaults"):
        show(lambda: getattr(construct(users), method)(users.c.id, sort_by_parameter_order=True))
v = values(column("col1", String), column("col2", Integer), name="some_name").data([("a", 2), ("b", 3)])
show(lambda: v.add_cte(select(1).cte()).select())
show(lambda: v.add_cte(select(1).cte()).cte().select())
show(lambda: v.lateral().add_cte(select(1).cte()).select())
show(lambda: text("select * from x").columns(column("a")).add_cte(select(1).cte("x")))
show(lambda: select(text("select * from x").columns(column("a")).add_cte(select(1).cte("x")).subquery()))
show(lambda: select(func.aggregate_strings(users.c.name, ",")), DefaultDialect())
show(
    lambda: select(func.aggregate_strings(users.c.name, ",").aggregate_order_by(users.c.id)), DefaultDialect()
)
show(lambda: users.c.name.collate("NOCASE"))
show(
    lambda: users.update()
    .values(name="a")
    .values({addresses.c.name: "b"})
    .where(users.c.id == addresses.c.user_id),
    my,
)
for construct in (insert, update):
    show(lambda: construct(users).values(name="a").values({users.c.name: "b"}).compile().params)
    show(lambda: construct(users).values({users.c.name: "b"}).values(name="a").compile().params)
    show(lambda: construct(users).values({users.c.name: "b"}).values({users.c.name: "a"}).compile().params)
    show(lambda: construct(users).values({users.c.name: "b", "name": "c"}).compile().params)
show(lambda: update(j), my)
show(lambda: update(users.join(Table("z", m, Column("uid", ForeignKey("users.id"))))), my)
show(lambda: update(j).values({addresses.c.name: "x", users.c.name: "y"}), my)
show(lambda: update(j).values({addresses.c.name: users.c.name}), my)
show(lambda: update(j).values(name="y").where(users.c.id == 5), my)
show(lambda: update(j).values({"users_name": "y"}), my)
show(
    lambda: update(addresses.join(users)).values({users.c.name: "y"}).ordered_values((users.c.name, "z")), my
)

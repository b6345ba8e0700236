"""DELETE of a join for each dialect."""

from sqlalchemy import *
from sqlalchemy.dialects import mysql, postgresql, sqlite

m = MetaData()
users = Table("users", m, Column("id", Integer, primary_key=True), Column("name", String(30)))
addresses = Table(
    "addresses",
    m,
    Column("id", Integer, primary_key=True),
    Column("user_id", ForeignKey("users.id")),
    Column("email", String(50)),
)
j = users.join(addresses)
for dialect in (None, mysql.dialect(), postgresql.dialect(), sqlite.dialect()):
    for stmt in (
        delete(j).where(users.c.id == 5),
        delete(j).where(addresses.c.email == "x"),
        delete(j),
        delete(users).where(users.c.id == addresses.c.user_id),
    ):
        try:
            print(stmt.compile(dialect=dialect))
        except Exception as x:
            print(type(x).__name__, x)

"""A naming_convention without "ix" gives index=True no name: CREATE INDEX then fails."""
from sqlalchemy import Column, Index, Integer, MetaData, Table, create_engine
from sqlalchemy.schema import CreateIndex

m = MetaData(naming_convention={"pk": "pk_%(table_name)s"})
t = Table("t", m, Column("id", Integer, primary_key=True), Column("a", Integer, index=True), Column("b", Integer))
print(sorted(str(i.name) for i in t.indexes), sorted(m.naming_convention))
for index in sorted(t.indexes, key=lambda i: str(i.name)):
    try:
        print(CreateIndex(index))
    except Exception as exc:
        print(type(exc).__name__, exc)
try:
    m.create_all(create_engine("sqlite://"))
except Exception as exc:
    print(type(exc).__name__, exc)
plain = MetaData()
u = Table("u", plain, Column("a", Integer, index=True))
print([i.name for i in u.indexes], plain.naming_convention)

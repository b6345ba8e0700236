"""Column prefix and include exclude."""
import re
from sqlalchemy import Column, Integer, String, Table, create_engine, inspect, select
from sqlalchemy.orm import Session, registry


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


reg = registry()
t = Table("t", reg.metadata, Column("id", Integer, primary_key=True), Column("name", String), Column("junk", String, default="j"))


class A:
    pass


class B:
    pass


class C:
    pass


reg.map_imperatively(A, t, column_prefix="_")
reg.map_imperatively(B, t, include_properties=["id", "name"])
reg.map_imperatively(C, t, exclude_properties={"junk"}, properties={"title": t.c.name})
print(inspect(A).attrs.keys(), inspect(B).attrs.keys(), inspect(C).attrs.keys())
engine = create_engine("sqlite://")
reg.metadata.create_all(engine)
with Session(engine) as session:
    a = A()
    a._name = "n"
    b = B()
    b.name = "m"
    c = C()
    c.title = "o"
    session.add_all([a, b, c])
    session.commit()
    print(select(A), select(B), select(C))
    print(session.execute(select(t)).all())

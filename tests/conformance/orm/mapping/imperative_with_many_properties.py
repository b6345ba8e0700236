"""Imperative with many properties."""
import re
from sqlalchemy import Column, ForeignKey, Integer, String, Table, create_engine, func, select, text
from sqlalchemy.orm import Session, backref, column_property, composite, deferred, registry, relationship, synonym


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


mapper_registry = registry()
metadata = mapper_registry.metadata
users = Table("users", metadata, Column("id", Integer, primary_key=True), Column("name", String), Column("pw", String), Column("x", Integer), Column("y", Integer))
emails = Table("emails", metadata, Column("id", Integer, primary_key=True), Column("uid", ForeignKey("users.id")), Column("text", String))


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __composite_values__(self):
        return self.x, self.y

    def __eq__(self, other):
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


class User:
    def __init__(self, name):
        self.name = name


class Email:
    def __init__(self, text):
        self.text = text


mapper_registry.map_imperatively(Email, emails)
m = mapper_registry.map_imperatively(User, users, properties={
    "emails": relationship(Email, backref=backref("user", lazy="joined"), order_by=emails.c.id),
    "password": deferred(users.c.pw), "point": composite(Point, users.c.x, users.c.y), "nick": synonym("name"),
    "loud": column_property(func.upper(users.c.name))})
print(m, m.attrs.keys())
engine = create_engine("sqlite://")
metadata.create_all(engine)
with Session(engine) as session:
    u = User("ann")
    u.point = Point(1, 2)
    u.emails.append(Email("e1"))
    session.add(u)
    session.commit()
    print(u.loud, u.point, u.nick, u.password, u.emails[0].user is u)
    session.expunge_all()
    e = session.scalars(select(Email)).one()
    print(e.user.name)
tried(lambda: mapper_registry.map_imperatively(User, users))

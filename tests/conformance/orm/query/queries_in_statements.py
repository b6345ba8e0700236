"""Queries inside other statements: parameters, unions, labels, and subqueries that entities stand on."""

import re
from sqlalchemy import *
from sqlalchemy.orm import *


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    addresses: Mapped[list["Address"]] = relationship(back_populates="user")


class Address(Base):
    __tablename__ = "addresses"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    email: Mapped[str]
    user: Mapped["User | None"] = relationship(back_populates="addresses")


e = create_engine("sqlite://")
Base.metadata.create_all(e)
s = Session(e)
s.add_all(
    [
        User(id=7, name="jack", addresses=[Address(id=1, email="a1")]),
        User(id=8, name="ed", addresses=[Address(id=2, email="a2")]),
    ]
)
s.commit()


def t(fn):
    try:
        r = str(fn())
    except Exception as x:
        r = f"{type(x).__name__}: {x}"
    print(re.sub("0x[0-9a-f]+", "0x", str(r)))


print("# query_relationship_eq_null")
t(lambda: Address.user == null())
t(lambda: Address.user != null())
t(lambda: User.addresses == null())
t(lambda: s.query(Address).filter_by(user=null()).all())

print("# query_params_into_subquery")
q = s.query(User.id).filter(User.id == bindparam("foo")).params(foo=7)
t(lambda: s.query(User).filter(User.id.in_(q.scalar_subquery())).one().name)
t(lambda: s.execute(select(q.subquery())).all())
t(lambda: q.statement.compile().params)
t(lambda: s.query(User).filter(q.exists()).count())

print("# union_of_queries")
q1, q2 = s.query(User).filter(User.name == "ed"), s.query(User).filter(User.name == "jack")
t(lambda: [u.name for u in s.query(User).from_statement(union(q1, q2).order_by("users_name"))])
t(lambda: union_all(q1, q2))
t(lambda: intersect(q1, q2))
t(lambda: select(User).union(q1))
t(lambda: q1.statement.union(q2))
t(lambda: select(User).where(User.id.in_(q1.with_entities(User.id))))
t(lambda: select(q1.subquery()))
t(lambda: insert(User).from_select(["id"], q1))
t(lambda: select(User).select_from(q1))

print("# union_order_by_labelled_column")
c1 = column("c1")
f = c1.label("foo")
t(lambda: s.query(User, f).union(s.query(User, c1.label("foo"))).order_by(c1))
n = User.name.label("foo")
t(lambda: s.query(User.id, n).union(s.query(User.id, n)).order_by(User.name))
t(
    lambda: s.query(User.id, (User.id + 1).label("foo"))
    .union(s.query(User.id, (User.id + 1).label("foo")))
    .order_by(User.id + 1)
)
t(
    lambda: s.query(User.id, func.lower(User.name).label("foo"))
    .union(s.query(User.id, func.lower(User.name).label("foo")))
    .order_by(func.lower(User.name))
)

print("# query_union_of_columns")
c1, c2 = literal_column("'a'").label("c1"), literal_column("'b'").label("c2")
x, y = column("c1"), column("c2")
t(lambda: s.query(x, y).filter(x == "d").union(s.query(x, y).filter(x == "c")).order_by(x))
t(lambda: s.query(User.id, User.name).union(s.query(User.id, User.name)).order_by(User.id))
t(lambda: s.query(User.__table__.c.id).union(s.query(User.__table__.c.id)).order_by(User.__table__.c.id))
t(lambda: s.query(func.count(User.id)).union_all(s.query(func.count(Address.id))))
t(lambda: s.query(func.count(User.id).label("n")).union_all(s.query(func.count(Address.id))).all())
t(
    lambda: s.query(literal("x").label("k"), User.id)
    .union_all(s.query(literal("y").label("k"), Address.id))
    .order_by("k")
    .all()
)
t(lambda: s.query(literal("x"), User.id).union_all(s.query(literal("y"), Address.id)))

print("# aliased_two_entities_one_subquery")
sub = select(User.id, User.name.label("foo"), Address.id, Address.email).join(Address).subquery()
ue, ae = aliased(User, sub), aliased(Address, sub)
t(lambda: select(ue.id, ue.name, ae.id))
t(lambda: select(ue))
t(lambda: select(ue.name.label("x")))

print("# query_subquery_reduce_columns")
t(lambda: s.query(User.id, Address.user_id).join(User.addresses).subquery(reduce_columns=True))

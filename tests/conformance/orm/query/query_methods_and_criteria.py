"""What Query methods refuse after others, from_statement(), slices, counts and eager loading turned off."""

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


print("# query_select_from_existing_criterion")
q = s.query(User)
t(lambda: q.select_from(User).select_from(User))
t(lambda: q.join(User.addresses).select_from(User))
t(lambda: q.order_by(User.id).select_from(User))
t(lambda: q.distinct().select_from(User))
t(lambda: q.filter(User.id == 1).select_from(User))
t(lambda: q.limit(1).select_from(User))

print("# query_from_statement_methods")
f = lambda: s.query(User).from_statement(text("select * from users"))
for m, a in [
    ("limit", (5,)),
    ("offset", (5,)),
    ("distinct", ()),
    ("slice", (1, 2)),
    ("subquery", ()),
    ("cte", ()),
    ("count", ()),
    ("exists", ()),
    ("scalar_subquery", ()),
    ("label", ("x",)),
    ("options", (joinedload(User.addresses),)),
    ("params", ()),
    ("with_for_update", ()),
    ("add_columns", (User.id,)),
    ("with_entities", (User.id,)),
    ("select_from", (User,)),
    ("enable_eagerloads", (False,)),
    ("execution_options", ()),
    ("union", (s.query(User),)),
    ("get", (1,)),
]:
    print(m)
    t(lambda: getattr(f(), m)(*a))

print("# yield_per_from_statement")
t(lambda: [u.id for u in s.query(User).yield_per(1).from_statement(text("select * from users"))])
t(
    lambda: [
        u.id
        for u in s.scalars(
            select(User).from_statement(text("select * from users")).execution_options(yield_per=1)
        )
    ]
)
t(
    lambda: [
        [u.id for u in p]
        for p in s.scalars(
            select(User).from_statement(text("select * from users")), execution_options={"yield_per": 1}
        ).partitions()
    ]
)

print("# enable_eagerloads_yield_per")
t(lambda: len(s.query(User).options(joinedload(User.addresses)).enable_eagerloads(False).yield_per(1).all()))
t(
    lambda: len(
        s.query(User).options(subqueryload(User.addresses)).enable_eagerloads(False).yield_per(1).all()
    )
)
t(lambda: len(s.query(User).options(joinedload(User.addresses)).enable_eagerloads(False).all()))

print("# query_count_label")
print(s.query(func.count(User.name)).count(), s.query(func.count(distinct(User.name))).distinct().count())

print("# query_options_nested")
t(lambda: len(s.query(User).options((joinedload(User.addresses), defer(User.name))).all()))
t(lambda: len(s.query(User).options([joinedload(User.addresses)]).all()))
t(lambda: s.query(User).options(defer(User.name), undefer(User.name)))
t(lambda: select(User).options(joinedload(User.addresses), contains_eager(User.addresses)))
t(
    lambda: select(User).options(
        joinedload(User.addresses), joinedload(User.addresses, innerjoin=True).joinedload(Address.user)
    )
)
t(lambda: select(User).options((joinedload(User.addresses),)))
t(lambda: s.query(User).join(Address.user_id))
t(lambda: s.query(User).join(Address.user_id).all())
t(lambda: s.query(User).join(User.addresses, Address.user, Address.user))
t(lambda: select(User).join(Address.user_id))

print("# query_slice_expression_offset")
t(lambda: s.query(User).order_by(User.id).offset(literal_column("1"))[0:2])
t(lambda: s.query(User).order_by(User.id).offset(literal_column("1")).slice(1, 3))
t(lambda: select(User.id).offset(literal_column("1") + literal_column("2")).slice(1, 3))
t(lambda: s.query(User).slice(bindparam("a", type_=Integer), bindparam("b", type_=Integer)))
t(
    lambda: s.query(User)
    .params(a=0, b=1)
    .order_by(User.id)[bindparam("a", type_=Integer) : bindparam("b", type_=Integer)]
)
t(lambda: select(User.id).slice(literal_column("1"), literal_column("2")))

print("# query_exists_empty_entities")
t(lambda: s.query(s.query().select_from(User).exists()))
t(lambda: s.query(s.query().select_from(User).filter(User.id == 7).exists()).scalar())
t(lambda: s.query())
t(lambda: s.query().all())
t(lambda: s.query().filter_by(id=3))
t(lambda: s.query().exists())

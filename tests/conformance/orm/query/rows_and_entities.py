"""Rows are asked by entity, anonymous aliases have no name, and unique() minds what cannot be hashed."""

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


print("# query_row_mapping_entity")
for r in (
    s.query(User, Address).join(User.addresses).first(),
    s.execute(select(User, Address).join(User.addresses)).first(),
):
    t(lambda: r._mapping[User] is r[0])
    t(lambda: r._mapping[Address] is r[1])
    t(lambda: User in r._mapping)
ua = aliased(User)
r = s.execute(select(ua)).first()
t(lambda: r._mapping[ua] is r[0])
t(lambda: [list(x) for x in s.execute(select(User, Address.id).join(User.addresses)).columns(User)])
t(lambda: len(s.execute(select(User, Address.id).join(User.addresses)).scalars(User).all()))
t(lambda: len(s.execute(select(User, Address.id).join(User.addresses)).mappings().all()[0]))

print("# keys_of_anonymous_alias")
r = s.execute(select(aliased(User)))
print(r.keys())
x = r.first()
print(x._fields, len(x))
t(lambda: x.User)
t(lambda: s.query(aliased(User), User).first()._fields)
t(lambda: s.query(aliased(User, name="q"), User).first()._fields)
t(lambda: s.execute(select(aliased(User), User.id)).first()._asdict().keys())
t(lambda: s.execute(select(aliased(User), User.id)).mappings().first().keys())

print("# unique_unhashable_type")


class MyType(TypeDecorator):
    impl = Integer
    hashable = False
    cache_ok = True

    def process_result_value(self, value, dialect):
        return [value]


x = type_coerce(User.id, MyType)
t(lambda: s.query(User, x.label("foo")).join(User.addresses).all())
t(lambda: s.execute(select(User, x.label("foo"))).unique().all())
t(
    lambda: s.execute(select(User, JSON().evaluates_none() and type_coerce(literal("[1]", JSON), JSON)))
    .unique()
    .all()
)
t(lambda: s.query(User, type_coerce(literal([1], JSON), JSON)).options(joinedload(User.addresses)).all())

print("# yield_per_unique")
t(lambda: next(s.execute(select(User)).unique().yield_per(10)))
t(lambda: next(s.execute(select(User)).yield_per(10).unique()))
t(lambda: s.execute(select(User)).unique().yield_per(10).all())
t(lambda: s.execute(select(User), execution_options={"yield_per": 10}).unique().all())

print("# row_isinstance_sequence")
import collections.abc as abc

r = s.execute(select(User.id, User.name)).first()
q = s.query(User.id, User).first()
c = s.connection().execute(select(User.id)).first()
for x in (r, q, c):
    t(
        lambda: (
            isinstance(x, abc.Sequence),
            isinstance(x._mapping, abc.Mapping),
            isinstance(x, tuple),
            isinstance(x._mapping, abc.Sequence),
        )
    )

row = s.execute(select(User.id, User.id.label("x"), User.name)).first()
t(lambda: row.nope)
t(lambda: row._mapping["nope"])
t(lambda: row._mapping[User.__table__.c.name])
t(lambda: (row._mapping[User.id], "nope" in row._mapping, row._mapping.get("nope", 3)))
row = s.query(User.id, text("1"), func.max(User.id)).first()
t(lambda: (row._fields, row._asdict(), len(row._mapping)))
frozen = s.execute(select(aliased(User), User.id).where(User.id == 7)).freeze()
t(lambda: frozen().keys())

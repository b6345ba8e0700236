"""comparator_factory= of column properties, composites and relationships, plain and aliased."""

# comparator factories
from sqlalchemy import *
from sqlalchemy.orm import *


class Base(DeclarativeBase):
    pass


class UpperComparator(ColumnProperty.Comparator):
    def __eq__(self, other):
        return func.upper(self.__clause_element__()) == func.upper(other)

    def shout(self):
        return func.upper(self.__clause_element__())


class RelComparator(RelationshipProperty.Comparator):
    def __eq__(self, other):
        print("rel eq")
        return super().__eq__(other)

    def any_big(self):
        return self.any(Address.n > 5)


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __composite_values__(self):
        return self.x, self.y

    def __eq__(self, o):
        return isinstance(o, Point) and (o.x, o.y) == (self.x, self.y)

    def __repr__(self):
        return f"P({self.x},{self.y})"


class PointComparator(CompositeProperty.Comparator):
    def __gt__(self, other):
        return and_(*[a > b for a, b in zip(self.__clause_element__().clauses, other.__composite_values__())])

    def norm(self):
        return self.__clause_element__().clauses[0]


class SynComparator(PropComparator):
    def __eq__(self, o):
        return func.lower(self.__clause_element__()) == func.lower(o)


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    name = column_property(Column("name", String), comparator_factory=UpperComparator)
    x: Mapped[int] = mapped_column()
    y: Mapped[int] = mapped_column()
    p = composite(Point, x, y, comparator_factory=PointComparator)
    addresses = relationship("Address", back_populates="user", comparator_factory=RelComparator)


class Address(Base):
    __tablename__ = "address"
    id: Mapped[int] = mapped_column(primary_key=True)
    n: Mapped[int]
    uid: Mapped[int] = mapped_column(ForeignKey("user.id"))
    user = relationship(User, back_populates="addresses", comparator_factory=RelComparator)


e = create_engine("sqlite://")
Base.metadata.create_all(e)
s = Session(e)
s.add(User(name="Ed", x=1, y=2, addresses=[Address(n=7)]))
s.add(User(name="al", x=5, y=6))
s.commit()


def go(f):
    try:
        print(f())
    except Exception as ex:
        print(type(ex).__name__, str(ex)[:300])


go(lambda: select(User.id).where(User.name == "ed"))
go(lambda: s.scalars(select(User.id).where(User.name == "ED")).all())
go(lambda: select(User.name.shout()))
go(lambda: User.name.comparator.__class__.__name__)
go(lambda: User.name.property.comparator_factory.__name__)
go(lambda: select(User.id).where(User.p > Point(3, 4)))
go(lambda: s.scalars(select(User.p).where(User.p > Point(3, 4))).all())
go(lambda: User.p.norm())
go(lambda: select(User.id).where(User.p == Point(1, 2)))
go(lambda: select(User.id).where(User.addresses.any_big()))
go(lambda: select(Address.id).where(Address.user == s.get(User, 1)))
go(lambda: select(Address.id).where(Address.user == None))
al = aliased(User)
go(lambda: select(al.id).where(al.name == "x"))
go(lambda: select(al.id).where(al.p > Point(1, 1)))
go(lambda: select(al.id).where(al.addresses.any_big()))
go(lambda: User.name != "x")
go(lambda: User.name.like("x"))
go(lambda: User.name.in_(["x"]))
go(lambda: select(User).order_by(User.name.desc()))
go(lambda: s.query(User).filter_by(name="ed").count())
go(lambda: s.scalars(select(User.id).filter_by(name="ED")).all())
go(lambda: User.addresses.contains(s.get(Address, 1)))
go(lambda: User.addresses.any())
go(lambda: Address.user.has(name="Ed"))
go(lambda: Address.user.has(User.name == "Ed"))
go(lambda: select(User).join(User.addresses))
go(lambda: select(User).options(selectinload(User.addresses), load_only(User.name)))
go(
    lambda: s.scalars(select(User).options(joinedload(User.addresses)).order_by(User.name))
    .unique()
    .all()[0]
    .name
)
go(lambda: User.name + "x")
go(lambda: "x" + User.name)
go(lambda: User.name.is_(None))
go(lambda: User.name.label("q"))
go(lambda: User.addresses.nope)
go(lambda: User.name.nope)
go(lambda: User.p.nope)
go(lambda: User.addresses == 1)
go(lambda: User.addresses.in_([1]))
go(lambda: s.execute(update(User).where(User.name == "ed").values(name="zed")).rowcount)

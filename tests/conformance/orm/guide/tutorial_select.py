"""Tutorial select."""
from sqlalchemy import ForeignKey, String, and_, create_engine, exists, func, or_, select, union_all
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, aliased, mapped_column, relationship
from typing import List, Optional


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    fullname: Mapped[Optional[str]]
    addresses: Mapped[List["Address"]] = relationship(back_populates="user")

    def __repr__(self) -> str:
        return f"User(id={self.id!r}, name={self.name!r}, fullname={self.fullname!r})"


class Address(Base):
    __tablename__ = "address"

    id: Mapped[int] = mapped_column(primary_key=True)
    email_address: Mapped[str]
    user_id = mapped_column(ForeignKey("user_account.id"))
    user: Mapped[User] = relationship(back_populates="addresses")

    def __repr__(self) -> str:
        return f"Address(id={self.id!r}, email_address={self.email_address!r})"


engine = create_engine("sqlite+pysqlite:///:memory:", echo=True)
Base.metadata.create_all(engine)


with Session(engine) as session:
    session.add_all([
        User(name="spongebob", fullname="Spongebob Squarepants", addresses=[Address(email_address="spongebob@sqlalchemy.org")]),
        User(name="sandy", fullname="Sandy Cheeks", addresses=[Address(email_address="sandy@sqlalchemy.org"), Address(email_address="sandy@squirrelpower.org")]),
        User(name="patrick", fullname="Patrick Star"), User(name="squidward", fullname="Squidward Tentacles"), User(name="ehkrabs", fullname="Eugene H. Krabs")])
    session.commit()


def shown(result):
    for row in result:
        print("  ", row)


session = Session(engine)
print(select(User).where(User.name == "spongebob"))
shown(session.execute(select(User).where(User.name == "spongebob")))
print(select(User), select(User.name, User.fullname))
row = session.execute(select(User)).first()
print(row, row[0], session.scalars(select(User)).first())
shown(session.execute(select(User.name, Address).where(User.id == Address.user_id).order_by(Address.id)).all())
stmt = select(("Username: " + User.name).label("username")).order_by(User.name)
for row in session.execute(stmt):
    print(f"{row.username}")
print(select(Address.email_address).where(and_(or_(User.name == "squidward", User.name == "sandy"), Address.user_id == User.id)))
print(select(User).filter_by(name="spongebob", fullname="Spongebob Squarepants"))
print(select(User.name, func.count(Address.id).label("count")).join(Address).group_by(User.name).having(func.count(Address.id) > 1))
shown(session.execute(select(User.name, func.count(Address.id).label("count")).join(Address).group_by(User.name).having(func.count(Address.id) > 1)))
print(select(User).order_by(User.name.asc(), User.fullname.desc()))
address_alias_1, address_alias_2 = aliased(Address), aliased(Address)
print(select(User).join_from(User, address_alias_1).where(address_alias_1.email_address == "patrick@aol.com").join_from(User, address_alias_2).where(address_alias_2.email_address == "patrick@gmail.com"))
subq = select(Address).where(~Address.email_address.like("%@aol.com")).subquery()
address_subq = aliased(Address, subq)
for user, address in session.execute(select(User, address_subq).join_from(User, address_subq).order_by(User.id, address_subq.id)):
    print(f"{user} {address}")
cte_obj = select(Address).where(~Address.email_address.like("%@aol.com")).cte()
address_cte = aliased(Address, cte_obj)
for user, address in session.execute(select(User, address_cte).join_from(User, address_cte).order_by(User.id, address_cte.id)):
    print(f"{user} {address}")
u = union_all(select(User).where(User.name == "sandy"), select(User).where(User.name == "spongebob"))
for obj in session.execute(select(User).from_statement(u)).scalars():
    print(obj)
user_alias = aliased(User, u.subquery())
for obj in session.execute(select(user_alias).order_by(user_alias.id)).scalars():
    print(obj)
print(select(User.name).where(exists().where(Address.user_id == User.id)))
subq = select(func.count(Address.id)).where(User.id == Address.user_id).scalar_subquery().correlate(User)
shown(session.execute(select(User.name, Address.email_address, subq.label("address_count")).join_from(User, Address).order_by(User.id, Address.id)))

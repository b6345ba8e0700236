"""Map to a join."""
from sqlalchemy import Column, ForeignKey, Integer, String, Table, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Session, column_property


class Base(DeclarativeBase):
    pass


users = Table("users", Base.metadata, Column("id", Integer, primary_key=True), Column("name", String))
addresses = Table("addresses", Base.metadata, Column("id", Integer, primary_key=True), Column("user_id", ForeignKey("users.id")), Column("email", String))
joined = users.join(addresses, users.c.id == addresses.c.user_id)


class AddressUser(Base):
    __table__ = joined
    id = column_property(users.c.id, addresses.c.user_id)
    address_id = addresses.c.id


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add(AddressUser(name="ann", email="a@b"))
    session.commit()
    au = session.scalars(select(AddressUser)).one()
    print(au.id, au.address_id, au.name, au.email)
    au.email = "c@d"
    session.commit()
    print(select(AddressUser.name).where(AddressUser.email == "c@d"))
    session.delete(au)
    session.commit()

"""Select shapes."""
from sqlalchemy import ForeignKey, String, and_, case, cast, create_engine, exists, func, literal, literal_column, or_, select, text, type_coerce
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, aliased, mapped_column, relationship
from typing import Optional


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    fullname: Mapped[Optional[str]]
    addresses: Mapped[list["Address"]] = relationship(back_populates="user", cascade="all, delete-orphan", order_by="Address.id")

    def __repr__(self):
        return f"User({self.name!r})"


class Address(Base):
    __tablename__ = "address"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str]
    user_id: Mapped[Optional[int]] = mapped_column(ForeignKey("user_account.id"))
    user: Mapped[Optional["User"]] = relationship(back_populates="addresses")

    def __repr__(self):
        return f"Address({self.email!r})"


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)


with Session(engine) as session:
    session.add_all([
        User(id=1, name="ann", fullname="Ann A", addresses=[Address(id=1, email="ann@a"), Address(id=2, email="ann@b")]),
        User(id=2, name="bob", fullname=None, addresses=[Address(id=3, email="bob@a")]),
        User(id=3, name="cy", fullname="Cy C")])
    session.commit()


def shown(result):
    for row in result:
        print("  ", row)


with Session(engine) as session:
    for stmt in (
        select(User), select(User.id, User.name), select(User, Address).where(User.id == Address.user_id), select(User.__table__), select(func.count()).select_from(User),
        select(User.name.label("n")).order_by("n"), select(User).order_by(User.name.desc()).limit(1).offset(1), select(User.name, literal("x").label("lit"), literal_column("1 + 1")),
        select(func.upper(User.name), func.length(User.fullname)), select(User).filter_by(name="ann").filter(User.id == 1), select(User).where(or_(User.name == "bob", and_(User.id > 2, User.fullname != None))),
        select(case((User.fullname == None, "none"), else_=User.fullname)), select(User.name).distinct(), select(User).where(User.name.in_(["ann", "cy"])), select(User).where(User.name.between("b", "d")),
        select(func.row_number().over(order_by=User.name.desc()), User.name), select(cast(User.id, String) + User.name), select(type_coerce(User.id, String)), select(User.addresses.any().label("has") if False else User.id).where(User.addresses.any()),
        select(User).with_only_columns(User.name), select(User).add_columns(User.id * 2), select(User.id).group_by(User.id).having(func.count() == 1), select(text("name")).select_from(User), select(User).execution_options(x=1),
        select(exists().where(User.name == "ann")), select(User).where(User.id == select(func.max(User.id)).scalar_subquery()), select(~User.addresses.any()), select(User.name).where(User.name.regexp_match("^[ab]")),
    ):
        shown(session.execute(stmt))
    print(select(User).column_descriptions)
    print([(d["name"], d["aliased"], d["expr"] is User) for d in select(User, User.name, aliased(User)).column_descriptions], select(User).get_final_froms(), select(User.id).columns_clause_froms)

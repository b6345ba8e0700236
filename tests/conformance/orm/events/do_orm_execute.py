"""Do orm execute."""
from sqlalchemy import ForeignKey, String, create_engine, event, insert, select, text, update
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship, selectinload
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


@event.listens_for(Session, "do_orm_execute")
def on(state):
    print("execute", state.is_select, state.is_insert, state.is_update, state.is_delete, state.is_orm_statement, state.is_column_load, state.is_relationship_load, state.is_from_statement, state.bind_mapper, [m.class_.__name__ for m in state.all_mappers], dict(state.execution_options).get("tag"))
    if state.execution_options.get("tag") == "cut":
        state.statement = state.statement.limit(1)
    if state.execution_options.get("tag") == "invoke":
        return state.invoke_statement(state.statement.where(User.id == 2))


with Session(engine) as session:
    print(session.scalars(select(User)).all())
    print(session.scalars(select(User), execution_options={"tag": "cut"}).all())
    print(session.scalars(select(User), execution_options={"tag": "invoke"}).all())
    u = session.get(User, 1)
    u.addresses
    session.expire(u)
    u.name
    session.execute(update(User).values(fullname="x").where(User.id == 1))
    session.execute(insert(Address), [{"email": "q"}])
    session.execute(text("select 1"), {"a": 1})
    session.scalars(select(User).options(selectinload(User.addresses))).all()
    session.execute(select(User).from_statement(text("select * from user_account"))).all()

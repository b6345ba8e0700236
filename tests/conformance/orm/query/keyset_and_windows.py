"""Keyset and windows."""
from sqlalchemy import ForeignKey, String, and_, create_engine, func, or_, select, tuple_
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
    session.add_all([User(id=n, name=f"u{n % 4}", fullname=str(n)) for n in range(1, 13)])
    session.commit()
    last, pages = None, []
    while True:
        stmt = select(User).order_by(User.name, User.id).limit(5)
        if last is not None:
            stmt = stmt.where(tuple_(User.name, User.id) > tuple_(last.name, last.id) if False else or_(User.name > last.name, and_(User.name == last.name, User.id > last.id)))
        page = session.scalars(stmt).all()
        if not page:
            break
        pages.append([u.id for u in page])
        last = page[-1]
    print(pages)
    ranked = select(User, func.rank().over(partition_by=User.name, order_by=User.id.desc()).label("r")).subquery()
    top = aliased(User, ranked)
    print([u.id for u in session.scalars(select(top).where(ranked.c.r == 1).order_by(top.name))])
    print(session.execute(select(User.name, func.count().filter(User.id > 6).label("late"), func.group_concat(User.fullname)).group_by(User.name).order_by(User.name)).all())
    print(session.scalar(select(func.count()).select_from(select(User.name).distinct().subquery())))
    print(session.scalars(select(User.id).where(tuple_(User.name, User.id) > ("u2", 6)).order_by(User.name, User.id)).all())

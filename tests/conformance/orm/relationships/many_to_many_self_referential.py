"""Many to many self referential."""
from sqlalchemy import Column, ForeignKey, Table, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, aliased, mapped_column, relationship, selectinload


class Base(DeclarativeBase):
    pass


friends = Table("friends", Base.metadata, Column("left_id", ForeignKey("person.id"), primary_key=True), Column("right_id", ForeignKey("person.id"), primary_key=True))


class Person(Base):
    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    likes: Mapped[list["Person"]] = relationship(secondary=friends, primaryjoin=id == friends.c.left_id, secondaryjoin=id == friends.c.right_id, back_populates="liked_by", order_by=id)
    liked_by: Mapped[list["Person"]] = relationship(secondary=friends, primaryjoin=id == friends.c.right_id, secondaryjoin=id == friends.c.left_id, back_populates="likes", order_by=id)

    def __repr__(self):
        return self.name


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    a, b, c = (Person(id=n, name="_abc"[n]) for n in (1, 2, 3))
    a.likes = [b]
    session.add_all([a, b, c])
    session.flush()
    a.likes.append(c)
    session.commit()
    print(a.likes, b.liked_by)
    b.likes.append(a)
    session.commit()
    other = aliased(Person)
    print(session.execute(select(Person.name, other.name).join(Person.likes.of_type(other)).order_by(Person.id, other.id)).all())
    print(session.scalars(select(Person).where(Person.liked_by.any(name="a")).order_by(Person.id)).all())
    session.expunge_all()
    for p in session.scalars(select(Person).options(selectinload(Person.likes).selectinload(Person.likes)).order_by(Person.id)):
        print(p, p.likes, [q.likes for q in p.likes])
    session.delete(session.get(Person, 2))
    session.commit()
    print(session.execute(select(friends)).all())

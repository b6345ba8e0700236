"""Polymorphic any association by discriminator."""
from sqlalchemy import and_, create_engine, select, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, backref, declared_attr, foreign, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Comment(Base):
    __tablename__ = "comment"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    owner: Mapped[int]
    text: Mapped[str]


class HasComments:
    @declared_attr
    def comments(cls) -> Mapped[list[Comment]]:
        return relationship(Comment, primaryjoin=and_(cls.id == foreign(Comment.owner), Comment.kind == cls.__tablename__), backref=backref(f"{cls.__tablename__}_parent", viewonly=True), viewonly=True, order_by=Comment.id)


class Post(HasComments, Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)


class Photo(HasComments, Base):
    __tablename__ = "photo"
    id: Mapped[int] = mapped_column(primary_key=True)


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([Post(id=1), Photo(id=1), Comment(id=1, kind="post", owner=1, text="a"), Comment(id=2, kind="photo", owner=1, text="b")])
    session.commit()
    print([c.text for c in session.get(Post, 1).comments], [c.text for c in session.get(Photo, 1).comments])
    print(session.get(Comment, 1).post_parent.id, select(Post).join(Post.comments))

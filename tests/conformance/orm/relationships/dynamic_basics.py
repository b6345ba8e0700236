"""Dynamic basics."""
from sqlalchemy import ForeignKey, create_engine
from sqlalchemy.orm import DeclarativeBase, DynamicMapped, Mapped, Session, mapped_column, relationship
from typing import Optional


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"

    id: Mapped[int] = mapped_column(primary_key=True)
    posts: DynamicMapped["Post"] = relationship(order_by="Post.id", back_populates="user")


class Post(Base):
    __tablename__ = "post"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    user_id: Mapped[Optional[int]] = mapped_column(ForeignKey("user.id"))
    user: Mapped[Optional[User]] = relationship(back_populates="posts")

    def __repr__(self):
        return self.title


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    u = User(id=1)
    u.posts.append(Post(id=1, title="a"))
    session.add(u)
    session.commit()
    u.posts.extend([Post(id=2, title="b"), Post(id=3, title="c")])
    print(u.posts.filter(Post.title > "a").all(), u.posts.count(), list(u.posts), u.posts[0:2], u.posts.first())
    u.posts.remove(u.posts[0])
    session.commit()
    print(u.posts.all(), u.posts.order_by(None).order_by(Post.id.desc()).limit(1).all(), u.posts)

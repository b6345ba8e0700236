"""Ordering list moves."""
from sqlalchemy import ForeignKey, create_engine, text
from sqlalchemy.ext.orderinglist import ordering_list
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from typing import Optional


class Base(DeclarativeBase):
    pass


class Slide(Base):
    __tablename__ = "slide"

    id: Mapped[int] = mapped_column(primary_key=True)
    bullets: Mapped[list["Bullet"]] = relationship(order_by="Bullet.position", collection_class=ordering_list("position", count_from=1), cascade="all, delete-orphan")


class Bullet(Base):
    __tablename__ = "bullet"

    id: Mapped[int] = mapped_column(primary_key=True)
    slide_id: Mapped[int] = mapped_column(ForeignKey("slide.id"))
    position: Mapped[Optional[int]]
    text: Mapped[str]

    def __repr__(self):
        return f"{self.position}{self.text}"


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    s = Slide(id=1, bullets=[Bullet(text=t) for t in "abc"])
    print(s.bullets)
    session.add(s)
    session.commit()
    s.bullets.insert(1, Bullet(text="x"))
    print(s.bullets)
    session.commit()
    b = s.bullets.pop()
    s.bullets.insert(0, b)
    session.commit()
    print(s.bullets)
    del s.bullets[1]
    s.bullets[0] = Bullet(text="n")
    session.commit()
    print(s.bullets)
    s.bullets.reverse()
    s.bullets.reorder()
    session.commit()
    print(s.bullets)

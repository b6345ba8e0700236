"""Post update cycles."""
from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from typing import Optional


class Base(DeclarativeBase):
    pass


class Entry(Base):
    __tablename__ = "entry"
    id: Mapped[int] = mapped_column(primary_key=True)
    widget_id: Mapped[Optional[int]] = mapped_column(ForeignKey("widget.id", name="fk_widget"))
    name: Mapped[str]


class Widget(Base):
    __tablename__ = "widget"
    id: Mapped[int] = mapped_column(primary_key=True)
    favorite_id: Mapped[Optional[int]] = mapped_column(ForeignKey("entry.id", name="fk_fav"))
    name: Mapped[str]
    entries: Mapped[list[Entry]] = relationship(primaryjoin=id == Entry.widget_id, order_by=Entry.id)
    favorite: Mapped[Optional[Entry]] = relationship(primaryjoin=favorite_id == Entry.id, post_update=True)


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    e1, e2 = Entry(id=1, name="a"), Entry(id=2, name="b")
    w = Widget(id=1, name="w", favorite=e1, entries=[e1, e2])
    session.add(w)
    session.commit()
    w.favorite = e2
    w.name = "w2"
    session.commit()
    w.favorite = None
    session.commit()
    w.favorite = e1
    session.flush()
    w.entries.remove(e1)
    w.favorite = e2
    session.delete(e1)
    session.commit()
    session.delete(w)
    session.delete(e2)
    session.commit()
    print(session.scalars(select(Entry.id)).all())

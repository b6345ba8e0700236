"""Dictionary collections."""
import re
from sqlalchemy import ForeignKey, create_engine, select, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, attribute_keyed_dict, mapped_column, relationship
from typing import Optional


class Base(DeclarativeBase):
    pass


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


class Item(Base):
    __tablename__ = "item"

    id: Mapped[int] = mapped_column(primary_key=True)
    notes: Mapped[dict[str, "Note"]] = relationship(collection_class=attribute_keyed_dict("key"), cascade="all, delete-orphan", back_populates="item")


class Note(Base):
    __tablename__ = "note"

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"))
    key: Mapped[Optional[str]]
    text: Mapped[Optional[str]]
    item: Mapped[Item] = relationship(back_populates="notes")

    def __repr__(self):
        return f"{self.key}:{self.text}"


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    item = Item(id=1)
    item.notes["a"] = Note(key="a", text="x")
    item.notes["wrong"] = Note(key="b", text="y")
    print(list(item.notes.items()))
    item.notes.set(Note(key="c", text="z")) if hasattr(item.notes, "set") else None
    Note(key="d", text="w", item=item)
    print(sorted(item.notes))
    session.add(item)
    session.commit()
    print(sorted(item.notes), type(item.notes).__name__)
    item.notes["a"] = Note(key="a", text="new")
    del item.notes["b"]
    popped = item.notes.pop("c")
    print(popped, popped.item, item.notes.setdefault("d", Note(key="d")), item.notes.setdefault("e", Note(key="e", text="v")))
    session.commit()
    print(sorted(item.notes.items()))
    item.notes.update({"f": Note(key="f")})
    item.notes = {"g": Note(key="g", text="q")}
    session.commit()
    print(item.notes)
    tried(lambda: setattr(item, "notes", {"h": Note(key="i")}))
    tried(lambda: setattr(item, "notes", [Note(key="i")]))
    print(item.notes.popitem()[0], item.notes.get("zz"))
    item.notes.clear()
    session.commit()
    print(session.scalars(select(Note)).all())
    tried(lambda: Note(item=item, text="no key"))

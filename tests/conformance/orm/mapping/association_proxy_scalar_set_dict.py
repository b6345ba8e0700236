"""Association proxy scalar set dict."""
from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.ext.associationproxy import AssociationProxy, association_proxy
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, attribute_keyed_dict, mapped_column, relationship
from typing import Optional


class Base(DeclarativeBase):
    pass


class Item(Base):
    __tablename__ = "item"

    id: Mapped[int] = mapped_column(primary_key=True)
    notes: Mapped[dict[str, "Note"]] = relationship(collection_class=attribute_keyed_dict("key"), cascade="all, delete-orphan")
    data: AssociationProxy[dict[str, str]] = association_proxy("notes", "value", creator=lambda k, v: Note(key=k, value=v))
    flags: Mapped[set["Flag"]] = relationship(cascade="all, delete-orphan")
    flag_names: AssociationProxy[set[str]] = association_proxy("flags", "name", creator=lambda n: Flag(name=n))
    detail: Mapped[Optional["Detail"]] = relationship(uselist=False, cascade="all, delete-orphan")
    color: AssociationProxy[str] = association_proxy("detail", "color", creator=lambda c: Detail(color=c))


class Note(Base):
    __tablename__ = "note"

    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class Flag(Base):
    __tablename__ = "flag"

    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)


class Detail(Base):
    __tablename__ = "detail"

    id: Mapped[int] = mapped_column(ForeignKey("item.id"), primary_key=True)
    color: Mapped[str]


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    i = Item(id=1)
    i.data["a"] = "x"
    i.data.update({"b": "y"})
    i.flag_names.add("hot")
    i.color = "red"
    session.add(i)
    session.commit()
    print(sorted(i.data.items()), sorted(i.flag_names), i.color, "a" in i.data, i.data.get("q"))
    i.data["a"] = "z"
    del i.data["b"]
    i.flag_names = {"cold"}
    i.color = "blue"
    session.commit()
    print(dict(i.data), set(i.flag_names), i.color)
    i.detail = None
    session.commit()
    print(i.color, Item(id=2).color)
    print(session.scalars(select(Item.id).where(Item.color == "blue")).all(), session.scalars(select(Item.id).where(Item.color == None)).all())
    print(session.scalars(select(Item.id).where(Item.data.any(key="a"))).all(), session.scalars(select(Item.id).where(Item.flag_names.contains("cold"))).all())

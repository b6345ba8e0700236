"""Dictionaries, sets, dynamic and write-only collections of one class"""

from sqlalchemy import *
from sqlalchemy.orm import *
from sqlalchemy.orm.collections import (
    attribute_keyed_dict,
    mapped_collection,
    column_keyed_dict,
    collection,
    keyfunc_mapping,
)


class Base(DeclarativeBase):
    pass


class Note(Base):
    __tablename__ = "note"
    id: Mapped[int] = mapped_column(primary_key=True)
    k: Mapped[str]
    text: Mapped[str]
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"))


class Item(Base):
    __tablename__ = "item"
    id: Mapped[int] = mapped_column(primary_key=True)
    notes: Mapped[dict[str, Note]] = relationship(
        collection_class=attribute_keyed_dict("k"), cascade="all, delete-orphan"
    )
    dyn: DynamicMapped[Note] = relationship(viewonly=True)
    wo: WriteOnlyMapped[Note] = relationship(overlaps="notes")
    tagset: Mapped[set["Tag"]] = relationship(secondary="it", back_populates="items")


it = Table(
    "it",
    Base.metadata,
    Column("i", ForeignKey("item.id"), primary_key=True),
    Column("t", ForeignKey("tag.id"), primary_key=True),
)


class Tag(Base):
    __tablename__ = "tag"
    id: Mapped[int] = mapped_column(primary_key=True)
    n: Mapped[str] = mapped_column(unique=True)
    items: Mapped[list[Item]] = relationship(secondary=it, back_populates="tagset")


e = create_engine("sqlite://", echo=False)
Base.metadata.create_all(e)
s = Session(e)
i = Item(notes={"a": Note(k="a", text="1")})
i.notes["b"] = Note(k="b", text="2")
t = Tag(n="x")
i.tagset.add(t)
s.add(i)
s.commit()
print(sorted(i.notes), t.items == [i], i.dyn.count(), i.dyn.filter(Note.k == "a").one().text)
i.wo.add(Note(k="c", text="3"))
s.commit()
print(s.scalars(i.wo.select().order_by(Note.k)).all().__len__(), sorted(i.notes))
i.notes.pop("a")
s.flush()
del i.notes["b"]
s.commit()
print(sorted(i.notes))
i.tagset.clear()
s.commit()
print(t.items)
i.tagset = {t, Tag(n="y")}
s.commit()
print(sorted(x.n for x in i.tagset))
t.items.remove(i)
s.commit()
print(sorted(x.n for x in i.tagset))
print(with_parent(i, Item.tagset))
print(select(Tag).where(with_parent(i, Item.tagset)))
print(select(Item).join(Item.tagset).where(Tag.n == "y").with_for_update(of=Item))
print(
    s.scalars(select(Item).where(Item.tagset.contains(t))).all(),
    s.scalars(select(Item).where(~Item.tagset.any())).all(),
)
print(s.execute(select(Item.id, func.count(Tag.id)).outerjoin(Item.tagset).group_by(Item.id)).all())
print(s.query(Item).filter(Item.notes.any(k="c")).count())
sub = select(Note.item_id, func.max(Note.text).label("m")).group_by(Note.item_id).subquery()
print(s.execute(select(Item.id, sub.c.m).join(sub, sub.c.item_id == Item.id)).all())
na = aliased(Note, select(Note).where(Note.k == "c").subquery())
print(
    s.scalars(select(na)).all()[0].k, s.execute(select(Item, na).join(Item.notes.of_type(na))).all().__len__()
)
print(s.scalars(select(Item).from_statement(text("select * from item"))).all() == [i])
b = Bundle("b", Note.k, Note.text)
print(s.execute(select(b)).all()[0].b.k)
cte = select(Note).where(Note.k > "a").cte("c")
nc = aliased(Note, cte)
print(s.scalars(select(nc)).all()[0].k)
print(s.scalars(union_all(select(Note.id), select(Item.id))).all())
st = s.scalars(select(Item).execution_options(yield_per=1))
print([x.id for x in st])
try:
    i.notes.append(1)
except Exception as x:
    print(type(x).__name__, x)
try:
    i.notes = [1]
except Exception as x:
    print(type(x).__name__, x)
try:
    i.notes["zz"] = Note(k="q", text="t")
except Exception as x:
    print(type(x).__name__, x)
s.rollback()
try:
    s.execute(select(Item).options(joinedload(Item.notes))).all()
except Exception as x:
    print(type(x).__name__, x)
try:
    i.wo.foo
except Exception as x:
    print(type(x).__name__, x)
try:
    list(i.wo)
except Exception as x:
    print(type(x).__name__, x)
print(s.scalars(select(Item).options(subqueryload(Item.tagset))).all()[0].tagset == {s.get(Tag, 2)})

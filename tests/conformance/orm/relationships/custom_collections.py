"""Custom collections."""
from sqlalchemy import ForeignKey, create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from sqlalchemy.orm.collections import collection


class Base(DeclarativeBase):
    pass


class Bag:
    def __init__(self):
        self.data = []

    @collection.appender
    def put(self, item):
        self.data.append(item)

    @collection.remover
    def take(self, item):
        self.data.remove(item)

    @collection.iterator
    def __iter__(self):
        return iter(self.data)

    @collection.adds(2)
    def put_at(self, index, item):
        self.data.insert(index, item)

    @collection.removes_return()
    def take_last(self):
        return self.data.pop()

    @collection.internally_instrumented
    @collection.adds("item")
    def push(self, item):
        self.data.append(item)

    def __len__(self):
        return len(self.data)


class Loud(list):
    def append(self, item):
        print("append", item.id)
        list.append(self, item)

    def extra(self):
        return len(self)


class A(Base):
    __tablename__ = "a"

    id: Mapped[int] = mapped_column(primary_key=True)
    bag = relationship("B", collection_class=Bag, back_populates="a", order_by="B.id")
    loud = relationship("B", collection_class=Loud, viewonly=True, order_by="B.id")


class B(Base):
    __tablename__ = "b"

    id: Mapped[int] = mapped_column(primary_key=True)
    a_id = mapped_column(ForeignKey("a.id"))
    a = relationship(A, back_populates="bag")


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    a, b1, b2, b3 = A(id=1), B(id=1), B(id=2), B(id=3)
    a.bag.put(b1)
    a.bag.put_at(0, b2)
    a.bag.push(b3)
    print([b.id for b in a.bag], b2.a is a, b3.a is a)
    print(a.bag.take_last().a)
    b3.a = a
    session.add(a)
    session.commit()
    print([b.id for b in a.bag], a.loud.extra(), len(a.bag))
    a.bag.take(b2)
    session.commit()
    print(b2.a_id)

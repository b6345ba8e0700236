"""Self referential rows."""
from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from typing import Optional


class Base(DeclarativeBase):
    pass


class Node(Base):
    __tablename__ = "node"

    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey("node.id"))
    name: Mapped[str]
    children: Mapped[list["Node"]] = relationship(back_populates="parent", order_by="Node.id")
    parent: Mapped[Optional["Node"]] = relationship(back_populates="children", remote_side=[id])

    def __repr__(self):
        return f"Node({self.name!r})"


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)


with Session(engine) as session:
    session.add_all([Node(id=3, name="c", parent=Node(id=9, name="i", parent=Node(id=1, name="a"))), Node(id=2, name="b")])
    session.flush()
    session.add(Node(name="auto", children=[Node(name="k1"), Node(name="k2", children=[Node(name="kk")])]))
    session.flush()
    print(session.execute(select(Node.id, Node.parent_id, Node.name).order_by(Node.id)).all())
    n1, n3, n9 = session.get(Node, 1), session.get(Node, 3), session.get(Node, 9)
    n1.parent = session.get(Node, 2)
    n9.parent = None
    session.flush()
    session.delete(n9)
    session.delete(n3)
    session.delete(n1)
    session.flush()
    print(session.execute(select(Node.id, Node.parent_id, Node.name).order_by(Node.id)).all())
    x = Node(id=100, name="x")
    x.parent = x
    session.add(x)
    try:
        session.flush()
    except Exception as error:
        print(type(error).__name__)

"""Self referential tree."""
from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, aliased, mapped_column, relationship
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
    session.add(Node(id=1, name="root", children=[
        Node(id=2, name="a", children=[Node(id=4, name="a1", children=[Node(id=6, name="a1x")]), Node(id=5, name="a2")]), Node(id=3, name="b")]))
    session.commit()


with Session(engine) as session:
    root = session.get(Node, 1)
    print(root.children, root.children[0].children, root.parent, root.children[0].parent is root)
    a, b = root.children
    b.children.append(a.children[0])
    print(a.children)
    session.commit()
    print(session.execute(select(Node.id, Node.parent_id).order_by(Node.id)).all())
    new = Node(id=10, name="top", children=[Node(id=12, name="k1"), Node(id=11, name="k2", children=[Node(id=9, name="deep")])])
    session.add(new)
    session.commit()
    root.parent = new
    session.commit()
    session.delete(session.get(Node, 9))
    session.delete(session.get(Node, 11))
    session.commit()
    parent = aliased(Node)
    print(session.execute(select(Node.name, parent.name).join(Node.parent.of_type(parent)).order_by(Node.id)).all())
    print(session.scalars(select(Node).where(Node.parent == root).order_by(Node.id)).all())
    print(session.scalars(select(Node).where(Node.children.any(Node.name == "b"))).all())
    print(session.scalars(select(Node).where(Node.parent.has(name="root")).order_by(Node.id)).all())
    print(session.scalars(select(Node).where(~Node.children.any()).order_by(Node.id)).all())

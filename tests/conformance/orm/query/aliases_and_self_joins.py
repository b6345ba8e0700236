"""Aliases and self joins."""
from sqlalchemy import ForeignKey, create_engine, exists, func, inspect, literal, select
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


def shown(result):
    for row in result:
        print("  ", row)


with Session(engine) as session:
    child, parent, grand = aliased(Node, name="child"), aliased(Node, name="parent"), aliased(Node)
    shown(session.execute(select(child.name, parent.name).join(parent, child.parent).order_by(child.id)))
    shown(session.execute(select(child.name, parent.name, grand.name).outerjoin(child.parent.of_type(parent)).outerjoin(parent.parent.of_type(grand)).order_by(child.id)))
    shown(session.execute(select(Node, child).join(Node.children.of_type(child)).where(child.name.like("a%")).order_by(child.id)))
    shown(session.execute(select(parent).join(parent.children).where(Node.name == "a1")))
    shown(session.execute(select(Node.name, select(func.count(child.id)).where(child.parent_id == Node.id).scalar_subquery().label("kids")).order_by(Node.id)))
    tree = select(Node.id, Node.name, literal(0).label("depth")).where(Node.parent_id == None).cte("tree", recursive=True)
    tree = tree.union_all(select(Node.id, Node.name, tree.c.depth + 1).join(tree, Node.parent_id == tree.c.id))
    shown(session.execute(select(tree.c.name, tree.c.depth).order_by(tree.c.depth, tree.c.id)))
    top = aliased(Node, select(Node).where(Node.parent_id == None).cte("top"))
    shown(session.execute(select(top, Node).join(Node, Node.parent_id == top.id).order_by(Node.id)))
    flat = aliased(Node, flat=True)
    print(select(flat).where(exists().where(flat.id == Node.parent_id)), inspect(parent).name, parent, repr(inspect(grand))[:13])

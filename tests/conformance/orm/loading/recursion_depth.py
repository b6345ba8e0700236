"""Recursion depth."""
from sqlalchemy import ForeignKey, create_engine, event, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, immediateload, joinedload, mapped_column, relationship, selectinload, subqueryload
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


sent = []


@event.listens_for(engine, "before_cursor_execute")
def count(conn, cursor, statement, parameters, context, executemany):
    sent.append(statement)


def cost(title, make):
    sent.clear()
    result = make()
    print(f"{title}: {result} [{len(sent)}]")


def walk(node):
    return [node, [walk(c) for c in node.children]]


with Session(engine) as session:
    root = lambda opt: session.scalars(select(Node).where(Node.parent_id == None).options(opt)).unique().one()
    for opt in (selectinload(Node.children, recursion_depth=1), selectinload(Node.children, recursion_depth=-1), immediateload(Node.children, recursion_depth=2), joinedload(Node.children), joinedload(Node.children).joinedload(Node.children), selectinload(Node.children).selectinload(Node.children), subqueryload(Node.children)):
        session.expunge_all()
        sent.clear()
        r = root(opt)
        before = len(sent)
        print(before, walk(r), len(sent))

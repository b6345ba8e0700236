"""Self referential delete cascade."""
from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, backref, mapped_column, relationship
from typing import Optional


class Base(DeclarativeBase):
    pass


class Node(Base):
    __tablename__ = "node"

    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey("node.id"))
    children: Mapped[list["Node"]] = relationship(cascade="all, delete-orphan", backref=backref("parent", remote_side=id), single_parent=True, order_by=id)


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add(Node(id=1, children=[Node(id=2, children=[Node(id=3), Node(id=4)]), Node(id=5)]))
    session.commit()
    root = session.get(Node, 1)
    root.children.remove(root.children[1])
    session.commit()
    print(session.scalars(select(Node.id).order_by(Node.id)).all())
    session.delete(root.children[0].children[0])
    session.commit()
    print(session.scalars(select(Node.id).order_by(Node.id)).all())
    session.delete(root)
    session.commit()
    print(session.scalars(select(Node.id)).all())

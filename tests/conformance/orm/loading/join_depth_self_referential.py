"""Join depth self referential."""
from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from typing import Optional


class Base(DeclarativeBase):
    pass


class Node(Base):
    __tablename__ = "node"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey("node.id"))
    children: Mapped[list["Node"]] = relationship(lazy="joined", join_depth=2, order_by=id)


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add(Node(id=1, children=[Node(id=2, children=[Node(id=3, children=[Node(id=4)])])]))
    session.commit()
    session.expunge_all()
    n = session.scalars(select(Node).where(Node.id == 1)).unique().one()
    print(n.children[0].children[0].children[0].children)
    session.expunge_all()
    n = session.get(Node, 2)
    print([c.id for c in n.children])

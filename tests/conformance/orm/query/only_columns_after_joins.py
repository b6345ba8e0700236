"""with_only_columns() and with_entities() after joins: a join keeps the columns it was made with."""

from sqlalchemy import *
from sqlalchemy.orm import *

m = MetaData()
parent = Table("parent", m, Column("id", Integer, primary_key=True))
child = Table(
    "child", m, Column("id", Integer, primary_key=True), Column("parent_id", ForeignKey("parent.id"))
)
g = Table(
    "grandchild", m, Column("id", Integer, primary_key=True), Column("child_id", ForeignKey("child.id"))
)


def show(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)


show(lambda: select(parent).join(child).with_only_columns(child.c.id))
show(lambda: select(parent).join(child).with_only_columns(func.count()))
show(lambda: select(parent).join(child).with_only_columns(child.c.id).join(g).with_only_columns(g.c.id))
show(
    lambda: select(parent)
    .join(child)
    .with_only_columns(child.c.id)
    .join(g)
    .with_only_columns(g.c.id)
    .subquery()
    .select()
)
show(
    lambda: select(parent)
    .outerjoin(child, parent.c.id == child.c.parent_id)
    .with_only_columns(func.count(child.c.id))
)
show(lambda: select(parent).with_only_columns(func.count()))
show(lambda: select(parent).with_only_columns(func.count(), maintain_column_froms=True))
show(lambda: select(parent).join(child).with_only_columns(func.count(), maintain_column_froms=True))
show(lambda: select(parent).join_from(parent, child).with_only_columns(g.c.id))
show(lambda: select(parent).where(parent.c.id == 1).with_only_columns(func.count()))
show(lambda: select(parent).join(child).with_only_columns(child.c.id).join(g))
show(lambda: select(parent).join(child).with_only_columns(child.c.id).add_columns(g.c.id))
show(
    lambda: select(parent)
    .join(child)
    .with_only_columns(child.c.id)
    .compare(select(parent).join(child).with_only_columns(child.c.id))
)


class B(DeclarativeBase):
    pass


class P(B):
    __table__ = parent
    cs = relationship("C")


class C(B):
    __table__ = child
    gs = relationship("G")


class G(B):
    __table__ = g


show(lambda: select(P).join(P.cs).with_only_columns(func.count()))
show(lambda: select(P).join(C).with_only_columns(func.count()))
show(lambda: select(P).join(C).with_only_columns(C.id).join(G).with_only_columns(G.id))
show(lambda: select(P).join(P.cs).join(C.gs).with_only_columns(func.count(P.id.distinct())))
show(lambda: select(P).join(P.cs).with_only_columns(C).join(C.gs).with_only_columns(G))
show(lambda: select(P).join(C).with_only_columns(func.count(), maintain_column_froms=True))
show(lambda: select(P).with_only_columns(func.count(), maintain_column_froms=True))
a = aliased(C)
show(lambda: select(P).join(a).with_only_columns(a.id))
show(lambda: select(P).join(a, P.cs).with_only_columns(a))
show(lambda: Query([P]).join(C).with_entities(C.id))
show(lambda: Query([P]).join(C).with_entities(func.count()))
e = create_engine("sqlite://")
m.create_all(e)
with Session(e) as s:
    s.add(P(cs=[C(gs=[G()]), C()]))
    s.commit()
    print(
        s.scalar(select(P).join(C).with_only_columns(func.count())),
        s.scalars(select(P).join(P.cs).with_only_columns(C)).all().__len__(),
        s.query(P).join(C).with_entities(func.count()).scalar(),
        s.query(P).join(C).with_entities(C.id).join(G).with_entities(G.id).all(),
    )
with e.connect() as c:
    print(
        c.scalar(select(parent).join(child).with_only_columns(func.count())),
        c.scalar(select(parent).join(child).with_only_columns(func.count())),
    )

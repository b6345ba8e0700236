"""Joins that are marked by hand: written to, in class bodies, imperative, composite, in a hierarchy, many to many."""
import re, warnings
from sqlalchemy import ForeignKey, Table, Column, Integer, String, create_engine, select, and_, or_, func, cast, literal, ForeignKeyConstraint, type_coerce
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship, aliased, joinedload, selectinload, subqueryload, foreign, remote, registry, contains_eager, configure_mappers

warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest: print(category.__name__, message)


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


class Base(DeclarativeBase):
    pass


class Magazine(Base):
    __tablename__ = "magazine"
    id: Mapped[int] = mapped_column(primary_key=True)


class Writer(Base):
    __tablename__ = "writer"
    id: Mapped[int] = mapped_column(primary_key=True)
    magazine_id: Mapped[int] = mapped_column(ForeignKey("magazine.id"), primary_key=True)
    magazine = relationship("Magazine")


class Article(Base):
    __tablename__ = "article"
    article_id: Mapped[int] = mapped_column(primary_key=True)
    magazine_id: Mapped[int] = mapped_column(ForeignKey("magazine.id"))
    writer_id: Mapped[int | None]
    magazine = relationship("Magazine")
    writer = relationship("Writer", primaryjoin=lambda: and_(Writer.id == foreign(Article.writer_id), Writer.magazine_id == Article.magazine_id), backref="articles")
    __table_args__ = (ForeignKeyConstraint(["writer_id", "magazine_id"], ["writer.id", "writer.magazine_id"]),)


class Node(Base):
    __tablename__ = "node"
    id: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[int]
    parent_id: Mapped[int | None] = mapped_column()
    name: Mapped[str]
    parent: Mapped["Node | None"] = relationship(
        primaryjoin=lambda: and_(foreign(Node.account) == remote(Node.account), foreign(Node.parent_id) == remote(Node.id)), viewonly=True)
    children: Mapped[list["Node"]] = relationship(primaryjoin=(id == foreign(remote(parent_id))), backref="up", order_by=id)
    peers: Mapped[list["Node"]] = relationship(
        primaryjoin=lambda: and_(remote(foreign(Node.account)) == Node.account, remote(Node.id) != Node.id), viewonly=True, order_by=id, join_depth=2)


link = Table("link", Base.metadata, Column("l", Integer, primary_key=True), Column("r", Integer, primary_key=True), Column("kind", String(5)))
Node.linked = relationship("Node", secondary=link, primaryjoin=lambda: and_(Node.id == link.c.l, link.c.kind == "x"), secondaryjoin=lambda: Node.id == foreign(link.c.r) , viewonly=True, order_by=Node.id)
Node.linked2 = relationship("Node", secondary=link, primaryjoin=lambda: Node.id == foreign(link.c.l), secondaryjoin=lambda: foreign(link.c.r) == Node.id, backref="linked_from")

engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
for prop in sorted((p for m in Base.registry.mappers for p in m.relationships), key=str):
    print(prop, prop.direction.name, prop.uselist, prop.primaryjoin, "/", prop.secondaryjoin, [(str(a), str(b)) for a, b in prop.local_remote_pairs], [(str(a), str(b)) for a, b in prop.synchronize_pairs], [(str(a), str(b)) for a, b in prop.secondary_synchronize_pairs or []])
with Session(engine) as s:
    m = Magazine(id=1)
    w = Writer(id=5, magazine=m)
    a = Article(article_id=1, magazine=m, writer=w)
    s.add(a)
    s.flush()
    print(a.writer_id, a.magazine_id, len(w.articles))
    a.writer = None
    s.flush()
    print(a.writer_id, a.magazine_id)
    n = Node(id=1, account=1, name="r", children=[Node(id=2, account=1, name="c"), Node(id=3, account=2, name="d")])
    s.add(n)
    s.flush()
    print([(c.id, c.parent_id, c.up is n) for c in n.children])
    n.linked2 = n.children
    s.flush()
    s.execute(link.update().values(kind="x").where(link.c.r == 3))
    s.commit()
    for c in s.scalars(select(Node).order_by(Node.id)):
        print(c.id, c.parent and c.parent.id, [x.id for x in c.children], [x.id for x in c.peers], [x.id for x in c.linked], [x.id for x in c.linked_from])
    for load in (joinedload, selectinload, subqueryload):
        for key in ("parent", "children", "peers", "linked", "linked_from", "up"):
            s.expunge_all()
            if load is subqueryload and len(getattr(Node, key).property.local_columns) > 1:
                continue  # the order of its columns is a set's
            def shown(value):
                return [x.id for x in value] if isinstance(value, list) else value and value.id
            tried(lambda: [(x.id, shown(getattr(x, key))) for x in s.scalars(select(Node).order_by(Node.id).options(load(getattr(Node, key)))).unique()])
    other = aliased(Node)
    for key in ("parent", "children", "peers", "linked", "linked_from", "up"):
        tried(lambda: s.execute(select(Node.id, other.id).join(getattr(Node, key).of_type(other)).order_by(Node.id, other.id)).all())
        tried(lambda: s.execute(select(other.id, Node.id).join(Node, getattr(other, key)).order_by(Node.id, other.id)).all())
        attr = getattr(Node, key)
        tried(lambda: s.scalars(select(Node.id).where((attr.any if attr.property.uselist else attr.has)(Node.name == "d"))).all())
    s.delete(s.get(Node, 3))
    s.flush()
    s.commit()

reg = registry()
user = Table("user", reg.metadata, Column("id", Integer, primary_key=True), Column("name", String(20)))
addr = Table("addr", reg.metadata, Column("id", Integer, primary_key=True), Column("owner", String(20)))


class User:
    pass


class Addr:
    pass


reg.map_imperatively(User, user, properties={
    "addrs": relationship(Addr, primaryjoin=user.c.name == foreign(remote(addr.c.owner)), back_populates="user", order_by=addr.c.id),
    "addrs2": relationship(Addr, primaryjoin=func.lower(user.c.name) == func.lower(addr.c.owner), foreign_keys=addr.c.owner, viewonly=True),
    "addrs3": relationship(Addr, primaryjoin=user.c.name.startswith(foreign(addr.c.owner)), viewonly=True),
    "last": relationship(Addr, primaryjoin=and_(user.c.name == foreign(addr.c.owner), addr.c.id == select(func.max(addr.c.id)).scalar_subquery()), viewonly=True, uselist=False),
})
reg.map_imperatively(Addr, addr, properties={"user": relationship(User, primaryjoin=foreign(addr.c.owner) == remote(user.c.name), back_populates="addrs")})
reg.metadata.create_all(engine)
print(user.c.name == remote(addr.c.owner), remote(user.c.name) == foreign(addr.c.owner), user.c.name < foreign(addr.c.owner), remote(user.c.name) != addr.c.owner)
with Session(engine) as s:
    u = User()
    u.id, u.name = 1, "ann"
    one, two = Addr(), Addr()
    one.id, two.id = 1, 2
    u.addrs = [one, two]
    s.add(u)
    s.commit()
    print([x.id for x in u.addrs], [x.id for x in u.addrs2], [x.id for x in u.addrs3], u.last.id, one.user is u)
    u.name = "bob"
    tried(lambda: s.commit())
    s.rollback()
    print(u.name, one.owner)
    for key in ("addrs", "addrs2", "addrs3", "last", ):
        for load in (joinedload, selectinload, subqueryload):
            s.expunge_all()
            tried(lambda: [x.id for x in s.scalars(select(User).options(load(getattr(User, key)))).unique()])

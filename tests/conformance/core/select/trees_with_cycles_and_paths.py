"""Recursive CTEs at work: paths, depth limits, cycle protection, all descendants, ancestors, leaf sums, and several recursive members."""
from sqlalchemy import Boolean, Column, ForeignKey, Integer, MetaData, String, Table, case, cast, create_engine, func, insert, literal, or_, select, union, union_all, update

engine = create_engine("sqlite://")
m = MetaData()
node = Table("node", m, Column("id", Integer, primary_key=True), Column("parent_id", ForeignKey("node.id")), Column("name", String(10)), Column("size", Integer))
link = Table("link", m, Column("a", Integer, primary_key=True), Column("b", Integer, primary_key=True), Column("cost", Integer))
m.create_all(engine)
with engine.begin() as conn:
    conn.execute(insert(node), [{"id": 1, "parent_id": None, "name": "root", "size": 1}, {"id": 2, "parent_id": 1, "name": "usr", "size": 10}, {"id": 3, "parent_id": 1, "name": "etc", "size": 5}, {"id": 4, "parent_id": 2, "name": "bin", "size": 7}, {"id": 5, "parent_id": 4, "name": "py", "size": 3}])
    conn.execute(insert(link), [{"a": 1, "b": 2, "cost": 4}, {"a": 2, "b": 3, "cost": 1}, {"a": 3, "b": 1, "cost": 2}, {"a": 1, "b": 4, "cost": 9}, {"a": 3, "b": 4, "cost": 1}])


def show(title, stmt):
    print(title)
    print(" ", str(stmt).replace("\n", "\n  "))
    with engine.connect() as conn:
        for row in conn.execute(stmt):
            print("    ", tuple(row))


top = select(node.c.id, node.c.parent_id, node.c.name, cast(node.c.name, String).label("path"), literal(0).label("depth")).where(node.c.parent_id == None).cte("tree", recursive=True)
child = node.alias("child")
tree = top.union_all(select(child.c.id, child.c.parent_id, child.c.name, top.c.path + "/" + child.c.name, top.c.depth + 1).join(top, child.c.parent_id == top.c.id).where(top.c.depth < 5))
show("paths", select(tree.c.path, tree.c.depth).order_by(tree.c.path))
show("indented", select((func.substr("            ", 1, tree.c.depth * 2) + tree.c.name).label("line")).order_by(tree.c.path))
show("leaves", select(tree.c.name).where(~select(child.c.id).where(child.c.parent_id == tree.c.id).exists()).order_by(tree.c.name))
up = select(node.c.id, node.c.parent_id, node.c.name).where(node.c.id == 5).cte(recursive=True)
up = up.union(select(node.c.id, node.c.parent_id, node.c.name).join(up, node.c.id == up.c.parent_id))
show("ancestors", select(up.c.name))
down = select(node.c.id.label("root"), node.c.id).cte("down", recursive=True)
down = down.union_all(select(down.c.root, node.c.id).join(down, node.c.parent_id == down.c.id))
show("sizes", select(node.c.name, func.sum(child.c.size)).join(down, down.c.root == node.c.id).join(child, child.c.id == down.c.id).group_by(node.c.id).order_by(node.c.id))
walk = select(link.c.a, link.c.b, link.c.cost, ("," + cast(link.c.a, String) + "," + cast(link.c.b, String) + ",").label("seen")).where(link.c.a == 1).cte("walk", recursive=True)
walk = walk.union_all(select(walk.c.a, link.c.b, walk.c.cost + link.c.cost, walk.c.seen + cast(link.c.b, String) + ",").join(walk, walk.c.b == link.c.a).where(walk.c.seen.not_like("%," + cast(link.c.b, String) + ",%")))
show("cheapest", select(walk.c.b, func.min(walk.c.cost)).group_by(walk.c.b).order_by(walk.c.b))
reach = select(link.c.b.label("n")).where(link.c.a == 2).cte("reach", recursive=True)
reach = reach.union(select(link.c.b).where(link.c.a == reach.c.n))
show("reachable", select(func.group_concat(reach.c.n, " ")).select_from(select(reach).order_by(reach.c.n).subquery()) if False else select(reach.c.n).order_by(reach.c.n))
fib = select(literal(1).label("i"), literal(0).label("a"), literal(1).label("b")).cte("fib", recursive=True)
fib = fib.union_all(select(fib.c.i + 1, fib.c.b, fib.c.a + fib.c.b).where(fib.c.i < 10))
show("fibonacci", select(fib.c.i, fib.c.a))
both = select(node.c.id).where(node.c.id == 4).cte("both", recursive=True)
both = both.union(select(node.c.parent_id).where(node.c.id == both.c.id, node.c.parent_id.is_not(None)), select(node.c.id).where(node.c.parent_id == both.c.id))
show("relatives", select(both.c.id).order_by(both.c.id))
with engine.begin() as conn:
    print(conn.execute(update(node).where(node.c.id.in_(select(down.c.id).where(down.c.root == 2))).values(size=node.c.size * 2)).rowcount, conn.scalars(select(node.c.size).order_by(node.c.id)).all())


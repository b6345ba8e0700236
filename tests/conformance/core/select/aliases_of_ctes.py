"""Aliases of CTEs, laterals of functions, constants, negated IN, keys of columns."""

from sqlalchemy import *
from sqlalchemy.orm import *


def show(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)


t = table("t", column("x"), column("y"))
c = select(t.c.x).cte("c")
show(lambda: select(c.alias()))
show(lambda: select(c.alias("q")))
show(lambda: select(c.alias(), c.alias()))
show(lambda: select(c, c.alias()).where(c.c.x == 1))
show(lambda: select(c.alias().alias()))
show(
    lambda: (
        type(c.alias()).__name__,
        c.alias("z").name,
        type(c.alias().element).__name__,
        c.alias().recursive,
        c.alias().description,
    )
)
r = select(literal(1).label("n")).cte("r", recursive=True)
show(lambda: select(r.union_all(select(r.c.n + 1).where(r.c.n < 5))))
ra = r.alias()
show(lambda: select(r.union_all(select(ra.c.n + 1).where(ra.c.n < 5))))
show(lambda: select(r.alias("e").union_all(select(r.c.n + 1))))
rr = select(t.c.x, t.c.y).cte(recursive=True)
ia = rr.alias()
show(lambda: select(rr.union(select(t.c.x, t.c.y).join(ia, ia.c.x == t.c.y))))
show(lambda: select(select(t).subquery().lateral().alias("al")))
show(lambda: select(select(t).lateral("l1").alias("al")))
show(lambda: select(lateral(func.generate_series(1, t.c.x))))
show(lambda: select(t).join(func.f(t.c.x).lateral("ff"), true()))
show(lambda: (1 << column("x", Integer)))
show(lambda: (2 >> column("x", Integer)))
show(lambda: 1 << t.c.x)
show(
    lambda: (
        null() is null(),
        true() is true(),
        false() is false(),
        str(select(null(), null())),
        select(null(), null()).subquery().c.keys(),
    )
)
show(lambda: select(literal(None), None, None, True, True))
i = t.c.x.in_([1, 2])
show(lambda: and_(i, ~i))
show(lambda: and_(i, not_(i)).compile().params)
show(lambda: and_(i, ~i).compile(compile_kwargs={"render_postcompile": True}))
j = t.c.x.in_([])
show(lambda: and_(j, ~j).compile(compile_kwargs={"render_postcompile": True}))
k = t.c.x.not_in([3])
show(lambda: or_(k, ~k))
b = t.c.x.in_(bindparam("z", expanding=True))
show(lambda: and_(b, ~b))


class B(DeclarativeBase):
    pass


class U(B):
    __tablename__ = "u"
    id: Mapped[int] = mapped_column(primary_key=True)


uc = select(U).cte("uc")
show(lambda: select(aliased(U, uc)))
show(lambda: select(aliased(U, uc.alias())))
show(lambda: select(aliased(U, uc, name="nm")))
show(lambda: select(U).join(aliased(U, uc), U.id == aliased(U, uc).id))
show(lambda: t.c.x.contains("a", autoescape="x"))
show(lambda: t.c.x.endswith("a", autoescape=2))
show(lambda: t.c["x", 5])
show(lambda: t.c[5])
show(lambda: t.c["zz"])
show(lambda: t.c["x", "zz"])
show(lambda: t.c[0:1])
show(lambda: t.c[0].name)
show(lambda: t.c[("y", "x")].keys())
show(lambda: t.c[1.5])

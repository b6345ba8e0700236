"""Recursive CTEs named by an alias, nested ones, aliases and laterals of table-valued functions, ANY and ALL."""

from sqlalchemy import *


def show(f, dialect=None):
    try:
        it = f()
        print(it.compile(dialect=dialect) if dialect else it)
    except Exception as x:
        print(type(x).__name__, x)


parts = table("parts", column("part"), column("sub_part"), column("quantity"))
included = (
    select(parts.c.sub_part, parts.c.part, parts.c.quantity)
    .where(parts.c.part == "our part")
    .cte(recursive=True)
)
alias = included.alias()
p = parts.alias()
whole = included.union(select(p.c.sub_part, p.c.part, p.c.quantity).where(p.c.part == alias.c.sub_part))
show(
    lambda: select(whole.c.sub_part, func.sum(whole.c.quantity).label("total"))
    .select_from(whole.join(parts, whole.c.part == parts.c.part))
    .group_by(whole.c.sub_part)
)
named = included.alias("incl")
whole = named.union(select(p.c.sub_part, p.c.part, p.c.quantity).where(p.c.part == named.c.sub_part))
show(lambda: select(whole))
show(lambda: select(whole.alias("w2"), whole))
two = named.union(
    select(p.c.sub_part, p.c.part, p.c.quantity).where(p.c.part == named.c.sub_part), select(named)
)
show(lambda: select(two))
root = select(literal(1).label("inner_cte")).cte("nesting", recursive=True, nesting=True)
nesting = root.union(select(root.c.inner_cte).where(root.c.inner_cte == literal(1)))
show(lambda: select(select(nesting.c.inner_cte.label("outer_cte")).cte("cte")))
root = select(literal(1).label("inner_cte")).cte(recursive=True, nesting=True)
nesting = root.union(select(root.c.inner_cte).where(root.c.inner_cte == literal(1)))
show(lambda: select(select(nesting.c.inner_cte.label("outer_cte")).cte("cte")))
root = select(literal(1).label("inner_cte")).cte("nesting", recursive=True, nesting=True)
ra = root.alias("aliased_nesting")
nesting = ra.union(select(ra.c.inner_cte).where(ra.c.inner_cte == literal(1)))
show(lambda: select(select(nesting.c.inner_cte.label("outer_cte")).cte("cte")))
x = func.generate_series(1, 2).column_valued("x")
y = func.generate_series(3, 4).column_valued("y")
subq = select(x, y).subquery()
show(lambda: select(subq).where(subq.c.x > 2))
show(
    lambda: select("*").select_from(
        func.f("a").table_valued("keys", with_ordinality="n").render_derived().alias("t")
    )
)
show(
    lambda: select("*").select_from(
        func.f("a").table_valued("keys", with_ordinality="n").render_derived().lateral("t")
    )
)
show(
    lambda: select("*").select_from(
        func.f("a").table_valued("keys", with_ordinality="n").alias("t").render_derived()
    )
)
show(
    lambda: select("*").select_from(
        func.f("a").table_valued(column("k", Integer)).render_derived(with_types=True).alias("t")
    )
)
show(lambda: select(func.rows("foo").alias("bar")))
show(lambda: len(func.rows("foo").alias("bar").c))
show(lambda: select(func.rows("foo").alias("bar").c))
arr = column("arr", ARRAY(Integer))
for fn in (any_, all_):
    show(lambda: ~(column("x") == fn(arr)))
    show(lambda: ~(fn(arr) == column("x")))
    show(lambda: ~(column("x") < fn(arr)))
    show(lambda: not_(5 == fn(arr)))
    show(lambda: 5 + fn(arr))
    show(lambda: 5 < fn(arr))
    show(lambda: fn(arr) + 5)
    show(lambda: fn(select(column("q")).scalar_subquery()) == 5)
    show(lambda: column("x") + fn(arr))
    show(lambda: ~(column("x").like(fn(arr))))

"""str() of the things a SELECT can come from: aliases, joins, subqueries, CTEs, laterals, values, functions, exists."""
from sqlalchemy import Column, Integer, MetaData, String, Table, column, exists, func, select, true, values
from sqlalchemy.sql import FromClause

t = Table("node", MetaData(), Column("id", Integer, primary_key=True), Column("up", Integer), Column("name", String))
a = t.alias("n2")
for label, element in {
    "table": t,
    "column": t.c.id,
    "alias": a,
    "alias column": a.c.id,
    "anonymous alias": t.alias(),
    "join": t.join(a, t.c.id == a.c.up),
    "outer join": t.outerjoin(a, t.c.id == a.c.up),
    "full join": t.join(a, true(), full=True),
    "join of joins": t.join(a, t.c.id == a.c.up).join(t.alias("n3"), true()),
    "subquery": select(t.c.id).where(t.c.id == 1).subquery("zz"),
    "anonymous subquery": select(t.c.id).subquery(),
    "subquery column": select(t.c.id).subquery("zz").c.id,
    "cte": select(t.c.id).cte("c"),
    "scalar subquery": select(t.c.id).scalar_subquery(),
    "labelled": select(t.c.id).label("x"),
    "exists": exists(select(t.c.id)),
    "values": values(column("a", Integer), name="v").data([(1,), (2,)]),
    "sample": t.tablesample(5),
    "lateral": select(t).lateral("l"),
    "function": func.f(1),
    "function alias": func.f(1).alias("q"),
    "table valued": func.f(1).table_valued("a", name="tv"),
    "column valued": func.f(1).column_valued("cv"),
    "union": select(t.c.id).union(select(a.c.id)),
    "union subquery": select(t.c.id).union(select(a.c.id)).subquery(),
    "join of subquery": t.join(sub := select(a.c.up).subquery("s"), sub.c.up == t.c.id),
    "grouping": (t.c.id + 1).self_group(),
}.items():
    print(label, "|", str(element))
    if isinstance(element, FromClause):
        print("   ", [k for k in element.c.keys() if not k.startswith("%")])

"""Keys of joins, columns that correspond across subqueries, aliases and set operations, columns added to table(), misuse of selects"""

import warnings
from sqlalchemy import *
from sqlalchemy.sql import table, column, join, operators
from sqlalchemy.types import *
from sqlalchemy.dialects import postgresql as pg


def show(f):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try:
            print(f())
        except Exception as e:
            print(type(e).__name__, e)
        for x in w:
            print("   W", x.category.__name__, x.message)


m = MetaData()
a = Table("a", m, Column("id", Integer, primary_key=True), Column("x", String))
b = Table("b", m, Column("id", Integer, ForeignKey("a.id"), primary_key=True), Column("y", String))
c = Table(
    "c",
    m,
    Column("id", Integer, ForeignKey("b.id"), primary_key=True),
    Column("z", String),
    Column("aid", ForeignKey("a.id")),
)
j = a.join(b)
show(lambda: [str(x) for x in j.primary_key])
show(lambda: [str(x) for x in j.join(c, b.c.id == c.c.id).primary_key])
show(lambda: [str(x) for x in a.join(c, a.c.id == c.c.aid).primary_key])
show(lambda: [str(x) for x in a.outerjoin(b).primary_key])
show(lambda: sorted(str(x.target_fullname) for x in j.foreign_keys))
s = select(a, b.c.y).join_from(a, b).subquery("s")
s2 = select(s).subquery("s2")
al = a.alias("al")
for sel, col in (
    (s, a.c.id),
    (s, b.c.y),
    (s2, a.c.x),
    (s2, s.c.x),
    (al, a.c.id),
    (a, al.c.id),
    (j, a.c.id),
    (j, b.c.id),
    (j.alias("ja"), b.c.y),
    (s, b.c.id),
    (a, b.c.id),
):
    show(lambda: sel.corresponding_column(col))
    show(lambda: sel.corresponding_column(col, require_embedded=True))
u = union(select(a.c.id, a.c.x), select(b.c.id, b.c.y))
us = u.subquery("us")
for col in (a.c.id, b.c.id, a.c.x, b.c.y, u.selected_columns.id):
    show(lambda: us.corresponding_column(col))
show(lambda: us.c.id.shares_lineage(a.c.id))
show(lambda: us.c.id.shares_lineage(b.c.id))
show(lambda: s2.c.x.shares_lineage(a.c.x))
show(lambda: s2.c.x.shares_lineage(al.c.x))
lab = select(a.c.id.label("q"), (a.c.id + 1).label("w"), func.now().label("n")).subquery("lab")
show(lambda: lab.corresponding_column(a.c.id))
show(lambda: lab.c.q.base_columns == {a.c.id})
show(lambda: sorted(str(x) for x in s2.c.x.proxy_set))
show(lambda: select(a).selected_columns.corresponding_column(a.c.x) is a.c.x)
show(lambda: s.c.corresponding_column(a.c.x) is s.c.x)
show(lambda: s.c.contains_column(s.c.x))
show(lambda: s.c.contains_column("x"))
show(lambda: j.c.keys())
show(lambda: j.is_derived_from(a))
show(lambda: s2.is_derived_from(a))
show(lambda: a.is_derived_from(s2))
show(lambda: s.replace_selectable(a, al) if hasattr(s, "replace_selectable") else None)
tc = table("tc", column("q"))
show(lambda: tc.append_column(column("r")))
show(lambda: (tc.c.keys(), str(select(tc))))
show(lambda: tc.append_column(Column("w", Integer)))
show(lambda: str(insert(tc)))
show(lambda: tc.insert_column(column("r2"), 0) if hasattr(tc, "insert_column") else None)
show(lambda: tc.c.keys())
other = table("other", column("q"))
show(lambda: tc.append_column(other.c.q))
show(lambda: tc.append_column(5))
show(lambda: tc.primary_key)
show(lambda: (tc.name, tc.schema, tc.fullname, tc.description, tc.named_with_column))
show(lambda: column("x", Integer)[5])
show(lambda: column("x", ARRAY(Integer))[5])
show(lambda: column("x", ARRAY(Integer, zero_indexes=True))[5].compile().params)
show(lambda: column("x", ARRAY(Integer))[1:3].compile(dialect=pg.dialect()))
show(lambda: column("x", ARRAY(Integer, dimensions=2))[1][2])
show(lambda: column("x", ARRAY(Integer, dimensions=2))[1].type)
show(lambda: any_(column("x", ARRAY(Integer))).type)
show(lambda: (5 == any_(column("x", ARRAY(Integer)))).type)
show(lambda: column("x", ARRAY(Integer)).any(5))
show(lambda: column("x", ARRAY(Integer)).all(5, operator=operators.lt))
show(lambda: column("x", ARRAY(Integer)).any_() == 5)
show(lambda: any_(select(a.c.id)))
show(lambda: a.c.id == any_(select(a.c.id).scalar_subquery()))
show(lambda: any_(5))
show(lambda: select(a).with_only_columns())
show(lambda: select(a).where("x = 5"))
show(lambda: select(a).order_by(5))
show(lambda: select(a).group_by(None))
show(lambda: select(a).having("x"))
show(lambda: select(a).limit("x"))
show(lambda: select(a).limit(5.5))
show(lambda: select(a).select_from("a"))
show(lambda: select(a).join("b"))
show(lambda: select(a).join_from(a, c))
show(lambda: select(a).join(b, isouter=True, full=True))
show(lambda: select(func.count()).select_from(a).scalar_subquery().columns)
show(lambda: select(a.c.id).scalar_subquery().c)
show(lambda: select(a.c.id).scalar_subquery().c.id)
show(lambda: exists(select(a.c.id)).select_from(a).where(a.c.id == 5).correlate(b))
show(lambda: select(a).subquery().c.nope)
show(lambda: select(a).c.id)
show(lambda: a.c["nope"])
show(lambda: a.c["id", "nope"])
show(lambda: a.c[0])
show(lambda: a.c[7])
show(lambda: a.c[0:1])

"""Text columns keep their spelling in subqueries and CTEs"""

from sqlalchemy import *

t = table("t", column("a"), column("b"))
print(select(select(literal_column("x y")).subquery()))
print(select(select(literal_column("'q'")).subquery()))
print(select(select(literal_column("1")).cte("c")))
print(select(select(literal_column("1").label("z")).cte("c")))
print(select(select(literal_column('"NEEDS QUOTES"')).subquery()))
print(select(select(column("x y", is_literal=True), t.c.a).alias("k")).where(column("q") == 1))
print(select(select(text("column1 AS foobar"), literal_column("column2 AS hoho"), t.c.a).subquery()))
s = select(literal_column("x y"), t.c.a).subquery()
print(s.c.keys(), [c.is_literal for c in s.c])
s2 = select(s.c.a, s.c["x y"].label("z")).subquery()
print(select(s2), [c.is_literal for c in s2.c])
print(select(s).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))
u = union(select(literal_column("1 x")), select(literal_column("2 x"))).subquery()
print(select(u))

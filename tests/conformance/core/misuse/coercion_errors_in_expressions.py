"""What operators, functions and constructs say when an operand is the wrong kind of thing: every 'expected, got' message."""
import re

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, and_, asc, between, case, cast, collate, column, delete, desc, distinct, except_, exists, extract, func, insert, intersect, join, literal, literal_column, not_, null, or_, select, table, text, tuple_, type_coerce, union, update, values

m = MetaData()
t = Table("t", m, Column("id", Integer, primary_key=True), Column("a", Integer), Column("s", String(10)))
u = Table("u", m, Column("id", Integer, primary_key=True), Column("t_id", ForeignKey("t.id")))


class Thing:
    def __repr__(self):
        return "<Thing>"


thing = Thing()
PLACES = {
    "union": lambda x: union(select(t.c.id), x), "in_": lambda x: t.c.a.in_(x), "== ": lambda x: t.c.a == x, "+": lambda x: t.c.a + x, "like": lambda x: t.c.s.like(x), "between": lambda x: t.c.a.between(x, x), "is_": lambda x: t.c.a.is_(x), "and_": lambda x: and_(x, t.c.a == 1), "or_": lambda x: or_(x, t.c.a == 1), "not_": lambda x: not_(x), "func": lambda x: func.f(x), "case when": lambda x: case((x, 1)), "case then": lambda x: case((t.c.a == 1, x)), "case else": lambda x: case((t.c.a == 1, 1), else_=x), "cast": lambda x: cast(x, Integer), "desc": lambda x: desc(x), "distinct()": lambda x: distinct(x), "collate": lambda x: collate(x, "c"), "extract": lambda x: extract("year", x), "tuple_": lambda x: tuple_(x, 1), "literal": lambda x: literal(x), "label": lambda x: select(t.c.a.label(x)) if isinstance(x, str) else "skipped", "exists": lambda x: exists(x), "over": lambda x: func.rank().over(partition_by=x), "over order": lambda x: func.rank().over(order_by=x), "filter": lambda x: func.count().filter(x), "type_coerce": lambda x: type_coerce(x, Integer),
}
THINGS = {"'a = 1'": "a = 1", "5": 5, "None": None, "True": True, "object": thing, "list": [t.c.a], "table": t, "column": t.c.a, "select": select(t.c.a), "subquery": select(t.c.a).subquery("sq"), "text": text("x = 1"), "type": Integer, "dict": {"a": 1}, "label": t.c.a.label("l"), "criterion": t.c.a == 1, "cte": select(t.c.a).cte("c")}
for place, make in PLACES.items():
    print("==", place)
    for name, x in THINGS.items():
        try:
            result = make(x)
            text_ = " ".join(str(result).split())
        except Exception as error:
            text_ = "!! " + type(error).__name__ + ("" if isinstance(error, TypeError) else " " + str(error))
        print(f"  {name:<10}", re.sub(r"0x[0-9a-f]+", "0x", text_)[:230])


"""What each place of a SELECT says when it is given the wrong kind of thing: every 'expected, got' message."""
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
    "select": lambda x: select(x), "add_columns": lambda x: select(t.c.id).add_columns(x), "where": lambda x: select(t).where(x), "having": lambda x: select(t).having(x), "order_by": lambda x: select(t).order_by(x), "group_by": lambda x: select(t).group_by(x), "select_from": lambda x: select(t.c.id).select_from(x), "join": lambda x: select(t).join(x), "join on": lambda x: select(t).join(u, x), "table join": lambda x: t.join(x), "limit": lambda x: select(t).limit(x), "offset": lambda x: select(t).offset(x), "distinct": lambda x: select(t).distinct(x), "correlate": lambda x: select(t).correlate(x), "with_for_update": lambda x: select(t).with_for_update(of=x), "prefix_with": lambda x: select(t).prefix_with(x),
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


"""What INSERT, UPDATE, DELETE and their methods say when they are given the wrong kind of thing."""
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
    "insert": lambda x: insert(x), "update": lambda x: update(x), "delete": lambda x: delete(x), "insert values": lambda x: insert(t).values(a=x), "insert values()": lambda x: insert(t).values(x), "update values": lambda x: update(t).values(a=x), "update where": lambda x: update(t).where(x), "delete where": lambda x: delete(t).where(x), "returning": lambda x: insert(t).returning(x), "from_select": lambda x: insert(t).from_select(["a"], x), "from_select names": lambda x: insert(t).from_select(x, select(t.c.a)), "add_cte": lambda x: select(t).add_cte(x), "alias": lambda x: select(t.alias(x)) if isinstance(x, (str, type(None))) else "skipped",
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


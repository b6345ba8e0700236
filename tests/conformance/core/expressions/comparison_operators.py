"""Every comparison operator of a column: what it renders, its negation, its type and its operator function."""
from sqlalchemy import Boolean, Column, Date, Float, Integer, MetaData, Numeric, String, Table, column, func, literal, not_, null

t = Table("reading", MetaData(), Column("id", Integer, primary_key=True), Column("value", Float), Column("label", String(20)),
          Column("day", Date), Column("ok", Boolean), Column("price", Numeric(8, 2)))
c = t.c
expressions = [
    c.id == 5, c.id != 5, c.id < 5, c.id <= 5, c.id > 5, c.id >= 5, 5 == c.id, 5 < c.id, 5 >= c.id,
    c.value == c.price, c.label == "x", c.id == None, c.id != None, c.id == null(), null() != c.id,
    c.id.is_(None), c.id.is_not(None), c.id.is_(5), c.label.is_not("x"),
    c.id.is_distinct_from(3), c.id.is_not_distinct_from(None), c.id.is_distinct_from(c.value),
    c.id.between(1, 5), c.id.between(c.value, 10), c.label.like("a%"), c.label.not_like("a%"), c.label.ilike("a%"),
    c.id.in_([1, 2]), c.id.not_in([1, 2]), c.ok == True, c.ok != False, c.ok.is_(True), c.ok.is_not(False),
    (c.id == 1) == (c.value == 2), (c.id > 1) != c.ok, c.id == c.id + 1, func.abs(c.id) == func.abs(c.value),
    literal(1) == literal(2), column("free") == "x", c.id.regexp_match("^a"), c.label.startswith("a"), c.label.contains("b"),
]
for e in expressions:
    print(f"{e!s:<50} {type(e).__name__:<18} {e.type!r:<10} {getattr(e.operator, '__name__', e.operator)}")
print("--- negated")
for e in expressions:
    print(f"{not_(e)!s:<55} {~~e!s}")
print("--- parts")
e = c.id == 5
print(e.left, e.right, e.right.value, e.right.type, e.negate.__name__, e.modifiers)
print((c.label.like("x", escape="!")).modifiers)
print((c.id < 5).compare(c.id < 5), (c.id < 5).compare(c.id < 6), (c.id < 5).compare(c.id <= 5))


"""Recipes for operators: op(), is_comparison, precedence, return types, and reusing them on results."""
from sqlalchemy import ARRAY, Boolean, Column, Integer, MetaData, Numeric, String, Table, UnaryExpression, create_engine, func, insert, select, type_coerce
from sqlalchemy.sql import operators
from sqlalchemy.sql.expression import BinaryExpression


t = Table("t", MetaData(), Column("x", Integer), Column("y", Integer), Column("s", String))
print(t.c.y.op("<->")(5), "|", t.c.y.op("&&", is_comparison=True)([1, 2]), "|", t.c.y.op("||", precedence=5)(2) * 3, "|", t.c.y.op("@@", return_type=Boolean())(1).type)
print(t.c.y.bool_op("~~~")(5), (t.c.y.bool_op("~~~")(5)).type, ~t.c.y.bool_op("~~~")(5))
print(t.c.s.op("REGEXP")("^a") & (t.c.y == 1), t.c.s.op("->>")("k") == "v", t.c.y.op("%")(2) == 0)
print(operators.ge(t.c.y, 5), operators.and_(t.c.y == 1, t.c.x == 2) if hasattr(operators, "nope") else "", operators.like_op(t.c.s, "a%"), operators.desc_op(t.c.y))
print((t.c.y == 5).operator.__name__, (t.c.y == 5).left, (t.c.y == 5).right.value, isinstance(t.c.y == 5, BinaryExpression))
engine = create_engine("sqlite://")
t.create(engine)
with engine.connect() as conn:
    conn.execute(insert(t).values(x=3, y=4, s="abc"))
    print(conn.execute(select(t.c.y.op("<<")(2), t.c.y.op("|")(3), t.c.s.op("||")("!"), t.c.s.op("GLOB")("a*"), (t.c.x - 1).label("less"))).one())
    print(conn.scalar(select(t.c.s.concat("x").concat(t.c.y))), conn.scalar(select(-t.c.y % 3)), conn.scalar(select(~t.c.y.bitwise_and(6))))

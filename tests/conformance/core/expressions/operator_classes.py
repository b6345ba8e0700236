"""Which operators a type has: OperatorClass, the warnings about others, and those of types of one's own"""

import warnings
from sqlalchemy import *
from sqlalchemy.types import OperatorClass, TypeEngine, UserDefinedType, TypeDecorator
from sqlalchemy.dialects import postgresql as pg, mysql
from sqlalchemy.sql.operators import custom_op


class Mine(TypeEngine):
    pass


class Own(TypeEngine):
    operator_classes = OperatorClass.MATH | OperatorClass.EQUALITY


class Udt(UserDefinedType):
    def get_col_spec(self, **kw):
        return "UDT"


class Deco(TypeDecorator):
    impl = Integer
    cache_ok = True


class Big(Integer):
    operator_classes = OperatorClass.BASE | OperatorClass.EQUALITY


def show(f):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try:
            print(f())
        except Exception as e:
            print(type(e).__name__, e)
        for x in w:
            print("   W", x.category.__name__, x.message)


for ty in (
    Integer(),
    String(),
    Boolean(),
    DateTime(),
    JSON(),
    LargeBinary(),
    Uuid(),
    Interval(),
    Numeric(),
    Enum("a", "b"),
    PickleType(),
    Mine(),
    Own(),
    Udt(),
    Deco(),
    Big(),
    pg.HSTORE(),
    pg.INET(),
    pg.MONEY(),
    pg.BIT(3),
    pg.INT4RANGE(),
    pg.TSVECTOR(),
    pg.JSONB(),
    pg.ARRAY(Integer),
    mysql.YEAR(),
    mysql.BIT(),
    Integer().with_variant(String(), "sqlite"),
):
    c = column("c", ty)
    print("##", type(ty).__name__, ty.operator_classes)
    for f in (
        lambda: c == 5,
        lambda: c > 5,
        lambda: c + 5,
        lambda: c.like("x"),
        lambda: c.in_([1]),
        lambda: c.is_(None),
        lambda: c.desc(),
        lambda: ~c,
        lambda: c.op("~")(5),
        lambda: c.bitwise_and(5),
        lambda: -c,
        lambda: c.between(1, 2),
        lambda: c.concat("x"),
        lambda: c.distinct(),
        lambda: c & c,
        lambda: c.contains("x"),
        lambda: c.op("@@", operator_class=OperatorClass.MATH)(5),
    ):
        show(f)
op = custom_op("x", operator_class=OperatorClass.STRING_MATCH)
print(
    op.operator_class,
    op == custom_op("x"),
    op == custom_op("x", operator_class=OperatorClass.STRING_MATCH),
    custom_op("x").operator_class,
)
print(column("q", String).op("->", operator_class=OperatorClass.JSON)("z").operator.operator_class)
print(
    list(OperatorClass)[:4],
    OperatorClass.ANY == OperatorClass.ANY | OperatorClass.STRING,
    OperatorClass.STRING & OperatorClass.MATH,
)

"""GenericFunction: own return types, names, packages, quoted identifiers, defaults in __init__, and a registry that warns."""
import warnings

from sqlalchemy import Boolean, Column, DateTime, Float, Integer, MetaData, Numeric, String, Table, column, create_engine, func, literal, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.sql import functions
from sqlalchemy.sql.elements import quoted_name
from sqlalchemy.sql.functions import Function, GenericFunction

t = Table("t", MetaData(), Column("a", Integer), Column("s", String(10)))


class as_utc(GenericFunction):
    type = DateTime()
    inherit_cache = True


class distance(GenericFunction):
    type = Float()
    package = "geo"
    inherit_cache = True


class area(GenericFunction):
    type = Float()
    package = "geo"
    name = "ST_Area"
    identifier = "area"
    inherit_cache = True


class quoted(GenericFunction):
    type = Integer()
    name = quoted_name("MyFunc", True)
    identifier = "myfunc"
    inherit_cache = True


class clamp(GenericFunction):
    type = Integer()
    inherit_cache = True

    def __init__(self, value, low=0, high=100):
        super().__init__(value, low, high)


def show(source):
    try:
        e = eval(source)
        print(f"{source:<40} {type(e).__name__:<14} {getattr(e, 'type', None)!r:<14} {e}")
    except Exception as error:
        print(f"{source:<40} {type(error).__name__}: {error}")


for source in ["func.as_utc(t.c.a)", "func.AS_UTC(t.c.a)", "as_utc(t.c.a)", "as_utc()", "func.distance(1, 2)", "func.geo.distance(1, 2)", "func.geo.area(t.c.a)", "func.area(1)", "func.geo.other(1)", "func.myfunc(1)", "func.MyFunc(1)", "quoted(2)",
               "func.clamp(t.c.a)", "func.clamp(t.c.a, high=5)", "func.clamp(t.c.a, 1, 2)", "clamp(7)", "func.as_utc(t.c.a) < func.now()", "func.clamp(t.c.a) == 5", "func.clamp(t.c.a).over(order_by=t.c.a)", "func.as_utc(1).label('u')",
               "as_utc.name if hasattr(as_utc, 'name') else None", "clamp(1).name", "area(1).name", "functions.count(t.c.a)", "functions.max(t.c.a)", "functions.now()", "functions.coalesce(t.c.a, 1)", "Function('raw', t.c.a)", "Function('raw', t.c.a, type_=Integer)", "Function('Mixed Name', 1)", "Function('raw', 1, packagenames=['p', 'q'])", "isinstance(func.count(), functions.count)", "isinstance(func.foo(), Function)"]:
    show(source)
print(select(func.geo.area(t.c.a), func.clamp(t.c.a)))
print(select(func.myfunc(t.c.a)).compile(dialect=postgresql.dialect()))
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")

    class as_utc(GenericFunction):
        type = String()
        inherit_cache = True

    print(len(seen), *(f"{w.category.__name__}: {w.message}" for w in seen))
print(repr(func.as_utc().type))


class plain(Function):
    inherit_cache = True


print(plain("plain", 5), "plain" in dir(functions))
engine = create_engine("sqlite://")
with engine.connect() as conn:
    conn.connection.driver_connection.create_function("clamp", 3, lambda v, lo, hi: max(lo, min(hi, v)))
    print(conn.scalar(select(func.clamp(literal(500), high=42))))


"""UserDefinedType: get_col_spec, bind_processor, result_processor, bind_expression, column_expression, and operators of its own."""
from sqlalchemy import Column, Integer, MetaData, Table, create_engine, func, insert, literal_column, select, update, String
from sqlalchemy.types import UserDefinedType, TypeDecorator


class Point(UserDefinedType):
    cache_ok = True

    def __init__(self, scale=1):
        self.scale = scale

    def get_col_spec(self, **kw):
        return f"POINT({self.scale})"

    def bind_processor(self, dialect):
        def process(value):
            return None if value is None else f"{value[0]};{value[1]}"

        return process

    def result_processor(self, dialect, coltype):
        def process(value):
            return None if value is None else tuple(int(n) for n in value.split(";"))

        return process

    class comparator_factory(UserDefinedType.Comparator):
        def __matmul__(self, other):
            return self.op("@")(other)

        def x(self):
            return func.substr(self.expr, 1, func.instr(self.expr, ";") - 1, type_=Integer)


class Lowered(TypeDecorator):
    impl = String
    cache_ok = True

    def bind_expression(self, bindvalue):
        return func.lower(bindvalue, type_=self)

    def column_expression(self, column):
        return func.upper(column, type_=self)


metadata = MetaData()
t = Table("t", metadata, Column("id", Integer, primary_key=True), Column("p", Point(2)), Column("w", Lowered(9)))
engine = create_engine("sqlite://", echo=True)
metadata.create_all(engine)
with engine.connect() as conn:
    conn.execute(insert(t), [{"p": (3, 4), "w": "HeLLo"}, {"p": None, "w": None}])
    print(conn.execute(select(t)).all())
    print(conn.execute(select(t.c.p.x(), t.c.w.label("q")).where(t.c.p == (3, 4))).all())
    print(conn.execute(select(t.c.id).where(t.c.w == "HELLO")).all())
    print(conn.execute(select(t.c.w).where(t.c.w.in_(["HELLO", "x"]))).all())
    conn.execute(update(t).where(t.c.id == 1).values(w="Again"))
    print(conn.exec_driver_sql("SELECT * FROM t").all())
    print(conn.execute(insert(t).values(w="Back").returning(t.c.w, t.c.p)).all())
    sub = select(t.c.id, t.c.w).subquery()
    print(select(sub))
    print(conn.execute(select(sub.c.w).order_by(sub.c.id)).all())
print(t.c.p @ (1, 2), (t.c.p @ (1, 2)).type)
print(repr(Point(5)), str(Point(5)), t.c.p.type.scale)
print(select(t.c.w, t.c.p).where(t.c.w > "b"))
print(select(func.max(t.c.w)), select(t.c.w + "x"))
try:
    (t.c.p == (1, 2)).compile(compile_kwargs={"literal_binds": True})
except Exception as exc:
    print(type(exc).__name__, exc)

"""SQL that types put around parameters and columns: lists written out, set operations, RETURNING, types chosen by dialect"""

from sqlalchemy import *
from sqlalchemy.types import TypeDecorator, UserDefinedType


class Shout(String):
    def bind_expression(self, bindvalue):
        return func.lower(bindvalue)

    def column_expression(self, col):
        return func.upper(col)


class Inner(String):
    def bind_expression(self, bindvalue):
        return func.trim(bindvalue)

    def column_expression(self, col):
        return func.rtrim(col)


class Outer(TypeDecorator):
    impl = String
    cache_ok = True

    def load_dialect_impl(self, dialect):
        return Inner()

    def bind_expression(self, bindvalue):
        return func.ltrim(self.impl.bind_expression(bindvalue))

    def column_expression(self, col):
        return func.ltrim(self.impl.column_expression(col))


m = MetaData()
t = Table("t", m, Column("id", Integer, primary_key=True), Column("x", String(5)), Column("y", Shout(5)))
o = Table("o", m, Column("id", Integer, primary_key=True), Column("z", Outer))
engine = create_engine("sqlite://", echo=True)
m.create_all(engine)


def show(stmt, **kw):
    print(stmt.compile(**kw))


show(select(t).where(t.c.y.in_(["hi", "there"])))
show(select(t).where(t.c.y.in_(["hi", "there"])), compile_kwargs={"literal_binds": True})
show(select(t).where(t.c.y.in_([])), compile_kwargs={"literal_binds": True})
show(select(t).where(t.c.y == "Hi"), compile_kwargs={"literal_binds": True})
show(select(t).where(t.c.y.not_in(["hi", "there"])), compile_kwargs={"render_postcompile": True})
show(union(select(t.c.y).where(t.c.y == "a"), select(t.c.y).where(t.c.y == "b")))
show(select(t.c.y).union_all(select(t.c.y), select(t.c.y.label("q"))).order_by("y"))
show(select(select(t.c.y).subquery().c.y))
show(select(t.c.y).union_all(select(t.c.y)).subquery().select())
show(select(o).where(o.c.z == "q"))
show(insert(o).values(z="q"))
show(o.update().values(z="w").where(o.c.z.in_(["a", "b"])))

with engine.begin() as conn:
    conn.execute(insert(t), [{"x": "X1", "y": "Y1"}, {"x": "X2", "y": "Y2"}])
    print(conn.exec_driver_sql("select * from t").all())
    print(
        conn.execute(
            insert(t).returning(t.c["x", "y"]), [{"x": "X3", "y": "Y3"}, {"x": "X4", "y": "Y4"}]
        ).all()
    )
    print(
        conn.execute(
            insert(t).returning(t, sort_by_parameter_order=True),
            [{"x": "X5", "y": "Y5"}, {"x": "X6", "y": "Y6"}],
        ).all()
    )
    row = conn.execute(select(t.c.x.label("xbar"), t.c.y.label("ybar")).order_by(t.c.id)).first()
    print(row._mapping[t.c.y], row.ybar)
    row = conn.execute(select(t.c.x.label("xbar"), t.c.y.label("ybar")).order_by(t.c.id)).first()
    print(row._mapping[t.c.y])
    row = conn.execute(select(t).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)).first()
    print(row._mapping[t.c.y], row.t_y)
    conn.execute(insert(o), [{"z": " a "}])
    print(conn.execute(select(o)).all(), conn.execute(select(o.c.z.label("k")).where(o.c.z == " a ")).all())
    print(conn.execute(update(t).where(t.c.y == "Y1").values(y="NEW").returning(t.c.y)).all())
    print(conn.execute(delete(t).where(t.c.y.in_(["NEW", "Y2"])).returning(t.c.y.label("gone"))).all())

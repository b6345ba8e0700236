"""Types that bring their own operators: comparator_factory, reflected operators, bind_expression and column_expression in every kind of statement."""
from sqlalchemy import Column, Integer, MetaData, String, Table, and_, column, func, literal, select
from sqlalchemy.types import TypeDecorator, UserDefinedType

t = Table("t", MetaData(), Column("a", Integer), Column("b", Integer), Column("s", String))


class MyInt(Integer):
    class comparator_factory(Integer.Comparator):
        def __add__(self, other):
            return self.op("plus")(other)

        def goofy(self, other):
            return self.op("goofy")(other)

        def __rshift__(self, other):
            return func.shift(self.expr, other)


class Point(UserDefinedType):
    cache_ok = True

    class Comparator(UserDefinedType.Comparator):
        def near(self, other):
            return self.op("<->", return_type=Integer())(other)

        def __getitem__(self, index):
            return func.coord(self.expr, index, type_=Integer)

    comparator_factory = Comparator

    def get_col_spec(self, **kw):
        return "POINT"

    def column_expression(self, col):
        return func.as_text(col, type_=self)

    def bind_expression(self, bindvalue):
        return func.from_text(bindvalue, type_=self)


class Lower(TypeDecorator):
    impl = String
    cache_ok = True

    class comparator_factory(String.Comparator):
        def __eq__(self, other):
            return func.lower(self.expr) == func.lower(other)

    def coerce_compared_value(self, op, value):
        return self.impl


p = Table("p", t.metadata, Column("id", Integer, primary_key=True), Column("at", Point))


def show(source):
    try:
        print(source, "->", str(eval(source)).replace("\n", " "))
    except Exception as error:
        print(source, "!!", type(error).__name__, error)


for source in [
    "column('x', MyInt) + 5", "column('x', MyInt).goofy(7)", "column('x', MyInt) >> 2", "column('x', MyInt) - 5", "(column('x', MyInt) + 5).type", "column('x', Integer).goofy(7)", "5 + column('x', MyInt)",
    "column('x', Lower) == 'A'", "column('x', Lower()) != 'A'", "column('x', Lower) + 'y'", "(column('x', Lower) + 'y').type", "column('x', Lower).in_(['A'])", "func.f(column('x', Lower), type_=Lower) == 'Q'",
    "p.c.at.near('x')", "p.c.at.near('x') < 5", "p.c.at[0]", "p.c.at[0] + 1", "select(p)", "select(p.c.at)", "select(p).where(p.c.at == '1,2')", "select(p).where(p.c.at.in_(['1', '2']))", "select(p.c.at.label('z'))", "select(func.max(p.c.at))", "select(literal('x', Point))", "p.insert().values(at='1,2')", "p.update().values(at='1,2')", "p.delete().where(p.c.at == 'x')", "select(p).subquery().select()", "select(select(p.c.at).subquery().c.at)", "p.insert().returning(p.c.at)", "select(p.alias('q'))",
]:
    show(source)

"""Types used wrongly in expressions: instances and classes, wrong arguments, TypeDecorator without impl or cache_ok, coercion by operators."""
import re
import warnings

from sqlalchemy import JSON, Boolean, Column, Date, DateTime, Enum, Float, Integer, LargeBinary, MetaData, Numeric, String, Table, Text, TypeDecorator, Uuid, bindparam, cast, column, create_engine, func, insert, literal, null, select, type_coerce
from sqlalchemy.types import TypeEngine, UserDefinedType

t = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("a", Integer))


class NoCache(TypeDecorator):
    impl = String


class NoImpl(TypeDecorator):
    cache_ok = True


class Doubler(TypeDecorator):
    impl = Integer
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return None if value is None else value * 2

    def process_result_value(self, value, dialect):
        return None if value is None else value // 2


def show(source):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        try:
            result = eval(source)
            print(source, "->", re.sub(r"0x[0-9a-f]+", "0x", " ".join(str(result).split())))
        except Exception as error:
            print(source, "!!", type(error).__name__, re.sub(r"0x[0-9a-f]+", "0x", str(error)))
    for w in seen:
        print("     ", w.category.__name__, str(w.message)[:200])


for source in [
    "Integer() == Integer()", "repr(Integer)", "repr(Integer())", "str(Integer)", "Integer(5)", "String('x')", "String(-5)", "str(String(-5))", "String(5, 6)", "repr(String(5, 6))", "Numeric('x')", "Numeric(5, 10)", "Enum()", "Enum(5)", "Enum('a', 5)", "Enum('a', 'a')", "DateTime(True)", "DateTime('x')", "Boolean(create_constraint=True, name='ck')", "NoImpl()", "NoCache()", "repr(NoCache(5))", "repr(Doubler())", "Doubler().impl", "Doubler(5)", "type_coerce(t.c.a, Doubler).type", "t.c.a == type_coerce(5, Doubler)", "column('x', Doubler) + 1", "(column('x', Doubler) + 1).type", "(column('x', Doubler) == 'z').right.type", "column('x', Doubler).in_([1]).right.type", "(column('x', Date) + 1).type", "(column('x', JSON) == {'a': 1}).right.type", "(column('x', JSON)['a'] == 5).right.type", "(column('x', Enum('a', 'b')) == 'a').right.type", "(column('x', Boolean) == 1).right.type", "(column('x', Numeric) == 1.5).right.type", "(column('x', Float) + 1).type", "(column('x', Uuid) == 'x').right.type", "column('x', LargeBinary)[0:1]", "column('x', Boolean) + 1", "column('x', Boolean) & column('y', Boolean)", "~column('x', Boolean)", "~column('x', Integer)", "-column('x', String)", "column('x', Date) - column('y', Date)", "(column('x', Date) - column('y', Date)).type", "column('x', Date) < 5", "column('x', Date) * 2", "column('x', String) + column('y', Integer)", "(column('x', String) + column('y', Integer)).type", "column('x', Integer) + column('y', String)", "(column('x', Integer) + column('y', String)).type", "column('x') + column('y', String)", "(column('x') + column('y', String)).type", "column('x', Text).contains(column('y', Integer))", "func.foo(type_=Integer).type", "cast(5)" if False else "cast('x', String).type", "cast(t.c.a, type_=String)" if False else "null().type", "literal('x', type_=Integer).type", "bindparam('x', type_=Integer()).type", "Column('x', Integer()).type is Column('y', Integer()).type", "Integer().compile()", "Integer().python_type", "JSON().python_type", "String().comparator_factory.__name__", "TypeEngine().compile()", "UserDefinedType().compile()", "String(5).length, String().length, Numeric(5, 2).scale, Numeric(5, 2).asdecimal, Float().asdecimal", "String(5).copy().length", "Integer().as_generic()", "String(5).adapt(Text).length", "String(5).with_variant(Text(), 'sqlite')", "repr(String(5).with_variant(Text(), 'sqlite'))", "String(5).with_variant(Text())", "String(5).with_variant(Text(), 'sqlite').with_variant(Text(), 'sqlite')", "Integer().coerce_compared_value(None, 'x')", "String().coerce_compared_value(None, 5)", "Integer().evaluates_none().should_evaluate_none", "JSON().should_evaluate_none, JSON(none_as_null=True).none_as_null",
]:
    show(source)
engine = create_engine("sqlite://", echo=True)
with engine.connect() as conn:
    d = Table("d", MetaData(), Column("id", Integer, primary_key=True), Column("x", Doubler))
    d.create(conn)
    conn.execute(insert(d), [{"x": 5}, {"x": None}])
    print(conn.execute(select(d.c.x, d.c.x + 1, func.max(d.c.x), type_coerce(d.c.x, Integer), cast(d.c.x, Integer), literal(7, Doubler)).group_by(d.c.id)).all())
    print(conn.execute(select(d.c.id).where(d.c.x == 5)).scalars().all(), conn.execute(select(d.c.id).where(d.c.x.in_([5, 6]))).scalars().all())
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        conn.execute(select(column("q", NoCache)).select_from(select(literal("z").label("q")).subquery()))
        print([str(w.message)[:120] for w in seen])


"""literal(), literal_column(), text(), true(), null() and plain values: types, names, rendering and where each is allowed."""
import datetime
import decimal
import enum
import re
import uuid

from sqlalchemy import JSON, Boolean, Column, Date, DateTime, Enum, Float, Integer, LargeBinary, MetaData, Numeric, String, Table, Uuid, bindparam, column, false, func, literal, literal_column, null, select, text, true
from sqlalchemy.dialects import mysql, postgresql, sqlite


class Colour(enum.Enum):
    RED = 1
    BLUE = "b"


t = Table("t", MetaData(), Column("a", Integer), Column("s", String(10)), Column("f", Float))
a, s, f = t.c


def show(source):
    try:
        e = eval(source)
        c = e.compile()
        print(f"{source:<50} {getattr(e, 'type', None)!r:<20}", str(c).replace("\n", " "), c.params)
    except Exception as error:
        print(f"{source:<50} {type(error).__name__}: {re.sub('0x[0-9a-f]+', '0x', str(error))}")
        return
    for dialect in (None, sqlite.dialect(), postgresql.dialect(), mysql.dialect()):
        try:
            print("     ", str(e.compile(dialect=dialect, compile_kwargs={"literal_binds": True})).replace("\n", " "))
        except Exception as error:
            print("     ", type(error).__name__, re.sub("0x[0-9a-f]+", "0x", str(error)))


for source in [
    "literal(5)", "literal('it''s 100%')", "literal(1.5)", "literal(1e300)", "literal(True)", "literal(None)", "literal(decimal.Decimal('1.10'))", "literal(datetime.date(2024, 1, 2))", "literal(datetime.datetime(2024, 1, 2, 3, 4, 5, 6))", "literal(datetime.time(3, 4))", "literal(datetime.timedelta(days=1, hours=2))", "literal(b'ab')", "literal(uuid.UUID(int=5))", "literal([1, 2])", "literal({'a': 1})", "literal((1, 2))", "literal(Colour.RED)",
    "literal({'a': [1, None]}, JSON)", "literal(Colour.RED, Enum(Colour))", "literal('x', Enum('x', 'y'))", "literal('5', Integer)", "literal(5, String)", "literal(None, Integer)", "literal('x', Uuid)", "literal(-5)", "literal(5, literal_execute=True)", "literal('a', literal_execute=True) + s", "literal(t.c.a)", "literal(select(a))", "literal(object)", "literal(datetime.datetime(2024, 1, 2, tzinfo=datetime.timezone.utc))", "literal(float('inf'))", "literal('new\\nline')", "literal('back\\\\slash')", "literal('\"quoted\"')", "literal('%(x)s :y ?')", "literal('é')", "literal(2**70)", "literal('0')", "literal(0)",
    "literal_column('1 + 1')", "literal_column('1 + 1', Integer) * 2", "literal_column('x').label('y')", "literal_column(\"'a%b'\")", "literal_column('a', String) + 'x'", "literal_column('x') == 5", "literal_column('x', type_=Integer)", "literal_column('t.a')", "-literal_column('x')", "literal_column('x').desc()", "literal_column('x y').is_(None)", "column('x y')", "column('x', is_literal=True)", "column('a', Integer) + 1", "column('t.a')", "column('select')", "column('x', _selectable=t)",
    "text('1')", "text('1').label('x')", "text('a = :x').bindparams(x=5)", "text('a') + 1", "text('a') == 1", "select(text('1'), literal(1), literal_column('1'), 1)", "select('1')", "select(1.5)", "select(True)", "select(None)", "select(datetime.date(2024, 1, 2))", "true()", "false()", "null()", "true() + 1", "null() + 1", "null().label('n')", "select(null(), true(), false())", "a == true()", "a + 'x'", "a + None", "s + None", "a == Colour.RED", "f == '1.5'", "a == [1]", "a == datetime.date(2024, 1, 2)", "a == {'x': 1}", "a == select(a)", "a == t", "a == 'x' 'y'", "a == b'x'", "a == 1.5", "a == True", "a < True", "a + True", "s == 5", "s < datetime.date(2020, 1, 1)",
]:
    show(source)


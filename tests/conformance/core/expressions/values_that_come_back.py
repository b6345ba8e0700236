"""What expressions give back from SQLite: Python type and value for arithmetic, dates, booleans, strings, NULL, decimals and functions."""
import datetime
import warnings
from decimal import Decimal

from sqlalchemy import JSON, Boolean, Column, Date, DateTime, Double, Enum, Float, Integer, Interval, LargeBinary, MetaData, Numeric, String, Table, Time, Uuid, and_, case, cast, column, create_engine, extract, func, insert, literal, literal_column, not_, null, or_, select, text, true, type_coerce
import uuid

warnings.simplefilter("ignore")
engine = create_engine("sqlite://")
t = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("i", Integer), Column("f", Float), Column("n", Numeric(10, 3)), Column("nf", Numeric(10, 3, asdecimal=False)), Column("s", String), Column("ok", Boolean), Column("d", Date), Column("dt", DateTime), Column("tm", Time), Column("iv", Interval), Column("j", JSON), Column("e", Enum("x", "y")), Column("u", Uuid), Column("b", LargeBinary), Column("z", Integer))
t.metadata.create_all(engine)
c = t.c
conn = engine.connect()
conn.execute(insert(t), {"i": 7, "f": 2.5, "n": Decimal("1.125"), "nf": 1.5, "s": "héLLo", "ok": True, "d": datetime.date(2024, 2, 29), "dt": datetime.datetime(2024, 2, 29, 13, 14, 15, 678), "tm": datetime.time(5, 6), "iv": datetime.timedelta(days=2, hours=3), "j": {"a": [1, 2.5, None, "x", True]}, "e": "y", "u": uuid.UUID(int=9), "b": b"\x01a", "z": None})
for source in [
    "c.i", "c.f", "c.n", "c.nf", "c.s", "c.ok", "c.d", "c.dt", "c.tm", "c.iv", "c.j", "c.e", "c.u", "c.b", "c.z", "c.i + 1", "c.i / 2", "c.i // 2", "-c.i // 2", "c.i % 4", "-c.i % 4", "c.i / 0", "c.i % 0", "c.i * 1.5", "c.i + c.f", "c.f / 2", "c.f // 1", "c.n + 1", "c.n * c.n", "c.n / 3", "c.n + c.f", "c.i * c.n", "c.n * 2.0", "c.nf * 2", "-c.n", "c.i + literal(None, Integer)", "c.z + 1", "c.i + c.z", "c.s + c.z", "c.s + '!'", "c.s + cast(c.i, String)", "c.s.concat(c.i)", "c.i.bitwise_xor(5)",
    "c.i == 7", "c.i == None", "c.z == 1", "c.z.is_(None)", "c.ok", "~c.ok", "not_(c.ok)", "and_(c.ok, c.i == 7)", "or_(c.z == 1, c.ok)", "and_(c.z == 1, c.ok)", "c.i.in_([7, 8])", "c.z.in_([1])", "c.i.between(1, 9)", "c.s.like('h%')", "c.s.ilike('H_LLO')", "c.s.contains('LL')", "c.i.is_distinct_from(c.z)", "true()", "null()", "literal(True)", "literal(5)", "literal('x')", "literal(1.5)", "literal(Decimal('2.50'))", "literal(datetime.date(2024, 1, 1))", "literal(datetime.datetime(2024, 1, 1))", "literal(datetime.timedelta(1))", "literal(b'ab')", "literal(None)", "literal({'a': 1}, JSON)", "literal(uuid.UUID(int=1))", "literal_column('1 + 1')", "literal_column(\"'q'\")", "text('3')",
    "c.d == datetime.date(2024, 2, 29)", "c.d < c.dt", "c.dt > datetime.datetime(2024, 1, 1)", "extract('year', c.d)", "extract('doy', c.d)", "extract('second', c.dt)", "func.date(c.dt)", "func.date(c.d, '+1 day')", "func.date(c.d, '+1 day', type_=Date)", "func.datetime(c.dt, type_=DateTime)", "func.strftime('%m/%Y', c.d)", "func.julianday(c.d)", "func.max(c.d)", "func.max(c.dt)", "func.min(c.n)", "func.sum(c.n)", "func.sum(c.i)", "func.avg(c.i)", "func.avg(c.n)", "func.total(c.i)", "func.count(c.z)", "func.count()", "func.max(c.z)", "func.sum(c.z)", "func.coalesce(c.z, 5)", "func.coalesce(c.z, c.s)", "func.coalesce(c.d, None)", "func.nullif(c.i, 7)", "func.length(c.s)", "func.char_length(c.s)", "func.upper(c.s)", "func.lower(c.s)", "func.substr(c.s, 2, 2)", "func.abs(-c.i)", "func.round(c.f)", "func.round(c.n, 1)", "func.round(c.n, 1, type_=Numeric(8, 1))", "func.max(c.i, 9)", "func.min(1, 2, 3)", "func.typeof(c.n)", "func.typeof(c.d)", "func.hex(c.b)", "func.instr(c.s, 'L')", "func.group_concat(c.s)", "func.replace(c.s, 'L', 'l')", "func.trim(' x ')", "func.json_extract(c.j, '$.a')", "func.json_extract(c.j, '$.a', type_=JSON)", "func.quote(c.s)", "func.changes()", "func.iif(c.ok, 'y', 'n')", "func.row_number().over()", "func.sum(c.n).over()", "func.max(c.d).over()",
    "cast(c.i, String)", "cast(c.s, Integer)", "cast(c.f, Integer)", "cast(c.i, Float)", "cast('1.50', Numeric(5, 2))", "cast(c.i, Boolean)", "cast(c.n, String)", "cast(None, Date)", "type_coerce(c.i, String)", "type_coerce(c.s, JSON)", "type_coerce('[1]', JSON)", "type_coerce(c.i, Boolean)", "type_coerce(0, Boolean)", "type_coerce('2024-01-05', Date)", "type_coerce(c.f, Numeric(5, 2))", "type_coerce('x', Enum('x', 'y'))", "type_coerce('zz', Enum('x', 'y'))", "case((c.ok, c.d))", "case((c.ok, 1), else_='x')", "case((c.z == 1, 1))", "c.j['a'][1].as_float()", "c.j['a'][0]", "c.j['a'][2]", "c.j['a'][3].as_string()", "c.j['a'][4].as_boolean()", "c.j['zz']", "c.j['a']", "select(c.d).scalar_subquery()", "select(func.max(c.n)).scalar_subquery() + 1", "select(c.i).exists()", "c.d - c.d", "c.dt - c.dt", "c.iv + c.iv", "c.iv / 2", "c.d + 1", "c.e + 'z'", "c.e == 'y'", "c.e.in_(['x'])", "c.u == uuid.UUID(int=9)", "c.b == b'\\x01a'", "c.tm > datetime.time(1)",
]:
    try:
        stmt = select(eval(source)).select_from(t)
        value = conn.execute(stmt).scalar_one()
        print(f"{source:<44} {type(value).__name__:<10} {value!r}")
    except Exception as error:
        print(f"{source:<44} {type(error).__name__}: {(str(error).splitlines() or [''])[0]}")


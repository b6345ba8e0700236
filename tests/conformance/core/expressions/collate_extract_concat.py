"""COLLATE, EXTRACT, string concatenation and string functions, bitwise operators: every database, grouping and values."""
import datetime
import re

from sqlalchemy import Column, Date, DateTime, Integer, Interval, MetaData, String, Table, Text, Time, bitwise_not, cast, collate, column, create_engine, extract, func, insert, literal, literal_column, select, text
from sqlalchemy.dialects import mysql, postgresql, sqlite

engine = create_engine("sqlite://")
t = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("s", String(20)), Column("u", String(20, collation="NOCASE")), Column("x", Text), Column("a", Integer), Column("b", Integer), Column("d", Date), Column("at", DateTime), Column("tm", Time))
t.metadata.create_all(engine)
conn = engine.connect()
conn.execute(insert(t), {"s": "Abc", "u": "Abc", "x": "xyz", "a": 12, "b": 10, "d": datetime.date(2024, 2, 29), "at": datetime.datetime(2024, 12, 31, 23, 59, 58, 123456), "tm": datetime.time(5, 6, 7)})
i, s, u, x, a, b, d, at, tm = t.c


def show(source):
    try:
        e = eval(source)
        print(source, "->", *(str(e.compile(dialect=q)) + " |" for q in (None, sqlite.dialect(), postgresql.dialect(), mysql.dialect())), repr(e.type))
        print("    ", repr(conn.scalar(select(e))))
    except Exception as error:
        print(source, "!!", type(error).__name__, (re.sub("0x[0-9a-f]+", "0x", str(error)).splitlines() or [""])[0])


for source in [
    "s.collate('NOCASE')", "collate(s, 'nocase') == 'ABC'", "s.collate('NOCASE') == 'ABC'", "'ABC' == s.collate('NOCASE')", "s == collate('abc', 'NOCASE')", "s.collate('NOCASE').in_(['ABC'])", "s.collate('NOCASE') + 'x'", "(s + 'x').collate('NOCASE')", "s.collate('NOCASE').like('a%')", "s.collate('NOCASE') == u.collate('BINARY')", "func.lower(s).collate('de_DE')", "s.collate('utf8mb4_bin')", "s.collate('en_US.utf8')", "s.collate('my coll')", "s.collate('NOCASE').collate('BINARY')", "s.collate('NOCASE').label('l')", "collate('x', 'NOCASE')", "collate(literal('x'), 'NOCASE') < s", "s.collate(None)", "s.collate('')", "collate(a, 'NOCASE')", "u == 'ABC'", "cast(a, String(5, collation='NOCASE'))", "~(s.collate('NOCASE') == 'x')", "s.collate('NOCASE').is_(None)", "s.collate('NOCASE').between('a', 'b')", "s.collate('NOCASE').asc()",
    *[f"extract('{field}', at)" for field in ("year", "month", "day", "hour", "minute", "second", "milliseconds", "microsecond", "epoch", "dow", "doy", "week", "quarter", "isoyear", "Year", "nonsense")],
    "extract('year', d) + 1", "extract('year', d) == 2024", "extract('hour', tm)", "extract('year', '2024-05-06')", "extract('year', datetime.date(2024, 5, 6))", "extract('year', func.now()) > 2000", "extract('year', d).label('y')", "-extract('day', d)", "extract('day', at - at)", "extract('year', d).in_([2024])", "extract('year', None)", "extract(5, d)", "extract('year', text('d'))", "extract('year', func.max(d))", "func.extract('year', d)", "extract('month', d).between(1, 3)", "extract('year', d) * 100 + extract('month', d)",
    "s + x", "s + 'x' + x", "s + (x + 'y')", "'a' + s + 'b'", "s.concat(x)", "s.concat('y').concat(x)", "s + a", "a + s", "s + cast(a, String)", "s + None", "s + func.upper(x)", "func.upper(s) + x", "(s + x) == 'q'", "(s + x).like('q')", "s + literal('%')", "literal('a') + 'b'", "literal('a') + literal(1)", "s + literal_column(\"'q'\")", "column('c') + 'x'", "column('c', String) + column('d')", "s.op('||')(x)", "func.substr(s, 1, 2) + 'x'", "s * 2", "s - 'x'", "-s", "s[0]", "s % 'x'", "'%s' % s", "s % (1,)",
    "a.bitwise_and(b)", "a.bitwise_or(b)", "a.bitwise_xor(b)", "a.bitwise_not()", "bitwise_not(a)", "a.bitwise_lshift(2)", "a.bitwise_rshift(1)", "a.bitwise_and(b).bitwise_or(1)", "a.bitwise_and(b.bitwise_or(1))", "a.bitwise_and(b) == 8", "a.bitwise_and(b) + 1", "(a + 1).bitwise_and(b)", "a.bitwise_xor(b + 1)", "(a * 2).bitwise_xor(b * 3)", "a.bitwise_and(1).bitwise_xor(b)", "a.bitwise_not().bitwise_and(b)", "~a.bitwise_and(b)", "-a.bitwise_and(b)", "a << 2", "a >> 1", "a & b", "a | b", "a ^ b", "~a", "a.bitwise_and('x')", "literal(5).bitwise_or(a)", "a.bitwise_lshift(b.bitwise_lshift(1))", "a - b.bitwise_and(3)", "a.bitwise_and(b).desc()",
]:
    show(source)


"""Range types of PostgreSQL: operators on columns, the Range object in Python, multiranges and bounds."""
import datetime
import re

from sqlalchemy import Column, DateTime, Integer, MetaData, String, Table, cast, column, func, literal, select, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import DATERANGE, INT4MULTIRANGE, INT4RANGE, NUMRANGE, TSRANGE, MultiRange, Range

t = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("r", INT4RANGE), Column("p", TSRANGE), Column("q", INT4MULTIRANGE))
r, p, q = t.c.r, t.c.p, t.c.q


def show(source):
    try:
        e = eval(source)
        if not hasattr(e, "compile"):
            print(source, "->", repr(e))
            return
        c = e.compile(dialect=postgresql.dialect())
        print(source, "->", str(c).replace("\n", " "), c.params, repr(getattr(e, "type", None)))
    except Exception as error:
        print(source, "!!", type(error).__name__, (re.sub("0x[0-9a-f]+", "0x", str(error)).splitlines() or [""])[0])


for source in [
    "r.contains(5)", "r.contains(Range(1, 5))", "r.contained_by(Range(1, 9))", "r.overlaps(Range(2, 3, bounds='[]'))", "r << Range(5, 6)", "r >> Range(1, 2)", "r.strictly_left_of(Range(5, 6))", "r.not_extend_right_of(Range(1, 2))", "r.not_extend_left_of(Range(1, 2))", "r.adjacent_to(Range(5, 6))", "r + Range(5, 6)", "r * Range(1, 3)", "r - Range(1, 2)", "r == Range(1, 5)", "r.in_([Range(1, 2)])", "func.lower(r)", "Range(1, 5)", "str(Range(1, 5))", "5 in Range(1, 5)", "Range(1, 5).overlaps(Range(4, 8))", "Range(1, 5) + Range(5, 7)", "Range(1, 5) - Range(3, 5)", "Range(empty=True).is_empty", "Range(1, None).upper_inf", "Range(1, 5).contains(Range(2, 3))", "literal(Range(1, 5))", "literal(Range(1, 5), INT4RANGE)", "p.contains(datetime.datetime(2024, 1, 2))", "Range(1, 5, bounds='x')",
    "Range(3, 1)", "Range(1, 1, bounds='[]')", "Range(1, 5).isempty", "Range(1, 5) == Range(1, 5)", "Range(1, 5) < Range(2, 5)", "hash(Range(1, 5)) == hash(Range(1, 5))", "Range(1, 5).lower_inc, Range(1, 5).upper_inc", "Range(1, 5).union(Range(9, 12))", "Range(1, 5).intersection(Range(3, 9))", "Range(1, 9).difference(Range(3, 5))", "Range(1, 5) * Range(3, 9)", "Range(1, 5) << Range(5, 9)", "Range(1, 5).adjacent(Range(5, 9))" if hasattr(Range, "adjacent") else "Range(1, 5).adjacent_to(Range(5, 9))", "Range(None, 5).lower_inf", "5 in Range(1, 5, bounds='[]')", "Range(1, 5).contained_by(Range(0, 9))", "str(Range(None, None))", "Range(datetime.date(2024, 1, 1), datetime.date(2024, 2, 1))", "q.contains(3)", "q + MultiRange([Range(1, 2)])", "q == MultiRange([Range(1, 2), Range(4, 6)])", "cast([1, 2], INT4RANGE)", "literal(Range(1, 5)) == r",
]:
    show(source)
for c in t.c:
    print(c.name, repr(c.type), c.type.compile(dialect=postgresql.dialect()))

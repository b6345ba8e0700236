"""HSTORE of PostgreSQL: subscripts, key tests, containment, functions, concatenation and the hstore() constructor."""
import datetime
import re

from sqlalchemy import Column, DateTime, Integer, MetaData, String, Table, cast, column, func, literal, select, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import HSTORE, array, hstore

t = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("h", HSTORE))
h = t.c.h


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
    "h['a']", "h['a'] == 'x'", "h.has_key('a')", "h.has_all(['a', 'b'])", "h.has_any(['a'])", "h.contains({'a': '1'})", "h.contained_by({'a': '1'})", "h.defined('a')", "h.delete('a')", "h.slice(array(['a', 'b']))", "h.keys()", "h.vals()", "h.array()", "h.matrix()", "h + {'b': '2'}", "hstore('a', 'b')", "hstore(array(['a']), array(['b']))", "h.concat(hstore('a', 'b'))",
]:
    show(source)
for c in t.c:
    print(c.name, repr(c.type), c.type.compile(dialect=postgresql.dialect()))

"""JSONB and JSON of PostgreSQL: subscripts, ->>, paths, containment, key tests, deletion, path queries, casts."""
import datetime
import re

from sqlalchemy import Column, DateTime, Integer, MetaData, String, Table, cast, column, func, literal, select, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import JSON, JSONB, array

t = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("j", JSONB), Column("jj", JSON), Column("s", String))
j, jj, s = t.c.j, t.c.jj, t.c.s


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
"j['a']", "j['a']['b']", "j[('a', 'b')]", "j['a'].astext", "j[('a', 'b')].astext", "j['a'].astext == 'x'", "cast(j['a'].astext, Integer) > 5", "j['a'].as_string()", "j['a'].as_integer() == 3", "j['a'].as_boolean()", "j[0]", "j['a'][0].astext", "j.has_key('a')", "j.has_all(['a', 'b'])", "j.has_any(array(['a', 'b']))", "j.contains({'a': 1})", "j.contained_by({'a': 1})", "j.contains('{}')", "~j.contains({'a': 1})", "j - 'a'", "j - 0", "j.delete_path(array(['a', 'b']))", "j.delete_path(['a'])", "j.path_exists('$.a')", "j.path_match('$.a > 1')", "j + {'b': 2}", "j.concat({'b': 2})", "j == {'a': 1}", "j['a'] == 5", "j['a'] == '5'", "j.is_(None)", "jj['a'].astext", "jj[('a', 0)]", "jj.contains({'a': 1})", "func.jsonb_build_object('a', s)", "func.jsonb_array_elements(j['a'])", "func.jsonb_set(j, array(['a']), cast(5, JSONB))", "cast({'a': 1}, JSONB)", "literal({'a': 1}, JSONB)", "j['a'].label('x')", "j[s]", "j['a'].astext.ilike('x%')", "j['a'].astext.cast(Integer)",
]:
    show(source)
for c in t.c:
    print(c.name, repr(c.type), c.type.compile(dialect=postgresql.dialect()))

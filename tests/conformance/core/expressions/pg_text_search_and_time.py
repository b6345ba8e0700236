"""Text search, regular expressions, networks, intervals and time zones of PostgreSQL."""
import datetime
import re

from sqlalchemy import Column, DateTime, Integer, MetaData, String, Table, cast, column, func, literal, select, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import ENUM, INET, INTERVAL, TSVECTOR, UUID, to_tsquery, to_tsvector

t = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("s", String), Column("v", TSVECTOR), Column("net", INET), Column("at", DateTime), Column("span", INTERVAL))
s, v, net, at, span = t.c.s, t.c.v, t.c.net, t.c.at, t.c.span


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
    "s.match('cat & dog')", "s.match('cat', postgresql_regconfig='english')", "v.match('cat')", "v.op('@@')(func.to_tsquery('cat'))", "v.bool_op('@@')(to_tsquery('english', 'cat'))", "to_tsvector('english', s)", "func.to_tsvector(s).match('x')", "v @ to_tsquery('x')" if False else "v.concat(v)", "s.regexp_match('^a')", "s.regexp_match('^a', flags='i')", "~s.regexp_match('^a')", "~s.regexp_match('^a', flags='i')", "s.regexp_replace('a', 'b')", "s.regexp_replace('a', 'b', flags='g')", "s.regexp_match('a', flags='x')", "s.op('~*')('x')", "s.op('SIMILAR TO')('x%')", "net.op('<<')('10.0.0.0/8')", "net == '10.0.0.1'", "at + datetime.timedelta(days=1)", "at - at", "at + span", "span * 2", "func.date_trunc('day', at)", "func.age(at)", "at.op('AT TIME ZONE')('UTC')", "func.timezone('UTC', at)", "cast('1 day', INTERVAL)", "literal(datetime.timedelta(days=1), INTERVAL)", "cast(s, UUID)", "cast(s, ENUM('a', 'b', name='ab'))", "func.now() - cast('1 day', INTERVAL)", "s.ilike('A%')", "s.icontains('x')", "func.percentile_cont(0.5).within_group(at)",
]:
    show(source)
for c in t.c:
    print(c.name, repr(c.type), c.type.compile(dialect=postgresql.dialect()))

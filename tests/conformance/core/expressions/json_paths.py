"""JSON columns: index, path, as_string and friends, comparison, NULL against JSON null, updates; rendering and values."""
# The text of two errors is that of the newer SQLite which is embedded here.
import re

from sqlalchemy import JSON, Column, Integer, MetaData, String, Table, case, cast, create_engine, func, insert, literal, null, or_, select, text, type_coerce, update
from sqlalchemy.dialects import mysql, postgresql, sqlite

engine = create_engine("sqlite://")
t = Table("doc", MetaData(), Column("id", Integer, primary_key=True), Column("body", JSON), Column("plain", JSON(none_as_null=True)))
t.metadata.create_all(engine)
conn = engine.connect()
conn.execute(insert(t), [{"body": {"a": 1, "b": {"c": "x", "d": [10, 20]}, "f": 1.5, "t": True, "n": None, "k.k": "dot", 'q"q': 2}, "plain": None}, {"body": [1, {"z": 5}], "plain": {"a": 1}}, {"body": None, "plain": {}}, {"body": "str", "plain": []}])
b = t.c.body


def show(source, run=True):
    try:
        e = eval(source)
        c = e.compile(dialect=sqlite.dialect())
        print(source, "->", c, c.params, repr(e.type))
        for dialect in (None, postgresql.dialect(), mysql.dialect()):
            c = e.compile(dialect=dialect)
            print("    ", c, c.params)
        if run:
            print("    ", conn.scalars(select(e).order_by(t.c.id)).all())
    except Exception as error:
        print(source, "!!", type(error).__name__, (re.sub("0x[0-9a-f]+", "0x", str(error)).splitlines() or [""])[0])


for source in [
    "b['a']", "b['b']['c']", "b[('b', 'c')]", "b['b']['d'][1]", "b[('b', 'd', 0)]", "b[1]", "b[1]['z']", "b['k.k']", "b['missing']", "b[()]", "b['a'].as_integer()", "b['f'].as_float()", "b['b']['c'].as_string()", "b['t'].as_boolean()", "b['f'].as_numeric(10, 2)", "b['f'].as_numeric(10, 2, asdecimal=False)", "b['b'].as_json()", "b['a'].as_integer() + 1", "b['b']['c'].as_string() + 'y'", "b['b']['c'].as_string().like('x%')", "b['a'].as_integer() == 1", "b['a'].as_integer().in_([1, 2])", "b['a'].as_integer().between(0, 5)", "b['t'].as_boolean() == True", "b['t'].as_boolean().is_(True)", "~b['t'].as_boolean()", "b['b']['c'].as_string().desc()", "b['a'] == 1", "b['b']['c'] == 'x'", "b['b']['d'] == [10, 20]", "b['t'] == True", "b['n'] == None", "b['n'].is_(None)", "b['n'] == JSON.NULL", "b == None", "b.is_(None)", "b == JSON.NULL", "b == null()", "b == {'a': 1}", "b != 'str'", "b['a'].label('x')", "func.json_type(b)", "func.json_extract(b, '$.a')", "func.json_array_length(b['b']['d'])", "func.json_extract(b, '$.a', type_=Integer) + 1", "cast(b['a'], Integer)", "cast(b['a'], String)", "cast(b, String)", "type_coerce(b['a'], Integer)", "case((b['a'].as_integer() == 1, 'one'), else_='other')", "func.coalesce(b['a'].as_integer(), 0)", "literal({'x': 1}, JSON)['x']", "type_coerce({'x': 5}, JSON)['x'].as_integer()", "b['a'] + 1", "b['a'] > 0", "b[0:2]", "b[None]", "b[1.5]", "b[t.c.id]", "b[literal('a')]", "b['a'].as_foo()", "b.as_string()", "b.as_integer()", "t.c.id['a']", "b['a']['b'].as_string().as_integer()", "b.contains('a')", "b.has_key('a')", "b['b', 'c']", "b[['b', 'c']]", "b.like('x')", "b['a'].astext",
]:
    show(source)
print(conn.execute(select(t.c.id, b, t.c.plain, b.is_(None), t.c.plain.is_(None)).order_by(t.c.id)).all())
conn.execute(update(t).where(t.c.id == 1).values(body=func.json_set(b, "$.a", 99)))
print(conn.scalar(select(b["a"].as_integer()).where(t.c.id == 1)))
for value in (None, null(), JSON.NULL, {"x": None}, text("'{}'")):
    conn.execute(update(t).where(t.c.id == 2).values(body=value, plain=value))
    print(conn.execute(select(b, t.c.plain, func.typeof(b), func.typeof(t.c.plain)).where(t.c.id == 2)).one())


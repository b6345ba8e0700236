"""Texts that have no UTF-8: SQL with lone surrogates is written, and refused when it is executed."""

import sqlite3

from sqlalchemy import (
    Column,
    Integer,
    MetaData,
    Table,
    column,
    create_engine,
    literal,
    literal_column,
    select,
    text,
)

odd = "\ud800"
print(ascii(str(text(f"select '{odd}'"))), ascii(text(odd).text))
print(ascii(str(select(literal_column(f"'{odd}'"), column(odd), literal("a").label(odd)))))
print(ascii(str(select(literal(odd)).compile(compile_kwargs={"literal_binds": True}))))
print(ascii(str(select(Table(odd, MetaData(), Column(odd, Integer))))))

db = sqlite3.connect(":memory:")
calls = [
    lambda: db.execute(f"select '{odd}'"),
    lambda: db.cursor().execute(f"select '{odd}', ?", (1,)),
    lambda: db.executemany(f"insert into t values ('{odd}', ?)", [(1,)]),
    lambda: db.executescript(f"select '{odd}'"),
]
for call in calls:
    try:
        call()
    except UnicodeEncodeError as error:
        print(ascii(str(error)), ascii(error.object), error.start, error.end, error.reason)

# The engine passes it on as it is: an exception of Python's own.
engine = create_engine("sqlite://")
raw = engine.raw_connection()
try:
    raw.cursor().execute(f"select '{odd}'")
except Exception as error:
    print(type(error), type(error).__mro__[1:3])

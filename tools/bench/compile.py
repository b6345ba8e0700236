"""The SELECT of `orm-playground measure` in real SQLAlchemy: seconds of compiling it, cached and from scratch."""
import json
import time

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, select
from sqlalchemy.dialects import sqlite

metadata, tables = MetaData(), []
for name in ("country", "city", "street", "house"):
    parent = [ForeignKey(f"{tables[-1].name}.id")] if tables else []
    tables.append(Table(name, metadata, Column("id", Integer, primary_key=True), Column("name", String),
                        Column("code", String), Column("size", Integer), Column("parent_id", Integer, *parent)))
first, *others = tables
statement = select(*(column for table in tables for column in table.c)).select_from(first)
for table in others:
    statement = statement.join(table)
statement = statement.where(first.c.name == "x", others[-1].c.size > 3)
dialect, cache = sqlite.dialect(), {}


def cached():
    compiled, extracted, _, _ = statement._compile_w_cache(dialect, compiled_cache=cache, column_keys=[])
    compiled.construct_params(extracted_parameters=extracted)


def scratch():
    statement.compile(dialect=dialect)


def best(call, rounds):
    times = []
    for _ in range(5):
        start = time.perf_counter()
        for _ in range(rounds):
            call()
        times.append((time.perf_counter() - start) / rounds)
    return min(times)


cached()
print(json.dumps({"cached": best(cached, 2000), "scratch": best(scratch, 200)}))

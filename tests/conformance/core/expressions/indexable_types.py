"""Types of a program's own that have items: _setup_getitem()."""

import warnings

from sqlalchemy import Column, Integer, MetaData, String, Table, literal, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.sql import operators
from sqlalchemy.types import Indexable, TypeEngine, UserDefinedType


class Cells(Indexable, UserDefinedType):
    cache_ok = True

    def get_col_spec(self, **kw):
        return "CELLS"

    class Comparator(Indexable.Comparator, UserDefinedType.Comparator):
        def _setup_getitem(self, index):
            print("index", index)
            return operators.getitem, index, Integer()

    comparator_factory = Comparator


class Paths(Indexable, UserDefinedType):
    cache_ok = True

    class Comparator(Indexable.Comparator):
        def _setup_getitem(self, index):
            if isinstance(index, tuple):
                return operators.json_path_getitem_op, literal("/".join(index), String), String()
            return operators.json_getitem_op, literal(index, String), self.type

    comparator_factory = Comparator


class Arrows(Indexable, UserDefinedType):
    cache_ok = True

    class Comparator(Indexable.Comparator):
        def _setup_getitem(self, index):
            return operators.custom_op("~>", precedence=5), index, Integer()

    comparator_factory = Comparator


class Nothing(Indexable, UserDefinedType):
    cache_ok = True


t = Table(
    "t", MetaData(), Column("i", Cells()), Column("k", Paths()), Column("w", Arrows()), Column("n", Nothing())
)
for make in (
    lambda: t.c.i[5],
    lambda: t.c.i["x"] == 7,
    lambda: t.c.i[t.c.i],
    lambda: t.c.i[5] + 1,
    lambda: t.c.i[5].type,
    lambda: select(t.c.i[5].label("x")).where(t.c.i[6] > 1),
    lambda: t.c.k["a"],
    lambda: t.c.k["a"]["b"] == "x",
    lambda: t.c.k["a", "b"].type,
    lambda: t.c.k["a", "b"] == "x",
    lambda: t.c.w[3] + 4,
    lambda: t.c.w[3].type,
    lambda: t.c.n[3],
    lambda: t.c.i + 1,
):
    try:
        made = make()
        print(type(made).__name__, made)
        if not isinstance(made, TypeEngine):
            compiled = made.compile(dialect=postgresql.dialect())
            print(compiled, compiled.params)
    except Exception as error:
        print(type(error).__name__, error)

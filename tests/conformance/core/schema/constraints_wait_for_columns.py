"""Constraints and indexes of columns join the table when the last of their columns does; what they refuse."""
from sqlalchemy import (
    CheckConstraint, Column, ForeignKey, ForeignKeyConstraint, Index, Integer, MetaData, PrimaryKeyConstraint, Table,
    UniqueConstraint, desc, func, literal_column, select)
from sqlalchemy.exc import ArgumentError, InvalidRequestError
from sqlalchemy.schema import CreateIndex, CreateTable, sort_tables_and_constraints


def refused(make):
    try:
        print(make())
    except (ArgumentError, InvalidRequestError) as error:
        print(type(error).__name__, error)


m = MetaData()
a, b = Column("a", Integer), Column("b", Integer)
kept = [UniqueConstraint(a, b), CheckConstraint(a > b), ForeignKeyConstraint([a, b], ["r.x", "r.y"])]
index = Index("ix", a, desc(func.abs(b)))
print([len(it.columns) for it in kept[::2]], index.table, index.expressions[0] is a)
t = Table("t", m, a)
print(len(t.constraints), t.indexes)
t.append_column(b)
print(CreateTable(t))
print(CreateIndex(index), index.columns.keys(), index.table is t)

a, b = Column("a", Integer), Column("b", Integer)
UniqueConstraint(a, b)
Table("t1", m, a)
refused(lambda: Table("t2", m, b))
refused(lambda: Table("t3", m, Column("z", Integer), Index("i", Column(Integer))))
refused(lambda: Table("t4", m, Column("x", Integer), Column("y", Integer), ForeignKeyConstraint(["x", "y"], ["p.x", "q.y"])))
refused(lambda: ForeignKeyConstraint(["a"], ["b.a", "b.b"]))
refused(lambda: ForeignKeyConstraint(["a", "a"], ["b.a"]))
refused(lambda: Index("i", m))
refused(lambda: UniqueConstraint(5))
refused(lambda: Column("x", Integer, insert_sentinel=True, nullable=False).nullable)

copied = MetaData()
s = Table("s", m, Column("id", Integer, primary_key=True), Column("n", Integer), Column("o", Integer),
          UniqueConstraint(literal_column("ad_hoc")), CheckConstraint(literal_column("n") > 5),
          ForeignKeyConstraint(["n", "o"], ["s.id", "s.o"], ondelete="CASCADE"))
Index("ix_expr", func.abs(s.c.n), s.c.o.desc(), unique=True)
s.append_constraint(CheckConstraint(s.c.n > s.c.o, name="ordered"))
s.primary_key.info["kept"] = True
again = s.to_metadata(copied, name="s2")
print(CreateTable(again))
print(CreateIndex(list(again.indexes)[0]), again.primary_key.info)
print([it.table.name for it in again.constraints if it.name == "ordered"], again.primary_key.columns_autoinc_first)

c = MetaData()
Table("x", c, Column("i", Integer, ForeignKey("y.i", name="xy")))
Table("y", c, Column("i", Integer, ForeignKey("x.i", name="yx")))
Table("z", c, Column("i", Integer, ForeignKey("w.i")))
Table("w", c, Column("i", Integer))
for table, keys in sort_tables_and_constraints([c.tables[it] for it in sorted(c.tables)]):
    print(table, sorted(it.name or "unnamed" for it in keys))
for answer in (True, False, None):
    found = sort_tables_and_constraints([c.tables[it] for it in sorted(c.tables)],
                                        filter_fn=lambda it: answer if it.name is None else None)
    print(answer, [(str(table), sorted(it.name or "unnamed" for it in keys)) for table, keys in found])
inner = select(s).subquery()
print(Column("k", Integer, ForeignKey(s.c.id)).references(inner.c.id), t.c.a.references(inner.c.n))

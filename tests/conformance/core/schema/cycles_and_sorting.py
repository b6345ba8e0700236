"""sorted_tables, sort_tables, use_alter, self references, cycles with and without names, and the warnings about them."""
import warnings

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Integer, MetaData, Table, create_engine
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import CircularDependencyError, SAWarning
from sqlalchemy.schema import sort_tables

warnings.simplefilter("error", SAWarning)
m = MetaData()
for name, parents in [("z", []), ("y", ["z"]), ("x", ["y", "z"]), ("selfref", ["selfref"]), ("alone", [])]:
    Table(name, m, Column("id", Integer, primary_key=True), *[Column(f"{p}_id", ForeignKey(f"{p}.id")) for p in parents])
print([t.name for t in m.sorted_tables])
print([t.name for t in sort_tables([m.tables["x"], m.tables["z"], m.tables["y"]])])
m.tables["z"].add_is_dependent_on(m.tables["alone"])
print([t.name for t in m.sorted_tables])
print([t.name for t in sort_tables(list(m.tables.values()), skip_fn=lambda fk: fk.parent.table.name == "y")])
print([t.name for t in sort_tables([m.tables["x"], m.tables["z"], m.tables["y"]], extra_dependencies=[(m.tables["x"], m.tables["z"])], skip_fn=lambda fk: True)])

cyc = MetaData()
head = Table("head", cyc, Column("id", Integer, primary_key=True), Column("tail_id", Integer), ForeignKeyConstraint(["tail_id"], ["tail.id"], name="fk_head_tail", use_alter=True))
tail = Table("tail", cyc, Column("id", Integer, primary_key=True), Column("head_id", ForeignKey("head.id", name="fk_tail_head")))
print([t.name for t in cyc.sorted_tables])
lines = []
from sqlalchemy import create_mock_engine

engine = create_mock_engine("postgresql://", lambda sql, *a, **k: lines.append(str(sql.compile(dialect=postgresql.dialect())).strip()))
cyc.create_all(engine, checkfirst=False)
cyc.drop_all(engine, checkfirst=False)
print("\n".join(lines))
unnamed = MetaData()
Table("p", unnamed, Column("id", Integer, primary_key=True), Column("q_id", ForeignKey("q.id")))
Table("q", unnamed, Column("id", Integer, primary_key=True), Column("p_id", ForeignKey("p.id")))
for call in (lambda: unnamed.sorted_tables, lambda: unnamed.create_all(engine, checkfirst=False), lambda: unnamed.drop_all(engine, checkfirst=False), lambda: unnamed.create_all(create_engine("sqlite://")), lambda: unnamed.drop_all(create_engine("sqlite://"), checkfirst=False)):
    try:
        print(call())
    except (SAWarning, CircularDependencyError) as exc:
        print(type(exc).__name__, str(exc).split("(")[0][:150])
    except Exception as exc:
        print(type(exc).__name__, str(exc).splitlines()[0][:200])

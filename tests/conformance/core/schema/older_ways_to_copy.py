"""copy() of columns, keys, constraints and tables by its older names warns; indexes and keys in another schema."""
import warnings
from sqlalchemy import CheckConstraint, Column, Computed, ForeignKey, Identity, Integer, MetaData, String, Table
from sqlalchemy.exc import NoReferencedTableError
from sqlalchemy.schema import CreateTable


def warned(make):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        print(make())
    for it in seen:
        print("  ", it.category.__name__, it.message)


m = MetaData()
t = Table("t", m, Column("id", Integer, primary_key=True), Column("n", String(5), unique=True, comment="c"),
          Column("p", ForeignKey("t.id", ondelete="CASCADE"), index=True), comment="tc")
warned(lambda: t.tometadata(MetaData()).comment)
warned(lambda: t.c.n.copy().comment)
warned(lambda: t.primary_key.copy().columns.keys())
warned(lambda: list(t.foreign_keys)[0].copy())
warned(lambda: list(t.foreign_key_constraints)[0].copy().column_keys)
warned(lambda: CheckConstraint("x > 5", name="ck").copy().sqltext)
warned(lambda: Computed("x").copy().sqltext)
warned(lambda: Identity(start=5).copy().start)
warned(lambda: t.to_metadata(m) is t)
made = t.to_metadata(MetaData(), schema="q")
print(CreateTable(made), [it.name for it in made.indexes], sorted(it.name or "" for it in made.constraints))
away = t.to_metadata(MetaData(), schema="q", referred_schema_fn=lambda table, to, constraint, old: "elsewhere")
try:
    print(CreateTable(away))
except NoReferencedTableError as error:
    print(error)

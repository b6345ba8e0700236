"""ForeignKey targets given as names, columns and tuples: tokens, text, names with dots, copies and errors."""
from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Integer, MetaData, Table, column, create_engine, table
from sqlalchemy.exc import ArgumentError, InvalidRequestError, NoReferencedColumnError
from sqlalchemy.schema import CreateTable, ForeignKeyTarget


def tried(make):
    try:
        print(make())
    except (ArgumentError, InvalidRequestError) as error:
        print(type(error).__name__, error)


loose = Column("c", Integer)
for target in ("a", "a.b", "s.a.b", "x.s.a.b", ("a", "b"), ("s", "a", "b"), ("my.tbl", "z"), (None, "t", "c.d"), ("s", "t", None),
               ForeignKeyTarget("s", "a", "b"), loose, Column(Integer), table("lite", column("q"), schema="w").c.q):
    key = ForeignKey(target)
    print(repr(key), key.target_tokens, key.target_table_key, key.target_column is not None)
    tried(lambda: key.target_fullname)
for wrong in (("a",), ("a", "b", "c", "d"), ("", "b"), 5, Integer, table("t", column("x")).alias().c.x):
    try:
        ForeignKey(wrong)
    except ArgumentError as error:
        print(str(error).split(" at 0x")[0])

m = MetaData()
dotted = Table("my.tbl", m, Column("z", Integer, primary_key=True), Column("y", Integer, key="why"))
t = Table("t", m, Column("a", Integer, ForeignKey(dotted.c.z)), Column("b", Integer, ForeignKey(("my.tbl", "why"))),
          Column("c", Integer, ForeignKey(("my.tbl", "y"), link_to_name=True)), Column("z", Integer, ForeignKey("my.tbl")))
for name in "abc":
    key, = t.c[name].foreign_keys
    print(key, key.column, key.constraint.referred_table is dotted, key.link_to_name)
bad = Table("bad", m, Column("a", Integer, ForeignKey(("my.tbl", "none"))))
tried(lambda: list(bad.foreign_keys)[0].column)

print(CreateTable(dotted), CreateTable(Table("u", m, Column("a", Integer, ForeignKey(dotted.c.z)))))
e = create_engine("sqlite://")
m.remove(bad)
m.remove(t)
m.create_all(e)
reflected = MetaData()
again = Table("u", reflected, autoload_with=e)
print(list(again.foreign_keys)[0].target_tokens, sorted(reflected.tables))

own = Table("own", m, Column("id", Integer, primary_key=True), Column("p", Integer), Column("q", Integer),
            ForeignKeyConstraint(["p", "q"], ["own.id", ("own", "q")], ondelete="SET NULL", name="fk", comment="why"))
for schema in (None, "other"):
    made = own.to_metadata(MetaData(), schema=schema, name="renamed")
    print([it.target_tokens for it in next(iter(made.foreign_key_constraints)).elements])
constraint = next(iter(own.foreign_key_constraints))
print([it.constraint is constraint for it in constraint.elements], constraint.comment, constraint.column_keys)
print([(it.ondelete, it.name, it.parent.name) for it in constraint.elements])

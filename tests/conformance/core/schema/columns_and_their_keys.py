"""Columns with key=, quote=, info, doc, sort_order and system; using them in selects, inserts and copies; ForeignKey type inference."""
from sqlalchemy import BigInteger, Column, ForeignKey, ForeignKeyConstraint, Integer, MetaData, String, Table, create_engine, insert, select, update
from sqlalchemy.schema import CreateTable

m = MetaData()
p = Table("p", m, Column("ID", BigInteger, key="id", primary_key=True), Column("user-name", String(20), key="name", doc="who", info={"label": "Name"}))
c = Table("c", m, Column("p_id", ForeignKey("p.ID"), key="parent"), Column("by_key", ForeignKey("p.id", link_to_name=False)), Column("by_name", ForeignKey("p.ID", link_to_name=True)), Column("x", None, ForeignKey("p.id")), Column("gp", ForeignKey("c.parent")))
print(p.c.keys(), [x.name for x in p.c], p.c.name.doc, p.c.name.info, p.c.name.key)
try:
    print(c.c.keys(), [repr(x.type) for x in c.c])
except Exception as exc:
    print(type(exc).__name__, exc)
ok = Table("ok", m, Column("p_id", ForeignKey("p.id"), key="parent"), Column("n", Integer))
print(CreateTable(p), CreateTable(ok), repr(ok.c.parent.type))
print(select(p, ok).join(ok), select(p.c.id, p.c.name.label("who")).where(p.c.name == "x"), sep="\n")
print(insert(p).values(id=1, name="a"), update(p).values(name="b").where(p.c.id == 1), sep="\n")
engine = create_engine("sqlite://")
Table("p2", MetaData(), Column("a", Integer)).create(engine)
p.create(engine)
with engine.connect() as conn:
    conn.execute(insert(p), {"id": 5, "name": "ann"})
    row = conn.execute(select(p)).one()
    print(row._fields, row._mapping[p.c.name])
    for name in "id", "ID", "name", "user-name":
        try:
            print(name, getattr(row, name))
        except AttributeError as exc:
            print("AttributeError", exc)
    print(conn.execute(select(p.alias("z").c.name)).keys(), select(p).subquery("q").c.keys())
fk = list(ok.c.parent.foreign_keys)[0]
print(fk.target_fullname, fk.column, fk.link_to_name, fk._colspec if isinstance(fk._colspec, str) else type(fk._colspec).__name__, repr(fk))
print(ok.c.parent.references(p.c.id), p.join(ok).onclause, ok.foreign_key_constraints == {fk.constraint})
self_ = Table("node", m, Column("id", Integer, primary_key=True), Column("up", ForeignKey("node.id")))
print(self_.join(self_.alias("n2"), self_.c.id == self_.alias("n2").c.up), repr(self_.c.up.type))
two = Table("two", m, Column("a", Integer), Column("b", Integer), ForeignKeyConstraint(["a"], ["p.id"]), ForeignKeyConstraint(["b"], [p.c.id]))
print(sorted(f.target_fullname for f in two.foreign_keys))
for make in (lambda: two.join(p), lambda: p.join(Table("lone", m, Column("z", Integer))), lambda: select(two).join(p).compile(), lambda: select(p).join_from(two, p, two.c.a == p.c.id)):
    try:
        print(make())
    except Exception as exc:
        print(type(exc).__name__, exc)

"""before_create, after_create, before_drop, after_drop, after_parent_attach, column_reflect: who hears what, with which arguments."""
from sqlalchemy import CheckConstraint, Column, DDL, ForeignKey, Index, Integer, MetaData, String, Table, UniqueConstraint, create_engine, event, text
from sqlalchemy.schema import SchemaItem

log = []


@event.listens_for(Column, "after_parent_attach")
def attached(target, parent):
    log.append(f"attach {target.name} to {parent.name}")


m = MetaData()
a = Table("a", m, Column("id", Integer, primary_key=True), Column("n", String))
print(log)
event.remove(Column, "after_parent_attach", attached)
log.clear()
for name in "before_create", "after_create", "before_drop", "after_drop":
    event.listen(a, name, lambda target, connection, _n=name, **kw: log.append((_n, type(target).__name__, type(connection).__name__, sorted(kw), [t.name for t in kw.get("tables") or []], str(kw["checkfirst"]))))
    event.listen(m, name, lambda target, connection, _n=name, **kw: log.append((_n, type(target).__name__, sorted(t.name for t in kw.get("tables") or []))))
b = Table("b", m, Column("id", Integer, primary_key=True), Column("a_id", ForeignKey("a.id")), listeners=[("before_create", lambda target, connection, **kw: log.append("listeners= works"))])
engine = create_engine("sqlite://")


def flush(label):
    print("--", label)
    for line in log:
        print("  ", line)
    log.clear()


m.create_all(engine)
flush("create_all")
m.create_all(engine)
flush("create_all again")
a.drop(engine)
flush("drop a")
a.create(engine, checkfirst=True)
flush("create a")
m.drop_all(engine, tables=[a])
flush("drop_all a")
with engine.begin() as conn:
    m.create_all(conn, checkfirst=True)
    flush("on a connection")
    m.drop_all(conn)
    flush("drop on a connection")


@event.listens_for(Table, "before_create")
def every_table(target, connection, **kw):
    log.append(f"every table: {target.name}")
    connection.execute(text("SELECT 1"))


@event.listens_for(Index, "before_create")
def every_index(target, connection, **kw):
    log.append(f"every index: {target.name}")


Index("ix_n", a.c.n)
m.create_all(engine)
flush("class listeners")
event.remove(Table, "before_create", every_table)
event.remove(Index, "before_create", every_index)
event.listen(a, "after_create", DDL("INSERT INTO a (n) VALUES ('seed of %(table)s')"))
m.drop_all(engine)
m.create_all(engine)
with engine.connect() as conn:
    print(conn.execute(a.select()).all())

"""Every constraint with every common argument, as DDL, on columns and tables; names, deferrable, info, comment; append and introspection."""
from sqlalchemy import CheckConstraint, Column, ForeignKey, ForeignKeyConstraint, Integer, MetaData, PrimaryKeyConstraint, String, Table, UniqueConstraint, and_, column, func, or_, text
from sqlalchemy.dialects import postgresql, sqlite, mysql
from sqlalchemy.schema import AddConstraint, CreateTable

m = MetaData()
p = Table("p", m, Column("x", Integer), Column("y", String(3)), PrimaryKeyConstraint("x", "y", name="pk_p"))
t = Table(
    "t",
    m,
    Column("id", Integer, primary_key=True),
    Column("a", Integer, CheckConstraint("a > 1", name="ck_col")),
    Column("px", Integer, nullable=False),
    Column("py", String(3), unique=True),
    Column("self_id", Integer, ForeignKey("t.id", ondelete="SET DEFAULT", onupdate="RESTRICT", deferrable=False, initially="IMMEDIATE")),
    ForeignKeyConstraint(["px", "py"], ["p.x", "p.y"], name="fk_two", match="SIMPLE", info={"k": 1}),
    UniqueConstraint("a", "px", name="uq_t", deferrable=True, info={"u": 2}),
    CheckConstraint(text("a <> px"), name="ck_text"),
    CheckConstraint(and_(column("a") > 0, or_(column("px") < 5, func.length(column("py")) == 2)), name="ck_expr"),
    PrimaryKeyConstraint("id", name="pk_t"),
)
t.append_constraint(CheckConstraint(t.c.a != 7, name="ck_late"))
for dialect in None, sqlite.dialect(), postgresql.dialect():
    print(CreateTable(t).compile(dialect=dialect))
for c in sorted(t.constraints, key=lambda c: (type(c).__name__, str(c.name))):
    print(type(c).__name__, c.name, [x.name for x in c.columns], c.deferrable, c.initially, c.info, getattr(c, "sqltext", None), c.table is t, c.columns.keys() if hasattr(c.columns, "keys") else "")
fk = next(c for c in t.foreign_key_constraints if c.name == "fk_two")
print(fk.column_keys, [e.target_fullname for e in fk.elements], fk.referred_table is p, fk.match, fk.ondelete, len(fk), list(fk.columns.keys()), fk.elements[0].column is p.c.x)
pk = t.primary_key
print(pk.name, list(pk), len(pk), t.c.id in pk.columns.values(), pk.columns_autoinc_first, pk.contains_column(t.c.id))
print(p.primary_key.columns.keys(), p.c.x.autoincrement, p.autoincrement_column if hasattr(p, "autoincrement_column") else "", t.autoincrement_column)
print(UniqueConstraint(name="empty").columns.keys(), UniqueConstraint("a").name)
u = UniqueConstraint(p.c.x)
print(u.table is p, u in p.constraints, AddConstraint(u))
excl = postgresql.ExcludeConstraint((column("r"), "&&"), ("n", "="), name="ex", using="gist", where=text("n > 1"))
e = Table("e", MetaData(), Column("n", Integer), Column("r", String), excl)
print(CreateTable(e).compile(dialect=postgresql.dialect()))

"""Reserved words, mixed case, odd characters, schemas and quoted_name as each dialect writes them; identifier_preparer by hand."""
from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, String, Table, UniqueConstraint, column, func, literal_column, quoted_name, select, table, text
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

DIALECTS = [sqlite.dialect(), postgresql.dialect(), mysql.dialect()]
WORDS = ["plain", "Mixed", "UPPER", "with space", "1digit", "digit1", "_under", "dash-ed", "dot.ted", "quo\"te", "tick`s", "dollar$", "percent%", "colon:s", "é", "", "select", "SELECT", "order", "user", "key", "rank", "value", "values", "date", "time", "timestamp", "group", "index", "offset", "end", "rows", "array", "session_user", "system", "lateral", "when", "true", "null", "table", "column", "name", "id", "type", "condition", "read", "usage", "window", "recursive", "temp", "abort", "isnull", "ilike", "analyze", "mediumint", "autoincrement", "explain", "pragma", "returning", "nothing", "do", "over", "range"]
for dialect in DIALECTS:
    p = dialect.identifier_preparer
    print(dialect.name, " ".join(p.quote(w) for w in WORDS))
    for use in ("p.quote_identifier('a\"b`c')", "p.quote(quoted_name('plain', True))", "p.quote(quoted_name('Mixed', False))", "p.format_table(Table('t', MetaData(), schema='My S'))", "p.quote_schema('Sch')", "p.format_column(column('Col'))", "p.initial_quote + p.final_quote", "p.reserved_words >= {'select'}"):
        try:
            print("   ", use, "->", eval(use))
        except Exception as error:
            print("   ", use, "!!", type(error).__name__)
m = MetaData()
t = Table("Order", m, Column("select", Integer, primary_key=True), Column("Mixed Case", String(5)), Column("per%cent", Integer), Column("ok", Integer), Index("ix Name", "ok"), UniqueConstraint("ok", name="UQ"), schema="my schema")
u = Table(quoted_name("plain", True), m, Column(quoted_name("UP", False), Integer), Column("fk", ForeignKey("my schema.Order.select")))
stmts = [select(t), select(t.alias("a b").c["Mixed Case"]), select(t.c["per%cent"].label("x%")), select(t.c.ok.label("end"), t.c.ok.label("Big")), select(u), select(u).join(t), t.insert().values({"select": 1, "Mixed Case": "x", "per%cent": 5}), t.update().values({"per%cent": 1}).where(t.c["select"] == 1), select(func.MyFunc(t.c.ok), func.count(t.c["select"])), select(select(t).subquery("sub q")), select(select(t.c.ok).cte("group")), select(literal_column("raw Name")), select(column("free Name"), column("free"), column("FREE")), select(t).order_by(t.c["Mixed Case"].desc()), select(table("x y", column("z")))]
for dialect in DIALECTS:
    print("==", dialect.name)
    for s in stmts:
        print(str(s.compile(dialect=dialect)).replace("\n", " "), s.compile(dialect=dialect).params)
    print(CreateTable(t).compile(dialect=dialect))
    print(CreateTable(u).compile(dialect=dialect))
    print(CreateIndex(list(t.indexes)[0]).compile(dialect=dialect))
q = quoted_name("Abc", True)
print(q, q.quote, q == "Abc", q.lower(), q.upper(), repr(q), type(q + "x").__name__, quoted_name("x", None).quote, quoted_name(q, False).quote)


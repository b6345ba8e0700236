"""case(): searched, simple with value, dictionaries, types of its result, labels, misuse and every database's spelling."""
import re

from sqlalchemy import Boolean, Column, Float, Integer, MetaData, Numeric, String, Table, case, cast, column, create_engine, func, insert, literal, literal_column, null, select, text
from sqlalchemy.dialects import mysql, postgresql, sqlite

t = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("a", Integer), Column("n", Numeric(8, 2)), Column("s", String(10)), Column("ok", Boolean))
i, a, n, s, ok = t.c


def show(source):
    try:
        e = eval(source)
        print(f"{source}\n    {e.type!r:<26} {e} {e.compile().params}")
        print("   ", e.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}), "|", e.compile(dialect=postgresql.dialect()))
    except Exception as error:
        print(f"{source}\n    {type(error).__name__}: {re.sub(r'0x[0-9a-f]+', '0x', str(error))}")


for source in [
    "case((a == 1, 'one'), (a == 2, 'two'), else_='many')", "case((a == 1, 'one'))", "case((ok, 1), else_=0)", "case((~ok, a), else_=n)", "case((ok, n), else_=a)", "case((ok, None), else_=s)", "case((ok, None), else_=None)", "case((ok, null()), (a > 1, a))", "case({1: 'one', 2: 'two'}, value=a)", "case({1: 'one'}, value=a, else_='?')", "case({'x': a, 'y': n}, value=s, else_=0)", "case((1, 'one'), (2, 'two'), value=a)", "case((a, 'same'), value=i, else_=s)", "case({None: 'nothing'}, value=a)", "case({True: 1, False: 0}, value=ok)", "case((ok == True, True), else_=False)", "case((ok, literal_column(\"'raw'\")), else_=text(\"'t'\"))", "case((text('a = 1'), 5))",
    "case((a > 1, case((a > 5, 'big'), else_='mid')), else_='small')", "case((a > 1, a + 1), else_=a * 2) + 5", "case((a > 1, a)) == 3", "-case((a > 1, a))", "case((ok, 'x'), else_='y') + 'z'", "case((ok, 'x')).label('name')", "case((ok, s)).desc()", "case((ok, s)).collate('NOCASE')", "case((ok, a)).in_([1, 2])", "case((ok, a)).between(1, 2)", "~case((ok, ok), else_=False)", "case((ok, ok)) & ok", "func.sum(case((ok, 1), else_=0))", "cast(case((ok, '1')), Integer)", "case((select(a).scalar_subquery() == 1, 1))", "case((select(a).exists(), 1), else_=0)", "case((a.in_([1, 2]), 'x'))", "case((a == 1, select(n).scalar_subquery()), else_=0)", "case(*[(a == k, k * 10) for k in range(3)], else_=-1)", "case((ok & (a == 1), 1), (ok | (a == 2), 2))",
    "case()", "case([])", "case([(ok, 1)])", "case((ok, 1), [(ok, 2)])", "case(ok)", "case((ok,))", "case('a = 1', 5)", "case(('a = 1', 5))", "case((5, 5))", "case({})", "case({1: 2})", "case({1: 'x'}, {2: 'y'}, value=a)", "case((ok, [1]))", "case((ok, {'a': 1}))", "case((ok, 1), value=5)", "case((ok, 1), value='s')", "case((True, 1), else_=2)", "case((None, 1), else_=2)", "case((ok, t))", "case((ok, select(a)))", "case((ok, 1), whens=2)", "case((a == 1, 'x'), else_=object)",
]:
    show(source)
e = case((a == 1, "one"), else_="x%")
print([str(w) + " " + str(v) for w, v in e.whens], e.else_, e.value, case({1: 2}, value=a).value)
print(e.compile(dialect=mysql.dialect()), e.compile(dialect=mysql.dialect(), compile_kwargs={"literal_binds": True}))
engine = create_engine("sqlite://")
with engine.connect() as conn:
    t.metadata.create_all(conn)
    conn.execute(insert(t), [{"a": k, "ok": bool(k % 2)} for k in range(4)])
    print(conn.execute(select(a, case((a < 2, "low"), else_="high"), case({0: "zero"}, value=a), case((ok, True), else_=False)).order_by(case({3: 0}, value=a, else_=1), a)).all())


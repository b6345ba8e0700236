"""tuple_(): comparison, IN, types, nesting, in select, and per-database forms."""
import re

from sqlalchemy import Column, Integer, MetaData, String, Table, bindparam, create_engine, func, insert, literal, not_, or_, select, text, tuple_, values, column
from sqlalchemy.dialects import mysql, postgresql, sqlite

engine = create_engine("sqlite://")
t = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("a", Integer), Column("s", String(10)))
t.metadata.create_all(engine)
conn = engine.connect()
conn.execute(insert(t), [{"a": 1, "s": "x"}, {"a": 2, "s": "y"}, {"a": 3, "s": None}])
i, a, s = t.c


def show(source, run=True):
    try:
        e = eval(source)
        c = e.compile(dialect=sqlite.dialect())
        print(source, "->", str(c).replace("\n", " "), c.params, repr(getattr(e, "type", None)))
        print("    pg", str(e.compile(dialect=postgresql.dialect(), compile_kwargs={"literal_binds": True})).replace("\n", " "), "| my", str(e.compile(dialect=mysql.dialect())).replace("\n", " "))
        if run:
            print("   ", conn.scalars(select(i).where(e)).all())
    except Exception as error:
        print(source, "!!", type(error).__name__, (re.sub("0x[0-9a-f]+", "0x", str(error)).splitlines() or [""])[0])


for source in [
    "tuple_(a, s) == (1, 'x')", "tuple_(a, s) == tuple_(1, 'x')", "tuple_(a, s) != (1, 'x')", "tuple_(a, i) < (2, 2)", "tuple_(a, i) >= tuple_(i, a)", "tuple_(a, i) == select(a, i).where(i == 1).scalar_subquery()", "tuple_(a, s).in_([(1, 'x'), (2, 'z')])", "tuple_(a, s).in_([])", "tuple_(a, s).not_in([(1, 'x')])", "~tuple_(a, s).in_([(1, 'x')])", "tuple_(a, s).not_in([])", "tuple_(a, s).in_(select(a, s))", "tuple_(a, i).in_([tuple_(1, 1), (i, a)])", "tuple_(a, s).in_([(1, None)])", "tuple_(a, s).in_(((2, 'y'),))", "tuple_(a, s).in_({(2, 'y')})", "tuple_(a).in_([(1,), (2,)])", "tuple_(a, s, i).in_([(1, 'x', 1)])", "tuple_(a + 1, func.upper(s)).in_([(2, 'X')])", "tuple_(literal(1), a).in_([(1, 1)])", "tuple_(a, s).in_([(1, 'x')]) | (i == 3)", "or_(tuple_(a, s).in_([(1, 'x')]), tuple_(a, s).in_([(2, 'y')]))", "tuple_(a, s).is_(None)", "tuple_(a, s).between((1, 'a'), (2, 'z'))", "tuple_(a, s) == None", "tuple_(a, s).is_distinct_from((1, 'x'))",
    "tuple_(a, s).in_([[1, 'x']])", "tuple_(a, s).in_([(1, 'x', 2)])", "tuple_(a, s).in_([5])", "tuple_(a, s).in_('ab')", "tuple_(a, s).in_(select(a))", "tuple_(a, 'lit').in_([(1, 'lit')])", "tuple_(tuple_(a, s), i).in_([((1, 'x'), 1)])", "tuple_(a, s) + 1", "tuple_(a, s).like('x')", "tuple_(a, s).desc()", "tuple_(a, s).label('p')", "-tuple_(a, s)", "tuple_(a, s)[0]", "func.f(tuple_(a, s))",
]:
    show(source)
for source in ["tuple_(a, s)", "tuple_()", "tuple_(1, 'x')", "tuple_(a, s, types=[Integer, String])", "tuple_(1, 2, types=[Integer, Integer])", "tuple_((a, s))", "select(tuple_(a, s))", "select(i).order_by(tuple_(a, s))", "select(func.count()).group_by(tuple_(a, s))", "tuple_(a, s).type.types", "tuple_(1, 'x').type.types", "tuple_(a, t)", "tuple_(a, None)", "tuple_(a, select(s))"]:
    show(source, run=False)


"""Functions whose return type SQLAlchemy knows, how they render on each database, and type_ for all the others."""
from sqlalchemy import Column, Date, DateTime, Integer, MetaData, Numeric, String, Table, cast, column, func, literal, select
from sqlalchemy.dialects import mysql, postgresql, sqlite

t = Table("t", MetaData(), Column("a", Integer), Column("n", Numeric(8, 2)), Column("s", String(10)), Column("d", Date))
a, n, s, d = t.c


def show(source):
    try:
        e = eval(source)
        print(f"{source:<44} {type(e).__name__:<18} {e.type!r:<28} {e}")
        other = [str(e.compile(dialect=q())) for q in (sqlite.dialect, postgresql.dialect, mysql.dialect)]
        if set(other) != {str(e)}:
            print("      ", " | ".join(other))
    except Exception as error:
        print(f"{source:<44} {type(error).__name__}: {error}")


for source in [
    "func.count()", "func.count(a)", "func.count('*')", "func.count(t)", "func.count(a.distinct())", "func.count(1)", "func.sum(a)", "func.sum(n)", "func.max(s)", "func.min(d)", "func.max(1)", "func.max(a, n)", "func.avg(n)", "func.coalesce(n, 0)", "func.coalesce(None, s)", "func.coalesce(s, d)", "func.coalesce(1, a)",
    "func.now()", "func.NOW()", "func.current_timestamp()", "func.current_date()", "func.current_time()", "func.localtime()", "func.localtimestamp()", "func.sysdate()", "func.user()", "func.current_user()", "func.session_user()", "func.random()", "func.rand()", "func.char_length(s)", "func.length(s)", "func.concat(s, 'x', a)", "func.CONCAT(s)", "func.pow(a, 2)",
    "func.rank()", "func.dense_rank()", "func.percent_rank()", "func.cume_dist()", "func.row_number()", "func.grouping_sets(a, s)", "func.cube(a, n)", "func.rollup(a, n)", "func.mode()", "func.percentile_cont(0.5)", "func.percentile_disc(0.5)", "func.array_agg(a)", "func.array_agg(s)", "func.string_agg(s, ',')", "func.aggregate_strings(s, ',')", "func.group_concat(s)", "func.unnest(a)",
    "func.upper(s)", "func.Upper(s)", "func.UPPER(s)", "func.upper(s).type", "func.upper(s, type_=String)", "func.upper(s, type_=String(3))", "func.round(n, 1)", "func.round(n, 1, type_=Integer)", "func.cast(a, String)", "func.cast(a, Integer)", "func.extract('year', d)", "func.if_(a, 1, 2)", "func.not_(a)", "func.foo_bar_()", "func.pkg.inner.fn(a)", "func.dbo.Fn(a)", "func.mixedCase(a)", "func['x']", "func._hidden(a)", "func.__class__.__name__", "func.date(d)", "func.strftime('%Y', d)", "func.strftime('%Y-%m', d, type_=String)", "func.f()()", "func.f([1, 2])", "func.f((1, 2))", "func.f({'a': 1})", "func.f(None)", "func.f(True)", "func.f(t)", "func.f(select(a))", "func.f(select(a).scalar_subquery())", "func.f(select(a).subquery())", "func.f(literal('x'), column('q'))", "func.f(a == 1)", "func.f(a.desc())", "func.f(a.label('l'))", "func.f(func.g(func.h()))", "func.f(String)", "func.f(cast(a, String)) + 1", "-func.f(a)", "func.f(a).label('z')", "func.f(a).name", "func.f(a).key", "func.pkg.f(a).packagenames", "func.f(a).clauses", "func.f(a, 2).clause_expr", "func.f(a).primary_key", "func.f(a).c.keys()", "func.f(a).columns.keys()", "func.f(a).select()", "func.f(a).alias()", "func.f(a).scalar()", "func.f(a).as_comparison(1, 2)",
]:
    show(source)


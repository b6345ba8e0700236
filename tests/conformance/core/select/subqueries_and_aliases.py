"""alias(), subquery(), scalar subqueries: names, columns, re-use, corresponding_column, nested aliases and misuse."""
import re
import warnings

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, alias, column, create_engine, exists, func, literal, select, text, union

m = MetaData()
t = Table("t", m, Column("id", Integer, primary_key=True), Column("a", Integer), Column("s", String(10)))
u = Table("u", m, Column("id", Integer, primary_key=True), Column("t_id", ForeignKey("t.id")))


def show(source):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        try:
            print(source, "->", str(eval(source)).replace("\n", " "))
        except Exception as error:
            print(source, "!!", type(error).__name__, re.sub("0x[0-9a-f]+", "0x", str(error)))
    for w in seen:
        print("    ", w.category.__name__, w.message)


sq = select(t.c.id, t.c.a.label("x"), func.count(u.c.id), t.c.a + 1).join(u).group_by(t.c.id).subquery("sq")
anon = select(t).subquery()
al = t.alias()
for source in [
    "select(sq)", "sq.c.keys()", "select(sq.c.x)", "select(sq.c.id, anon.c.id)", "select(anon)", "select(anon.c.a, al.c.a)", "select(al)", "select(t.alias(), t.alias())", "select(t.alias('q'), t)", "alias(t, 'z').c.id", "select(alias(t))", "sq.name", "sq.description", "type(sq).__name__, type(al).__name__", "sq.element is not None", "sq.original if hasattr(sq, 'original') else None", "sq.c.x.type", "sq.c.x.table is sq", "sq.c.id.primary_key", "al.c.id.primary_key", "sq.primary_key.columns.keys()", "len(al.foreign_keys), len(u.alias().foreign_keys)", "str(sq)", "str(al)",
    "select(sq.alias('again'))", "select(sq.subquery())", "select(al.alias('b'))", "select(sq.alias('p'), sq.alias('q'))", "select(t).join(sq, sq.c.id == t.c.id)", "select(u).join(anon)", "select(u).join(anon, u.c.t_id == anon.c.id).where(anon.c.a > 1)", "select(select(sq.c.x).subquery('outer').c.x)", "select(select(select(t.c.a).subquery('i')).subquery('j'))", "sq.corresponding_column(t.c.id)", "sq.corresponding_column(t.c.s)", "al.corresponding_column(t.c.s)", "anon.c.contains_column(t.c.id)", "select(sq.c['count'])", "select(sq.c.count_1)", "select(sq.c.anon_1)", "select(sq.columns[3])", "select(sq.c.zz)", "sq.c.zz", "sq.c['zz']",
    "select(t.c.a).scalar_subquery()", "select(t.c.a).scalar_subquery() + 1", "select(t.c.a).scalar_subquery().type", "select(t.c.a, t.c.s).scalar_subquery()", "select(t).scalar_subquery()", "select(select(t.c.a).scalar_subquery())", "select(select(t.c.a).scalar_subquery().label('n'))", "select(select(t.c.a).label('n'))", "select(u, select(t.c.a).where(t.c.id == u.c.t_id).scalar_subquery())", "select(u).where(u.c.id == select(func.max(u.c.id)).scalar_subquery())", "select(u).where(u.c.id == select(func.max(t.c.id)))", "select(u).where(u.c.id > select(func.max(t.c.id)).subquery())", "select(u).where(select(t.c.a) == 5)", "select(select(t.c.a))", "select(u.c.id, select(t.c.a))", "select(select(t.c.a).subquery())", "select(t).select_from(select(t))", "select(select(t).c.a)", "select(t).c", "select(t).a", "select(u).where(u.c.id.in_(select(t.c.id).subquery()))", "select(t).alias()", "select(t).alias('n')", "select(t.c.a).as_scalar()", "select(t.c.a).label()" if False else "select(t.c.a).label(None)", "func.coalesce(select(t.c.a).scalar_subquery(), 0)", "func.coalesce(select(t.c.a), 0)", "-select(t.c.a).scalar_subquery()", "~select(t.c.a).exists()", "select(t.c.a).exists().select()", "select(t.c.a).exists().where(t.c.a == 5)", "exists(select(t.c.a)).where(t.c.a == u.c.id)", "exists().where(t.c.a == 1).select()", "exists(t.c.a)", "exists(t)", "exists()", "exists(select(t.c.a).subquery())", "exists('x')", "exists(5)", "select(exists().where(t.c.a == 1))", "select(exists(select(t.c.a))).select_from(u)", "exists(select(t.c.a)) & (u.c.id == 1)",
    "select(literal(1)).subquery().c.keys()", "select(literal(1).label('one')).subquery().select()", "select(text('a'), t.c.s).subquery().select()", "select(text('a')).subquery().c.keys()", "select(t.c.a.label('x y')).subquery('q q').select()", "union(select(t.c.a), select(u.c.id)).subquery().select()", "union(select(t.c.a), select(u.c.id)).alias('un').c.keys()", "union(select(t.c.a), select(u.c.id)).scalar_subquery()", "text('SELECT a, s FROM t').columns(column('a'), t.c.s).subquery('tx').select()", "text('SELECT 1').columns(x=Integer).scalar_subquery()", "text('SELECT 1').subquery()", "text('SELECT a FROM t').columns(t.c.a).cte('c').select()", "text('SELECT 1 AS x').columns(x=Integer).alias('q').c.x.type", "t.subquery()" if False else "t.select().subquery('whole').select()", "al.select()", "sq.select().where(sq.c.x > 1)", "al.insert()" if hasattr(al, "insert") else "'no insert'", "select(func.f(sq.c.x)).group_by(sq.c.id)", "select(sq).with_only_columns(sq.c.id)", "sq.is_derived_from(t)", "al.is_derived_from(t)",
]:
    show(source)


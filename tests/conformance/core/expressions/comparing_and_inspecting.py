"""compare(), str(), is_clause_element, get_children, traversal, replacement, cloned statements, cache keys and inspect() of expressions."""
from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, and_, bindparam, case, cast, column, func, inspect, literal, or_, select, text
from sqlalchemy.sql import visitors, util as sql_util
from sqlalchemy.sql.elements import BinaryExpression, BindParameter, ColumnElement

m = MetaData()
t = Table("t", m, Column("id", Integer, primary_key=True), Column("a", Integer), Column("s", String(10)))
u = Table("u", m, Column("id", Integer, primary_key=True), Column("t_id", ForeignKey("t.id")))


def show(source):
    try:
        print(source, "->", eval(source))
    except Exception as error:
        print(source, "!!", type(error).__name__, error)


for source in [
    "t.c.a.compare(t.c.a)", "t.c.a.compare(t.c.id)", "(t.c.a == 1).compare(t.c.a == 1)", "(t.c.a == 1).compare(t.c.a == 2)", "(t.c.a == t.c.id).compare(t.c.id == t.c.a)", "and_(t.c.a == 1, t.c.id == 2).compare(and_(t.c.id == 2, t.c.a == 1))", "(t.c.a + 1).compare(t.c.a + 1)", "select(t).compare(select(t))", "select(t).where(t.c.a == 1).compare(select(t).where(t.c.a == 1))", "select(t).compare(select(u))", "func.f(t.c.a).compare(func.f(t.c.a))", "func.f(t.c.a).compare(func.g(t.c.a))", "literal(1).compare(literal(1))", "literal(1).compare(literal('1'))", "text('x').compare(text('x'))", "t.c.a.label('x').compare(t.c.a.label('x'))", "t.c.a.label('x').compare(t.c.a.label('y'))", "cast(t.c.a, String).compare(cast(t.c.a, String))", "cast(t.c.a, String).compare(cast(t.c.a, Integer))", "t.compare(t)", "t.alias('x').compare(t.alias('x'))", "t.alias('x').compare(t.alias('y'))", "t.c.a.in_([1]).compare(t.c.a.in_([1]))", "column('x').compare(column('x'))", "column('x').compare(t.c.a)", "case((t.c.a == 1, 2)).compare(case((t.c.a == 1, 2)))", "bindparam('x', 1).compare(bindparam('x', 1))", "bindparam('x', 1).compare(bindparam('x', 2))",
    "[str(c) for c in (t.c.a == 1).get_children()]", "[type(c).__name__ for c in visitors.iterate(and_(t.c.a == 1, func.f(t.c.s) > 'x'))]", "t.c.a.shares_lineage(t.alias().c.a)", "(t.c.a == 1).is_clause_element", "select(t).is_select", "select(t).is_dml", "t.insert().is_insert", "t.is_selectable", "text('x').is_text", "inspect(t) is t", "inspect(t.c.a) is t.c.a", "inspect(select(t)).is_select", "t.c.a.is_literal if hasattr(t.c.a, 'is_literal') else None", "(t.c.a == 1).left is t.c.a", "(t.c.a + 1).right.value", "[str(x) for x in (t.c.a + t.c.id).base_columns]", "t.alias().c.a.base_columns == {t.c.a}", "t.c.a.proxy_set == {t.c.a}", "(t.c.a == 1)._from_objects", "[str(f) for f in (t.c.a == u.c.id)._from_objects]", "t.c.a.expression is t.c.a", "(t.c.a + 1).comparator.__class__.__name__", "t.c.a.anon_label" if False else "t.c.a._anon_name_label is not None", "t.c.a.key, t.c.a.name, t.c.a.description", "(t.c.a + 1).key", "func.f().key, func.f().name", "select(t)._generate_cache_key() == select(t)._generate_cache_key()", "select(t.c.a)._generate_cache_key() == select(t.c.s)._generate_cache_key()", "(t.c.a == 1)._generate_cache_key() == (t.c.a == 2)._generate_cache_key()", "t.c.a.in_([1])._generate_cache_key() == t.c.a.in_([1, 2])._generate_cache_key()", "isinstance(t.c.a == 1, ColumnElement)", "isinstance(literal(1), BindParameter)", "isinstance(t.c.a + 1, BinaryExpression)",
]:
    show(source)
found = []
visitors.traverse(select(t).where(t.c.a == 5, func.f(t.c.s) == "x"), {}, {"bindparam": lambda b: found.append(b.value), "column": lambda c: found.append(str(c))})
print(sorted(set(map(str, found))))
cloned = visitors.cloned_traverse(t.c.a == 5, {}, {"bindparam": lambda b: setattr(b, "value", 9)})
print(cloned.compile().params, (t.c.a == 5).compile().params)
alias = t.alias("z")
print(sql_util.ClauseAdapter(alias).traverse(and_(t.c.a == 5, t.c.s == u.c.id)))
print(visitors.replacement_traverse(t.c.a + t.c.id, {}, lambda x: column("new") if x is t.c.id else None))
print([str(x) for x in sql_util.find_tables(select(t).join(u))])
print(sql_util.join_condition(t, u), sql_util.reduce_columns([t.c.id, u.c.t_id], t.c.id == u.c.t_id))

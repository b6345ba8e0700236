"""column() and table(): light-weight constructs, their attributes, joins, schema, use in select/insert/update and their limits."""
import re

from sqlalchemy import Column, Integer, MetaData, String, Table, column, create_engine, delete, func, insert, inspect, join, literal_column, quoted_name, select, table, text, update
from sqlalchemy.dialects import mysql, postgresql
from sqlalchemy.sql.expression import ColumnClause, TableClause

u = table("user_account", column("id", Integer), column("name", String), column("full name"))
a = table("address", column("id"), column("user_id", Integer), schema="crm")


def show(source):
    try:
        print(source, "->", str(eval(source)).replace("\n", " "))
    except Exception as error:
        print(source, "!!", type(error).__name__, re.sub("0x[0-9a-f]+", "0x", str(error)))


for source in [
    "u", "a", "u.name", "a.schema", "a.fullname", "u.c.keys()", "u.c.name.table is u", "u.c.name.type", "u.c['full name']", "u.primary_key", "u.columns.name", "u.description", "type(u).__name__", "type(u.c.id).__name__", "isinstance(u, TableClause)", "u.c.id.primary_key", "u.c.id.foreign_keys", "column('x').table", "column('x').name", "column('x').key", "column('x').is_literal", "literal_column('x').is_literal", "repr(column('x').type)", "column('x', String(5)).type",
    "select(u)", "select(a)", "select(u.c.id, u.c['full name'])", "select(column('x'))", "select(column('x'), column('y')).select_from(table('t'))", "select(column('x')).select_from(text('t JOIN q'))", "select('*').select_from(u)", "select(text('*')).select_from(u)", "select(literal_column('*')).select_from(u)", "select(u.c.id).where(column('x') > 5)", "select(func.count()).select_from(u)", "select(table('bare'))", "select(column('x')).where(table('t', column('y')).c.y == 1)",
    "u.select()", "u.insert()", "u.insert().values(id=1, name='x')", "u.update()", "u.update().where(u.c.id == 5).values(name='x')", "u.delete()", "u.delete().where(u.c.name == None)", "insert(u).values(zz=1)", "insert(a)", "insert(table('bare')).values(x=1)", "update(u).values({u.c.name: u.c.name + 'x'})", "update(u).values({column('extra'): 1})", "insert(u).returning(u.c.id)", "delete(u).where(a.c.user_id == u.c.id)",
    "u.join(a, u.c.id == a.c.user_id)", "u.join(a)", "u.outerjoin(a, u.c.id == a.c.user_id)", "join(u, a, u.c.id == a.c.user_id)", "select(u, a).join(a, u.c.id == a.c.user_id)", "select(u).join(a)", "u.alias('x')", "u.alias('x').c.name", "select(u.alias('x'))", "select(u.alias())", "u.lateral('l')", "u.tablesample(5)", "u.is_derived_from(u)", "u.corresponding_column(u.alias().c.id)", "u.alias().corresponding_column(u.c.id)", "u.foo", "u.c.foo",
    "table('select', column('from'))", "select(table('select', column('from')))", "select(table(quoted_name('plain', True), column(quoted_name('x', True))))", "select(table('Mixed', column('Case')))", "table('t', Column('x', Integer)).c.x", "table('t', 'x')", "table('t', column('x'), column('x')).c.keys()", "table()", "table('t', foo=1)", "table('t', schema=None).fullname", "column('x') == column('x')", "bool(column('x') == column('x'))", "column('x').label('y')", "column('a.b')", "select(column('a.b'))", "column(5)", "column()", "column('x', Integer()) + 1", "column('x') + 1", "column('x') + 'y'", "column('x') & column('y')", "~column('x')", "column('x').desc()", "column('x').in_([1])", "column('x').contains('y')", "column('x')['y']", "str(column('per%cent'))",
]:
    show(source)
stmt = select(table("order", column("Group"), column("x%y"), schema="My Schema"))
for d in (postgresql.dialect(), mysql.dialect()):
    print(stmt.compile(dialect=d))
with create_engine("sqlite://").begin() as conn:
    conn.execute(text("CREATE TABLE user_account (id INTEGER PRIMARY KEY, name TEXT, \"full name\" TEXT)"))
    conn.execute(insert(u), [{"id": 1, "name": "a"}, {"id": 2, "full name": "B B"}] if False else [{"id": 1, "name": "a"}, {"id": 2, "name": "b"}])
    print(conn.execute(select(u)).all(), conn.execute(select(u)).keys())
    print(conn.execute(insert(u).values(name="c")).inserted_primary_key)
    print(conn.execute(update(u).where(u.c.id == 1).values(name="z").returning(u.c.id, u.c.name)).all())


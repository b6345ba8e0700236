"""Names that cannot be resolved or match too much: filter_by, order_by strings, result columns, table columns, keys with odd case."""
import re

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, create_engine, func, insert, select, text, union, update

m = MetaData()
a = Table("a", m, Column("id", Integer, primary_key=True), Column("name", String(10)), Column("Odd Key", Integer, key="odd"), Column("count", Integer), Column("keys", Integer))
b = Table("b", m, Column("id", Integer, primary_key=True), Column("name", String(10)), Column("a_id", ForeignKey("a.id")))
engine = create_engine("sqlite://")
m.create_all(engine)
conn = engine.connect()
conn.execute(insert(a), {"id": 1, "name": "x", "odd": 5, "count": 7, "keys": 9})
conn.execute(insert(b), {"id": 2, "name": "y", "a_id": 1})


def show(source):
    try:
        print(source, "->", re.sub(r"0x[0-9a-f]+", "0x", str(eval(source))).replace("\n", " "))
    except Exception as error:
        print(source, "!!", type(error).__name__, re.sub(r"0x[0-9a-f]+", "0x", str(error)))


row = conn.execute(select(a, b).join(b)).one()
plain = conn.execute(select(a)).one()
for source in [
    "a.c.nothing", "a.c['nothing']", "a.c['Odd Key']", "a.c.odd.name", "a.c.NAME", "a.c[0].name", "a.c[9]", "a.c[-1].name", "a.c['id', 'nothing']", "a.columns.get('nothing')", "a.columns.get('odd')", "'Odd Key' in a.c", "a.c.contains_column(b.c.id)", "a.nothing", "a.id", "a['id']", "a.c.count", "a.c['keys']", "a.c['count']", "a.alias().c.nothing", "select(a).subquery().c.nothing", "select(a, b).subquery().c.keys()", "select(a, b).subquery().c.b_name",
    "row._fields", "row.id", "row.id_1", "row.name", "row.name_1", "row.nothing", "row['id']", "row[0]", "row[99]", "row['nothing']", "row._mapping['id']", "row._mapping['nothing']", "row._mapping[a.c.id]", "row._mapping[b.c.id]", "row._mapping[a.c.odd]", "row._mapping['odd']", "row._mapping['Odd Key']", "row.odd", "row.count", "row.keys", "plain.count", "plain._mapping['count']", "plain.t", "plain.keys()", "plain.items()", "plain == (1, 'x', 5, 7, 9)", "plain._mapping[0]", "plain._asdict()", "plain._mapping[a]", "plain._mapping[b.c.id]", "plain._mapping['ID']", "plain.ID",
    "select(a).filter_by(nothing=1)", "select(a).join(b).filter_by(a_id=1)", "select(a).filter_by(odd=1)", "select(a).filter_by(**{'Odd Key': 1})", "select(a.alias('q')).filter_by(name='x')", "select(a.c.id).filter_by(name='x')", "select(func.count()).select_from(a).filter_by(name='x')", "select(a).filter_by(5)" if False else "select(a).filter_by()", "update(a).filter_by(name='x').values(count=1)", "update(a).filter_by(zz='x')", "select(a).order_by('nothing')", "select(a, b).order_by('name')", "select(a).order_by('odd')", "select(a).order_by('Odd Key')", "select(a).order_by('a.name')", "select(a.c.name.label('n')).order_by('name')", "select(a.c.name.label('n')).order_by('n')", "select(a.c.name.label('n')).group_by('n')", "select(a.c.name.label('n')).where(text('n = 1'))", "union(select(a.c.id), select(b.c.id)).order_by('nothing')", "union(select(a.c.id), select(b.c.id)).order_by(b.c.name)",
    "conn.execute(text('SELECT id, id FROM a')).one().id", "conn.execute(text('SELECT a.id, b.id FROM a, b')).one()._mapping['id']", "conn.execute(text('SELECT a.id, b.id FROM a, b')).keys()", "conn.execute(text('SELECT a.id AS \"a.id\" FROM a')).one()._fields", "conn.execute(text('SELECT name FROM a')).one()._mapping[a.c.name]", "conn.execute(text('SELECT name FROM a').columns(a.c.name)).one()._mapping[a.c.name]", "conn.execute(select(a.c.name.label('n'))).one()._mapping[a.c.name]", "conn.execute(select(a.c.name.label('n'))).one().name", "conn.execute(select(func.max(a.c.id))).one().max_1", "conn.execute(select(a.c.id + 1)).one().anon_1", "conn.execute(select(a.c.id + 1)).keys()", "conn.execute(select(a)).scalars('nothing').all()", "conn.execute(select(a)).scalars('odd').all()", "conn.execute(select(a)).scalars(7).all()", "conn.execute(select(a)).columns('name', 'nothing').all()", "conn.execute(select(a)).columns('name', a.c.odd).all()", "conn.execute(select(a)).mappings().one()['nothing']",
]:
    show(source)


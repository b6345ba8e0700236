"""Tables and columns used before or outside of their place: columns without a table, foreign tables, copied tables, cloned metadata, dropped names."""
import re

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, column, create_engine, func, insert, inspect, select, text

m = MetaData()
t = Table("t", m, Column("id", Integer, primary_key=True), Column("a", Integer))
bad = Table("bad", m, Column("id", Integer, primary_key=True), Column("x_id", ForeignKey("missing.id")))
worse = Table("worse", MetaData(), Column("id", Integer, primary_key=True), Column("y_id", ForeignKey("worse.nothing")))
loose = Column("loose", Integer)


def show(source):
    try:
        print(source, "->", re.sub(r"0x[0-9a-f]+", "0x", " ".join(str(eval(source)).split())))
    except Exception as error:
        print(source, "!!", type(error).__name__, re.sub(r"0x[0-9a-f]+", "0x", str(error)))


for source in [
    "select(loose)", "select(t).where(loose == 5)", "loose == t.c.a", "loose.table", "loose.type", "Column(Integer) == 5", "Column(Integer).name", "str(Column(Integer))", "repr(Column(Integer))", "select(Column(Integer))", "select(Column(Integer)).compile().params", "Column('x') == 5", "repr(Column('x'))", "Column('x').type", "Column('x', 'y')", "Column('x', Integer, String)", "Column(5)", "Column('x', Integer, primary_key=True, nullable=True)", "Column('x', Integer, unknown=5)", "Column(name='n', type_=Integer)", "Column('n', Integer, name='m')",
    "bad.c.x_id.foreign_keys", "list(bad.c.x_id.foreign_keys)[0].column", "list(worse.c.y_id.foreign_keys)[0].column", "bad.c.x_id.references(t.c.id)", "bad.join(t)", "select(bad).join(t)", "m.sorted_tables", "[x.name for x in m.tables.values()]", "m.create_all(create_engine('sqlite://'))", "bad.c.x_id.type", "m.tables['nothing']", "m.tables.get('nothing')", "'t' in m", "'t' in m.tables", "t in m", "m.t", "Table('t', m).c.keys()", "Table('t', m, Column('b', Integer))", "Table('t', MetaData()).c.keys()", "Table('t')", "Table('t', None)", "Table('t', 'm')", "Table(5, MetaData())", "Table('x', MetaData(), 'id')", "Table('x', MetaData(), Integer)", "Table('x', MetaData(), t.c.id)", "Table('x', MetaData(), Column('a', Integer), t.c.a)", "Table('', MetaData())", "Table('x', MetaData(), Column(Integer))", "Table('x', MetaData(), unknown=5)", "Table('x', MetaData(), sqlite_unknown=5)", "Table('x', MetaData(), nodb_option=5).name",
    "t.to_metadata(MetaData()).c.a == t.c.a", "t.to_metadata(MetaData(), name='t2').name", "t.to_metadata(m)", "t.to_metadata(m) is t", "t.alias().metadata", "t.append_column(Column('late', Integer))", "t.c.late", "t.append_column(Column('late', Integer))", "t.append_column(Column('late', String), replace_existing=True)", "t.c.late.type", "t.append_column('x')", "t.append_column(t.c.a)", "m.remove(t)", "'t' in m.tables", "select(t)", "t.name", "t.exists()", "t.create()", "t.drop()", "t.insert().values(a=1)", "t.key", "t.fullname", "t.c.a.copy()", "t.c.a.label('x').table", "t.c.a.table.name", "hash(t) == hash(t)", "t == t", "t == 't'", "t < t", "t + 1", "bool(t.c)", "len(t.c)", "list(t)", "iter(t)", "for_ in t" if False else "[c.name for c in t.c]", "t.c + t.c" if False else "t.c == t.c", "t.c.a.foreign_keys", "t.primary_key", "t.foreign_keys", "t.indexes", "t.constraints" if False else "len(t.constraints)", "t.info", "t.comment", "t.c.a.info", "t.c.a.server_default", "t.c.a.unique, t.c.a.index, t.c.a.nullable, t.c.id.nullable, t.c.id.autoincrement",
]:
    show(source)


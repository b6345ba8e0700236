"""Warnings shown with warnings.catch_warnings: deprecated arguments and names, coercions, and what the message advises."""
import re
import warnings

from sqlalchemy import (JSON, Boolean, Column, Date, DateTime, Enum, Float, ForeignKey, Integer, MetaData, Numeric, String, Table, and_, bindparam, case, cast, column, create_engine, distinct, exists, false, func, insert, literal, literal_column, nullsfirst,
                        or_, select, text, true, tuple_, type_coerce, union, update)
from sqlalchemy.dialects import mysql, postgresql, sqlite

m = MetaData()
t = Table("t", m, Column("id", Integer, primary_key=True), Column("a", Integer), Column("s", String(10)), Column("n", Numeric(8, 2)), Column("j", JSON))
u = Table("u", m, Column("id", Integer, primary_key=True), Column("t_id", ForeignKey("t.id")))
engine = create_engine("sqlite://")
m.create_all(engine)


def show(source):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        try:
            result = " ".join(str(eval(source)).split())
        except Exception as error:
            result = f"!! {type(error).__name__} {error}"
    print(source, "->", re.sub(r"0x[0-9a-f]+", "0x", result)[:150], len(seen))
    for w in seen:
        print("     ", w.category.__name__, re.sub(r"0x[0-9a-f]+", "0x", str(w.message)))


for source in [
    "and_()", "or_()", "and_(*[])", "select(t).where(and_())", "and_(True)", "or_(False)", "select(select(t.c.a)).compile()", "select(t).where(t.c.a == select(u.c.id))", "select(t).where(t.c.a.in_(select(u.c.id).subquery()))", "select(t.c.a, select(u.c.id).label('x'))", "func.coalesce(select(u.c.id), 1)", "select(t.c.a).as_scalar()", "select(t.c.a).distinct(t.c.a)", "select(t.c.a).distinct(t.c.a).compile(dialect=postgresql.dialect())", "select(distinct(t.c.a))", "select(t.c.a.distinct(), t.c.s)", "func.count(distinct(t.c.a))", "t.c.a & t.c.id", "t.c.a | 5", "~t.c.a", "~t.c.s", "-t.c.s", "t.c.s - 'x'", "t.c.s * 2", "t.c.a.like('x')", "t.c.a.concat('x')", "t.c.a + 'x'", "t.c.s / 2", "t.c.j + 1", "t.c.j.like('x')", "t.c.s << 2", "t.c.n.bitwise_and(1)", "t.c.s.bitwise_and(1)", "t.c.a['x']", "t.c.n % 2", "t.c.j > 5", "t.c.a.contains('x')", "t.c.a.startswith('x')", "t.c.a.regexp_match('x')", "t.c.a.match('x')", "t.c.a.collate('x')", "t.c.j == 5", "t.c.s.between(1, 2)",
    "t.c.s.notlike('x')", "t.c.s.notilike('x')", "t.c.a.notin_([1])", "t.c.a.isnot(None)", "t.c.a.isnot_distinct_from(1)", "t.c.a.nullsfirst()", "nullsfirst(t.c.a)", "cast(t.c.a, Boolean).compile(dialect=mysql.dialect())", "cast(t.c.a, Float).compile(dialect=mysql.dialect())", "select(t).union(select(t)).compile()", "tuple_(t.c.a, t.c.s).in_([(1, 'x')])", "text('x').columns(t.c.a).alias('q')", "select(t).alias('q')", "select(t).select_from(t, u).compile()", "exists(t.c.a)", "exists([t.c.a])", "select(t).with_hint(t, 'X')", "insert(t).values([{'a': 1}]).values([{'a': 2}])", "insert(t, values={'a': 1})", "update(t, {'a': 1})", "t.select().apply_labels()", "select(t).params(x=1)", "create_engine('sqlite://', convert_unicode=True)", "create_engine('sqlite://', encoding='utf8')", "create_engine('sqlite://', future=False)", "create_engine('sqlite://', future=True)", "create_engine('sqlite://', implicit_returning=False)", "Column('x', Integer, quote=None)", "String(5, convert_unicode=True)", "Float(asdecimal=True).asdecimal", "Enum('a', 'b', convert_unicode=True)", "Table('t', m)", "Table('t', m, Column('zz', Integer))", "Table('t', m, Column('zz', Integer), extend_existing=True).c.keys()", "Table('t', m, useexisting=True)", "Table('t', m, mustexist=True)", "MetaData(bind=engine)", "Column('x', Integer, ForeignKey('t.id'), ForeignKey('t.id'))", "ForeignKey(t)", "Table('dup', MetaData(), Column('x', Integer), Column('x', String))", "Table('dupk', MetaData(), Column('x', Integer, key='k'), Column('y', Integer, key='k'))", "union(select(t.c.a), select(u.c.id)).order_by(u.c.id)", "bindparam('x', 5, unique=True, required=True)", "case((t.c.a == 1, 'x'), else_=None)", "select(t.c.a).limit('5')", "type_coerce(5, None)", "func.now(5, 6)", "postgresql.array([])", "Column('x', Integer, autoincrement='maybe').autoincrement", "Table('c', MetaData(), Column('d', Date, default={}))" if False else "1", "Column('l', Integer, default=lambda: 5).default", "Column('l', Integer, default=lambda a, b: 5)",
]:
    show(source)


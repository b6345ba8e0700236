"""Random expression trees, seed 1007: generated expressions and statements as four dialects write them, with binds and with literals."""
import datetime
import re
from decimal import Decimal

from sqlalchemy import *
from sqlalchemy.dialects import mysql, postgresql, sqlite

metadata = MetaData()
dept = Table(
    "dept", metadata,
    Column("id", Integer, primary_key=True), Column("name", String(30), nullable=False), Column("budget", Numeric(10, 2)),
    Column("active", Boolean), Column("opened", Date), Column("info", JSON))
emp = Table(
    "emp", metadata,
    Column("id", Integer, primary_key=True), Column("dept_id", ForeignKey("dept.id")), Column("boss_id", ForeignKey("emp.id")),
    Column("name", String(30), nullable=False), Column("nick", Text), Column("salary", Float), Column("bonus", Numeric(8, 2)),
    Column("age", Integer), Column("active", Boolean, nullable=False), Column("hired", Date), Column("seen", DateTime),
    Column("data", JSON))
proj = Table(
    "proj", metadata,
    Column("id", BigInteger, primary_key=True), Column("dept_id", ForeignKey("dept.id")), Column("title", Unicode(40)),
    Column("cost", Numeric(12, 3)), Column("hours", Float), Column("due", Date), Column("tags", JSON), Column("is_open", Boolean))
task = Table(
    "task", metadata,
    Column("id", Integer, primary_key=True), Column("emp_id", ForeignKey("emp.id")), Column("proj_id", ForeignKey("proj.id")),
    Column("prio", SmallInteger), Column("note", String), Column("order", Integer, key="pos"), Column("Done At", DateTime, key="done"))

D = datetime.date
DT = datetime.datetime
TREES = []
TREES.append(lambda: insert(task).values([{'prio': select(dept.c.id).select_from(dept).where(dept.c.active).limit(1).scalar_subquery(), 'note': 'a'}, {'prio': (literal(0) + -1), 'note': ''}, {'prio': 42, 'note': 'a'}]))

TREES.append(lambda: select(func.max(literal(-5))).select_from(task).exists())

TREES.append(lambda: between(func.lower((literal('b%') + task.c.note), type_=String), func.substr(func.substr(bindparam(None, 'q\\z', type_=Unicode(5)), 2, 2, type_=String), 1, 2, type_=String), cast(func.now(), String)))


@TREES.append
def _():
    u = union_all(select(func.upper(bindparam(None, ':w', type_=Unicode(5)), type_=String).label('p'), (literal_column("1.5", Float) % 2.25).label('q')), select((dept.c.name + 'Ann'), (dept.c.id / literal(2.25))).where((~dept.c.id.bitwise_rshift(10).bool_op('@@')(dept.c.info["l"][0].as_integer())))).alias('un')
    return select(func.percentile_cont(0.5).within_group(u.c.q.desc()), literal(-1), extract('day', literal(DT(2020, 2, 29))).label('Sum')).where((3 < literal(10)), (~literal(False))).group_by(func.percentile_cont(0.5).within_group(u.c.q.desc()), literal(-1)).order_by((u.c.q + -1.5)).limit(bindparam('lim', 3)).distinct()

TREES.append(lambda: (func.lower((func.length(proj.c.title, type_=Integer) + 10)) >= func.bar(extract('day', proj.c.due))))

TREES.append(lambda: delete(proj).where(proj.c.id == dept.c.id, func.pow(literal(3), 2).op('&&', is_comparison=True)(dept.c.id)))


@TREES.append
def _():
    j = func.json_each(emp.c.data).table_valued('key', column('value', Integer), joins_implicitly=True)
    return select(func.min(emp.c.seen).over(partition_by=[emp.c.age, emp.c.nick]), func.first_value(emp.c.nick).over(partition_by=[j.c.value, emp.c.name], order_by=desc((emp.c.salary % emp.c.salary))), emp.c.data["a"].as_json(), emp.c.seen.label('two words')).fetch(3)

TREES.append(lambda: delete(task).where(task.c.id == emp.c.id, emp.c.active))

TREES.append(lambda: func.substr(emp.c.data[0].as_string(), 1, 2, type_=String))

TREES.append(lambda: select((dept.c.budget + Decimal("-0.25"))).select_from(task.join(emp).join(dept, dept.c.id == emp.c.dept_id)).where(not_((~dept.c.name.regexp_match(':w'))), (emp.c.boss_id.bitwise_rshift(emp.c.id) == 3)))

TREES.append(lambda: insert(task).values([{'prio': emp.c.data[0].as_integer(), 'note': collate(literal('b%'), "nocase")}, {'prio': 42, 'note': ('Ann' + literal('?'))}]))

TREES.append(lambda: select(dept.c.active, dept.c.info["b"]["c"].as_json().label('order')).select_from(dept).where(not_(select(func.max(emp.c.name)).select_from(emp).correlate_except(emp).scalar_subquery().startswith((dept.c.name + 'Ann')))))

TREES.append(lambda: update(dept).values(name=(proj.c.title + proj.c.id)).where(dept.c.id == proj.c.id, case({2: cast(dept.c.active, Boolean)}, value=cast(proj.c.hours, SmallInteger))))

TREES.append(lambda: delete(task).where(task.c.id == dept.c.id, dept.c.active))

TREES.append(lambda: delete(emp).where(between(case((literal(DT(2020, 2, 29)).is_not_distinct_from(DT(2020, 2, 29)), 0.5), ((literal(3.0) == all_(select(func.max(literal_column("1.5", Float))).select_from(proj).where(proj.c.is_open).order_by(proj.c.id))), func.coalesce(emp.c.salary, emp.c.salary))), cast(func.round(emp.c.salary, 1, type_=Float), Float), (literal(10).bitwise_or(emp.c.id) / (-bindparam(None, 3.0, type_=Float(8)))))))

TREES.append(lambda: case((func.nullif(proj.c.is_open, proj.c.is_open, type_=Boolean), False), ((tuple_(proj.c.id, literal(42, literal_execute=True)) >= tuple_(proj.c.dept_id, 0)), not_(proj.c.is_open)), else_=False))

TREES.append(lambda: update(dept).values(name=proj.c.title.concat(proj.c.title)).where(dept.c.id == proj.c.id, ~exists().where(dept.c.name.like('?'))))

TREES.append(lambda: bitwise_not(emp.c.id).op('|', precedence=15)(3))


@TREES.append
def _():
    l = select((2 * (emp.c.boss_id * literal(-5))).label('v'), case((emp.c.active, 'Ann'), (emp.c.active, literal(':w'))).collate("NOCASE").label('w')).where(exists(literal_column('1')).select_from(task).where((emp.c.nick == dept.c.name))).lateral('lat')
    return select(dept.c.name, l.c.v, func.nullif(dept.c.active, dept.c.active, type_=Boolean)).join(l, l.c.v == dept.c.id)

TREES.append(lambda: func.nullif(dept.c.active, True, type_=Boolean))

TREES.append(lambda: select(dept.c.info["b"]["c"].as_json()).select_from(join(proj, dept)).where(func.coalesce(func.coalesce((~dept.c.active), False), proj.c.is_open)).order_by(select(func.min(task.c.note)).select_from(task).where(dept.c.active).order_by(task.c.id).scalar_subquery().nulls_first(), dept.c.opened.asc()))

TREES.append(lambda: select(func.last_value(proj.c.cost).over(order_by=(-1 * proj.c.dept_id), range_=(0, None)), (proj.c.is_open != cast(proj.c.is_open, Boolean))).join_from(task, proj).where(cast(select(func.max(dept.c.active)).select_from(dept).where((dept.c.id != 10)).scalar_subquery(), Boolean)))

TREES.append(lambda: insert(task).values([{'prio': literal(3).bitwise_or(literal(-1)), 'note': ''}, {'prio': func.char_length(literal('a/b', String(20))), 'note': 'q\\z'}]))

TREES.append(lambda: (func.round((bindparam(None, 2.25, type_=Float) + literal(1)), 1, type_=Float) % ((literal_column("1.5", Float) - literal(3.0, Float)) * 0.5)))


@TREES.append
def _():
    s = select(emp.c.bonus, emp.c.salary, emp.c.hired, func.length(literal('Ann'), type_=Integer).bitwise_not().label('comp')).where((literal('x_y') == "it's")).limit(5).subquery("sq")
    return select(s.c.hired, literal('x_y'), literal(False)).where((~func.aggregate_strings(literal_column("'lc'", String).concat(3), ',').regexp_match(''))).add_columns(func.abs(literal(-5, BigInteger), type_=Integer)).order_by((literal_column("1.5", Float) - s.c.salary), func.instr(literal(''), literal('', Unicode(5)), type_=Integer).desc())


@TREES.append
def _():
    e = select((literal(0) * (0 - dept.c.id)).label('n'), collate(dept.c.name, "nocase").concat((dept.c.id * dept.c.id)).label('s')).cte()
    f = select(e.c.n, func.count().label('k')).where(select(func.min(proj.c.is_open)).select_from(proj).where(proj.c.is_open).order_by(proj.c.id).scalar_subquery()).group_by(e.c.n).cte('second')
    return select(f.c.k, e.c.s, literal(True)).join_from(f, e, f.c.n == e.c.n)

TREES.append(lambda: delete(emp).where(emp.c.id == task.c.id, func.ltrim(emp.c.name, type_=String).match("it's")))

TREES.append(lambda: func.substr(func.aggregate_strings(dept.c.name, '%'), func.abs(task.c.proj_id, type_=Integer), 2, type_=String).concat(':w'))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(proj.c.dept_id, func.pkg.Fn(proj.c.title, type_=String).op('||', precedence=9, return_type=String())("it's")).where(literal('a/b').ilike('a'), tuple_(proj.c.dept_id, proj.c.title).in_(select(dept.c.info["l"][0].as_integer(), func.ltrim(dept.c.name, type_=String)).where(literal_column("1.5", Float).not_in([0.5, null()]))))))

TREES.append(lambda: except_all(select((dept.c.id / dept.c.id), cast(literal(-1.5), Unicode(5))).where((~dept.c.active)).order_by(literal_column('1')), select(emp.c.id.bitwise_rshift(emp.c.boss_id), func.upper(emp.c.nick)).where(type_coerce(emp.c.active, Boolean))).cte('u').select())

TREES.append(lambda: and_(select(func.max(emp.c.active)).select_from(emp).order_by(emp.c.id).scalar_subquery(), True))

TREES.append(lambda: type_coerce((cast(literal(3.0), Numeric) / (dept.c.budget - Decimal("10"))), Numeric))

TREES.append(lambda: (7 // func.length(func.pkg.Fn(emp.c.nick, type_=String), type_=Integer)))

TREES.append(lambda: (((case((emp.c.active, Decimal("-0.25"))) * Decimal("1.5")) / Decimal("1.5")) - Decimal("-0.25")))

TREES.append(lambda: select(dept, (dept.c.budget % dept.c.budget), (42 % dept.c.id), case({7: dept.c.opened}, value=dept.c.id, else_=D(2024, 12, 31))).select_from(dept).order_by(case((literal(True), dept.c.active), (dept.c.active, True), else_=dept.c.active).desc(), select(func.max(dept.c.name)).select_from(dept).where(dept.c.active).scalar_subquery()).with_for_update(skip_locked=True))

TREES.append(lambda: select((task.c.note + task.c.note), task.c.note, emp.c.data["b"].as_json(), (func.min(literal(-1.5)).over(partition_by=task.c.note, order_by=[emp.c.data["b"].as_string().asc(), literal_column("1.5", Float).desc()], groups=(0, 0)) * 3.0)).where(and_(true(), literal(False, Boolean)), (literal(True) != true())).order_by(func.abs(literal(-1), type_=Integer).nulls_last(), case({3: D(2021, 5, 6)}, value=task.c.emp_id, else_=D(2024, 12, 31))).distinct())


@TREES.append
def _():
    e = select((extract('day', literal(DT(2024, 1, 2, 3, 4, 5))) // literal(42).op('|', precedence=8)(dept.c.id)).label('n'), func.substr(dept.c.name, 1, 2, type_=String).concat(case((dept.c.active, dept.c.name), (dept.c.active, dept.c.name))).label('s')).cte('first')
    f = select(e.c.n, func.count().label('k')).where(e.c.n.is_not_distinct_from(None)).group_by(e.c.n).subquery()
    return select(f.c.k, e.c.s, literal(False)).join_from(f, e, f.c.n == e.c.n).order_by((-f.c.k), case({'a/b': f.c.n}, value=literal('b%', Unicode(5))).nulls_last())


@TREES.append
def _():
    u = except_(select(dept.c.info["b"].as_string().label('p'), select(proj.c.dept_id).select_from(proj).limit(1).scalar_subquery().label('q')), select((bindparam(None, 'b%', type_=String) + 'a/b'), task.c.prio)).order_by('p').subquery()
    return select(emp.c.data["b"]["c"].as_json(), ((u.c.q // 42) + (func.nullif(u.c.q, u.c.q, type_=Integer) // extract('day', literal(D(2024, 12, 31))))), (bindparam(None, Decimal("10"), type_=Numeric) % Decimal("-0.25")).label('Mixed')).order_by(desc('Mixed'), (literal(-1.5, Float) / literal(-1.5)))

TREES.append(lambda: func.ifnull((-dept.c.id), dept.c.id, type_=Integer))


@TREES.append
def _():
    j = func.json_each(proj.c.tags, '$.l').table_valued('key', column('value', Integer), name='je')
    return select(j.c.key, select(func.max(emp.c.hired)).select_from(emp).where(proj.c.title.between(':w', emp.c.name)).scalar_subquery(), select(emp.c.seen).select_from(emp).where(emp.c.active).order_by(emp.c.id).scalar_subquery(), proj.c.hours).add_columns(select(func.count()).select_from(proj).order_by(proj.c.id).scalar_subquery()).slice(1, 3)

TREES.append(lambda: func.ltrim((dept.c.name + dept.c.name).collate("NOCASE")))

TREES.append(lambda: select(emp.c.nick, func.max(bindparam(None, 'a/b', type_=String(20))), func.sum(dept.c.budget), func.sum(emp.c.salary)).select_from(join(emp, dept)).where(~exists(select(func.max(bindparam(None, 1, type_=BigInteger))).select_from(dept).order_by(dept.c.id))).group_by(emp.c.nick))

TREES.append(lambda: (dept.c.info["l"][0].as_string().ilike(':w')))

TREES.append(lambda: emp.c.data["b"]["c"].as_integer())


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='vals').data([(3, 'a'), (42, 'b%')]).cte()
    return select(v.c.k.op('%', precedence=15)(v.c.k)).order_by(literal(D(2021, 5, 6)), case((bindparam(None, False, type_=Boolean), literal(D(2021, 5, 6))), else_=D(2021, 5, 6))).limit(1)

TREES.append(lambda: (task.c.done == task.c.done))

TREES.append(lambda: type_coerce(('q\\z' + emp.c.name), SmallInteger))

TREES.append(lambda: (dept.c.info["a"].as_boolean() & dept.c.info["b"].is_(None)))

TREES.append(lambda: literal(10).in_([dept.c.id.bitwise_lshift(0), 42]))

TREES.append(lambda: (select(func.max(literal(Decimal("-0.25"), Numeric(8, 2)))).select_from(task).where(proj.c.tags[("l", 0)].as_boolean()).scalar_subquery() <= Decimal("-0.25")))

TREES.append(lambda: select(func.min(literal("it's", literal_execute=True))).select_from(emp).where((~(-emp.c.age).between(emp.c.id.bitwise_and(7), 0))).order_by(emp.c.id).limit(1).scalar_subquery())

TREES.append(lambda: except_(select(dept.c.name, dept.c.id), select(('b%' + emp.c.name.op('||', precedence=9, return_type=String())(literal('Ann'))), func.ifnull(cast(emp.c.salary, Integer), func.instr(emp.c.name, emp.c.name, type_=Integer), type_=Integer))).order_by(text('1 DESC')))

TREES.append(lambda: bindparam(None, 3, type_=BigInteger).bitwise_rshift(7).between(0, literal(3).op('%', precedence=5)(task.c.pos), symmetric=True))

TREES.append(lambda: (dept.c.opened - dept.c.opened))

TREES.append(lambda: and_((dept.c.name < case((literal(True), dept.c.name), (dept.c.active, literal('?')), else_=dept.c.name)), case(((dept.c.active != True), (dept.c.id > any_(select(func.count(1)).select_from(task).where(true())))), else_=dept.c.active), select(func.max(proj.c.is_open)).select_from(proj).limit(1).scalar_subquery()))


@TREES.append
def _():
    s = select(proj.c.cost, proj.c.tags, proj.c.hours, (-(42 * proj.c.dept_id)).label('comp')).where(proj.c.is_open).distinct().cte("sq")
    return select(func.length(func.substr(literal('?').collate("NOCASE"), 2, 2, type_=String), type_=Integer), literal(DT(2024, 1, 2, 3, 4, 5)), s.c.tags[("b", "c")].as_json(), and_(true(), (~literal(D(2021, 5, 6)).between(D(2021, 5, 6), func.min(literal(D(2021, 5, 6))).over(partition_by=s.c.comp)))).label('lab1')).where((func.trim(bindparam(None, 'Ann', type_=Unicode(5)), type_=String).icontains('Ann', autoescape=True, escape='!') != True))

TREES.append(lambda: (~case({'': collate(task.c.note, "nocase").collate("NOCASE")}, value=(task.c.note + task.c.note).regexp_replace('?', ('a/b' + literal('q\\z')), flags='g')).ilike('x_y')))

TREES.append(lambda: union_all(select(case((proj.c.is_open, 1), (proj.c.is_open, proj.c.id), else_=7), proj.c.title).where(proj.c.tags["b"]["c"].as_boolean()).order_by(literal_column('1')), select(select(proj.c.dept_id).select_from(proj).order_by(proj.c.id).limit(1).correlate_except(proj).scalar_subquery(), func.trim(literal("it's", literal_execute=True))).where(literal(False)).limit(1)).limit(3))

TREES.append(lambda: select(case((proj.c.is_open, ((-proj.c.cost) - proj.c.tags["b"]["c"].as_integer()))), (proj.c.dept_id * proj.c.cost).label('lab1')).select_from(proj).where(cast((literal(DT(2024, 1, 2, 3, 4, 5)) <= DT(2024, 1, 2, 3, 4, 5)), Boolean)))

TREES.append(lambda: (dept.c.info["a"].as_json() != None))


def shown(title, thing, params=True, **kw):
    try:
        compiled = thing.compile(**kw)
        print(title, str(compiled).replace("\n", "\n        "), compiled.params if params else "")
    except Exception as error:
        print(title, type(error).__name__, re.sub(r"0x[0-9a-f]+", "0x", str(error)))


for number, make in enumerate(TREES):
    try:
        tree = make()
    except Exception as error:
        print(f"{number:>3}", type(error).__name__, re.sub(r"0x[0-9a-f]+", "0x", str(error)))
        continue
    print(f"{number:>3}", type(tree).__name__, repr(getattr(tree, "type", None)))
    shown("    default:", tree)
    shown("    sqlite:", tree, dialect=sqlite.dialect())
    shown("    postgresql:", tree, dialect=postgresql.dialect())
    shown("    mysql:", tree, dialect=mysql.dialect())
    for dialect in (sqlite.dialect(), postgresql.dialect(), mysql.dialect()):
        shown("    literal:", tree, False, dialect=dialect, compile_kwargs={"literal_binds": True})

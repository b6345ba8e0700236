"""Random expression trees, seed 1006: generated expressions and statements as four dialects write them, with binds and with literals."""
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
TREES.append(lambda: case({'x_y': case({7: ("it's" == dept.c.name.concat(dept.c.name))}, value=(dept.c.id.op('<<')(literal(0)) // -5), else_=dept.c.info["b"].as_string().not_ilike((dept.c.name + 'Ann')))}, value=literal_column("'lc'", String), else_=False))


@TREES.append
def _():
    e = select(extract('day', literal(DT(2020, 2, 29))).label('n'), func.trim(collate(dept.c.name, "nocase"), type_=String).label('s')).cte('first')
    f = select(e.c.n, func.count().label('k')).where(tuple_(e.c.n, literal("it's", Unicode(5))).in_([(42, 'a'), (0, 'a')])).group_by(e.c.n).cte('second')
    return select(f.c.k, e.c.s, cast(literal(True), Boolean)).join_from(f, e, f.c.n == e.c.n)

TREES.append(lambda: select(select(select(func.min(dept.c.opened)).select_from(dept).scalar_subquery()).select_from(emp).scalar_subquery(), cast(func.length(task.c.note, type_=Integer), Float(8)), ((task.c.note + 'q\\z') + task.c.note.collate("NOCASE")), func.concat(case((bindparam(None, True, type_=Boolean), task.c.note), (literal(True), 'b%'), else_=task.c.note).label(None), func.substr(func.substr(literal(':w'), 2, 2, type_=String), task.c.prio.op('<<', return_type=Integer())(task.c.proj_id), 2, type_=String), case((literal(True, Boolean), task.c.pos), (literal(False), 7), else_=0).bitwise_and((task.c.emp_id // 7)))).where(bindparam(None, False, type_=Boolean)))

TREES.append(lambda: func.abs(emp.c.id, type_=Integer))

TREES.append(lambda: case(((task.c.note != ':w'), 7), else_=task.c.proj_id.label('lab')))


@TREES.append
def _():
    e = select(bindparam(None, 7, type_=BigInteger).label('n'), func.replace(type_coerce(task.c.note, Text), (literal('b%') + ':w'), task.c.note.op('||', precedence=9, return_type=String())('?'), type_=String).label('s')).cte('first')
    f = select(e.c.n, func.count().label('k')).where(literal(True, Boolean)).group_by(e.c.n).subquery()
    return select(f.c.k, e.c.s, exists(select(func.min(task.c.emp_id)).select_from(task).where(literal(False)).order_by(task.c.id))).join_from(f, e, f.c.n == e.c.n)

TREES.append(lambda: func.coalesce((7 // dept.c.id), bindparam(None, -5, type_=SmallInteger)))

TREES.append(lambda: func.substr(select(select(func.max(literal(''))).select_from(dept).where(or_(dept.c.active)).order_by(dept.c.id).scalar_subquery()).select_from(task).where(not_(emp.c.data[0].as_boolean())).order_by(task.c.id).limit(1).scalar_subquery(), dept.c.info["a"].as_integer(), 2, type_=String))

TREES.append(lambda: emp.c.data["a"].as_string().like(func.char_length(('b%' + dept.c.name))))

TREES.append(lambda: except_(select(func.random(), func.substr(literal(''), literal(0), 2, type_=String)).where((proj.c.title != proj.c.title)).order_by(literal_column('1')).limit(1).offset(1), select(task.c.emp_id.bitwise_xor(task.c.id), literal("it's", Text) + task.c.note).where(func.coalesce(literal(True), True))).limit(3))

TREES.append(lambda: select(case({':w': dept.c.id}, value=dept.c.name), dept.c.info["b"].as_integer(), (func.max(literal_column("1.5", Float)).filter(dept.c.active) / -1.5).label('Sum'), func.total(dept.c.id, type_=Integer)).group_by(case({':w': dept.c.id}, value=dept.c.name), dept.c.info["b"].as_integer()).having(and_(dept.c.active, dept.c.active, func.min(dept.c.active))).order_by(dept.c.active.desc().nulls_first()).with_for_update())


@TREES.append
def _():
    a = dept.alias()
    b = aliased_b = dept.alias()
    return select((literal(-1.5) * literal(0.5)), literal(DT(2024, 1, 2, 3, 4, 5)), a.c.name, case((select(func.max(emp.c.active)).select_from(emp).where(b.c.active).order_by(emp.c.id).limit(1).scalar_subquery(), func.max(b.c.name).over(order_by=(Decimal("10") % a.c.budget).desc(), rows=(0, 2))), ((literal(DT(2020, 2, 29)) == DT(2024, 1, 2, 3, 4, 5)), func.trim(a.c.name, type_=String)), else_=func.coalesce(b.c.name, 'Ann')).istartswith('a', autoescape=True, escape='!')).select_from(a).join(b, a.c.id == b.c.id).where(b.c.name.regexp_match(cast(func.coalesce(a.c.active, b.c.active), Text))).order_by((-a.c.id))

TREES.append(lambda: extract('year', literal(DT(2020, 2, 29))))

TREES.append(lambda: select(dept.c.name, literal("x", JSON)).select_from(emp).join(dept))

TREES.append(lambda: (func.coalesce(proj.c.dept_id, 1) * (bindparam(None, Decimal("1.5"), type_=Numeric(8, 2)) * Decimal("1.5"))))

TREES.append(lambda: ~exists().where(cast((emp.c.nick + literal('x_y')), String).is_distinct_from(None)))

TREES.append(lambda: func.abs(func.random(), type_=Integer))

TREES.append(lambda: func.char_length(select(select(func.min(literal("it's"))).select_from(proj).where(bindparam(None, False, type_=Boolean)).scalar_subquery()).select_from(task).order_by(task.c.id).scalar_subquery()))

TREES.append(lambda: custom_op('|', precedence=15)(extract('year', emp.c.seen), 3))

TREES.append(lambda: dept.c.info["l"][0].as_string())

TREES.append(lambda: select((dept.c.id < task.c.emp_id), emp.c.data["l"][0].as_string().label('total'), func.round(func.sum(emp.c.salary), 1, type_=Float)).select_from(dept).join(emp.join(task), emp.c.dept_id == dept.c.id).group_by((dept.c.id < task.c.emp_id)).having(func.min(emp.c.active).filter(emp.c.active)))


@TREES.append
def _():
    n = select(literal(0).label('n'), literal('Ann').label('w')).cte(recursive=True)
    n = n.union(select(n.c.n + 1, n.c.w + 'a/b').where(n.c.n < 4))
    return select(literal(False).label('id')).where((-5 >= (-func.instr(n.c.w, 'x_y', type_=Integer)))).limit(literal(2))

TREES.append(lambda: func.ifnull(bindparam(None, 7, type_=SmallInteger), func.rank(literal(-5)).within_group(emp.c.boss_id), type_=Integer))

TREES.append(lambda: select(cast(dept.c.name, BigInteger), dept.c.name.op('||', precedence=1, return_type=String())(dept.c.name), (dept.c.budget + dept.c.budget), func.total(dept.c.id, type_=Integer), func.aggregate_strings(literal(':w'), ', ')).select_from(dept).where((~dept.c.info[0].as_boolean())).group_by(cast(dept.c.name, BigInteger), dept.c.name.op('||', precedence=1, return_type=String())(dept.c.name)))


@TREES.append
def _():
    j = func.json_each(emp.c.data, '$.l').table_valued('key', column('value', Integer), name='je')
    return select(func.lead(emp.c.active).over(partition_by=[emp.c.id, j.c.key], order_by=literal('q\\z').op('||', precedence=1, return_type=String())(bindparam(None, 'a', type_=Text)).desc()), emp.c.data["l"][0].label('lab1')).where(emp.c.data[0].as_boolean()).with_only_columns(type_coerce(literal("it's", String(20)), SmallInteger), (j.c.key + emp.c.nick))

TREES.append(lambda: update(emp).values(age=emp.c.age, hired=select(func.coalesce(literal(D(2021, 5, 6), Date), D(2024, 12, 31))).select_from(dept).limit(1).scalar_subquery()).where(type_coerce((emp.c.hired >= emp.c.hired), Boolean)))

TREES.append(lambda: insert(task).values(prio=(literal(-1, Integer) * literal(-1, SmallInteger)), note=func.char_length(func.coalesce(literal('a'), None, "it's")), pos=select(func.max(task.c.prio)).select_from(task).limit(1).scalar_subquery()).returning(task.c.id, (7 // bindparam(None, 2, type_=Integer))))


@TREES.append
def _():
    s = select(proj.c.id, proj.c.dept_id, proj.c.title, proj.c.id.label('comp')).where(select(func.max(dept.c.active)).select_from(dept).where(type_coerce(literal(True), Boolean)).scalar_subquery()).limit(5).alias("sq")
    return select(cast(literal(DT(2020, 2, 29), DateTime), String), not_(false()), (func.aggregate_strings(s.c.title, ', ').filter(literal(True), literal(True)) + func.count()), func.avg(literal(-1.5), type_=Float).filter(literal(False, Boolean)), func.sum(s.c.id).op('-', precedence=15)(func.count(distinct(s.c.title)))).where((select(func.min(emp.c.seen)).select_from(emp).limit(1).scalar_subquery() <= literal(DT(2020, 2, 29)))).group_by(cast(literal(DT(2020, 2, 29), DateTime), String), not_(false())).having(func.max(literal(False)))

TREES.append(lambda: case(((dept.c.name > dept.c.name), literal_column("1.5", Float).not_in([0.5, null()])), else_=func.nullif(dept.c.active, dept.c.active, type_=Boolean)))

TREES.append(lambda: func.nullif(emp.c.data["l"][0].as_string(), func.trim(literal('?', Text) + select(func.max(emp.c.nick)).select_from(emp).scalar_subquery()), type_=String))

TREES.append(lambda: case((dept.c.name.match('x_y'), proj.c.title.istartswith('Ann', autoescape=True)), (dept.c.name.between(literal(':w'), proj.c.title), False), else_=False))

TREES.append(lambda: select(and_(*[dept.c.active, literal(True, Boolean)], or_(dept.c.active, ~emp.c.active)), func.sum(dept.c.budget).label('total'), func.count(distinct(bindparam(None, 'b%', type_=Unicode(5))))).join_from(emp, dept, emp.c.dept_id == dept.c.id).where(((emp.c.nick + emp.c.boss_id) + 'a').contains(func.substr((':w' + emp.c.nick), (emp.c.boss_id % emp.c.age), 2, type_=String), escape='^')).group_by(and_(*[dept.c.active, literal(True, Boolean)], or_(dept.c.active, ~emp.c.active))).having(func.min(dept.c.active)).order_by(emp.c.boss_id.op('>', is_comparison=True)(10).desc(), (literal_column("4", Integer) // emp.c.age)))

TREES.append(lambda: not_(select(func.min(false())).select_from(task).where(literal(DT(2020, 2, 29)).not_in([task.c.done, DT(2020, 2, 29)])).limit(1).scalar_subquery()))


@TREES.append
def _():
    u = union_all(select(func.upper(dept.c.name, type_=String).label('p'), dept.c.id.label('q')), select(func.nullif(proj.c.title, proj.c.title, type_=String), (proj.c.id - literal(42)))).order_by('p').subquery()
    return select(func.last_value(literal(False)).over(order_by=[(-literal(Decimal("10"))).desc(), literal(Decimal("1.5"))], rows=(-3, -1)), emp.c.data["a"].as_json(), literal(D(2024, 12, 31)), func.min(u.c.p).over(order_by=(u.c.p + u.c.p).desc(), rows=(-1, 1))).where(~exists(select(func.count()).select_from(dept))).order_by(u.c.q.op('&', precedence=15)(u.c.q), func.coalesce(bindparam(None, True, type_=Boolean), True)).limit(bindparam('lim', 3)).with_for_update()

TREES.append(lambda: intersect(select(emp.c.data["b"].as_integer(), (literal_column("2", Integer) + task.c.note)).where((tuple_(task.c.emp_id, task.c.note) == (-5, "it's"))).order_by(literal_column('1')), select(case({'Ann': 2}, value=proj.c.title, else_=7), proj.c.title.regexp_replace("it's", ':w', flags='g')).where((proj.c.is_open).is_distinct_from(None)).limit(1)).subquery().select())

TREES.append(lambda: func.coalesce((-1 + (literal(-1) - 3)), cast(case({10: literal(0.5)}, value=task.c.prio, else_=0.5), Integer)))

TREES.append(lambda: update(emp).values(age=(2 + emp.c.dept_id.label('x y')), hired=emp.c.hired).where(emp.c.seen.is_not(None)).returning(emp.c.id, (func.now() + case((emp.c.active, emp.c.boss_id), else_=emp.c.id))))

TREES.append(lambda: (proj.c.tags["a"].as_integer().in_([1, 2])))

TREES.append(lambda: extract('month', emp.c.hired))

TREES.append(lambda: update(task).values(emp_id=dept.c.info[("l", 0)].as_integer()).where(task.c.id == dept.c.id, or_((~true()), exists().where(dept.c.active))).returning(task.c.id, dept.c.id))

TREES.append(lambda: select(func.last_value(proj.c.due).over(order_by=[proj.c.due.desc(), proj.c.cost.desc()]), case((or_(proj.c.is_open, proj.c.is_open), func.nullif(false(), bindparam(None, True, type_=Boolean), type_=Boolean)), (~select(proj.c.dept_id).select_from(proj).where(proj.c.is_open).correlate_except(proj).exists(), func.last_value(proj.c.is_open).over(order_by=[proj.c.due.desc(), literal(-5).nulls_last()]))), proj.c.is_open, select(func.max(literal(DT(2020, 2, 29)))).select_from(dept).where(dept.c.active).limit(1).scalar_subquery().label('two words')).outerjoin_from(proj, task).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))

TREES.append(lambda: func.pow(type_coerce(dept.c.name, SmallInteger), 2))

TREES.append(lambda: (emp.c.data["l"][0] != None))

TREES.append(lambda: (select(func.max(dept.c.opened)).select_from(dept).order_by(dept.c.id).scalar_subquery() == type_coerce(select(proj.c.due).select_from(proj).where(false()).scalar_subquery(), Date)))

TREES.append(lambda: case(((emp.c.hired == emp.c.hired), case({42: Decimal("10")}, value=func.coalesce(bindparam(None, -5, type_=BigInteger), emp.c.dept_id), else_=emp.c.data[0].as_numeric(10, 2))), ((literal('?') != None), Decimal("10"))))


@TREES.append
def _():
    a = emp.alias()
    b = aliased_b = emp.alias()
    return select(func.first_value(a.c.nick).over(partition_by=[a.c.boss_id, a.c.nick], order_by=(a.c.age - 2).desc(), rows=(-1, 1)).op('||')('x_y'), (a.c.data[("b", "c")].as_numeric(10, 2) / func.ifnull(b.c.dept_id, a.c.age, type_=Integer)), func.min(a.c.active).over(partition_by=a.c.dept_id, order_by=(literal(2.25) % 3.0)), a.c.data).select_from(a).join(b, a.c.id == b.c.id).where(((a.c.active | (a.c.data["l"][0].as_boolean() & a.c.active)) | (10 >= (literal(3) // 42)))).add_columns(func.abs(b.c.age, type_=Integer))

TREES.append(lambda: func.percentile_cont(0.5).within_group((2.25 - literal(3.0)).desc()))

TREES.append(lambda: case(((select(func.min(literal(DT(2024, 1, 2, 3, 4, 5)))).select_from(emp).where(exists(text('1')).select_from(task).where(emp.c.active)).scalar_subquery() >= DT(2024, 1, 2, 3, 4, 5)), func.abs((emp.c.boss_id / 1), type_=Integer).op('*')(1)), ((emp.c.seen != emp.c.seen), -5), else_=(((literal(1) - 1) * emp.c.id.label('lab')) % 42)))

TREES.append(lambda: extract('day', proj.c.due))

TREES.append(lambda: (-case({'b%': -5}, value=case((between(dept.c.id, dept.c.id, dept.c.id), func.replace(dept.c.name, '', dept.c.name, type_=String)), (dept.c.opened.not_in([]), func.aggregate_strings(dept.c.name, ',')), else_='a/b'), else_=7)))

TREES.append(lambda: func.pkg.Fn(func.substr(emp.c.name, emp.c.dept_id, 2, type_=String), type_=String).concat(emp.c.age).like(func.replace(func.coalesce(case((emp.c.active, None), else_=emp.c.name), None, (literal('a') + bindparam(None, '?', type_=String(20)))), case({2: 'a/b'}, value=emp.c.id.op('<<')(emp.c.boss_id), else_=emp.c.name.op('||', precedence=9, return_type=String())(emp.c.nick)), func.substr((emp.c.name + literal('a')), (1 // emp.c.dept_id), 2, type_=String), type_=String), escape='/'))


@TREES.append
def _():
    s = select(dept.c.name, dept.c.budget, dept.c.info, dept.c.info["a"].as_integer().label('comp')).where(dept.c.opened.is_distinct_from(D(2024, 12, 31))).limit(5).subquery()
    return select(func.coalesce(s.c.name, None, 'b%'), type_coerce(dept.c.name, Integer), func.count().label('total'), (func.avg(literal(Decimal("-0.25")), type_=Float) * dept.c.id)).select_from(dept).join(s, s.c.comp == dept.c.id).group_by(func.coalesce(s.c.name, None, 'b%'), type_coerce(dept.c.name, Integer)).having(cast(func.min(dept.c.active), Boolean))

TREES.append(lambda: or_((cast(dept.c.id, Float) >= (literal_column("1.5", Float) * 2.25))))

TREES.append(lambda: ((-emp.c.salary) * cast(((-emp.c.salary) + 3.0), BigInteger)))

TREES.append(lambda: case((tuple_((1 * dept.c.id), func.coalesce(dept.c.name, None, dept.c.name)).in_(select((-emp.c.dept_id), type_coerce(emp.c.nick, Unicode(5))).where((~emp.c.data["a"].as_boolean()))), 'Ann'), else_="it's"))

TREES.append(lambda: delete(proj).where(proj.c.id == task.c.id, func.coalesce(task.c.pos, task.c.id).is_distinct_from(proj.c.id.bitwise_lshift(literal(-1, literal_execute=True)))).returning(proj.c.id))

TREES.append(lambda: except_(select((proj.c.dept_id % 1), proj.c.title.op('||')('a')).where((proj.c.id == 7)).limit(2), select(extract('day', literal(DT(2024, 1, 2, 3, 4, 5))), (proj.c.title + proj.c.title)).where(proj.c.tags["b"].as_boolean())).limit(3))

TREES.append(lambda: case({'a/b': 7}, value=func.lower(func.substr(task.c.note, task.c.prio, 2, type_=String), type_=String)))

TREES.append(lambda: select(func.min(dept.c.name)).select_from(dept).where(dept.c.active).scalar_subquery())

TREES.append(lambda: (case((literal(False), literal(0.5)), else_=proj.c.hours) / (3 * proj.c.dept_id)))


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

"""Random expression trees, seed 4: the text and parameters of 100 generated expressions and statements."""
import datetime
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

engine = create_engine("sqlite://")
metadata.create_all(engine)
D = datetime.date
DT = datetime.datetime
with engine.begin() as conn:
    conn.execute(insert(dept), [
        {"id": 1, "name": "Lab", "budget": Decimal("100.50"), "active": True, "opened": D(2020, 1, 2), "info": {"a": 1, "b": {"c": "x"}}},
        {"id": 2, "name": "Ops%", "budget": None, "active": False, "opened": None, "info": {"a": 2, "b": {"c": "y"}}}])
    conn.execute(insert(emp), [
        {"id": 1, "dept_id": 1, "boss_id": None, "name": "Ann", "nick": None, "salary": 10.5, "bonus": Decimal("1.25"), "age": 30,
         "active": True, "hired": D(2021, 5, 6), "seen": DT(2024, 1, 2, 3, 4, 5), "data": {"a": 1, "b": {"c": "x"}, "l": [1, 2]}},
        {"id": 2, "dept_id": 1, "boss_id": 1, "name": "Bob_b", "nick": "bo", "salary": 8.25, "bonus": None, "age": None,
         "active": False, "hired": D(2022, 7, 8), "seen": None, "data": {"a": 3, "b": {"c": "z"}, "l": [4]}},
        {"id": 3, "dept_id": 2, "boss_id": 1, "name": "Cy", "nick": "c/y", "salary": 7.0, "bonus": Decimal("2"), "age": 41,
         "active": True, "hired": None, "seen": DT(2023, 6, 7, 8, 9, 10), "data": {"a": 5, "b": {"c": "w"}, "l": []}}])
    conn.execute(insert(proj), [
        {"id": 1, "dept_id": 1, "title": "Moon", "cost": Decimal("9.125"), "hours": 4.5, "due": D(2025, 1, 1), "tags": ["t", 1], "is_open": True},
        {"id": 2, "dept_id": 2, "title": "Sun", "cost": Decimal("3"), "hours": None, "due": None, "tags": ["u", 2], "is_open": None}])
    conn.execute(insert(task), [
        {"id": 1, "emp_id": 1, "proj_id": 1, "prio": 3, "note": "go", "pos": 1, "done": DT(2024, 2, 3, 4, 5, 6)},
        {"id": 2, "emp_id": 2, "proj_id": 2, "prio": None, "note": None, "pos": 2, "done": None},
        {"id": 3, "emp_id": 2, "proj_id": 1, "prio": 1, "note": "50%", "pos": 3, "done": None}])

TREES = []
TREES.append(lambda: case((and_(true(), literal(True)), 10), (not_(literal(True)), (task.c.prio * task.c.emp_id)), else_=2))

TREES.append(lambda: insert(task).values(prio=(literal(3, BigInteger) % -1), note=case((and_(literal(True), false()), (literal('a/b') + literal('b%'))), else_=bindparam(None, '', type_=String).concat('?')), pos=select(func.count()).select_from(proj).where((proj.c.title <= 'a/b')).order_by(proj.c.id).limit(1).scalar_subquery()).returning(task.c.id, literal(0, literal_execute=True).bitwise_xor(1)))


@TREES.append
def _():
    a = emp.alias("e2")
    b = aliased_b = emp.alias()
    return select(b.c.active, (a.c.bonus % Decimal("-0.25")), func.substr(b.c.name, b.c.dept_id, 2, type_=String), a.c.bonus).select_from(a.outerjoin(b, a.c.id == b.c.id + 1)).group_by(b.c.active).having(func.min(a.c.active)).order_by(a.c.dept_id.bitwise_and(-1), desc((a.c.age * literal(Decimal("10")))))

TREES.append(lambda: select(dept.c.info[0].as_numeric(10, 2), case((emp.c.name.in_(('x_y', None)), func.min(literal(D(2024, 12, 31))).over(partition_by=[emp.c.dept_id, emp.c.name], order_by=[(emp.c.nick + dept.c.name), literal(False).desc()])), (dept.c.active, emp.c.hired), else_=D(2021, 5, 6)), emp.c.salary, func.row_number().over(order_by=[tuple_(task.c.prio, emp.c.name).not_in([(10, 'q\\z'), (42, '?')]), nulls_last(dept.c.opened.asc())])).select_from(dept.outerjoin(join(emp, task, isouter=True))).where(cast((task.c.prio <= emp.c.dept_id), Boolean), func.coalesce(emp.c.name, "it's").in_(['b%'])).order_by(func.coalesce(literal(7, literal_execute=True), task.c.emp_id).desc()))

TREES.append(lambda: select(((literal(2.25) / 0.5) + -1.5), func.substr(emp.c.name.op('||')(literal("it's")), (3 * emp.c.dept_id), 2, type_=String)).union_all(select(func.round(func.coalesce(literal(0.5), literal(-1.5, Float)), 1, type_=Float), func.replace(dept.c.name.op('||', precedence=1, return_type=String())(literal('a', Text)), (dept.c.name + dept.c.name), '', type_=String)), select(((literal(-1.5) * 2.25) * 0.5), func.replace((dept.c.name + ''), case((dept.c.active, ':w'), (dept.c.active, dept.c.name), else_=dept.c.name), dept.c.name, type_=String))).limit(3))

TREES.append(lambda: (2.25 * case((proj.c.is_open, proj.c.hours), else_=3.0)).label('x y').not_in([0.5, 2.25]))

TREES.append(lambda: case({'a': -5}, value=case({'a/b': cast(proj.c.hours, String(20))}, value=literal('q\\z'), else_=case((literal(False), proj.c.title), else_='?')).op('||')(func.lower(bindparam(None, 'Ann', type_=String)).concat(proj.c.title.op('||', precedence=1, return_type=String())(':w'))), else_=select(func.count()).select_from(dept).scalar_subquery()))

TREES.append(lambda: update(emp).values(hired=emp.c.hired, age=func.abs((emp.c.id - 0), type_=Integer)))

TREES.append(lambda: select(dept.c.opened).select_from(dept).where(not_(literal(True))).scalar_subquery().not_in([D(2021, 5, 6), D(2024, 12, 31), D(2021, 5, 6)]))


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='vals').data([(10, 'a/b'), (0, 'a/b')]).cte()
    return select((~literal(False)), (-(literal(Decimal("-0.25")) // literal(Decimal("1.5"))))).where((v.c.k.bitwise_not() != 10)).order_by(v.c.k.nulls_first())

TREES.append(lambda: case(((emp.c.salary > 0.5), 10), (case((emp.c.active, False), else_=emp.c.active), func.length(emp.c.nick, type_=Integer))))

TREES.append(lambda: func.ltrim((case((literal(True), "it's"), (literal(False), emp.c.name), else_='b%') + emp.c.name), type_=String))

TREES.append(lambda: select(and_(proj.c.is_open, bindparam(None, False, type_=Boolean), proj.c.is_open), func.substr(proj.c.title, proj.c.id, 2, type_=String), func.instr(func.aggregate_strings(proj.c.title, ', '), '', type_=Integer), func.trim(func.min(proj.c.title))).where((proj.c.tags["l"][0].as_integer() < 2)).group_by(and_(proj.c.is_open, bindparam(None, False, type_=Boolean), proj.c.is_open), func.substr(proj.c.title, proj.c.id, 2, type_=String)).having(func.min(literal(True)).filter(false(), proj.c.is_open)))

TREES.append(lambda: (bitwise_not((cast(literal(2.25, Float(8)), SmallInteger) * (dept.c.id // dept.c.id))) // 3))


@TREES.append
def _():
    j = func.json_each(proj.c.tags, '$.l').table_valued('key', column('value', Integer), joins_implicitly=True)
    return select(literal(DT(2024, 1, 2, 3, 4, 5)), cast(literal(':w'), Float(8)), (Decimal("10") * (proj.c.cost // Decimal("-0.25"))), func.coalesce(proj.c.tags["b"]["c"], proj.c.tags[("b", "c")])).where(select(case((cast(proj.c.is_open, Boolean), and_(true(), proj.c.is_open)), (proj.c.due.in_([D(2021, 5, 6), D(2024, 12, 31)]), True))).select_from(proj).order_by(proj.c.id).limit(1).scalar_subquery()).order_by(func.coalesce(proj.c.is_open, true()).desc())

TREES.append(lambda: case((select(func.ifnull(proj.c.id, proj.c.dept_id, type_=Integer)).select_from(proj).where(select(emp.c.active).select_from(emp).order_by(emp.c.id).correlate(proj).scalar_subquery()).limit(1).exists(), 10), else_=1))

TREES.append(lambda: select(func.replace(proj.c.title, dept.c.name, 'x_y', type_=String).concat(case({':w': dept.c.id}, value=dept.c.name, else_=10)), proj.c.due.label('two words')).select_from(dept).join(proj).where(dept.c.active, (~between(func.ltrim(dept.c.name), 'q\\z', case((proj.c.is_open, proj.c.title), (dept.c.active, 'q\\z'), else_=':w')))).order_by(desc('two words')).limit(bindparam('lim', 3)))

TREES.append(lambda: (-type_coerce(func.replace(proj.c.title.concat('q\\z'), 'b%', ':w', type_=String), SmallInteger)))


@TREES.append
def _():
    j = func.json_each(emp.c.data).table_valued('key', column('value', Integer), name='je')
    return select(emp.c.nick.op('||', precedence=6, return_type=String())(literal(':w')), (-1.5 // func.avg(emp.c.salary, type_=Float)).label('n'), func.avg(emp.c.salary, type_=Float)).group_by(emp.c.nick.op('||', precedence=6, return_type=String())(literal(':w'))).order_by(literal('a/b').op('||', precedence=1, return_type=String())('?').nulls_first())

TREES.append(lambda: ((func.upper(func.nullif(literal('a/b'), '?', type_=String), type_=String) + case({'Ann': 'q\\z'}, value=case((dept.c.active, literal(':w')), else_=dept.c.name), else_='x_y')) + (func.trim(cast(dept.c.name, String)) + 'b%')))


@TREES.append
def _():
    n = select(literal(1).label('n'), literal('a/b').label('w')).cte('nums', recursive=True)
    n = n.union_all(select(n.c.n + 1, n.c.w + 'a').where(n.c.n < 4))
    return select(n.c.w.bool_op('GLOB')(n.c.w), (n.c.w + 'Ann'), case((func.min(literal(False)), ''), (literal(True), 'Ann'), else_='a').label('Sum'), func.count(distinct(n.c.w)), func.sum(literal(Decimal("-0.25"))).filter(literal(True, Boolean), literal(False))).group_by(n.c.w.bool_op('GLOB')(n.c.w), (n.c.w + 'Ann')).having(func.min(true())).order_by(n.c.n.op('&', return_type=Integer())(2), (0 * n.c.n))

TREES.append(lambda: select(func.coalesce(func.coalesce(emp.c.nick, 'a').concat('a/b'), (emp.c.nick + 'b%').op('||', precedence=1, return_type=String())('q\\z')), func.lead(emp.c.seen).over(order_by=desc(select(func.min(bindparam(None, False, type_=Boolean))).select_from(emp).where(emp.c.active).limit(1).scalar_subquery())), type_coerce((func.last_value(dept.c.budget).over(order_by=(0.5 / emp.c.salary)) // Decimal("1.5")), Numeric(8, 2)).label('Mixed')).select_from(dept).join(emp.join(task), emp.c.dept_id == dept.c.id).where(and_(not_((emp.c.data[("b", "c")].as_integer() == 42)), exists().where(or_(dept.c.active)))).distinct())

TREES.append(lambda: (func.abs(literal(0), type_=Integer).bitwise_and(select(func.max(bindparam(None, -5, type_=Integer))).select_from(task).where(literal(True)).scalar_subquery()) + func.ifnull((0 * emp.c.id), -5, type_=Integer)))

TREES.append(lambda: delete(task).where(func.trim(func.ltrim(task.c.note, type_=String)).is_not(None)))

TREES.append(lambda: ~exists().where((~(literal("it's", String) != proj.c.title))))

TREES.append(lambda: intersect(select(case((task.c.note.startswith(task.c.note), '?')), select(emp.c.data["a"].as_integer()).select_from(emp).limit(1).scalar_subquery()).where(((-task.c.id) >= 10)), select(func.upper(func.replace(proj.c.title, proj.c.title, 'x_y', type_=String), type_=String), type_coerce(func.instr(proj.c.title, proj.c.title, type_=Integer), BigInteger)), select(func.substr(task.c.note, 2, 2, type_=String).concat(42), (-literal(7).bitwise_xor(-5))).where(literal(False, Boolean))).order_by(literal_column('1')))


@TREES.append
def _():
    a = dept.alias()
    b = aliased_b = dept.alias()
    return select((~a.c.name.iendswith('a/b', autoescape=True)), b.c.info["a"].as_string().label('total'), func.round(literal(2.25), 1, type_=Float), func.max(literal(2.25))).where(a.c.id < b.c.id).where(case({42: True}, value=literal_column("6", Integer), else_=and_(true(), literal(False))), ~exists(select(func.min(literal(-5))).select_from(proj).where(a.c.active).order_by(proj.c.id))).group_by((~a.c.name.iendswith('a/b', autoescape=True))).having(cast(func.max(a.c.active), Boolean))

TREES.append(lambda: func.substr(func.substr(proj.c.title, 2, 2, type_=String).op('||')(proj.c.tags[0].as_string()), 2, 2, type_=String).collate("NOCASE"))

TREES.append(lambda: extract('year', task.c.done))


@TREES.append
def _():
    s = select(task.c.emp_id, task.c.proj_id, task.c.prio, func.length(task.c.note.collate("NOCASE"), type_=Integer).label('comp')).where(((task.c.prio / literal(-1.5)) <= 3.0)).subquery()
    return select(literal(DT(2024, 1, 2, 3, 4, 5)), func.trim(literal('')), bindparam(None, D(2021, 5, 6), type_=Date).between(D(2024, 12, 31), D(2021, 5, 6))).where((emp.c.data["l"][0].as_integer() < 0)).distinct().with_only_columns((-s.c.proj_id), literal('').op('||')('b%'))

TREES.append(lambda: (dept.c.id // 42).is_(null()))

TREES.append(lambda: select(func.max(literal(3.0))).select_from(emp).where(select((literal('Ann') + emp.c.name)).select_from(emp).where(emp.c.data[("l", 0)].as_boolean()).scalar_subquery().icontains(func.upper(cast(emp.c.name, Unicode(5))), escape='^')).scalar_subquery())


@TREES.append
def _():
    s = select(proj.c.hours, proj.c.cost, proj.c.dept_id, func.ifnull(cast(proj.c.dept_id, Integer), (proj.c.dept_id * 0), type_=Integer).label('comp')).where((literal_column("'lc'", String) > (proj.c.title + proj.c.title))).alias()
    return select(s.c.comp.bitwise_not(), s.c.dept_id, (-s.c.hours).label('n')).where(func.coalesce(literal(':w', Unicode(5)).concat(':w').like(func.coalesce(literal('x_y', literal_execute=True), literal(''))), True)).group_by(s.c.comp.bitwise_not(), s.c.dept_id)

TREES.append(lambda: insert(task).values(prio=func.abs(literal(42, SmallInteger), type_=Integer), note=((literal('?') + 'Ann') + "it's"), pos=select(func.min(task.c.prio)).select_from(task).where(literal(False, Boolean)).limit(1).scalar_subquery()))

TREES.append(lambda: emp.c.data["a"].as_boolean())

TREES.append(lambda: select(between(task.c.id, task.c.proj_id, task.c.pos), bindparam(None, False, type_=Boolean), task.c.id.label('lab1')).select_from(task).where(emp.c.data[0].as_boolean()))


@TREES.append
def _():
    j = func.json_each(proj.c.tags, '$.l').table_valued('key', column('value', Integer))
    return select(j, (cast(proj.c.title, SmallInteger) <= func.ntile(2).over(partition_by=proj.c.is_open, order_by=[case({'': j.c.key}, value=literal_column("'lc'", String)), literal_column("'lc'", String)], rows=(-1, 1))), func.substr((j.c.key + proj.c.title), func.lag(j.c.value, 1).over(), 2, type_=String), proj.c.is_open.label('Mixed')).where(or_((proj.c.hours <= case((proj.c.is_open, 2.25), (proj.c.is_open, literal_column("1.5", Float)), else_=literal(0.5))), func.upper(proj.c.title).startswith('x_y', autoescape=True))).order_by((literal(True) & literal(False)).asc(), extract('month', literal(DT(2024, 1, 2, 3, 4, 5))))

TREES.append(lambda: proj.c.title.concat('b%'))

TREES.append(lambda: (42 + (proj.c.dept_id - proj.c.id)).bitwise_lshift((-(proj.c.id % 7))).in_([3, 10]))

TREES.append(lambda: except_(select((0.5 % func.round(literal(0.5), 1, type_=Float)), (2.25 - literal_column("1.5", Float).label('lab'))), select(func.coalesce((-literal(0.5)), (3.0 / literal(0.5))), ((literal_column("1.5", Float) + task.c.emp_id) + (task.c.prio // 7))).where(case((literal('?').istartswith(task.c.note), task.c.note.contains(task.c.note, escape='^')), (case((literal(True), false()), (literal(True), False)), (task.c.note < 'b%')), else_=True))).order_by(text('1 DESC')))


@TREES.append
def _():
    s = select(dept.c.opened, dept.c.info, dept.c.active, case((literal(True), 42), else_=42).op('*')((dept.c.id * 7)).label('comp')).where((~exists(select(func.max(task.c.pos)).select_from(task).order_by(task.c.id).correlate(dept)))).limit(5).subquery("sq")
    return select(func.length(literal('q\\z', Text).concat(bindparam(None, 'Ann', type_=String)), type_=Integer), s.c.info.label('lab1'))

TREES.append(lambda: select(or_(func.lower(literal(''), type_=String).like('x_y', escape='/'), select(task.c.note).select_from(task).where(true()).scalar_subquery().contains("it's", autoescape=True))).select_from(emp).limit(1).scalar_subquery())

TREES.append(lambda: select(~exists(select(func.max(dept.c.id)).select_from(dept).where(literal(False)).limit(1))).select_from(dept).where(not_(dept.c.active)).scalar_subquery())

TREES.append(lambda: select(proj.c.hours, proj.c.due, proj.c.due, func.ltrim(task.c.note)).select_from(task.join(proj, and_(task.c.proj_id == proj.c.id, literal(3).op('>', is_comparison=True)(0)))).where(proj.c.cost.is_distinct_from(Decimal("-0.25"))))

TREES.append(lambda: select(case((proj.c.id.in_((3, None)), (proj.c.id * proj.c.dept_id)), (proj.c.title.not_ilike('a'), 0)), proj.c.is_open.label('Mixed')).where(type_coerce(proj.c.title.like(proj.c.title, escape='/'), Boolean), type_coerce(proj.c.title, Text).is_not_distinct_from('q\\z')).order_by('Mixed'))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(task.c.pos, func.substr(literal_column("'lc'", String).op('||')(task.c.note), (task.c.pos + literal(42)), 2, type_=String)).where(select(select(dept.c.active).select_from(dept).correlate(emp).scalar_subquery()).select_from(emp).where(literal(True)).order_by(emp.c.id).scalar_subquery())))

TREES.append(lambda: not_(func.ifnull(case({42: -1}, value=proj.c.dept_id, else_=1), 2, type_=Integer).not_in([null()])))

TREES.append(lambda: type_coerce(proj.c.tags[0].as_string(), BigInteger).op('>', is_comparison=True)((extract('day', literal(DT(2020, 2, 29), DateTime)) * 42)))

TREES.append(lambda: func.upper(select(func.max(proj.c.title)).select_from(proj).where(select(func.min(emp.c.active)).select_from(emp).where(false()).scalar_subquery()).order_by(proj.c.id).correlate(task).scalar_subquery()))

TREES.append(lambda: select((task.c.proj_id + task.c.pos), select(task.c.note).select_from(task).where(literal(True)).limit(1).scalar_subquery(), func.aggregate_strings(task.c.note, ', '), func.min(literal('?', literal_execute=True)), collate(func.max(task.c.note), "nocase")).where((~literal(D(2021, 5, 6)).between(literal(D(2024, 12, 31)), D(2021, 5, 6)))).group_by((task.c.proj_id + task.c.pos), select(task.c.note).select_from(task).where(literal(True)).limit(1).scalar_subquery()).having(or_(false(), true())))

TREES.append(lambda: between(func.upper(((literal('a/b') + task.c.note) + task.c.note.op('||', precedence=9, return_type=String())(literal('b%'))), type_=String), ':w', 'q\\z'))

TREES.append(lambda: update(emp).values(bonus=func.coalesce((emp.c.bonus // Decimal("-0.25")), (emp.c.bonus * emp.c.bonus)), salary=(case({'?': 0.5}, value=literal('q\\z', String(20)), else_=bindparam(None, -1.5, type_=Float(8))) - (emp.c.salary + literal(1, Integer)))).where((emp.c.age.bitwise_rshift(emp.c.dept_id) > -5)))

TREES.append(lambda: task.c.proj_id.op('|')(bindparam(None, 42, type_=SmallInteger)).in_([-5, 42]))

TREES.append(lambda: select((dept.c.name + "it's"), ~exists(text('1')).select_from(task).where(dept.c.active), (func.group_concat(dept.c.name, type_=String).filter(dept.c.active) + func.aggregate_strings(dept.c.name, ', ').filter(dept.c.active)).label('Sum'), func.coalesce(dept.c.budget, Decimal("-0.25")), collate(dept.c.name, "nocase"), (dept.c.id // 1)).group_by((dept.c.name + "it's"), ~exists(text('1')).select_from(task).where(dept.c.active)).having(func.max(dept.c.active).filter(dept.c.active, literal(False))))

TREES.append(lambda: dept.c.name.contains('', autoescape=True))

TREES.append(lambda: select(custom_op('&', return_type=Integer())(literal(3), 2).label('two words')).select_from(task).where(task.c.note.collate("NOCASE").like('', escape='/')).add_columns(case((literal(True), task.c.id), (literal(False), 7), else_=task.c.prio)))

TREES.append(lambda: select(func.max(literal("x", JSON))).select_from(task).where(select(func.min(dept.c.active)).select_from(dept).where((~emp.c.active)).limit(1).scalar_subquery()).order_by(task.c.id).limit(1).scalar_subquery())

TREES.append(lambda: select(select(emp.c.bonus).select_from(emp).where(emp.c.active).order_by(emp.c.id).scalar_subquery(), emp.c.id, cast(task.c.note, BigInteger)).select_from(task.join(emp).join(dept, dept.c.id == emp.c.dept_id)).where(case((emp.c.active, '?'), (dept.c.active, 'b%')).between('q\\z', func.trim(literal('?'), type_=String)), dept.c.active).order_by((task.c.emp_id + literal(-5)).desc(), (-task.c.emp_id).desc()))


@TREES.append
def _():
    s = select(dept.c.id, dept.c.info, dept.c.opened, ((10 - dept.c.id) % 7).label('comp')).where(not_((~dept.c.name.startswith('Ann', autoescape=True)))).limit(5).alias()
    return select((literal(3.0) > 0.5), (s.c.id * s.c.comp), func.max(emp.c.salary).label('Sum'), (-1 // emp.c.dept_id)).select_from(emp).join(s, s.c.comp == emp.c.id).where((collate((emp.c.name + emp.c.name), "nocase") <= emp.c.name)).group_by((literal(3.0) > 0.5), (s.c.id * s.c.comp)).order_by(func.round(emp.c.salary, 1, type_=Float).nulls_first()).limit(3).offset(0)

TREES.append(lambda: emp.c.data[("l", 0)].as_json())

TREES.append(lambda: select(func.max(literal(False))).select_from(emp).scalar_subquery())

TREES.append(lambda: func.coalesce(dept.c.name, dept.c.name).in_([dept.c.name.concat(literal(42)), 'x_y']))


@TREES.append
def _():
    s = select(emp.c.boss_id, emp.c.salary, emp.c.age, cast(case((literal(False, Boolean), -1.5)), SmallInteger).label('comp')).where((emp.c.id.bitwise_and(0) != 2)).order_by(emp.c.id).subquery()
    return select((s.c.age * s.c.boss_id), (func.count(s.c.age.distinct()) + 2)).group_by((s.c.age * s.c.boss_id)).order_by((s.c.age * s.c.boss_id)).limit(bindparam('lim', 3))

TREES.append(lambda: (select(literal(0.5)).select_from(dept).where(literal(False, Boolean)).scalar_subquery() * cast(bindparam(None, 'q\\z', type_=String(20)), Float)))

TREES.append(lambda: func.trim(type_coerce(func.replace(proj.c.title, proj.c.title, '', type_=String), String), type_=String))

TREES.append(lambda: select(dept.c.id).select_from(dept).where((~(task.c.proj_id.in_([10, 42, 10]) == false()))).order_by(dept.c.id).scalar_subquery())

TREES.append(lambda: type_coerce(bindparam(None, 'Ann', type_=Text), String).iendswith('a/b', autoescape=True))

TREES.append(lambda: select(func.round((emp.c.salary * literal(-1)), 1, type_=Float), ((emp.c.boss_id * 3) * -1)).where((literal('b%') + literal('b%')).contains(func.replace(literal('x_y'), '?', '', type_=String))).union_all(select(type_coerce((emp.c.salary * emp.c.age), Float), emp.c.id.bitwise_or(literal(42)).op('*', precedence=15)(-5)), select(proj.c.hours, (cast(proj.c.dept_id, BigInteger) + case({3: proj.c.dept_id}, value=proj.c.dept_id, else_=3)))).order_by(text('1 DESC')))

TREES.append(lambda: select(type_coerce(extract('day', proj.c.due), Unicode(5)).label('order')).select_from(proj).where(case((proj.c.is_open, literal(DT(2024, 1, 2, 3, 4, 5))), (proj.c.is_open, literal(DT(2020, 2, 29)))).is_not(None), (between(proj.c.title, '?', literal('x_y')) != false())).add_columns(cast(proj.c.hours, BigInteger)))

TREES.append(lambda: ((-proj.c.id) - proj.c.id.op('|', precedence=8)(proj.c.dept_id)))

TREES.append(lambda: not_(dept.c.info[("l", 0)].as_json().is_(None)))

TREES.append(lambda: or_(false(), (proj.c.tags["b"].as_integer() == 10)))

TREES.append(lambda: func.coalesce(('x_y' + proj.c.title.collate("NOCASE")).not_ilike(func.upper(select(func.max(task.c.note)).select_from(task).where(proj.c.is_open).limit(1).scalar_subquery(), type_=String), escape='/'), True))


@TREES.append
def _():
    n = select(literal(-1).label('n'), literal('').label('w')).cte('nums', recursive=True)
    n = n.union_all(select(n.c.n + 1, n.c.w + 'q\\z').where(n.c.n < 4))
    return select(literal(DT(2024, 1, 2, 3, 4, 5), DateTime))

TREES.append(lambda: (select(task.c.pos).select_from(task).where(literal(True, Boolean)).limit(1).scalar_subquery().bitwise_rshift(1) + 42).label(None))

TREES.append(lambda: ('?' + case((literal(True), 'b%'))).op('||')('Ann'))

TREES.append(lambda: not_(tuple_(dept.c.id, dept.c.name).not_in([(0, 'b%'), (2, "it's")])))

TREES.append(lambda: and_(proj.c.is_open, literal(DT(2020, 2, 29)).is_not_distinct_from(None), proj.c.is_open))

TREES.append(lambda: emp.c.data[("b", "c")].as_boolean())

TREES.append(lambda: select(emp.c.data["b"], emp.c.hired, emp.c.nick, extract('day', emp.c.seen)).where((select(select(proj.c.due).select_from(proj).where(proj.c.is_open).order_by(proj.c.id).scalar_subquery()).select_from(task).order_by(task.c.id).scalar_subquery() != D(2021, 5, 6))))


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='my vals').data([(3, ':w'), (-5, '?')]).cte()
    return select(literal(D(2021, 5, 6)), func.coalesce(literal({"a": 1}, JSON), literal([1, 2], JSON)), (literal(Decimal("1.5")) // Decimal("-0.25")), literal(D(2024, 12, 31)).label('id')).where(func.abs(func.abs(v.c.k, type_=Integer), type_=Integer).is_distinct_from(10)).distinct().with_only_columns(func.instr(v.c.w, bindparam(None, "it's", type_=String), type_=Integer), case((literal(True), 'a/b')))

TREES.append(lambda: select(cast(emp.c.boss_id, String(20)), func.substr(emp.c.name, 2, 2, type_=String), (literal_column("5", Integer) // bindparam(None, 42, type_=BigInteger))).select_from(join(task, emp)).group_by(cast(emp.c.boss_id, String(20)), func.substr(emp.c.name, 2, 2, type_=String)).order_by(func.substr(emp.c.name, 2, 2, type_=String)).limit(3))


@TREES.append
def _():
    n = select(literal(7).label('n'), literal('a/b').label('w')).cte(recursive=True)
    n = n.union_all(select(n.c.n + 1, n.c.w + 'b%').where(n.c.n < 4))
    return select(((n.c.n - 10) - bindparam(None, 7, type_=BigInteger)), (func.ltrim(n.c.w) + 'a'), n.c.n.label('two words')).distinct().set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).order_by(literal(D(2021, 5, 6)).asc())

TREES.append(lambda: except_(select(extract('year', literal(DT(2024, 1, 2, 3, 4, 5))), ('a' + proj.c.title.concat(proj.c.title))).where((~between(func.substr(literal(':w', String), 1, 2, type_=String), func.replace(proj.c.title, "it's", proj.c.title, type_=String), "it's"))), select(dept.c.id.bitwise_or(dept.c.id).op('&', return_type=Integer())(1), func.ltrim(case((dept.c.active, dept.c.name), (dept.c.active, dept.c.name), else_='Ann'))).where((dept.c.id + dept.c.id).in_([3, 42])), select((2 % func.length(proj.c.title, type_=Integer)), func.upper(literal('').collate("NOCASE")))).order_by(literal_column('1')))

TREES.append(lambda: union(select(emp.c.salary, case((emp.c.name.bool_op('GLOB')('b%'), 'a/b'), (not_(literal(False)), emp.c.name.op('||')(emp.c.nick)), else_=(literal("it's") + emp.c.nick))).where(emp.c.nick.contains(':w', escape='^')), intersect(select(func.coalesce((-emp.c.salary), case((emp.c.active, emp.c.salary), else_=-1.5)), func.upper(emp.c.name)).where(cast(emp.c.boss_id, Unicode(5)).bool_op('GLOB')("it's")), select(type_coerce((literal(2.25) // literal(2.25, Float(8))), Float(8)), dept.c.info["l"][0].as_string().op('||')('b%'))).subquery().select()).order_by(literal_column('1')))

TREES.append(lambda: case({'Ann': (func.coalesce(cast(literal(0.5), BigInteger), dept.c.info["b"].as_integer()) < literal(10))}, value=cast(((-bindparam(None, -1.5, type_=Float(8))) * 2.25), String)))

TREES.append(lambda: not_((literal(D(2024, 12, 31)) != null())))

TREES.append(lambda: tuple_((2 // literal(3)), func.replace(literal(''), 'a/b', 'q\\z', type_=String)).in_([(-5, "it's"), (2, '?')]))

TREES.append(lambda: func.ltrim(func.replace(task.c.note, emp.c.nick, '', type_=String), type_=String).op('||', precedence=1, return_type=String())(case({':w': 'q\\z'}, value=task.c.note, else_=emp.c.name).op('||')(':w')))

TREES.append(lambda: select(type_coerce(emp.c.hired, Date), emp.c.age, (emp.c.salary / 2.25), func.abs(emp.c.id, type_=Integer).label('lab1')))


@TREES.append
def _():
    n = select(literal(10).label('n'), literal('?').label('w')).cte(recursive=True)
    n = n.union_all(select(n.c.n + 1, n.c.w + ':w').where(n.c.n < 4))
    return select((':w' + n.c.w)).where(literal(DT(2020, 2, 29), DateTime).not_in(bindparam('many', [], expanding=True)))

TREES.append(lambda: not_(not_(proj.c.is_open)))

TREES.append(lambda: or_(dept.c.info["b"]["c"].as_json().is_(None), (Decimal("-0.25") * dept.c.budget).is_not_distinct_from(Decimal("10"))))

TREES.append(lambda: type_coerce(literal(True), Boolean))

TREES.append(lambda: not_(task.c.note.icontains('a/b')))

TREES.append(lambda: select(and_(func.coalesce(proj.c.is_open, False), or_(func.coalesce(literal(False), True), task.c.note.in_(['Ann', "it's"]))), (extract('year', proj.c.due) // 7), literal(0)).select_from(outerjoin(task, proj, task.c.proj_id == proj.c.id)))

TREES.append(lambda: select((proj.c.title + 'a'), func.avg(proj.c.cost, type_=Float).filter(proj.c.is_open), proj.c.tags[0].as_integer(), func.sum(proj.c.id)).group_by((proj.c.title + 'a')))


@TREES.append
def _():
    a = emp.alias("e2")
    b = aliased_b = emp.alias()
    return select(select(func.count(1)).select_from(task).where(bindparam(None, False, type_=Boolean)).limit(1).scalar_subquery(), func.substr(literal("it's"), 1, 2, type_=String), (func.max(b.c.nick) + 'q\\z'), func.min(a.c.name), func.count(distinct(b.c.name))).select_from(a.outerjoin(b, a.c.id == b.c.id + 1)).group_by(select(func.count(1)).select_from(task).where(bindparam(None, False, type_=Boolean)).limit(1).scalar_subquery(), func.substr(literal("it's"), 1, 2, type_=String))

TREES.append(lambda: not_(select((~select(func.max(true())).select_from(task).where(literal(False)).limit(1).scalar_subquery())).select_from(task).limit(1).scalar_subquery()))

TREES.append(lambda: ((literal_column("1.5", Float) - literal(3.0)) / dept.c.id).is_(null()))


def shown(title, thing, **kw):
    try:
        print(title, str(thing.compile(**kw)).replace("\n", "\n        "))
    except Exception as error:
        print(title, type(error).__name__, error)


for number, make in enumerate(TREES):
    try:
        tree = make()
        compiled = tree.compile(dialect=sqlite.dialect())
        print(f"{number:>3}", str(compiled).replace("\n", "\n        "))
        print("   ", getattr(getattr(tree, "type", None), "__class__", None).__name__, compiled.params)
    except Exception as error:
        print(f"{number:>3}", type(error).__name__, error)
        continue
    if number % 5 == 0:
        shown("    postgresql:", tree, dialect=postgresql.dialect())
        shown("    mysql:", tree, dialect=mysql.dialect())
        shown("    literal:", tree, compile_kwargs={"literal_binds": True})
    with engine.connect() as conn:
        try:
            result = conn.execute(tree if isinstance(tree, Executable) else select(tree))
            if result.returns_rows:
                result.all()
            print("    OK")
        except Exception as error:
            print("   ", type(error).__name__)

"""Random expression trees, seed 9: the text and parameters of 100 generated expressions and statements."""
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
TREES.append(lambda: dept.c.name.ilike((proj.c.title + dept.c.name)))

TREES.append(lambda: extract('year', literal(DT(2024, 1, 2, 3, 4, 5))))

TREES.append(lambda: (func.length(dept.c.name, type_=Integer) - ((custom_op('+')(proj.c.id, 3) * case((dept.c.active, -1), (dept.c.active, 7), else_=proj.c.dept_id)) // ((-proj.c.dept_id) - 7))))

TREES.append(lambda: func.coalesce(case((proj.c.is_open, proj.c.is_open), (dept.c.active, True)), True))

TREES.append(lambda: emp.c.data[("b", "c")].as_integer())

TREES.append(lambda: func.coalesce(select(func.min(true())).select_from(task).where(select(func.max(bindparam(None, False, type_=Boolean))).select_from(task).where(emp.c.active).correlate_except(task).scalar_subquery()).scalar_subquery(), exists().where((~emp.c.dept_id.is_not(None)))))

TREES.append(lambda: select(literal('a/b').op('||')(emp.c.nick), (func.sum(emp.c.salary).filter(literal(False)) * task.c.proj_id).label('n')).select_from(emp).join(task).group_by(literal('a/b').op('||')(emp.c.nick)))

TREES.append(lambda: (((10 * literal(7).bitwise_and(dept.c.id)) * ((Decimal("-0.25") + bindparam(None, Decimal("1.5"), type_=Numeric(8, 2))) / (dept.c.budget - Decimal("1.5")))) + Decimal("1.5")))

TREES.append(lambda: select(func.replace(func.replace(emp.c.name, "it's", emp.c.name, type_=String), func.upper(emp.c.name), 'q\\z', type_=String)).select_from(emp).where(and_(true(), (~emp.c.active))).scalar_subquery())

TREES.append(lambda: delete(dept).where(((extract('year', dept.c.opened) + select(func.max(proj.c.dept_id)).select_from(proj).where(proj.c.is_open).scalar_subquery()) != dept.c.info["b"]["c"].as_integer().bitwise_not())).returning(dept.c.id))

TREES.append(lambda: (-emp.c.dept_id).is_not_distinct_from((bitwise_not(func.instr(emp.c.nick, emp.c.nick, type_=Integer)) // (emp.c.boss_id * emp.c.dept_id).label(None))))

TREES.append(lambda: select((bindparam(None, -5, type_=BigInteger) // proj.c.dept_id), select(func.max(literal(True))).select_from(proj).order_by(proj.c.id).scalar_subquery(), func.aggregate_strings(proj.c.title, ', ').label('Sum'), func.abs(task.c.prio, type_=Integer), cast(func.avg(proj.c.hours, type_=Float), Unicode(5)), func.total(task.c.proj_id, type_=Integer)).select_from(proj).join(task).group_by((bindparam(None, -5, type_=BigInteger) // proj.c.dept_id), select(func.max(literal(True))).select_from(proj).order_by(proj.c.id).scalar_subquery()).having(func.min(literal(False))))

TREES.append(lambda: (~cast(bindparam(None, True, type_=Boolean), Boolean)))


@TREES.append
def _():
    u = union(select((proj.c.id % 7).label('p'), case((proj.c.is_open, 0.5), (proj.c.is_open, proj.c.hours), else_=-1.5).label('q')), select((task.c.proj_id - task.c.pos), func.round(literal(2.25), 1, type_=Float))).order_by('p').alias('un')
    return select(u, true()).where((literal(DT(2020, 2, 29)) <= literal(DT(2020, 2, 29)))).order_by((u.c.p <= 10).desc()).limit(bindparam('lim', 3))


@TREES.append
def _():
    s = select(task.c.proj_id, task.c.done, task.c.pos, ((task.c.proj_id * -1) // select(func.max(task.c.id)).select_from(task).where(true()).scalar_subquery()).label('comp')).where(emp.c.data["b"]["c"].as_json().is_(None)).order_by(task.c.id).alias("sq")
    return select(func.length(literal("it's"), type_=Integer), func.coalesce(literal('Ann', literal_execute=True), 'x_y'), func.sum(literal(Decimal("10"))), cast(func.max(literal(-1.5)), SmallInteger)).group_by(func.length(literal("it's"), type_=Integer), func.coalesce(literal('Ann', literal_execute=True), 'x_y')).having(literal(':w').startswith(func.aggregate_strings(bindparam(None, "it's", type_=Unicode(5)), ', ')))

TREES.append(lambda: select(bitwise_not((10 % (bindparam(None, -1, type_=BigInteger) - proj.c.id))), select(func.min(proj.c.id)).select_from(proj).where(proj.c.is_open).order_by(proj.c.id).scalar_subquery().label('order')).where((((proj.c.dept_id * proj.c.dept_id) // case((proj.c.is_open, literal_column("3", Integer)), else_=-1)) < func.abs(bindparam(None, -5, type_=BigInteger), type_=Integer).op('+', precedence=8)(1))).order_by('order', proj.c.title.desc()).limit(bindparam('lim', 3)))

TREES.append(lambda: delete(dept).where(literal(DT(2024, 1, 2, 3, 4, 5)).in_(select(literal(DT(2020, 2, 29))).select_from(proj).where(func.coalesce(proj.c.due.is_not_distinct_from(D(2021, 5, 6)), True)).order_by(proj.c.id).limit(1).correlate_except(proj))).returning(dept.c.id))

TREES.append(lambda: emp.c.data["a"].as_boolean())

TREES.append(lambda: (type_coerce(select(literal(D(2024, 12, 31))).select_from(emp).where(emp.c.active).scalar_subquery(), Date) > D(2021, 5, 6)))


@TREES.append
def _():
    u = union_all(select(literal(-5).op('%', precedence=15)(dept.c.id).label('p'), type_coerce(literal(0.5), Float).label('q')), select(func.instr(emp.c.nick, emp.c.name, type_=Integer), (0.5 // emp.c.salary))).alias('un')
    return select(func.ifnull(u.c.p, bindparam(None, -1, type_=Integer), type_=Integer), literal(D(2021, 5, 6)), select(func.max(dept.c.name)).select_from(dept).where(dept.c.active).limit(1).correlate(u).scalar_subquery()).where(literal(False), func.length(literal(''), type_=Integer).bool_op('<>', precedence=3)(3)).distinct().limit(literal(2))

TREES.append(lambda: select(extract('month', task.c.done).bitwise_and(select(func.count(proj.c.id)).select_from(proj).limit(1).scalar_subquery()), proj.c.due, func.last_value(proj.c.tags).over(partition_by=[task.c.prio, proj.c.title], order_by=nulls_last((proj.c.cost * proj.c.cost).asc()), rows=(None, None)), func.last_value(proj.c.hours).over(order_by=desc(case((proj.c.is_open, 3), (false(), task.c.prio), else_=literal(-5))))).select_from(proj).join(task).where(and_(type_coerce(proj.c.is_open, Boolean), True)))

TREES.append(lambda: select(dept, dept.c.info["a"].as_json()).where(dept.c.opened.is_not_distinct_from(dept.c.opened), dept.c.opened.is_not_distinct_from(None)).distinct().order_by((-dept.c.budget)))

TREES.append(lambda: select(select(func.max(dept.c.name)).select_from(dept).where(dept.c.active).order_by(dept.c.id).scalar_subquery(), select(func.max(proj.c.title)).select_from(proj).correlate_except(proj).scalar_subquery(), (task.c.pos + 2)).select_from(outerjoin(task, emp, task.c.emp_id == emp.c.id)).where((func.substr(task.c.note, literal(42), 2, type_=String) + "it's").endswith('a', autoescape=True, escape='!')).group_by(select(func.max(dept.c.name)).select_from(dept).where(dept.c.active).order_by(dept.c.id).scalar_subquery(), select(func.max(proj.c.title)).select_from(proj).correlate_except(proj).scalar_subquery()).order_by(select(func.max(proj.c.title)).select_from(proj).correlate_except(proj).scalar_subquery()))


@TREES.append
def _():
    a = emp.alias(name="x y")
    b = aliased_b = emp.alias()
    return select(a.c.active, a.c.hired, func.length(a.c.name, type_=Integer), a.c.data[("l", 0)]).select_from(a).join(b, a.c.id == b.c.id).where(tuple_((a.c.boss_id.bitwise_and(7) // func.ifnull(literal(2, BigInteger), -5, type_=Integer)), select(func.min(dept.c.name)).select_from(dept).where(dept.c.active).scalar_subquery().op('||', precedence=9, return_type=String())((a.c.name + bindparam(None, '?', type_=Unicode(5))))).in_([(-1, 'q\\z'), (1, ':w')])).slice(1, 3)

TREES.append(lambda: delete(dept).where(dept.c.opened.in_(select(func.min(emp.c.hired)).select_from(emp).where(func.coalesce((emp.c.dept_id < emp.c.id), emp.c.name.like(emp.c.nick, escape='!'))))))

TREES.append(lambda: (-(-func.coalesce(emp.c.data[0].as_numeric(10, 2), Decimal("10")))))


@TREES.append
def _():
    j = func.json_each(proj.c.tags).table_valued('key', column('value', Integer), joins_implicitly=True)
    return select(proj.c.is_open, func.replace(proj.c.title, 'q\\z', j.c.key, type_=String), ((0 // proj.c.id) * (proj.c.dept_id // proj.c.dept_id)).label('id')).order_by('id').limit(2).offset(1)

TREES.append(lambda: union(select((func.nullif(proj.c.title, 'a/b', type_=String) + ''), ((proj.c.hours + 2.25) - func.round(bindparam(None, -1.5, type_=Float), 1, type_=Float))), select(cast(func.replace(literal('q\\z'), dept.c.name, literal('a', literal_execute=True), type_=String), String(20)), (literal(2.25, Float) // 2.25)).where(dept.c.active)).limit(3))

TREES.append(lambda: select((literal('x_y') + dept.c.name), literal(DT(2024, 1, 2, 3, 4, 5), DateTime), true(), func.min(literal(Decimal("-0.25"))).over(partition_by=dept.c.id).label('order')).where((~dept.c.opened.not_in([D(2021, 5, 6)]))))

TREES.append(lambda: func.length(dept.c.name.op('||', precedence=6, return_type=String())("it's"), type_=Integer).is_(null()))

TREES.append(lambda: select((case((dept.c.active, Decimal("-0.25")), (dept.c.active, literal(Decimal("1.5"))), else_=proj.c.cost) / Decimal("10")).label('two words')).join_from(proj, dept).where(literal(True)).order_by('two words', desc('two words')))

TREES.append(lambda: select(emp.c.hired, func.sum(task.c.emp_id).filter((emp.c.bonus != Decimal("1.5"))).over(order_by=[desc(dept.c.info["l"][0].as_string()), emp.c.salary.desc()], rows=(None, None))).select_from(dept).join(emp).outerjoin(task).where(emp.c.active).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))

TREES.append(lambda: (custom_op('<<')(emp.c.boss_id, emp.c.age) == 2))

TREES.append(lambda: (-(proj.c.dept_id / proj.c.hours)))

TREES.append(lambda: case({'Ann': True}, value=func.substr(dept.c.name, 2, 2, type_=String)))

TREES.append(lambda: func.substr(literal('x_y', literal_execute=True).concat('b%'), 1, 2, type_=String))

TREES.append(lambda: select(func.max(emp.c.data)).select_from(emp).where(literal('a/b').contains('q\\z', autoescape=True)).order_by(emp.c.id).limit(1).scalar_subquery())

TREES.append(lambda: ((-cast(proj.c.hours, Float(8))) - -1.5))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(proj.c.id, select(task.c.note).select_from(task).where(bindparam(None, False, type_=Boolean)).order_by(task.c.id).limit(1).correlate(proj).scalar_subquery().op('||', precedence=6, return_type=String())(':w')).where(case((proj.c.is_open, 'x_y'), (proj.c.is_open, proj.c.title)).not_ilike(proj.c.title.collate("NOCASE")))))


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='vals').data([(3, ''), (10, 'b%')]).cte()
    return select(func.lead(false()).over(partition_by=literal(False), order_by=desc((v.c.k * v.c.k))), select((-emp.c.bonus)).select_from(emp).order_by(emp.c.id).scalar_subquery(), case((true(), -1.5), (bindparam(None, False, type_=Boolean), literal(3.0)), else_=literal(2.25))).where(((select(func.count(1)).select_from(proj).where(proj.c.is_open).order_by(proj.c.id).scalar_subquery() + cast(v.c.k, Integer)) <= case(((literal(D(2021, 5, 6)) >= literal(D(2024, 12, 31))), func.nullif(v.c.k, 7, type_=Integer)), (cast(true(), Boolean), 7)))).limit(1).offset(1)


@TREES.append
def _():
    s = select(task.c.note, task.c.pos, task.c.prio, cast(task.c.emp_id, BigInteger).label('comp')).where((task.c.pos % task.c.id).not_in([])).distinct().cte()
    return select(s, task.c.done, literal(False), literal(5, JSON).label('id')).select_from(task).join(s, s.c.comp == task.c.id).where((func.length(s.c.note, type_=Integer).op('*', precedence=-1)(7) > func.abs(bindparam(None, 42, type_=Integer).op('>>')(1), type_=Integer)))

TREES.append(lambda: ((literal_column("2", Integer) / emp.c.salary) / cast(emp.c.name, Integer)))

TREES.append(lambda: ((func.instr(dept.c.info[0].as_string(), ('x_y' + dept.c.name), type_=Integer) * (dept.c.id.op('+')(bindparam(None, 1, type_=SmallInteger)) - 1)) > select((7 + emp.c.boss_id)).select_from(emp).where((emp.c.bonus <= Decimal("10"))).scalar_subquery().bitwise_lshift(dept.c.id)))

TREES.append(lambda: case({-5: False}, value=cast((proj.c.dept_id // literal(-1)), Integer)))

TREES.append(lambda: ((-((proj.c.id / proj.c.hours) - -1.5)) + 3.0))


@TREES.append
def _():
    u = union_all(select((proj.c.dept_id // 1).label('p'), func.length(proj.c.title, type_=Integer).label('q')), select((-1 * emp.c.dept_id), (emp.c.id * -1))).order_by('p').subquery()
    return select((cast(case((literal(False, Boolean), ''), (bindparam(None, True, type_=Boolean), literal(''))), BigInteger) < -1).label('two words')).where(cast(literal('').in_(select(dept.c.name).select_from(dept)), Boolean), select(cast(literal(True), Boolean)).select_from(dept).where(type_coerce(dept.c.active, Boolean)).order_by(dept.c.id).scalar_subquery())

TREES.append(lambda: case((emp.c.seen.is_distinct_from(DT(2024, 1, 2, 3, 4, 5)), True), else_=case(((emp.c.active != false()), emp.c.data["b"].as_string().istartswith('?', autoescape=True, escape='!')), (emp.c.seen.not_in([]), or_(false(), or_(literal(True), emp.c.active))), else_=or_(emp.c.data["b"].as_boolean()))))

TREES.append(lambda: ((proj.c.title != proj.c.title) & cast(proj.c.is_open, Boolean)))


@TREES.append
def _():
    s = select(emp.c.hired, emp.c.salary, emp.c.age, select(func.max(task.c.pos)).select_from(task).scalar_subquery().label('comp')).where(emp.c.active).distinct().alias("sq")
    return select((s.c.comp % s.c.age), (((s.c.salary + s.c.age) % 2.25) // (3.0 / select(func.max(emp.c.salary)).select_from(emp).where(literal(False)).scalar_subquery())), false().label('Mixed')).where(literal(False))

TREES.append(lambda: (func.lower(proj.c.title) >= proj.c.title.collate("NOCASE")))

TREES.append(lambda: case({"it's": case((proj.c.title.contains('?'), (cast(proj.c.title, Float(8)) == -1.5)))}, value=cast((func.round(proj.c.hours, 1, type_=Float) + (proj.c.hours - proj.c.id)), Text)))

TREES.append(lambda: func.trim(('Ann' + case({'': 'b%'}, value=proj.c.title, else_=':w')).concat(func.coalesce(proj.c.title.concat(proj.c.id), ('Ann' + proj.c.title))), type_=String))

TREES.append(lambda: (case((literal(True, Boolean), proj.c.hours), else_=2.25) % literal(0.5)))

TREES.append(lambda: func.replace(task.c.note, 'a', task.c.note, type_=String).like('x_y', escape='/'))

TREES.append(lambda: update(emp).values(nick=func.trim(func.replace(emp.c.name, emp.c.nick, bindparam(None, '?', type_=String), type_=String), type_=String), hired=emp.c.hired).where(and_(emp.c.active, emp.c.active), (~emp.c.nick.between(emp.c.nick, 'a/b'))).returning(emp.c.id, emp.c.age))

TREES.append(lambda: not_(~exists(1).select_from(task).where(emp.c.active)))


@TREES.append
def _():
    s = select(task.c.prio, task.c.done, task.c.pos, func.length(emp.c.data["b"]["c"].as_string(), type_=Integer).label('comp')).where((emp.c.data["a"].as_string() == ':w')).distinct().alias("sq")
    return select(proj.c.cost, literal(True), proj.c.due).where(s.c.comp == proj.c.id).where((select(func.max(literal(False))).select_from(dept).where(dept.c.active).limit(1).scalar_subquery() | cast(type_coerce(proj.c.is_open, Boolean), Boolean))).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)


@TREES.append
def _():
    s = select(dept.c.name, dept.c.opened, dept.c.id, func.length(dept.c.name, type_=Integer).label('comp')).where(case({'a': dept.c.active}, value=(dept.c.name + ''))).alias()
    return select(func.coalesce(s.c.name, s.c.name), func.coalesce(s.c.name, 'x_y'), func.count(), (func.total(dept.c.id, type_=Integer) + -1), func.count(distinct(dept.c.name))).select_from(s).outerjoin(dept, dept.c.id == s.c.comp).group_by(func.coalesce(s.c.name, s.c.name), func.coalesce(s.c.name, 'x_y')).having(~exists(select(func.count(1)).select_from(task).where(literal(True)).order_by(task.c.id).correlate(s))).order_by(type_coerce(s.c.name, Unicode(5)))

TREES.append(lambda: select((proj.c.id + proj.c.id), case((func.max(proj.c.is_open), proj.c.cost), else_=proj.c.cost).label('total'), func.count(proj.c.title).filter(proj.c.is_open)).select_from(proj).group_by((proj.c.id + proj.c.id)).having((proj.c.id == None)))

TREES.append(lambda: func.lower(func.coalesce(dept.c.name.op('||')(''), func.lower(dept.c.name, type_=String)), type_=String).collate("NOCASE"))


@TREES.append
def _():
    j = func.json_each(emp.c.data).table_valued('key', column('value', Integer))
    return select(func.replace(emp.c.name, literal(':w', String), j.c.key, type_=String), case((emp.c.active, emp.c.active), else_=False), func.avg(emp.c.salary, type_=Float).label('n')).where((emp.c.hired <= emp.c.hired)).group_by(func.replace(emp.c.name, literal(':w', String), j.c.key, type_=String), case((emp.c.active, emp.c.active), else_=False)).having(func.max(emp.c.active))

TREES.append(lambda: proj.c.tags[0].as_string().op('||', precedence=9, return_type=String())(cast((proj.c.hours - 0.5), Unicode(5))).label('lab'))

TREES.append(lambda: ((-func.round(proj.c.hours, 1, type_=Float)) - ((proj.c.hours - -1.5) + (emp.c.salary + 2.25))))


@TREES.append
def _():
    s = select(emp.c.id, emp.c.hired, emp.c.name, (emp.c.age.bitwise_xor(emp.c.boss_id) + (emp.c.boss_id + 3)).label('comp')).where(emp.c.boss_id.op('>>', return_type=Integer())(emp.c.id).in_(bindparam('many', [1], expanding=True))).distinct().subquery()
    return select(s.c.name.label('x y'), func.ltrim(s.c.name), (func.group_concat(s.c.name, type_=String).filter(literal(False)) + literal('b%')).label('Sum'), func.sum(literal(Decimal("-0.25"))).filter(literal(False), true())).group_by(s.c.name.label('x y'), func.ltrim(s.c.name))

TREES.append(lambda: (-1 + func.ifnull((7 * task.c.proj_id), 1, type_=Integer)))

TREES.append(lambda: select(emp.c.id.op('<<')(emp.c.id), emp.c.name, (func.sum(emp.c.salary) * 0.5), func.max(bindparam(None, 'a/b', type_=Text)), func.avg(emp.c.salary, type_=Float).filter(literal(False))).select_from(emp).group_by(emp.c.id.op('<<')(emp.c.id), emp.c.name))

TREES.append(lambda: or_(func.lower((dept.c.name + 'Ann'), type_=String).ilike((literal('?').op('||')('Ann') + ':w'), escape='!')))

TREES.append(lambda: select(func.max(proj.c.id)).select_from(proj).where(not_(proj.c.is_open)).order_by(proj.c.id).correlate_except(proj).scalar_subquery())

TREES.append(lambda: case((tuple_((-1 // func.abs(literal(3), type_=Integer)), (func.trim(emp.c.name) + emp.c.nick.concat('q\\z'))).not_in([(2, '?'), (7, 'x_y')]), False), else_=True))


@TREES.append
def _():
    s = select(emp.c.name, emp.c.age, emp.c.dept_id, custom_op('-', precedence=5)((-emp.c.dept_id), 1).label('comp')).where(select(emp.c.active).select_from(emp).where((emp.c.nick < emp.c.name)).scalar_subquery()).limit(5).subquery("sq")
    return select(s.c.name.op('||', precedence=1, return_type=String())(literal_column("'lc'", String)), func.instr(s.c.name, 'Ann', type_=Integer), func.abs(func.count(s.c.name), type_=Integer).label('Sum'), func.max(bindparam(None, Decimal("1.5"), type_=Numeric))).group_by(s.c.name.op('||', precedence=1, return_type=String())(literal_column("'lc'", String)), func.instr(s.c.name, 'Ann', type_=Integer)).having(func.coalesce(literal(False), literal(False))).order_by((s.c.age / literal(0.5)).desc().nulls_last(), (literal(Decimal("10")) / Decimal("10")))

TREES.append(lambda: case((emp.c.data["a"].as_boolean(), func.coalesce(emp.c.data["l"][0], select(func.max(literal({"a": 1}, JSON))).select_from(task).scalar_subquery())), else_=case((emp.c.dept_id.bitwise_not().is_distinct_from(3), emp.c.data["l"][0]), (tuple_(func.length(emp.c.name, type_=Integer), case((emp.c.active, 'q\\z'), else_='')).not_in([(42, ':w'), (10, 'a/b')]), emp.c.data[("b", "c")]), else_=emp.c.data)))

TREES.append(lambda: proj.c.tags[("b", "c")].as_json())

TREES.append(lambda: select(dept.c.name, (func.max(proj.c.hours) - literal(3.0)).label('total'), type_coerce(proj.c.id, SmallInteger)).join_from(proj, dept, proj.c.dept_id == dept.c.id).where((literal(DT(2024, 1, 2, 3, 4, 5)) > DT(2020, 2, 29))).group_by(dept.c.name).order_by(proj.c.due.asc()))

TREES.append(lambda: (task.c.prio.bitwise_lshift(task.c.prio) // (-task.c.proj_id)))


@TREES.append
def _():
    n = select(literal(7).label('n'), literal('').label('w')).cte(recursive=True)
    n = n.union(select(n.c.n + 1, n.c.w + '').where(n.c.n < 4))
    return select((n.c.w <= n.c.w)).where(cast(select((literal(42) >= dept.c.id)).select_from(dept).where((dept.c.budget > literal(Decimal("-0.25")))).scalar_subquery(), Boolean)).order_by((literal_column("1.5", Float) + literal(3.0)).desc())

TREES.append(lambda: update(dept).values(budget=type_coerce((dept.c.budget % dept.c.budget), Numeric(8, 2)), opened=dept.c.opened).where(func.coalesce(literal('x_y'), dept.c.name).istartswith('x_y', autoescape=True, escape='!')))

TREES.append(lambda: select(func.min(dept.c.active)).select_from(dept).limit(1).scalar_subquery())

TREES.append(lambda: custom_op('<<', precedence=15)(proj.c.dept_id, proj.c.id).op('+', precedence=-1)(2))

TREES.append(lambda: update(emp).values(nick=(select(literal('?')).select_from(proj).where(literal(True, Boolean)).scalar_subquery() + 'a/b'), hired=emp.c.hired).where(or_(emp.c.nick.endswith(emp.c.nick))).returning(emp.c.id, select(func.count()).select_from(dept).scalar_subquery()))

TREES.append(lambda: select(type_coerce(func.upper(literal('a/b'), type_=String), Integer), ((emp.c.name + emp.c.name) + '?').label('order')).select_from(emp).where(((-(emp.c.bonus / emp.c.dept_id)) >= Decimal("1.5"))))

TREES.append(lambda: case({'?': True}, value=proj.c.title.concat(dept.c.name), else_=(~proj.c.is_open)))


@TREES.append
def _():
    s = select(emp.c.active, emp.c.hired, emp.c.seen, func.abs(select(proj.c.id).select_from(proj).where(proj.c.is_open).scalar_subquery(), type_=Integer).label('comp')).where(((literal(-1, BigInteger) * emp.c.bonus) == (bindparam(None, Decimal("-0.25"), type_=Numeric) % emp.c.bonus))).subquery()
    return select(s.c.hired, (func.lead(task.c.note).over(partition_by=task.c.note, order_by=s.c.hired.desc()) + 'q\\z'), (task.c.id % 2), (((literal(Decimal("10")) % Decimal("1.5")) % Decimal("-0.25")) + cast(cast(literal(2.25, Float), BigInteger), Integer)).label('id')).select_from(s).outerjoin(task, task.c.id == s.c.comp).where(task.c.done.not_in([DT(2024, 1, 2, 3, 4, 5), DT(2020, 2, 29), null()]))

TREES.append(lambda: cast(type_coerce((-proj.c.dept_id), SmallInteger), String))

TREES.append(lambda: select(select(emp.c.salary).select_from(emp).where(emp.c.active).scalar_subquery().label('Mixed')).where(func.coalesce((emp.c.boss_id >= emp.c.dept_id), emp.c.active), (~select(literal(True, Boolean)).select_from(task).where(literal(False, Boolean)).limit(1).scalar_subquery())).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).order_by('Mixed'))

TREES.append(lambda: select(func.min(dept.c.name)).select_from(dept).where(and_(true(), case({42: False}, value=emp.c.dept_id))).scalar_subquery())

TREES.append(lambda: delete(proj).where(case((select(func.max(emp.c.active)).select_from(emp).where((emp.c.id <= 7)).correlate(proj).scalar_subquery(), True))))

TREES.append(lambda: func.coalesce(select(func.min(proj.c.is_open)).select_from(proj).order_by(proj.c.id).limit(1).scalar_subquery(), or_(literal(True), false(), proj.c.is_open)))

TREES.append(lambda: delete(dept).where(func.replace((dept.c.name + ''), dept.c.name, "it's", type_=String).icontains(dept.c.name)).returning(dept.c.id))

TREES.append(lambda: select(emp.c.data[("b", "c")], func.max(dept.c.info).over().label('order')).select_from(emp).join(dept).join(task).where(select(or_(case({1: dept.c.active}, value=bindparam(None, 7, type_=SmallInteger), else_=True))).select_from(dept).where(func.substr(dept.c.name, dept.c.id, 2, type_=String).is_distinct_from(None)).scalar_subquery()).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))

TREES.append(lambda: ((select(func.max(emp.c.name)).select_from(emp).scalar_subquery() + literal(':w', Unicode(5)).collate("NOCASE")) + "it's"))

TREES.append(lambda: ((type_coerce(dept.c.id, SmallInteger) - dept.c.id) == 3))

TREES.append(lambda: select(func.max(dept.c.active)).select_from(dept).where(dept.c.active).scalar_subquery())

TREES.append(lambda: (case((proj.c.is_open, 10)) * (literal(Decimal("1.5")) + proj.c.cost)))


@TREES.append
def _():
    a = dept.alias()
    b = aliased_b = dept.alias()
    return select(func.length(func.substr(b.c.name, 1, 2, type_=String), type_=Integer), and_(((literal('a') + a.c.name) <= func.trim(literal('?', String))), func.instr(b.c.name, 'q\\z', type_=Integer).op('>', is_comparison=True)((-bindparam(None, -1, type_=SmallInteger)))), a.c.info[("l", 0)].as_json(), literal(DT(2020, 2, 29)).label('Mixed')).select_from(a).join(b, a.c.id == b.c.id).where(cast(b.c.active, Boolean)).distinct().add_columns(case((a.c.active, literal(10)))).limit(literal(2))

TREES.append(lambda: emp.c.data["b"].as_json())

TREES.append(lambda: emp.c.data[("b", "c")].as_json())

TREES.append(lambda: (((literal(Decimal("-0.25")) + Decimal("10")) + Decimal("10")) * proj.c.tags["b"]["c"].as_numeric(10, 2)))

TREES.append(lambda: emp.c.hired.is_not_distinct_from(emp.c.hired))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(dept.c.id, select(func.replace(dept.c.name, dept.c.name, dept.c.name, type_=String)).select_from(dept).where(dept.c.name.in_([null()])).order_by(dept.c.id).limit(1).scalar_subquery()).where((dept.c.info["l"][0].as_string() == dept.c.info[("l", 0)].as_string()))))

TREES.append(lambda: select(func.min(emp.c.nick)).select_from(emp).where(not_(emp.c.active)).limit(1).scalar_subquery().not_in([collate(cast(proj.c.hours, Text), "nocase"), 'a']))


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

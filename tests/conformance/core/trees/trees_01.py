"""Random expression trees, seed 1: the text and parameters of 100 generated expressions and statements."""
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
TREES.append(lambda: not_(~exists().where(cast(dept.c.active, Boolean))))

TREES.append(lambda: (literal('a') + 'a').not_like(func.substr(task.c.note, 1, 2, type_=String), escape='/'))

TREES.append(lambda: select(dept.c.info[("b", "c")], (emp.c.name + literal('a/b'))).select_from(emp).join(dept, emp.c.dept_id == dept.c.id, full=True).where(func.nullif(literal('a/b').op('||', precedence=1, return_type=String())('').not_in([':w', 'b%']), True, type_=Boolean)))

TREES.append(lambda: (emp.c.data["b"].as_integer() % 0))

TREES.append(lambda: (select(dept.c.opened).select_from(dept).scalar_subquery() != dept.c.opened))

TREES.append(lambda: select(select(func.min(emp.c.active)).select_from(emp).where(emp.c.active).scalar_subquery(), func.trim(emp.c.name), func.count().label('n'), func.group_concat(emp.c.name, type_=String).filter(emp.c.active), func.lower(func.aggregate_strings(emp.c.nick, ', '), type_=String)).select_from(dept).join(emp).group_by(select(func.min(emp.c.active)).select_from(emp).where(emp.c.active).scalar_subquery(), func.trim(emp.c.name)).order_by(func.trim(emp.c.name), nulls_last(emp.c.dept_id.asc())).limit(7).offset(2))

TREES.append(lambda: select(select(literal(False)).select_from(task).where(proj.c.is_open).limit(1).scalar_subquery(), func.lower(proj.c.title), (proj.c.id - func.total(literal(2), type_=Integer)), func.count(literal(-5).distinct())).select_from(proj).where(proj.c.tags[("b", "c")].as_boolean(), select(func.min(literal(True))).select_from(proj).where(proj.c.title.istartswith("it's", autoescape=True)).limit(1).scalar_subquery()).group_by(select(literal(False)).select_from(task).where(proj.c.is_open).limit(1).scalar_subquery(), func.lower(proj.c.title)).having(proj.c.is_open))

TREES.append(lambda: select(dept.c.budget, (case({-1: dept.c.budget}, value=task.c.prio) - Decimal("-0.25")), custom_op('|', precedence=8)((func.length(literal(':w', Text), type_=Integer) * (-emp.c.boss_id)), func.row_number().over(partition_by=[emp.c.dept_id, task.c.note], order_by=(task.c.prio % task.c.prio).asc()))).select_from(dept).join(emp.join(task), emp.c.dept_id == dept.c.id).where(or_(((emp.c.salary + task.c.id) != 3.0), true(), dept.c.active)))

TREES.append(lambda: func.ifnull(type_coerce(emp.c.boss_id, SmallInteger), emp.c.boss_id.op('&', precedence=15)(emp.c.age), type_=Integer))


@TREES.append
def _():
    a = emp.alias()
    b = aliased_b = emp.alias()
    return select(custom_op('%', precedence=15)(func.lag(literal(7), 1).over(partition_by=[b.c.boss_id, b.c.nick]), select(func.count()).select_from(dept).order_by(dept.c.id).limit(1).scalar_subquery()), func.lead(b.c.hired).over(order_by=[(a.c.id + -1), b.c.nick.desc()], rows=(0, 2))).where(a.c.id < b.c.id).where(~exists(select(func.count(1)).select_from(task).where((null() == bitwise_not(literal(0))))))

TREES.append(lambda: select(task, func.coalesce(emp.c.data, 5)).select_from(task).join(emp, task.c.emp_id == emp.c.id, full=True).where(and_(true(), emp.c.active)))

TREES.append(lambda: dept.c.info["b"]["c"].as_boolean())

TREES.append(lambda: select(proj.c.title.op('||')('Ann'), extract('month', proj.c.due), func.ifnull(literal(42, literal_execute=True), -5, type_=Integer), (proj.c.id + func.count(distinct(proj.c.title))), collate(task.c.note, "nocase"), func.max(proj.c.hours)).select_from(outerjoin(task, proj, task.c.proj_id == proj.c.id)).group_by(proj.c.title.op('||')('Ann'), extract('month', proj.c.due)).having(func.min(proj.c.is_open)))


@TREES.append
def _():
    u = intersect(select(task.c.note.op('||', precedence=1, return_type=String())('a/b').label('p'), emp.c.data["b"]["c"].as_integer().label('q')), select(literal_column("'lc'", String).concat('x_y'), func.abs(dept.c.id, type_=Integer)).where(dept.c.info["l"][0].as_boolean())).alias('un')
    return select(u.c.p.concat(u.c.p), func.count().label('Sum')).group_by(u.c.p.concat(u.c.p)).having(select(proj.c.is_open).select_from(proj).where(proj.c.is_open).scalar_subquery())

TREES.append(lambda: (func.abs(emp.c.age, type_=Integer) > (-bindparam(None, 42, type_=BigInteger))))

TREES.append(lambda: emp.c.data["l"][0].as_boolean())

TREES.append(lambda: select(func.min(literal('?'))).select_from(emp).correlate_except(emp).scalar_subquery())

TREES.append(lambda: update(dept).values(budget=(dept.c.info["b"].as_integer() * (dept.c.budget / dept.c.id)), opened=dept.c.opened))

TREES.append(lambda: func.nullif((proj.c.dept_id - proj.c.dept_id), proj.c.id.op('-', precedence=5)(proj.c.id), type_=Integer))


@TREES.append
def _():
    a = emp.alias()
    b = aliased_b = emp.alias()
    return select(func.coalesce(a.c.salary, bindparam(None, 0.5, type_=Float(8))), func.abs((a.c.id * 1), type_=Integer)).select_from(a.outerjoin(b, a.c.id == b.c.id + 1)).where(a.c.active, select(task.c.note).select_from(task).where(literal(False, Boolean)).scalar_subquery().bool_op('GLOB')(collate(b.c.name, "nocase"))).order_by((b.c.salary * b.c.salary), b.c.hired.desc())


@TREES.append
def _():
    a = proj.alias()
    b = aliased_b = proj.alias()
    return select(func.upper(b.c.title, type_=String), (-b.c.id), func.max(a.c.id), func.count(distinct(b.c.title)).filter(a.c.is_open), (literal(-5) / 2)).select_from(a.outerjoin(b, a.c.id == b.c.id + 1)).where(func.coalesce(func.upper(literal('a')), 'a/b').like((func.coalesce(a.c.title, literal("it's")) + func.ltrim(b.c.title)), escape='/')).group_by(func.upper(b.c.title, type_=String), (-b.c.id)).having((func.max(b.c.hours) <= func.max(b.c.hours)))


@TREES.append
def _():
    a = proj.alias()
    b = aliased_b = proj.alias()
    return select(a.c.due, func.abs(literal_column("2", Integer), type_=Integer).bitwise_and(2), b.c.is_open, func.instr(a.c.title, 'Ann', type_=Integer)).where(a.c.id < b.c.id).where(a.c.is_open, and_(true(), a.c.title.op('LIKE', is_comparison=True, precedence=5)('b%'))).order_by(select(func.min(emp.c.hired)).select_from(emp).where(emp.c.active).scalar_subquery().desc())

TREES.append(lambda: except_(select(cast((proj.c.hours * proj.c.hours), Float), cast(select(func.min(proj.c.hours)).select_from(proj).order_by(proj.c.id).limit(1).correlate_except(proj).scalar_subquery(), Float(8))), union(select((func.instr(task.c.note, task.c.note, type_=Integer) / (literal_column("5", Integer) / literal(2.25))), select((-1.5 * literal(-1.5))).select_from(task).where(literal("it's", literal_execute=True).is_(None)).scalar_subquery()).where((~(literal(D(2021, 5, 6)) == literal(D(2021, 5, 6))))), select((3.0 / (literal(3.0) + 0.5)), ((-literal_column("1.5", Float)) + 3.0))).subquery().select()))

TREES.append(lambda: ~exists(1).select_from(task).where(select(proj.c.is_open).select_from(proj).correlate_except(proj).scalar_subquery()))

TREES.append(lambda: update(dept).values(budget=(func.coalesce(dept.c.budget, dept.c.budget) % (dept.c.id / 10)), opened=select(func.max(emp.c.hired)).select_from(emp).where((emp.c.salary <= emp.c.salary)).scalar_subquery()).where(dept.c.active).returning(dept.c.id, (-(dept.c.id * dept.c.id))))

TREES.append(lambda: (cast((func.coalesce(emp.c.id, emp.c.id) * 2), Unicode(5)) + select(type_coerce(case((dept.c.active, 'q\\z'), (dept.c.active, ':w'), else_=dept.c.name), String(20))).select_from(dept).where(func.substr(dept.c.name, 1, 2, type_=String).icontains(select(emp.c.name).select_from(emp).where(literal(True)).scalar_subquery(), escape='^')).scalar_subquery()))

TREES.append(lambda: ((1 // emp.c.id).op('|', precedence=8)(func.ifnull(emp.c.boss_id, emp.c.age, type_=Integer)).bitwise_rshift(-5) >= 7))

TREES.append(lambda: func.abs((dept.c.id - 42), type_=Integer).bitwise_not())


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='my vals').data([(1, '?'), (7, '')]).cte()
    return select(emp.c.data["b"].as_string(), func.count(distinct(v.c.w)), func.count(v.c.k.distinct()).filter(false())).where(((3.0 % (literal(0.5) // 3.0)) != 3.0)).group_by(emp.c.data["b"].as_string()).having(func.min(literal(True, Boolean))).order_by(emp.c.data["b"].as_string(), (-1.5 + literal(3.0)))

TREES.append(lambda: select(func.first_value(proj.c.is_open).over(partition_by=[task.c.pos, proj.c.title]), task.c.emp_id.label('lab1')).select_from(join(task, proj)).where(proj.c.is_open).distinct().set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).order_by(task.c.note.like(':w', escape='/').desc(), 'lab1').limit(literal(2)))

TREES.append(lambda: select(bitwise_not(((task.c.proj_id - task.c.pos) % 7)), emp.c.data[0]).where(type_coerce(emp.c.data["l"][0].as_boolean(), Boolean)).order_by(literal(D(2024, 12, 31), Date).asc(), func.replace(literal_column("'lc'", String), "it's", task.c.note, type_=String)))


@TREES.append
def _():
    s = select(proj.c.due, proj.c.hours, proj.c.id, cast((-proj.c.id), SmallInteger).label('comp')).where(select(func.min(dept.c.active)).select_from(dept).where(select(func.max(emp.c.active)).select_from(emp).where(emp.c.active).limit(1).correlate(dept).scalar_subquery()).limit(1).scalar_subquery()).order_by(proj.c.id).subquery()
    return select(s, func.first_value(emp.c.name).over(order_by=[emp.c.hired.desc().nulls_first(), emp.c.bonus.desc()], groups=(None, 1))).select_from(s).outerjoin(emp, emp.c.id == s.c.comp).where(select(func.count()).select_from(task).where((emp.c.name == '')).order_by(task.c.id).exists(), ~exists(select(func.min(proj.c.id)).select_from(proj).where(proj.c.is_open.is_(true())).correlate_except(proj)))

TREES.append(lambda: (-1 * dept.c.id).op('+', precedence=8)((-dept.c.id)))

TREES.append(lambda: literal(D(2021, 5, 6)).in_(select(func.max(emp.c.hired)).select_from(emp).where(emp.c.active).order_by(emp.c.id)))

TREES.append(lambda: ('a' + collate(emp.c.nick, "nocase")).not_in(['a/b', 'x_y', null()]))

TREES.append(lambda: update(emp).values(hired=emp.c.hired, seen=emp.c.seen).where((emp.c.id - emp.c.age).in_([7, 0, 10, null()])))

TREES.append(lambda: select(emp, (select(func.max(task.c.emp_id)).select_from(task).where(true()).order_by(task.c.id).limit(1).correlate(emp).scalar_subquery() - 0).label(None)).where((tuple_(select(func.min(task.c.pos)).select_from(task).order_by(task.c.id).correlate_except(task).scalar_subquery(), (7 + emp.c.boss_id)) == tuple_(emp.c.id.bitwise_or(-1), 42)), select(func.max(dept.c.active)).select_from(dept).where((dept.c.id < literal_column("2", Integer))).limit(1).scalar_subquery()).limit(5).offset(1))

TREES.append(lambda: update(proj).values(is_open=select(emp.c.nick.like(emp.c.nick)).select_from(emp).where(select(dept.c.active).select_from(dept).where(emp.c.active).scalar_subquery()).limit(1).scalar_subquery(), due=proj.c.due).where(not_(proj.c.is_open), (~bindparam(None, False, type_=Boolean))).returning(proj.c.id, cast((proj.c.hours - literal(0)), BigInteger)))

TREES.append(lambda: ((func.round((0.5 * bindparam(None, 0.5, type_=Float(8))), 1, type_=Float) - 2.25) == 3.0))


@TREES.append
def _():
    j = func.json_each(emp.c.data).table_valued('key', column('value', Integer), joins_implicitly=True)
    return select(extract('month', emp.c.hired), func.sum(emp.c.salary), func.count(emp.c.dept_id.distinct()), func.count(emp.c.id.distinct()), func.max(bindparam(None, Decimal("-0.25"), type_=Numeric))).where(select(case((proj.c.cost.not_in(bindparam('many', [], expanding=True)), (literal(3.0) != proj.c.hours)))).select_from(proj).order_by(proj.c.id).scalar_subquery()).group_by(extract('month', emp.c.hired))

TREES.append(lambda: select(literal(3.0), select(func.max(emp.c.nick)).select_from(emp).limit(1).scalar_subquery()).where(dept.c.active).order_by(func.upper(bindparam(None, 'a', type_=String(20)), type_=String).desc(), (dept.c.name + dept.c.name)).limit(8))


@TREES.append
def _():
    j = func.json_each(emp.c.data, '$.l').table_valued('key', column('value', Integer), name='je')
    return select(j, ((-select(dept.c.budget).select_from(dept).correlate(j).scalar_subquery()) % ((emp.c.bonus * Decimal("10")) * case((emp.c.active, 1), else_=emp.c.id))), emp.c.data, func.lead(literal(2.25, Float)).over(partition_by=[emp.c.age, emp.c.name], order_by=('x_y' + j.c.key)), emp.c.boss_id.op('%', precedence=15)(-5)).where(case(((emp.c.boss_id == -5), 2), (literal('b%', literal_execute=True).is_not_distinct_from("it's"), (3 - j.c.value)), else_=(j.c.value * -5)).not_in([3])).with_only_columns(case((literal(True), 10), (bindparam(None, False, type_=Boolean), emp.c.dept_id), else_=42), case((emp.c.active, emp.c.nick), (emp.c.active, literal_column("'lc'", String))))

TREES.append(lambda: select(literal_column("'lc'", String).label('x y').ilike('q\\z')).select_from(dept).where((dept.c.name + dept.c.name).contains(func.ltrim(literal('a')))).limit(1).scalar_subquery())

TREES.append(lambda: (extract('year', proj.c.due) * 2))

TREES.append(lambda: func.coalesce(((func.nullif(proj.c.id, proj.c.dept_id, type_=Integer) + case((proj.c.is_open, -1), else_=7)) / 2), Decimal("-0.25")))

TREES.append(lambda: select((emp.c.hired < D(2021, 5, 6)), select(func.max(dept.c.id)).select_from(dept).correlate_except(dept).exists(), (emp.c.bonus + literal(Decimal("1.5"))).label('total'), type_coerce(func.max(emp.c.salary), Float), func.round(emp.c.salary, 1, type_=Float)).group_by((emp.c.hired < D(2021, 5, 6)), select(func.max(dept.c.id)).select_from(dept).correlate_except(dept).exists()).order_by(or_(emp.c.active), (emp.c.bonus * emp.c.bonus).desc()))

TREES.append(lambda: func.nullif(dept.c.info, dept.c.info[("l", 0)], type_=JSON))

TREES.append(lambda: select(((literal(3.0) // 3.0) - 3.0), case((proj.c.tags["b"].as_boolean().is_(True), select(dept.c.active).select_from(dept).limit(1).scalar_subquery())), func.max(bindparam(None, ':w', type_=Unicode(5))).over(partition_by=proj.c.dept_id)).with_only_columns(literal(42).label(None), literal("it's").op('||')(proj.c.title)))

TREES.append(lambda: func.coalesce(func.length(task.c.note, type_=Integer), 0))

TREES.append(lambda: proj.c.tags["b"]["c"].as_boolean())

TREES.append(lambda: ((-((proj.c.id * 2) / func.instr(proj.c.title, 'a', type_=Integer))) - Decimal("10")))

TREES.append(lambda: (7 - emp.c.id).op('>>')(-1))

TREES.append(lambda: func.coalesce(dept.c.opened.not_in(select(func.min(literal(D(2021, 5, 6)))).select_from(task).where(literal(True)).limit(1)), True))

TREES.append(lambda: (~between(case({0: -1}, value=select(func.count()).select_from(task).scalar_subquery(), else_=extract('day', dept.c.opened)), dept.c.id.label(None), 10)))

TREES.append(lambda: (func.upper(func.upper(proj.c.title).concat(':w'), type_=String) != "it's"))

TREES.append(lambda: select(case((func.min(literal(False)).over(order_by=[literal(10, Integer).bitwise_or(2), dept.c.opened]), "x"), (cast(literal(True, Boolean), Boolean), emp.c.data[0].as_json()), else_=func.coalesce(emp.c.data, 5)), literal(False), (literal(0, Integer).op('&', precedence=5)(emp.c.id) * 42)).select_from(outerjoin(emp, dept, emp.c.dept_id == dept.c.id)).where(case({2: ''}, value=emp.c.age).endswith('?', autoescape=True, escape='!'), func.coalesce(or_(emp.c.active, false(), dept.c.active), False)))

TREES.append(lambda: select(func.max(proj.c.id)).select_from(proj).where((~between(proj.c.title.concat(0).label(None), proj.c.title, select(func.min(emp.c.nick)).select_from(emp).where(proj.c.is_open).order_by(emp.c.id).limit(1).scalar_subquery().concat(select(func.min(task.c.note)).select_from(task).where(literal(True)).limit(1).scalar_subquery())))).correlate(dept).scalar_subquery())

TREES.append(lambda: (0.5 / (literal_column("1.5", Float) % literal(0.5, Float(8)))))

TREES.append(lambda: bindparam(None, 'a/b', type_=Text))

TREES.append(lambda: select(func.rank().over(order_by=nulls_last(func.instr(emp.c.name, emp.c.nick, type_=Integer).asc())), emp.c.data["l"][0].as_json().label('id')).where(true()))

TREES.append(lambda: select(proj, false().label('id')).select_from(proj).where(~select(func.max(task.c.id)).select_from(task).where(case((proj.c.is_open, '?'), (proj.c.is_open, 'Ann'), else_=task.c.note).contains(select(func.max(emp.c.nick)).select_from(emp).scalar_subquery())).exists()).limit(bindparam('lim', 3)))

TREES.append(lambda: bindparam(None, 0.5, type_=Float))

TREES.append(lambda: (literal(DT(2024, 1, 2, 3, 4, 5)) <= literal(DT(2020, 2, 29))))

TREES.append(lambda: func.coalesce(select(func.ltrim(proj.c.title, type_=String).like(case({1: 'a'}, value=proj.c.dept_id))).select_from(proj).where(and_(case((literal(False), dept.c.active), (proj.c.is_open, True), else_=True), (proj.c.title == literal_column("'lc'", String)), dept.c.info[("l", 0)].as_boolean())).scalar_subquery(), between(extract('day', dept.c.opened), 1, extract('month', literal(DT(2024, 1, 2, 3, 4, 5))))))

TREES.append(lambda: ((func.abs(task.c.proj_id, type_=Integer) * ((literal(Decimal("1.5")) * Decimal("-0.25")) * Decimal("-0.25"))) + ((-(-task.c.prio)) / 0)))

TREES.append(lambda: cast((proj.c.cost + Decimal("10")).in_([Decimal("1.5"), Decimal("-0.25")]), Boolean))

TREES.append(lambda: update(proj).values(title=select((proj.c.title + proj.c.title)).select_from(proj).where(between(literal(D(2024, 12, 31)), D(2024, 12, 31), proj.c.due)).correlate_except(proj).scalar_subquery(), is_open=(literal('a') + literal('a/b', literal_execute=True)).in_(['?'])).where((exists().where(emp.c.active) | (proj.c.title != proj.c.title))).returning(proj.c.id, case({'?': (proj.c.dept_id + 42)}, value=proj.c.title.op('||')(literal('a')), else_=(42 - proj.c.id))))

TREES.append(lambda: cast((tuple_(task.c.pos, task.c.pos) == tuple_(task.c.id, -5)), Boolean))


@TREES.append
def _():
    u = except_(select((dept.c.name + dept.c.name).label('p'), (0.5 - literal(-1.5)).label('q')), select(dept.c.name.op('||')("it's"), (-1.5 // literal(2.25)))).order_by('p').alias()
    return select(case((literal(False), -1)), false(), select(func.count(1)).select_from(dept).where(not_(dept.c.active)).limit(1).scalar_subquery().label('Mixed')).where((literal(D(2024, 12, 31)) == literal(D(2024, 12, 31)))).distinct()

TREES.append(lambda: select(dept.c.opened, emp.c.seen).select_from(dept.outerjoin(join(emp, task, isouter=True))).where((dept.c.info["b"].as_json() == [1, 2])))

TREES.append(lambda: select(func.coalesce(proj.c.title, dept.c.name)).join_from(proj, dept).where((func.ltrim(func.ltrim(literal(':w')), type_=String) < ':w')).order_by(or_(dept.c.active, literal(True))))

TREES.append(lambda: select(dept.c.opened, dept.c.name.not_in(select(func.max(proj.c.title)).select_from(proj)), literal(DT(2024, 1, 2, 3, 4, 5))).select_from(dept).where(((select(dept.c.budget).select_from(dept).where(literal(True, Boolean)).scalar_subquery() - Decimal("-0.25")) > Decimal("-0.25"))).limit(literal(2)))

TREES.append(lambda: (~literal(DT(2020, 2, 29)).in_([DT(2024, 1, 2, 3, 4, 5), DT(2020, 2, 29), DT(2020, 2, 29)])))


@TREES.append
def _():
    a = emp.alias(name="x y")
    b = aliased_b = emp.alias()
    return select(a, ((b.c.nick + b.c.nick) + 'x_y'), func.last_value(a.c.nick).over(partition_by=a.c.active)).select_from(a).join(b, a.c.id == b.c.id)

TREES.append(lambda: select(func.abs(task.c.pos, type_=Integer).bitwise_or(extract('month', literal(D(2021, 5, 6))))).select_from(task).where(case((or_(bindparam(None, True, type_=Boolean), false(), literal(False)), select(func.count()).select_from(dept).where(dept.c.active).exists()))).order_by(task.c.id).correlate(task).scalar_subquery())

TREES.append(lambda: (((emp.c.id / 1) * Decimal("10")) + ((-emp.c.id) / (emp.c.age // emp.c.boss_id))))

TREES.append(lambda: (tuple_(extract('month', proj.c.due), (('b%' + proj.c.title) + 'b%')).not_in([(0, "it's"), (0, 'Ann')]) | case((exists().where(proj.c.is_open), (proj.c.dept_id // proj.c.id)), (proj.c.is_open, 0), else_=-5).in_(select(func.max(task.c.emp_id)).select_from(task).order_by(task.c.id).limit(1))))

TREES.append(lambda: func.round((task.c.pos / literal(3.0)), 1, type_=Float))

TREES.append(lambda: select(proj.c.is_open.label('Mixed')).outerjoin_from(proj, task).where(func.ltrim(proj.c.title, type_=String).iendswith('', autoescape=True)))

TREES.append(lambda: delete(task).where(literal(True)).returning(task.c.id))

TREES.append(lambda: select(((-1.5 // (emp.c.salary % emp.c.salary)) - 3.0)).select_from(emp.join(dept, and_(emp.c.dept_id == dept.c.id, dept.c.id.not_in([dept.c.id, 42])))).where(~exists(select(func.length(func.upper(task.c.note), type_=Integer)).select_from(task).where(exists(select(func.count(proj.c.id)).select_from(proj).where(case({'': proj.c.is_open}, value=literal('?'), else_=False)).order_by(proj.c.id))).order_by(task.c.id))))

TREES.append(lambda: select(bindparam(None, 7, type_=BigInteger), ((Decimal("1.5") - dept.c.budget) / dept.c.id.label('lab')), emp.c.bonus.label('order')).select_from(emp).join(dept, emp.c.dept_id == dept.c.id, full=True).where(select(func.max(dept.c.active)).select_from(dept).where(and_(dept.c.info[0].as_boolean(), False)).scalar_subquery()))


@TREES.append
def _():
    a = emp.alias()
    b = aliased_b = emp.alias()
    return select((-1.5 * literal(0.5)), a.c.salary, bindparam(None, 'x_y', type_=String).label('two words')).where(a.c.id < b.c.id).where(a.c.seen.is_distinct_from(DT(2020, 2, 29))).add_columns(a.c.data["a"].as_integer())

TREES.append(lambda: (tuple_(emp.c.data[("b", "c")].as_integer(), case({'': 7}, value=literal('?'), else_=emp.c.boss_id)) >= tuple_(emp.c.boss_id, 10)))

TREES.append(lambda: ((cast(task.c.proj_id, Float) - 0.5) == ((0.5 - literal(2.25)) * 0.5)))

TREES.append(lambda: func.coalesce(case((dept.c.info["b"]["c"].as_string().op('LIKE', is_comparison=True, precedence=5)((dept.c.name + 'a/b')), dept.c.info[("l", 0)].as_json())), dept.c.info))

TREES.append(lambda: (literal(DT(2020, 2, 29)) >= literal(DT(2020, 2, 29), DateTime)))

TREES.append(lambda: insert(task).values(prio=(-5 - literal(7)), note=(bindparam(None, '', type_=String) + '?').op('||')(collate(literal_column("'lc'", String), "nocase")), pos=select(task.c.prio.bitwise_xor(1)).select_from(task).scalar_subquery()).returning(task.c.id, cast(task.c.prio, BigInteger)))

TREES.append(lambda: proj.c.tags["a"].as_string().istartswith('q\\z', autoescape=True, escape='!'))

TREES.append(lambda: update(dept).values(budget=dept.c.info[("l", 0)].as_numeric(10, 2), opened=dept.c.opened).returning(dept.c.id, case(((dept.c.id >= 0), case((dept.c.active, dept.c.id), else_=literal(42))))))

TREES.append(lambda: proj.c.tags["l"][0].as_boolean())

TREES.append(lambda: (func.lower(emp.c.nick, type_=String).label(None) != emp.c.nick.op('||', precedence=1, return_type=String())('a').concat(':w')))


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='vals').data([(-1, '?'), (-1, 'a')]).cte()
    return select(not_(literal(True)), (literal(D(2021, 5, 6)) < D(2021, 5, 6)), v.c.w.concat('x_y'), v.c.w).where(case((not_(true()), select(literal(True)).select_from(dept).where(dept.c.active).order_by(dept.c.id).scalar_subquery()), (select(func.min(dept.c.active)).select_from(dept).where(dept.c.active).order_by(dept.c.id).correlate(v).scalar_subquery(), select(func.max(literal(True))).select_from(task).correlate_except(task).scalar_subquery()), else_=False), case((func.coalesce(literal(False), true()), True)))

TREES.append(lambda: func.abs(type_coerce(case({0: task.c.prio}, value=task.c.pos), Integer), type_=Integer))

TREES.append(lambda: select(func.count()).select_from(emp).where(emp.c.active).correlate(task).scalar_subquery().bitwise_rshift(custom_op('|')(task.c.proj_id, literal(10, SmallInteger))))

TREES.append(lambda: type_coerce(((dept.c.budget + dept.c.budget) * (Decimal("1.5") * dept.c.budget)), Numeric))

TREES.append(lambda: select((cast((proj.c.id // 2), Integer) / 7), func.coalesce(proj.c.tags["a"].as_json(), proj.c.tags[("b", "c")].as_json()), proj.c.is_open).select_from(proj).outerjoin(dept, proj.c.dept_id == dept.c.id).where(proj.c.is_open).limit(bindparam('lim', 3)))

TREES.append(lambda: func.substr((dept.c.name + 'x_y'), 2, 2, type_=String))

TREES.append(lambda: ((-(emp.c.bonus / emp.c.bonus)) + (select(func.min(literal(Decimal("1.5")))).select_from(task).where(emp.c.active).order_by(task.c.id).scalar_subquery() % case((emp.c.active, Decimal("1.5")), else_=Decimal("-0.25")))))

TREES.append(lambda: cast(emp.c.age.bool_op('<>', precedence=5)(-1), Boolean))


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

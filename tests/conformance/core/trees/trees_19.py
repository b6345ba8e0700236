"""Random expression trees, seed 19: the text and parameters of 100 generated expressions and statements."""
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
TREES.append(lambda: select(func.max(proj.c.title)).select_from(proj).where((~cast(proj.c.is_open, Boolean))).scalar_subquery())

TREES.append(lambda: select(not_(not_((~emp.c.active)))).select_from(emp).where(emp.c.nick.op('||', precedence=9, return_type=String())('a/b').op('||')('?').contains((func.upper(emp.c.nick) + func.trim(bindparam(None, '', type_=Text))))).order_by(emp.c.id).scalar_subquery())

TREES.append(lambda: (42 * (1 % bindparam(None, 3, type_=BigInteger))))

TREES.append(lambda: select((func.lead(emp.c.nick).over(order_by=(literal(Decimal("1.5")) / emp.c.bonus).desc()) + func.replace((emp.c.name + emp.c.name), '', "it's", type_=String)), emp.c.hired, emp.c.data).select_from(emp).where(cast(tuple_(type_coerce(emp.c.name, BigInteger), func.ltrim(emp.c.name)).in_([(-5, "it's"), (-5, 'q\\z')]), Boolean)).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))

TREES.append(lambda: select(func.abs(proj.c.id, type_=Integer), select(emp.c.active).select_from(emp).limit(1).scalar_subquery(), (func.avg(proj.c.hours, type_=Float) + func.avg(proj.c.hours, type_=Float)).label('n'), func.count(proj.c.dept_id.distinct()), func.aggregate_strings(proj.c.title, ', '), extract('year', proj.c.due)).group_by(func.abs(proj.c.id, type_=Integer), select(emp.c.active).select_from(emp).limit(1).scalar_subquery()).slice(1, 3))

TREES.append(lambda: select(select(literal([1, 2], JSON)).select_from(emp).limit(1).scalar_subquery().label('two words')).select_from(dept).where((dept.c.id % -5).is_(null()), dept.c.opened.between(D(2024, 12, 31), dept.c.opened)))

TREES.append(lambda: case({'': proj.c.tags["l"][0].as_integer()}, value=func.lower(case((bindparam(None, True, type_=Boolean), 'q\\z'), (task.c.note.op('LIKE', is_comparison=True, precedence=5)(proj.c.title), func.trim(task.c.note, type_=String)), else_=select(func.max(emp.c.name)).select_from(emp).where(emp.c.active).scalar_subquery()))))


@TREES.append
def _():
    s = select(task.c.prio, task.c.proj_id, task.c.done, (task.c.prio // case((true(), task.c.emp_id), (literal(False), 0), else_=7)).label('comp')).where((~case((literal(True), task.c.note)).ilike('Ann', escape='!'))).cte("sq")
    return select(func.max(dept.c.active).filter(and_(dept.c.active, or_((~literal(D(2024, 12, 31)).between(D(2024, 12, 31), D(2021, 5, 6))), select(func.max(literal(True, Boolean))).select_from(task).where(dept.c.active).order_by(task.c.id).correlate_except(task).scalar_subquery()))).over(partition_by=[s.c.comp, dept.c.name], order_by=dept.c.opened.desc()).label('order')).select_from(s).outerjoin(dept, dept.c.id == s.c.comp).order_by('order').slice(1, 3)

TREES.append(lambda: update(dept).values(opened=dept.c.opened, budget=select(func.max(emp.c.bonus)).select_from(emp).where((~emp.c.active)).scalar_subquery()).where(dept.c.opened.between(D(2021, 5, 6), select(emp.c.hired).select_from(emp).where(dept.c.active).scalar_subquery())).returning(dept.c.id, (dept.c.id + -5).label(None)))

TREES.append(lambda: (~select(func.min(proj.c.is_open)).select_from(proj).where(func.coalesce(proj.c.is_open, True)).order_by(proj.c.id).scalar_subquery()))

TREES.append(lambda: select(func.min(literal('q\\z'))).select_from(dept).where(dept.c.active).order_by(dept.c.id).limit(1).scalar_subquery().not_like(func.upper(bindparam(None, 'a/b', type_=Unicode(5)), type_=String)))

TREES.append(lambda: func.trim((task.c.note + task.c.note), type_=String).icontains(':w', autoescape=True, escape='!'))

TREES.append(lambda: not_((func.coalesce(and_(dept.c.active, or_(dept.c.active, dept.c.active)), True) | func.substr(dept.c.name, 1, 2, type_=String).is_not(None))))

TREES.append(lambda: (2.25 + case({'a': 0.5}, value=case({'': dept.c.name}, value=dept.c.name, else_=proj.c.title), else_=3.0)))

TREES.append(lambda: select(func.min(literal(2.25, Float))).select_from(task).where(task.c.note.between(literal(''), task.c.note)).correlate_except(task).scalar_subquery())


@TREES.append
def _():
    s = select(task.c.prio, task.c.pos, task.c.proj_id, (case((literal(True), 2), (literal(True, Boolean), task.c.prio), else_=7) // (task.c.pos - task.c.prio)).label('comp')).where((~select(dept.c.active).select_from(dept).where(literal(True)).order_by(dept.c.id).limit(1).scalar_subquery())).cte()
    return select(type_coerce(func.upper(dept.c.name, type_=String).concat(func.ltrim(dept.c.name)), String), func.lead(dept.c.name).over(partition_by=[s.c.comp, dept.c.name], order_by=[literal(False).desc(), dept.c.budget.desc()], rows=(0, 2))).select_from(s).outerjoin(dept, dept.c.id == s.c.comp).where(cast(or_(false(), dept.c.active), Boolean)).order_by((Decimal("1.5") * dept.c.budget).desc(), (dept.c.budget * dept.c.budget))

TREES.append(lambda: (Decimal("-0.25") - (literal(Decimal("-0.25"), Numeric) - ((literal(Decimal("1.5")) // literal(Decimal("-0.25"))) - Decimal("1.5")))))


@TREES.append
def _():
    u = union(select((-5 // proj.c.id).label('p'), proj.c.id.label('q')), select(task.c.id, func.abs(task.c.emp_id, type_=Integer)).where(and_(task.c.note.not_like(task.c.note, escape='/'), False))).order_by('p').cte('un')
    return select(func.substr(func.lead(literal('')).over(order_by=select(func.max(proj.c.id)).select_from(proj).where(proj.c.is_open).limit(1).scalar_subquery().desc()), (3 - u.c.p), 2, type_=String).iendswith('x_y', autoescape=True, escape='!'), ((bindparam(None, Decimal("-0.25"), type_=Numeric(8, 2)) + bindparam(None, Decimal("1.5"), type_=Numeric(8, 2))) - Decimal("1.5")), ((u.c.p * u.c.p) + 3)).where(func.trim(literal(':w'), type_=String).contains('', autoescape=True, escape='!'))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(emp.c.boss_id, emp.c.nick.label('x y')).where(case((emp.c.active, True), (emp.c.active, emp.c.active), else_=False), emp.c.active)))

TREES.append(lambda: (10 + func.ifnull(emp.c.id, 0, type_=Integer)))

TREES.append(lambda: update(proj).values(cost=case((cast(proj.c.is_open, Boolean), Decimal("1.5")), (proj.c.cost.is_(None), (literal(3) / -5))), due=proj.c.due))

TREES.append(lambda: select(emp.c.active, emp.c.dept_id, emp.c.hired.label('lab1')).select_from(emp))

TREES.append(lambda: ('' + (emp.c.nick + emp.c.name)))

TREES.append(lambda: case((emp.c.data[0].as_boolean(), ((-literal(0.5)) * func.coalesce(emp.c.dept_id, emp.c.id)).between(func.round(bindparam(None, -1.5, type_=Float), 1, type_=Float), 3.0)), (select(func.max(proj.c.title)).select_from(proj).where(func.nullif(proj.c.is_open, proj.c.is_open, type_=Boolean)).order_by(proj.c.id).scalar_subquery().ilike('Ann'), select(func.min(task.c.prio)).select_from(task).exists())))

TREES.append(lambda: type_coerce(between(proj.c.due, proj.c.due, proj.c.due), Boolean))

TREES.append(lambda: update(dept).values(opened=dept.c.opened, budget=(func.instr(literal(':w'), dept.c.name, type_=Integer) * (-dept.c.budget))))

TREES.append(lambda: ((func.round(proj.c.hours, 1, type_=Float) + 0.5) * ((proj.c.id // proj.c.dept_id) - 3)))

TREES.append(lambda: func.coalesce(case({'x_y': proj.c.title.collate("NOCASE")}, value=func.upper(proj.c.title)), func.ltrim(cast(proj.c.title, String(20)))))

TREES.append(lambda: case({'a/b': False}, value=func.ltrim(task.c.note).op('||', precedence=9, return_type=String())('?'), else_=True))


@TREES.append
def _():
    n = select(literal(10).label('n'), literal('a/b').label('w')).cte(recursive=True)
    n = n.union(select(n.c.n + 1, n.c.w + '').where(n.c.n < 4))
    return select(case((emp.c.data["l"][0].as_boolean(), select(cast(bindparam(None, 2.25, type_=Float(8)), BigInteger)).select_from(task).scalar_subquery()), (and_(literal(False), literal(D(2021, 5, 6)).between(literal(D(2024, 12, 31)), literal(D(2021, 5, 6))), exists(literal_column('1')).select_from(task).where(literal(False))), n.c.n), else_=10).label('two words')).where(~select(func.count()).select_from(task).exists()).distinct()

TREES.append(lambda: select((3 // case((dept.c.active, dept.c.id), else_=-1)), (dept.c.id != (literal(7, literal_execute=True) - dept.c.id)), dept.c.id, (func.sum(dept.c.id).over(order_by=(1 - bindparam(None, 0, type_=SmallInteger)).desc().nulls_last(), range_=(0, None)) // 42).label('order')).select_from(dept).order_by(dept.c.info[0].as_numeric(10, 2).desc()).limit(literal(2)))


@TREES.append
def _():
    a = emp.alias("e2")
    b = aliased_b = emp.alias()
    return select(a.c.hired, literal(D(2021, 5, 6)), func.trim(b.c.nick), a.c.active.label('order')).select_from(a).join(b, a.c.id == b.c.id).where(case((case({'a/b': True}, value=b.c.nick.label(None)), (a.c.nick + a.c.name).contains('a/b', autoescape=True, escape='!')), (((a.c.salary + a.c.salary) >= literal(2.25)), True), else_=exists(select(select(bindparam(None, 0, type_=BigInteger)).select_from(dept).where(dept.c.active).limit(1).scalar_subquery()).select_from(dept).limit(1)))).order_by((-a.c.salary), (42 - a.c.dept_id).nulls_last())

TREES.append(lambda: or_(false(), between(dept.c.id, dept.c.id, -5)))

TREES.append(lambda: collate(bindparam(None, 'a/b', type_=Unicode(5)).concat(emp.c.name).collate("NOCASE"), "nocase").collate("NOCASE"))

TREES.append(lambda: emp.c.data["b"]["c"].as_numeric(10, 2))

TREES.append(lambda: not_(emp.c.hired.in_([D(2021, 5, 6)])))

TREES.append(lambda: func.substr(cast(literal(2.25), String).concat(task.c.note), task.c.id.op('<<', return_type=Integer())(2).label(None), 2, type_=String).ilike(case(((task.c.note + task.c.note).endswith(''), 'x_y'), (emp.c.data["b"].is_(None), '?'), else_=literal('x_y').op('||')(func.substr(literal('a/b'), 1, 2, type_=String)))))

TREES.append(lambda: delete(proj).where(select(func.max(proj.c.is_open)).select_from(proj).limit(1).scalar_subquery()))

TREES.append(lambda: literal(DT(2020, 2, 29)).in_([DT(2020, 2, 29), DT(2024, 1, 2, 3, 4, 5), DT(2020, 2, 29), null()]))

TREES.append(lambda: (-proj.c.dept_id).in_(bindparam('many', [42, 10], expanding=True)))

TREES.append(lambda: update(proj).values(due=proj.c.due, title=case((not_(literal(False)), func.substr(proj.c.title, literal_column("5", Integer), 2, type_=String)), else_=case({'x_y': 'a'}, value=proj.c.title))))

TREES.append(lambda: select(func.upper(task.c.note), (~case({1: (-emp.c.dept_id)}, value=(emp.c.age - emp.c.dept_id)).between(2, (task.c.id * 2)))).select_from(emp).join(task))

TREES.append(lambda: type_coerce((case((emp.c.nick.not_in(['', 'b%', 'x_y']), 3), (emp.c.active.is_(true()), 3)) == literal(-5, BigInteger)), Boolean))

TREES.append(lambda: case(((~(~emp.c.nick.endswith(emp.c.nick))), False), (emp.c.active, True), else_=False))

TREES.append(lambda: select(func.substr(literal_column("'lc'", String), 1, 2, type_=String).op('||')(proj.c.title.collate("NOCASE"))).where((~func.coalesce(func.coalesce(proj.c.is_open, False), True))).limit(3).offset(0))

TREES.append(lambda: (func.instr(task.c.note, task.c.note, type_=Integer) / 10))

TREES.append(lambda: cast(case(((literal(D(2024, 12, 31)) == D(2021, 5, 6)), case({-5: func.trim(task.c.note, type_=String)}, value=task.c.prio, else_='b%')), (cast(case({-5: literal(True)}, value=task.c.pos, else_=false()), Boolean), ('q\\z' + task.c.note.label('lab')))), Numeric))

TREES.append(lambda: update(proj).values(is_open=(literal('b%').istartswith('a/b', escape='^') & proj.c.is_open), hours=(cast(proj.c.dept_id, Float) * (proj.c.hours % proj.c.hours))).where(cast(literal(True), Boolean), proj.c.dept_id.is_distinct_from(None)).returning(proj.c.id, (-proj.c.id).bitwise_lshift(func.instr(proj.c.title, proj.c.title, type_=Integer))))

TREES.append(lambda: select(select(func.min(proj.c.due)).select_from(proj).correlate_except(proj).scalar_subquery(), literal(DT(2024, 1, 2, 3, 4, 5)), func.length(select(emp.c.name).select_from(emp).where(dept.c.active).order_by(emp.c.id).scalar_subquery(), type_=Integer), func.min(dept.c.name).over(order_by=(dept.c.budget % Decimal("1.5")))))

TREES.append(lambda: (proj.c.tags["l"][0].as_string() == (func.ltrim(proj.c.title) + select(func.min(emp.c.nick)).select_from(emp).where(emp.c.active).scalar_subquery())).is_not(False))

TREES.append(lambda: update(task).values(prio=case(((literal(D(2021, 5, 6)) == D(2021, 5, 6)), -5)), pos=(3 // extract('day', literal(D(2021, 5, 6), Date)))).where(select((task.c.note >= task.c.note)).select_from(task).where(case({'': False}, value=task.c.note, else_=true())).scalar_subquery()))

TREES.append(lambda: (proj.c.cost + (proj.c.cost % proj.c.cost)))

TREES.append(lambda: type_coerce(emp.c.age, String(20)).icontains(func.trim(emp.c.name, type_=String)))

TREES.append(lambda: select(case((proj.c.is_open, 'Ann'), (proj.c.is_open, proj.c.title), else_=proj.c.title), func.avg(proj.c.cost, type_=Float), func.max(proj.c.title).filter(literal(True)), literal('?', literal_execute=True).op('||', precedence=9, return_type=String())(func.group_concat(literal('x_y'), type_=String))).select_from(proj).where(proj.c.is_open, proj.c.title.collate("NOCASE").iendswith('q\\z', autoescape=True, escape='!')).group_by(case((proj.c.is_open, 'Ann'), (proj.c.is_open, proj.c.title), else_=proj.c.title)).limit(5).offset(2))


@TREES.append
def _():
    u = union_all(select(dept.c.name.label('x y').label('p'), (dept.c.id + dept.c.id).label('q')), select(select(func.max(proj.c.title)).select_from(proj).scalar_subquery(), func.ifnull(task.c.id, 2, type_=Integer))).subquery('un')
    return select(bindparam(None, D(2021, 5, 6), type_=Date), func.first_value(literal(True, Boolean)).over(partition_by=[u.c.q, u.c.p], order_by=type_coerce(u.c.q, SmallInteger), rows=(-3, -1)), literal(42).label('two words')).where(and_(select(func.max(dept.c.active)).select_from(dept).where(or_(dept.c.active, literal(True, Boolean))).limit(1).scalar_subquery(), True)).order_by(select(func.count()).select_from(dept).scalar_subquery()).limit(7)

TREES.append(lambda: (case((select(proj.c.is_open).select_from(proj).limit(1).scalar_subquery(), '?'), else_='a') + 'x_y'))

TREES.append(lambda: select(case((not_(false()), (~literal(False))), (func.nullif(literal(False), literal(False), type_=Boolean), literal(-1.5, Float).between(literal(3.0), 2.25)), else_=and_(true(), True))).select_from(task).order_by(task.c.id).limit(1).scalar_subquery())

TREES.append(lambda: (literal_column("'lc'", String) != (emp.c.name + ':w').op('||', precedence=9, return_type=String())(type_coerce(literal('a/b', literal_execute=True), String(20)))))

TREES.append(lambda: select(func.instr(dept.c.name, literal_column("'lc'", String), type_=Integer), literal(10, Integer), func.max(dept.c.id).filter(dept.c.active, dept.c.active)).select_from(dept).where(dept.c.active).group_by(func.instr(dept.c.name, literal_column("'lc'", String), type_=Integer)).having(and_(func.min(dept.c.active), or_(dept.c.active, func.min(dept.c.active).filter(literal(False, Boolean))))).slice(1, 3))

TREES.append(lambda: select(func.min(dept.c.active)).select_from(dept).where((dept.c.info["b"]["c"].as_string() == '')).correlate(emp).scalar_subquery())

TREES.append(lambda: (emp.c.data["b"].as_json() == "x"))

TREES.append(lambda: cast(case((emp.c.active, bindparam(None, 3.0, type_=Float(8))), (emp.c.active, 0.5), else_=literal(0.5)), BigInteger).bitwise_xor(emp.c.age))

TREES.append(lambda: select((task.c.note + ''), func.replace(task.c.note, task.c.note, '?', type_=String), select(func.min(proj.c.cost)).select_from(proj).where(proj.c.is_open).order_by(proj.c.id).limit(1).scalar_subquery(), task.c.proj_id, func.count(task.c.proj_id.distinct()), func.substr(func.group_concat(task.c.note, type_=String), 2, 2, type_=String)).select_from(task).group_by((task.c.note + ''), func.replace(task.c.note, task.c.note, '?', type_=String)).order_by(func.replace(task.c.note, task.c.note, '?', type_=String), func.coalesce(bindparam(None, 3.0, type_=Float(8)), 3.0).desc().nulls_last()))

TREES.append(lambda: func.upper(task.c.note, type_=String).istartswith('Ann', escape='^'))


@TREES.append
def _():
    s = select(emp.c.active, emp.c.boss_id, emp.c.salary, func.coalesce((-emp.c.boss_id), -1).label('comp')).where(case(((emp.c.nick >= emp.c.nick), True), ((literal(Decimal("10")) < Decimal("10")), select(func.max(proj.c.is_open)).select_from(proj).scalar_subquery()), else_=and_(true(), emp.c.active))).order_by(emp.c.id).subquery()
    return select(cast(s.c.salary, String), literal(DT(2020, 2, 29))).select_from(proj).join(s, s.c.comp == proj.c.id).where(((case((s.c.active, proj.c.dept_id), else_=-5) / func.abs(proj.c.dept_id, type_=Integer)) > Decimal("-0.25"))).distinct().add_columns(literal(10)).order_by(func.ifnull(s.c.comp, 7, type_=Integer), func.coalesce(proj.c.hours, s.c.salary).desc()).limit(7)


@TREES.append
def _():
    s = select(emp.c.boss_id, emp.c.salary, emp.c.data, select(func.min(proj.c.id)).select_from(proj).where(func.coalesce(emp.c.active, True)).limit(1).scalar_subquery().label('comp')).where(literal(False)).distinct().subquery()
    return select((proj.c.title + 'x_y'), proj.c.title.not_in([proj.c.title, ':w'])).select_from(s).outerjoin(proj, proj.c.id == s.c.comp).where(literal(DT(2020, 2, 29)).not_in([]))

TREES.append(lambda: func.upper(func.replace(dept.c.name, 'q\\z', ':w', type_=String)).in_([]))

TREES.append(lambda: delete(dept).where(func.coalesce(dept.c.active, literal(DT(2024, 1, 2, 3, 4, 5)).is_(null()))))

TREES.append(lambda: extract('day', proj.c.due))

TREES.append(lambda: func.ltrim((dept.c.name.op('||')('b%') + 'Ann')).startswith(type_coerce(proj.c.id, String)))

TREES.append(lambda: (task.c.prio + (-task.c.prio)))


@TREES.append
def _():
    s = select(proj.c.title, proj.c.hours, proj.c.tags, func.ifnull((proj.c.id + literal_column("7", Integer)), 7, type_=Integer).label('comp')).where(not_((tuple_(proj.c.id, literal(-5)) >= tuple_(proj.c.id, proj.c.dept_id)))).order_by(proj.c.id).subquery()
    return select(s, emp.c.dept_id.bitwise_or(literal(3)), (emp.c.dept_id / s.c.hours), type_coerce(func.min(emp.c.nick).over(partition_by=[emp.c.id, s.c.title], order_by=[emp.c.hired.desc(), desc(emp.c.salary)], rows=(1, 3)), BigInteger).label('Mixed')).select_from(s).outerjoin(emp, emp.c.id == s.c.comp).where((~select(func.min(emp.c.active)).select_from(emp).where((emp.c.bonus < emp.c.bonus)).limit(1).scalar_subquery()))

TREES.append(lambda: cast((literal(2.25, Float) % -1.5), BigInteger))

TREES.append(lambda: delete(proj).where(bindparam(None, False, type_=Boolean), or_(bindparam(None, '?', type_=Text).iendswith(proj.c.title, escape='^'))))

TREES.append(lambda: func.lower(select(func.min(emp.c.nick)).select_from(emp).scalar_subquery()))

TREES.append(lambda: select((task.c.proj_id > 10), cast(emp.c.active, Boolean), case((func.max(literal(True)), Decimal("10")), else_=func.sum(emp.c.bonus)).label('n')).select_from(outerjoin(task, emp, task.c.emp_id == emp.c.id)).group_by((task.c.proj_id > 10), cast(emp.c.active, Boolean)).having(~exists(select(func.count(proj.c.id)).select_from(proj).where(proj.c.is_open))))

TREES.append(lambda: func.abs(dept.c.id.label(None), type_=Integer).bitwise_or((dept.c.info[0].as_integer() + func.ifnull(dept.c.id, 1, type_=Integer))))

TREES.append(lambda: (func.trim(emp.c.name, type_=String) + "it's"))

TREES.append(lambda: type_coerce(func.upper(proj.c.title, type_=String), String).contains(((dept.c.name + proj.c.title) + 'a/b'), escape='^'))

TREES.append(lambda: (10 * select(func.count()).select_from(dept).where(dept.c.id.is_not_distinct_from(dept.c.id)).scalar_subquery()))

TREES.append(lambda: emp.c.data["a"].as_string())


@TREES.append
def _():
    u = except_(select(case({'q\\z': emp.c.boss_id}, value=emp.c.nick, else_=emp.c.dept_id).label('p'), (2.25 % emp.c.salary).label('q')), select((-task.c.emp_id), (bindparam(None, 3.0, type_=Float) * 0.5)).where(select(func.max(bindparam(None, 2, type_=SmallInteger))).select_from(dept).where(dept.c.active).order_by(dept.c.id).limit(1).scalar_subquery().in_(select(extract('year', emp.c.seen)).select_from(emp).where(exists(1).select_from(task).where(emp.c.active)).limit(1)))).order_by('p').cte()
    return select(u.c.p.op('<<', precedence=5)(-1), func.count(literal('')).filter(literal(False, Boolean)).label('Sum'), func.min(literal('?')).filter(bindparam(None, False, type_=Boolean)).op('||')(func.min(bindparam(None, 'a/b', type_=String))), func.total(u.c.p, type_=Integer)).group_by(u.c.p.op('<<', precedence=5)(-1)).order_by(u.c.p.op('*')(3)).limit(literal(2))


@TREES.append
def _():
    a = dept.alias("e2")
    b = aliased_b = dept.alias()
    return select(b.c.info[0].as_json(), a.c.info[("l", 0)].as_string()).select_from(a.outerjoin(b, a.c.id == b.c.id + 1)).where((-func.length(a.c.name, type_=Integer)).in_([10, 2, 7])).order_by(case({"it's": b.c.name}, value=literal(':w'), else_=a.c.name).desc().nulls_last(), (b.c.id + literal(-5)).desc())

TREES.append(lambda: select(emp.c.seen, (~task.c.note.not_in([':w', 'x_y', 'x_y']))).where(task.c.emp_id == emp.c.id).where(emp.c.dept_id.label('x y').op('>', is_comparison=True)(func.coalesce((emp.c.boss_id // task.c.proj_id), 2))))

TREES.append(lambda: select(func.max(literal(2.25)).filter(proj.c.is_open).over(order_by=select(task.c.prio).select_from(task).where(proj.c.is_open).order_by(task.c.id).scalar_subquery()).label('order')).select_from(proj).distinct().order_by(desc('order')).limit(4))

TREES.append(lambda: func.ifnull(case((proj.c.due.is_distinct_from(literal(D(2021, 5, 6))), func.abs(proj.c.dept_id, type_=Integer)), (select(literal(False, Boolean)).select_from(dept).scalar_subquery(), func.abs(literal(3), type_=Integer)), else_=func.ifnull(literal(2), proj.c.id, type_=Integer)), 0, type_=Integer))


@TREES.append
def _():
    s = select(task.c.pos, task.c.note, task.c.id, ((task.c.id // task.c.prio) - 0).label('comp')).where(func.coalesce(literal_column("1.5", Float), 0.5).is_not_distinct_from(-1.5)).limit(5).cte("sq")
    return select(func.max(s.c.note).over(partition_by=[s.c.comp, s.c.note], order_by=select(func.max(literal(False))).select_from(dept).limit(1).scalar_subquery(), groups=(None, 1)), func.substr(s.c.note.op('||', precedence=6, return_type=String())('a').op('||')('b%'), 2, 2, type_=String).label('two words')).where(case((bindparam(None, False, type_=Boolean), s.c.id), (false(), -5), else_=2).is_not_distinct_from(case((literal(False), 3), (false(), s.c.pos), else_=0)), select(proj.c.title).select_from(proj).scalar_subquery().bool_op('GLOB')('b%'))

TREES.append(lambda: func.nullif(collate(collate(emp.c.nick, "nocase"), "nocase"), 'b%', type_=String))

TREES.append(lambda: update(task).values(done=case((task.c.note.icontains('', autoescape=True, escape='!'), task.c.done), else_=task.c.done), pos=task.c.id).where((bindparam(None, D(2024, 12, 31), type_=Date) == D(2024, 12, 31)), task.c.note.like(task.c.note, escape='/')))

TREES.append(lambda: bitwise_not((task.c.id + -5)).op('-', precedence=5)((42 // emp.c.age.bitwise_xor(42))))

TREES.append(lambda: select(emp.c.name, not_((~func.lead(emp.c.active).over(order_by=emp.c.bonus.asc())))).select_from(task).join(emp, task.c.emp_id == emp.c.id, full=True).where((~func.trim(emp.c.name.op('||', precedence=1, return_type=String())('a/b'), type_=String).istartswith('b%', autoescape=True))).with_only_columns(func.nullif(emp.c.dept_id, literal(-1), type_=Integer), (task.c.note + task.c.note)))

TREES.append(lambda: (emp.c.data["b"]["c"].as_json() != None))

TREES.append(lambda: (literal(1, literal_execute=True) <= extract('month', literal(DT(2020, 2, 29)))))

TREES.append(lambda: select((dept.c.budget - Decimal("10"))).select_from(dept).where(select(false()).select_from(dept).where(dept.c.active).limit(1).scalar_subquery()).order_by(dept.c.id).scalar_subquery())

TREES.append(lambda: collate(func.ltrim(bindparam(None, '', type_=String), type_=String), "nocase").concat(-5))

TREES.append(lambda: (cast(proj.c.hours, Integer) - func.instr(proj.c.title, proj.c.title, type_=Integer)).op('|')(func.instr(proj.c.title, 'a/b', type_=Integer).bitwise_xor(0)))


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='my vals').data([(-5, ':w'), (0, "it's")]).cte()
    return select(func.substr(collate(v.c.w, "nocase"), extract('year', literal(DT(2020, 2, 29), DateTime)), 2, type_=String)).where(v.c.w.op('||', precedence=1, return_type=String())(v.c.w).ilike(func.upper(literal('Ann'), type_=String), escape='!'), literal(False))

TREES.append(lambda: intersect(select((task.c.emp_id.bitwise_xor(task.c.pos) - 1), (task.c.id.bitwise_rshift(literal(-1)) / (bindparam(None, 0.5, type_=Float(8)) * literal(2.25)))), select(case(((task.c.emp_id != task.c.proj_id), -1), else_=(task.c.emp_id // task.c.emp_id)), ((literal(0.5) * literal(3.0, Float)) - literal(2.25))), select(((dept.c.id * 2) + func.ifnull(dept.c.id, dept.c.id, type_=Integer)), ((literal_column("1.5", Float) + literal(0.5)) / case((dept.c.active, 0), else_=dept.c.id)))).order_by(text('1 DESC')))

TREES.append(lambda: func.coalesce(true(), emp.c.salary.in_((3.0, None))))

TREES.append(lambda: intersect(select((type_coerce(emp.c.name, Unicode(5)) + (emp.c.name + emp.c.nick)), emp.c.name).where(select(literal(False)).select_from(task).where(literal(True)).scalar_subquery(), (emp.c.salary == emp.c.salary)), select(dept.c.name, func.lower(func.coalesce(dept.c.name, ''), type_=String)), select(proj.c.title, func.lower(func.substr(proj.c.title, 1, 2, type_=String), type_=String)).where((~(proj.c.cost < proj.c.cost)))).order_by(literal_column('1')))


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

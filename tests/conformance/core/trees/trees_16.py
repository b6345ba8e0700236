"""Random expression trees, seed 16: the text and parameters of 100 generated expressions and statements."""
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
TREES.append(lambda: select((literal_column("1.5", Float) * func.coalesce(proj.c.hours, 3.0)), func.count().filter(dept.c.active).over(partition_by=true(), order_by=proj.c.id, groups=(None, 1)).bitwise_or((proj.c.id + 42)).bitwise_and(-1), func.max(dept.c.active).over(order_by=desc((literal(2) // proj.c.id)), groups=(0, 0))).select_from(outerjoin(proj, dept, proj.c.dept_id == dept.c.id)).where(dept.c.active))


@TREES.append
def _():
    s = select(emp.c.active, emp.c.boss_id, emp.c.age, func.instr((emp.c.name + emp.c.name), (emp.c.name + ''), type_=Integer).label('comp')).where(select(func.max(proj.c.is_open)).select_from(proj).where(func.nullif(proj.c.is_open, False, type_=Boolean)).scalar_subquery()).distinct().subquery("sq")
    return select(literal(0.5)).where(func.coalesce(custom_op('+')(literal(42, BigInteger), bindparam(None, -1, type_=Integer)), 10).is_not(None)).with_only_columns(case((s.c.active, s.c.comp), (s.c.active, s.c.boss_id), else_=s.c.boss_id), type_coerce(s.c.boss_id, String(20))).order_by((literal('Ann') != literal_column("'lc'", String)).desc().nulls_first(), func.substr(literal('?', literal_execute=True), s.c.boss_id, 2, type_=String))

TREES.append(lambda: select(task.c.prio.label('two words')).join_from(task, proj).where((-5 + literal(-1)).bool_op('<>', precedence=7)(cast(proj.c.id, SmallInteger)), ((proj.c.id + literal(2, BigInteger)) != null())).order_by(proj.c.due.desc().nulls_first()).limit(bindparam('lim', 3)))

TREES.append(lambda: select(proj.c.tags, proj.c.tags["a"]).join_from(task, proj, task.c.proj_id == proj.c.id).where(cast(task.c.note.iendswith(select(literal('a')).select_from(proj).where(literal(False)).order_by(proj.c.id).scalar_subquery()), Boolean)).order_by(proj.c.is_open))

TREES.append(lambda: ((proj.c.cost + Decimal("10")) // Decimal("10")))


@TREES.append
def _():
    a = task.alias(name="x y")
    b = aliased_b = task.alias()
    return select(func.ltrim(a.c.note, type_=String), emp.c.data[("l", 0)], func.max(literal(True)).over().label('lab1')).where(a.c.id < b.c.id).where((~(func.nullif(b.c.done, a.c.done, type_=DateTime) != None))).prefix_with('ALL')

TREES.append(lambda: delete(dept).where(((dept.c.budget + Decimal("-0.25")).in_(select(func.min(literal(Decimal("10"), Numeric(8, 2)))).select_from(task).where((literal(Decimal("10")) > literal(Decimal("1.5"))))) == True)).returning(dept.c.id))

TREES.append(lambda: (-((emp.c.bonus + literal(Decimal("-0.25"))) + func.length(literal(''), type_=Integer))))

TREES.append(lambda: ((custom_op('%', precedence=8)(task.c.id, 10) % 7).bitwise_xor(case((case((bindparam(None, False, type_=Boolean), False)), (-task.c.prio)), (between(literal(3.0), literal_column("1.5", Float), literal_column("1.5", Float)), func.instr(task.c.note, '', type_=Integer)), else_=task.c.pos.bitwise_lshift(task.c.emp_id))) // (emp.c.data["l"][0].as_integer() // 0).op('|')(cast((0.5 // bindparam(None, 0.5, type_=Float(8))), SmallInteger))))

TREES.append(lambda: ((custom_op('|', precedence=15)(emp.c.age, -5).label('x y') / (3.0 + case((emp.c.active, -1.5), (emp.c.active, emp.c.salary), else_=emp.c.salary))) + 0.5))

TREES.append(lambda: delete(proj).where(((func.round(literal_column("1.5", Float), 1, type_=Float) / (proj.c.hours * 2.25)) != 0.5)))


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='vals').data([(0, 'a'), (1, 'a')]).cte()
    return select(emp.c.data["a"].as_json(), literal(D(2021, 5, 6)), func.max(v.c.w).over().label('Mixed')).where(select(func.max(emp.c.active)).select_from(emp).limit(1).scalar_subquery()).order_by(desc(v.c.w.concat('Ann')), (v.c.k + v.c.k))

TREES.append(lambda: select(proj, proj.c.cost, func.nullif(proj.c.title, literal('q\\z'), type_=String).endswith(':w', escape='^'), extract('year', literal(DT(2020, 2, 29)))).select_from(proj).where((literal(DT(2024, 1, 2, 3, 4, 5)) >= func.coalesce(literal(DT(2024, 1, 2, 3, 4, 5)), DT(2020, 2, 29))), proj.c.is_open).order_by(select(func.max(literal(D(2021, 5, 6)))).select_from(task).where(proj.c.is_open).correlate(proj).scalar_subquery().desc(), func.nullif(proj.c.hours, proj.c.hours, type_=Float)))

TREES.append(lambda: (7 % dept.c.info[("l", 0)].as_integer()))

TREES.append(lambda: select(emp.c.seen, emp.c.nick, dept.c.name.is_not_distinct_from(emp.c.nick)).select_from(emp).join(dept).join(task).where(((-emp.c.age).bitwise_rshift(cast(emp.c.name, Integer)) != (literal_column("5", Integer) + 2))).limit(5).offset(2))

TREES.append(lambda: func.length(func.nullif(dept.c.name, dept.c.name, type_=String), type_=Integer))

TREES.append(lambda: (proj.c.dept_id.op('<<')(42) * func.abs(bindparam(None, 3, type_=SmallInteger), type_=Integer)).bitwise_not().op('>', is_comparison=True)(42))

TREES.append(lambda: select(emp.c.data[0]).select_from(emp).where((case((cast(literal(False), Boolean), DT(2020, 2, 29))) >= DT(2024, 1, 2, 3, 4, 5))).limit(1).scalar_subquery())

TREES.append(lambda: select(case((proj.c.is_open, literal(42, Integer)), (literal(False), proj.c.dept_id), else_=7), func.avg(proj.c.cost, type_=Float).filter(false()), func.count(distinct(proj.c.title)), func.nullif(literal(1), 2, type_=Integer)).select_from(proj).where(type_coerce(not_(select(func.max(literal(True))).select_from(dept).where(dept.c.active).limit(1).scalar_subquery()), Boolean)).group_by(case((proj.c.is_open, literal(42, Integer)), (literal(False), proj.c.dept_id), else_=7)))

TREES.append(lambda: ('' + type_coerce(task.c.id, String(20))).op('||', precedence=9, return_type=String())('').startswith('a', autoescape=True, escape='!'))

TREES.append(lambda: (proj.c.id + 10).in_(select(func.min(proj.c.id)).select_from(proj).where(proj.c.title.not_like('')).correlate(proj)))

TREES.append(lambda: select((task.c.pos // 3), task.c.prio, func.upper(task.c.note)).select_from(task).where(literal(True)))

TREES.append(lambda: and_(true(), ~select(func.min(dept.c.id)).select_from(dept).where((task.c.note >= dept.c.name.concat(task.c.note))).exists()))

TREES.append(lambda: case({'a': 1}, value=cast((-(bindparam(None, 42, type_=BigInteger) // dept.c.id)), String(20))))

TREES.append(lambda: select(case((emp.c.active, emp.c.nick)), select(func.max(literal(2.25, Float(8)))).select_from(task).correlate_except(task).scalar_subquery().label('two words')).order_by('two words', emp.c.dept_id.is_distinct_from(literal(7, Integer))))

TREES.append(lambda: delete(proj).where(proj.c.tags[("l", 0)].as_boolean()).returning(proj.c.id))

TREES.append(lambda: update(task).values(done=case((literal(-5).not_in([task.c.proj_id, 1]), DT(2020, 2, 29)), (and_(false(), False), DT(2020, 2, 29)), else_=DT(2024, 1, 2, 3, 4, 5)), pos=func.instr(task.c.note.op('||', precedence=9, return_type=String())('a'), ':w', type_=Integer)).where(tuple_((7 % task.c.emp_id), (task.c.note + task.c.note)).in_([(-5, '?'), (2, ':w')])).returning(task.c.id, (literal(3, literal_execute=True) - task.c.emp_id).op('-', precedence=15)(0)))

TREES.append(lambda: update(emp).values(salary=(case((emp.c.active, 3.0), (emp.c.active, emp.c.salary), else_=2.25) * 3.0), hired=emp.c.hired).where(((emp.c.id * emp.c.age) == 3)).returning(emp.c.id, func.abs(case((emp.c.active, emp.c.dept_id), (true(), 2), else_=42), type_=Integer)))

TREES.append(lambda: (-cast((literal(3.0) * dept.c.id), Numeric)).is_not_distinct_from(((Decimal("-0.25") * (dept.c.budget - literal(0))) + func.abs(case((dept.c.active, 42), (dept.c.active, dept.c.id)), type_=Integer))))

TREES.append(lambda: delete(task).where(true()))

TREES.append(lambda: ((type_coerce(func.upper(task.c.note), SmallInteger) * (-(-proj.c.cost))) + proj.c.cost))

TREES.append(lambda: update(proj).values(due=proj.c.due, hours=cast(func.ifnull(proj.c.dept_id, proj.c.id, type_=Integer), Float)).where((proj.c.tags[0].as_json() == [1, 2])).returning(proj.c.id, (literal(2, literal_execute=True).bitwise_not() // type_coerce(proj.c.title, SmallInteger))))

TREES.append(lambda: (extract('month', emp.c.hired) == 3))

TREES.append(lambda: literal('Ann', String).concat(literal('q\\z')).concat(select(func.min(task.c.prio)).select_from(task).where(literal(False)).limit(1).scalar_subquery()).concat("it's"))

TREES.append(lambda: intersect(select((select(func.min(dept.c.name)).select_from(dept).limit(1).scalar_subquery() + 'a/b'), case((false(), dept.c.name), (dept.c.active, dept.c.name), else_=dept.c.name).op('||', precedence=1, return_type=String())(('Ann' + dept.c.name))).where(dept.c.active, dept.c.name.op('LIKE', is_comparison=True, precedence=5)(dept.c.name)), select(func.ltrim(('?' + emp.c.name)), (emp.c.nick + emp.c.nick).collate("NOCASE")).where(case((emp.c.id.not_in([literal_column("7", Integer), 7]), (~literal('').between(emp.c.nick, literal('a/b', Text)))), else_=False)), select(cast((proj.c.title + ':w'), String(20)), select(func.min(literal('Ann'))).select_from(task).order_by(task.c.id).limit(1).scalar_subquery()).where((proj.c.dept_id + proj.c.dept_id).in_(select(literal(10)).select_from(emp).where(tuple_(emp.c.id, proj.c.title).not_in([(-5, 'a/b'), (0, "it's")])).limit(1)))))

TREES.append(lambda: func.nullif(select((proj.c.id.op('<<', precedence=8)(bindparam(None, 0, type_=Integer)) >= 2)).select_from(proj).where(func.replace(proj.c.title, dept.c.name, proj.c.title, type_=String).contains('b%', autoescape=True)).scalar_subquery(), case(((dept.c.info["a"] == {"a": 1}), -1), else_=3).is_not_distinct_from(extract('year', dept.c.opened).op('*', precedence=-1)(case((true(), 2), else_=dept.c.id))), type_=Boolean))

TREES.append(lambda: case({-5: Decimal("-0.25")}, value=func.instr(proj.c.title, proj.c.title, type_=Integer), else_=Decimal("1.5")))

TREES.append(lambda: func.coalesce(cast(literal_column("1", Integer), Float), (proj.c.hours + 0.5)))

TREES.append(lambda: or_((~select(emp.c.salary).select_from(emp).where(emp.c.active).scalar_subquery().between(-1.5, literal_column("1.5", Float))), true(), not_((~emp.c.active))))

TREES.append(lambda: except_(select(func.lower(select(func.min(proj.c.title)).select_from(proj).order_by(proj.c.id).limit(1).scalar_subquery()), func.abs(cast(task.c.note, Integer), type_=Integer)), select(func.replace(task.c.note, task.c.note, task.c.note, type_=String).op('||')(''), (0 - task.c.prio)).where(and_((task.c.proj_id <= task.c.proj_id), or_(emp.c.data[0].as_boolean(), literal(False, Boolean)))), select((emp.c.nick + "it's").collate("NOCASE"), (-5 // func.coalesce(emp.c.boss_id, -1))).where((~emp.c.nick.not_ilike(emp.c.name, escape='/')), not_(emp.c.active))).order_by(literal_column('1')))

TREES.append(lambda: task.c.done.in_([DT(2024, 1, 2, 3, 4, 5)]))

TREES.append(lambda: update(task).values(note=('a/b' + task.c.note), prio=((task.c.proj_id // -5) * 1)).where(exists(select(func.count()).select_from(emp).order_by(emp.c.id).correlate(task))))

TREES.append(lambda: select(task.c.note.bool_op('GLOB')(''), func.avg(literal(Decimal("10")), type_=Float).label('total'), func.ifnull(func.count(distinct(task.c.note)), func.count(task.c.note), type_=Integer), func.total(task.c.emp_id, type_=Integer).label(None)).select_from(task).group_by(task.c.note.bool_op('GLOB')('')).having((func.aggregate_strings(task.c.note, ', ') >= 'b%')))

TREES.append(lambda: select(func.min(dept.c.budget)).select_from(dept).order_by(dept.c.id).scalar_subquery())


@TREES.append
def _():
    a = proj.alias(name="x y")
    b = aliased_b = proj.alias()
    return select((a.c.title + 'q\\z'), b.c.tags["b"].as_string()).select_from(a).join(b, a.c.id == b.c.id).where(not_(func.coalesce(a.c.title.not_in(select(emp.c.nick).select_from(emp)), b.c.is_open)))

TREES.append(lambda: (proj.c.tags["b"]["c"].as_string() + func.ltrim(collate(cast(literal('a/b', String(20)), Unicode(5)), "nocase"))))

TREES.append(lambda: func.trim(emp.c.nick).collate("NOCASE").op('||', precedence=6, return_type=String())(func.substr(func.trim(emp.c.name), (emp.c.age % 7), 2, type_=String)))

TREES.append(lambda: proj.c.tags[0].as_boolean())

TREES.append(lambda: (dept.c.info[("l", 0)].as_json() == 5))

TREES.append(lambda: insert(task).values(prio=literal_column("6", Integer).bitwise_not(), note=((literal('') + literal('')) + func.substr(literal("it's", Unicode(5)), 2, 2, type_=String)), pos=select(func.coalesce(proj.c.dept_id, 10)).select_from(proj).where(proj.c.is_open).scalar_subquery()))

TREES.append(lambda: ((-1 + emp.c.age.bitwise_not()) == (type_coerce(emp.c.name, BigInteger) % 42)))

TREES.append(lambda: (type_coerce(emp.c.name, String) + func.replace(emp.c.nick.op('||')(emp.c.nick), '?', (emp.c.name + emp.c.name), type_=String)).op('||')((emp.c.name + select(func.min(literal('Ann', String(20)))).select_from(dept).where(select(bindparam(None, False, type_=Boolean)).select_from(dept).where(dept.c.active).order_by(dept.c.id).scalar_subquery()).scalar_subquery())))

TREES.append(lambda: except_(select(((-literal_column("1.5", Float)) + (literal_column("1.5", Float) + literal(0.5))), case(((dept.c.info["a"].as_string() == dept.c.name), func.substr(bindparam(None, 'a', type_=Text), 1, 2, type_=String)))).where((~between(dept.c.id, -1, 2)), dept.c.info[0].as_boolean()), select(func.round((task.c.id / literal_column("1.5", Float)), 1, type_=Float), literal("it's").collate("NOCASE").concat(select(func.min(emp.c.nick)).select_from(emp).limit(1).scalar_subquery())).where(emp.c.data[0].as_boolean())).limit(3))

TREES.append(lambda: func.coalesce((-(emp.c.boss_id * bindparam(None, 7, type_=BigInteger))), ((emp.c.id * emp.c.dept_id) - emp.c.age.op('<<', precedence=-1)(1))))

TREES.append(lambda: (-((task.c.proj_id % 1).op('<<', precedence=-1)(-5) + func.abs(task.c.id, type_=Integer).label('lab'))))

TREES.append(lambda: case((dept.c.active, False), else_=True))

TREES.append(lambda: select(task.c.id).where((Decimal("10") % literal(Decimal("10"))).is_not_distinct_from((bindparam(None, Decimal("10"), type_=Numeric(8, 2)) - Decimal("-0.25"))), and_(literal('').bool_op('GLOB')(''), task.c.prio.bool_op('<>', precedence=5)(literal(0)), literal(False))).slice(1, 3))

TREES.append(lambda: func.substr(func.trim(emp.c.name, type_=String), extract('day', emp.c.seen), 2, type_=String))

TREES.append(lambda: func.abs(custom_op('|', return_type=Integer())(func.instr(task.c.note, task.c.note, type_=Integer).label('x y'), func.ifnull(task.c.prio.bitwise_or(7), 3, type_=Integer)), type_=Integer))

TREES.append(lambda: ~exists(select(func.max(proj.c.id)).select_from(proj).where((proj.c.tags[("b", "c")] != None))))

TREES.append(lambda: select(emp, emp.c.hired, emp.c.seen, func.replace(emp.c.nick, '', 'a', type_=String), emp.c.data[("b", "c")]).select_from(emp).join(dept, emp.c.dept_id == dept.c.id, full=True).where((null() == case((case((emp.c.active, False), else_=True), extract('year', emp.c.seen)), (select(func.min(dept.c.active)).select_from(dept).order_by(dept.c.id).scalar_subquery(), (emp.c.dept_id * dept.c.id)), else_=(-emp.c.age)))).order_by(func.coalesce(emp.c.bonus, emp.c.bonus).desc(), func.replace(emp.c.nick, dept.c.name, "it's", type_=String).asc()))

TREES.append(lambda: func.length((('a' + dept.c.name) + '?'), type_=Integer).is_(None))

TREES.append(lambda: intersect(select((7 - proj.c.tags["b"].as_integer()), (case({'a/b': proj.c.dept_id}, value=proj.c.title, else_=3) - (proj.c.id * 2))).where((proj.c.dept_id - 3).op('>', is_comparison=True)(0)), intersect(select(case({-5: 0}, value=(task.c.pos * 3)), func.abs((literal(42) % task.c.prio), type_=Integer)).where(select(task.c.note).select_from(task).where(literal(False)).scalar_subquery().in_(('', None))), select(select(func.count(1)).select_from(emp).where(false()).scalar_subquery().bitwise_lshift(select(func.max(dept.c.id)).select_from(dept).where(proj.c.is_open).scalar_subquery()), (proj.c.dept_id.bitwise_not() - 0)).where(select(func.min(literal(DT(2024, 1, 2, 3, 4, 5)))).select_from(dept).correlate_except(dept).scalar_subquery().not_in([DT(2024, 1, 2, 3, 4, 5), DT(2024, 1, 2, 3, 4, 5), DT(2024, 1, 2, 3, 4, 5)]))).subquery().select()).limit(3))

TREES.append(lambda: (func.instr(dept.c.name, 'b%', type_=Integer) % (-dept.c.id)))

TREES.append(lambda: select((((2 * task.c.proj_id) + task.c.prio.bitwise_and(literal(10))) * func.coalesce((literal(7) - -1), dept.c.info[0].as_integer())), case({"it's": func.lower(emp.c.name)}, value=cast(emp.c.salary, Text), else_=dept.c.name.concat(task.c.note)), task.c.id, func.coalesce(dept.c.active, True)).select_from(dept.outerjoin(join(emp, task, isouter=True))).where(case((((task.c.id + 1) == 0), emp.c.hired.between(dept.c.opened, D(2024, 12, 31))), else_=case((select(func.min(proj.c.is_open)).select_from(proj).where(proj.c.is_open).order_by(proj.c.id).limit(1).scalar_subquery(), task.c.note.like('q\\z')), (emp.c.boss_id.in_([]), (~between(emp.c.name, task.c.note, literal('a'))))))))

TREES.append(lambda: select(select(func.max(literal(DT(2020, 2, 29)))).select_from(proj).where((proj.c.is_open & literal(False, Boolean))).limit(1).scalar_subquery()).select_from(emp).outerjoin(dept, emp.c.dept_id == dept.c.id).where(case({1: (dept.c.info[("l", 0)] != None)}, value=func.coalesce(emp.c.boss_id, dept.c.id).label('lab'), else_=type_coerce(emp.c.name.ilike(':w', escape='/'), Boolean))))

TREES.append(lambda: func.nullif(case((func.coalesce(between(emp.c.nick, emp.c.name, emp.c.nick), False), True), (case({'a': select(literal(False)).select_from(task).where(literal(True)).scalar_subquery()}, value=func.coalesce(emp.c.name, emp.c.name), else_=~exists(literal_column('1')).select_from(task).where(emp.c.active)), True)), True, type_=Boolean))

TREES.append(lambda: update(proj).values(cost=((literal(-5) * proj.c.cost) // Decimal("-0.25")), hours=select(func.max(emp.c.salary)).select_from(emp).where(emp.c.id.not_in(select(func.min(emp.c.dept_id)).select_from(emp).limit(1))).scalar_subquery()).returning(proj.c.id, func.ifnull((proj.c.dept_id * proj.c.id), func.length(proj.c.title, type_=Integer), type_=Integer)))

TREES.append(lambda: func.ltrim(dept.c.info["b"]["c"].as_string()))

TREES.append(lambda: dept.c.info["a"].as_boolean())

TREES.append(lambda: type_coerce(func.length((emp.c.nick + 'Ann').op('||', precedence=1, return_type=String())('Ann'), type_=Integer), SmallInteger))

TREES.append(lambda: select(emp.c.name.in_(["it's", '', '?']), emp.c.id.not_in((2, None)), func.max(emp.c.bonus).label('total'), func.avg(literal(Decimal("-0.25")), type_=Float), func.max(emp.c.dept_id).bitwise_and(emp.c.boss_id), func.abs(func.count(distinct(emp.c.name)).filter(emp.c.active), type_=Integer)).where(not_(literal('Ann').op('||', precedence=9, return_type=String())(emp.c.nick).op('LIKE', is_comparison=True, precedence=5)(''))).group_by(emp.c.name.in_(["it's", '', '?']), emp.c.id.not_in((2, None))).order_by(emp.c.name.in_(["it's", '', '?']), desc((~literal(-1.5).between(3.0, emp.c.salary)))).limit(6))

TREES.append(lambda: (proj.c.due != proj.c.due))

TREES.append(lambda: insert(task).values(prio=literal(-5, literal_execute=True), note=(literal('a', literal_execute=True) + "it's").collate("NOCASE"), pos=select(custom_op('<<')(proj.c.dept_id, 10)).select_from(proj).where(case((true(), true()), (proj.c.is_open, proj.c.is_open), else_=proj.c.is_open)).scalar_subquery()).returning(task.c.id, (task.c.proj_id // -1)))


@TREES.append
def _():
    s = select(task.c.emp_id, task.c.done, task.c.prio, ((2 + task.c.prio) + (task.c.emp_id // task.c.proj_id)).label('comp')).where(literal(D(2021, 5, 6)).not_in(select(emp.c.hired).select_from(emp).where(emp.c.bonus.in_([emp.c.bonus, Decimal("-0.25")])))).subquery("sq")
    return select(not_(literal(True)), case({'q\\z': literal(':w')}, value=literal('Ann', String), else_=literal('q\\z', literal_execute=True)), func.count(literal_column("4", Integer).distinct()).label('total'), func.group_concat(literal("it's"), type_=String).filter(literal(False)), func.sum(literal(-1)), select(func.count(1)).select_from(emp).where(emp.c.active).scalar_subquery()).group_by(not_(literal(True)), case({'q\\z': literal(':w')}, value=literal('Ann', String), else_=literal('q\\z', literal_execute=True))).having(literal("it's").istartswith(bindparam(None, 'a/b', type_=Text)))

TREES.append(lambda: select(func.length(task.c.note, type_=Integer), emp.c.dept_id, (emp.c.salary % emp.c.salary).label('total'), (func.count(distinct(emp.c.nick)) / emp.c.salary), (func.sum(emp.c.bonus) % emp.c.bonus)).join_from(task, emp, task.c.emp_id == emp.c.id).where((task.c.done >= DT(2024, 1, 2, 3, 4, 5))).group_by(func.length(task.c.note, type_=Integer), emp.c.dept_id).having(func.max(emp.c.salary).is_not_distinct_from(2.25)).order_by(func.length(task.c.note, type_=Integer)))

TREES.append(lambda: select(emp, case({42: func.ltrim(emp.c.name, type_=String)}, value=emp.c.id.bitwise_or(42), else_=(emp.c.nick + emp.c.nick)), (select(func.min(dept.c.name)).select_from(dept).where(case((dept.c.active, False), (dept.c.active, True), else_=False)).order_by(dept.c.id).limit(1).scalar_subquery() + 'x_y'), emp.c.hired, (literal(1) // emp.c.boss_id)).distinct())

TREES.append(lambda: (case((literal(D(2024, 12, 31)).in_([D(2024, 12, 31), D(2024, 12, 31)]), (literal(Decimal("10")) / literal(7))), (literal(False), (Decimal("1.5") % literal(Decimal("1.5"))))) <= literal(Decimal("-0.25"))))


@TREES.append
def _():
    j = func.json_each(proj.c.tags, '$.l').table_valued('key', column('value', Integer), name='je')
    return select(j.c.key, proj.c.id, tuple_(proj.c.id.bitwise_rshift(literal(0)), func.substr(proj.c.title, 1, 2, type_=String)).in_([(1, 'q\\z'), (3, 'a')]).label('two words')).where(not_(and_(proj.c.is_open, proj.c.is_open)), literal(True)).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)

TREES.append(lambda: and_(emp.c.data["b"]["c"].as_boolean(), True))

TREES.append(lambda: insert(task).values(prio=(-literal(0)), note=(('q\\z' + bindparam(None, '', type_=String(20))) + func.ltrim(literal('x_y'), type_=String)), pos=select(func.count()).select_from(emp).order_by(emp.c.id).limit(1).scalar_subquery()))

TREES.append(lambda: func.trim((func.substr(emp.c.nick, emp.c.age, 2, type_=String) + (literal('q\\z') + emp.c.name))))

TREES.append(lambda: select(task, emp.c.data["l"][0], func.lead(emp.c.active).over(order_by=[emp.c.age.bitwise_xor(0), emp.c.active.desc()])).select_from(outerjoin(task, emp, task.c.emp_id == emp.c.id)).distinct().add_columns(cast(emp.c.age, BigInteger)).order_by((Decimal("10") // literal(Decimal("1.5"))).desc()).slice(1, 3))

TREES.append(lambda: task.c.prio.bool_op('<>', precedence=5)((literal(-5) * 3)))

TREES.append(lambda: func.substr(literal('a/b'), 2, 2, type_=String).ilike((dept.c.name + ''), escape='/'))

TREES.append(lambda: select(func.first_value(literal(False)).over(partition_by=dept.c.active, order_by=dept.c.opened.asc(), rows=(None, None)), dept.c.id.op('<<', precedence=8)(literal_column("5", Integer)).op('%', precedence=8)(func.ntile(2).over(order_by=dept.c.opened, rows=(None, 0))), (-(proj.c.id / 10)).is_(None), (10 % proj.c.dept_id).bitwise_rshift(select(func.count()).select_from(dept).scalar_subquery())).join_from(proj, dept, proj.c.dept_id == dept.c.id))

TREES.append(lambda: emp.c.data["b"]["c"].as_json())

TREES.append(lambda: insert(task).values(prio=bindparam(None, -1, type_=BigInteger).op('<<', precedence=15)(1), note=case({'?': ':w'}, value=func.substr(literal('Ann'), literal(1), 2, type_=String), else_=(literal('a') + literal_column("'lc'", String))), pos=select(func.min(task.c.prio)).select_from(task).where((literal_column("5", Integer) >= task.c.emp_id)).limit(1).scalar_subquery()))

TREES.append(lambda: between(case({0: (func.instr(proj.c.title, '', type_=Integer) - literal_column("7", Integer).op('*', return_type=Integer())(proj.c.id))}, value=proj.c.dept_id, else_=(0 + literal_column("4", Integer).bitwise_and(1))), select(func.min(emp.c.id)).select_from(emp).where((~proj.c.title.in_(['', 'a', ':w']))).limit(1).scalar_subquery(), (custom_op('>>', precedence=5)((literal(10) * literal(10)), 7) % 10)))

TREES.append(lambda: update(proj).values(due=proj.c.due, title=case(((literal(3, Integer) == 10), ':w'))).where(not_(proj.c.is_open), proj.c.is_open))

TREES.append(lambda: func.coalesce(case(((dept.c.name != func.lower(dept.c.name)), True), (dept.c.info[("l", 0)].as_boolean(), (literal(0.5) != None)), else_=literal(DT(2020, 2, 29)).not_in([DT(2024, 1, 2, 3, 4, 5)])), (dept.c.info["l"][0].as_string() == func.replace((dept.c.name + dept.c.name), ':w', '?', type_=String))))


@TREES.append
def _():
    a = emp.alias("e2")
    b = aliased_b = emp.alias()
    return select(b.c.data["l"][0], case({-5: Decimal("10")}, value=b.c.id, else_=a.c.bonus), b.c.nick.op('||', precedence=9, return_type=String())(b.c.name)).select_from(a).join(b, a.c.id == b.c.id).where(b.c.active).order_by(desc(func.substr(bindparam(None, 'a/b', type_=Unicode(5)), literal(42), 2, type_=String)))

TREES.append(lambda: func.abs(proj.c.dept_id.label('x y'), type_=Integer).bitwise_rshift(extract('year', literal(DT(2020, 2, 29))).op('%', precedence=-1)((3 * func.coalesce(proj.c.id, -1)))))

TREES.append(lambda: ((cast(select(func.max(literal('?'))).select_from(dept).where(dept.c.active).scalar_subquery(), Integer) / ((0.5 // literal(-1.5)) * 0.5)) <= 0.5))

TREES.append(lambda: update(emp).values(age=func.length(literal('?'), type_=Integer), seen=emp.c.seen).where(not_(not_(emp.c.active))))


@TREES.append
def _():
    j = func.json_each(emp.c.data, '$.l').table_valued('key', column('value', Integer), name='je')
    return select(custom_op('<<')(emp.c.id, emp.c.id), case({'b%': emp.c.active}, value=literal(':w'), else_=True), func.avg(emp.c.salary, type_=Float).filter(emp.c.active).label('n'), emp.c.age.op('%', precedence=-1)(7)).group_by(custom_op('<<')(emp.c.id, emp.c.id), case({'b%': emp.c.active}, value=literal(':w'), else_=True)).having((~literal_column("3", Integer).between(func.total(emp.c.boss_id, type_=Integer), func.count())))

TREES.append(lambda: select(func.min(emp.c.nick)).select_from(emp).where(and_(true(), (emp.c.seen < emp.c.seen))).limit(1).scalar_subquery())

TREES.append(lambda: proj.c.tags["b"]["c"].as_json())

TREES.append(lambda: select(emp.c.hired, (func.max(bindparam(None, 3.0, type_=Float)).filter(cast(emp.c.active, Boolean)).over(order_by=case({2: emp.c.bonus}, value=literal(1))) / 3.0).label('id')).outerjoin_from(emp, task))

TREES.append(lambda: except_(select(cast((literal(0.5) * literal(3.0)), Integer), cast((3 - task.c.pos), String(20))), select((func.ifnull(emp.c.boss_id, 10, type_=Integer) * func.instr(emp.c.nick, '', type_=Integer)), (collate(emp.c.name, "nocase") + '?'))))


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

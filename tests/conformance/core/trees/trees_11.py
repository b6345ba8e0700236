"""Random expression trees, seed 11: the text and parameters of 100 generated expressions and statements."""
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
TREES.append(lambda: select(func.count(task.c.id)).select_from(task).limit(1).scalar_subquery())

TREES.append(lambda: select(func.trim(proj.c.title, type_=String), proj.c.cost, literal(True), proj.c.tags).select_from(proj).outerjoin(dept, proj.c.dept_id == dept.c.id).where(or_((literal(3.0) < (-proj.c.hours)))))

TREES.append(lambda: insert(task).values(prio=(literal_column("3", Integer) * bindparam(None, 42, type_=Integer)), note=literal('a', String(20)).collate("NOCASE").op('||', precedence=9, return_type=String())(':w'), pos=select(func.length(emp.c.nick, type_=Integer)).select_from(emp).where((emp.c.age > 10)).scalar_subquery()).returning(task.c.id, bindparam(None, -5, type_=SmallInteger).bitwise_lshift(0)))


@TREES.append
def _():
    a = task.alias(name="x y")
    b = aliased_b = task.alias()
    return select(literal_column("1.5", Float), cast(extract('day', b.c.done), String(20)), cast((func.rank().over(partition_by=[b.c.id, b.c.note], order_by=[select(proj.c.due).select_from(proj).where(proj.c.is_open).limit(1).scalar_subquery().desc().nulls_first(), literal(1).asc()]) + (a.c.pos // 3)), Text).label('order'))

TREES.append(lambda: ('Ann' + cast(emp.c.boss_id, Text)))

TREES.append(lambda: emp.c.data["b"]["c"].as_boolean())


@TREES.append
def _():
    n = select(literal(42).label('n'), literal('a').label('w')).cte('nums', recursive=True)
    n = n.union_all(select(n.c.n + 1, n.c.w + 'x_y').where(n.c.n < 4))
    return select(case({2: 5}, value=select(func.max(task.c.id)).select_from(task).scalar_subquery(), else_="x").label('Mixed')).limit(literal(2))

TREES.append(lambda: union_all(select(func.round((proj.c.id / proj.c.hours), 1, type_=Float), func.abs(case((proj.c.is_open, 2), (proj.c.is_open, literal(42))), type_=Integer)).where((func.instr(proj.c.title, 'a/b', type_=Integer) != 1)), select((-case((emp.c.active, emp.c.salary), else_=emp.c.salary)), func.abs(bitwise_not(emp.c.age), type_=Integer))).limit(3))

TREES.append(lambda: delete(emp).where(and_((emp.c.name.op('||', precedence=1, return_type=String())('x_y') > 'a/b'), False)).returning(emp.c.id))

TREES.append(lambda: ~select((proj.c.dept_id.bitwise_and((-proj.c.id)) // 42)).select_from(proj).where(proj.c.is_open).order_by(proj.c.id).exists())


@TREES.append
def _():
    a = proj.alias(name="x y")
    b = aliased_b = proj.alias()
    return select(func.first_value(b.c.title).over(partition_by=a.c.title, order_by=(literal_column("7", Integer) * literal(Decimal("1.5"))).asc()).label(None), select(func.min(dept.c.info)).select_from(dept).correlate_except(dept).scalar_subquery(), func.ltrim(func.replace(b.c.title, 'a/b', 'x_y', type_=String).concat('?'), type_=String)).select_from(a).join(b, a.c.id == b.c.id).where((~(~func.ltrim(b.c.title, type_=String).ilike('a')))).add_columns((a.c.id + b.c.id)).order_by(~select(func.count()).select_from(proj).exists().nulls_first(), extract('day', a.c.due).desc()).slice(1, 3)

TREES.append(lambda: select(dept.c.budget.label('order')).select_from(dept).join(emp).outerjoin(task).where(type_coerce(collate(emp.c.nick, "nocase").is_not_distinct_from('Ann'), Boolean)).order_by(task.c.note.op('||')(task.c.note).desc()))

TREES.append(lambda: emp.c.seen.not_in(select(bindparam(None, DT(2020, 2, 29), type_=DateTime)).select_from(dept).where((literal(DT(2024, 1, 2, 3, 4, 5)) > emp.c.seen)).limit(1)))

TREES.append(lambda: select(or_((emp.c.age <= emp.c.dept_id), false(), emp.c.active).label('id')).where(emp.c.dept_id == dept.c.id).order_by(dept.c.opened, dept.c.opened.in_(select(emp.c.hired).select_from(emp).limit(1)).asc()).limit(bindparam('lim', 3)))

TREES.append(lambda: insert(task).values(prio=func.coalesce(literal(-5), 42), note=select(proj.c.title.collate("NOCASE")).select_from(proj).where((proj.c.cost == Decimal("10"))).scalar_subquery(), pos=select(func.count(1)).select_from(task).where((tuple_(task.c.pos, literal(10)) == tuple_(literal(-1), -1))).order_by(task.c.id).scalar_subquery()).returning(task.c.id, task.c.proj_id.bitwise_xor(task.c.id)))

TREES.append(lambda: ((proj.c.dept_id + proj.c.id) - 7))

TREES.append(lambda: case({0: 42}, value=(task.c.emp_id - task.c.pos)))

TREES.append(lambda: update(dept).values(budget=case((literal(':w').is_distinct_from(None), Decimal("-0.25")), (dept.c.info["l"][0].as_boolean(), case((dept.c.active, Decimal("1.5")), else_=literal(Decimal("10")))), else_=select(literal(Decimal("-0.25"))).select_from(task).where(dept.c.active).order_by(task.c.id).limit(1).scalar_subquery()), opened=dept.c.opened).where(type_coerce(dept.c.active, Boolean)))

TREES.append(lambda: union(select(func.replace(func.coalesce(literal('b%'), literal_column("'lc'", String)), (literal_column("'lc'", String) + 'a'), case((literal(False), proj.c.title), (proj.c.is_open, bindparam(None, "it's", type_=String(20))), else_=proj.c.title), type_=String), func.ifnull(func.nullif(bindparam(None, 2, type_=SmallInteger), proj.c.id, type_=Integer), (literal_column("9", Integer) - proj.c.dept_id), type_=Integer)), union_all(select(case((not_(bindparam(None, True, type_=Boolean)), func.trim(task.c.note, type_=String)), else_=task.c.note.concat(task.c.note)), (task.c.proj_id.bitwise_rshift(42) % 7)), select((emp.c.name.op('||', precedence=9, return_type=String())('Ann') + func.trim(emp.c.nick, type_=String)), ((literal(7) % emp.c.id) - (literal(-1) % emp.c.age)))).subquery().select()))

TREES.append(lambda: (~(task.c.note.op('||', precedence=6, return_type=String())('a') + task.c.note.op('||', precedence=1, return_type=String())('a')).startswith('?')))

TREES.append(lambda: (null() == func.substr((("it's" + literal('b%')) + func.replace(emp.c.nick, 'x_y', ':w', type_=String)), 1, 2, type_=String)))


@TREES.append
def _():
    n = select(literal(10).label('n'), literal('a/b').label('w')).cte('nums', recursive=True)
    n = n.union_all(select(n.c.n + 1, n.c.w + 'q\\z').where(n.c.n < 4))
    return select(select(func.max(literal(True))).select_from(task).where(literal(False, Boolean)).order_by(task.c.id).scalar_subquery(), select(emp.c.salary).select_from(emp).where(emp.c.active).limit(1).correlate_except(emp).scalar_subquery().label('total')).group_by(select(func.max(literal(True))).select_from(task).where(literal(False, Boolean)).order_by(task.c.id).scalar_subquery())

TREES.append(lambda: union_all(select(func.substr(case((emp.c.active, 'q\\z'), (emp.c.active, emp.c.name), else_='q\\z'), 2, 2, type_=String), literal_column("'lc'", String)).where(case({10: 'x_y'}, value=literal(2)).bool_op('GLOB')(func.trim(emp.c.nick))), select(select(func.min(task.c.note)).select_from(task).where(literal('a/b').bool_op('GLOB')('b%')).order_by(task.c.id).correlate_except(task).scalar_subquery(), collate(literal('a').op('||', precedence=6, return_type=String())(proj.c.title), "nocase"))).order_by(literal_column('1')))

TREES.append(lambda: (dept.c.info["b"]["c"].as_json() != None))

TREES.append(lambda: except_(select(func.coalesce(func.abs(task.c.emp_id, type_=Integer), (task.c.proj_id // task.c.emp_id)), (2 * task.c.emp_id).op('<<')(7)), union_all(select(type_coerce(func.ltrim(task.c.note), Integer), cast((literal(3.0) / literal(3.0)), Integer)).where(select(func.min(dept.c.id)).select_from(dept).order_by(dept.c.id).scalar_subquery().in_(bindparam('many', [7], expanding=True))), select(((literal(1) * 42) % custom_op('%', precedence=15)(dept.c.id, dept.c.id)), func.ifnull(case((dept.c.active, 3), (bindparam(None, True, type_=Boolean), dept.c.id), else_=dept.c.id), type_coerce(literal('Ann'), BigInteger), type_=Integer))).subquery().select()))


@TREES.append
def _():
    j = func.json_each(proj.c.tags).table_valued('key', column('value', Integer), name='je')
    return select(proj.c.tags[("b", "c")].as_json(), proj.c.is_open, select(case((case({'?': literal(True)}, value=emp.c.nick), between(emp.c.dept_id, emp.c.id, emp.c.dept_id)), (emp.c.age.not_in([]), (emp.c.active & emp.c.active)), else_=(~between(emp.c.age, 2, emp.c.boss_id)))).select_from(emp).where(between(cast(literal(-1), Text), case({10: ''}, value=literal(42), else_='x_y'), func.replace(emp.c.nick, 'a/b', '?', type_=String))).scalar_subquery(), (-extract('year', literal(DT(2020, 2, 29)))).label('lab1')).where((~j.c.key.iendswith('Ann', escape='^'))).distinct()

TREES.append(lambda: select(literal([1, 2], JSON), (task.c.note + (task.c.note + literal('?'))).concat(('b%' + (task.c.note + task.c.note))), bindparam(None, True, type_=Boolean), task.c.done.label('lab1')).where(cast((literal(D(2024, 12, 31)) <= D(2024, 12, 31)), Boolean)).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))

TREES.append(lambda: func.length((emp.c.nick + emp.c.name), type_=Integer))

TREES.append(lambda: proj.c.tags["a"].as_numeric(10, 2).is_not_distinct_from(type_coerce(((-proj.c.cost) // Decimal("1.5")), Numeric(8, 2))))


@TREES.append
def _():
    n = select(literal(-1).label('n'), literal('?').label('w')).cte('nums', recursive=True)
    n = n.union(select(n.c.n + 1, n.c.w + '?').where(n.c.n < 4))
    return select((42 + n.c.n), not_(literal(False, Boolean)), func.count(n.c.w), (literal(0) * 3)).group_by((42 + n.c.n), not_(literal(False, Boolean))).having(func.min(literal(True))).order_by((n.c.n // -1).desc()).slice(1, 3)

TREES.append(lambda: emp.c.data["a"].as_boolean())


@TREES.append
def _():
    n = select(literal(3).label('n'), literal('b%').label('w')).cte(recursive=True)
    n = n.union_all(select(n.c.n + 1, n.c.w + '').where(n.c.n < 4))
    return select(select(func.count(1)).select_from(dept).order_by(dept.c.id).scalar_subquery(), (-literal(Decimal("10"))).label('n'), func.sum(literal(Decimal("1.5"))), literal(0.5)).group_by(select(func.count(1)).select_from(dept).order_by(dept.c.id).scalar_subquery())

TREES.append(lambda: update(dept).values(opened=dept.c.opened, budget=(Decimal("1.5") * func.coalesce(dept.c.budget, Decimal("10")))).where(type_coerce(dept.c.active, Boolean), not_(dept.c.active)))

TREES.append(lambda: cast((7 + select(func.length(literal_column("'lc'", String), type_=Integer)).select_from(emp).where(func.coalesce(emp.c.active, emp.c.active)).order_by(emp.c.id).limit(1).scalar_subquery()), String(20)))

TREES.append(lambda: func.lower((task.c.note + proj.c.title), type_=String))

TREES.append(lambda: case((select(func.max(emp.c.active)).select_from(emp).where(dept.c.active).order_by(emp.c.id).scalar_subquery(), dept.c.name.op('||')('a')), else_='?'))

TREES.append(lambda: select(func.length(task.c.note, type_=Integer)).select_from(task).where(case({"it's": emp.c.data[("b", "c")].as_boolean()}, value=emp.c.data["b"]["c"].as_string().op('||', precedence=6, return_type=String())((task.c.note + 'a')))))

TREES.append(lambda: delete(dept).where(~exists().where((dept.c.info["l"][0].as_string() == 'x_y'))).returning(dept.c.id))

TREES.append(lambda: emp.c.data["b"].as_json())

TREES.append(lambda: case((case((true(), True), else_=literal(False)), DT(2024, 1, 2, 3, 4, 5)), (or_(false(), bindparam(None, False, type_=Boolean)), task.c.done), else_=task.c.done).is_not_distinct_from(task.c.done))

TREES.append(lambda: delete(proj).where(and_((proj.c.is_open | proj.c.tags[("l", 0)].as_boolean()), case((~select(func.max(emp.c.age)).select_from(emp).exists(), True), else_=True), select(func.min(proj.c.is_open)).select_from(proj).where(literal(DT(2024, 1, 2, 3, 4, 5), DateTime).in_(select(func.max(literal(DT(2024, 1, 2, 3, 4, 5)))).select_from(dept))).limit(1).scalar_subquery())))

TREES.append(lambda: select(emp, ((-literal(1)) < 7), func.last_value(false()).over(partition_by=emp.c.active), cast(func.lower(emp.c.name, type_=String), String), emp.c.nick.label('Mixed')).where(or_(select(func.max(literal(0))).select_from(task).where(literal(False)).limit(1).scalar_subquery().is_not_distinct_from(None))).distinct().order_by(desc('Mixed')))

TREES.append(lambda: func.nullif((literal(Decimal("1.5")) / task.c.emp_id), Decimal("-0.25"), type_=Numeric(8, 2)))

TREES.append(lambda: (((Decimal("10") + select(literal(Decimal("-0.25"))).select_from(dept).where(dept.c.active).order_by(dept.c.id).correlate(proj).scalar_subquery()) - ((proj.c.id / proj.c.id) * (proj.c.id // -1))) * ((literal(Decimal("1.5")) - Decimal("1.5")) // ((Decimal("1.5") % proj.c.cost) + Decimal("1.5")))))

TREES.append(lambda: func.coalesce(select(func.max(proj.c.is_open)).select_from(proj).where(select(task.c.note.endswith(task.c.note)).select_from(task).where((~proj.c.is_open)).scalar_subquery()).order_by(proj.c.id).scalar_subquery(), True))


@TREES.append
def _():
    s = select(dept.c.active, dept.c.info, dept.c.budget, select(func.ifnull(proj.c.dept_id, proj.c.dept_id, type_=Integer)).select_from(proj).where(and_(proj.c.is_open, True)).limit(1).correlate(dept).scalar_subquery().label('comp')).where(dept.c.active).distinct().alias()
    return select(s, literal(-1), s.c.info["a"].as_json(), func.sum(s.c.comp).over(partition_by=[s.c.comp, literal_column("'lc'", String)], order_by=s.c.comp.bitwise_and(s.c.comp)).bitwise_lshift((-func.length(literal('b%', Text), type_=Integer))).label('id')).where(func.coalesce(cast(literal_column("1.5", Float), Integer).in_(select(func.min(proj.c.id)).select_from(proj).where(proj.c.title.op('LIKE', is_comparison=True, precedence=5)(proj.c.title)).correlate(s)), cast((literal(':w', Text) < literal_column("'lc'", String)), Boolean))).add_columns((42 // s.c.comp))


@TREES.append
def _():
    s = select(proj.c.tags, proj.c.hours, proj.c.cost, extract('day', literal(DT(2020, 2, 29))).label('comp')).where(false()).limit(5).subquery()
    return select(bindparam(None, '?', type_=Unicode(5)).op('||', precedence=6, return_type=String())('a/b'), (s.c.comp % s.c.comp), (-s.c.cost), (s.c.comp // s.c.comp)).where(literal(True, Boolean)).group_by(bindparam(None, '?', type_=Unicode(5)).op('||', precedence=6, return_type=String())('a/b'), (s.c.comp % s.c.comp)).order_by((-5 - s.c.comp).desc(), func.coalesce(bindparam(None, D(2024, 12, 31), type_=Date), literal(D(2021, 5, 6))))

TREES.append(lambda: update(proj).values(cost=proj.c.tags["b"]["c"].as_numeric(10, 2), is_open=type_coerce((~proj.c.is_open), Boolean)).where(case(((literal(DT(2020, 2, 29)) < literal(DT(2020, 2, 29))), proj.c.is_open), else_=True)))


@TREES.append
def _():
    u = intersect(select(cast(emp.c.dept_id, BigInteger).label('p'), emp.c.dept_id.label('q')), select(task.c.proj_id.bitwise_not(), select(func.count(dept.c.id)).select_from(dept).scalar_subquery())).subquery()
    return select(func.instr(literal("it's"), '', type_=Integer), type_coerce(literal("it's"), SmallInteger), (literal(3.0) % func.avg(literal(2.25), type_=Float)), func.count(distinct(literal('?', Text)))).where(case((literal(True, Boolean), False), else_=select(func.max(literal(False))).select_from(task).where(literal(True)).order_by(task.c.id).scalar_subquery()), or_((~between(literal(1), u.c.q, 7)), u.c.q.is_distinct_from(2))).group_by(func.instr(literal("it's"), '', type_=Integer)).having(func.max(false()))


@TREES.append
def _():
    n = select(literal(1).label('n'), literal('Ann').label('w')).cte('nums', recursive=True)
    n = n.union(select(n.c.n + 1, n.c.w + '').where(n.c.n < 4))
    return select(emp.c.data[("b", "c")], select(task.c.note).select_from(task).scalar_subquery(), select(func.max(literal(D(2021, 5, 6)))).select_from(proj).where(and_(and_(proj.c.is_open, proj.c.is_open), (proj.c.id < proj.c.id), (~proj.c.title.not_like(proj.c.title, escape='/')))).order_by(proj.c.id).limit(1).scalar_subquery()).where(func.nullif(and_(true(), case((literal(True), False))), exists().where(proj.c.title.ilike('Ann', escape='!')), type_=Boolean))

TREES.append(lambda: select(select(func.min(dept.c.budget)).select_from(dept).where(dept.c.active).order_by(dept.c.id).limit(1).scalar_subquery(), emp.c.seen, ((func.first_value(emp.c.salary).over(order_by=[(2.25 - literal(3.0)).desc().nulls_last(), emp.c.salary], groups=(0, 0)) + 0.5) // ((0.5 / emp.c.salary) // (emp.c.salary // emp.c.salary)))).select_from(emp).where((literal(3).op('&', precedence=8)(3) != -1), (~or_(emp.c.active, literal(True)))).distinct())

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(task.c.proj_id, (func.replace(task.c.note, task.c.note, 'a/b', type_=String) + (task.c.note + '?'))).where(and_(or_(bindparam(None, True, type_=Boolean)), bindparam(None, False, type_=Boolean), task.c.note.not_like(task.c.note, escape='!')))))


@TREES.append
def _():
    a = emp.alias(name="x y")
    b = aliased_b = emp.alias()
    return select((b.c.salary * a.c.salary), a.c.bonus, a.c.salary, a.c.id.label('x y')).select_from(a.outerjoin(b, a.c.id == b.c.id + 1)).where(case(((a.c.salary < 0.5), 10), (b.c.hired.is_(null()), 42), else_=func.coalesce(literal(2), 1)).is_distinct_from((a.c.age.bitwise_xor(a.c.boss_id) % (b.c.id // 0))))

TREES.append(lambda: select(func.min(literal_column("1.5", Float))).select_from(dept).scalar_subquery())

TREES.append(lambda: func.lower((emp.c.name + emp.c.name)))

TREES.append(lambda: (((task.c.prio - literal(-1, Integer)).bitwise_xor(custom_op('%', precedence=-1)(proj.c.dept_id, task.c.id)) - -5) <= func.abs((1 * (literal(7) - 10)), type_=Integer)))

TREES.append(lambda: and_(select(func.max(bindparam(None, False, type_=Boolean))).select_from(emp).where(cast(literal(-1.5), Unicode(5)).startswith(func.nullif(dept.c.name, emp.c.name, type_=String))).scalar_subquery(), or_(func.length(dept.c.name.collate("NOCASE"), type_=Integer).bool_op('<>', precedence=7)(func.length(func.substr(dept.c.name, 1, 2, type_=String), type_=Integer)), type_coerce(((bindparam(None, 1, type_=SmallInteger) * 1) < -5), Boolean))))

TREES.append(lambda: select(proj.c.is_open, func.coalesce(proj.c.cost, Decimal("10"))).select_from(proj).where(((proj.c.title + (proj.c.title + proj.c.title)) == 'q\\z')).order_by(func.ifnull(proj.c.id, 3, type_=Integer).desc()))


@TREES.append
def _():
    u = except_(select(func.substr(dept.c.name, dept.c.id, 2, type_=String).label('p'), func.ifnull(dept.c.id, literal(1), type_=Integer).label('q')), select(select(func.min(proj.c.title)).select_from(proj).where(proj.c.is_open).order_by(proj.c.id).scalar_subquery(), proj.c.dept_id).where((bindparam(None, Decimal("-0.25"), type_=Numeric(8, 2)) // Decimal("-0.25")).is_distinct_from(Decimal("-0.25")))).order_by('p').alias('un')
    return select((10 - literal(3).bitwise_and(u.c.q)), u.c.p).where(('a/b' + literal("it's")).icontains(func.trim(u.c.p)), case(((tuple_(u.c.q, literal(0)) < tuple_(u.c.q, 10)), or_(literal(True), literal(False))))).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).order_by(u.c.q.bool_op('<>', precedence=5)(0), case((literal(True), u.c.q), (literal(True), literal(-1)), else_=0).desc())


@TREES.append
def _():
    s = select(proj.c.is_open, proj.c.cost, proj.c.hours, ((proj.c.id + -5) // func.instr(proj.c.title, proj.c.title, type_=Integer)).label('comp')).where(not_(tuple_(literal(2), proj.c.title).not_in([(-1, "it's"), (0, "it's")]))).order_by(proj.c.id).alias()
    return select(case({'x_y': -1}, value=func.substr(literal("it's"), 1, 2, type_=String)).label('lab1')).order_by('lab1')

TREES.append(lambda: proj.c.due.in_([proj.c.due, D(2024, 12, 31)]))


@TREES.append
def _():
    j = func.json_each(emp.c.data).table_valued('key', column('value', Integer))
    return select(emp.c.bonus).where(select(literal(D(2021, 5, 6))).select_from(task).order_by(task.c.id).scalar_subquery().between(D(2024, 12, 31), emp.c.hired), ((j.c.value - -5) < (emp.c.boss_id * 1)))

TREES.append(lambda: func.length(collate(task.c.note, "nocase"), type_=Integer))

TREES.append(lambda: (func.round(bindparam(None, -1.5, type_=Float), 1, type_=Float).label('lab') // 3.0))

TREES.append(lambda: ((proj.c.title + proj.c.title.concat(proj.c.id)) != None))

TREES.append(lambda: case((cast(func.lower(proj.c.title), String).endswith(collate(func.ltrim(proj.c.title, type_=String), "nocase"), escape='^'), True)))

TREES.append(lambda: custom_op('|', precedence=8)((-cast(bindparam(None, 3.0, type_=Float(8)), Integer)), dept.c.info[("l", 0)].as_integer()))


@TREES.append
def _():
    s = select(dept.c.active, dept.c.opened, dept.c.info, case((func.coalesce(dept.c.active, False), 1), (select(func.min(proj.c.is_open)).select_from(proj).where(proj.c.is_open).scalar_subquery(), -1)).label('comp')).where((select(func.max(literal(DT(2020, 2, 29)))).select_from(proj).limit(1).scalar_subquery() != None)).order_by(dept.c.id).alias()
    return select(literal(10)).distinct()

TREES.append(lambda: literal('').concat(emp.c.name).op('||', precedence=6, return_type=String())((emp.c.nick + literal('a/b'))).not_ilike(func.substr(func.replace(emp.c.name, 'b%', literal('?'), type_=String), func.ifnull(emp.c.id, 1, type_=Integer), 2, type_=String), escape='!'))

TREES.append(lambda: and_(select(func.min(proj.c.is_open)).select_from(proj).where(emp.c.nick.in_(['x_y', 'a/b'])).order_by(proj.c.id).correlate_except(proj).scalar_subquery(), or_(not_(not_(emp.c.active)), and_(emp.c.data[("b", "c")].as_boolean(), or_(emp.c.hired.is_distinct_from(emp.c.hired), emp.c.name.ilike(''))))))

TREES.append(lambda: func.coalesce((task.c.note + ':w'), task.c.note))

TREES.append(lambda: update(task).values(note=(task.c.note.concat('q\\z') + 'a/b'), prio=(case({-1: 42}, value=literal(2), else_=1) + (literal_column("6", Integer) % task.c.emp_id))).where((select(proj.c.is_open).select_from(proj).where(proj.c.is_open).scalar_subquery() & and_(literal(True), true()))))

TREES.append(lambda: type_coerce((select(task.c.pos).select_from(task).limit(1).correlate(task).scalar_subquery() / (-(0.5 + literal(3.0)))), Float))

TREES.append(lambda: select(cast((literal(Decimal("10")) != null()), Boolean), custom_op('-', return_type=Integer())(func.length(dept.c.name, type_=Integer), func.ntile(2).over(partition_by=[task.c.id, emp.c.nick], order_by=[func.nullif(emp.c.salary, 3.0, type_=Float), emp.c.boss_id.desc()], rows=(-1, 1)))).select_from(emp).join(dept).join(task).where((dept.c.info[("b", "c")].as_integer() == 42)))


@TREES.append
def _():
    n = select(literal(42).label('n'), literal('q\\z').label('w')).cte(recursive=True)
    n = n.union(select(n.c.n + 1, n.c.w + 'q\\z').where(n.c.n < 4))
    return select(n, literal(Decimal("-0.25")).label('id')).where(literal(DT(2020, 2, 29)).is_not_distinct_from(literal(DT(2020, 2, 29), DateTime))).order_by(literal(D(2021, 5, 6)).desc().nulls_first())

TREES.append(lambda: select(cast((select(literal('?')).select_from(task).where(literal(True)).limit(1).scalar_subquery() + '?'), Unicode(5)).label('lab1')).select_from(join(task, emp)).where(emp.c.active).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))

TREES.append(lambda: select(func.last_value(dept.c.name).over(partition_by=[proj.c.id, proj.c.title], order_by=dept.c.name.concat(literal('a/b'))), literal(DT(2024, 1, 2, 3, 4, 5)), func.ifnull(cast(literal('x_y'), BigInteger), cast(proj.c.hours, Integer), type_=Integer), (case((proj.c.title.ilike('a/b', escape='!'), literal(2.25).label('x y'))) - 0.5)).join_from(proj, dept, proj.c.dept_id == dept.c.id).where(cast(func.coalesce(select(emp.c.active).select_from(emp).where(literal(False)).order_by(emp.c.id).scalar_subquery(), (~proj.c.is_open)), Boolean)).order_by(proj.c.id))

TREES.append(lambda: union_all(select((select(func.count()).select_from(dept).scalar_subquery() + proj.c.id.bitwise_not()), proj.c.dept_id).where(literal(DT(2024, 1, 2, 3, 4, 5)).is_not_distinct_from(literal(DT(2020, 2, 29)))), select(func.ifnull(func.length(emp.c.nick, type_=Integer), 42, type_=Integer), (emp.c.id.bitwise_lshift(emp.c.age) % 2)).where(type_coerce(case((emp.c.active, True)), Boolean)), select(cast(select(proj.c.hours).select_from(proj).where(proj.c.is_open).correlate_except(proj).scalar_subquery(), BigInteger), (proj.c.id - 2)).where((tuple_(proj.c.id, func.ifnull(proj.c.dept_id, 3, type_=Integer)) >= tuple_((-proj.c.dept_id), -1)))).order_by(text('1 DESC')))

TREES.append(lambda: select(cast((func.abs(task.c.emp_id, type_=Integer) == (-1 - task.c.emp_id)), Boolean), (proj.c.id // 2).op('*', precedence=-1)(-5).op('>', is_comparison=True)(42), func.coalesce(((literal(-1) * proj.c.cost) - Decimal("1.5")), proj.c.tags[("l", 0)].as_numeric(10, 2)), task.c.done).join_from(task, proj).where((-1 * task.c.proj_id).not_in(bindparam('many', [42, 3, -5], expanding=True)), type_coerce(between(proj.c.title, proj.c.title, task.c.note), Boolean)))

TREES.append(lambda: func.coalesce(cast(cast(literal(3, BigInteger), Float), Integer).in_((42, None)), literal(DT(2020, 2, 29)).not_in(select(literal(DT(2024, 1, 2, 3, 4, 5))).select_from(dept).where((dept.c.info["b"]["c"] == 5)).order_by(dept.c.id))))

TREES.append(lambda: ((dept.c.id + (dept.c.id // literal(3))) // 1).not_in([-5, 7]))

TREES.append(lambda: ((collate(literal("it's"), "nocase") + func.upper(dept.c.name)) + 'a').in_(['?', '']))

TREES.append(lambda: select(func.min(emp.c.nick)).select_from(emp).where(emp.c.active).order_by(emp.c.id).correlate(proj).scalar_subquery().op('||')(proj.c.tags["b"].as_string()))

TREES.append(lambda: select(literal('Ann').is_not_distinct_from('q\\z'), true(), func.instr(task.c.note, func.group_concat(task.c.note, type_=String), type_=Integer)).select_from(task).group_by(literal('Ann').is_not_distinct_from('q\\z'), true()).having(task.c.note.startswith(':w', autoescape=True, escape='!')))

TREES.append(lambda: (func.length(dept.c.name, type_=Integer) * func.instr(dept.c.name, dept.c.name, type_=Integer)))

TREES.append(lambda: (emp.c.data[0] == {"a": 1}))

TREES.append(lambda: (proj.c.is_open & proj.c.is_open))

TREES.append(lambda: case((proj.c.is_open, func.replace(case({':w': ''}, value=proj.c.title.concat(-5)), func.upper(func.substr(dept.c.name, 1, 2, type_=String), type_=String), 'b%', type_=String))))

TREES.append(lambda: dept.c.info["a"].as_json())

TREES.append(lambda: func.substr(emp.c.name, 1, 2, type_=String).op('LIKE', is_comparison=True, precedence=5)('a/b'))

TREES.append(lambda: select(emp.c.active, func.substr(func.trim(emp.c.name, type_=String), 1, 2, type_=String).label('order')).where((10 - func.length(emp.c.nick, type_=Integer)).bool_op('<>', precedence=5)(func.coalesce((emp.c.age * 3), extract('month', emp.c.hired)))).order_by(and_(emp.c.active, emp.c.active).desc()).slice(1, 3))

TREES.append(lambda: (literal(-1.5) * bindparam(None, 2.25, type_=Float(8))).not_in(bindparam('many', [], expanding=True)))

TREES.append(lambda: select((task.c.emp_id * literal(10)), func.upper(literal_column("'lc'", String)), task.c.note, func.sum(proj.c.hours), (-proj.c.hours), (func.group_concat(proj.c.title, type_=String) + proj.c.title)).select_from(task).join(proj, task.c.proj_id == proj.c.id, full=True).group_by((task.c.emp_id * literal(10)), func.upper(literal_column("'lc'", String))).having(proj.c.is_open))

TREES.append(lambda: select(proj.c.dept_id, func.lower(proj.c.title, type_=String), func.max(proj.c.cost).label('total'), func.sum(proj.c.dept_id), (proj.c.hours / 0.5), func.count(proj.c.title)).select_from(proj).where((cast(proj.c.dept_id, Unicode(5)).concat(func.replace(proj.c.title, "it's", literal("it's", Unicode(5)), type_=String)) >= type_coerce(type_coerce(proj.c.dept_id, Text), Unicode(5)))).group_by(proj.c.dept_id, func.lower(proj.c.title, type_=String)))

TREES.append(lambda: update(dept).values(opened=case((not_(dept.c.active), dept.c.opened), ((~dept.c.active), D(2024, 12, 31)), else_=D(2024, 12, 31)), budget=((Decimal("-0.25") + dept.c.budget) / Decimal("10"))).where(case((dept.c.active, True), else_=False), dept.c.active).returning(dept.c.id, case((dept.c.active, 2), (dept.c.active, -1), else_=1).bitwise_xor((dept.c.id % dept.c.id))))

TREES.append(lambda: func.trim(func.coalesce(literal('a/b'), 'a/b')).op('||', precedence=1, return_type=String())(func.coalesce(func.lower(literal('a/b'), type_=String), func.substr(emp.c.nick, emp.c.id, 2, type_=String))).bool_op('GLOB')(func.replace(func.substr(('a/b' + literal("it's")), 1, 2, type_=String), case((emp.c.name.not_in(['Ann']), func.substr(emp.c.name, emp.c.id, 2, type_=String)), (emp.c.active, func.replace(literal_column("'lc'", String), '', emp.c.name, type_=String))), (emp.c.nick + emp.c.nick).concat('a/b'), type_=String)))

TREES.append(lambda: func.nullif(select(case((emp.c.active, emp.c.active), else_=False)).select_from(emp).where(emp.c.name.icontains("it's", autoescape=True)).correlate(proj).scalar_subquery(), or_((proj.c.hours == literal(2.25)), true(), proj.c.title.startswith(literal('Ann'), escape='^')), type_=Boolean))

TREES.append(lambda: (case((case((dept.c.name.icontains('b%'), False), (case((bindparam(None, True, type_=Boolean), dept.c.active), else_=dept.c.active), True), else_=False), 0.5), (select(func.min(dept.c.active)).select_from(dept).where(dept.c.name.not_in(select(func.min(task.c.note)).select_from(task))).order_by(dept.c.id).correlate_except(dept).scalar_subquery(), (case((literal(True), 0.5), (dept.c.active, 2.25), else_=literal(-1.5)) * 2.25)), else_=-1.5) > -1.5))

TREES.append(lambda: select(func.count()).select_from(proj).scalar_subquery())


@TREES.append
def _():
    s = select(emp.c.age, emp.c.boss_id, emp.c.id, extract('month', emp.c.hired).label('comp')).where((~emp.c.salary.between(-1.5, emp.c.salary.label(None)))).distinct().subquery()
    return select(literal(D(2024, 12, 31))).where(literal(D(2021, 5, 6)).between(case((cast(literal(True, Boolean), Boolean), D(2021, 5, 6)), ((s.c.comp != s.c.comp), D(2024, 12, 31)), else_=D(2024, 12, 31)), literal(D(2024, 12, 31)))).order_by((literal(DT(2020, 2, 29)) <= DT(2024, 1, 2, 3, 4, 5)).desc())


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

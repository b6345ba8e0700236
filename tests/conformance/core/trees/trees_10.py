"""Random expression trees, seed 10: the text and parameters of 100 generated expressions and statements."""
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


@TREES.append
def _():
    a = emp.alias("e2")
    b = aliased_b = emp.alias()
    return select(b.c.name, (-b.c.dept_id), func.substr(func.max(a.c.nick).over(partition_by=[b.c.dept_id, b.c.nick], order_by=func.coalesce(a.c.name, 'q\\z')), 2, 2, type_=String).ilike("it's", escape='!')).where(select(func.min(dept.c.active)).select_from(dept).where(((-dept.c.id) < a.c.data[("l", 0)].as_integer())).scalar_subquery()).order_by((b.c.salary / 3.0), a.c.hired.asc()).slice(1, 3)

TREES.append(lambda: delete(proj).where((literal(DT(2024, 1, 2, 3, 4, 5)) != null())).returning(proj.c.id))

TREES.append(lambda: (2 + func.abs((3 // proj.c.id), type_=Integer)))

TREES.append(lambda: select(literal(2.25)).select_from(task).where(not_(literal(True, Boolean))).scalar_subquery())

TREES.append(lambda: select(type_coerce(func.last_value(proj.c.title).over(order_by=(proj.c.hours / proj.c.hours).desc()).not_like('b%', escape='!'), Boolean), proj.c.title))

TREES.append(lambda: intersect(select(select(func.max(proj.c.hours)).select_from(proj).scalar_subquery(), func.coalesce(func.length(literal('a/b'), type_=Integer), (bindparam(None, 10, type_=SmallInteger) // emp.c.age))).where((emp.c.hired <= emp.c.hired)), select(emp.c.salary, func.abs((literal(2) - emp.c.age), type_=Integer)).where(literal('a/b').concat(bindparam(None, 2, type_=Integer)).not_ilike((emp.c.name + "it's"), escape='!'))).limit(3))

TREES.append(lambda: ('' + type_coerce(literal(42), String)).endswith('a', autoescape=True))

TREES.append(lambda: select(literal(False, Boolean)).select_from(dept).join(emp.join(task), emp.c.dept_id == dept.c.id).where(and_(~exists(select(func.min(dept.c.id)).select_from(dept).where(dept.c.opened.not_in([])).order_by(dept.c.id)), or_(case((emp.c.active, False), else_=dept.c.info["a"].as_boolean()), (func.ifnull(literal(1), emp.c.dept_id, type_=Integer) > select(func.max(proj.c.dept_id)).select_from(proj).scalar_subquery())))).order_by(select(func.min(emp.c.salary)).select_from(emp).where(literal(False, Boolean)).scalar_subquery().nulls_last()).limit(5).offset(0))

TREES.append(lambda: case({7: (case((not_(literal(False)), 2), ((~between(literal(0.5), bindparam(None, 2.25, type_=Float), 2.25)), (0 - literal(3, BigInteger))), else_=1) != (10 * extract('day', bindparam(None, D(2024, 12, 31), type_=Date))))}, value=func.length(func.lower(func.ltrim(task.c.note, type_=String), type_=String), type_=Integer), else_=select(func.min(false())).select_from(task).where(~exists().where(task.c.proj_id.not_in([-1, 42]))).limit(1).scalar_subquery()))


@TREES.append
def _():
    a = proj.alias(name="x y")
    b = aliased_b = proj.alias()
    return select(a.c.due, bindparam(None, -5, type_=Integer).bitwise_not().label('id')).select_from(a.outerjoin(b, a.c.id == b.c.id + 1)).where((~case({'?': True}, value=(b.c.title + a.c.title), else_=True)))

TREES.append(lambda: (literal('x_y') + dept.c.name).op('||')(func.upper(dept.c.name)))

TREES.append(lambda: func.length(func.substr((literal('x_y') + "it's"), 1, 2, type_=String), type_=Integer))


@TREES.append
def _():
    n = select(literal(1).label('n'), literal('x_y').label('w')).cte('nums', recursive=True)
    n = n.union(select(n.c.n + 1, n.c.w + 'a/b').where(n.c.n < 4))
    return select((n.c.n // -1)).distinct().order_by((n.c.n * literal(Decimal("1.5"))).nulls_first()).slice(1, 3)


@TREES.append
def _():
    s = select(dept.c.name, dept.c.active, dept.c.budget, case({1: (3 % dept.c.id)}, value=dept.c.id.label(None), else_=42).label('comp')).where(cast(dept.c.id.in_([literal(10), -1]), Boolean)).order_by(dept.c.id).alias()
    return select(func.lead(s.c.active).over(order_by=desc(('Ann' + s.c.name)))).where(select(emp.c.nick).select_from(emp).where(s.c.active).correlate_except(emp).scalar_subquery().between('a', 'Ann'), select(func.max(dept.c.name)).select_from(dept).where(dept.c.active).scalar_subquery().not_in(bindparam('many', ['Ann'], expanding=True))).order_by(s.c.comp.bitwise_xor(literal(3)), case({'b%': s.c.comp}, value=s.c.name, else_=literal(42, Integer)))

TREES.append(lambda: select(case({-5: proj.c.title}, value=proj.c.dept_id), func.sum(proj.c.hours), func.max(literal(42, Integer)).filter(literal(True)), proj.c.dept_id).select_from(proj).group_by(case({-5: proj.c.title}, value=proj.c.dept_id)).having(func.max(proj.c.is_open)))

TREES.append(lambda: ((42 % emp.c.boss_id) * -5))

TREES.append(lambda: ('a/b' + literal('x_y')).like('?'))

TREES.append(lambda: type_coerce(task.c.done, DateTime).in_(select(func.min(literal(DT(2020, 2, 29)))).select_from(emp)))

TREES.append(lambda: select(cast(emp.c.salary, String(20)).label(None), emp.c.id.label('x y'), case((((emp.c.bonus * emp.c.bonus) == Decimal("10")), emp.c.data["a"]), (emp.c.data[0].as_integer().between(select(func.count(1)).select_from(emp).where(emp.c.active).scalar_subquery(), 2), emp.c.data[("l", 0)].as_json()), else_=emp.c.data[0].as_json())).select_from(emp).where((emp.c.data[("b", "c")].as_integer() * bindparam(None, 3, type_=SmallInteger).bitwise_lshift(emp.c.boss_id)).is_not(None)).order_by((bindparam(None, 10, type_=SmallInteger) * 7)))


@TREES.append
def _():
    n = select(literal(-1).label('n'), literal('').label('w')).cte(recursive=True)
    n = n.union(select(n.c.n + 1, n.c.w + 'Ann').where(n.c.n < 4))
    return select(func.coalesce(func.last_value(n.c.w).over(order_by=[func.coalesce(n.c.n, n.c.n).asc(), literal(D(2021, 5, 6)).desc()], rows=(-3, -1)), 'Ann')).where((bindparam(None, DT(2024, 1, 2, 3, 4, 5), type_=DateTime) == DT(2020, 2, 29))).distinct()

TREES.append(lambda: (literal(DT(2024, 1, 2, 3, 4, 5)) < literal(DT(2020, 2, 29), DateTime)))

TREES.append(lambda: proj.c.tags["b"]["c"].as_boolean())


@TREES.append
def _():
    u = union(select(cast(bindparam(None, 3.0, type_=Float), String(20)).label('p'), case((emp.c.active, emp.c.dept_id)).label('q')), select(proj.c.tags["b"].as_string(), cast(proj.c.title, BigInteger))).order_by('p').subquery()
    return select(emp.c.data["l"][0].as_integer(), func.count(distinct(bindparam(None, "it's", type_=Unicode(5)))).filter(literal(True))).group_by(emp.c.data["l"][0].as_integer()).having(func.min(literal(False)))

TREES.append(lambda: (task.c.done == case({2: task.c.done}, value=task.c.pos)))

TREES.append(lambda: (~(~not_(proj.c.title.not_ilike('')))))

TREES.append(lambda: between((emp.c.data["a"].as_integer() - emp.c.data[0].as_integer()), emp.c.data["b"]["c"].as_integer().label(None), func.length(emp.c.data[0].as_string(), type_=Integer)))

TREES.append(lambda: (-cast(func.abs(func.instr(dept.c.name, ':w', type_=Integer), type_=Integer), Integer)))

TREES.append(lambda: ((-1.5 + (emp.c.salary // 0.5)) == None))

TREES.append(lambda: select((((dept.c.id * dept.c.id) - case((dept.c.active, bindparam(None, 7, type_=SmallInteger)), else_=0)) * (literal(-1).bitwise_xor(7) * func.coalesce(dept.c.budget, Decimal("10")))), func.min(literal('a/b')).over(partition_by=dept.c.active, order_by=(Decimal("10") * literal(Decimal("-0.25")))), (func.first_value(dept.c.budget).over(partition_by=[dept.c.id, dept.c.name]) - Decimal("10"))).where((literal(DT(2020, 2, 29)) >= literal(DT(2024, 1, 2, 3, 4, 5), DateTime))).distinct().order_by((Decimal("1.5") // literal(Decimal("-0.25"))).desc()))

TREES.append(lambda: case((((literal('a/b', Text) + task.c.note) > (task.c.note + '?')), emp.c.data["b"]), else_=emp.c.data[0].as_json()))

TREES.append(lambda: tuple_((task.c.prio + task.c.emp_id), func.ltrim(literal('x_y', String(20)), type_=String)).in_([(-1, 'Ann'), (42, 'a/b')]))

TREES.append(lambda: update(task).values(prio=func.length(task.c.note.op('||', precedence=9, return_type=String())('b%'), type_=Integer), done=task.c.done).where(literal(3).is_not_distinct_from(custom_op('|', precedence=-1)(task.c.id, 0))))


@TREES.append
def _():
    u = except_(select((-5 - proj.c.id).label('p'), literal(-5, SmallInteger).label('q')), select(func.instr(proj.c.title, proj.c.title, type_=Integer), cast(literal(3.0), Integer))).order_by('p').cte()
    return select(case({'a/b': emp.c.data["b"].as_json()}, value=literal_column("'lc'", String).op('||')(bindparam(None, 'q\\z', type_=Text))), u.c.q.label('lab1')).where(select(func.max(true())).select_from(task).where(task.c.done.not_in(select(func.min(literal(DT(2024, 1, 2, 3, 4, 5)))).select_from(proj).where(proj.c.tags[("b", "c")].as_boolean()).correlate_except(proj))).correlate_except(task).scalar_subquery()).order_by((literal(2.25) + literal_column("1.5", Float)))

TREES.append(lambda: (emp.c.seen != emp.c.seen))

TREES.append(lambda: (~collate(func.ltrim(proj.c.title), "nocase").like("it's", escape='!')))

TREES.append(lambda: task.c.note.op('||', precedence=9, return_type=String())(cast(task.c.note, String)).concat(func.replace(task.c.note, "it's", task.c.note, type_=String).collate("NOCASE")).not_ilike('a', escape='/'))

TREES.append(lambda: select((extract('day', emp.c.hired) < 1)).select_from(emp).where(not_(((emp.c.age <= emp.c.age) | (emp.c.boss_id <= emp.c.age)))).order_by(emp.c.id).limit(1).scalar_subquery())

TREES.append(lambda: dept.c.info["b"].as_json())


@TREES.append
def _():
    j = func.json_each(emp.c.data).table_valued('key', column('value', Integer), name='je')
    return select(j, literal(False), cast((j.c.key + ':w'), Unicode(5)), func.count().over(partition_by=emp.c.active, order_by=[emp.c.hired, j.c.value.nulls_last()]), (-func.abs(emp.c.dept_id, type_=Integer))).where((func.ltrim(literal('x_y'), type_=String).concat(func.ifnull(literal(42), emp.c.id, type_=Integer)) < (case({'a/b': emp.c.nick}, value=emp.c.name) + 'Ann')))

TREES.append(lambda: or_(false(), (literal('a') + emp.c.nick).istartswith(case((literal(True), 'a'), (emp.c.active, emp.c.nick)), escape='^')))

TREES.append(lambda: case((dept.c.info["l"][0].as_boolean(), 0.5), else_=2.25).in_([2.25, 2.25]))

TREES.append(lambda: delete(dept).where(and_(true(), select(func.max(bindparam(None, True, type_=Boolean))).select_from(task).where(dept.c.active).limit(1).scalar_subquery())))


@TREES.append
def _():
    j = func.json_each(proj.c.tags).table_valued('key', column('value', Integer))
    return select((func.ltrim(literal('a'), type_=String) + (literal('a') + proj.c.title)), literal(DT(2020, 2, 29)), proj.c.cost).where(((-proj.c.tags[("b", "c")].as_numeric(10, 2)) <= (proj.c.id.bitwise_and(-5) / 42))).distinct().order_by((proj.c.dept_id != proj.c.id).desc().nulls_first(), cast(proj.c.is_open, Boolean))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(emp.c.dept_id, emp.c.nick.concat(emp.c.boss_id).op('||', precedence=1, return_type=String())(func.lower(emp.c.name, type_=String))).where(tuple_((-literal(10)), emp.c.name.concat(emp.c.nick)).not_in([(2, 'q\\z'), (2, 'q\\z')]))))

TREES.append(lambda: proj.c.dept_id.is_not_distinct_from(None))

TREES.append(lambda: ~select(dept.c.id).select_from(dept).where(literal_column("1.5", Float).not_in([-1.5])).order_by(dept.c.id).exists())

TREES.append(lambda: select(task.c.note.concat(task.c.emp_id), func.sum(literal(Decimal("10"))), func.nullif(literal(-1.5), literal(2.25), type_=Float), task.c.pos.bitwise_lshift(func.count(task.c.note))).group_by(task.c.note.concat(task.c.emp_id)).having(not_(literal(True))))

TREES.append(lambda: select((proj.c.title > 'Ann')).select_from(proj).order_by(proj.c.id).correlate_except(proj).scalar_subquery())


@TREES.append
def _():
    u = union_all(select(proj.c.title.label('lab').label('p'), (proj.c.hours - 2.25).label('q')), select(cast(emp.c.dept_id, Unicode(5)), cast(emp.c.nick, Float)).where((emp.c.name < '?'))).order_by('p').cte('un')
    return select(literal(True), u.c.p, literal(DT(2024, 1, 2, 3, 4, 5)), literal(Decimal("-0.25")).label('id')).distinct()

TREES.append(lambda: delete(proj).where(select(task.c.done.in_(select(literal(DT(2020, 2, 29))).select_from(task).where(or_(bindparam(None, True, type_=Boolean))))).select_from(task).where(literal('?').op('||')(task.c.note).like('?')).scalar_subquery()))

TREES.append(lambda: select(emp.c.active).select_from(emp).limit(1).scalar_subquery())

TREES.append(lambda: insert(task).values(prio=literal(1).op('-', return_type=Integer())(1), note=func.substr(literal_column("'lc'", String).concat("it's"), 2, 2, type_=String), pos=select((proj.c.dept_id + proj.c.id)).select_from(proj).where((bindparam(None, '?', type_=String) > proj.c.title)).limit(1).scalar_subquery()))

TREES.append(lambda: ((emp.c.bonus * emp.c.bonus) - (-literal(Decimal("-0.25")))))

TREES.append(lambda: (func.coalesce((dept.c.budget + Decimal("1.5")), (dept.c.budget + Decimal("1.5"))) * (-(dept.c.budget - dept.c.budget))))

TREES.append(lambda: union(select(func.substr(func.coalesce(literal('a'), 'x_y'), (-literal(3)), 2, type_=String), proj.c.title), select(dept.c.name, func.trim(('' + dept.c.name))).where(dept.c.name.startswith('Ann', autoescape=True), func.nullif(dept.c.active, literal(False), type_=Boolean))).limit(3))

TREES.append(lambda: insert(task).values(prio=(literal(42) // bindparam(None, 1, type_=BigInteger)), note=(collate(literal('a'), "nocase") + ':w'), pos=select(cast(dept.c.name, SmallInteger)).select_from(dept).where(dept.c.name.bool_op('GLOB')(literal('', String(20)))).order_by(dept.c.id).scalar_subquery()))

TREES.append(lambda: ((bindparam(None, 3.0, type_=Float(8)).label('lab') * 2.25) * ((literal(3.0) + literal(-1.5)) * task.c.id)))

TREES.append(lambda: (emp.c.dept_id.label('x y') / -5))

TREES.append(lambda: cast(func.round(case({-1: proj.c.hours}, value=proj.c.id, else_=proj.c.hours), 1, type_=Float), Text))

TREES.append(lambda: select(func.trim(proj.c.title)).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))

TREES.append(lambda: delete(dept).where((dept.c.name + "it's").op('||')('Ann').icontains(collate(type_coerce(dept.c.id, Text), "nocase"), escape='^')).returning(dept.c.id))

TREES.append(lambda: proj.c.tags["a"].as_boolean())

TREES.append(lambda: select(((literal('x_y', Unicode(5)) + proj.c.title) + 'a'), func.instr(func.lower(proj.c.title), func.nullif(proj.c.title, proj.c.title, type_=String), type_=Integer)).where(bindparam(None, '', type_=String).like('a', escape='!'), cast(proj.c.is_open, Boolean)).union(select(literal_column("'lc'", String), ((-emp.c.age) - func.abs(emp.c.age, type_=Integer))), select(case(((dept.c.opened == None), '?'), (false(), dept.c.name.concat('')), else_='q\\z'), (-literal(1)).label('x y'))).order_by(text('1 DESC')))

TREES.append(lambda: (func.lower((func.upper(emp.c.nick) + 'q\\z'), type_=String) + 'q\\z'))

TREES.append(lambda: case({'x_y': select(proj.c.is_open).select_from(proj).where(proj.c.is_open).limit(1).scalar_subquery()}, value=(task.c.note + ':w'), else_=False))

TREES.append(lambda: select(func.max(true())).select_from(task).limit(1).scalar_subquery())

TREES.append(lambda: ((-task.c.id) // case({'?': 3}, value=task.c.note)))


@TREES.append
def _():
    a = dept.alias()
    b = aliased_b = dept.alias()
    return select(case({':w': a.c.id}, value=b.c.name, else_=0), func.count(distinct(b.c.name))).where(a.c.id < b.c.id).where(type_coerce(type_coerce(b.c.active, Boolean), Boolean), select(func.max(dept.c.active)).select_from(dept).scalar_subquery()).group_by(case({':w': a.c.id}, value=b.c.name, else_=0))

TREES.append(lambda: select(emp.c.salary.label('lab1')).select_from(dept.outerjoin(join(emp, task, isouter=True))).distinct().order_by(and_(bindparam(None, False, type_=Boolean), literal(True), emp.c.active).desc().nulls_last(), (dept.c.name + task.c.note).asc()).slice(1, 3))

TREES.append(lambda: emp.c.nick.collate("NOCASE").istartswith("it's", escape='^'))

TREES.append(lambda: func.coalesce((emp.c.seen >= DT(2020, 2, 29)), (emp.c.data["l"][0].as_json() != None)))

TREES.append(lambda: select(emp, emp.c.age, cast(emp.c.age, SmallInteger)).select_from(outerjoin(emp, dept, emp.c.dept_id == dept.c.id)).where(((bindparam(None, 3.0, type_=Float(8)) // 3.0) * -1.5).in_([0.5, 2.25])))

TREES.append(lambda: select(cast(select(func.max(literal(3.0))).select_from(task).scalar_subquery(), String)).select_from(emp).where(cast(emp.c.nick, Text).startswith((emp.c.name + ':w'), escape='^')).order_by(emp.c.id).correlate(emp).scalar_subquery())

TREES.append(lambda: select(func.substr(('b%' + task.c.note), 2, 2, type_=String)).select_from(dept).join(emp).outerjoin(task).where(case((((task.c.note + literal(':w')) != 'q\\z'), tuple_(select(func.count(1)).select_from(task).correlate(emp).scalar_subquery(), literal("it's")).in_([(10, ':w'), (1, 'Ann')])), (cast(case((true(), dept.c.active), else_=emp.c.active), Boolean), True))))

TREES.append(lambda: select(emp.c.active.label('two words')).select_from(emp).where(not_(select(dept.c.id.op('>', is_comparison=True)(dept.c.id)).select_from(dept).order_by(dept.c.id).scalar_subquery())).distinct().order_by(custom_op('|', precedence=-1)(emp.c.id, emp.c.dept_id).desc(), func.trim(emp.c.nick, type_=String)))

TREES.append(lambda: select(func.min(literal(False))).select_from(emp).order_by(emp.c.id).limit(1).scalar_subquery())

TREES.append(lambda: ('a/b' + (literal('x_y', literal_execute=True) + task.c.note)))


@TREES.append
def _():
    u = union(select(select(func.max(dept.c.id)).select_from(dept).where(literal(False, Boolean)).order_by(dept.c.id).scalar_subquery().label('p'), cast(literal(-1.5, Float), Float(8)).label('q')), select(func.ifnull(emp.c.age, emp.c.dept_id, type_=Integer), emp.c.salary.label('x y')).where(case({-1: Decimal("1.5")}, value=emp.c.boss_id).in_([Decimal("-0.25"), null()]))).order_by('p').cte('un')
    return select(literal(D(2024, 12, 31)), literal('a'), type_coerce(bindparam(None, DT(2020, 2, 29), type_=DateTime), DateTime).label('two words'))

TREES.append(lambda: insert(task).values(prio=func.coalesce(literal(-5), literal_column("5", Integer)), note=(literal_column("'lc'", String) + cast(literal(-1.5), String(20))), pos=select(func.min(dept.c.id)).select_from(dept).scalar_subquery()).returning(task.c.id, (task.c.prio * 1)))

TREES.append(lambda: (cast(func.ltrim(emp.c.nick, type_=String), SmallInteger) + 1))

TREES.append(lambda: select((proj.c.title + proj.c.title), proj.c.hours.label('two words')).select_from(outerjoin(task, proj, task.c.proj_id == proj.c.id)).where(proj.c.tags[("b", "c")].as_json().is_(None)).distinct())

TREES.append(lambda: select((case({7: 2}, value=literal_column("7", Integer), else_=proj.c.dept_id) * 42), literal(D(2024, 12, 31))).select_from(proj).where((proj.c.dept_id > cast(case({'x_y': proj.c.title}, value=proj.c.title, else_='?'), BigInteger))).with_only_columns(case((proj.c.is_open, 0), else_=proj.c.id), proj.c.title.op('||')("it's")).order_by(case((literal(False), 10), (proj.c.is_open, proj.c.dept_id), else_=10).asc(), case((proj.c.is_open, proj.c.id), else_=proj.c.dept_id)).limit(bindparam('lim', 3)))

TREES.append(lambda: union_all(select(func.round((emp.c.salary + 2.25), 1, type_=Float), cast(emp.c.nick, Integer).op('>>', return_type=Integer())(42)), select(((literal_column("1.5", Float) * 2.25) + 3.0), dept.c.id)))

TREES.append(lambda: select(emp, or_(emp.c.active), func.first_value(emp.c.data).over(), emp.c.seen.label('Mixed')).select_from(emp).order_by(emp.c.boss_id.op('|')(emp.c.age).asc()))

TREES.append(lambda: select((proj.c.cost // Decimal("10"))).select_from(proj).where(cast(proj.c.is_open, Boolean)).order_by(proj.c.id).scalar_subquery())

TREES.append(lambda: union_all(select(case((case((bindparam(None, True, type_=Boolean), False), else_=True), func.ifnull(task.c.id, 1, type_=Integer)), else_=func.ifnull(task.c.proj_id, task.c.id, type_=Integer)), ('a' + collate(task.c.note, "nocase"))).where((func.substr(task.c.note, 2, 2, type_=String) >= '')), select(func.abs(case((literal(False), 2)), type_=Integer), cast(func.substr(task.c.note, 2, 2, type_=String), String)).where((task.c.note.collate("NOCASE") < task.c.note.collate("NOCASE")))))

TREES.append(lambda: delete(emp).where((select(func.min(dept.c.name)).select_from(dept).where((dept.c.id < 7)).limit(1).scalar_subquery() != ':w')).returning(emp.c.id))

TREES.append(lambda: select(select(func.max(emp.c.bonus)).select_from(emp).limit(1).scalar_subquery(), literal(D(2024, 12, 31)), true(), type_coerce(tuple_(func.abs(task.c.id, type_=Integer), collate(task.c.note, "nocase")).in_([(2, 'Ann'), (10, '')]), Boolean).label('two words')).select_from(task).where(exists(select(func.length(proj.c.title, type_=Integer).bitwise_not()).select_from(proj).where(literal(False)))).distinct().order_by(desc('two words')))


@TREES.append
def _():
    j = func.json_each(emp.c.data).table_valued('key', column('value', Integer))
    return select(literal("it's", String), func.avg(emp.c.bonus, type_=Float), (func.avg(emp.c.salary, type_=Float) + literal(2.25)), (j.c.value + -1), func.max(emp.c.name)).where(~select(func.max(emp.c.age)).select_from(emp).where(case(((~emp.c.nick.contains(emp.c.nick)), tuple_(emp.c.id, emp.c.name).not_in([(7, 'a'), (-1, 'b%')])), else_=False)).order_by(emp.c.id).limit(1).exists()).group_by(literal("it's", String)).having((emp.c.hired == emp.c.hired)).limit(4)


@TREES.append
def _():
    a = proj.alias("e2")
    b = aliased_b = proj.alias()
    return select((b.c.dept_id // -1), cast(b.c.is_open, Boolean).label('order')).select_from(a.outerjoin(b, a.c.id == b.c.id + 1)).where(select(func.max(dept.c.active)).select_from(dept).where(case((or_(false(), false(), literal(True)), select(func.min(dept.c.active)).select_from(dept).where(dept.c.active).scalar_subquery()), else_=(dept.c.budget != dept.c.budget))).order_by(dept.c.id).correlate_except(dept).scalar_subquery()).distinct()

TREES.append(lambda: (func.upper((literal('a', literal_execute=True) + dept.c.name)).concat(func.replace(literal('x_y'), dept.c.name, dept.c.name, type_=String).label('x y')) + func.upper((literal('b%') + dept.c.name).label('lab'))))

TREES.append(lambda: select(emp.c.data, func.lead(dept.c.budget).over(partition_by=literal(True)), emp.c.seen.label('id')).select_from(dept).join(emp).where(dept.c.info["b"]["c"].as_boolean()))


@TREES.append
def _():
    u = except_(select(literal('x_y').op('||', precedence=1, return_type=String())(emp.c.nick).label('p'), (emp.c.salary - -1.5).label('q')), select(literal('Ann').concat(task.c.prio), (literal(0.5) * literal(0.5))).where(not_(select(func.count(task.c.id)).select_from(task).where(true()).exists()))).order_by('p').alias('un')
    return select(func.coalesce(literal(3, Integer), 2), func.sum(literal(3)).label('total'), func.count(distinct(u.c.p))).group_by(func.coalesce(literal(3, Integer), 2))


@TREES.append
def _():
    s = select(dept.c.active, dept.c.opened, dept.c.name, case({':w': dept.c.id}, value=literal('a/b', literal_execute=True)).bitwise_rshift(2).label('comp')).where((('a' + dept.c.name) > func.trim(literal("it's"), type_=String))).limit(5).subquery("sq")
    return select(emp.c.hired, func.abs(s.c.comp, type_=Integer).op('<<', precedence=8)(0), emp.c.active, select(func.max(proj.c.title)).select_from(proj).where(proj.c.is_open).order_by(proj.c.id).correlate(s).scalar_subquery()).select_from(s).outerjoin(emp, emp.c.id == s.c.comp)

TREES.append(lambda: select(literal_column("'lc'", String).collate("NOCASE"), func.sum(proj.c.dept_id).label('n')).select_from(proj).group_by(literal_column("'lc'", String).collate("NOCASE")).order_by(literal_column("'lc'", String).collate("NOCASE"), literal_column("'lc'", String).collate("NOCASE")).limit(bindparam('lim', 3)))


@TREES.append
def _():
    j = func.json_each(proj.c.tags, '$.l').table_valued('key', column('value', Integer))
    return select(proj.c.cost).order_by((proj.c.id / proj.c.hours).desc())

TREES.append(lambda: and_(select(emp.c.bonus.not_in([Decimal("-0.25"), Decimal("-0.25"), Decimal("10")])).select_from(emp).where(func.nullif(emp.c.active, False, type_=Boolean)).limit(1).scalar_subquery(), ((emp.c.name + 'Ann') < (emp.c.name + emp.c.name))))

TREES.append(lambda: select((emp.c.salary >= bindparam(None, 0.5, type_=Float(8))), collate(dept.c.name, "nocase").label('n'), func.instr(task.c.note, 'x_y', type_=Integer), func.total(emp.c.age, type_=Integer).filter(dept.c.active), func.sum(emp.c.salary)).select_from(task.join(emp).join(dept, dept.c.id == emp.c.dept_id)).group_by((emp.c.salary >= bindparam(None, 0.5, type_=Float(8)))).having(func.min(dept.c.active)).order_by((emp.c.salary >= bindparam(None, 0.5, type_=Float(8)))))

TREES.append(lambda: select(literal(Decimal("10")), func.lead(bindparam(None, Decimal("1.5"), type_=Numeric)).over(partition_by=[task.c.pos, task.c.note], order_by=nulls_last(task.c.note.ilike(task.c.note).asc()), groups=(None, 1)), func.coalesce(emp.c.data["l"][0].as_string(), func.first_value(task.c.note).over(order_by=not_(true()).desc())).label('two words')).select_from(task).where(func.coalesce((select(emp.c.name).select_from(emp).where(emp.c.active).scalar_subquery() == None), func.coalesce(literal(Decimal("-0.25")).is_not_distinct_from(None), True))).slice(1, 3))

TREES.append(lambda: select(bindparam(None, -1.5, type_=Float), literal_column("1.5", Float), (func.row_number().over() / (literal(3.0) + literal(0.5)))).select_from(task).where(bindparam(None, False, type_=Boolean)).with_only_columns(func.ifnull(task.c.emp_id, 2, type_=Integer), func.coalesce(literal('a/b'), 'Ann')))


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

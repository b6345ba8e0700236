"""Random expression trees, seed 14: the text and parameters of 100 generated expressions and statements."""
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
TREES.append(lambda: emp.c.hired.between(D(2024, 12, 31), D(2024, 12, 31)))

TREES.append(lambda: (emp.c.data["b"].as_integer() + type_coerce(type_coerce(task.c.emp_id, SmallInteger), BigInteger)).not_in([1, null()]))

TREES.append(lambda: emp.c.data["b"]["c"].as_boolean())

TREES.append(lambda: ((0 - func.ifnull(task.c.proj_id, 2, type_=Integer)) % task.c.pos).not_in(select(func.max(proj.c.dept_id)).select_from(proj).where(func.trim(proj.c.title).concat((0 - proj.c.dept_id)).like('Ann'))))

TREES.append(lambda: exists(select(func.count()).select_from(task).order_by(task.c.id)))

TREES.append(lambda: (-((emp.c.dept_id % emp.c.age) % (emp.c.id % -5))).bool_op('<>', precedence=5)(-5))

TREES.append(lambda: select(dept.c.budget).select_from(task.join(emp).join(dept, dept.c.id == emp.c.dept_id)).where(func.coalesce(emp.c.active, False)))


@TREES.append
def _():
    u = union_all(select((task.c.note + '').label('p'), select(func.max(dept.c.id)).select_from(dept).where(dept.c.active).limit(1).scalar_subquery().label('q')), select(literal('a/b'), func.length(proj.c.title, type_=Integer))).cte()
    return select(func.replace(u.c.p, "it's", u.c.p, type_=String), (func.max(literal(Decimal("10"))).filter(literal(False, Boolean), literal(True)) / Decimal("-0.25")), func.sum(u.c.q).label(None)).group_by(func.replace(u.c.p, "it's", u.c.p, type_=String)).order_by(func.replace(u.c.p, "it's", u.c.p, type_=String), func.replace(u.c.p, "it's", u.c.p, type_=String))

TREES.append(lambda: case((and_(literal('q\\z').ilike(literal('Ann'), escape='!'), or_(not_(emp.c.active), emp.c.seen.not_in(select(literal(DT(2020, 2, 29))).select_from(proj).where(proj.c.is_open).correlate(emp)))), select(func.count()).select_from(task).where(func.coalesce(emp.c.active, emp.c.active)).exists()), (~exists(text('1')).select_from(task).where(case((emp.c.active, false()), (emp.c.active, emp.c.active), else_=True)), False), else_=False))


@TREES.append
def _():
    a = dept.alias(name="x y")
    b = aliased_b = dept.alias()
    return select(literal(0.5, Float(8)), b.c.name, b.c.info, b.c.opened.label('order')).select_from(a.outerjoin(b, a.c.id == b.c.id + 1)).where(a.c.active)


@TREES.append
def _():
    j = func.json_each(emp.c.data).table_valued('key', column('value', Integer), name='je')
    return select(emp.c.active, ('b%' + emp.c.nick), literal(-1.5).label('total'), func.avg(emp.c.salary, type_=Float).filter(emp.c.active, literal(True)), func.min(emp.c.nick)).group_by(emp.c.active, ('b%' + emp.c.nick)).having(emp.c.active).limit(bindparam('lim', 3))

TREES.append(lambda: select(emp.c.dept_id.between(10, 2), func.max(dept.c.budget)).select_from(emp).join(dept).join(task).group_by(emp.c.dept_id.between(10, 2)))

TREES.append(lambda: func.coalesce(func.coalesce(emp.c.nick, emp.c.name).startswith("it's", autoescape=True, escape='!'), True))

TREES.append(lambda: select(func.rank().over(partition_by=emp.c.dept_id, order_by=(literal(-1) * task.c.proj_id))).join_from(task, emp, task.c.emp_id == emp.c.id).where(func.substr((literal('a/b') + emp.c.nick), 1, 2, type_=String).not_like('q\\z')).order_by(func.coalesce(task.c.id, -1)))

TREES.append(lambda: task.c.done.is_not_distinct_from(task.c.done))

TREES.append(lambda: update(task).values(done=select(func.max(literal(DT(2024, 1, 2, 3, 4, 5)))).select_from(proj).where((proj.c.is_open & proj.c.is_open)).scalar_subquery(), note=task.c.note).where(bindparam(None, D(2021, 5, 6), type_=Date).between(literal(D(2024, 12, 31)), literal(D(2024, 12, 31)))))

TREES.append(lambda: select(proj, literal(7), proj.c.tags["b"].as_string(), func.round(func.last_value(proj.c.hours).over(partition_by=literal('b%'), order_by=case((dept.c.active, 'q\\z'), (dept.c.active, 'a'), else_=dept.c.name)), 1, type_=Float)).outerjoin_from(dept, proj).where((dept.c.name.collate("NOCASE") + '').like('q\\z', escape='/')).order_by(custom_op('%', return_type=Integer())(literal(42), -1).nulls_last()))

TREES.append(lambda: extract('day', literal(DT(2024, 1, 2, 3, 4, 5))))

TREES.append(lambda: select(proj.c.dept_id, (func.substr(literal(''), 2, 2, type_=String) + case((proj.c.is_open, proj.c.title))), func.substr(proj.c.title, 2, 2, type_=String)).where(func.ifnull(proj.c.id, proj.c.dept_id, type_=Integer).in_([]), exists().where(proj.c.id.between(1, proj.c.dept_id))).order_by((proj.c.cost + proj.c.cost).desc().nulls_last()).slice(1, 3))

TREES.append(lambda: select((proj.c.dept_id - 1), dept.c.info[("l", 0)].as_string(), func.count(literal('x_y'))).select_from(join(proj, dept)).group_by((proj.c.dept_id - 1), dept.c.info[("l", 0)].as_string()).having(func.max(dept.c.active)).limit(bindparam('lim', 3)))

TREES.append(lambda: not_(literal_column("3", Integer).op('>', is_comparison=True)(emp.c.boss_id)))

TREES.append(lambda: select(func.min(emp.c.active)).select_from(emp).where(emp.c.name.not_in(select(dept.c.name).select_from(dept))).scalar_subquery())

TREES.append(lambda: (-5 - func.length(dept.c.info[("b", "c")].as_string(), type_=Integer)))

TREES.append(lambda: case((select(func.max(dept.c.active)).select_from(dept).scalar_subquery(), False), (tuple_(emp.c.age, literal('a/b')).in_([(1, ''), (42, 'Ann')]), type_coerce(emp.c.active, Boolean)), else_=False))

TREES.append(lambda: select(func.ltrim(emp.c.name, type_=String), func.sum(dept.c.id).filter(literal(False, Boolean)).op('&', precedence=15)(bindparam(None, -1, type_=SmallInteger)).label('total')).select_from(task.join(emp).join(dept, dept.c.id == emp.c.dept_id)).where(emp.c.data["l"][0].as_integer().not_in([-1, 7, -5])).group_by(func.ltrim(emp.c.name, type_=String)).order_by(func.ltrim(emp.c.name, type_=String), func.ltrim(emp.c.name, type_=String)).limit(literal(2)))

TREES.append(lambda: proj.c.dept_id.bitwise_and(42).is_(null()))

TREES.append(lambda: func.round((emp.c.salary * 3.0), 1, type_=Float))


@TREES.append
def _():
    u = union_all(select((2 - proj.c.dept_id).label('p'), (proj.c.hours - proj.c.hours).label('q')), select(type_coerce(proj.c.title, SmallInteger), (-1.5 // proj.c.hours)).where((proj.c.title.istartswith('b%', autoescape=True, escape='!') != True))).order_by('p').subquery('un')
    return select(type_coerce(literal('q\\z'), SmallInteger), (emp.c.data["l"][0].as_string() == 'x_y'))

TREES.append(lambda: select(func.min(dept.c.budget).over(partition_by=dept.c.name), func.lead(literal(DT(2024, 1, 2, 3, 4, 5))).over(partition_by=[dept.c.id, dept.c.name], order_by=[(literal(-1.5, Float) / bindparam(None, 3.0, type_=Float)), literal(D(2021, 5, 6)).desc()]), select(func.min(bindparam(None, 'b%', type_=Unicode(5)))).select_from(task).where(true()).scalar_subquery()).select_from(dept).where(literal(DT(2024, 1, 2, 3, 4, 5)).in_([DT(2024, 1, 2, 3, 4, 5), DT(2020, 2, 29), DT(2024, 1, 2, 3, 4, 5)]), exists().where(and_(dept.c.active, literal(False)))))


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='my vals').data([(2, 'a/b'), (7, 'a/b')]).cte()
    return select(func.ifnull(literal(2), bindparam(None, 0, type_=Integer), type_=Integer), v.c.k, func.avg(literal_column("1.5", Float), type_=Float).label('Sum')).where(cast(or_(not_(literal(True)), false(), false().is_not(False)), Boolean)).group_by(func.ifnull(literal(2), bindparam(None, 0, type_=Integer), type_=Integer), v.c.k).limit(3)

TREES.append(lambda: select(bindparam(None, Decimal("-0.25"), type_=Numeric), (3 * literal(3, literal_execute=True)), (-1.5 + func.nullif(literal(-1.5), 2.25, type_=Float))).where(literal(True, Boolean), and_(task.c.note.not_in(['x_y', null()]), True)))

TREES.append(lambda: case((proj.c.title.bool_op('GLOB')(proj.c.title), True), else_=case((proj.c.is_open, True), (proj.c.is_open, proj.c.is_open), else_=True)))

TREES.append(lambda: select(func.substr(proj.c.title, 1, 2, type_=String), literal(DT(2020, 2, 29)), literal(DT(2024, 1, 2, 3, 4, 5)), proj.c.due).where(bindparam(None, True, type_=Boolean), (proj.c.due >= proj.c.due)).order_by(func.coalesce(proj.c.title, literal(':w', literal_execute=True)).desc()).slice(1, 3))

TREES.append(lambda: literal('a').op('||', precedence=1, return_type=String())('a/b').icontains('b%'))

TREES.append(lambda: type_coerce(case({0: True}, value=(task.c.emp_id.bitwise_and(7) // -5), else_=False), Boolean))


@TREES.append
def _():
    s = select(task.c.note, task.c.proj_id, task.c.prio, select(func.min(task.c.id)).select_from(task).where(select(func.max(dept.c.id)).select_from(dept).where(dept.c.active).exists()).order_by(task.c.id).limit(1).scalar_subquery().label('comp')).where(func.upper(task.c.note).endswith(task.c.note.op('||', precedence=6, return_type=String())(task.c.note))).limit(5).cte("sq")
    return select(literal(Decimal("10"))).where(s.c.comp == task.c.id).where(select(func.max(proj.c.is_open)).select_from(proj).where(proj.c.tags["a"].as_boolean()).scalar_subquery()).limit(literal(2))

TREES.append(lambda: or_(bindparam(None, False, type_=Boolean)).is_(False))

TREES.append(lambda: select(emp.c.name.op('||')(emp.c.name), (task.c.proj_id + emp.c.boss_id), func.instr(func.max(emp.c.name), func.aggregate_strings(literal(':w'), ', '), type_=Integer).label('Sum'), emp.c.bonus).select_from(task).join(emp, task.c.emp_id == emp.c.id, full=True).where((emp.c.name.not_ilike(emp.c.name) & between(task.c.note, emp.c.name, emp.c.name)), (emp.c.data["b"]["c"] != None)).group_by(emp.c.name.op('||')(emp.c.name), (task.c.proj_id + emp.c.boss_id)))

TREES.append(lambda: select(bindparam(None, 'a', type_=String).label(None), literal(Decimal("1.5")).is_distinct_from(Decimal("1.5")), literal(7, literal_execute=True), proj.c.title, func.sum(proj.c.id).filter(proj.c.is_open, literal(True))).select_from(proj).where((literal(10) > cast(func.round(proj.c.hours, 1, type_=Float), SmallInteger))).group_by(bindparam(None, 'a', type_=String).label(None), literal(Decimal("1.5")).is_distinct_from(Decimal("1.5"))))

TREES.append(lambda: delete(task).where(select(func.max(dept.c.active)).select_from(dept).order_by(dept.c.id).scalar_subquery()))


@TREES.append
def _():
    s = select(emp.c.data, emp.c.name, emp.c.hired, func.ifnull(func.coalesce(literal(42), emp.c.dept_id), (7 // literal_column("9", Integer)), type_=Integer).label('comp')).where((emp.c.nick.collate("NOCASE") != '?')).alias("sq")
    return select(extract('month', proj.c.due), func.avg(literal(3.0), type_=Float).filter(proj.c.is_open).label('n')).where(s.c.comp == proj.c.id).where(func.substr(('?' + s.c.name), func.length(proj.c.title, type_=Integer), 2, type_=String).not_like((('' + s.c.name) + 'a'))).group_by(extract('month', proj.c.due)).having(func.min(proj.c.is_open)).order_by((proj.c.dept_id * proj.c.dept_id).desc(), extract('month', proj.c.due))

TREES.append(lambda: func.length(cast(literal('?').concat(func.upper(emp.c.nick, type_=String)), String(20)), type_=Integer))

TREES.append(lambda: (((dept.c.budget / dept.c.id) - Decimal("-0.25")) - Decimal("10")))

TREES.append(lambda: and_(dept.c.active, (~~exists(text('1')).select_from(task).where(literal(-1.5).is_(None)))))

TREES.append(lambda: (proj.c.title.concat(proj.c.id).collate("NOCASE") + 'Ann').is_distinct_from(None))

TREES.append(lambda: func.substr(func.trim(proj.c.title, type_=String), 2, 2, type_=String))

TREES.append(lambda: (bindparam(None, 10, type_=Integer) * 3))

TREES.append(lambda: select(case((dept.c.active, 3), (dept.c.active, emp.c.dept_id), else_=-5), and_(dept.c.active, False), func.max(literal(-1.5)), (literal(3, literal_execute=True) + func.count()), extract('day', emp.c.hired)).select_from(dept).join(emp).outerjoin(task).group_by(case((dept.c.active, 3), (dept.c.active, emp.c.dept_id), else_=-5), and_(dept.c.active, False)).order_by(case((dept.c.active, 3), (dept.c.active, emp.c.dept_id), else_=-5)))


@TREES.append
def _():
    u = except_(select(cast(proj.c.id, SmallInteger).label('p'), (proj.c.hours - 3.0).label('q')), select((dept.c.id + dept.c.id), (literal(3.0) % literal(-1.5)))).alias()
    return select(func.round((u.c.q % -1.5), 1, type_=Float), extract('day', literal(DT(2020, 2, 29), DateTime)), u.c.p).where(literal(True), (func.length(literal('b%'), type_=Integer) <= func.abs(u.c.p, type_=Integer))).add_columns(func.nullif(u.c.p, u.c.p, type_=Integer)).order_by(u.c.q)

TREES.append(lambda: (((literal(Decimal("-0.25")) // proj.c.cost) - Decimal("1.5")) + (type_coerce(literal(Decimal("10")), Numeric) // Decimal("-0.25"))))


@TREES.append
def _():
    u = union_all(select(task.c.prio.bitwise_and(task.c.id).label('p'), func.coalesce(literal_column("1.5", Float), 3.0).label('q')), select(select(func.count(1)).select_from(dept).scalar_subquery(), (literal(0.5) // 2.25)).where(~exists(literal_column('1')).select_from(task).where(emp.c.id.is_not_distinct_from(emp.c.boss_id)))).order_by('p').cte()
    return select(literal('x_y'), func.min(bindparam(None, True, type_=Boolean)).over(order_by=case({'b%': 42}, value=literal("it's"), else_=u.c.p).nulls_first(), groups=(None, 1)), literal_column("'lc'", String).label('Mixed')).where(((-(u.c.p + u.c.p)) != None))

TREES.append(lambda: func.replace(case((dept.c.active, 'Ann'), (emp.c.active, emp.c.nick), else_='b%'), func.trim(emp.c.nick, type_=String), '?', type_=String).istartswith('?', autoescape=True, escape='!'))

TREES.append(lambda: delete(task).where((task.c.done != DT(2020, 2, 29))))


@TREES.append
def _():
    n = select(literal(-1).label('n'), literal("it's").label('w')).cte(recursive=True)
    n = n.union_all(select(n.c.n + 1, n.c.w + '?').where(n.c.n < 4))
    return select(emp.c.data[("b", "c")].as_integer(), func.substr(n.c.w, 1, 2, type_=String)).group_by(emp.c.data[("b", "c")].as_integer())

TREES.append(lambda: select(func.min(emp.c.data)).select_from(emp).order_by(emp.c.id).scalar_subquery())

TREES.append(lambda: between(literal(D(2024, 12, 31)), literal(D(2024, 12, 31)), literal(D(2024, 12, 31), Date)))

TREES.append(lambda: select(func.lower(dept.c.name, type_=String), func.max(literal(Decimal("-0.25"))).filter(dept.c.active, literal(True)), func.group_concat(dept.c.name, type_=String), func.count(dept.c.id.distinct()), collate(dept.c.name, "nocase")).group_by(func.lower(dept.c.name, type_=String)).order_by(func.lower(dept.c.name, type_=String), dept.c.opened.asc()))

TREES.append(lambda: select(literal(True), (func.row_number().over(partition_by=literal(1), order_by=[emp.c.data[("b", "c")].as_integer(), bindparam(None, D(2021, 5, 6), type_=Date).desc()]) != bitwise_not(task.c.proj_id)), select(literal('b%').concat(dept.c.id).iendswith('a', autoescape=True)).select_from(dept).where(task.c.note.concat(task.c.note).endswith(':w', autoescape=True, escape='!')).scalar_subquery(), select(func.min(literal(DT(2024, 1, 2, 3, 4, 5)))).select_from(proj).where(proj.c.is_open).scalar_subquery()).select_from(task).where(literal(True), literal(True)).limit(literal(2)))

TREES.append(lambda: case({7: (1 % task.c.pos)}, value=cast(literal(2.25), BigInteger)).op('|', precedence=15)(3))

TREES.append(lambda: intersect(select(case((proj.c.hours.between(proj.c.hours, literal_column("1.5", Float)), 'a/b'), ((literal(-1) == literal(1)), (literal('a/b') + 'b%'))), func.lower((literal_column("'lc'", String) + proj.c.title))).where(cast(proj.c.dept_id.op('>', is_comparison=True)(proj.c.id), Boolean)), select(func.ltrim(emp.c.data["b"].as_string(), type_=String), cast((literal(0.5, Float) / task.c.proj_id), String(20))), select(('q\\z' + func.upper(emp.c.name)), select(func.max(task.c.note)).select_from(task).where((~between(literal(D(2024, 12, 31)), literal(D(2021, 5, 6)), D(2024, 12, 31)))).scalar_subquery()).where(emp.c.nick.not_like('x_y'), (~literal(False)))).limit(3))


@TREES.append
def _():
    u = except_(select(emp.c.name.concat(7).label('p'), func.abs(emp.c.dept_id, type_=Integer).label('q')), select(('b%' + literal('b%')), extract('year', task.c.done)).where(cast((~literal(False)), Boolean))).subquery('un')
    return select(case({7: True}, value=func.lag(u.c.q, 1).over(partition_by=u.c.q, order_by=(literal(Decimal("10"), Numeric) / literal(Decimal("1.5"))).nulls_last(), rows=(None, 0))), u.c.p, emp.c.data[0])


@TREES.append
def _():
    a = dept.alias()
    b = aliased_b = dept.alias()
    return select(a, (((2.25 - literal(3.0)) + 0.5) % 0.5), b.c.info["l"][0], select(literal(DT(2024, 1, 2, 3, 4, 5))).select_from(dept).order_by(dept.c.id).limit(1).scalar_subquery().label('lab1')).where(a.c.id < b.c.id).where(type_coerce(a.c.active, Boolean)).order_by(select(func.max(emp.c.name)).select_from(emp).where(a.c.active).scalar_subquery().desc())

TREES.append(lambda: select(func.count().filter((~literal(D(2021, 5, 6)).between(literal(D(2024, 12, 31)), D(2024, 12, 31)))).over(partition_by=[task.c.emp_id, task.c.note], order_by=[cast(literal('q\\z'), SmallInteger).desc(), literal_column("1.5", Float).nulls_last()])).select_from(task).where(literal(False)).add_columns(task.c.pos.op('-', precedence=8)(task.c.emp_id)))


@TREES.append
def _():
    s = select(emp.c.bonus, emp.c.active, emp.c.nick, func.abs(type_coerce(emp.c.dept_id, Integer), type_=Integer).label('comp')).where((null() == literal_column("'lc'", String))).limit(5).subquery("sq")
    return select(s.c.nick, func.lag(s.c.comp, 1).over(order_by=[nulls_last((literal(3.0, Float(8)) / 2.25).asc()), s.c.nick.asc()]), s.c.active).distinct().order_by(func.coalesce(literal(D(2021, 5, 6)), literal(D(2024, 12, 31))))

TREES.append(lambda: update(task).values(prio=func.instr(type_coerce(bindparam(None, 42, type_=Integer), Text), 'x_y', type_=Integer), done=task.c.done).where((literal('a/b', literal_execute=True).istartswith('x_y', autoescape=True) & literal(False, Boolean))))

TREES.append(lambda: ((-(emp.c.boss_id - 42)) - ((emp.c.boss_id + 7) * (-emp.c.id))))

TREES.append(lambda: select(emp.c.data["b"].as_integer(), func.ifnull((-(emp.c.dept_id + 42)), func.length(func.upper(emp.c.nick), type_=Integer), type_=Integer), emp.c.bonus.label('lab1')).where((emp.c.salary > -1.5)))

TREES.append(lambda: emp.c.data["a"].as_integer())

TREES.append(lambda: select((case({':w': literal(42)}, value=dept.c.name, else_=dept.c.id) - -1), dept.c.name).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).order_by((-dept.c.id)))

TREES.append(lambda: select(literal(3.0), dept.c.name, tuple_(((0 * dept.c.id) + dept.c.id.bitwise_not()), func.coalesce(('x_y' + dept.c.name), 'a/b')).not_in([(10, 'q\\z'), (10, ':w')])).where(func.substr(select(func.min(task.c.note)).select_from(task).where(dept.c.active).scalar_subquery(), 1, 2, type_=String).not_in([])).distinct())

TREES.append(lambda: (emp.c.data[("b", "c")].as_integer() % extract('month', literal(D(2021, 5, 6))).bitwise_rshift(custom_op('+')((task.c.pos - 2), 7))))

TREES.append(lambda: case((select((func.length(proj.c.title, type_=Integer) == 7)).select_from(proj).where(proj.c.title.istartswith(proj.c.tags["l"][0].as_string())).scalar_subquery(), False), ((~case((literal(True), dept.c.id), else_=dept.c.id).op('>', is_comparison=True)(dept.c.id)), False), else_=False))


@TREES.append
def _():
    s = select(task.c.prio, task.c.id, task.c.proj_id, (task.c.emp_id % 42).label('comp')).where(func.substr(task.c.note, 2, 2, type_=String).contains('a', autoescape=True, escape='!')).order_by(task.c.id).alias("sq")
    return select(func.lower(dept.c.name, type_=String), s.c.prio.label('lab1')).select_from(s).outerjoin(dept, dept.c.id == s.c.comp).order_by('lab1')

TREES.append(lambda: (case({"it's": emp.c.boss_id}, value=emp.c.nick.op('||')('a/b'), else_=(emp.c.boss_id - emp.c.age)) != case((~exists().where(emp.c.active), 42), ((emp.c.nick > 'x_y'), 2), else_=(emp.c.id - emp.c.age))))

TREES.append(lambda: select(emp.c.salary, emp.c.data["b"]["c"].as_json()).select_from(emp).where(select(func.max(literal(False, Boolean))).select_from(proj).limit(1).scalar_subquery()).limit(literal(2)))

TREES.append(lambda: func.round(((literal(2.25, Float(8)) / dept.c.id) % -1.5), 1, type_=Float).is_(None))

TREES.append(lambda: (select(func.min(emp.c.salary)).select_from(emp).scalar_subquery() - case({-1: proj.c.hours}, value=proj.c.dept_id)))

TREES.append(lambda: select(func.min(emp.c.id)).select_from(emp).where(emp.c.active).scalar_subquery())

TREES.append(lambda: select(dept.c.name, (dept.c.id % proj.c.id), func.count(distinct(dept.c.name))).where(proj.c.dept_id == dept.c.id).group_by(dept.c.name, (dept.c.id % proj.c.id)).having((null() == proj.c.hours)))

TREES.append(lambda: (literal(D(2024, 12, 31)) >= bindparam(None, D(2024, 12, 31), type_=Date)))

TREES.append(lambda: select(case({'b%': 1}, value=literal(':w'), else_=3), cast(proj.c.hours, BigInteger).label('Sum'), func.avg(proj.c.hours, type_=Float), (proj.c.hours // func.max(literal(3.0)).filter(dept.c.active))).select_from(proj.join(dept, and_(proj.c.dept_id == dept.c.id, (proj.c.cost > Decimal("1.5"))))).group_by(case({'b%': 1}, value=literal(':w'), else_=3)).having((dept.c.opened < D(2021, 5, 6))).order_by(nulls_last((literal('a', String(20)) + '').asc())).slice(1, 3))

TREES.append(lambda: union(select(func.round(func.round(proj.c.hours, 1, type_=Float), 1, type_=Float), case({"it's": 1}, value=func.coalesce(proj.c.title, 'a/b'))).where((case((proj.c.is_open, D(2024, 12, 31)), else_=proj.c.due) == D(2024, 12, 31))), select(((-1.5 / proj.c.hours) * (proj.c.hours - proj.c.hours)), cast(select(func.min(emp.c.name)).select_from(emp).where(literal(True)).scalar_subquery(), BigInteger)).where((~proj.c.is_open), (proj.c.is_open & proj.c.is_open)), select(((bindparam(None, 0.5, type_=Float(8)) % 2.25) + func.coalesce(literal(3.0), literal_column("1.5", Float))), func.length(task.c.note, type_=Integer).bitwise_rshift(literal(-5).bitwise_or(42)))))

TREES.append(lambda: and_(func.coalesce(emp.c.active, not_(emp.c.active)), or_(func.coalesce(bindparam(None, True, type_=Boolean), True), (emp.c.data["b"].as_integer() == 2)), and_(emp.c.hired.between(emp.c.hired, emp.c.hired), (~literal(False)))))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(task.c.prio, func.lower(('b%' + task.c.note))).where((bindparam(None, Decimal("1.5"), type_=Numeric) <= Decimal("-0.25")), case((literal(False), False)))))


@TREES.append
def _():
    a = emp.alias("e2")
    b = aliased_b = emp.alias()
    return select(b.c.id.bitwise_not(), func.min(literal("it's", literal_execute=True)).over(order_by=(-a.c.bonus)), select(func.length(emp.c.nick, type_=Integer).is_distinct_from(None)).select_from(emp).scalar_subquery(), func.ltrim(a.c.nick).ilike(a.c.name.op('||')(a.c.name), escape='/')).select_from(a).join(b, a.c.id == b.c.id).distinct().slice(1, 3)

TREES.append(lambda: (~and_(dept.c.active, True)))


@TREES.append
def _():
    u = except_(select(func.length(emp.c.name, type_=Integer).label('p'), emp.c.id.bitwise_not().label('q')), select(type_coerce(emp.c.name, BigInteger), emp.c.boss_id.bitwise_rshift(emp.c.dept_id)).where(func.replace(emp.c.name, emp.c.name, emp.c.nick, type_=String).not_ilike('a/b'))).order_by('p').subquery()
    return select(((42 - u.c.q) * 42), type_coerce((Decimal("10") * (u.c.p / 1)), Numeric), func.first_value(literal('a', String)).over().label('two words')).where(tuple_(u.c.q, literal("it's").op('||')("it's")).not_in([(3, 'x_y'), (10, 'a')]), func.trim(literal('q\\z'), type_=String).iendswith('x_y', autoescape=True, escape='!')).add_columns(u.c.q.label('x y')).slice(1, 3)


@TREES.append
def _():
    s = select(proj.c.is_open, proj.c.due, proj.c.cost, (func.nullif(literal(7), 7, type_=Integer) % literal(42).bitwise_xor(1)).label('comp')).where(((proj.c.hours // proj.c.hours) != (literal(-1.5) * proj.c.dept_id))).subquery("sq")
    return select(s, literal(3.0).label('two words')).where(case({'?': False}, value=literal_column("'lc'", String), else_=False), (s.c.cost // Decimal("10")).is_distinct_from(case((literal(True, Boolean), s.c.cost), (s.c.is_open, Decimal("10")), else_=Decimal("-0.25"))))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(dept.c.id, ((dept.c.name + dept.c.name) + select(literal('x_y')).select_from(task).where(dept.c.active).scalar_subquery())).where((func.ifnull(bindparam(None, 3, type_=Integer), dept.c.id, type_=Integer) <= dept.c.id.label('x y')))))


@TREES.append
def _():
    u = union(select((':w' + proj.c.title).label('p'), (-literal(2.25)).label('q')), select((proj.c.title + 'x_y'), proj.c.hours).where(select(literal(True, Boolean)).select_from(task).order_by(task.c.id).limit(1).scalar_subquery())).order_by('p').subquery('un')
    return select(u.c.p.op('LIKE', is_comparison=True, precedence=5)('x_y'), (u.c.p + u.c.p), func.count(distinct(u.c.p)).filter(literal(False)), func.coalesce(func.count(u.c.p), 2), func.max(literal(Decimal("-0.25")))).group_by(u.c.p.op('LIKE', is_comparison=True, precedence=5)('x_y'), (u.c.p + u.c.p)).having(func.max(literal(False)))

TREES.append(lambda: select(emp.c.data["l"][0].as_json()).select_from(emp).where(select(func.max(dept.c.active)).select_from(dept).scalar_subquery()).correlate_except(emp).scalar_subquery())

TREES.append(lambda: (-((3.0 - case((emp.c.active, emp.c.salary), else_=emp.c.salary)) % 2.25)))

TREES.append(lambda: select(func.max(emp.c.dept_id)).select_from(emp).where((not_(bindparam(None, True, type_=Boolean)) != True)).limit(1).scalar_subquery())

TREES.append(lambda: union(select(func.substr(type_coerce(literal(0, Integer), String), (dept.c.id * 0), 2, type_=String), (dept.c.name + 'q\\z')).where(cast(dept.c.active, Boolean), literal(DT(2024, 1, 2, 3, 4, 5)).in_([])), select(task.c.note.op('||', precedence=6, return_type=String())(':w').concat(task.c.note.op('||')(task.c.note)), select(func.max(task.c.note)).select_from(task).where(bindparam(None, False, type_=Boolean)).order_by(task.c.id).correlate_except(task).scalar_subquery()).where((task.c.pos != task.c.id), task.c.note.is_(None))).order_by(text('1 DESC')))

TREES.append(lambda: (-func.instr(literal_column("'lc'", String), 'q\\z', type_=Integer)))

TREES.append(lambda: select(func.coalesce(proj.c.title, 'q\\z').op('||', precedence=9, return_type=String())('q\\z'), ((func.lag(literal(-1), 1).over(partition_by=proj.c.title, order_by=[(Decimal("-0.25") + literal(Decimal("-0.25"))).desc(), proj.c.id]) + 42) * func.last_value(proj.c.cost).over(partition_by=[proj.c.dept_id, proj.c.title])), proj.c.tags["l"][0].as_json(), bindparam(None, DT(2024, 1, 2, 3, 4, 5), type_=DateTime)).where(or_(false(), (case({-1: proj.c.title}, value=proj.c.id, else_=literal('a')) <= '?'))).limit(2))

TREES.append(lambda: case((func.coalesce(task.c.emp_id, task.c.emp_id).is_distinct_from((7 + task.c.proj_id)), (Decimal("1.5") // (Decimal("1.5") * literal(Decimal("10"))))), (literal(True), ((literal(Decimal("1.5")) + Decimal("10")) * (-literal(Decimal("1.5"))))), else_=Decimal("1.5")))

TREES.append(lambda: func.substr((dept.c.name + dept.c.name), 1, 2, type_=String))

TREES.append(lambda: dept.c.info["b"]["c"].as_json())

TREES.append(lambda: select((-1 // literal(10))).where(((task.c.prio + task.c.pos).bitwise_xor(task.c.proj_id.bitwise_not()) < 42)).order_by(task.c.note.concat(literal('Ann')), (Decimal("1.5") % literal(Decimal("10"), Numeric(8, 2))).desc()).slice(1, 3))


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

"""Random expression trees, seed 20: the text and parameters of 100 generated expressions and statements."""
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
    u = union_all(select(emp.c.name.label('p'), func.instr(emp.c.name, ':w', type_=Integer).label('q')), select(cast(bindparam(None, 0.5, type_=Float), String(20)), proj.c.id)).alias('un')
    return select((-u.c.q), func.coalesce(select(literal(5, JSON)).select_from(emp).where(emp.c.active).scalar_subquery(), emp.c.data["a"]), literal(D(2021, 5, 6)), type_coerce(literal(10), Text).concat(case({'Ann': u.c.p}, value=u.c.p, else_='a'))).distinct()

TREES.append(lambda: select(literal([1, 2], JSON).label('two words')).select_from(task).join(emp).where(case((func.abs(task.c.emp_id, type_=Integer).is_distinct_from(None), (~func.coalesce(emp.c.nick, emp.c.nick).not_ilike('Ann'))), (type_coerce(emp.c.nick.iendswith(task.c.note, escape='^'), Boolean), True))).distinct().order_by(desc('two words'), 'two words'))

TREES.append(lambda: select(func.max(task.c.emp_id)).select_from(task).exists())

TREES.append(lambda: except_(select(func.replace(dept.c.name, dept.c.name, literal('Ann'), type_=String).concat('a/b'), ((literal(10) % dept.c.id) // (0 // dept.c.id))).where(dept.c.name.op('||', precedence=9, return_type=String())('').not_in([null()])), select((dept.c.name + dept.c.name).collate("NOCASE"), type_coerce(dept.c.name.op('||')(dept.c.name), BigInteger))))

TREES.append(lambda: func.instr(literal('?').concat('a'), ('a' + dept.c.name), type_=Integer))

TREES.append(lambda: (literal('b%').op('||')('x_y') + 'q\\z'))

TREES.append(lambda: type_coerce(literal(42), Integer))

TREES.append(lambda: select(dept.c.info[("l", 0)], literal(DT(2020, 2, 29)), func.last_value(dept.c.active).over(order_by=func.length(dept.c.name, type_=Integer).desc()), dept.c.name).join_from(proj, dept, proj.c.dept_id == dept.c.id).where((7 - literal(7)).op('<<', precedence=15)(3).not_in([])).order_by(nulls_last((proj.c.cost + Decimal("10")).asc())))

TREES.append(lambda: func.lower(func.substr(collate((proj.c.title + proj.c.title), "nocase"), 1, 2, type_=String)))


@TREES.append
def _():
    a = proj.alias(name="x y")
    b = aliased_b = proj.alias()
    return select(func.min(a.c.title).over(partition_by=[a.c.dept_id, a.c.title], order_by=[b.c.due.desc(), literal(42, BigInteger).asc()], range_=(None, 0)), ((literal('Ann') + '') == 'a/b'), (a.c.dept_id + literal(0, literal_execute=True)).label('order')).select_from(a).join(b, a.c.id == b.c.id).where((((b.c.id / a.c.hours) / 2.25) == None))

TREES.append(lambda: update(emp).values(hired=emp.c.hired, bonus=func.coalesce((Decimal("10") + emp.c.bonus), Decimal("1.5"))).where(extract('year', emp.c.seen).in_([10, -5])).returning(emp.c.id, emp.c.data["b"]["c"].as_integer()))

TREES.append(lambda: (dept.c.info["b"]["c"].as_json() != None))

TREES.append(lambda: type_coerce((literal(False) & false()), Boolean))


@TREES.append
def _():
    s = select(emp.c.boss_id, emp.c.seen, emp.c.salary, ((emp.c.id // 2) // -1).label('comp')).where(cast(emp.c.seen.is_not_distinct_from(DT(2024, 1, 2, 3, 4, 5)), Boolean)).distinct().alias("sq")
    return select(func.last_value(dept.c.opened).over(partition_by=literal(True), order_by=literal('q\\z').nulls_first())).select_from(s).outerjoin(dept, dept.c.id == s.c.comp).where(func.ltrim(dept.c.name).is_(None), case({'x_y': False}, value=func.replace(literal('a', String), dept.c.name, dept.c.name, type_=String))).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)

TREES.append(lambda: update(proj).values(due=proj.c.due, is_open=type_coerce(proj.c.title.like('b%'), Boolean)).where((~func.upper(literal('x_y', literal_execute=True), type_=String).iendswith('a'))))

TREES.append(lambda: func.length(((proj.c.title + 'x_y') + 'x_y'), type_=Integer))

TREES.append(lambda: select(collate(func.upper(dept.c.name, type_=String), "nocase"), ("it's" + (dept.c.name + 'a'))).where(~exists(1).select_from(task).where(dept.c.active), exists().where(dept.c.active)).union(select(func.ltrim(select(func.min(proj.c.title)).select_from(proj).where(proj.c.is_open).scalar_subquery()), func.coalesce(('a' + task.c.note), cast(literal_column("1.5", Float), Unicode(5)))).where(literal(False)), select(collate(dept.c.info[("l", 0)].as_string(), "nocase"), dept.c.name.concat(2).concat(3)).where((select(func.max(proj.c.due)).select_from(proj).where(proj.c.is_open).scalar_subquery() != None))))

TREES.append(lambda: func.instr(bindparam(None, 'x_y', type_=String), emp.c.nick, type_=Integer))

TREES.append(lambda: ((extract('month', emp.c.hired) < (func.length(emp.c.nick, type_=Integer) + emp.c.data["l"][0].as_integer())) | or_(emp.c.active, func.substr(emp.c.nick, 2, 2, type_=String).startswith((literal_column("'lc'", String) + 'x_y'), escape='^'))))


@TREES.append
def _():
    a = task.alias()
    b = aliased_b = task.alias()
    return select(a, emp.c.data["a"].as_json(), ((-func.coalesce(bindparam(None, Decimal("1.5"), type_=Numeric(8, 2)), literal(Decimal("-0.25")))) * func.lead(literal(Decimal("1.5"))).over(order_by=func.length(a.c.note, type_=Integer).desc())).label('Mixed')).where(a.c.id < b.c.id).with_only_columns((a.c.id - b.c.pos), func.replace(literal_column("'lc'", String), b.c.note, b.c.note, type_=String))

TREES.append(lambda: select((literal(42).bitwise_or(task.c.id) // cast(literal(-1.5, Float(8)), BigInteger)), select(proj.c.hours).select_from(proj).where(case({7: proj.c.is_open}, value=task.c.pos, else_=proj.c.is_open)).limit(1).scalar_subquery()).where(((task.c.prio - 1) == None)).union_all(select(extract('day', emp.c.hired).op('<<', precedence=5)(emp.c.age.bitwise_xor(emp.c.dept_id)), emp.c.salary), select(dept.c.info["b"]["c"].as_integer().op('<<', precedence=5)(literal(42)), (3.0 * bindparam(None, 2.25, type_=Float)))).order_by(literal_column('1')))

TREES.append(lambda: select(func.max(literal('?'))).select_from(proj).where(proj.c.tags["b"]["c"].as_json().is_(None)).order_by(proj.c.id).scalar_subquery().is_(None))

TREES.append(lambda: select(extract('year', emp.c.seen).label('two words')).join_from(emp, dept, emp.c.dept_id == dept.c.id).where(((func.coalesce(emp.c.age, bindparam(None, 42, type_=Integer)) - func.length(literal('x_y', literal_execute=True), type_=Integer)) != (-(emp.c.id + literal(42))))).order_by(type_coerce(emp.c.bonus, Numeric)))


@TREES.append
def _():
    a = task.alias()
    b = aliased_b = task.alias()
    return select(b.c.done).select_from(a.outerjoin(b, a.c.id == b.c.id + 1)).where(select(func.max(proj.c.is_open)).select_from(proj).where(case((bindparam(None, True, type_=Boolean), a.c.done), else_=DT(2024, 1, 2, 3, 4, 5)).is_not_distinct_from(a.c.done)).limit(1).scalar_subquery()).order_by(nulls_last(literal(D(2024, 12, 31), Date).asc()), (a.c.prio * -1).nulls_last())

TREES.append(lambda: select(func.coalesce(task.c.prio, emp.c.age), collate(emp.c.name, "nocase"), (func.avg(emp.c.bonus, type_=Float).filter(emp.c.active) - Decimal("-0.25")).label('Sum'), func.total(task.c.emp_id, type_=Integer)).select_from(outerjoin(task, emp, task.c.emp_id == emp.c.id)).group_by(func.coalesce(task.c.prio, emp.c.age), collate(emp.c.name, "nocase")).having(func.max(emp.c.active)))

TREES.append(lambda: update(proj).values(title=case((literal(10).is_distinct_from(None), func.substr(bindparam(None, '?', type_=String), proj.c.dept_id, 2, type_=String))), due=proj.c.due).where(case((or_(proj.c.is_open), True), (type_coerce(proj.c.is_open, Boolean), proj.c.is_open))).returning(proj.c.id, cast(proj.c.hours, SmallInteger)))

TREES.append(lambda: emp.c.data["b"].as_json())

TREES.append(lambda: type_coerce(extract('day', bindparam(None, D(2024, 12, 31), type_=Date)), Integer))

TREES.append(lambda: select((emp.c.data[("l", 0)].as_string() + 'q\\z'), cast(case({'a': task.c.note}, value=task.c.note, else_=literal('q\\z')), String(20))).union_all(select(case((proj.c.is_open, proj.c.title.op('||')(proj.c.title)), ((literal(1) != proj.c.id), (proj.c.title + proj.c.title)), else_='b%'), select(func.min(literal('x_y', literal_execute=True))).select_from(task).where(task.c.prio.is_not_distinct_from(task.c.prio)).scalar_subquery()).where(cast(proj.c.dept_id.not_in([-5]), Boolean)), select(func.trim(emp.c.name, type_=String).label(None), func.substr(emp.c.name.collate("NOCASE"), (emp.c.id * emp.c.id), 2, type_=String))).limit(3))

TREES.append(lambda: update(emp).values(age=bindparam(None, 0, type_=Integer).op('%', precedence=15)(3).label(None), seen=emp.c.seen).where((select(func.max(emp.c.nick)).select_from(emp).where(true()).limit(1).correlate_except(emp).scalar_subquery() < func.lower(emp.c.name, type_=String))))

TREES.append(lambda: delete(proj).where(func.substr(proj.c.title.op('||', precedence=1, return_type=String())(''), (-literal(3)), 2, type_=String).not_ilike(proj.c.title.op('||')(proj.c.title).concat((literal('a') + 'q\\z')))))


@TREES.append
def _():
    a = dept.alias()
    b = aliased_b = dept.alias()
    return select(a, func.lead(b.c.name).over(partition_by=b.c.id, order_by=[(literal(3.0) + literal(-1.5)), a.c.opened.desc()], rows=(1, 3)), literal(DT(2024, 1, 2, 3, 4, 5)), func.lead(b.c.name).over(partition_by=literal('q\\z'), order_by=[(bindparam(None, 42, type_=Integer) // 2), a.c.active.desc().nulls_last()]).label('Mixed')).select_from(a).join(b, a.c.id == b.c.id).where((func.lower(a.c.name) + "it's").like(func.coalesce(func.substr(a.c.name, literal(2, literal_execute=True), 2, type_=String), b.c.name.concat('Ann')))).prefix_with('ALL').order_by(desc('Mixed'))

TREES.append(lambda: (cast(emp.c.salary, Integer) // -5).not_in(select(func.count(emp.c.id)).select_from(emp)))


@TREES.append
def _():
    u = union_all(select(func.lower(dept.c.name).label('p'), (literal_column("1.5", Float) / -1.5).label('q')), select(func.replace(emp.c.nick, emp.c.name, emp.c.name, type_=String), (0.5 // emp.c.salary)).where(((emp.c.id * emp.c.id) == case((emp.c.active, literal(3)), (emp.c.active, emp.c.age))))).order_by('p').alias()
    return select(u.c.p, u.c.p.op('||')('x_y'), func.max(u.c.q).label('n'), (literal(Decimal("1.5")) / literal(10, literal_execute=True))).where((~case({1: "it's"}, value=literal(1), else_='x_y').endswith(':w', autoescape=True, escape='!')), u.c.p.op('||', precedence=6, return_type=String())(literal('a')).not_ilike('b%')).group_by(u.c.p, u.c.p.op('||')('x_y')).order_by(literal(D(2021, 5, 6)).nulls_last(), (u.c.q / literal_column("8", Integer)).desc())

TREES.append(lambda: select(dept.c.opened, func.max(proj.c.due).filter(((literal(Decimal("10"), Numeric) - Decimal("10")) < Decimal("10"))).over(order_by=desc(proj.c.id.bitwise_lshift(literal(42, SmallInteger))), rows=(1, 3)), func.last_value(dept.c.active).over(order_by=type_coerce(proj.c.cost, Numeric).desc().nulls_first())).outerjoin_from(dept, proj).where((func.instr(proj.c.title.collate("NOCASE"), func.lower(literal('a/b'), type_=String), type_=Integer) != func.coalesce(extract('month', literal(DT(2024, 1, 2, 3, 4, 5))), proj.c.id))))

TREES.append(lambda: func.lower(func.trim(task.c.note, type_=String), type_=String))

TREES.append(lambda: select(func.last_value(proj.c.hours).over(partition_by=[proj.c.id, proj.c.title], order_by=[dept.c.opened, proj.c.cost.desc()], rows=(None, None)).label('lab1')).select_from(dept).join(proj).where(proj.c.is_open).order_by('lab1'))

TREES.append(lambda: insert(task).values(prio=literal_column("5", Integer).op('*')(literal(42, literal_execute=True)), note=literal('Ann'), pos=select(emp.c.id.bitwise_or(emp.c.dept_id)).select_from(emp).where(emp.c.boss_id.is_distinct_from(emp.c.id)).scalar_subquery()).returning(task.c.id, task.c.prio))

TREES.append(lambda: select(func.ifnull(literal(10), -5, type_=Integer), emp.c.nick.collate("NOCASE"), func.count(emp.c.dept_id.distinct()).label('n'), (func.sum(emp.c.salary) - func.avg(emp.c.salary, type_=Float)), type_coerce(dept.c.name, Integer)).select_from(join(emp, dept)).group_by(func.ifnull(literal(10), -5, type_=Integer), emp.c.nick.collate("NOCASE")).having(func.max(literal(False)).filter(literal(False))))


@TREES.append
def _():
    s = select(task.c.pos, task.c.id, task.c.proj_id, (-task.c.prio).bitwise_rshift(select(func.count()).select_from(proj).where(proj.c.is_open).order_by(proj.c.id).scalar_subquery()).label('comp')).where((func.lower(task.c.note) <= 'q\\z')).subquery("sq")
    return select(cast(bindparam(None, -1.5, type_=Float), BigInteger).label('lab1')).where(s.c.comp == task.c.id).where(cast(and_(true(), tuple_(task.c.prio, task.c.note).not_in([(42, '?'), (0, 'x_y')])), Boolean)).distinct()

TREES.append(lambda: select(func.max(bindparam(None, False, type_=Boolean))).select_from(emp).where(type_coerce(emp.c.active, Boolean)).scalar_subquery())

TREES.append(lambda: (dept.c.info["l"][0].as_string() == func.replace(dept.c.name, dept.c.name, dept.c.name, type_=String).op('||', precedence=9, return_type=String())('a')))

TREES.append(lambda: dept.c.name.in_(['a/b', 'Ann']))


@TREES.append
def _():
    s = select(proj.c.tags, proj.c.dept_id, proj.c.is_open, (proj.c.dept_id.bitwise_and(10) * 7).label('comp')).where(proj.c.is_open).limit(5).subquery()
    return select(literal('?', literal_execute=True).not_in(['?', 'x_y', '?', null()]), func.abs(s.c.dept_id, type_=Integer), func.length(func.group_concat(literal('a'), type_=String), type_=Integer), func.count(bindparam(None, '', type_=String(20)))).group_by(literal('?', literal_execute=True).not_in(['?', 'x_y', '?', null()]))

TREES.append(lambda: (dept.c.info[("l", 0)].as_numeric(10, 2) + Decimal("1.5")))

TREES.append(lambda: select(func.min(dept.c.active)).select_from(dept).where(case((proj.c.is_open, 0.5), else_=proj.c.hours).between(3.0, case((proj.c.is_open, proj.c.hours), (dept.c.active, 2.25), else_=proj.c.hours))).scalar_subquery())

TREES.append(lambda: union(select(literal_column("1.5", Float), (case((bindparam(None, True, type_=Boolean), task.c.prio), else_=task.c.id) / (-1.5 * bindparam(None, 2.25, type_=Float(8))))).where((emp.c.data[("b", "c")].as_integer() == extract('month', literal(D(2024, 12, 31), Date)))), union(select((bindparam(None, 2.25, type_=Float) - (3.0 - literal(-1.5))), (select(func.min(proj.c.hours)).select_from(proj).where(bindparam(None, False, type_=Boolean)).correlate(dept).scalar_subquery() * (literal(0.5) % 2.25))), select(literal(-1.5), cast(func.instr(dept.c.name, literal('a'), type_=Integer), Float)).where(and_(true(), dept.c.active), case((dept.c.active, dept.c.active), else_=True))).subquery().select()).order_by(literal_column('1')))

TREES.append(lambda: (emp.c.data[("b", "c")].as_string() == None))

TREES.append(lambda: or_(proj.c.is_open, proj.c.title.in_(['Ann', ':w', 'Ann'])))

TREES.append(lambda: (cast(func.coalesce(literal(-5).op('<<', return_type=Integer())(bindparam(None, 7, type_=Integer)), cast(proj.c.title, Integer)), Float(8)) + 3.0))

TREES.append(lambda: select((emp.c.salary // emp.c.salary)).join_from(task, emp).where(emp.c.hired.not_in([])).order_by(func.substr(emp.c.nick, emp.c.age, 2, type_=String)))

TREES.append(lambda: (literal(10) + func.instr(func.trim(emp.c.nick, type_=String), func.upper(emp.c.nick, type_=String), type_=Integer)))

TREES.append(lambda: select(func.max(emp.c.seen).over(partition_by=dept.c.name, order_by=('a' + dept.c.name)), ('a/b' + cast(emp.c.nick, String(20))).istartswith('Ann'), emp.c.id, func.ifnull(select(func.min(emp.c.boss_id)).select_from(emp).where(emp.c.active).scalar_subquery(), case((emp.c.active, 1), else_=literal(42)), type_=Integer)).select_from(dept).join(emp).where((cast(dept.c.name, SmallInteger) > literal_column("3", Integer)).is_not(False)).add_columns(func.length(dept.c.name, type_=Integer)))


@TREES.append
def _():
    a = task.alias(name="x y")
    b = aliased_b = task.alias()
    return select((literal(Decimal("10")) + Decimal("1.5"))).where(a.c.id < b.c.id).order_by((b.c.pos + a.c.prio))

TREES.append(lambda: intersect(select(((3.0 - literal(2.25, Float)) % 0.5), cast(func.round(literal_column("1.5", Float), 1, type_=Float), String)).where(dept.c.name.icontains(dept.c.name), dept.c.active), select(case({'x_y': -1.5}, value=task.c.note, else_=(task.c.id / literal(3.0))), (task.c.note.op('||', precedence=9, return_type=String())(task.c.note) + 'x_y')).where(or_(and_(literal(True), or_(bindparam(None, False, type_=Boolean), literal(False))), not_(literal(False))))).order_by(literal_column('1')))

TREES.append(lambda: (0.5 % cast((bindparam(None, 3.0, type_=Float(8)) - literal(-1.5)), Float)))

TREES.append(lambda: intersect(select(func.trim(dept.c.name).op('||', precedence=9, return_type=String())('a/b'), ("it's" + dept.c.name.concat(dept.c.name))), union_all(select(func.substr(proj.c.title, 1, 2, type_=String).op('||', precedence=9, return_type=String())((literal_column("'lc'", String) + 'b%')), func.replace(proj.c.title, proj.c.title, proj.c.title, type_=String).op('||', precedence=1, return_type=String())((proj.c.title + proj.c.title))), select(func.lower(select(task.c.note).select_from(task).order_by(task.c.id).limit(1).scalar_subquery()), literal('', Unicode(5)))).subquery().select()).limit(3))

TREES.append(lambda: (select(func.count(1)).select_from(task).order_by(task.c.id).scalar_subquery() + (proj.c.dept_id.op('%', precedence=15)(proj.c.id) - func.abs(proj.c.dept_id, type_=Integer))))


@TREES.append
def _():
    n = select(literal(-1).label('n'), literal('b%').label('w')).cte(recursive=True)
    n = n.union_all(select(n.c.n + 1, n.c.w + 'Ann').where(n.c.n < 4))
    return select(n, (-literal(Decimal("1.5"))), func.coalesce(literal(D(2024, 12, 31)), D(2021, 5, 6)), literal(-1.5).is_(None), emp.c.data[("l", 0)].as_numeric(10, 2).label('lab1')).where(type_coerce(between(literal(D(2021, 5, 6)), D(2021, 5, 6), literal(D(2021, 5, 6))), Boolean), (emp.c.data[("b", "c")].as_json() == {"a": 1})).prefix_with('ALL')

TREES.append(lambda: (-5 * case({10: (proj.c.id * 1)}, value=proj.c.dept_id.op('-', precedence=8)(literal(42, literal_execute=True)), else_=1).op('<<', precedence=8)(10)))

TREES.append(lambda: select(dept.c.info, literal('a/b', Text)).select_from(emp).join(dept).join(task).where(dept.c.info[("b", "c")].as_integer().in_([cast(task.c.prio, BigInteger), 3]), (cast(task.c.note, Numeric) < Decimal("-0.25"))).order_by((dept.c.id % 10)).limit(5))

TREES.append(lambda: (func.length(select(dept.c.name).select_from(dept).where((dept.c.name < literal('Ann', literal_execute=True))).correlate(emp).scalar_subquery(), type_=Integer) - case({'a': emp.c.data["l"][0].as_integer()}, value=type_coerce((literal(-5, SmallInteger) - 1), String(20)), else_=func.abs(func.abs(emp.c.age, type_=Integer), type_=Integer))))

TREES.append(lambda: func.ifnull((literal_column("1", Integer).bitwise_rshift(emp.c.age) % task.c.id.op('&', precedence=8)(emp.c.dept_id)), 42, type_=Integer))

TREES.append(lambda: and_(case((proj.c.due.between(proj.c.due, case({42: proj.c.due}, value=proj.c.id)), True), else_=True), True))

TREES.append(lambda: select(literal(True), (emp.c.data[0] != None)).select_from(task).where(select(select(literal(42)).select_from(task).order_by(task.c.id).scalar_subquery()).select_from(task).limit(1).scalar_subquery().between((literal(1, literal_execute=True).label(None) * (task.c.proj_id + -1)), -1)))


@TREES.append
def _():
    a = dept.alias(name="x y")
    b = aliased_b = dept.alias()
    return select(a.c.id.bitwise_lshift(a.c.id), (literal('Ann') + b.c.name), case((func.max(b.c.active).filter(a.c.active), -1.5), (literal(True, Boolean), literal(3.0))), func.max(b.c.budget), a.c.id.bitwise_and(b.c.id)).where(a.c.active, (~(literal_column("1.5", Float) != -1.5))).group_by(a.c.id.bitwise_lshift(a.c.id), (literal('Ann') + b.c.name)).order_by((literal(3.0) * a.c.id), a.c.id.bitwise_lshift(a.c.id)).limit(literal(2))

TREES.append(lambda: cast(literal(False), Boolean))


@TREES.append
def _():
    s = select(dept.c.budget, dept.c.active, dept.c.name, dept.c.id.label('comp')).where(select(emp.c.data["b"].as_boolean()).select_from(task).order_by(task.c.id).correlate_except(task).scalar_subquery()).distinct().subquery()
    return select(literal(DT(2020, 2, 29)), (func.trim(func.substr(s.c.name, s.c.comp, 2, type_=String)) + "it's"), s.c.budget, s.c.active.label('id')).where(case((or_(false(), case((s.c.active, True), (s.c.active, s.c.active), else_=literal(True))), True), ((s.c.name + s.c.name).like(s.c.name.op('||', precedence=9, return_type=String())(literal('Ann')), escape='/'), bindparam(None, 'b%', type_=String).between("it's", 'b%')))).distinct().with_only_columns((0 + literal(2)), (s.c.name + "it's"))

TREES.append(lambda: cast(proj.c.title, Float).is_(null()))

TREES.append(lambda: except_(select(proj.c.dept_id, func.ifnull(literal_column("3", Integer), 2, type_=Integer).label('x y')).where(proj.c.due.in_([D(2024, 12, 31), D(2024, 12, 31), D(2021, 5, 6)])), select(select(func.count()).select_from(task).scalar_subquery(), (dept.c.id.label('x y') // -5)).where((~dept.c.name.icontains('a/b', autoescape=True, escape='!')))).order_by(text('1 DESC')))

TREES.append(lambda: (case((proj.c.is_open, '?')) + task.c.note.label('lab')))


@TREES.append
def _():
    a = dept.alias()
    b = aliased_b = dept.alias()
    return select(a.c.name, a.c.opened).where(a.c.id < b.c.id).where(select(func.max(bindparam(None, D(2021, 5, 6), type_=Date))).select_from(task).where((task.c.emp_id != task.c.emp_id)).scalar_subquery().in_(bindparam('many', [D(2024, 12, 31), D(2024, 12, 31)], expanding=True)))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(proj.c.id, (proj.c.title + ':w')).where(proj.c.is_open, (~proj.c.is_open))))

TREES.append(lambda: func.length(dept.c.info["b"].as_string().concat((dept.c.name + dept.c.name)).label('lab'), type_=Integer))

TREES.append(lambda: select(func.lower(dept.c.name), (dept.c.name + dept.c.name), (func.count() % -1), type_coerce(func.count(distinct(literal('a/b', Text))), SmallInteger), (42 - dept.c.id), func.aggregate_strings(dept.c.name, ', ')).group_by(func.lower(dept.c.name), (dept.c.name + dept.c.name)))

TREES.append(lambda: select(bindparam(None, DT(2020, 2, 29), type_=DateTime), ~select(func.count(1)).select_from(emp).where(select(literal(False)).select_from(task).order_by(task.c.id).scalar_subquery()).exists()).select_from(dept).where((~((dept.c.budget * dept.c.budget) > (Decimal("-0.25") + dept.c.budget)))).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).slice(1, 3))

TREES.append(lambda: except_(select(cast((emp.c.salary + emp.c.boss_id), String(20)), func.round(func.round(emp.c.salary, 1, type_=Float), 1, type_=Float)).where((~and_(emp.c.active, True))), intersect(select((':w' + proj.c.title).op('||')(proj.c.title.concat('Ann')), (-1.5 * (literal(3.0) * proj.c.hours))), select((dept.c.name + dept.c.name).op('||')(dept.c.info["l"][0].as_string()), func.round((-bindparam(None, 0.5, type_=Float(8))), 1, type_=Float)).where(case((dept.c.active, dept.c.opened), (dept.c.active, D(2024, 12, 31)), else_=D(2024, 12, 31)).in_(select(dept.c.opened).select_from(dept)))).subquery().select()).limit(3))


@TREES.append
def _():
    j = func.json_each(emp.c.data, '$.l').table_valued('key', column('value', Integer), joins_implicitly=True)
    return select((emp.c.boss_id * literal(-5)), (emp.c.bonus / func.count()), emp.c.name).where(cast(("it's" + emp.c.name).in_(['a/b', 'b%']), Boolean)).group_by((emp.c.boss_id * literal(-5))).having(func.max(emp.c.active)).order_by((emp.c.boss_id * literal(-5)), emp.c.active.desc().nulls_last())

TREES.append(lambda: select(emp.c.active).select_from(dept.outerjoin(join(emp, task, isouter=True))))

TREES.append(lambda: cast((((emp.c.id % emp.c.id) // emp.c.data["l"][0].as_integer()) != 0), Boolean))


@TREES.append
def _():
    a = task.alias("e2")
    b = aliased_b = task.alias()
    return select(emp.c.data[("l", 0)].as_integer(), func.coalesce(func.ifnull(a.c.prio, b.c.prio, type_=Integer).op('*', precedence=-1)(2), type_coerce(func.nullif(bindparam(None, 42, type_=SmallInteger), 10, type_=Integer), Integer)), literal(D(2021, 5, 6)), (literal(Decimal("-0.25")) / Decimal("10"))).where(a.c.id < b.c.id).where(case({'a': b.c.note.not_ilike(a.c.note)}, value=select(func.min(literal('x_y', literal_execute=True))).select_from(proj).where(proj.c.is_open).order_by(proj.c.id).limit(1).scalar_subquery(), else_=False), literal(True, Boolean)).distinct()


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='my vals').data([(-1, 'q\\z'), (3, 'a/b')]).cte()
    return select(literal(True), func.ltrim(func.substr(v.c.w, 1, 2, type_=String)).concat(type_coerce(func.replace(v.c.w, v.c.w, v.c.w, type_=String), String)).label('Mixed')).where(select(case((proj.c.is_open, proj.c.hours), (literal(False), 3.0), else_=2.25).not_in((-1.5, None))).select_from(proj).where(not_((proj.c.title < proj.c.title))).scalar_subquery())

TREES.append(lambda: func.length(func.upper(dept.c.name).op('||')(collate(dept.c.name, "nocase")), type_=Integer))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(task.c.pos, func.substr(case((false(), 'a'), else_='x_y'), (task.c.id * task.c.proj_id), 2, type_=String)).where((-literal(Decimal("-0.25"))).in_([Decimal("1.5"), Decimal("1.5")]))))

TREES.append(lambda: cast(func.replace(task.c.note, task.c.note, task.c.note, type_=String), SmallInteger).op('%')(-5))

TREES.append(lambda: (proj.c.cost / proj.c.cost).not_in(select(func.min(literal(Decimal("1.5")))).select_from(proj).where(~exists().where(proj.c.is_open))))

TREES.append(lambda: not_((select(func.min(proj.c.title)).select_from(proj).where(proj.c.is_open).limit(1).correlate(task).scalar_subquery() + func.substr(literal('a'), 1, 2, type_=String)).ilike('q\\z', escape='!')))

TREES.append(lambda: update(dept).values(opened=dept.c.opened, budget=literal(Decimal("10"))).returning(dept.c.id, (dept.c.id // dept.c.id.label('x y'))))


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='my vals').data([(7, 'q\\z'), (7, 'x_y')]).cte()
    return select(func.substr(func.upper(func.first_value(literal_column("'lc'", String)).over(partition_by=[v.c.k, v.c.w]), type_=String), 1, 2, type_=String), literal(False), case(((literal(DT(2024, 1, 2, 3, 4, 5)) == literal(DT(2020, 2, 29))), cast(v.c.w, Integer)), (select(func.min(emp.c.active)).select_from(emp).where(emp.c.active).order_by(emp.c.id).limit(1).scalar_subquery(), 2)).label('lab1')).where(not_(literal(False)), collate(v.c.w, "nocase").not_in([func.coalesce(v.c.w, v.c.w), 'a'])).order_by((-v.c.k), 'lab1').limit(literal(2))

TREES.append(lambda: case((between(bindparam(None, 10, type_=BigInteger), dept.c.id, 42), select(func.min(literal(False))).select_from(proj).limit(1).scalar_subquery()), (and_(dept.c.active, or_(dept.c.active, dept.c.active)), True), else_=False))

TREES.append(lambda: select((proj.c.dept_id - dept.c.id), proj.c.cost.in_(select(func.max(literal(Decimal("10")))).select_from(task).where(literal(False)).limit(1).correlate(proj)), func.max(literal(42)), func.avg(dept.c.budget, type_=Float), func.min(dept.c.name), dept.c.budget).select_from(proj.join(dept, and_(proj.c.dept_id == dept.c.id, (~dept.c.name.between(proj.c.title, dept.c.name))))).group_by((proj.c.dept_id - dept.c.id), proj.c.cost.in_(select(func.max(literal(Decimal("10")))).select_from(task).where(literal(False)).limit(1).correlate(proj))))

TREES.append(lambda: func.coalesce((proj.c.title.collate("NOCASE") + ''), func.upper((proj.c.title + ''), type_=String)))

TREES.append(lambda: literal(D(2021, 5, 6)).is_not_distinct_from(literal(D(2024, 12, 31))))

TREES.append(lambda: select(literal(Decimal("-0.25")), task.c.done, func.first_value(literal(False)).over(), emp.c.data["l"][0].as_string().in_([]).label('Mixed')).where(not_(literal(D(2021, 5, 6)).is_distinct_from(None))).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).order_by(nulls_last((literal_column("1.5", Float) / literal_column("1.5", Float)).asc()), (bindparam(None, Decimal("1.5"), type_=Numeric(8, 2)) - literal(Decimal("10"))).desc()))

TREES.append(lambda: case((not_(not_(emp.c.id.is_distinct_from(emp.c.id))), case((case({2: bindparam(None, '', type_=String).bool_op('GLOB')(literal_column("'lc'", String))}, value=type_coerce(emp.c.dept_id, Integer), else_=literal(False)), 'a/b'), else_=literal('').op('||')(emp.c.nick).collate("NOCASE"))), (func.substr(emp.c.name, (emp.c.age // 1), 2, type_=String).between('Ann', case((emp.c.active, func.replace(literal_column("'lc'", String), '?', '', type_=String)), else_=func.substr(emp.c.nick, 2, 2, type_=String))), 'x_y'), else_=collate((emp.c.nick + "it's").concat("it's"), "nocase")))

TREES.append(lambda: func.ifnull(emp.c.data["l"][0].as_integer(), func.instr(emp.c.name, emp.c.name, type_=Integer), type_=Integer).op('|', precedence=15)((literal_column("7", Integer) // task.c.id).bitwise_xor(1)))


@TREES.append
def _():
    s = select(emp.c.id, emp.c.data, emp.c.dept_id, (func.ifnull(emp.c.boss_id, 7, type_=Integer) * func.instr(emp.c.name, "it's", type_=Integer)).label('comp')).where(func.replace(emp.c.nick, 'a', emp.c.name, type_=String).not_ilike((literal('a', Text) + emp.c.nick), escape='!')).limit(5).subquery()
    return select((-case({'': 0.5}, value=func.coalesce(literal("it's"), ''))), (emp.c.nick.collate("NOCASE") + 'q\\z'), emp.c.name, emp.c.data.label('id')).where(s.c.comp == emp.c.id).where(case({7: case({'a': False}, value=emp.c.name.concat('b%'), else_=True)}, value=case((emp.c.active, 0), else_=3), else_=literal(True))).order_by('id')

TREES.append(lambda: (emp.c.id >= ((emp.c.id.label('lab') + 0) // emp.c.boss_id)))

TREES.append(lambda: select(dept.c.info["l"][0]).select_from(dept).scalar_subquery())


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='vals').data([(7, 'Ann'), (0, 'b%')]).cte()
    return select((literal(DT(2024, 1, 2, 3, 4, 5)) <= DT(2024, 1, 2, 3, 4, 5)), literal(True), (func.count(v.c.k.distinct()) * 10).label('Sum'), (literal_column("1.5", Float) - func.count(v.c.w)), func.avg(literal(Decimal("-0.25")), type_=Float)).group_by((literal(DT(2024, 1, 2, 3, 4, 5)) <= DT(2024, 1, 2, 3, 4, 5)), literal(True)).limit(9).offset(2)


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

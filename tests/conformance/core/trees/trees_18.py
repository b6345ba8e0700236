"""Random expression trees, seed 18: the text and parameters of 100 generated expressions and statements."""
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
TREES.append(lambda: (proj.c.tags[0].as_string() == 'x_y'))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(emp.c.dept_id, ((emp.c.nick + '') + collate(emp.c.nick, "nocase"))).where((~(emp.c.name + emp.c.nick).not_ilike(func.ltrim(emp.c.name, type_=String))))))

TREES.append(lambda: (cast((literal_column("1.5", Float) - 2.25), Numeric(8, 2)) + case((func.coalesce(literal(True), literal(True)), (Decimal("-0.25") + bindparam(None, Decimal("1.5"), type_=Numeric(8, 2)))), else_=select(func.min(literal(Decimal("10")))).select_from(task).where(bindparam(None, True, type_=Boolean)).order_by(task.c.id).scalar_subquery())))

TREES.append(lambda: select(((-1.5 * literal(2.25)) + (0.5 + literal_column("1.5", Float))), (bitwise_not(literal(7)) * 10)).where(dept.c.id.bitwise_xor(bindparam(None, 3, type_=BigInteger)).not_in([2, 3, -1])).union(select((0.5 / (dept.c.id / literal_column("1.5", Float))), literal(10, literal_execute=True)).where((~dept.c.opened.between(dept.c.opened, D(2024, 12, 31))), dept.c.active), select((-func.round(literal(-1.5, Float), 1, type_=Float)), select(func.count(task.c.id)).select_from(task).where((~task.c.note.like('a'))).order_by(task.c.id).correlate(task).scalar_subquery())).order_by(text('1 DESC')))

TREES.append(lambda: (-(literal(Decimal("-0.25")) + literal(Decimal("-0.25")))))

TREES.append(lambda: select(proj.c.title, task.c.id, (~literal(False)), proj.c.due.label('order')).select_from(join(task, proj)).order_by(func.nullif(proj.c.dept_id, 2, type_=Integer)))

TREES.append(lambda: func.substr(((dept.c.name.concat(dept.c.id) + func.upper(dept.c.name)) + dept.c.name), 2, 2, type_=String))

TREES.append(lambda: case((emp.c.active, True), else_=True))

TREES.append(lambda: (-cast(emp.c.id, Numeric)).not_in([Decimal("10"), Decimal("1.5"), null()]))

TREES.append(lambda: cast(and_(proj.c.is_open, proj.c.is_open, proj.c.is_open), Boolean))

TREES.append(lambda: select(func.count().over(partition_by=[emp.c.id, emp.c.nick], order_by=(emp.c.nick >= emp.c.nick), range_=(None, 0)), emp.c.data["a"].as_json(), emp.c.data["a"].as_numeric(10, 2).label('id')).select_from(emp).where(select(func.min(proj.c.id)).select_from(proj).where(proj.c.is_open).exists()).order_by(desc('id')))


@TREES.append
def _():
    u = except_(select((dept.c.name + literal('a')).label('p'), func.round(literal_column("1.5", Float), 1, type_=Float).label('q')), select((literal(':w') + literal('q\\z')), (literal_column("1.5", Float) * literal(0.5)))).alias('un')
    return select(literal(Decimal("-0.25")), type_coerce(false(), Boolean).label('order')).where(select(func.min(literal(True))).select_from(task).where((~emp.c.data["b"].as_json().is_(None))).order_by(task.c.id).scalar_subquery()).prefix_with('ALL')

TREES.append(lambda: update(proj).values(title=('Ann' + collate(proj.c.title, "nocase")), due=proj.c.due))


@TREES.append
def _():
    u = union(select(func.coalesce(task.c.emp_id, task.c.proj_id).label('p'), (task.c.proj_id % task.c.proj_id).label('q')), select(func.length(emp.c.name, type_=Integer), (1 // emp.c.id))).order_by('p').cte('un')
    return select(func.abs(u.c.p, type_=Integer), (literal_column("2", Integer) / func.max(literal(2.25, Float(8)))).label('Sum'), func.sum(literal(Decimal("-0.25"))), (-func.count(literal('q\\z')).filter(true())), func.group_concat(literal('?', Unicode(5)), type_=String)).where((0.5 / type_coerce(literal(0.5), Float)).between(type_coerce((u.c.q / literal_column("1.5", Float)), Float(8)), 3.0)).group_by(func.abs(u.c.p, type_=Integer)).having(case({10: true()}, value=func.count(literal(1).distinct())))

TREES.append(lambda: (case({'a/b': (-(bindparam(None, 3, type_=Integer) - -5))}, value=select(func.max(proj.c.title)).select_from(proj).limit(1).scalar_subquery().op('||', precedence=9, return_type=String())(func.substr(literal("it's"), 2, 2, type_=String)), else_=42) // (-(emp.c.boss_id - literal(1))).op('<<', precedence=8)(7)))

TREES.append(lambda: select(and_(dept.c.active, dept.c.active, false()), func.coalesce(dept.c.id, -1), (dept.c.name + 'x_y')).select_from(dept).group_by(and_(dept.c.active, dept.c.active, false()), func.coalesce(dept.c.id, -1)).having(not_(bindparam(None, False, type_=Boolean))))

TREES.append(lambda: ~exists(select(func.count(emp.c.id)).select_from(emp).order_by(emp.c.id)).is_(true()))

TREES.append(lambda: insert(task).values(prio=(literal_column("1", Integer) * 1), note=select(func.min(dept.c.name)).select_from(dept).order_by(dept.c.id).limit(1).scalar_subquery().concat(cast(literal(0.5, Float), Unicode(5))), pos=select(func.count(emp.c.id)).select_from(emp).where(not_(emp.c.active)).scalar_subquery()).returning(task.c.id, (task.c.prio % literal(-5))))

TREES.append(lambda: func.trim(proj.c.title).in_(select(func.min(task.c.note)).select_from(task).where(case((literal(False), literal(True)), else_=true()))))

TREES.append(lambda: select(proj.c.title.concat('Ann'), func.sum(proj.c.hours)).join_from(task, proj, task.c.proj_id == proj.c.id).where((case((proj.c.is_open, task.c.proj_id), (proj.c.is_open, 1)) * (-5 // task.c.id)).is_distinct_from(case({7: proj.c.tags["b"]["c"].as_integer()}, value=(task.c.emp_id // task.c.emp_id), else_=(task.c.id - task.c.pos)))).group_by(proj.c.title.concat('Ann')).having(func.max(proj.c.is_open).filter(literal(False))).order_by(proj.c.due.nulls_last(), select(func.max(proj.c.title)).select_from(proj).where(literal(False)).order_by(proj.c.id).scalar_subquery().desc()).limit(literal(2)))

TREES.append(lambda: func.length(func.lower(proj.c.title), type_=Integer))

TREES.append(lambda: intersect(select(case((literal(D(2021, 5, 6)).in_([literal(D(2024, 12, 31)), D(2024, 12, 31)]), 'q\\z'), else_=''), cast(task.c.note.concat(task.c.note), Float(8))).where(~exists(select(func.max(emp.c.id)).select_from(emp).where(literal(42).not_in([])))), union(select(("it's" + collate(proj.c.title, "nocase")), (-(proj.c.hours * 2.25))).where(and_(literal(True), True), between(proj.c.hours, -1.5, literal(2.25, Float))), select(func.substr(literal('?'), emp.c.id, 2, type_=String).concat(emp.c.nick), (-(-emp.c.salary)))).subquery().select()).order_by(text('1 DESC')))


@TREES.append
def _():
    u = intersect(select(task.c.note.op('||', precedence=6, return_type=String())(task.c.note).label('p'), (task.c.emp_id - task.c.emp_id).label('q')), select(literal('a'), emp.c.dept_id)).order_by('p').alias('un')
    return select(func.length(func.substr(func.trim(u.c.p), 1, 2, type_=String), type_=Integer).label('lab1')).where(tuple_(func.abs(cast(bindparam(None, 10, type_=SmallInteger), Integer), type_=Integer), cast(u.c.q.op('-', precedence=5)(u.c.q), Text)).not_in([(10, 'x_y'), (10, "it's")]))

TREES.append(lambda: func.ifnull(dept.c.info["b"]["c"].as_integer(), 3, type_=Integer))

TREES.append(lambda: ((literal('Ann') + 'q\\z') + func.lower(proj.c.title)))

TREES.append(lambda: insert(task).values(prio=literal_column("8", Integer), note=bindparam(None, '?', type_=String), pos=select(func.count(1)).select_from(proj).where((proj.c.dept_id == proj.c.dept_id)).scalar_subquery()).returning(task.c.id, (-task.c.id)))


@TREES.append
def _():
    n = select(literal(3).label('n'), literal('').label('w')).cte(recursive=True)
    n = n.union(select(n.c.n + 1, n.c.w + 'x_y').where(n.c.n < 4))
    return select(case((n.c.w.icontains(''), select(func.max(dept.c.active)).select_from(dept).order_by(dept.c.id).scalar_subquery()), else_=False)).where((~emp.c.data["b"].as_boolean())).order_by(desc(tuple_(n.c.n, n.c.w).not_in([(1, 'x_y'), (0, 'Ann')])), func.length(n.c.w, type_=Integer))

TREES.append(lambda: (type_coerce(emp.c.nick, BigInteger) != func.instr(func.ltrim(emp.c.nick), (cast(emp.c.salary, String(20)) + 'x_y'), type_=Integer)))

TREES.append(lambda: select(func.ltrim(dept.c.name, type_=String).label('lab'), literal(3, BigInteger), dept.c.id, literal([1, 2], JSON).label('Mixed')).where((literal(DT(2024, 1, 2, 3, 4, 5), DateTime) < bindparam(None, DT(2024, 1, 2, 3, 4, 5), type_=DateTime))).distinct())

TREES.append(lambda: case((emp.c.age.in_([42]), -5), (select(proj.c.is_open).select_from(proj).where(literal(True)).limit(1).correlate_except(proj).scalar_subquery(), 7)))

TREES.append(lambda: case({'q\\z': select(emp.c.active).select_from(emp).where(emp.c.name.istartswith('', autoescape=True, escape='!')).correlate(proj).scalar_subquery()}, value=func.coalesce(proj.c.title.op('||', precedence=1, return_type=String())('x_y'), cast(proj.c.hours, Unicode(5))), else_=bindparam(None, 'Ann', type_=Text).concat(proj.c.title).istartswith('?')))

TREES.append(lambda: (literal(-1.5) * ((literal(-1.5) + literal_column("1.5", Float)) * (-1 - literal(2)))))


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='my vals').data([(7, 'b%'), (0, 'Ann')]).cte()
    return select(literal(-1.5).label('two words')).where(type_coerce(func.coalesce(literal('?'), 'Ann').bool_op('GLOB')(func.upper(literal('a/b'), type_=String)), Boolean)).order_by(select(proj.c.id).select_from(proj).where(proj.c.is_open).scalar_subquery(), desc('two words')).slice(1, 3)

TREES.append(lambda: update(task).values(note=func.replace(emp.c.data[("l", 0)].as_string(), "it's", 'b%', type_=String), prio=func.length(collate(literal(':w'), "nocase"), type_=Integer)).where(and_(literal(False), True), or_(literal(False), true())))


@TREES.append
def _():
    s = select(task.c.proj_id, task.c.note, task.c.done, select(func.max(task.c.prio)).select_from(task).where((~literal(True))).scalar_subquery().label('comp')).where(literal(False)).limit(5).cte()
    return select(emp.c.data["b"].as_json().is_(None), func.trim(func.replace(s.c.note, func.lead(literal('?')).over(partition_by=s.c.proj_id, order_by=s.c.comp.op('<<', precedence=-1)(2).desc(), rows=(0, 2)), func.trim(s.c.note, type_=String), type_=String), type_=String)).where(s.c.comp == task.c.id)

TREES.append(lambda: case({7: True}, value=func.coalesce(func.ifnull(literal(1, literal_execute=True), emp.c.dept_id, type_=Integer), 42).bitwise_rshift(10)))

TREES.append(lambda: ((proj.c.title + collate(proj.c.title.collate("NOCASE"), "nocase")) == 'a'))

TREES.append(lambda: select((func.substr(select(func.min(task.c.note)).select_from(task).where(literal(False, Boolean)).limit(1).scalar_subquery(), 1, 2, type_=String) > 'a/b')).where(func.nullif(emp.c.active, False, type_=Boolean).is_(False), type_coerce(emp.c.id, Unicode(5)).not_in(['', '', '?'])))

TREES.append(lambda: func.length(task.c.note, type_=Integer).bitwise_or(-5).between(func.ifnull(literal(10), 42, type_=Integer).label(None), 1))

TREES.append(lambda: (select(dept.c.name).select_from(dept).where(dept.c.active).correlate(dept).scalar_subquery() + (dept.c.name + dept.c.name)))

TREES.append(lambda: select((task.c.id % 7), cast(literal(True), Boolean), func.avg(literal(Decimal("-0.25")), type_=Float), func.count().filter(bindparam(None, False, type_=Boolean)).label(None), select(func.max(task.c.note)).select_from(task).where(literal(True)).scalar_subquery()).group_by((task.c.id % 7), cast(literal(True), Boolean)).having(func.min(literal(False)).filter(literal(True))).order_by((task.c.id % 7), (task.c.id % 7)).limit(2))

TREES.append(lambda: case({'a/b': 3.0}, value=func.substr((func.substr(proj.c.title, 1, 2, type_=String) + proj.c.title.concat(-1)), 2, 2, type_=String), else_=func.coalesce(cast(proj.c.id.bitwise_and(2), Float(8)), (3.0 / (-proj.c.hours)))))

TREES.append(lambda: select(case((cast(emp.c.name.bool_op('GLOB')(emp.c.name), Boolean), select(func.min(emp.c.data)).select_from(emp).limit(1).scalar_subquery())), func.substr(dept.c.name, 1, 2, type_=String)).select_from(dept).join(emp).outerjoin(task).where(func.trim(select(dept.c.name).select_from(dept).where(dept.c.active).limit(1).scalar_subquery(), type_=String).like(func.replace(emp.c.nick.concat(-5), 'a/b', case((emp.c.active, literal_column("'lc'", String)), (emp.c.active, literal("it's", String)), else_='q\\z'), type_=String))))


@TREES.append
def _():
    n = select(literal(-5).label('n'), literal("it's").label('w')).cte('nums', recursive=True)
    n = n.union(select(n.c.n + 1, n.c.w + 'Ann').where(n.c.n < 4))
    return select(n.c.n, n.c.n).distinct()

TREES.append(lambda: intersect(select(func.length(cast(dept.c.name, Text), type_=Integer), func.trim(dept.c.name, type_=String).label(None)).where(literal_column("'lc'", String).collate("NOCASE").ilike(dept.c.name.op('||', precedence=9, return_type=String())(dept.c.name))), select(func.length(func.ltrim(dept.c.name, type_=String), type_=Integer), select(func.min(dept.c.name)).select_from(dept).where(dept.c.name.ilike('x_y')).correlate_except(dept).scalar_subquery())))

TREES.append(lambda: delete(emp).where(case((not_(literal(False, Boolean)), 'x_y')).iendswith('b%', autoescape=True, escape='!')))

TREES.append(lambda: select(literal(Decimal("-0.25")), func.lower(proj.c.title).op('||')(case((dept.c.active, proj.c.title), (proj.c.is_open, dept.c.name)))).outerjoin_from(dept, proj).order_by(cast(dept.c.name, String(20)).nulls_last()).limit(bindparam('lim', 3)))

TREES.append(lambda: select(func.min(dept.c.active)).select_from(dept).where(or_(dept.c.active, dept.c.active)).order_by(dept.c.id).scalar_subquery())

TREES.append(lambda: ((2.25 % emp.c.salary) <= (emp.c.salary % literal(2.25))))

TREES.append(lambda: proj.c.tags["a"].as_json())

TREES.append(lambda: not_(or_(and_(emp.c.active, or_(emp.c.active, emp.c.active)))))

TREES.append(lambda: (func.coalesce((func.instr(emp.c.name, 'a/b', type_=Integer) + 1), (case((emp.c.active, emp.c.boss_id), else_=emp.c.id) + func.ifnull(emp.c.boss_id, emp.c.boss_id, type_=Integer))) < 10))

TREES.append(lambda: dept.c.name.is_not_distinct_from('q\\z'))

TREES.append(lambda: select((proj.c.hours / 3.0), proj.c.is_open.label('two words')).select_from(proj).where(not_(and_(proj.c.is_open, False)), proj.c.tags[("l", 0)].as_boolean()))

TREES.append(lambda: select(dept.c.opened.label('id')))

TREES.append(lambda: select(emp.c.nick.op('||', precedence=9, return_type=String())("it's"), func.max(emp.c.salary).label('total'), (Decimal("1.5") * emp.c.bonus), (func.total(emp.c.id, type_=Integer) - task.c.prio), (func.avg(literal(Decimal("10"), Numeric), type_=Float).filter(emp.c.active) // Decimal("1.5"))).select_from(dept.outerjoin(join(emp, task, isouter=True))).group_by(emp.c.nick.op('||', precedence=9, return_type=String())("it's")).having(emp.c.active).order_by(emp.c.nick.op('||', precedence=9, return_type=String())("it's"), emp.c.nick.op('||', precedence=9, return_type=String())("it's")))

TREES.append(lambda: dept.c.info["b"]["c"].as_integer())

TREES.append(lambda: (1 % proj.c.id.bitwise_not()))

TREES.append(lambda: (-func.length(func.upper(emp.c.name.op('||', precedence=6, return_type=String())(literal('Ann')), type_=String), type_=Integer)))

TREES.append(lambda: select(func.replace(dept.c.name, emp.c.nick, dept.c.name, type_=String), func.length(('q\\z' + emp.c.name.concat('x_y')), type_=Integer).label('id')).select_from(emp).join(dept).join(task).order_by(desc('id')))

TREES.append(lambda: cast(cast(literal(2.25), Float(8)), String(20)))

TREES.append(lambda: ((Decimal("-0.25") // (Decimal("1.5") - proj.c.cost)) > Decimal("-0.25")))

TREES.append(lambda: ((emp.c.dept_id >= emp.c.age) & (emp.c.hired != None)))

TREES.append(lambda: union_all(select(((emp.c.dept_id / emp.c.salary) - (-1.5 % emp.c.salary)), case(((emp.c.hired != emp.c.hired), emp.c.nick.concat(2)))).where((select(proj.c.dept_id).select_from(proj).order_by(proj.c.id).exists() & emp.c.name.in_(select(emp.c.nick).select_from(emp).where(emp.c.active)))), select((func.round(proj.c.hours, 1, type_=Float) * (-literal(0.5))), (':w' + func.upper(literal('', literal_execute=True)))).where(proj.c.is_open)).order_by(literal_column('1')))

TREES.append(lambda: case((literal(False), 2), else_=7).is_not_distinct_from(0))

TREES.append(lambda: ((select((literal(2.25) % proj.c.hours)).select_from(proj).order_by(proj.c.id).limit(1).scalar_subquery() // 2.25) > func.round((-(literal(3.0) - 2.25)), 1, type_=Float)))


@TREES.append
def _():
    a = dept.alias("e2")
    b = aliased_b = dept.alias()
    return select(literal(DT(2024, 1, 2, 3, 4, 5))).distinct().limit(2).offset(0)

TREES.append(lambda: ((dept.c.id.bitwise_and(bindparam(None, 1, type_=Integer)) - -5) * type_coerce(func.ifnull(dept.c.id, 1, type_=Integer), BigInteger)))

TREES.append(lambda: literal(2).bool_op('<>', precedence=5)(func.coalesce((-5 + dept.c.id), 2)))

TREES.append(lambda: select((dept.c.id.bitwise_xor(dept.c.id) / (dept.c.id * 42))).select_from(dept).where(case((dept.c.active, "it's"), (dept.c.active, dept.c.name), else_='').endswith('a/b', autoescape=True, escape='!')).limit(1).scalar_subquery())

TREES.append(lambda: func.length(dept.c.name.concat('a'), type_=Integer))

TREES.append(lambda: proj.c.tags[0].as_boolean())

TREES.append(lambda: ((emp.c.dept_id / 7) - cast(emp.c.salary, Numeric(8, 2))))


@TREES.append
def _():
    a = task.alias()
    b = aliased_b = task.alias()
    return select(b.c.note.concat(b.c.note), a.c.note.like(a.c.note), func.total(a.c.emp_id, type_=Integer).filter(literal(False, Boolean)), func.max(literal(3, Integer))).select_from(a).join(b, a.c.id == b.c.id).group_by(b.c.note.concat(b.c.note), a.c.note.like(a.c.note)).having(a.c.note.startswith(literal('x_y')))


@TREES.append
def _():
    j = func.json_each(proj.c.tags, '$.l').table_valued('key', column('value', Integer), joins_implicitly=True)
    return select(collate(j.c.key, "nocase"), proj.c.cost, proj.c.title, literal('q\\z')).where((proj.c.tags["a"].as_string() <= 'a')).order_by(proj.c.id.op('>>', precedence=-1)(proj.c.id).desc(), (literal(Decimal("-0.25"), Numeric) * proj.c.cost)).limit(bindparam('lim', 3))

TREES.append(lambda: select(task.c.done).select_from(dept).join(emp.join(task), emp.c.dept_id == dept.c.id).where(not_(func.trim(emp.c.nick).icontains(''))))

TREES.append(lambda: select(((cast(emp.c.salary, String(20)) + 'a') > select(func.upper(dept.c.name, type_=String)).select_from(dept).order_by(dept.c.id).limit(1).scalar_subquery())).select_from(emp.join(dept, and_(emp.c.dept_id == dept.c.id, emp.c.name.contains('', autoescape=True, escape='!')))).where(or_(false(), func.coalesce(dept.c.name.like(emp.c.nick), False))))


@TREES.append
def _():
    u = union_all(select(extract('day', literal(DT(2024, 1, 2, 3, 4, 5))).label('p'), literal(0.5).label('q')), select((emp.c.boss_id + emp.c.age), (literal(2.25) - emp.c.salary))).order_by('p').alias()
    return select(literal(3.0), ((Decimal("-0.25") + literal(Decimal("10"))) * Decimal("-0.25")), literal("x", JSON).label('Mixed')).order_by(case({0: D(2024, 12, 31)}, value=literal_column("9", Integer), else_=literal(D(2024, 12, 31))), select(task.c.proj_id).select_from(task).where(bindparam(None, False, type_=Boolean)).order_by(task.c.id).scalar_subquery().asc())


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='my vals').data([(-5, 'a/b'), (3, 'a/b')]).cte()
    return select(v.c.w.concat('a'), (0.5 - func.max(bindparam(None, -1.5, type_=Float(8))))).where((func.ltrim(v.c.w) + type_coerce(v.c.k, String(20))).not_like((func.coalesce(v.c.w, '?') + literal('b%')))).group_by(v.c.w.concat('a')).order_by(literal(D(2021, 5, 6)), literal(False).asc())

TREES.append(lambda: ~exists(1).select_from(task).where(case({2: between(bindparam(None, 2.25, type_=Float), 2.25, emp.c.salary)}, value=(task.c.pos * emp.c.boss_id), else_=emp.c.data["a"].as_boolean())))

TREES.append(lambda: case({42: ~exists(literal_column('1')).select_from(task).where(not_((dept.c.active & dept.c.active)))}, value=select(func.count()).select_from(task).limit(1).correlate(dept).scalar_subquery()))


@TREES.append
def _():
    a = emp.alias()
    b = aliased_b = emp.alias()
    return select(a, a.c.active).select_from(a).join(b, a.c.id == b.c.id)

TREES.append(lambda: select(func.max(literal(Decimal("10")))).select_from(task).where(and_(true(), (~task.c.proj_id.between(task.c.id, 42)))).order_by(task.c.id).scalar_subquery())

TREES.append(lambda: (dept.c.id / extract('month', dept.c.opened)))

TREES.append(lambda: select(emp, emp.c.age).select_from(emp).join(dept).where(dept.c.opened.between(func.nullif(dept.c.opened, dept.c.opened, type_=Date), dept.c.opened)))


@TREES.append
def _():
    a = proj.alias()
    b = aliased_b = proj.alias()
    return select(b.c.due.label('id')).where(a.c.id < b.c.id).where(not_(select(bindparam(None, 2, type_=Integer).not_in([])).select_from(dept).where(type_coerce(dept.c.active, Boolean)).order_by(dept.c.id).limit(1).scalar_subquery())).order_by(b.c.due.desc()).slice(1, 3)

TREES.append(lambda: (proj.c.cost * Decimal("10")))

TREES.append(lambda: delete(task).where((~case((and_(literal(False), or_(bindparam(None, False, type_=Boolean), literal(False))), literal(False)), (task.c.done.in_([task.c.done, DT(2024, 1, 2, 3, 4, 5)]), (~bindparam(None, False, type_=Boolean)))))).returning(task.c.id))

TREES.append(lambda: select(func.max(proj.c.tags)).select_from(proj).where(and_(true(), true())).order_by(proj.c.id).scalar_subquery())

TREES.append(lambda: func.ifnull(extract('year', literal(DT(2024, 1, 2, 3, 4, 5))), 10, type_=Integer))


@TREES.append
def _():
    n = select(literal(-5).label('n'), literal('a/b').label('w')).cte(recursive=True)
    n = n.union(select(n.c.n + 1, n.c.w + 'a').where(n.c.n < 4))
    return select(literal(DT(2024, 1, 2, 3, 4, 5)).label('lab1'))

TREES.append(lambda: (collate(task.c.note, "nocase") == 'a/b'))

TREES.append(lambda: extract('month', proj.c.due).in_((1, None)))

TREES.append(lambda: func.replace(dept.c.name, dept.c.name, dept.c.name, type_=String).contains((dept.c.name + 'x_y'), escape='^'))


@TREES.append
def _():
    j = func.json_each(emp.c.data, '$.l').table_valued('key', column('value', Integer))
    return select(emp.c.active, emp.c.seen, literal(D(2021, 5, 6))).order_by(desc(emp.c.hired), emp.c.salary.desc())

TREES.append(lambda: proj.c.tags[("b", "c")].as_json())

TREES.append(lambda: (~func.substr(emp.c.name.op('||', precedence=9, return_type=String())(literal_column("'lc'", String)), 1, 2, type_=String).endswith('', autoescape=True, escape='!')))

TREES.append(lambda: (emp.c.name.concat(-1) + 'Ann'))

TREES.append(lambda: proj.c.due.between(proj.c.due, D(2021, 5, 6)))

TREES.append(lambda: select(emp.c.bonus, emp.c.seen, emp.c.active, (emp.c.nick + emp.c.nick)).where((func.nullif(emp.c.name.concat(10), 'Ann', type_=String) != (func.replace(emp.c.name, '', emp.c.name, type_=String) + ''))).order_by(or_(bindparam(None, False, type_=Boolean), emp.c.active)))


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

"""Random expression trees, seed 3: the text and parameters of 100 generated expressions and statements."""
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
TREES.append(lambda: proj.c.tags["b"].as_json())

TREES.append(lambda: ((func.length(literal('?'), type_=Integer) - 2).op('|')(func.coalesce(task.c.proj_id.op('%', precedence=8)(task.c.emp_id), extract('day', literal(D(2024, 12, 31), Date)))) * literal(1).bitwise_not()))

TREES.append(lambda: (emp.c.data["a"].as_integer().bitwise_xor(1) > (0 - (emp.c.age * emp.c.id))))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(proj.c.id, (proj.c.title.op('||', precedence=9, return_type=String())(proj.c.title) + func.replace(proj.c.title, literal(':w'), 'Ann', type_=String))).where(select(func.min(emp.c.active)).select_from(emp).where((~literal(True, Boolean))).limit(1).scalar_subquery())))


@TREES.append
def _():
    n = select(literal(1).label('n'), literal(':w').label('w')).cte(recursive=True)
    n = n.union(select(n.c.n + 1, n.c.w + 'q\\z').where(n.c.n < 4))
    return select(extract('month', literal(D(2024, 12, 31))), bindparam(None, DT(2020, 2, 29), type_=DateTime)).add_columns(func.instr(n.c.w, 'Ann', type_=Integer))

TREES.append(lambda: select(select(func.count(1)).select_from(dept).where(literal(False, Boolean)).scalar_subquery(), func.count().label('total')).select_from(outerjoin(emp, dept, emp.c.dept_id == dept.c.id)).group_by(select(func.count(1)).select_from(dept).where(literal(False, Boolean)).scalar_subquery()).order_by(select(func.count(1)).select_from(dept).where(literal(False, Boolean)).scalar_subquery()))

TREES.append(lambda: select(proj.c.dept_id.not_in((-1, None)), func.max(proj.c.title).label('Sum')).select_from(proj).group_by(proj.c.dept_id.not_in((-1, None))).having(proj.c.tags[0].as_boolean()))

TREES.append(lambda: except_(select(select((bindparam(None, 0.5, type_=Float) % literal(0.5))).select_from(task).where((task.c.id == dept.c.id)).order_by(task.c.id).limit(1).scalar_subquery(), ((-literal(3.0)) * (literal(2.25) % 3.0))), select((-1.5 + (bindparam(None, -1.5, type_=Float) - -1.5)), ((bindparam(None, 0.5, type_=Float(8)) // literal(0.5)) * select(func.max(literal(0.5))).select_from(dept).order_by(dept.c.id).scalar_subquery())).where(cast(or_(bindparam(None, True, type_=Boolean), true(), literal(False)), Boolean))))

TREES.append(lambda: type_coerce((type_coerce(literal_column("9", Integer), String(20)).concat(7) < literal_column("'lc'", String)), Boolean))

TREES.append(lambda: extract('month', proj.c.due))


@TREES.append
def _():
    u = union_all(select((emp.c.nick + 'q\\z').label('p'), (emp.c.boss_id - emp.c.age).label('q')), select(literal('x_y', String).concat(task.c.id), func.abs(literal_column("7", Integer), type_=Integer)).where(select(func.min(proj.c.is_open)).select_from(proj).where(proj.c.is_open).limit(1).correlate_except(proj).scalar_subquery())).order_by('p').subquery('un')
    return select((-(u.c.q * literal(Decimal("10"))))).where(select(func.min(dept.c.active)).select_from(dept).where(dept.c.active).limit(1).scalar_subquery()).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)


@TREES.append
def _():
    j = func.json_each(proj.c.tags, '$.l').table_valued('key', column('value', Integer))
    return select((bindparam(None, Decimal("1.5"), type_=Numeric(8, 2)) == proj.c.cost), proj.c.title, func.count(distinct(proj.c.title)).bitwise_lshift(42).label('n'), func.max(proj.c.cost), proj.c.id.op('-')(1)).group_by((bindparam(None, Decimal("1.5"), type_=Numeric(8, 2)) == proj.c.cost), proj.c.title).having(case((func.max(literal(True)), func.max(proj.c.is_open)), else_=literal(True))).order_by(nulls_last((proj.c.dept_id / 1).asc()), (literal(1, SmallInteger) // proj.c.dept_id).asc())

TREES.append(lambda: ((-(task.c.pos / 10)) - literal(Decimal("10"))))

TREES.append(lambda: func.substr(func.lower(literal('Ann'), type_=String), 2, 2, type_=String))

TREES.append(lambda: select((dept.c.id // (task.c.prio - 7)), emp.c.salary, case((emp.c.active, emp.c.salary), else_=emp.c.salary).label('order')).select_from(dept).join(emp).outerjoin(task).where(emp.c.active))

TREES.append(lambda: select(func.coalesce(false().is_(True), True), (func.length(dept.c.name, type_=Integer) - (dept.c.id - -1)).label('two words')).where(func.nullif(between(type_coerce(dept.c.name, String), dept.c.name, dept.c.name.op('||', precedence=6, return_type=String())(':w')), (dept.c.budget - Decimal("1.5")).in_([Decimal("-0.25"), Decimal("-0.25")]), type_=Boolean)).distinct().add_columns(func.instr(dept.c.name, 'a/b', type_=Integer)))

TREES.append(lambda: select(emp.c.data[("l", 0)].as_numeric(10, 2), dept.c.opened, ~exists().where(emp.c.name.bool_op('GLOB')(emp.c.name))).select_from(task.join(emp).join(dept, dept.c.id == emp.c.dept_id)))

TREES.append(lambda: select(emp, (emp.c.seen < literal(DT(2024, 1, 2, 3, 4, 5))), dept.c.active, select(func.max(dept.c.info)).select_from(dept).where(literal(True)).scalar_subquery(), emp.c.boss_id.label(None).label('Mixed')).select_from(emp.join(dept, and_(emp.c.dept_id == dept.c.id, case((emp.c.active, False))))).where(select(~exists(text('1')).select_from(task).where((task.c.note < 'b%'))).select_from(proj).where(literal(3, BigInteger).bitwise_not().not_in(select(func.min(task.c.emp_id)).select_from(task).order_by(task.c.id))).order_by(proj.c.id).scalar_subquery()))

TREES.append(lambda: select(emp.c.data[("b", "c")].as_numeric(10, 2), func.coalesce(task.c.note, emp.c.nick.concat(literal(2))).contains('b%', escape='^'), func.first_value(emp.c.salary).over(partition_by=[task.c.emp_id, emp.c.nick], order_by=emp.c.data["a"].as_boolean().asc()).label('two words')).select_from(join(task, emp)).where(case({-5: False}, value=(task.c.emp_id // task.c.pos), else_=True), emp.c.nick.op('||')('q\\z').in_(('b%', None))))

TREES.append(lambda: delete(emp).where((((0.5 + emp.c.salary) - emp.c.salary) <= (type_coerce(emp.c.salary, Float) - 3.0))).returning(emp.c.id))

TREES.append(lambda: union_all(select(extract('day', dept.c.opened), literal(3.0)), select((-case((proj.c.is_open, 1), (proj.c.is_open, proj.c.id))), (-proj.c.hours)).where(and_((literal(True) != True), proj.c.is_open, (proj.c.cost < proj.c.cost)))).order_by(text('1 DESC')))

TREES.append(lambda: case((case({10: False}, value=emp.c.age, else_=True), False), else_=True))

TREES.append(lambda: func.length(literal_column("'lc'", String), type_=Integer))


@TREES.append
def _():
    a = proj.alias("e2")
    b = aliased_b = proj.alias()
    return select(case((a.c.is_open, b.c.id), (literal(False), a.c.dept_id), else_=-5), (a.c.dept_id * func.count(literal(42).distinct()).filter(b.c.is_open, literal(False))).label('Sum'), func.coalesce(func.avg(b.c.hours, type_=Float), func.avg(literal(0.5), type_=Float)), b.c.hours).select_from(a.outerjoin(b, a.c.id == b.c.id + 1)).where(case((bindparam(None, 3, type_=Integer).is_not(None), 'a/b'), (func.nullif(a.c.is_open, b.c.is_open, type_=Boolean), cast(b.c.id, String(20))), else_=':w').not_like('Ann')).group_by(case((a.c.is_open, b.c.id), (literal(False), a.c.dept_id), else_=-5)).having(func.min(a.c.is_open)).order_by(case((a.c.is_open, b.c.id), (literal(False), a.c.dept_id), else_=-5))


@TREES.append
def _():
    n = select(literal(10).label('n'), literal('b%').label('w')).cte(recursive=True)
    n = n.union_all(select(n.c.n + 1, n.c.w + '?').where(n.c.n < 4))
    return select(literal_column("'lc'", String)).where(case({-5: func.instr(n.c.w, "it's", type_=Integer).in_([1, 2])}, value=case((literal(False), (n.c.n // -5)), ((n.c.w != 'b%'), func.instr(n.c.w, bindparam(None, ':w', type_=String(20)), type_=Integer)), else_=literal(0).op('%', return_type=Integer())(-5)), else_=cast((literal_column("1.5", Float) < literal(0.5)), Boolean)))

TREES.append(lambda: (cast(proj.c.tags[("b", "c")].as_string(), Float) != (select(func.min(literal(2.25))).select_from(task).order_by(task.c.id).correlate_except(task).scalar_subquery() - 3.0)))


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='vals').data([(0, ''), (42, 'Ann')]).cte()
    return select((~literal(True)), func.sum(literal(0))).group_by((~literal(True))).order_by(literal(0).desc(), (~literal(True)))

TREES.append(lambda: and_(or_(dept.c.active, dept.c.active), or_(type_coerce(dept.c.active, Boolean), exists().where(emp.c.active))))

TREES.append(lambda: select(func.max(literal(2.25)).over(order_by=(emp.c.dept_id / emp.c.salary)), (extract('year', task.c.done) + (task.c.id + 2)), ((emp.c.salary * emp.c.salary) * (emp.c.salary - emp.c.salary)), dept.c.info["a"].as_json()).select_from(dept).join(emp.join(task), emp.c.dept_id == dept.c.id).where(emp.c.active).order_by(desc((task.c.prio // emp.c.boss_id)), func.trim(task.c.note).desc()))

TREES.append(lambda: bitwise_not(func.abs(proj.c.dept_id, type_=Integer)))

TREES.append(lambda: select(emp.c.data["b"]["c"], emp.c.salary, select(task.c.id).select_from(task).where(true()).limit(1).scalar_subquery(), cast((func.substr(emp.c.nick, 1, 2, type_=String) + ':w'), Unicode(5))).where((~emp.c.active), emp.c.id.bitwise_lshift(emp.c.id).in_([2, -5])))

TREES.append(lambda: select((type_coerce(func.round(literal(3.0), 1, type_=Float), Float) + 2.25).label('order')).select_from(outerjoin(emp, dept, emp.c.dept_id == dept.c.id)).where(func.replace((emp.c.nick + 'q\\z'), 'Ann', dept.c.name.collate("NOCASE"), type_=String).istartswith('q\\z', autoescape=True, escape='!')).order_by(desc('order'), 'order'))


@TREES.append
def _():
    u = except_(select(func.substr(task.c.note, 1, 2, type_=String).label('p'), emp.c.data["b"].as_integer().label('q')), select(collate(emp.c.nick, "nocase"), func.instr(literal(':w'), emp.c.name, type_=Integer))).cte()
    return select(u, case((literal(False), literal({"a": 1}, JSON)), else_="x")).where(func.replace(collate(literal('q\\z'), "nocase"), func.upper(u.c.p, type_=String), '', type_=String).is_not(None)).with_only_columns(custom_op('&', return_type=Integer())(u.c.q, u.c.q), func.lower(u.c.p, type_=String)).order_by(literal(D(2021, 5, 6)).asc())


@TREES.append
def _():
    a = task.alias()
    b = aliased_b = task.alias()
    return select(literal(False, Boolean), case((literal(False), DT(2024, 1, 2, 3, 4, 5)), (bindparam(None, False, type_=Boolean), a.c.done), else_=a.c.done).label('Mixed')).select_from(a.outerjoin(b, a.c.id == b.c.id + 1)).where(select(func.min(dept.c.active)).select_from(dept).scalar_subquery(), and_((literal(DT(2020, 2, 29)) >= DT(2024, 1, 2, 3, 4, 5)), (literal(2.25) == literal(2.25, Float(8))), case((bindparam(None, True, type_=Boolean), literal(False)), else_=literal(False)))).distinct().order_by(desc('Mixed'), (literal(D(2024, 12, 31)) == literal(D(2021, 5, 6), Date)).desc()).limit(4).offset(2)

TREES.append(lambda: delete(dept).where((~((-literal(Decimal("-0.25"), Numeric(8, 2))) == (dept.c.budget * dept.c.budget)))).returning(dept.c.id))


@TREES.append
def _():
    n = select(literal(3).label('n'), literal('?').label('w')).cte(recursive=True)
    n = n.union(select(n.c.n + 1, n.c.w + "it's").where(n.c.n < 4))
    return select((literal(D(2024, 12, 31)) >= literal(D(2021, 5, 6))))

TREES.append(lambda: type_coerce(type_coerce(bindparam(None, 2.25, type_=Float), Float(8)), Float(8)))

TREES.append(lambda: extract('year', literal(D(2024, 12, 31))))

TREES.append(lambda: emp.c.data[("b", "c")].as_integer())

TREES.append(lambda: case((emp.c.active, emp.c.seen), (emp.c.active, literal(DT(2020, 2, 29))), else_=DT(2024, 1, 2, 3, 4, 5)).not_in([]))

TREES.append(lambda: (dept.c.budget * func.instr((dept.c.name + literal('?')), ':w', type_=Integer)))

TREES.append(lambda: proj.c.tags[("b", "c")].as_boolean())

TREES.append(lambda: emp.c.data["l"][0].as_json())

TREES.append(lambda: select(task.c.note, (task.c.prio + 7)).select_from(task).outerjoin(proj, task.c.proj_id == proj.c.id).where(case((case((select(func.max(dept.c.active)).select_from(dept).limit(1).scalar_subquery(), True), (proj.c.tags[("b", "c")].as_boolean(), True)), cast(task.c.id, String).ilike(select(proj.c.title).select_from(proj).where(proj.c.is_open).order_by(proj.c.id).correlate(task).scalar_subquery(), escape='!')))).prefix_with('ALL'))

TREES.append(lambda: select(((emp.c.name + 'q\\z') + emp.c.data["a"].as_string()), emp.c.hired).select_from(task).join(emp).order_by(nulls_last((-emp.c.bonus).asc())))

TREES.append(lambda: select(func.max(task.c.note)).select_from(task).where(dept.c.active).order_by(task.c.id).scalar_subquery())

TREES.append(lambda: select(dept.c.id, (dept.c.budget + Decimal("-0.25")), func.substr((func.lead(dept.c.name).over(order_by=func.coalesce(bindparam(None, -1.5, type_=Float(8)), literal_column("1.5", Float)).desc(), rows=(None, None)) + func.min(dept.c.name).over(partition_by=[dept.c.id, dept.c.name])), cast(func.instr(dept.c.name, dept.c.name, type_=Integer), Integer), 2, type_=String), dept.c.opened).where((case((bindparam(None, False, type_=Boolean), 'a'), else_=dept.c.name) >= 'a/b'), select(select(func.min(dept.c.active)).select_from(dept).scalar_subquery()).select_from(emp).where(emp.c.age.in_((42, None))).limit(1).scalar_subquery()).with_only_columns(dept.c.info[("b", "c")].as_integer(), (dept.c.name + dept.c.name)).order_by((dept.c.id + dept.c.id), (bindparam(None, 0.5, type_=Float) / literal(2.25, Float(8)))))

TREES.append(lambda: func.abs(custom_op('-', precedence=8)((3 // proj.c.dept_id), 42), type_=Integer))

TREES.append(lambda: cast((-1 + case({0: 2}, value=emp.c.id, else_=-1)), BigInteger))

TREES.append(lambda: ((-(proj.c.cost - proj.c.cost)) / proj.c.tags[("b", "c")].as_integer()))

TREES.append(lambda: func.round((emp.c.salary + 3.0), 1, type_=Float))


@TREES.append
def _():
    s = select(emp.c.dept_id, emp.c.boss_id, emp.c.salary, emp.c.boss_id.label('comp')).where(func.substr(literal('b%', String(20)), emp.c.age, 2, type_=String).not_like(bindparam(None, '?', type_=Unicode(5)), escape='!')).order_by(emp.c.id).alias("sq")
    return select(and_(literal(False), literal(False)), (func.sum(s.c.salary) + literal(1, BigInteger)).label('n')).group_by(and_(literal(False), literal(False))).having(select(func.min(dept.c.active)).select_from(dept).where(true()).order_by(dept.c.id).limit(1).scalar_subquery())

TREES.append(lambda: delete(emp).where((select(func.min(literal(-1))).select_from(proj).where(proj.c.is_open).scalar_subquery() > 1)).returning(emp.c.id))

TREES.append(lambda: ((emp.c.bonus - Decimal("1.5")) * Decimal("10")))

TREES.append(lambda: ((literal(Decimal("10")) - literal(Decimal("-0.25"))) * (literal(Decimal("-0.25")) - literal(Decimal("10")))))


@TREES.append
def _():
    s = select(proj.c.title, proj.c.dept_id, proj.c.tags, case((exists(1).select_from(task).where(proj.c.is_open), 7), else_=func.abs(proj.c.id, type_=Integer)).label('comp')).where(select(func.max(dept.c.active)).select_from(dept).scalar_subquery()).order_by(proj.c.id).subquery()
    return select(dept.c.info["l"][0].as_json()).select_from(s).outerjoin(dept, dept.c.id == s.c.comp).where((s.c.tags[0] == [1, 2]))

TREES.append(lambda: update(task).values(prio=((literal(10) % task.c.emp_id) - task.c.emp_id), pos=case({'': func.abs(task.c.id, type_=Integer)}, value=func.substr(task.c.note, 2, 2, type_=String))).where((~(task.c.note + "it's").like(func.substr(task.c.note, task.c.emp_id, 2, type_=String)))))


@TREES.append
def _():
    n = select(literal(1).label('n'), literal('a').label('w')).cte(recursive=True)
    n = n.union(select(n.c.n + 1, n.c.w + 'a/b').where(n.c.n < 4))
    return select(cast(n.c.w, Text), func.min(literal("it's")).label('Sum'), (literal_column("1.5", Float) * func.sum(bindparam(None, 2.25, type_=Float))), func.substr(n.c.w, 1, 2, type_=String)).group_by(cast(n.c.w, Text)).slice(1, 3)

TREES.append(lambda: intersect(select(case((emp.c.data[("b", "c")].as_boolean(), func.coalesce(emp.c.name, emp.c.nick)), (emp.c.name.startswith('a', autoescape=True), func.trim(emp.c.nick)), else_='b%'), (-(-emp.c.salary))).where(emp.c.name.not_in([]), emp.c.name.ilike(emp.c.name, escape='!')), select(cast(task.c.note.collate("NOCASE"), Text), (literal(0.5) + task.c.id).label('lab'))).order_by(literal_column('1')))

TREES.append(lambda: dept.c.name.collate("NOCASE").like('x_y', escape='/'))

TREES.append(lambda: delete(dept).where(case((select(literal(Decimal("10"))).select_from(proj).where(proj.c.is_open).order_by(proj.c.id).limit(1).correlate_except(proj).scalar_subquery().not_in([Decimal("1.5"), Decimal("-0.25"), Decimal("1.5")]), True), (select(func.min(dept.c.active)).select_from(dept).scalar_subquery(), dept.c.active), else_=False)))

TREES.append(lambda: case(((~(proj.c.cost >= proj.c.cost)), proj.c.tags["b"].as_string()), else_=(proj.c.title + '').concat('b%')).istartswith(':w', autoescape=True, escape='!'))

TREES.append(lambda: (0.5 / (literal(2.25, Float) - literal(3))))

TREES.append(lambda: except_(select(literal(':w'), case({'a/b': func.nullif(emp.c.nick, literal(''), type_=String)}, value=emp.c.nick.label(None), else_='q\\z')), select(case((dept.c.budget.in_([]), collate(dept.c.name, "nocase")), (case((dept.c.active, True), else_=False), 'Ann'), else_=''), (literal('a') + dept.c.name).collate("NOCASE"))).order_by(text('1 DESC')))

TREES.append(lambda: select(dept.c.info[("b", "c")].as_string()).distinct().order_by((dept.c.id + 7).nulls_last()))

TREES.append(lambda: (func.length(select(func.max(task.c.note)).select_from(task).where(emp.c.active).scalar_subquery(), type_=Integer).op('>>')(type_coerce(func.coalesce(literal_column("'lc'", String), '?'), SmallInteger)) > func.ifnull((func.abs(literal(0), type_=Integer) - emp.c.dept_id.op('-')(emp.c.id)), 42, type_=Integer)))

TREES.append(lambda: extract('day', literal(DT(2020, 2, 29))))

TREES.append(lambda: not_(proj.c.tags[0].as_boolean()))

TREES.append(lambda: select((-1 - select(func.min(task.c.prio)).select_from(task).where(proj.c.is_open).limit(1).scalar_subquery())).select_from(proj).join(dept, proj.c.dept_id == dept.c.id, full=True).where(dept.c.active).order_by((literal(Decimal("10")) - literal(Decimal("10"), Numeric(8, 2))).nulls_first()))


@TREES.append
def _():
    s = select(proj.c.title, proj.c.id, proj.c.tags, (-(proj.c.dept_id * proj.c.dept_id)).label('comp')).where(select(func.min(proj.c.hours)).select_from(proj).where(proj.c.is_open).order_by(proj.c.id).limit(1).scalar_subquery().is_(null())).distinct().subquery()
    return select(s.c.title, cast(s.c.title, BigInteger), literal(DT(2020, 2, 29)).is_distinct_from(None), case((literal(False), 'a'), else_='?').label('lab')).where(case({7: bindparam(None, D(2021, 5, 6), type_=Date).in_([D(2021, 5, 6), D(2024, 12, 31)])}, value=case((false(), s.c.comp), else_=s.c.comp), else_=True), func.ltrim(literal('q\\z')).in_(select(proj.c.title.collate("NOCASE")).select_from(proj).where(literal('Ann').not_in(select(func.max(emp.c.nick)).select_from(emp).order_by(emp.c.id)))))

TREES.append(lambda: (select(func.max(dept.c.id)).select_from(dept).where(dept.c.active).scalar_subquery() == 3))

TREES.append(lambda: func.nullif(select(func.min(proj.c.is_open)).select_from(proj).where(((proj.c.id // -5) <= proj.c.tags["b"].as_integer())).limit(1).correlate(proj).scalar_subquery(), False, type_=Boolean))

TREES.append(lambda: update(proj).values(title=func.trim(proj.c.title).collate("NOCASE"), is_open=((literal(Decimal("1.5")) + proj.c.id) > (-proj.c.cost))).where(literal(True, Boolean), (proj.c.is_open == proj.c.is_open)).returning(proj.c.id, ((literal(42) * 1) - extract('year', proj.c.due))))

TREES.append(lambda: select(func.max(literal(3.0))).select_from(dept).scalar_subquery())

TREES.append(lambda: dept.c.info["b"].as_boolean())


@TREES.append
def _():
    s = select(proj.c.dept_id, proj.c.cost, proj.c.hours, func.length(func.coalesce(proj.c.title, proj.c.title), type_=Integer).label('comp')).where(not_(proj.c.title.istartswith("it's"))).order_by(proj.c.id).cte()
    return select(func.upper(task.c.note), select(func.min(dept.c.id)).select_from(dept).scalar_subquery(), func.group_concat(task.c.note, type_=String), func.count(task.c.proj_id.distinct()).filter(literal(False, Boolean)), func.max(literal(Decimal("-0.25"), Numeric(8, 2))), func.sum(task.c.pos).filter(bindparam(None, False, type_=Boolean))).select_from(s).outerjoin(task, task.c.id == s.c.comp).where((((task.c.id + 7) // 3) < (-case({3: s.c.comp}, value=task.c.id)))).group_by(func.upper(task.c.note), select(func.min(dept.c.id)).select_from(dept).scalar_subquery()).having(func.min(literal(True)))

TREES.append(lambda: func.length(type_coerce(emp.c.data[("l", 0)].as_integer(), Unicode(5)), type_=Integer).op('*', precedence=5)(emp.c.data[("b", "c")].as_integer()))

TREES.append(lambda: cast((case((or_(dept.c.active, dept.c.active), Decimal("1.5")), (task.c.proj_id.bool_op('<>', precedence=7)(task.c.proj_id), (task.c.pos / 1)), else_=dept.c.budget) != (dept.c.budget * func.abs(literal(42), type_=Integer))), Boolean))


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='vals').data([(-1, ''), (10, '?')]).cte()
    return select((literal_column("'lc'", String) + v.c.w), (literal(1) <= v.c.k)).where((literal(D(2021, 5, 6)) >= literal(D(2024, 12, 31)))).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)

TREES.append(lambda: case((emp.c.data[("b", "c")].as_boolean(), False), (bindparam(None, False, type_=Boolean), task.c.note.like(task.c.note, escape='/'))))

TREES.append(lambda: select(dept.c.opened, select(func.max(emp.c.bonus)).select_from(emp).order_by(emp.c.id).limit(1).scalar_subquery(), func.min(literal(3.0)).over(partition_by=[dept.c.id, proj.c.title]), func.lead(proj.c.is_open).over(partition_by=[proj.c.dept_id, proj.c.title], order_by=(proj.c.id // literal(7)), rows=(1, 3))).select_from(proj).join(dept).where((func.length(dept.c.name, type_=Integer) > func.instr(dept.c.name, "it's", type_=Integer)), literal("it's").is_distinct_from(':w')))

TREES.append(lambda: delete(dept).where((~(-case((literal(False), literal(3.0)), else_=-1.5)).between(3.0, ((7 + bindparam(None, -1, type_=BigInteger)) / (literal_column("1.5", Float) / literal(-1.5)))))).returning(dept.c.id))

TREES.append(lambda: (proj.c.tags["b"].as_json() == "x"))

TREES.append(lambda: (func.abs(literal(-1), type_=Integer) / (literal(-1.5) - 0.5)))

TREES.append(lambda: union_all(select(extract('year', bindparam(None, D(2024, 12, 31), type_=Date)), func.round((literal(-1.5) / literal(2.25)), 1, type_=Float)), select(bitwise_not(proj.c.id), (proj.c.id.op('<<', precedence=15)(proj.c.dept_id) / (literal_column("1.5", Float) - literal(-1.5)))), select(task.c.emp_id.bitwise_and(0).bitwise_or(1), ((task.c.prio / bindparam(None, 2.25, type_=Float(8))) - (literal(-1.5) / literal_column("1.5", Float)))).where(~select(custom_op('&', return_type=Integer())(literal(3, SmallInteger), proj.c.dept_id)).select_from(proj).order_by(proj.c.id).exists())))

TREES.append(lambda: (type_coerce(dept.c.id, String) + "it's").icontains('x_y', autoescape=True))

TREES.append(lambda: delete(proj).where((-select(func.count(proj.c.id)).select_from(proj).where(proj.c.is_open).scalar_subquery()).in_([])))


@TREES.append
def _():
    n = select(literal(-5).label('n'), literal('q\\z').label('w')).cte(recursive=True)
    n = n.union_all(select(n.c.n + 1, n.c.w + "it's").where(n.c.n < 4))
    return select(func.lead(literal(-1.5)).over(partition_by=[n.c.n, n.c.w], order_by=n.c.w.op('LIKE', is_comparison=True, precedence=5)(':w'))).where(exists(text('1')).select_from(task).where(or_(false(), bindparam(None, ':w', type_=Unicode(5)).ilike(task.c.note, escape='/')))).order_by((bindparam(None, Decimal("-0.25"), type_=Numeric(8, 2)) * Decimal("10")).desc(), (literal_column("1.5", Float) - literal(3.0)))

TREES.append(lambda: delete(dept).where(not_(not_(dept.c.budget.is_not_distinct_from(Decimal("-0.25"))))).returning(dept.c.id))

TREES.append(lambda: ((((proj.c.hours + proj.c.hours) - select(func.max(literal(0.5))).select_from(task).order_by(task.c.id).scalar_subquery()) - case((not_(proj.c.is_open), select(emp.c.salary).select_from(emp).where(emp.c.active).scalar_subquery()), else_=2.25)) > 2.25))

TREES.append(lambda: (0.5 * case((proj.c.is_open, -1.5))))


@TREES.append
def _():
    a = dept.alias()
    b = aliased_b = dept.alias()
    return select(func.min(a.c.name).over(partition_by=[b.c.id, a.c.name]), literal("it's"), select(func.min(emp.c.active)).select_from(emp).where(b.c.active).scalar_subquery()).where(b.c.info[0].as_boolean()).order_by(desc(func.replace(bindparam(None, '', type_=Unicode(5)), 'b%', "it's", type_=String)))

TREES.append(lambda: union(select(((emp.c.boss_id - literal(-1, BigInteger)) - 3), (literal(-5, SmallInteger).bitwise_and(emp.c.id) // emp.c.id)).where(select(func.max(dept.c.active)).select_from(dept).where(select(func.max(literal(False))).select_from(task).order_by(task.c.id).scalar_subquery()).scalar_subquery()), select((cast(literal(7), Integer) - -5), dept.c.id)).order_by(literal_column('1')))

TREES.append(lambda: except_(select(((-literal(2.25)) / 3.0), (-case({'': bindparam(None, 2.25, type_=Float(8))}, value=dept.c.name, else_=2.25))).where(not_(dept.c.active), dept.c.active), select(func.round(select(literal(0.5)).select_from(task).where(proj.c.is_open).limit(1).scalar_subquery(), 1, type_=Float), proj.c.hours).where((proj.c.id <= custom_op('*', precedence=8)(proj.c.id, proj.c.id))), select(type_coerce((literal(3.0) - proj.c.hours), Float), (2.25 // (literal_column("1.5", Float) * proj.c.hours))).where(proj.c.is_open)).limit(3))

TREES.append(lambda: (func.round((literal(-1.5, Float) + emp.c.salary), 1, type_=Float) * -1.5))

TREES.append(lambda: func.coalesce(((dept.c.id * dept.c.budget) < func.nullif(dept.c.budget, Decimal("1.5"), type_=Numeric(8, 2))), True))

TREES.append(lambda: select(func.min(literal(True))).select_from(emp).where(func.coalesce(bindparam(None, True, type_=Boolean), True)).order_by(emp.c.id).scalar_subquery())

TREES.append(lambda: (emp.c.name >= emp.c.name.concat('b%')))

TREES.append(lambda: (-case((dept.c.active, 3))))

TREES.append(lambda: select(dept.c.name, emp.c.boss_id, emp.c.seen, (emp.c.bonus + Decimal("-0.25"))).select_from(task.join(emp).join(dept, dept.c.id == emp.c.dept_id)).where(select(func.replace(dept.c.name, dept.c.name, literal('b%'), type_=String).iendswith('x_y')).select_from(dept).limit(1).scalar_subquery()).distinct())


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

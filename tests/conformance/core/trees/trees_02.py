"""Random expression trees, seed 2: the text and parameters of 100 generated expressions and statements."""
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
TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(dept.c.id, func.substr(func.substr(dept.c.name, literal(-5, BigInteger), 2, type_=String), func.ifnull(literal(10), dept.c.id, type_=Integer), 2, type_=String)).where(select(func.min(emp.c.active)).select_from(emp).where((dept.c.opened > D(2024, 12, 31))).order_by(emp.c.id).scalar_subquery())))

TREES.append(lambda: func.ltrim(select(func.trim(literal('a/b', literal_execute=True), type_=String)).select_from(proj).order_by(proj.c.id).scalar_subquery()))

TREES.append(lambda: select(func.length(emp.c.name.op('||', precedence=1, return_type=String())('x_y'), type_=Integer).label('lab1')).distinct().order_by('lab1', (Decimal("1.5") + emp.c.bonus).asc()))

TREES.append(lambda: (dept.c.info[0].as_integer() * dept.c.budget).is_distinct_from(Decimal("1.5")))

TREES.append(lambda: cast(select(func.min(proj.c.is_open)).select_from(proj).where(proj.c.is_open).order_by(proj.c.id).correlate(dept).scalar_subquery(), Boolean))

TREES.append(lambda: select(task, select(bindparam(None, True, type_=Boolean)).select_from(task).where(true()).order_by(task.c.id).scalar_subquery(), func.last_value(literal(Decimal("-0.25"))).over(order_by=(-1.5 - literal(3.0)).desc()), (cast((literal(Decimal("1.5"), Numeric) <= bindparam(None, Decimal("1.5"), type_=Numeric(8, 2))), Boolean) & (~task.c.note.contains(task.c.note, escape='^'))).label('id')).select_from(task).where(select(func.max(dept.c.active)).select_from(dept).where((task.c.note > task.c.note)).scalar_subquery(), select(func.coalesce(true(), proj.c.is_open)).select_from(proj).where(proj.c.tags[0].as_boolean()).scalar_subquery()).order_by(desc('id')).limit(literal(2)))

TREES.append(lambda: select(~exists().where(proj.c.is_open), (proj.c.cost % func.avg(literal(Decimal("10")), type_=Float)).label('total'), (-func.sum(literal(1))), func.avg(proj.c.cost, type_=Float)).select_from(proj).where(cast(select(func.min(emp.c.active)).select_from(emp).where(case((emp.c.active, emp.c.active), else_=proj.c.is_open)).order_by(emp.c.id).scalar_subquery(), Boolean)).group_by(~exists().where(proj.c.is_open)).having(cast(func.min(proj.c.is_open).filter(proj.c.is_open), Boolean)).order_by(~exists().where(proj.c.is_open)))

TREES.append(lambda: cast(and_(literal(False), or_(literal(False, Boolean), bindparam(None, True, type_=Boolean))), Boolean))

TREES.append(lambda: select(dept.c.info["b"].as_string(), case({2: func.count(proj.c.title)}, value=func.sum(dept.c.id), else_=func.total(dept.c.id, type_=Integer).filter(literal(True))), func.avg(dept.c.budget, type_=Float), func.max(proj.c.cost), dept.c.info[("b", "c")].as_integer()).where(proj.c.dept_id == dept.c.id).where(select(func.count()).select_from(dept).where(dept.c.active).correlate(proj).exists()).group_by(dept.c.info["b"].as_string()).having(~exists(text('1')).select_from(task).where(proj.c.is_open)).slice(1, 3))

TREES.append(lambda: select(proj.c.dept_id, (func.length(func.replace(literal(':w'), 'q\\z', 'Ann', type_=String), type_=Integer) - (-1 // (-dept.c.id))), func.first_value(proj.c.tags).over(order_by=not_(proj.c.is_open))).select_from(join(proj, dept)).where(proj.c.title.op('||', precedence=9, return_type=String())('x_y').op('||')("it's").is_(None)))

TREES.append(lambda: between(cast(cast(proj.c.hours, String), SmallInteger), -1, 1))

TREES.append(lambda: select(cast(func.last_value(proj.c.title).over(partition_by=[proj.c.id, proj.c.title], order_by=proj.c.dept_id.op('+', precedence=5)(proj.c.id).desc(), range_=(0, None)), String), type_coerce((2.25 * (-1.5 - proj.c.hours)), Float), select(func.count(proj.c.id)).select_from(proj).where(proj.c.is_open).scalar_subquery()).distinct().order_by(cast(proj.c.title, Float(8)), case({-1: 3.0}, value=proj.c.id).desc()))

TREES.append(lambda: select(proj.c.is_open, proj.c.due, proj.c.due.label('order')).select_from(proj).where(or_((proj.c.title + proj.c.title).not_in(select(func.max(emp.c.nick)).select_from(emp)))).order_by('order', (proj.c.dept_id * -5).asc()))

TREES.append(lambda: ((-(literal(Decimal("-0.25")) - Decimal("10"))) > Decimal("1.5")))


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='vals').data([(0, 'a/b'), (42, 'a/b')]).cte()
    return select(literal(Decimal("-0.25")).label('two words')).where(type_coerce(v.c.w.contains('?', autoescape=True), Boolean), (emp.c.data["l"][0].as_string() == v.c.w.concat(v.c.k))).limit(8)

TREES.append(lambda: func.coalesce(proj.c.tags[("l", 0)].as_boolean(), True))

TREES.append(lambda: func.coalesce(proj.c.title, 'b%').between(literal_column("'lc'", String).op('||')('q\\z'), (dept.c.name + proj.c.title)))

TREES.append(lambda: select((bindparam(None, 'x_y', type_=Unicode(5)) + 'a/b'), func.count(distinct(emp.c.name)), func.max(emp.c.age)).select_from(join(task, emp)).where(and_(and_(literal("it's").iendswith(':w', autoescape=True), False), (emp.c.data["a"].as_json() == {"a": 1}))).group_by((bindparam(None, 'x_y', type_=Unicode(5)) + 'a/b')).order_by(task.c.prio.between(emp.c.id, task.c.emp_id), (bindparam(None, 'x_y', type_=Unicode(5)) + 'a/b')))

TREES.append(lambda: case((cast(select(proj.c.is_open).select_from(proj).where(false()).order_by(proj.c.id).limit(1).scalar_subquery(), Boolean), func.coalesce(case({'q\\z': literal_column("1.5", Float)}, value=task.c.note, else_=0.5), 3.0)), else_=func.round((literal_column("1.5", Float) * task.c.prio), 1, type_=Float)))

TREES.append(lambda: func.coalesce(func.coalesce(proj.c.dept_id, literal(2)), 3).op('+', precedence=-1)(proj.c.dept_id.bitwise_or(proj.c.dept_id).bitwise_xor(proj.c.id.op('%', precedence=15)(-1))))

TREES.append(lambda: select(cast(or_(case((dept.c.active, emp.c.active), (bindparam(None, True, type_=Boolean), emp.c.active), else_=False)), Boolean)).select_from(emp.join(dept, and_(emp.c.dept_id == dept.c.id, not_(dept.c.active)))).where(dept.c.active))

TREES.append(lambda: update(dept).values(opened=dept.c.opened, budget=((dept.c.id / dept.c.id) + (dept.c.id * dept.c.budget))).where(((dept.c.budget + Decimal("10")) == Decimal("1.5"))))


@TREES.append
def _():
    j = func.json_each(proj.c.tags).table_valued('key', column('value', Integer), joins_implicitly=True)
    return select(proj.c.tags, literal(10, SmallInteger), proj.c.hours).where((func.coalesce(literal(DT(2020, 2, 29)), DT(2024, 1, 2, 3, 4, 5)) > DT(2020, 2, 29))).slice(1, 3)

TREES.append(lambda: select(task.c.done, emp.c.data["b"]["c"].as_json(), task.c.done, cast(((emp.c.salary * emp.c.boss_id) - (emp.c.salary + -1.5)), Float(8))).select_from(task).join(emp, task.c.emp_id == emp.c.id, full=True).where((func.lower(emp.c.name.label('lab')) < 'q\\z')).distinct())

TREES.append(lambda: proj.c.tags["a"].as_boolean())

TREES.append(lambda: select(func.max(dept.c.active)).select_from(dept).scalar_subquery())


@TREES.append
def _():
    j = func.json_each(emp.c.data).table_valued('key', column('value', Integer), name='je')
    return select(emp.c.data[0].as_string(), func.trim(case({10: 'Ann'}, value=j.c.value, else_=''), type_=String), case({3: emp.c.salary}, value=emp.c.boss_id, else_=emp.c.salary), literal(Decimal("1.5"))).order_by(func.instr(literal(':w'), emp.c.nick, type_=Integer), emp.c.salary.nulls_first())

TREES.append(lambda: cast(select(literal_column("'lc'", String)).select_from(task).where(literal(False)).scalar_subquery().op('||', precedence=1, return_type=String())(func.coalesce(task.c.note, dept.c.name)), String).contains(('Ann' + func.replace(func.substr(literal('b%'), 1, 2, type_=String), select(func.min(literal("it's"))).select_from(task).scalar_subquery(), 'Ann', type_=String)), escape='^'))

TREES.append(lambda: proj.c.tags["a"].as_json())

TREES.append(lambda: delete(emp).where((case((emp.c.active, 2.25), else_=emp.c.salary) != 3.0), (type_coerce(emp.c.bonus, Numeric(8, 2)) == Decimal("-0.25"))))

TREES.append(lambda: (select(func.count()).select_from(emp).order_by(emp.c.id).scalar_subquery() - 1))

TREES.append(lambda: (proj.c.hours * emp.c.age).in_([0.5, 0.5]))


@TREES.append
def _():
    s = select(proj.c.is_open, proj.c.dept_id, proj.c.hours, func.length(bindparam(None, 'x_y', type_=Text), type_=Integer).label('comp')).where(not_(literal('?').not_ilike(':w', escape='/'))).cte()
    return select((case((s.c.is_open, s.c.hours), (bindparam(None, True, type_=Boolean), 3.0), else_=3.0) * (s.c.hours + s.c.comp)), s.c.comp, literal(D(2024, 12, 31)), literal(DT(2024, 1, 2, 3, 4, 5)).label('id')).where(((emp.c.data[("b", "c")].as_numeric(10, 2) >= (s.c.dept_id / 0)) | select(func.min(emp.c.nick)).select_from(emp).scalar_subquery().in_([literal('Ann'), ':w']))).limit(literal(2))

TREES.append(lambda: except_(select(case(((~task.c.prio.between(1, -1)), func.abs(task.c.id, type_=Integer)), ((task.c.done <= DT(2024, 1, 2, 3, 4, 5)), 10), else_=task.c.proj_id), case((task.c.note.is_not_distinct_from(task.c.note), -5), else_=extract('month', task.c.done))).where(func.coalesce(cast(true(), Boolean), (bindparam(None, Decimal("-0.25"), type_=Numeric) < Decimal("-0.25")))), select(case(((dept.c.budget >= dept.c.budget), (dept.c.id % -5)), (select(proj.c.is_open).select_from(proj).limit(1).scalar_subquery(), dept.c.id.bitwise_xor(dept.c.id))), (dept.c.id.bitwise_or(dept.c.id) // -5)).where(dept.c.id.op('>>', precedence=8)(-1).is_distinct_from(7))))

TREES.append(lambda: (~between(dept.c.opened, dept.c.opened, dept.c.opened)))

TREES.append(lambda: select(func.min(emp.c.nick)).select_from(emp).where(emp.c.active).limit(1).correlate_except(emp).scalar_subquery().op('||', precedence=9, return_type=String())('').concat(':w').not_ilike('a', escape='!'))

TREES.append(lambda: case((select(func.max(true())).select_from(proj).where(select(bindparam(None, True, type_=Boolean)).select_from(task).where(proj.c.is_open).order_by(task.c.id).scalar_subquery()).scalar_subquery(), proj.c.tags[("b", "c")].as_json()), else_=proj.c.tags["a"]))

TREES.append(lambda: func.coalesce(case((not_(case((proj.c.is_open, False), else_=proj.c.is_open)), True), else_=True), exists().where(type_coerce((proj.c.hours < 3.0), Boolean))))


@TREES.append
def _():
    s = select(task.c.id, task.c.pos, task.c.prio, emp.c.data[("b", "c")].as_integer().label('comp')).where(select((~emp.c.active)).select_from(emp).where(not_(emp.c.active)).order_by(emp.c.id).scalar_subquery()).distinct().cte("sq")
    return select(s, cast(func.coalesce(literal(True), dept.c.active), Boolean), dept.c.info[0]).select_from(s).outerjoin(dept, dept.c.id == s.c.comp).where(case({7: True}, value=func.length(collate(dept.c.name, "nocase"), type_=Integer))).order_by(extract('month', bindparam(None, DT(2020, 2, 29), type_=DateTime)).desc())


@TREES.append
def _():
    n = select(literal(-5).label('n'), literal(':w').label('w')).cte('nums', recursive=True)
    n = n.union_all(select(n.c.n + 1, n.c.w + ':w').where(n.c.n < 4))
    return select(literal(False)).where(literal(False))

TREES.append(lambda: select(task.c.done, proj.c.tags[("b", "c")], type_coerce(func.coalesce(proj.c.id, task.c.prio).between(-5, (literal(0) // 2)), Boolean)).where(task.c.proj_id == proj.c.id).where(select(func.min(emp.c.active)).select_from(emp).where((emp.c.data["a"].as_boolean() | tuple_(emp.c.boss_id, emp.c.nick).not_in([(7, 'q\\z'), (0, '?')]))).scalar_subquery()))

TREES.append(lambda: ((proj.c.title + proj.c.title) < proj.c.title.concat(proj.c.id)))

TREES.append(lambda: select(emp.c.hired, select(func.max(proj.c.dept_id)).select_from(proj).correlate_except(proj).scalar_subquery(), emp.c.hired.label('lab1')).where(select(func.max(bindparam(None, False, type_=Boolean))).select_from(task).where(case(((~literal(False)), between(bindparam(None, 2.25, type_=Float), literal(-1.5), emp.c.salary)), (type_coerce(emp.c.active, Boolean), True), else_=False)).correlate_except(task).scalar_subquery()).order_by('lab1', (emp.c.boss_id * emp.c.bonus)))

TREES.append(lambda: select(emp, func.first_value(bindparam(None, 'Ann', type_=Text)).over(partition_by=[task.c.id, task.c.note], order_by=func.trim(literal('?')).asc(), groups=(0, 0)), task.c.done, task.c.done, (func.replace(emp.c.nick, 'a/b', '', type_=String) + 'q\\z')).select_from(dept).join(emp.join(task), emp.c.dept_id == dept.c.id).where(tuple_((emp.c.boss_id * task.c.id).op('>>', precedence=-1)(emp.c.dept_id), func.upper(literal('a')).concat(emp.c.age)).in_([(7, 'Ann'), (10, 'b%')])).add_columns((task.c.prio * 42)))

TREES.append(lambda: select(literal(False), emp.c.bonus).select_from(outerjoin(task, emp, task.c.emp_id == emp.c.id)).where(case((or_(false(), emp.c.active), (emp.c.bonus == emp.c.bonus)), (func.nullif(emp.c.active, literal(True), type_=Boolean), or_(false(), emp.c.active)), else_=False), emp.c.active))


@TREES.append
def _():
    u = union_all(select(dept.c.info["b"].as_integer().label('p'), (dept.c.id * dept.c.id).label('q')), select(emp.c.boss_id, (-1 // literal(3)))).cte()
    return select(case({"it's": u.c.p}, value=literal_column("'lc'", String), else_=7), func.sum(literal_column("1.5", Float)), func.sum(literal_column("1.5", Float)).filter(literal(False))).where(type_coerce((bitwise_not(u.c.p) < 2), Boolean)).group_by(case({"it's": u.c.p}, value=literal_column("'lc'", String), else_=7)).having(func.min(literal(True, Boolean))).order_by(case({"it's": u.c.p}, value=literal_column("'lc'", String), else_=7), case({"it's": u.c.p}, value=literal_column("'lc'", String), else_=7))

TREES.append(lambda: (((('x_y' + literal('q\\z')) + 'a') + emp.c.nick.op('||', precedence=6, return_type=String())(case((emp.c.active, "it's"), (emp.c.active, emp.c.name), else_=emp.c.nick))) < emp.c.name))

TREES.append(lambda: func.coalesce((-task.c.proj_id).op('|', precedence=15)(2), func.coalesce(task.c.pos.bitwise_xor(3), 10)).is_distinct_from(None))

TREES.append(lambda: update(proj).values(title=((proj.c.title + proj.c.title) + 'x_y'), is_open=(func.coalesce(proj.c.cost, literal(Decimal("10"))) <= Decimal("10"))).where(or_(and_(proj.c.is_open, False), false(), case((proj.c.is_open, proj.c.is_open), else_=False))))

TREES.append(lambda: func.coalesce(emp.c.boss_id.label(None), 10))

TREES.append(lambda: select(func.min(emp.c.nick).over(), literal(DT(2024, 1, 2, 3, 4, 5))).select_from(join(emp, dept)).where(~select(func.min(emp.c.dept_id)).select_from(emp).where((tuple_(emp.c.boss_id.op('|', return_type=Integer())(-1), emp.c.id) == tuple_(emp.c.data[("b", "c")].as_integer(), emp.c.id.bitwise_xor(42)))).order_by(emp.c.id).exists()).order_by(dept.c.opened.desc().nulls_last(), (emp.c.salary - 0.5).desc()))

TREES.append(lambda: (emp.c.name.like('a', escape='/') | emp.c.name.iendswith('q\\z')))

TREES.append(lambda: or_(or_(proj.c.is_open, true(), bindparam(None, False, type_=Boolean))))


@TREES.append
def _():
    a = dept.alias(name="x y")
    b = aliased_b = dept.alias()
    return select(select(literal(D(2024, 12, 31))).select_from(task).order_by(task.c.id).scalar_subquery(), a.c.budget, a.c.opened, func.trim(func.replace(collate(literal('x_y'), "nocase"), 'Ann', b.c.info["b"].as_string(), type_=String), type_=String)).select_from(a.outerjoin(b, a.c.id == b.c.id + 1))

TREES.append(lambda: select(type_coerce(dept.c.active, Boolean), dept.c.info[0].as_json()).select_from(dept.outerjoin(join(emp, task, isouter=True))).where(or_(false(), cast(dept.c.id.op('>', is_comparison=True)(dept.c.id), Boolean))).order_by(literal(D(2024, 12, 31), Date).desc(), (literal(3.0) + emp.c.salary).asc()))

TREES.append(lambda: not_((bindparam(None, ':w', type_=Text) == None)))

TREES.append(lambda: select(literal(D(2021, 5, 6))).select_from(dept).where(dept.c.opened.not_in([D(2024, 12, 31), D(2021, 5, 6), D(2024, 12, 31)])))


@TREES.append
def _():
    s = select(emp.c.seen, emp.c.id, emp.c.hired, case((func.coalesce(emp.c.active, False), func.length(emp.c.nick, type_=Integer))).label('comp')).where(case(((bindparam(None, 10, type_=Integer) != emp.c.dept_id), (emp.c.id != 0)), else_=True)).cte("sq")
    return select(type_coerce(select(func.min(literal(''))).select_from(proj).where(proj.c.is_open).scalar_subquery(), SmallInteger), collate(case((bindparam(None, False, type_=Boolean), 'q\\z'), (literal(True), task.c.note)), "nocase")).select_from(s).outerjoin(task, task.c.id == s.c.comp).where((select(func.min(literal(-1.5))).select_from(task).scalar_subquery() <= 0.5))

TREES.append(lambda: select(func.count(1)).select_from(task).where((task.c.note <= 'Ann')).order_by(task.c.id).scalar_subquery().op('>', is_comparison=True)(cast(task.c.emp_id.bitwise_xor(1), Integer)))

TREES.append(lambda: select(proj.c.tags[("b", "c")].as_json(), func.last_value(bindparam(None, D(2021, 5, 6), type_=Date)).over(partition_by=proj.c.is_open, order_by=[(proj.c.cost * Decimal("1.5")).desc().nulls_last(), proj.c.is_open.asc()]), func.max(proj.c.is_open).over(partition_by=proj.c.title), func.min(proj.c.title).over().label('order')).limit(6).offset(2))

TREES.append(lambda: func.coalesce((tuple_(emp.c.id, literal(2)) < tuple_(emp.c.boss_id, -1)), True))

TREES.append(lambda: type_coerce(case((func.nullif(emp.c.name.not_in(select(func.max(emp.c.name)).select_from(emp).where(emp.c.active)), False, type_=Boolean), ((Decimal("10") - emp.c.bonus) / func.length(emp.c.nick, type_=Integer))), else_=(emp.c.data["b"].as_numeric(10, 2) + case((literal(False), Decimal("-0.25")), (literal(True), Decimal("10"))))), Numeric))

TREES.append(lambda: func.substr(dept.c.name, 1, 2, type_=String).like('', escape='/'))


@TREES.append
def _():
    a = task.alias(name="x y")
    b = aliased_b = task.alias()
    return select(a, select(func.max(emp.c.active)).select_from(emp).where(select((task.c.pos * task.c.pos)).select_from(task).where(tuple_(task.c.emp_id, task.c.note).in_([(42, '?'), (0, 'b%')])).exists()).scalar_subquery()).select_from(a).join(b, a.c.id == b.c.id).where(a.c.done.in_(select(func.max(literal(DT(2020, 2, 29)))).select_from(dept).where((dept.c.opened <= D(2021, 5, 6))).limit(1)), func.lower(a.c.note, type_=String).not_ilike(':w')).order_by(b.c.proj_id.bitwise_and(b.c.id), (a.c.pos // 3).desc())

TREES.append(lambda: not_(select(func.min(bindparam(None, True, type_=Boolean))).select_from(task).where(literal(False)).order_by(task.c.id).scalar_subquery()))

TREES.append(lambda: and_(true(), or_(~exists(select(func.count(emp.c.id)).select_from(emp).where(emp.c.id.is_distinct_from(-1))), false(), ((Decimal("-0.25") + proj.c.cost) >= (proj.c.cost / literal(Decimal("10")))))))

TREES.append(lambda: emp.c.data["a"].as_string())

TREES.append(lambda: ~exists(1).select_from(task).where(exists(select(task.c.pos.bitwise_not()).select_from(task).order_by(task.c.id))))

TREES.append(lambda: (literal_column("1.5", Float) // literal_column("1.5", Float)).in_([-1.5, 3.0, 0.5]))

TREES.append(lambda: emp.c.data["a"].as_json())


@TREES.append
def _():
    n = select(literal(-5).label('n'), literal('?').label('w')).cte(recursive=True)
    n = n.union_all(select(n.c.n + 1, n.c.w + 'x_y').where(n.c.n < 4))
    return select((bindparam(None, 10, type_=Integer) * literal(Decimal("-0.25"))), (n.c.w.collate("NOCASE") + (emp.c.data["b"].as_string() + 'a'))).where(and_((false() & bindparam(None, True, type_=Boolean)), False), (literal(Decimal("10")) + Decimal("-0.25")).is_distinct_from(literal(Decimal("10")))).add_columns((literal(7) - n.c.n)).slice(1, 3)

TREES.append(lambda: update(task).values(done=task.c.done, prio=emp.c.data["b"]["c"].as_integer()).where(literal(True), case((literal(False), literal(False)))))

TREES.append(lambda: cast(exists(literal_column('1')).select_from(task).where(dept.c.active), Boolean))

TREES.append(lambda: (~between(((case((emp.c.active, emp.c.salary), else_=bindparam(None, 2.25, type_=Float(8))) % 2.25) * 3.0), 2.25, 0.5)))

TREES.append(lambda: select((literal(10) * 2), func.replace(emp.c.nick, literal('a/b'), '?', type_=String), extract('day', emp.c.hired), func.count()).select_from(emp).group_by((literal(10) * 2), func.replace(emp.c.nick, literal('a/b'), '?', type_=String)).having(func.min(emp.c.active)))


@TREES.append
def _():
    j = func.json_each(emp.c.data, '$.l').table_valued('key', column('value', Integer), name='je')
    return select((0.5 * (case((literal(True), 3.0)) * -1.5)), emp.c.bonus.label('Mixed')).where(((j.c.value // j.c.value).op('%', precedence=15)(2) < -1)).order_by((-1.5 + emp.c.salary))

TREES.append(lambda: (((emp.c.bonus * literal(Decimal("-0.25"), Numeric)) + Decimal("-0.25")) > func.coalesce((emp.c.bonus / Decimal("-0.25")), Decimal("-0.25"))))

TREES.append(lambda: func.abs(emp.c.data[0].as_integer(), type_=Integer))

TREES.append(lambda: (func.coalesce(emp.c.dept_id, emp.c.boss_id) > func.length(proj.c.title, type_=Integer)))

TREES.append(lambda: type_coerce(emp.c.name, Integer))

TREES.append(lambda: ((-(emp.c.dept_id + 2)) * 7))

TREES.append(lambda: func.replace(select(emp.c.name).select_from(emp).where(not_((emp.c.nick == literal_column("'lc'", String)))).limit(1).scalar_subquery(), (proj.c.title + func.substr(func.nullif(literal('Ann', String(20)), proj.c.title, type_=String), type_coerce(proj.c.title, SmallInteger), 2, type_=String)), 'q\\z', type_=String))

TREES.append(lambda: select(emp, emp.c.hired, ((emp.c.salary - emp.c.salary) * 3.0), literal(Decimal("10")), task.c.note).select_from(emp).join(dept).join(task).where(func.replace(collate(emp.c.nick, "nocase"), "it's", '', type_=String).istartswith('a', escape='^')).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='my vals').data([(0, 'q\\z'), (0, '?')]).cte()
    return select(v, (0.5 // literal(2.25)).in_([3.0, 0.5]), emp.c.data[("l", 0)].as_string().label('lab1')).where(func.replace(bindparam(None, "it's", type_=String), 'b%', "it's", type_=String).not_in([]), (literal("it's").op('||', precedence=9, return_type=String())('a/b') <= func.lower(v.c.w, type_=String))).order_by(desc('lab1'), 'lab1')

TREES.append(lambda: case({7: type_coerce((bindparam(None, -1.5, type_=Float(8)) % literal_column("1.5", Float)).in_([-1.5, 0.5, 2.25]), Boolean)}, value=task.c.pos, else_=task.c.note.bool_op('GLOB')((func.lower(task.c.note) + cast(literal(2.25), Unicode(5))))))

TREES.append(lambda: (task.c.id.bitwise_rshift((-literal(-1))) == None))

TREES.append(lambda: case({-5: '?'}, value=emp.c.dept_id.bitwise_rshift(-1), else_=emp.c.name.concat(-5)).op('||', precedence=6, return_type=String())(func.replace(literal('Ann'), 'x_y', emp.c.name, type_=String).concat(case((true(), bindparam(None, 'a/b', type_=String)), else_=literal_column("'lc'", String)))).like((emp.c.data[("l", 0)].as_string() + func.ltrim(func.upper(emp.c.nick, type_=String), type_=String)), escape='!'))


@TREES.append
def _():
    s = select(dept.c.name, dept.c.info, dept.c.budget, (case((dept.c.active, -5), else_=dept.c.id) - -1).label('comp')).where(((dept.c.budget + dept.c.budget) > Decimal("-0.25"))).subquery("sq")
    return select(task.c.pos.is_not(None), case((literal(False), 7), else_=task.c.prio), extract('day', literal(D(2024, 12, 31)))).select_from(s).outerjoin(task, task.c.id == s.c.comp).group_by(task.c.pos.is_not(None), case((literal(False), 7), else_=task.c.prio)).limit(bindparam('lim', 3))


@TREES.append
def _():
    s = select(proj.c.hours, proj.c.cost, proj.c.is_open, select((emp.c.age + 1)).select_from(emp).where(exists(select(func.min(proj.c.id)).select_from(proj).where(proj.c.is_open).limit(1))).scalar_subquery().label('comp')).where(tuple_(func.instr(proj.c.title, proj.c.title, type_=Integer), func.replace(literal('?', String(20)), proj.c.title, literal('x_y', Unicode(5)), type_=String)).not_in([(3, 'Ann'), (-5, '')])).distinct().subquery()
    return select((s.c.hours == s.c.hours), (s.c.comp * s.c.comp), (s.c.comp * func.sum(literal(Decimal("10"), Numeric))).label('n'), select(func.max(emp.c.name)).select_from(emp).order_by(emp.c.id).limit(1).scalar_subquery(), (func.sum(s.c.hours) + func.sum(s.c.hours))).group_by((s.c.hours == s.c.hours), (s.c.comp * s.c.comp))

TREES.append(lambda: case((literal(2.25).not_in([literal_column("1.5", Float), 0.5]), dept.c.name), (dept.c.active, literal_column("'lc'", String).collate("NOCASE")), else_=select(func.max(emp.c.name)).select_from(emp).where(emp.c.active).scalar_subquery()))

TREES.append(lambda: func.coalesce(emp.c.age.bitwise_and(1), 10))

TREES.append(lambda: union_all(select(func.substr(proj.c.title.collate("NOCASE"), 2, 2, type_=String), (-(-proj.c.dept_id))).where(cast(proj.c.is_open, Boolean)), select(((emp.c.name + 'a') + ':w'), literal(3)).where(select(emp.c.active).select_from(emp).order_by(emp.c.id).scalar_subquery())).order_by(text('1 DESC')))

TREES.append(lambda: update(emp).values(seen=emp.c.seen, hired=emp.c.hired).where(select(func.min(false())).select_from(task).where((emp.c.seen != emp.c.seen)).scalar_subquery()).returning(emp.c.id, literal(-1)))

TREES.append(lambda: union(select((task.c.note.collate("NOCASE") + task.c.note.concat(task.c.id)), func.abs(task.c.id, type_=Integer)).where(cast(select(func.min(literal(True, Boolean))).select_from(task).where(literal(True)).scalar_subquery(), Boolean)), select(func.replace(type_coerce(dept.c.id, Text), dept.c.info["b"].as_string(), (dept.c.name + dept.c.name), type_=String), (-(dept.c.id * dept.c.id))).where(between(dept.c.name.op('||', precedence=1, return_type=String())(literal('')), 'q\\z', (literal('?') + dept.c.name)))).order_by(literal_column('1')))

TREES.append(lambda: func.substr(func.trim(proj.c.title), 2, 2, type_=String))

TREES.append(lambda: select(case((proj.c.is_open, 2), else_=task.c.pos), proj.c.tags[0].as_string(), (func.count(proj.c.title) / func.sum(proj.c.dept_id)), func.avg(proj.c.cost, type_=Float), func.trim(proj.c.title, type_=String), func.max(literal(-1.5, Float(8)))).select_from(task).join(proj, task.c.proj_id == proj.c.id, full=True).group_by(case((proj.c.is_open, 2), else_=task.c.pos), proj.c.tags[0].as_string()).limit(literal(2)))


@TREES.append
def _():
    s = select(proj.c.hours, proj.c.id, proj.c.cost, (extract('month', proj.c.due) % 42).label('comp')).where(tuple_((-proj.c.dept_id), func.trim(proj.c.title, type_=String)).in_([(-1, 'a'), (0, 'b%')])).alias("sq")
    return select(func.coalesce(literal("it's", literal_execute=True), ':w'), literal_column("'lc'", String).in_(bindparam('many', [], expanding=True)), emp.c.data["b"]["c"].as_integer().label('total'), func.min(literal('Ann')), (func.count(bindparam(None, "it's", type_=String(20))) / func.avg(bindparam(None, 3.0, type_=Float(8)), type_=Float)), (bindparam(None, 'a', type_=Unicode(5)) + '')).group_by(func.coalesce(literal("it's", literal_execute=True), ':w'), literal_column("'lc'", String).in_(bindparam('many', [], expanding=True))).having(func.min(false()).filter(literal(True))).limit(literal(2))

TREES.append(lambda: select(dept.c.active, func.avg(literal_column("1.5", Float), type_=Float), (emp.c.salary - -1.5), (-literal(1))).select_from(emp.join(dept, and_(emp.c.dept_id == dept.c.id, cast(dept.c.active, Boolean)))).group_by(dept.c.active).having(literal(-1).between(func.count(emp.c.age.distinct()).filter(dept.c.active), -5)).limit(literal(2)))

TREES.append(lambda: union(select(case((dept.c.name.contains('x_y', escape='^'), (3.0 - bindparam(None, 2.25, type_=Float(8))))), type_coerce(dept.c.name.op('||')(dept.c.name), SmallInteger)).where(select(func.max(literal(False))).select_from(task).where((task.c.emp_id == -1)).limit(1).scalar_subquery()), select(select(func.min(literal(-1.5))).select_from(dept).where((literal(Decimal("-0.25")) < Decimal("-0.25"))).scalar_subquery(), emp.c.data["a"].as_integer())))

TREES.append(lambda: literal(DT(2024, 1, 2, 3, 4, 5)).is_not_distinct_from(literal(DT(2024, 1, 2, 3, 4, 5))))


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

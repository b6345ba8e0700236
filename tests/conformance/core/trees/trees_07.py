"""Random expression trees, seed 7: the text and parameters of 100 generated expressions and statements."""
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
TREES.append(lambda: select(func.count(1)).select_from(dept).order_by(dept.c.id).exists())

TREES.append(lambda: select(func.nullif(emp.c.active, True, type_=Boolean), func.lower(func.max(task.c.note)), func.avg(dept.c.budget, type_=Float)).select_from(dept).join(emp).outerjoin(task).where(emp.c.data[("l", 0)].as_boolean()).group_by(func.nullif(emp.c.active, True, type_=Boolean)).limit(literal(2)))

TREES.append(lambda: select(('' + (literal('') + ':w')), func.dense_rank().over(partition_by=[proj.c.id, proj.c.title], order_by=[type_coerce(literal('q\\z', Unicode(5)), Integer).desc().nulls_last(), dept.c.active.desc()]), proj.c.is_open).where(proj.c.dept_id == dept.c.id).where(bindparam(None, False, type_=Boolean), proj.c.tags["a"].as_boolean()).order_by(dept.c.name))

TREES.append(lambda: ((custom_op('-', precedence=15)(emp.c.boss_id, literal(2)) // 10) == emp.c.boss_id))

TREES.append(lambda: (Decimal("1.5") - (select(func.max(proj.c.cost)).select_from(proj).where(cast(proj.c.is_open, Boolean)).limit(1).scalar_subquery() * Decimal("-0.25"))))

TREES.append(lambda: func.replace((func.replace(func.replace(emp.c.name, emp.c.name, 'a', type_=String), ':w', (emp.c.name + emp.c.name), type_=String) + func.substr(emp.c.nick, (emp.c.age + emp.c.age), 2, type_=String)), 'a', cast((emp.c.boss_id + emp.c.id).op('<<')((-1 // emp.c.age)), Text), type_=String))

TREES.append(lambda: func.instr(func.upper(emp.c.name, type_=String), case({'Ann': 'x_y'}, value=literal(':w'), else_='b%'), type_=Integer))


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='my vals').data([(7, ':w'), (1, '')]).cte()
    return select(literal(DT(2020, 2, 29)), func.ntile(2).over(partition_by=v.c.w, order_by=(v.c.w != v.c.w).asc()), emp.c.data["a"], func.lead(literal(5, JSON)).over(partition_by=literal('x_y'), order_by=emp.c.data["a"].as_string())).where(literal(True))

TREES.append(lambda: type_coerce(func.ltrim(emp.c.name, type_=String), Unicode(5)).collate("NOCASE"))


@TREES.append
def _():
    s = select(emp.c.id, emp.c.bonus, emp.c.data, ((emp.c.boss_id + emp.c.id) + 3).label('comp')).where(select(emp.c.bonus).select_from(emp).where(emp.c.active).scalar_subquery().is_(null())).order_by(emp.c.id).subquery("sq")
    return select(func.ifnull(type_coerce(s.c.comp, BigInteger), s.c.comp, type_=Integer), (func.ntile(2).over(order_by=desc((literal("it's", Unicode(5)) != literal('x_y'))), rows=(0, 2)) * extract('day', literal(D(2024, 12, 31), Date))), select(func.max(false())).select_from(dept).where((dept.c.budget > Decimal("10"))).order_by(dept.c.id).scalar_subquery().is_(true()).label('two words')).where((func.length(literal('b%'), type_=Integer) <= bitwise_not(s.c.id)), select(func.min(true())).select_from(emp).where(cast(emp.c.active, Boolean)).scalar_subquery()).limit(literal(2))

TREES.append(lambda: intersect(select(((proj.c.id / proj.c.hours) % func.round(proj.c.hours, 1, type_=Float)), proj.c.tags["b"]["c"].as_integer().op('+')(func.instr(proj.c.title, "it's", type_=Integer))).where((null() == proj.c.dept_id), between(proj.c.hours, proj.c.hours, proj.c.hours)), select(((literal(3.0) / bindparam(None, 0.5, type_=Float)) - 3.0), ((task.c.emp_id + task.c.prio) // (literal(42) // literal(-1, Integer)))), select(((proj.c.hours - proj.c.hours) // proj.c.hours), proj.c.tags[("l", 0)].as_integer()).where((func.nullif(proj.c.cost, literal(Decimal("10")), type_=Numeric(8, 2)) != cast(proj.c.title, Numeric(8, 2))))).order_by(text('1 DESC')))

TREES.append(lambda: func.upper(func.substr(task.c.note, 1, 2, type_=String), type_=String))


@TREES.append
def _():
    n = select(literal(10).label('n'), literal('Ann').label('w')).cte(recursive=True)
    n = n.union(select(n.c.n + 1, n.c.w + '').where(n.c.n < 4))
    return select(literal(D(2024, 12, 31)), emp.c.data[("l", 0)].as_json().is_(None), literal(DT(2024, 1, 2, 3, 4, 5))).where(and_(case(((tuple_(n.c.n, n.c.n) < tuple_(n.c.n, literal(0))), literal(True, Boolean)), else_=n.c.n.is_not_distinct_from(1)), (~between(literal(D(2021, 5, 6)), D(2024, 12, 31), literal(D(2021, 5, 6)))))).order_by(n.c.n.in_([1, 1, 7]))

TREES.append(lambda: select(proj.c.dept_id, proj.c.tags["l"][0], task.c.done, proj.c.hours.label('Mixed')).select_from(join(task, proj)).where(proj.c.is_open))

TREES.append(lambda: select(literal(-5), func.coalesce((proj.c.title + 'q\\z'), (literal(':w') + proj.c.title))).union(select(select(func.count(proj.c.id)).select_from(proj).where(literal(False, Boolean)).correlate_except(proj).scalar_subquery().op('-', precedence=15)(-5), (task.c.note.concat(task.c.note) + select(func.min(dept.c.name)).select_from(dept).where(dept.c.active).scalar_subquery())), select(cast(func.coalesce(emp.c.salary, literal(-1.5)), SmallInteger), emp.c.nick).where(cast(emp.c.active, Boolean), (emp.c.salary == -1.5))).limit(3))

TREES.append(lambda: case((dept.c.name.in_(['a', 'a/b']), DT(2024, 1, 2, 3, 4, 5)), (tuple_(dept.c.id, dept.c.name).not_in([(10, 'x_y'), (2, 'x_y')]), literal(DT(2020, 2, 29))), else_=literal(DT(2024, 1, 2, 3, 4, 5))).in_(select(func.min(literal(DT(2024, 1, 2, 3, 4, 5)))).select_from(dept).where(func.ifnull(dept.c.id, 0, type_=Integer).between(42, 10)).order_by(dept.c.id)))

TREES.append(lambda: (case({0: 2.25}, value=dept.c.id, else_=literal(-1.5)) / 3.0))

TREES.append(lambda: select(emp.c.active).where(case({3: not_(between(emp.c.salary, emp.c.salary, emp.c.salary))}, value=select(func.count()).select_from(emp).scalar_subquery(), else_=emp.c.name.concat(emp.c.age).istartswith(':w', autoescape=True))))

TREES.append(lambda: delete(dept).where(cast(func.upper(dept.c.name, type_=String), Numeric).is_(null())))

TREES.append(lambda: insert(task).values(prio=select(dept.c.id).select_from(dept).order_by(dept.c.id).limit(1).scalar_subquery(), note=func.upper((bindparam(None, 'a/b', type_=String) + literal('b%'))), pos=select(func.min(emp.c.dept_id)).select_from(emp).where((~emp.c.nick.iendswith(emp.c.name))).order_by(emp.c.id).limit(1).scalar_subquery()).returning(task.c.id, func.instr(task.c.note, 'a/b', type_=Integer)))

TREES.append(lambda: union(select(((dept.c.id / literal(0.5)) * (literal(-1.5) / literal(0.5, Float))), (extract('day', dept.c.opened) + func.length(dept.c.name, type_=Integer))).where((~case((false(), False), else_=True))), select((-1.5 / (literal(3.0) / literal(0.5))), func.length(func.replace(task.c.note, task.c.note, '?', type_=String), type_=Integer))).limit(3))

TREES.append(lambda: select(case({':w': emp.c.active}, value=emp.c.nick), func.max(emp.c.name).filter(emp.c.active).concat(':w').label('n')).outerjoin_from(emp, task).group_by(case({':w': emp.c.active}, value=emp.c.nick)).order_by((task.c.emp_id * emp.c.dept_id), desc(select(func.min(literal('x_y'))).select_from(dept).where(false()).order_by(dept.c.id).scalar_subquery())))


@TREES.append
def _():
    a = proj.alias(name="x y")
    b = aliased_b = proj.alias()
    return select((literal(Decimal("-0.25")) >= Decimal("10")), literal_column("6", Integer).op('>>', precedence=5)(-5), func.sum(a.c.dept_id)).where(a.c.id < b.c.id).group_by((literal(Decimal("-0.25")) >= Decimal("10"))).having(func.min(a.c.is_open)).slice(1, 3)

TREES.append(lambda: delete(dept).where(dept.c.info[0].is_(None), false()).returning(dept.c.id))

TREES.append(lambda: collate(collate(proj.c.title, "nocase"), "nocase").like(func.replace(proj.c.title, literal('a'), '?', type_=String).label(None), escape='!'))

TREES.append(lambda: (-(emp.c.salary // 2.25)))

TREES.append(lambda: select(emp.c.seen, func.replace((emp.c.name.op('||')(emp.c.name) + "it's"), func.max(emp.c.name).over(partition_by=emp.c.active, order_by=(emp.c.boss_id * 42), rows=(None, 0)), func.upper(func.upper(emp.c.name)), type_=String), emp.c.hired, emp.c.boss_id.label('id')).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).order_by(desc('id'), desc('id')))

TREES.append(lambda: select(literal_column("'lc'", String).concat(literal_column("'lc'", String)), emp.c.hired, (func.max(emp.c.bonus).over(partition_by=task.c.note, order_by=nulls_last((emp.c.salary // emp.c.salary).asc())) * func.last_value(emp.c.bonus).over(partition_by=[emp.c.boss_id, emp.c.nick], order_by=task.c.emp_id.bitwise_or(task.c.id).desc())), (literal(True) | emp.c.active)).select_from(task).join(emp, task.c.emp_id == emp.c.id, full=True).where(select(func.max(literal(False))).select_from(task).where(((-task.c.emp_id) >= -5)).scalar_subquery()).order_by(emp.c.boss_id.label('x y'), (0.5 % emp.c.salary)))

TREES.append(lambda: func.upper(proj.c.title, type_=String))

TREES.append(lambda: select((proj.c.dept_id / (bindparam(None, 3.0, type_=Float) + 2.25)), (literal('a/b').concat(proj.c.title) + '?')).union(select(literal(0.5), collate(('b%' + bindparam(None, 'b%', type_=String(20))), "nocase")), select((literal(2.25).label('lab') - -1.5), (func.substr(literal(''), 2, 2, type_=String) + 'Ann'))).order_by(literal_column('1')))

TREES.append(lambda: select(task.c.note, ((-select(literal(Decimal("10"), Numeric)).select_from(emp).scalar_subquery()) / task.c.id.bitwise_rshift(7))).select_from(join(task, proj)).distinct().order_by(extract('month', proj.c.due), literal(1)))

TREES.append(lambda: collate(bindparam(None, 'x_y', type_=Text), "nocase"))

TREES.append(lambda: select(func.length(dept.c.name, type_=Integer), func.sum(emp.c.bonus).label('total')).select_from(dept).join(emp.join(task), emp.c.dept_id == dept.c.id).where((':w' + task.c.note).istartswith('Ann', escape='^'), select(func.nullif(proj.c.is_open, proj.c.is_open, type_=Boolean)).select_from(proj).where((bindparam(None, 7, type_=SmallInteger) < -1)).scalar_subquery()).group_by(func.length(dept.c.name, type_=Integer)).order_by(func.length(dept.c.name, type_=Integer)).limit(literal(2)))

TREES.append(lambda: delete(proj).where(select(func.max(emp.c.active)).select_from(emp).where(and_((proj.c.cost == Decimal("1.5")), proj.c.is_open, cast(proj.c.is_open, Boolean))).limit(1).scalar_subquery()).returning(proj.c.id))

TREES.append(lambda: not_((emp.c.hired >= emp.c.hired)))

TREES.append(lambda: update(dept).values(budget=select(func.max(proj.c.cost)).select_from(proj).scalar_subquery(), opened=dept.c.opened).where((func.coalesce(literal(3.0), 0.5) != null())))

TREES.append(lambda: (func.replace(literal('q\\z', String), emp.c.data["l"][0].as_string(), '?', type_=String) + func.upper(task.c.note, type_=String).op('||')('a/b')))

TREES.append(lambda: (~select(func.substr(task.c.note, 2, 2, type_=String)).select_from(task).order_by(task.c.id).scalar_subquery().like((literal('a/b') + dept.c.name).concat(''))))

TREES.append(lambda: func.nullif(select((emp.c.bonus * Decimal("-0.25"))).select_from(emp).where(true()).order_by(emp.c.id).scalar_subquery(), Decimal("10"), type_=Numeric(8, 2)))


@TREES.append
def _():
    a = proj.alias()
    b = aliased_b = proj.alias()
    return select((a.c.dept_id - 1)).where(a.c.id < b.c.id).where(cast(cast(~exists(literal_column('1')).select_from(task).where(b.c.is_open), Boolean), Boolean)).order_by(desc((a.c.id * b.c.id)), (-literal(-1)))

TREES.append(lambda: case((or_(false(), tuple_(dept.c.id.bitwise_not(), cast(literal(0.5), String)).in_([(0, 'x_y'), (-5, "it's")])), cast(case({2: True}, value=bitwise_not(dept.c.id), else_=True), Boolean)), (select(func.max(true())).select_from(task).limit(1).scalar_subquery(), True), else_=cast(dept.c.info["l"][0].as_boolean(), Boolean)))

TREES.append(lambda: proj.c.tags[0].as_string())

TREES.append(lambda: select(func.last_value(literal(D(2021, 5, 6))).over(order_by=[emp.c.age.nulls_last(), dept.c.budget]), func.coalesce(emp.c.hired, emp.c.hired), (func.ltrim(literal(''), type_=String) > (emp.c.name + "it's"))).select_from(dept).join(emp.join(task), emp.c.dept_id == dept.c.id))

TREES.append(lambda: update(proj).values(title=cast(literal_column("1.5", Float), Text), cost=((proj.c.id / 2) - (literal(Decimal("-0.25"), Numeric(8, 2)) + Decimal("-0.25")))).where(func.ltrim(proj.c.title).contains('a/b', autoescape=True)).returning(proj.c.id, (-extract('day', proj.c.due))))

TREES.append(lambda: and_((task.c.pos.op('*')(3) <= task.c.prio), or_(func.substr(task.c.note, task.c.prio, 2, type_=String).bool_op('GLOB')('a'), (literal_column("'lc'", String).op('||')(task.c.note) >= 'Ann'))))

TREES.append(lambda: select(collate(func.max(emp.c.nick).filter(task.c.proj_id.not_in([42])).over(), "nocase")).select_from(outerjoin(task, emp, task.c.emp_id == emp.c.id)).where(cast(emp.c.active, Boolean)).order_by(literal(Decimal("-0.25")), (literal(DT(2020, 2, 29)) == literal(DT(2020, 2, 29))).desc()))

TREES.append(lambda: delete(emp).where(func.replace(func.upper(emp.c.nick), case((emp.c.active, literal('')), (emp.c.active, emp.c.name)), 'x_y', type_=String).istartswith('b%')))


@TREES.append
def _():
    u = union(select(proj.c.title.concat(':w').label('p'), (bindparam(None, 0.5, type_=Float) + proj.c.hours).label('q')), select(case({'': 'a/b'}, value=task.c.note, else_=':w'), (bindparam(None, -1.5, type_=Float) * task.c.pos)).where(not_((~task.c.note.ilike(task.c.note))))).cte('un')
    return select(literal(D(2021, 5, 6), Date))

TREES.append(lambda: (~select(func.max(emp.c.active)).select_from(emp).where(dept.c.active).limit(1).scalar_subquery()))

TREES.append(lambda: func.replace(func.substr((emp.c.nick + emp.c.nick), cast(emp.c.nick, SmallInteger), 2, type_=String), 'Ann', case(((emp.c.active != false()), 'Ann'), ((emp.c.nick != emp.c.nick), (emp.c.nick + 'a/b')), else_=(literal('x_y') + emp.c.nick)), type_=String).not_ilike(func.trim(func.coalesce(cast(emp.c.salary, Unicode(5)), func.substr(emp.c.nick, emp.c.dept_id, 2, type_=String)), type_=String)))

TREES.append(lambda: delete(dept).where(dept.c.active, (~(dept.c.id == None))))

TREES.append(lambda: func.abs((10 % (task.c.emp_id - task.c.prio)), type_=Integer).is_not(None))

TREES.append(lambda: insert(task).values(prio=func.instr(literal("it's"), "it's", type_=Integer), note=func.ltrim(collate(literal('Ann'), "nocase")), pos=select(func.count(1)).select_from(dept).where(literal(DT(2020, 2, 29)).is_not(None)).limit(1).scalar_subquery()))

TREES.append(lambda: select(func.count()).select_from(proj).where(proj.c.is_open).scalar_subquery())

TREES.append(lambda: func.instr(proj.c.title, proj.c.title, type_=Integer).label(None))

TREES.append(lambda: except_(select(proj.c.title, proj.c.tags["b"]["c"].as_string()).where(case((and_(literal(False), literal(True), false()), True))), select(((proj.c.title + 'a/b') + proj.c.tags["b"].as_string()), func.replace(func.coalesce(literal('Ann'), proj.c.title), case((proj.c.is_open, 'q\\z'), else_='q\\z'), (proj.c.title + proj.c.title), type_=String)).where((~tuple_(proj.c.id, proj.c.title).not_in([(7, 'a'), (7, 'x_y')])))).order_by(text('1 DESC')))

TREES.append(lambda: select(proj.c.tags[("b", "c")].as_integer(), func.count(task.c.note), func.sum(proj.c.cost)).outerjoin_from(proj, task).where(func.coalesce((proj.c.hours + proj.c.hours).in_([(proj.c.hours + proj.c.hours), 0.5]), True)).group_by(proj.c.tags[("b", "c")].as_integer()).having(func.max(proj.c.hours).in_([])))

TREES.append(lambda: select(task, select(func.max(emp.c.hired)).select_from(emp).where(case((type_coerce(emp.c.active, Boolean), proj.c.is_open), (between(literal(D(2021, 5, 6)), D(2021, 5, 6), proj.c.due), False), else_=(task.c.prio == proj.c.id))).scalar_subquery(), ((task.c.proj_id / 1) / Decimal("1.5")), proj.c.due, cast(task.c.prio, Float(8)).label('two words')).select_from(join(task, proj)).where(not_(literal('x_y').not_ilike('a/b')), literal('q\\z').istartswith('a/b')).order_by(desc('two words'), (task.c.emp_id * task.c.id)))

TREES.append(lambda: ((proj.c.dept_id + proj.c.id).bitwise_lshift(42) // 2).op('-', precedence=15)(func.coalesce(type_coerce((proj.c.title + 'x_y'), SmallInteger), -5)))


@TREES.append
def _():
    s = select(proj.c.tags, proj.c.dept_id, proj.c.hours, select((-1 + bindparam(None, 1, type_=Integer))).select_from(proj).where(proj.c.id.in_([proj.c.dept_id, 1])).order_by(proj.c.id).scalar_subquery().label('comp')).where(~exists(select((proj.c.id % proj.c.dept_id)).select_from(proj).where((proj.c.is_open & proj.c.is_open)))).alias()
    return select(select(func.max(literal(True))).select_from(proj).where(proj.c.is_open).scalar_subquery(), select(func.count(proj.c.id)).select_from(proj).where(proj.c.is_open).correlate(s).scalar_subquery()).select_from(emp).join(s, s.c.comp == emp.c.id).where(func.coalesce((cast(bindparam(None, 10, type_=SmallInteger), Text) >= 'b%'), True)).distinct()

TREES.append(lambda: select(func.length(select(task.c.note).select_from(task).order_by(task.c.id).limit(1).scalar_subquery(), type_=Integer), cast(func.replace(task.c.note, 'x_y', task.c.note, type_=String), String(20))).union_all(select((-func.nullif(proj.c.id, literal(-5), type_=Integer)), (collate(proj.c.title, "nocase") + func.substr(literal(''), 2, 2, type_=String))).where(and_(proj.c.is_open, or_((~proj.c.title.not_ilike('b%', escape='!')), (proj.c.tags[("l", 0)].as_json() == 5)))), select(extract('day', emp.c.hired), emp.c.name).where(and_(cast(emp.c.active, Boolean), and_(emp.c.active, emp.c.active)))).order_by(literal_column('1')))

TREES.append(lambda: not_(emp.c.data["b"]["c"].as_boolean()))


@TREES.append
def _():
    s = select(task.c.prio, task.c.done, task.c.note, (select(func.count(task.c.id)).select_from(task).where(true()).scalar_subquery() * 0).label('comp')).where(false()).distinct().cte()
    return select(select(func.max(dept.c.active)).select_from(dept).where(case({1: tuple_(s.c.prio, s.c.note).in_([(-5, ':w'), (42, 'a')])}, value=(s.c.comp * 0), else_=False)).limit(1).correlate_except(dept).scalar_subquery(), func.substr(s.c.note, 1, 2, type_=String).op('||')(func.ltrim(s.c.note))).where(select(func.min(proj.c.is_open)).select_from(proj).where(cast((literal(D(2021, 5, 6)) == D(2024, 12, 31)), Boolean)).limit(1).scalar_subquery()).order_by((-literal(Decimal("10"))).desc(), literal(D(2021, 5, 6)).desc())

TREES.append(lambda: (func.replace(literal(':w'), bindparam(None, 'a', type_=Text), 'a/b', type_=String) + proj.c.tags["b"].as_string()).istartswith('q\\z'))

TREES.append(lambda: select(proj.c.title.concat('a'), proj.c.title.op('||')('q\\z'), func.count(proj.c.title), func.min(proj.c.title)).select_from(proj).group_by(proj.c.title.concat('a'), proj.c.title.op('||')('q\\z')).having(type_coerce(proj.c.is_open, Boolean)))

TREES.append(lambda: select(emp.c.hired, emp.c.active.label('lab1')).where(tuple_((func.abs(emp.c.id, type_=Integer) - 10), (emp.c.name + emp.c.name).concat('Ann')).not_in([(0, 'q\\z'), (3, 'q\\z')])).order_by('lab1'))

TREES.append(lambda: dept.c.name.ilike(':w', escape='!'))

TREES.append(lambda: select(emp.c.active, func.last_value(dept.c.info).over(partition_by=[task.c.emp_id, task.c.note], order_by=emp.c.nick.like('?', escape='!')).label('id')).select_from(emp).join(dept).join(task).where(type_coerce(emp.c.name.op('||', precedence=1, return_type=String())('a').iendswith((dept.c.name + task.c.note)), Boolean)).add_columns(bindparam(None, 0, type_=SmallInteger).bitwise_and(3)).order_by('id').limit(9).offset(2))

TREES.append(lambda: select(type_coerce(emp.c.salary, Float)).select_from(dept).join(emp.join(task), emp.c.dept_id == dept.c.id).where(and_((~func.substr(emp.c.nick, 2, 2, type_=String).between(select(dept.c.name).select_from(dept).where(dept.c.active).limit(1).scalar_subquery(), emp.c.name.collate("NOCASE"))), (emp.c.name >= 'a'))))


@TREES.append
def _():
    u = except_(select(emp.c.dept_id.bitwise_and(emp.c.age).label('p'), (-emp.c.salary).label('q')), select((2 * emp.c.boss_id), (-emp.c.salary))).order_by('p').cte()
    return select(u, func.first_value(literal(DT(2020, 2, 29))).over(), func.first_value(literal("it's")).over(), ((extract('year', literal(D(2024, 12, 31), Date)) - (1 // u.c.p)) + (literal_column("6", Integer) + (-1 % literal(1, literal_execute=True))))).where(emp.c.data["a"].is_(None)).prefix_with('ALL').order_by(not_(literal(True, Boolean)).nulls_first())

TREES.append(lambda: func.nullif(func.ifnull(literal(42), 0, type_=Integer), select(func.count(1)).select_from(dept).where(dept.c.active).order_by(dept.c.id).correlate_except(dept).scalar_subquery(), type_=Integer))

TREES.append(lambda: ((func.abs(emp.c.dept_id, type_=Integer) - cast(emp.c.name, BigInteger)) <= case((cast(emp.c.active, Boolean), case((true(), literal(3)), (emp.c.active, 3), else_=7)), (or_(emp.c.active, emp.c.active), -1), else_=(42 - emp.c.age))))

TREES.append(lambda: delete(task).where(~select((literal_column("4", Integer).label(None) // proj.c.dept_id)).select_from(proj).where((func.ltrim(proj.c.title, type_=String) != 'b%')).exists()))

TREES.append(lambda: ((select((literal(Decimal("1.5")) - Decimal("-0.25"))).select_from(task).where(select(func.min(dept.c.active)).select_from(dept).where(dept.c.active).scalar_subquery()).order_by(task.c.id).scalar_subquery() + type_coerce(type_coerce(task.c.note, Text), Integer)) + (bindparam(None, Decimal("1.5"), type_=Numeric(8, 2)) // Decimal("-0.25"))))

TREES.append(lambda: select(task.c.done, literal(True)).select_from(task))


@TREES.append
def _():
    a = task.alias("e2")
    b = aliased_b = task.alias()
    return select(literal(5, JSON)).where(literal(True), emp.c.data["b"]["c"].as_boolean())

TREES.append(lambda: union(select(((proj.c.hours % proj.c.hours) // type_coerce(proj.c.hours, Float)), ((literal(3.0) + proj.c.hours) + (proj.c.dept_id + proj.c.id))).where(or_(and_(proj.c.is_open, proj.c.is_open, literal(False)))), select(((emp.c.salary + 2.25) / emp.c.salary), select(func.max(literal(0.5))).select_from(dept).where(select(func.max(proj.c.is_open)).select_from(proj).limit(1).scalar_subquery()).order_by(dept.c.id).limit(1).scalar_subquery())).limit(3))

TREES.append(lambda: (case(((task.c.pos == task.c.pos), extract('year', task.c.done)), (exists(select(func.count(1)).select_from(task).where(bindparam(None, True, type_=Boolean)).limit(1)), 42)) + func.ifnull((task.c.proj_id % -5), 2, type_=Integer)))

TREES.append(lambda: select(proj.c.dept_id.op('>', is_comparison=True)(7), case((literal(False), func.max(literal(-5, BigInteger))), (dept.c.active, 1), else_=1).label('total'), func.avg(proj.c.hours, type_=Float), func.min(dept.c.name)).select_from(dept).join(proj).where(type_coerce(select(func.min(dept.c.active)).select_from(dept).scalar_subquery(), Boolean)).group_by(proj.c.dept_id.op('>', is_comparison=True)(7)).order_by(proj.c.hours.desc()).slice(1, 3))

TREES.append(lambda: case((literal(DT(2024, 1, 2, 3, 4, 5)).is_not_distinct_from(literal(DT(2024, 1, 2, 3, 4, 5))), case({-1: 'Ann'}, value=dept.c.id).op('LIKE', is_comparison=True, precedence=5)(func.substr(dept.c.name, 1, 2, type_=String))), else_=False))

TREES.append(lambda: dept.c.info["b"].as_boolean())

TREES.append(lambda: select(true(), literal(0.5), func.coalesce(func.count().filter(and_(bindparam(None, False, type_=Boolean), False)).over(partition_by=task.c.note, order_by=(literal(Decimal("-0.25")) * Decimal("10")).desc(), rows=(1, 3)), 2)).order_by((task.c.prio // literal(0)), func.ifnull(task.c.pos, task.c.prio, type_=Integer)))


@TREES.append
def _():
    n = select(literal(1).label('n'), literal('a/b').label('w')).cte(recursive=True)
    n = n.union(select(n.c.n + 1, n.c.w + '?').where(n.c.n < 4))
    return select(n, (-5 * ((literal(3) + n.c.n) - bitwise_not(literal(0)))).label('id')).where(cast(n.c.n, String).not_like('a/b'), case((not_(literal(True)), literal(2.25).is_not_distinct_from(0.5)), (literal(False), False), else_=True)).order_by(desc('id'))

TREES.append(lambda: delete(emp).where((tuple_(emp.c.age, case({10: emp.c.id}, value=emp.c.id, else_=-5).op('<<', precedence=8)(7)) >= tuple_((-(-literal_column("8", Integer))), 0))).returning(emp.c.id))

TREES.append(lambda: select((emp.c.salary + task.c.pos), (emp.c.nick == 'a'), task.c.note, func.last_value(bindparam(None, True, type_=Boolean)).over(partition_by=[task.c.pos, emp.c.name], order_by=desc(emp.c.boss_id.is_not_distinct_from(task.c.pos)), groups=(0, 0))).select_from(task.join(emp, and_(task.c.emp_id == emp.c.id, emp.c.name.contains('Ann')))).where(~exists(select(dept.c.id).select_from(dept).where((-task.c.pos).is_distinct_from(2)).order_by(dept.c.id).correlate(task))))

TREES.append(lambda: func.coalesce(cast(('Ann' + task.c.note).not_ilike(bindparam(None, 'b%', type_=String(20)).op('||')('x_y'), escape='!'), Boolean), False))

TREES.append(lambda: (~case({7: False}, value=literal(-1).op('-')(1), else_=True)))

TREES.append(lambda: select(proj.c.id.op('*', precedence=15)(-5), func.min(dept.c.opened).over(partition_by=proj.c.is_open, order_by=case((literal(True), proj.c.hours), else_=proj.c.hours)), proj.c.tags["l"][0].label('order')).select_from(proj).join(dept).where(select(func.max(literal(True))).select_from(emp).where((proj.c.dept_id // 0).is_not_distinct_from(func.nullif(literal(7), dept.c.id, type_=Integer))).order_by(emp.c.id).limit(1).scalar_subquery()).distinct())

TREES.append(lambda: select(dept.c.info[("l", 0)].as_integer(), func.lower(cast(literal(3.0), String(20)), type_=String)).union(select((-(7 + proj.c.dept_id)), (proj.c.tags[("l", 0)].as_string() + 'x_y')).where(case((proj.c.is_open, literal(DT(2020, 2, 29))), else_=literal(DT(2020, 2, 29))).not_in(select(task.c.done).select_from(task).where(between(literal_column("8", Integer), 2, -5)).order_by(task.c.id))), select(func.length((emp.c.nick + emp.c.name), type_=Integer), select(func.max(emp.c.nick)).select_from(emp).where((~emp.c.active)).scalar_subquery()).where(and_(select(func.max(emp.c.active)).select_from(emp).where(emp.c.active).limit(1).scalar_subquery(), or_(literal('a/b', literal_execute=True).not_like(emp.c.nick, escape='!'), and_(emp.c.active, literal(True)))))).order_by(text('1 DESC')))

TREES.append(lambda: select(emp.c.active, dept.c.active).select_from(dept).join(emp.join(task), emp.c.dept_id == dept.c.id).limit(5))

TREES.append(lambda: select(func.round(literal(3.0), 1, type_=Float)).select_from(task).where((literal(D(2024, 12, 31)) >= D(2021, 5, 6))).limit(7).offset(1))

TREES.append(lambda: delete(task).where((((task.c.emp_id / -5) / task.c.proj_id) == Decimal("-0.25"))))

TREES.append(lambda: between(cast(proj.c.hours, SmallInteger), -1, select(func.min(proj.c.id)).select_from(proj).where(proj.c.is_open).scalar_subquery()))


@TREES.append
def _():
    j = func.json_each(emp.c.data, '$.l').table_valued('key', column('value', Integer), name='je')
    return select(case((emp.c.active, False), else_=False), emp.c.active, (-func.count(emp.c.nick)), func.max(emp.c.name).filter(emp.c.active), func.avg(literal(Decimal("-0.25")), type_=Float), (func.max(emp.c.salary).filter(emp.c.active, emp.c.active) * func.sum(emp.c.salary))).where(func.trim(j.c.key, type_=String).op('||', precedence=6, return_type=String())(':w').not_ilike(emp.c.nick.collate("NOCASE").collate("NOCASE"))).group_by(case((emp.c.active, False), else_=False), emp.c.active).having(func.max(emp.c.active).filter(emp.c.active))

TREES.append(lambda: select(func.min(proj.c.tags)).select_from(proj).where(between(proj.c.due, D(2021, 5, 6), D(2024, 12, 31))).scalar_subquery())

TREES.append(lambda: select(proj, literal(DT(2020, 2, 29)), proj.c.is_open, proj.c.due, select(func.max(literal("x", JSON))).select_from(task).where(not_(proj.c.is_open)).order_by(task.c.id).limit(1).scalar_subquery()).select_from(proj).distinct().order_by((proj.c.id / 42).desc(), func.nullif(proj.c.hours, bindparam(None, 3.0, type_=Float(8)), type_=Float).desc()))

TREES.append(lambda: (literal(DT(2020, 2, 29)) >= DT(2020, 2, 29)))


@TREES.append
def _():
    s = select(task.c.id, task.c.emp_id, task.c.prio, ((0 + task.c.id) - emp.c.data[0].as_integer()).label('comp')).where(and_(case((literal(False, Boolean), literal(False)), else_=literal(True)), literal(D(2021, 5, 6)).between(bindparam(None, D(2024, 12, 31), type_=Date), D(2024, 12, 31)))).order_by(task.c.id).alias("sq")
    return select(func.max(literal(5, JSON)).over(partition_by=literal(':w'), order_by=select(func.max(literal(42))).select_from(task).where(literal(False, Boolean)).scalar_subquery()), bindparam(None, D(2021, 5, 6), type_=Date), func.ltrim(func.lower(emp.c.data[("l", 0)].as_string()))).where(and_((literal(3) <= s.c.id), True), or_(case((false(), False), (literal(True), True), else_=False), true(), literal('x_y').startswith('', autoescape=True, escape='!'))).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)


@TREES.append
def _():
    s = select(proj.c.hours, proj.c.cost, proj.c.due, extract('month', literal(DT(2020, 2, 29))).label('comp')).where(select(func.nullif(dept.c.active, dept.c.active, type_=Boolean)).select_from(dept).where(case((dept.c.active, True), else_=literal(False))).scalar_subquery()).distinct().cte("sq")
    return select(((s.c.hours - s.c.comp) * func.round(literal(2.25), 1, type_=Float)).label('two words')).select_from(s).outerjoin(dept, dept.c.id == s.c.comp).where(case({-1: ~exists(select(func.count(emp.c.id)).select_from(emp).where(and_(emp.c.active, bindparam(None, True, type_=Boolean), emp.c.active)).order_by(emp.c.id).correlate(s))}, value=func.ifnull((literal(42) - literal(-5, Integer)), func.abs(dept.c.id, type_=Integer), type_=Integer), else_=True))

TREES.append(lambda: select(emp.c.seen, func.min(literal(D(2021, 5, 6))).over(partition_by=dept.c.active, order_by=dept.c.opened, groups=(0, 0)), select(emp.c.hired).select_from(emp).limit(1).scalar_subquery(), dept.c.active.label('Mixed')).select_from(emp.join(dept, and_(emp.c.dept_id == dept.c.id, (dept.c.budget == Decimal("-0.25"))))).where(select(func.max(proj.c.is_open)).select_from(proj).correlate(emp).scalar_subquery()).limit(bindparam('lim', 3)))


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

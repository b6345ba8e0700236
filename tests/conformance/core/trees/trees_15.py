"""Random expression trees, seed 15: the text and parameters of 100 generated expressions and statements."""
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
    s = select(emp.c.id, emp.c.data, emp.c.boss_id, ((emp.c.dept_id + -5) * -1).label('comp')).where(emp.c.hired.is_not(None).is_not(False)).alias()
    return select(s, literal('x_y'), s.c.boss_id, false(), func.upper(func.upper(literal(':w', Unicode(5)), type_=String)).startswith('q\\z', autoescape=True, escape='!')).where((func.nullif(literal(DT(2020, 2, 29)), literal(DT(2020, 2, 29)), type_=DateTime) >= literal(DT(2024, 1, 2, 3, 4, 5))))

TREES.append(lambda: select(literal_column("'lc'", String).op('||', precedence=6, return_type=String())(emp.c.name), between(emp.c.boss_id, 42, literal(0)), case((func.min(emp.c.active), emp.c.bonus), (func.max(literal(True)).filter(emp.c.active), Decimal("1.5")), else_=emp.c.bonus)).where(emp.c.active).group_by(literal_column("'lc'", String).op('||', precedence=6, return_type=String())(emp.c.name), between(emp.c.boss_id, 42, literal(0))))

TREES.append(lambda: case({42: 'b%'}, value=func.length(func.nullif(literal(':w'), emp.c.nick, type_=String), type_=Integer), else_="it's").contains('x_y'))

TREES.append(lambda: ((dept.c.id / (literal(3.0) * literal(0.5))) * (3 - select(dept.c.id).select_from(dept).where(literal(True)).order_by(dept.c.id).scalar_subquery())))

TREES.append(lambda: select(func.lower(select(func.min(proj.c.title)).select_from(proj).order_by(proj.c.id).limit(1).scalar_subquery(), type_=String), func.ifnull(func.rank().over(order_by=[('?' + literal('a/b', String)), proj.c.id.desc()], rows=(1, 3)), (0 + task.c.pos), type_=Integer)).select_from(outerjoin(task, proj, task.c.proj_id == proj.c.id)).add_columns((task.c.emp_id * 1)).order_by(func.nullif(literal_column("9", Integer), 3, type_=Integer).asc()).limit(1).offset(1))

TREES.append(lambda: func.lower(func.coalesce(dept.c.info["b"].as_string(), func.ltrim(task.c.note, type_=String).op('||')(dept.c.name.concat('x_y'))), type_=String))

TREES.append(lambda: select(proj.c.tags["b"].as_json(), (proj.c.cost - proj.c.id), func.lead(proj.c.due).over(partition_by=proj.c.dept_id, order_by=tuple_(proj.c.id, proj.c.title).in_([(0, 'Ann'), (-5, 'a')])), proj.c.due).where(proj.c.is_open).order_by((proj.c.title + proj.c.title)))

TREES.append(lambda: (task.c.prio.bitwise_rshift(task.c.proj_id) // 42))

TREES.append(lambda: select(func.max(dept.c.active)).select_from(dept).where(select(func.min(literal(-1.5))).select_from(task).where(dept.c.active).order_by(task.c.id).limit(1).scalar_subquery().in_([])).scalar_subquery())

TREES.append(lambda: case(((~literal(True)), 7), (emp.c.data[("b", "c")].is_(None), literal(3)), else_=(-5 // task.c.prio)))

TREES.append(lambda: (func.substr(('a' + proj.c.tags[("l", 0)].as_string()), 2, 2, type_=String) + collate(func.trim(proj.c.title, type_=String).op('||')(func.replace(literal('a/b'), 'b%', proj.c.title, type_=String)), "nocase")))

TREES.append(lambda: case({7: 3}, value=func.nullif(func.abs(dept.c.id, type_=Integer), 2, type_=Integer), else_=10))

TREES.append(lambda: select((7 - task.c.pos), (literal(3.0) * task.c.proj_id)).select_from(task).group_by((7 - task.c.pos)))

TREES.append(lambda: delete(emp).where((emp.c.seen < emp.c.seen)))

TREES.append(lambda: proj.c.id.op('>>', precedence=8)(2).bitwise_xor(-5))


@TREES.append
def _():
    s = select(proj.c.title, proj.c.is_open, proj.c.id, extract('year', proj.c.due).label('comp')).where(proj.c.is_open).order_by(proj.c.id).alias()
    return select(s, func.rank().over(partition_by=[s.c.id, dept.c.name], order_by=(dept.c.budget + Decimal("10"))), literal_column("1.5", Float), literal_column("1.5", Float), collate(((dept.c.name + ':w') + 'a'), "nocase")).where(s.c.comp == dept.c.id).where(s.c.title.bool_op('GLOB')(s.c.title.op('||', precedence=9, return_type=String())(literal('q\\z'))))

TREES.append(lambda: update(proj).values(due=proj.c.due, cost=proj.c.cost))


@TREES.append
def _():
    s = select(dept.c.info, dept.c.id, dept.c.budget, case((dept.c.active, dept.c.id), else_=dept.c.id).bitwise_xor((dept.c.id + 42)).label('comp')).where((~func.ltrim(dept.c.name, type_=String).iendswith('Ann'))).order_by(dept.c.id).subquery()
    return select(bindparam(None, DT(2020, 2, 29), type_=DateTime), s.c.info[0].as_json().label('lab1')).where(case({':w': False}, value=literal('b%').collate("NOCASE").label(None), else_=case({10: literal('a').ilike(literal('?'), escape='!')}, value=(3 // s.c.comp), else_=false()))).slice(1, 3)


@TREES.append
def _():
    n = select(literal(0).label('n'), literal('').label('w')).cte('nums', recursive=True)
    n = n.union_all(select(n.c.n + 1, n.c.w + 'x_y').where(n.c.n < 4))
    return select((bindparam(None, DT(2020, 2, 29), type_=DateTime) != DT(2020, 2, 29)), func.instr(func.max(literal('a/b', Text)).filter(literal(False, Boolean), literal(True)), func.min(n.c.w).filter(literal(False)), type_=Integer).label('n'), select(func.count()).select_from(emp).limit(1).scalar_subquery(), (-1.5 * func.max(literal(3.0)).filter(bindparam(None, True, type_=Boolean))), func.max(n.c.w).filter(literal(False))).where(type_coerce(true(), Boolean), extract('year', bindparam(None, DT(2024, 1, 2, 3, 4, 5), type_=DateTime)).is_not(None)).group_by((bindparam(None, DT(2020, 2, 29), type_=DateTime) != DT(2020, 2, 29))).limit(literal(2))

TREES.append(lambda: ((-1 + literal(42)) * case((proj.c.is_open, dept.c.id), (literal(False, Boolean), dept.c.id), else_=proj.c.id)).in_(bindparam('many', [7], expanding=True)))

TREES.append(lambda: delete(task).where((task.c.proj_id.op('*', precedence=5)(3).is_distinct_from(None) | func.coalesce(~select(func.max(dept.c.id)).select_from(dept).exists(), True))).returning(task.c.id))

TREES.append(lambda: emp.c.data[("l", 0)].as_numeric(10, 2))

TREES.append(lambda: exists(1).select_from(task).where(proj.c.tags["b"].as_integer().in_(select(case({'x_y': literal(7)}, value=proj.c.title)).select_from(proj).where(literal(':w').op('LIKE', is_comparison=True, precedence=5)(proj.c.title)).limit(1))))

TREES.append(lambda: (cast(emp.c.nick, Text) >= cast(func.substr(literal('?'), 2, 2, type_=String), Unicode(5)).label('lab')))

TREES.append(lambda: (~between(case((proj.c.is_open, proj.c.due), (proj.c.is_open, proj.c.due), else_=D(2024, 12, 31)), D(2024, 12, 31), D(2024, 12, 31))))

TREES.append(lambda: select(literal(True, Boolean)).join_from(task, proj).limit(bindparam('lim', 3)))


@TREES.append
def _():
    a = proj.alias()
    b = aliased_b = proj.alias()
    return select(literal(D(2024, 12, 31)), b.c.title, literal(1), a.c.is_open).select_from(a).join(b, a.c.id == b.c.id).order_by(desc(not_(literal(True))))

TREES.append(lambda: (func.instr(func.upper(func.lower(emp.c.name), type_=String), func.ltrim(func.coalesce(emp.c.name, 'a/b')), type_=Integer) / select(func.max(literal(0.5, Float(8)))).select_from(proj).where(case((emp.c.active, proj.c.hours), (proj.c.is_open, emp.c.salary), else_=emp.c.salary).in_([-1.5, 0.5])).correlate_except(proj).scalar_subquery()))

TREES.append(lambda: delete(dept).where(and_(dept.c.active, not_((~dept.c.active)))))

TREES.append(lambda: dept.c.info["l"][0].as_json())

TREES.append(lambda: ((extract('year', literal(DT(2020, 2, 29))) % 1) <= dept.c.id))

TREES.append(lambda: (((task.c.pos / 1) - proj.c.tags["l"][0].as_numeric(10, 2)) == ((proj.c.cost // Decimal("-0.25")) * literal(Decimal("10")))))

TREES.append(lambda: update(emp).values(nick=func.replace(literal('a/b', literal_execute=True), '', '', type_=String), age=emp.c.data["b"]["c"].as_integer()).where(emp.c.active))


@TREES.append
def _():
    s = select(dept.c.info, dept.c.opened, dept.c.budget, select(func.count()).select_from(dept).where(or_(false(), false())).limit(1).scalar_subquery().label('comp')).where(dept.c.name.op('||', precedence=6, return_type=String())(dept.c.name).not_in(['', 'q\\z'])).order_by(dept.c.id).subquery()
    return select(not_(proj.c.is_open), literal(DT(2024, 1, 2, 3, 4, 5))).where(s.c.comp == proj.c.id).where(select(func.min(dept.c.active)).select_from(dept).where((proj.c.title + 'a').istartswith('x_y')).order_by(dept.c.id).scalar_subquery())


@TREES.append
def _():
    a = task.alias()
    b = aliased_b = task.alias()
    return select(a, literal(D(2024, 12, 31)), func.max(b.c.note).over(partition_by=[a.c.id, a.c.note], order_by=[literal(7).bitwise_rshift(a.c.emp_id), literal(True).desc()])).where(a.c.id < b.c.id).where(literal(-1.5, Float).not_in([3.0, 3.0, 3.0, null()])).distinct().slice(1, 3)

TREES.append(lambda: (func.nullif(task.c.note, task.c.note, type_=String) + (task.c.note + task.c.note)).op('LIKE', is_comparison=True, precedence=5)('b%'))

TREES.append(lambda: select(func.substr(task.c.note, 1, 2, type_=String), emp.c.data["b"].as_string(), emp.c.data[("l", 0)].label('lab1')).where(~exists(select(func.count(proj.c.id)).select_from(proj).where((func.ifnull(proj.c.id, literal_column("5", Integer), type_=Integer) <= proj.c.id.label(None))).limit(1))))

TREES.append(lambda: and_(dept.c.info[0].as_json().is_(None), False))

TREES.append(lambda: extract('day', emp.c.seen))

TREES.append(lambda: (func.abs(proj.c.dept_id, type_=Integer) * cast(emp.c.dept_id.label(None).bitwise_rshift(2), BigInteger)))

TREES.append(lambda: (func.abs(select(func.count(emp.c.id)).select_from(emp).limit(1).scalar_subquery(), type_=Integer) * dept.c.budget))

TREES.append(lambda: select(type_coerce(bindparam(None, False, type_=Boolean), Boolean), func.avg(literal(Decimal("1.5"), Numeric), type_=Float).filter(literal(True)), (literal(Decimal("-0.25")) - Decimal("10"))).select_from(task).group_by(type_coerce(bindparam(None, False, type_=Boolean), Boolean)).limit(literal(2)))


@TREES.append
def _():
    s = select(emp.c.age, emp.c.bonus, emp.c.seen, custom_op('>>')(select(func.count()).select_from(dept).order_by(dept.c.id).scalar_subquery(), func.length(emp.c.name, type_=Integer)).label('comp')).where((emp.c.hired > emp.c.hired)).limit(5).alias()
    return select(select(func.min(task.c.proj_id)).select_from(task).where(literal(False)).limit(1).scalar_subquery(), func.last_value(literal(5, JSON)).over(order_by=s.c.bonus.desc())).where(cast(func.coalesce((literal('', Unicode(5)) == 'x_y'), False), Boolean)).distinct().set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).order_by((s.c.comp / s.c.comp), s.c.age.not_in(select(emp.c.id).select_from(emp).limit(1)))

TREES.append(lambda: func.coalesce(func.substr(bindparam(None, ':w', type_=String(20)), 2, 2, type_=String), 'x_y').op('LIKE', is_comparison=True, precedence=5)((cast(emp.c.name, String(20)) + '?')))


@TREES.append
def _():
    u = union(select((emp.c.name + literal(':w')).label('p'), (-emp.c.dept_id).label('q')), select(emp.c.data[0].as_string(), case({"it's": task.c.emp_id}, value=task.c.note))).alias()
    return select(literal('', String).label(None), literal(False), func.length(collate(u.c.p, "nocase").concat(2), type_=Integer)).where(case({7: func.coalesce(u.c.q, u.c.q).not_in([(u.c.q + 10), 10])}, value=(func.length(u.c.p, type_=Integer) - 7)))

TREES.append(lambda: ((task.c.prio % task.c.proj_id) + 0))

TREES.append(lambda: select(func.round((proj.c.hours + -1.5), 1, type_=Float), proj.c.due).select_from(proj).join(task).where(between(func.substr(task.c.note.concat(proj.c.id), proj.c.id, 2, type_=String), 'a/b', select(func.min(literal('b%'))).select_from(task).scalar_subquery())).order_by(desc((task.c.done >= task.c.done))))

TREES.append(lambda: ((-1 + select(func.max(literal(-1))).select_from(dept).where(dept.c.active).order_by(dept.c.id).limit(1).scalar_subquery()) // 42))

TREES.append(lambda: select(emp.c.nick, func.last_value(dept.c.opened).over(partition_by=[emp.c.age, emp.c.name], order_by=[desc((1 // dept.c.id)), dept.c.opened.nulls_first()], rows=(-3, -1)).label('two words')).select_from(outerjoin(emp, dept, emp.c.dept_id == dept.c.id)).where(case({0: func.coalesce(literal_column("2", Integer), emp.c.id).not_in(bindparam('many', [7, 10], expanding=True))}, value=((literal_column("4", Integer) + 1) // emp.c.dept_id.bitwise_rshift(literal_column("5", Integer))), else_=(emp.c.salary - 3.0).in_([select(func.max(literal(2.25, Float(8)))).select_from(proj).where(emp.c.active).limit(1).scalar_subquery(), 3.0]))))


@TREES.append
def _():
    s = select(emp.c.salary, emp.c.data, emp.c.age, select(func.count()).select_from(proj).scalar_subquery().label('comp')).where(emp.c.data["b"]["c"].as_boolean()).order_by(emp.c.id).alias()
    return select(s, literal(DT(2020, 2, 29)), literal(DT(2020, 2, 29))).select_from(proj).join(s, s.c.comp == proj.c.id).where(exists(select(func.max(task.c.prio)).select_from(task).where(proj.c.is_open).order_by(task.c.id).correlate_except(task)))

TREES.append(lambda: func.upper((cast(literal('Ann'), String) + bindparam(None, 'b%', type_=String(20)).concat('x_y'))).is_distinct_from(None))

TREES.append(lambda: func.lower(func.coalesce((case((true(), 'a/b'), (literal(True), ''), else_=literal('a/b')) + '?'), 'Ann')))

TREES.append(lambda: select(func.coalesce(emp.c.data, emp.c.data), emp.c.name, func.max(emp.c.active).over(partition_by=[emp.c.age, emp.c.name], order_by=case((emp.c.active, False)).desc(), rows=(1, 3)), select(func.min(emp.c.hired)).select_from(emp).where(emp.c.boss_id.is_not_distinct_from(None)).order_by(emp.c.id).correlate_except(emp).scalar_subquery().label('order')).where(case(((emp.c.nick + 'Ann').op('LIKE', is_comparison=True, precedence=5)((emp.c.name + 'a')), True), ((func.ifnull(literal(7), emp.c.dept_id, type_=Integer) == 2), tuple_(extract('day', emp.c.hired), func.substr(literal(':w'), literal(2, literal_execute=True), 2, type_=String)).not_in([(1, '?'), (2, 'q\\z')])), else_=False)))

TREES.append(lambda: (-(type_coerce(proj.c.title, Integer) * func.abs(proj.c.id, type_=Integer))))

TREES.append(lambda: case(((case({'q\\z': emp.c.dept_id}, value=literal_column("'lc'", String), else_=1) == emp.c.age), "it's"), (between(('' + emp.c.name), 'a/b', case((emp.c.active, emp.c.name), (emp.c.active, 'a'), else_=emp.c.nick)), 'x_y')))


@TREES.append
def _():
    a = dept.alias("e2")
    b = aliased_b = dept.alias()
    return select(case((a.c.active, a.c.id), (a.c.active, -1), else_=b.c.id)).select_from(a.outerjoin(b, a.c.id == b.c.id + 1)).where(exists().where((b.c.opened >= D(2021, 5, 6)))).order_by((b.c.id >= 1).asc())

TREES.append(lambda: type_coerce((Decimal("10") % cast((1 + task.c.proj_id), Numeric(8, 2))), Numeric(8, 2)))

TREES.append(lambda: delete(task).where((task.c.note + task.c.note).not_in(select(func.max(literal('a'))).select_from(proj).where((literal(Decimal("-0.25")) <= proj.c.cost))), ((literal(42) * task.c.emp_id) > (task.c.pos + -5))))

TREES.append(lambda: select(literal(DT(2024, 1, 2, 3, 4, 5)), proj.c.due, type_coerce((Decimal("10") - literal(Decimal("1.5"))), Numeric).label('id')).select_from(proj).where(((proj.c.title + proj.c.title) + collate(proj.c.title, "nocase")).bool_op('GLOB')('a')).distinct().slice(1, 3))

TREES.append(lambda: select(func.upper((func.lead(task.c.note).over(partition_by=[task.c.proj_id, task.c.note], order_by=desc(proj.c.is_open), rows=(None, None)) + select(dept.c.name).select_from(dept).scalar_subquery())), proj.c.due).select_from(proj).join(task).where(func.trim(func.replace(proj.c.title, task.c.note, task.c.note, type_=String), type_=String).not_ilike(func.coalesce(proj.c.title.concat('?'), func.coalesce(literal('?'), 'x_y')))))

TREES.append(lambda: update(dept).values(budget=cast((dept.c.name + ''), Numeric(8, 2)), opened=dept.c.opened))

TREES.append(lambda: select(literal(-1), emp.c.data, emp.c.data[("l", 0)]).select_from(emp).join(dept, emp.c.dept_id == dept.c.id, full=True).where((~select(func.max(emp.c.active)).select_from(emp).order_by(emp.c.id).scalar_subquery())))

TREES.append(lambda: case({'?': 'a/b'}, value=func.lower(emp.c.nick.op('||', precedence=6, return_type=String())(emp.c.name), type_=String)))

TREES.append(lambda: select(emp, task.c.id, dept.c.active, func.coalesce(dept.c.active, emp.c.active)).select_from(task.join(emp).join(dept, dept.c.id == emp.c.dept_id)).order_by((emp.c.salary + emp.c.salary)))

TREES.append(lambda: (-(cast(emp.c.nick, BigInteger).label('x y') + -5)))

TREES.append(lambda: func.coalesce(exists().where(proj.c.is_open), True))

TREES.append(lambda: func.coalesce(((task.c.note + task.c.note) + 'b%'), bindparam(None, 'q\\z', type_=Text).op('||', precedence=9, return_type=String())('?')))

TREES.append(lambda: select(emp.c.hired, emp.c.active).select_from(dept).join(emp).outerjoin(task).where(between(select(func.max(proj.c.due)).select_from(proj).where(proj.c.is_open).order_by(proj.c.id).limit(1).scalar_subquery(), emp.c.hired, select(func.max(literal(D(2021, 5, 6), Date))).select_from(task).where(literal(False, Boolean)).scalar_subquery()), func.coalesce(task.c.emp_id, 2).not_in([1, -5, 10])).order_by((task.c.id + -5).asc(), emp.c.nick.desc()).limit(7).offset(0))

TREES.append(lambda: ((dept.c.id * 0) / -1).is_(None))


@TREES.append
def _():
    u = intersect(select((literal_column("9", Integer) // -1).label('p'), (proj.c.hours + proj.c.hours).label('q')), select(func.length(proj.c.title, type_=Integer), (proj.c.hours % proj.c.hours))).order_by('p').alias()
    return select(case((func.first_value(literal(True, Boolean)).over(partition_by=literal(3), order_by=(u.c.p * literal(Decimal("1.5"))), rows=(-3, -1)), (func.round(u.c.q, 1, type_=Float) + 2.25))), type_coerce(select(func.max(proj.c.is_open)).select_from(proj).scalar_subquery(), Boolean), u.c.p.label('lab1')).where(and_((literal(DT(2020, 2, 29)).in_([DT(2024, 1, 2, 3, 4, 5), DT(2020, 2, 29), DT(2024, 1, 2, 3, 4, 5)]) | literal(2).op('>', is_comparison=True)(literal(-1))), literal(False)))

TREES.append(lambda: select(dept, (0.5 - literal(0.5, Float(8))).label('lab1')).select_from(dept).where(dept.c.info["l"][0].as_boolean()).add_columns(type_coerce(dept.c.id, Integer)).order_by('lab1', 'lab1'))

TREES.append(lambda: select(emp.c.seen, func.first_value(literal('x_y')).over(order_by=func.ifnull(emp.c.id, emp.c.dept_id, type_=Integer).desc())).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))

TREES.append(lambda: (type_coerce((bindparam(None, -1.5, type_=Float(8)) // literal_column("1.5", Float)), Float) != None))

TREES.append(lambda: case(((tuple_(bindparam(None, 10, type_=Integer), task.c.prio) >= tuple_(task.c.prio, -5)), -1), else_=10))


@TREES.append
def _():
    n = select(literal(7).label('n'), literal('').label('w')).cte(recursive=True)
    n = n.union_all(select(n.c.n + 1, n.c.w + '?').where(n.c.n < 4))
    return select(select(func.min(proj.c.title)).select_from(proj).where(proj.c.title.op('||')('a').startswith('b%')).scalar_subquery(), literal({"a": 1}, JSON), literal(D(2021, 5, 6)), ((literal(3) * n.c.n) // 0)).order_by(case((literal(True), literal(False)), else_=True).desc(), (n.c.n - literal(1)).desc().nulls_last()).limit(5)

TREES.append(lambda: ~exists().where(proj.c.is_open))

TREES.append(lambda: select(func.max(dept.c.name).over(order_by=[(literal(7) * 7).desc(), dept.c.id], groups=(None, 1)).contains("it's", autoescape=True)).select_from(dept).where(cast(not_(dept.c.active), Boolean), cast(case((dept.c.active, False), (false(), dept.c.active), else_=False), Boolean)))

TREES.append(lambda: type_coerce(dept.c.id.between(-1, dept.c.id), Boolean))

TREES.append(lambda: (emp.c.data["b"].as_string() <= "it's"))

TREES.append(lambda: select(emp, literal(1, literal_execute=True), literal("it's", literal_execute=True), emp.c.seen).select_from(emp).where(func.coalesce((emp.c.dept_id > literal_column("9", Integer)), True), and_((null() == emp.c.name), or_((emp.c.id != 0), ~exists().where(emp.c.active)))))

TREES.append(lambda: select(proj.c.due, task.c.done).join_from(task, proj, task.c.proj_id == proj.c.id).order_by(proj.c.due.desc(), func.length(task.c.note, type_=Integer)))

TREES.append(lambda: select(proj, proj.c.tags, case((proj.c.title.concat('Ann').is_not_distinct_from('b%'), func.abs(proj.c.id, type_=Integer).label('x y')), (or_(not_(proj.c.is_open), true(), case((proj.c.is_open, dept.c.active))), -1)), (proj.c.hours * proj.c.hours).label('order')).outerjoin_from(dept, proj).where(case((case((proj.c.is_open, proj.c.title)).ilike('?'), (proj.c.title < cast(dept.c.name, Unicode(5)))), ((proj.c.id + 10).in_(select(func.count()).select_from(task).where(func.coalesce(dept.c.active, dept.c.active)).order_by(task.c.id).correlate_except(task)), proj.c.hours.not_in([])), else_=case({"it's": (proj.c.is_open | dept.c.active)}, value=func.upper(proj.c.title, type_=String)))).limit(literal(2)))

TREES.append(lambda: select(bindparam(None, 'a/b', type_=String(20)).op('||')(('a/b' + proj.c.title)).label('id')).select_from(task).join(proj, task.c.proj_id == proj.c.id, full=True).distinct().order_by('id'))

TREES.append(lambda: delete(emp).where(emp.c.active))


@TREES.append
def _():
    j = func.json_each(emp.c.data, '$.l').table_valued('key', column('value', Integer))
    return select(select(func.min(literal([1, 2], JSON))).select_from(proj).order_by(proj.c.id).limit(1).scalar_subquery(), select(literal(DT(2024, 1, 2, 3, 4, 5))).select_from(dept).scalar_subquery(), (2.25 // emp.c.salary).label('two words')).where(select((not_(emp.c.active) | emp.c.active)).select_from(emp).where(cast(select(dept.c.active).select_from(dept).where(emp.c.active).scalar_subquery(), Boolean)).scalar_subquery())

TREES.append(lambda: select(literal(DT(2024, 1, 2, 3, 4, 5)), cast(proj.c.is_open.is_(True), Boolean).label('Mixed')).where(func.coalesce(func.lower(proj.c.title, type_=String).iendswith('a/b'), (func.replace(proj.c.title, '', 'Ann', type_=String) != (bindparam(None, 'b%', type_=String(20)) + 'b%')))).order_by(func.coalesce(proj.c.cost, Decimal("10"))).slice(1, 3))

TREES.append(lambda: case(((emp.c.seen != emp.c.seen), -5), else_=0))


@TREES.append
def _():
    u = union(select(func.instr(emp.c.name, emp.c.nick, type_=Integer).label('p'), extract('month', emp.c.seen).label('q')), select(literal(42), (emp.c.dept_id * 0))).cte('un')
    return select(type_coerce(literal(D(2024, 12, 31)), Date), literal(3.0), literal(2.25), (literal('a/b') <= literal_column("'lc'", String)).label('Mixed')).where((~func.coalesce(literal('a'), literal('?')).icontains(case((literal(True), 'x_y'), (false(), ':w'), else_=literal('q\\z')))), literal('b%').not_like((literal('x_y') + literal('q\\z')), escape='/')).order_by(literal('x_y').ilike(literal('x_y'), escape='/').nulls_last(), desc('Mixed'))

TREES.append(lambda: func.abs(((literal(7) // -1) - -1), type_=Integer))

TREES.append(lambda: and_((task.c.id < task.c.emp_id), bindparam(None, 42, type_=Integer).is_distinct_from(10)))

TREES.append(lambda: select((emp.c.nick + emp.c.name), emp.c.boss_id.op('%', return_type=Integer())(emp.c.boss_id), func.count(), func.max(emp.c.bonus).filter(emp.c.active, emp.c.active), emp.c.bonus).group_by((emp.c.nick + emp.c.name)).having(or_(emp.c.active, false(), func.min(emp.c.active).filter(emp.c.active))).order_by((emp.c.nick + emp.c.name), (emp.c.nick + emp.c.name)))

TREES.append(lambda: func.ifnull(cast(((emp.c.id / emp.c.salary) * type_coerce(emp.c.age, BigInteger)), BigInteger), ((case({3: literal(-1, Integer)}, value=emp.c.age, else_=emp.c.dept_id) * (-1 + emp.c.age)) * -1), type_=Integer))

TREES.append(lambda: select((emp.c.bonus + Decimal("-0.25"))).select_from(emp).order_by(emp.c.salary.asc()))

TREES.append(lambda: select(case({7: (literal('?') + dept.c.name)}, value=func.ifnull(dept.c.id, dept.c.id, type_=Integer), else_=literal('').concat('b%')), (-dept.c.id).bitwise_lshift(dept.c.id.bitwise_or(literal(0)))).union_all(select(case((cast(emp.c.active, Boolean), "it's"), else_=(emp.c.nick + "it's")), (10 + case((emp.c.active, 0), else_=-5))), select(case((emp.c.bonus.is_not(None), '?'), (emp.c.data[("l", 0)].as_boolean(), ''), else_='q\\z'), emp.c.boss_id.op('%', precedence=15)(emp.c.boss_id).op('*', precedence=8)(10))))

TREES.append(lambda: select(func.min(emp.c.hired).over(partition_by=emp.c.name, order_by=emp.c.hired), true()).where(and_((select(func.min(task.c.note)).select_from(task).where(literal(False)).scalar_subquery() < func.lower(emp.c.name, type_=String)), case(((emp.c.name <= emp.c.nick), True), else_=emp.c.nick.startswith('a/b', autoescape=True)), select(func.min(emp.c.active)).select_from(emp).where(emp.c.hired.not_in([emp.c.hired, D(2024, 12, 31)])).limit(1).scalar_subquery())).order_by((emp.c.bonus // Decimal("10")), ~exists().where(emp.c.active).desc().nulls_last()))

TREES.append(lambda: and_(exists(select((task.c.proj_id - 0).bitwise_and(3)).select_from(task).where((~(literal(DT(2020, 2, 29)) >= DT(2020, 2, 29))))), or_(~exists(text('1')).select_from(task).where(select(func.min(proj.c.is_open)).select_from(proj).order_by(proj.c.id).limit(1).scalar_subquery()), (proj.c.tags[("b", "c")].as_integer() <= func.ifnull(case((proj.c.is_open, proj.c.dept_id), (proj.c.is_open, proj.c.id), else_=7), 7, type_=Integer)))))


@TREES.append
def _():
    u = except_(select((literal('a/b') + 'a/b').label('p'), dept.c.id.bitwise_lshift(42).label('q')), select(case((literal(True, Boolean), task.c.note), (true(), 'q\\z'), else_=''), (task.c.prio + 3))).cte()
    return select(literal(5, JSON), literal(Decimal("-0.25")), u.c.p.collate("NOCASE").label('lab1')).where(u.c.p.op('||', precedence=6, return_type=String())('q\\z').is_distinct_from(None)).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)

TREES.append(lambda: exists(literal_column('1')).select_from(task).where(select((task.c.done < task.c.done)).select_from(task).where((~true())).limit(1).scalar_subquery()))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(task.c.emp_id, emp.c.data["b"]["c"].as_string()).where(((task.c.emp_id - task.c.id) == (-literal(42))))))

TREES.append(lambda: select(emp.c.data, (task.c.emp_id + emp.c.id).label('order')).select_from(emp).join(task).where(cast(select(bindparam(None, False, type_=Boolean).is_(True)).select_from(task).order_by(task.c.id).scalar_subquery(), Boolean)).order_by((-emp.c.salary)))


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

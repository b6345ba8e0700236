"""Random expression trees, seed 5: the text and parameters of 100 generated expressions and statements."""
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
TREES.append(lambda: func.instr(dept.c.info[("b", "c")].as_string(), dept.c.info["a"].as_string(), type_=Integer))

TREES.append(lambda: except_(select(cast((task.c.note + ':w'), Text), cast(task.c.id.bitwise_rshift(task.c.emp_id), Text)), select(func.nullif(task.c.note.concat(task.c.emp_id), 'x_y', type_=String), task.c.note).where(false().is_(true()), select(func.max(literal(False))).select_from(task).order_by(task.c.id).limit(1).scalar_subquery())).order_by(text('1 DESC')))

TREES.append(lambda: func.substr((literal('x_y') + 'x_y'), proj.c.dept_id.bitwise_lshift(1), 2, type_=String))

TREES.append(lambda: proj.c.tags["b"].as_boolean())

TREES.append(lambda: ((42 * func.instr(dept.c.name, dept.c.name, type_=Integer)) * -5).bitwise_or(42))

TREES.append(lambda: func.ifnull(emp.c.data["l"][0].as_integer(), 0, type_=Integer))

TREES.append(lambda: func.nullif(dept.c.id.is_not_distinct_from(dept.c.id), False, type_=Boolean))

TREES.append(lambda: select(literal('', Text).contains('Ann', autoescape=True, escape='!'), emp.c.name.concat(emp.c.name), emp.c.age, literal(1).label('order')).where(select(func.lower(literal_column("'lc'", String), type_=String).not_in([select(func.min(proj.c.title)).select_from(proj).where(proj.c.is_open).scalar_subquery(), 'a'])).select_from(emp).where((emp.c.nick + literal('a')).like('q\\z')).scalar_subquery()))

TREES.append(lambda: or_(case(((literal(D(2024, 12, 31)) == literal(D(2024, 12, 31))), (task.c.note + task.c.note)), (dept.c.opened.in_([D(2021, 5, 6), D(2021, 5, 6)]), 'b%'), else_="it's").iendswith(func.lower(task.c.note).label(None)), true(), (func.ltrim(task.c.note).concat((task.c.note + 'a')) >= 'q\\z')))

TREES.append(lambda: case((proj.c.is_open, True), else_=(~type_coerce((proj.c.id + proj.c.dept_id), Text).not_ilike(cast(extract('day', proj.c.due), String), escape='/'))))


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='vals').data([(7, 'a/b'), (10, 'b%')]).cte()
    return select(v.c.w, bindparam(None, D(2024, 12, 31), type_=Date)).where((func.coalesce(v.c.w.collate("NOCASE"), emp.c.data["a"].as_string()) == 'Ann')).order_by((literal(True) & true()).nulls_first(), func.replace(v.c.w, 'x_y', v.c.w, type_=String).desc().nulls_first())

TREES.append(lambda: select(type_coerce(func.ltrim(task.c.note, type_=String).collate("NOCASE"), BigInteger)).select_from(task).limit(1).scalar_subquery())

TREES.append(lambda: ((task.c.proj_id + (-task.c.proj_id)) / (case((true(), 0.5)) % (literal(3.0) + literal_column("1.5", Float)))))

TREES.append(lambda: update(task).values(note=((task.c.note + task.c.note) + case({-1: task.c.note}, value=task.c.proj_id, else_=':w')), pos=(task.c.pos + task.c.id).bitwise_lshift(-1)))


@TREES.append
def _():
    n = select(literal(10).label('n'), literal('a/b').label('w')).cte('nums', recursive=True)
    n = n.union_all(select(n.c.n + 1, n.c.w + 'q\\z').where(n.c.n < 4))
    return select((~n.c.w.not_like(n.c.w)), emp.c.data[0].as_integer(), (func.total(n.c.n, type_=Integer) * bindparam(None, Decimal("10"), type_=Numeric)), func.count(), n.c.n).group_by((~n.c.w.not_like(n.c.w)), emp.c.data[0].as_integer()).having(func.max(literal(False, Boolean)))

TREES.append(lambda: delete(dept).where(type_coerce(func.trim(dept.c.name, type_=String).not_in(['Ann']), Boolean)).returning(dept.c.id))

TREES.append(lambda: case((not_(or_(false(), (literal(Decimal("-0.25")) >= literal(Decimal("10"))))), 2), else_=3))

TREES.append(lambda: (custom_op('+', precedence=-1)(func.coalesce(proj.c.dept_id, 2), literal(42)) + cast((0.5 * proj.c.hours), Integer)))


@TREES.append
def _():
    a = proj.alias(name="x y")
    b = aliased_b = proj.alias()
    return select(b.c.due, cast((literal(2.25, Float) - b.c.hours), Numeric), literal('x_y', literal_execute=True), or_(false(), (tuple_(b.c.dept_id, (7 // a.c.dept_id)) >= tuple_(a.c.tags[("b", "c")].as_integer(), 42))).label('id')).where(select((not_(dept.c.active) & or_(dept.c.active, dept.c.active))).select_from(dept).order_by(dept.c.id).limit(1).correlate_except(dept).scalar_subquery()).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)


@TREES.append
def _():
    s = select(proj.c.title, proj.c.hours, proj.c.id, (func.ifnull(proj.c.id, 10, type_=Integer) % select(func.count()).select_from(dept).scalar_subquery()).label('comp')).where(proj.c.due.not_in(select(bindparam(None, D(2021, 5, 6), type_=Date)).select_from(task).where(select(func.max(false())).select_from(emp).where(emp.c.active).correlate(task).scalar_subquery()).order_by(task.c.id))).order_by(proj.c.id).alias("sq")
    return select(bindparam(None, True, type_=Boolean)).select_from(task).join(s, s.c.comp == task.c.id).where(((2 % task.c.pos) * select(func.min(proj.c.id)).select_from(proj).order_by(proj.c.id).scalar_subquery()).op('>', is_comparison=True)(0)).order_by(func.coalesce(s.c.hours, -1.5).asc())

TREES.append(lambda: (~type_coerce((dept.c.id / literal_column("1.5", Float)).is_not_distinct_from(None), Boolean)))

TREES.append(lambda: select(collate(literal('?'), "nocase"), extract('month', task.c.done), func.max(proj.c.title)).select_from(proj).join(task).group_by(collate(literal('?'), "nocase"), extract('month', task.c.done)).having(func.max(proj.c.is_open)))

TREES.append(lambda: (select(func.max(dept.c.budget)).select_from(dept).where(((dept.c.budget - Decimal("10")) != Decimal("10"))).scalar_subquery() - func.instr((literal('q\\z') + 'a/b'), 'q\\z', type_=Integer).label('x y')))

TREES.append(lambda: (select(func.max(proj.c.hours)).select_from(proj).where(literal(True)).scalar_subquery() - 2.25))

TREES.append(lambda: ((~func.coalesce(proj.c.is_open, True)) | select(func.max(literal(True))).select_from(task).where((literal(D(2024, 12, 31)) == literal(D(2024, 12, 31)))).scalar_subquery()))

TREES.append(lambda: (select(func.max(emp.c.dept_id)).select_from(emp).where(select(emp.c.active).select_from(emp).where(emp.c.active).limit(1).scalar_subquery()).scalar_subquery() / bindparam(None, -1.5, type_=Float(8))))

TREES.append(lambda: bitwise_not((3 - literal(7))))

TREES.append(lambda: (~tuple_(task.c.proj_id.bitwise_lshift(dept.c.id).bitwise_rshift(3), (func.replace(task.c.note, '?', dept.c.name, type_=String) + case((dept.c.active, dept.c.name), (dept.c.active, task.c.note), else_=dept.c.name))).in_([(3, 'Ann'), (10, "it's")])))

TREES.append(lambda: union(select(literal('b%'), select(dept.c.id).select_from(dept).where(false()).order_by(dept.c.id).scalar_subquery()), union_all(select(func.trim(func.upper(proj.c.title, type_=String), type_=String), proj.c.dept_id), select(func.ltrim(literal(':w').concat(literal_column("'lc'", String)), type_=String), func.coalesce((dept.c.id - dept.c.id), 3)).where(select(func.max(proj.c.is_open)).select_from(proj).where((proj.c.tags[("l", 0)].as_integer() == 2)).scalar_subquery())).subquery().select()))

TREES.append(lambda: emp.c.name.op('||')(select(func.max(proj.c.title)).select_from(proj).limit(1).scalar_subquery().label('x y')))

TREES.append(lambda: select(((-proj.c.cost) - Decimal("10")), proj.c.is_open).order_by(('q\\z' + proj.c.title)))

TREES.append(lambda: or_(literal(False), literal(True, Boolean)))


@TREES.append
def _():
    s = select(proj.c.title, proj.c.tags, proj.c.cost, select(func.max(emp.c.age)).select_from(emp).order_by(emp.c.id).correlate(proj).scalar_subquery().label('comp')).where((~select(literal(False)).select_from(dept).where(proj.c.is_open).limit(1).scalar_subquery())).distinct().subquery("sq")
    return select(emp.c.nick.is_distinct_from("it's"), (emp.c.boss_id * 10).label('n'), (emp.c.bonus / func.sum(emp.c.age))).select_from(s).outerjoin(emp, emp.c.id == s.c.comp).group_by(emp.c.nick.is_distinct_from("it's")).having(select(func.max(proj.c.is_open)).select_from(proj).scalar_subquery())

TREES.append(lambda: select(select(func.max(emp.c.nick)).select_from(emp).scalar_subquery(), func.max(literal(2.25, Float)).filter(proj.c.is_open).label('total'), (func.avg(bindparam(None, 3.0, type_=Float(8)), type_=Float) - proj.c.id), proj.c.cost).select_from(proj).where(and_((literal(DT(2024, 1, 2, 3, 4, 5)) < literal(DT(2020, 2, 29))), (literal(Decimal("10"), Numeric(8, 2)) / literal(Decimal("-0.25"))).is_not_distinct_from(None))).group_by(select(func.max(emp.c.nick)).select_from(emp).scalar_subquery()).limit(literal(2)))


@TREES.append
def _():
    s = select(task.c.pos, task.c.done, task.c.emp_id, bitwise_not(cast(task.c.note, SmallInteger)).label('comp')).where(emp.c.data["b"].as_boolean()).alias("sq")
    return select(func.rank().over(partition_by=emp.c.name, order_by=(emp.c.salary + emp.c.age).desc().nulls_first(), rows=(None, 0)), func.upper(func.min(emp.c.name).over(partition_by=literal_column("5", Integer)), type_=String).label('order')).select_from(s).outerjoin(emp, emp.c.id == s.c.comp).where(emp.c.active)


@TREES.append
def _():
    u = union(select((emp.c.name + emp.c.name).label('p'), func.coalesce(emp.c.age, 1).label('q')), select(cast(proj.c.title, String), custom_op('&')(proj.c.dept_id, literal(7)))).order_by('p').subquery('un')
    return select(literal('q\\z').concat(u.c.q), u.c.p.endswith(':w', autoescape=True), (func.count(distinct(u.c.p)) // 10).label('total'), func.max(literal(3.0)).filter(literal(False)), func.count()).where(case((case((literal(True), literal(False, Boolean)), (literal(True), False), else_=bindparam(None, True, type_=Boolean)), 'x_y'), (u.c.p.op('LIKE', is_comparison=True, precedence=5)('x_y'), (literal('a/b') + u.c.p)), else_='b%').iendswith('q\\z')).group_by(literal('q\\z').concat(u.c.q), u.c.p.endswith(':w', autoescape=True)).order_by(literal(D(2024, 12, 31)), type_coerce(literal(Decimal("-0.25")), Numeric).desc())

TREES.append(lambda: select(func.ltrim(literal('?')), func.count(distinct(literal('x_y', String))).filter(proj.c.is_open, proj.c.is_open), func.total(task.c.id, type_=Integer), extract('month', proj.c.due), case({':w': proj.c.dept_id}, value=task.c.note, else_=10)).select_from(proj).join(task).group_by(func.ltrim(literal('?'))))

TREES.append(lambda: delete(emp).where(not_(emp.c.nick.not_ilike(cast(emp.c.boss_id, Unicode(5)), escape='/'))))

TREES.append(lambda: func.substr((emp.c.nick + emp.c.nick).concat('x_y'), 1, 2, type_=String))

TREES.append(lambda: intersect(select(func.coalesce((emp.c.salary - emp.c.salary), -1.5), emp.c.id), intersect(select(func.coalesce(literal_column("1.5", Float), literal(-1.5).label('lab')), extract('day', bindparam(None, D(2021, 5, 6), type_=Date)).op('<<', precedence=8)(3)).where(emp.c.data["b"].as_boolean()), select(literal_column("1.5", Float), literal(-5, literal_execute=True)).where(~exists(select(func.min(dept.c.id)).select_from(dept).where(~exists().where(emp.c.active)).correlate(dept)))).subquery().select()).order_by(text('1 DESC')))

TREES.append(lambda: ((-(-emp.c.boss_id)) == (-emp.c.age).label('lab')))

TREES.append(lambda: intersect(select(literal(2.25), cast((bindparam(None, 7, type_=BigInteger) // literal(42)), Float)).where(literal('a/b', String).op('||')('x_y').in_(['Ann', 'Ann', 'Ann'])), select(literal(3.0), (case({"it's": bindparam(None, 2.25, type_=Float)}, value=task.c.note, else_=3.0) / (2 % task.c.emp_id))).where((~(task.c.done == DT(2020, 2, 29))))))

TREES.append(lambda: select(task, task.c.done, case((cast(bindparam(None, True, type_=Boolean), Boolean), ''), else_='q\\z').label('order')).where(func.round((bindparam(None, -1.5, type_=Float) * bindparam(None, -1.5, type_=Float)), 1, type_=Float).between(literal(3.0, Float), -1.5)))


@TREES.append
def _():
    u = intersect(select(literal_column("'lc'", String).collate("NOCASE").label('p'), literal(2.25).label('q')), select(cast(bindparam(None, 3.0, type_=Float(8)), Text), func.coalesce(literal(-1.5), literal(3.0))).where(case({2: emp.c.data[0].is_(None)}, value=(-1 // task.c.proj_id), else_=literal(D(2024, 12, 31)).is_not_distinct_from(literal(D(2024, 12, 31)))))).subquery()
    return select(literal(5, JSON), (extract('day', literal(D(2021, 5, 6))) * emp.c.data["b"]["c"].as_numeric(10, 2)), func.row_number().over(order_by=literal_column("5", Integer).desc().nulls_first(), rows=(-1, 1)).bitwise_xor((2 + literal(42)))).where((literal(1) * literal_column("7", Integer)).op('>', is_comparison=True)(select(func.count(emp.c.id)).select_from(emp).where(emp.c.active).limit(1).correlate_except(emp).scalar_subquery()), literal(False)).distinct()

TREES.append(lambda: delete(emp).where((~between(func.ifnull(func.coalesce(emp.c.age, -1), 7, type_=Integer), 2, (10 - (literal_column("5", Integer) // 2))))))

TREES.append(lambda: (func.ifnull(case((dept.c.active, 3)), func.coalesce(dept.c.id, bindparam(None, 0, type_=Integer)), type_=Integer) / 0))

TREES.append(lambda: ((7 - emp.c.dept_id) // case((emp.c.active, emp.c.age), else_=3)))

TREES.append(lambda: select(select(func.min(proj.c.title)).select_from(proj).where(proj.c.tags["b"]["c"].as_boolean()).limit(1).correlate(proj).scalar_subquery().label(None), ((7 * proj.c.id) - 10), literal(DT(2020, 2, 29)), (-case((proj.c.is_open, -5), else_=0)).op('%', precedence=5)(2)).where(or_(select(func.min(emp.c.active)).select_from(emp).where(literal(True)).scalar_subquery())).order_by((Decimal("10") + proj.c.cost).nulls_last()).limit(literal(2)))


@TREES.append
def _():
    j = func.json_each(emp.c.data, '$.l').table_valued('key', column('value', Integer), joins_implicitly=True)
    return select(j, (func.last_value(emp.c.salary).over(order_by=desc(case((emp.c.active, emp.c.age), else_=emp.c.dept_id))) // 2.25)).where(cast((~emp.c.active), Boolean), (j.c.key.collate("NOCASE") == 'x_y')).order_by(desc(emp.c.hired), emp.c.boss_id.op('>', is_comparison=True)(-5).nulls_last())

TREES.append(lambda: case((emp.c.nick.ilike(literal_column("'lc'", String)), (task.c.id * 0)), (emp.c.active, 10), else_=0))

TREES.append(lambda: ((emp.c.data["b"].as_integer() + 42) != 3))

TREES.append(lambda: emp.c.nick.like(emp.c.nick, escape='/'))

TREES.append(lambda: (func.substr(proj.c.title.op('||', precedence=1, return_type=String())('Ann'), 2, 2, type_=String) + ':w'))


@TREES.append
def _():
    a = task.alias()
    b = aliased_b = task.alias()
    return select(((b.c.emp_id + b.c.pos) * (literal(Decimal("10")) + literal(Decimal("1.5")))), literal(D(2021, 5, 6)), func.ifnull(case({1: 0}, value=case((true(), 3), (literal(False), 7), else_=a.c.id), else_=func.length(a.c.note, type_=Integer)), -1, type_=Integer)).select_from(a.outerjoin(b, a.c.id == b.c.id + 1)).limit(literal(2))

TREES.append(lambda: ~exists(select(func.min(literal(-5))).select_from(emp).where(not_(case((bindparam(None, True, type_=Boolean), emp.c.name)).endswith(select(func.min(proj.c.title)).select_from(proj).where(bindparam(None, False, type_=Boolean)).order_by(proj.c.id).scalar_subquery(), escape='^'))).order_by(emp.c.id)))

TREES.append(lambda: select(not_(proj.c.is_open), (':w' + proj.c.title), func.instr(func.group_concat(dept.c.name, type_=String), 'x_y', type_=Integer)).select_from(proj).join(dept, proj.c.dept_id == dept.c.id, full=True).where(proj.c.tags[("l", 0)].as_json().is_(None)).group_by(not_(proj.c.is_open), (':w' + proj.c.title)).limit(literal(2)))

TREES.append(lambda: literal(DT(2024, 1, 2, 3, 4, 5)).in_([DT(2020, 2, 29), DT(2020, 2, 29)]))

TREES.append(lambda: not_(tuple_((task.c.prio * task.c.prio), select(func.max(dept.c.name)).select_from(dept).where(literal(False, Boolean)).scalar_subquery()).not_in([(42, 'Ann'), (1, 'q\\z')])))

TREES.append(lambda: select(case((proj.c.is_open, bindparam(None, 'b%', type_=String)), (proj.c.is_open, ''), else_=literal_column("'lc'", String)), func.abs(proj.c.id, type_=Integer), func.avg(literal(2.25, Float), type_=Float).filter(proj.c.is_open).label('n'), func.max(proj.c.title), func.sum(literal(3.0)).filter(proj.c.is_open)).select_from(proj).group_by(case((proj.c.is_open, bindparam(None, 'b%', type_=String)), (proj.c.is_open, ''), else_=literal_column("'lc'", String)), func.abs(proj.c.id, type_=Integer)).having(func.max(proj.c.is_open)).order_by(nulls_last(proj.c.due.asc())).limit(8).offset(0))

TREES.append(lambda: select(func.coalesce(emp.c.age, dept.c.id), (func.sum(literal(-1.5)) % func.sum(literal(3.0)).filter(dept.c.active)).label('Sum'), func.instr(func.min(emp.c.nick), '', type_=Integer), func.avg(emp.c.salary, type_=Float).filter(emp.c.active), func.aggregate_strings(emp.c.nick, ', ')).select_from(dept).join(emp).where(and_(true(), emp.c.active)).group_by(func.coalesce(emp.c.age, dept.c.id)).order_by(emp.c.hired.desc(), func.coalesce(emp.c.age, dept.c.id)).limit(8).offset(2))

TREES.append(lambda: select(((emp.c.salary * -1.5) // (-1.5 + emp.c.salary)), (emp.c.name + emp.c.name).op('||', precedence=6, return_type=String())(emp.c.name.concat(emp.c.nick))).union_all(select((proj.c.hours + 0.5), func.upper((proj.c.title + proj.c.title))).where((~proj.c.title.startswith('?', autoescape=True, escape='!'))), select((func.ifnull(proj.c.dept_id, 42, type_=Integer) / select(func.min(proj.c.hours)).select_from(proj).where(proj.c.is_open).limit(1).scalar_subquery()), cast(type_coerce(proj.c.id, BigInteger), Unicode(5))).where(proj.c.hours.between((proj.c.hours + literal(3.0)), 2.25))).limit(3))

TREES.append(lambda: (~literal(DT(2020, 2, 29)).is_not_distinct_from(DT(2024, 1, 2, 3, 4, 5))))

TREES.append(lambda: select(literal('?', String).label('x y'), func.min(dept.c.name).filter(dept.c.active), func.trim(dept.c.name, type_=String)).outerjoin_from(dept, proj).where(func.substr(func.substr(proj.c.title, 2, 2, type_=String), dept.c.id.bitwise_not(), 2, type_=String).like('Ann')).group_by(literal('?', String).label('x y')).having((dept.c.name != None)))

TREES.append(lambda: collate(func.substr(('x_y' + select(func.max(proj.c.title)).select_from(proj).limit(1).scalar_subquery()), 1, 2, type_=String), "nocase"))

TREES.append(lambda: custom_op('|', precedence=5)(dept.c.id, select(task.c.pos).select_from(task).scalar_subquery().op('>>')(func.instr(dept.c.name, dept.c.name, type_=Integer))))

TREES.append(lambda: type_coerce(func.lower(case((emp.c.active, 'q\\z'), else_='').concat('?')), SmallInteger))


@TREES.append
def _():
    s = select(dept.c.id, dept.c.budget, dept.c.name, select(func.length(literal('?'), type_=Integer)).select_from(proj).scalar_subquery().label('comp')).where(and_(~select(func.count(task.c.id)).select_from(task).where(dept.c.active).limit(1).exists(), or_(dept.c.active, dept.c.name.istartswith('q\\z', escape='^')))).distinct().alias()
    return select(dept.c.info[0].as_integer(), (literal(2.25) != literal_column("1.5", Float)), (func.sum(s.c.budget) + Decimal("-0.25")).label('Sum'), func.replace(func.min(dept.c.name), 'q\\z', func.max(dept.c.name), type_=String), s.c.comp.bitwise_not()).select_from(dept).join(s, s.c.comp == dept.c.id).group_by(dept.c.info[0].as_integer(), (literal(2.25) != literal_column("1.5", Float))).having(or_(dept.c.active)).limit(literal(2))


@TREES.append
def _():
    s = select(proj.c.hours, proj.c.title, proj.c.cost, ((42 + proj.c.dept_id) % 2).label('comp')).where(proj.c.tags["b"].as_boolean()).distinct().subquery()
    return select(dept.c.id.bitwise_rshift(dept.c.id), s.c.title.op('||')("it's"), func.count(s.c.comp.distinct()).label('total'), func.count(bindparam(None, "it's", type_=Text))).where(s.c.comp == dept.c.id).group_by(dept.c.id.bitwise_rshift(dept.c.id), s.c.title.op('||')("it's")).limit(8).offset(2)

TREES.append(lambda: select(literal(True), select(func.max(task.c.done)).select_from(task).where((~literal(False))).scalar_subquery()).select_from(task).where((((-task.c.proj_id) - task.c.id) == -1)).order_by(literal(D(2024, 12, 31))))

TREES.append(lambda: update(proj).values(hours=(-(proj.c.dept_id / proj.c.hours)), due=proj.c.due).where(proj.c.is_open, (tuple_(literal(-1), bindparam(None, -5, type_=Integer)) >= tuple_(proj.c.dept_id, proj.c.id))).returning(proj.c.id, func.instr((literal_column("'lc'", String) + proj.c.title), func.substr(literal_column("'lc'", String), 2, 2, type_=String), type_=Integer)))

TREES.append(lambda: select((emp.c.age - literal(0, BigInteger))).select_from(emp).where(emp.c.active).order_by(emp.c.hired.desc().nulls_first()))

TREES.append(lambda: or_(false(), case((case({-5: False}, value=task.c.emp_id, else_=bindparam(None, False, type_=Boolean)), -5), ((false() | bindparam(None, False, type_=Boolean)), 42), else_=(-task.c.emp_id)).in_([task.c.proj_id, 3])))

TREES.append(lambda: select(emp, dept.c.budget).where(emp.c.dept_id == dept.c.id).where(case((emp.c.nick.istartswith('q\\z', autoescape=True), True))))

TREES.append(lambda: emp.c.data[("b", "c")].as_boolean())


@TREES.append
def _():
    n = select(literal(0).label('n'), literal(':w').label('w')).cte(recursive=True)
    n = n.union(select(n.c.n + 1, n.c.w + 'a/b').where(n.c.n < 4))
    return select(literal(DT(2020, 2, 29))).where(~exists().where((~n.c.w.istartswith('q\\z', autoescape=True, escape='!'))), and_(not_(true()), select(func.max(literal(True))).select_from(task).where(literal(False, Boolean)).order_by(task.c.id).correlate(n).scalar_subquery(), (literal(DT(2024, 1, 2, 3, 4, 5), DateTime) != literal(DT(2024, 1, 2, 3, 4, 5))))).limit(4)

TREES.append(lambda: emp.c.data["l"][0].as_json())

TREES.append(lambda: ((literal(3) * bindparam(None, Decimal("-0.25"), type_=Numeric)) + func.abs(emp.c.age, type_=Integer)))


@TREES.append
def _():
    u = except_(select(task.c.note.op('||')(task.c.note).label('p'), (task.c.prio % literal(7)).label('q')), select(task.c.note, case((literal(False), -1))).where(((task.c.prio / task.c.prio) <= Decimal("1.5")))).cte('un')
    return select(u.c.q.bitwise_and(u.c.q), func.lower(u.c.p, type_=String), func.sum(literal(Decimal("10"))).label('total'), (u.c.q / u.c.q)).where(select(func.min(proj.c.is_open)).select_from(proj).limit(1).correlate_except(proj).scalar_subquery()).group_by(u.c.q.bitwise_and(u.c.q), func.lower(u.c.p, type_=String)).having(select(proj.c.is_open).select_from(proj).where(proj.c.is_open).scalar_subquery()).order_by(func.abs(u.c.q, type_=Integer).asc())


@TREES.append
def _():
    u = union(select((1 // dept.c.id).label('p'), (3.0 // literal_column("1.5", Float)).label('q')), select(proj.c.tags[("b", "c")].as_integer(), (-proj.c.hours))).order_by('p').cte()
    return select(literal(DT(2024, 1, 2, 3, 4, 5))).where(func.coalesce(cast((~between(u.c.q, u.c.q, -1.5)), Boolean), case((case({"it's": false()}, value=literal(':w', literal_execute=True)), literal('a').like("it's", escape='!')), (u.c.p.in_(select(func.max(task.c.proj_id)).select_from(task).where(literal(False))), select(emp.c.active).select_from(emp).where(literal(False)).limit(1).correlate_except(emp).scalar_subquery()))))

TREES.append(lambda: update(emp).values(seen=emp.c.seen, bonus=((emp.c.id * literal(Decimal("1.5"))) - Decimal("10"))).where(true()).returning(emp.c.id, func.ifnull(literal(-1, BigInteger), -1, type_=Integer).op('>>')(7)))

TREES.append(lambda: (proj.c.id < extract('year', task.c.done)))


@TREES.append
def _():
    s = select(task.c.prio, task.c.id, task.c.done, task.c.emp_id.label('comp')).where(literal(True)).subquery()
    return select((proj.c.dept_id + bindparam(None, 3, type_=SmallInteger)), proj.c.title.concat(proj.c.title), func.max(proj.c.title).filter(literal(False)).label('Sum'), select(func.count(task.c.id)).select_from(task).where(proj.c.is_open).order_by(task.c.id).scalar_subquery(), func.count(distinct(literal('', literal_execute=True))).filter(proj.c.is_open), custom_op('-', precedence=5)(func.count().filter(proj.c.is_open, proj.c.is_open), func.max(s.c.prio).filter(proj.c.is_open))).where(s.c.comp == proj.c.id).group_by((proj.c.dept_id + bindparam(None, 3, type_=SmallInteger)), proj.c.title.concat(proj.c.title))

TREES.append(lambda: select(dept.c.active, proj.c.due).join_from(proj, dept).where(cast(dept.c.active, Boolean)).order_by((literal(Decimal("1.5"), Numeric(8, 2)) + dept.c.budget)))

TREES.append(lambda: select((-proj.c.dept_id).label('two words')).select_from(proj.join(dept, and_(proj.c.dept_id == dept.c.id, (literal_column("3", Integer) < literal_column("9", Integer))))).order_by('two words', 'two words'))

TREES.append(lambda: proj.c.tags[0].as_string())

TREES.append(lambda: case({':w': (emp.c.dept_id % emp.c.id)}, value=emp.c.data["b"].as_string(), else_=(emp.c.id // -5)))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(dept.c.id, func.upper((dept.c.name + 'x_y'))).where(and_((literal_column("4", Integer) == 1), (literal(3.0) != -1.5)))))

TREES.append(lambda: (func.abs(case({'b%': dept.c.id}, value=dept.c.name), type_=Integer) < dept.c.info["l"][0].as_integer()))

TREES.append(lambda: func.coalesce(emp.c.data["b"]["c"], emp.c.data["b"]["c"].as_json()))


@TREES.append
def _():
    s = select(proj.c.hours, proj.c.due, proj.c.dept_id, func.ifnull(proj.c.id, literal(7), type_=Integer).label('x y').label('comp')).where(case({10: True}, value=cast(proj.c.title, Integer), else_=False)).order_by(proj.c.id).alias()
    return select(literal('x_y'), (cast((literal(-1.5) - 0.5), Float) / func.row_number().over(order_by=[nulls_last(literal('b%').not_like(literal("it's"), escape='!').asc()), s.c.comp], rows=(0, 2)))).distinct()

TREES.append(lambda: (null() == ((dept.c.budget - Decimal("-0.25")) - (Decimal("-0.25") - dept.c.budget))))

TREES.append(lambda: select(func.max(emp.c.active)).select_from(emp).limit(1).scalar_subquery())

TREES.append(lambda: (func.coalesce(func.coalesce(task.c.emp_id, task.c.prio), func.ifnull(task.c.pos, task.c.proj_id, type_=Integer)) % -5))

TREES.append(lambda: ((7 * task.c.pos) + (task.c.id - task.c.prio)).bitwise_xor(case((select(func.min(proj.c.is_open)).select_from(proj).scalar_subquery(), 2), else_=10)))

TREES.append(lambda: select(proj.c.tags, literal(DT(2024, 1, 2, 3, 4, 5))).select_from(join(task, proj)).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).order_by(literal(D(2021, 5, 6)).asc()).limit(3).offset(0))

TREES.append(lambda: select(task.c.done, task.c.done, func.length(task.c.note, type_=Integer), true().label('two words')).where(case(((task.c.done >= DT(2020, 2, 29)), False), (task.c.note.op('||', precedence=9, return_type=String())(task.c.note).contains('b%'), True), else_=False)).limit(7).offset(1))


@TREES.append
def _():
    u = union_all(select(cast(literal('b%'), BigInteger).label('p'), func.abs(task.c.emp_id, type_=Integer).label('q')), select((emp.c.boss_id - 1), (emp.c.id % emp.c.dept_id))).subquery('un')
    return select(u.c.q.op('%', precedence=15)(u.c.q), literal(D(2024, 12, 31)).in_([D(2024, 12, 31), D(2021, 5, 6)]), func.sum(literal(Decimal("10"), Numeric(8, 2))), func.group_concat(bindparam(None, 'q\\z', type_=String(20)), type_=String)).group_by(u.c.q.op('%', precedence=15)(u.c.q), literal(D(2024, 12, 31)).in_([D(2024, 12, 31), D(2021, 5, 6)])).having(func.min(literal(True))).limit(4)

TREES.append(lambda: (proj.c.due <= D(2024, 12, 31)))

TREES.append(lambda: select(task, func.ntile(2).over(partition_by=proj.c.title, order_by=cast(task.c.pos, Numeric(8, 2)).nulls_last())).join_from(task, proj, task.c.proj_id == proj.c.id).where(((-literal(Decimal("1.5"), Numeric(8, 2))) != Decimal("-0.25")), or_(false(), (task.c.proj_id > task.c.proj_id))).order_by((proj.c.hours % proj.c.hours), desc((proj.c.hours % 2.25))))

TREES.append(lambda: union_all(select((1 * (task.c.emp_id // -5)), ((literal_column("6", Integer) % task.c.emp_id) / (literal(3.0) * literal(0.5)))).where(case((literal("it's").endswith('x_y'), True), else_=case((literal(False), True), (false(), literal(False)), else_=bindparam(None, False, type_=Boolean)))), select(task.c.id.op('-', precedence=5)(3), (0.5 * (literal(0.5) * literal_column("1.5", Float)))).where(select(bindparam(None, True, type_=Boolean)).select_from(task).limit(1).scalar_subquery())).order_by(text('1 DESC')))


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

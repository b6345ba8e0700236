"""Random expression trees, seed 13: the text and parameters of 100 generated expressions and statements."""
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
TREES.append(lambda: func.substr(cast(emp.c.id, Unicode(5)), 2, 2, type_=String))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(proj.c.id, func.ltrim(func.substr(proj.c.title, literal_column("5", Integer), 2, type_=String), type_=String)).where(func.coalesce(select(emp.c.active).select_from(emp).where(proj.c.is_open).scalar_subquery(), func.coalesce(proj.c.is_open, False)))))

TREES.append(lambda: select((func.length(task.c.note, type_=Integer) / (task.c.proj_id / literal_column("1.5", Float))), literal(D(2024, 12, 31))).select_from(task).where(((-literal(10).op('-', precedence=15)(-5)) > (func.coalesce(task.c.emp_id, 3) + 3))))

TREES.append(lambda: case(((~dept.c.active), 2.25), else_=3.0))

TREES.append(lambda: (dept.c.info["a"] != None))

TREES.append(lambda: select((select(func.count()).select_from(emp).scalar_subquery() < -5), (emp.c.age != 0), task.c.done, func.lead(emp.c.nick).over(order_by=(emp.c.bonus + literal(Decimal("-0.25"))).desc(), groups=(None, 1))).join_from(task, emp, task.c.emp_id == emp.c.id).where((~between((emp.c.salary // 2.25), -1.5, (emp.c.salary % emp.c.salary)))).limit(5).offset(1))

TREES.append(lambda: cast(func.nullif(emp.c.data[("l", 0)].as_boolean(), True, type_=Boolean), Boolean))

TREES.append(lambda: collate(func.substr(func.lower(task.c.note, type_=String), 1, 2, type_=String), "nocase").op('LIKE', is_comparison=True, precedence=5)(':w'))

TREES.append(lambda: func.coalesce(literal(Decimal("10")).not_in([]), dept.c.active))

TREES.append(lambda: emp.c.data[("b", "c")].as_integer())

TREES.append(lambda: update(dept).values(opened=select(func.max(bindparam(None, D(2024, 12, 31), type_=Date))).select_from(proj).where(and_(proj.c.is_open, dept.c.active)).order_by(proj.c.id).scalar_subquery(), budget=dept.c.info["a"].as_numeric(10, 2)).where(select(func.min(proj.c.is_open)).select_from(proj).scalar_subquery()))

TREES.append(lambda: update(dept).values(budget=select(func.min(emp.c.bonus)).select_from(emp).order_by(emp.c.id).scalar_subquery(), opened=dept.c.opened).where(and_((literal(DT(2020, 2, 29)) < bindparam(None, DT(2020, 2, 29), type_=DateTime)), True)))

TREES.append(lambda: type_coerce(select(func.count()).select_from(emp).scalar_subquery(), BigInteger))

TREES.append(lambda: case({'?': (dept.c.info[("b", "c")].is_(None) == False)}, value=dept.c.info[0].as_string(), else_=not_((dept.c.id - 10).bool_op('<>', precedence=3)(10))))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(emp.c.dept_id, (emp.c.nick.collate("NOCASE") + emp.c.nick.collate("NOCASE"))).where((case((emp.c.active, emp.c.dept_id), (emp.c.active, emp.c.boss_id), else_=emp.c.dept_id) != None))))

TREES.append(lambda: (~func.substr(func.coalesce(func.ltrim(literal_column("'lc'", String), type_=String), (emp.c.name + literal(''))), 2, 2, type_=String).istartswith('Ann', autoescape=True)))


@TREES.append
def _():
    s = select(emp.c.age, emp.c.dept_id, emp.c.boss_id, emp.c.data["l"][0].as_integer().label('comp')).where(case({'a/b': literal(0).op('>', is_comparison=True)(0)}, value=func.substr(emp.c.name, emp.c.dept_id, 2, type_=String), else_=False)).subquery("sq")
    return select(s, (literal('q\\z', String) + literal_column("'lc'", String)).label('lab1')).where(func.nullif(literal(D(2021, 5, 6)), literal(D(2021, 5, 6)), type_=Date).not_in((D(2021, 5, 6), None)))

TREES.append(lambda: update(task).values(prio=case({'': type_coerce(task.c.emp_id, SmallInteger)}, value=collate(task.c.note, "nocase")), pos=task.c.proj_id).where(type_coerce(literal(2.25).between(bindparam(None, 0.5, type_=Float(8)), 2.25), Boolean)).returning(task.c.id, func.ifnull(extract('month', task.c.done), -1, type_=Integer)))

TREES.append(lambda: delete(task).where(func.substr(task.c.note, task.c.prio, 2, type_=String).startswith('q\\z', autoescape=True), func.nullif(literal_column("1.5", Float).is_distinct_from(None), not_(literal(False)), type_=Boolean)))

TREES.append(lambda: func.coalesce(func.replace(emp.c.name, emp.c.nick, emp.c.name, type_=String).contains('q\\z', autoescape=True, escape='!'), False))

TREES.append(lambda: delete(task).where(func.substr(select(proj.c.title).select_from(proj).where(proj.c.is_open).order_by(proj.c.id).scalar_subquery(), (task.c.id * task.c.pos), 2, type_=String).like(func.replace(case((literal(False), literal('Ann', literal_execute=True)), (true(), task.c.note), else_=task.c.note), (literal('') + task.c.note), 'q\\z', type_=String))).returning(task.c.id))

TREES.append(lambda: func.substr(emp.c.nick.collate("NOCASE"), 1, 2, type_=String))


@TREES.append
def _():
    u = except_(select(cast(task.c.note, String).label('p'), task.c.prio.label('q')), select(func.replace(emp.c.name, 'Ann', 'a', type_=String), (emp.c.boss_id * 42))).alias()
    return select((literal(1) * ((literal(Decimal("-0.25")) + literal(Decimal("10"))) * (-literal(Decimal("1.5")))))).where((select(func.count(1)).select_from(dept).scalar_subquery() <= 42)).with_only_columns(func.ifnull(literal(2), u.c.q, type_=Integer), u.c.p).limit(bindparam('lim', 3))


@TREES.append
def _():
    a = task.alias(name="x y")
    b = aliased_b = task.alias()
    return select(func.sum(b.c.id).over(order_by=a.c.note.istartswith('a').nulls_last(), rows=(-3, -1)), (b.c.pos - 1), select(func.min(emp.c.dept_id)).select_from(emp).where(literal(-5).in_(bindparam('many', [3, 10], expanding=True))).order_by(emp.c.id).scalar_subquery(), bindparam(None, D(2024, 12, 31), type_=Date)).select_from(a).join(b, a.c.id == b.c.id).where(select(~select(func.count(emp.c.id)).select_from(emp).order_by(emp.c.id).exists()).select_from(emp).where(type_coerce(func.coalesce(emp.c.active, emp.c.active), Boolean)).order_by(emp.c.id).limit(1).scalar_subquery()).add_columns(emp.c.data["b"].as_integer()).limit(7).offset(2)

TREES.append(lambda: select(literal(Decimal("1.5"))).select_from(dept).where(case((dept.c.active, 0.5), (func.coalesce(bindparam(None, False, type_=Boolean), dept.c.active), type_coerce(literal(2.25), Float(8))), else_=literal(2.25, Float(8))).is_distinct_from(-1.5)).limit(8).offset(0))

TREES.append(lambda: union_all(select((select(literal(-1.5)).select_from(dept).where(dept.c.active).scalar_subquery() - (proj.c.id % proj.c.id)), (case((proj.c.is_open, ''), (proj.c.is_open, proj.c.title), else_='a/b') + 'a/b')).where((~select(func.max(emp.c.name)).select_from(emp).where(emp.c.active).order_by(emp.c.id).scalar_subquery().between(proj.c.title.op('||', precedence=9, return_type=String())('a/b'), proj.c.title.collate("NOCASE")))), select(case({-1: 2.25}, value=proj.c.tags["l"][0].as_integer(), else_=-1.5), (proj.c.title + 'b%').concat('a'))))

TREES.append(lambda: select(custom_op('+')(dept.c.id, dept.c.id), literal_column("'lc'", String).concat(literal('a')), func.sum(dept.c.id), (-func.avg(literal(0.5), type_=Float)), func.max(dept.c.id)).where((tuple_(select(func.count(1)).select_from(proj).scalar_subquery(), type_coerce(func.ifnull(dept.c.id, dept.c.id, type_=Integer), Integer)) == tuple_((cast(literal(3.0), SmallInteger) * bitwise_not(dept.c.id)), func.abs(dept.c.id.op('>>', return_type=Integer())(bindparam(None, 3, type_=Integer)), type_=Integer)))).group_by(custom_op('+')(dept.c.id, dept.c.id), literal_column("'lc'", String).concat(literal('a'))).having((func.min(bindparam(None, DT(2024, 1, 2, 3, 4, 5), type_=DateTime)) <= DT(2020, 2, 29))))

TREES.append(lambda: dept.c.opened.not_in([D(2024, 12, 31), D(2021, 5, 6), D(2024, 12, 31)]))

TREES.append(lambda: func.coalesce(emp.c.data[("l", 0)].as_boolean(), (emp.c.seen >= DT(2024, 1, 2, 3, 4, 5))))

TREES.append(lambda: func.nullif(task.c.proj_id, -1, type_=Integer))

TREES.append(lambda: select(proj.c.title, select(func.max(literal(Decimal("1.5")))).select_from(task).where(literal(True)).order_by(task.c.id).scalar_subquery().is_distinct_from(None)).select_from(proj).join(task).where(proj.c.title.op('||', precedence=1, return_type=String())('Ann').concat((task.c.id * proj.c.dept_id)).not_like((cast(bindparam(None, 0, type_=Integer), Text) + func.upper(literal('Ann'), type_=String)))).order_by(proj.c.due))

TREES.append(lambda: select(dept.c.id.bitwise_rshift(dept.c.id), func.coalesce(dept.c.name, literal('')), select(literal(Decimal("10"))).select_from(proj).where(proj.c.is_open).scalar_subquery()).select_from(dept).group_by(dept.c.id.bitwise_rshift(dept.c.id), func.coalesce(dept.c.name, literal(''))).having(func.max(dept.c.active)))

TREES.append(lambda: select((dept.c.name + 'a/b').concat(cast(literal_column("1.5", Float), Integer)), literal(10, literal_execute=True), bindparam(None, 2.25, type_=Float(8))).where(type_coerce(tuple_((dept.c.id + literal(2)), func.lower(dept.c.name, type_=String)).not_in([(3, 'b%'), (1, 'x_y')]), Boolean)).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).order_by(dept.c.opened.desc().nulls_first()))

TREES.append(lambda: not_((task.c.proj_id == task.c.prio)))

TREES.append(lambda: task.c.id.not_in([((task.c.proj_id // bitwise_not(bindparam(None, 10, type_=SmallInteger))) * task.c.prio), 1]))

TREES.append(lambda: select(emp.c.active, (~between(emp.c.id, emp.c.age, emp.c.boss_id)), func.max(emp.c.bonus).filter(emp.c.active)).select_from(emp).where(type_coerce(literal('?'), BigInteger).in_(select(func.min(task.c.proj_id)).select_from(task).where((task.c.note == 'q\\z')).order_by(task.c.id)), (emp.c.active & emp.c.active)).group_by(emp.c.active, (~between(emp.c.id, emp.c.age, emp.c.boss_id))).having((literal(2) != emp.c.dept_id)))

TREES.append(lambda: (~bindparam(None, True, type_=Boolean)))

TREES.append(lambda: select(dept.c.name, (emp.c.boss_id * 2), func.avg(emp.c.salary, type_=Float).label('Sum'), func.count(), func.group_concat(dept.c.name, type_=String), emp.c.name).join_from(emp, dept, emp.c.dept_id == dept.c.id).where((dept.c.name + 'q\\z').op('LIKE', is_comparison=True, precedence=5)(emp.c.name), (emp.c.name.collate("NOCASE") == None)).group_by(dept.c.name, (emp.c.boss_id * 2)))

TREES.append(lambda: select(dept.c.active, (func.avg(literal(-1.5), type_=Float) - literal(0.5)).label('Sum'), func.substr(func.group_concat(dept.c.name, type_=String).filter(dept.c.active, bindparam(None, False, type_=Boolean)), 2, 2, type_=String), func.total(dept.c.id, type_=Integer), func.upper(dept.c.name)).group_by(dept.c.active).having(func.max(dept.c.active).filter(dept.c.active, dept.c.active)).order_by(dept.c.active))

TREES.append(lambda: select(select(dept.c.info).select_from(dept).where(dept.c.active).correlate(emp).scalar_subquery(), emp.c.seen, case({'?': emp.c.age.bitwise_and(10)}, value=collate(literal(':w'), "nocase"), else_=0).label('two words')).join_from(emp, dept).where(literal(False)))

TREES.append(lambda: literal_column("'lc'", String).concat(func.lower(func.lower(dept.c.name)).label('x y')))

TREES.append(lambda: ((literal(3.0) * func.round((0.5 - literal(-1.5)), 1, type_=Float)) * 0.5))

TREES.append(lambda: proj.c.title.concat(proj.c.dept_id).op('||')(select(proj.c.title).select_from(proj).where(proj.c.is_open).limit(1).scalar_subquery()).icontains('a', autoescape=True))

TREES.append(lambda: select(func.min(emp.c.active)).select_from(emp).where(emp.c.active).scalar_subquery())

TREES.append(lambda: insert(task).values(prio=case((bindparam(None, True, type_=Boolean), literal(1, literal_execute=True)), (bindparam(None, True, type_=Boolean), 7), else_=literal(3)), note=collate(literal('?').op('||')(literal('x_y')), "nocase"), pos=select(func.count(proj.c.id)).select_from(proj).where((~true())).order_by(proj.c.id).scalar_subquery()).returning(task.c.id, select(func.count(proj.c.id)).select_from(proj).order_by(proj.c.id).scalar_subquery()))

TREES.append(lambda: func.coalesce((-1 * literal(-5)), -5))

TREES.append(lambda: type_coerce(func.coalesce(literal(2.25), ((7 - dept.c.id) / (2.25 / bindparam(None, -1.5, type_=Float(8))))), Float(8)))

TREES.append(lambda: delete(task).where(or_((~between((task.c.note + task.c.note), "it's", ':w')), (task.c.note.collate("NOCASE") < task.c.note))).returning(task.c.id))

TREES.append(lambda: select(func.min(proj.c.hours)).select_from(proj).where((~proj.c.title.like(proj.c.title, escape='!'))).correlate(dept).scalar_subquery())


@TREES.append
def _():
    j = func.json_each(proj.c.tags).table_valued('key', column('value', Integer), joins_implicitly=True)
    return select((42 + proj.c.dept_id)).where(cast((proj.c.title + '?'), SmallInteger).bool_op('<>', precedence=3)(func.ifnull((proj.c.id - proj.c.dept_id), -5, type_=Integer))).distinct()

TREES.append(lambda: ~exists(1).select_from(task).where(bindparam(None, True, type_=Boolean)))


@TREES.append
def _():
    s = select(dept.c.info, dept.c.active, dept.c.opened, (dept.c.id + dept.c.id).bitwise_rshift(cast(literal(3.0), BigInteger)).label('comp')).where(and_(dept.c.name.bool_op('GLOB')(dept.c.name), False)).order_by(dept.c.id).alias("sq")
    return select(func.instr(func.min(literal('Ann')).over(partition_by=[s.c.comp, literal('a/b')], order_by=literal('Ann').collate("NOCASE")), func.replace(bindparam(None, ':w', type_=String).op('||', precedence=6, return_type=String())(literal(':w')), 'b%', "it's", type_=String), type_=Integer), select(bindparam(None, 2.25, type_=Float)).select_from(dept).where(dept.c.active).scalar_subquery()).order_by(select(proj.c.hours).select_from(proj).where(s.c.active).scalar_subquery().desc().nulls_first())

TREES.append(lambda: delete(emp).where(func.nullif(emp.c.id.bitwise_lshift(emp.c.boss_id), 0, type_=Integer).in_((2, None))).returning(emp.c.id))

TREES.append(lambda: select(((literal(Decimal("-0.25")) * Decimal("1.5")) - func.instr(task.c.note, literal('Ann'), type_=Integer)), task.c.note.label('x y'), literal(Decimal("10")), case((literal('x_y').concat('?').is_(null()), emp.c.data[("b", "c")].as_string().startswith(':w')), else_=False)).select_from(task).where(case(((~task.c.pos.between(emp.c.data[("b", "c")].as_integer(), cast(task.c.emp_id, BigInteger))), (literal(D(2024, 12, 31)) == bindparam(None, D(2024, 12, 31), type_=Date))), else_=(task.c.note + "it's").bool_op('GLOB')('b%'))))

TREES.append(lambda: func.length(proj.c.title.concat(func.substr(literal('q\\z'), dept.c.id, 2, type_=String)), type_=Integer))


@TREES.append
def _():
    u = union(select((emp.c.dept_id * emp.c.age).label('p'), (emp.c.salary - emp.c.salary).label('q')), select(custom_op('-', precedence=-1)(emp.c.age, emp.c.id), (emp.c.salary // literal_column("1.5", Float)))).order_by('p').cte('un')
    return select(u.c.p.bool_op('<>', precedence=3)(literal_column("7", Integer)), func.group_concat(literal_column("'lc'", String), type_=String).label('total')).group_by(u.c.p.bool_op('<>', precedence=3)(literal_column("7", Integer))).having(func.max(literal(False)))

TREES.append(lambda: delete(emp).where((emp.c.seen < emp.c.seen), case(((emp.c.active & emp.c.active), select(func.min(literal(True))).select_from(proj).where(literal(False)).scalar_subquery()), else_=True)).returning(emp.c.id))

TREES.append(lambda: proj.c.tags["l"][0].as_integer().op('&', precedence=15)(case(((func.coalesce(literal('?'), 'a') == func.substr(proj.c.title, 1, 2, type_=String)), -1), else_=3)))

TREES.append(lambda: func.round((((literal(-1.5) / 0.5) + (literal(3.0) + 2.25)) - func.length(cast(bindparam(None, -1.5, type_=Float), Text), type_=Integer)), 1, type_=Float))

TREES.append(lambda: (literal(DT(2020, 2, 29)) <= DT(2020, 2, 29)))

TREES.append(lambda: case((true(), False), else_=True))


@TREES.append
def _():
    u = union_all(select(case((dept.c.active, '?'), else_=literal('?')).label('p'), custom_op('*', precedence=5)(bindparam(None, -5, type_=Integer), literal_column("8", Integer)).label('q')), select((task.c.note + task.c.note), cast(task.c.note, BigInteger)).where(~exists().where((dept.c.name != 'q\\z')))).cte('un')
    return select(func.upper(u.c.p), (func.count(u.c.p) - u.c.q).label('Sum'), u.c.p, literal(7)).where((u.c.p >= select(func.ltrim(emp.c.nick, type_=String)).select_from(emp).where(select(literal(True)).select_from(task).order_by(task.c.id).limit(1).scalar_subquery()).scalar_subquery())).group_by(func.upper(u.c.p))

TREES.append(lambda: union_all(select((0.5 * emp.c.salary), (select(emp.c.name).select_from(emp).where(literal(True, Boolean)).scalar_subquery() + 'q\\z')), select(((proj.c.hours - proj.c.id) + 3.0), case((or_(proj.c.is_open, proj.c.is_open), (proj.c.title + 'b%')), else_='a/b'))).order_by(literal_column('1')))

TREES.append(lambda: select(proj.c.tags[("l", 0)].as_integer()).select_from(proj).where((~(extract('month', literal(DT(2020, 2, 29))) != 2))).limit(1).scalar_subquery())

TREES.append(lambda: select(dept, func.first_value(dept.c.info).over(order_by=literal(D(2021, 5, 6)).not_in([D(2021, 5, 6)])), literal_column("'lc'", String)).where((func.coalesce((dept.c.name + dept.c.name), dept.c.name.op('||', precedence=9, return_type=String())('?')) == 'Ann')).distinct())

TREES.append(lambda: func.trim(func.replace(case((dept.c.active, 'a/b'), (dept.c.active, dept.c.name), else_=dept.c.name), '', collate(literal('x_y'), "nocase"), type_=String)).not_in(['', ':w', 'b%']))

TREES.append(lambda: select(func.count(1)).select_from(task).order_by(task.c.id).scalar_subquery())

TREES.append(lambda: union(select(select(func.min(literal(-1, SmallInteger))).select_from(proj).where(not_(proj.c.is_open)).order_by(proj.c.id).scalar_subquery(), collate(emp.c.data["l"][0].as_string(), "nocase")).where(task.c.note.like('Ann', escape='/'), type_coerce(literal(False), Boolean)), select(task.c.prio, ((literal('Ann') + task.c.note) + ':w')), select((-case({'a': 7}, value=proj.c.title, else_=7)), select(func.max(dept.c.name)).select_from(dept).where(proj.c.is_open).scalar_subquery()).where((proj.c.due <= D(2021, 5, 6)), select(dept.c.active).select_from(dept).scalar_subquery())).limit(3))


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='vals').data([(7, 'x_y'), (7, '?')]).cte()
    return select(false().is_not(False), (Decimal("1.5") // bindparam(None, Decimal("10"), type_=Numeric(8, 2))).label('n'), func.max(literal(Decimal("-0.25"))).filter(true())).group_by(false().is_not(False))

TREES.append(lambda: dept.c.info[0].as_json().is_(None))

TREES.append(lambda: ((emp.c.salary * emp.c.salary) * -1.5))

TREES.append(lambda: update(emp).values(seen=emp.c.seen, nick=func.nullif(emp.c.nick.concat(literal(7)), 'b%', type_=String)).where(cast(emp.c.active, Boolean), emp.c.hired.not_in(select(dept.c.opened).select_from(dept).where(dept.c.active).correlate(emp))).returning(emp.c.id, (cast(emp.c.boss_id, SmallInteger) % -1)))

TREES.append(lambda: func.trim(task.c.note.op('||', precedence=6, return_type=String())(task.c.note), type_=String).not_like(('q\\z' + (task.c.note + task.c.note))))

TREES.append(lambda: select(literal(D(2024, 12, 31))).select_from(task).where(bindparam(None, True, type_=Boolean)))

TREES.append(lambda: select(((literal(1) % 2) * dept.c.id)).select_from(dept).correlate_except(dept).exists().is_not(False))

TREES.append(lambda: collate(task.c.note.concat('a/b'), "nocase").label('x y').bool_op('GLOB')(func.lower(func.replace(func.replace(task.c.note, 'a/b', literal("it's"), type_=String), case((literal(False), ':w'), (literal(False), task.c.note), else_='x_y'), func.substr(task.c.note, 1, 2, type_=String), type_=String), type_=String)))

TREES.append(lambda: and_(((dept.c.id / literal(2.25)) < (-literal(2.25))), (bindparam(None, -1.5, type_=Float(8)) - literal_column("1.5", Float)).is_not_distinct_from(0.5), dept.c.info["a"].as_boolean()))

TREES.append(lambda: (type_coerce(emp.c.dept_id.op('>>', return_type=Integer())(emp.c.id), Integer) + select(func.min(literal(42, SmallInteger))).select_from(emp).where(case({'?': False}, value=literal('a/b', Text), else_=False)).scalar_subquery()))

TREES.append(lambda: union(select(select(func.coalesce(proj.c.dept_id, 10)).select_from(proj).scalar_subquery(), ((emp.c.salary * 2.25) + -1.5)).where(true()), select((3 + func.abs(literal(-5), type_=Integer)), (-(-bindparam(None, 2.25, type_=Float)))).where(select(func.max(proj.c.is_open)).select_from(proj).scalar_subquery())))

TREES.append(lambda: select(func.lag(task.c.prio, 1).over(partition_by=emp.c.active), (3 + func.ifnull(func.rank().over(partition_by=[task.c.prio, dept.c.name], order_by=[func.abs(literal(-1), type_=Integer), emp.c.salary]), 1, type_=Integer)), emp.c.data["b"]["c"]).select_from(emp).join(dept).join(task).where(bindparam(None, False, type_=Boolean)))

TREES.append(lambda: emp.c.data[("l", 0)].as_string().op('||', precedence=9, return_type=String())(func.ltrim((literal('Ann') + emp.c.name), type_=String)))

TREES.append(lambda: (~type_coerce(dept.c.name, String(20)).endswith('', autoescape=True, escape='!')))

TREES.append(lambda: (dept.c.name.label('lab') + (dept.c.name + 'x_y')))

TREES.append(lambda: select(func.max(dept.c.name)).select_from(dept).where(exists().where(dept.c.active)).scalar_subquery().contains(func.substr(case({0: emp.c.nick}, value=emp.c.dept_id, else_='q\\z'), 1, 2, type_=String)))

TREES.append(lambda: delete(task).where(task.c.done.not_in(select(emp.c.seen).select_from(emp).where(emp.c.active).correlate(task))))


@TREES.append
def _():
    n = select(literal(42).label('n'), literal('b%').label('w')).cte('nums', recursive=True)
    n = n.union(select(n.c.n + 1, n.c.w + '').where(n.c.n < 4))
    return select(select(func.max(literal(3))).select_from(dept).scalar_subquery(), bindparam(None, -5, type_=BigInteger), func.min(n.c.w).filter(literal(True)).label('n'), func.group_concat(bindparam(None, 'x_y', type_=String(20)), type_=String), extract('month', literal(D(2021, 5, 6), Date)), (3.0 * func.avg(literal_column("1.5", Float), type_=Float))).where(literal(True)).group_by(select(func.max(literal(3))).select_from(dept).scalar_subquery(), bindparam(None, -5, type_=BigInteger))

TREES.append(lambda: extract('month', dept.c.opened))

TREES.append(lambda: (~case((literal(True), True))))

TREES.append(lambda: delete(dept).where(literal(':w', literal_execute=True).op('||')('b%').in_(select(func.max(emp.c.nick)).select_from(emp).where(func.coalesce(literal(False), false()))), false()).returning(dept.c.id))


@TREES.append
def _():
    a = task.alias("e2")
    b = aliased_b = task.alias()
    return select((func.lag(a.c.emp_id, 1).over() - 1), select(func.min(proj.c.is_open)).select_from(proj).where(literal(False, Boolean)).limit(1).scalar_subquery()).select_from(a.outerjoin(b, a.c.id == b.c.id + 1)).where(case((func.coalesce(literal_column("'lc'", String), a.c.note).ilike(func.upper(literal("it's"), type_=String), escape='!'), cast((emp.c.data["b"] == "x"), Boolean))))

TREES.append(lambda: select(case((proj.c.is_open, '?')).concat("it's"), cast(false(), Boolean), (proj.c.hours * proj.c.dept_id)).where(and_(~exists().where((emp.c.seen > emp.c.seen)), proj.c.is_open, literal("it's").endswith(func.lower(proj.c.title, type_=String), escape='^'))).with_only_columns(case({3: 42}, value=bindparam(None, 1, type_=Integer), else_=-5), ('a' + proj.c.title)))

TREES.append(lambda: (Decimal("10") - select((literal(0) / 10)).select_from(dept).where(dept.c.opened.between(dept.c.opened, D(2024, 12, 31))).scalar_subquery()))

TREES.append(lambda: emp.c.data["b"]["c"].as_json())


@TREES.append
def _():
    u = intersect(select(task.c.note.label('p'), func.length(literal('b%'), type_=Integer).label('q')), select(func.trim(dept.c.name), dept.c.id.label('x y'))).order_by('p').subquery('un')
    return select(((func.min(u.c.p).over(partition_by=[u.c.q, u.c.p], order_by=[(u.c.q - u.c.q).asc(), u.c.q.desc()], range_=(None, 0)) + u.c.p.concat(u.c.q)) != u.c.p).label('order'))


@TREES.append
def _():
    a = task.alias("e2")
    b = aliased_b = task.alias()
    return select((b.c.id // 42), (-1 * a.c.emp_id), func.max(literal(3))).where(a.c.id < b.c.id).group_by((b.c.id // 42), (-1 * a.c.emp_id))

TREES.append(lambda: (-5 // dept.c.id).op('>', is_comparison=True)(-1))

TREES.append(lambda: func.trim(func.replace(case({7: 'q\\z'}, value=emp.c.age, else_=literal('q\\z')), select(func.min(dept.c.name)).select_from(dept).where(emp.c.active).scalar_subquery(), 'a/b', type_=String)))


@TREES.append
def _():
    s = select(task.c.id, task.c.pos, task.c.note, (func.abs(task.c.prio, type_=Integer) // (-bindparam(None, 3, type_=Integer))).label('comp')).where(not_((~bindparam(None, False, type_=Boolean)))).order_by(task.c.id).subquery("sq")
    return select(func.max(literal(False)).over(order_by=[cast(s.c.pos, Numeric), literal(False).asc()]).label('lab1')).where((tuple_(emp.c.data["b"].as_integer(), extract('day', literal(D(2024, 12, 31)))) >= tuple_(bitwise_not((s.c.id // 7)), func.ifnull((s.c.id * s.c.id), func.ifnull(literal(3), s.c.id, type_=Integer), type_=Integer)))).distinct().order_by(desc('lab1')).limit(8).offset(1)

TREES.append(lambda: except_(select(func.upper(proj.c.title, type_=String), proj.c.tags["l"][0].as_integer()), select(('b%' + literal('')).concat("it's"), func.length(emp.c.name.concat(emp.c.id), type_=Integer)).where((func.coalesce(emp.c.seen, DT(2024, 1, 2, 3, 4, 5)) == DT(2024, 1, 2, 3, 4, 5))), select(("it's" + (dept.c.name + dept.c.name)), case(((literal(1) != dept.c.id), -1), (type_coerce(dept.c.active, Boolean), cast(literal_column("1.5", Float), Integer)), else_=(dept.c.id * dept.c.id))).where(func.upper(dept.c.name, type_=String).contains(''))).limit(3))

TREES.append(lambda: (select(func.min(proj.c.id)).select_from(proj).scalar_subquery() * 3))


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

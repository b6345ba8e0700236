"""Random expression trees, seed 12: the text and parameters of 100 generated expressions and statements."""
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
    n = select(literal(-5).label('n'), literal('a').label('w')).cte(recursive=True)
    n = n.union(select(n.c.n + 1, n.c.w + ':w').where(n.c.n < 4))
    return select(n.c.w, cast(select(func.max(task.c.pos)).select_from(task).where(literal(False)).scalar_subquery(), SmallInteger)).where(select(func.max(proj.c.is_open)).select_from(proj).where((func.lower(n.c.w) > '')).order_by(proj.c.id).correlate_except(proj).scalar_subquery()).distinct().order_by(select(func.min(proj.c.cost)).select_from(proj).where(literal(True)).order_by(proj.c.id).scalar_subquery())

TREES.append(lambda: custom_op('%', precedence=-1)(func.coalesce(dept.c.info[0].as_integer(), (dept.c.id + 3)), -1).in_([7, 1]))


@TREES.append
def _():
    s = select(proj.c.tags, proj.c.cost, proj.c.hours, (proj.c.id.bitwise_and(literal(-5)) % 42).label('comp')).where((func.upper(proj.c.title) == ':w')).cte()
    return select((s.c.hours + -1.5)).where(collate((literal('Ann') + ':w'), "nocase").bool_op('GLOB')('?')).limit(literal(2))

TREES.append(lambda: func.substr(dept.c.name.concat(dept.c.id), 1, 2, type_=String))

TREES.append(lambda: case((dept.c.name.icontains("it's", autoescape=True), case((dept.c.active, dept.c.budget), (dept.c.active, Decimal("10"))))))

TREES.append(lambda: select(((emp.c.salary / emp.c.salary) * custom_op('+', return_type=Integer())(emp.c.id, task.c.id)), emp.c.hired, (emp.c.salary // -1.5), emp.c.data).select_from(task.join(emp, and_(task.c.emp_id == emp.c.id, emp.c.salary.in_([-1.5])))).where(not_(not_(emp.c.active)), case({-5: True}, value=type_coerce(task.c.proj_id, Integer), else_=or_(emp.c.active, false(), emp.c.active))).prefix_with('ALL'))

TREES.append(lambda: except_(select((proj.c.dept_id.op('+', precedence=8)(proj.c.id) + -5), (func.replace(proj.c.title, 'b%', proj.c.title, type_=String) + proj.c.title.op('||')(literal('Ann')))), select(custom_op('-', return_type=Integer())((-emp.c.boss_id), emp.c.age.bitwise_not()), type_coerce(emp.c.data[("b", "c")].as_string(), Unicode(5)))).order_by(text('1 DESC')))

TREES.append(lambda: delete(emp).where((~func.coalesce(emp.c.dept_id, -1).between((emp.c.dept_id - -1), emp.c.boss_id.bitwise_xor(2))), emp.c.name.concat(emp.c.nick).bool_op('GLOB')((emp.c.nick + ':w'))))

TREES.append(lambda: ((task.c.proj_id * 10) < 10))

TREES.append(lambda: (dept.c.info[("b", "c")] == {"a": 1}))

TREES.append(lambda: (((emp.c.salary / emp.c.salary) // (emp.c.salary // emp.c.salary)) / 2.25))

TREES.append(lambda: select(func.trim(task.c.note), literal(7), between((-task.c.emp_id), -5, -5), emp.c.active).select_from(dept).join(emp).outerjoin(task).where(case({'?': case((dept.c.active, True), else_=false())}, value=func.substr(literal('x_y', String(20)), 1, 2, type_=String), else_=True), (~task.c.note.concat(dept.c.name).not_ilike((emp.c.nick + task.c.note), escape='!'))).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))

TREES.append(lambda: literal("it's", Text).label('x y').op('||')('Ann'))

TREES.append(lambda: select(func.replace(func.lower(literal('q\\z', literal_execute=True), type_=String), "it's", func.substr(emp.c.name, 2, 2, type_=String), type_=String), (cast(literal(0.5), Float) / literal(-1).bitwise_lshift(emp.c.dept_id))).union_all(select(collate(literal_column("'lc'", String), "nocase").collate("NOCASE"), (-cast(literal_column("'lc'", String), Float(8)))), select(dept.c.name.label('lab').collate("NOCASE"), (case((dept.c.active, -1.5), else_=0.5) % 3.0)).where((~between(dept.c.info[("b", "c")].as_string(), func.ltrim(dept.c.name, type_=String), 'b%')))))

TREES.append(lambda: (dept.c.id // literal(3, literal_execute=True)).bitwise_and(0).label('lab'))

TREES.append(lambda: select(func.count()).select_from(emp).where(cast((emp.c.seen <= emp.c.seen), Boolean)).order_by(emp.c.id).scalar_subquery().op('<<', precedence=15)((emp.c.dept_id * 7)))


@TREES.append
def _():
    a = task.alias()
    b = aliased_b = task.alias()
    return select(bindparam(None, 7, type_=SmallInteger), true(), (a.c.note.op('||')('?') + func.lower(b.c.note, type_=String))).where(a.c.id < b.c.id).where(case((cast(literal(0.5, Float(8)), String(20)).ilike('q\\z', escape='/'), (b.c.id - 7).bool_op('<>', precedence=3)((a.c.pos + 0))), else_=(func.coalesce(literal(False), literal(True)) | select(func.min(proj.c.is_open)).select_from(proj).scalar_subquery())))

TREES.append(lambda: select(emp, select(literal_column("1.5", Float)).select_from(dept).where(dept.c.active).limit(1).scalar_subquery(), (func.nullif(emp.c.salary, emp.c.salary, type_=Float) / func.abs(emp.c.boss_id, type_=Integer)).label('lab1')).select_from(emp).join(dept).order_by('lab1'))

TREES.append(lambda: select(func.min(dept.c.active)).select_from(dept).where((literal(0) != 7)).scalar_subquery())

TREES.append(lambda: cast(cast(between(select(literal_column("1.5", Float)).select_from(dept).correlate_except(dept).scalar_subquery(), (proj.c.hours - proj.c.hours), 2.25), Boolean), Boolean))

TREES.append(lambda: case((func.coalesce(proj.c.dept_id.is_distinct_from(None), False), (-func.nullif(literal(Decimal("-0.25")), proj.c.cost, type_=Numeric(8, 2)))), (exists(text('1')).select_from(task).where(case((literal(True), False), (proj.c.is_open, literal(True, Boolean)), else_=False)), Decimal("-0.25")), else_=(proj.c.id.op('+', precedence=8)(0) / 3)).is_distinct_from(None))

TREES.append(lambda: (select(func.count(dept.c.id)).select_from(dept).order_by(dept.c.id).limit(1).scalar_subquery().op('<<', precedence=15)(7) * func.length(dept.c.name.concat('a/b'), type_=Integer)))

TREES.append(lambda: select(func.min(dept.c.active)).select_from(dept).where(cast(func.coalesce(emp.c.active, dept.c.active), Boolean)).order_by(dept.c.id).limit(1).scalar_subquery())

TREES.append(lambda: select(proj.c.title.concat(1), (literal(0.5, Float(8)) / 0.5), func.max(proj.c.hours)).group_by(proj.c.title.concat(1)))


@TREES.append
def _():
    a = proj.alias(name="x y")
    b = aliased_b = proj.alias()
    return select(func.replace(b.c.tags[0].as_string().op('||', precedence=9, return_type=String())('a'), b.c.tags[0].as_string().op('||')(literal("it's").collate("NOCASE")), ':w', type_=String), (a.c.cost - Decimal("1.5"))).order_by((b.c.dept_id + 0), (-5 // b.c.id).nulls_last())

TREES.append(lambda: emp.c.data["b"].as_boolean())

TREES.append(lambda: union(select((dept.c.id.op('<<', return_type=Integer())(dept.c.id) - 0), dept.c.name), intersect(select(case(((~literal('x_y').between('b%', proj.c.title)), (literal_column("2", Integer) + proj.c.id)), else_=(proj.c.id - 3)), proj.c.title), select((extract('day', emp.c.hired) // type_coerce(emp.c.boss_id, SmallInteger)), func.substr(emp.c.name, 1, 2, type_=String)).where((emp.c.seen != emp.c.seen))).subquery().select()))

TREES.append(lambda: func.lower((func.upper(literal_column("'lc'", String).op('||', precedence=9, return_type=String())('Ann'), type_=String) + 'q\\z'), type_=String))

TREES.append(lambda: not_(emp.c.nick.istartswith(emp.c.name)))

TREES.append(lambda: extract('year', literal(DT(2020, 2, 29))))

TREES.append(lambda: (0 * select(func.count(emp.c.id)).select_from(emp).order_by(emp.c.id).scalar_subquery()).op('%', precedence=5)(func.ifnull((case((emp.c.active, literal(2))) * (literal(10) + emp.c.boss_id)), 1, type_=Integer)))

TREES.append(lambda: func.coalesce(select(func.min(dept.c.name)).select_from(dept).where(emp.c.active).order_by(dept.c.id).scalar_subquery().concat(func.substr(emp.c.nick, 2, 2, type_=String)), func.upper(cast(literal_column("1.5", Float), String(20)))))


@TREES.append
def _():
    s = select(emp.c.data, emp.c.active, emp.c.bonus, custom_op('<<', return_type=Integer())(select(func.count()).select_from(proj).where(proj.c.is_open).scalar_subquery(), bitwise_not(emp.c.dept_id)).label('comp')).where(emp.c.data["a"].as_boolean()).order_by(emp.c.id).subquery("sq")
    return select((-1 // s.c.comp), s.c.data["l"][0].as_numeric(10, 2).label('n'), (func.max(literal(2.25)) + -1.5), func.ifnull(literal(-1, literal_execute=True), 10, type_=Integer)).group_by((-1 // s.c.comp)).having(func.max(s.c.active))


@TREES.append
def _():
    a = emp.alias()
    b = aliased_b = emp.alias()
    return select((bindparam(None, 'x_y', type_=String(20)) + "it's"), func.ltrim(a.c.name), func.max(b.c.bonus).label('total'), func.sum(a.c.bonus), func.group_concat(b.c.nick, type_=String)).where(a.c.id < b.c.id).group_by((bindparam(None, 'x_y', type_=String(20)) + "it's"), func.ltrim(a.c.name)).having(func.aggregate_strings(b.c.name, ', ').not_ilike('', escape='!')).order_by(case((b.c.active, a.c.hired), (b.c.active, D(2024, 12, 31))).nulls_first(), func.ltrim(a.c.name)).limit(6)

TREES.append(lambda: update(task).values(done=select(emp.c.seen).select_from(emp).where(select(func.max(emp.c.active)).select_from(emp).order_by(emp.c.id).limit(1).scalar_subquery()).order_by(emp.c.id).scalar_subquery(), prio=func.abs(literal_column("5", Integer), type_=Integer).label('lab')).where(type_coerce(literal(True), Boolean), case({0: literal(True)}, value=literal(3), else_=literal(True))))

TREES.append(lambda: ((((task.c.note + task.c.note) + emp.c.data[0].as_string()) + func.nullif(literal('q\\z'), task.c.note, type_=String).op('||')((task.c.note + 'q\\z'))) + ''))


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='vals').data([(-5, ''), (0, ':w')]).cte()
    return select(select(emp.c.data["b"]["c"]).select_from(emp).limit(1).scalar_subquery(), v.c.w, case(((~v.c.w.ilike(v.c.w)), func.first_value(literal(5, JSON)).over(partition_by=[v.c.k, v.c.w], order_by=[case({'': literal(True)}, value=v.c.w, else_=literal(True)).desc(), nulls_last(v.c.k.asc())], range_=(0, None))), else_=emp.c.data["b"]["c"]), func.last_value(literal("x", JSON)).over(partition_by=true())).where(literal(True), type_coerce(literal(False, Boolean), Boolean)).limit(literal(2))

TREES.append(lambda: (select(func.min(proj.c.title)).select_from(proj).order_by(proj.c.id).scalar_subquery() + 'x_y'))

TREES.append(lambda: select(func.length(emp.c.name, type_=Integer)).select_from(task.join(emp, and_(task.c.emp_id == emp.c.id, case((emp.c.active, False), (emp.c.active, emp.c.active), else_=emp.c.active)))).where((emp.c.nick + task.c.note).not_ilike(emp.c.nick.op('||', precedence=6, return_type=String())('a/b'), escape='!'), (func.substr(emp.c.name, 2, 2, type_=String) > func.substr(literal('a/b'), 1, 2, type_=String))).order_by(emp.c.hired, desc((emp.c.bonus * emp.c.bonus))))

TREES.append(lambda: case(((dept.c.budget < dept.c.budget), (dept.c.name < dept.c.name)), (literal(Decimal("10")).is_not_distinct_from(Decimal("1.5")), (dept.c.budget < Decimal("-0.25"))), else_=literal(DT(2024, 1, 2, 3, 4, 5)).is_(null())))

TREES.append(lambda: or_((~(literal('?', String(20)) + bindparam(None, 'x_y', type_=String(20))).iendswith(':w', autoescape=True))))

TREES.append(lambda: (func.trim(literal('x_y')) + select(func.min(literal('x_y'))).select_from(task).limit(1).scalar_subquery()))

TREES.append(lambda: select((dept.c.budget * proj.c.cost)).select_from(dept).join(proj).where(dept.c.active).order_by(dept.c.name.between(dept.c.name, dept.c.name), extract('day', proj.c.due).desc()).limit(bindparam('lim', 3)))

TREES.append(lambda: case((dept.c.name.icontains('x_y', escape='^'), False)))

TREES.append(lambda: (proj.c.due >= D(2024, 12, 31)))

TREES.append(lambda: (emp.c.dept_id // emp.c.age).op('&', precedence=8)(3))

TREES.append(lambda: insert(task).values(prio=(-literal(10)), note=literal('x_y'), pos=select(func.count()).select_from(emp).where(emp.c.data["b"]["c"].as_boolean()).order_by(emp.c.id).scalar_subquery()))

TREES.append(lambda: update(proj).values(cost=type_coerce(func.coalesce(proj.c.cost, Decimal("1.5")), Numeric(8, 2)), hours=(type_coerce(proj.c.hours, Float) // func.coalesce(proj.c.hours, 0.5))).where(proj.c.due.not_in(select(func.min(literal(D(2021, 5, 6)))).select_from(proj).where(proj.c.is_open)), proj.c.title.contains('', escape='^')))

TREES.append(lambda: update(dept).values(opened=dept.c.opened, budget=((dept.c.budget / dept.c.id) * Decimal("1.5"))).where(dept.c.name.istartswith('b%', autoescape=True)))


@TREES.append
def _():
    j = func.json_each(emp.c.data).table_valued('key', column('value', Integer), name='je')
    return select(j, literal([1, 2], JSON), (~emp.c.active)).where(func.replace(emp.c.data["b"].as_string(), func.coalesce(j.c.key, emp.c.nick), cast(emp.c.salary, Text), type_=String).bool_op('GLOB')('Ann'))

TREES.append(lambda: select(func.lower(bindparam(None, '?', type_=String(20)).concat(proj.c.title)), func.lead(literal(DT(2024, 1, 2, 3, 4, 5))).over(partition_by=proj.c.title, order_by=[proj.c.due, proj.c.dept_id.nulls_last()], rows=(None, None))).select_from(proj).where((func.coalesce(literal(42), proj.c.dept_id) * 3).not_in([42, 1, 1])).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).order_by(cast(true(), Boolean)))

TREES.append(lambda: select(proj.c.title, func.coalesce(bindparam(None, False, type_=Boolean), False), literal_column("1", Integer)).select_from(proj).where(select(type_coerce(and_(literal(True), literal(True, Boolean)), Boolean)).select_from(task).where(func.coalesce(literal_column("'lc'", String).icontains("it's", escape='^'), (proj.c.cost == proj.c.cost))).scalar_subquery()).add_columns((proj.c.dept_id + proj.c.dept_id)))

TREES.append(lambda: ((-(custom_op('%', precedence=-1)(emp.c.age, literal(0)) / case((emp.c.active, emp.c.salary)))) + func.coalesce(emp.c.id.op('%', precedence=8)(emp.c.boss_id), emp.c.dept_id.op('*', precedence=5)(0)).bitwise_or(7)))

TREES.append(lambda: select(case({10: emp.c.seen}, value=emp.c.age.op('%', return_type=Integer())(emp.c.boss_id)), emp.c.boss_id.op('|')(emp.c.age).label('two words')).select_from(dept).join(emp).limit(8).offset(0))

TREES.append(lambda: ((0.5 - literal(3.0, Float)) + -1.5))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(proj.c.dept_id, case((cast(proj.c.is_open, Boolean), proj.c.title.op('||')('a')), (and_(proj.c.is_open, proj.c.is_open), select(func.max(emp.c.nick)).select_from(emp).where(emp.c.active).order_by(emp.c.id).scalar_subquery()), else_=literal('a/b'))).where((proj.c.tags[0].as_json() == "x"), between(proj.c.dept_id, 7, proj.c.dept_id))))

TREES.append(lambda: (0.5 * (emp.c.salary * 2.25)))

TREES.append(lambda: emp.c.data[("l", 0)].as_string().not_like(emp.c.nick.collate("NOCASE")))

TREES.append(lambda: delete(emp).where((emp.c.boss_id + 42).bitwise_and(-5).in_([1, 1])).returning(emp.c.id))

TREES.append(lambda: type_coerce(extract('year', dept.c.opened), String))

TREES.append(lambda: not_(case(((~~exists().where(emp.c.active)), literal_column("6", Integer).in_([func.ifnull(emp.c.age, 1, type_=Integer), 42])), (emp.c.data["a"].as_boolean(), (emp.c.age.op('<<', precedence=15)(3) > 3)), else_=((emp.c.bonus - emp.c.bonus) != Decimal("1.5")))))


@TREES.append
def _():
    u = intersect(select(func.substr(emp.c.name, literal(7), 2, type_=String).label('p'), (3.0 * emp.c.salary).label('q')), select(type_coerce(proj.c.id, Unicode(5)), func.round(proj.c.hours, 1, type_=Float)).where(literal(False))).cte()
    return select(literal(-1.5, Float), literal(10), literal(DT(2024, 1, 2, 3, 4, 5))).add_columns(func.nullif(literal(0), -5, type_=Integer)).order_by(literal(7), literal_column("2", Integer).bitwise_and(literal(3)))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(emp.c.dept_id, emp.c.name).where(((literal(Decimal("-0.25")) + emp.c.age) == select(literal(Decimal("-0.25"))).select_from(emp).where(emp.c.active).order_by(emp.c.id).scalar_subquery()))))

TREES.append(lambda: select((emp.c.name + literal_column("'lc'", String)), (dept.c.id * literal(Decimal("10"))), func.avg(bindparam(None, Decimal("10"), type_=Numeric(8, 2)), type_=Float), select(func.min(proj.c.hours)).select_from(proj).where(emp.c.active).scalar_subquery()).select_from(dept.outerjoin(join(emp, task, isouter=True))).group_by((emp.c.name + literal_column("'lc'", String))))


@TREES.append
def _():
    s = select(task.c.note, task.c.proj_id, task.c.id, (7 % task.c.id.label(None)).label('comp')).where(type_coerce(literal_column("9", Integer), String).in_(['a', 'q\\z', 'x_y'])).distinct().alias()
    return select(literal(True).label('id')).where(case({1: False}, value=func.ifnull(s.c.proj_id, 1, type_=Integer), else_=s.c.id.is_not_distinct_from(42)), emp.c.data["l"][0].as_boolean())


@TREES.append
def _():
    a = proj.alias(name="x y")
    b = aliased_b = proj.alias()
    return select(b.c.is_open, a.c.tags["b"].as_string().label('Mixed')).select_from(a).join(b, a.c.id == b.c.id).order_by(type_coerce(a.c.title, SmallInteger).asc(), desc('Mixed'))


@TREES.append
def _():
    u = except_(select(func.substr(task.c.note, task.c.pos, 2, type_=String).label('p'), cast(task.c.note, Float).label('q')), select(task.c.note.concat(task.c.note), (literal_column("1.5", Float) - -1.5))).subquery()
    return select((func.ntile(2).over(partition_by=[literal(-1), u.c.p], order_by=literal(D(2021, 5, 6)).desc(), rows=(None, None)).op('&', precedence=8)((-literal(3, Integer))) * 2).label('order')).where(cast((tuple_((literal(0, Integer) - literal_column("2", Integer)), literal(10)) == tuple_(literal(1).bitwise_not(), cast(literal_column("4", Integer), SmallInteger))), Boolean)).distinct()

TREES.append(lambda: select(select(func.min(emp.c.data)).select_from(emp).where(emp.c.active).limit(1).scalar_subquery(), (extract('year', emp.c.seen).bitwise_lshift(func.coalesce(dept.c.id, bindparam(None, -5, type_=Integer))) * (dept.c.info[("b", "c")].as_numeric(10, 2) * func.ifnull(emp.c.age, 2, type_=Integer))).label('Mixed')).join_from(emp, dept, emp.c.dept_id == dept.c.id).where((emp.c.id.not_in((-5, None)) | cast(emp.c.active, Boolean)), cast(literal(0.5), Unicode(5)).startswith('x_y', autoescape=True)).limit(literal(2)))

TREES.append(lambda: func.abs((-func.length(dept.c.name, type_=Integer)), type_=Integer))

TREES.append(lambda: select(emp.c.bonus, case((type_coerce(emp.c.name.not_in([emp.c.nick, ':w']), Boolean), 42), (tuple_((-emp.c.boss_id), func.min(task.c.note).over(partition_by=[task.c.emp_id, task.c.note], order_by=(task.c.emp_id - 10), rows=(1, 3))).not_in([(-5, 'x_y'), (1, '?')]), 42), else_=task.c.emp_id), emp.c.seen, task.c.prio).select_from(outerjoin(task, emp, task.c.emp_id == emp.c.id)).limit(8).offset(1))

TREES.append(lambda: select(func.nullif(func.min(literal(DT(2020, 2, 29))).over(order_by=proj.c.hours), DT(2020, 2, 29), type_=DateTime), proj.c.tags[("l", 0)].as_integer()).where((proj.c.due >= select(func.max(dept.c.opened)).select_from(dept).where(case((dept.c.active, True), else_=bindparam(None, True, type_=Boolean))).scalar_subquery())).with_only_columns(cast(proj.c.title, BigInteger), func.upper(literal_column("'lc'", String), type_=String)))

TREES.append(lambda: select((-dept.c.id), collate(func.min(dept.c.name), "nocase").label('n'), func.aggregate_strings(dept.c.name, ', '), func.sum(literal(3.0))).select_from(dept).where(select(((emp.c.data["b"]["c"].as_json() == 5) != True)).select_from(emp).where(emp.c.data[0].as_boolean()).scalar_subquery()).group_by((-dept.c.id)))

TREES.append(lambda: func.replace(proj.c.title, proj.c.title, proj.c.title, type_=String).label(None).collate("NOCASE"))

TREES.append(lambda: delete(task).where(literal(True)))

TREES.append(lambda: ((0.5 * (-bindparam(None, 2.25, type_=Float))) * func.round(literal_column("1.5", Float).label('x y'), 1, type_=Float)).between(0.5, ((-literal(2.25)) % (cast(literal(3.0), Float(8)) * (literal_column("1.5", Float) * literal(0.5))))))


@TREES.append
def _():
    u = except_(select((literal(10, literal_execute=True) * 2).label('p'), (literal(2.25) + 2.25).label('q')), select(proj.c.id.op('*', precedence=8)(proj.c.dept_id), (-proj.c.hours))).order_by('p').cte()
    return select(literal(Decimal("10")), func.min(literal('a/b')).over(), literal('a/b').op('LIKE', is_comparison=True, precedence=5)('Ann'), literal(Decimal("1.5")).label('lab1')).where((func.upper(cast(u.c.q, String), type_=String) <= 'a')).order_by('lab1', literal(D(2024, 12, 31)).desc())

TREES.append(lambda: union_all(select(case((or_(false(), literal(True, Boolean)), -1.5), (case((false(), True), (literal(True, Boolean), literal(False)), else_=literal(False)), cast(task.c.id, Float(8))), else_=0.5), emp.c.data[("b", "c")].as_string()).where((func.ltrim(task.c.note, type_=String) <= func.upper(literal('a'), type_=String))), intersect(select(literal(2.25), cast(func.coalesce(literal_column("1.5", Float), -1.5), Text)).where(and_(not_(literal(True)), False)), select((-func.round(literal(3.0), 1, type_=Float)), func.trim(task.c.note.label('lab')))).subquery().select()))

TREES.append(lambda: extract('month', literal(D(2021, 5, 6))))

TREES.append(lambda: (~((emp.c.data[("b", "c")].as_integer() == emp.c.age) & select(func.max(dept.c.id)).select_from(dept).where(dept.c.active).exists())))

TREES.append(lambda: select(func.max(task.c.note)).select_from(task).scalar_subquery())

TREES.append(lambda: (2.25 * (literal(2.25, Float(8)) - literal(10))).label('lab'))

TREES.append(lambda: select(func.count(1)).select_from(dept).where((literal(DT(2024, 1, 2, 3, 4, 5), DateTime) == DT(2020, 2, 29))).limit(1).exists())

TREES.append(lambda: select((task.c.note + emp.c.data[0].as_string()), extract('year', literal(D(2024, 12, 31))), task.c.note, cast((literal('a/b') + ''), Unicode(5)).not_ilike('Ann')).select_from(task).where(((cast(task.c.pos, String) + ('?' + task.c.note)) >= cast((literal(-1) + 0), Text))).distinct())

TREES.append(lambda: select(bindparam(None, Decimal("-0.25"), type_=Numeric(8, 2)), func.lead(literal(2.25, Float)).over(partition_by=[task.c.pos, task.c.note], order_by=(task.c.proj_id // task.c.prio))).select_from(task).where(select(select(func.max(emp.c.active)).select_from(emp).where(and_(literal(False), or_(emp.c.active, emp.c.active))).limit(1).scalar_subquery()).select_from(task).scalar_subquery()))

TREES.append(lambda: (emp.c.seen > emp.c.seen))

TREES.append(lambda: ('a' + func.substr(type_coerce(custom_op('<<', precedence=5)(emp.c.dept_id, 0), Unicode(5)), case((and_(true(), emp.c.active), 2), else_=func.length(emp.c.name, type_=Integer)), 2, type_=String)))

TREES.append(lambda: select(dept.c.id, ((dept.c.info["b"].as_string() == dept.c.name) == true())).where(func.coalesce(select(func.max(dept.c.id)).select_from(dept).where(dept.c.active).limit(1).scalar_subquery(), 42).is_distinct_from(None)))

TREES.append(lambda: select(task.c.id.op('<<', return_type=Integer())(literal(1)), func.count(literal('?')).filter(true(), literal(False)).label('total')).group_by(task.c.id.op('<<', return_type=Integer())(literal(1))).order_by(select(func.count()).select_from(proj).where(proj.c.is_open).order_by(proj.c.id).scalar_subquery().nulls_first()))

TREES.append(lambda: case((emp.c.active, False), else_=False))

TREES.append(lambda: select(dept, dept.c.info[0].as_json(), (-(func.first_value(dept.c.budget).over(partition_by=[dept.c.id, dept.c.name], order_by=extract('month', literal(DT(2024, 1, 2, 3, 4, 5)))) % (Decimal("-0.25") % dept.c.budget))), literal(DT(2024, 1, 2, 3, 4, 5)), dept.c.id).where(func.length((dept.c.name + literal('')), type_=Integer).op('>', is_comparison=True)(func.coalesce(case((dept.c.active, 42)), (10 * dept.c.id)))).order_by(desc(select(func.min(proj.c.title)).select_from(proj).where(literal(False)).limit(1).correlate(dept).scalar_subquery()), extract('day', literal(DT(2024, 1, 2, 3, 4, 5))).desc()))

TREES.append(lambda: select(proj, proj.c.title.op('||', precedence=1, return_type=String())(':w'), proj.c.title, dept.c.active).join_from(proj, dept, proj.c.dept_id == dept.c.id).where(or_(proj.c.is_open)))

TREES.append(lambda: func.ifnull((literal(-5) - task.c.emp_id), -1, type_=Integer).op('>>', precedence=8)(func.abs(task.c.pos.op('>>', precedence=-1)(task.c.id), type_=Integer)))


@TREES.append
def _():
    a = task.alias(name="x y")
    b = aliased_b = task.alias()
    return select(b.c.id, (~literal(False, Boolean)), func.ifnull(func.count(literal_column("8", Integer).distinct()).filter(literal(True, Boolean), false()), -1, type_=Integer), (0 + func.total(literal(42), type_=Integer))).select_from(a).join(b, a.c.id == b.c.id).where(func.trim(b.c.note).in_([':w', 'x_y'])).group_by(b.c.id, (~literal(False, Boolean))).having(not_(func.max(bindparam(None, False, type_=Boolean)))).limit(5).offset(0)


@TREES.append
def _():
    n = select(literal(10).label('n'), literal("it's").label('w')).cte('nums', recursive=True)
    n = n.union(select(n.c.n + 1, n.c.w + 'a/b').where(n.c.n < 4))
    return select(case((literal(False, Boolean), literal_column("'lc'", String)), (literal(True, Boolean), literal('', literal_execute=True))), emp.c.data["b"]["c"]).where(case((select(func.min(proj.c.title)).select_from(proj).where(true()).scalar_subquery().not_in(select(func.max(bindparam(None, "it's", type_=String(20)))).select_from(proj).where(select(func.min(false())).select_from(task).limit(1).scalar_subquery())), False), (((n.c.n // n.c.n) > n.c.n.bitwise_xor(42)), (n.c.n - -5).in_(select(dept.c.id.bitwise_rshift(1)).select_from(dept).where((~between(literal(0.5), 0.5, literal(0.5)))))), else_=False)).order_by(desc(func.lower(n.c.w)), between(n.c.n, n.c.n, 3).asc()).limit(6).offset(2)

TREES.append(lambda: func.ifnull((select(func.count()).select_from(task).limit(1).scalar_subquery() // 1), func.length(((emp.c.nick + '?') + 'a/b'), type_=Integer), type_=Integer))

TREES.append(lambda: or_(false(), ((literal(7) - proj.c.dept_id) * 2).is_not(None)))

TREES.append(lambda: emp.c.data["l"][0].as_boolean())

TREES.append(lambda: case(((dept.c.name.concat(dept.c.name) + select(literal("it's")).select_from(emp).where(emp.c.active).order_by(emp.c.id).limit(1).scalar_subquery()).not_in(['Ann']), dept.c.info[("b", "c")].as_numeric(10, 2)), else_=(((Decimal("1.5") / dept.c.budget) + Decimal("10")) * select(select(func.count(task.c.id)).select_from(task).scalar_subquery()).select_from(dept).scalar_subquery())))

TREES.append(lambda: (emp.c.nick.op('||', precedence=6, return_type=String())('Ann').concat(emp.c.name.op('||', precedence=1, return_type=String())("it's")) + 'b%'))

TREES.append(lambda: cast(("it's" + (emp.c.nick + emp.c.name)), BigInteger))


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

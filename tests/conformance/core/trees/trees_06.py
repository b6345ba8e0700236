"""Random expression trees, seed 6: the text and parameters of 100 generated expressions and statements."""
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
TREES.append(lambda: update(task).values(pos=task.c.prio, prio=((-task.c.id) + -5)).where((cast(literal('b%'), Numeric(8, 2)) >= (bindparam(None, Decimal("1.5"), type_=Numeric(8, 2)) + literal(Decimal("10"))))))

TREES.append(lambda: case((collate(proj.c.title, "nocase").iendswith("it's", autoescape=True, escape='!'), proj.c.tags["l"][0].as_boolean()), (proj.c.tags[0].as_boolean(), and_((proj.c.tags["b"].as_integer() == 0), proj.c.tags["l"][0].as_boolean())), else_=False))

TREES.append(lambda: select(task, (bindparam(None, Decimal("10"), type_=Numeric(8, 2)) - literal(Decimal("1.5"))), func.last_value(task.c.note).over(partition_by=[task.c.pos, task.c.note]).label(None), (literal_column("1.5", Float) % 3.0).label('id')).where(cast((literal(-1.5) / literal_column("1.5", Float)).in_([(literal(3.0) % 2.25), 2.25]), Boolean)).distinct().order_by(desc('id')))

TREES.append(lambda: select(emp.c.seen, dept.c.info).select_from(emp).join(dept, emp.c.dept_id == dept.c.id, full=True).where((emp.c.data["l"][0].as_string() == 'q\\z')).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).order_by((emp.c.id - literal_column("4", Integer))))


@TREES.append
def _():
    u = union(select(case({"it's": 'a/b'}, value=emp.c.nick, else_='').label('p'), (emp.c.boss_id / emp.c.salary).label('q')), select((':w' + task.c.note), (task.c.id / literal(2.25))).where(select(func.max(false())).select_from(task).order_by(task.c.id).limit(1).scalar_subquery())).cte()
    return select(select(emp.c.seen).select_from(emp).scalar_subquery()).where(and_((~(u.c.p + u.c.p).istartswith('b%', autoescape=True)), func.coalesce(bindparam(None, DT(2024, 1, 2, 3, 4, 5), type_=DateTime), DT(2020, 2, 29)).is_distinct_from(bindparam(None, DT(2020, 2, 29), type_=DateTime)))).distinct()

TREES.append(lambda: (dept.c.id.bitwise_or(dept.c.id) / (dept.c.id // dept.c.id)))

TREES.append(lambda: emp.c.data[("b", "c")].as_json())

TREES.append(lambda: (~func.ifnull((1 + task.c.proj_id), type_coerce(task.c.note, Integer), type_=Integer).between(42, (func.ifnull(literal(-1), task.c.pos, type_=Integer) // (literal(-5) // -5)))))

TREES.append(lambda: case((dept.c.active, 3), (dept.c.active, 42), else_=42).op('>', is_comparison=True)(10))

TREES.append(lambda: func.coalesce(dept.c.info["b"]["c"], dept.c.info["a"]))


@TREES.append
def _():
    u = intersect(select((proj.c.title + proj.c.title).label('p'), cast(proj.c.title, Float(8)).label('q')), select(case((dept.c.active, literal('q\\z')), (dept.c.active, 'a/b'), else_=dept.c.name), (literal(2.25) - dept.c.id))).order_by('p').alias('un')
    return select((func.dense_rank().over(partition_by=[literal(0), u.c.p], order_by=emp.c.data["l"][0].as_integer()) / 42).label('two words')).where(select(func.upper(literal(':w'), type_=String).not_like(func.replace(emp.c.nick, emp.c.name, emp.c.name, type_=String), escape='!')).select_from(emp).where(select(dept.c.id).select_from(dept).where(literal(False)).limit(1).scalar_subquery().bool_op('<>', precedence=3)(func.length(emp.c.nick, type_=Integer))).limit(1).scalar_subquery()).order_by(select(func.count()).select_from(emp).limit(1).scalar_subquery())

TREES.append(lambda: select(select(func.count(1)).select_from(emp).where(emp.c.nick.iendswith('q\\z', autoescape=True)).correlate_except(emp).scalar_subquery(), case({1: func.replace(literal('b%'), literal("it's"), literal('q\\z', literal_execute=True), type_=String)}, value=dept.c.id, else_='')).union(select((42 * literal(7)).bitwise_rshift(bitwise_not(emp.c.age)), collate(emp.c.nick, "nocase").op('||', precedence=9, return_type=String())('?')).where((~emp.c.hired.between(emp.c.hired, D(2021, 5, 6)))), select((7 * (-emp.c.id)), cast(func.round(literal_column("1.5", Float), 1, type_=Float), Unicode(5)))).order_by(text('1 DESC')))

TREES.append(lambda: ((dept.c.id // (literal(7, SmallInteger) + dept.c.id)) / cast((dept.c.id // dept.c.id), Integer)))

TREES.append(lambda: (proj.c.due <= D(2021, 5, 6)))

TREES.append(lambda: (-bindparam(None, Decimal("-0.25"), type_=Numeric(8, 2))))

TREES.append(lambda: func.round(((literal(-1.5) + literal(2.25, Float)) * (bindparam(None, 2.25, type_=Float(8)) + 0.5)), 1, type_=Float))

TREES.append(lambda: func.substr(func.substr((task.c.note + ':w'), 2, 2, type_=String), 1, 2, type_=String))

TREES.append(lambda: select(func.min(literal('a'))).select_from(task).correlate_except(task).scalar_subquery())

TREES.append(lambda: dept.c.id.label('lab').label('x y').bitwise_or(func.abs(proj.c.dept_id, type_=Integer)))


@TREES.append
def _():
    a = proj.alias()
    b = aliased_b = proj.alias()
    return select(b.c.tags["l"][0].as_integer(), func.lag(b.c.dept_id, 1).over(order_by=b.c.tags["b"].as_integer().desc(), rows=(1, 3))).where(a.c.id < b.c.id).where(('?' + b.c.title.op('||')('')).contains('a', escape='^')).order_by(desc(func.coalesce(literal(0), 0)), select(func.max(literal(Decimal("-0.25")))).select_from(task).where(literal(False, Boolean)).scalar_subquery()).limit(2)

TREES.append(lambda: (func.substr(proj.c.tags["b"]["c"].as_string(), 1, 2, type_=String) <= proj.c.title))


@TREES.append
def _():
    s = select(dept.c.opened, dept.c.name, dept.c.id, func.instr(dept.c.name.concat(dept.c.id), func.trim(dept.c.name), type_=Integer).label('comp')).where((~dept.c.active)).distinct().subquery("sq")
    return select(type_coerce(('a/b' + s.c.name), BigInteger), func.nullif(func.substr(func.substr(s.c.name, 2, 2, type_=String), case((false(), 2), else_=s.c.comp), 2, type_=String), (func.upper(s.c.name, type_=String) + ''), type_=String)).where(select(func.max(emp.c.active)).select_from(emp).where(select(proj.c.id.bool_op('<>', precedence=3)(42)).select_from(proj).where((emp.c.bonus != Decimal("1.5"))).order_by(proj.c.id).scalar_subquery()).scalar_subquery())

TREES.append(lambda: select(emp.c.nick.concat(task.c.note), func.group_concat(emp.c.nick, type_=String).label('total'), select(emp.c.salary).select_from(emp).order_by(emp.c.id).scalar_subquery(), func.max(emp.c.salary)).select_from(emp).join(dept).join(task).where(dept.c.active).group_by(emp.c.nick.concat(task.c.note)).order_by((dept.c.budget - Decimal("10")).asc()))

TREES.append(lambda: union(select((-func.length(literal('a'), type_=Integer)), (select(func.max(proj.c.hours)).select_from(proj).limit(1).scalar_subquery() * (literal(0.5) / 2.25))).where((~literal('Ann').in_([]))), select((task.c.id % literal(3, literal_execute=True)).bitwise_and(-1), ((literal_column("1.5", Float) % -1.5) + (task.c.prio + -5))).where((~case({'a/b': ''}, value=literal('Ann'), else_='a').not_ilike(task.c.note.label('x y'))))).order_by(literal_column('1')))

TREES.append(lambda: (tuple_(proj.c.dept_id, (proj.c.dept_id - proj.c.dept_id)) == tuple_((proj.c.dept_id - 0), select(task.c.id).select_from(task).where(literal(False)).order_by(task.c.id).correlate_except(task).scalar_subquery())))

TREES.append(lambda: dept.c.info["l"][0].as_integer().op('|', precedence=15)(42))


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='vals').data([(0, 'x_y'), (0, 'x_y')]).cte()
    return select(type_coerce((literal(-1.5) * v.c.k), Float), bindparam(None, DT(2024, 1, 2, 3, 4, 5), type_=DateTime)).where(select(func.min(dept.c.active)).select_from(dept).where(func.nullif((~literal(False)), v.c.w.in_(select(func.max(proj.c.title)).select_from(proj).where(proj.c.is_open).limit(1)), type_=Boolean)).scalar_subquery())

TREES.append(lambda: type_coerce(func.abs(emp.c.age, type_=Integer), BigInteger))

TREES.append(lambda: update(proj).values(cost=((proj.c.dept_id / proj.c.id) + (proj.c.cost % Decimal("-0.25"))), hours=type_coerce((proj.c.hours + literal(3.0)), Float)).where((~between(case((proj.c.is_open, proj.c.hours), (proj.c.is_open, 2.25), else_=2.25), 2.25, 2.25))))

TREES.append(lambda: or_(emp.c.data[("b", "c")].as_boolean()).is_not(False))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(emp.c.id, (literal('a/b').op('||', precedence=9, return_type=String())('Ann') + emp.c.nick.label('lab'))).where((emp.c.id.label(None) == 10))))

TREES.append(lambda: (func.instr(task.c.note, ':w', type_=Integer).op('*', precedence=8)(task.c.pos) != null()))

TREES.append(lambda: select(func.max(emp.c.active)).select_from(emp).where((cast(literal(3.0), Float(8)) <= (-literal(-1.5)))).scalar_subquery())

TREES.append(lambda: ((-task.c.id).bitwise_and(42) <= (extract('day', task.c.done) * case({'a/b': literal(42)}, value=task.c.note, else_=0))))

TREES.append(lambda: case(((~dept.c.active), select(func.max(emp.c.salary)).select_from(emp).where(emp.c.active).order_by(emp.c.id).limit(1).scalar_subquery())))

TREES.append(lambda: (~func.lower(func.lower(('x_y' + dept.c.name)), type_=String).contains('a/b', autoescape=True, escape='!')))


@TREES.append
def _():
    s = select(proj.c.tags, proj.c.dept_id, proj.c.title, literal_column("1", Integer).op('*', precedence=5)(func.abs(proj.c.id, type_=Integer)).label('comp')).where(proj.c.title.concat(proj.c.title).between('b%', proj.c.title.concat(proj.c.id))).order_by(proj.c.id).alias("sq")
    return select(s.c.title).where(func.lower(s.c.title.label('x y'), type_=String).ilike('a', escape='/')).order_by(s.c.tags["b"].as_integer())

TREES.append(lambda: func.lower(func.substr(proj.c.title, 1, 2, type_=String)).ilike(proj.c.title, escape='/'))

TREES.append(lambda: (dept.c.name.in_(('a', None)) != True))

TREES.append(lambda: delete(dept).where((~or_(or_(true(), true())))))

TREES.append(lambda: (emp.c.bonus + emp.c.bonus))

TREES.append(lambda: delete(task).where(not_((literal(D(2024, 12, 31)) < D(2021, 5, 6)))))

TREES.append(lambda: select(func.coalesce(func.count().filter(bindparam(None, True, type_=Boolean)).over(partition_by=[proj.c.dept_id, proj.c.title], order_by=[func.length(proj.c.title, type_=Integer), proj.c.due.desc()]), proj.c.dept_id.op('%')(literal_column("4", Integer)))).where(proj.c.is_open).distinct())

TREES.append(lambda: func.upper(case((dept.c.active, ':w'), (literal(False), 'b%'), else_=dept.c.name)))

TREES.append(lambda: case((func.lower(dept.c.name).contains('a', autoescape=True), func.coalesce(dept.c.id, func.instr(dept.c.name, 'a', type_=Integer))), (between(dept.c.name.op('||')(dept.c.name), 'b%', 'Ann'), (dept.c.id - -5).op('<<', return_type=Integer())(2))))


@TREES.append
def _():
    u = except_(select((task.c.note + '?').label('p'), (task.c.pos + task.c.emp_id).label('q')), select(func.coalesce(proj.c.title, proj.c.title), literal_column("6", Integer))).subquery('un')
    return select((u.c.p + u.c.p).label('id'))

TREES.append(lambda: (dept.c.info[("b", "c")].as_string() == func.ltrim((select(literal('a')).select_from(proj).where(literal(False)).scalar_subquery() + 'q\\z'), type_=String)))

TREES.append(lambda: select(func.upper(func.ltrim(func.ltrim(emp.c.nick, type_=String)), type_=String), emp.c.data["l"][0].as_json(), (emp.c.dept_id * -5).label('lab1')).order_by((emp.c.bonus + Decimal("10"))))

TREES.append(lambda: ((task.c.proj_id * task.c.id) + func.coalesce(literal(3), literal(42))))

TREES.append(lambda: select(bindparam(None, 42, type_=BigInteger).op('>>', precedence=-1)(-5), func.max(emp.c.bonus).filter(emp.c.active), task.c.note.op('||', precedence=6, return_type=String())(func.min(emp.c.nick).filter(emp.c.active)), (-func.sum(emp.c.salary).filter(emp.c.active)), type_coerce(emp.c.dept_id, Integer)).select_from(task.join(emp, and_(task.c.emp_id == emp.c.id, ~select(emp.c.dept_id).select_from(emp).order_by(emp.c.id).limit(1).exists()))).group_by(bindparam(None, 42, type_=BigInteger).op('>>', precedence=-1)(-5)))

TREES.append(lambda: select(task.c.done).select_from(proj).join(task).where(proj.c.tags[("l", 0)].as_boolean()).order_by((task.c.proj_id * -1)))


@TREES.append
def _():
    u = except_(select(select(task.c.pos).select_from(task).where(true()).limit(1).scalar_subquery().label('p'), select(func.min(literal(3.0))).select_from(task).where(emp.c.active).scalar_subquery().label('q')), select(func.ifnull(literal(42), -1, type_=Integer), (emp.c.salary * -1.5)).where((emp.c.name + 'b%').not_ilike(':w'))).order_by('p').cte()
    return select((func.ltrim(literal(':w')) + bindparam(None, "it's", type_=String)), func.lead(literal(False)).over(order_by=case((false(), '?'), else_=literal_column("'lc'", String)).desc()))

TREES.append(lambda: (42 // (emp.c.id + emp.c.id)))

TREES.append(lambda: (((emp.c.age // emp.c.age).label('lab') % -5) >= 3))

TREES.append(lambda: and_((~dept.c.active), True))

TREES.append(lambda: func.nullif(case((emp.c.active, 'Ann')), '?', type_=String))

TREES.append(lambda: exists(literal_column('1')).select_from(task).where((task.c.id == None)))


@TREES.append
def _():
    s = select(proj.c.is_open, proj.c.tags, proj.c.id, select(func.max(emp.c.age)).select_from(emp).correlate(proj).scalar_subquery().label('comp')).where((proj.c.title + proj.c.title).between('?', collate(proj.c.title, "nocase"))).subquery()
    return select(select(func.min(dept.c.opened)).select_from(dept).where(select(tuple_(emp.c.id, emp.c.nick).in_([(1, '?'), (1, '?')])).select_from(emp).where(cast(emp.c.active, Boolean)).order_by(emp.c.id).correlate_except(emp).scalar_subquery()).scalar_subquery(), ((s.c.comp - 1) - bitwise_not(s.c.id)))


@TREES.append
def _():
    j = func.json_each(emp.c.data).table_valued('key', column('value', Integer), name='je')
    return select((-5 * emp.c.dept_id).op('+', precedence=5)(func.length(j.c.key, type_=Integer)), emp.c.data[("b", "c")].as_json(), emp.c.data["l"][0].as_integer()).where(select(func.min(dept.c.active)).select_from(dept).where(select(func.min(proj.c.is_open)).select_from(proj).where((bindparam(None, 3, type_=SmallInteger) == None)).limit(1).scalar_subquery()).scalar_subquery())

TREES.append(lambda: (Decimal("1.5") * emp.c.bonus).is_distinct_from(Decimal("1.5")))

TREES.append(lambda: select(task, proj.c.title, literal([1, 2], JSON), task.c.note, proj.c.tags["b"].as_json()).outerjoin_from(proj, task).where(((-proj.c.hours) >= 0.5)))

TREES.append(lambda: (literal(42).bitwise_rshift(3) >= 3))

TREES.append(lambda: insert(task).values(prio=(-5 * literal(-1)), note=(func.substr(bindparam(None, ':w', type_=Unicode(5)), 2, 2, type_=String) + select(func.min(literal(':w', literal_execute=True))).select_from(task).scalar_subquery()), pos=select(extract('day', dept.c.opened)).select_from(dept).where((null() == dept.c.opened)).scalar_subquery()).returning(task.c.id, (task.c.proj_id + task.c.pos)))

TREES.append(lambda: update(task).values(pos=func.length((task.c.note + task.c.note), type_=Integer), prio=func.instr(task.c.note, func.trim(task.c.note), type_=Integer)).where(literal(DT(2024, 1, 2, 3, 4, 5), DateTime).in_(select(literal(DT(2020, 2, 29))).select_from(proj).where(proj.c.is_open)), task.c.note.op('LIKE', is_comparison=True, precedence=5)('b%')))

TREES.append(lambda: update(proj).values(title=func.nullif(('' + literal('b%')), '?', type_=String), hours=((literal(2.25) + proj.c.hours) + bitwise_not(proj.c.id))).where(func.trim(proj.c.title).not_like(func.upper(proj.c.title))))


@TREES.append
def _():
    u = union(select(dept.c.name.collate("NOCASE").label('p'), (dept.c.id + dept.c.id).label('q')), select(func.coalesce(proj.c.title, ':w'), cast(proj.c.dept_id, Integer)).where(exists(select(func.count(dept.c.id)).select_from(dept).limit(1)))).subquery()
    return select(extract('day', literal(D(2021, 5, 6), Date)), func.min(u.c.p).filter(literal(True)).label('n'), extract('day', literal(D(2021, 5, 6)))).group_by(extract('day', literal(D(2021, 5, 6), Date)))

TREES.append(lambda: func.nullif(false(), False, type_=Boolean))

TREES.append(lambda: ((emp.c.data[0].as_integer() / (3.0 * (-1.5 - literal_column("1.5", Float)))) * 2.25))

TREES.append(lambda: select(func.coalesce(bindparam(None, False, type_=Boolean), False), dept.c.name, literal(DT(2024, 1, 2, 3, 4, 5), DateTime), func.ntile(2).over(partition_by=dept.c.name, order_by=select(proj.c.cost).select_from(proj).correlate(dept).scalar_subquery())).select_from(dept))

TREES.append(lambda: (~dept.c.name.between(func.coalesce(type_coerce(case((dept.c.active, literal_column("9", Integer)), (dept.c.active, dept.c.id)), Unicode(5)), "it's"), 'a')))

TREES.append(lambda: select(literal(1, Integer), proj.c.tags, task.c.done, (proj.c.cost - proj.c.id).label('two words')).select_from(proj).join(task).where((proj.c.title + task.c.note).op('||', precedence=6, return_type=String())(func.trim(task.c.note)).not_like((proj.c.title + 'a/b'), escape='/')))

TREES.append(lambda: cast(and_(literal(False, Boolean), True), Boolean))

TREES.append(lambda: select(task.c.proj_id.bitwise_lshift(task.c.proj_id), emp.c.bonus, (case({7: '?'}, value=emp.c.dept_id, else_=task.c.note) == '?').label('lab1')).select_from(task).join(emp).where(exists().where(type_coerce(emp.c.active, Boolean)), func.coalesce(literal_column("3", Integer).is_distinct_from(1), (~literal_column("'lc'", String).like(emp.c.nick)))).with_only_columns(emp.c.dept_id, case((emp.c.active, literal('', literal_execute=True)), (emp.c.active, emp.c.nick), else_=emp.c.nick)))

TREES.append(lambda: (Decimal("-0.25") + cast(((bindparam(None, 2.25, type_=Float) * literal(-1.5)) - literal(3.0)), Numeric)))

TREES.append(lambda: select(emp, emp.c.data, emp.c.hired, emp.c.data["b"]["c"], emp.c.age.label('id')).order_by(func.ifnull(emp.c.id, emp.c.dept_id, type_=Integer).asc()).limit(9))


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='vals').data([(-5, 'a'), (7, 'Ann')]).cte()
    return select((literal(D(2021, 5, 6)) > literal(D(2024, 12, 31))), func.upper(v.c.w, type_=String), func.count().filter(literal(True), false()).label('n'), (func.avg(bindparam(None, Decimal("-0.25"), type_=Numeric(8, 2)), type_=Float).filter(bindparam(None, True, type_=Boolean)) - Decimal("10")), (Decimal("-0.25") * func.sum(literal(Decimal("10"))).filter(bindparam(None, False, type_=Boolean))), (func.max(v.c.k).filter(true()) - 3)).group_by((literal(D(2021, 5, 6)) > literal(D(2024, 12, 31))), func.upper(v.c.w, type_=String)).slice(1, 3)


@TREES.append
def _():
    a = emp.alias()
    b = aliased_b = emp.alias()
    return select(a.c.data.label('lab1')).select_from(a.outerjoin(b, a.c.id == b.c.id + 1)).slice(1, 3)

TREES.append(lambda: delete(dept).where(type_coerce(bitwise_not(dept.c.id), SmallInteger).in_([3, 2])))

TREES.append(lambda: (type_coerce((literal(-5).op('&', precedence=15)(proj.c.dept_id) + 3), Text) + func.ltrim((('q\\z' + proj.c.title) + ''), type_=String)))

TREES.append(lambda: dept.c.info[("l", 0)].as_integer())

TREES.append(lambda: custom_op('%', precedence=-1)((-proj.c.dept_id), func.length(proj.c.title.op('||', precedence=6, return_type=String())('?'), type_=Integer)))

TREES.append(lambda: func.length(proj.c.title, type_=Integer).op('|', precedence=5)(case((proj.c.is_open, proj.c.dept_id), else_=0)))

TREES.append(lambda: (proj.c.tags["b"]["c"].as_string() + func.trim(proj.c.title)).concat(select(func.upper(emp.c.name, type_=String)).select_from(emp).order_by(emp.c.id).scalar_subquery()).icontains(func.replace(proj.c.title, 'x_y', 'b%', type_=String).collate("NOCASE").op('||', precedence=1, return_type=String())('Ann')))


@TREES.append
def _():
    a = task.alias()
    b = aliased_b = task.alias()
    return select((literal(Decimal("-0.25")) / Decimal("-0.25")), b.c.note.concat(b.c.note.collate("NOCASE")), extract('month', b.c.done)).where(literal(':w', String).iendswith(''), select(func.min(task.c.done)).select_from(task).where(literal(False)).scalar_subquery().is_not_distinct_from(DT(2020, 2, 29)))

TREES.append(lambda: select(type_coerce(emp.c.age, String(20)), func.replace((literal("it's").collate("NOCASE") + ''), 'x_y', func.first_value(emp.c.name).over(partition_by=emp.c.nick), type_=String), emp.c.bonus.label('Mixed')).select_from(task.join(emp, and_(task.c.emp_id == emp.c.id, (literal(DT(2020, 2, 29)) == DT(2020, 2, 29))))).distinct().order_by(desc('Mixed')))


@TREES.append
def _():
    u = except_(select((dept.c.id + 0).label('p'), (literal(3.0) * literal(-1.5)).label('q')), select((dept.c.id * dept.c.id), (-literal(0.5))).where((~type_coerce(dept.c.id, Text).icontains('b%', autoescape=True, escape='!')))).cte('un')
    return select((u.c.p // literal(-1, literal_execute=True)), bindparam(None, 3, type_=BigInteger), func.count(u.c.p.distinct())).where(select(bindparam(None, '?', type_=String(20))).select_from(emp).order_by(emp.c.id).scalar_subquery().istartswith(':w', escape='^')).group_by((u.c.p // literal(-1, literal_execute=True))).having(func.max(bindparam(None, False, type_=Boolean)).filter(literal(True)))

TREES.append(lambda: insert(task).values(prio=func.instr(literal(':w'), 'x_y', type_=Integer), note=literal_column("'lc'", String), pos=select((0 - task.c.prio)).select_from(task).where(not_(false())).scalar_subquery()).returning(task.c.id, select(task.c.prio).select_from(task).where(literal(True)).scalar_subquery()))

TREES.append(lambda: select(emp.c.dept_id.op('|', return_type=Integer())(emp.c.id), (emp.c.id != literal(-5)), emp.c.dept_id.op('*', precedence=15)(func.count(emp.c.name)), func.sum(emp.c.bonus), func.min(emp.c.nick)).group_by(emp.c.dept_id.op('|', return_type=Integer())(emp.c.id), (emp.c.id != literal(-5))).having(func.min(emp.c.active)).order_by(emp.c.hired.desc()).slice(1, 3))

TREES.append(lambda: delete(emp).where(emp.c.active))


@TREES.append
def _():
    s = select(task.c.note, task.c.pos, task.c.done, cast(func.substr(task.c.note, 2, 2, type_=String), SmallInteger).label('comp')).where(literal(0.5).in_((2.25, None))).limit(5).subquery()
    return select((-func.instr(task.c.note, literal(':w'), type_=Integer).bitwise_not()), task.c.prio).where(s.c.comp == task.c.id).where((literal(D(2024, 12, 31)) >= literal(D(2021, 5, 6)))).order_by(desc(func.nullif(literal(True), literal(False), type_=Boolean)), case((false(), literal(D(2021, 5, 6))), else_=D(2021, 5, 6)).desc()).limit(bindparam('lim', 3))

TREES.append(lambda: (func.instr(dept.c.name, dept.c.name, type_=Integer).not_in([42]) | (select(func.count(dept.c.id)).select_from(dept).where(dept.c.active).limit(1).scalar_subquery() == (42 % dept.c.id))))


@TREES.append
def _():
    j = func.json_each(proj.c.tags).table_valued('key', column('value', Integer), joins_implicitly=True)
    return select(literal(2.25), j.c.key, func.max(proj.c.tags).over(partition_by=[proj.c.dept_id, j.c.key], order_by=[(proj.c.hours - proj.c.hours), proj.c.is_open.desc()], range_=(0, None)), proj.c.tags).where((and_(true(), proj.c.due.is_distinct_from(D(2024, 12, 31)), proj.c.tags[0].as_boolean()) | between(func.upper(j.c.key, type_=String), 'x_y', ':w'))).order_by(proj.c.due.desc(), (bindparam(None, -5, type_=BigInteger) - 42)).limit(literal(2))

TREES.append(lambda: func.length(task.c.note, type_=Integer).op('>', is_comparison=True)(1))

TREES.append(lambda: func.ifnull((func.coalesce(dept.c.id, -5).bitwise_lshift(0) + cast(func.coalesce(literal('q\\z'), dept.c.name), Integer)), (1 // func.coalesce(select(dept.c.id).select_from(dept).order_by(dept.c.id).limit(1).scalar_subquery(), (literal(0, SmallInteger) * dept.c.id))), type_=Integer))

TREES.append(lambda: delete(task).where(or_((literal(D(2024, 12, 31)) >= D(2021, 5, 6)))).returning(task.c.id))

TREES.append(lambda: insert(task).values(prio=(literal(3, BigInteger) + 0), note=func.ltrim(func.trim(literal(':w', String(20))), type_=String), pos=select(func.coalesce(task.c.prio, -5)).select_from(task).where(case({-1: True}, value=task.c.id)).scalar_subquery()))

TREES.append(lambda: not_(bindparam(None, False, type_=Boolean)))

TREES.append(lambda: ((func.length(func.substr(bindparam(None, ':w', type_=Text), 2, 2, type_=String), type_=Integer) // ((1 // literal(0)) // 0)) - bitwise_not(proj.c.dept_id).bitwise_xor((proj.c.dept_id + literal_column("3", Integer))).op('-')(2)))

TREES.append(lambda: delete(emp).where(select(func.count(dept.c.id)).select_from(dept).where(not_((~dept.c.opened.between(literal(D(2021, 5, 6)), dept.c.opened)))).exists()))

TREES.append(lambda: (extract('year', proj.c.due) * (literal(Decimal("10")) * Decimal("-0.25"))))


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

"""Random expression trees, seed 17: the text and parameters of 100 generated expressions and statements."""
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
TREES.append(lambda: update(proj).values(hours=(case((proj.c.is_open, proj.c.hours), (proj.c.is_open, 2.25), else_=proj.c.hours) - bindparam(None, 2, type_=SmallInteger).op('%', precedence=8)(literal(0))), cost=(case((literal(True), proj.c.dept_id), else_=7) * (proj.c.cost % proj.c.cost))).where((proj.c.hours >= 2.25)))


@TREES.append
def _():
    j = func.json_each(proj.c.tags, '$.l').table_valued('key', column('value', Integer))
    return select((bitwise_not(proj.c.id) - proj.c.id.op('|', precedence=8)(bindparam(None, -5, type_=BigInteger))), ((j.c.value - bindparam(None, 2, type_=BigInteger)) * (-j.c.value))).where(proj.c.tags["a"].as_boolean()).distinct().order_by(proj.c.due.nulls_first())

TREES.append(lambda: case((literal(Decimal("-0.25")).not_in([literal(Decimal("-0.25")), Decimal("10")]), True), ((dept.c.active | dept.c.active), False), else_=False))

TREES.append(lambda: (func.instr((emp.c.name + emp.c.name), func.substr(literal('?'), emp.c.id, 2, type_=String), type_=Integer) >= emp.c.data["l"][0].as_integer()))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(task.c.emp_id, func.replace(collate(task.c.note, "nocase"), cast(literal_column("4", Integer), Unicode(5)), ':w', type_=String)).where(select(func.min(false())).select_from(task).limit(1).scalar_subquery(), type_coerce(literal(True), Boolean))))

TREES.append(lambda: ((((-proj.c.cost) + Decimal("10")) + (Decimal("1.5") + (proj.c.id * proj.c.cost))) + case((select(func.min(proj.c.is_open)).select_from(proj).where(proj.c.is_open).scalar_subquery(), cast(proj.c.hours, SmallInteger))).op('-')((proj.c.id - proj.c.id).op('&', return_type=Integer())(proj.c.id.op('>>', precedence=15)(proj.c.dept_id)))))

TREES.append(lambda: select(emp.c.hired.label('lab1')).select_from(dept.outerjoin(join(emp, task, isouter=True))).where((task.c.note.endswith('?', autoescape=True, escape='!') == false()), (dept.c.opened < D(2024, 12, 31))).limit(3))

TREES.append(lambda: not_(select(func.min(proj.c.is_open)).select_from(proj).where(proj.c.is_open).order_by(proj.c.id).scalar_subquery()))


@TREES.append
def _():
    a = dept.alias()
    b = aliased_b = dept.alias()
    return select(a.c.name, ((2.25 - literal(2.25)) + -1.5), b.c.active).select_from(a.outerjoin(b, a.c.id == b.c.id + 1)).where(literal(DT(2024, 1, 2, 3, 4, 5)).is_distinct_from(DT(2024, 1, 2, 3, 4, 5))).limit(5).offset(2)

TREES.append(lambda: func.coalesce(emp.c.data["l"][0].as_json(), emp.c.data["b"]["c"].as_json()))

TREES.append(lambda: (~select(func.min(proj.c.is_open)).select_from(proj).limit(1).scalar_subquery()))

TREES.append(lambda: proj.c.tags[("b", "c")].as_string())

TREES.append(lambda: func.length(func.replace(case((bindparam(None, False, type_=Boolean), emp.c.nick)), 'a', 'Ann', type_=String).concat(literal(3, Integer)), type_=Integer))

TREES.append(lambda: select(emp.c.nick, task.c.pos, emp.c.nick, literal(Decimal("-0.25")).label('id')).select_from(dept).join(emp.join(task), emp.c.dept_id == dept.c.id).with_only_columns(emp.c.age, select(task.c.note).select_from(task).order_by(task.c.id).limit(1).scalar_subquery()))

TREES.append(lambda: union_all(select((proj.c.hours * func.coalesce(proj.c.hours, literal(-1.5))), (cast(proj.c.dept_id, Text) + proj.c.title.label('x y'))).where(proj.c.is_open), select(func.round((literal_column("1.5", Float) - literal(-1.5)), 1, type_=Float), dept.c.info["b"]["c"].as_string().collate("NOCASE")).where(dept.c.opened.between(D(2024, 12, 31), dept.c.opened))))

TREES.append(lambda: (~and_((~between(('q\\z' + task.c.note), func.ltrim(task.c.note, type_=String), 'a')), (task.c.id.bitwise_not() != 1))))

TREES.append(lambda: select((emp.c.salary / emp.c.salary)).select_from(dept).join(emp).order_by(func.abs(emp.c.boss_id, type_=Integer).desc().nulls_first(), (emp.c.bonus + emp.c.id)))


@TREES.append
def _():
    a = emp.alias()
    b = aliased_b = emp.alias()
    return select(select(func.max(dept.c.active)).select_from(dept).where(b.c.active).order_by(dept.c.id).scalar_subquery(), b.c.age.op('>', is_comparison=True)(42)).where(select(func.max(emp.c.active)).select_from(emp).where(emp.c.id.bool_op('<>', precedence=5)(7)).scalar_subquery()).order_by((b.c.nick + 'Ann').nulls_last())

TREES.append(lambda: update(emp).values(hired=emp.c.hired, nick=case((func.coalesce(emp.c.active, emp.c.active), case((emp.c.active, 'b%'), (emp.c.active, ':w'), else_=emp.c.nick)), else_='a/b')).where(func.lower(literal('b%')).not_in([func.substr(emp.c.nick, 2, 2, type_=String), 'b%'])))

TREES.append(lambda: cast(emp.c.data["a"].as_boolean(), Boolean))

TREES.append(lambda: ((-bitwise_not(task.c.emp_id)).op('+', precedence=5)((func.coalesce(task.c.emp_id, 7) + 10)) % 1))

TREES.append(lambda: case((case({1: (~dept.c.active)}, value=case((dept.c.active, 2), else_=7), else_=dept.c.active), func.nullif(literal(DT(2020, 2, 29)), literal(DT(2020, 2, 29)), type_=DateTime).not_in([DT(2024, 1, 2, 3, 4, 5), DT(2020, 2, 29)])), ((-dept.c.id).is_distinct_from(-1), False), else_=False))

TREES.append(lambda: (type_coerce((task.c.id + 1), BigInteger) // -5))


@TREES.append
def _():
    s = select(dept.c.info, dept.c.name, dept.c.id, extract('day', dept.c.opened).op('+')(10).label('comp')).where(((literal("it's") + dept.c.name) <= 'Ann')).subquery()
    return select((10 + s.c.id), func.abs(select(literal_column("3", Integer)).select_from(emp).where(emp.c.active).scalar_subquery(), type_=Integer).bitwise_xor((proj.c.id.bitwise_xor(-1) - 7)), proj.c.is_open, (select(func.count()).select_from(proj).limit(1).scalar_subquery() / proj.c.hours.label('lab')).label('lab1')).select_from(proj).join(s, s.c.comp == proj.c.id).order_by(proj.c.due)

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(dept.c.id, func.substr(func.trim(dept.c.name), 1, 2, type_=String)).where(exists(text('1')).select_from(task).where(literal('?').istartswith('x_y', autoescape=True, escape='!')))))

TREES.append(lambda: (tuple_(((literal(7) - emp.c.boss_id) * 1), func.abs(custom_op('%', precedence=15)(emp.c.boss_id, emp.c.id), type_=Integer)) >= tuple_(emp.c.id, (emp.c.boss_id * emp.c.dept_id).bitwise_not())))

TREES.append(lambda: select(literal(D(2021, 5, 6)), task.c.note, task.c.done, literal(False)).where(((bindparam(None, 1, type_=Integer).op('>>', precedence=8)(task.c.proj_id) * 3) < -1)))

TREES.append(lambda: (literal(-5) % 3).label('lab'))

TREES.append(lambda: cast(literal('b%').startswith('b%', autoescape=True, escape='!'), Boolean))


@TREES.append
def _():
    a = task.alias(name="x y")
    b = aliased_b = task.alias()
    return select((a.c.id + b.c.pos), (null() == literal(10)), func.sum(bindparam(None, Decimal("1.5"), type_=Numeric(8, 2))).filter(literal(False)).label('total'), func.count().bitwise_not()).where(a.c.id < b.c.id).group_by((a.c.id + b.c.pos), (null() == literal(10))).having(func.min(literal(False, Boolean))).order_by((literal(Decimal("1.5")) * literal(Decimal("10"))), bitwise_not(a.c.pos).desc())

TREES.append(lambda: union_all(select(extract('day', emp.c.hired), (cast(bindparam(None, 1, type_=BigInteger), Float(8)) - (emp.c.salary / emp.c.salary))).where(func.coalesce(or_(emp.c.active, literal(True, Boolean)), True)), union(select(func.instr(func.lower(literal('?')), proj.c.title.collate("NOCASE"), type_=Integer), ((proj.c.hours / proj.c.dept_id) / case((proj.c.is_open, proj.c.hours)))).where(not_(literal(False)), cast(proj.c.is_open, Boolean)), select(custom_op('+', precedence=-1)(extract('month', literal(D(2024, 12, 31))), func.length(task.c.note, type_=Integer)), ((literal_column("1.5", Float) + literal_column("1.5", Float)) % (bindparam(None, 3.0, type_=Float(8)) * literal(3.0))))).subquery().select()))

TREES.append(lambda: (dept.c.info["l"][0].as_integer() == 3))

TREES.append(lambda: (Decimal("-0.25") + proj.c.tags["b"]["c"].as_numeric(10, 2)))

TREES.append(lambda: select((10 + select(custom_op('-', precedence=15)(emp.c.boss_id, emp.c.boss_id)).select_from(emp).where(case((emp.c.active, False), (true(), False), else_=True)).scalar_subquery()).label('two words')).join_from(emp, dept, emp.c.dept_id == dept.c.id).with_only_columns((1 * dept.c.id), (emp.c.nick + dept.c.name)))

TREES.append(lambda: func.ifnull(emp.c.boss_id, -1, type_=Integer).bitwise_not())

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(proj.c.dept_id, proj.c.title).where((~between(proj.c.id, (proj.c.dept_id // 0), 7)))))

TREES.append(lambda: or_(false(), (dept.c.name != null())))

TREES.append(lambda: exists().where(proj.c.is_open))

TREES.append(lambda: union_all(select(dept.c.id, func.ifnull((-dept.c.id), extract('day', literal(DT(2024, 1, 2, 3, 4, 5))), type_=Integer)), select(case((dept.c.active, -1), (dept.c.active, 1), else_=dept.c.id).bitwise_and(-5), (-func.instr(bindparam(None, 'q\\z', type_=String), '?', type_=Integer))).where(case(((dept.c.budget >= Decimal("10")), ~exists(1).select_from(task).where(dept.c.active)), else_=case((dept.c.active, dept.c.active), else_=true())))).order_by(text('1 DESC')))


@TREES.append
def _():
    j = func.json_each(proj.c.tags).table_valued('key', column('value', Integer), joins_implicitly=True)
    return select(proj.c.dept_id.bool_op('<>', precedence=5)(7), func.round((func.nullif(proj.c.hours, 2.25, type_=Float) // (-proj.c.hours)), 1, type_=Float)).where(((func.length(proj.c.title, type_=Integer) * -1) > func.length((':w' + literal_column("'lc'", String)), type_=Integer))).order_by(func.upper(proj.c.title))

TREES.append(lambda: select(func.coalesce((0.5 // literal(-1.5, Float(8))), 0.5).between(func.nullif((-literal(2.25, Float)), literal_column("1.5", Float), type_=Float), (select(func.max(literal(-1.5))).select_from(task).where(false()).order_by(task.c.id).limit(1).scalar_subquery() - 2.25))).select_from(dept).scalar_subquery())

TREES.append(lambda: select(func.min(literal(Decimal("1.5")))).select_from(task).limit(1).scalar_subquery())


@TREES.append
def _():
    j = func.json_each(proj.c.tags, '$.l').table_valued('key', column('value', Integer), joins_implicitly=True)
    return select((j.c.value * 2), (-5 + proj.c.id), func.substr(func.min(j.c.key), 2, 2, type_=String).label('Sum'), func.max(proj.c.title)).group_by((j.c.value * 2), (-5 + proj.c.id)).having(func.max(proj.c.is_open))

TREES.append(lambda: select(task, func.max(task.c.note).over(partition_by=[task.c.id, task.c.note], order_by=func.instr(task.c.note, bindparam(None, '', type_=Unicode(5)), type_=Integer).desc()), task.c.emp_id).where((emp.c.data["l"][0].as_integer() == 10)))


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='vals').data([(42, 'a'), (42, 'x_y')]).cte()
    return select(literal(True), literal(D(2021, 5, 6)), literal(D(2021, 5, 6), Date).label('two words')).where(case({'q\\z': (v.c.k + 42)}, value=func.coalesce(v.c.w, v.c.w)).is_(None))


@TREES.append
def _():
    s = select(dept.c.id, dept.c.opened, dept.c.name, (7 + dept.c.id.bitwise_rshift(0)).label('comp')).where(cast((dept.c.id <= bindparam(None, 10, type_=Integer)), Boolean)).order_by(dept.c.id).alias()
    return select(emp.c.seen).select_from(emp).join(s, s.c.comp == emp.c.id).where(~select(func.count(task.c.id)).select_from(task).where(emp.c.active).limit(1).exists()).prefix_with('ALL').limit(6)

TREES.append(lambda: func.coalesce((~not_(proj.c.is_open)), True))

TREES.append(lambda: delete(dept).where(("it's" + literal('').op('||', precedence=1, return_type=String())(dept.c.name)).like((dept.c.name + case((literal(False), ''), (dept.c.active, dept.c.name), else_='?')), escape='!')).returning(dept.c.id))


@TREES.append
def _():
    a = dept.alias(name="x y")
    b = aliased_b = dept.alias()
    return select(a.c.budget, func.lead(literal(2.25)).over(partition_by=b.c.name, order_by=[case({'b%': a.c.budget}, value=a.c.name).desc(), literal(-1.5)], range_=(None, 0))).select_from(a).join(b, a.c.id == b.c.id).where(cast((~(~b.c.active)), Boolean))


@TREES.append
def _():
    n = select(literal(-5).label('n'), literal('').label('w')).cte(recursive=True)
    n = n.union_all(select(n.c.n + 1, n.c.w + 'a/b').where(n.c.n < 4))
    return select(func.upper(n.c.w), collate(n.c.w, "nocase"), case((func.max(literal(False)), func.sum(literal(Decimal("-0.25"), Numeric(8, 2)))), (literal(False), Decimal("1.5"))).label('total'), n.c.n.bitwise_lshift(n.c.n)).where(cast((emp.c.data["a"].as_json() == "x"), Boolean)).group_by(func.upper(n.c.w), collate(n.c.w, "nocase")).having(tuple_(func.sum(bindparam(None, 0, type_=Integer)), func.max(n.c.w).filter(literal(False))).not_in([(1, ''), (-5, ':w')])).order_by(desc(emp.c.data[0].as_integer()), func.upper(n.c.w)).limit(3)

TREES.append(lambda: cast(cast((dept.c.opened > D(2021, 5, 6)), Boolean), Boolean))

TREES.append(lambda: select(func.count(1)).select_from(task).limit(1).scalar_subquery().bitwise_rshift(-5))


@TREES.append
def _():
    j = func.json_each(emp.c.data).table_valued('key', column('value', Integer))
    return select((~literal(False, Boolean)), (emp.c.boss_id - 7), func.sum(emp.c.salary).filter(emp.c.active), func.count(emp.c.name)).group_by((~literal(False, Boolean))).having(func.min(emp.c.active))

TREES.append(lambda: func.upper(func.upper(proj.c.title)))

TREES.append(lambda: (func.length(dept.c.name, type_=Integer) / 42))

TREES.append(lambda: and_(true(), literal(True)))

TREES.append(lambda: (func.coalesce(bindparam(None, D(2021, 5, 6), type_=Date), D(2024, 12, 31)) != literal(D(2021, 5, 6))))

TREES.append(lambda: union_all(select(select(case((literal(False), bindparam(None, 3.0, type_=Float)), (emp.c.active, emp.c.salary), else_=emp.c.salary)).select_from(emp).where((emp.c.nick < dept.c.name)).scalar_subquery(), collate(cast(dept.c.name, Unicode(5)), "nocase")).where(not_(dept.c.id.between(1, dept.c.id))), union_all(select(((emp.c.salary / 3.0) - func.round(literal_column("1.5", Float), 1, type_=Float)), emp.c.name).where((emp.c.name != null()), (~emp.c.active)), select((-1.5 / case((emp.c.active, emp.c.salary), (emp.c.active, 0.5))), func.replace(emp.c.name.label('x y'), '', '?', type_=String)).where(case((or_(emp.c.active), emp.c.active), else_=emp.c.salary.not_in([emp.c.salary, 0.5])))).subquery().select()).order_by(literal_column('1')))


@TREES.append
def _():
    s = select(dept.c.opened, dept.c.budget, dept.c.info, dept.c.id.label('lab').bitwise_or((literal(7, BigInteger) - dept.c.id)).label('comp')).where(dept.c.active).order_by(dept.c.id).cte()
    return select(type_coerce(literal(0), String(20)), func.max(s.c.comp).label('Sum')).select_from(proj).join(s, s.c.comp == proj.c.id).where(s.c.info["b"].as_json().is_(None)).group_by(type_coerce(literal(0), String(20))).having(func.min(proj.c.is_open)).order_by(desc(type_coerce(proj.c.is_open, Boolean)), proj.c.due)

TREES.append(lambda: not_(case({'b%': True}, value=case((literal(False), ':w'), (proj.c.is_open, proj.c.title), else_=proj.c.title).op('||')(func.trim(proj.c.title)), else_=proj.c.tags[("l", 0)].as_boolean())))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(proj.c.id, case((select(func.max(emp.c.active)).select_from(emp).order_by(emp.c.id).scalar_subquery(), ''), else_='x_y')).where((proj.c.tags["a"].as_json() != None))))

TREES.append(lambda: func.substr(dept.c.info["a"].as_string(), 1, 2, type_=String).not_in(select(func.max(proj.c.title)).select_from(proj).where(select((proj.c.tags["b"].as_json() == 5)).select_from(proj).where(proj.c.tags["a"].as_boolean()).limit(1).scalar_subquery()).order_by(proj.c.id)))

TREES.append(lambda: func.length(((literal(':w') + proj.c.title) + func.lower(proj.c.title)).op('||')(func.nullif(('b%' + proj.c.title), collate(proj.c.title, "nocase"), type_=String)), type_=Integer))

TREES.append(lambda: select(func.min(proj.c.is_open)).select_from(proj).where(exists(text('1')).select_from(task).where(proj.c.is_open)).order_by(proj.c.id).scalar_subquery())

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(proj.c.id, func.lower(proj.c.title).op('||')('a')).where(cast(proj.c.is_open, Boolean), or_(proj.c.is_open))))

TREES.append(lambda: cast((7 + dept.c.id), Integer).is_(null()))

TREES.append(lambda: delete(dept).where(select(func.substr(task.c.note, 2, 2, type_=String)).select_from(task).where((~dept.c.active)).order_by(task.c.id).limit(1).scalar_subquery().ilike(func.ltrim(case((dept.c.active, dept.c.name), (bindparam(None, True, type_=Boolean), dept.c.name), else_=dept.c.name)), escape='!')))

TREES.append(lambda: select(emp.c.nick.collate("NOCASE"), func.count(emp.c.nick).bitwise_and(10).label('total')).select_from(task.join(emp, and_(task.c.emp_id == emp.c.id, or_(literal(True))))).where((emp.c.name + task.c.note).in_(['x_y', ':w']), select(func.min(bindparam(None, 'q\\z', type_=String))).select_from(dept).where(dept.c.active).scalar_subquery().ilike(func.ltrim(literal(''), type_=String))).group_by(emp.c.nick.collate("NOCASE")).order_by(emp.c.nick.collate("NOCASE"), emp.c.nick.collate("NOCASE")))

TREES.append(lambda: select(emp.c.hired, (emp.c.id / emp.c.salary), func.nullif(literal(3.0), 0.5, type_=Float), emp.c.dept_id).where(emp.c.dept_id == dept.c.id).where(((func.lower(emp.c.nick) + emp.c.name.concat(dept.c.name)) == 'q\\z')).order_by(select(proj.c.title).select_from(proj).where(proj.c.is_open).scalar_subquery().desc().nulls_first(), (emp.c.salary - 0.5).desc()))

TREES.append(lambda: func.trim(func.replace(func.trim(emp.c.nick, type_=String), 'b%', literal_column("'lc'", String), type_=String), type_=String))

TREES.append(lambda: case((select(func.min(dept.c.id)).select_from(dept).where(dept.c.active).exists(), (~literal(3.0).between(literal(2.25), literal(0.5, Float(8))))), (between(literal(-1.5, Float(8)), 2.25, -1.5), False), else_=task.c.proj_id.not_in([10, 2, 7])))

TREES.append(lambda: select(cast(literal(1), Integer), case({':w': 10}, value=proj.c.title), func.sum(proj.c.dept_id).label('Sum'), func.group_concat(bindparam(None, 'a/b', type_=String), type_=String), func.count(proj.c.title).filter(proj.c.is_open, proj.c.is_open)).where(exists(select(func.max(task.c.emp_id)).select_from(task).where(type_coerce(case({'Ann': proj.c.is_open}, value=task.c.note), Boolean)))).group_by(cast(literal(1), Integer), case({':w': 10}, value=proj.c.title)).having(tuple_(func.count(proj.c.id.distinct()), func.group_concat(literal('?'), type_=String).filter(proj.c.is_open)).in_([(2, 'a'), (-5, 'x_y')])).order_by(cast(literal(1), Integer), case({':w': 10}, value=proj.c.title)))

TREES.append(lambda: select(proj.c.tags["b"].as_integer().label('two words')).select_from(proj).where(select(func.max(dept.c.active)).select_from(dept).where(((-5 + dept.c.id) == (proj.c.dept_id // 10))).scalar_subquery()))

TREES.append(lambda: and_(proj.c.is_open, or_(proj.c.dept_id.label('lab').op('>', is_comparison=True)(cast(proj.c.hours, SmallInteger)), ('' + proj.c.title).bool_op('GLOB')("it's"))))

TREES.append(lambda: type_coerce(func.substr(literal('b%'), 1, 2, type_=String), SmallInteger).op('|', precedence=-1)(((dept.c.id - dept.c.id) - (dept.c.id // bindparam(None, 1, type_=Integer)))))

TREES.append(lambda: case((type_coerce(not_(emp.c.active), Boolean), ('Ann' + emp.c.nick).op('||')((emp.c.name + 'q\\z'))), else_='?'))

TREES.append(lambda: union(select((2 - task.c.id.op('*', precedence=-1)(1)), func.coalesce(literal('').op('||', precedence=1, return_type=String())('a'), func.ltrim(literal("it's")))), union_all(select(((dept.c.id + dept.c.id) // -5), func.coalesce(literal(''), '').op('||')((dept.c.name + 'x_y'))), select((-literal(2, Integer).op('%', precedence=5)(task.c.prio)), func.upper(task.c.note.collate("NOCASE"))).where(cast(and_(literal(True), literal(True)), Boolean))).subquery().select()).limit(3))


@TREES.append
def _():
    j = func.json_each(emp.c.data).table_valued('key', column('value', Integer), name='je')
    return select((emp.c.name + emp.c.name).label(None).collate("NOCASE"), func.ltrim(func.replace(func.trim(emp.c.nick), (emp.c.name + 'a'), '', type_=String), type_=String), (emp.c.id - 1)).distinct()

TREES.append(lambda: select(dept.c.name, case((dept.c.active, dept.c.id)), func.max(literal(2.25)).label('total')).select_from(dept).group_by(dept.c.name, case((dept.c.active, dept.c.id))))

TREES.append(lambda: select(cast(dept.c.active, Boolean).is_(True), cast(dept.c.active, Boolean), dept.c.info["b"]["c"].as_json(), select(dept.c.info[0]).select_from(dept).where(literal(3, SmallInteger).in_([7])).order_by(dept.c.id).limit(1).scalar_subquery()).where(select(func.min(literal(0, literal_execute=True))).select_from(proj).where((literal(False) == false())).order_by(proj.c.id).limit(1).scalar_subquery().not_in([])))

TREES.append(lambda: except_(select((-emp.c.data["a"].as_integer()), collate(literal(''), "nocase").op('||', precedence=9, return_type=String())(task.c.note.concat(bindparam(None, -1, type_=SmallInteger)))).where(literal(D(2021, 5, 6)).between(D(2024, 12, 31), literal(D(2021, 5, 6))), (task.c.done != DT(2020, 2, 29))), union(select((emp.c.boss_id % (7 + emp.c.boss_id)), case({0: (emp.c.nick + 'Ann')}, value=func.length(emp.c.name, type_=Integer), else_=collate(emp.c.name, "nocase"))).where((select(proj.c.cost).select_from(proj).where(proj.c.is_open).limit(1).correlate_except(proj).scalar_subquery() == Decimal("10"))), select(((-5 + task.c.id) * 0), func.ltrim(literal('a').concat(task.c.note), type_=String)).where((func.coalesce(literal(2.25), literal(0.5, Float)) != None))).subquery().select()).order_by(literal_column('1')))


@TREES.append
def _():
    s = select(proj.c.dept_id, proj.c.tags, proj.c.is_open, type_coerce(proj.c.id.op('&')(10), Integer).label('comp')).where((bindparam(None, 'q\\z', type_=Unicode(5)).startswith(literal('q\\z'), escape='^') != True)).limit(5).alias()
    return select(bindparam(None, Decimal("-0.25"), type_=Numeric), func.last_value(literal(3.0)).over(partition_by=s.c.is_open, order_by=[select(emp.c.dept_id).select_from(emp).where(true()).scalar_subquery().desc(), s.c.is_open.desc()]), literal(D(2021, 5, 6))).where(((case({42: literal(Decimal("10"))}, value=s.c.dept_id, else_=Decimal("-0.25")) * Decimal("-0.25")) >= Decimal("-0.25")))

TREES.append(lambda: select(proj.c.due, literal(DT(2024, 1, 2, 3, 4, 5)), type_coerce(proj.c.is_open, Boolean), (literal(0) + proj.c.dept_id).bitwise_or(-5).label('Mixed')).select_from(proj).where(case({'a/b': extract('month', proj.c.due)}, value=(proj.c.title + 'b%'), else_=2).between((case((proj.c.is_open, 2), (proj.c.is_open, proj.c.id), else_=3) * (-proj.c.id)), (-(bindparam(None, 10, type_=SmallInteger) + 1)))).with_only_columns(case((proj.c.is_open, literal(0)), else_=7), proj.c.title.collate("NOCASE")).order_by(case((bindparam(None, True, type_=Boolean), proj.c.is_open)).desc()))

TREES.append(lambda: (~emp.c.nick.iendswith('?')))

TREES.append(lambda: proj.c.title.concat('Ann').concat(3).label(None))

TREES.append(lambda: func.trim(func.nullif(proj.c.title, proj.c.tags["b"].as_string().op('||')(func.substr(proj.c.title, 2, 2, type_=String)), type_=String), type_=String))

TREES.append(lambda: cast(((emp.c.boss_id - bindparam(None, -5, type_=Integer).label(None)) // (func.abs(literal(42, Integer), type_=Integer) % -1)), BigInteger))

TREES.append(lambda: func.substr(('' + select(func.max(literal('Ann'))).select_from(dept).order_by(dept.c.id).limit(1).scalar_subquery()), extract('day', literal(DT(2024, 1, 2, 3, 4, 5))), 2, type_=String).bool_op('GLOB')((dept.c.name.collate("NOCASE").op('||', precedence=9, return_type=String())(select(emp.c.name).select_from(emp).where(dept.c.active).limit(1).scalar_subquery()) + cast(dept.c.id, Text))))

TREES.append(lambda: select(emp.c.seen, dept.c.info["b"]["c"].as_json()).select_from(task.join(emp).join(dept, dept.c.id == emp.c.dept_id)).where(false(), select(func.min(dept.c.active)).select_from(dept).where(dept.c.active).correlate_except(dept).scalar_subquery()).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))

TREES.append(lambda: delete(dept).where(dept.c.info["b"].as_boolean(), or_(select(bindparam(None, False, type_=Boolean)).select_from(dept).where(dept.c.active).order_by(dept.c.id).limit(1).scalar_subquery())))

TREES.append(lambda: select((proj.c.dept_id % 7), (proj.c.title + proj.c.title).label('n'), (func.sum(proj.c.cost).filter(proj.c.is_open) % func.max(bindparam(None, Decimal("10"), type_=Numeric))), func.max(proj.c.hours), (-proj.c.id)).select_from(proj).where(select(func.max(bindparam(None, True, type_=Boolean))).select_from(dept).where(select(emp.c.data[("l", 0)].as_boolean()).select_from(emp).where(func.coalesce(proj.c.is_open, False)).limit(1).correlate_except(emp).scalar_subquery()).limit(1).correlate_except(dept).scalar_subquery()).group_by((proj.c.dept_id % 7)).having(func.min(proj.c.is_open).filter(proj.c.is_open, proj.c.is_open)).order_by((-5 - proj.c.dept_id).desc()).limit(2).offset(1))


@TREES.append
def _():
    u = union(select(func.coalesce(proj.c.title, '').label('p'), proj.c.dept_id.op('>>')(proj.c.id).label('q')), select(case((false(), ''), (literal(False), '?'), else_=literal('q\\z')), task.c.proj_id.bitwise_rshift(0))).cte('un')
    return select(cast(literal_column("1.5", Float), Integer), type_coerce(literal_column("1.5", Float), Float(8)).label('n'), case((false(), ':w')), func.sum(literal_column("7", Integer)), (u.c.q // func.sum(u.c.q))).group_by(cast(literal_column("1.5", Float), Integer)).having(func.max(false())).order_by(func.abs(u.c.q, type_=Integer).desc(), case((literal(True), 1)).desc().nulls_first())

TREES.append(lambda: delete(proj).where(func.substr(proj.c.title, 2, 2, type_=String).op('||', precedence=6, return_type=String())((proj.c.title + proj.c.title)).like((proj.c.title + proj.c.title).op('||', precedence=6, return_type=String())('x_y'))))

TREES.append(lambda: (42 + literal(7).bitwise_rshift(-1)))

TREES.append(lambda: (((literal_column("1.5", Float) - task.c.id) * (task.c.emp_id - literal(3))) % 3.0))

TREES.append(lambda: proj.c.tags[0].as_boolean())

TREES.append(lambda: delete(task).where((task.c.done > case((literal(False), DT(2020, 2, 29)), ((task.c.note != None), task.c.done), else_=DT(2020, 2, 29)))))

TREES.append(lambda: (select(func.max(task.c.prio)).select_from(task).where(select(func.coalesce(proj.c.is_open, proj.c.is_open)).select_from(proj).where((emp.c.id <= 0)).limit(1).correlate_except(proj).scalar_subquery()).scalar_subquery() % (custom_op('-', precedence=-1)(emp.c.age, func.instr(emp.c.nick, emp.c.nick, type_=Integer)) * emp.c.dept_id.op('%')(emp.c.boss_id).op('|', return_type=Integer())((emp.c.boss_id + 42)))))


@TREES.append
def _():
    j = func.json_each(emp.c.data).table_valued('key', column('value', Integer), name='je')
    return select(emp.c.id).where(literal(False, Boolean)).order_by((-emp.c.age).nulls_last())

TREES.append(lambda: insert(task).values(prio=literal_column("4", Integer).label(None), note=literal('q\\z', literal_execute=True).op('||')(literal('')).concat(':w'), pos=select(func.count(emp.c.id)).select_from(emp).where(select(dept.c.active).select_from(dept).scalar_subquery()).scalar_subquery()).returning(task.c.id, (-task.c.proj_id)))


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

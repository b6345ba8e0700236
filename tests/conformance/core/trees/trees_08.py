"""Random expression trees, seed 8: the text and parameters of 100 generated expressions and statements."""
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
TREES.append(lambda: emp.c.data["l"][0].as_string())

TREES.append(lambda: select(emp.c.active, (func.max(emp.c.salary).filter(emp.c.active).over(partition_by=emp.c.active, order_by=dept.c.opened.not_in([D(2024, 12, 31), D(2021, 5, 6)])) / func.coalesce(bindparam(None, -5, type_=Integer), 0)).label('lab1')).select_from(dept.outerjoin(join(emp, task, isouter=True))).where(((literal(1) * dept.c.budget) != func.coalesce(cast(emp.c.dept_id, Numeric(8, 2)), Decimal("1.5")))).order_by(emp.c.bonus.asc(), func.instr(task.c.note, '?', type_=Integer).desc()))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(emp.c.age, cast((emp.c.id / emp.c.salary), String(20))).where(cast(emp.c.nick.not_ilike("it's"), Boolean))))

TREES.append(lambda: update(dept).values(budget=(Decimal("-0.25") + cast(literal("it's"), Numeric)), opened=dept.c.opened))

TREES.append(lambda: (proj.c.tags[("b", "c")].as_json() == [1, 2]))

TREES.append(lambda: select(select(type_coerce(proj.c.is_open, Boolean)).select_from(proj).where(literal(DT(2020, 2, 29)).is_distinct_from(DT(2024, 1, 2, 3, 4, 5))).order_by(proj.c.id).scalar_subquery(), literal(2), proj.c.is_open).where(proj.c.dept_id == dept.c.id).where((bitwise_not(proj.c.dept_id) < func.ifnull(dept.c.id, 0, type_=Integer)), dept.c.opened.is_distinct_from(dept.c.opened)))

TREES.append(lambda: cast(not_(func.replace(literal(''), proj.c.title, proj.c.title, type_=String).is_not_distinct_from(func.replace(proj.c.title, '', proj.c.title, type_=String))), Boolean))

TREES.append(lambda: exists(select(proj.c.dept_id.bitwise_rshift(2)).select_from(proj).order_by(proj.c.id)))


@TREES.append
def _():
    s = select(dept.c.budget, dept.c.info, dept.c.active, func.instr(dept.c.name, dept.c.name, type_=Integer).op('-', precedence=-1)((-dept.c.id)).label('comp')).where(dept.c.id.label('x y').not_in((-5, None))).alias()
    return select((proj.c.id.bitwise_or(proj.c.id).label('x y') == proj.c.dept_id), select((literal(Decimal("1.5")) * Decimal("-0.25"))).select_from(task).where(func.coalesce(proj.c.is_open, literal(True))).scalar_subquery()).select_from(proj).join(s, s.c.comp == proj.c.id).order_by((Decimal("10") - bindparam(None, Decimal("1.5"), type_=Numeric(8, 2))).desc())


@TREES.append
def _():
    n = select(literal(1).label('n'), literal('Ann').label('w')).cte('nums', recursive=True)
    n = n.union_all(select(n.c.n + 1, n.c.w + '').where(n.c.n < 4))
    return select((func.sum(literal(42)).over(order_by=case({10: -1.5}, value=n.c.n), rows=(0, 2)) > 1), func.max(literal(5, JSON)).over(partition_by=[n.c.n, n.c.w]), emp.c.data[("l", 0)], literal(DT(2024, 1, 2, 3, 4, 5)))

TREES.append(lambda: proj.c.tags["b"].as_json())


@TREES.append
def _():
    j = func.json_each(proj.c.tags, '$.l').table_valued('key', column('value', Integer), joins_implicitly=True)
    return select(func.rank().over(partition_by=[proj.c.id, proj.c.title]).op('>>', return_type=Integer())(func.abs(case((bindparam(None, False, type_=Boolean), 7), else_=proj.c.id), type_=Integer))).where(proj.c.is_open)

TREES.append(lambda: ((emp.c.data[0].as_integer() - (emp.c.data[0].as_integer() - (task.c.emp_id // task.c.prio))) - -5))

TREES.append(lambda: select(func.min(literal(True))).select_from(task).where(or_(false(), literal(False))).correlate(task).scalar_subquery())

TREES.append(lambda: func.nullif((func.coalesce(bindparam(None, 42, type_=SmallInteger), 0).bitwise_not() != null()), False, type_=Boolean))

TREES.append(lambda: proj.c.due.in_([D(2021, 5, 6), D(2021, 5, 6)]))

TREES.append(lambda: (func.nullif(literal(Decimal("10")), proj.c.cost, type_=Numeric(8, 2)) > Decimal("1.5")))

TREES.append(lambda: (case((emp.c.seen.not_in([DT(2024, 1, 2, 3, 4, 5), DT(2024, 1, 2, 3, 4, 5)]), D(2024, 12, 31)), else_=select(func.max(proj.c.due)).select_from(proj).limit(1).scalar_subquery()) < dept.c.opened))

TREES.append(lambda: proj.c.tags["l"][0].as_boolean())

TREES.append(lambda: (proj.c.tags["b"]["c"].as_string() + literal_column("'lc'", String)))

TREES.append(lambda: (custom_op('-', precedence=15)(task.c.proj_id, 7) * func.abs((task.c.pos - task.c.proj_id).bitwise_rshift(task.c.emp_id), type_=Integer)))

TREES.append(lambda: delete(dept).where(func.coalesce(dept.c.info[("b", "c")].as_boolean(), dept.c.active)).returning(dept.c.id))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(emp.c.boss_id, (emp.c.nick + emp.c.name).collate("NOCASE")).where(emp.c.age.not_in(select(func.min(proj.c.dept_id)).select_from(proj).where((proj.c.is_open | proj.c.is_open)).order_by(proj.c.id)))))

TREES.append(lambda: update(task).values(prio=((task.c.prio - 1) * case((bindparam(None, True, type_=Boolean), task.c.pos), (true(), task.c.proj_id), else_=task.c.emp_id)), note=(task.c.note + "it's").concat('a')).where(task.c.prio.bitwise_rshift(task.c.id).in_([7, 2, 2])))

TREES.append(lambda: func.replace(func.trim(emp.c.name).op('||', precedence=1, return_type=String())(''), "it's", emp.c.name, type_=String).contains('b%', autoescape=True, escape='!'))


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='my vals').data([(3, 'q\\z'), (-1, 'q\\z')]).cte()
    return select(v.c.w).where((case((bindparam(None, False, type_=Boolean), literal(DT(2024, 1, 2, 3, 4, 5)))) > DT(2024, 1, 2, 3, 4, 5)), bindparam(None, True, type_=Boolean)).limit(literal(2))

TREES.append(lambda: exists(select((task.c.pos // task.c.prio)).select_from(task).where((emp.c.data[0].as_integer() == -1))))

TREES.append(lambda: union(select(case((select(literal(False)).select_from(task).where(dept.c.active).order_by(task.c.id).scalar_subquery(), 1), else_=7), (case((bindparam(None, False, type_=Boolean), dept.c.id), (dept.c.active, -5)) // dept.c.id.op('-', return_type=Integer())(literal(-1)))), select(func.coalesce(task.c.pos.bitwise_rshift(1), 0), type_coerce(task.c.note.collate("NOCASE"), SmallInteger)).where(emp.c.data[0].as_boolean()), select(((3 * literal_column("3", Integer)) // cast(literal(''), Integer)), func.abs(func.instr(proj.c.title, literal('b%'), type_=Integer), type_=Integer))).order_by(text('1 DESC')))


@TREES.append
def _():
    n = select(literal(0).label('n'), literal(':w').label('w')).cte(recursive=True)
    n = n.union(select(n.c.n + 1, n.c.w + 'q\\z').where(n.c.n < 4))
    return select(func.replace((n.c.w + ':w'), n.c.w.op('||', precedence=6, return_type=String())('a'), 'Ann', type_=String).not_like('Ann', escape='!').label('Mixed')).where((n.c.w < '?')).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)

TREES.append(lambda: func.replace(func.lower(proj.c.title), select(func.max(emp.c.nick)).select_from(emp).limit(1).scalar_subquery(), (proj.c.title + 'q\\z'), type_=String))


@TREES.append
def _():
    s = select(proj.c.cost, proj.c.due, proj.c.dept_id, ((-proj.c.dept_id) // custom_op('+', precedence=8)(proj.c.dept_id, 2)).label('comp')).where(bindparam(None, False, type_=Boolean)).subquery("sq")
    return select(bitwise_not(s.c.comp), select(func.max(dept.c.budget)).select_from(dept).scalar_subquery(), (emp.c.id * emp.c.dept_id), type_coerce(emp.c.name, Unicode(5)).op('||', precedence=1, return_type=String())(select(func.max(emp.c.name)).select_from(emp).where(emp.c.active).correlate(s).scalar_subquery()).label('lab1')).select_from(s).outerjoin(emp, emp.c.id == s.c.comp).where(emp.c.data["l"][0].as_boolean())

TREES.append(lambda: between(proj.c.title.op('||', precedence=1, return_type=String())(proj.c.title), 'a/b', 'q\\z').is_not(False))

TREES.append(lambda: (bitwise_not(select(bindparam(None, 2, type_=SmallInteger)).select_from(proj).where(proj.c.is_open).limit(1).scalar_subquery()) // func.instr(task.c.note, '?', type_=Integer).bitwise_and((task.c.pos - task.c.prio))))

TREES.append(lambda: select(literal(42, literal_execute=True).op('|', return_type=Integer())(2), select(proj.c.title).select_from(proj).order_by(proj.c.id).scalar_subquery().label('total'), cast(func.min(bindparam(None, 'q\\z', type_=String(20))).filter(emp.c.active), Integer)).group_by(literal(42, literal_execute=True).op('|', return_type=Integer())(2)).having((emp.c.hired >= emp.c.hired)).order_by(emp.c.salary, literal(True).nulls_last()))

TREES.append(lambda: select(bindparam(None, False, type_=Boolean), func.lower(emp.c.nick)).join_from(emp, dept).where(not_(func.abs(emp.c.age, type_=Integer).is_(None))).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))

TREES.append(lambda: (func.abs(func.nullif(bindparam(None, -5, type_=SmallInteger), proj.c.id, type_=Integer), type_=Integer) / proj.c.hours))


@TREES.append
def _():
    a = dept.alias(name="x y")
    b = aliased_b = dept.alias()
    return select(a.c.id, literal('Ann', literal_execute=True), (func.max(literal(3.0)).over(order_by=[a.c.opened, desc(b.c.id)]) == func.round(literal(3.0, Float), 1, type_=Float)), (-literal(-1)).label('two words')).where(a.c.id < b.c.id).where(((2.25 % (literal(-1.5) % -1.5)) > literal(3.0))).add_columns(func.coalesce(b.c.id, 42))

TREES.append(lambda: delete(dept).where((func.ltrim(dept.c.name) + func.replace(dept.c.name, dept.c.name, dept.c.name, type_=String)).contains('a/b')))

TREES.append(lambda: except_(select(func.lower(func.substr(proj.c.title, proj.c.id, 2, type_=String)), proj.c.hours), select(func.trim(task.c.note, type_=String).op('||', precedence=9, return_type=String())(':w'), func.round(cast(literal(0.5), Float), 1, type_=Float)).where(type_coerce(bindparam(None, Decimal("-0.25"), type_=Numeric).not_in([Decimal("10"), Decimal("-0.25"), Decimal("1.5")]), Boolean)), select((select(dept.c.name).select_from(dept).where(emp.c.active).limit(1).scalar_subquery() + ':w'), func.round((-emp.c.salary), 1, type_=Float)).where(literal_column("5", Integer).op('+', precedence=8)(literal(-5)).in_([emp.c.boss_id, 10]))).order_by(literal_column('1')))

TREES.append(lambda: select(func.min(proj.c.cost)).select_from(proj).where(proj.c.title.op('LIKE', is_comparison=True, precedence=5)('x_y')).limit(1).scalar_subquery())


@TREES.append
def _():
    j = func.json_each(proj.c.tags).table_valued('key', column('value', Integer), joins_implicitly=True)
    return select(j.c.value.bitwise_and(-5), (func.max(proj.c.hours) * func.total(j.c.value, type_=Integer)), func.sum(proj.c.hours).filter(proj.c.is_open), func.sum(literal(10)).filter(literal(True), proj.c.is_open), func.count(proj.c.title)).group_by(j.c.value.bitwise_and(-5)).having(func.min(literal(False)).filter(literal(True))).order_by(j.c.value.bitwise_and(-5), j.c.value.bitwise_and(-5))

TREES.append(lambda: delete(task).where(((1 * task.c.prio) < 10)).returning(task.c.id))

TREES.append(lambda: func.coalesce(case((task.c.note.icontains('x_y', autoescape=True), (literal(-1.5) == literal(0.5))), (false(), (task.c.proj_id > task.c.emp_id)), else_=True), True))

TREES.append(lambda: (literal(False) == and_((dept.c.opened == D(2024, 12, 31)), case({7: dept.c.name}, value=literal(2), else_=dept.c.name).istartswith((dept.c.name + "it's"), escape='^'))))

TREES.append(lambda: update(dept).values(budget=select(func.coalesce(literal(Decimal("10")), Decimal("1.5"))).select_from(task).where(literal(DT(2024, 1, 2, 3, 4, 5)).in_(select(func.max(literal(DT(2024, 1, 2, 3, 4, 5)))).select_from(emp).correlate(task))).order_by(task.c.id).scalar_subquery(), opened=dept.c.opened).where((extract('day', literal(DT(2020, 2, 29))) != func.instr(dept.c.name, dept.c.name, type_=Integer))).returning(dept.c.id, (-1 - func.instr(dept.c.name, dept.c.name, type_=Integer))))

TREES.append(lambda: cast(cast(select(func.max(literal(3.0))).select_from(dept).scalar_subquery(), String), Text))

TREES.append(lambda: select(func.ltrim(emp.c.nick, type_=String), cast(emp.c.id, Integer), func.avg(literal(3.0), type_=Float)).select_from(task).outerjoin(emp, task.c.emp_id == emp.c.id).where(case((emp.c.active, 'Ann'), else_=emp.c.nick).icontains(func.trim(literal('b%'), type_=String)), emp.c.active).group_by(func.ltrim(emp.c.nick, type_=String), cast(emp.c.id, Integer)).having(func.min(emp.c.active).filter(emp.c.active)))

TREES.append(lambda: proj.c.dept_id.label('x y'))

TREES.append(lambda: union(select(func.substr(select(func.min(bindparam(None, 'Ann', type_=String))).select_from(emp).where(emp.c.active).order_by(emp.c.id).scalar_subquery(), 1, 2, type_=String), case((emp.c.active, emp.c.nick), else_='a/b').collate("NOCASE")).where((-emp.c.dept_id).op('>', is_comparison=True)(emp.c.boss_id.bitwise_xor(-5))), select((select(func.max(task.c.note)).select_from(task).order_by(task.c.id).scalar_subquery() + (task.c.note + task.c.note)), case((~select(func.count()).select_from(dept).where(dept.c.active).exists(), (task.c.note + 'Ann')), else_='?'))).order_by(literal_column('1')))

TREES.append(lambda: select(emp, select(emp.c.active).select_from(emp).scalar_subquery(), literal(3.0)).select_from(join(emp, dept)).limit(literal(2)))

TREES.append(lambda: (-emp.c.data["l"][0].as_numeric(10, 2)))

TREES.append(lambda: case((select(dept.c.active).select_from(dept).where(proj.c.is_open).limit(1).scalar_subquery(), proj.c.tags[("l", 0)].as_boolean()), (select(func.min(emp.c.active)).select_from(emp).scalar_subquery(), proj.c.id.bool_op('<>', precedence=7)(7)), else_=proj.c.is_open))

TREES.append(lambda: select((emp.c.data["a"].as_string() + ('a/b' + literal('x_y'))), case({42: ''}, value=func.coalesce(emp.c.id, 0))).where(case({3: bindparam(None, DT(2020, 2, 29), type_=DateTime)}, value=emp.c.dept_id).not_in([DT(2020, 2, 29), DT(2020, 2, 29), DT(2020, 2, 29)])).union(select(emp.c.data["a"].as_string(), func.substr(case((literal(True), 'q\\z'), else_=task.c.note), 1, 2, type_=String)), select(type_coerce(emp.c.nick.op('||', precedence=9, return_type=String())(emp.c.name), String), func.coalesce(emp.c.nick, emp.c.nick).op('||', precedence=6, return_type=String())(collate(literal('a'), "nocase"))).where(emp.c.nick.not_ilike(emp.c.nick, escape='!'), exists().where(emp.c.active))).limit(3))

TREES.append(lambda: select(task, (3 // task.c.proj_id).label('two words')).select_from(join(task, proj)).where(proj.c.tags["b"].as_boolean()).order_by(proj.c.title.between(task.c.note, proj.c.title).desc(), 'two words'))

TREES.append(lambda: union_all(select(func.upper(func.lower(proj.c.title), type_=String), cast(select(literal(-1.5)).select_from(proj).where(proj.c.is_open).order_by(proj.c.id).scalar_subquery(), Text)).where((literal(DT(2020, 2, 29)) >= literal(DT(2020, 2, 29)))), select(func.trim(task.c.note.op('||', precedence=1, return_type=String())('q\\z')), func.ltrim(type_coerce(task.c.note, String))).where(literal(True))).order_by(literal_column('1')))

TREES.append(lambda: case(((emp.c.salary < emp.c.salary), case((true(), emp.c.salary), (emp.c.active, 3.0), else_=0.5))))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(emp.c.id, func.nullif(type_coerce(emp.c.dept_id, Unicode(5)), 'q\\z', type_=String)).where((type_coerce(emp.c.active, Boolean) & select(func.max(proj.c.is_open)).select_from(proj).where(proj.c.is_open).scalar_subquery()))))


@TREES.append
def _():
    n = select(literal(42).label('n'), literal('x_y').label('w')).cte(recursive=True)
    n = n.union_all(select(n.c.n + 1, n.c.w + 'b%').where(n.c.n < 4))
    return select(n, emp.c.data[("l", 0)].label('two words')).where(not_(n.c.w.concat(10).in_(['x_y', '']))).order_by(literal(':w').op('||', precedence=1, return_type=String())('Ann').desc(), n.c.n)


@TREES.append
def _():
    s = select(proj.c.is_open, proj.c.dept_id, proj.c.due, ((proj.c.id - -5) + type_coerce(proj.c.dept_id, BigInteger)).label('comp')).where(proj.c.is_open).distinct().subquery("sq")
    return select(emp.c.data["b"].as_boolean(), literal('?').in_(select(func.max(task.c.note)).select_from(task).where(s.c.is_open).order_by(task.c.id).limit(1)), type_coerce(func.max(literal('Ann', String)).filter(s.c.is_open), Integer), case({'a/b': literal_column("'lc'", String)}, value=literal('a/b'), else_=''), func.max(literal(3.0)), (func.count(distinct(literal('q\\z'))) // func.total(s.c.dept_id, type_=Integer))).group_by(emp.c.data["b"].as_boolean(), literal('?').in_(select(func.max(task.c.note)).select_from(task).where(s.c.is_open).order_by(task.c.id).limit(1))).having(type_coerce(s.c.is_open, Boolean))

TREES.append(lambda: select(emp.c.nick).select_from(emp).where(literal(True)).scalar_subquery().collate("NOCASE").istartswith(func.trim(func.ltrim(dept.c.name, type_=String))))

TREES.append(lambda: func.abs((dept.c.info["b"].as_integer() * 7), type_=Integer))


@TREES.append
def _():
    j = func.json_each(proj.c.tags, '$.l').table_valued('key', column('value', Integer), name='je')
    return select(proj.c.is_open, ((proj.c.id * proj.c.id) - 1), func.first_value(j.c.key).over(partition_by=[proj.c.dept_id, proj.c.title], order_by=cast(bindparam(None, -1.5, type_=Float(8)), Unicode(5))).concat(3).is_distinct_from(None), bindparam(None, DT(2020, 2, 29), type_=DateTime).label('two words'))

TREES.append(lambda: func.replace(func.ltrim(task.c.note, type_=String), ':w', "it's", type_=String))

TREES.append(lambda: extract('year', task.c.done))

TREES.append(lambda: select(literal('?')).select_from(task).scalar_subquery().op('||', precedence=9, return_type=String())(emp.c.nick).op('||')(case({'Ann': func.replace(emp.c.name, 'x_y', '', type_=String)}, value=func.replace(emp.c.nick, emp.c.nick, emp.c.nick, type_=String), else_=emp.c.nick.op('||', precedence=1, return_type=String())(emp.c.name))))

TREES.append(lambda: except_(select((-1 % (2 * proj.c.dept_id)), func.upper(proj.c.title.concat(proj.c.id))), union_all(select(func.abs(proj.c.dept_id, type_=Integer).op('|', precedence=5)(proj.c.dept_id.bitwise_xor(proj.c.dept_id)), (proj.c.title + 'b%').label('lab')).where(case((func.nullif(proj.c.is_open, proj.c.is_open, type_=Boolean), (~proj.c.is_open)), (func.nullif(proj.c.is_open, proj.c.is_open, type_=Boolean), proj.c.tags["b"].as_json().is_(None)), else_=True)), select(task.c.pos, case({42: ('x_y' + literal('?'))}, value=func.length(task.c.note, type_=Integer), else_=task.c.note))).subquery().select()).order_by(text('1 DESC')))

TREES.append(lambda: delete(proj).where((~and_(func.coalesce(proj.c.is_open, False), (proj.c.tags[("b", "c")].as_integer() == bindparam(None, 0, type_=BigInteger))))))

TREES.append(lambda: update(emp).values(hired=emp.c.hired, seen=emp.c.seen).where(select(dept.c.id.not_in(bindparam('many', [-5, 42], expanding=True))).select_from(dept).where(literal(False)).limit(1).scalar_subquery()).returning(emp.c.id, custom_op('+', precedence=15)(emp.c.dept_id, (emp.c.boss_id - emp.c.dept_id))))

TREES.append(lambda: func.coalesce(dept.c.name.concat(1), dept.c.name.op('||', precedence=6, return_type=String())(dept.c.name)))


@TREES.append
def _():
    s = select(proj.c.id, proj.c.due, proj.c.cost, proj.c.dept_id.label('lab').bitwise_not().label('comp')).where(select(func.max(proj.c.is_open)).select_from(proj).where((literal(-5) > 2)).scalar_subquery()).distinct().alias()
    return select(func.max(literal(False)).filter((~select(func.max(emp.c.active)).select_from(emp).where(emp.c.active).limit(1).scalar_subquery())).over(order_by=literal('q\\z').collate("NOCASE").asc(), rows=(0, 2)), func.coalesce(literal(DT(2020, 2, 29)), literal(DT(2024, 1, 2, 3, 4, 5))), literal('b%'), literal(False)).where(select(func.max(dept.c.active)).select_from(dept).where(dept.c.active).order_by(dept.c.id).scalar_subquery()).limit(literal(2))

TREES.append(lambda: (func.length(dept.c.name, type_=Integer) > func.instr(dept.c.name, "it's", type_=Integer)))

TREES.append(lambda: func.abs(select(func.count(1)).select_from(emp).where((~type_coerce(emp.c.active, Boolean))).order_by(emp.c.id).limit(1).scalar_subquery(), type_=Integer))

TREES.append(lambda: collate((func.ltrim(literal("it's"), type_=String) + 'Ann'), "nocase").concat(proj.c.title.concat(-5)))

TREES.append(lambda: select(func.max(literal(0.5))).select_from(dept).where((case((proj.c.is_open, dept.c.opened), else_=dept.c.opened) != D(2021, 5, 6))).scalar_subquery())

TREES.append(lambda: func.coalesce(literal(False), True))

TREES.append(lambda: select(func.max(literal(True))).select_from(emp).limit(1).scalar_subquery())

TREES.append(lambda: (dept.c.id / literal(0.5)).label(None))

TREES.append(lambda: delete(dept).where(literal(7).bitwise_xor(literal(0, SmallInteger)).bitwise_xor((-dept.c.id)).op('>', is_comparison=True)(10)))

TREES.append(lambda: delete(emp).where(func.coalesce(((emp.c.id / emp.c.dept_id) <= (emp.c.bonus - Decimal("-0.25"))), True)).returning(emp.c.id))

TREES.append(lambda: collate(func.upper(func.replace(task.c.note, task.c.note, 'a/b', type_=String).op('||', precedence=9, return_type=String())(select(emp.c.name).select_from(emp).where(emp.c.active).scalar_subquery())), "nocase"))

TREES.append(lambda: func.coalesce((func.upper(literal('x_y'), type_=String) + func.ltrim(dept.c.name)), "it's"))

TREES.append(lambda: func.instr(func.lower(dept.c.name), func.ltrim(dept.c.name, type_=String), type_=Integer).bool_op('<>', precedence=7)((-(-5 // literal_column("5", Integer)))))

TREES.append(lambda: select(emp.c.active, emp.c.data[0].as_integer(), func.max(emp.c.salary), (-func.count(emp.c.name)), func.avg(emp.c.salary, type_=Float)).where(task.c.emp_id == emp.c.id).group_by(emp.c.active, emp.c.data[0].as_integer()))

TREES.append(lambda: ('a' + func.coalesce(select(func.max(literal('a', Text))).select_from(dept).where(task.c.done.in_([DT(2024, 1, 2, 3, 4, 5), null()])).limit(1).scalar_subquery(), 'b%')))

TREES.append(lambda: select(func.max(proj.c.title)).select_from(proj).order_by(proj.c.id).scalar_subquery().op('LIKE', is_comparison=True, precedence=5)('a/b'))

TREES.append(lambda: (Decimal("10") - (-dept.c.budget)))

TREES.append(lambda: select(case((literal(False), 'a'), else_='?').op('||')(task.c.note), (task.c.note.op('||', precedence=1, return_type=String())('a/b') + func.substr(task.c.note, 2, 2, type_=String))).where(task.c.emp_id.not_in(select(proj.c.id).select_from(proj).where(proj.c.is_open).limit(1)), cast(true(), Boolean)).union_all(select(func.upper(func.trim(emp.c.nick, type_=String)), emp.c.nick.concat(literal_column("'lc'", String)).concat(('?' + literal('')))).where(select(func.max(proj.c.is_open)).select_from(proj).where(proj.c.tags["l"][0].as_boolean()).limit(1).scalar_subquery()), select(type_coerce(cast(task.c.pos, Unicode(5)), String(20)), func.upper(collate(task.c.note, "nocase"), type_=String)).where(not_(cast(true(), Boolean)))).order_by(literal_column('1')))

TREES.append(lambda: select(func.max(task.c.note)).select_from(task).order_by(task.c.id).scalar_subquery().istartswith(func.lower(('Ann' + emp.c.name)), escape='^'))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(proj.c.dept_id, func.lower(proj.c.title).op('||')((proj.c.title + literal('x_y')))).where(proj.c.tags["l"][0].as_boolean())))

TREES.append(lambda: select(func.max(proj.c.is_open)).select_from(proj).where(proj.c.title.concat(0).iendswith('x_y', autoescape=True)).scalar_subquery())

TREES.append(lambda: delete(dept).where((case((dept.c.active, dept.c.id)) >= 1), (dept.c.name + '?').startswith((dept.c.name + dept.c.name))))


@TREES.append
def _():
    a = proj.alias(name="x y")
    b = aliased_b = proj.alias()
    return select(func.first_value(literal(DT(2020, 2, 29))).over(order_by=a.c.due, rows=(None, 0)).label('order')).where(or_(((-literal(0.5)) >= 0.5), false(), literal('q\\z').concat(a.c.id).icontains('b%', escape='^'))).add_columns(literal(7).op('%', precedence=8)(literal(1))).order_by(desc('order'), select(func.max(proj.c.due)).select_from(proj).scalar_subquery().desc())

TREES.append(lambda: and_(select(func.min(dept.c.id)).select_from(dept).order_by(dept.c.id).limit(1).scalar_subquery().in_([(-(dept.c.id * dept.c.id)), 42]), func.lower(func.lower(dept.c.name, type_=String), type_=String).icontains('x_y', autoescape=True), ((bindparam(None, 3.0, type_=Float(8)) * 2.25) + (literal(3.0) + -1.5)).is_distinct_from(-1.5)))

TREES.append(lambda: (func.abs(dept.c.id, type_=Integer) + select(func.max(dept.c.id)).select_from(dept).where(literal(True)).scalar_subquery()).bitwise_or(1))

TREES.append(lambda: and_((cast(task.c.note, BigInteger) - (task.c.proj_id % 0)).is_not_distinct_from(10), True))


@TREES.append
def _():
    n = select(literal(-1).label('n'), literal('x_y').label('w')).cte('nums', recursive=True)
    n = n.union(select(n.c.n + 1, n.c.w + 'Ann').where(n.c.n < 4))
    return select(n.c.n.label('id')).where(literal('x_y', Unicode(5)).is_distinct_from(func.upper(n.c.w.concat(literal(1))))).order_by(desc('id'))

TREES.append(lambda: select(func.nullif(literal(-5), proj.c.id, type_=Integer), (proj.c.id + 42), (func.count(distinct(proj.c.title)) * proj.c.id)).group_by(func.nullif(literal(-5), proj.c.id, type_=Integer), (proj.c.id + 42)).order_by(cast(proj.c.is_open, Boolean).desc()))


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='vals').data([(7, 'Ann'), (-5, "it's")]).cte()
    return select(v, bindparam(None, True, type_=Boolean), func.rank().over(partition_by=[v.c.k, v.c.w]), emp.c.data[("b", "c")]).where(bindparam(None, 'q\\z', type_=String(20)).not_ilike(func.upper(literal("it's"), type_=String).concat(v.c.w.op('||')(literal(':w'))))).order_by(tuple_(v.c.k, v.c.w).in_([(7, ':w'), (1, 'b%')]))

TREES.append(lambda: cast(type_coerce(or_(literal(False), emp.c.active), Boolean), Boolean))

TREES.append(lambda: delete(emp).where(emp.c.seen.is_not_distinct_from(None), emp.c.data["b"]["c"].is_(None)))


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

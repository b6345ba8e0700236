"""Random expression trees, seed 1008: generated expressions and statements as four dialects write them, with binds and with literals."""
import datetime
import re
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

D = datetime.date
DT = datetime.datetime
TREES = []


@TREES.append
def _():
    e = select(func.char_length(proj.c.title.regexp_replace('a', 'q\\z', flags='g')).label('n'), (proj.c.title + "it's").label('s')).cte()
    f = select(e.c.n, func.count().label('k')).where((literal(False)).is_(false())).group_by(e.c.n).cte('second')
    return select(f.c.k, e.c.s, (~e.c.s.regexp_match(e.c.s))).join_from(f, e, f.c.n == e.c.n)


@TREES.append
def _():
    e = select(type_coerce(extract('year', literal(DT(2024, 1, 2, 3, 4, 5))), BigInteger).label('n'), select(func.min(emp.c.name)).select_from(emp).where(bindparam(None, False, type_=Boolean)).order_by(emp.c.id).scalar_subquery().label('s')).cte()
    f = select(e.c.n, func.count().label('k')).where(select(func.max(emp.c.active)).select_from(emp).where(emp.c.active).limit(1).correlate_except(emp).scalar_subquery()).group_by(e.c.n).cte('second')
    return select(f.c.k, e.c.s, (tuple_(f.c.n, literal('Ann')) == (42, 'a'))).join_from(f, e, f.c.n == e.c.n)

TREES.append(lambda: update(task).values(emp_id=(dept.c.id - -1)).where(task.c.id == dept.c.id, select(dept.c.active).select_from(dept).scalar_subquery()))


@TREES.append
def _():
    l = select((proj.c.id - func.count(proj.c.dept_id).aggregate_order_by(proj.c.id.desc())).label('v'), ("it's" + (proj.c.title + "it's")).label('w')).where(proj.c.title.not_in(select(func.max(dept.c.name)).select_from(dept).where(('Ann' == dept.c.name)))).limit(2).lateral()
    return select(dept.c.name, l.c.v, dept.c.info["l"][0].as_boolean()).outerjoin(l, l.c.v == dept.c.id)


@TREES.append
def _():
    e = select(func.length(func.upper(task.c.note, type_=String), type_=Integer).label('n'), func.upper(literal('q\\z')).label('s')).cte()
    f = select(e.c.n, func.count().label('k')).where((func.foo(e.c.n) < func.coalesce(e.c.n))).group_by(e.c.n).cte()
    return select(f.c.k, e.c.s, literal_column("4", Integer).is_distinct_from(f.c.k)).join_from(f, e, f.c.n == e.c.n).order_by((bindparam(None, Decimal("-0.25"), type_=Numeric(8, 2)) - f.c.k).asc(), (3.0 % literal(2.25)).desc())

TREES.append(lambda: ((task.c.prio + 3).op('<<', return_type=Integer())(42) - (select(func.count(1)).select_from(dept).where(false()).scalar_subquery() - case((literal(True), task.c.id), (literal(True), task.c.pos)))))


@TREES.append
def _():
    l = select((func.random() + 42).label('v'), (proj.c.title + 'x_y').label('w')).where(null().label('n').match('?')).limit(2).lateral()
    return select(dept.c.name, l.c.v, or_(dept.c.active)).outerjoin(l, true())


@TREES.append
def _():
    e = select(func.rank((bindparam(None, 10, type_=BigInteger) + emp.c.id)).within_group(func.length(literal("it's"), type_=Integer)).label('n'), (emp.c.boss_id + func.ltrim(literal('?'))).label('s')).cte('first')
    f = select(e.c.n, func.count().label('k')).where((literal(2) == all_(select(func.min(task.c.emp_id)).select_from(task).where(literal(True))))).group_by(e.c.n).subquery()
    return select(f.c.k, e.c.s, (~literal(D(2021, 5, 6)).between(D(2024, 12, 31), literal(D(2024, 12, 31))))).join_from(f, e, f.c.n == e.c.n).order_by(literal(D(2021, 5, 6), Date), func.instr(literal("it's"), literal('?'), type_=Integer).desc())


@TREES.append
def _():
    j = func.json_each(emp.c.data, '$.l').table_valued('key', column('value', Integer), joins_implicitly=True)
    return select((literal(1) % 42), (literal(True) & emp.c.active), (2.25 * emp.c.salary), emp.c.seen).where(emp.c.active).order_by(emp.c.hired.asc()).distinct()

TREES.append(lambda: case(((tuple_(bindparam(None, 1, type_=Integer), literal('b%')) == (42, "it's")), True), (proj.c.is_open, (emp.c.active).is_(True)), else_=True))

TREES.append(lambda: update(task).values(emp_id=proj.c.tags["b"].as_integer()).where(task.c.id == proj.c.id, type_coerce(proj.c.is_open, Boolean)))

TREES.append(lambda: case({'?': literal(True)}, value=(task.c.note.op('||')(task.c.note) + func.replace(task.c.note, 'b%', literal('?'), type_=String)), else_=bindparam(None, 3.0, type_=Float(8)).between((literal(3.0) - task.c.proj_id), (bindparam(None, 2.25, type_=Float(8)) / literal(0.5)))))

TREES.append(lambda: delete(dept).where(dept.c.id == proj.c.id, not_(literal(-1.5).in_([proj.c.hours, -1.5]))).returning(dept.c.id))

TREES.append(lambda: union_all(select(emp.c.nick.op('||', precedence=9, return_type=String())(emp.c.name).regexp_replace((emp.c.name + emp.c.name), 'a/b', flags='g'), ((emp.c.salary + literal_column("2", Integer)) // (-emp.c.salary))), select((type_coerce(proj.c.id, String) + func.coalesce(proj.c.title, None, 'x_y')), (-(2.25 / proj.c.hours))).where(select(func.max(literal(False))).select_from(emp).scalar_subquery())).order_by(text('1 DESC')))

TREES.append(lambda: union(select(func.pow(task.c.id.op('-')(-5), 2), func.instr((task.c.note + 'x_y'), task.c.note.concat(bindparam(None, 42, type_=Integer)), type_=Integer)).where(func.nullif(literal(False), True, type_=Boolean), func.nullif(literal(False), true(), type_=Boolean)), select(type_coerce(bindparam(None, 10, type_=BigInteger), BigInteger).label('x y'), case((not_(literal(False)), bitwise_not(task.c.pos)), else_=0))))

TREES.append(lambda: select(emp.c.data["l"][0]).select_from(task.join(emp).join(dept, dept.c.id == emp.c.dept_id)).where((emp.c.data["b"].as_boolean() & type_coerce(emp.c.active, Boolean))).order_by((emp.c.bonus - emp.c.boss_id).desc().nulls_first(), dept.c.id.bitwise_and(7).desc()).prefix_with('X', dialect='mysql'))

TREES.append(lambda: select(func.lead(emp.c.active).over(partition_by=[emp.c.boss_id, emp.c.nick], order_by=(emp.c.id > 3).desc())).where(func.aggregate_strings(case((emp.c.active, emp.c.name)), ',').is_distinct_from((case((emp.c.active, emp.c.nick), else_=emp.c.name) + (literal('a') + emp.c.nick)))).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))

TREES.append(lambda: (dept.c.info["b"].as_string() + (func.percentile_cont(0.5).within_group(bindparam(None, -1.5, type_=Float).desc()) % func.length(dept.c.name, type_=Integer))).in_(['a/b', None, (case(((dept.c.info[0].as_boolean() & dept.c.active), case({'': dept.c.name}, value=dept.c.name, else_=dept.c.name)), (dept.c.active, 'q\\z'), else_=type_coerce(bindparam(None, 0, type_=SmallInteger), String(20))) + (('q\\z' + literal_column("'lc'", String)) + '?'))]))

TREES.append(lambda: select(func.random(), (literal_column("6", Integer).label(None) / case({10: literal(3.0)}, value=dept.c.id, else_=2.25))).where(select(func.min(emp.c.active)).select_from(emp).scalar_subquery()).union(select(cast(cast(literal_column("1.5", Float), BigInteger), Integer), ((literal(2.25) % 0.5) * type_coerce(literal_column("1.5", Float), Float(8)))).where((~dept.c.name.op('||')(literal_column("'lc'", String)).regexp_match(("it's" + dept.c.name)))), select(type_coerce(task.c.id.op('&', precedence=8)(7), Integer), func.round((bindparam(None, 0.5, type_=Float(8)) // literal_column("1.5", Float)), 1, type_=Float))))

TREES.append(lambda: select(func.count()).select_from(proj).where((proj.c.title < literal_column("'lc'", String).collate("NOCASE"))).scalar_subquery())

TREES.append(lambda: emp.c.data["b"]["c"].as_numeric(10, 2).not_in(select(func.min(literal(Decimal("10")))).select_from(emp).where((custom_op('|', precedence=5)(emp.c.dept_id, emp.c.age) == 0)).order_by(emp.c.id).correlate(emp)))

TREES.append(lambda: (emp.c.name + emp.c.name).bool_op('GLOB')(emp.c.nick.op('||')("it's")))

TREES.append(lambda: delete(emp).where(emp.c.id == dept.c.id, emp.c.data["l"][0].as_json().is_(None)).returning(emp.c.id))

TREES.append(lambda: select(func.max(literal(2.25))).select_from(dept).where(func.nullif(literal(False), proj.c.is_open, type_=Boolean)).order_by(dept.c.id).scalar_subquery())

TREES.append(lambda: select(task.c.note, task.c.proj_id, task.c.note, literal(5, JSON)).where(literal(False)).offset(2).with_hint(task, 'H (%(name)s)', 'mysql'))

TREES.append(lambda: update(dept).values(budget=(select(func.max(emp.c.bonus)).select_from(emp).where(literal(False)).order_by(emp.c.id).limit(1).scalar_subquery() - bitwise_not(dept.c.id)), opened=dept.c.opened).where(not_(func.coalesce(literal(False), dept.c.active))))

TREES.append(lambda: (func.substr(proj.c.title, proj.c.dept_id, 2, type_=String) + ':w'))

TREES.append(lambda: ((emp.c.data[("l", 0)].as_integer() - func.instr(task.c.note, '', type_=Integer)) + type_coerce(func.coalesce(task.c.note, task.c.note), SmallInteger)))

TREES.append(lambda: cast(case((dept.c.active, task.c.id), (dept.c.active, 0)), String(20)).istartswith(case((case((dept.c.active, True)), 'a'), else_=task.c.note.label('x y'))))

TREES.append(lambda: type_coerce(collate(proj.c.title, "nocase").collate("NOCASE").concat(func.aggregate_strings(proj.c.title, '%').regexp_replace(cast(proj.c.id, Unicode(5)), collate(proj.c.title, "nocase"), flags='g')), Text))


@TREES.append
def _():
    e = select(func.length(func.upper(proj.c.title), type_=Integer).label('n'), (case((proj.c.is_open, 2), else_=proj.c.dept_id) + func.nullif(proj.c.title, literal('x_y'), type_=String)).label('s')).cte('first')
    f = select(e.c.n, func.count().label('k')).where((emp.c.data[0].as_integer().in_([1, 2]))).group_by(e.c.n).cte('second')
    return select(f.c.k, e.c.s, between(f.c.k, literal_column("1", Integer), 0)).join_from(f, e, f.c.n == e.c.n).order_by(cast(literal(2.25, Float(8)), Integer).nulls_first())

TREES.append(lambda: (~case({3: null().label('n')}, value=select(func.count(emp.c.id)).select_from(emp).scalar_subquery(), else_='b%').regexp_match((func.aggregate_strings(cast(proj.c.title, Unicode(5)), ',') + func.upper(proj.c.title.collate("NOCASE"), type_=String)))))


@TREES.append
def _():
    n = select(literal(42).label('n'), literal('a').label('w')).cte('nums', recursive=True)
    n = n.union(select(n.c.n + 1, n.c.w + '').where(n.c.n < 4))
    return select(emp.c.data["b"]["c"], (bindparam(None, Decimal("10"), type_=Numeric(8, 2)) * literal(Decimal("1.5"))).label('id')).add_columns(literal(7).op('&')(10))

TREES.append(lambda: (task.c.note.op('||', precedence=6, return_type=String())(task.c.note).concat(task.c.note.concat(literal('?'))) + func.coalesce(("it's" + task.c.note), collate(task.c.note, "nocase"))))

TREES.append(lambda: (1 - func.abs(task.c.id, type_=Integer)))

TREES.append(lambda: ((select(literal_column("1.5", Float)).select_from(task).scalar_subquery() + ((proj.c.hours + proj.c.hours) * 2.25)) < -1.5))


@TREES.append
def _():
    u = except_(select(func.ifnull(task.c.proj_id, task.c.emp_id, type_=Integer).label('p'), emp.c.data["b"]["c"].as_integer().label('q')), select(func.ifnull(dept.c.id, dept.c.id, type_=Integer), (dept.c.id + 42)).where((dept.c.name.icontains('?', autoescape=True, escape='!') & (literal('a') == all_(select(func.max(literal('Ann'))).select_from(dept)))))).order_by('p').subquery('un')
    return select(u.c.q).where((literal(D(2021, 5, 6)) >= bindparam(None, D(2024, 12, 31), type_=Date))).distinct().prefix_with('X', dialect='mysql')


@TREES.append
def _():
    e = select(func.now().label('n'), collate(('a/b' + emp.c.name), "nocase").label('s')).cte()
    f = select(e.c.n, func.count().label('k')).where((literal(D(2021, 5, 6)) > literal(D(2024, 12, 31)))).group_by(e.c.n).cte()
    return select(f.c.k, e.c.s, (bindparam(None, True, type_=Boolean) == true())).join_from(f, e, f.c.n == e.c.n).limit(5)

TREES.append(lambda: delete(dept).where(dept.c.id == task.c.id, select((emp.c.data[0] == {"a": 1})).select_from(emp).where((tuple_(task.c.prio, emp.c.name) == (10, 'x_y'))).scalar_subquery()))

TREES.append(lambda: (proj.c.due > proj.c.due))

TREES.append(lambda: func.trim((literal('q\\z', Text).op('||', precedence=6, return_type=String())('b%') + 'x_y').concat('q\\z'), type_=String))

TREES.append(lambda: select(literal(DT(2024, 1, 2, 3, 4, 5))).distinct().prefix_with('ALL').order_by(func.coalesce(proj.c.due, D(2021, 5, 6)).desc(), desc(proj.c.tags[("b", "c")].as_numeric(10, 2))))

TREES.append(lambda: cast((bindparam(None, 'a/b', type_=String(20)) != '?'), Boolean))

TREES.append(lambda: ((select(task.c.proj_id).select_from(task).where(literal(True, Boolean)).scalar_subquery().bitwise_lshift((proj.c.id // 2)) - -5) - 0))

TREES.append(lambda: tuple_(func.ifnull(proj.c.id, -5, type_=Integer), case((proj.c.is_open, proj.c.title), else_=proj.c.title)).in_([(2, "it's"), (-5, 'Ann')]))


@TREES.append
def _():
    l = select(cast((proj.c.hours % 0.5), Integer).label('v'), func.ltrim(proj.c.title, type_=String).label('w')).where(case((or_(dept.c.active), False), ((tuple_(proj.c.id, dept.c.id) == tuple_(proj.c.id, 2)), True), else_=False)).limit(2).lateral()
    return select(dept.c.name, l.c.v, (~dept.c.active)).join(l, l.c.v == dept.c.id)


@TREES.append
def _():
    u = union_all(select(func.length(emp.c.nick, type_=Integer).label('p'), case((emp.c.active, emp.c.age), (emp.c.active, emp.c.id), else_=emp.c.boss_id).label('q')), select(literal(42).label('lab'), case((emp.c.active, 10), else_=2))).order_by('p').alias('un')
    return select(select(select(func.min(emp.c.active)).select_from(emp).where(emp.c.active).scalar_subquery()).select_from(task).scalar_subquery(), func.instr(literal("it's"), literal("it's", String(20)), type_=Integer)).order_by((bindparam(None, 0.5, type_=Float(8)) - 0.5).desc().nulls_first(), (u.c.p // literal(2)).desc()).with_for_update(skip_locked=True)

TREES.append(lambda: update(task).values(emp_id=func.instr(emp.c.name, ':w', type_=Integer)).where(task.c.id == emp.c.id, func.nullif(emp.c.salary, 0.5, type_=Float).in_([3.0, 3.0])))

TREES.append(lambda: (~~exists(select(func.min(emp.c.dept_id)).select_from(emp).where(type_coerce(emp.c.active, Boolean)))))


@TREES.append
def _():
    u = intersect(select(extract('dow', literal(DT(2024, 1, 2, 3, 4, 5))).label('p'), (literal(2.25, Float) - literal(-1)).label('q')), select(case({-5: 42}, value=literal(0), else_=3), (literal(-1.5) * literal(-1.5))).where((~emp.c.data[("b", "c")].as_boolean()))).subquery()
    return select(literal('b%'), (literal(False) == bindparam(None, True, type_=Boolean)), func.sum(u.c.p).label('total')).group_by(literal('b%'), (literal(False) == bindparam(None, True, type_=Boolean))).having(func.max(literal(False))).order_by(literal('b%')).limit(literal(2))


@TREES.append
def _():
    e = select(extract('month', literal(DT(2020, 2, 29))).label('n'), func.upper(proj.c.tags["l"][0].as_string(), type_=String).label('s')).cte('first')
    f = select(e.c.n, func.count().label('k')).where((true()).is_(false())).group_by(e.c.n).cte()
    return select(f.c.k, e.c.s, emp.c.data[0].as_boolean()).join_from(f, e, f.c.n == e.c.n)

TREES.append(lambda: (0.5 + (select(dept.c.id).select_from(dept).where(dept.c.active).scalar_subquery() / (proj.c.hours - 0.5))))

TREES.append(lambda: emp.c.name.concat(emp.c.id).bool_op('GLOB')(func.substr(emp.c.nick, emp.c.age, 2, type_=String)))


@TREES.append
def _():
    a = proj.alias(name="x y")
    b = aliased_b = proj.alias()
    return select(a, case((a.c.is_open, ''), else_=b.c.title), func.max(b.c.due).over(partition_by=b.c.is_open, order_by=b.c.due), literal(DT(2020, 2, 29)).label('id')).select_from(a).join(b, a.c.id == b.c.id).where((func.nullif((a.c.id != all_(select(literal(2)).select_from(emp).where(emp.c.active).order_by(emp.c.id))), b.c.is_open, type_=Boolean) == False)).limit(9).offset(2)

TREES.append(lambda: select(func.min(literal("x", JSON))).select_from(task).where(literal(D(2024, 12, 31)).not_in([literal(D(2024, 12, 31)), D(2021, 5, 6)])).order_by(task.c.id).scalar_subquery())

TREES.append(lambda: (func.ifnull(dept.c.id, 2, type_=Integer) - cast(literal(-1.5), Integer)))


@TREES.append
def _():
    l = select((func.ifnull(emp.c.dept_id, 1, type_=Integer) + (emp.c.id // -1)).label('v'), emp.c.name.collate("NOCASE").op('||')(emp.c.name.label('lab')).label('w')).where(func.concat(bindparam(None, 'a', type_=Unicode(5)), '?', dept.c.id).startswith(':w', autoescape=True)).lateral()
    return select(dept.c.name, l.c.v, case({'x_y': dept.c.active}, value=dept.c.name)).outerjoin(l, l.c.v == dept.c.id)

TREES.append(lambda: (~dept.c.info[("l", 0)].as_boolean()))


@TREES.append
def _():
    a = task.alias("e2")
    b = aliased_b = task.alias()
    return select(literal(Decimal("10")), func.sum(literal_column("8", Integer)).over(order_by=[select(func.count(1)).select_from(dept).order_by(dept.c.id).scalar_subquery().desc(), bindparam(None, Decimal("-0.25"), type_=Numeric(8, 2)).desc().nulls_first()], groups=(None, 1))).select_from(a).join(b, a.c.id == b.c.id).where(tuple_(func.char_length(func.concat(a.c.note, literal_column("'lc'", String), b.c.id)), (case((literal(False), b.c.note)) + literal('b%').concat(bindparam(None, 'a/b', type_=String(20))))).in_([(1, ':w'), (3, 'x_y')])).limit(literal(2))

TREES.append(lambda: func.instr(case(((emp.c.age <= emp.c.dept_id.bitwise_or(proj.c.id)), ':w'), else_='Ann'), emp.c.name, type_=Integer))


def shown(title, thing, params=True, **kw):
    try:
        compiled = thing.compile(**kw)
        print(title, str(compiled).replace("\n", "\n        "), compiled.params if params else "")
    except Exception as error:
        print(title, type(error).__name__, re.sub(r"0x[0-9a-f]+", "0x", str(error)))


for number, make in enumerate(TREES):
    try:
        tree = make()
    except Exception as error:
        print(f"{number:>3}", type(error).__name__, re.sub(r"0x[0-9a-f]+", "0x", str(error)))
        continue
    print(f"{number:>3}", type(tree).__name__, repr(getattr(tree, "type", None)))
    shown("    default:", tree)
    shown("    sqlite:", tree, dialect=sqlite.dialect())
    shown("    postgresql:", tree, dialect=postgresql.dialect())
    shown("    mysql:", tree, dialect=mysql.dialect())
    for dialect in (sqlite.dialect(), postgresql.dialect(), mysql.dialect()):
        shown("    literal:", tree, False, dialect=dialect, compile_kwargs={"literal_binds": True})

"""Random expression trees, seed 1009: generated expressions and statements as four dialects write them, with binds and with literals."""
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
TREES.append(lambda: func.char_length(('Ann' + func.aggregate_strings(dept.c.info[("l", 0)].as_string(), '%'))))

TREES.append(lambda: ('a/b' + case((select(func.max(emp.c.active)).select_from(emp).where(emp.c.active).order_by(emp.c.id).scalar_subquery(), '?'))))

TREES.append(lambda: (type_coerce(proj.c.tags[("b", "c")].as_string(), Unicode(5)) + 'b%'))


@TREES.append
def _():
    e = select(case((case({'?': True}, value=dept.c.name, else_=dept.c.active), 3), else_=func.ifnull(dept.c.id, -1, type_=Integer)).label('n'), case((dept.c.name.ilike(dept.c.name), func.replace(literal('b%'), dept.c.name, '?', type_=String)), (dept.c.id.op('>', is_comparison=True)(dept.c.id), dept.c.name)).label('s')).cte('first')
    f = select(e.c.n, func.count().label('k')).where(select(func.min(proj.c.is_open)).select_from(proj).where(proj.c.is_open).scalar_subquery()).group_by(e.c.n).subquery('second')
    return select(f.c.k, e.c.s, type_coerce(literal(True), Boolean)).join_from(f, e, f.c.n == e.c.n).slice(1, 3)

TREES.append(lambda: insert(task).values([{'prio': -5, 'note': 'a'}, {'prio': func.instr(literal('a/b'), '', type_=Integer), 'note': 'b%'}, {'prio': 0, 'note': bindparam(None, 'a', type_=String(20))}]))

TREES.append(lambda: select(emp.c.data[("l", 0)]).select_from(emp).where((case((false(), emp.c.nick)) <= 'Ann')).order_by(emp.c.id).scalar_subquery())

TREES.append(lambda: update(dept).values(name=emp.c.name.regexp_replace('Ann', 'b%')).where(dept.c.id == emp.c.id, or_(case((dept.c.active, dept.c.active), else_=True), false(), func.coalesce(emp.c.active, emp.c.active))))

TREES.append(lambda: select(emp, emp.c.salary).join_from(emp, dept, emp.c.dept_id == dept.c.id))


@TREES.append
def _():
    u = union(select(select(func.max(proj.c.title)).select_from(proj).order_by(proj.c.id).scalar_subquery().label('p'), (proj.c.hours * proj.c.hours).label('q')), select(case({-5: 'Ann'}, value=dept.c.id, else_="it's"), (bindparam(None, -1.5, type_=Float) + bindparam(None, 3.0, type_=Float)))).order_by('p').subquery()
    return select((2.25 // (u.c.q / literal(2, literal_execute=True))).label('lab1')).where(select(func.max(false())).select_from(emp).where(emp.c.active).order_by(emp.c.id).correlate_except(emp).scalar_subquery(), u.c.p.iendswith(u.c.p)).with_for_update(nowait=True, key_share=True)

TREES.append(lambda: (~literal('?').regexp_match(func.ltrim(func.ltrim(dept.c.name)))))

TREES.append(lambda: ((emp.c.hired > D(2021, 5, 6))).is_(True))


@TREES.append
def _():
    n = select(literal(2).label('n'), literal('q\\z').label('w')).cte(recursive=True)
    n = n.union_all(select(n.c.n + 1, n.c.w + 'x_y').where(n.c.n < 4))
    return select(literal(D(2024, 12, 31)), literal(DT(2020, 2, 29)).label('two words')).where(case({'a': func.rank(literal(10)).within_group(bindparam(None, 1, type_=Integer)).in_((-5, None))}, value=emp.c.data[("l", 0)].as_string(), else_=False))


@TREES.append
def _():
    l = select(dept.c.id.op('&')(-5).label('v'), ('x_y' + (dept.c.name + dept.c.name)).label('w')).where(type_coerce(tuple_(dept.c.id, dept.c.name).not_in([(0, 'q\\z'), (1, '?')]), Boolean)).limit(2).lateral('lat')
    return select(dept.c.name, l.c.v, literal(False)).outerjoin(l, l.c.v == dept.c.id)


@TREES.append
def _():
    e = select((10 * task.c.proj_id).bitwise_lshift(2).label('n'), func.trim(bindparam(None, '?', type_=String), type_=String).label('s')).cte('first')
    f = select(e.c.n, func.count().label('k')).where((true() != true())).group_by(e.c.n).subquery('second')
    return select(f.c.k, e.c.s, cast(literal(True), Boolean)).join_from(f, e, f.c.n == e.c.n).order_by(literal(D(2024, 12, 31)))

TREES.append(lambda: func.coalesce(select(func.max(proj.c.is_open)).select_from(proj).where(proj.c.is_open).limit(1).scalar_subquery(), (emp.c.data[("b", "c")].as_boolean() & or_(emp.c.active, false(), emp.c.active))))

TREES.append(lambda: case({'?': cast(dept.c.info[("l", 0)].as_numeric(10, 2), Integer)}, value=(('x_y' + func.upper(dept.c.name)) + dept.c.name), else_=(1 % bitwise_not(select(proj.c.dept_id).select_from(proj).where(proj.c.is_open).order_by(proj.c.id).scalar_subquery()))))


@TREES.append
def _():
    a = task.alias("e2")
    b = aliased_b = task.alias()
    return select(b.c.done, literal(D(2024, 12, 31), Date), func.last_value(literal("x", JSON)).over(order_by=func.abs(b.c.pos, type_=Integer), rows=(None, 0)), a.c.note).select_from(a).join(b, a.c.id == b.c.id).where(case({10: cast(literal(True), Boolean)}, value=(b.c.pos // 0), else_=bindparam(None, True, type_=Boolean))).add_columns(select(func.min(proj.c.id)).select_from(proj).order_by(proj.c.id).correlate(a).scalar_subquery()).limit(7).offset(0).distinct()

TREES.append(lambda: insert(task).values([{'prio': 3, 'note': 'b%'}, {'prio': extract('year', literal(DT(2020, 2, 29))), 'note': (literal('q\\z') + literal('?'))}, {'prio': func.char_length(literal('?')), 'note': (literal('') + 'x_y')}]))

TREES.append(lambda: insert(task).values([{'prio': -1, 'note': case((literal(False), literal('a')), (literal(True), literal("it's", literal_execute=True)), else_='Ann')}, {'prio': func.ifnull(literal(-1, Integer), 2, type_=Integer), 'note': bindparam(None, '', type_=Text)}, {'prio': 3, 'note': 'a'}]))

TREES.append(lambda: (proj.c.tags["l"][0].as_numeric(10, 2) <= Decimal("10")))

TREES.append(lambda: case(((dept.c.opened == D(2024, 12, 31)), func.replace((dept.c.name + dept.c.name), case((dept.c.active, 'x_y'), (dept.c.active, dept.c.name), else_='Ann'), 'a', type_=String)), else_='x_y').label('x y'))

TREES.append(lambda: except_(select((func.coalesce(bindparam(None, 0.5, type_=Float(8)), 3.0) - (bindparam(None, -1.5, type_=Float(8)) / literal(-1.5))), cast(func.substr(task.c.note, literal(-5), 2, type_=String), SmallInteger)).where((select(func.max(task.c.prio)).select_from(task).where(true()).scalar_subquery() >= case((false(), task.c.pos)))), select(func.round((proj.c.hours - proj.c.hours), 1, type_=Float), func.ifnull(func.now(), (1 // proj.c.dept_id), type_=Integer)).where((literal(0.5) != None), not_(literal(False)))).order_by(text('1 DESC')))

TREES.append(lambda: (((literal(2.25) // 2.25).label('x y') * select(func.count(1)).select_from(emp).where(and_(true(), false())).limit(1).correlate(dept).scalar_subquery()) + -1.5))

TREES.append(lambda: exists(literal_column('1')).select_from(task).where(select(func.min(proj.c.is_open)).select_from(proj).where(proj.c.is_open).scalar_subquery()))

TREES.append(lambda: select(dept.c.info, func.lead(dept.c.active).over(partition_by=dept.c.active, order_by=dept.c.name.label('x y')), emp.c.data, ((func.count(literal(7)).aggregate_order_by(emp.c.id.desc()) / -5) % Decimal("10"))).join_from(emp, dept, emp.c.dept_id == dept.c.id).where(type_coerce(cast(cast(emp.c.active, Boolean), Boolean), Boolean)))

TREES.append(lambda: emp.c.data[("l", 0)].as_json().is_(None))


@TREES.append
def _():
    a = dept.alias()
    b = aliased_b = dept.alias()
    return select(func.min(a.c.active).over(order_by=(a.c.id * 7).asc(), rows=(-3, -1)), b.c.info["l"][0].as_integer().op('<<', precedence=5)(b.c.info[0].as_integer()), literal_column("1.5", Float)).select_from(a).join(b, a.c.id == b.c.id).where((a.c.info[("l", 0)].as_integer() == 2)).distinct()

TREES.append(lambda: case({-1: func.abs((dept.c.id * dept.c.id), type_=Integer)}, value=dept.c.id))

TREES.append(lambda: union(select((proj.c.tags[("b", "c")].as_string() + proj.c.title), func.substr((proj.c.title + proj.c.title), 1, 2, type_=String)).where(proj.c.is_open), select(cast((emp.c.salary + 2.25), Unicode(5)), ('b%' + literal('a/b', Text).label('x y')))).order_by(literal_column('1')))

TREES.append(lambda: update(proj).values(dept_id=cast(literal(2.25), SmallInteger)).where(proj.c.id == emp.c.id, ~select(func.count(1)).select_from(task).where(emp.c.name.not_like(emp.c.name)).order_by(task.c.id).exists()))

TREES.append(lambda: cast(emp.c.data["l"][0].as_string(), String))

TREES.append(lambda: cast(select(func.max(literal(-1.5))).select_from(proj).where(cast(proj.c.is_open, Boolean)).order_by(proj.c.id).scalar_subquery(), Text).not_ilike('a', escape='/'))

TREES.append(lambda: intersect(select(task.c.proj_id.label('x y'), func.substr(task.c.note, 2, 2, type_=String)).where((func.count(task.c.pos) == func.max(literal_column("1", Integer)))).limit(2), select((bindparam(None, 1, type_=SmallInteger) - literal(-5)), (emp.c.name + "it's")).where(select(func.max(emp.c.active)).select_from(emp).where(emp.c.active).limit(1).scalar_subquery())).limit(3))


@TREES.append
def _():
    e = select(func.instr((dept.c.name + dept.c.name), (dept.c.name + dept.c.id), type_=Integer).label('n'), func.upper((literal('b%') + dept.c.name)).label('s')).cte('first')
    f = select(e.c.n, func.count().label('k')).where((~e.c.s.regexp_match(e.c.s))).group_by(e.c.n).subquery()
    return select(f.c.k, e.c.s, emp.c.data["l"][0].is_(None)).join_from(f, e, f.c.n == e.c.n).order_by(case({':w': literal(Decimal("-0.25"))}, value=literal('b%'), else_=Decimal("10")).desc(), (literal_column("9", Integer) + f.c.n).desc())

TREES.append(lambda: extract('day', dept.c.opened))

TREES.append(lambda: select(literal(DT(2020, 2, 29)), proj.c.hours, (case((proj.c.is_open, proj.c.cost), else_=proj.c.cost) + func.length(proj.c.title, type_=Integer)), literal(DT(2020, 2, 29))).where(proj.c.is_open))

TREES.append(lambda: select(not_(func.max(emp.c.active).over(order_by=emp.c.bonus)), emp.c.data["b"].as_json(), (func.nullif(emp.c.bonus, Decimal("10"), type_=Numeric(8, 2)) + Decimal("-0.25")), emp.c.seen.label('order')).select_from(task.join(emp, and_(task.c.emp_id == emp.c.id, (~between(emp.c.salary, 0.5, emp.c.salary))))).where(~exists(select(func.count()).select_from(dept).where((dept.c.name.collate('nocase') == 'x_y')).correlate_except(dept))).with_for_update(nowait=True, key_share=True))

TREES.append(lambda: select(func.last_value(proj.c.due).over(partition_by=[proj.c.id, proj.c.title], order_by=desc((proj.c.hours + literal(0.5))), groups=(0, 0)), (task.c.proj_id * task.c.id), (Decimal("10") - literal(Decimal("10"))), extract('month', task.c.done).label('lab1')).select_from(task).join(proj))

TREES.append(lambda: (func.abs(func.instr(emp.c.nick, '', type_=Integer), type_=Integer) * (emp.c.data["b"]["c"].as_numeric(10, 2) - (emp.c.bonus + emp.c.bonus))))

TREES.append(lambda: proj.c.tags["b"]["c"].as_boolean())

TREES.append(lambda: select(func.nullif(case({42: 1}, value=literal(1), else_=3), -1, type_=Integer), proj.c.hours, or_(func.last_value(proj.c.is_open).over(order_by=proj.c.id.bitwise_lshift(proj.c.id), rows=(None, None)), (proj.c.tags["b"]["c"].as_boolean() == True)), literal(False).label('id')).offset(2))


@TREES.append
def _():
    u = except_(select(func.coalesce(dept.c.id, bindparam(None, 2, type_=Integer)).label('p'), (literal_column("6", Integer) + dept.c.id).label('q')), select(case((emp.c.active, -1), else_=emp.c.dept_id), func.ifnull(emp.c.dept_id, -1, type_=Integer))).order_by('p').cte()
    return select(func.first_value(literal(True)).over(order_by=[bindparam(None, 'a', type_=String).label(None).desc(), literal(True).desc()]), (bindparam(None, 2.25, type_=Float) % literal(-1.5))).where(or_(literal(True), true(), (~literal("it's", String(20)).label('x y').regexp_match(('a/b' + literal('Ann'))))))

TREES.append(lambda: case(((((literal_column("4", Integer) + literal(-5)) + func.trim(emp.c.name, type_=String)) < cast(emp.c.boss_id.bitwise_and(-1), String(5))), True), else_=True))

TREES.append(lambda: case(((~dept.c.info[0].as_boolean()), (literal(3, SmallInteger) + -5).label('x y')), (select(select(func.max(proj.c.is_open)).select_from(proj).where(proj.c.is_open).order_by(proj.c.id).limit(1).scalar_subquery()).select_from(proj).where((bindparam(None, 2.25, type_=Float) != proj.c.hours)).scalar_subquery(), (-dept.c.id).op('|', precedence=5)((dept.c.id + 7))), else_=func.length(func.trim(dept.c.name, type_=String), type_=Integer)).is_distinct_from((case((dept.c.name.istartswith('a', escape='^'), (literal(2.25, Float) + literal(-1.5, Float))), (case({-5: dept.c.active}, value=dept.c.id), -1.5), else_=(2.25 / literal(0.5))) // func.ifnull(dept.c.id, dept.c.id, type_=Integer).bitwise_xor(cast(literal(':w', Unicode(5)), Integer)))))

TREES.append(lambda: union_all(select((select(task.c.note).select_from(task).limit(1).scalar_subquery() + 'a/b'), ((proj.c.hours // -1.5) + 0.5)).where(select(func.min(emp.c.active)).select_from(emp).limit(1).scalar_subquery(), (tuple_(proj.c.id, proj.c.title) == (2, 'x_y'))), select(('Ann' + proj.c.title), ((proj.c.hours * proj.c.id) % proj.c.hours)), select(null().label('n'), func.coalesce((3.0 + emp.c.salary), func.round(emp.c.salary, 1, type_=Float)))).limit(3))

TREES.append(lambda: (cast(func.coalesce(literal(DT(2024, 1, 2, 3, 4, 5), DateTime), literal(DT(2020, 2, 29))), CHAR(2)) + (proj.c.title + ':w').op('||')(proj.c.title.concat('b%'))).concat(2))

TREES.append(lambda: select((2.25 < emp.c.salary), type_coerce(func.max(literal('a/b')), BigInteger)).select_from(emp).group_by((2.25 < emp.c.salary)))

TREES.append(lambda: func.extract('year', dept.c.opened))

TREES.append(lambda: insert(task).values([{'prio': 2, 'note': func.lower(literal('?'))}, {'prio': (bindparam(None, -1, type_=SmallInteger) * -1), 'note': func.replace(literal('a'), literal_column("'lc'", String), 'x_y', type_=String)}, {'prio': 1, 'note': 'b%'}]))

TREES.append(lambda: ((proj.c.due - proj.c.due) * proj.c.cost))

TREES.append(lambda: case(((func.coalesce(proj.c.dept_id, 3) != None), bindparam(None, DT(2024, 1, 2, 3, 4, 5), type_=DateTime).not_in([])), (tuple_((literal(2) // -5), func.substr(proj.c.title, proj.c.dept_id, 2, type_=String)).in_(select(extract('day', dept.c.opened), ('?' + dept.c.name)).where(dept.c.active)), True), else_=True))

TREES.append(lambda: (literal(D(2021, 5, 6)) != literal(D(2021, 5, 6))))


@TREES.append
def _():
    a = dept.alias()
    b = aliased_b = dept.alias()
    return select(select((literal(7) + bindparam(None, -5, type_=SmallInteger)).bitwise_or(-1)).select_from(dept).where(((literal(0.5) + 2.25) == -1.5)).scalar_subquery(), func.nullif((-1.5 + literal(0.5)), cast(cast(literal(':w'), SmallInteger), Float), type_=Float)).where((~~exists(literal_column('1')).select_from(task).where((any_(select(literal(2.25)).select_from(dept).where(literal(False)).limit(1)) == literal_column("1.5", Float)))))

TREES.append(lambda: not_(and_(exists(select(func.min(emp.c.boss_id)).select_from(emp).where(select(func.max(false())).select_from(proj).where(proj.c.is_open).order_by(proj.c.id).scalar_subquery())), proj.c.is_open, (~(proj.c.title + ':w').regexp_match(func.concat(bindparam(None, '', type_=Text), proj.c.title, literal(7, Integer)))))))

TREES.append(lambda: exists(text('1')).select_from(task).where(and_(true(), select(case({'?': emp.c.active}, value=emp.c.nick)).select_from(emp).where(case((emp.c.active, True), else_=emp.c.active)).scalar_subquery())))

TREES.append(lambda: ((emp.c.salary - emp.c.dept_id) * emp.c.salary))

TREES.append(lambda: task.c.proj_id.label('x y'))

TREES.append(lambda: proj.c.tags["b"]["c"].as_json())


@TREES.append
def _():
    j = func.json_each(proj.c.tags, '$.l').table_valued('key', column('value', Integer), name='je')
    return select(proj.c.due.label('lab1')).where(literal(True)).fetch(3)

TREES.append(lambda: (case({'x_y': proj.c.cost}, value=proj.c.title) * cast(proj.c.id, BigInteger)))


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

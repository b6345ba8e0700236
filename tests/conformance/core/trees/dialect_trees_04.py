"""Random expression trees, seed 1004: generated expressions and statements as four dialects write them, with binds and with literals."""
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
    s = select(emp.c.boss_id, emp.c.data, emp.c.dept_id, ((emp.c.boss_id + emp.c.dept_id) - (-emp.c.dept_id)).label('comp')).where(select(func.min(emp.c.active)).select_from(emp).where(bindparam(None, 42, type_=SmallInteger).not_in(bindparam('many', [42, -1, 42], expanding=True))).limit(1).scalar_subquery()).order_by(emp.c.id).cte()
    return select(dept.c.id, (select(func.max(proj.c.cost)).select_from(proj).where(case({10: True}, value=proj.c.id)).scalar_subquery() * Decimal("10")).label('order')).select_from(dept).join(s, s.c.comp == dept.c.id).where(select(func.min(dept.c.active)).select_from(dept).where(dept.c.info[0].as_string().in_(['Ann', 'a/b'])).correlate_except(dept).scalar_subquery()).limit(literal(2))

TREES.append(lambda: func.substr(dept.c.name.collate("NOCASE"), 1, 2, type_=String))

TREES.append(lambda: (((0.5 // proj.c.hours) + 3.0) / (-proj.c.dept_id)))

TREES.append(lambda: ((literal_column("1", Integer) / 3) - func.percentile_cont(0.5).within_group(bindparam(None, 3.0, type_=Float).desc())))

TREES.append(lambda: update(task).values(emp_id=(dept.c.id * -1)).where(task.c.id == dept.c.id, (dept.c.info[0].as_string().startswith('b%'))).returning(task.c.id, dept.c.id))

TREES.append(lambda: and_((~proj.c.id.bool_op('@@')(proj.c.dept_id)), case((bindparam(None, False, type_=Boolean), literal(True)), (proj.c.is_open, emp.c.active), else_=emp.c.active), proj.c.due.in_([])))

TREES.append(lambda: type_coerce(between(literal("it's", Text) + proj.c.title, 'q\\z', func.char_length(bindparam(None, 'b%', type_=String(20)))), Boolean))

TREES.append(lambda: select(emp.c.id, emp.c.data["b"].as_numeric(10, 2).label('Sum'), func.sum(emp.c.salary), func.max(emp.c.salary), (emp.c.name + 'b%')).select_from(emp).join(dept).join(task).group_by(emp.c.id))

TREES.append(lambda: func.instr(task.c.note, 'a', type_=Integer))

TREES.append(lambda: collate(collate(emp.c.nick, "nocase"), "nocase").concat('b%'))

TREES.append(lambda: update(dept).values(name=(emp.c.name + emp.c.nick)).where(dept.c.id == emp.c.id, case((emp.c.active, emp.c.id), (emp.c.active, 2), else_=0).in_(select(func.min(literal(-5))).select_from(proj).where(proj.c.tags[0].as_json().is_(None)))))

TREES.append(lambda: (0 * dept.c.id.op('-', precedence=5)(literal(2))).op('%', precedence=-1)(((-proj.c.dept_id) + func.length(proj.c.title, type_=Integer))))

TREES.append(lambda: and_(dept.c.id.is_not_distinct_from(literal(-5, BigInteger)), dept.c.active, dept.c.id.not_in([2, 3, 10])))


@TREES.append
def _():
    l = select((extract('day', bindparam(None, D(2021, 5, 6), type_=Date)) * 10).label('v'), func.replace((bindparam(None, '?', type_=Text) + 'x_y'), 'b%', 'b%', type_=String).label('w')).where(dept.c.active).limit(2).lateral()
    return select(dept.c.name, l.c.v, (~l.c.w.startswith("it's", autoescape=True))).outerjoin(l, l.c.v == dept.c.id)

TREES.append(lambda: delete(emp).where(emp.c.id == dept.c.id, (dept.c.name != func.substr(literal('Ann'), 2, 2, type_=String))))


@TREES.append
def _():
    u = intersect(select(proj.c.dept_id.op('*', precedence=-1)(42).label('p'), case((literal(False), -1), (proj.c.is_open, proj.c.id), else_=7).label('q')), select(dept.c.id, (literal(7) % dept.c.id)).where((2.25 + literal(0.5)).not_in([-1.5, 2.25, 3.0]))).alias()
    return select((literal(3.0) % 2.25), literal(D(2024, 12, 31)), (Decimal("10") + literal(Decimal("1.5")))).where(select(func.min(bindparam(None, 3, type_=SmallInteger))).select_from(dept).where((dept.c.id == -1)).order_by(dept.c.id).exists()).distinct()

TREES.append(lambda: delete(emp).where(emp.c.id == task.c.id, ((literal(7) - 7) >= func.rank(0).within_group(emp.c.dept_id))).returning(emp.c.id))

TREES.append(lambda: func.trim(task.c.note).op('||', precedence=1, return_type=String())((task.c.note + task.c.note)))

TREES.append(lambda: except_(select(extract('month', emp.c.seen), case((emp.c.active, emp.c.nick), (emp.c.active, 'x_y'))).where(emp.c.name.iendswith(emp.c.nick)).limit(2), select((-dept.c.id), func.trim(dept.c.name, type_=String)).where(literal(True))))


@TREES.append
def _():
    e = select(proj.c.dept_id.bitwise_xor(func.abs(literal_column("7", Integer), type_=Integer)).label('n'), ((proj.c.title + 'x_y') + proj.c.dept_id.bitwise_not()).label('s')).cte()
    f = select(e.c.n, func.count().label('k')).where((literal(2.25) < 2.25)).group_by(e.c.n).subquery()
    return select(f.c.k, e.c.s, (bindparam(None, D(2024, 12, 31), type_=Date) != None)).join_from(f, e, f.c.n == e.c.n).order_by(literal(D(2021, 5, 6)))

TREES.append(lambda: select((dept.c.active).is_(True), cast(func.max(literal(-1.5, Float(8))), SmallInteger), func.count(distinct(dept.c.name)).filter(dept.c.active, dept.c.active), func.max(dept.c.id), func.total(dept.c.id, type_=Integer)).select_from(dept).group_by((dept.c.active).is_(True)).having(func.min(dept.c.active)))

TREES.append(lambda: case((false(), None), else_=proj.c.title).op('||')('Ann').op('||')(((proj.c.title + literal('a')) + func.coalesce(dept.c.name, None, bindparam(None, 'b%', type_=Text)))).not_ilike(func.replace(select((task.c.emp_id + task.c.note)).select_from(task).where(literal(DT(2024, 1, 2, 3, 4, 5), DateTime).is_not_distinct_from(task.c.done)).scalar_subquery(), '', literal('', Text) + proj.c.title, type_=String), escape='/'))


@TREES.append
def _():
    n = select(literal(2).label('n'), literal("it's").label('w')).cte('nums', recursive=True)
    n = n.union_all(select(n.c.n + 1, n.c.w + "it's").where(n.c.n < 4))
    return select(cast((n.c.n + -1), Integer).label('two words')).where(case(((~n.c.n.bool_op('@@')(42)), True), (n.c.w.is_(None), True), else_=False)).order_by((tuple_(n.c.n, n.c.n) == tuple_(n.c.n, 10)), exists().where(emp.c.active)).distinct()

TREES.append(lambda: update(proj).values(dept_id=cast(task.c.note, BigInteger)).where(proj.c.id == task.c.id, ((task.c.emp_id + bindparam(None, 'x_y', type_=Text)) <= ':w')))

TREES.append(lambda: select(dept.c.id, func.sum(dept.c.budget).label('Sum'), (func.sum(literal(0.5)).filter(literal(True), dept.c.active) * func.max(literal(3.0))), func.avg(dept.c.budget, type_=Float), (func.count(dept.c.id.distinct()) - 10)).select_from(dept).group_by(dept.c.id).limit(9).offset(2))

TREES.append(lambda: select((3.0 + proj.c.hours), proj.c.due, proj.c.is_open, case((dept.c.active, proj.c.id), (dept.c.active, 3), else_=literal(42)).label('order')).select_from(dept).join(proj).where((dept.c.name != null()), (proj.c.tags["l"][0].as_integer().in_([1, 2]))).order_by(desc(dept.c.opened), 'order').offset(2))

TREES.append(lambda: select(func.min(emp.c.bonus)).select_from(emp).where(func.upper(emp.c.name).op('||')(func.replace(literal_column("'lc'", String), 'Ann', literal('?'), type_=String)).not_ilike(emp.c.nick, escape='!')).order_by(emp.c.id).correlate_except(emp).scalar_subquery())

TREES.append(lambda: (~(literal(DT(2020, 2, 29)) < literal(DT(2024, 1, 2, 3, 4, 5)))))

TREES.append(lambda: proj.c.tags["a"].as_json())

TREES.append(lambda: (emp.c.nick.op('||')('b%') + emp.c.nick))


@TREES.append
def _():
    l = select(extract('day', bindparam(None, DT(2020, 2, 29), type_=DateTime)).label('v'), literal('a').op('||')('q\\z').label('w')).where(type_coerce(dept.c.name.not_like('a/b'), Boolean)).lateral()
    return select(dept.c.name, l.c.v, cast(dept.c.active, Boolean)).outerjoin(l, true())

TREES.append(lambda: (any_(select(func.count()).select_from(proj).order_by(proj.c.id)) == func.coalesce(bitwise_not(emp.c.age).bitwise_not(), type_coerce(func.coalesce(dept.c.name, 'Ann'), Integer))))


@TREES.append
def _():
    l = select(emp.c.boss_id.label('x y').bitwise_not().label('v'), (func.coalesce(emp.c.age, emp.c.dept_id) + emp.c.data[("l", 0)].as_string()).label('w')).where(func.coalesce(between(emp.c.boss_id, 7, bindparam(None, -1, type_=SmallInteger)), (emp.c.data["b"]["c"].as_integer().in_([1, 2])))).limit(2).lateral('lat')
    return select(dept.c.name, l.c.v, (dept.c.info["l"][0].as_string().ilike("it's"))).join(l, true())

TREES.append(lambda: (2 // emp.c.boss_id).bitwise_xor(3).between(emp.c.boss_id, 42, symmetric=True))

TREES.append(lambda: func.instr(func.trim(proj.c.title.op('||')('q\\z').regexp_replace('a/b', func.coalesce(proj.c.title, None, ':w'), flags='g'), type_=String), func.pkg.Fn(func.lower((proj.c.title + ':w')), type_=String), type_=Integer))

TREES.append(lambda: (func.upper(dept.c.name) >= 'q\\z'))

TREES.append(lambda: (null().label('n') + func.lower(emp.c.nick.concat(''), type_=String)))

TREES.append(lambda: case(((proj.c.dept_id >= proj.c.id), type_coerce(proj.c.hours, Float)), else_=-1.5).label('x y'))

TREES.append(lambda: (literal(Decimal("1.5")) + (dept.c.id + case({':w': 0}, value=dept.c.name))))

TREES.append(lambda: ((proj.c.title + 'a') + func.substr(null().label('n'), 1, 2, type_=String)))

TREES.append(lambda: dept.c.name.op('||')("it's").istartswith(':w', autoescape=True))

TREES.append(lambda: and_(*[(dept.c.active).is_(false()), select(func.min(proj.c.is_open)).select_from(proj).where(proj.c.is_open).scalar_subquery()], or_(func.replace(dept.c.name, literal(':w', Unicode(5)), 'x_y', type_=String).startswith(dept.c.name.op('||', precedence=1, return_type=String())('Ann'), escape='^'), ~(literal(-1.5) // literal(-1.5)).is_not_distinct_from(literal_column("1.5", Float)))))

TREES.append(lambda: select((proj.c.dept_id * 2), func.total(proj.c.id, type_=Integer).filter(proj.c.is_open), (proj.c.cost - func.sum(proj.c.cost)), (func.avg(proj.c.hours, type_=Float) // func.count().filter(proj.c.is_open))).group_by((proj.c.dept_id * 2)).having(func.min(proj.c.is_open).filter(literal(True), proj.c.is_open)).order_by(proj.c.title.op('||')('?')))

TREES.append(lambda: (~collate(proj.c.title, "nocase").not_like(proj.c.title, escape='!')))

TREES.append(lambda: (collate(proj.c.title, "nocase") + func.ltrim(emp.c.name, type_=String)))

TREES.append(lambda: func.coalesce(select(func.count(1)).select_from(proj).where(proj.c.is_open).scalar_subquery(), (1 - (proj.c.due - proj.c.due))))

TREES.append(lambda: (func.max((-(literal(D(2021, 5, 6)) - literal(D(2021, 5, 6))))) == func.bar(select(func.count(1)).select_from(task).where((task.c.emp_id // task.c.pos).in_((3, None))).scalar_subquery())))

TREES.append(lambda: case(((literal(False)).is_distinct_from(None), literal(1).op('<<')(bindparam(None, 42, type_=Integer))), (and_(proj.c.is_open, literal(False)), select(emp.c.age).select_from(emp).where(emp.c.active).order_by(emp.c.id).limit(1).scalar_subquery()), else_=bitwise_not(proj.c.id)))

TREES.append(lambda: select(literal(True), func.coalesce(select(func.max(dept.c.info)).select_from(dept).where(tuple_(dept.c.id, dept.c.name).not_in([(0, 'b%'), (0, '')])).scalar_subquery(), {"a": 1}), literal({"a": 1}, JSON)).where((func.ifnull(task.c.id, -1, type_=Integer) / 7).in_(select(func.abs(select(func.max(literal(0))).select_from(dept).where(dept.c.active).scalar_subquery(), type_=Integer)).select_from(task).where(literal(False)))))

TREES.append(lambda: select(func.max(proj.c.is_open)).select_from(proj).where((tuple_(func.coalesce(proj.c.id, proj.c.id), type_coerce(literal('a/b'), BigInteger)) >= tuple_((0 - dept.c.id), 2))).order_by(proj.c.id).scalar_subquery())

TREES.append(lambda: ~select(emp.c.boss_id).select_from(emp).correlate_except(emp).exists())

TREES.append(lambda: update(emp).values(hired=emp.c.hired, bonus=cast(emp.c.boss_id, Numeric)).returning(emp.c.id, cast((emp.c.dept_id / emp.c.salary), SmallInteger)))


@TREES.append
def _():
    n = select(literal(-1).label('n'), literal(':w').label('w')).cte(recursive=True)
    n = n.union_all(select(n.c.n + 1, n.c.w + "it's").where(n.c.n < 4))
    return select(func.dense_rank().over(partition_by=[n.c.n, n.c.w]), func.round(func.last_value(literal(2.25)).over(partition_by=[n.c.n, n.c.w], order_by=(~n.c.w.ilike(':w', escape='/')), range_=(0, None)), 1, type_=Float), bitwise_not(n.c.n).label('Mixed')).where(type_coerce(literal(True, Boolean), Boolean)).with_only_columns(func.ifnull(n.c.n, literal_column("2", Integer), type_=Integer), n.c.w).order_by(('a' + n.c.w).desc())

TREES.append(lambda: insert(task).values(prio=bindparam(None, 10, type_=SmallInteger), note=((':w' + bindparam(None, '?', type_=String)) + func.substr(literal('a'), literal(42), 2, type_=String)), pos=select(func.min(task.c.emp_id)).select_from(task).where(literal(Decimal("1.5")).in_([literal(Decimal("10")), Decimal("1.5")])).scalar_subquery()))


@TREES.append
def _():
    s = select(dept.c.id, dept.c.name, dept.c.active, func.ifnull((7 // dept.c.id), 7, type_=Integer).label('comp')).where(type_coerce((dept.c.id == 1), Boolean)).order_by(dept.c.id).subquery("sq")
    return select(func.max(s.c.active).filter(s.c.active).over(), literal(DT(2024, 1, 2, 3, 4, 5))).where(or_(not_(s.c.active), (func.instr(s.c.name, '?', type_=Integer) > 10))).order_by(literal(D(2024, 12, 31)))

TREES.append(lambda: select(func.max(dept.c.name)).select_from(dept).scalar_subquery().op('||')('?'))


@TREES.append
def _():
    s = select(task.c.done, task.c.prio, task.c.proj_id, select(func.count(emp.c.id)).select_from(emp).where(emp.c.active).limit(1).scalar_subquery().op('*', precedence=-1)(-1).label('comp')).where(exists(select((emp.c.dept_id + 10)).select_from(emp).order_by(emp.c.id))).order_by(task.c.id).alias("sq")
    return select(emp.c.seen, select(func.max(task.c.note)).select_from(task).where((emp.c.data["l"][0].as_string() == 'b%')).scalar_subquery(), emp.c.bonus.label('Mixed')).select_from(emp).join(s, s.c.comp == emp.c.id).order_by('Mixed', desc('Mixed')).limit(func.abs(3))

TREES.append(lambda: (literal(DT(2020, 2, 29)) > DT(2020, 2, 29)))

TREES.append(lambda: select(func.min(false()).over(order_by=bindparam(None, D(2024, 12, 31), type_=Date).nulls_last()), task.c.done.label('lab1')).order_by(desc(select(emp.c.age).select_from(emp).limit(1).scalar_subquery()), desc('lab1')))

TREES.append(lambda: update(emp).values(hired=emp.c.hired, bonus=select(func.min(literal(Decimal("1.5")))).select_from(task).where((~task.c.note.regexp_match(task.c.note))).order_by(task.c.id).scalar_subquery()).where((~emp.c.data["a"].as_boolean())))


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

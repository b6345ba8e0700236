"""Random expression trees, seed 1010: generated expressions and statements as four dialects write them, with binds and with literals."""
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
TREES.append(lambda: union(select((literal_column("1", Integer) / 42), func.substr(dept.c.name, 1, 2, type_=String)).where(exists(select(func.min(literal_column("6", Integer))).select_from(dept).where(literal(True)).limit(1).correlate(dept))).order_by(literal_column('1')).limit(1).offset(1), select((-emp.c.dept_id), collate(emp.c.name, "nocase")).where(between(emp.c.hired, D(2024, 12, 31), D(2021, 5, 6)))).subquery().select())

TREES.append(lambda: select(dept.c.info["b"]["c"], false(), cast(emp.c.salary, Numeric), (((dept.c.budget - emp.c.bonus) + case({'?': Decimal("-0.25")}, value=task.c.note, else_=Decimal("1.5"))) - func.min(emp.c.bonus).over())).select_from(dept).join(emp.join(task), emp.c.dept_id == dept.c.id).limit(literal(2)))


@TREES.append
def _():
    l = select((task.c.id.bitwise_not() - -1).label('v'), collate(case((literal(True), task.c.note), else_='a'), "nocase").label('w')).where(exists().where(select(emp.c.active).select_from(emp).where(dept.c.active).limit(1).scalar_subquery())).limit(2).lateral('lat')
    return select(dept.c.name, l.c.v, dept.c.name.bool_op('GLOB')(dept.c.name)).join(l, true())


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='vals').data([(2, 'a/b'), (7, 'Ann')]).cte()
    return select(cast(v.c.k, String(20)), func.max(v.c.k), case((func.max(literal(False)).filter(literal(True)), func.avg(bindparam(None, 3.0, type_=Float(8)), type_=Float)))).group_by(cast(v.c.k, String(20))).having(case((literal(False), True), (func.max(true()).filter(literal(True)), func.max(literal(True, Boolean)))))

TREES.append(lambda: select(dept.c.info[("l", 0)].as_string(), emp.c.active, select(func.max(task.c.note)).select_from(task).where((~dept.c.active)).scalar_subquery(), dept.c.info["a"]).select_from(dept).join(emp))

TREES.append(lambda: collate(func.substr((task.c.pos + literal('Ann')), 1, 2, type_=String), "nocase"))

TREES.append(lambda: case(((emp.c.data["b"].as_boolean() == False), func.ifnull(case((func.nullif(bindparam(None, True, type_=Boolean), literal(True), type_=Boolean), task.c.proj_id), else_=select(func.count()).select_from(proj).where(proj.c.is_open).limit(1).scalar_subquery()), 1, type_=Integer)), else_=func.length((literal('a/b') + ''), type_=Integer)))

TREES.append(lambda: delete(proj).where(proj.c.id == task.c.id, literal('a', String(20)).istartswith(':w', autoescape=True, escape='!')))

TREES.append(lambda: or_(cast(and_(dept.c.active, or_(dept.c.active, dept.c.active)), Boolean)))

TREES.append(lambda: type_coerce((func.round(proj.c.hours, 1, type_=Float) <= 0.5), Boolean))

TREES.append(lambda: func.abs((literal(42) + literal_column("8", Integer)), type_=Integer))

TREES.append(lambda: (literal(DT(2024, 1, 2, 3, 4, 5)) != None))

TREES.append(lambda: func.trim(func.coalesce(literal('b%'), task.c.note)))

TREES.append(lambda: except_all(select(emp.c.dept_id.op('+')(1), collate(emp.c.name, "nocase")).where(emp.c.data["b"].as_boolean()).limit(2), select(extract('month', emp.c.seen), func.char_length(emp.c.name)).where(emp.c.active).limit(1)).order_by(text('1')).limit(2).offset(1))

TREES.append(lambda: select(literal_column("2", Integer), cast(proj.c.dept_id, Float(8)).label('total'), custom_op('<<', precedence=-1)(func.count(literal(0).distinct()), -1), func.max(dept.c.name).filter(proj.c.is_open, proj.c.is_open), (dept.c.budget * func.max(dept.c.budget))).join_from(proj, dept).where((proj.c.is_open).is_(None)).group_by(literal_column("2", Integer)))


@TREES.append
def _():
    e = select(func.nullif(proj.c.dept_id.op('*', precedence=15)(proj.c.dept_id), func.percentile_cont(0.5).within_group(proj.c.hours.desc()), type_=Integer).label('n'), func.trim(literal('Ann'), type_=String).op('||')('x_y').label('s')).cte('first')
    f = select(e.c.n, func.count().label('k')).where(select(func.min(dept.c.active)).select_from(dept).where(dept.c.active).scalar_subquery()).group_by(e.c.n).subquery('second')
    return select(f.c.k, e.c.s, not_(bindparam(None, True, type_=Boolean))).join_from(f, e, f.c.n == e.c.n)


@TREES.append
def _():
    e = select((1 - task.c.emp_id).label('x y').label('n'), collate(func.replace(literal('a'), task.c.note, 'Ann', type_=String), "nocase").label('s')).cte('first')
    f = select(e.c.n, func.count().label('k')).where(and_(literal(False), literal(False))).group_by(e.c.n).subquery()
    return select(f.c.k, e.c.s, (~literal(True))).join_from(f, e, f.c.n == e.c.n)

TREES.append(lambda: select(func.max(proj.c.hours)).select_from(proj).order_by(proj.c.id).limit(1).scalar_subquery())

TREES.append(lambda: (-select(func.count(1)).select_from(emp).where(emp.c.data[("b", "c")].as_boolean()).order_by(emp.c.id).scalar_subquery()))

TREES.append(lambda: func.lower(func.substr(emp.c.nick, 2, 2, type_=String)))

TREES.append(lambda: select(func.substr(func.trim(task.c.note), 1, 2, type_=String), literal(D(2021, 5, 6)), task.c.prio, func.max(bindparam(None, 0.5, type_=Float)).filter((literal_column("4", Integer) < task.c.id)).over(order_by=literal_column("1", Integer).desc())).select_from(task))

TREES.append(lambda: select(func.count(1)).select_from(emp).where((10 == func.ifnull(func.pow(literal(3), 2), -5, type_=Integer))).limit(1).scalar_subquery())

TREES.append(lambda: emp.c.data["b"].as_boolean())

TREES.append(lambda: select(literal(DT(2024, 1, 2, 3, 4, 5)), emp.c.name).select_from(emp).join(dept).join(task))


@TREES.append
def _():
    a = emp.alias(name="x y")
    b = aliased_b = emp.alias()
    return select((func.coalesce(a.c.nick, a.c.name) + b.c.name).op('||', precedence=6, return_type=String())(case((literal(True), a.c.name), else_=a.c.name).concat(func.last_value(b.c.nick).over(partition_by=[a.c.boss_id, a.c.nick], order_by=(b.c.age * a.c.bonus).desc(), rows=(1, 3))))).where(a.c.id < b.c.id).where((a.c.id.bitwise_lshift(1) > func.length(b.c.nick, type_=Integer)), cast(b.c.age.is_not(None), Boolean)).distinct()

TREES.append(lambda: select(dept.c.name.contains('q\\z', autoescape=True, escape='!'), func.avg(dept.c.budget, type_=Float).filter(dept.c.active).label('total')).select_from(emp).join(dept, emp.c.dept_id == dept.c.id, full=True).where(((emp.c.id.label('x y') * func.length(dept.c.name, type_=Integer)) < case({'a/b': (emp.c.dept_id - emp.c.dept_id)}, value=func.coalesce(dept.c.name, None, dept.c.name), else_=42))).group_by(dept.c.name.contains('q\\z', autoescape=True, escape='!')).having(func.min(dept.c.active)))

TREES.append(lambda: (((-1.5 * literal(2.25)) * 0.5) + (-(literal(2.25) + -1.5))).in_(select(func.max(literal_column("1.5", Float))).select_from(dept).where(func.pkg.Fn(task.c.note, type_=String).op('||')(case((literal(False), 'x_y'), else_='?')).endswith('a/b')).limit(1)))

TREES.append(lambda: delete(task).where(task.c.id == dept.c.id, cast(task.c.note.collate('NOCASE').like('b%'), Boolean)))

TREES.append(lambda: select(func.coalesce(case((literal(False), ':w'), (literal(True), '?'), else_='a'), ':w'), type_coerce(false(), Boolean).label('Mixed')))

TREES.append(lambda: (-cast((emp.c.salary / emp.c.salary), Float(8))))

TREES.append(lambda: select(emp.c.seen, emp.c.seen, emp.c.bonus.label('id')).select_from(emp).join(dept, emp.c.dept_id == dept.c.id, full=True).where((null() == (cast(emp.c.name, Numeric) - Decimal("-0.25")))).slice(1, 3))

TREES.append(lambda: (func.random() / dept.c.info[("l", 0)].as_integer()))

TREES.append(lambda: (func.trim((literal_column("'lc'", String) + 'Ann'), type_=String) + func.coalesce(func.length(dept.c.name, type_=Integer), 3)).op('||')(collate(func.coalesce(cast(dept.c.id, Unicode(5)), func.concat(dept.c.name, dept.c.name, dept.c.id)), "nocase")))

TREES.append(lambda: exists(select(case((and_(dept.c.name.iendswith("it's", autoescape=True, escape='!'), bindparam(None, False, type_=Boolean), dept.c.active), func.length(func.substr(dept.c.name, 2, 2, type_=String), type_=Integer)), ((dept.c.info[0] != None), -5), else_=(dept.c.opened - dept.c.opened))).select_from(dept)))

TREES.append(lambda: ((func.length((proj.c.title + 'b%'), type_=Integer) < 2) == select((dept.c.info[("l", 0)].as_boolean() & func.coalesce(dept.c.active, True))).select_from(dept).order_by(dept.c.id).correlate_except(dept).scalar_subquery()))


@TREES.append
def _():
    u = union_all(select(cast(emp.c.name, Unicode(5)).label('p'), case((literal(True), emp.c.id), else_=emp.c.dept_id).label('q')), select((dept.c.id + dept.c.name), dept.c.id.op('|', return_type=Integer())(1))).cte()
    return select(u.c.p.istartswith("it's", autoescape=True, escape='!'), literal(D(2021, 5, 6)), (case({'q\\z': literal(2, Integer)}, value=u.c.p, else_=3) * (literal(Decimal("1.5")) - Decimal("-0.25"))), select(func.max(literal(3))).select_from(task).where(~exists().where(false())).scalar_subquery()).where(not_(u.c.q.in_([-1, 10, 2]))).order_by(literal(True, Boolean).desc()).offset(2).with_for_update()

TREES.append(lambda: select((literal(0.5) - (task.c.proj_id - task.c.proj_id)), literal(Decimal("1.5"), Numeric)).where((~emp.c.data[0].as_boolean())).offset(2).suffix_with('-- end'))


@TREES.append
def _():
    e = select(case((true(), emp.c.boss_id), (emp.c.active, 7), else_=emp.c.age).op('&', precedence=-1)(emp.c.age).label('n'), select(func.max(dept.c.name)).select_from(dept).where(~exists(select(func.min(emp.c.age)).select_from(emp).order_by(emp.c.id))).order_by(dept.c.id).correlate(emp).scalar_subquery().label('s')).cte()
    f = select(e.c.n, func.count().label('k')).where(not_(literal(True, Boolean))).group_by(e.c.n).cte()
    return select(f.c.k, e.c.s, (emp.c.data["b"]["c"].as_integer().in_([1, 2]))).join_from(f, e, f.c.n == e.c.n)

TREES.append(lambda: insert(task).values([{'prio': 1, 'note': 'b%'}, {'prio': (literal(1, BigInteger) // 0), 'note': select(task.c.note).select_from(task).order_by(task.c.id).scalar_subquery()}]))

TREES.append(lambda: and_((bindparam(None, 3.0, type_=Float(8)) == any_(select(proj.c.hours).select_from(proj).limit(1))), emp.c.data[("l", 0)].as_boolean(), func.coalesce(literal(True, Boolean), literal(True))))

TREES.append(lambda: ((case({'': literal_column("1", Integer)}, value=task.c.note, else_=-1) * 0) % 1))

TREES.append(lambda: select(func.lower(dept.c.name), dept.c.name.regexp_replace(dept.c.name, literal('b%'), flags='g'), func.count(dept.c.name), (Decimal("10") // dept.c.budget), func.sum(bindparam(None, 3.0, type_=Float)), cast(dept.c.id, Float)).where(type_coerce(dept.c.id, Unicode(5)).ilike((dept.c.name + dept.c.name), escape='/'), cast(literal('Ann').startswith(dept.c.name), Boolean)).group_by(func.lower(dept.c.name), dept.c.name.regexp_replace(dept.c.name, literal('b%'), flags='g')).having(func.max(literal(False)).filter(dept.c.active)).order_by((dept.c.id * dept.c.id).desc(), desc(select(proj.c.cost).select_from(proj).where(proj.c.is_open).order_by(proj.c.id).scalar_subquery())))

TREES.append(lambda: select((bindparam(None, -1.5, type_=Float) // literal(-1.5)).is_not_distinct_from(None)).select_from(dept).where((~func.nullif(proj.c.is_open, proj.c.is_open, type_=Boolean))).correlate(proj).scalar_subquery())


@TREES.append
def _():
    l = select((-bindparam(None, 2, type_=Integer).bitwise_or(-5)).label('v'), (literal_column("'lc'", String).op('||')(literal(':w')) + (dept.c.name + dept.c.id)).label('w')).where(dept.c.active).lateral('lat')
    return select(dept.c.name, l.c.v, case((dept.c.active, dept.c.active), (dept.c.active, dept.c.active), else_=dept.c.active)).join(l, l.c.v == dept.c.id)

TREES.append(lambda: case((dept.c.active, dept.c.info["l"][0].as_string()), (dept.c.id.op('&&', is_comparison=True)(bindparam(None, 0, type_=BigInteger)), 'Ann'), else_=func.aggregate_strings(literal_column("'lc'", String), '%')))

TREES.append(lambda: cast((literal(0) > 10), Boolean))

TREES.append(lambda: update(emp).values(dept_id=cast(proj.c.title, SmallInteger)).where(emp.c.id == proj.c.id, (~between((proj.c.id - -1), 10, cast(emp.c.salary, Integer)))))

TREES.append(lambda: case((~exists().where(select(task.c.pos).select_from(task).where(dept.c.active).scalar_subquery().in_(select(func.min(proj.c.id)).select_from(proj).order_by(proj.c.id).correlate_except(proj))), True), ((any_(select(func.min(proj.c.dept_id)).select_from(proj).where((~between((proj.c.dept_id / proj.c.hours), proj.c.hours, 0.5))).limit(1)) < (10 - (dept.c.id % dept.c.id))), True), else_=True))

TREES.append(lambda: select((proj.c.dept_id > proj.c.id), literal(DT(2020, 2, 29)).label('id')).where((literal(DT(2024, 1, 2, 3, 4, 5)) != bindparam(None, DT(2024, 1, 2, 3, 4, 5), type_=DateTime))))

TREES.append(lambda: (case((proj.c.is_open, proj.c.hours), (proj.c.is_open, proj.c.hours), else_=proj.c.hours) / (2.25 + proj.c.hours)))

TREES.append(lambda: select(emp.c.age, func.total(task.c.pos, type_=Integer).label('n'), (func.count(distinct(emp.c.name)) + literal(1, Integer)), func.max(task.c.note), (Decimal("1.5") + func.avg(literal(Decimal("1.5"), Numeric(8, 2)), type_=Float).filter(emp.c.active, emp.c.active))).where(task.c.emp_id == emp.c.id).group_by(emp.c.age).having(func.max(emp.c.active).filter(emp.c.active)).offset(2))


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='my vals').data([(-1, '?'), (2, '')]).cte()
    return select((func.instr(v.c.w, literal_column("'lc'", String), type_=Integer) > v.c.k.op('<<')(v.c.k)), bindparam(None, DT(2020, 2, 29), type_=DateTime), cast(v.c.k, String(20)), literal("x", JSON)).where(emp.c.data[("l", 0)].as_boolean()).order_by(literal(D(2024, 12, 31))).suffix_with('-- end')

TREES.append(lambda: select(select(func.min(proj.c.title)).select_from(proj).where(proj.c.is_open).correlate_except(proj).scalar_subquery(), cast(proj.c.id, Numeric).label('total'), func.count(distinct(proj.c.title)).op('<<', precedence=-1)(proj.c.dept_id)).select_from(proj).group_by(select(func.min(proj.c.title)).select_from(proj).where(proj.c.is_open).correlate_except(proj).scalar_subquery()).having(func.min(proj.c.is_open)))

TREES.append(lambda: tuple_(task.c.pos.bitwise_and(task.c.proj_id), literal(':w')).not_in([(10, 'x_y'), (7, '')]))

TREES.append(lambda: delete(dept).where(dept.c.id == emp.c.id, func.abs(emp.c.boss_id, type_=Integer).in_([(literal(3) * emp.c.id), 2])).returning(dept.c.id))

TREES.append(lambda: except_(select(dept.c.id.bitwise_rshift(dept.c.id), (dept.c.name + '')).where(and_(true(), dept.c.active)).limit(2), select(emp.c.data["a"].as_integer(), emp.c.name).where((~emp.c.data[("l", 0)].as_boolean()))).cte('u').select())

TREES.append(lambda: type_coerce(dept.c.active, Boolean))

TREES.append(lambda: type_coerce((and_(dept.c.id.is_distinct_from(-5), or_((dept.c.name <= 'q\\z'), exists().where(literal(False)))) | (~literal(-5).not_in([42, -5]))), Boolean))

TREES.append(lambda: update(emp).values(dept_id=select(proj.c.dept_id).select_from(proj).where(literal(True)).scalar_subquery()).where(emp.c.id == dept.c.id, (~emp.c.data["b"].as_boolean())))

TREES.append(lambda: select(case(((~func.replace(emp.c.name, emp.c.nick, 'Ann', type_=String).not_like((emp.c.name + ':w'))), 0.5), ((custom_op('*')(emp.c.dept_id, emp.c.dept_id) != 7), 3.0), else_=case((type_coerce(bindparam(None, False, type_=Boolean), Boolean), 3.0), (func.coalesce(emp.c.active, emp.c.active), -1.5), else_=-1.5)), emp.c.active.label('two words')).select_from(emp).where(type_coerce(cast((emp.c.hired == D(2024, 12, 31)), Boolean), Boolean)))


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

"""Random expression trees, seed 1002: generated expressions and statements as Oracle writes them, with binds and with literals."""
import datetime
import re
from decimal import Decimal

from sqlalchemy import *
from sqlalchemy.dialects import oracle

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
TREES.append(lambda: select(literal(True)).where(tuple_(cast(literal(-1.5), SmallInteger).op('-', precedence=15)(case((literal(True), task.c.id), else_=task.c.emp_id)), type_coerce(select(func.count()).select_from(emp).where(literal(False, Boolean)).correlate_except(emp).scalar_subquery(), String(20))).in_([(1, 'q\\z'), (10, '')])).distinct())

TREES.append(lambda: select((dept.c.name + dept.c.name).not_ilike(select(dept.c.name).select_from(dept).where(dept.c.active).order_by(dept.c.id).scalar_subquery(), escape='/'), dept.c.active.label('lab1')).select_from(proj).join(dept).where(case((proj.c.is_open, dept.c.name), (proj.c.is_open, 'Ann')).not_in(['?']), select(func.min(literal(False))).select_from(task).order_by(task.c.id).limit(1).correlate_except(task).scalar_subquery()))

TREES.append(lambda: select(proj.c.tags, select((-emp.c.id)).select_from(emp).where(emp.c.data["b"]["c"].as_string().in_(['a', '?', 'x_y'])).limit(1).correlate(proj).scalar_subquery(), case((true(), literal('a/b')), else_=proj.c.title), proj.c.tags["l"][0].as_json()))

TREES.append(lambda: select((emp.c.boss_id * 1), emp.c.dept_id.is_not_distinct_from(-5), func.max(emp.c.nick).filter(emp.c.active).collate("NOCASE")).group_by((emp.c.boss_id * 1), emp.c.dept_id.is_not_distinct_from(-5)).having((~emp.c.boss_id.op('&&', is_comparison=True)(0))).order_by((emp.c.boss_id * 1)))

TREES.append(lambda: func.length((dept.c.name + 'x_y'), type_=Integer))


@TREES.append
def _():
    a = task.alias(name="x y")
    b = aliased_b = task.alias()
    return select(b.c.id, literal(D(2021, 5, 6)), (b.c.emp_id % b.c.pos)).where(a.c.id < b.c.id).order_by(desc(exists(text('1')).select_from(task).where(literal(True))), literal(D(2021, 5, 6)).nulls_first())


@TREES.append
def _():
    l = select(dept.c.id.label('v'), literal('Ann').regexp_replace(dept.c.name, 'a/b').op('||')(func.replace(dept.c.name, dept.c.name, dept.c.name, type_=String)).label('w')).where(func.coalesce(dept.c.id, dept.c.id).op('>', is_comparison=True)(func.now())).lateral('lat')
    return select(dept.c.name, l.c.v, cast(dept.c.active, Boolean)).join(l, l.c.v == dept.c.id)


@TREES.append
def _():
    l = select(dept.c.id.label('v'), func.ltrim(func.replace(dept.c.name, dept.c.name, 'a', type_=String)).label('w')).where(dept.c.id.op('-', precedence=15)(dept.c.id).op('>', is_comparison=True)(10)).lateral()
    return select(dept.c.name, l.c.v, (dept.c.opened != dept.c.opened)).outerjoin(l, true())

TREES.append(lambda: func.coalesce(cast((emp.c.active != True), Boolean), True))

TREES.append(lambda: union(select(func.trim((dept.c.name + literal('')), type_=String), (1 // dept.c.id.bitwise_and(1))).where(dept.c.info["a"].as_boolean(), dept.c.info["b"].as_boolean()), select(case({'q\\z': 'x_y'}, value=func.replace(task.c.note, 'b%', 'b%', type_=String), else_=task.c.note.concat('b%')), (3 - select(dept.c.id).select_from(dept).where(dept.c.active).scalar_subquery())).where(literal(False)), select(('b%' + case((emp.c.active, "it's"), else_='Ann')), (emp.c.id.op('*', precedence=15)(0) - emp.c.id)).where((~func.ifnull(emp.c.id, bindparam(None, 7, type_=Integer), type_=Integer).bool_op('@@')(1)))))

TREES.append(lambda: select(literal(DT(2024, 1, 2, 3, 4, 5)).label('Mixed')).where((~dept.c.info["l"][0].as_boolean()), dept.c.name.in_([':w', 'b%'])))

TREES.append(lambda: (((emp.c.hired - emp.c.hired) * (Decimal("1.5") - case({0: emp.c.bonus}, value=emp.c.boss_id, else_=Decimal("-0.25")))) + func.percentile_cont(0.5).within_group(cast(null().label('n'), Float(8)).desc())))

TREES.append(lambda: select(select(func.min(literal('x_y', Unicode(5)))).select_from(task).where(emp.c.active).scalar_subquery(), emp.c.age, func.max(emp.c.bonus).label('n'), func.count(emp.c.dept_id.distinct()), func.sum(emp.c.bonus).filter(emp.c.active)).select_from(emp).where(cast((emp.c.age % emp.c.dept_id).in_([-5, 0, 42]), Boolean)).group_by(select(func.min(literal('x_y', Unicode(5)))).select_from(task).where(emp.c.active).scalar_subquery(), emp.c.age).having(emp.c.boss_id.is_distinct_from(-1)).order_by(emp.c.boss_id.bitwise_not(), emp.c.age).slice(1, 3))

TREES.append(lambda: select(func.instr(literal_column("'lc'", String), '?', type_=Integer), emp.c.nick.concat('q\\z'), type_coerce(func.max(emp.c.nick), SmallInteger), func.avg(dept.c.budget, type_=Float)).select_from(dept.outerjoin(join(emp, task, isouter=True))).group_by(func.instr(literal_column("'lc'", String), '?', type_=Integer), emp.c.nick.concat('q\\z')))

TREES.append(lambda: select(literal(7), (emp.c.data["l"][0].as_integer() == (cast(literal(-1.5), Integer) * (-emp.c.age))), func.nullif(dept.c.active, True, type_=Boolean), emp.c.active).select_from(dept).join(emp.join(task), emp.c.dept_id == dept.c.id).where(select(select(literal(False)).select_from(task).scalar_subquery()).select_from(proj).scalar_subquery(), (emp.c.data[("b", "c")].as_integer() == func.ifnull(emp.c.boss_id, 0, type_=Integer))).order_by(cast(dept.c.active, Boolean).desc()).limit(bindparam('lim', 3)))

TREES.append(lambda: select(emp.c.active).select_from(emp).where((tuple_(type_coerce(emp.c.nick.op('||')(emp.c.nick), Integer), func.trim(emp.c.name).concat(select(proj.c.title).select_from(proj).where(bindparam(None, True, type_=Boolean)).limit(1).scalar_subquery())) == (7, 'Ann'))).order_by((emp.c.dept_id * literal(Decimal("-0.25")))).limit(bindparam('lim', 3)))


@TREES.append
def _():
    s = select(dept.c.info, dept.c.budget, dept.c.active, (dept.c.id.bitwise_and(2) * 2).label('comp')).where(('q\\z' + dept.c.name).not_like(("it's" + dept.c.name))).limit(5).cte("sq")
    return select((s.c.comp >= -5), cast(literal(True), Boolean), func.lead(literal(0.5)).over(partition_by=[s.c.comp, literal('b%')], order_by=literal('Ann').desc(), range_=(None, 0)), s.c.info[("b", "c")].as_json()).suffix_with('-- end')

TREES.append(lambda: and_(func.coalesce(tuple_(literal_column("9", Integer), proj.c.title).in_([(-1, ':w'), (0, ':w')]), False), (func.foo(case((true(), bindparam(None, 10, type_=BigInteger)), else_=proj.c.dept_id)) != func.max(case({'b%': proj.c.id}, value=proj.c.title, else_=proj.c.id))), (literal(-1.5) * proj.c.hours).is_distinct_from((proj.c.hours + 3.0))))

TREES.append(lambda: select((emp.c.nick + emp.c.age).collate("NOCASE").concat(-5)).select_from(emp).where(func.char_length(emp.c.name.op('||', precedence=1, return_type=String())(emp.c.nick)).in_(['x_y', None, func.replace(func.ltrim(literal("it's"), type_=String), '?', '', type_=String)])).limit(bindparam('lim', 3)))

TREES.append(lambda: (func.count(func.ifnull(bindparam(None, 0, type_=Integer), literal(42), type_=Integer)) >= func.max((emp.c.age // literal(7)))))

TREES.append(lambda: union(select(func.abs(proj.c.dept_id, type_=Integer), case((true(), None), else_=proj.c.title)).where((~literal(7).op('&&', is_comparison=True)(literal(0, BigInteger)))), select(proj.c.dept_id, (proj.c.title + proj.c.title)).where(proj.c.is_open)))


@TREES.append
def _():
    e = select(dept.c.id.op('*')(dept.c.id).op('|', precedence=5)((dept.c.id - dept.c.id)).label('n'), dept.c.name.label('s')).cte()
    f = select(e.c.n, func.count().label('k')).where((literal(DT(2020, 2, 29)) < DT(2020, 2, 29))).group_by(e.c.n).cte('second')
    return select(f.c.k, e.c.s, case({'?': True}, value=e.c.s, else_=False)).join_from(f, e, f.c.n == e.c.n).order_by(literal('b%').collate('NOCASE').ilike(literal_column("'lc'", String)).nulls_first())

TREES.append(lambda: delete(dept).where(dept.c.id == task.c.id, func.abs(task.c.id, type_=Integer).between(func.instr(dept.c.name, dept.c.name, type_=Integer), 1, symmetric=True)).returning(dept.c.id))

TREES.append(lambda: proj.c.tags["b"]["c"].as_json())

TREES.append(lambda: (((-dept.c.budget) % dept.c.budget) % select(func.max(dept.c.budget)).select_from(dept).where(dept.c.active).correlate_except(dept).scalar_subquery()))

TREES.append(lambda: (7 // literal(2)).op('>>', precedence=15)(emp.c.data[("l", 0)].as_integer().bitwise_xor(-5)))


@TREES.append
def _():
    n = select(literal(1).label('n'), literal('a/b').label('w')).cte('nums', recursive=True)
    n = n.union(select(n.c.n + 1, n.c.w + 'b%').where(n.c.n < 4))
    return select(n.c.n).order_by((literal(Decimal("10")) * literal(Decimal("10"), Numeric)).desc(), (~emp.c.data["l"][0].as_boolean()).asc()).fetch(3)

TREES.append(lambda: (~func.coalesce(and_((dept.c.opened == D(2021, 5, 6)), True), True)))

TREES.append(lambda: update(task).values(emp_id=(literal(10) // 7)).where(task.c.id == proj.c.id, (case({-5: 0}, value=task.c.pos, else_=task.c.proj_id) >= func.abs(proj.c.id, type_=Integer))).returning(task.c.id, proj.c.id))

TREES.append(lambda: delete(task).where(task.c.id == proj.c.id, select(func.max(literal(False, Boolean))).select_from(task).limit(1).scalar_subquery()).returning(task.c.id))

TREES.append(lambda: case((func.coalesce((task.c.note + 'a'), (literal(':w') + task.c.emp_id)).not_ilike('x_y', escape='/'), cast(null().label('n').not_ilike(task.c.note.label('lab'), escape='/'), Boolean)), ((~select(func.max(literal(True))).select_from(proj).where(proj.c.is_open).order_by(proj.c.id).limit(1).scalar_subquery()), (task.c.pos.label('x y') / 42).is_not(None))))

TREES.append(lambda: insert(task).values(prio=bindparam(None, 1, type_=SmallInteger), note=(type_coerce(literal_column("7", Integer), Text) + bindparam(None, '?', type_=String(20)).regexp_replace('Ann', 'q\\z', flags='g')), pos=select(func.count()).select_from(proj).scalar_subquery()).returning(task.c.id, (task.c.id * -5)))

TREES.append(lambda: delete(dept).where(dept.c.id == emp.c.id, cast(case((emp.c.active, True), (dept.c.active, false()), else_=dept.c.active), Boolean)))

TREES.append(lambda: func.lower(task.c.note.concat('q\\z').op('||')(func.coalesce(task.c.note, None, 'x_y'))))

TREES.append(lambda: (((3.0 - (literal_column("1.5", Float) / dept.c.id)) / ((literal(0.5) * 3.0) * func.instr(dept.c.name, 'a/b', type_=Integer))) < type_coerce(((dept.c.id - 2) / (2.25 + literal_column("1.5", Float))), Float(8))))

TREES.append(lambda: and_(true(), (emp.c.data[("b", "c")].as_boolean() & literal(False, Boolean))))

TREES.append(lambda: select((dept.c.name + 'x_y'), func.group_concat(dept.c.name, type_=String).filter(false()).collate("NOCASE").label('total'), func.max(dept.c.budget).filter(dept.c.active, dept.c.active), select(func.min(task.c.note)).select_from(task).limit(1).scalar_subquery()).select_from(dept).group_by((dept.c.name + 'x_y')).order_by((dept.c.id - 10)))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(task.c.id, (case((bindparam(None, True, type_=Boolean), 'q\\z'), (literal(True), task.c.note), else_=task.c.note) + task.c.note.collate("NOCASE"))).where(true())))

TREES.append(lambda: ((func.ifnull((literal(-1) % proj.c.id), (proj.c.due - proj.c.due), type_=Integer) * (Decimal("1.5") + (proj.c.dept_id / literal(-5)))) - proj.c.cost))

TREES.append(lambda: (func.coalesce(proj.c.title, None, 'q\\z').label('lab') > func.trim(func.concat(proj.c.title, ':w', proj.c.id))))

TREES.append(lambda: case((bindparam(None, True, type_=Boolean), func.count(cast(task.c.note, BigInteger)).aggregate_order_by((task.c.proj_id % 1).desc())), else_=func.length(func.upper(task.c.note), type_=Integer)).label('lab'))


@TREES.append
def _():
    l = select(dept.c.info["a"].as_integer().label('v'), func.substr(dept.c.info["a"].as_string(), dept.c.id.op('>>', precedence=8)(10), 2, type_=String).label('w')).where((1 // dept.c.id).not_in([null()])).limit(2).lateral()
    return select(dept.c.name, l.c.v, dept.c.active).join(l, l.c.v == dept.c.id)


@TREES.append
def _():
    l = select(select(func.min(dept.c.id)).select_from(dept).where(dept.c.id.is_distinct_from(None)).limit(1).scalar_subquery().label('v'), proj.c.title.label('w')).where(and_(func.coalesce(true(), False), or_(exists(literal_column('1')).select_from(task).where(dept.c.active), tuple_(dept.c.id, dept.c.name).in_(select((literal(-1) % 1), literal_column("'lc'", String)).where(select(literal(True)).select_from(task).limit(1).scalar_subquery()))))).lateral('lat')
    return select(dept.c.name, l.c.v, literal("it's", String).not_in(select(proj.c.title).select_from(proj).where(dept.c.active))).join(l, l.c.v == dept.c.id)

TREES.append(lambda: ((func.length(dept.c.name, type_=Integer) // func.abs(dept.c.id, type_=Integer)) / 3))

TREES.append(lambda: not_(or_(emp.c.active, true(), emp.c.active)))


@TREES.append
def _():
    j = func.json_each(proj.c.tags, '$.l').table_valued('key', column('value', Integer))
    return select(func.substr(literal('x_y'), proj.c.dept_id, 2, type_=String).op('||', precedence=6, return_type=String())('?').label('two words')).where((all_(select(func.count()).select_from(task).where(task.c.id.bitwise_rshift(0).op('&&', is_comparison=True)(func.ifnull(task.c.prio, -1, type_=Integer))).limit(1)) < func.now()))

TREES.append(lambda: except_(select((task.c.prio + task.c.proj_id), (task.c.note + '')).where(tuple_(task.c.id, task.c.note).in_([(-1, 'b%'), (-5, ':w')])).limit(2), select(extract('month', dept.c.opened), dept.c.name.concat(7)).where(case((true(), dept.c.active), (bindparam(None, False, type_=Boolean), False))).limit(1)).order_by(text('1')).limit(2).offset(1))


@TREES.append
def _():
    n = select(literal(-5).label('n'), literal('Ann').label('w')).cte(recursive=True)
    n = n.union_all(select(n.c.n + 1, n.c.w + '').where(n.c.n < 4))
    return select(func.char_length(n.c.w), literal(False)).where((n.c.n * 3).in_([1, 10])).order_by((-n.c.n), (literal(0, literal_execute=True) / literal_column("1.5", Float))).with_for_update()


@TREES.append
def _():
    l = select(type_coerce((dept.c.id - dept.c.id), BigInteger).label('v'), func.trim(dept.c.name.concat(10)).label('w')).where(literal("it's").in_(['a/b', None, func.coalesce(dept.c.name, None, dept.c.name)])).limit(2).lateral('lat')
    return select(dept.c.name, l.c.v, ~exists(text('1')).select_from(task).where(dept.c.active)).join(l, l.c.v == dept.c.id)

TREES.append(lambda: func.coalesce(task.c.pos, task.c.prio).op('&&', is_comparison=True)((task.c.id + 2)))

TREES.append(lambda: select(task.c.note, func.sum(task.c.pos).over(order_by=[(emp.c.nick + 'a'), task.c.proj_id.nulls_first()], range_=(0, None)), collate(bindparam(None, 'x_y', type_=Text), "nocase"), (Decimal("10") % emp.c.bonus)).select_from(task).join(emp))

TREES.append(lambda: (cast(emp.c.salary, SmallInteger) / task.c.pos.bitwise_rshift(emp.c.dept_id)))

TREES.append(lambda: (type_coerce(func.char_length(literal('x_y')), SmallInteger) // 10))

TREES.append(lambda: func.length((dept.c.name.label('x y') + 'q\\z'), type_=Integer))

TREES.append(lambda: extract('month', emp.c.seen))

TREES.append(lambda: select(proj.c.title, proj.c.dept_id).select_from(task).outerjoin(proj, task.c.proj_id == proj.c.id).where((-cast(proj.c.hours, Integer)).between(-5, 0, symmetric=True)).order_by(task.c.prio.desc()))

TREES.append(lambda: dept.c.info[("b", "c")].as_boolean())

TREES.append(lambda: (func.coalesce(((2.25 + emp.c.salary) * 0.5), 3.0) / select(cast(func.extract('year', literal(D(2021, 5, 6))), Float(8))).select_from(task).where((~(task.c.note != task.c.note))).correlate(emp).scalar_subquery()))

TREES.append(lambda: func.abs((proj.c.id.bitwise_rshift(10) + 42), type_=Integer))

TREES.append(lambda: func.length(case(((bindparam(None, 3, type_=SmallInteger) == literal(7)), literal('b%').concat(dept.c.name))), type_=Integer))


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
    shown("    oracle:", tree, dialect=oracle.dialect())
    shown("    literal:", tree, False, dialect=oracle.dialect(), compile_kwargs={"literal_binds": True})

"""Random expression trees, seed 1001: generated expressions and statements as Oracle writes them, with binds and with literals."""
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
TREES.append(lambda: cast((proj.c.id * proj.c.dept_id).label(None), String(20)))

TREES.append(lambda: func.trim(((dept.c.name + "it's") + "it's"), type_=String).istartswith('a/b', autoescape=True))

TREES.append(lambda: (func.length(cast(dept.c.active, Unicode(3)).concat(case((dept.c.active, proj.c.title), (proj.c.is_open, 'a/b'), else_=proj.c.title)), type_=Integer) // (func.length(literal('Ann').op('||', precedence=9, return_type=String())(dept.c.name), type_=Integer) + (func.ifnull(dept.c.id, dept.c.id, type_=Integer) * (0 % literal_column("2", Integer))))))

TREES.append(lambda: and_(*[emp.c.data["l"][0].as_boolean(), (emp.c.seen != emp.c.seen)], or_(cast(case((cast(emp.c.active, Boolean), False), (emp.c.active, False), else_=False), Boolean), ~select(not_((proj.c.due == D(2021, 5, 6)))).select_from(proj).limit(1).scalar_subquery())))


@TREES.append
def _():
    n = select(literal(7).label('n'), literal('').label('w')).cte(recursive=True)
    n = n.union(select(n.c.n + 1, n.c.w + "it's").where(n.c.n < 4))
    return select(func.upper(literal('q\\z', Text), type_=String), false(), func.count(n.c.w).op('*', return_type=Integer())(func.total(n.c.n, type_=Integer)), (Decimal("10") // literal(Decimal("10")))).where((func.replace(literal(''), 'a', 'b%', type_=String).op('||')('?') == 'q\\z')).group_by(func.upper(literal('q\\z', Text), type_=String), false()).having((func.avg(literal(3.0), type_=Float) >= func.sum(literal(3.0)).filter(true())))

TREES.append(lambda: insert(task).values([{'prio': emp.c.data["b"]["c"].as_integer(), 'note': 'x_y'}, {'prio': (literal(1) + literal(0)), 'note': (literal('a/b', String) + literal(':w'))}, {'prio': func.instr(literal('Ann'), "it's", type_=Integer), 'note': (literal('q\\z') + literal(-1))}]))

TREES.append(lambda: func.round((func.coalesce(literal(-1.5), 3.0) + (42 * (task.c.emp_id // 2))), 1, type_=Float))


@TREES.append
def _():
    u = except_(select(func.now().label('p'), select(func.max(emp.c.age)).select_from(emp).where(emp.c.active).scalar_subquery().label('q')), select(select(task.c.emp_id).select_from(task).where(emp.c.active).scalar_subquery(), func.abs(emp.c.age, type_=Integer))).alias()
    return select(func.lead(literal(5, JSON)).over(order_by=emp.c.data["b"].as_numeric(10, 2).nulls_first(), rows=(-1, 1)), func.first_value(literal('a/b')).over(order_by=literal('q\\z').asc(), rows=(-3, -1)).concat('q\\z'), literal(D(2024, 12, 31)), func.coalesce(type_coerce(literal_column("1.5", Float), Float), (bindparam(None, -1.5, type_=Float(8)) / 0.5)).label('id')).where(literal(True)).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='my vals').data([(-5, 'a'), (-5, '')]).cte()
    return select((Decimal("1.5") - func.min(literal(Decimal("-0.25"))).over(order_by=[literal(D(2024, 12, 31), Date).desc(), literal_column("1.5", Float)])), cast(literal(-1.5), Integer)).where(bindparam(None, False, type_=Boolean)).order_by(cast(literal(0.5), Integer))

TREES.append(lambda: select(func.pow(dept.c.id, 2), extract('month', literal(DT(2024, 1, 2, 3, 4, 5))).label('n'), literal(1)).join_from(proj, dept).group_by(func.pow(dept.c.id, 2)).order_by((proj.c.title + proj.c.title), func.pow(dept.c.id, 2)).fetch(2, with_ties=True))

TREES.append(lambda: dept.c.info["l"][0].as_json())

TREES.append(lambda: select(literal('q\\z'), ((proj.c.dept_id / literal(-5, SmallInteger)) // (proj.c.cost + proj.c.cost)), tuple_(func.extract('year', proj.c.due), cast(proj.c.id, Text)).not_in([(2, 'x_y'), (-1, 'x_y')])).where((proj.c.due >= D(2021, 5, 6)), proj.c.tags["b"].as_boolean()).offset(1).fetch(2, with_ties=True))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(dept.c.id, dept.c.info["b"]["c"].as_string()).where(dept.c.name.iendswith('?', autoescape=True))))


@TREES.append
def _():
    l = select(case((emp.c.nick.not_ilike(bindparam(None, 'q\\z', type_=Unicode(5)), escape='!'), emp.c.id.op('&', precedence=8)(-5)), (~exists(literal_column('1')).select_from(task).where(emp.c.active), 7), else_=func.extract('year', emp.c.hired)).label('v'), select(case((dept.c.active, dept.c.name), (dept.c.active, "it's"), else_=dept.c.name)).select_from(dept).where(case({'q\\z': dept.c.active}, value=dept.c.name, else_=False)).scalar_subquery().label('w')).where(case((select(func.max(emp.c.active)).select_from(emp).scalar_subquery(), (emp.c.boss_id == emp.c.dept_id)), else_=(dept.c.id == emp.c.id))).limit(2).lateral()
    return select(dept.c.name, l.c.v, select(func.max(literal(True))).select_from(task).scalar_subquery()).outerjoin(l, true())

TREES.append(lambda: select((emp.c.bonus % emp.c.bonus), (bindparam(None, 2.25, type_=Float(8)).label('x y') == any_(select(func.max(literal(2.25))).select_from(emp).where(select(dept.c.active).select_from(dept).where(emp.c.active).limit(1).scalar_subquery()))).label('order')).join_from(task, emp, task.c.emp_id == emp.c.id).order_by(desc('order'), 'order').fetch(2, with_ties=True))

TREES.append(lambda: select(literal('x_y'), dept.c.active, func.nullif(literal(2.25), -1.5, type_=Float), func.max(task.c.id)).select_from(emp).join(dept).join(task).group_by(literal('x_y'), dept.c.active))

TREES.append(lambda: select(dept.c.opened, dept.c.info["a"].as_json(), func.sum(dept.c.id).over(order_by=[dept.c.opened.asc(), dept.c.active]), func.abs(dept.c.id, type_=Integer).label('lab1')).where((extract('epoch', literal(DT(2024, 1, 2, 3, 4, 5))) <= cast(literal(Decimal("10")), Integer)), type_coerce(dept.c.name.in_([null()]), Boolean)).distinct().limit(2))

TREES.append(lambda: bitwise_not(extract('month', literal(DT(2024, 1, 2, 3, 4, 5)))))

TREES.append(lambda: intersect(select(func.abs(emp.c.boss_id, type_=Integer), (emp.c.nick + emp.c.nick)).where(emp.c.active).limit(2), select((emp.c.dept_id + emp.c.age), cast(literal_column("1.5", Float), String)).where(tuple_(emp.c.age, emp.c.name).in_(select(type_coerce(dept.c.id, BigInteger), case({'x_y': ':w'}, value=dept.c.name, else_='q\\z')).where(select(dept.c.active).select_from(dept).where(dept.c.active).limit(1).scalar_subquery()))).limit(1)).subquery().select())


@TREES.append
def _():
    e = select(func.extract('year', proj.c.due).label('n'), func.replace(func.replace(proj.c.title, proj.c.title, proj.c.title, type_=String), 'q\\z', '?', type_=String).label('s')).cte()
    f = select(e.c.n, func.count().label('k')).where(e.c.n.in_(select(func.max(bindparam(None, 2, type_=BigInteger))).select_from(task).where(true()).limit(1))).group_by(e.c.n).subquery('second')
    return select(f.c.k, e.c.s, e.c.s.in_(select(func.min(proj.c.title)).select_from(proj).where(proj.c.is_open).order_by(proj.c.id).limit(1))).join_from(f, e, f.c.n == e.c.n).order_by((f.c.n + f.c.k).desc())


@TREES.append
def _():
    l = select(func.random().label('v'), null().label('n').label('w')).where((dept.c.info["b"].as_string().ilike(literal('?').concat('?')))).limit(2).lateral('lat')
    return select(dept.c.name, l.c.v, (dept.c.id >= l.c.v)).outerjoin(l, true())

TREES.append(lambda: delete(proj).where(proj.c.id == dept.c.id, literal(True)).returning(proj.c.id))


@TREES.append
def _():
    e = select(extract('month', literal(D(2021, 5, 6))).bitwise_rshift(func.length(literal('', Text), type_=Integer)).label('n'), func.upper(task.c.note).op('||')((task.c.note + 'a/b')).label('s')).cte()
    f = select(e.c.n, func.count().label('k')).where(cast(literal(True), Boolean)).group_by(e.c.n).subquery('second')
    return select(f.c.k, e.c.s, bindparam(None, False, type_=Boolean)).join_from(f, e, f.c.n == e.c.n).order_by((literal(2.25) % literal(-1.5)))

TREES.append(lambda: select((case({0: Decimal("1.5")}, value=(-proj.c.id), else_=Decimal("1.5")) - (Decimal("10") + (literal(Decimal("-0.25")) * Decimal("-0.25")))).label('id')).order_by((Decimal("-0.25") - proj.c.cost).asc(), desc('id')))

TREES.append(lambda: select(emp.c.seen, dept.c.opened).select_from(task.join(emp).join(dept, dept.c.id == emp.c.dept_id)).order_by(nulls_last(select(func.min(emp.c.name)).select_from(emp).scalar_subquery().asc()), select(func.max(false())).select_from(emp).where(emp.c.active).scalar_subquery().asc()))

TREES.append(lambda: case((func.percentile_cont(0.5).within_group(literal_column("1.5", Float).desc()).bitwise_and(cast(task.c.proj_id, Integer)).between(func.abs(literal(-1), type_=Integer).op('+', precedence=8)(42), (cast(literal(Decimal("10")), Integer) // 10)), True)))


@TREES.append
def _():
    e = select(func.coalesce(case({3: 1}, value=emp.c.boss_id), (-emp.c.age)).label('n'), func.replace(case({7: 'b%'}, value=emp.c.dept_id, else_='q\\z'), '?', (emp.c.name + literal('?')), type_=String).label('s')).cte('first')
    f = select(e.c.n, func.count().label('k')).where((true() == literal(False, Boolean))).group_by(e.c.n).cte()
    return select(f.c.k, e.c.s, (literal(True, Boolean) != literal(True))).join_from(f, e, f.c.n == e.c.n)

TREES.append(lambda: (~(func.ltrim(dept.c.name) + (dept.c.id + dept.c.name)).iendswith('q\\z', autoescape=True, escape='!')))

TREES.append(lambda: (literal(7).in_([literal(3).bitwise_lshift(42), 2])).is_(false()))

TREES.append(lambda: except_(select((task.c.id - task.c.prio), case((bindparam(None, False, type_=Boolean), task.c.note), (literal(True), task.c.note), else_=literal('?'))).where((literal(False)).is_distinct_from(True)).order_by(literal_column('1')).limit(1).offset(1), select(cast(task.c.note, Integer), task.c.note.regexp_replace(literal(''), 'b%', flags='g')).where(emp.c.data["l"][0].as_boolean())).cte('u').select())

TREES.append(lambda: cast(proj.c.tags[("b", "c")].as_boolean(), Boolean))


@TREES.append
def _():
    e = select(literal(1, literal_execute=True).bitwise_or(task.c.pos).label('lab').label('n'), func.ltrim(func.ltrim(task.c.note)).label('s')).cte('first')
    f = select(e.c.n, func.count().label('k')).where(or_(bindparam(None, True, type_=Boolean), false())).group_by(e.c.n).cte()
    return select(f.c.k, e.c.s, (f.c.k < 10)).join_from(f, e, f.c.n == e.c.n)

TREES.append(lambda: update(dept).values(name=type_coerce(task.c.note, String(20))).where(dept.c.id == task.c.id, select(func.min(true())).select_from(task).scalar_subquery()))

TREES.append(lambda: update(task).values(emp_id=cast(proj.c.title, BigInteger)).where(task.c.id == proj.c.id, proj.c.due.not_in([proj.c.due, D(2021, 5, 6)])).returning(task.c.id, proj.c.id))


@TREES.append
def _():
    l = select(bindparam(None, 42, type_=SmallInteger).label('v'), emp.c.data[0].as_string().concat(case((emp.c.active, emp.c.dept_id), (emp.c.active, emp.c.id))).label('w')).where(bindparam(None, 7, type_=BigInteger).between(emp.c.age.op('*', precedence=15)(emp.c.boss_id), -5)).limit(2).lateral()
    return select(dept.c.name, l.c.v, (dept.c.id >= dept.c.id)).outerjoin(l, true())

TREES.append(lambda: (proj.c.cost - Decimal("-0.25")))

TREES.append(lambda: (custom_op('*', precedence=-1)(func.rank(cast(emp.c.dept_id, SmallInteger)).within_group(cast(emp.c.salary, SmallInteger)), emp.c.id) - -1))

TREES.append(lambda: select(func.count(1)).select_from(task).scalar_subquery())

TREES.append(lambda: (~func.instr(func.nullif(case((literal(False), "it's"), (literal(False), literal("it's", String)), else_='q\\z'), literal('Ann').concat(task.c.pos), type_=String), type_coerce(task.c.emp_id.bitwise_xor(10), String), type_=Integer).bool_op('@@')(10)))

TREES.append(lambda: case(((dept.c.id > -1), func.coalesce(dept.c.name, dept.c.name)), else_='a/b'))

TREES.append(lambda: tuple_(task.c.prio, func.concat(func.aggregate_strings(task.c.note, ','), func.substr(literal('q\\z'), task.c.proj_id, 2, type_=String), (task.c.emp_id * 0)).op('||')(func.substr(task.c.note, 1, 2, type_=String))).in_(select(case((dept.c.active, 0), (dept.c.active, literal(2, literal_execute=True))), (dept.c.name + '?')).where(dept.c.name.collate('NOCASE').contains('a/b'))))

TREES.append(lambda: select(proj.c.tags).where((('' + proj.c.title) + (proj.c.dept_id / proj.c.dept_id)).in_(['x_y', None, cast(proj.c.title.concat(proj.c.title), Unicode(5))])).order_by(desc(collate(proj.c.title, "nocase"))))

TREES.append(lambda: cast(select(proj.c.is_open).select_from(proj).where(proj.c.is_open).limit(1).scalar_subquery(), Boolean))

TREES.append(lambda: (Decimal("10") + func.coalesce(cast(proj.c.id, Numeric), (proj.c.cost - proj.c.cost))))

TREES.append(lambda: select(func.count(proj.c.id)).select_from(proj).where((~literal(True, Boolean))).correlate_except(proj).exists())

TREES.append(lambda: select(func.min(literal(Decimal("10")))).select_from(task).limit(1).scalar_subquery())

TREES.append(lambda: case((cast(dept.c.name.not_like('?', escape='/'), Boolean), 1), else_=(func.ifnull(dept.c.id, literal(3, literal_execute=True), type_=Integer) * dept.c.info["b"]["c"].as_integer())))

TREES.append(lambda: except_all(select(func.length(emp.c.name, type_=Integer), emp.c.nick).where(literal(0).bool_op('<>', precedence=3)(-1)).order_by(literal_column('1')), select(select(func.max(emp.c.id)).select_from(emp).order_by(emp.c.id).correlate_except(emp).scalar_subquery(), func.substr(proj.c.title, literal(2), 2, type_=String)).where(proj.c.tags["a"].as_boolean()).limit(1)).limit(3))

TREES.append(lambda: cast(cast(proj.c.title, Unicode(5)), SmallInteger))

TREES.append(lambda: func.now().bitwise_or(42))

TREES.append(lambda: select((func.dense_rank().over(partition_by=[emp.c.boss_id, dept.c.name]) * (Decimal("-0.25") * (emp.c.bonus + Decimal("10")))), func.ifnull(dept.c.id, task.c.pos, type_=Integer).bitwise_rshift(2).bitwise_or(3), dept.c.info[("b", "c")].as_integer()).select_from(task.join(emp).join(dept, dept.c.id == emp.c.dept_id)).where((emp.c.salary != 3.0), (3.0 >= (2.25 % literal_column("1.5", Float)))))

TREES.append(lambda: func.ltrim(case({7: (emp.c.nick + emp.c.id)}, value=(-1 + literal(3)), else_=emp.c.nick.regexp_replace(literal(''), 'a/b', flags='g')), type_=String))


@TREES.append
def _():
    a = emp.alias()
    b = aliased_b = emp.alias()
    return select((a.c.salary + (b.c.salary * a.c.salary)), b.c.dept_id, select(select(func.count(1)).select_from(dept).where(dept.c.active).scalar_subquery()).select_from(dept).where(dept.c.name.not_like(dept.c.name, escape='/')).order_by(dept.c.id).scalar_subquery(), func.replace(('Ann' + func.coalesce(b.c.name, "it's")), (case((b.c.active, 'q\\z'), (b.c.active, b.c.name)) + 'b%'), 'a/b', type_=String)).select_from(a.outerjoin(b, a.c.id == b.c.id + 1)).where((all_(select(func.min(emp.c.dept_id)).select_from(emp).where((b.c.data[("l", 0)].as_string().ilike('a'))).limit(1)) == a.c.age.bitwise_and(42)), select((proj.c.hours <= -1.5)).select_from(proj).scalar_subquery()).distinct()

TREES.append(lambda: update(task).values(emp_id=case({'Ann': literal(0)}, value=proj.c.title)).where(task.c.id == proj.c.id, type_coerce((task.c.proj_id != task.c.prio), Boolean)).returning(task.c.id, proj.c.id))


@TREES.append
def _():
    s = select(proj.c.due, proj.c.id, proj.c.is_open, (extract('day', literal(DT(2020, 2, 29), DateTime)) - literal(42, BigInteger)).label('comp')).where((~proj.c.tags["a"].as_integer().bool_op('@@')(0))).order_by(proj.c.id).cte()
    return select(s.c.is_open, emp.c.data["a"].as_boolean(), literal(True).label('id')).where(literal('?', String).op('||')(literal('a/b', literal_execute=True)).not_like(func.substr(literal('Ann'), 1, 2, type_=String), escape='/'), (bindparam(None, '?', type_=String) + literal('x_y')).istartswith('', autoescape=True))

TREES.append(lambda: not_((3 + proj.c.dept_id.label('lab')).is_distinct_from(None)))


@TREES.append
def _():
    e = select((-func.abs(proj.c.dept_id, type_=Integer)).label('n'), collate(func.coalesce(proj.c.title, None, proj.c.title), "nocase").label('s')).cte('first')
    f = select(e.c.n, func.count().label('k')).where(func.nullif(bindparam(None, True, type_=Boolean), False, type_=Boolean)).group_by(e.c.n).subquery('second')
    return select(f.c.k, e.c.s, (e.c.n == all_(select(func.count(emp.c.id)).select_from(emp).where(emp.c.active)))).join_from(f, e, f.c.n == e.c.n)

TREES.append(lambda: case({3: 3}, value=type_coerce(dept.c.id, SmallInteger), else_=func.length(literal(':w'), type_=Integer)))

TREES.append(lambda: (collate(collate(task.c.note, "nocase"), "nocase") + 'x_y').concat(task.c.pos))

TREES.append(lambda: union(select(case({'b%': task.c.note}, value=task.c.note.op('||', precedence=6, return_type=String())('b%'), else_='q\\z'), (3.0 // (0.5 - literal(3.0)))).where(case(((emp.c.data[0].as_integer().in_([1, 2])), cast(false(), Boolean)), else_=task.c.note.in_(['', None, task.c.note]))), union_all(select(func.aggregate_strings(dept.c.name, '%').concat(-1), ((2.25 + bindparam(None, 3.0, type_=Float(8))) / (dept.c.id / literal_column("1.5", Float)))), select((type_coerce(literal_column("'lc'", String), String) + case((literal(True), "it's"), (true(), task.c.note), else_=bindparam(None, '', type_=String))), type_coerce(select(func.min(literal(3.0))).select_from(task).scalar_subquery(), Float)).where(literal(True))).subquery().select()).order_by(literal_column('1')))


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

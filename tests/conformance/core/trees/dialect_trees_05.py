"""Random expression trees, seed 1005: generated expressions and statements as four dialects write them, with binds and with literals."""
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
TREES.append(lambda: func.trim(select(func.min(dept.c.name)).select_from(dept).where(dept.c.active).scalar_subquery(), type_=String))


@TREES.append
def _():
    e = select(extract('month', bindparam(None, DT(2020, 2, 29), type_=DateTime)).label('n'), case((dept.c.active, dept.c.name), (dept.c.active, 'a'), else_='x_y').op('||', precedence=6, return_type=String())('Ann').label('s')).cte('first')
    f = select(e.c.n, func.count().label('k')).where((e.c.n != all_(select(func.count(proj.c.id)).select_from(proj).order_by(proj.c.id)))).group_by(e.c.n).subquery('second')
    return select(f.c.k, e.c.s, (emp.c.data[("l", 0)] == "x")).join_from(f, e, f.c.n == e.c.n)

TREES.append(lambda: func.pkg.Fn(select(select(literal('b%')).select_from(task).where(bindparam(None, True, type_=Boolean)).scalar_subquery()).select_from(dept).scalar_subquery(), type_=String))

TREES.append(lambda: (~cast(dept.c.active, Boolean)))

TREES.append(lambda: select((literal(7) // emp.c.boss_id), case((func.min(emp.c.active), emp.c.name), else_=emp.c.nick), emp.c.name.op('||', precedence=6, return_type=String())(''), func.avg(emp.c.bonus, type_=Float)).select_from(emp).where(emp.c.data[("l", 0)].as_boolean()).group_by((literal(7) // emp.c.boss_id)).having(func.max(emp.c.active)).order_by((literal(7) // emp.c.boss_id)).limit(func.abs(3)))

TREES.append(lambda: select(select(func.min(literal(D(2024, 12, 31)))).select_from(proj).where(emp.c.active).limit(1).scalar_subquery().is_not_distinct_from(D(2021, 5, 6)), emp.c.nick.in_(["it's", 'q\\z', 'b%', null()]), emp.c.nick.collate("NOCASE")).select_from(emp).where(func.ltrim(emp.c.name.concat('x_y')).ilike(func.replace(func.replace(emp.c.nick, 'b%', 'x_y', type_=String), '?', 'b%', type_=String), escape='/')))

TREES.append(lambda: select(extract('month', task.c.done), func.avg(proj.c.cost, type_=Float), case({7: 2}, value=task.c.emp_id, else_=bindparam(None, 1, type_=Integer)), func.trim(task.c.note), select(func.min(bindparam(None, '?', type_=String(20)))).select_from(dept).where(dept.c.active).order_by(dept.c.id).scalar_subquery()).select_from(proj).join(task).group_by(extract('month', task.c.done)).having(func.min(proj.c.is_open).filter(false())).order_by(extract('month', task.c.done), extract('month', task.c.done)).with_for_update(skip_locked=True))

TREES.append(lambda: func.coalesce(((emp.c.name + emp.c.nick) + '?').istartswith("it's", escape='^'), False))

TREES.append(lambda: insert(task).values([{'prio': 7, 'note': 'b%'}, {'prio': func.pow(literal(2), 2), 'note': 'x_y'}, {'prio': func.char_length(literal('?')), 'note': 'Ann'}]))

TREES.append(lambda: select(dept.c.info[("b", "c")].as_boolean(), literal(False).label('two words')).select_from(task.join(emp).join(dept, dept.c.id == emp.c.dept_id)).where(case((or_(dept.c.info[("l", 0)].as_boolean(), select(func.max(emp.c.active)).select_from(emp).where(emp.c.active).correlate_except(emp).scalar_subquery()), (~func.trim(literal('a/b'), type_=String).istartswith(case({2: dept.c.name}, value=literal(0), else_='')))), ((dept.c.opened < emp.c.hired), task.c.done.is_distinct_from(task.c.done)), else_=select(func.min(proj.c.is_open)).select_from(proj).where(cast(proj.c.is_open, Boolean)).correlate(emp).scalar_subquery())))

TREES.append(lambda: select((literal(False) != literal(True)), literal(Decimal("1.5")), literal(D(2024, 12, 31)), func.min(task.c.note).over(partition_by=task.c.note, order_by=(task.c.note + task.c.note).desc())).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).order_by(task.c.note.collate("NOCASE"), bitwise_not(task.c.id)).with_for_update(skip_locked=True))

TREES.append(lambda: case((and_(dept.c.active, False), (dept.c.name == None)), (select(literal(False)).select_from(task).where(true()).order_by(task.c.id).correlate_except(task).scalar_subquery(), literal_column("1.5", Float).is_(None)), else_=dept.c.active))

TREES.append(lambda: case({'': True}, value=cast((emp.c.name + task.c.note), Unicode(5)), else_=and_((emp.c.active != false()), True)))

TREES.append(lambda: delete(task).where(not_(literal(D(2021, 5, 6)).is_distinct_from(literal(D(2024, 12, 31)))), select(bindparam(None, True, type_=Boolean)).select_from(task).where(not_(literal(True))).limit(1).scalar_subquery()).returning(task.c.id))

TREES.append(lambda: type_coerce(func.replace(task.c.note, 'b%', '', type_=String), Text))

TREES.append(lambda: select((literal_column("1.5", Float) / 3.0)).select_from(dept).where(literal_column("8", Integer).not_in([])).scalar_subquery())

TREES.append(lambda: select(func.min(emp.c.active)).select_from(emp).where((case((emp.c.active, 2.25), (emp.c.active, bindparam(None, 3.0, type_=Float(8))), else_=2.25) - (-1.5 // bindparam(None, 0.5, type_=Float))).is_not_distinct_from(cast(case((literal(False), emp.c.age), (emp.c.active, emp.c.id)), Float(8)))).scalar_subquery())

TREES.append(lambda: except_(select(func.rank(-5).within_group(proj.c.dept_id), case({'b%': 'q\\z'}, value=literal('x_y'))).where((proj.c.id != literal(-5))).limit(2), select(task.c.emp_id.op('>>', return_type=Integer())(task.c.proj_id), (task.c.note + '')).where((literal(Decimal("1.5"), Numeric) >= literal(Decimal("10"), Numeric(8, 2))))).limit(3))


@TREES.append
def _():
    l = select((func.ifnull(emp.c.age, emp.c.age, type_=Integer) + -5).label('v'), (literal('a/b') + bindparam(None, 'b%', type_=String(20))).regexp_replace(collate(emp.c.nick, "nocase"), ('?' + emp.c.name)).label('w')).where((exists(1).select_from(task).where(emp.c.active) | select(literal(False)).select_from(task).where(emp.c.active).scalar_subquery())).lateral()
    return select(dept.c.name, l.c.v, func.coalesce(dept.c.active, dept.c.active)).join(l, true())

TREES.append(lambda: or_(case(((proj.c.tags[("b", "c")].as_integer().in_([1, 2])), type_coerce(emp.c.active, Boolean)), else_=False), emp.c.data[0].as_boolean()))

TREES.append(lambda: select(task, task.c.done, task.c.note, func.coalesce(literal([1, 2], JSON), [1, 2])).select_from(task).add_columns(cast(literal(10), Integer)))

TREES.append(lambda: except_(select(func.pow(literal(7), 2), proj.c.title.concat(proj.c.title)).where((~proj.c.id.op('&&', is_comparison=True)(literal(-5)))).order_by(literal_column('1')).limit(1).offset(1), select(literal(10).op('*', return_type=Integer())(1), dept.c.name.concat('x_y')).where(case((literal(False, Boolean), dept.c.active), else_=literal(True)))).limit(3))

TREES.append(lambda: ((select(func.max(literal(False, Boolean))).select_from(emp).where(false()).order_by(emp.c.id).limit(1).scalar_subquery()).is_(false()) != dept.c.active))


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='vals').data([(-1, ':w'), (-5, 'Ann')]).cte()
    return select(literal(D(2021, 5, 6)), literal(False), literal(0.5, Float(8)), case((type_coerce(bindparam(None, True, type_=Boolean), Boolean), emp.c.data[("b", "c")].as_json()), else_="x")).where((null() == case((literal(True), literal(2.25, Float)), (false(), -1.5))), func.substr(v.c.w, 1, 2, type_=String).icontains('q\\z', escape='^')).distinct().order_by(emp.c.data["l"][0].as_integer().nulls_last())

TREES.append(lambda: ((-1.5 % func.round(func.round(literal_column("1.5", Float), 1, type_=Float), 1, type_=Float)) / func.round(((literal(3, SmallInteger) / bindparam(None, 0.5, type_=Float(8))) / case((dept.c.active, 0.5), (dept.c.active, -1.5), else_=literal(0.5))), 1, type_=Float)))

TREES.append(lambda: select((literal(3.0) % literal(2.25)), task.c.done, func.min(task.c.note).over(partition_by=[task.c.prio, task.c.note]), task.c.pos.label('Mixed')).fetch(3))

TREES.append(lambda: insert(task).values([{'prio': literal(2), 'note': func.substr(literal('Ann'), 2, 2, type_=String)}, {'prio': 3, 'note': bindparam(None, '?', type_=Text).concat(literal('q\\z'))}, {'prio': literal(42).bitwise_or(literal(7)), 'note': 'a'}]))

TREES.append(lambda: (func.lower(literal('x_y'), type_=String).concat(func.lower(emp.c.name, type_=String)) + ':w'))

TREES.append(lambda: func.nullif((case({'Ann': dept.c.id}, value=literal('x_y', String(20))) - 7), ((bindparam(None, 10, type_=SmallInteger) - dept.c.id) % -5), type_=Integer))

TREES.append(lambda: ((literal_column("1.5", Float) * literal(2)) < (task.c.pos / literal(-1.5))))


@TREES.append
def _():
    v = values(column('k', Integer), column('w', String), name='my vals').data([(2, 'Ann'), (3, 'q\\z')]).cte()
    return select(v.c.w.concat(literal('a', literal_execute=True)).concat("it's"), (func.lower(func.lag(v.c.k, 1).over(partition_by=[v.c.k, v.c.w], order_by=(42 + v.c.k))) >= func.max(type_coerce(v.c.w, BigInteger)))).order_by(bindparam(None, D(2024, 12, 31), type_=Date))

TREES.append(lambda: func.ifnull(func.coalesce((emp.c.age * literal(10)), (emp.c.age * emp.c.boss_id)).op('|', precedence=8)(func.ifnull((emp.c.age / emp.c.boss_id), 3, type_=Integer)), -5, type_=Integer))


@TREES.append
def _():
    u = except_(select(task.c.note.op('||', precedence=6, return_type=String())("it's").label('p'), (literal(-5) // bindparam(None, 3, type_=Integer)).label('q')), select(literal(':w').regexp_replace('b%', task.c.note), (task.c.proj_id - literal(-5))).where(and_(true(), case((literal(False), True), (literal(True), bindparam(None, True, type_=Boolean)), else_=bindparam(None, False, type_=Boolean))))).subquery('un')
    return select((literal('b%', String) == None), type_coerce(func.max(u.c.q).filter(literal(False)), SmallInteger).label('Sum'), func.max(literal(-5))).group_by((literal('b%', String) == None)).having(select(func.max(emp.c.active)).select_from(emp).limit(1).scalar_subquery()).with_for_update(read=True)

TREES.append(lambda: update(proj).values(is_open=((Decimal("10") * proj.c.cost) != Decimal("10")), title=func.substr(case({1: ''}, value=proj.c.dept_id, else_=''), 2, 2, type_=String)).where(proj.c.is_open))

TREES.append(lambda: insert(task).values([{'prio': literal(-5), 'note': '?'}, {'prio': select(dept.c.id).select_from(dept).scalar_subquery(), 'note': (bindparam(None, 10, type_=SmallInteger) + literal("it's"))}, {'prio': (literal_column("9", Integer) / literal_column("5", Integer)), 'note': literal('b%').op('||')(literal_column("'lc'", String))}]))

TREES.append(lambda: select(proj.c.is_open, proj.c.title.label('lab1')).outerjoin_from(proj, task).where(func.substr(literal('a/b'), 1, 2, type_=String).not_like(task.c.note, escape='/')).with_for_update())

TREES.append(lambda: select(emp.c.data, emp.c.nick.label('order')).select_from(emp))

TREES.append(lambda: (func.length(dept.c.name, type_=Integer) * case({10: Decimal("-0.25")}, value=dept.c.id)))


@TREES.append
def _():
    l = select(func.instr(task.c.note.concat('a'), task.c.note.op('||', precedence=9, return_type=String())(task.c.note), type_=Integer).label('v'), (func.substr(literal_column("'lc'", String), task.c.proj_id, 2, type_=String) + (':w' + task.c.note)).label('w')).where(((func.max(task.c.pos) == func.coalesce(task.c.pos)) == true())).limit(2).lateral('lat')
    return select(dept.c.name, l.c.v, type_coerce(dept.c.active, Boolean)).join(l, true())

TREES.append(lambda: (select(func.max(emp.c.hired)).select_from(emp).where(emp.c.data["a"].as_boolean()).scalar_subquery() < func.coalesce(select(func.max(literal(D(2021, 5, 6)))).select_from(dept).where(dept.c.active).scalar_subquery(), D(2024, 12, 31))))

TREES.append(lambda: func.coalesce(case((dept.c.active, dept.c.active), else_=literal(True)), True))

TREES.append(lambda: (func.replace(collate(dept.c.name, "nocase"), 'b%', func.trim(dept.c.name), type_=String).bool_op('GLOB')(case({3: dept.c.name}, value=bitwise_not(bindparam(None, 3, type_=SmallInteger)), else_=cast(literal(3.0), String(20))))).is_distinct_from(None))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(proj.c.id, func.nullif(proj.c.title.concat(''), '', type_=String)).where(select(func.max(dept.c.active)).select_from(dept).where(cast(proj.c.is_open, Boolean)).scalar_subquery())))

TREES.append(lambda: func.ltrim(func.substr(task.c.note, 1, 2, type_=String), type_=String))


@TREES.append
def _():
    l = select(func.instr(('a' + literal('q\\z')), '', type_=Integer).label('v'), func.concat((emp.c.id + emp.c.nick), '?', (emp.c.age - literal(7))).label('w')).where(case({0: emp.c.dept_id}, value=literal(2), else_=emp.c.dept_id).is_not_distinct_from((emp.c.dept_id * emp.c.boss_id))).limit(2).lateral('lat')
    return select(dept.c.name, l.c.v, (~dept.c.active)).outerjoin(l, l.c.v == dept.c.id)


@TREES.append
def _():
    l = select(case(((proj.c.title.collate('utf8mb4_bin') == literal(':w')), 1), ((~proj.c.tags["b"]["c"].as_boolean()), extract('week', literal(DT(2024, 1, 2, 3, 4, 5))))).label('v'), (literal_column("'lc'", String) + ':w').op('||', precedence=9, return_type=String())('x_y').label('w')).where(~exists().where(literal_column("9", Integer).op('&&', is_comparison=True)(3))).limit(2).lateral('lat')
    return select(dept.c.name, l.c.v, cast(dept.c.active, Boolean)).join(l, l.c.v == dept.c.id)

TREES.append(lambda: func.nullif(emp.c.boss_id.op('>', is_comparison=True)(emp.c.dept_id), True, type_=Boolean))


@TREES.append
def _():
    u = except_(select(literal(0).label('p'), literal(-1.5).label('q')), select(func.count(dept.c.id).aggregate_order_by(dept.c.id.desc()), (literal(-1.5, Float(8)) + -1.5)).where((type_coerce(dept.c.active, Boolean) & select(func.max(proj.c.is_open)).select_from(proj).where(proj.c.is_open).scalar_subquery()))).order_by('p').subquery('un')
    return select(cast(u.c.q, BigInteger)).where(func.replace(bindparam(None, 'a/b', type_=String), func.upper(literal("it's"), type_=String), (literal('') + literal("it's")), type_=String).not_in(select(func.max(task.c.note)).select_from(task).where(case((true(), -1.5), (true(), 0.5)).is_distinct_from(-1.5)).order_by(task.c.id))).with_only_columns(u.c.p.op('<<', precedence=-1)(u.c.p), type_coerce(u.c.p, Text)).offset(2)

TREES.append(lambda: update(dept).values(name=func.aggregate_strings(task.c.note, ',')).where(dept.c.id == task.c.id, dept.c.active).returning(dept.c.id, task.c.id))


@TREES.append
def _():
    n = select(literal(-5).label('n'), literal("it's").label('w')).cte(recursive=True)
    n = n.union(select(n.c.n + 1, n.c.w + '').where(n.c.n < 4))
    return select(select(func.min(dept.c.budget)).select_from(dept).limit(1).correlate(n).scalar_subquery(), literal(Decimal("-0.25")), (~(func.max(func.length(n.c.w, type_=Integer)) == func.coalesce(func.coalesce(n.c.n, -5)))), func.round((literal(3.0) / literal(2.25)), 1, type_=Float).label('order')).where(or_(false(), n.c.w.concat(10).ilike('q\\z'))).order_by(literal(1).is_not_distinct_from(-5).desc().nulls_first()).slice(1, 3)

TREES.append(lambda: case((func.coalesce(emp.c.age, 7).op('&&', is_comparison=True)((42 % emp.c.dept_id)), (any_(select(func.lower(task.c.note)).select_from(task).where((literal(42) != null()))) == case((emp.c.active, emp.c.nick), else_=emp.c.nick))), else_=select(func.max(dept.c.active)).select_from(dept).where(case((dept.c.active, True))).scalar_subquery()))

TREES.append(lambda: insert(task).values([{'prio': (-5 * literal_column("8", Integer)), 'note': 'x_y'}, {'prio': 1, 'note': (literal('Ann') + literal('b%'))}]))

TREES.append(lambda: update(dept).values(opened=dept.c.opened, budget=(select(emp.c.bonus).select_from(emp).order_by(emp.c.id).limit(1).scalar_subquery() * Decimal("10"))).where(case((literal(False), True)), or_(false(), dept.c.active)))

TREES.append(lambda: (task.c.prio / ((-literal(-1.5)) / ((literal_column("1.5", Float) + literal(-1.5)) // (literal(0.5) // 2.25)))))

TREES.append(lambda: (case({'q\\z': 7}, value=proj.c.title) // (-proj.c.id)))

TREES.append(lambda: dept.c.info[("l", 0)].as_string())

TREES.append(lambda: case({3: 3.0}, value=cast(task.c.note, BigInteger)))

TREES.append(lambda: emp.c.data["a"].as_integer())

TREES.append(lambda: type_coerce((dept.c.name <= dept.c.name), Boolean))

TREES.append(lambda: ('?' + collate(dept.c.name, "nocase")))


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

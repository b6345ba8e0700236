"""Random expression trees, seed 1003: generated expressions and statements as Oracle writes them, with binds and with literals."""
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
TREES.append(lambda: case((exists(text('1')).select_from(task).where(select(func.max(literal(':w', literal_execute=True))).select_from(task).where(literal(False, Boolean)).scalar_subquery().match('Ann')), (task.c.proj_id * (task.c.pos + task.c.pos).op('&')(42))), (true(), 3), else_=cast(emp.c.data[("b", "c")].as_string(), BigInteger)))

TREES.append(lambda: func.upper(func.replace(emp.c.nick, '?', 'a', type_=String), type_=String).concat((case((emp.c.active, emp.c.boss_id), (emp.c.active, 2), else_=1) * (3 * emp.c.boss_id))))

TREES.append(lambda: union(select(cast(proj.c.id, Integer), proj.c.title).where(between(proj.c.due, D(2024, 12, 31), proj.c.due)), select(func.rank(0).within_group(proj.c.id), func.substr(literal('a/b'), 2, 2, type_=String)).where((~proj.c.id.bool_op('@@')(proj.c.id)))).order_by(text('1')).limit(2).offset(1))

TREES.append(lambda: func.nullif((42 * type_coerce(func.trim(literal('b%')), Integer)), 0, type_=Integer))


@TREES.append
def _():
    l = select(func.abs(type_coerce(dept.c.name, SmallInteger), type_=Integer).label('v'), func.aggregate_strings((literal('b%', Text) + literal('a', literal_execute=True)), ',').label('w')).where(dept.c.active).limit(2).lateral('lat')
    return select(dept.c.name, l.c.v, dept.c.active).join(l, true())

TREES.append(lambda: emp.c.name.collate("NOCASE").op('||')(literal('Ann')))

TREES.append(lambda: update(proj).values(dept_id=(emp.c.id + emp.c.age)).where(proj.c.id == emp.c.id, func.ltrim(emp.c.nick).is_not_distinct_from(func.ltrim(emp.c.nick, type_=String))))

TREES.append(lambda: type_coerce(dept.c.budget.is_not_distinct_from(Decimal("1.5")), Boolean))

TREES.append(lambda: insert(task).from_select(['emp_id', 'note'], select(dept.c.id, func.coalesce((dept.c.name + dept.c.name), func.replace(dept.c.name, bindparam(None, 'a/b', type_=String(20)), dept.c.name, type_=String))).where(((dept.c.name.collate('utf8mb4_bin') < 'a/b') & and_(dept.c.active, or_(dept.c.active, dept.c.active))))))

TREES.append(lambda: select(func.coalesce(literal(False), True), func.count().filter(dept.c.active, proj.c.is_open).label('total'), func.max(dept.c.budget).filter(proj.c.is_open, proj.c.is_open), func.length(func.min(literal('a/b')), type_=Integer)).join_from(proj, dept).group_by(func.coalesce(literal(False), True)))

TREES.append(lambda: delete(task).where((func.char_length(collate(literal(':w', Unicode(5)), "nocase")) < func.substr(func.replace(task.c.note, task.c.note, 'b%', type_=String), literal_column("9", Integer), 2, type_=String))))


@TREES.append
def _():
    l = select(task.c.proj_id.bitwise_lshift(7).label('v'), select(func.min(emp.c.nick)).select_from(emp).where(type_coerce(emp.c.active, Boolean)).order_by(emp.c.id).limit(1).scalar_subquery().label('w')).where(cast((~false()), Boolean)).limit(2).lateral('lat')
    return select(dept.c.name, l.c.v, ~exists().where(true())).outerjoin(l, l.c.v == dept.c.id)

TREES.append(lambda: func.coalesce((-func.count(task.c.proj_id).aggregate_order_by(task.c.pos.desc())), case({'q\\z': 7}, value=func.ltrim(task.c.note), else_=func.instr(task.c.note, literal('Ann'), type_=Integer))))

TREES.append(lambda: cast(proj.c.title.ilike(proj.c.title), Boolean))

TREES.append(lambda: insert(task).values([{'prio': 7, 'note': func.upper(literal('?'))}, {'prio': 7, 'note': 'x_y'}]))

TREES.append(lambda: delete(proj).where(proj.c.id == emp.c.id, (func.lower(proj.c.title) >= func.upper(proj.c.title, type_=String))))

TREES.append(lambda: (~emp.c.data["l"][0].as_boolean()))


@TREES.append
def _():
    s = select(emp.c.seen, emp.c.boss_id, emp.c.salary, extract('year', emp.c.seen).bitwise_xor(func.instr(emp.c.name, '', type_=Integer)).label('comp')).where(cast(emp.c.nick.icontains('a', escape='^'), Boolean)).subquery()
    return select(s, dept.c.name.startswith(dept.c.name), s.c.seen, dept.c.id, func.pow((-1 - literal(-1)), 2).label('two words')).where(s.c.comp == dept.c.id).where(~exists().where(dept.c.id.bool_op('<>', precedence=3)(42))).order_by(func.replace(dept.c.name, bindparam(None, '?', type_=String(20)), 'a/b', type_=String).asc(), nulls_last((dept.c.id * bindparam(None, 1, type_=BigInteger)).asc())).fetch(3)

TREES.append(lambda: (case({42: True}, value=case((select(dept.c.active).select_from(dept).scalar_subquery(), 2), else_=(task.c.prio + 7)), else_=True)).is_(false()))

TREES.append(lambda: (-5 - (case((literal('b%', literal_execute=True).contains('a/b', autoescape=True), 3), (emp.c.active, emp.c.boss_id.op('>>')(emp.c.id))) * -1)))

TREES.append(lambda: select(func.max(dept.c.name)).select_from(dept).where(dept.c.active).scalar_subquery())

TREES.append(lambda: dept.c.info[("b", "c")].as_json())

TREES.append(lambda: select(literal(D(2024, 12, 31))).where(select(func.count()).select_from(proj).where((2.25 * proj.c.hours).not_in(bindparam('many', [-1.5], expanding=True))).order_by(proj.c.id).exists()))

TREES.append(lambda: between(dept.c.opened, D(2021, 5, 6), func.nullif(dept.c.opened, literal(D(2021, 5, 6)), type_=Date)))

TREES.append(lambda: func.coalesce((proj.c.title + proj.c.title).match('x_y'), True))

TREES.append(lambda: func.coalesce(between(((emp.c.salary // -1.5) / case((emp.c.active, emp.c.salary), (emp.c.active, emp.c.salary), else_=3.0)), (emp.c.salary // 2.25).label(None), 2.25), cast(((-emp.c.salary) == -1.5), Boolean)))

TREES.append(lambda: update(proj).values(hours=((proj.c.dept_id / proj.c.hours) / 2.25), due=proj.c.due).where(tuple_((-5 % proj.c.dept_id), case((proj.c.is_open, None), else_=proj.c.title)).not_in([(42, 'a'), (10, 'a/b')])))

TREES.append(lambda: (dept.c.id.bitwise_and(-1) / cast(dept.c.name, Integer)))

TREES.append(lambda: select(case((func.substr(proj.c.title, 1, 2, type_=String).between(proj.c.title.collate("NOCASE"), type_coerce(proj.c.title, String)), case(((proj.c.tags["b"]["c"] != None), 2.25), (select(literal(False)).select_from(task).scalar_subquery(), (proj.c.hours - 3.0)))), else_=-1.5)).select_from(proj).where(case((select(func.max(false())).select_from(task).where((task.c.pos > literal(1, Integer))).correlate(proj).scalar_subquery(), func.abs(task.c.emp_id, type_=Integer).is_distinct_from(task.c.proj_id.bitwise_or(task.c.id))), else_=(literal(1) - -1).between(select(func.min(emp.c.id)).select_from(emp).limit(1).scalar_subquery(), 1, symmetric=True))).order_by(proj.c.id).limit(1).scalar_subquery())

TREES.append(lambda: update(proj).values(dept_id=func.ifnull(emp.c.id, bindparam(None, 7, type_=BigInteger), type_=Integer)).where(proj.c.id == emp.c.id, case({'b%': False}, value=proj.c.tags[("b", "c")].as_string())))

TREES.append(lambda: (emp.c.data["b"].as_string() + 'a/b'))

TREES.append(lambda: (-(func.round(literal(0.5), 1, type_=Float) - (0.5 / bindparam(None, 0.5, type_=Float(8))))))

TREES.append(lambda: select(func.min(proj.c.title)).select_from(proj).where(or_((literal(DT(2020, 2, 29), DateTime) >= DT(2020, 2, 29)), false(), (~proj.c.dept_id.bool_op('@@')(literal(10))))).order_by(proj.c.id).limit(1).scalar_subquery().ilike(('b%' + (dept.c.name + dept.c.name)).op('||', precedence=9, return_type=String())('b%'), escape='/'))

TREES.append(lambda: ~exists(select(func.count()).select_from(proj).limit(1).correlate(proj)))

TREES.append(lambda: and_(func.coalesce((~emp.c.age.op('&&', is_comparison=True)(literal(3))), or_(emp.c.active, bindparam(None, False, type_=Boolean))), or_(emp.c.active, (func.coalesce(literal(True), emp.c.active)).is_(True))))

TREES.append(lambda: (-(case((or_(literal(True), proj.c.is_open), 1), (and_(proj.c.is_open, True), task.c.id)) // -1)))


@TREES.append
def _():
    n = select(literal(2).label('n'), literal('?').label('w')).cte(recursive=True)
    n = n.union(select(n.c.n + 1, n.c.w + 'a').where(n.c.n < 4))
    return select(n, n.c.w, func.first_value(n.c.w).over(partition_by=n.c.w, order_by=[nulls_last((n.c.n * literal(Decimal("10"))).asc()), bindparam(None, D(2024, 12, 31), type_=Date)]), n.c.w.collate("NOCASE")).where((~literal(True)), literal('b%').in_([n.c.w, '?'])).limit(bindparam('lim', 3)).fetch(2, with_ties=True)

TREES.append(lambda: (~between(((-literal(-1.5)) * 2.25), cast(('q\\z' + bindparam(None, '?', type_=Text)), Float), (case({42: literal(2.25)}, value=proj.c.id, else_=0.5) % 0.5))))

TREES.append(lambda: delete(task).where((func.coalesce(literal(2), 10) * -1).between(1, func.instr(func.coalesce(task.c.note, None, 'x_y'), func.replace(task.c.note, task.c.note, 'Ann', type_=String), type_=Integer), symmetric=True)))

TREES.append(lambda: select(dept.c.name.op('||')(emp.c.nick), (-func.sum(dept.c.id)), func.sum(emp.c.id), func.count()).select_from(emp).join(dept).join(task).where(((task.c.proj_id + task.c.pos) == None)).group_by(dept.c.name.op('||')(emp.c.nick)).having(dept.c.active).distinct())

TREES.append(lambda: case((cast(proj.c.is_open, Boolean), (proj.c.id - (proj.c.id * -5)))))

TREES.append(lambda: select((emp.c.bonus + Decimal("-0.25"))).select_from(emp).join(dept).join(task).where(func.coalesce((~(dept.c.info["l"][0].as_boolean() & dept.c.active)), False)).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).offset(1))

TREES.append(lambda: func.ifnull(func.ifnull(task.c.proj_id, 7, type_=Integer), select(func.min(proj.c.dept_id)).select_from(proj).where(literal(True, Boolean)).limit(1).scalar_subquery(), type_=Integer))

TREES.append(lambda: select(proj.c.tags[0].as_json()).where((tuple_(bindparam(None, 42, type_=SmallInteger), proj.c.dept_id) >= tuple_(literal(10, literal_execute=True), proj.c.dept_id)), (~proj.c.is_open)).slice(1, 3).distinct())

TREES.append(lambda: select(proj.c.tags[("b", "c")], literal("x", JSON), (-task.c.pos)).select_from(proj).join(task).where((literal('x_y') + bindparam(None, 'b%', type_=String)).not_in(select((dept.c.name + 'q\\z')).select_from(dept).where(dept.c.budget.not_in([Decimal("-0.25")])).order_by(dept.c.id).correlate_except(dept)), func.substr(proj.c.title, 2, 2, type_=String).in_(select(func.min(literal('Ann'))).select_from(dept).correlate(task))).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))

TREES.append(lambda: task.c.note.regexp_replace(':w', select(func.min(task.c.note)).select_from(task).where(literal(False)).correlate(task).scalar_subquery(), flags='g').collate('NOCASE').contains(task.c.note))

TREES.append(lambda: (bindparam(None, 42, type_=Integer) + cast(literal(True), SmallInteger)))

TREES.append(lambda: union(select(cast(proj.c.title, Integer), (literal(2.25).label('lab') - -1.5)).where((proj.c.is_open | proj.c.is_open), proj.c.title.op('LIKE', is_comparison=True, precedence=5)(proj.c.title)), select(func.count(literal(3)).aggregate_order_by(func.instr(literal_column("'lc'", String), literal('?'), type_=Integer).desc()), (cast(literal(-1.5), Float) - -1.5)).where((select(proj.c.is_open).select_from(proj).order_by(proj.c.id).scalar_subquery() & bindparam(None, -1.5, type_=Float(8)).not_in([0.5, 2.25])))))

TREES.append(lambda: union_all(select((bindparam(None, 'x_y', type_=Unicode(5)).collate("NOCASE") + ':w'), case((dept.c.id.not_in(select(func.max(proj.c.dept_id)).select_from(proj).where(proj.c.is_open).order_by(proj.c.id).limit(1)), func.abs(dept.c.id, type_=Integer)), else_=cast(dept.c.name, Integer))).where(literal(0.5).between(func.round(literal(-1.5), 1, type_=Float), 0.5)), select(case((case((proj.c.is_open, False), else_=False), 'a/b'), ((~proj.c.is_open), 'a'), else_='x_y'), func.nullif(func.count(proj.c.dept_id).aggregate_order_by(proj.c.id.desc()), 42, type_=Integer)).where(not_((proj.c.id >= proj.c.dept_id)))).order_by(literal_column('1')))

TREES.append(lambda: update(proj).values(dept_id=func.char_length(task.c.note)).where(proj.c.id == task.c.id, select(func.coalesce(proj.c.is_open, proj.c.is_open)).select_from(proj).where(case((true(), False))).order_by(proj.c.id).scalar_subquery()))

TREES.append(lambda: select(emp.c.data["b"].as_string()).select_from(task).limit(1).scalar_subquery().not_in(select(((emp.c.nick + emp.c.name) + 'a/b')).select_from(emp).where(cast(emp.c.salary, CHAR(2)).bool_op('GLOB')(cast(emp.c.nick, Unicode(5))))))

TREES.append(lambda: select(func.max(literal({"a": 1}, JSON))).select_from(dept).correlate(proj).scalar_subquery())

TREES.append(lambda: cast((dept.c.info["l"][0] == {"a": 1}), Boolean))

TREES.append(lambda: insert(task).values([{'prio': literal(42, BigInteger), 'note': ''}, {'prio': cast(literal(1), SmallInteger), 'note': func.char_length(literal('x_y'))}, {'prio': (literal_column("7", Integer) - -5), 'note': func.upper(literal_column("'lc'", String), type_=String)}]))

TREES.append(lambda: (func.lower(case({3: 'Ann'}, value=literal_column("2", Integer), else_=emp.c.name), type_=String) <= bindparam(None, 'x_y', type_=String)))

TREES.append(lambda: except_(select((dept.c.id / -5), literal(':w').concat('q\\z')).where((literal(False) != false())).order_by(literal_column('1')), select(literal(2, SmallInteger).bitwise_not(), func.nullif(emp.c.name, 'x_y', type_=String)).where(emp.c.name.not_in(select(emp.c.name).select_from(emp).where(emp.c.active)))).cte('u').select())

TREES.append(lambda: case((dept.c.info["b"].as_boolean(), 1), else_=func.extract('year', dept.c.opened)))

TREES.append(lambda: select(func.min(emp.c.dept_id)).select_from(emp).where((emp.c.hired == D(2021, 5, 6))).scalar_subquery().bool_op('<>', precedence=5)(1))

TREES.append(lambda: insert(task).values([{'prio': -1, 'note': '?'}, {'prio': 3, 'note': func.ltrim(literal_column("'lc'", String), type_=String)}, {'prio': literal(3), 'note': "it's"}]))

TREES.append(lambda: (emp.c.data["l"][0].as_string() == '?'))


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

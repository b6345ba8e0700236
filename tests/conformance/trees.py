"""Writes trees_NN.py: 100 random Core expressions and statements each.   trees.py FIRST LAST OUTDIR"""
import random, sys, re, warnings
warnings.simplefilter("ignore")

HEAD = '''"""Random expression trees, seed {seed}: the text and parameters of 100 generated expressions and statements."""
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
        {{"id": 1, "name": "Lab", "budget": Decimal("100.50"), "active": True, "opened": D(2020, 1, 2), "info": {{"a": 1, "b": {{"c": "x"}}}}}},
        {{"id": 2, "name": "Ops%", "budget": None, "active": False, "opened": None, "info": {{"a": 2, "b": {{"c": "y"}}}}}}])
    conn.execute(insert(emp), [
        {{"id": 1, "dept_id": 1, "boss_id": None, "name": "Ann", "nick": None, "salary": 10.5, "bonus": Decimal("1.25"), "age": 30,
         "active": True, "hired": D(2021, 5, 6), "seen": DT(2024, 1, 2, 3, 4, 5), "data": {{"a": 1, "b": {{"c": "x"}}, "l": [1, 2]}}}},
        {{"id": 2, "dept_id": 1, "boss_id": 1, "name": "Bob_b", "nick": "bo", "salary": 8.25, "bonus": None, "age": None,
         "active": False, "hired": D(2022, 7, 8), "seen": None, "data": {{"a": 3, "b": {{"c": "z"}}, "l": [4]}}}},
        {{"id": 3, "dept_id": 2, "boss_id": 1, "name": "Cy", "nick": "c/y", "salary": 7.0, "bonus": Decimal("2"), "age": 41,
         "active": True, "hired": None, "seen": DT(2023, 6, 7, 8, 9, 10), "data": {{"a": 5, "b": {{"c": "w"}}, "l": []}}}}])
    conn.execute(insert(proj), [
        {{"id": 1, "dept_id": 1, "title": "Moon", "cost": Decimal("9.125"), "hours": 4.5, "due": D(2025, 1, 1), "tags": ["t", 1], "is_open": True}},
        {{"id": 2, "dept_id": 2, "title": "Sun", "cost": Decimal("3"), "hours": None, "due": None, "tags": ["u", 2], "is_open": None}}])
    conn.execute(insert(task), [
        {{"id": 1, "emp_id": 1, "proj_id": 1, "prio": 3, "note": "go", "pos": 1, "done": DT(2024, 2, 3, 4, 5, 6)}},
        {{"id": 2, "emp_id": 2, "proj_id": 2, "prio": None, "note": None, "pos": 2, "done": None}},
        {{"id": 3, "emp_id": 2, "proj_id": 1, "prio": 1, "note": "50%", "pos": 3, "done": None}}])

TREES = []
'''
TAIL = '''

def shown(title, thing, **kw):
    try:
        print(title, str(thing.compile(**kw)).replace("\\n", "\\n        "))
    except Exception as error:
        print(title, type(error).__name__, error)


for number, make in enumerate(TREES):
    try:
        tree = make()
        compiled = tree.compile(dialect=sqlite.dialect())
        print(f"{number:>3}", str(compiled).replace("\\n", "\\n        "))
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
'''

TABLES = {
 "dept": dict(id="i", name="s", budget="n", active="b", opened="d", info="j"),
 "emp": dict(id="i", dept_id="i", boss_id="i", name="s", nick="s", salary="f", bonus="n", age="i", active="b", hired="d", seen="t", data="j"),
 "proj": dict(id="i", dept_id="i", title="s", cost="n", hours="f", due="d", tags="j", is_open="b"),
 "task": dict(id="i", emp_id="i", proj_id="i", prio="i", note="s", pos="i", done="t"),
}
TYPES = dict(i=["Integer", "BigInteger", "SmallInteger"], s=["String", "String(20)", "Text", "Unicode(5)"], f=["Float", "Float(8)"], n=["Numeric(8, 2)", "Numeric"], b=["Boolean"], d=["Date"], t=["DateTime"], j=["JSON"])
LINKS = [("emp", "dept", "emp.c.dept_id == dept.c.id"), ("proj", "dept", "proj.c.dept_id == dept.c.id"), ("task", "emp", "task.c.emp_id == emp.c.id"), ("task", "proj", "task.c.proj_id == proj.c.id")]

class G:
    def __init__(self, seed):
        self.r = random.Random(seed)
        self.agg = 0      # aggregates allowed
        self.win = 0      # window functions allowed
        self.sub = 0

    def one(self, *xs): return self.r.choice(xs)
    def p(self, x): return self.r.random() < x

    def pylit(self, k):
        r = self.r
        if k == "i": return str(r.choice([0, 1, 2, 3, 7, 10, 42, -1, -5]))
        if k == "s": return repr(r.choice(["a", "b%", "x_y", "it's", "q\\z", ":w", "", "Ann", "a/b", "?"]))
        if k == "f": return r.choice(["0.5", "2.25", "-1.5", "3.0"])
        if k == "n": return r.choice(['Decimal("1.5")', 'Decimal("10")', 'Decimal("-0.25")'])
        if k == "b": return r.choice(["True", "False"])
        if k == "d": return r.choice(["D(2021, 5, 6)", "D(2024, 12, 31)"])
        if k == "t": return r.choice(["DT(2024, 1, 2, 3, 4, 5)", "DT(2020, 2, 29)"])
        if k == "j": return r.choice(['{"a": 1}', '[1, 2]', '"x"', "5"])

    def col(self, k, scope):
        cands = [f"{v}.c.{c}" for v, cols in scope for c, kk in cols.items() if kk == k]
        if not cands: return self.lit(k)
        return self.r.choice(cands)

    def lit(self, k):
        if k == "j": return f'literal({self.pylit(k)}, JSON)'
        r = self.r.random()
        if r < .45: return f"literal({self.pylit(k)})"
        if r < .6: return f"bindparam(None, {self.pylit(k)}, type_={self.r.choice(TYPES[k])})"
        if r < .7: return f"literal({self.pylit(k)}, {self.r.choice(TYPES[k])})"
        if r < .75 and k in "is": return f"literal({self.pylit(k)}, literal_execute=True)"
        if r < .9:
            if k == "i": return f'literal_column("{self.r.randint(1,9)}", Integer)'
            if k == "s": return '''literal_column("'lc'", String)'''
            if k == "f": return 'literal_column("1.5", Float)'
            if k == "b": return self.one("true()", "false()")
        return f"literal({self.pylit(k)})"

    def rhs(self, k, d, scope):
        return self.pylit(k) if self.p(.45) else self.x(k, d, scope)

    def scalar_sub(self, k, d, scope):
        # possibly correlated
        self.sub += 1
        save = self.agg, self.win
        t = self.one(*TABLES)
        inner = t
        new = [(inner, TABLES[t])]
        both = new + scope if self.p(.6) else new
        self.agg = self.win = 0
        w = f".where({self.x('b', d-1, both)})" if self.p(.7) else ""
        if k == "i" and self.p(.4): e = self.one("func.count()", f"func.count({inner}.c.id)", "func.count(1)")
        else: e = self.one("func.max", "func.min") + f"({self.x(k, 0, new)})" if self.p(.6) else self.x(k, d-1, new)
        self.agg, self.win = save
        self.sub -= 1
        frm = f".select_from({inner})"
        lim = ".limit(1)" if self.p(.3) else ""
        ordr = f".order_by({inner}.c.id)" if self.p(.3) else ""
        cor = ""
        if scope and self.p(.15): cor = self.one(f".correlate({scope[0][0]})", f".correlate_except({inner})")
        return f"select({e}){frm}{w}{ordr}{lim}{cor}"

    def args(self, n, k, d, scope): return ", ".join(self.x(k, d-1, scope) for _ in range(n))

    def case(self, k, d, scope):
        v = lambda: self.rhs(k, d-1, scope)
        if self.p(.3):
            kk = self.one("i", "s")
            pairs = ", ".join(f"{self.pylit(kk)}: {v()}" for _ in range(1))
            els = f", else_={v()}" if self.p(.7) else ""
            return f"case({{{pairs}}}, value={self.x(kk, d-1, scope)}{els})"
        whens = ", ".join(f"({self.x('b', d-1, scope)}, {v()})" for _ in range(self.r.randint(1, 2)))
        els = f", else_={v()}" if self.p(.7) else ""
        return f"case({whens}{els})"

    def over(self, f, d, scope):
        a = []
        if self.p(.6): a.append(f"partition_by={self.one(self.x(self.one(*'isb'), 0, scope), '[' + self.col('i', scope) + ', ' + self.col('s', scope) + ']')}")
        o = self.p(.8)
        if o: a.append(f"order_by={self.ordering(1, scope) if self.p(.7) else '[' + self.ordering(1, scope) + ', ' + self.ordering(0, scope) + ']'}")
        if o and self.p(.4):
            a.append(self.one("rows=(None, 0)", "rows=(-1, 1)", "rows=(None, None)", "rows=(0, 2)", "rows=(1, 3)", "rows=(-3, -1)", "groups=(None, 1)", "groups=(0, 0)", "range_=(None, 0)", "range_=(0, None)"))
        return f"{f}.over({', '.join(a)})"

    def aggregate(self, k, d, scope):
        x = lambda kk: self.x(kk, d-1, scope)
        save = self.agg, self.win
        self.agg = self.win = 0
        if k == "i":
            f = self.one("func.count()", f"func.count({x('s')})", f"func.sum({x('i')})", f"func.max({x('i')})", f"func.count(distinct({x('s')}))", f"func.count({x('i')}.distinct())", f"func.total({x('i')}, type_=Integer)")
        elif k == "s": f = self.one(f"func.max({x('s')})", f"func.min({x('s')})", f"func.group_concat({x('s')}, type_=String)", f"func.aggregate_strings({x('s')}, ', ')")
        elif k in "fn": f = self.one(f"func.sum({x(k)})", f"func.max({x(k)})", f"func.avg({x(k)}, type_=Float)")
        else: f = self.one("func.min", "func.max") + f"({x(k)})"
        if self.p(.25): f += f".filter({x('b')})" if self.p(.8) else f".filter({x('b')}, {x('b')})"
        self.agg, self.win = save
        return f

    def window(self, k, d, scope):
        save = self.agg, self.win
        self.agg = self.win = 0
        if k == "i": f = self.one("func.row_number()", "func.rank()", "func.dense_rank()", "func.ntile(2)", "func.count()", f"func.sum({self.x('i', 0, scope)})", f"func.lag({self.x('i', 0, scope)}, 1)")
        else: f = self.one("func.max", "func.min", "func.first_value", "func.last_value", "func.lead") + f"({self.x(k, 0, scope)})"
        if self.p(.2) and ("count" in f or "max" in f or "sum" in f): f += f".filter({self.x('b', d-1, scope)})"
        f = self.over(f, d, scope)
        self.agg, self.win = save
        return f

    def json_(self, k, d, scope):
        base = self.col("j", scope)
        if base.startswith("literal"): base = "emp.c.data"
        idx = self.one('["a"]', '["b"]["c"]', '[("b", "c")]', '["l"][0]', '[("l", 0)]', "[0]", '["b"]')
        acc = dict(i="as_integer()", s="as_string()", f="as_float()", b="as_boolean()", n="as_numeric(10, 2)", j=None)[k]
        return f"{base}{idx}" + (f".{acc}" if acc else self.one("", ".as_json()"))

    def x(self, k, d, scope):
        """Source of an expression of kind k."""
        if self.agg and self.p(.5): return self.aggregate(k, d, scope)
        if self.win and d > 0 and self.p(.12): return self.window(k, d, scope)
        if d <= 0 or self.p(.08): return self.col(k, scope) if self.p(.8) else self.lit(k)
        X = lambda kk: self.x(kk, d-1, scope)
        R = lambda kk: self.rhs(kk, d-1, scope)
        r = self.r.random()
        if r < .07: return self.case(k, d, scope)
        if r < .11 and k != "j": return f"cast({X(self.one(*'isf') if k in 'isfn' else k)}, {self.r.choice(TYPES[k])})" if k not in "dt" else X(k)
        if r < .13 and k != "j": return f"type_coerce({X(self.one(*'is') if k in 'is' else k)}, {self.r.choice(TYPES[k])})"
        if r < .17: return f"func.coalesce({X(k)}, {R(k)})" if self.p(.8) else f"func.nullif({X(k)}, {R(k)}, type_={TYPES[k][0]})"
        if r < .2 and k in "isf" and self.p(.7): return f"{X(k)}.label({self.one(repr('lab'), repr('x y'), 'None')})"
        if r < .245 and self.sub < 2:
            return f"{self.scalar_sub(k, d, scope)}.scalar_subquery()"
        if r < .28 and k in "isfbn": return self.json_(k, d, scope)
        return getattr(self, "k_" + k)(d, X, R, scope)

    def arith(self, k, X, R):
        op = self.one("+", "-", "*", "+", "-", "*", "/", "//", "%")
        if self.p(.2): return f"({self.pylit(k)} {op} {X(k)})"
        return f"({X(k)} {op} {R(k)})"

    def k_i(self, d, X, R, scope):
        r = self.r.random()
        if r < .4: return self.arith("i", X, R).replace(" / ", " // ")
        if r < .47: return f"(-{X('i')})"
        if r < .57: return f"{X('i')}.bitwise_{self.one('and', 'or', 'xor', 'lshift', 'rshift')}({R('i')})"
        if r < .6: return f"{X('i')}.bitwise_not()" if self.p(.5) else f"bitwise_not({X('i')})"
        if r < .7:
            o = self.one("&", "|", "<<", ">>", "%", "+", "*", "-")
            pr = self.one("", "", ", precedence=5", ", precedence=8", ", precedence=15", ", precedence=-1", ", return_type=Integer()")
            return f"{X('i')}.op({o!r}{pr})({R('i')})" if self.p(.8) else f"custom_op({o!r}{pr})({X('i')}, {R('i')})"
        if r < .78: return f"func.length({X('s')}, type_=Integer)"
        if r < .84: return f"func.abs({X('i')}, type_=Integer)"
        if r < .9: return f"extract({self.one(repr('year'), repr('month'), repr('day'))}, {self.col(self.one('d', 't'), scope)})"
        if r < .95: return f"func.max({X('i')}, {R('i')})" if False else f"func.ifnull({X('i')}, {R('i')}, type_=Integer)"
        return f"func.instr({X('s')}, {R('s')}, type_=Integer)"

    def k_f(self, d, X, R, scope):
        r = self.r.random()
        if r < .6: return self.arith("f", X, R)
        if r < .7: return f"({X('f')} {self.one('+', '*', '-', '/')} {X('i')})"
        if r < .8: return f"({X('i')} / {X('f')})"
        if r < .9: return f"func.round({X('f')}, 1, type_=Float)"
        return f"(-{X('f')})"

    def k_n(self, d, X, R, scope):
        r = self.r.random()
        if r < .6: return self.arith("n", X, R)
        if r < .7: return f"({X('n')} {self.one('+', '*', '-', '/')} {X('i')})"
        if r < .8: return f"({X('i')} / {R('i')})"
        if r < .9: return f"({X('i')} * {X('n')})"
        return f"(-{X('n')})"

    def k_s(self, d, X, R, scope):
        r = self.r.random()
        if r < .3: return f"({X('s')} + {R('s')})" if self.p(.8) else f"({self.pylit('s')} + {X('s')})"
        if r < .4: return f"{X('s')}.concat({R(self.one('s', 's', 'i'))})"
        if r < .6: return f"func.{self.one('upper', 'lower', 'trim', 'ltrim')}({X('s')}" + self.one(")", ", type_=String)")
        if r < .7: return f"func.substr({X('s')}, {self.one('1', '2', X('i'))}, 2, type_=String)"
        if r < .78: return f"func.replace({X('s')}, {R('s')}, {R('s')}, type_=String)"
        if r < .88: return self.one(f'{X("s")}.collate("NOCASE")', f'collate({X("s")}, "nocase")')
        if r < .94: return f"{X('s')}.op('||')({R('s')})"
        return f"{X('s')}.op('||', precedence={self.one(1, 6, 9)}, return_type=String())({R('s')})"

    def k_d(self, d, X, R, scope): return self.col("d", scope)
    def k_t(self, d, X, R, scope): return self.col("t", scope)
    def k_j(self, d, X, R, scope): return self.json_("j", d, scope)

    def k_b(self, d, X, R, scope):
        r = self.r.random()
        k = self.r.choice("iiissfndt")
        if r < .2: return f"({X(k)} {self.one('==', '!=', '<', '<=', '>', '>=')} {R(k)})"
        if r < .32:
            return self.one(f"and_({X('b')}, {X('b')})", f"({X('b')} & {X('b')})", f"or_({X('b')}, {X('b')})", f"({X('b')} | {X('b')})",
                            f"and_({X('b')}, {X('b')}, {X('b')})", f"or_({X('b')}, {self.one('true()', 'false()')}, {X('b')})", f"and_(true(), {X('b')})", f"or_(false(), {X('b')})", f"and_({X('b')}, {self.one('True', 'False')})", f"or_({X('b')})",
                            f"and_({X('b')}, or_({X('b')}, {X('b')}))")
        if r < .42: return self.one(f"(~{X('b')})", f"not_({X('b')})")
        if r < .47: return self.one(f"({X(k)} == None)", f"({X(k)} != None)", f"{X(k)}.is_(None)", f"{X(k)}.is_not(None)", f"{X(k)}.is_(null())", f"{X('b')}.is_({self.one('True', 'False', 'true()')})", f"{X('b')}.is_not({self.one('True', 'False')})", f"({X('b')} == {self.one('True', 'False', 'true()', 'false()', X('b'))})", f"({X('b')} != {self.one('True', 'false()')})", f"(null() == {X(k)})", f"({X(k)} != null())")
        if r < .52: return f"{X(k)}.{self.one('is_distinct_from', 'is_not_distinct_from')}({self.rhs(k, d-1, scope) if self.p(.8) else 'None'})"
        if r < .62:
            m = self.one("in_", "not_in")
            items = "[" + ", ".join(self.pylit(k) for _ in range(self.one(0, 1, 2, 3))) + "]"
            c = self.r.random()
            if c < .5: return f"{X(k)}.{m}({items})"
            if c < .6: return f"{X(k)}.{m}([{X(k)}, {self.pylit(k)}])"
            if c < .65: return f"{X(k)}.{m}(({self.pylit(k)}, None))"
            if c < .7: return f"{X(k)}.{m}(bindparam('many', {items}, expanding=True))"
            if c < .75: return f"{X(k)}.{m}({items[:-1]}, null()])" if items != "[]" else f"{X(k)}.{m}([null()])"
            if self.sub < 2: return f"{X(k)}.{m}({self.scalar_sub(k, d, scope)})"
            return f"(~{X(k)}.in_({items}))"
        if r < .68:
            kk = self.one("i", "s", "f", "d")
            b = self.one(f"{X(kk)}.between({R(kk)}, {R(kk)})", f"between({X(kk)}, {R(kk)}, {R(kk)})")
            return f"(~{b})" if self.p(.3) else b
        if r < .82:
            m = self.one("like", "not_like", "ilike", "not_ilike", "contains", "startswith", "endswith", "icontains", "istartswith", "iendswith")
            if "like" in m:
                o = self.one("", "", ", escape='/'", ", escape='!'")
                e = f"{X('s')}.{m}({R('s')}{o})"
            else:
                o = self.one("", "", ", autoescape=True", ", autoescape=True, escape='!'", ", escape='^'")
                e = f"{X('s')}.{m}({self.pylit('s') if 'auto' in o else R('s')}{o})"
            return f"(~{e})" if self.p(.15) else e
        if r < .86: return self.one(f"{X('i')}.op('>', is_comparison=True)({R('i')})", f"{X('s')}.bool_op('GLOB')({R('s')})", f"{X('i')}.bool_op('<>', precedence={self.one(3, 5, 7)})({R('i')})", f"{X('s')}.op('LIKE', is_comparison=True, precedence=5)({R('s')})")
        if r < .92 and self.sub < 2:
            return self.one("", "~") + self.one(f"exists({self.scalar_sub('i', d, scope)})", f"{self.scalar_sub('i', d, scope)}.exists()", f"exists().where({self.x('b', d-1, [(t := self.one(*TABLES), TABLES[t])] + scope)})", f"exists({self.one('1', 'literal_column(' + repr('1') + ')', 'text(' + repr('1') + ')')}).select_from(task).where({self.x('b', d-1, [('task', TABLES['task'])] + scope)})")
        if r < .95: return f"tuple_({X('i')}, {X('s')}).{self.one('in_', 'not_in')}([({self.pylit('i')}, {self.pylit('s')}), ({self.pylit('i')}, {self.pylit('s')})])" if self.p(.7) else f"(tuple_({X('i')}, {X('i')}) {self.one('==', '<', '>=')} tuple_({X('i')}, {R('i')}))"
        if r < .97: return self.col("b", scope)
        return self.one(f"({self.json_('j', d, scope)} == {self.pylit('j')})", f"({self.json_('i', d, scope)} == {R('i')})", f"({self.json_('s', d, scope)} == {R('s')})", f"{self.json_('j', d, scope)}.is_(None)", f"({self.json_('j', d, scope)} != None)")

    def ordering(self, d, scope):
        save = self.agg, self.win
        self.agg = self.win = 0
        e = self.x(self.one(*"iisfnbd"), d, scope)
        self.agg, self.win = save
        if e.startswith(("true()", "false()")) or e.startswith("null"): e = self.col("i", scope)
        c = self.r.random()
        if c < .25: return f"{e}.desc()"
        if c < .35: return f"{e}.asc()"
        if c < .42: return f"desc({e})"
        if c < .5: return f"{e}.{self.one('nulls_first', 'nulls_last')}()"
        if c < .57: return f"{e}.desc().{self.one('nulls_first', 'nulls_last')}()"
        if c < .6: return f"nulls_last({e}.asc())"
        return e

    # --- statements: a list of lines whose last is `return ...`
    def scope_and_from(self, lines):
        r = self.r.random()
        t = self.one(*TABLES)
        if r < .25: return [(t, TABLES[t])], self.one("", f".select_from({t})")
        if r < .45:
            a, b, on = self.r.choice(LINKS)
            j = self.one(f".select_from({a}).join({b})", f".select_from({b}).join({a})", f".join_from({a}, {b})", f".outerjoin_from({b}, {a})", f".join_from({a}, {b}, {on})", f".select_from({a}).outerjoin({b}, {on})",
                         f".select_from({a}).join({b}, {on}, full=True)", f".select_from(join({a}, {b}))", f".select_from({a}.join({b}, and_({on}, {self.x('b', 1, [(a, TABLES[a]), (b, TABLES[b])])})))", f".select_from(outerjoin({a}, {b}, {on}))", f".where({on})")
            return [(a, TABLES[a]), (b, TABLES[b])], j
        if r < .52: return [("emp", TABLES["emp"]), ("dept", TABLES["dept"]), ("task", TABLES["task"])], self.one(".select_from(emp).join(dept).join(task)", ".select_from(dept).join(emp).outerjoin(task)", ".select_from(task.join(emp).join(dept, dept.c.id == emp.c.dept_id))", ".select_from(dept).join(emp.join(task), emp.c.dept_id == dept.c.id)", ".select_from(dept.outerjoin(join(emp, task, isouter=True)))")
        if r < .62:
            nm = self.one("", '"e2"', 'name="x y"')
            lines.append(f"a = {t}.alias({nm})")
            lines.append(f"b = aliased_b = {t}.alias()")
            return [("a", TABLES[t]), ("b", TABLES[t])], self.one(".select_from(a).join(b, a.c.id == b.c.id)", ".where(a.c.id < b.c.id)", ".select_from(a.outerjoin(b, a.c.id == b.c.id + 1))", "")
        if r < .74:
            nm = self.one("", '"sq"')
            sc = [(t, TABLES[t])]
            cols = self.r.sample(list(TABLES[t]), 3)
            comp = self.x("i", 2, sc)
            lines.append(f"s = select({', '.join(f'{t}.c.{c}' for c in cols)}, {comp}.label('comp')).where({self.x('b', 2, sc)}){self.one('', '.distinct()', '.limit(5)', f'.order_by({t}.c.id)')}.{self.one('subquery', 'subquery', 'cte', 'alias')}({nm})")
            sc = {c: TABLES[t][c] for c in cols}; sc["comp"] = "i"
            if self.p(.5): return [("s", sc)], ""
            o = self.one(*TABLES)
            return [("s", sc), (o, TABLES[o])], self.one(f".select_from({o}).join(s, s.c.comp == {o}.c.id)", f".select_from(s).outerjoin({o}, {o}.c.id == s.c.comp)", f".where(s.c.comp == {o}.c.id)")
        if r < .84:
            k1, k2 = self.one("i", "s"), self.one("i", "f")
            o = self.one(*TABLES)
            A, B = [(t, TABLES[t])], [(o, TABLES[o])]
            lines.append(f"u = {self.one('union', 'union_all', 'intersect', 'except_')}(select({self.x(k1, 1, A)}.label('p'), {self.x(k2, 1, A)}.label('q')), select({self.x(k1, 1, B)}, {self.x(k2, 1, B)}){self.one('', f'.where({self.x(chr(98), 2, B)})')}){self.one('', '.order_by(' + repr('p') + ')')}.{self.one('subquery', 'cte', 'alias')}({self.one('', repr('un'))})")
            return [("u", {"p": k1, "q": k2})], ""
        if r < .9:
            lines.append(f"n = select(literal({self.pylit('i')}).label('n'), literal({self.pylit('s')}).label('w')).cte({self.one('', repr('nums') + ', ')}recursive=True)")
            lines.append(f"n = n.{self.one('union_all', 'union')}(select(n.c.n + 1, n.c.w + {self.pylit('s')}).where(n.c.n < 4))")
            return [("n", {"n": "i", "w": "s"})], ""
        if r < .95:
            lines.append(f"v = values(column('k', Integer), column('w', String), name={self.one(repr('vals'), repr('my vals'))}).data([({self.pylit('i')}, {self.pylit('s')}), ({self.pylit('i')}, {self.pylit('s')})]).cte()")
            return [("v", {"k": "i", "w": "s"})], ""
        lines.append(f"j = func.json_each({self.one('emp.c.data', 'proj.c.tags')}{self.one('', ', ' + repr('$.l'))}).table_valued('key', column('value', Integer){self.one('', ', name=' + repr('je'), ', joins_implicitly=True')})")
        b = "emp" if "emp.c" in lines[-1] else "proj"
        return [("j", {"key": "s", "value": "i"}), (b, TABLES[b])], ""

    def select_(self, lines, d=3, simple=False):
        if simple:
            t = self.one(*TABLES)
            scope, frm = [(t, TABLES[t])], ""
        else: scope, frm = self.scope_and_from(lines)
        n = self.r.randint(1, 4)
        grouped = not simple and self.p(.25)
        distinct = ""
        if grouped:
            keys = [self.x(self.one(*"isb"), 1, scope) for _ in range(self.r.randint(1, 2))]
            self.agg = 1
            vals = [self.x(self.one(*"iisfn"), 1, scope) for _ in range(n)]
            having = f".having({self.x('b', 1, scope)})" if self.p(.5) else ""
            self.agg = 0
            vals = [v + (f".label({self.one(repr('total'), repr('n'), repr('Sum'))})" if i == 0 and self.p(.5) else "") for i, v in enumerate(vals)]
            return f"select({', '.join(keys + vals)}){frm}{self.where(scope, d) if self.p(.4) else ''}.group_by({', '.join(keys)}){having}" + self.tail(scope, keys)
        self.win = not simple
        cols = [self.x(self.one(*"iissfnbbdtj"), self.r.randint(0, d), scope) for _ in range(n)]
        self.win = 0
        if self.p(.15): cols.insert(0, scope[0][0])
        lab = None
        if self.p(.35):
            lab = self.one("lab1", "id", "order", "Mixed", "two words")
            cols[-1] = f"{cols[-1]}.label({lab!r})" if cols[-1] != scope[0][0] else cols[-1]
        w = self.where(scope, d) if self.p(.75) else ""
        if self.p(.12): distinct = ".distinct()"
        out = f"select({', '.join(cols)}){frm}{w}{distinct}"
        c = self.r.random()
        if c < .05: out += f".add_columns({self.x('i', 1, scope)})"
        elif c < .08: out += f".with_only_columns({self.x('i', 1, scope)}, {self.x('s', 1, scope)})"
        elif c < .12: out += ".set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)"
        elif c < .14: out += ".prefix_with('ALL')"
        keys = [] if not lab else [repr(lab), f"desc({lab!r})"]
        return out + self.tail(scope, keys)

    def where(self, scope, d):
        return f".where({self.x('b', d, scope)})" if self.p(.8) else f".where({self.x('b', d-1, scope)}, {self.x('b', d-1, scope)})"

    def tail(self, scope, keys=()):
        o = ""
        if self.p(.4):
            items = [self.r.choice(keys) if keys and self.p(.5) else self.ordering(1, scope) for _ in range(self.r.randint(1, 2))]
            o += f".order_by({', '.join(items)})"
        if self.p(.25): o += self.one(f".limit({self.r.randint(1,9)})", f".limit({self.r.randint(1,9)}).offset({self.r.randint(0,2)})", f".offset({self.r.randint(1,3)})", ".slice(1, 3)", ".limit(literal(2))", ".limit(bindparam('lim', 3))")
        return o

    def statement(self):
        lines = []
        r = self.r.random()
        if r < .7: last = self.select_(lines)
        elif r < .8:
            ks = [self.one("i", "s", "f") for _ in range(2)]
            parts = []
            for _ in range(self.r.randint(2, 3)):
                t = self.one(*TABLES); sc = [(t, TABLES[t])]
                parts.append(f"select({', '.join(self.x(k, 2, sc) for k in ks)})" + (self.where(sc, 2) if self.p(.6) else ""))
            fn = self.one("union", "union_all", "intersect", "except_")
            if self.p(.3) and len(parts) == 3: last = f"{parts[0]}.{self.one('union', 'union_all')}({parts[1]}, {parts[2]})"
            elif len(parts) == 3 and self.p(.4): last = f"{fn}({parts[0]}, {self.one('union', 'union_all', 'intersect')}({parts[1]}, {parts[2]}).subquery().select())"
            else: last = f"{fn}({', '.join(parts)})"
            last += self.one("", ".limit(3)", ".order_by(literal_column('1'))", ".order_by(text('1 DESC'))")
        elif r < .87:
            t = self.one(*TABLES); sc = [(t, TABLES[t])]
            vals = []
            for c, k in self.r.sample([(c, k) for c, k in TABLES[t].items() if c not in ("id", "name", "active") and not c.endswith("_id") and k != "j"], 2):
                vals.append(f"{c}={self.x(k, 2, sc)}")
            last = f"update({t}).values({', '.join(vals)})" + (self.where(sc, 2) if self.p(.8) else "") + self.one("", "", f".returning({t}.c.id, {self.x('i', 2, sc)})")
        elif r < .94:
            t = self.one(*TABLES); sc = [(t, TABLES[t])]
            last = f"delete({t})" + self.where(sc, 3) + self.one("", "", f".returning({t}.c.id)")
        else:
            t = self.one(*TABLES); sc = [(t, TABLES[t])]
            c = [("task", "emp_id", "note")][0]
            if self.p(.5): last = f"insert(task).from_select(['emp_id', 'note'], select({self.col('i', sc)}, {self.x('s', 2, sc)}){self.where(sc, 2)})"
            else: last = f"insert(task).values(prio={self.x('i', 1, [])}, note={self.x('s', 2, [])}, pos={self.scalar_sub('i', 2, [])}.scalar_subquery())" + self.one("", f".returning(task.c.id, {self.x('i', 1, [('task', TABLES['task'])])})")
        return lines, last

    def tree(self):
        self.agg = self.win = self.sub = 0
        if self.p(.5):
            ts = self.r.sample(list(TABLES), 1 if self.p(.8) else 2)
            k = self.one(*"bbbbbbbiiissfnj")
            return [], self.x(k, self.r.randint(2, 4), [(t, TABLES[t]) for t in ts])
        return self.statement()


def program(seed):
    import io, contextlib
    g = G(seed)
    ns = {}
    exec(HEAD.format(seed=seed), ns)
    from sqlalchemy.dialects import sqlite, postgresql, mysql
    from sqlalchemy import Executable, select
    from sqlalchemy.exc import CompileError
    kept, seen, tried, why = [], set(), 0, {}
    while len(kept) < 100:
        tried += 1
        lines, last = g.tree()
        if lines: src = f"\n\n@TREES.append\ndef _():\n" + "".join(f"    {l}\n" for l in lines) + f"    return {last}\n"
        else: src = f"TREES.append(lambda: {last})\n"
        if len(src) > 900 or last in seen or len(last) < 25: continue
        seen.add(last)
        ns["TREES"].clear()
        try:
            exec(src, ns)
            make = ns["TREES"][-1]
            tree = make()
            text = str(tree.compile(dialect=sqlite.dialect()))
            for kw in (dict(dialect=postgresql.dialect()), dict(dialect=mysql.dialect()), dict(compile_kwargs={"literal_binds": True})):
                try: text += str(tree.compile(**kw))
                except Exception as e:
                    text += str(e)
            if re.search(r"\d{9,}", text): why["digits"] = why.get("digits", 0) + 1; continue
            with ns["engine"].connect() as conn:
                res = conn.execute(tree if isinstance(tree, Executable) else select(tree))
                if res.returns_rows: res.all()
        except Exception as e:
            key = type(e).__name__ + " " + str(e).splitlines()[0][:60] if e.args else type(e).__name__
            why[key] = why.get(key, 0) + 1
            continue
        kept.append(src)
    body = []
    for s in kept: body.append(s)
    text = HEAD.format(seed=seed) + "\n".join(body).replace("\n\n\n\n", "\n\n\n") + TAIL
    return text, tried, why


if __name__ == "__main__":
    a, b, out = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    for seed in range(a, b + 1):
        text, tried, why = program(seed)
        open(f"{out}/trees_{seed:02}.py", "w").write(text)
        print(seed, tried, sorted(why.items(), key=lambda x: -x[1])[:8])

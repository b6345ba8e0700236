"""Writes dialect_trees_NN.py: 60 random expressions and statements each, compiled for four dialects with and without literals.   dialect_trees.py FIRST LAST OUTDIR"""
import re, sys, warnings
warnings.simplefilter("ignore")
import trees
from trees import G, TABLES, TYPES, HEAD

TAIL = '''

def shown(title, thing, params=True, **kw):
    try:
        compiled = thing.compile(**kw)
        print(title, str(compiled).replace("\\n", "\\n        "), compiled.params if params else "")
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
'''

class G2(G):
    def __init__(self, seed):
        super().__init__(seed); self.stmt_only = False

    def k_b(self, d, X, R, scope):
        if self.p(.25):
            k = self.r.choice("iisf")
            return self.one(
                f"({X(k)} {self.one('==', '>', '!=')} {self.one('any_', 'all_')}({self.scalar_sub(k, d, scope)}))", f"({self.one('any_', 'all_')}({self.scalar_sub(k, d, scope)}) {self.one('<', '==')} {X(k)})",
                f"{X('s')}.regexp_match({R('s')}{self.one('', ', flags=' + repr('i'))})", f"(~{X('s')}.regexp_match({R('s')}))", f"{X('s')}.match({self.pylit('s')})", f"{X('i')}.between({R('i')}, {R('i')}, symmetric=True)",
                f"({X('b')}).is_({self.one('True', 'None', 'false()')})", f"({X('b')} == {X('b')})", f"({X('b')} != {X('b')})", f"({X('b')}).is_distinct_from({self.one('True', 'None')})", f"({X('s')}.collate('{self.one('C', 'nocase', 'utf8mb4_bin')}') {self.one('==', '<')} {R('s')})",
                f"{X('s')}.collate('NOCASE').{self.one('like', 'ilike', 'contains', 'istartswith')}({R('s')})", f"(func.{self.one('foo', 'lower', 'count', 'max')}({X('i')}) {self.one('==', '<', '>=', '!=')} func.{self.one('count', 'coalesce', 'max', 'bar')}({X('i')}))",
                f"({self.json_('i', d, scope)}.in_([1, 2]))", f"({self.json_('s', d, scope)}.{self.one('like', 'ilike', 'startswith')}({R('s')}))", f"(~{self.json_('b', d, scope)})", f"({self.json_('b', d, scope)} & {X('b')})", f"({self.json_('b', d, scope)} == {self.one('True', 'False')})", f"literal({self.pylit(k)}).in_([{X(k)}, {self.pylit(k)}])", f"({self.pylit(k)} {self.one('<', '==', '>=')} {X(k)})", f"{X('s')}.in_([{self.pylit('s')}, None, {X('s')}])",
                f"tuple_({X('i')}, {X('s')}).in_({self.sub2()})", f"(tuple_({X('i')}, {X('s')}) == ({self.pylit('i')}, {self.pylit('s')}))", f"and_(*[{X('b')}, {X('b')}], or_({X('b')}, ~{X('b')}))", f"{X('i')}.op('&&', is_comparison=True)({R('i')})", f"(~{X('i')}.op('&&', is_comparison=True)({R('i')}))", f"(~{X('i')}.bool_op('@@')({R('i')}))")
        return super().k_b(d, X, R, scope)

    def sub2(self):
        t = self.one(*TABLES)
        sc = [(t, TABLES[t])]
        return f"select({self.x('i', 1, sc)}, {self.x('s', 1, sc)}).where({self.x('b', 1, sc)})"

    def k_s(self, d, X, R, scope):
        if self.p(.2):
            return self.one(f"{X('s')}.regexp_replace({R('s')}, {R('s')}{self.one('', ', flags=' + repr('g'))})", f"func.aggregate_strings({X('s')}, {self.one(repr(','), repr('%'))})", f"func.concat({X('s')}, {R('s')}, {X('i')})", f"cast({X(self.one(*'ifnbdt'))}, {self.one('String', 'String(5)', 'Text', 'Unicode(3)', 'CHAR(2)')})", f"func.coalesce({X('s')}, None, {R('s')})", f"({X('s')} + {X('i')})", f"({X('i')} + {X('s')})", f"func.char_length({X('s')})", f"literal({self.pylit('s')}, Text) + {X('s')}", f"case(({X('b')}, None), else_={X('s')})", f"null().label('n')", f"func.pkg.Fn({X('s')}, type_=String)")
        return super().k_s(d, X, R, scope)

    def k_i(self, d, X, R, scope):
        if self.p(.15):
            return self.one(f"extract({self.one(repr('epoch'), repr('dow'), repr('quarter'), repr('week'), repr('microsecond'))}, {self.col('t', scope)})", f"func.extract('year', {self.col('d', scope)})", f"({self.col('d', scope)} - {self.col('d', scope)})", f"func.pow({X('i')}, 2)", f"cast({X(self.one(*'fnsb'))}, {self.one('Integer', 'BigInteger', 'SmallInteger')})", f"func.now()", f"func.random()", f"func.char_length({X('s')})", f"({X('i')} / {R('i')})", f"({X('f')} // {R('i')})", f"func.rank({R('i')}).within_group({X('i')})", f"func.percentile_cont(0.5).within_group({X('f')}.desc())", f"func.count({X('i')}).aggregate_order_by({X('i')}.desc())")
        return super().k_i(d, X, R, scope)

    def statement(self):
        lines = []
        r = self.r.random()
        if r < .45:
            l, last = super().statement()
            return l, last
        t = self.one(*TABLES); sc = [(t, TABLES[t])]
        X = lambda k, d=2: self.x(k, d, sc)
        if r < .55:
            last = self.select_(lines, d=2) + self.one(".with_for_update()", ".with_for_update(read=True)", ".with_for_update(nowait=True, key_share=True)", ".with_for_update(skip_locked=True)", ".fetch(3)", ".fetch(2, with_ties=True)", ".prefix_with('X', dialect='mysql')", ".suffix_with('-- end')", ".group_by(literal_column('1'))", ".distinct()", ".limit(func.abs(3))", ".offset(5)", f".with_hint({t}, 'H (%(name)s)', 'mysql')")
        elif r < .65:
            lines.append(f"l = select({X('i')}.label('v'), {X('s')}.label('w')).where({self.x('b', 2, sc + [('dept', TABLES['dept'])])}){self.one('', '.limit(2)')}.lateral({self.one('', repr('lat'))})")
            last = f"select(dept.c.name, l.c.v, {self.x('b', 1, [('l', {'v': 'i', 'w': 's'}), ('dept', TABLES['dept'])])}).{self.one('join', 'outerjoin')}(l, {self.one('true()', 'l.c.v == dept.c.id')})"
        elif r < .72:
            o = self.one(*[x for x in TABLES if x != t])
            c = [c for c, k in TABLES[t].items() if k == "i" and c != "id"] or ["name"]
            c = c[0]; k = TABLES[t][c]
            last = f"update({t}).values({c}={self.x(k, 1, [(o, TABLES[o])])}).where({t}.c.id == {o}.c.id, {self.x('b', 2, sc + [(o, TABLES[o])])})" + self.one("", f".returning({t}.c.id, {o}.c.id)")
        elif r < .79:
            o = self.one(*[x for x in TABLES if x != t])
            last = f"delete({t}).where({t}.c.id == {o}.c.id, {self.x('b', 2, sc + [(o, TABLES[o])])})" + self.one("", f".returning({t}.c.id)")
        elif r < .85:
            rows = self.r.randint(2, 3)
            last = "insert(task).values([" + ", ".join("{" + f"'prio': {self.rhs('i', 1, [])}, 'note': {self.rhs('s', 1, [])}" + "}" for _ in range(rows)) + "])"
        elif r < .92:
            a, b = self.sub2(), self.sub2()
            a += self.one("", ".limit(2)", f".order_by(literal_column('1'))", ".order_by(literal_column('1')).limit(1).offset(1)")
            b += self.one("", "", ".limit(1)")
            last = f"{self.one('union', 'union_all', 'except_', 'intersect', 'except_all')}({a}, {b}){self.one('', '.limit(3)', '.order_by(text(' + repr('1') + ')).limit(2).offset(1)', '.subquery().select()', '.cte(' + repr('u') + ').select()')}"
        else:
            lines.append(f"e = select({X('i')}.label('n'), {X('s')}.label('s')).cte({self.one('', repr('first'))})")
            lines.append(f"f = select(e.c.n, func.count().label('k')).where({self.x('b', 1, [('e', {'n': 'i', 's': 's'})])}).group_by(e.c.n).{self.one('cte', 'subquery')}({self.one('', repr('second'))})")
            last = f"select(f.c.k, e.c.s, {self.x('b', 1, [('e', {'n': 'i', 's': 's'}), ('f', {'n': 'i', 'k': 'i'})])}).join_from(f, e, f.c.n == e.c.n){self.tail([('f', {'n': 'i', 'k': 'i'})])}"
        return lines, last


def program(seed, count=60):
    from sqlalchemy.dialects import sqlite, postgresql, mysql
    g = G2(seed)
    head = HEAD.format(seed=seed).split("engine = create_engine")[0].replace("the text and parameters of 100 generated expressions and statements", "generated expressions and statements as four dialects write them, with binds and with literals").replace("import datetime\n", "import datetime\nimport re\n") + "D = datetime.date\nDT = datetime.datetime\nTREES = []\n"
    ns = {}
    exec(head, ns)
    kept, seen, why, tried = [], set(), {}, 0
    while len(kept) < count:
        tried += 1
        lines, last = g.tree()
        if lines: src = "\n\n@TREES.append\ndef _():\n" + "".join(f"    {l}\n" for l in lines) + f"    return {last}\n"
        else: src = f"TREES.append(lambda: {last})\n"
        if len(src) > 800 or last in seen or len(last) < 25: continue
        seen.add(last); ns["TREES"].clear()
        try:
            exec(src, ns); tree = ns["TREES"][-1](); text = str(tree.compile())
            for q in (sqlite, postgresql, mysql):
                for kw in ({}, {"compile_kwargs": {"literal_binds": True}}):
                    try: text += str(tree.compile(dialect=q.dialect(), **kw))
                    except Exception as e:
                        text += str(e)
                        if isinstance(e, (AttributeError, TypeError, AssertionError, KeyError)): raise
            if re.search(r"\d{9,}", text.replace("18446744073709551615", "")): continue
        except Exception as e:
            key = type(e).__name__ + " " + str(e).splitlines()[0][:60] if str(e) else type(e).__name__
            why[key] = why.get(key, 0) + 1
            continue
        kept.append(src)
    return head + "\n".join(kept).replace("\n\n\n\n", "\n\n\n") + TAIL, tried, why


if __name__ == "__main__":
    a, b, out = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    for seed in range(a, b + 1):
        text, tried, why = program(1000 + seed)
        open(f"{out}/dialect_trees_{seed:02}.py", "w").write(text)
        print(seed, tried, sorted(why.items(), key=lambda x: -x[1])[:8])

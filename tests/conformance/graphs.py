"""Random object graphs and what a program does to them.   graphs.py OUTDIR [FILES] [PER_FILE]

Writes graphs_NN.py: PER_FILE graphs each. Deterministic by seed: candidate n is Random(n). A candidate is kept if the
reference sends the same statements under several hash seeds and memory layouts (it is run by `graphs.py --try`)."""
import json, os, random, subprocess, sys

HEAD = '''"""Random object graphs: the statements of their flushes, and what is in the tables afterwards."""
from sqlalchemy import Column, ForeignKey, Integer, String, Table, create_engine, select
from sqlalchemy.orm import Session, declarative_base, mapped_column, relationship


def build(mappers, links):
    """Classes of `(name, base, keyed)` and relationships of `(kind, owner, key, target, back, options, back options)`."""
    Base = declarative_base()
    bodies, joined = {}, {}
    for name, base in mappers:
        bodies[name] = body = {"__tablename__": name.lower(), "name": mapped_column(String)}
        joined[name] = base
        if base is None:
            body["id"] = mapped_column(Integer, primary_key=True)
            body["kind"] = mapped_column(String)
            body["__mapper_args__"] = {"polymorphic_on": "kind", "polymorphic_identity": name}
        else:
            del body["name"]
            body["id"] = mapped_column(ForeignKey(f"{base.lower()}.id"), primary_key=True)
            body[f"extra_{name.lower()}"] = mapped_column(Integer)
            body["__mapper_args__"] = {"polymorphic_identity": name}
    for kind, owner, key, target, back, options, back_options in links:
        options, back_options = dict(options), dict(back_options)
        if back:
            options["back_populates"], back_options["back_populates"] = back, key
        if kind == "many_to_one":
            column = bodies[owner][f"{key}_id"] = mapped_column(Integer, ForeignKey(f"{target.lower()}.id"))
            if owner == target or joined.get(owner) == target or joined.get(target) == owner:
                options["remote_side"] = f"{target}.id"
            bodies[owner][key] = relationship(target, foreign_keys=f"{owner}.{key}_id", primaryjoin=f"{owner}.{key}_id == {target}.id", **options)
            if back:
                bodies[target][back] = relationship(
                    owner, foreign_keys=f"{owner}.{key}_id", primaryjoin=f"{owner}.{key}_id == {target}.id", order_by=f"{owner}.id",
                    **({"remote_side": f"{owner}.{key}_id"} if "remote_side" in options else {}), **back_options)
        else:
            link = Table(f"{owner}_{key}".lower(), Base.metadata, Column("left_id", ForeignKey(f"{owner.lower()}.id"), primary_key=True),
                         Column("right_id", ForeignKey(f"{target.lower()}.id"), primary_key=True))
            sides = {"secondary": link, "primaryjoin": f"{owner}.id == {link.name}.c.left_id", "secondaryjoin": f"{target}.id == {link.name}.c.right_id"}
            bodies[owner][key] = relationship(target, order_by=f"{target}.id", **sides, **options)
            if back:
                bodies[target][back] = relationship(
                    owner, secondary=link, primaryjoin=sides["secondaryjoin"], secondaryjoin=sides["primaryjoin"], order_by=f"{owner}.id", **back_options)
    classes = {}
    for name, base in mappers:
        classes[name] = type(name, (classes[base] if base else Base,), bodies[name])
    return Base, classes


def play(number, mappers, links, steps):
    print("graph", number)
    Base, classes = build(mappers, links)
    engine = create_engine("sqlite://")
    with engine.begin() as conn:
        for table in Base.metadata.tables.values():
            table.create(conn, checkfirst=False)
    objects, step = {}, None
    with Session(engine) as session:
        try:
            for step in steps:
                do(session, classes, objects, *step)
            step = ("commit",)
            session.commit()
        except Exception as error:
            print(step[0], type(error).__name__)
            session.rollback()
    with engine.connect() as conn:
        for table in Base.metadata.tables.values():
            print(" ", table.name, conn.execute(select(table).order_by(*table.primary_key)).all())
    Base.registry.dispose()


def do(session, classes, objects, what, number=None, key=None, value=None):
    obj = objects.get(number) if what != "new" else None
    if what == "new":
        objects[number] = obj = classes[key](**value)
        session.add(obj)
    elif what == "pending":
        objects[number] = classes[key](**value)
    elif what == "name":
        obj.name = value
    elif what == "set":
        setattr(obj, key, objects.get(value))
    elif what == "append":
        if objects[value] not in getattr(obj, key):
            getattr(obj, key).append(objects[value])
    elif what == "remove":
        if objects[value] in getattr(obj, key):
            getattr(obj, key).remove(objects[value])
    elif what == "assign":
        setattr(obj, key, [objects[n] for n in value])
    elif what == "delete":
        if obj in session and obj not in session.new:
            session.delete(obj)
    elif what == "merge":
        session.merge(classes[key](**value))
    elif what == "refresh":
        if obj in session and obj not in session.new and obj not in session.deleted:
            session.refresh(obj)
    else:
        getattr(session, what)()


'''


def make(seed):
    r = random.Random(seed)
    p = lambda x: r.random() < x
    count = r.choice([2, 2, 3, 3, 4, 4, 5, 6, 7, 8])
    mappers = []
    for n in range(count):
        roots = [m for m, b in mappers if b is None]
        base = r.choice(roots) if roots and p(0.22) else None
        mappers.append(("ABCDEFGH"[n], base))
    names = [m for m, _ in mappers]
    root = {m: b or m for m, b in mappers}
    links, used = [], set()
    for n in range(r.randint(max(1, count - 1), count + 2)):
        kind = "many_to_many" if p(0.2) else "many_to_one"
        owner, target = r.choice(names), r.choice(names)
        if kind == "many_to_one" and p(0.7) and names.index(owner) < names.index(target):
            owner, target = target, owner
        if kind == "many_to_one" and owner != target and root[owner] == root[target]:
            continue  # between classes of one hierarchy the join of the tables gets in the way
        if kind == "many_to_many" and root[owner] == root[target] and owner != target:
            continue
        key, back = f"r{n}", f"b{n}" if p(0.75) else None
        options, back_options = {}, {}
        if kind == "many_to_one":
            cyclic = (root[owner], root[target]) in used or root[owner] == root[target] and p(0.3) or names.index(owner) < names.index(target)
            if cyclic and p(0.8):
                options["post_update"] = True
                if back and p(0.5):
                    back_options["post_update"] = True
            used.add((root[target], root[owner]))
            if back and p(0.3):
                back_options["cascade"] = r.choice(["all, delete-orphan", "all"]) if not (root[owner] == root[target]) else "all"
            if back and p(0.1) and "cascade" not in back_options:
                back_options["passive_deletes"] = True
            if p(0.08):
                options["cascade"] = r.choice(["merge", "save-update"])
        elif p(0.15):
            options["cascade"] = "all"
        links.append((kind, owner, key, target, back, options, back_options))
    attrs = {m: [] for m in names}
    for kind, owner, key, target, back, *_ in links:
        for m in names:
            if m == owner or root[m] == owner:
                attrs[m].append((key, kind == "many_to_one", target))
            if back and (m == target or root[m] == target):
                attrs[m].append((back, False, owner))
    fits = lambda m, t: m == t or root[m] == t
    given = p(0.6)
    steps, live, ids, kinds = [], [], {}, {}
    def fresh(what):
        m = r.choice(names)
        n = len(kinds)
        value = {"name": f"n{n}"}
        if given or p(0.15):
            ids[root[m]] = ids.get(root[m], 0) + r.choice([1, 1, 2])
            value["id"] = ids[root[m]] if given else 100 + n
        if m != root[m] and p(0.6):
            value[f"extra_{m.lower()}"] = n
        kinds[n] = m
        live.append(n)
        steps.append((what, n, m, value))
    for _ in range(r.randint(3, 8)):
        fresh("new" if p(0.8) else "pending")
    for _ in range(r.randint(10, 40)):
        x = r.random()
        if x < 0.12:
            fresh("new" if p(0.7) else "pending")
        elif x < 0.55:
            n = r.choice(live)
            if not attrs[kinds[n]]:
                continue
            key, scalar, target = r.choice(attrs[kinds[n]])
            others = [o for o in live if fits(kinds[o], target)]
            if scalar:
                steps.append(("set", n, key, r.choice(others) if others and p(0.85) else None))
            elif others:
                what = r.choice(["append", "append", "append", "remove", "assign"])
                steps.append((what, n, key, r.sample(others, min(len(others), r.randint(0, 3))) if what == "assign" else r.choice(others)))
        elif x < 0.68:
            n = r.choice(live)
            steps.append(("name", n, None, f"x{len(steps)}"))
        elif x < 0.77 and len(live) > 2:
            n = r.choice(live)
            steps.append(("delete", n))
            if p(0.9):
                live.remove(n)
        elif x < 0.8:
            m = r.choice(names)
            steps.append(("merge", None, m, {"id": r.randint(1, 4), "name": f"m{len(steps)}"}))
        elif x < 0.83:
            steps.append(("refresh", r.choice(live)))
        elif x < 0.96:
            steps.append(("flush",))
        elif x < 0.98:
            steps.append(("commit",))
        else:
            steps.append(("expire_all",))
    return mappers, links, steps


def source(number, mappers, links, steps):
    lines = [f"play(", f"    {number}, {mappers!r},", f"    ["]
    lines += [f"        {link!r}," for link in links] + ["    ],", "    ["]
    row = "       "
    for step in steps:
        text = f" {step!r},"
        if len(row) + len(text) > 140:
            lines.append(row)
            row = "       "
        row += text
    return "\n".join(lines + [row, "    ])"]) + "\n"


def attempt(first, last):
    """What the reference sends for each candidate, a line each."""
    import contextlib, io, warnings, signal
    warnings.simplefilter("ignore")
    junk = [object() for _ in range(random.Random(os.environ["PYTHONHASHSEED"]).randint(1, 50000))]  # another layout of memory
    from sqlalchemy import event
    from sqlalchemy.engine import Engine
    scope = {"__name__": "graphs"}
    exec(HEAD, scope)
    sent = []
    event.listen(Engine, "before_cursor_execute", lambda c, cu, s, p, ctx, many: sent.append([s, repr(p), many]))
    for seed in range(first, last):
        more = [[] for _ in range(seed % 97 * 13)]
        sent.clear()
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            try:
                scope["play"](seed, *make(seed))
                fault = None
            except Exception as error:
                fault = type(error).__name__
        print(json.dumps([seed, out.getvalue(), sent, fault]))


if __name__ == "__main__":
    if sys.argv[1] == "--try":
        attempt(int(sys.argv[2]), int(sys.argv[3]))
        raise SystemExit
    outdir, files, per = sys.argv[1], int((sys.argv + ["", "10"])[2] or 10) if len(sys.argv) > 2 else 10, int(sys.argv[3]) if len(sys.argv) > 3 else 50
    kept, first, dropped = {}, 1, {"fault": 0, "unstable": 0, "ends in an error": 0}
    while len(kept) < files * per:
        runs = []
        procs = [subprocess.Popen([sys.executable, __file__, "--try", str(first), str(first + 100)], stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONHASHSEED": str(s)}) for s in (1, 2, 3, 4, 5, 6)]
        runs = [[json.loads(line) for line in proc.communicate()[0].splitlines()] for proc in procs]
        for same in zip(*runs):
            if same[0][3]:
                dropped["fault"] += 1
            elif any(run != same[0] for run in same):
                dropped["unstable"] += 1
            elif "Error\n" in same[0][1] and sum(kept.values()) >= len(kept) // 12:
                dropped["ends in an error"] += 1  # a few of them are enough
            else:
                kept[same[0][0]] = "Error\n" in same[0][1]
        first += 100
        print(first, len(kept), dropped, flush=True)
    for n in range(files):
        with open(f"{outdir}/graphs_{n + 1:02}.py", "w") as f:
            f.write(HEAD + "\n".join(source(seed, *make(seed)) for seed in list(kept)[n * per:(n + 1) * per]))

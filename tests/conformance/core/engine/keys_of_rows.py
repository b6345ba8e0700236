"""Keys of rows and mappings, pickled rows, text whose columns are told in order or by name."""

import pickle
from sqlalchemy import *
from sqlalchemy.sql.selectable import TextualSelect


def show(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)


m = MetaData()
a = Table("a", m, Column("q", Integer), Column("r", String))
b = Table("b", m, Column("p", Integer), Column("r", String))
e = create_engine("sqlite://")
m.create_all(e)
with e.connect() as c:
    c.execute(a.insert(), [{"q": 1, "r": "x"}, {"q": 2, "r": "y"}])
    c.execute(b.insert(), [{"p": 1, "r": "z"}])
    row = c.execute(select(a)).first()
    again = pickle.loads(pickle.dumps(row))
    show(
        lambda: (
            type(again).__name__,
            again,
            again == row,
            again.q,
            again._mapping["r"],
            again._fields,
            again._asdict(),
        )
    )
    show(lambda: again._mapping[a.c.q])
    show(lambda: again.nope)
    show(lambda: pickle.loads(pickle.dumps(c.execute(select(a)).all())))
    show(
        lambda: pickle.loads(pickle.dumps(c.execute(select(a.c.q.label("x"), literal(5))).all()))[0]._mapping
    )
    result = c.execute(select(a))
    keys = result.keys()
    show(
        lambda: (
            "q" in keys,
            a.c.q in keys,
            "zz" in keys,
            0 in keys,
            b.c.p in keys,
            list(keys),
            len(keys),
            keys,
        )
    )
    row = result.first()
    show(
        lambda: (
            a.c.q in row._mapping,
            "q" in row._mapping,
            0 in row._mapping,
            a.c.q in row._mapping.keys(),
            b.c.p in row._mapping,
        )
    )
    show(lambda: {"q": 1, "r": "x"}.keys() == row._mapping.keys())
    show(lambda: {"q": 1, "r": "x"}.items() == row._mapping.items())
    show(lambda: (row._mapping.values(), row._mapping.items(), row._mapping.keys(), row._mapping))
    show(lambda: row.t)
    show(lambda: row.tuple())
    ua, u2 = a.alias(), a.alias()
    row = c.execute(
        select(a.c.q, ua.c.q).select_from(a.join(ua, true())).set_label_style(LABEL_STYLE_NONE)
    ).first()
    show(lambda: row._mapping[a.c.q])
    show(lambda: row._mapping[ua.c.q])
    show(lambda: row._mapping[u2.c.q])
    show(lambda: row._mapping["q"])
    row = c.execute(select("*").select_from(select(a).subquery())).first()
    show(lambda: (row._fields, row._mapping["q"]))
    row = c.execute(select(a.c.r.label("n"), text("*")).select_from(a)).first()
    show(lambda: (row._fields, row._mapping["n"], row._mapping["q"]))
    row = c.execute(select(text("*"), a.c.r.label("n"), a.c.q).select_from(a)).first()
    show(lambda: (row._fields, row._mapping["n"]))
    show(lambda: row._mapping["q"])
    stmt = TextualSelect(
        text("select a.r AS a_r, a.q AS q FROM a WHERE a.q=1"), [a.c.q, a.c.r], positional=False
    )
    row = c.execute(stmt).first()
    show(lambda: (row._mapping[a.c.q], row._mapping[a.c.r], row._fields))
    c1, c2, c3, c4 = column("w"), column("p"), column("x"), column("d")
    row = c.execute(text("select q, r, 3 as c from a").columns(c1, c2)).first()
    show(lambda: (row._mapping[c1], row._mapping["c"], row._fields))
    show(lambda: row._mapping["w"])
    row = c.execute(text("select q, r from a").columns(c1, c2, c3, c4)).first()
    show(lambda: row._mapping[c2])
    show(lambda: row._mapping[c3])
    show(lambda: c.execute(text("select q, r from a").columns(a.c.q, a.c.q)).first())
    al = a.alias()
    row = c.execute(text("select q, r from a").columns(al.c.q, al.c.r)).first()
    show(lambda: row._mapping[al.c.q])
    show(lambda: row._mapping["q"])

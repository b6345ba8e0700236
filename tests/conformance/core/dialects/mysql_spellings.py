"""MySQL's own spellings: backticks, concat(), <=>, LIMIT x, y, INNER JOIN, CAST targets, ON DUPLICATE KEY, REGEXP, MATCH, hints."""
import datetime
import re

from sqlalchemy import Boolean, Column, Date, DateTime, Float, ForeignKey, Integer, MetaData, Numeric, String, Table, Text, and_, bindparam, case, cast, column, delete, desc, extract, func, insert, join, literal, literal_column, not_, null, outerjoin, select, text, true, union, update
from sqlalchemy.dialects import mysql

my = mysql.dialect()
m = MetaData()
t = Table("t", m, Column("id", Integer, primary_key=True), Column("a", Integer), Column("s", String(10)), Column("x", Text), Column("ok", Boolean), Column("d", Date), Column("f", Float))
u = Table("u", m, Column("id", Integer, primary_key=True), Column("t_id", ForeignKey("t.id")), Column("s", String(5)))
c = t.c


def show(title, make):
    try:
        compiled = make().compile(dialect=my)
        print(title, "->", str(compiled).replace("\n", " "), compiled.params)
    except Exception as error:
        print(title, "!!", type(error).__name__, re.sub("0x[0-9a-f]+", "0x", str(error)))


for title, make in {
    "join": lambda: select(t, u).join(u), "outer": lambda: select(t, u).outerjoin(u), "full": lambda: select(t, u).join(u, full=True), "cross": lambda: select(t, u), "nested": lambda: select(t).select_from(t.join(u.join(t.alias("z"), true()), t.c.id == u.c.t_id)),
    "concat": lambda: c.s + "x" + c.x, "concat method": lambda: c.s.concat("y"), "concat number": lambda: cast(c.a, String) + "x", "like": lambda: c.s.like("a%"), "ilike": lambda: c.s.ilike("a%"), "contains": lambda: c.s.contains("x"), "startswith escape": lambda: c.s.startswith("a_", autoescape=True), "icontains": lambda: c.s.icontains("x"),
    "distinct from": lambda: c.a.is_distinct_from(5), "not distinct from": lambda: c.a.is_not_distinct_from(c.id), "null": lambda: c.a.is_(None), "true": lambda: select(c.a).where(c.ok), "not": lambda: select(c.a).where(~c.ok), "is true": lambda: c.ok.is_(True), "true const": lambda: select(t).where(true()), "and false": lambda: and_(c.ok, c.a == 1), "or literal": lambda: literal(True) | c.ok,
    "limit": lambda: select(c.a).limit(5), "limit offset": lambda: select(c.a).limit(5).offset(10), "offset": lambda: select(c.a).offset(10), "limit literal": lambda: select(c.a).limit(literal_column("3")), "fetch": lambda: select(c.a).fetch(5), "slice": lambda: select(c.a).slice(2, 5), "order nulls": lambda: select(c.a).order_by(c.a.desc().nulls_last()),
    "cast int": lambda: cast(c.s, Integer), "cast string": lambda: cast(c.a, String(5)), "cast text": lambda: cast(c.a, Text), "cast decimal": lambda: cast(c.a, Numeric(8, 2)), "cast date": lambda: cast(c.s, Date), "cast datetime": lambda: cast(c.s, DateTime), "cast float": lambda: cast(c.s, Float), "cast bool": lambda: cast(c.a, Boolean), "division": lambda: c.a / 2, "floor": lambda: c.a // 2, "floor float": lambda: c.f // 2, "mod": lambda: c.a % 2, "neg": lambda: -c.a, "xor": lambda: c.a.bitwise_xor(3), "bit not": lambda: c.a.bitwise_not(),
    "extract": lambda: extract("year", c.d), "extract ms": lambda: extract("microsecond", c.d), "now": lambda: select(func.now(), func.current_timestamp(), func.utc_timestamp(), func.localtime(), func.sysdate()), "random": lambda: func.random(), "char_length": lambda: func.char_length(c.s), "group_concat": lambda: func.aggregate_strings(c.s, ","), "func": lambda: func.date_add(c.d, text("INTERVAL 1 DAY")), "rollup": lambda: select(c.a, func.count()).group_by(func.rollup(c.a)), "count distinct": lambda: func.count(c.a.distinct()), "filter": lambda: func.count().filter(c.ok), "over": lambda: func.rank().over(order_by=c.a.desc()),
    "regexp": lambda: c.s.regexp_match("^a"), "not regexp": lambda: ~c.s.regexp_match("^a"), "regexp flags": lambda: c.s.regexp_match("^a", flags="i"), "regexp replace": lambda: c.s.regexp_replace("a", "b"), "regexp replace flags": lambda: c.s.regexp_replace("a", "b", flags="c"), "match": lambda: c.s.match("word"), "match boolean": lambda: mysql.match(c.s, c.x, against="word"), "match mode": lambda: mysql.match(c.s, against="+a").in_boolean_mode(), "match where": lambda: select(c.a).where(mysql.match(c.s, against="a").in_natural_language_mode()), "match expansion": lambda: mysql.match(c.s, against="a").with_query_expansion(), "match desc": lambda: mysql.match(c.s, against="a").desc(),
    "in": lambda: c.a.in_([1, 2]), "in empty": lambda: c.a.in_([]), "collate": lambda: c.s.collate("utf8mb4_bin") == "x", "percent text": lambda: text("SELECT '100%', :x"), "percent op": lambda: c.a.op("%%")(2), "union": lambda: union(select(c.a), select(u.c.id)).order_by("a").limit(3), "union nested": lambda: union(select(c.a).limit(1), select(u.c.id)), "cte": lambda: select(select(c.a).cte("q")), "exists": lambda: select(t).where(select(u).where(u.c.t_id == c.id).exists()), "no from": lambda: select(literal(1)), "no from where": lambda: select(literal(1)).where(literal(1) == 1), "distinct": lambda: select(c.a).distinct(), "straight join": lambda: select(t, u).prefix_with("STRAIGHT_JOIN").join(u),
    "insert": lambda: insert(t).values(a=1, s="x"), "insert nothing": lambda: insert(t).values(), "insert select": lambda: insert(t).from_select(["a"], select(u.c.id)), "update": lambda: update(t).values(a=c.a + 1).where(c.id == 1), "update join": lambda: update(t).values(a=u.c.id).where(c.id == u.c.t_id), "update both": lambda: update(t).values({c.a: 1, u.c.s: "q"}).where(c.id == u.c.t_id), "delete": lambda: delete(t).where(c.a == 1), "delete join": lambda: delete(t).where(c.id == u.c.t_id), "for update": lambda: select(t).with_for_update(), "share": lambda: select(t).with_for_update(read=True), "for update of": lambda: select(t, u).join(u).with_for_update(of=t, skip_locked=True), "returning": lambda: insert(t).values(a=1).returning(c.id),
    "on duplicate": lambda: mysql.insert(t).values(id=1, a=2).on_duplicate_key_update(a=5), "on duplicate inserted": lambda: (lambda i: i.on_duplicate_key_update(a=i.inserted.a, s=func.concat(i.inserted.s, "x")))(mysql.insert(t).values(id=1, a=2)), "on duplicate dict": lambda: mysql.insert(t).values(id=1).on_duplicate_key_update({"a": c.a + 1, "s": None}), "on duplicate order": lambda: mysql.insert(t).values(id=1).on_duplicate_key_update([("s", "z"), ("a", 1)]), "on duplicate empty": lambda: mysql.insert(t).values(id=1).on_duplicate_key_update(), "on duplicate both": lambda: mysql.insert(t).values(id=1).on_duplicate_key_update({"a": 1}, s="x"), "update limit": lambda: update(t, ).values(a=1).with_dialect_options(mysql_limit=2), "update order": lambda: mysql.limit(1) if hasattr(mysql, "limit") else select(1),
}.items():
    show(title, make)
print(my.name, my.driver, my.paramstyle, my.positional, my.identifier_preparer.initial_quote)


"""How typed columns treat the other side of an operator: dates, decimals, enums, JSON, booleans, intervals, binary and uuid."""
import datetime
import decimal
import enum
import uuid

from sqlalchemy import JSON, Boolean, Column, Date, DateTime, Enum, Float, Integer, Interval, LargeBinary, MetaData, Numeric, String, Table, Time, Uuid, func, literal, select


class Level(enum.Enum):
    low = 1
    high = 2


t = Table("t", MetaData(), Column("d", Date), Column("dt", DateTime), Column("tm", Time), Column("iv", Interval), Column("n", Numeric(8, 2)), Column("f", Float), Column("i", Integer), Column("s", String), Column("b", Boolean), Column("e", Enum(Level)), Column("j", JSON), Column("u", Uuid), Column("x", LargeBinary))
c = t.c
expressions = {
    "date - date": c.d - c.d, "date + interval": c.d + c.iv, "date - timedelta": c.d - datetime.timedelta(days=1), "datetime - datetime": c.dt - c.dt, "datetime + interval": c.dt + c.iv, "date + int": c.d + 5, "date == datetime": c.d == c.dt, "date between": c.d.between(datetime.date(2024, 1, 1), datetime.date(2024, 2, 1)),
    "interval * int": c.iv * 2, "time - time": c.tm - c.tm, "num + int": c.n + 1, "int + num": c.i + c.n, "num * float": c.n * c.f, "int / int": c.i / c.i, "int // int": c.i // 2, "int % int": c.i % 3, "float // int": c.f // 2, "num / num": c.n / c.n, "-num": -c.n, "int + str": c.i + c.s, "str + int": c.s + 5, "str + str": c.s + "x", "5 + int": 5 + c.i, "2 ** int": c.i.op("^")(2),
    "bool": c.b, "not bool": ~c.b, "bool == True": c.b == True, "bool is None": c.b.is_(None), "bool & bool": c.b & c.b, "enum == member": c.e == Level.low, "enum == name": c.e == "high", "enum in": c.e.in_([Level.low]), "enum + str": c.e + "x", "json key": c.j["a"], "json index": c.j[0], "json path": c.j[("a", 1)], "json str": c.j["a"].as_string(), "json int": c.j["a"].as_integer(), "json float": c.j["a"].as_float(), "json num": c.j["a"].as_numeric(5, 2), "json bool": c.j["a"].as_boolean(), "json json": c.j["a"].as_json(),
    "json ==": c.j == {"a": 1}, "uuid ==": c.u == uuid.UUID(int=5), "blob + blob": c.x + b"a", "int & int": c.i.bitwise_and(3), "int << int": c.i.bitwise_lshift(2), "int is distinct": c.i.is_distinct_from(5), "str like": c.s.like("a%", escape="/"), "str contains": c.s.contains("a%", autoescape=True), "str ilike": c.s.ilike("A"), "str in": c.s.in_(["a", None]), "str concat": c.s.concat(c.i), "str match": c.s.match("x"), "collate": c.s.collate("nocase"), "date func": func.date(c.d), "max": func.max(c.n), "sum int": func.sum(c.i), "coalesce": func.coalesce(c.d, datetime.date(2024, 1, 1)), "literal": literal(datetime.date(2024, 1, 1)) - c.d,
}
for label, e in expressions.items():
    print(label, "|", e, "|", repr(e.type), "|", {k: v for k, v in e.compile().params.items()})
for label, make in {"date == str": lambda: (c.d == "2024-01-01").right.type, "int == str": lambda: (c.i == "5").right.type, "num == float": lambda: (c.n == 1.5).right.type, "none": lambda: str(c.i == None), "list": lambda: str(c.i == [1]), "dict": lambda: str(c.s == {"a": 1}), "tuple": lambda: str(c.i == (1, 2)), "set": lambda: str(c.i.in_({1})), "json attr": lambda: str(c.s["a"]), "int key": lambda: str(c.i["a"]), "astext": lambda: c.j["a"].astext}.items():
    try:
        print(label, "|", repr(make()))
    except Exception as exc:
        print(label, "|", type(exc).__name__, exc)

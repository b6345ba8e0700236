"""immutabledict: execution options, URL queries and table collections that refuse to be changed."""
from sqlalchemy import MetaData, Table, Column, Integer, create_engine, make_url, select
from sqlalchemy.util import immutabledict

d = immutabledict({"a": 1})
print(d, repr(d), d == {"a": 1}, d | {"b": 2}, d.union({"c": 3}), d.merge_with({"d": 4}), len(d), "a" in d, d.get("z"))
for label, call in [
    ("set", lambda: d.__setitem__("x", 1)),
    ("del", lambda: d.__delitem__("a")),
    ("pop", lambda: d.pop("a")),
    ("update", lambda: d.update({"x": 1})),
    ("setdefault", lambda: d.setdefault("x", 1)),
    ("clear", lambda: d.clear()),
    ("popitem", lambda: d.popitem()),
    ("copy", lambda: type(d.copy()).__name__),
]:
    try:
        print(label, call())
    except Exception as exc:
        print(label, type(exc).__name__, exc if type(exc).__name__ != "AttributeError" else "")
engine = create_engine("sqlite://", execution_options={"x": 1})
options = engine.get_execution_options()
print(type(options).__name__, options)
for label, call in [("engine options", lambda: options.update(y=2)), ("url query", lambda: make_url("sqlite:///x?a=b").query.__setitem__("a", "c")), ("naming", lambda: MetaData().naming_convention.__setitem__("pk", "x")), ("statement", lambda: select(1).get_execution_options().update(a=1)), ("tables", lambda: MetaData().tables.__setitem__("a", 1))]:
    try:
        print(label, call())
    except Exception as exc:
        print(label, type(exc).__name__, str(exc).split(" object at")[0])

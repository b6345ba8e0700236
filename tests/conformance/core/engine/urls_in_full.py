"""make_url, URL.create, set(), update_query_*, render_as_string, translate_connect_args, comparison and bad URLs."""
from sqlalchemy import URL, create_engine, make_url
from sqlalchemy.exc import SQLAlchemyError

u = make_url("postgresql+psycopg://scott:p%40ss%2Fword@db.example.com:5432/shop?sslmode=require&opt=a&opt=b")
print(u, repr(u), str(u) == u.render_as_string())
print(u.render_as_string(hide_password=False))
print(u.drivername, u.username, u.password, u.host, u.port, u.database, dict(u.query))
print(u.get_backend_name(), u.get_driver_name(), u.normalized_query["sslmode"], u.normalized_query["opt"])
print(u.translate_connect_args(), u.translate_connect_args(username="user", database="db"))
print(u.set(host="other", port=None), u.set(drivername="mysql", query={"charset": "utf8"}))
print(u.update_query_dict({"opt": "c", "new": "1"}), u.update_query_dict({"opt": "z"}, append=True))
print(u.update_query_string("x=1&x=2&sslmode=no"), u.update_query_pairs([("k", "v"), ("k", "w")]))
print(u.difference_update_query(["sslmode", "missing"]))
print(u == make_url(u.render_as_string(hide_password=False)), u == u.set(port=1), hash(u) == hash(u.set()), u != "x")
print(make_url(u) is u, u._asdict()["host"], tuple(u)[:1], isinstance(u, tuple))
v = URL.create("mysql", username="a b", password="x:y@z", host="::1", port=3306, database="d b", query={"k": ["1", "2"]})
print(v, v.render_as_string(False), make_url(v.render_as_string(False)) == v)
for plain in "sqlite://", "sqlite:///x.db", "sqlite:////abs/x.db", "sqlite:///:memory:", "oracle://h", "mssql+pyodbc://dsn", "postgresql://u@/db", "postgresql://u:@h/", "mysql+pymysql://[2001::1]:99/x":
    p = make_url(plain)
    print(plain, "->", p, p.username, p.password, p.host, p.port, p.database)
print(make_url("sqlite:///a%20b.db?x=%3F").database, make_url("sqlite:///a.db?uri=true&mode=ro").query)
for bad in (
    lambda: make_url("not a url"),
    lambda: make_url(""),
    lambda: make_url(3),
    lambda: make_url("postgresql://h:port/db"),
    lambda: make_url("://x"),
    lambda: URL.create(3),
    lambda: URL.create("x", host=3),
    lambda: URL.create("x", port="abc"),
    lambda: URL.create("x", query={"a": 3}),
    lambda: URL.create("x", query="a"),
    lambda: URL("x"),
    lambda: u.set(nope=1),
    lambda: u.update_query_dict({1: "a"}),
    lambda: setattr(u, "host", "x"),
    lambda: create_engine("nodb://x"),
    lambda: create_engine("sqlite+nodriver://"),
    lambda: create_engine(None),
    lambda: create_engine("sqlite"),
    lambda: make_url("postgresql+:///x").get_driver_name(),
):
    try:
        print(bad())
    except Exception as exc:
        print(type(exc).__name__, exc if isinstance(exc, (SQLAlchemyError, ValueError)) else "")

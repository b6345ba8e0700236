"""A workshop program: a key-value store on one table with upserts, JSON values, expiry, prefix search and a small class around it."""
import json

from sqlalchemy import JSON, Column, Float, Index, MetaData, String, Table, create_engine, delete, func, or_, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.types import TypeDecorator


class Compact(TypeDecorator):
    impl = String
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return json.dumps(value, separators=(",", ":"), sort_keys=True)

    def process_result_value(self, value, dialect):
        return json.loads(value)


metadata = MetaData()
store = Table("store", metadata, Column("key", String, primary_key=True), Column("value", Compact, nullable=False), Column("expires", Float), Index("ix_expires", "expires", sqlite_where=Column("expires").is_not(None)))


class Store:
    def __init__(self, engine, clock):
        self.engine = engine
        self.clock = clock
        metadata.create_all(engine)

    def _live(self):
        return or_(store.c.expires.is_(None), store.c.expires > self.clock())

    def __setitem__(self, key, value):
        self.set(key, value)

    def set(self, key, value, ttl=None):
        stmt = insert(store).values(key=key, value=value, expires=None if ttl is None else self.clock() + ttl)
        stmt = stmt.on_conflict_do_update(index_elements=[store.c.key], set_={"value": stmt.excluded.value, "expires": stmt.excluded.expires})
        with self.engine.begin() as conn:
            conn.execute(stmt)

    def __getitem__(self, key):
        with self.engine.connect() as conn:
            row = conn.execute(select(store.c.value).where(store.c.key == key, self._live())).one_or_none()
        if row is None:
            raise KeyError(key)
        return row.value

    def __delitem__(self, key):
        with self.engine.begin() as conn:
            if conn.execute(delete(store).where(store.c.key == key)).rowcount == 0:
                raise KeyError(key)

    def search(self, prefix):
        with self.engine.connect() as conn:
            return conn.execute(select(store.c.key, store.c.value).where(store.c.key.startswith(prefix, autoescape=True)).order_by(store.c.key)).all()

    def purge(self):
        with self.engine.begin() as conn:
            return conn.scalars(delete(store).where(~self._live()).returning(store.c.key)).all()


now = [100.0]
s = Store(create_engine("sqlite://", echo=True), lambda: now[0])
s["a_1"] = {"b": [1, 2], "a": None}
s["a%2"] = "text"
s.set("soon", 5, ttl=10)
s["a_1"] = {"changed": True}
print(s["a_1"], s["soon"], s.search("a_"), s.search("a%"), s.search(""))
now[0] = 111
for call in (lambda: s["soon"], lambda: s["never"], lambda: s.__delitem__("never"), lambda: s.__setitem__("bad", object()), lambda: s.__setitem__(None, 1)):
    try:
        print(call())
    except Exception as exc:
        print(type(exc).__name__, str(exc).split(" object at")[0].splitlines()[0])
print(s.purge(), s.search("s"))
del s["a_1"]

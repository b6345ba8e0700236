"""Every pool class used by hand with a creator function: connect, status, checkin, dispose, recreate."""
import sqlite3

from sqlalchemy.pool import AssertionPool, NullPool, Pool, QueuePool, SingletonThreadPool, StaticPool

made = []


def creator():
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    made.append(connection)
    return connection


for cls in QueuePool, NullPool, StaticPool, SingletonThreadPool, AssertionPool:
    made.clear()
    pool = cls(creator)
    print("==", type(pool).__name__, isinstance(pool, Pool), [b.__name__ for b in cls.__mro__[1:2]])
    one = pool.connect()
    print(type(one).__name__, one.dbapi_connection in made, one.is_valid, one.is_detached, one.info, one.record_info)
    cur = one.cursor()
    print(cur.execute("SELECT 1 + 1").fetchone(), len(made))
    cur.close()
    try:
        two = pool.connect()
        print("second", two.dbapi_connection is one.dbapi_connection, len(made))
        two.close()
    except AssertionError as exc:
        print("AssertionError", str(exc).split(" at:")[0])
    if cls in (QueuePool, NullPool, StaticPool):
        print(pool.status())
    one.close()
    three = pool.connect()
    print("again", three.dbapi_connection is made[0], len(made))
    three.close()
    other = pool.recreate()
    print(type(other).__name__, other is pool)
    pool.dispose()
    after = pool.connect()
    print("after dispose", len(made), after.cursor().execute("SELECT 3").fetchone())
    after.close()
pool = QueuePool(creator, pool_size=1, max_overflow=0, timeout=0.01)
held = pool.connect()
try:
    pool.connect()
except Exception as exc:
    print(type(exc).__name__, exc)
held.close()
for bad in (lambda: QueuePool(), lambda: QueuePool("x").connect(), lambda: NullPool(creator, pool_size=3), lambda: QueuePool(creator, nope=1), lambda: Pool(creator).connect(), lambda: StaticPool(lambda: None).connect()):
    try:
        print(bad())
    except Exception as exc:
        print(type(exc).__name__, exc if type(exc).__name__ != "TypeError" else "")

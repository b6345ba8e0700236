"""The recipe of tests that share one connection: an outer transaction, savepoints for every "commit", and a clean end."""
from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, event, func, insert, select

metadata = MetaData()
task = Table("task", metadata, Column("id", Integer, primary_key=True), Column("title", String, nullable=False))
engine = create_engine("sqlite://")


@event.listens_for(engine, "connect")
def do_connect(dbapi_connection, record):
    dbapi_connection.isolation_level = None


@event.listens_for(engine, "begin")
def do_begin(conn):
    conn.exec_driver_sql("BEGIN")


metadata.create_all(engine)


class Case:
    def __enter__(self):
        self.connection = engine.connect()
        self.outer = self.connection.begin()
        self.nested = self.connection.begin_nested()
        return self

    def commit(self):
        self.nested.commit()
        self.nested = self.connection.begin_nested()

    def rollback(self):
        self.nested.rollback()
        self.nested = self.connection.begin_nested()

    def __exit__(self, *exc):
        self.outer.rollback()
        self.connection.close()

    def count(self):
        return self.connection.scalar(select(func.count()).select_from(task))


with Case() as case:
    case.connection.execute(insert(task).values(title="one"))
    case.commit()
    case.connection.execute(insert(task).values(title="two"))
    print("before rollback", case.count())
    case.rollback()
    print("after rollback", case.count(), case.outer.is_active, case.nested.is_active)
    try:
        case.connection.execute(insert(task).values(title=None))
    except Exception as exc:
        print(type(exc).__name__, exc.orig)
        case.rollback()
    print("still there", case.count())
with Case() as case:
    print("fresh", case.count())
with engine.connect() as conn:
    print(conn.scalar(select(func.count()).select_from(task)), conn.in_transaction())

"""create_mock_engine: DDL goes to a function instead of a database, for several dialects."""
from sqlalchemy import Boolean, Column, Enum, ForeignKey, Index, Integer, MetaData, Sequence, String, Table, create_mock_engine, insert, select, text
from sqlalchemy.exc import SQLAlchemyError

metadata = MetaData()
Table("parent", metadata, Column("id", Integer, primary_key=True), Column("kind", Enum("a", "b", name="kind_enum")), Column("on", Boolean))
child = Table("child", metadata, Column("id", Integer, Sequence("child_seq"), primary_key=True), Column("parent_id", ForeignKey("parent.id")), Column("name", String(10)))
Index("ix_child_name", child.c.name)

for url in "sqlite://", "postgresql://", "mysql://":
    lines = []

    def dump(sql, *multiparams, **params):
        lines.append(str(sql.compile(dialect=engine.dialect)).strip())

    try:
        engine = create_mock_engine(url, dump)
    except Exception as exc:
        print(url, type(exc).__name__, exc)
        continue
    print("==", url, type(engine).__name__, engine.dialect.name)
    metadata.create_all(engine, checkfirst=False)
    metadata.drop_all(engine, checkfirst=False)
    for line in lines:
        print(line)

seen = []
engine = create_mock_engine("sqlite://", lambda sql, *a, **kw: seen.append((str(sql), a, kw)))
engine.execute(text("SELECT 1"))
engine.execute(select(child.c.id), {"a": 1})
engine.connect().execute(insert(child))
print(seen)
print(engine.connect() is engine, engine.execution_options(a=1) is engine)
for call in (lambda: engine.begin(), lambda: engine.nope, lambda: metadata.create_all(engine), lambda: engine.dispose()):
    try:
        print(call())
    except Exception as exc:
        print(type(exc).__name__, exc)

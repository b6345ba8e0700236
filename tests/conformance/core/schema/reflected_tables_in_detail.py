"""autoload_with: what a reflected Table looks like, overriding columns, include_columns, listeners, views, and reflecting twice."""
import re
from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, create_engine, event, inspect, select, text
from sqlalchemy.exc import NoSuchTableError, SQLAlchemyError
from sqlalchemy.schema import CreateTable


def bare(value):
    return re.sub(r" at 0x[0-9a-f]+", " at 0x...", str(value))


engine = create_engine("sqlite://")
with engine.begin() as conn:
    for statement in (
        "CREATE TABLE author (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(30) NOT NULL, born DATE, score FLOAT DEFAULT 1.5, active BOOLEAN DEFAULT (1), CONSTRAINT uq_author UNIQUE (name, born), CONSTRAINT ck_s CHECK (score > 0))",
        "CREATE TABLE book (isbn TEXT PRIMARY KEY, author_id INTEGER NOT NULL, title VARCHAR(9) DEFAULT 'un''titled', made TIMESTAMP DEFAULT CURRENT_TIMESTAMP, CONSTRAINT fk_a FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE SET NULL)",
        "CREATE INDEX ix_title ON book (title)",
        "CREATE VIEW titles AS SELECT title, isbn FROM book",
    ):
        conn.execute(text(statement))
metadata = MetaData()
book = Table("book", metadata, autoload_with=engine)
print(sorted(metadata.tables), bare(repr(book)))
author = metadata.tables["author"]
for t in author, book:
    print(CreateTable(t))
    for c in t.c:
        print("  ", c.name, repr(c.type), c.nullable, c.primary_key, c.autoincrement, c.server_default.arg.text if c.server_default is not None else None, c.foreign_keys and [str(f.column) for f in c.foreign_keys])
    print(sorted((type(k).__name__, str(k.name)) for k in t.constraints), [i.name for i in t.indexes])
print(select(book.c.title).join(author).where(author.c.name == "x"))
m2 = MetaData()
typed = Table("book", m2, Column("isbn", String(13), primary_key=True, key="code"), Column("extra", Integer), autoload_with=engine)
print([(k, repr(c.type)) for k, c in typed.c.items()])
m3 = MetaData()
part = Table("book", m3, autoload_with=engine, include_columns=["isbn", "title"])
print(part.c.keys(), sorted(m3.tables))
m4 = MetaData()
print(Table("book", m4, autoload_with=engine, resolve_fks=False).c.author_id.foreign_keys, sorted(m4.tables))
m5 = MetaData()
view = Table("titles", m5, autoload_with=engine)
print(view.c.keys(), repr(view.primary_key.columns.keys()))


def on_reflect(inspector, table, info):
    info["key"] = "attr_" + info["name"].lower()


m6 = MetaData()
event.listen(m6, "column_reflect", on_reflect)
print(Table("author", m6, autoload_with=engine).c.keys())
print(Table("author", metadata, autoload_with=engine) is author, Table("author", metadata, extend_existing=True, autoload_with=engine) is author)
engine2 = create_engine("sqlite://")
for call in (
    lambda: Table("nope", MetaData(), autoload_with=engine),
    lambda: Table("author", MetaData(), autoload=True),
    lambda: Table("author", MetaData(), autoload_with=None).c.keys(),
    lambda: Table("author", MetaData(), autoload_with="sqlite://"),
    lambda: Table("author", MetaData(), autoload_with=engine2),
    lambda: Table("author", MetaData(), autoload_with=engine, schema="no"),
    lambda: inspect(engine).reflect_table(Table("z", MetaData()), None),
    lambda: inspect(engine).reflect_table(Table("author", MetaData()), ["id"], exclude_columns=["born"]),
):
    try:
        print(call())
    except Exception as exc:
        print(type(exc).__name__, str(exc).splitlines()[0])

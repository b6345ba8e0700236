"""What compile() returns: string, params, positiontup, bind_names, construct_params, statement, column_keys, compile_kwargs, dialect names as strings."""
import re

from sqlalchemy import Column, Integer, MetaData, String, Table, bindparam, create_engine, func, insert, literal, select, text, update
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.engine import default

t = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("a", Integer), Column("s", String(5)))
stmt = select(t.c.id).where(t.c.a == 5, t.c.s == bindparam("name"), t.c.id.in_([1, 2]))


def show(title, make):
    try:
        print(title, "->", make())
    except Exception as error:
        print(title, "!!", type(error).__name__, re.sub("0x[0-9a-f]+", "0x", str(error)))


for source in ("None", "sqlite.dialect()", "postgresql.dialect()", "mysql.dialect()", "default.DefaultDialect()", "sqlite.dialect(paramstyle='named')", "default.DefaultDialect(paramstyle='pyformat')", "default.DefaultDialect(paramstyle='format')", "sqlite.dialect(paramstyle='numeric')", "default.DefaultDialect(paramstyle='numeric_dollar')"):
    try:
        dialect = eval(source)
    except Exception as error:
        print(source, type(error).__name__, error)
        continue
    c = stmt.compile(dialect=dialect)
    print(source, type(c).__name__)
    print("   ", str(c).replace("\n", " "))
    print("   ", c.params, c.positiontup)
    show("    attributes", lambda: (c.dialect.name, c.dialect.paramstyle, c.positional, sorted(c.bind_names.values())))
    show("    construct", lambda: c.construct_params({"name": "x"}))
    show("    checked", lambda: c.construct_params(_check=True))
    show("    expanded", lambda: str(stmt.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})).replace("\n", " "))
show("isinsert", lambda: (insert(t).compile().isinsert, update(t).compile().isupdate, select(t).compile().isinsert, text("x").compile().isplaintext, select(t).compile().is_sql))
show("column_keys", lambda: (str(insert(t).compile(column_keys=["a"])), str(update(t).compile(column_keys=["s", "a"]))))
show("column_keys unknown", lambda: str(insert(t).compile(column_keys=["zz"])))
show("insert all", lambda: str(insert(t).compile()))
show("engine", lambda: str(select(t.c.id).compile(create_engine("sqlite://"))).replace("\n", " "))
show("bind=", lambda: str(stmt.compile(bind=create_engine("sqlite://"))).replace("\n", " "))
show("string as dialect", lambda: stmt.compile(dialect="postgresql"))
show("module as dialect", lambda: stmt.compile(dialect=postgresql))
show("class as dialect", lambda: str(stmt.compile(dialect=postgresql.dialect)).replace("\n", " "))
show("unknown kwarg", lambda: str(stmt.compile(literal_binds=True)))
show("unknown compile_kwarg", lambda: str(select(t.c.id).compile(compile_kwargs={"zz": 1})))
show("literal_binds without a value", lambda: str(stmt.compile(compile_kwargs={"literal_binds": True})))
show("literal_binds with params", lambda: str(stmt.params(name="q").compile(compile_kwargs={"literal_binds": True})).replace("\n", " "))
show("expression", lambda: str((t.c.a + 1).compile(dialect=mysql.dialect(), compile_kwargs={"literal_binds": True})))
show("table", lambda: t.compile())
show("table name", lambda: str(t.compile(dialect=mysql.dialect())))
show("function", lambda: str(func.now().compile(dialect=sqlite.dialect())))
show("type", lambda: String(5).compile(dialect=mysql.dialect()))
show("repr", lambda: repr(stmt.compile())[:40].split(" at ")[0])
show("statement", lambda: stmt.compile().statement is stmt)
show("sql_compiler", lambda: type(stmt.compile().sql_compiler).__name__)
show("visit", lambda: stmt.compile().process(t.c.a == 1))
show("preparer", lambda: stmt.compile().preparer.quote("Select"))
show("result columns", lambda: len(stmt.compile()._result_columns))
show("dialect attributes", lambda: [(d.name, d.driver, d.paramstyle, d.supports_native_boolean, d.supports_multivalues_insert, d.insert_returning, d.update_returning, d.max_identifier_length) for d in (sqlite.dialect(), postgresql.dialect(), mysql.dialect(), default.DefaultDialect())])
show("dialect repr", lambda: type(postgresql.dialect()).__module__ + "." + type(postgresql.dialect()).__name__ + " " + type(mysql.dialect()).__name__ + " " + type(sqlite.dialect()).__name__)

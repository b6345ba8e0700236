"""The SQL-standard upper-case types, compiled for the default dialect and three databases."""
from sqlalchemy import types as T
from sqlalchemy.dialects import mysql, postgresql, sqlite

names = "BIGINT BINARY BLOB BOOLEAN CHAR CLOB DATE DATETIME DECIMAL DOUBLE DOUBLE_PRECISION FLOAT INT INTEGER JSON NCHAR NUMERIC NVARCHAR REAL SMALLINT TEXT TIME TIMESTAMP UUID VARCHAR".split()
for name in names:
    cls = getattr(T, name)
    line = [name]
    for dialect in None, sqlite.dialect(), postgresql.dialect(), mysql.dialect():
        try:
            line.append(cls().compile(dialect=dialect))
        except Exception as exc:
            line.append(f"{type(exc).__name__}: {exc}")
    print(" | ".join(line))
for type_ in T.VARCHAR(5), T.CHAR(3), T.NVARCHAR(9), T.DECIMAL(5, 2), T.FLOAT(10), T.BINARY(4), T.VARBINARY(8), T.TIMESTAMP(timezone=True), T.TIME(timezone=True), T.NUMERIC(9), T.VARCHAR(5, collation="nocase"):
    print(repr(type_), "|", str(type_), "|", type_.compile(dialect=postgresql.dialect()), "|", type_.compile(dialect=mysql.dialect()))
for type_ in T.Integer(), T.String(5), T.Enum("a", "b", name="x"), T.LargeBinary(), T.JSON(), T.DateTime(), T.Boolean(), T.Uuid(), T.Interval(), T.NullType(), T.ARRAY(T.Integer):
    try:
        python_type = type_.python_type.__name__
    except NotImplementedError as exc:
        python_type = f"NotImplementedError {exc}"
    try:
        text = str(type_)
    except Exception as exc:
        text = f"{type(exc).__name__}: {exc}"
    print(repr(type_), "|", text, "|", python_type, "|", type_.as_generic() if type(type_).__name__ != "NullType" else "-", "|", type(type_.dialect_impl(postgresql.dialect())).__name__, type_.hashable, type_.should_evaluate_none)
print(T.Integer()._type_affinity.__name__, T.BIGINT()._type_affinity.__name__, T.TEXT()._type_affinity.__name__)
print(T.to_instance(T.Integer) if hasattr(T, "to_instance") else "", T.Integer() == T.Integer(), T.String(5).with_variant(T.TEXT(), "mysql"))
for bad in (lambda: T.String("x"), lambda: T.Enum(), lambda: T.Numeric(asdecimal=False, precision="p"), lambda: T.ARRAY(T.ARRAY(T.Integer)), lambda: T.Nope):
    try:
        print(repr(bad()))
    except Exception as exc:
        print(type(exc).__name__, exc)

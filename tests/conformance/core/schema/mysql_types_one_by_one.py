"""Each MySQL type on its own: how it is written in DDL, its repr and its base class."""
from sqlalchemy.dialects import mysql as my

makers = {
    "TINYINT": lambda: my.TINYINT(1, unsigned=True), "SMALLINT": lambda: my.SMALLINT(), "MEDIUMINT": lambda: my.MEDIUMINT(5), "INTEGER": lambda: my.INTEGER(11, unsigned=True, zerofill=True), "BIGINT": lambda: my.BIGINT(unsigned=True),
    "BIT": lambda: my.BIT(8), "YEAR": lambda: my.YEAR(4), "SET": lambda: my.SET("a", "b", retrieve_as_bitwise=True), "ENUM": lambda: my.ENUM("x", "y"), "TINYTEXT": lambda: my.TINYTEXT(), "TEXT": lambda: my.TEXT(100, charset="ascii"),
    "MEDIUMTEXT": lambda: my.MEDIUMTEXT(), "LONGTEXT": lambda: my.LONGTEXT(unicode=True), "TINYBLOB": lambda: my.TINYBLOB(), "MEDIUMBLOB": lambda: my.MEDIUMBLOB(), "LONGBLOB": lambda: my.LONGBLOB(), "BLOB": lambda: my.BLOB(9),
    "BINARY": lambda: my.BINARY(3), "VARBINARY": lambda: my.VARBINARY(7), "VARCHAR": lambda: my.VARCHAR(4, binary=True), "CHAR": lambda: my.CHAR(2, collation="utf8mb4_bin"), "NCHAR": lambda: my.NCHAR(2), "NVARCHAR": lambda: my.NVARCHAR(2),
    "DECIMAL": lambda: my.DECIMAL(4, 1), "NUMERIC": lambda: my.NUMERIC(4, 1, zerofill=True), "FLOAT": lambda: my.FLOAT(5, 2, unsigned=True), "DOUBLE": lambda: my.DOUBLE(), "REAL": lambda: my.REAL(5, 2), "DATETIME": lambda: my.DATETIME(fsp=3), "TIMESTAMP": lambda: my.TIMESTAMP(fsp=6), "TIME": lambda: my.TIME(fsp=1), "DATE": lambda: my.DATE(), "JSON": lambda: my.JSON(), "BOOLEAN": lambda: my.BOOLEAN(),
}
for name, make in makers.items():
    try:
        t = make()
        print(name, "|", t.compile(dialect=my.dialect()), "|", repr(t), "|", type(t).__mro__[1].__name__)
    except Exception as exc:
        print(name, type(exc).__name__, exc)

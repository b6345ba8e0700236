"""URLs of PostgreSQL, MySQL, Oracle and SQL Server when the driver is not installed."""
from sqlalchemy import create_engine, make_url

for url in (
    "postgresql://scott:tiger@localhost/db",
    "postgresql+psycopg2://localhost/db",
    "postgresql+psycopg://localhost/db",
    "postgresql+asyncpg://localhost/db",
    "postgresql+pg8000://localhost/db",
    "mysql://localhost/db",
    "mysql+pymysql://u:p@localhost:3306/db",
    "mysql+mysqlconnector://localhost/db",
    "mysql+aiomysql://localhost/db",
    "mariadb+pymysql://localhost/db",
    "oracle+oracledb://localhost/db",
    "oracle://localhost",
    "mssql+pyodbc://localhost/db",
    "mssql+pymssql://localhost/db",
    "sqlite+pysqlcipher://:x@/y.db",
    "postgres://localhost/db",
    "db2://localhost/db",
    "postgresql+nodriver://localhost/db",
    "mongodb://localhost",
    "sqlite3://",
):
    try:
        engine = create_engine(url)
        print(url, "->", engine)
    except Exception as exc:
        print(url, "->", type(exc).__name__, exc)
for url in "postgresql://h/d", "mysql+pymysql://h/d", "oracle://h", "mssql://h", "nothing://h", "sqlite+x://":
    try:
        dialect = make_url(url).get_dialect()
        print(url, dialect.name, dialect.driver, dialect.__name__)
    except Exception as exc:
        print(url, type(exc).__name__, exc)

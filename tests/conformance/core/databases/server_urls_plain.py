"""create_engine for PostgreSQL and MySQL when no driver is installed."""
from sqlalchemy import create_engine

for url in (
    "postgresql://scott:tiger@localhost/db",
    "postgresql+psycopg2://localhost/db",
    "postgresql+psycopg://localhost/db",
    "postgresql+asyncpg://localhost/db",
    "postgresql+pg8000://localhost/db",
    "mysql://localhost/db",
    "mysql+pymysql://u:p@localhost:3306/db",
    "mariadb+pymysql://localhost/db",
    "postgres://localhost/db",
    "db2://localhost/db",
    "mongodb://localhost",
    "sqlite3://",
    "sqlite+nothing://",
):
    try:
        print(url, "->", create_engine(url))
    except Exception as exc:
        print(url, "->", type(exc).__name__, exc)

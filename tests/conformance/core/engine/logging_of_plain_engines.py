"""Statements collected by a logging handler on sqlalchemy.engine: the plain INFO lines."""
import logging

from sqlalchemy import create_engine, text


class Collect(logging.Handler):
    def emit(self, record):
        seen.append((record.levelname, record.name, record.getMessage().split(" in ")[0].split(" since ")[0]))


seen = []
logger = logging.getLogger("sqlalchemy.engine")
logger.addHandler(Collect())
logger.setLevel(logging.INFO)
engine = create_engine("sqlite://")
with engine.begin() as conn:
    conn.execute(text("CREATE TABLE t (n INTEGER)"))
    conn.execute(text("INSERT INTO t VALUES (:n)"), {"n": 5})
    conn.scalar(text("SELECT n FROM t"))
logger.setLevel(logging.WARNING)
with engine.connect() as conn:
    conn.execute(text("SELECT 'still known to be on'"))
for line in seen:
    print(line)
print(len(seen), logger.isEnabledFor(logging.INFO))

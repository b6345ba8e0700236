"""The standard logging module instead of echo=: logger names, levels, logging_name, handlers and filters of one's own."""
import io
import logging
import re

from sqlalchemy import create_engine, select, literal, text

out = io.StringIO()
handler = logging.StreamHandler(out)
handler.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
root = logging.getLogger("sqlalchemy.engine")
root.handlers[:] = [handler]
root.propagate = False


def lines(label):
    print("--", label)
    print(re.sub(r"(generated in|cached since|no key|raw sql) [0-9.e-]+s", r"\1 Ts", out.getvalue()), end="")
    out.truncate(0)
    out.seek(0)


root.setLevel(logging.INFO)
engine = create_engine("sqlite://")
with engine.begin() as conn:
    conn.execute(text("CREATE TABLE t (n INTEGER)"))
    conn.execute(text("INSERT INTO t VALUES (:n)"), [{"n": 1}, {"n": 2}])
lines("INFO")
root.setLevel(logging.DEBUG)
engine = create_engine("sqlite://", logging_name="shop")
with engine.connect() as conn:
    print(conn.execute(text("SELECT 1 AS a, 'x' AS b UNION ALL SELECT 2, 'y'")).all())
    conn.execution_options(logging_token="t1")
    conn.scalar(select(literal(5)))
lines("DEBUG with a name")
root.setLevel(logging.WARNING)
with create_engine("sqlite://").connect() as conn:
    conn.execute(text("SELECT 1"))
lines("WARNING")
root.setLevel(logging.INFO)
quiet = create_engine("sqlite://", echo=False)
with quiet.connect() as conn:
    conn.execute(text("SELECT 2"))
lines("echo=False does not silence the logger")


class OnlySelects(logging.Filter):
    def filter(self, record):
        return record.getMessage().startswith("SELECT")


handler.addFilter(OnlySelects())
with create_engine("sqlite://").connect() as conn:
    conn.execute(text("CREATE TABLE t (n)"))
    conn.execute(text("SELECT 3"))
lines("filtered")

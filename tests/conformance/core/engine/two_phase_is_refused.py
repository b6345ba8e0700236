"""Two-phase transactions: what SQLite refuses, and what the objects offer."""
from sqlalchemy import create_engine, text

engine = create_engine("sqlite://")
with engine.connect() as conn:
    for label, call in [
        ("begin_twophase", lambda: conn.begin_twophase()),
        ("named", lambda: conn.begin_twophase("xid-1")),
        ("recover", lambda: conn.recover_twophase()),
        ("prepare", lambda: conn.get_transaction().prepare()),
        ("commit prepared", lambda: conn.commit_prepared("x")),
        ("rollback prepared", lambda: conn.rollback_prepared("x")),
    ]:
        try:
            print(label, type(call()).__name__)
        except Exception as exc:
            print(label, type(exc).__name__, exc)
        conn.rollback()
    print(conn.scalar(text("SELECT 1")))

"""A workshop program: money transfers with savepoints, a ledger view, and what is left after each failure."""
from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, MetaData, String, Table, create_engine, func, insert, select, text, union_all, update
from sqlalchemy.exc import DBAPIError, IntegrityError, InvalidRequestError

engine = create_engine("sqlite://")
metadata = MetaData()
account = Table("account", metadata, Column("name", String, primary_key=True), Column("cents", Integer, CheckConstraint("cents >= 0"), nullable=False))
transfer = Table("transfer", metadata, Column("id", Integer, primary_key=True), Column("src", ForeignKey(account.c.name)), Column("dst", ForeignKey(account.c.name)), Column("cents", Integer))
metadata.create_all(engine)


class TooPoor(Exception):
    pass


def send(conn, src, dst, cents):
    with conn.begin_nested():
        taken = conn.execute(update(account).where(account.c.name == src).values(cents=account.c.cents - cents))
        if taken.rowcount != 1:
            raise LookupError(f"no account {src}")
        given = conn.execute(update(account).where(account.c.name == dst).values(cents=account.c.cents + cents))
        if not given.rowcount:
            raise LookupError(f"no account {dst}")
        return conn.execute(insert(transfer).values(src=src, dst=dst, cents=cents)).inserted_primary_key.id


with engine.begin() as conn:
    conn.execute(insert(account), [{"name": n, "cents": c} for n, c in (("ann", 1000), ("bob", 0), ("cat", 50))])
with engine.begin() as conn:
    for args in ("ann", "bob", 300), ("bob", "cat", 500), ("cat", "zoe", 10), ("zoe", "ann", 1), ("bob", "cat", 100):
        try:
            print(args, "-> transfer", send(conn, *args))
        except IntegrityError as exc:
            print(args, "->", exc.orig)
        except LookupError as exc:
            print(args, "->", exc)
    print(conn.execute(select(account).order_by(account.c.name)).all(), conn.in_nested_transaction())
try:
    with engine.begin() as conn:
        send(conn, "ann", "bob", 1)
        raise TooPoor("changed my mind")
except TooPoor as exc:
    print(exc)
with engine.connect() as conn:
    ledger = union_all(
        select(transfer.c.id, transfer.c.src.label("name"), (-transfer.c.cents).label("change")),
        select(transfer.c.id, transfer.c.dst, transfer.c.cents),
    ).cte("ledger")
    running = select(ledger.c.name, ledger.c.change, func.sum(ledger.c.change).over(partition_by=ledger.c.name, order_by=ledger.c.id).label("running")).order_by(ledger.c.name, ledger.c.id)
    print(running)
    for row in conn.execute(running).mappings():
        print(dict(row))
    total = conn.scalar(select(func.sum(account.c.cents)))
    print(total, conn.scalar(select(func.count()).select_from(transfer)))
    conn.commit()
    trans = conn.begin()
    send(conn, "ann", "cat", 5)
    trans.rollback()
    print(conn.scalar(select(account.c.cents).where(account.c.name == "cat")))
    try:
        trans.commit()
    except InvalidRequestError as exc:
        print(type(exc).__name__, exc)

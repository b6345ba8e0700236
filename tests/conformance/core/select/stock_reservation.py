"""A small workflow in Core: conditional UPDATE, RETURNING, INSERT from SELECT, upsert, correlated checks, CASE updates, DELETE with a subquery, all in transactions."""
from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, MetaData, String, Table, bindparam, case, create_engine, delete, exists, func, insert, literal, select, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import IntegrityError

engine = create_engine("sqlite://", echo=True)
m = MetaData()
product = Table("product", m, Column("sku", String(5), primary_key=True), Column("stock", Integer, CheckConstraint("stock >= 0"), nullable=False))
cart = Table("cart", m, Column("id", Integer, primary_key=True), Column("sku", ForeignKey("product.sku")), Column("qty", Integer), Column("state", String(8), server_default="open"))
history = Table("history", m, Column("sku", String(5), primary_key=True), Column("sold", Integer, nullable=False), Column("times", Integer, nullable=False, default=1))
m.create_all(engine)
with engine.begin() as conn:
    conn.execute(insert(product), [{"sku": "a", "stock": 5}, {"sku": "b", "stock": 1}, {"sku": "c", "stock": 0}])
    conn.execute(insert(cart), [{"sku": "a", "qty": 2}, {"sku": "b", "qty": 3}, {"sku": "a", "qty": 1}])


def reserve(conn, sku, qty):
    stmt = update(product).where(product.c.sku == sku, product.c.stock >= qty).values(stock=product.c.stock - qty).returning(product.c.stock)
    return conn.execute(stmt).scalar_one_or_none()


with engine.begin() as conn:
    for row in conn.execute(select(cart.c.id, cart.c.sku, cart.c.qty).order_by(cart.c.id)).all():
        left = reserve(conn, row.sku, row.qty)
        conn.execute(update(cart).where(cart.c.id == row.id).values(state="sold" if left is not None else "waiting"))
        print(row.id, row.sku, left)
with engine.begin() as conn:
    totals = select(cart.c.sku, func.sum(cart.c.qty), func.count()).where(cart.c.state == "sold").group_by(cart.c.sku)
    print(conn.execute(insert(history).from_select(["sku", "sold", "times"], totals)).rowcount)
    up = sqlite.insert(history).values(sku=bindparam("k"), sold=bindparam("n"))
    up = up.on_conflict_do_update(index_elements=[history.c.sku], set_={"sold": history.c.sold + up.excluded.sold, "times": history.c.times + 1}, where=up.excluded.sold > 0)
    conn.execute(up, [{"k": "a", "n": 4}, {"k": "b", "n": 1}, {"k": "a", "n": 0}])
    print(conn.execute(select(history).order_by(history.c.sku)).all())
try:
    with engine.begin() as conn:
        conn.execute(update(product).values(stock=product.c.stock - 2))
except IntegrityError as error:
    print(type(error).__name__, error.orig)
with engine.begin() as conn:
    conn.execute(update(product).values(stock=case({"a": 10, "c": product.c.stock + 7}, value=product.c.sku, else_=product.c.stock)))
    print(conn.execute(select(product).order_by(product.c.sku)).all())
    waiting = exists().where(cart.c.sku == product.c.sku, cart.c.state == "waiting")
    print(conn.execute(select(product.c.sku, waiting.label("wanted")).order_by(product.c.sku)).all())
    print(conn.execute(update(product).values(stock=product.c.stock + select(func.coalesce(func.sum(cart.c.qty), 0)).where(cart.c.sku == product.c.sku, cart.c.state == "waiting").scalar_subquery()).where(waiting).returning(product)).all())
    print(conn.execute(delete(cart).where(cart.c.sku.in_(select(product.c.sku).where(product.c.stock > 5))).returning(cart.c.id, cart.c.state)).all())
    print(conn.execute(delete(history).where(~exists().where(cart.c.sku == history.c.sku))).rowcount, conn.scalar(select(func.count()).select_from(history)))


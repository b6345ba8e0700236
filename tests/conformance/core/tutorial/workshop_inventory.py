"""A workshop program: an inventory with check constraints, stock movements in transactions, a low-stock report, and refusals."""
import datetime
import decimal

from sqlalchemy import CheckConstraint, Column, DateTime, ForeignKey, Integer, MetaData, Numeric, String, Table, case, create_engine, event, func, insert, select, update
from sqlalchemy.exc import IntegrityError, NoResultFound

metadata = MetaData(naming_convention={"ck": "ck_%(table_name)s_%(constraint_name)s", "fk": "fk_%(table_name)s_%(referred_table_name)s", "ix": "ix_%(column_0_label)s", "pk": "pk_%(table_name)s", "uq": "uq_%(table_name)s_%(column_0_name)s"})
product = Table("product", metadata, Column("id", Integer, primary_key=True), Column("sku", String(12), nullable=False, unique=True), Column("price", Numeric(8, 2), nullable=False), Column("stock", Integer, nullable=False, server_default="0"), CheckConstraint("stock >= 0", name="stock_not_negative"))
movement = Table("movement", metadata, Column("id", Integer, primary_key=True), Column("product_id", ForeignKey("product.id"), nullable=False, index=True), Column("delta", Integer, nullable=False), Column("at", DateTime, default=lambda: datetime.datetime(2024, 1, 1)), Column("note", String))
engine = create_engine("sqlite://", echo=True)


@event.listens_for(engine, "connect")
def foreign_keys(dbapi_connection, _):
    dbapi_connection.execute("PRAGMA foreign_keys=ON")


metadata.create_all(engine)


def move(conn, sku, delta, note=None):
    product_id = conn.execute(select(product.c.id).where(product.c.sku == sku)).scalar_one()
    conn.execute(insert(movement), {"product_id": product_id, "delta": delta, "note": note})
    return conn.execute(update(product).where(product.c.id == product_id).values(stock=product.c.stock + delta).returning(product.c.stock)).scalar_one()


with engine.begin() as conn:
    conn.execute(insert(product), [{"sku": "pen", "price": decimal.Decimal("1.20")}, {"sku": "ink", "price": decimal.Decimal("7.5")}, {"sku": "cap", "price": 3}])
    print(move(conn, "pen", 10), move(conn, "ink", 4, "first delivery"))
for sku, delta in ("pen", -3), ("ink", -9), ("hat", 1):
    try:
        with engine.begin() as conn:
            print(sku, move(conn, sku, delta))
    except IntegrityError as exc:
        print(sku, exc.orig, exc.params)
    except NoResultFound as exc:
        print(sku, type(exc).__name__, exc)
try:
    with engine.begin() as conn:
        conn.execute(insert(movement).values(product_id=99, delta=1))
except IntegrityError as exc:
    print(exc.orig)
value = (product.c.stock * product.c.price).label("value")
report = select(product.c.sku, product.c.stock, value, case((product.c.stock == 0, "empty"), (product.c.stock < 5, "low"), else_="fine").label("state")).order_by(value.desc())
with engine.connect() as conn:
    for row in conn.execute(report):
        print(f"{row.sku:5} {row.stock:3} {row.value:8.2f} {row.state}")
    print(conn.scalar(select(func.sum(value))))
    moves = select(movement.c.product_id, func.count().label("n"), func.sum(movement.c.delta).label("net")).group_by(movement.c.product_id).subquery()
    print(conn.execute(select(product.c.sku, func.coalesce(moves.c.n, 0), moves.c.net).outerjoin(moves, moves.c.product_id == product.c.id).order_by(product.c.sku)).all())

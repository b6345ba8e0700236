"""A monthly report in one program: date functions, CTE chain, windows over aggregates, CASE pivots, percent of total, UNION of totals, lateral top-n by window."""
import datetime
from decimal import Decimal

from sqlalchemy import Column, Date, ForeignKey, Integer, MetaData, Numeric, String, Table, and_, case, cast, create_engine, extract, func, insert, literal, null, or_, select, union_all
from sqlalchemy.dialects import mysql, postgresql

engine = create_engine("sqlite://", echo=True)
m = MetaData()
shop = Table("shop", m, Column("id", Integer, primary_key=True), Column("city", String(20)))
sale = Table("sale", m, Column("id", Integer, primary_key=True), Column("shop_id", ForeignKey("shop.id"), nullable=False), Column("day", Date, nullable=False), Column("amount", Numeric(10, 2)), Column("kind", String(5)))
with engine.begin() as conn:
    m.create_all(conn)
    conn.execute(insert(shop), [{"id": 1, "city": "Bern"}, {"id": 2, "city": "Basel"}, {"id": 3, "city": "Chur"}])
    conn.execute(insert(sale), [{"shop_id": k % 2 + 1, "day": datetime.date(2024, k % 3 + 1, k + 1), "amount": Decimal(k * 10 + 5) / 2, "kind": "cash" if k % 4 else "card"} for k in range(12)])
month = extract("month", sale.c.day)
monthly = select(sale.c.shop_id, month.label("month"), func.sum(sale.c.amount).label("total"), func.count().label("n")).group_by(sale.c.shop_id, month).cte("monthly")
ranked = select(monthly, func.rank().over(partition_by=monthly.c.month, order_by=monthly.c.total.desc()).label("rank"), func.sum(monthly.c.total).over(partition_by=monthly.c.shop_id, order_by=monthly.c.month, rows=(None, 0)).label("running"), (monthly.c.total * 100 / func.sum(monthly.c.total).over()).label("percent"), (monthly.c.total - func.lag(monthly.c.total).over(partition_by=monthly.c.shop_id, order_by=monthly.c.month)).label("delta")).cte("ranked")
report = select(shop.c.city, ranked.c.month, ranked.c.total, ranked.c.rank, ranked.c.running, func.round(ranked.c.percent, 1), ranked.c.delta).join_from(ranked, shop).order_by(ranked.c.month, ranked.c.rank, shop.c.city)
pivot = select(shop.c.city, *[func.sum(case((month == k, sale.c.amount), else_=0)).label(f"m{k}") for k in (1, 2, 3)], func.count(sale.c.id).filter(sale.c.kind == "card").label("cards"), func.coalesce(func.max(sale.c.amount), 0).label("best")).outerjoin(sale).group_by(shop.c.id).order_by(func.count(sale.c.id).desc(), shop.c.city)
totals = union_all(select(shop.c.city.label("what"), func.sum(sale.c.amount).label("sum")).join(sale).group_by(shop.c.city), select(literal("all"), func.sum(sale.c.amount))).order_by("sum", "what")
best = select(sale.c.id, sale.c.shop_id, func.row_number().over(partition_by=sale.c.shop_id, order_by=(sale.c.amount.desc(), sale.c.id)).label("pos")).subquery("best")
top = select(best.c.shop_id, best.c.id).where(best.c.pos <= 2).order_by(best.c.shop_id, best.c.pos)
empty = select(shop.c.city).where(~select(sale.c.id).where(sale.c.shop_id == shop.c.id).exists())
above = select(sale.c.id).where(sale.c.amount > select(func.avg(sale.c.amount)).scalar_subquery()).order_by(sale.c.id)
with engine.connect() as conn:
    for stmt in (report, pivot, totals, top, empty, above):
        for row in conn.execute(stmt):
            print("  ", tuple(row))
for stmt in (report, pivot, totals, top):
    for dialect in (postgresql.dialect(), mysql.dialect()):
        print(stmt.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))

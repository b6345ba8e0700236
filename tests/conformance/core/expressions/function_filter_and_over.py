"""Aggregates with FILTER, windows with PARTITION BY, ORDER BY and every kind of frame, nesting and misuse."""
import re

from sqlalchemy import Boolean, Column, FrameClause, FrameClauseType, Integer, MetaData, String, Table, create_engine, func, funcfilter, insert, literal, over, select, text
from sqlalchemy.dialects import mysql, postgresql, sqlite

engine = create_engine("sqlite://")
metadata = MetaData()
t = Table("sale", metadata, Column("id", Integer, primary_key=True), Column("shop", String(10)), Column("amount", Integer), Column("ok", Boolean))
metadata.create_all(engine)
i, shop, amount, ok = t.c
conn = engine.connect()
conn.execute(insert(t), [{"shop": "ab"[k % 2], "amount": k * 10, "ok": k % 3 != 0} for k in range(6)])


def show(source, run=True):
    try:
        e = eval(source)
        compiled = e.compile(dialect=sqlite.dialect())
        print(source, "->", e.type if hasattr(e, "type") else "")
        print("   ", compiled, compiled.params)
        if run:
            print("   ", conn.scalars(select(e)).all())
    except Exception as error:
        print(source, "!!", type(error).__name__, re.sub(r"0x[0-9a-f]+", "0x..", str(error)).splitlines()[0])


for source in [
    "func.count().filter(ok)", "func.sum(amount).filter(ok, amount > 10)", "func.sum(amount).filter(ok).filter(amount > 10)", "funcfilter(func.count(), ok)", "funcfilter(func.sum(amount), ok, shop == 'a')", "func.sum(amount).filter()", "func.sum(amount).filter(True)", "func.sum(amount).filter(ok) + 1", "-func.sum(amount).filter(ok)", "func.sum(amount).filter(ok).label('total')", "func.sum(amount).filter('ok')", "func.sum(amount).filter(5)",
    "func.count().over()", "func.sum(amount).over(partition_by=shop)", "func.sum(amount).over(order_by=i)", "func.sum(amount).over(partition_by=[shop, ok], order_by=[i.desc(), amount])", "func.sum(amount).over(order_by=amount.desc().nulls_last())", "over(func.rank(), order_by=amount)", "over(func.rank(), partition_by=shop, order_by=(amount, i))", "func.row_number().over(order_by=i) + 1", "func.sum(amount).over(partition_by=func.upper(shop))", "func.sum(amount).filter(ok).over(partition_by=shop)",
    "func.sum(amount).over(order_by=i, rows=(None, 0))", "func.sum(amount).over(order_by=i, rows=(None, None))", "func.sum(amount).over(order_by=i, rows=(0, None))", "func.sum(amount).over(order_by=i, rows=(-2, 1))", "func.sum(amount).over(order_by=i, rows=(1, 3))", "func.sum(amount).over(order_by=i, rows=(-3, -1))", "func.sum(amount).over(order_by=i, range_=(-10, 10))", "func.sum(amount).over(order_by=i, range_=(None, 0))", "func.sum(amount).over(order_by=i, groups=(-1, 1))", "func.sum(amount).over(order_by=i, rows=(0, 0), exclude='CURRENT ROW')", "func.sum(amount).over(order_by=i, rows=(-1, 1), exclude='TIES')", "func.sum(amount).over(order_by=i, exclude='GROUP')",
    "func.sum(amount).over(order_by=i, rows=FrameClause(1, 2, FrameClauseType.PRECEDING, FrameClauseType.FOLLOWING))", "func.sum(amount).over(order_by=i, rows=FrameClause(None, None, FrameClauseType.UNBOUNDED, FrameClauseType.CURRENT))", "[q.name for q in FrameClauseType]",
    "func.sum(amount).over(order_by=i, rows=(0, 1), range_=(0, 1))", "func.sum(amount).over(order_by=i, rows=(0, 1), groups=(0, 1))", "func.sum(amount).over(order_by=i, rows=('a', 1))", "func.sum(amount).over(order_by=i, rows=5)", "func.sum(amount).over(order_by=i, rows=(1,))", "func.sum(amount).over(order_by=i, rows=(1.5, 2))", "func.sum(amount).over(order_by=i, range_=(1.5, 2))", "func.sum(amount).over(order_by=i, exclude='nonsense; drop')", "func.sum(amount).over(partition_by='shop')", "func.sum(amount).over(order_by='amount')", "func.sum(amount).over(order_by=text('amount DESC'))", "func.sum(amount).over(order_by=5)", "func.rank().over(order_by=literal(1))",
    "func.sum(func.sum(amount)).over()", "func.sum(func.sum(amount).over())", "func.lag(amount, 1, 0).over(order_by=i)", "func.first_value(amount).over(partition_by=shop, order_by=i.desc())", "func.ntile(3).over(order_by=i)", "func.percent_rank().over(order_by=amount)", "amount.over()", "func.rank().over", "func.rank().over().over()", "func.sum(amount).over(order_by=i).filter(ok)", "func.rank().over(order_by=i).element", "func.rank().over(order_by=i).order_by", "func.rank().over(order_by=i).partition_by",
]:
    show(source)
w = func.sum(amount).over(partition_by=shop, order_by=i, rows=(-1, 1))
for d in (postgresql.dialect(), mysql.dialect()):
    print(w.compile(dialect=d), w.compile(dialect=d).params, "|", w.compile(dialect=d, compile_kwargs={"literal_binds": True}))
    print(func.count().filter(ok).compile(dialect=d))
print(select(shop, func.sum(func.sum(amount)).over(order_by=shop)).group_by(shop))
print(conn.execute(select(shop, func.sum(amount), func.rank().over(order_by=func.sum(amount).desc())).group_by(shop).order_by(shop)).all())


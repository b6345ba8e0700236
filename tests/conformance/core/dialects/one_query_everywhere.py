"""One realistic report query compiled for the default, SQLite, PostgreSQL and MySQL dialects: text, params, positions, literal and expanded forms."""
import datetime
from decimal import Decimal

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, MetaData, Numeric, String, Table, and_, case, cast, extract, func, literal, or_, select
from sqlalchemy.dialects import mysql, postgresql, sqlite

m = MetaData()
customer = Table("customer", m, Column("id", Integer, primary_key=True), Column("name", String(40)), Column("vip", Boolean), Column("since", Date))
order = Table("order", m, Column("id", Integer, primary_key=True), Column("customer_id", ForeignKey("customer.id")), Column("total", Numeric(10, 2)), Column("State", String(10)), Column("placed", Date))

recent = select(order.c.customer_id, func.sum(order.c.total).label("spent"), func.count().label("n")).where(order.c.placed >= datetime.date(2024, 1, 1), order.c.State.not_in(["open", "lost%"])).group_by(order.c.customer_id).having(func.count() > 2).cte("recent")
stmt = (
    select(customer.c.name, recent.c.spent / recent.c.n, recent.c.spent // 2, case((customer.c.vip, "gold"), else_="plain").label("class"),
           cast(customer.c.id, String) + "-" + func.upper(customer.c.name), extract("year", customer.c.since), func.coalesce(recent.c.spent, Decimal("0.00")))
    .join(recent, recent.c.customer_id == customer.c.id, isouter=True)
    .where(or_(customer.c.name.ilike("a%"), customer.c.name.contains("b_", autoescape=True)), and_(customer.c.vip, customer.c.vip == True, ~customer.c.vip), customer.c.id % 2 == 0, customer.c.id.in_([1, 2, 3]))
    .order_by(recent.c.spent.desc().nulls_last(), "class").limit(10).offset(20)
)
for dialect in (None, sqlite.dialect(), postgresql.dialect(), mysql.dialect()):
    compiled = stmt.compile(dialect=dialect)
    print("=====", dialect.name if dialect else "default", type(compiled).__name__)
    print(compiled)
    print(compiled.params)
    print(compiled.positiontup)
    print(stmt.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
    print(stmt.compile(dialect=dialect, compile_kwargs={"render_postcompile": True}))
    for s in (order.select(), order.insert().values(total=5), order.update().where(order.c.id == 1).values(State="x"), order.delete().where(order.c.placed < datetime.date(2020, 1, 1))):
        c = s.compile(dialect=dialect)
        print(c, c.params, c.positiontup)


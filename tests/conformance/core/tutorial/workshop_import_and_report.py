"""A workshop program: CSV rows are loaded in batches, cleaned in SQL, grouped in a report, and exported again."""
import csv
import io

from sqlalchemy import Column, Date, Float, Integer, MetaData, Numeric, String, Table, and_, cast, create_engine, distinct, extract, func, insert, literal_column, null, or_, select, text, update

DATA = """day,city,kind,amount
2024-01-03,Oslo,food,12.50
2024-01-04,oslo ,travel,100
2024-02-01,Bergen,food,7.25
2024-02-11,,food,3
2024-02-11,Bergen,rent,not a number
2024-03-05,Bergen,rent,850.00
2024-03-05,Oslo,food,
"""
metadata = MetaData()
raw = Table("raw", metadata, *[Column(n, String) for n in ("day", "city", "kind", "amount")], prefixes=["TEMPORARY"])
expense = Table("expense", metadata, Column("id", Integer, primary_key=True), Column("day", Date, nullable=False), Column("city", String, nullable=False), Column("kind", String), Column("amount", Numeric(10, 2), nullable=False))
engine = create_engine("sqlite://")
with engine.begin() as conn:
    metadata.create_all(conn)
    reader = csv.DictReader(io.StringIO(DATA))
    batch = []
    for row in reader:
        batch.append({k: v or None for k, v in row.items()})
        if len(batch) == 3:
            print("loaded", conn.execute(insert(raw), batch).rowcount)
            batch = []
    print("loaded", conn.execute(insert(raw), batch).rowcount)
    cleaned = conn.execute(update(raw).values(city=func.upper(func.substr(func.trim(raw.c.city), 1, 1)) + func.substr(func.trim(raw.c.city), 2)).where(raw.c.city.is_not(None)))
    print("cleaned", cleaned.rowcount)
    bad = or_(raw.c.city == null(), raw.c.amount.is_(None), raw.c.amount.op("GLOB")("*[a-z]*"))
    print("bad", conn.execute(select(raw.c.day, raw.c.amount).where(bad)).all())
    good = select(raw.c.day, raw.c.city, raw.c.kind, cast(raw.c.amount, Numeric(10, 2))).where(~bad, raw.c.city.is_not(None))
    print(insert(expense).from_select(["day", "city", "kind", "amount"], good))
    print("kept", conn.execute(insert(expense).from_select(["day", "city", "kind", "amount"], good)).rowcount)
    raw.drop(conn)
month = extract("month", expense.c.day).label("month")
report = select(month, expense.c.city, func.count().label("n"), func.sum(expense.c.amount).label("total"), func.group_concat(distinct(expense.c.kind)).label("kinds")).group_by(month, expense.c.city).having(func.sum(expense.c.amount) > 10).order_by(month, expense.c.city)
print(report)
with engine.connect() as conn:
    out = io.StringIO()
    result = conn.execute(report)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(result.keys())
    writer.writerows(result)
    print(out.getvalue(), end="")
    share = (expense.c.amount * 100 / func.sum(expense.c.amount).over()).label("share")
    for row in conn.execute(select(expense.c.city, expense.c.kind, expense.c.amount, func.round(share, 1), func.rank().over(order_by=expense.c.amount.desc()).label("rank")).order_by("rank")):
        print(tuple(row))
    print(conn.execute(select(func.min(expense.c.day), func.max(expense.c.day), func.avg(expense.c.amount))).one())
    print(conn.execute(select(expense.c.day, func.julianday(expense.c.day) - func.julianday(func.lag(expense.c.day).over(order_by=expense.c.day))).order_by(expense.c.day)).all())

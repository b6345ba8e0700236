"""A search form: criteria collected in a list, optional joins added once, sorting by a column name from outside, unknown fields refused."""
from sqlalchemy import Column, Date, ForeignKey, Integer, MetaData, Numeric, String, Table, and_, asc, create_engine, desc, false, func, insert, or_, select, true
import datetime
from decimal import Decimal

engine = create_engine("sqlite://")
m = MetaData()
maker = Table("maker", m, Column("id", Integer, primary_key=True), Column("name", String(20)))
bike = Table("bike", m, Column("id", Integer, primary_key=True), Column("maker_id", ForeignKey("maker.id")), Column("model", String(20)), Column("price", Numeric(8, 2)), Column("built", Date), Column("stock", Integer))
m.create_all(engine)
with engine.begin() as conn:
    conn.execute(insert(maker), [{"name": "Alpe"}, {"name": "Berg_1"}])
    conn.execute(insert(bike), [{"maker_id": 1, "model": "City 50%", "price": Decimal("499.90"), "built": datetime.date(2023, 4, 1), "stock": 3}, {"maker_id": 1, "model": "Race", "price": Decimal("2999"), "built": datetime.date(2024, 1, 9), "stock": 0}, {"maker_id": 2, "model": "Cargo", "price": Decimal("1850.50"), "built": datetime.date(2024, 6, 30), "stock": None}])
OPERATORS = {"eq": lambda c, v: c == v, "ne": lambda c, v: c != v, "lt": lambda c, v: c < v, "ge": lambda c, v: c >= v, "in": lambda c, v: c.in_(v), "like": lambda c, v: c.icontains(v, autoescape=True), "null": lambda c, v: c.is_(None) if v else c.is_not(None), "between": lambda c, v: c.between(*v)}


def search(order="model", **filters):
    stmt, joined, criteria = select(bike.c.id, bike.c.model, bike.c.price), False, []
    for key, value in filters.items():
        field, _, op = key.partition("__")
        column = bike.c.get(field)
        if column is None and field.startswith("maker_"):
            column = maker.c.get(field.removeprefix("maker_"))
            if not joined:
                stmt, joined = stmt.join(maker), True
        if column is None:
            raise ValueError(f"cannot search by {field}")
        criteria.append(OPERATORS[op or "eq"](column, value))
    direction = desc if order.startswith("-") else asc
    return stmt.where(and_(true(), *criteria)).order_by(direction(bike.c[order.lstrip("-")]), bike.c.id)


with engine.connect() as conn:
    for kw in ({}, {"model__like": "50%"}, {"model__like": "c"}, {"price__ge": Decimal("1000"), "stock__null": True}, {"price__between": (400, 2000), "order": "-price"}, {"maker_name": "Alpe", "maker_id__in": [1, 2]}, {"maker_name__like": "_"}, {"id__in": []}, {"built__lt": datetime.date(2024, 1, 1)}, {"stock": None}, {"stock__ne": 3}):
        stmt = search(**kw)
        print(" ".join(str(stmt).split()), stmt.compile().params)
        print("   ", [tuple(r) for r in conn.execute(stmt)])
    for kw in ({"colour": "red"}, {"order": "colour"}, {"price__huge": 1}, {"model__in": "Race"}):
        try:
            print(search(**kw))
        except Exception as error:
            print(type(error).__name__, error)
    words = ["race", "cargo"]
    anyword = or_(false(), *[bike.c.model.icontains(w) for w in words])
    score = sum([func.coalesce(bike.c.model.icontains(w).cast(Integer), 0) for w in words], start=func.length(bike.c.model) * 0)
    print(conn.execute(select(bike.c.model, score.label("score")).where(anyword).order_by(desc("score"), "model")).all())
    print(search().where(or_(false())), search().where(anyword).whereclause)


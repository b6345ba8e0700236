"""Documents in a JSON column: filters and projections by path, json_each joins, aggregates into JSON, updates with json_set, and indexes on a path."""
from sqlalchemy import JSON, Column, Index, Integer, MetaData, String, Table, case, cast, column, create_engine, func, insert, literal, null, or_, select, text, true, type_coerce, update

engine = create_engine("sqlite://", echo=True)
m = MetaData()
doc = Table("doc", m, Column("id", Integer, primary_key=True), Column("kind", String(10)), Column("body", JSON, nullable=False))
m.create_all(engine)
with engine.begin() as conn:
    conn.execute(insert(doc), [
        {"kind": "order", "body": {"total": 99.5, "items": [{"sku": "a", "qty": 2}, {"sku": "b", "qty": 1}], "customer": {"name": "Ann", "vip": True}, "tags": ["new", "gift"]}},
        {"kind": "order", "body": {"total": 10, "items": [{"sku": "b", "qty": 5}], "customer": {"name": "Bob", "vip": False}, "tags": []}},
        {"kind": "note", "body": {"text": "it's", "customer": None}}])
b = doc.c.body
with engine.connect() as conn:
    print(conn.execute(select(doc.c.id, b["customer"]["name"].as_string()).where(b["customer"]["vip"].as_boolean())).all())
    print(conn.execute(select(b[("customer", "name")].as_string()).where(b["total"].as_float() > 50)).all())
    print(conn.execute(select(doc.c.id).where(b["customer"] == JSON.NULL)).all(), conn.execute(select(doc.c.id).where(b["missing"].is_(None))).all())
    item = func.json_each(b, "$.items").table_valued(column("value", JSON), name="item")
    print(conn.execute(select(doc.c.id, func.json_extract(item.c.value, "$.sku"), type_coerce(item.c.value, JSON)["qty"].as_integer()).select_from(doc).join(item, true()).order_by(doc.c.id)).all())
    print(conn.execute(select(func.json_extract(item.c.value, "$.sku").label("sku"), func.sum(func.json_extract(item.c.value, "$.qty"))).select_from(doc).join(item, true()).group_by("sku").order_by("sku")).all())
    tag = func.json_each(b["tags"]).table_valued("value")
    print(conn.execute(select(doc.c.id).where(select(tag.c.value).where(tag.c.value == "gift").exists())).all())
    print(conn.scalar(select(func.json_group_array(doc.c.kind, type_=JSON)).select_from(select(doc).order_by(doc.c.id).subquery()) if False else select(func.json_group_array(doc.c.kind, type_=JSON)).where(doc.c.kind == "order")))
    print(conn.scalar(select(func.json_object("id", doc.c.id, "kind", doc.c.kind, type_=JSON)).where(doc.c.id == 1)))
    conn.execute(update(doc).where(doc.c.id == 1).values(body=func.json_set(b, "$.customer.name", "Anna", "$.total", b["total"].as_float() + 1)))
    print(conn.execute(select(b["customer"]["name"], b["total"]).where(doc.c.id == 1)).one())
    conn.execute(update(doc).where(doc.c.id == 2).values(body=type_coerce({"replaced": [1, {"deep": None}]}, JSON)))
    print(conn.scalar(select(b).where(doc.c.id == 2)), conn.scalar(select(b["replaced"][1]).where(doc.c.id == 2)), conn.scalar(select(func.json_array_length(b["replaced"])).where(doc.c.id == 2)))
    conn.execute(update(doc).where(doc.c.id == 3).values(body=func.json_patch(b, type_coerce({"text": None, "more": 1}, JSON))))
    print(conn.scalar(select(b).where(doc.c.id == 3)))
    print(conn.execute(select(doc.c.id, case((b["total"].is_(None), "none"), else_="some"), func.coalesce(b["total"].as_float(), 0.0)).order_by(b["total"].as_float().desc(), doc.c.id)).all())
    conn.rollback()
print(select(doc.c.id).where(or_(b["a"].as_integer().in_([1, 2]), b["b"]["c"].as_string().like("x%"), b[("d", 0)].as_float().between(1, 2))))


"""Window-function classics: gaps in numbers, runs of equal days, sessions from an event log, running totals, top-n a group, medians, duplicates."""
import datetime

from sqlalchemy import Column, DateTime, Integer, MetaData, String, Table, case, cast, create_engine, delete, func, insert, literal, select, text

engine = create_engine("sqlite://", echo=True)
m = MetaData()
event = Table("event", m, Column("id", Integer, primary_key=True), Column("who", String(5)), Column("at", DateTime), Column("n", Integer))
m.create_all(engine)
T = datetime.datetime(2024, 3, 1, 8)
with engine.begin() as conn:
    conn.execute(insert(event), [{"id": i, "who": w, "at": T + datetime.timedelta(minutes=mi), "n": n} for i, w, mi, n in ((1, "ann", 0, 5), (2, "ann", 10, 5), (4, "ann", 90, 7), (5, "bob", 5, 1), (6, "bob", 200, 2), (9, "ann", 95, 7), (10, "ann", 95, 7))])
with engine.connect() as conn:
    nxt = select(event.c.id, func.lead(event.c.id).over(order_by=event.c.id).label("next")).subquery("nxt")
    print("gaps", conn.execute(select((nxt.c.id + 1).label("start"), (nxt.c.next - 1).label("end")).where(nxt.c.next - nxt.c.id > 1).order_by("start")).all())
    grouped = select(event.c.id, (event.c.id - func.row_number().over(order_by=event.c.id)).label("grp")).cte("grouped")
    print("islands", conn.execute(select(func.min(grouped.c.id), func.max(grouped.c.id), func.count()).group_by(grouped.c.grp).order_by(func.min(grouped.c.id))).all())
    minutes = (func.julianday(event.c.at) - func.julianday(func.lag(event.c.at).over(partition_by=event.c.who, order_by=[event.c.at, event.c.id]))) * 24 * 60
    marked = select(event.c.id, event.c.who, event.c.at, case((minutes.is_(None), 1), (minutes > 30, 1), else_=0).label("fresh")).cte("marked")
    numbered = select(marked, func.sum(marked.c.fresh).over(partition_by=marked.c.who, order_by=(marked.c.at, marked.c.id), rows=(None, 0)).label("session")).cte("numbered")
    sessions = select(numbered.c.who, numbered.c.session, func.count().label("events"), func.min(numbered.c.id)).group_by(numbered.c.who, numbered.c.session).order_by(numbered.c.who, numbered.c.session)
    print("sessions", [tuple(r) for r in conn.execute(sessions)])
    running = select(event.c.id, func.sum(event.c.n).over(order_by=event.c.id, rows=(None, 0)).label("sum"), func.avg(event.c.n).over(order_by=event.c.id, rows=(-1, 1)).label("avg3"), func.first_value(event.c.id).over(partition_by=event.c.who, order_by=event.c.at), func.ntile(2).over(order_by=event.c.id)).order_by(event.c.id)
    print("running", [tuple(r) for r in conn.execute(running)])
    ranked = select(event.c.who, event.c.id, func.row_number().over(partition_by=event.c.who, order_by=(event.c.n.desc(), event.c.id)).label("rank")).subquery()
    print("top 2", conn.execute(select(ranked).where(ranked.c.rank <= 2).order_by(ranked.c.who, ranked.c.rank)).all())
    ordered = select(event.c.n, func.row_number().over(order_by=event.c.n).label("pos"), func.count().over().label("cnt")).subquery("ordered")
    print("median", conn.scalar(select(func.avg(ordered.c.n)).where(ordered.c.pos.in_([(ordered.c.cnt + 1) // 2, (ordered.c.cnt + 2) // 2]))))
    twice = select(event.c.id, func.row_number().over(partition_by=[event.c.who, event.c.at], order_by=event.c.id).label("copy")).subquery("twice")
    print("deleted", conn.execute(delete(event).where(event.c.id.in_(select(twice.c.id).where(twice.c.copy > 1)))).rowcount)
    print("share", [(w, round(p, 3)) for w, p in conn.execute(select(event.c.who, func.sum(event.c.n) * 1.0 / func.sum(func.sum(event.c.n)).over()).group_by(event.c.who).order_by(event.c.who))])
    conn.rollback()


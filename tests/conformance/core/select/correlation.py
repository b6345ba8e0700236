"""correlate(), correlate_except() and automatic correlation in WHERE, columns, HAVING, EXISTS, FROM, UPDATE and DELETE; the error when no FROM is left."""
import re

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, and_, create_engine, delete, exists, func, insert, lateral, select, true, union, update

m = MetaData()
d = Table("dept", m, Column("id", Integer, primary_key=True), Column("name", String(10)), Column("total", Integer))
e = Table("emp", m, Column("id", Integer, primary_key=True), Column("dept_id", ForeignKey("dept.id")), Column("pay", Integer))
b = Table("bonus", m, Column("emp_id", ForeignKey("emp.id")), Column("amount", Integer))


def show(title, make):
    try:
        print(title, "->", str(make()).replace("\n", " "))
    except Exception as error:
        print(title, "!!", type(error).__name__, re.sub("0x[0-9a-f]+", "0x", str(error)))


inner = select(func.sum(e.c.pay)).where(e.c.dept_id == d.c.id)
show("alone", lambda: inner)
show("alone as subquery", lambda: inner.scalar_subquery())
show("in columns", lambda: select(d.c.name, inner.scalar_subquery()))
show("in where", lambda: select(d).where(inner.scalar_subquery() > 5))
show("in order by", lambda: select(d.c.name).order_by(inner.scalar_subquery()))
show("in group by, having", lambda: select(d.c.name).group_by(d.c.name).having(inner.scalar_subquery() > 1))
show("in from", lambda: select(d.c.name, inner.subquery().c.sum_1))
show("in from with label", lambda: select(d.c.name, inner.subquery("q")))
show("lateral", lambda: select(d.c.name, inner.lateral("l").c[0]).join(inner.lateral("l"), true()))
show("both tables outside", lambda: select(d, e).where(inner.scalar_subquery() > 1))
show("correlate(dept)", lambda: select(d, e).where(inner.correlate(d).scalar_subquery() > 1))
show("correlate(dept, emp)", lambda: select(d, e).where(inner.correlate(d, e).scalar_subquery() > 1))
show("correlate(None)", lambda: select(d).where(inner.correlate(None).scalar_subquery() > 1))
show("correlate twice", lambda: select(d, e, b).where(select(b.c.amount).where(b.c.emp_id == e.c.id, d.c.id == 1).correlate(d).correlate(e).scalar_subquery() > 1))
show("correlate_except(emp)", lambda: select(d, e).where(inner.correlate_except(e).scalar_subquery() > 1))
show("correlate_except()", lambda: select(d).where(inner.correlate_except().scalar_subquery() > 1))
show("correlate_except(None)", lambda: select(d).where(inner.correlate_except(None).scalar_subquery() > 1))
show("scalar correlate", lambda: select(d, e).where(inner.scalar_subquery().correlate(d) > 1))
show("scalar correlate_except", lambda: select(d, e).where(inner.scalar_subquery().correlate_except(e) > 1))
show("nothing left", lambda: select(d).where(select(d.c.id).scalar_subquery() == 5))
show("nothing left, correlate", lambda: select(d).where(select(d.c.id).correlate(d).scalar_subquery() == 5))
show("nothing left, two", lambda: select(d, e).where(select(d.c.id).where(d.c.id == e.c.id).correlate(d, e).scalar_subquery() == 5))
show("same table aliased", lambda: (lambda x: select(d).where(d.c.total == select(func.max(x.c.total)).where(x.c.id != d.c.id).scalar_subquery()))(d.alias("x")))
show("exists", lambda: select(d).where(exists().where(e.c.dept_id == d.c.id)))
show("exists of select", lambda: select(d).where(select(e).where(e.c.dept_id == d.c.id).exists()))
show("exists correlate", lambda: select(d, e).where(exists().where(e.c.dept_id == d.c.id).correlate(d)))
show("exists correlate_except", lambda: select(d, e).where(exists().where(e.c.dept_id == d.c.id).correlate_except(e)))
show("not exists in not exists", lambda: select(d).where(~exists().where(and_(e.c.dept_id == d.c.id, ~exists().where(b.c.emp_id == e.c.id)))))
show("two levels", lambda: select(d).where(exists(select(e.c.id).where(e.c.dept_id == d.c.id, select(func.sum(b.c.amount)).where(b.c.emp_id == e.c.id, d.c.total > 1).scalar_subquery() > 2))))
show("in a case", lambda: select(func.coalesce(inner.scalar_subquery(), 0)).select_from(d))
show("in a union", lambda: select(d.c.id).where(d.c.id.in_(union(select(e.c.dept_id).where(e.c.pay == d.c.total), select(e.c.id)).subquery().select())))
show("in_ select", lambda: select(d).where(d.c.id.in_(select(e.c.dept_id).where(e.c.pay > d.c.total))))
show("join on", lambda: select(d).join(e, e.c.pay == select(func.max(e.c.pay)).where(e.c.dept_id == d.c.id).scalar_subquery()))
show("join on, correlate", lambda: (lambda x: select(d).join(e, e.c.pay == select(func.max(x.c.pay)).where(x.c.dept_id == d.c.id).scalar_subquery()))(e.alias("x")))
show("cte", lambda: select(d).where(d.c.id.in_(select(inner.cte("c")))))
show("update set", lambda: update(d).values(total=inner.scalar_subquery()))
show("update where", lambda: update(d).values(total=0).where(inner.scalar_subquery() > 5))
show("update exists", lambda: update(d).values(total=0).where(~exists().where(e.c.dept_id == d.c.id)))
show("update self", lambda: update(d).values(total=select(func.max(d.c.total)).scalar_subquery()))
show("update self alias", lambda: (lambda x: update(d).values(total=select(func.max(x.c.total)).where(x.c.id < d.c.id).scalar_subquery()))(d.alias()))
show("delete where", lambda: delete(d).where(select(func.count()).select_from(e).where(e.c.dept_id == d.c.id).scalar_subquery() == 0))
show("delete in", lambda: delete(e).where(e.c.dept_id.in_(select(d.c.id).where(d.c.name == "x"))))
show("insert values", lambda: insert(d).values(total=select(func.max(e.c.pay)).scalar_subquery()))
show("correlate a name", lambda: inner.correlate("dept"))
show("correlate mixed", lambda: inner.correlate(d).correlate_except(e))
with create_engine("sqlite://").connect() as conn:
    m.create_all(conn)
    conn.execute(insert(d), [{"id": 1, "name": "A", "total": 0}, {"id": 2, "name": "B", "total": 5}])
    conn.execute(insert(e), [{"dept_id": 1, "pay": 10}, {"dept_id": 1, "pay": 20}])
    print(conn.execute(select(d.c.name, inner.scalar_subquery().label("sum"), exists().where(e.c.dept_id == d.c.id)).order_by(d.c.id)).all())
    conn.execute(update(d).values(total=func.coalesce(inner.scalar_subquery(), 0)))
    print(conn.execute(select(d)).all())
    conn.execute(delete(d).where(~exists().where(e.c.dept_id == d.c.id)))
    print(conn.execute(select(d)).all())


"""Slips of everyday code, each with what comes out: = for ==, missing .c, forgotten calls, wrong order of methods, wrong objects."""
import re
import warnings

from sqlalchemy import Column, Date, ForeignKey, Integer, MetaData, String, Table, and_, case, create_engine, desc, func, insert, literal, or_, select, text, update

engine = create_engine("sqlite://")
m = MetaData()
user = Table("user", m, Column("id", Integer, primary_key=True), Column("name", String(20)), Column("age", Integer), Column("born", Date))
post = Table("post", m, Column("id", Integer, primary_key=True), Column("user_id", ForeignKey("user.id")), Column("title", String(20)))
m.create_all(engine)
with engine.begin() as c:
    c.execute(insert(user), [{"name": "ann", "age": 30}, {"name": "bob", "age": None}])
    c.execute(insert(post), [{"user_id": 1, "title": "hi"}])


def show(source):
    with warnings.catch_warnings(record=True) as seen, engine.connect() as conn:
        warnings.simplefilter("always")
        try:
            result = eval(source)
            print(source, "->", re.sub(r"0x[0-9a-f]+", "0x", " ".join(str(result).split())))
        except Exception as error:
            print(source, "!!", type(error).__name__, re.sub(r"0x[0-9a-f]+", "0x", str(error)))
    for w in seen:
        print("     ", w.category.__name__, str(w.message)[:150])


for source in [
    "user.name", "user.name == 'ann'", "select(user).where(user.name == 'ann')", "user.c.name('ann')", "user.c.nam", "select(user.c)", "select(user.columns)", "select(*user.c)", "select(user.c.name).all()", "select(user).first()", "select(user).execute()", "select(user).count()", "select(user).scalar()", "len(select(user))", "[r for r in select(user)]", "select(user)[0]", "select(user)()", "conn.execute(select(user).all())", "conn.execute(select)", "conn.execute(user.select)", "conn.execute(user.select())", "conn.execute(select(user)).name", "conn.execute(select(user)).all().name", "conn.execute(select(user)).all()[0].name", "conn.execute(select(user)).scalar().name", "conn.execute(select(user)).one()", "conn.execute(select(user).where(user.c.id == 99)).one()", "conn.execute(select(user).where(user.c.id == 99)).first().name", "conn.execute(select(user).where(user.c.id == 99)).scalar_one()", "conn.execute(select(user.c.name)).scalars().all()", "conn.execute(select(user.c.name)).scalars()[0]", "len(conn.execute(select(user)))", "conn.execute(select(user))[0]", "conn.execute(insert(user).values(name='x')).all()", "conn.execute(insert(user).values(name='x')).scalar()", "conn.scalars(select(user)).all()", "conn.scalar(select(user))", "conn.query(user)", "conn.add(user)", "engine.execute('x')", "engine.connect", "engine.begin().execute(select(user))", "conn.select(user)", "conn.commit().foo",
    "select(user).where(user.c.age = 5)" if False else "select(user).where(user.c.age is None)", "select(user).where(user.c.age is not None)", "select(user).where(not user.c.age)", "select(user).where(user.c.age == None and user.c.id == 1)", "select(user).where(user.c.age in [1, 2])", "select(user).where(user.c.name.in_('ann'))", "select(user).where(user.c.id.in_(1))", "select(user).where(user.c.name.like)", "select(user).where(user.c.name.like('a%'), )", "select(user).where((user.c.id == 1, user.c.age == 2))", "select(user).where([user.c.id == 1])", "select(user).where(user.c.id == 1 & user.c.age == 2)", "select(user).where(user.c.id == 1 | user.c.id == 2)", "select(user).where(1 < user.c.age < 50)", "select(user).where(user.c.age > '30')", "select(user).where(user.c.name == 5)", "select(user).where(user.c.name == ['ann'])", "select(user).where(user.c.born > '2020-01-01')", "conn.execute(select(user).where(user.c.born > '2020-01-01')).all()", "select(user).where(user.c.id == post)", "select(user).where(user.c.id == post.c)", "select(user).where(user.c.id == select(post.c.user_id))", "select(user).where(user.c.id == select(post))", "select(user).where(func.lower(user.c.name == 'Ann'))", "select(user).where(func.lower == 'x')", "select(user).where(func.count() > 1)", "conn.execute(select(user).where(func.count() > 1)).all()", "conn.execute(select(user.c.name, func.count()).group_by(user.c.name).having(user.c.age > 3)).all()",
    "select(user).order_by(desc)", "select(user).order_by(user.c.name.desc)", "select(user).order_by('name desc')", "select(user).order_by(-user.c.age)", "select(user).order_by(user.c.name, desc(user.c.age), 'id')", "select(user).limit(10, 20)", "select(user).offset(5).limit(5)", "select(user, post)", "select(user).join(post).where(post.c.title == 'hi')", "select(user).join(user.c.id == post.c.user_id)", "select(user).join(post.c.user_id)", "select(user).join(post, post.c.user_id)", "select(user).join(post.user_id)", "select(user).outer_join(post)", "select(user).left_join(post)", "select(user).join(post, 'left')", "select(user.c.name, post.c.title).select_from(user, post)", "select(func.count(user))", "select(func.count(user.c.id)).select_from(user)", "select(func.Count())", "select(func.sum(user.c.age) / func.count())", "conn.scalar(select(func.sum(user.c.age) / func.count()))", "conn.scalar(select(func.avg(user.c.age)))", "select(case(user.c.age > 18, 'adult'))", "select(case([(user.c.age > 18, 'adult')]))", "select(case((user.c.age > 18, 'adult'), 'minor'))", "insert(user, name='x')", "insert(user).values('x')", "insert(user)(name='x')", "insert(user.c.name).values('x')", "update(user).set(name='x')", "update(user).values(name='x').where(id=5)", "update(user).where(user.c.id == 5, name='x')", "user.update().values(nme='x')", "text('SELECT :x').bindparams(y=1)", "text('SELECT %s')", "conn.execute(text('SELECT ?'), (1,))", "conn.execute(text('SELECT %s'), (1,))", "conn.execute(text('SELECT :x'), [1])", "conn.execute(text('SELECT :x'), {'y': 1})", "conn.execute(text('SELECT {}').format(1))", "conn.execute(f'SELECT {1}')", "conn.exec_driver_sql('SELECT ?', [5]).all()", "conn.exec_driver_sql('SELECT ?', (5,)).all()", "conn.exec_driver_sql('SELECT :x', {'x': 5}).all()",
]:
    show(source)


"""Old-tutorial idioms that readers still type: conjunctions, operators printed one by one, label and string ordering, text with bindparams, and what of it is refused now."""
import re
import warnings

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, and_, bindparam, case, create_engine, func, insert, literal_column, not_, or_, select, text, true

engine = create_engine("sqlite://")
metadata = MetaData()
users = Table("users", metadata, Column("id", Integer, primary_key=True), Column("name", String), Column("fullname", String))
addresses = Table("addresses", metadata, Column("id", Integer, primary_key=True), Column("user_id", None, ForeignKey("users.id")), Column("email_address", String, nullable=False))
metadata.create_all(engine)
conn = engine.connect()
conn.execute(users.insert().values(name="jack", fullname="Jack Jones"))
conn.execute(users.insert(), {"id": 2, "name": "wendy", "fullname": "Wendy Williams"})
conn.execute(addresses.insert(), [{"user_id": 1, "email_address": "jack@yahoo.com"}, {"user_id": 1, "email_address": "jack@msn.com"}, {"user_id": 2, "email_address": "www@www.org"}])


def show(source):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        try:
            print(source, "->", str(eval(source)).replace("\n", " "))
        except Exception as error:
            print(source, "!!", type(error).__name__, re.sub("0x[0-9a-f]+", "0x", str(error)))
    for w in seen:
        print("    ", w.category.__name__, str(w.message)[:160])


for source in [
    "users.insert()", "users.insert().values(name='jack', fullname='Jack Jones').compile().params", "users.c.id == addresses.c.user_id", "users.c.id == 7", "(users.c.id == 7).compile().params", "users.c.id != 7", "users.c.name == None", "'fred' > users.c.name", "users.c.id + addresses.c.id", "users.c.name + users.c.fullname", "users.c.name.op('tiddlywinks')('foo')", "and_(users.c.name.like('j%'), users.c.id == addresses.c.user_id, or_(addresses.c.email_address == 'wendy@aol.com', addresses.c.email_address == 'jack@yahoo.com'), not_(users.c.id > 5))", "users.c.name.like('j%') & (users.c.id == addresses.c.user_id) & ((addresses.c.email_address == 'wendy@aol.com') | (addresses.c.email_address == 'jack@yahoo.com')) & ~(users.c.id > 5)",
    "select([users])", "select([users.c.id, users.c.name])", "select(users).where(users.c.id == addresses.c.user_id)", "select([users], users.c.id == 5)", "select(users, whereclause=users.c.id == 5)", "select(users.c.id, from_obj=[users])", "select(users).select_from([users])", "users.select(users.c.id == 5)", "users.select().where(users.c.id == 5)", "users.select(order_by=[users.c.id])", "users.select().execute()", "users.insert().execute(name='x')", "engine.execute(users.select())", "conn.execute('select 1')", "conn.execute(users.select(), id=5)", "conn.scalar(users.select()).bind" if False else "conn.scalar(select(func.count()).select_from(users))", "metadata.bind", "MetaData(bind=engine)", "MetaData(engine)", "users.count()", "users.join(addresses)", "users.join(addresses, addresses.c.email_address.like(users.c.name + '%'))", "select(users.c.fullname).select_from(users.outerjoin(addresses))", "text('users.id = :x').bindparams(x=5)", "select(text('fullname || :t')).params(t='x')", "case([(users.c.name == 'wendy', 'W')], else_='E')", "case({'wendy': 'W'}, value=users.c.name)", "func.max(users.c.id).scalar()", "select(func.max(addresses.c.email_address, type_=String).label('maxemail'))", "func.row_number().over(order_by=users.c.name)", "select(users).order_by(users.c.name.desc()).limit(1).offset(1)", "select(users.c.name).distinct()", "select(users).where(users.c.id.in_([1, 2])).with_only_columns([users.c.id])", "users.update().values(fullname='Fullname: ' + users.c.name)", "users.update(users.c.id == 5)", "users.delete(users.c.id == 5)", "users.update(values={'name': 'x'})", "users.insert(values={'name': 'x'})", "users.insert().values(('a', 'b'))", "users.c.name.in_(('a', 'b'))", "users.c.id.between(1, 2)", "bindparam('username')", "users.name", "users.columns.id.type", "[c.name for c in users.columns]", "users.c.keys()", "repr(users.c.name)", "users.exists(engine)", "users.create(engine, checkfirst=True)", "users.drop(bind=engine, checkfirst=False) if False else 'kept'", "engine.table_names()", "engine.has_table('users')", "conn.execute(select(users)).fetchall()", "conn.execute(select(users)).fetchone()['name']", "conn.execute(select(users)).first().items()", "conn.execute(select(users)).first().has_key('name')", "conn.execute(select(users)).first()[users.c.name]", "conn.execute(select(users)).first()._mapping[users.c.name]", "conn.execute(select(users)).rowcount > -2", "literal_column('x').params(x=5)",
]:
    show(source)

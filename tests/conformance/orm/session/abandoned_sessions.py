"""Sessions and connections that are let go of without close(): the pool resets them, nothing is logged."""
from sqlalchemy import *
from sqlalchemy.orm import *
e=create_engine("sqlite://", echo=True)
session=Session(e)
session.execute(text("select 1"))
with Session(e) as session:
    session.execute(text("select 2"))
c=e.connect(); c.execute(text("select 3"))
c=e.connect(); c.execute(text("select 4"))
del c
with e.connect() as c: c.execute(text("select 5"))
session=Session(e)
row=session.execute(text("select 6")).first()
session=None
session=Session(e)
session.execute(text("select 7"))
session=Session(e)
session.execute(text("select 8"))

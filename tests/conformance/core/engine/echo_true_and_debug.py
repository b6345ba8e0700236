"""echo=True shows statements, echo="debug" shows rows too, logging_name and logging_token mark the lines."""
from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, insert, select, text, update
from sqlalchemy.exc import IntegrityError

metadata = MetaData()
pet = Table("pet", metadata, Column("id", Integer, primary_key=True), Column("name", String(20), nullable=False))
engine = create_engine("sqlite://", echo="debug")
metadata.create_all(engine)
with engine.begin() as conn:
    conn.execute(insert(pet), [{"name": "Rex"}, {"name": "Tom"}, {"name": "Ivy"}])
    print(conn.execute(select(pet).order_by(pet.c.id)).fetchmany(2))
    print(conn.execute(text("SELECT name, 1.5 AS f, NULL AS n, x'00ff' AS b FROM pet WHERE id = :i"), {"i": 1}).one())
    conn.execute(update(pet).where(pet.c.id == 99).values(name="Nobody"))
    print(conn.execute(select(pet).where(pet.c.id == 99)).all())
    conn.exec_driver_sql("SELECT name FROM pet WHERE id = ?", (2,)).fetchone()
try:
    with engine.begin() as conn:
        conn.execute(insert(pet), {"id": 1, "name": "again"})
except IntegrityError as exc:
    print("refused:", exc.orig)
quiet = create_engine("sqlite://")
print(engine.echo, quiet.echo)
engine.echo = False
with engine.connect() as conn:
    print("silent:", conn.scalar(text("SELECT count(*) FROM pet")))
engine.echo = True
with engine.connect().execution_options(logging_token="req-7") as conn:
    print(conn.scalar(text("SELECT 7")))
    print(conn.scalar(text("SELECT 7")))
tokened = engine.execution_options(logging_token="batch")
with tokened.connect() as conn:
    print(conn.scalar(text("SELECT 8")))
    conn.commit()

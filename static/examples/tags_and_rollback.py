"""Tags and rollback: rows of an association table, and taking them back.

A many-to-many collection is a list of objects in Python and rows of a
table in the database. The flush compares the list with what was loaded
and sends the difference.
"""

from sqlalchemy import Column, ForeignKey, String, Table, create_engine, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import (
    DeclarativeBase, Mapped, Session, mapped_column, relationship)


class Base(DeclarativeBase):
    pass


note_tag = Table(
    "note_tag", Base.metadata,
    Column("note_id", ForeignKey("note.id"), primary_key=True),
    Column("tag_id", ForeignKey("tag.id"), primary_key=True),
)


class Note(Base):
    __tablename__ = "note"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(80))
    tags: Mapped[list["Tag"]] = relationship(
        secondary=note_tag, back_populates="notes")


class Tag(Base):
    __tablename__ = "tag"
    id: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[str] = mapped_column(String(30), unique=True)
    notes: Mapped[list[Note]] = relationship(
        secondary=note_tag, back_populates="tags")


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)

with Session(engine) as session:
    python, sql, draft = (Tag(label=it) for it in ("python", "sql", "draft"))
    notes = {
        "Joins by hand": [sql],
        "Reading a plan": [sql, draft],
        "Descriptors": [python, draft],
    }
    for title, tags in notes.items():
        session.add(Note(title=title, tags=tags))
        session.flush()
    session.commit()

with Session(engine) as session:
    by_title = select(Note).where(Note.title == "Reading a plan")
    plan = session.scalars(by_title).one()
    plan.tags = [it for it in plan.tags if it.label != "draft"]
    plan.tags.append(Tag(label="sqlite"))
    session.commit()
    print(plan.title, sorted(it.label for it in plan.tags))

    # Deleting a tag removes its rows in note_tag; the notes stay.
    drafts = select(Tag).where(Tag.label == "draft")
    session.delete(session.scalars(drafts).one())
    session.commit()
    print(len(session.scalars(select(Note)).all()), "notes left")

with Session(engine) as session:
    try:
        session.add(Note(title="Twice", tags=[Tag(label="sql")]))
        session.commit()
    except IntegrityError as error:
        print("refused:", error.orig)
        session.rollback()
    with_sql = select(Note).join(Note.tags).where(Tag.label == "sql")
    print([it.title for it in session.scalars(with_sql.order_by(Note.title))])

"""Deferred columns and groups."""
from sqlalchemy import create_engine, inspect, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, defer, load_only, mapped_column, undefer, undefer_group
from typing import Optional


class Base(DeclarativeBase):
    pass


class Doc(Base):
    __tablename__ = "doc"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    body: Mapped[str] = mapped_column(deferred=True)
    photo: Mapped[Optional[bytes]] = mapped_column(deferred=True, deferred_group="big")
    scan: Mapped[Optional[str]] = mapped_column(deferred_group="big")
    secret: Mapped[Optional[str]] = mapped_column(deferred=True, deferred_raiseload=True)


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([Doc(id=n, title=f"t{n}", body=f"b{n}", scan="s") for n in (1, 2)])
    session.commit()
    session.expunge_all()
    doc = session.scalars(select(Doc).order_by(Doc.id)).first()
    print(sorted(inspect(doc).unloaded), doc.title, doc.body, doc.scan, doc.photo)
    try:
        doc.secret
    except Exception as error:
        print(type(error).__name__, error)
    session.expunge_all()
    doc = session.scalars(select(Doc).options(undefer(Doc.body), defer(Doc.title), undefer(Doc.secret)).where(Doc.id == 2)).one()
    print(sorted(inspect(doc).unloaded), doc.secret, doc.title)
    session.expunge_all()
    doc = session.scalars(select(Doc).options(undefer_group("big")).where(Doc.id == 2)).one()
    print(sorted(inspect(doc).unloaded))
    session.expunge_all()
    doc = session.scalars(select(Doc).options(load_only(Doc.scan, raiseload=True)).where(Doc.id == 2)).one()
    print(sorted(inspect(doc).unloaded), doc.scan)
    try:
        doc.title
    except Exception as error:
        print(type(error).__name__, error)
    session.expunge_all()
    doc = session.scalars(select(Doc).options(undefer("*")).where(Doc.id == 1)).one()
    print(sorted(inspect(doc).unloaded))
    doc.body = "new"
    session.commit()
    doc.photo = b"1"
    session.commit()
    print(doc.title, sorted(inspect(doc).unloaded))

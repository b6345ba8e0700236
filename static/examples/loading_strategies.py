"""One loop, four ways to load what it reads.

Each block prints the same line. Compare in the log how many statements
each sends, and how many rows come back. A higher round trip makes the
first one slow; wide rows make the second one heavy.
"""

from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import (
    DeclarativeBase, Mapped, Session, joinedload, lazyload, mapped_column,
    relationship, selectinload, subqueryload)


class Base(DeclarativeBase):
    pass


class Album(Base):
    __tablename__ = "album"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    tracks: Mapped[list["Track"]] = relationship()


class Track(Base):
    __tablename__ = "track"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    seconds: Mapped[int]
    album_id: Mapped[int] = mapped_column(ForeignKey("album.id"))


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)

with Session(engine) as session:
    for a in range(1, 13):
        album = Album(title=f"Volume {a}")
        for t in range(1, 9):
            album.tracks.append(Track(title=f"Part {t}", seconds=120 + a * t))
        session.add(album)
    session.commit()


def report(name, option):
    query = select(Album).order_by(Album.id).options(option)
    with Session(engine) as session:
        # unique() is needed where a join repeats the parent's row.
        albums = session.scalars(query).unique().all()
        total = sum(it.seconds for album in albums for it in album.tracks)
        print(f"{name:10} {len(albums)} albums, {total // 60} minutes")


# A SELECT for each album, when its tracks are read: 1 + 12 statements.
report("lazy", lazyload(Album.tracks))

# One statement; each album's columns come once per track.
report("joined", joinedload(Album.tracks))

# Two statements; the second asks for the albums' keys with IN (...).
report("select IN", selectinload(Album.tracks))

# Two statements; the second repeats the first one as a subquery.
report("subquery", subqueryload(Album.tracks))

"""single_parent, orphans of many-to-one and many-to-many, legacy_is_orphan"""

import warnings
from sqlalchemy import ForeignKey, create_engine, select, Table, Column
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    Session,
    mapped_column,
    relationship,
    backref,
    joinedload,
    selectinload,
    make_transient,
    configure_mappers,
)

warnings.simplefilter("always")
warnings.showwarning = lambda m, c, *a, **k: print("warning", c.__name__, m)


class Base(DeclarativeBase):
    pass


tags = Table(
    "tags",
    Base.metadata,
    Column("a", ForeignKey("artist.id"), primary_key=True),
    Column("t", ForeignKey("tag.id"), primary_key=True),
)


class Artist(Base):
    __tablename__ = "artist"
    id: Mapped[int] = mapped_column(primary_key=True)
    profile_id: Mapped[int | None] = mapped_column(ForeignKey("profile.id"))
    profile: Mapped["Profile"] = relationship(
        cascade="all, delete-orphan", single_parent=True, backref=backref("artist", uselist=False)
    )
    tags: Mapped[list["Tag"]] = relationship(secondary=tags, cascade="all, delete-orphan", single_parent=True)


class Profile(Base):
    __tablename__ = "profile"
    id: Mapped[int] = mapped_column(primary_key=True)


class Tag(Base):
    __tablename__ = "tag"
    id: Mapped[int] = mapped_column(primary_key=True)


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)


def attempt(what, do):
    print(what)
    with Session(engine) as session:
        try:
            do(session)
            session.flush()
        except Exception as error:
            print(
                "  !!",
                type(error).__name__,
                "".join(str(error).split("0x")[0]),
                error.args[0][-300:] if "0x" not in str(error) else "",
            )
        session.rollback()


def two_parents(session):
    p = Profile(id=1)
    session.add_all([Artist(id=1, profile=p), Artist(id=2, profile=p)])


def move(session):
    p = Profile(id=1)
    one, two = Artist(id=1, profile=p), Artist(id=2)
    session.add_all([one, two])
    session.flush()
    two.profile = p


def move_properly(session):
    p = Profile(id=1)
    one, two = Artist(id=1, profile=p), Artist(id=2)
    session.add_all([one, two])
    session.flush()
    one.profile = None
    two.profile = p
    session.flush()
    print(one.profile, two.profile is p)


def tag_two(session):
    t = Tag(id=1)
    session.add_all([Artist(id=1, tags=[t]), Artist(id=2, tags=[t])])


def tag_append(session):
    t = Tag(id=1)
    one, two = Artist(id=1, tags=[t]), Artist(id=2)
    session.add_all([one, two])
    two.tags.append(t)


def tag_remove(session):
    t = Tag(id=1)
    one, two = Artist(id=1, tags=[t]), Artist(id=2)
    session.add_all([one, two])
    session.flush()
    one.tags.remove(t)
    two.tags.append(t)
    session.flush()
    print(len(two.tags))


def orphan(session):
    session.add(Profile(id=3))


def dropped(session):
    one = Artist(id=1, profile=Profile(id=1))
    session.add(one)
    session.flush()
    one.profile = None
    session.flush()
    print(session.scalars(select(Profile)).all())


def replaced(session):
    one = Artist(id=1, profile=Profile(id=1))
    session.add(one)
    session.commit()
    one.profile = Profile(id=2)
    session.commit()
    print([p.id for p in session.scalars(select(Profile))])
    session.delete(one)
    session.commit()


for do in (two_parents, move, move_properly, tag_two, tag_append, tag_remove, orphan, dropped, replaced):
    attempt(do.__name__, do)

for kw in (
    dict(cascade="all, delete-orphan"),
    dict(cascade="all, delete-orphan", single_parent=True),
    dict(single_parent=True),
):

    class B2(DeclarativeBase):
        pass

    class P(B2):
        __tablename__ = "p"
        id: Mapped[int] = mapped_column(primary_key=True)

    class C(B2):
        __tablename__ = "c"
        id: Mapped[int] = mapped_column(primary_key=True)
        p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
        p: Mapped[P] = relationship(**kw)

    try:
        configure_mappers()
        print("ok")
    except Exception as error:
        print(type(error).__name__, error)
    B2.registry.dispose()

for legacy in (False, True):

    class B3(DeclarativeBase):
        pass

    class Mom(B3):
        __tablename__ = "mom"
        id: Mapped[int] = mapped_column(primary_key=True)
        kids: Mapped[list["Kid"]] = relationship(cascade="all, delete-orphan", back_populates="mom")

    class Dad(B3):
        __tablename__ = "dad"
        id: Mapped[int] = mapped_column(primary_key=True)
        kids: Mapped[list["Kid"]] = relationship(cascade="all, delete-orphan", back_populates="dad")

    class Kid(B3):
        __tablename__ = "kid"
        id: Mapped[int] = mapped_column(primary_key=True)
        mom_id: Mapped[int | None] = mapped_column(ForeignKey("mom.id"))
        dad_id: Mapped[int | None] = mapped_column(ForeignKey("dad.id"))
        mom: Mapped[Mom | None] = relationship(back_populates="kids")
        dad: Mapped[Dad | None] = relationship(back_populates="kids")
        __mapper_args__ = {"legacy_is_orphan": legacy}

    print("legacy", legacy, Kid.__mapper__.legacy_is_orphan)
    engine3 = create_engine("sqlite://")
    B3.metadata.create_all(engine3)

    def kid_attempt(what, do):
        print(" ", what)
        with Session(engine3) as session:
            try:
                do(session)
                session.flush()
                session.expire_all()
                print("   ", [(k.id, k.mom_id, k.dad_id) for k in session.scalars(select(Kid))])
            except Exception as error:
                print("  !!", type(error).__name__, str(error).replace("\n", " ")[:60])

    def only_mom(session):
        session.add(Mom(id=1, kids=[Kid(id=1)]))

    def none(session):
        session.add(Kid(id=1))

    def lost_mom(session):
        mom, dad = Mom(id=1), Dad(id=1)
        kid = Kid(id=1, mom=mom, dad=dad)
        session.add_all([mom, dad])
        session.flush()
        mom.kids.remove(kid)

    def lost_both(session):
        mom, dad = Mom(id=1), Dad(id=1)
        kid = Kid(id=1, mom=mom, dad=dad)
        session.add_all([mom, dad])
        session.flush()
        mom.kids.remove(kid)
        dad.kids.remove(kid)

    def pending_lost(session):
        mom, dad = Mom(id=1), Dad(id=1)
        kid = Kid(id=1, mom=mom, dad=dad)
        session.add_all([mom, dad])
        mom.kids.remove(kid)
        print("    ", kid in session)

    for do in (only_mom, none, lost_mom, lost_both, pending_lost):
        kid_attempt(do.__name__, do)
    B3.registry.dispose()

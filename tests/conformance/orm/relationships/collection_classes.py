"""Collection classes."""
import re
from sqlalchemy import Column, ForeignKey, Integer, create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, attribute_keyed_dict, column_keyed_dict, keyfunc_mapping, mapped_column, relationship
from typing import Optional


class Base(DeclarativeBase):
    pass


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


class Team(Base):
    __tablename__ = "team"

    id: Mapped[int] = mapped_column(primary_key=True)
    players: Mapped[set["Player"]] = relationship(back_populates="team")
    by_name: Mapped[dict[str, "Player"]] = relationship(collection_class=attribute_keyed_dict("name"), viewonly=True)
    by_number = relationship("Player", collection_class=column_keyed_dict(Column("number", Integer)), viewonly=True) if False else relationship("Player", collection_class=keyfunc_mapping(lambda p: p.number * 10), viewonly=True)


class Player(Base):
    __tablename__ = "player"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    number: Mapped[int]
    team_id: Mapped[Optional[int]] = mapped_column(ForeignKey("team.id"))
    team: Mapped[Optional[Team]] = relationship(back_populates="players")

    def __repr__(self):
        return self.name


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    a, b = Player(id=1, name="a", number=1), Player(id=2, name="b", number=2)
    t = Team(id=1, players={a})
    session.add(a)
    session.add(b)
    t.players.add(b)
    t.players.add(b)
    print(type(t.players).__name__, len(t.players), a.team is t)
    t.players.discard(b)
    print(b.team)
    t.players |= {b}
    t.players.update([a])
    session.add(t)
    session.commit()
    print(sorted(t.by_name.items()), sorted(t.by_number), t.by_name["a"] is a)
    t.players.remove(a)
    session.commit()
    print(t.by_name)
    t.players.clear()
    print(b.team)
    tried(lambda: t.players.remove(a))
    t.players = {a, b}
    t.players -= {a}
    t.players.symmetric_difference_update({a, b})
    t.players.intersection_update({a})
    session.commit()
    print(t.players)

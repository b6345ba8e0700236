"""Foreign and remote annotations."""
from sqlalchemy import create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, foreign, mapped_column, relationship, remote
from typing import Optional


class Base(DeclarativeBase):
    pass


class Host(Base):
    __tablename__ = "host"

    id: Mapped[int] = mapped_column(primary_key=True)
    ip: Mapped[int]
    parent: Mapped[Optional["Host"]] = relationship(primaryjoin="remote(Host.ip) == foreign(Host.parent_ip)", uselist=False, viewonly=True)
    parent_ip: Mapped[Optional[int]]
    log = relationship("Log", primaryjoin="Host.ip == foreign(Log.ip)", order_by="Log.id", viewonly=True)


class Log(Base):
    __tablename__ = "log"

    id: Mapped[int] = mapped_column(primary_key=True)
    ip: Mapped[int]
    host = relationship(Host, primaryjoin=lambda: foreign(Log.ip) == remote(Host.ip), uselist=False)


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([Host(id=1, ip=10), Host(id=2, ip=20, parent_ip=10), Log(id=1, ip=10), Log(id=2, ip=10)])
    session.commit()
    h = session.get(Host, 2)
    print(h.parent.id, [l.id for l in h.parent.log], session.get(Log, 1).host.id)
    session.get(Log, 2).host = h
    session.commit()
    print(session.get(Log, 2).ip, Host.parent.property.direction, Host.log.property.direction, Log.host.property.direction)
    print(select(Log).join(Log.host), Host.log.property.local_remote_pairs)

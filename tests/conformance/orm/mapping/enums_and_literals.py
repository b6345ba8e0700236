"""Enums and literals."""
import enum
from sqlalchemy import CreateTable, Enum, create_engine, select, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from typing import Literal, Optional


class Base(DeclarativeBase):
    pass


class Size(enum.Enum):
    SMALL = "s"
    LARGE = "l"


Status = Literal["new", "open", "done"]


class Ticket(Base):
    __tablename__ = "ticket"

    id: Mapped[int] = mapped_column(primary_key=True)
    size: Mapped[Size]
    status: Mapped[Status]
    maybe: Mapped[Optional[Literal["x", "yy"]]]
    other: Mapped[Size] = mapped_column(Enum(Size, values_callable=lambda e: [m.value for m in e], native_enum=False), nullable=True)


from sqlalchemy.schema import CreateTable

print(CreateTable(Ticket.__table__))
print(repr(Ticket.__table__.c.size.type), repr(Ticket.__table__.c.status.type), repr(Ticket.__table__.c.maybe.type))
engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add(Ticket(id=1, size=Size.LARGE, status="open", other=Size.SMALL))
    session.commit()
    print(session.execute(select(Ticket.size, Ticket.status, Ticket.maybe, Ticket.other)).one())
    print(session.scalars(select(Ticket.id).where(Ticket.size == Size.LARGE)).all(), session.execute(text("select * from ticket")).all())
    try:
        session.add(Ticket(id=2, size=Size.SMALL, status="nope"))
        session.flush()
    except Exception as error:
        print(type(error).__name__, str(error).split("[SQL")[0])

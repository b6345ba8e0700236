"""Abstract concrete base."""
from sqlalchemy import String, create_engine, select
from sqlalchemy.ext.declarative import AbstractConcreteBase
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, configure_mappers, mapped_column


class Base(DeclarativeBase):
    pass


class Doc(AbstractConcreteBase, Base):
    strict_attrs = True
    title = mapped_column(String(20))

    def __repr__(self):
        return f"{type(self).__name__}({self.title})"


class Letter(Doc):
    __tablename__ = "letter"
    id: Mapped[int] = mapped_column(primary_key=True)
    to: Mapped[str]
    __mapper_args__ = {"polymorphic_identity": "letter", "concrete": True}


class Memo(Doc):
    __tablename__ = "memo"
    id: Mapped[int] = mapped_column(primary_key=True)
    urgent: Mapped[bool]
    __mapper_args__ = {"polymorphic_identity": "memo", "concrete": True}


configure_mappers()
engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([Letter(id=1, title="l", to="x"), Memo(id=1, title="m", urgent=True)])
    session.commit()
    session.expunge_all()
    print(session.scalars(select(Doc).order_by(Doc.title)).all(), session.scalars(select(Memo)).all())

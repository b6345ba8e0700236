"""Discriminators of all kinds."""
import enum
from sqlalchemy import case, create_engine, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, column_property, mapped_column


def tables():
    class Base(DeclarativeBase):
        pass

    return Base


Base = tables()


class ByColumn(Base):
    __tablename__ = "by_column"
    id: Mapped[int] = mapped_column(primary_key=True)
    t: Mapped[int] = mapped_column("type_code")
    __mapper_args__ = {"polymorphic_on": t, "polymorphic_identity": 0}


class One(ByColumn):
    __mapper_args__ = {"polymorphic_identity": 1}


class ByCase(Base):
    __tablename__ = "by_case"
    id: Mapped[int] = mapped_column(primary_key=True)
    size: Mapped[int]
    __mapper_args__ = {"polymorphic_on": case((size > 10, "big"), else_="small"), "polymorphic_identity": "small"}


class Big(ByCase):
    __mapper_args__ = {"polymorphic_identity": "big"}


class Kind(enum.Enum):
    A = 1
    B = 2


class ByEnum(Base):
    __tablename__ = "by_enum"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[Kind]
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_abstract": True}


class EA(ByEnum):
    __mapper_args__ = {"polymorphic_identity": Kind.A}


class EB(ByEnum):
    __mapper_args__ = {"polymorphic_identity": Kind.B}


class ByProperty(Base):
    __tablename__ = "by_property"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    first = column_property(func.substr(name, 1, 1))
    __mapper_args__ = {"polymorphic_on": first, "polymorphic_identity": "x"}


class Y(ByProperty):
    __mapper_args__ = {"polymorphic_identity": "y"}


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([ByColumn(id=1), One(id=2), ByCase(id=1, size=5), ByCase(id=2, size=50), EA(id=1), EB(id=2), ByProperty(id=1, name="xa"), ByProperty(id=2, name="ya")])
    session.commit()
    session.expunge_all()
    for cls in (ByColumn, One, ByCase, Big, ByEnum, EB, ByProperty, Y):
        print(cls.__name__, [(type(o).__name__, o.id) for o in session.scalars(select(cls).order_by(cls.id))])
    try:
        ByEnum(id=9)
    except Exception as error:
        print(type(error).__name__, error)

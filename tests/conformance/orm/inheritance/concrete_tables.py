"""Concrete tables."""
from sqlalchemy import create_engine, select
from sqlalchemy.ext.declarative import ConcreteBase
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class Employee(ConcreteBase, Base):
    __tablename__ = "employee"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    __mapper_args__ = {"polymorphic_identity": "employee", "concrete": True}

    def __repr__(self):
        return f"{type(self).__name__}({self.name})"


class Manager(Employee):
    __tablename__ = "manager"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    title: Mapped[str]
    __mapper_args__ = {"polymorphic_identity": "manager", "concrete": True}


class Engineer(Employee):
    __tablename__ = "engineer"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    language: Mapped[str]
    __mapper_args__ = {"polymorphic_identity": "engineer", "concrete": True}


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([Employee(id=1, name="a"), Manager(id=1, name="b", title="t"), Engineer(id=1, name="c", language="l")])
    session.commit()
    session.expunge_all()
    print(session.scalars(select(Employee).order_by(Employee.name)).all())
    print(session.scalars(select(Manager)).all(), session.get(Engineer, 1).language)
    print(session.scalars(select(Employee).where(Employee.name == "c")).all())

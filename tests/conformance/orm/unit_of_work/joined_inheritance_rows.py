"""Joined inheritance rows."""
from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from typing import Optional


class Base(DeclarativeBase):
    pass


class Company(Base):
    __tablename__ = "company"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    staff: Mapped[list["Employee"]] = relationship(back_populates="company", order_by="Employee.id")

    def __repr__(self):
        return f"<{self.name}>"


class Employee(Base):
    __tablename__ = "employee"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]
    company_id: Mapped[Optional[int]] = mapped_column(ForeignKey("company.id"))
    company: Mapped[Optional["Company"]] = relationship(back_populates="staff")
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "employee"}

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"


class Manager(Employee):
    __tablename__ = "manager"

    id: Mapped[int] = mapped_column(ForeignKey("employee.id"), primary_key=True)
    title: Mapped[Optional[str]]
    papers: Mapped[list["Paper"]] = relationship(back_populates="manager", order_by="Paper.id")
    __mapper_args__ = {"polymorphic_identity": "manager"}


class Engineer(Employee):
    __tablename__ = "engineer"

    id: Mapped[int] = mapped_column(ForeignKey("employee.id"), primary_key=True)
    language: Mapped[Optional[str]]
    machines: Mapped[list["Machine"]] = relationship(back_populates="engineer", order_by="Machine.id")
    __mapper_args__ = {"polymorphic_identity": "engineer"}


class Paper(Base):
    __tablename__ = "paper"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    manager_id: Mapped[Optional[int]] = mapped_column(ForeignKey("manager.id"))
    manager: Mapped[Optional["Manager"]] = relationship(back_populates="papers")

    def __repr__(self):
        return f"Paper({self.title!r})"


class Machine(Base):
    __tablename__ = "machine"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    engineer_id: Mapped[Optional[int]] = mapped_column(ForeignKey("engineer.id"))
    engineer: Mapped[Optional["Engineer"]] = relationship(back_populates="machines")

    def __repr__(self):
        return f"Machine({self.name!r})"


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)


with Session(engine) as session:
    session.add_all([Engineer(id=5, name="e5", language="x"), Manager(id=2, name="m2"), Employee(id=9, name="p9"), Engineer(id=1, name="e1"), Manager(name="auto", title="t"), Engineer(name="auto2")])
    session.flush()
    e5, m2 = session.get(Employee, 5), session.get(Manager, 2)
    e5.language, m2.name = "y", "mm"
    session.flush()
    e5.name, e5.language = "n", "z"
    session.flush()
    e5.company = Company(id=1, name="c", staff=[m2])
    session.flush()
    for e in session.scalars(select(Employee).order_by(Employee.id)).all():
        session.delete(e)
        session.flush()
    session.commit()

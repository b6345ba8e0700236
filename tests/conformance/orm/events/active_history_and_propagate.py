"""Active history and propagate."""
from sqlalchemy import ForeignKey, create_engine, event
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


@event.listens_for(Employee.name, "set", propagate=True, active_history=True)
def on_set(target, value, oldvalue, initiator):
    print("set", type(target).__name__, value, oldvalue if isinstance(oldvalue, str) else oldvalue.name)


@event.listens_for(Employee, "before_insert", propagate=True)
def before(mapper, connection, target):
    print("insert", mapper, target.name)


@event.listens_for(Employee, "load", propagate=True)
def load(target, context):
    print("load", target.__dict__["name"])


with Session(engine) as session:
    session.add_all([Manager(id=1, name="m"), Engineer(id=2, name="e"), Employee(id=3, name="p")])
    session.commit()
    m = session.get(Manager, 1)
    m.name = "changed"
    session.commit()
    session.expunge_all()
    m = session.get(Employee, 1)

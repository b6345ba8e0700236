"""Joined table queries."""
from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, aliased, mapped_column, relationship
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
    acme, bits = Company(id=1, name="acme"), Company(id=2, name="bits")
    session.add_all([acme, bits])
    session.flush()
    session.add_all([Employee(id=1, name="eva", company=acme), Employee(id=2, name="ed", company=bits)])
    session.flush()
    session.add_all([Manager(id=3, name="mia", title="boss", company=acme, papers=[Paper(id=1, title="plan"), Paper(id=2, title="bill")]), Manager(id=4, name="max", company=bits)])
    session.flush()
    session.add_all([
        Engineer(id=5, name="eli", language="c", company=acme, machines=[Machine(id=1, name="lathe")]),
        Engineer(id=6, name="eda", language="ml", company=acme, machines=[Machine(id=2, name="vax"), Machine(id=3, name="pdp")])])
    session.commit()


def shown(result):
    for row in result:
        print("  ", row)


with Session(engine) as session:
    shown(session.scalars(select(Employee).order_by(Employee.id)))
    shown(session.scalars(select(Engineer).order_by(Engineer.id)))
    shown(session.scalars(select(Engineer).where(Engineer.language == "ml", Engineer.name == "eda")))
    shown(session.execute(select(Manager.name, Manager.title, Employee.kind).order_by(Manager.id)))
    shown(session.execute(select(Company.name, Engineer.language).join(Company.staff.of_type(Engineer)).order_by(Engineer.id)))
    shown(session.scalars(select(Company).where(Company.staff.of_type(Engineer).any(Engineer.language == "c"))))
    shown(session.scalars(select(Employee).join(Employee.company).where(Company.name == "acme").order_by(Employee.id)))
    shown(session.execute(select(Employee.name, Engineer.language).outerjoin(Engineer, Engineer.id == Employee.id) if False else select(Employee.name).where(Employee.id.in_(select(Engineer.id))).order_by(Employee.id)))
    e = aliased(Engineer)
    shown(session.execute(select(e.name, e.language, Machine.name).join(e.machines).order_by(Machine.id)))
    flat = aliased(Engineer, flat=True)
    shown(session.execute(select(Company.name, flat.name).join(Company.staff.of_type(flat)).order_by(flat.id)))
    print(session.get(Employee, 5).language, session.get(Manager, 5), session.get(Engineer, 5).machines)
    print(select(Engineer.id), select(Engineer.name), select(Engineer.kind, Engineer.language), Engineer.id, Engineer.__table__.c.id)

"""Relationships of subclasses."""
import re
from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, joinedload, mapped_column, relationship
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


with Session(engine) as session:
    m = session.get(Manager, 3)
    print(m.papers, m.company, m.company.staff)
    m.papers.append(Paper(id=9, title="new"))
    session.commit()
    print(session.scalars(select(Paper).join(Paper.manager).where(Manager.title == "boss").order_by(Paper.id)).all())
    print(session.scalars(select(Paper).join(Paper.manager).where(Manager.name == "mia").order_by(Paper.id)).all())
    print(session.scalars(select(Manager).where(Manager.papers.any(Paper.title == "plan"))).all())
    print(session.scalars(select(Paper).where(Paper.manager.has(Manager.name == "mia")).order_by(Paper.id)).all())
    print(session.scalars(select(Company).join(Company.staff.of_type(Manager)).join(Manager.papers).where(Paper.id == 1)).all())
    print(session.scalars(select(Paper).options(joinedload(Paper.manager).joinedload(Manager.company)).order_by(Paper.id)).unique().all()[0].manager.company)
    session.delete(m)
    session.commit()
    print(session.execute(select(Paper.id, Paper.manager_id).order_by(Paper.id)).all())
    try:
        session.get(Paper, 1).manager = Engineer(name="wrong")
        session.flush()
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0])

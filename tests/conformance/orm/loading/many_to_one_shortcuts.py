"""Many to one shortcuts."""
from sqlalchemy import ForeignKey, create_engine, event, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, joinedload, mapped_column, relationship, selectinload
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


sent = []


@event.listens_for(engine, "before_cursor_execute")
def count(conn, cursor, statement, parameters, context, executemany):
    sent.append(statement)


def cost(title, make):
    sent.clear()
    result = make()
    print(f"{title}: {result} [{len(sent)}]")


with Session(engine) as session:
    papers = session.scalars(select(Paper).options(selectinload(Paper.manager)).order_by(Paper.id)).all()
    cost("manager", lambda: [(p.manager, p.manager.title) for p in papers])
    session.expunge_all()
    papers = session.scalars(select(Paper).options(joinedload(Paper.manager)).order_by(Paper.id)).all()
    cost("joined manager", lambda: [(p.manager, p.manager.title) for p in papers])
    session.expunge_all()
    p = session.get(Paper, 1)
    cost("lazy manager", lambda: p.manager.name)
    session.expunge_all()
    m = session.scalars(select(Manager).options(selectinload(Manager.papers), joinedload(Manager.company)).order_by(Manager.id)).all()
    cost("papers", lambda: [(x.papers, x.company) for x in m])
    session.expunge_all()
    c = session.scalars(select(Company).options(selectinload(Company.staff.of_type(Manager)).selectinload(Manager.papers)).order_by(Company.id)).all()
    cost("staff of type", lambda: [x.staff for x in c])

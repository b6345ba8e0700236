"""RETURNING of INSERTs into the tables of a joined hierarchy: entities, columns of each table, keys."""

from sqlalchemy import *
from sqlalchemy.orm import *


class Base(DeclarativeBase):
    pass


class Employee(Base):
    __tablename__ = "employee"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    type: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "type", "polymorphic_identity": "employee"}


class Manager(Employee):
    __tablename__ = "manager"
    id: Mapped[int] = mapped_column(ForeignKey("employee.id"), primary_key=True)
    manager_name: Mapped[str]
    extra: Mapped[int] = mapped_column(server_default="7")
    __mapper_args__ = {"polymorphic_identity": "manager"}


e = create_engine("sqlite://")
Base.metadata.create_all(e)
rows = [{"name": f"n{i}", "manager_name": f"m{i}"} for i in range(3)]
with Session(e) as s:
    for m in s.scalars(insert(Manager).returning(Manager), rows):
        print(m.id, m.name, m.manager_name, m.type, m.extra)
    print(
        s.execute(
            insert(Manager).returning(Manager.id, Manager.name, Manager.extra, Manager.manager_name), rows
        ).all()
    )
    print(
        s.execute(
            insert(Manager).returning(Manager.id, Manager.name, Manager.extra, sort_by_parameter_order=True),
            rows,
        ).all()
    )
    print(s.execute(insert(Manager).returning(Manager.manager_name), rows).all())
    print(s.execute(insert(Manager).returning(Employee.name), rows).all())
    print(s.execute(insert(Manager).returning(Manager, Manager.name), rows).all()[0][0].name)
    print(s.scalars(insert(Manager).returning(Manager.id), rows).all())
    try:
        print(s.scalars(insert(Manager).returning(Manager), {"name": "x", "manager_name": "z"}).one().extra)
    except Exception as x:
        print(type(x), x)

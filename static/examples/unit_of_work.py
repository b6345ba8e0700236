"""Unit of work: say what should be, the session finds out in which order.

The objects are added leaf first. The flush sorts the tables by their
foreign keys, fills in the keys that the database hands out, and writes
the rows of the association table last.
"""

from sqlalchemy import Column, ForeignKey, Table, create_engine, select
from sqlalchemy.orm import (
    DeclarativeBase, Mapped, Session, mapped_column, relationship)


class Base(DeclarativeBase):
    pass


needs = Table(
    "needs", Base.metadata,
    Column("task_id", ForeignKey("task.id"), primary_key=True),
    Column("skill_id", ForeignKey("skill.id"), primary_key=True),
)


class Project(Base):
    __tablename__ = "project"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    tasks: Mapped[list["Task"]] = relationship(back_populates="project")


class Task(Base):
    __tablename__ = "task"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    hours: Mapped[int]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    project: Mapped[Project] = relationship(back_populates="tasks")
    skills: Mapped[list["Skill"]] = relationship(secondary=needs)


class Skill(Base):
    __tablename__ = "skill"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)

with Session(engine) as session:
    welding, wiring = Skill(name="welding"), Skill(name="wiring")
    frame = Task(name="frame", hours=12)
    motor = Task(name="motor", hours=7, skills=[welding, wiring])
    kart = Project(name="electric kart", tasks=[frame, motor])
    session.add(wiring)  # leaf first, on purpose
    session.add(motor)
    session.add(kart)

    print("pending: ids", kart.id, frame.id, motor.id)
    session.flush()
    print("flushed: ids", kart.id, frame.id, motor.id)

    # Changes of loaded objects become UPDATEs; only what differs is sent.
    frame.hours = 15
    motor.hours = 7  # as before
    frame.skills.append(wiring)
    motor.skills.remove(welding)

    # A query flushes first, so that it sees what is pending.
    long_tasks = select(Task).where(Task.hours > 10)
    print("long:", [it.name for it in session.scalars(long_tasks)])
    session.commit()

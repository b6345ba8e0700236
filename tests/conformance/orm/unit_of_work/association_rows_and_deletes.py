"""Association rows and deletes."""
from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Student(Base):
    __tablename__ = "student"
    id: Mapped[int] = mapped_column(primary_key=True)
    grades: Mapped[list["Grade"]] = relationship(back_populates="student", cascade="all, delete-orphan", order_by="Grade.course_id")


class Course(Base):
    __tablename__ = "course"
    id: Mapped[int] = mapped_column(primary_key=True)
    grades: Mapped[list["Grade"]] = relationship(back_populates="course", cascade="all, delete-orphan", order_by="Grade.student_id")


class Grade(Base):
    __tablename__ = "grade"
    student_id: Mapped[int] = mapped_column(ForeignKey("student.id"), primary_key=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("course.id"), primary_key=True)
    mark: Mapped[int]
    student: Mapped[Student] = relationship(back_populates="grades")
    course: Mapped[Course] = relationship(back_populates="grades")


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    s, c, d = Student(id=1), Course(id=1), Course(id=2)
    session.add_all([s, c, d])
    session.flush()
    s.grades = [Grade(course=c, mark=1), Grade(course=d, mark=2)]
    session.commit()
    s.grades[0].mark = 5
    s.grades[1] = Grade(course=d, mark=9)
    session.commit()
    print(session.execute(select(Grade.__table__)).all())
    session.delete(d)
    session.commit()
    session.delete(s)
    session.commit()
    print(session.execute(select(Grade.__table__)).all())

"""Synonyms and descriptors."""
from sqlalchemy import create_engine, inspect, select, update
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, synonym, synonym_for
from typing import Optional


class Base(DeclarativeBase):
    pass


class Job(Base):
    __tablename__ = "job"

    id: Mapped[int] = mapped_column(primary_key=True)
    _status: Mapped[str] = mapped_column("status")
    note: Mapped[Optional[str]] = mapped_column("job_note")

    @property
    def status(self):
        return f"<{self._status}>"

    @status.setter
    def status(self, value):
        self._status = value.lower()

    status = synonym("_status", descriptor=status)
    remark: Mapped[Optional[str]] = synonym("note")

    @synonym_for("note")
    @property
    def loud_note(self):
        return (self.note or "").upper()


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([Job(id=1, status="NEW", remark="hi"), Job(id=2, _status="old", note="yo")])
    session.commit()
    print([(j.status, j._status, j.remark, j.loud_note) for j in session.scalars(select(Job).order_by(Job.status))])
    print(session.scalars(select(Job.id).where(Job.remark == "hi")).all(), session.scalars(select(Job.id).filter_by(status="old")).all())
    print(select(Job.status, Job.loud_note), inspect(Job).synonyms.keys(), inspect(Job).all_orm_descriptors.keys())
    job = session.get(Job, 1)
    job.remark = None
    print(session.is_modified(job), inspect(job).attrs.note.history)
    session.execute(update(Job).where(Job.status == "old").values(status="gone", remark="x"))
    print(session.execute(select(Job.__table__)).all())

"""Soft delete by event."""
from sqlalchemy import ForeignKey, create_engine, event, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship, selectinload, with_loader_criteria


class Base(DeclarativeBase):
    pass


class Soft:
    gone: Mapped[bool] = mapped_column(default=False)


class A(Soft, Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    bs: Mapped[list["B"]] = relationship(order_by="B.id")


class B(Soft, Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int] = mapped_column(ForeignKey("a.id"))


@event.listens_for(Session, "do_orm_execute")
def hide(state):
    if state.is_select and not state.is_column_load and not state.is_relationship_load and not state.execution_options.get("all", False):
        state.statement = state.statement.options(with_loader_criteria(Soft, lambda cls: cls.gone == False, include_aliases=True))


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([A(id=1, bs=[B(id=1), B(id=2, gone=True)]), A(id=2, gone=True)])
    session.commit()
    print([(a.id, [b.id for b in a.bs]) for a in session.scalars(select(A).options(selectinload(A.bs)))])
    print(session.scalars(select(func.count(A.id))).one(), session.scalars(select(A.id), execution_options={"all": True}).all())
    session.expire_all()
    print([b.id for b in session.get(A, 1).bs])

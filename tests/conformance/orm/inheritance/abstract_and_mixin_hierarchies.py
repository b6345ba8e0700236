"""Abstract and mixin hierarchies."""
from sqlalchemy import ForeignKey, Integer, String, create_engine, inspect, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, declared_attr, has_inherited_table, mapped_column
from typing import Optional


class Base(DeclarativeBase):
    pass


class Named:
    name: Mapped[str] = mapped_column(String(20))


class Timed(Base):
    __abstract__ = True
    at: Mapped[int] = mapped_column(default=0, sort_order=5)


class A(Named, Timed):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "a"}


class B(A):
    @declared_attr
    def extra(cls) -> Mapped[Optional[int]]:
        return mapped_column(Integer, use_existing_column=True, nullable=True)

    __mapper_args__ = {"polymorphic_identity": "b"}


class C(A):
    extra: Mapped[Optional[int]] = mapped_column(use_existing_column=True)
    __mapper_args__ = {"polymorphic_identity": "c"}


class D(C):
    __tablename__ = "d"
    id: Mapped[int] = mapped_column(ForeignKey("a.id"), primary_key=True)
    deep: Mapped[str]
    __mapper_args__ = {"polymorphic_identity": "d"}


print(A.__table__.c.keys(), D.__table__.c.keys(), [m.class_.__name__ for m in inspect(D).iterate_to_root()], has_inherited_table(D), has_inherited_table(A))
engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([A(id=1, name="a"), B(id=2, name="b", extra=1), C(id=3, name="c", extra=2), D(id=4, name="d", deep="x", extra=3)])
    session.commit()
    session.expunge_all()
    print([(type(o).__name__, o.name, getattr(o, "extra", "-")) for o in session.scalars(select(A).order_by(A.id))])
    print([(type(o).__name__, o.extra) for o in session.scalars(select(C).order_by(C.id))], select(D))

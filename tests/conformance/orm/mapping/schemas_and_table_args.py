"""Schemas and table args."""
from sqlalchemy import Boolean, CheckConstraint, CreateTable, ForeignKey, Index, MetaData, UniqueConstraint, create_engine, table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention={"ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_name)s", "ck": "ck_%(table_name)s_%(constraint_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s", "pk": "pk_%(table_name)s"})


class A(Base):
    __tablename__ = "a"
    __table_args__ = (CheckConstraint("x > 0", name="positive"), UniqueConstraint("x", "y"), Index(None, "y", "x"))

    id: Mapped[int] = mapped_column(primary_key=True)
    x: Mapped[int]
    y: Mapped[int] = mapped_column(unique=True)


class B(Base):
    __tablename__ = "b"
    __table_args__ = {"sqlite_autoincrement": True}

    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int] = mapped_column(ForeignKey("a.id", ondelete="CASCADE", onupdate="CASCADE"), index=True)
    c: Mapped[bool] = mapped_column(Boolean(create_constraint=True, name="flag"))


from sqlalchemy.schema import CreateTable

engine = create_engine("sqlite://")
for table in Base.metadata.sorted_tables:
    print(str(CreateTable(table).compile(engine)))
    print(sorted(i.name for i in table.indexes))

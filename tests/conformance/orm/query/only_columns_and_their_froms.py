"""Which FROM objects with_only_columns() and with_entities() keep."""

from sqlalchemy import *
from sqlalchemy.orm import *


class B(DeclarativeBase):
    pass


class P(B):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    x: Mapped[int]
    cs: Mapped[list["C"]] = relationship()


class C(B):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))


for q in (
    Query([P]).with_entities(func.count()),
    Query([P]).filter(P.x == 1).with_entities(func.count()),
    Query([P]).order_by(P.id).with_entities(P.x),
    Query([P.x]).with_entities(func.count()),
    Query([P]).with_entities(C),
    Query([P]).select_from(P).with_entities(func.count()),
    Query([P]).join(P.cs).with_entities(func.count()),
    Query([P]).limit(3).with_entities(func.count()),
    Query(P).options(joinedload(P.cs)).with_entities(P.id),
    Query(P).with_entities(P.id, P.x).with_entities(func.max(P.x)),
    Query([P, C]).with_entities(func.count()),
    select(P).with_only_columns(func.count(), maintain_column_froms=True),
    select(P.x).with_only_columns(func.count(), maintain_column_froms=True),
    select(P, C).with_only_columns(func.count(), maintain_column_froms=True),
    select(P.x).join(C).with_only_columns(func.count(), maintain_column_froms=True),
    select(aliased(P)).with_only_columns(func.count(), maintain_column_froms=True),
    select(Bundle("b", P.x, P.id)).with_only_columns(func.count(), maintain_column_froms=True),
    select(func.max(P.x)).with_only_columns(func.count(), maintain_column_froms=True),
    select(P.__table__, C.__table__.c.id).with_only_columns(func.count(), maintain_column_froms=True),
    select(P.__table__.c.id)
    .where(C.__table__.c.id == 1)
    .with_only_columns(func.count(), maintain_column_froms=True),
    select(P.x).select_from(C).with_only_columns(P.id, maintain_column_froms=True),
    select(P).with_only_columns(P.id).columns_clause_froms,
    select(P.x, C).columns_clause_froms,
):
    print(q)

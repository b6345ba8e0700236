"""Query expression and with expression."""
from sqlalchemy import create_engine, literal, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, query_expression, with_expression
from typing import Optional


class Base(DeclarativeBase):
    pass


class Pair(Base):
    __tablename__ = "pair"

    id: Mapped[int] = mapped_column(primary_key=True)
    x: Mapped[int]
    y: Mapped[int]
    expr: Mapped[Optional[int]] = query_expression()
    known: Mapped[int] = query_expression(literal(5))


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([Pair(id=1, x=1, y=2), Pair(id=2, x=3, y=4)])
    session.commit()
    p = session.scalars(select(Pair).options(with_expression(Pair.expr, Pair.x + Pair.y)).order_by(Pair.id)).first()
    print(p.expr, p.known)
    print([q.expr for q in session.scalars(select(Pair).order_by(Pair.id))])
    session.expunge_all()
    print([(q.expr, q.known) for q in session.scalars(select(Pair).order_by(Pair.id))])
    print([q.expr for q in session.scalars(select(Pair).options(with_expression(Pair.expr, Pair.x * Pair.y)).execution_options(populate_existing=True).order_by(Pair.id))])
    p = session.get(Pair, 1)
    p.x = 9
    session.commit()
    print(p.expr)
    print(session.scalars(select(Pair.id).where(Pair.known == 5)).all())

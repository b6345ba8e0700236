"""Criteria that lambdas build name their parameters after what they close over"""

from sqlalchemy import *
from sqlalchemy.orm import *
import datetime


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    n: Mapped[int]
    d: Mapped[datetime.datetime | None]


lo = 3
now = datetime.datetime(2024, 1, 1)


def f(v, names):
    return [
        with_loader_criteria(A, lambda c: and_(v > c.n, c.n != lo)),
        with_loader_criteria(A, lambda c: now > c.d),
        with_loader_criteria(A, lambda c: c.n.in_(names)),
        with_loader_criteria(A, lambda c: c.n + v == 1 + v),
        with_loader_criteria(A, lambda c: v > c.n, track_closure_variables=False),
        with_loader_criteria(A, A.n > v),
    ]


for o in f(5, [1, 2]):
    st = select(A).options(o)
    try:
        c = st.compile()
        print(c, c.params)
    except Exception as x:
        print(type(x).__name__, x)
e = create_engine("sqlite://")
Base.metadata.create_all(e)
s = Session(e)
for v in (1, 2):
    print(s.scalars(select(A).options(f(v, [v])[0])).all(), s.query(A).options(f(v, [v, 3])[2]).count())

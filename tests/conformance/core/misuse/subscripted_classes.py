"""Classes that are generic: in annotations, as bases, called."""
import sqlalchemy as sa
from sqlalchemy.orm import *
from sqlalchemy import orm
for n in ["Column","ColumnElement","ColumnClause","Label","BindParameter","Select","Result","Row","ScalarResult","FromClause","Table","Function","Subquery","CompoundSelect","Insert","Update","Delete","TypeDecorator","ARRAY","MappedResult"]:
    c=getattr(sa,n,None)
    if c is None: continue
    try: c[int]; print(n,"ok")
    except Exception as x: print(n,type(x).__name__)
for n in ["MappedColumn","Mapped","InstrumentedAttribute","QueryableAttribute","Mapper","scoped_session","sessionmaker","Query","Bundle","RelationshipProperty","Relationship","Composite","WriteOnlyMapped","DynamicMapped","WriteOnlyCollection","AppenderQuery","Session","MappedSQLExpression","ColumnProperty"]:
    c=getattr(orm,n,None)
    if c is None: continue
    try: c[int]; print(n,"ok")
    except Exception as x: print(n,type(x).__name__)
from typing import Any, Optional
import typing
class P(sa.TypeDecorator[Optional[str]]):
    impl = sa.String; cache_ok = True
    def process_bind_param(self, v, d): return v and v.upper()
class U(sa.types.UserDefinedType[int]):
    def get_col_spec(self, **k): return "U"
def f(s: sa.Select[tuple[int]]) -> sa.Result[tuple[int, str]]: return s
print(f.__annotations__ if False else sa.Select[tuple[int]], typing.get_origin(sa.Result[int]) is sa.Result, P.__mro__[1].__name__, Mapper[Any], InstrumentedAttribute[int])
class Base(DeclarativeBase): pass
class A(Base):
    __tablename__="a"
    id: Mapped[int]=mapped_column(primary_key=True)
    n: Mapped[str]=mapped_column(P())
class B(Bundle[Any]): pass
e=sa.create_engine("sqlite://"); Base.metadata.create_all(e)
with sessionmaker[Session](e)() as s:
    s.add(A(n="q")); s.commit(); print(s.scalars(sa.select(A.n)).all(), s.execute(sa.select(B("b", A.id, A.n))).all())
print(sa.Column[int]("x", sa.Integer).type, isinstance(sa.select(A), sa.Select))

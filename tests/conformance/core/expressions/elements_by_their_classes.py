"""text() with unique parameters; elements made by their classes."""
from sqlalchemy import *
s = text("select id from t where name=:name and x=:x")
a = s.bindparams(bindparam("name", value="n1", unique=True)); b = s.bindparams(bindparam("name", value="n2", unique=True))
print(a, a.compile().params); print(b.compile().params)
u = union_all(a.columns(column("id")), b.columns(column("id")))
print(u, u.compile().params)
c = a.bindparams(name="zz")
try: print(c.compile().params)
except Exception as e: print(type(e).__name__, e)
print(text("a = :v and b = :v").bindparams(bindparam("v", 5, unique=True)).compile().params)
print(text(":q").bindparams(bindparam("q", [1,2], expanding=True, unique=True)).compile().params)
try: print(a.params(name="w").compile().params)
except Exception as e: print(type(e).__name__, e)
from sqlalchemy.sql.expression import BindParameter, ColumnClause, TextClause, Label, Case, Cast, Function, Null, Over, Grouping, UnaryExpression, BinaryExpression, Tuple, Extract, TypeCoerce, CollectionAggregate, ScalarSelect, Select, Exists, ClauseList, BooleanClauseList, Subquery, Alias, CTE, Join
for make in (lambda: BindParameter("x", 5), lambda: BindParameter(None, 5, type_=String, unique=True), lambda: BindParameter("q", callable_=lambda: 7), lambda: BindParameter("q", required=True), lambda: Label("l", column("x")), lambda: Label("l", column("x"), String), lambda: Case((column("x")==1, 2), else_=3), lambda: Cast(column("x"), String), lambda: TypeCoerce(column("x"), String), lambda: Extract("year", column("x")), lambda: Tuple(column("x"), 5), lambda: Tuple(1, 2, types=[String, Integer]), lambda: Null(), lambda: Over(func.f(), order_by=column("x")), lambda: Grouping(column("x")), lambda: TextClause("a = :b"), lambda: ScalarSelect(select(column("x"))), lambda: Exists(select(column("x"))), lambda: Function("f", 1, 2), lambda: BooleanClauseList.and_(column("x"), column("y")), lambda: Join(table("a"), table("b"), column("x")==1), lambda: ClauseList(column("x"), column("y")), lambda: TableClause("a", column("x"))):
    try:
        e = make(); print(type(e).__name__, e, e.compile().params)
    except Exception as x: print(type(x).__name__, x)

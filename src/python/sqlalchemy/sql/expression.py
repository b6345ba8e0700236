"""Everything that builds SQL, in one place."""

from .base import CacheKey, ClauseElement, Executable
from .dml import Delete, Insert, Update, UpdateBase, ValuesBase, delete, from_dml_column, insert, update
from .elements import (
    BinaryExpression, BindParameter, BooleanClauseList, Case, Cast, ClauseList, CollationClause, CollectionAggregate,
    ColumnClause, ColumnElement, ExpressionClauseList, Extract, False_, FrameClause, FrameClauseType, FunctionFilter, Grouping,
    KeyedColumnElement, Label, Null, OrderByList, Over, SQLCoreOperations, TextClause, True_, TryCast, Tuple, TypeClause,
    TypeCoerce, UnaryExpression, WithinGroup, AggregateOrderBy, aggregate_order_by, all_, and_, any_, asc, between, bindparam, bitwise_not, case, cast,
    collate, column, desc, distinct, exists, extract, false, funcfilter, label, literal, literal_column, not_, null,
    nulls_first, nulls_last, nullsfirst, nullslast, or_, over, quoted_name, text, true, try_cast, tuple_, type_coerce,
    within_group)
from .functions import Function, FunctionElement, func, modifier
from .operators import ColumnOperators, OperatorClass, Operators, custom_op
from ._selectable_constructors import (
    alias, cte, except_, except_all, intersect, intersect_all, join, lateral, outerjoin, select, subquery, table,
    tablesample, union, union_all, values)
from .selectable import (
    CTE, LABEL_STYLE_DEFAULT, LABEL_STYLE_DISAMBIGUATE_ONLY, LABEL_STYLE_NONE, LABEL_STYLE_TABLENAME_PLUS_COL, Alias,
    AliasedReturnsRows, CompoundSelect, Exists, FromClause, FromGrouping, GenerativeSelect, HasCTE, HasPrefixes,
    HasSuffixes, Join, Lateral, ReturnsRows, ScalarSelect, Select, Selectable, SelectBase, SelectLabelStyle, Subquery,
    TableClause, TableSample, TableValuedAlias, TextAsFrom, TextualSelect, Values)
from .visitors import Visitable

SQLColumnExpression = SQLCoreOperations
__all__ = [name for name in globals() if not name.startswith("__")]


def __getattr__(name):
    if name in ("lambda_stmt", "LambdaElement", "StatementLambdaElement"):
        from . import lambdas
        return getattr(lambdas, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
